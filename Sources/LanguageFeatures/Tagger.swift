package import Models
import RecurrentNetworks
import TextAnalysis

/// What is each part of it? The tags of a text's tokens, and the spans that they mark.
///
/// The tags are those of the best sequence as a whole, among the sequences that follow the rules of `TagScheme`: an
/// answer never has an inside tag that goes on with nothing.
package struct Tagger: Sendable {
    package let model: Model
    private let scheme: TagScheme
    private let chain: LinearChain

    /// `model` is one whose task is `tag`.
    package init(model: Model) {
        self.model = model
        let scheme = TagScheme(labels: model.labels)
        self.scheme = scheme
        chain = LinearChain(model.network) { scheme.allows($0, $1) }
    }

    /// The empty text is answered too.
    package func tag(_ text: String) -> TaggedText {
        let (encoded, ranges) = model.pipeline.encodeWithRanges(text)
        let outputs = encoded.ids.withUnsafeBufferPointer { model.network.predict(ids: $0, width: encoded.width) }
        let reading = chain.read(outputs)
        let tags = reading.path.map { scheme.tags[$0] }
        let tokens = zip(tags, ranges).enumerated().map { index, token in
            TaggedText.Token(
                tag: token.0.text, range: token.1, probability: rounded(reading.probability(of: index..<index + 1)))
        }
        let spans = TagSpan.all(in: tags).map { span in
            TaggedText.Span(
                type: span.type, tokens: span.tokens,
                range: ranges[span.tokens.lowerBound].lowerBound..<ranges[span.tokens.upperBound - 1].upperBound,
                probability: rounded(
                    reading.probability(
                        of: span.tokens, notBefore: scheme.followers[reading.path[span.tokens.upperBound - 1]])))
        }
        return TaggedText(
            tokens: tokens, spans: spans, unknown: encoded.unknown, truncated: encoded.truncated,
            respaced: model.tagsSpacing ? respaced(text, tokens) : nil)
    }

    /// Six decimals are more than the network knows, and are the same text in every client.
    private func rounded(_ probability: Double) -> Double { (probability * 1e6).rounded() / 1e6 }

    /// The text with a space before each word but the first; what lies beyond the last token that was read stays.
    private func respaced(_ text: String, _ tokens: [TaggedText.Token]) -> String {
        let utf8 = Array(text.utf8)
        var result: [UInt8] = []
        for token in tokens {
            if !result.isEmpty, case .begin = TokenTag(token.tag) { result.append(UInt8(ascii: " ")) }
            result += utf8[token.range]
        }
        return String(decoding: result + utf8[(tokens.last?.range.upperBound ?? utf8.count)...], as: UTF8.self)
    }
}

extension Model {
    /// A tagger whose pipeline leaves spaces out says where they belong.
    package var tagsSpacing: Bool { task == .tag && pipeline.configuration.normalization.dropWhiteSpace }
}

package struct TaggedText: Sendable, Equatable {
    package struct Token: Sendable, Equatable {
        package let tag: String
        /// UTF-8 offsets into the text, end-exclusive.
        package let range: Range<Int>
        /// Of the tag, 0 ... 1, to six decimals.
        package let probability: Double
    }

    package struct Span: Sendable, Equatable {
        package let type: String
        /// Indices of `tokens`.
        package let tokens: Range<Int>
        /// UTF-8 offsets into the text, end-exclusive.
        package let range: Range<Int>
        /// That there is a span of this type from here to there, 0 ... 1, to six decimals.
        package let probability: Double
    }

    package let tokens: [Token]
    /// In order; they do not overlap.
    package let spans: [Span]
    /// Tokens that the vocabulary does not have.
    package let unknown: Int
    /// The text went on after the last token that the model reads.
    package let truncated: Bool
    /// The text with spaces where they belong; nil unless the model says where that is.
    package let respaced: String?
}
