import JSONRPC
import ServerProtocol

enum ModelsDescribeHandler: Handler {
    typealias Method = ModelsDescribe

    static func intent(_ parameters: ModelsDescribe.Parameters, _ server: SluiceServer) -> Intent { .work }

    static func answer(
        _ parameters: ModelsDescribe.Parameters, _ context: RequestContext
    ) throws(ResponseError) -> ModelDescription {
        try context.server.models.describe(parameters.model)
    }
}
