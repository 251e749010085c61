import JSONRPC
import ServerProtocol

enum ModelsReloadHandler: Handler {
    typealias Method = ModelsReload

    static func intent(_ parameters: ModelReference, _ server: SluiceServer) -> Intent { .work }

    static func appearance(_ parameters: ModelReference) -> Appearance? {
        Appearance("Reloading", parameters.model, hasPercentage: false)
    }

    static func answer(
        _ parameters: ModelReference, _ context: RequestContext
    ) throws(ResponseError) -> ModelDescription {
        try context.server.models.reload(parameters)
    }
}
