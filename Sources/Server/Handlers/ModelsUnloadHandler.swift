import JSONRPC
import ServerProtocol

enum ModelsUnloadHandler: Handler {
    typealias Method = ModelsUnload

    static func intent(_ parameters: ModelReference, _ server: SluiceServer) -> Intent { .work }

    static func answer(
        _ parameters: ModelReference, _ context: RequestContext
    ) throws(ResponseError) -> ModelDescription {
        try context.server.models.unload(parameters)
    }
}
