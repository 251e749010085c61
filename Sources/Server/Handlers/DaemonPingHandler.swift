import JSONRPC
import ServerProtocol

enum DaemonPingHandler: Handler {
    typealias Method = DaemonPing

    static let isAnsweredWhileDraining = true

    static func intent(_ parameters: NoParameters, _ server: SluiceServer) -> Intent { .quick }

    static func answer(_ parameters: NoParameters, _ context: RequestContext) throws(ResponseError) -> EmptyResult {
        EmptyResult()
    }
}
