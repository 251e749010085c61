package import Transports

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension SluiceServer {
    /// Serves one session on standard input and output; returns the status that the process should end with.
    package func runStandardStreams() throws(TransportError) -> Int32 {
        try TerminationSignals.watch { [self] in requestStop() }
        return try run(try StandardStreams.claim(limits: limits))
    }

    /// Serves one session on a pair of streams, until the input ends, `exit` comes, or a stop is requested. Blocks.
    package func run(_ streams: StandardStreams) throws(TransportError) -> Int32 {
        let housekeeping = try Housekeeping(self)
        let session = Session(server: self, output: streams)
        let isDone = Monitor(false)
        // A session that ends of itself, as when its editor is dead, does not wait for input that may never come.
        streams.onClose { isDone.change { $0 = true } }
        let hasStarted = startThread {
            streams.run(session)
            isDone.change { $0 = true }
        }
        guard hasStarted else { throw .noThread }
        Task { [self] in
            await stopRequested()
            isDone.change { $0 = true }
        }
        _ = isDone.wait { $0 ? true : nil }
        // What was accepted is answered, also when the input has ended: `sluice serve --stdio < requests` needs it.
        _ = drain()
        let code = session.exitCode
        session.disconnected()
        housekeeping.stop()
        requestStop()
        finish()
        return code
    }
}

/// Calls back on the first SIGTERM or SIGINT, from a thread of its own; the second ends the process at once, for who
/// does not want to wait for what is under way.
package enum TerminationSignals {
    package static func watch(_ action: @escaping @Sendable () -> Void) throws(TransportError) {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGTERM)
        sigaddset(&signals, SIGINT)
        // Threads started from here on inherit the mask, so the signals come to the one that waits for them.
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        let watched = signals
        let hasStarted = startThread {
            var watched = watched
            var signal: Int32 = 0
            guard sigwait(&watched, &signal) == 0 else { return }
            action()
            pthread_sigmask(SIG_UNBLOCK, &watched, nil)
            // The only thread that takes signals has to stay.
            while true { pause() }
        }
        guard hasStarted else { throw .noThread }
    }
}
