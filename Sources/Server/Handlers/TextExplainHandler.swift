import JSONRPC
import LanguageFeatures
import Models
import RecurrentNetworks
import ServerProtocol

enum TextExplainHandler: Handler {
    typealias Method = TextExplain

    static func intent(_ parameters: TextExplain.Parameters, _ server: SluiceServer) -> Intent { .work }

    static func answer(
        _ parameters: TextExplain.Parameters, _ context: RequestContext
    ) throws(ResponseError) -> TextExplain.Result {
        try context.server.models.use(parameters.model, for: parameters.text, to: .classify) {
            (model) throws(ResponseError) in
            let explanation = try explanation(
                of: parameters.text, by: model, label: parameters.label, method: .init(parameters.method),
                states: parameters.states, context)
            return TextExplain.Result(
                model: model.name, label: explanation.label, probability: explanation.probability,
                baseline: explanation.baseline, tokens: tokens(explanation, of: parameters.text, by: model, context),
                states: explanation.states?.map(TextExplain.LayerStates.init), truncated: explanation.truncated)
        }
    }

    /// The tokens of the explanation that `text/classify` adds: of the most probable label.
    static func tokens(
        of text: String, by model: LoadedNetwork, _ context: RequestContext
    ) throws(ResponseError) -> [TextExplain.Token] {
        let explanation = try explanation(
            of: text, by: model, label: nil, method: .integratedGradients, states: false, context)
        return tokens(explanation, of: text, by: model, context)
    }

    private static func explanation(
        of text: String, by model: LoadedNetwork, label: String?, method: Explainer.Method, states: Bool,
        _ context: RequestContext
    ) throws(ResponseError) -> Explanation {
        let configuration = context.server.configuration
        var limits = Explainer.Limits()
        limits.tokens = configuration.explainedTokensLimit
        limits.values = configuration.explainedValuesLimit
        do throws(ExplainerError) {
            let explanation = try Explainer(model: model.model, limits: limits).explain(
                text, label: label, method: method, states: states, while: { context.isWanted })
            if let explanation { return explanation }
        } catch {
            throw ResponseError(error)
        }
        try context.checkCancellation()
        throw .stopping
    }

    private static func tokens(
        _ explanation: Explanation, of text: String, by model: LoadedNetwork, _ context: RequestContext
    ) -> [TextExplain.Token] {
        var offsets = TextOffsets(text, in: context.positionEncoding)
        return explanation.tokens.map { token in
            TextExplain.Token(
                text: token.text, start: offsets(token.range.lowerBound), end: offsets(token.range.upperBound),
                attribution: token.attribution,
                prefix: token.prefix.map { probabilities in
                    zip(model.model.labels, probabilities).map { .init(label: $0, probability: $1) }
                })
        }
    }
}

extension Explainer.Method {
    fileprivate init(_ method: TextExplain.Method) {
        switch method {
        case .integratedGradients: self = .integratedGradients
        case .occlusion: self = .occlusion
        case .prefix: self = .prefix
        }
    }
}

extension ResponseError {
    init(_ error: ExplainerError) {
        let code: Code =
            switch error {
            case .unsupportedTask, .unknownLabel, .network(.unsupported): .invalidParams
            case .tooManyTokens, .tooManyValues, .network(.tooLarge): .tooLarge
            }
        self.init(code, error.description, hint: error.hint)
    }
}
