package import TextAnalysis

/// Words that a person taught, for an analyser that takes none: where one begins what is written without a space, or comes
/// after a sign, it is one morpheme. The longest that fits is taken. One that is only the beginning of a longer noun or of
/// a verb that the analyser finds there is none: 영 in 영화를, 가 in 가자.
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
            guard isBeginning, let known = try knownWord(at: index, of: found, utf8) else {
                result.append(found[index])
                index += 1
                continue
            }
            result += known.morphemes
            index = known.next
        }
        return result
    }

    /// The longest word that begins where a morpheme does, with what follows it if that had to be read anew, and the first
    /// morpheme after them.
    private func knownWord(
        at index: Int, of found: [CostedMorpheme], _ utf8: [UInt8]
    ) throws(TextAnalysisError) -> (morphemes: [CostedMorpheme], next: Int)? {
        let start = found[index].morpheme.range.lowerBound
        for length in lengths where start + length <= utf8.count {
            let end = start + length
            let surface = String(decoding: utf8[start..<end], as: UTF8.self)
            guard let tag = words[surface] else { continue }
            var next = index
            while next < found.count, found[next].morpheme.range.lowerBound < end { next += 1 }
            guard let last = found[..<next].last?.morpheme else { continue }
            var rest: [CostedMorpheme] = []
            let isWithin = last.range.upperBound > end
            let mayBeInflected = last.tag.hasPrefix("V") || last.tag.hasPrefix("E")
            if isWithin, !mayBeInflected, !last.tag.hasPrefix("J"), !last.tag.hasPrefix("X") { continue }
            // A verb by itself, and its ending.
            if mayBeInflected, last.range == start..<end, next < found.count,
                found[next].morpheme.range.lowerBound == end, found[next].morpheme.tag.hasPrefix("E")
            {
                continue
            }
            if isWithin || mayBeInflected {
                // A name that the analyser does not know may look like a verb, and so what follows it like endings.
                let tail = end..<Self.endOfWord(&next, of: found, after: max(end, last.range.upperBound))
                guard let read = try particles(in: tail, after: surface, utf8) else { continue }
                rest = read
            }
            let word = Morpheme(
                range: start..<end, surface: surface, tag: tag, pos: tag == "NNP" ? .properNoun : .noun, lemma: surface,
                stem: surface)
            return ([CostedMorpheme(word)] + rest, next)
        }
        return nil
    }

    /// Moves `next` beyond all that is written together with what ends at a position, and gives where that ends.
    private static func endOfWord(_ next: inout Int, of found: [CostedMorpheme], after position: Int) -> Int {
        var end = position
        while next < found.count, found[next].morpheme.range.lowerBound == end {
            end = found[next].morpheme.range.upperBound
            next += 1
        }
        return end
    }

    /// Nouns that every analyser knows, to which what follows is joined to be read: without and with a final consonant.
    private static let knownNouns = ("영화", "사람")

    /// What follows a noun; nil where that is not a row of particles and endings, up to a sign.
    private func particles(
        in range: Range<Int>, after word: String, _ utf8: [UInt8]
    ) throws(TextAnalysisError) -> [CostedMorpheme]? {
        guard !range.isEmpty else { return [] }
        let last = word.unicodeScalars.last?.value ?? 0
        let hasFinal = (0xac00...0xd7a3).contains(last) && (last - 0xac00) % 28 > 0
        let noun = hasFinal ? Self.knownNouns.1 : Self.knownNouns.0
        let length = noun.utf8.count
        let read = try engine.morphemes(of: noun + String(decoding: utf8[range], as: UTF8.self))
        guard read.first?.morpheme.range == 0..<length else { return nil }
        let rest = read.dropFirst()
        let row = rest.prefix { ![.punctuation, .symbol].contains($0.morpheme.pos) }.map(\.morpheme.tag)
        guard row.first?.hasPrefix("E") != true, row.allSatisfy(Self.isParticle) else { return nil }
        return rest.map { costed in
            var costed = costed
            costed.morpheme = costed.morpheme.moved(by: range.lowerBound - length)
            return costed
        }
    }

    /// Particles, suffixes, the copula and endings.
    private static func isParticle(_ tag: String) -> Bool {
        tag.split(separator: "+").allSatisfy { part in
            part.hasPrefix("J") || part.hasPrefix("E") || part == "VCP" || part == "XSN"
        }
    }
}
