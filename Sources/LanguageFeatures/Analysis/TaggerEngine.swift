import Models
package import TextAnalysis

/// Analyses Korean with a recurrent tagger, where there is no dictionary.
package struct TaggerEngine: AnalysisEngine {
    private let tagger: MorphemeTagger

    package init(_ tagger: MorphemeTagger) {
        self.tagger = tagger
    }

    package var name: String { tagger.model.name }
    package var stopTags: PartOfSpeechFilter { .korean }
    package var stopWords: StopWords.List? { .korean }

    package func morphemes(of text: String) -> [CostedMorpheme] {
        tagger.morphemes(of: text).map { CostedMorpheme($0) }
    }
}
