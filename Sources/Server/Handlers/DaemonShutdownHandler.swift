import JSONRPC
import ServerProtocol

enum DaemonShutdownHandler: Handler {
    typealias Method = DaemonShutdown

    static let isAnsweredWhileDraining = true

    static func intent(_ parameters: NoParameters, _ server: SluiceServer) -> Intent { .quick }

    static func answer(_ parameters: NoParameters, _ context: RequestContext) throws(ResponseError) -> EmptyResult {
        context.server.requestStop()
        return EmptyResult()
    }
}
