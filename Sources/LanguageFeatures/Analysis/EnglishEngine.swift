package import TextAnalysis

/// Analyses English: words with their parts of speech, lemmas and stems.
package struct EnglishEngine: AnalysisEngine {
    private var analyser: EnglishAnalyzer

    package init(_ analyser: EnglishAnalyzer) {
        self.analyser = analyser
    }

    package var name: String { analyser.name }
    package var stemmer: Stemmer {
        get { analyser.stemmer }
        set { analyser.stemmer = newValue }
    }
    package var stopTags: PartOfSpeechFilter { PartOfSpeechFilter(tags: [UniversalTag.punctuation.rawValue]) }
    package var stopWords: StopWords.List? { .english }

    package func morphemes(of text: String) -> [CostedMorpheme] {
        let utf8 = Array(text.utf8)
        return analyser.tokens(of: text).map { token in
            CostedMorpheme(
                Morpheme(
                    range: token.range, surface: String(decoding: utf8[token.range], as: UTF8.self),
                    tag: token.tag.rawValue, pos: token.tag, lemma: token.lemma, stem: token.stem))
        }
    }
}
