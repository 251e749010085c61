package import Models
package import RecurrentNetworks
import TextAnalysis

/// Why has each token its tag? What every token of a text has to do with the tag of every other.
package struct TagExplainer: Sendable {
    package let model: Model
    private let tagger: Tagger

    /// Each token is explained by itself: the work grows with the square of their number.
    package static let maximumTokens = 64
    /// Of the scores, which are further apart than probabilities.
    private static let tolerance = 1e-2

    /// `model` is one whose task is `tag`.
    package init(model: Model) {
        self.model = model
        tagger = Tagger(model: model)
    }

    /// - Parameter isWanted: asked again and again while it takes long.
    /// - Returns: nil where it is no longer wanted.
    package func explain(
        _ text: String, while isWanted: () -> Bool = { true }
    ) throws(ExplainerError) -> TagExplanation? {
        let encoded = model.pipeline.encode(text)
        guard encoded.count <= Self.maximumTokens else {
            throw .tooManyTokens(encoded.count, limit: Self.maximumTokens)
        }
        let answer = tagger.tag(text)
        let texts = model.pipeline.tokenTexts(of: text, atMost: encoded.count)
        let labels = model.labels.count
        // The answer's numbers are (T, L): that of each token's own tag.
        let outputs = answer.tokens.enumerated().map { step, token in
            step * labels + (model.labels.firstIndex(of: token.tag) ?? 0)
        }
        let focus = answer.spans.first?.tokens.lowerBound ?? 0
        do throws(ExplanationError) {
            let explainer = try SequenceExplainer(model.network, ids: encoded.ids, width: encoded.width)
            var attributions: [[Double]] = []
            for output in outputs {
                guard
                    let gradients = explainer.integratedGradients(
                        of: output, tolerance: Self.tolerance, while: isWanted)
                else { return nil }
                attributions.append(gradients.attributions.map(\.toSixDecimals))
            }
            guard isWanted() else { return nil }
            return TagExplanation(
                tokens: zip(texts, answer.tokens).map { text, token in
                    TagExplanation.Token(
                        text: text.text, range: text.range, tag: token.tag, probability: token.probability)
                },
                spans: answer.spans, attributions: attributions, focus: focus,
                states: outputs.indices.contains(focus) ? explainer.states(of: outputs[focus]) : [],
                truncated: encoded.truncated)
        } catch {
            throw .network(error)
        }
    }
}

package struct TagExplanation: Sendable, Equatable {
    package struct Token: Sendable, Equatable {
        /// As it stands in the text, whatever the pipeline made of it.
        package let text: String
        /// Where it stands: UTF-8 offsets, end-exclusive.
        package let range: Range<Int>
        package let tag: String
        /// Of the tag, 0 ... 1, to six decimals.
        package let probability: Double
    }

    package let tokens: [Token]
    package let spans: [TaggedText.Span]
    /// `attributions[t][s]`: how much token s brought about of the score that the network gives token t for its tag
    /// (`IntegratedGradients`), to six decimals. Of a CRF it is the score before the neighbours' tags are weighed, else
    /// the tag's probability.
    package let attributions: [[Double]]
    /// The token whose score the gradients of `states` are of: the first of the first span, else the first.
    package let focus: Int
    /// By layer and direction.
    package let states: [LayerStates]
    /// The text went on after the last step that the model reads.
    package let truncated: Bool
}
