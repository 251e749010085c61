import Settings

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Paths as a person types them, made absolute: the daemon works in `/` and knows nobody's folder.
enum Path {
    static let workingFolder: String = {
        guard let folder = getcwd(nil, 0) else { return "/" }
        defer { free(folder) }
        return String(cString: folder)
    }()

    /// Nil when unset or empty.
    static func environment(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }

    /// Those of the variables that are set.
    static func environment(of names: [String]) -> [String: String] {
        Dictionary(uniqueKeysWithValues: names.compactMap { name in environment(name).map { (name, $0) } })
    }

    /// Whether a person who typed this means a folder rather than a model's name.
    static func isPath(_ text: String) -> Bool { SettingsPath.isPath(text) }

    static func absolute(_ path: String, in folder: String = workingFolder) -> String {
        SettingsPath.absolute(path, in: folder)
    }

    static func exists(_ path: String) -> Bool {
        access(path, F_OK) == 0
    }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// This program's own file, so that a daemon is started from the same build.
    static var executable: String {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = buffer.withUnsafeMutableBytes { bytes in
            guard let base = bytes.baseAddress else { return -1 }
            return readlink("/proc/self/exe", base.assumingMemoryBound(to: CChar.self), bytes.count)
        }
        guard count > 0, count < buffer.count else { return CommandLine.arguments.first ?? "sluice" }
        let path = String(decoding: buffer[..<count], as: UTF8.self)
        // The file may be gone or replaced since we started; the kernel still has what we run.
        return exists(path) ? path : "/proc/self/exe"
    }
}
