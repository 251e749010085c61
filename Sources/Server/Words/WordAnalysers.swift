import LanguageFeatures
import TextAnalysis

extension SluiceServer {
    /// Says what a word that stands alone is made of, by the analyser of its language; nothing where that has none.
    var wordAnalyser: WordForms.Analyser {
        { [analysers] word in analysers.morphemes(ofWord: word) }
    }
}

extension AnalysisLanguage {
    /// Of a word alone, whose letters say little: Latin ones are taken for English.
    static func ofWord(_ word: String) -> String? {
        guard let language = LanguageIdentifier.language(of: word)?.language else { return nil }
        return LanguageIdentifier.usesLatinLetters(language) ? "en" : language
    }
}
