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
        TerminationSignals.watch { [self] in requestStop() }
        return run(try StandardStreams.claim(limits: limits))
    }

    /// Serves one session on a pair of streams, until the input ends, `exit` comes, or a stop is requested. Blocks.
    package func run(_ streams: StandardStreams) -> Int32 {
        let session = Session(server: self, output: streams)
        let isDone = Monitor(false)
        let housekeeping = Housekeeping(self)
        startThread {
            streams.run(session)
            isDone.change { $0 = true }
        }
        Task { [self] in
            await stopRequested()
            isDone.change { $0 = true }
        }
        _ = isDone.wait { $0 ? true : nil }
        // What was accepted is answered, also when the input has ended: `sluice serve --stdio < requests` needs it.
        _ = drain(atMost: isDraining ? configuration.drainTimeout : nil)
        let code = session.exitCode
        session.disconnected()
        housekeeping.stop()
        requestStop()
        finish()
        return code
    }
}

/// Calls back on SIGTERM and SIGINT, from a thread of its own.
enum TerminationSignals {
    static func watch(_ action: @escaping @Sendable () -> Void) {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGTERM)
        sigaddset(&signals, SIGINT)
        // Threads started from here on inherit the mask, so the signals come to the one that waits for them.
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        let watched = signals
        startThread {
            var watched = watched
            var signal: Int32 = 0
            if sigwait(&watched, &signal) == 0 { action() }
        }
    }
}
