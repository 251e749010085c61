import ServerProtocol

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Starts the daemon when nobody listens, so that of many clients at once exactly one does.
struct DaemonStarter {
    var location: SocketLocation
    /// The program to run: an absolute path, or a name to look for in `PATH`.
    var executable: String
    /// Given to `sluice serve` after its own.
    var arguments: [String] = []
    var timeout: Duration = .seconds(20)

    /// Connects, starting a daemon first where the socket does not exist or refuses.
    func connect() throws(ClientError) -> LineSocket {
        let deadline = Deadline(after: timeout)
        var pause: useconds_t = 10_000
        while true {
            if let socket = try location.connect() { return socket }
            if let lock = try acquireLock() {
                defer { close(lock) }
                // The one who held the lock before us may have started a daemon and gone.
                if let socket = try location.connect() { return socket }
                try spawn(holding: lock, until: deadline)
                if let socket = try location.connect() { return socket }
            }
            // Somebody else holds the lock: a client that is starting a daemon, or a daemon on its way up or down.
            guard !deadline.hasPassed else {
                throw .cannotStart(
                    reason: "another process holds \(location.lockPath) but does not answer", log: DaemonLog.path)
            }
            usleep(pause)
            pause = min(pause * 2, 500_000)
        }
    }

    /// The descriptor of the locked file; nil while another holds it.
    private func acquireLock() throws(ClientError) -> Int32? {
        do { try location.prepareDirectory() } catch {
            throw .unusableSocket(reason: error.description, hint: error.hint)
        }
        let descriptor = open(location.lockPath, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            let code = errno
            let isForbidden = code == EACCES || code == EPERM || code == EROFS
            throw .unusableSocket(
                reason: "cannot open the lock \(location.lockPath): \(text(of: code))",
                hint: (isForbidden ? "make the folder and the lock in it writable for you" : "move it away")
                    + ", or name another socket with --socket or SLUICE_SOCKET")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            close(descriptor)
            if code == EWOULDBLOCK || code == EINTR { return nil }
            throw .cannotStart(reason: "cannot lock \(location.lockPath): \(text(of: code))", log: nil)
        }
        return descriptor
    }

    // MARK: - The new process

    /// In the new process: 0 and 1 are /dev/null, 2 the log.
    private static let readyDescriptor: Int32 = 3
    private static let lockDescriptor: Int32 = 4

    private func spawn(holding lock: Int32, until deadline: Deadline) throws(ClientError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .cannotStart(reason: text(of: errno), log: nil) }
        let reading = ends[0]
        defer { close(reading) }
        _ = fcntl(reading, F_SETFD, FD_CLOEXEC)
        let log = DaemonLog.open()

        // Moved out of the way first, so that no `dup2` below overwrites what a later one copies.
        let high = [ends[1], lock, log.descriptor].map { fcntl($0, F_DUPFD_CLOEXEC, 10) }
        close(ends[1])
        close(log.descriptor)
        var isWritingOpen = true
        defer {
            close(high[1])
            close(high[2])
            if isWritingOpen { close(high[0]) }
        }
        guard high.allSatisfy({ $0 >= 0 }) else { throw .cannotStart(reason: text(of: EMFILE), log: nil) }

