import JSONRPC
import ServerProtocol

enum ModelsLoadHandler: Handler {
    typealias Method = ModelsLoad

    static func intent(_ parameters: ModelReference, _ server: SluiceServer) -> Intent { .work }

    static func appearance(_ parameters: ModelReference) -> Appearance? {
        Appearance("Loading", parameters.model, hasPercentage: false)
    }

    static func answer(
        _ parameters: ModelReference, _ context: RequestContext
    ) throws(ResponseError) -> ModelDescription {
        try context.server.models.load(parameters)
    }
}
