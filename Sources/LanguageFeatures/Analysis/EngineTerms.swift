package import TextAnalysis

/// What an engine finds in texts as terms to count: morphemes by their dictionary forms, without those whose tags make
/// them stop words, which of Korean are particles, endings and punctuation.
package struct EngineTerms: TermSource {
    private let engine: any AnalysisEngine
    private let stopTags: PartOfSpeechFilter

    /// Nil of an engine that knows no morphemes.
    package init?(_ engine: any AnalysisEngine) {
        if engine is WordEngine { return nil }
        self.engine = engine
        stopTags = engine.stopTags
    }

    package var name: String { engine.name }

    package func terms(of text: String) throws(VectorizerError) -> [String] {
        do throws(TextAnalysisError) {
            return try engine.morphemes(of: text).map(\.morpheme).filter { !stopTags.drops($0) }.map(\.lemma)
        } catch {
            throw .tooLarge(reason: error.description)
        }
    }
}
