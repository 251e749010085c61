import LanguageFeatures
import Models
import RecurrentNetworks
import TextAnalysis

/// The rows of a task as they are read from its data: all that is particular to the task in a training run. What the
/// layers must end in says `Model.Task`; the road itself, the same for all, is `TrainingRun`.
protocol TaskRows: Sendable {
    /// What a network of the task answers: each row, or each of its steps, or with another sequence.
    static func targets(for pipeline: TextPipeline) -> TrainingSet.Targets

    /// Reads a file whole and refuses what no model of the task can be made of.
    static func read(_ file: DataFile, for recipe: Recipe) throws(DataError) -> Self

    /// The rows of another file under the labels of these; a row with another label is refused by its line.
    func reading(_ file: DataFile, for recipe: Recipe) throws(DataError) -> Self

    var count: Int { get }
    /// What is read, one for each row.
    var texts: [String] { get }
    /// What the vocabulary is made from.
    var vocabularyTexts: [String] { get }
    /// In the order of a network's outputs; none where these are no labels.
    var names: [String] { get }
    /// How many rows, or tokens, have each label.
    var counts: [Int] { get }
    /// Rows of the same number keep their share in a stratified split, one for each row.
    var strata: [Int32] { get }

    /// The rows at these places, and the rows of both, under the same labels.
    func selecting(_ rows: [Int]) -> Self
    func appending(_ other: Self?) -> Self

    /// What a network reads of a row, and what it should answer.
    func example(_ row: Int, with pipeline: TextPipeline) -> (ids: [Int32], targets: [Int32])
    /// What the loss of a row is multiplied by.
    func weight(of row: Int, _ fit: FitOptions) -> Float

    func report(of model: Model) -> EvaluationReport

    /// What such a model is, for its card.
    var summary: String { get }
    /// What was made good while reading, for people; nil where nothing was.
    var note: String? { get }
}

extension TaskRows {
    var note: String? { nil }
    var vocabularyTexts: [String] { texts }

    /// Of rows with the same text the last one: who corrects twice means the second.
    func lastOfEachText() -> Self {
        var last: [String: Int] = [:]
        let texts = texts
        for (row, text) in texts.enumerated() { last[text] = row }
        return selecting(texts.indices.filter { last[texts[$0]] == $0 })
    }
}

/// Some names in a sentence.
func listing(_ names: [String], atMost most: Int, quoted: Bool = false) -> String {
    let shown = names.prefix(most).map { quoted ? "'\(excerpt($0))'" : $0 }.joined(separator: ", ")
    return names.count > most ? shown + ", …" : shown
}
