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
    static func isPath(_ text: String) -> Bool {
        text.contains("/") || text == "." || text == ".."
    }

    /// `~/` is the home folder here too, since no shell expands it in a configuration file.
    static func absolute(_ path: String, in folder: String = workingFolder) -> String {
        if path.hasPrefix("/") { return path }
        if path.hasPrefix("~/"), let home = environment("HOME") { return home + path.dropFirst(1) }
        var rest = Substring(path)
        while rest.hasPrefix("./") { rest = rest.dropFirst(2) }
        if rest == "." || rest.isEmpty { return folder }
        return (folder.hasSuffix("/") ? folder : folder + "/") + rest
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

    /// The bytes of a small file; nil where there is none.
    static func contents(of path: String, limit: Int) throws(Failure) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw Failure("cannot read \(path): \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = read(descriptor, &piece, piece.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw Failure("cannot read \(path): \(String(cString: strerror(errno)))") }
            if count == 0 { return bytes }
            bytes += piece[..<count]
            guard bytes.count <= limit else { throw Failure("\(path) is longer than \(limit) bytes") }
        }
    }
}
