package import TextAnalysis

/// Dictionary forms of the words that a text is about: nouns, verbs, adjectives, adverbs and interjections, and none that
/// stand for others or only help them. A Korean noun or root and the suffix that makes a verb or an adjective of it are
/// one word: 지루 and 하다 are 지루하다.
package struct ContentWords: TermSource {
    private let engine: any AnalysisEngine

    /// Nil of an engine that knows no morphemes.
    package init?(_ engine: any AnalysisEngine) {
        if engine is WordEngine { return nil }
        self.engine = engine
    }

    package var name: String { "content words of " + engine.name }

    package func terms(of text: String) throws(VectorizerError) -> [String] {
        let morphemes: [Morpheme]
        do throws(TextAnalysisError) {
            morphemes = try engine.morphemes(of: text).map(\.morpheme)
        } catch {
            throw .tooLarge(reason: error.description)
        }
        return Self.words(morphemes)
    }

    /// Those of morphemes that stand in this order.
    static func words(_ morphemes: [Morpheme]) -> [String] {
        var words: [String] = []
        /// What a suffix would join: the last word, where nothing stands between.
        var base: Morpheme?
        for morpheme in morphemes {
            if derives(morpheme), let stem = base, stem.range.upperBound == morpheme.range.lowerBound {
                words.append(words.removeLast() + morpheme.lemma)
                base = nil
                continue
            }
            base = nil
            guard isContent(morpheme) else { continue }
            words.append(morpheme.lemma)
            if isBase(morpheme) { base = morpheme }
        }
        return words
    }

    private static func firstTag(_ morpheme: Morpheme) -> Substring {
        morpheme.tag.prefix { $0 != "+" }
    }

    /// A suffix that makes a verb (XSV) or an adjective (XSA), in the Sejong tag set.
    private static func derives(_ morpheme: Morpheme) -> Bool {
        ["XSV", "XSA"].contains(firstTag(morpheme)) && morpheme.lemma.hasSuffix("다")
    }

    private static func isBase(_ morpheme: Morpheme) -> Bool {
        ["NNG", "NNP", "XR", "MAG"].contains(firstTag(morpheme))
    }

    private static func isContent(_ morpheme: Morpheme) -> Bool {
        switch morpheme.pos {
        case .noun, .properNoun, .verb, .adjective, .adverb, .interjection: !isDependent(morpheme)
        default: firstTag(morpheme) == "XR"
        }
    }

    /// A bound noun, a unit or a suffix: 것, 명, 하.
    private static func isDependent(_ morpheme: Morpheme) -> Bool {
        ["NNB", "NNBC", "XSV", "XSA", "XSN", "XPN"].contains(firstTag(morpheme))
    }
}
