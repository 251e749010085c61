#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The lock beside a socket: whoever holds it, and nobody else, may listen on the socket or remove it.
///
/// The file stays when the lock goes: removing it would let two processes hold locks on two files of one name.
struct SocketLock: ~Copyable {
    private let descriptor: Int32

    /// - Parameter inherited: a descriptor of the lock file, locked by the process that started us.
    static func take(path: String, socket: String, inherited: Int32?) throws(TransportError) -> SocketLock {
        if let inherited, !Self.isSameFile(inherited, path) {
            throw TransportError(
                "descriptor \(inherited) is not the lock \(path)", hint: "pass no lock, or the one of this socket")
        }
        let lock = inherited ?? open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard lock >= 0 else {
            throw TransportError(
                "cannot open the lock \(path): \(String(cString: strerror(errno)))",
                hint: "make its folder writable for you, or name another socket with --socket or SLUICE_SOCKET")
        }
        _ = fcntl(lock, F_SETFD, FD_CLOEXEC)
        // Taking a lock that this descriptor already has is no error.
        let code = flock(lock, LOCK_EX | LOCK_NB) == 0 ? 0 : errno
        if code != 0 { close(lock) }
        switch code {
        case 0:
            return SocketLock(descriptor: lock)
        case EWOULDBLOCK:
            throw TransportError(
                "another daemon already has the socket \(socket)",
                hint: "use it, stop it with sluice stop, or name another socket with --socket or SLUICE_SOCKET")
        default:
            throw TransportError(
                "cannot lock \(path): \(String(cString: strerror(code)))",
                hint: "the file system must know flock: name another socket with --socket or SLUICE_SOCKET")
        }
    }

    deinit {
        close(descriptor)
    }

    private static func isSameFile(_ descriptor: Int32, _ path: String) -> Bool {
        var open = stat()
        var named = stat()
        guard fstat(descriptor, &open) == 0, lstat(path, &named) == 0 else { return false }
        return open.st_dev == named.st_dev && open.st_ino == named.st_ino
    }
}

/// A socket's file.
enum SocketFile {
    /// Which file it is: a socket that was replaced is another.
    struct Identity: Equatable, Sendable {
        var device: UInt64
        var file: UInt64
    }

    static func identity(_ path: String) -> Identity? {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else { return nil }
        return Identity(device: UInt64(truncatingIfNeeded: status.st_dev), file: UInt64(status.st_ino))
    }

    /// Removes what a daemon that was killed left behind. Only who holds the lock may call it.
    static func removeStale(_ path: String) throws(TransportError) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFSOCK else {
            throw TransportError(
                "\(path) is there and is no socket",
                hint: "move it away, or name another socket with --socket or SLUICE_SOCKET")
        }
        unlink(path)
    }
}
