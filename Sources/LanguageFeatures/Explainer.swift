package import Models
package import RecurrentNetworks
import TextAnalysis

/// Why is it that? What each token of a text has to do with the probability of a label.
package struct Explainer: Sendable {
    package let model: Model
    package let limits: Limits

    /// More work or memory than that is refused.
    package struct Limits: Sendable {
        /// Of a text, as the model reads it.
        package var tokens = 512
        /// Numbers that an explanation has beside the attributions: gates and states, or the labels' probabilities
        /// after each token.
        package var values = 1_000_000

        package init() {}
    }

    package enum Method: String, Sendable, CaseIterable {
        /// How much of the probability each token brought about, between the text and one whose tokens mean nothing to
        /// the model: their embeddings are 0 (`IntegratedGradients`). The attributions make the whole difference.
        case integratedGradients = "integrated-gradients"
        /// By how much the probability falls where a token is left out, and with it every n-gram that held it.
        case occlusion
        /// By how much the probability rises as a token is read. The attributions make the difference to the empty text.
        case prefix
    }

    package init(model: Model, limits: Limits = Limits()) {
        self.model = model
        self.limits = limits
    }

    /// - Parameters:
    ///   - label: one of the model's; nil for the most probable.
    ///   - states: whether to tell what the recurrent layers held.
    ///   - isWanted: asked again and again while it takes long.
    /// - Returns: nil where it is no longer wanted.
    package func explain(
        _ text: String, label: String? = nil, method: Method = .integratedGradients, states: Bool = false,
        while isWanted: () -> Bool = { true }
    ) throws(ExplainerError) -> Explanation? {
        // Others have probabilities too, but not of the text.
        guard model.task == .classify else { throw .unsupportedTask(model.task) }
        let encoded = model.pipeline.encode(text)
        let probabilities = predict(encoded)
        let index: Int
        if let label {
            guard let found = model.labels.firstIndex(of: label) else {
                throw .unknownLabel(label, known: model.labels)
            }
            index = found
        } else {
            // The first of equals, as the classifier has it.
            index = probabilities.indices.reduce(0) { probabilities[$1] > probabilities[$0] ? $1 : $0 }
        }
        guard encoded.count <= limits.tokens else {
            throw .tooManyTokens(encoded.count, limit: limits.tokens)
        }
        if states { try check(values: model.network.stateCount(steps: encoded.count)) }
        if method == .prefix { try check(values: encoded.count * model.labels.count) }

        var explanation = Explanation(
            label: model.labels[index], probability: Double(probabilities[index]).toSixDecimals,
            tokens: model.pipeline.tokenTexts(of: text, atMost: encoded.count).map {
                Explanation.Token(text: $0.text, range: $0.range)
            }, truncated: encoded.truncated)
        do throws(ExplanationError) {
            let explainer =
                states || method == .integratedGradients
                ? try SequenceExplainer(model.network, ids: encoded.ids, width: encoded.width) : nil
            switch method {
            case .integratedGradients:
                guard let result = explainer?.integratedGradients(of: index, while: isWanted) else { return nil }
                explanation.baseline = result.baseline.toSixDecimals
                explanation.attribute(result.attributions)
            case .occlusion:
                var falls: [Double] = []
                for step in 0..<encoded.count {
                    guard isWanted() else { return nil }
                    falls.append(
                        Double(probabilities[index])
                            - Double(predict(model.pipeline.leavingOut(step, of: encoded))[index]))
                }
                explanation.attribute(falls)
            case .prefix:
                guard
                    let outputs = model.network.prefixOutputs(
                        ids: encoded.ids, width: encoded.width, while: isWanted)
                else { return nil }
                explanation.baseline = outputs.first.map { Double($0[index]).toSixDecimals }
                explanation.attribute(zip(outputs.dropFirst(), outputs).map { Double($0[index]) - Double($1[index]) })
                for (token, output) in outputs.dropFirst().enumerated() {
                    explanation.tokens[token].prefix = output.map { Double($0).toSixDecimals }
                }
            }
            guard isWanted() else { return nil }
            if states { explanation.states = explainer?.states(of: index) }
        } catch {
            throw .network(error)
        }
        return explanation
    }

    private func predict(_ encoded: EncodedText) -> [Float] {
        encoded.ids.withUnsafeBufferPointer { model.network.predict(ids: $0, width: encoded.width) }
    }

    private func check(values: Int) throws(ExplainerError) {
        guard values <= limits.values else { throw .tooManyValues(values, limit: limits.values) }
    }
}

