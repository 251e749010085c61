import JSONRPC
import ServerProtocol

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

enum DaemonStatusHandler: Handler {
    typealias Method = DaemonStatus

    static let isAnsweredWhileDraining = true

    static func intent(_ parameters: NoParameters, _ server: SluiceServer) -> Intent { .quick }

    static func answer(
        _ parameters: NoParameters, _ context: RequestContext
    ) throws(ResponseError) -> DaemonStatus.Result {
        let server = context.server
        let uptime = server.started.duration(to: .now) / .seconds(1)
        return DaemonStatus.Result(
            version: BuildIdentity.version, buildId: BuildIdentity.current, processId: Int(getpid()),
            uptime: (uptime * 1000).rounded() / 1000, health: server.isDraining ? .draining : .ok,
            sessions: server.sessions.count, socket: server.socketPath, methods: server.statistics.report(),
            residentMemory: Memory.resident, models: server.models.memory())
    }
}
