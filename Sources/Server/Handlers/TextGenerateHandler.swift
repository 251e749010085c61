import JSONRPC
import LanguageFeatures
import Models
import ServerProtocol

enum TextGenerateHandler: Handler {
    typealias Method = TextGenerate

    /// Tokens that take no longer than other work does.
    private static let shortLength = 1_000

    static func intent(
        _ parameters: TextGenerate.Parameters, _ server: SluiceServer
    ) throws(ResponseError) -> Intent {
        let length = parameters.length ?? TextGenerate.standardLength
        let limit = server.configuration.generatedTokensLimit
        guard length <= limit else {
            throw ResponseError(
                .tooLarge, "a length of \(length) tokens came, expected at most \(limit)",
                hint: "write less at once, and go on with the end of the text as the prompt")
        }
        return length <= shortLength ? .work : .long
    }

    static func answer(
        _ parameters: TextGenerate.Parameters, _ context: RequestContext
    ) throws(ResponseError) -> TextGenerate.Result {
        let prompt = parameters.prompt ?? ""
        return try context.server.models.use(parameters.model, for: prompt, to: .generate) {
            (model) throws(ResponseError) in
            let seed = parameters.seed ?? Int.random(in: 0..<1 << 32)
            var request = TextGenerator.Request()
            request.prompt = prompt
            request.label = parameters.label
            request.length = parameters.length ?? TextGenerate.standardLength
            request.temperature = parameters.temperature ?? 1
            request.seed = UInt64(seed)
            let text: GeneratedText?
            do throws(GenerationError) {
                text = try TextGenerator(model: model.model).write(request, while: { context.isWanted }) { piece in
                    guard let token = parameters.partialResultToken else { return }
                    context.notify(Progress.notification(token, text: piece))
                }
            } catch {
                throw ResponseError(error)
            }
            guard let text else {
                try context.checkCancellation()
                throw .stopping
            }
            guard text.ended || text.tokens == request.length else {
                throw ResponseError(
                    .modelInvalid, "the network gives no token a probability", hint: "train the model again")
            }
            return TextGenerate.Result(
                model: model.name, text: text.text, label: text.label, seed: seed, tokens: text.tokens,
                unknown: text.unknown, ended: text.ended, logProbability: text.logProbability)
        }
    }
}

extension ResponseError {
    fileprivate init(_ error: GenerationError) {
        let code: Code =
            switch error {
            case .unknownLabel, .temperature: .invalidParams
            case .promptTooLong: .tooLarge
            case .network: .modelInvalid
            }
        self.init(code, error.description, hint: error.hint)
    }
}