        let process = try spawn(ready: high[0], lock: high[1], log: high[2])
        close(high[0])
        isWritingOpen = false
        try awaitReadiness(reading, of: process, log: log.path, until: deadline)
    }

    private func spawn(ready: Int32, lock: Int32, log: Int32) throws(ClientError) -> pid_t {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
            var attributes: posix_spawnattr_t?
        #else
            var actions = posix_spawn_file_actions_t()
            var attributes = posix_spawnattr_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, log, 2)
        posix_spawn_file_actions_adddup2(&actions, ready, Self.readyDescriptor)
        posix_spawn_file_actions_adddup2(&actions, lock, Self.lockDescriptor)

        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        #if canImport(Darwin)
            let newSession = POSIX_SPAWN_SETSID | POSIX_SPAWN_CLOEXEC_DEFAULT
        #else
            // POSIX_SPAWN_SETSID of <spawn.h>, which shows it only to _GNU_SOURCE.
            let newSession: Int32 = 0x80
        #endif
        let flags = Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF) | newSession
        posix_spawnattr_setflags(&attributes, Int16(flags))

        let command =
            [executable, "serve", "--socket", location.path, "--ready-fd", String(Self.readyDescriptor)]
            + ["--lock-fd", String(Self.lockDescriptor)] + arguments
        var process = pid_t()
        let code = withCStrings(command) { arguments in
            withCStrings(DaemonEnvironment.current()) { environment in
                posix_spawnp(&process, executable, &actions, &attributes, arguments, environment)
            }
        }
        guard code == 0 else {
            throw .cannotStart(reason: "cannot run \(executable): \(text(of: code))", log: nil)
        }
        return process
    }

    /// The daemon writes `ready` and a line end when it listens, and anything else to say why it never will.
    private func awaitReadiness(
        _ descriptor: Int32, of process: pid_t, log: String?, until deadline: Deadline
    ) throws(ClientError) {
        var said: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 4096)
        while said.count < 65_536 {
            var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let ready = poll(&entry, 1, deadline.milliseconds)
            if ready < 0 && errno == EINTR { continue }
            guard ready > 0 else {
                kill(process, SIGTERM)
                throw .cannotStart(reason: "it was not ready in time", log: log)
            }
            let count = read(descriptor, &piece, piece.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { break }
            said += piece[..<count]
            if said.starts(with: "ready\n".utf8) { return }
        }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
        var message = String(decoding: said, as: UTF8.self)
        while message.last?.isWhitespace == true { message.removeLast() }
        if message.isEmpty {
            let signal = status & 0x7f
            message = signal == 0 ? "it ended with status \((status >> 8) & 0xff)" : "signal \(signal) ended it"
        }
        throw .cannotStart(reason: message, log: log)
    }
}

extension SocketLocation {
    /// Nil when nobody listens.
    func connect() throws(ClientError) -> LineSocket? {
        do { try verifyDirectory() } catch {
            throw .unusableSocket(reason: error.description, hint: error.hint)
        }
        do {
            return try LineSocket(path: path)
        } catch .nobody {
            return nil
        } catch .system(let code) where code == EACCES || code == EPERM {
            throw .unusableSocket(
                reason: "cannot connect to \(path): \(text(of: code))",
                hint: "the socket and its folder must be readable and writable for you: run chmod u+rwx "
                    + "'\(directory)', or name another socket with --socket or SLUICE_SOCKET")
        } catch .system(let code) {
            throw .connectionFailed(socket: path, reason: text(of: code))
        } catch {
            throw .disconnected(socket: path)
        }
    }
}

/// What a daemon inherits of the environment of whoever happened to start it: where things lie, nothing else. Where
/// models lie is not for one client to say: each names its own by their paths.
private enum DaemonEnvironment {
    private static let names: Set<String> = [
        "HOME", "USER", "LOGNAME", "PATH", "LANG", "TZ", "TMPDIR", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH",
    ]
    private static let prefixes = ["XDG_", "SLUICE_", "LC_"]

    private static func isInherited(_ name: String) -> Bool {
        guard name != "SLUICE_MODELS" else { return false }
        return names.contains(name) || prefixes.contains { name.hasPrefix($0) }
    }

    static func current() -> [String] {
        var result: [String] = []
        var entry = environ
        while let pointer = entry.pointee {
            let text = String(cString: pointer)
            let name = String(text.prefix { $0 != "=" })
            if isInherited(name) { result.append(text) }
            entry += 1
        }
        return result
    }
}

func text(of code: Int32) -> String {
    String(cString: strerror(code))
}

private func withCStrings<R>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> R
) -> R {
    var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
    pointers.append(nil)
    defer {
        for pointer in pointers { free(pointer) }
    }
    return pointers.withUnsafeBufferPointer { buffer in
        // The closing nil makes the buffer non-empty, so it has an address.
        body(buffer.baseAddress.unsafelyUnwrapped)
    }
}
