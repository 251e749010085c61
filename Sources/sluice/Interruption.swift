import Synchronization

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

private let interrupted = Atomic(false)

/// Ctrl-C: the first one asks, the second ends the process as if nobody had listened.
struct Interruption {
    var hasCome: Bool { interrupted.load(ordering: .relaxed) }

    func listen() {
        // Initialised here: a signal handler must not be the first to touch a global.
        interrupted.store(false, ordering: .relaxed)
        var action = sigaction()
        #if canImport(Darwin)
            action.__sigaction_u.__sa_handler = { _ in interrupted.store(true, ordering: .relaxed) }
        #else
            action.__sigaction_handler.sa_handler = { _ in interrupted.store(true, ordering: .relaxed) }
        #endif
        action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_RESTART
        sigaction(SIGINT, &action, nil)
    }
}

enum Processors {
    /// Those that are on line; at least one.
    static var count: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
