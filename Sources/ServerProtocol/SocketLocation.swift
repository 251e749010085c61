#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Where the shared daemon's socket lies, and whether its folder can be trusted. Clients and the daemon both
/// ask here, so that they cannot disagree.
package struct SocketLocation: Sendable, Equatable {
    /// Absolute path of the socket.
    package let path: String

    /// The folder that holds the socket and its lock.
    package var directory: String {
        guard let slash = path.lastIndex(of: "/") else { return "/" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The file whose `flock` says that a daemon lives, starts or stops on this socket.
    package var lockPath: String { path + ".lock" }

    /// The most bytes a socket's path may have: `sun_path` without its closing NUL.
    package static var maximumPathLength: Int { MemoryLayout.size(ofValue: sockaddr_un().sun_path) - 1 }

    /// - Parameter path: absolute, or relative to the working folder.
    package init(path: String) throws(SocketLocationError) {
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw SocketLocationError(path: path, reason: .unusablePath)
        }
        self.path = Self.absolute(path)
        guard self.path.utf8.count <= Self.maximumPathLength else {
            throw SocketLocationError(path: self.path, reason: .tooLong(self.path.utf8.count))
        }
    }

    /// The socket to use: `chosen` (a flag), else `SLUICE_SOCKET`, else `$XDG_RUNTIME_DIR/sluice/sluice.sock`, else
    /// `sluice-<uid>/sluice.sock` in the temporary folder (`TMPDIR`, else `/tmp`). A relative folder in either
    /// variable is ignored, as the XDG Base Directory Specification asks.
    package static func discover(chosen: String? = nil) throws(SocketLocationError) -> SocketLocation {
        if let chosen { return try SocketLocation(path: chosen) }
        if let path = environment("SLUICE_SOCKET") { return try SocketLocation(path: path) }
        if let folder = environment("XDG_RUNTIME_DIR"), folder.hasPrefix("/") {
            return try SocketLocation(path: trimmed(folder) + "/sluice/sluice.sock")
        }
        let named = environment("TMPDIR").flatMap { $0.hasPrefix("/") ? $0 : nil }
        return try SocketLocation(path: trimmed(named ?? "/tmp") + "/sluice-\(getuid())/sluice.sock")
    }

    /// Makes the socket's folder when it is missing, then checks that it is a folder, ours, and closed to everybody
    /// else: who can write there could put a socket of their own in the daemon's place.
    package func prepareDirectory() throws(SocketLocationError) {
        if mkdir(directory, 0o700) != 0 && errno != EEXIST {
            throw SocketLocationError(path: directory, reason: .cannotCreate(errno))
        }
        try verifyDirectory()
    }

    /// The check alone. A folder that does not exist is no error: then there is no daemon either.
    package func verifyDirectory() throws(SocketLocationError) {
        var status = stat()
        guard lstat(directory, &status) == 0 else {
            if errno == ENOENT { return }
            throw SocketLocationError(path: directory, reason: .cannotLook(errno))
        }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw SocketLocationError(path: directory, reason: .notADirectory)
        }
        guard status.st_uid == getuid() else {
            throw SocketLocationError(path: directory, reason: .foreign(owner: status.st_uid, us: getuid()))
        }
        guard status.st_mode & 0o077 == 0 else {
            throw SocketLocationError(path: directory, reason: .open(mode: UInt32(status.st_mode & 0o7777)))
        }
    }

    private static func environment(_ name: String) -> String? {
        guard let value = getenv(name) else { return nil }
        let text = String(cString: value)
        return text.isEmpty ? nil : text
    }

    private static func trimmed(_ folder: String) -> String {
        var folder = Substring(folder)
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        return folder == "/" ? "" : String(folder)
    }

    private static func absolute(_ path: String) -> String {
        if path.hasPrefix("/") { return path }
        guard let folder = getcwd(nil, 0) else { return "/" + path }
        defer { free(folder) }
        return trimmed(String(cString: folder)) + "/" + path
    }
}

/// Why a socket's path or folder cannot be used.
package struct SocketLocationError: Error, Sendable, Equatable, CustomStringConvertible {
    package enum Reason: Sendable, Equatable {
        case unusablePath
        /// Bytes of the path.
        case tooLong(Int)
        /// The `errno` of `mkdir`, of `lstat`.
        case cannotCreate(Int32)
        case cannotLook(Int32)
        case notADirectory
        case foreign(owner: UInt32, us: UInt32)
        case open(mode: UInt32)
    }

    package let path: String
    package let reason: Reason

    package init(path: String, reason: Reason) {
        self.path = path
        self.reason = reason
    }

    /// What came and what was expected.
    package var description: String {
        switch reason {
        case .unusablePath: "a socket's path cannot be empty or hold a NUL"
        case .tooLong(let count):
            "the socket's path has \(count) bytes, a Unix socket allows \(SocketLocation.maximumPathLength): \(path)"
        case .cannotCreate(let code): "cannot make the socket's folder \(path): \(String(cString: strerror(code)))"
        case .cannotLook(let code): "cannot look at the socket's folder \(path): \(String(cString: strerror(code)))"
        case .notADirectory: "the socket's folder \(path) is not a folder (a symbolic link is not followed)"
        case .foreign(let owner, let us): "the socket's folder \(path) belongs to user \(owner), not to us (user \(us))"
        case .open(let mode):
            "the socket's folder \(path) is open to others (mode 0\(String(mode, radix: 8)), expected 0700)"
        }
    }

    /// What to do.
    package var hint: String {
        switch reason {
        case .unusablePath, .tooLong, .notADirectory, .foreign:
            "name another socket with --socket or SLUICE_SOCKET, in a folder of your own with mode 0700"
        case .cannotCreate, .cannotLook:
            "make the folder above it reachable, or name another socket with --socket or SLUICE_SOCKET"
        case .open(let mode) where mode & 0o1000 != 0:
            "a folder shared by all users cannot hold it: name a socket in a folder of your own with mode 0700"
        case .open: "run: chmod 700 '\(path)'; or name a socket in a folder of your own with --socket or SLUICE_SOCKET"
        }
    }
}
