import LanguageFeatures
import Models
import RecurrentNetworks
import TextAnalysis

/// `translate`: each text has another that a decoder learns to write.
extension TranslatedTexts: TaskRows {
    static func targets(for pipeline: TextPipeline) -> TrainingSet.Targets {
        .sequences(start: Int32(pipeline.idCount))
    }

    static func read(_ file: DataFile, for recipe: Recipe) throws(DataError) -> TranslatedTexts {
        var rows = TranslatedTexts()
        try file.forEachTranslation { text, translation, _ in rows.append(text, translation: translation) }
        return rows
    }

    func reading(_ file: DataFile, for recipe: Recipe) throws(DataError) -> TranslatedTexts {
        try Self.read(file, for: recipe)
    }

    var vocabularyTexts: [String] { texts + translations }
    var names: [String] { [] }
    var counts: [Int] { [] }
    /// Rows are drawn as they come.
    var strata: [Int32] { [Int32](repeating: 0, count: count) }

    func selecting(_ rows: [Int]) -> TranslatedTexts {
        var result = TranslatedTexts()
        for row in rows { result.append(texts[row], translation: translations[row]) }
        return result
    }

    func appending(_ other: TranslatedTexts?) -> TranslatedTexts {
        var result = self
        for (text, translation) in zip(other?.texts ?? [], other?.translations ?? []) {
            result.append(text, translation: translation)
        }
        return result
    }

    func example(_ row: Int, with pipeline: TextPipeline) -> (ids: [Int32], targets: [Int32]) {
        let target = pipeline.encode(translations[row])
        // One that is longer than the model writes has no end to learn.
        let end = target.truncated ? [] : [Int32(pipeline.idCount)]
        return (pipeline.encode(texts[row]).ids, target.ids + end)
    }

    func weight(of row: Int, _ fit: FitOptions) -> Float { 1 }

    func report(of model: Model) -> EvaluationReport { .translation(Evaluation.report(of: model, on: self)) }

    var summary: String { "A translator of texts." }
}
