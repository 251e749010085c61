package import Models
import RecurrentNetworks
package import TextAnalysis

/// The morphemes of a Korean text without any dictionary: a tagger's spans, with the values that mecab-ko-dic would give
/// them.
package struct MorphemeTagger: Sendable {
    /// The built-in model that is made for this.
    package static let builtInName = "morphemes-ko"

    package let model: Model
    private let search: SpanSearch
    /// Characters that the model reads at once.
    private let length: Int

    /// Nil where `model` is no tagger whose spans are Korean morphemes: its task is `tag`, and its types are tags of
    /// mecab-ko-dic.
    package init?(model: Model) {
        guard model.task == .tag, !model.tagsSpacing else { return nil }
        let search = SpanSearch(labels: model.labels)
        guard !search.types.isEmpty, search.types.allSatisfy(KoreanMorphemes.isTag) else { return nil }
        self.model = model
        self.search = search
        length = min(300, model.pipeline.configuration.maximumLength)
    }

    /// In order, with all of the text but its white space in them. A text of any length is read whole, in pieces of lines
    /// and, of a line that is longer than the model reads, of words.
    package func morphemes(of text: String) -> [Morpheme] {
        var text = text
        return text.withUTF8 { utf8 in
            var morphemes: [Morpheme] = []
            var scratch = SpanSearch.Scratch()
            TextPieces.forEach(in: utf8, atMost: length) { piece in
                append(utf8, piece, to: &morphemes, &scratch)
            }
            return morphemes
        }
    }

    private func append(
        _ utf8: UnsafeBufferPointer<UInt8>, _ piece: Range<Int>, to morphemes: inout [Morpheme],
        _ scratch: inout SpanSearch.Scratch
    ) {
        let text = String(decoding: UnsafeBufferPointer(rebasing: utf8[piece]), as: UTF8.self)
        let (encoded, ranges) = model.pipeline.encodeWithRanges(text)
        let answer = encoded.ids.withUnsafeBufferPointer { model.network.predict(ids: $0, width: encoded.width) }
        let places = ranges.map { $0.lowerBound + piece.lowerBound..<$0.upperBound + piece.lowerBound }
        answer.withUnsafeBufferPointer { answer in
            for word in Self.words(places, utf8) {
                for span in search.spans(of: word, in: answer, &scratch) {
                    let range = places[span.steps.lowerBound].lowerBound..<places[span.steps.upperBound - 1].upperBound
                    let surface = String(decoding: UnsafeBufferPointer(rebasing: utf8[range]), as: UTF8.self)
                    morphemes.append(
                        KoreanMorphemes.morpheme(surface: surface, range: range, tag: search.types[span.type]))
                }
            }
        }
    }

    /// Steps that stand together, between white space.
    private static func words(_ places: [Range<Int>], _ utf8: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start = 0
        for (step, place) in places.enumerated() where TextPieces.isWhiteSpace(utf8[place]) {
            if start < step { words.append(start..<step) }
            start = step + 1
        }
        if start < places.count { words.append(start..<places.count) }
        return words
    }
}
