package import Models
package import RecurrentNetworks
import TextAnalysis

/// What do the recurrent layers hold while they read a text? Whatever the model is for.
package struct TextStates: Sendable, Equatable {
    package struct Token: Sendable, Equatable {
        /// As it stands in the text, whatever the pipeline made of it.
        package let text: String
        /// Where it stands: UTF-8 offsets, end-exclusive.
        package let range: Range<Int>
    }

    package let tokens: [Token]
    /// By layer and direction; their gradients are of the largest number that the network answers at its end.
    package let layers: [LayerStates]
    /// The text went on after the last step that the model reads.
    package let truncated: Bool

    package init(of text: String, _ model: Model, limits: Explainer.Limits = .init()) throws(ExplainerError) {
        let encoded = model.pipeline.encode(text)
        guard encoded.count <= limits.tokens else { throw .tooManyTokens(encoded.count, limit: limits.tokens) }
        let values = model.network.stateCount(steps: encoded.count)
        guard values <= limits.values else { throw .tooManyValues(values, limit: limits.values) }
        do {
            // A writer has read where a text begins before its first token.
            let start = model.task == .generate ? [Int32(truncatingIfNeeded: model.pipeline.idCount)] : []
            let ids = start + encoded.ids
            let explainer = try SequenceExplainer(model.network, ids: ids, width: encoded.width)
            let answer = ids.withUnsafeBufferPointer { model.network.predict(ids: $0, width: encoded.width) }
            let last = answer.indices.suffix(model.network.plan.output.features)
            let largest = last.reduce(last.startIndex) { answer[$1] > answer[$0] ? $1 : $0 }
            layers =
                (0..<explainer.outputCount).contains(largest)
                ? explainer.states(of: largest).map { $0.withoutFirst(start.count) } : []
        } catch {
            throw .network(error)
        }
        tokens = model.pipeline.tokenTexts(of: text, atMost: encoded.count).map {
            Token(text: $0.text, range: $0.range)
        }
        truncated = encoded.truncated
    }
}
