import Transports

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// What has to be looked after now and then while a server runs.
final class Housekeeping: Sendable {
    private static let interval = Duration.seconds(2)
    private let isStopped = Monitor(false)

    init(_ server: SluiceServer) throws(TransportError) {
        let hasStarted = startThread { [isStopped] in
            while isStopped.wait(atMost: Self.interval, { $0 ? true : nil }) == nil {
                server.models.removeExpired()
                Self.endOrphans(server)
                for session in server.sessions.all { session.editing?.lookAtFiles() }
            }
        }
        guard hasStarted else { throw .noThread }
    }

    deinit { stop() }

    func stop() {
        isStopped.change { $0 = true }
    }

    /// LSP 3.17: a server ends when the process that started it is dead, even where a connection stays open.
    private static func endOrphans(_ server: SluiceServer) {
        for session in server.sessions.all {
            guard let process = session.clientProcess, let id = pid_t(exactly: process), id > 0 else { continue }
            if kill(id, 0) != 0, errno == ESRCH { session.end() }
        }
    }
}
