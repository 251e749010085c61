import JSONRPC
import ServerProtocol

enum ModelsListHandler: Handler {
    typealias Method = ModelsList

    static func intent(_ parameters: NoParameters, _ server: SluiceServer) -> Intent { .work }

    static func answer(
        _ parameters: NoParameters, _ context: RequestContext
    ) throws(ResponseError) -> ModelsList.Result {
        ModelsList.Result(models: context.server.models.list())
    }
}
