package import TextAnalysis

/// Cuts a text into words alone, in any language.
package struct WordEngine: AnalysisEngine {
    package let name = "words"

    package init() {}

    package var stopTags: PartOfSpeechFilter { PartOfSpeechFilter(tags: ["PUNCT"]) }
    package var stopWords: StopWords.List? { nil }

    package func morphemes(of text: String) -> [CostedMorpheme] {
        let utf8 = Array(text.utf8)
        return WhiteSpace.tokens(of: text).map { range in
            let surface = String(decoding: utf8[range], as: UTF8.self)
            return CostedMorpheme(
                Morpheme(
                    range: range, surface: surface, tag: UniversalTag.other.rawValue, pos: .other, lemma: surface,
                    stem: surface))
        }
    }
}
