package import Models
import RecurrentNetworks
import Synchronization
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
    private let recent = RecentExcerpts()

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

    /// In order, with all of the text but its white space in them. A text of any length is read, a sentence at a time with
    /// the words beside it (`Excerpt`), so that an edit changes what is around it and no more; an excerpt is read by lines
    /// and, of a line that is longer than the model reads, in pieces of words.
    package func morphemes(of text: String) -> [Morpheme] {
        var text = text
        return text.withUTF8 { utf8 in
            var morphemes: [Morpheme] = []
            for sentence in Self.sentences(utf8) {
                let (excerpt, start) = Excerpt.around(sentence, of: utf8)
                let found = recent.morphemes(of: excerpt) { read(excerpt) }
                morphemes += found.lazy.map { $0.moved(by: start) }
            }
            return morphemes
        }
    }

    /// Those between which there is no white space are one: no word is cut.
    private static func sentences(_ utf8: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        for range in Sentences.ranges(in: utf8) {
            if let last = ranges.last, last.upperBound == range.lowerBound {
                ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
            } else {
                ranges.append(range)
            }
        }
        return ranges
    }

    private func read(_ excerpt: Excerpt) -> [Morpheme] {
        var text = excerpt.text
        return text.withUTF8 { utf8 in
            var morphemes: [Morpheme] = []
            var scratch = SpanSearch.Scratch()
            TextPieces.forEach(in: utf8, atMost: length) { piece in
                append(utf8, piece, of: excerpt.sentence, to: &morphemes, &scratch)
            }
            return morphemes
        }
    }

    /// Appends the morphemes of those steps of a piece that begin in the sentence.
    private func append(
        _ utf8: UnsafeBufferPointer<UInt8>, _ piece: Range<Int>, of sentence: Range<Int>,
        to morphemes: inout [Morpheme], _ scratch: inout SpanSearch.Scratch
    ) {
        guard piece.overlaps(sentence) else { return }
        let text = String(decoding: UnsafeBufferPointer(rebasing: utf8[piece]), as: UTF8.self)
        let (encoded, ranges) = model.pipeline.encodeWithRanges(text)
        let answer = encoded.ids.withUnsafeBufferPointer { model.network.predict(ids: $0, width: encoded.width) }
        let places = ranges.map { $0.lowerBound + piece.lowerBound..<$0.upperBound + piece.lowerBound }
        let start = places.firstIndex { $0.lowerBound >= sentence.lowerBound } ?? places.endIndex
        let end = places.firstIndex { $0.lowerBound >= sentence.upperBound } ?? places.endIndex
        answer.withUnsafeBufferPointer { answer in
            for word in Self.words(places, start..<end, utf8) {
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
    private static func words(
        _ places: [Range<Int>], _ steps: Range<Int>, _ utf8: UnsafeBufferPointer<UInt8>
    ) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start = steps.lowerBound
        for step in steps where TextPieces.isWhiteSpace(utf8[places[step]]) {
            if start < step { words.append(start..<step) }
            start = step + 1
        }
        if start < steps.upperBound { words.append(start..<steps.upperBound) }
        return words
    }
}

/// What a sentence's morphemes are told by: the sentence with a word before it and two behind it, where they stand in the
/// same line and are no longer than words are.
///
/// The network reads from both sides, and mecab-ko, which it has learned from, calls a point something else where a text
/// goes on. Of 40,128 morphemes in paragraphs of five reviews all but 14 are those that it finds when it reads the whole
/// paragraph; without the words beside a sentence it would be all but 786.
private struct Excerpt: Equatable {
    let text: String
    /// Where the sentence stands in `text`.
    let sentence: Range<Int>

    private static let (wordsBefore, wordsBehind) = (1, 2)
    /// Bytes on either side.
    private static let longest = 120

    /// - Returns: the excerpt, and where it begins.
    static func around(_ sentence: Range<Int>, of utf8: UnsafeBufferPointer<UInt8>) -> (Excerpt, start: Int) {
        let (first, last) = (
            max(0, sentence.lowerBound - longest), min(utf8.count, sentence.upperBound + longest)
        )
        var (start, end) = (sentence.lowerBound, sentence.upperBound)
        for _ in 0..<wordsBefore {
            while let scalar = scalar(before: start, first, utf8), isSpace(scalar) { start = scalar.startIndex }
            while let scalar = scalar(before: start, first, utf8), !TextPieces.isWhiteSpace(scalar) {
                start = scalar.startIndex
            }
        }
        for _ in 0..<wordsBehind {
            while let scalar = scalar(at: end, last, utf8), isSpace(scalar) { end = scalar.endIndex }
            while let scalar = scalar(at: end, last, utf8), !TextPieces.isWhiteSpace(scalar) { end = scalar.endIndex }
        }
        // Whole scalars.
        while start < sentence.lowerBound, utf8[start] & 0xc0 == 0x80 { start += 1 }
        while end > sentence.upperBound, end < utf8.count, utf8[end] & 0xc0 == 0x80 { end -= 1 }
        let text = String(decoding: UnsafeBufferPointer(rebasing: utf8[start..<end]), as: UTF8.self)
        return (Excerpt(text: text, sentence: sentence.lowerBound - start..<sentence.upperBound - start), start)
    }

    /// Between words of one line.
    private static func isSpace(_ scalar: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        TextPieces.isWhiteSpace(scalar) && !TextPieces.isLineEnd(scalar)
    }

    private static func scalar(
        before end: Int, _ first: Int, _ utf8: UnsafeBufferPointer<UInt8>
    ) -> Slice<UnsafeBufferPointer<UInt8>>? {
        guard end > first else { return nil }
        var start = end - 1
        while start > first, utf8[start] & 0xc0 == 0x80 { start -= 1 }
        return utf8[start..<end]
    }

    private static func scalar(
        at start: Int, _ last: Int, _ utf8: UnsafeBufferPointer<UInt8>
    ) -> Slice<UnsafeBufferPointer<UInt8>>? {
        guard start < last else { return nil }
        var end = start + 1
        while end < last, utf8[end] & 0xc0 == 0x80 { end += 1 }
        return utf8[start..<end]
    }

    /// Strings that are canonically equivalent are equal to Swift, and read differently.
    static func == (a: Excerpt, b: Excerpt) -> Bool {
        a.sentence == b.sentence && a.text.utf8.elementsEqual(b.text.utf8)
    }
}

/// What was read last. Who writes changes one sentence, and has all of the paragraph around it read again.
private final class RecentExcerpts: Sendable {
    private static let most = 64
    /// Bytes of one.
    private static let longest = 1 << 10

    /// The one that was asked for last is the last.
    private let entries = Mutex<[(excerpt: Excerpt, morphemes: [Morpheme])]>([])

    func morphemes(of excerpt: Excerpt, _ read: () -> [Morpheme]) -> [Morpheme] {
        let known = entries.withLock { entries -> [Morpheme]? in
            guard let place = entries.lastIndex(where: { $0.excerpt == excerpt }) else { return nil }
            let entry = entries.remove(at: place)
            entries.append(entry)
            return entry.morphemes
        }
        if let known { return known }
        let morphemes = read()
        guard excerpt.text.utf8.count <= Self.longest else { return morphemes }
        entries.withLock { entries in
            if entries.count >= Self.most { entries.removeFirst() }
            entries.append((excerpt, morphemes))
        }
        return morphemes
    }
}
