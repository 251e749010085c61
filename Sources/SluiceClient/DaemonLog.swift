#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Where a daemon that was started in the background says what it does.
package enum DaemonLog {
    /// A log longer than this is set aside as `sluice.log.1` when the next daemon starts.
    private static let longest = 4 << 20

    /// `$XDG_STATE_HOME/sluice/sluice.log`, by default under `~/.local/state`; nil where neither is known.
    package static var path: String? {
        folder.map { $0 + "/sluice.log" }
    }

    private static var folder: String? {
        if let state = getenv("XDG_STATE_HOME"), state.pointee == UInt8(ascii: "/") {
            return String(cString: state) + "/sluice"
        }
        guard let home = getenv("HOME"), home.pointee == UInt8(ascii: "/") else { return nil }
        return String(cString: home) + "/.local/state/sluice"
    }

    /// The log, opened for writing at its end. A log is a help, not a need: where it cannot be, /dev/null takes its
    /// place and the path is nil.
    static func open() -> (descriptor: Int32, path: String?) {
        if let folder, let path, makeFolders(folder) {
            var status = stat()
            if stat(path, &status) == 0, status.st_size > longest { rename(path, path + ".1") }
            let descriptor = systemOpen(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
            if descriptor >= 0 { return (descriptor, path) }
        }
        return (systemOpen("/dev/null", O_WRONLY | O_CLOEXEC, 0), nil)
    }

    private static func makeFolders(_ path: String) -> Bool {
        var end = path.startIndex
        while end < path.endIndex {
            end = path[path.index(after: end)...].firstIndex(of: "/") ?? path.endIndex
            if mkdir(String(path[..<end]), 0o700) != 0 && errno != EEXIST && errno != EROFS && errno != EACCES {
                return false
            }
        }
        return true
    }

    private static func systemOpen(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 {
        #if canImport(Darwin)
            Darwin.open(path, flags, mode)
        #elseif canImport(Musl)
            Musl.open(path, flags, mode)
        #else
            Glibc.open(path, flags, mode)
        #endif
    }
}
