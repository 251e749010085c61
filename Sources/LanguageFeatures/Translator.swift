package import Models
package import RecurrentNetworks
import TextAnalysis

/// What is it in other words? The text that a decoder writes for a text.
package struct Translator: Sendable {
    package let model: Model

    /// `model` is one whose task is `translate`.
    package init(model: Model) {
        self.model = model
    }

    /// The most sequences that a search may keep.
    package static let maximumBeam = 16

    /// Whether there is anything to say of where a translator looks.
    package var attends: Bool { model.network.configuration.decoder.contains(.attention) }

    /// The empty text is the translation of the empty text.
    ///
    /// - Parameters:
    ///   - beam: how many translations are followed at a time; with one the most probable token is taken at each step.
    ///   - attention: whether to say where the decoder looked.
    ///   - sharesLimit: the most shares to say, as many as tokens read times tokens written; more are refused.
    ///   - isWanted: asked now and then; false ends the work.
    /// Returns nil where it was not wanted to the end.
    package func translate(
        _ text: String, beam: Int = 1, attention: Bool = false, sharesLimit: Int = .max,
        while isWanted: () -> Bool = { true }
    ) throws(TranslationError) -> Translation? {
        let (encoded, ranges) = model.pipeline.encodeWithRanges(text)
        let limit = model.pipeline.configuration.maximumLength
        // Neither padding nor the unknown token is text.
        let first = Vocabulary.unknown + 1
        guard encoded.count > 0 else {
            return Translation(
                text: "", probability: 1, isComplete: true, unknown: 0, truncated: false,
                attention: attention && attends ? .init(read: [], written: [], shares: []) : nil)
        }
        let outcome: WrittenSequence?
        do throws(NetworkError) {
            outcome = try model.network.write(
                for: encoded.ids, width: encoded.width, boundary: model.boundary, limit: limit,
                beam: min(max(beam, 1), Self.maximumBeam), attention: attention, where: { $0 >= first },
                while: isWanted)
        } catch {
            throw .network(error)
        }
        guard let written = outcome else { return nil }
        guard written.isComplete || !written.ids.isEmpty else { throw .nothingProbable }
        if let count = written.attention?.count, count > sharesLimit {
            throw .tooManyShares(count, limit: sharesLimit)
        }
        let tokens = written.ids.map { model.pipeline.vocabulary.word(at: Int($0)) ?? "" }
        return Translation(
            text: tokens.joined(separator: model.pipeline.configuration.separator),
            probability: written.probability.toSixDecimals, isComplete: written.isComplete, unknown: encoded.unknown,
            truncated: encoded.truncated,
            attention: written.attention.map { shares in
                Translation.Attention(
                    read: ranges, written: tokens,
                    shares: tokens.indices.map { row in
                        shares[row * ranges.count..<(row + 1) * ranges.count].map { Double($0).toSixDecimals }
                    })
            })
    }
}

extension TextPipelineConfiguration {
    /// What stood between two tokens that a text is put together from.
    fileprivate var separator: String {
        if case .whiteSpace = segmentation { " " } else { "" }
    }
}

/// Why there is no translation.
package enum TranslationError: Error, Sendable, Equatable, CustomStringConvertible {
    case tooManyShares(Int, limit: Int)
    /// The network gives no token a probability above 0, as when its numbers overflow.
    case nothingProbable
    case network(NetworkError)

    package var description: String {
        switch self {
        case .tooManyShares(let count, let limit):
            "the attention has \(count) numbers, at most \(limit) are answered"
        case .nothingProbable: "the network gives no token a probability"
        case .network(let error): error.description
        }
    }

    package var hint: String {
        switch self {
        case .tooManyShares: "translate a part of the text, or ask for no attention"
        case .nothingProbable, .network: "train the model again"
        }
    }
}

package struct Translation: Sendable, Equatable {
    package let text: String
    /// Of the whole, 0 ... 1, to six decimals.
    package let probability: Double
    /// Whether it came to its end; else it was cut where the model writes no more.
    package let isComplete: Bool
    /// Tokens of what was read that the vocabulary does not have.
    package let unknown: Int
    /// The text went on after the last token that the model reads.
    package let truncated: Bool
    /// nil unless it was asked for, and where the model has no attention.
    package let attention: Attention?

    /// Where the decoder looked as it wrote.
    package struct Attention: Sendable, Equatable {
        /// The tokens read: UTF-8 offsets into the text, end-exclusive.
        package let read: [Range<Int>]
        package let written: [String]
        /// For each token written the share of each that was read, to six decimals.
        package let shares: [[Double]]
    }
}
