#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A connected Unix socket that carries one message a line. Blocking, with deadlines; closed when it goes.
final class LineSocket {
    enum Failure: Error {
        /// Nobody listens: the socket does not exist or refuses.
        case nobody
        case closed
        case timedOut
        case system(Int32)
    }

    private let descriptor: Int32
    private var received: [UInt8] = []
    private var start = 0

    init(path: String) throws(Failure) {
        #if canImport(Darwin) || canImport(Musl)
            let kind = SOCK_STREAM
        #else
            let kind = Int32(SOCK_STREAM.rawValue)
        #endif
        descriptor = socket(AF_UNIX, kind, 0)
        guard descriptor >= 0 else { throw .system(errno) }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        #if canImport(Darwin)
            var on: Int32 = 1
            setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
        #endif
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let fits = withUnsafeMutableBytes(of: &address.sun_path) { target in
            guard path.utf8.count < target.count else { return false }
            target.copyBytes(from: path.utf8)
            return true
        }
        // From here on `deinit` closes the descriptor, also when this throws.
        guard fits else { throw .system(ENAMETOOLONG) }
        let code = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                var code: Int32
                repeat {
                    code = connect(descriptor, generic, socklen_t(MemoryLayout<sockaddr_un>.size))
                } while code != 0 && errno == EINTR
                return code == 0 ? 0 : errno
            }
        }
        guard code == 0 else {
            throw code == ENOENT || code == ECONNREFUSED ? .nobody : .system(code)
        }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// The same connection under a descriptor that is the caller's to close.
    func duplicate() throws(Failure) -> Int32 {
        let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
        guard copy >= 0 else { throw .system(errno) }
        return copy
    }

    func send(_ bytes: [UInt8], until deadline: Deadline) throws(Failure) {
        #if canImport(Darwin)
            let flags: Int32 = 0
        #else
            let flags = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
        #endif
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer -> Int in
                guard let base = buffer.baseAddress else { return 0 }
                return systemSend(descriptor, base + sent, buffer.count - sent, flags)
            }
            if count >= 0 {
                sent += count
            } else if errno == EAGAIN || errno == EWOULDBLOCK {
                try wait(for: Int16(POLLOUT), until: deadline)
            } else if errno == EPIPE || errno == ECONNRESET {
                throw .closed
            } else if errno != EINTR {
                throw .system(errno)
            }
        }
    }

    /// The next line, without its end.
    func receive(until deadline: Deadline) throws(Failure) -> [UInt8] {
        var searched = start
        while true {
            if let end = received[searched...].firstIndex(of: 0x0a) {
                let line = Array(received[start..<end])
                start = end + 1
                return line
            }
            received.removeSubrange(..<start)
            start = 0
            searched = received.count
            try wait(for: Int16(POLLIN), until: deadline)
            let room = 64 * 1024
            received.append(contentsOf: repeatElement(0, count: room))
            let count = received.withUnsafeMutableBytes { buffer -> Int in
                guard let base = buffer.baseAddress else { return -1 }
                return systemRead(descriptor, base + searched, room)
            }
            received.removeLast(room - max(0, count))
            if count == 0 || (count < 0 && errno == ECONNRESET) { throw .closed }
            if count < 0 && errno != EINTR && errno != EAGAIN { throw .system(errno) }
        }
    }

    private func wait(for events: Int16, until deadline: Deadline) throws(Failure) {
        while true {
            var entry = pollfd(fd: descriptor, events: events, revents: 0)
            let count = poll(&entry, 1, deadline.milliseconds)
            if count > 0 { return }
            if count == 0 { throw .timedOut }
            if errno != EINTR { throw .system(errno) }
        }
    }
}

/// A moment after which waiting ends; nil never does.
struct Deadline {
    private let moment: ContinuousClock.Instant?

    init(after timeout: Duration?) {
        moment = timeout.map { ContinuousClock.now + $0 }
    }

    var hasPassed: Bool { moment.map { ContinuousClock.now >= $0 } ?? false }

    /// For `poll`: what is left, rounded up; -1 for no end.
    var milliseconds: Int32 {
        guard let moment else { return -1 }
        let left = moment - ContinuousClock.now
        guard left > .zero else { return 0 }
        let (seconds, attoseconds) = left.components
        return Int32(clamping: seconds * 1000 + attoseconds / 1_000_000_000_000_000 + 1)
    }
}

#if canImport(Darwin)
    private let systemSend = Darwin.send
    private let systemRead = Darwin.read
#elseif canImport(Musl)
    private let systemSend = Musl.send
    private let systemRead = Musl.read
#else
    private let systemSend = Glibc.send
    private let systemRead = Glibc.read
#endif
