package import TextAnalysis

/// Words that a person taught, for an analyser that takes none: where one begins what is written without a space, or comes
/// after a sign, it is one morpheme, whatever the analyser made of its characters. The longest that fits is taken.
package struct KnownWords: AnalysisEngine {
    private let engine: any AnalysisEngine
    /// Their tags.
    private let words: [String: String]
    /// In bytes, the longest first.
    private let lengths: [Int]

    /// - Parameter words: their tags of the Sejong tag set, by the words.
    package init(_ words: [String: String], _ engine: any AnalysisEngine) {
        self.engine = engine
        self.words = words
        lengths = Set(words.keys.map(\.utf8.count)).sorted(by: >)
    }

    package var name: String { engine.name }
    package var stopTags: PartOfSpeechFilter { engine.stopTags }
    package var stopWords: StopWords.List? { engine.stopWords }

    package func morphemes(of text: String) throws(TextAnalysisError) -> [CostedMorpheme] {
        let found = try engine.morphemes(of: text)
        guard !words.isEmpty else { return found }
        let utf8 = Array(text.utf8)
        var result: [CostedMorpheme] = []
        var index = 0
        while index < found.count {
            let start = found[index].morpheme.range.lowerBound
            let isBeginning =
                result.last.map { last in
                    last.morpheme.range.upperBound < start
                        || [.punctuation, .symbol].contains(last.morpheme.pos)
                } ?? true
            guard isBeginning, let word = word(in: utf8, at: start) else {
                result.append(found[index])
                index += 1
                continue
            }
            let end = start + word.surface.utf8.count
            // All that is written together with it: what follows the word is read anew where it was cut otherwise.
            var next = index
            while next < found.count, found[next].morpheme.range.lowerBound < end { next += 1 }
            var rest: [CostedMorpheme] = []
            if let last = found[..<next].last, last.morpheme.range.upperBound > end {
                while next < found.count,
                    found[next].morpheme.range.lowerBound == found[next - 1].morpheme.range.upperBound
                {
                    next += 1
                }
                let tail = end..<found[next - 1].morpheme.range.upperBound
                guard let read = try morphemes(after: tail, utf8) else {
                    result.append(found[index])
                    index += 1
                    continue
                }
                rest = read
            }
            result.append(
                CostedMorpheme(
                    Morpheme(
                        range: start..<end, surface: word.surface, tag: word.tag,
                        pos: word.tag == "NNP" ? .properNoun : .noun, lemma: word.surface, stem: word.surface)))
            result += rest
            index = next
        }
        return result
    }

    private func word(in utf8: [UInt8], at start: Int) -> (surface: String, tag: String)? {
        for length in lengths where start + length <= utf8.count {
            let surface = String(decoding: utf8[start..<(start + length)], as: UTF8.self)
            if let tag = words[surface] { return (surface, tag) }
        }
        return nil
    }

    /// A noun that every analyser knows, to which what follows is joined to be read.
    private static let knownNoun = "영화"

    /// What follows a noun; nil where the analyser does not part it from the noun.
    private func morphemes(after range: Range<Int>, _ utf8: [UInt8]) throws(TextAnalysisError) -> [CostedMorpheme]? {
        let length = Self.knownNoun.utf8.count
        let read = try engine.morphemes(of: Self.knownNoun + String(decoding: utf8[range], as: UTF8.self))
        guard read.first?.morpheme.range == 0..<length else { return nil }
        return read.dropFirst().map { costed in
            var costed = costed
            costed.morpheme = costed.morpheme.moved(by: range.lowerBound - length)
            return costed
        }
    }
}

extension Morpheme {
    /// The same, as far along in another text.
    fileprivate func moved(by distance: Int) -> Morpheme {
        func moved(_ range: Range<Int>) -> Range<Int> {
            range.lowerBound + distance..<range.upperBound + distance
        }
        var copy = self
        copy.range = moved(range)
        copy.parts = parts.map { Part(form: $0.form, tag: $0.tag, range: moved($0.range)) }
        return copy
    }
}
