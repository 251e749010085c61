import Logging
package import ServerProtocol
import ServiceLifecycle
package import Transports
import UnixSignals

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension SluiceServer {
    /// Serves a Unix socket until it is told to stop, by SIGTERM, SIGINT, `daemon/shutdown`, or by nobody coming.
    ///
    /// - Parameters:
    ///   - inheritedLock: a descriptor of the socket's lock, held by the process that started this one.
    ///   - readiness: told `ready` once clients can connect, or why they never will.
    package func runSocket(
        _ location: SocketLocation, inheritedLock: Int32? = nil, readiness: Readiness = Readiness(descriptor: nil)
    ) async throws(TransportError) {
        let housekeeping: Housekeeping
        let transport: UnixSocketServer
        do throws(TransportError) {
            housekeeping = try Housekeeping(self)
            transport = try await listen(location, inheritedLock: inheritedLock)
        } catch {
            readiness.failed("\(error.reason); \(error.hint)")
            throw error
        }
        if configuration.leavesFolder { _ = chdir("/") }
        readiness.ready()
        logger.notice("listening", metadata: ["socket": "\(location.path)", "build": "\(BuildIdentity.current)"])

        let services = ServiceGroup(
            configuration: .init(
                services: [
                    .init(
                        service: SocketService(server: self), successTerminationBehavior: .gracefullyShutdownGroup,
                        failureTerminationBehavior: .gracefullyShutdownGroup)
                ],
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: Logger(label: "sluice") { _ in SwiftLogNoOpLogHandler() }))
        try? await services.run()

        requestStop()
        await transport.stopAccepting()
        if await !drainAside() { logger.warning("stopped before every request was answered") }
        await transport.shutDown()
        housekeeping.stop()
        finish()
        logger.notice("stopped")
    }

    private func listen(
        _ location: SocketLocation, inheritedLock: Int32?
    ) async throws(TransportError) -> UnixSocketServer {
        do throws(SocketLocationError) {
            try location.prepareDirectory()
        } catch {
            throw TransportError(error.description, hint: error.hint)
        }
        var settings = UnixSocketServer.Configuration(path: location.path, lockPath: location.lockPath)
        settings.inheritedLock = inheritedLock
        settings.limits = limits
        settings.eventLoops = configuration.eventLoops ?? min(Processor.usableCores, 4)
        settings.pendingOutputLimit = configuration.pendingOutputLimit
        settings.idleTimeout = configuration.idleTimeout
        let transport = try await UnixSocketServer.start(
            settings, logger: logger, makeReceiver: { [self] in session(output: $0) },
            onIdle: { [self] in
                logger.notice("nobody came for a while")
                requestStop()
            })
        socketPath = location.path
        if configuration.warmsUp { _ = workers.submit { [self] in models.warmUp() } }
        return transport
    }
}

/// Ends when the server is told to stop, by a signal or by a client.
private struct SocketService: Service {
    let server: SluiceServer

    func run() async {
        await cancelWhenGracefulShutdown { await server.stopRequested() }
    }
}
