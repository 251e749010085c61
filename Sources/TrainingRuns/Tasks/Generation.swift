import LanguageFeatures
import Models
import RecurrentNetworks
import TextAnalysis

/// Texts to learn to write, each with its label, or all without.
struct WrittenTexts: Sendable, Equatable {
    /// Where there are no labels, all under one that has no name.
    private var rows = LabelledTexts()
    private var hasLabels: Bool { rows.names != [""] }

    private mutating func append(_ text: String, label: String?) { rows.append(text, label: label ?? "") }
}

/// `generate`: each text is read a token at a time, and after each the next one is what is to be answered, or the end.
/// What is read before the first token says what label the text has.
extension WrittenTexts: TaskRows {
    static func targets(for pipeline: TextPipeline) -> TrainingSet.Targets { .stepLabels }

    static func read(_ file: DataFile, for recipe: Recipe) throws(DataError) -> WrittenTexts {
        var texts = WrittenTexts()
        try file.forEachText { text, label, _ in texts.append(text, label: label) }
        texts.rows.sortNames()
        try texts.rows.checkLabelCount(of: file)
        return texts
    }

    /// To texts without labels any are added; those of others are looked up.
    func reading(_ file: DataFile, for recipe: Recipe) throws(DataError) -> WrittenTexts {
        var texts = selecting([])
        try file.forEachText { (text, label, line) throws(DataError) in
            guard hasLabels else { return texts.append(text, label: nil) }
            guard let label, rows.names.contains(label) else {
                throw DataError(
                    .unknownLabel, file: file.path, line: line,
                    came: label.map { "the label '\(excerpt($0))'" } ?? "a text without a label",
                    expected: "one of the labels to train on: \(listing(names, atMost: 20, quoted: true))",
                    hint: "is --label-column the column you mean, and the file one of the same labels?")
            }
            texts.append(text, label: label)
        }
        return texts
    }

    var count: Int { rows.count }
    var texts: [String] { rows.texts }
    var names: [String] { hasLabels ? rows.names : [] }
    var counts: [Int] { hasLabels ? rows.counts : [] }
    var strata: [Int32] { rows.labels }

    func selecting(_ chosen: [Int]) -> WrittenTexts {
        var result = self
        result.rows = rows.selecting(chosen)
        return result
    }

    func appending(_ other: WrittenTexts?) -> WrittenTexts {
        var result = self
        result.rows = rows.appending(other?.rows)
        return result
    }

    func example(_ row: Int, with pipeline: TextPipeline) -> (ids: [Int32], targets: [Int32]) {
        TextGenerator.example(of: texts[row], label: Int(rows.labels[row]), pipeline)
    }

    func weight(of row: Int, _ fit: FitOptions) -> Float { 1 }

    func report(of model: Model) -> EvaluationReport {
        var tally = GenerationTally(model)
        for (text, label) in zip(rows.texts, rows.labels) {
            _ = tally.add(text, label: hasLabels ? rows.names[Int(label)] : nil)
        }
        return .generation(tally.report)
    }

    var summary: String {
        hasLabels ? "A writer of texts: \(listing(names, atMost: 8))." : "A writer of texts."
    }
}

/// How well a model foresees texts.
struct GenerationTally {
    private let generator: TextGenerator
    private(set) var report = GenerationReport()

    init(_ model: Model) {
        generator = TextGenerator(model: model)
    }

    /// The label of a text for a model without labels makes no difference. False where the model has no such label.
    mutating func add(_ text: String, label: String?) -> Bool {
        var index = 0
        if !generator.model.labels.isEmpty {
            guard let found = generator.model.labels.firstIndex(where: { $0 == label }) else { return false }
            index = found
        }
        generator.foresee(text, label: index, into: &report)
        return true
    }
}