package struct Explanation: Sendable, Equatable {
    /// Whose probability is explained.
    package let label: String
    /// Of the text, to six decimals, as are all that follow.
    package let probability: Double
    /// What the attributions begin at: their sum is probability − baseline. Nil for occlusion, whose attributions are
    /// each on their own.
    package fileprivate(set) var baseline: Double?
    /// Those that the model read.
    package fileprivate(set) var tokens: [Token]
    /// By layer and direction, where they were asked for.
    package fileprivate(set) var states: [LayerStates]?
    /// The text went on after the last step that the model reads.
    package let truncated: Bool

    package struct Token: Sendable, Equatable {
        /// As it stands in the text, whatever the pipeline made of it.
        package let text: String
        /// Where it stands: UTF-8 offsets, end-exclusive. The jamo of a syllable all stand where the syllable does.
        package let range: Range<Int>
        /// Above 0 it speaks for the label, below 0 against it.
        package fileprivate(set) var attribution = 0.0
        /// Every label's probability once this token is read, in the order of the model's labels; for `prefix` alone.
        package fileprivate(set) var prefix: [Double]?
    }

    fileprivate mutating func attribute(_ attributions: [Double]) {
        for (index, attribution) in attributions.prefix(tokens.count).enumerated() {
            tokens[index].attribution = attribution.toSixDecimals
        }
    }
}

extension TextPipeline {
    /// The tokens of a text, up to so many, as they stand in it, and where.
    func tokenTexts(of text: String, atMost count: Int) -> [(text: String, range: Range<Int>)] {
        let ranges = tokenRanges(of: text, atMost: count)
        var text = text
        return text.withUTF8 { utf8 in
            ranges.map { (String(decoding: UnsafeBufferPointer(rebasing: utf8[$0]), as: UTF8.self), $0) }
        }
    }
}

/// Why a text is not explained.
package enum ExplainerError: Error, Sendable, Equatable, CustomStringConvertible {
    case unsupportedTask(Model.Task)
    case unknownLabel(String, known: [String])
    case tooManyTokens(Int, limit: Int)
    case tooManyValues(Int, limit: Int)
    case network(ExplanationError)

    package var description: String {
        switch self {
        case .unsupportedTask(let task):
            return "the model's task is \(task.rawValue); expected one that gives a text a label"
        case .unknownLabel(let label, _):
            return "the model has no label \"\(label.prefix(200))\""
        case .tooManyTokens(let count, let limit):
            return "the model reads \(count) tokens of the text; at most \(limit) are explained"
        case .tooManyValues(let count, let limit):
            return "the explanation would have \(count) numbers beside the attributions, expected at most \(limit)"
        case .network(let error): return error.description
        }
    }

    package var hint: String {
        switch self {
        case .unknownLabel(_, let known): return Self.listing(known)
        case .tooManyTokens: return "explain a part of the text"
        case .tooManyValues: return "explain a part of the text, or ask for neither states nor prefix"
        case .unsupportedTask, .network(.unsupported):
            return "name a model whose task is \(Model.Task.classify.rawValue)"
        case .network(.tooLarge): return "explain a part of the text, or a smaller model"
        }
    }

    /// The labels that there are, so many of them as can be read.
    package static func listing(_ labels: [String]) -> String {
        let shown = labels.prefix(50).map { "\"\($0)\"" }.joined(separator: ", ")
        return "the labels are \(shown)" + (labels.count > 50 ? ", … (\(labels.count))" : "")
    }
}
