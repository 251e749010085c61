package import Models
import RecurrentNetworks
import TextAnalysis

/// What is it? The labels of a text with their probabilities.
package struct Classifier: Sendable {
    package let model: Model

    package init(model: Model) {
        self.model = model
    }

    /// The `top` most probable labels, all where it is nil; at least one. The empty text is answered too.
    package func classify(_ text: String, top: Int? = nil) -> Classification {
        let encoded = model.pipeline.encode(text)
        let outputs = encoded.ids.withUnsafeBufferPointer { model.network.predict(ids: $0, width: encoded.width) }
        return classification(outputs, of: encoded, top: top)
    }

    /// What the network's outputs for a text say.
    func classification(_ outputs: [Float], of encoded: EncodedText, top: Int?) -> Classification {
        // Before they are rounded, which would make equals of some; equals keep the order of the labels.
        let ranked = zip(model.labels, outputs).enumerated().sorted {
            ($1.element.1, $0.offset) < ($0.element.1, $1.offset)
        }
        return Classification(
            labels: ranked.prefix(max(1, top ?? ranked.count)).map { ranked in
                Classification.Score(label: ranked.element.0, probability: Double(ranked.element.1).toSixDecimals)
            },
            tokens: encoded.count, unknown: encoded.unknown, truncated: encoded.truncated)
    }
}

package struct Classification: Sendable, Equatable {
    /// The most probable first; never empty.
    package let labels: [Score]
    /// Steps that the network read.
    package let tokens: Int
    /// How many of them the vocabulary does not have.
    package let unknown: Int
    /// The text went on after the last step that the model reads.
    package let truncated: Bool

    package struct Score: Sendable, Equatable {
        package let label: String
        /// 0 ... 1, to six decimals.
        package let probability: Double

        package init(label: String, probability: Double) {
            self.label = label
            self.probability = probability
        }
    }

    package var label: String { labels.first?.label ?? "" }
    package var probability: Double { labels.first?.probability ?? 0 }

    package init(labels: [Score], tokens: Int, unknown: Int, truncated: Bool) {
        self.labels = labels
        self.tokens = tokens
        self.unknown = unknown
        self.truncated = truncated
    }
}

extension Double {
    /// More than a network knows, and the same text in every client.
    var toSixDecimals: Double { (self * 1e6).rounded() / 1e6 }
}
