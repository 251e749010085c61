import JSONRPC
import LanguageFeatures
import Models
import ServerProtocol

enum TextClassifyHandler: Handler {
    typealias Method = TextClassify

    /// An empty text takes as long as one of so many bytes.
    private static let leastBytes = 64

    static func intent(
        _ parameters: TextClassify.Parameters, _ server: SluiceServer
    ) throws(ResponseError) -> Intent {
        let configuration = server.configuration
        let limit = parameters.explain ? configuration.explainedTextsLimit : configuration.textsLimit
        if case .texts(let texts) = parameters.input, texts.count > limit {
            throw ResponseError(
                .tooLarge,
                "\(texts.count) texts came\(parameters.explain ? " to explain" : ""), expected at most \(limit)",
                hint: "split the texts over several requests")
        }
        if parameters.explain { return .work }
        var left = server.configuration.quickTextLimit
        func isQuick(_ text: String) -> Bool {
            left -= max(text.utf8.count, leastBytes)
            return left >= 0 && server.models.isReady(parameters.model, for: text, to: .classify)
        }
        let isQuick =
            switch parameters.input {
            case .text(let text): isQuick(text)
            case .texts(let texts): texts.allSatisfy(isQuick)
            }
        return isQuick ? .quick : .work
    }

    static func answer(
        _ parameters: TextClassify.Parameters, _ context: RequestContext
    ) throws(ResponseError) -> TextClassify.Result {
        switch parameters.input {
        case .text(let text):
            return .one(try classify(text, parameters, context))
        case .texts(let texts):
            var results: [TextClassify.Classification] = []
            results.reserveCapacity(texts.count)
            for text in texts {
                try context.checkCancellation()
                results.append(try classify(text, parameters, context))
            }
            return .many(results)
        }
    }

    private static func classify(
        _ text: String, _ parameters: TextClassify.Parameters, _ context: RequestContext
    ) throws(ResponseError) -> TextClassify.Classification {
        try context.server.models.use(parameters.model, for: text, to: .classify) { (model) throws(ResponseError) in
            let answer = model.classifier.classify(text, top: parameters.top)
            return TextClassify.Classification(
                model: model.name, label: answer.label, probability: answer.probability,
                labels: answer.labels.map { .init(label: $0.label, probability: $0.probability) },
                tokens: answer.tokens, unknown: answer.unknown, truncated: answer.truncated,
                explanation: parameters.explain ? try TextExplainHandler.tokens(of: text, by: model, context) : nil)
        }
    }
}
