#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A process that has to stay alive, by its number alone: it is no child of ours.
final class WatchedProcess {
    let id: pid_t
    /// Can be polled: there is something to read when the process has ended. Nil where the system has no such thing.
    let descriptor: Int32?

    /// Nil for what is the number of no process.
    init?(_ number: Int) {
        guard let id = pid_t(exactly: number), id > 0 else { return nil }
        self.id = id
        descriptor = Self.open(id)
    }

    deinit {
        if let descriptor { close(descriptor) }
    }

    /// A process of another user is alive too, though it cannot be signalled.
    var isAlive: Bool { kill(id, 0) == 0 || errno != ESRCH }

    /// `pidfd_open` of Linux 5.3, which not every C library declares.
    private static func open(_ id: pid_t) -> Int32? {
        #if os(Linux)
            typealias Function = @convention(c) (pid_t, UInt32) -> Int32
            guard let symbol = dlsym(nil, "pidfd_open") else { return nil }
            let descriptor = unsafeBitCast(symbol, to: Function.self)(id, 0)
            return descriptor >= 0 ? descriptor : nil
        #else
            return nil
        #endif
    }
}
