package import JSONRPC
package import Logging
package import NIOCore
import NIOPosix
import Synchronization

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Listens on a Unix-domain socket that only its user can reach, and gives each client a session.
///
/// The caller has verified the socket's folder. Of two servers on one socket the second is refused, by a lock.
package final class UnixSocketServer: Sendable {
    package struct Configuration: Sendable {
        package var path: String
        package var lockPath: String
        /// A descriptor of the lock, held by whoever started this process and handed on.
        package var inheritedLock: Int32?
        package var limits = FrameDecoder.Limits()
        package var eventLoops = 2
        /// Bytes that wait for a client that does not read; more than that closes its connection.
        package var pendingOutputLimit = 64 << 20
        /// How long a connection that was closed from here may take to flush and to go.
        package var closeTimeout = TimeAmount.seconds(5)
        /// Without a session for this long `onIdle` is called; nil: never.
        package var idleTimeout: Duration?
        package var backlog: Int32 = 256

        package init(path: String, lockPath: String) {
            self.path = path
            self.lockPath = lockPath
        }
    }

    private struct State: ~Copyable {
        var connections: [ObjectIdentifier: SocketConnection] = [:]
        var idleTimer: Scheduled<Void>?
        var isStopping = false
        var lock: SocketLock?
    }

    private let configuration: Configuration
    private let group: MultiThreadedEventLoopGroup
    private let state: Mutex<State>
    private let channel: Mutex<(any Channel)?> = Mutex(nil)
    private let identity: Mutex<SocketFile.Identity?> = Mutex(nil)
    private let makeReceiver: @Sendable (any MessageSender) -> any MessageReceiver
    private let onIdle: @Sendable () -> Void
    private let logger: Logger

    /// Takes the lock, removes a socket that was left behind, and listens.
    package static func start(
        _ configuration: Configuration, logger: Logger,
        makeReceiver: @escaping @Sendable (any MessageSender) -> any MessageReceiver,
        onIdle: @escaping @Sendable () -> Void = {}
    ) async throws(TransportError) -> UnixSocketServer {
        signal(SIGPIPE, SIG_IGN)
        let lock = try SocketLock.take(
            path: configuration.lockPath, socket: configuration.path, inherited: configuration.inheritedLock)
        try SocketFile.removeStale(configuration.path)
        let server = UnixSocketServer(
            configuration, lock: lock, logger: logger, makeReceiver: makeReceiver, onIdle: onIdle)
        try await server.listen()
        return server
    }

    private init(
        _ configuration: Configuration, lock: consuming SocketLock, logger: Logger,
        makeReceiver: @escaping @Sendable (any MessageSender) -> any MessageReceiver,
        onIdle: @escaping @Sendable () -> Void
    ) {
        self.configuration = configuration
        self.makeReceiver = makeReceiver
        self.onIdle = onIdle
        self.logger = logger
        state = Mutex(State(lock: lock))
        group = MultiThreadedEventLoopGroup(numberOfThreads: configuration.eventLoops)
    }

    private func listen() async throws(TransportError) {
        let bootstrap = ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: configuration.backlog)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            // A request comes in one piece nearly always: looking for a second one costs a system call each time.
            .childChannelOption(.maxMessagesPerRead, value: 1)
            .childChannelOption(.writeBufferWaterMark, value: .init(low: 256 << 10, high: 1 << 20))
            .childChannelInitializer { [self] channel in
                channel.peerUser().flatMap { [self] user in
                    guard user == getuid() else {
                        logger.warning("a connection of another user was refused", metadata: ["user": "\(user)"])
                        return channel.close()
                    }
                    return accept(channel)
                }
            }
        do {
            let channel = try await bootstrap.bind(unixDomainSocketPath: configuration.path).get()
            // Its folder is closed to everybody else already: this is the second lock on the same door.
            chmod(configuration.path, 0o600)
            self.channel.withLock { $0 = channel }
            identity.withLock { $0 = SocketFile.identity(configuration.path) }
        } catch {
            try? await group.shutdownGracefully()
            throw TransportError(
                "cannot listen on \(configuration.path): \(error)",
                hint: "make its folder writable for you, or name another socket with --socket or SLUICE_SOCKET")
        }
        startIdleTimer()
    }

    private func accept(_ channel: any Channel) -> EventLoopFuture<Void> {
        let connection = SocketConnection(
            eventLoop: channel.eventLoop, configuration: configuration, makeReceiver: makeReceiver)
        let isWelcome = state.withLock { state in
            guard !state.isStopping else { return false }
            state.connections[ObjectIdentifier(connection)] = connection
            state.idleTimer?.cancel()
            state.idleTimer = nil
            return true
        }
        guard isWelcome else { return channel.close() }
        channel.closeFuture.whenComplete { [self] _ in
            let isLast = state.withLock { state in
                state.connections[ObjectIdentifier(connection)] = nil
                return state.connections.isEmpty
            }
            if isLast { startIdleTimer() }
        }
        return channel.pipeline.addHandler(connection)
    }

    private func startIdleTimer() {
        guard let timeout = configuration.idleTimeout else { return }
        state.withLock { state in
            guard state.connections.isEmpty, !state.isStopping else { return }
            state.idleTimer?.cancel()
            state.idleTimer = group.next().scheduleTask(in: TimeAmount(timeout)) { [self] in
                guard isIdle else { return }
                onIdle()
            }
        }
    }

    private var isIdle: Bool { state.withLock { $0.connections.isEmpty && !$0.isStopping } }

    package var connectionCount: Int { state.withLock { $0.connections.count } }

    /// Takes no more clients and removes the socket; those that are there stay.
    package func stopAccepting() async {
        state.withLock { state in
            state.isStopping = true
            state.idleTimer?.cancel()
        }
        let channel = channel.withLock { $0.take() }
        // The lock is still ours, so the socket is too, unless somebody moved it away by hand.
        let own = identity.withLock { $0.take() }
        if own != nil, own == SocketFile.identity(configuration.path) { unlink(configuration.path) }
        try? await channel?.close().get()
    }

    /// Closes every connection once its output has gone out, gives up the lock and ends the event loops.
    package func shutDown() async {
        await stopAccepting()
        let connections = state.withLock { Array($0.connections.values) }
        for connection in connections { connection.close() }
        let deadline = ContinuousClock.now + .nanoseconds(configuration.closeTimeout.nanoseconds)
        while connectionCount > 0, ContinuousClock.now < deadline {
            try? await Task.sleep(for: .milliseconds(5))
        }
        try? await group.shutdownGracefully()
        state.withLock { $0.lock = nil }
    }
}

extension Channel {
    /// The user at the other end, as the kernel knows it.
    fileprivate func peerUser() -> EventLoopFuture<uid_t> {
        guard let provider = self as? any SocketOptionProvider else {
            return eventLoop.makeFailedFuture(ChannelError.operationUnsupported)
        }
        #if canImport(Darwin)
            let credentials: EventLoopFuture<xucred> = provider.unsafeGetSocketOption(
                level: .init(rawValue: SOL_LOCAL), name: .init(rawValue: LOCAL_PEERCRED))
            return credentials.map(\.cr_uid)
        #else
            let credentials: EventLoopFuture<PeerCredentials> = provider.unsafeGetSocketOption(
                level: .socket, name: .init(rawValue: SO_PEERCRED))
            return credentials.map(\.user)
        #endif
    }
}

#if !canImport(Darwin)
    /// `struct ucred` of <sys/socket.h>, which shows it only to _GNU_SOURCE.
    private struct PeerCredentials: Sendable {
        var process: pid_t
        var user: uid_t
        var group: gid_t
    }
#endif
