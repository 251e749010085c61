import LanguageFeatures
import Models
import RecurrentNetworks
import TextAnalysis

/// `classify`: each text has one label.
extension LabelledTexts: TaskRows {
    static func targets(for pipeline: TextPipeline) -> TrainingSet.Targets { .labels }

    /// A matrix of who was taken for whom, of 8 bytes for each two labels, is made when a model is measured.
    package static let maximumLabels = 5_000

    static func read(_ file: DataFile, for recipe: Recipe) throws(DataError) -> LabelledTexts {
        let rows = try file.read()
        guard rows.names.count >= 2 else {
            throw DataError(
                .oneClass, file: file.path,
                came: "\(rows.count) rows, all with the label '\(rows.names.first ?? "")'",
                expected: "rows of at least two labels", hint: "is --label-column the column you mean?")
        }
        // A column of names or numbers is taken for labels easily, and its network would take all the memory there is.
        if rows.names.count > maximumLabels || rows.count >= 100 && rows.names.count > rows.count / 2 {
            throw DataError(
                .tooManyLabels, file: file.path,
                came: "\(rows.names.count) different labels in \(rows.count) rows, such as "
                    + rows.names.prefix(3).map { "'\(excerpt($0))'" }.joined(separator: ", "),
                expected: "at most \(maximumLabels), and two rows or more for each",
                hint: "is --label-column the column you mean?")
        }
        return rows
    }

    func reading(_ file: DataFile, for recipe: Recipe) throws(DataError) -> LabelledTexts {
        let known = Set(names)
        var rows = LabelledTexts()
        try file.forEachRow { (text, label, line) throws(DataError) in
            guard known.contains(label) else {
                throw DataError(
                    .unknownLabel, file: file.path, line: line, came: "the label '\(excerpt(label))'",
                    expected: "one of the labels to train on: \(listing(names, atMost: 20, quoted: true))",
                    hint: "is --label-column the column you mean, and the file one of the same labels?")
            }
            rows.append(text, label: label)
        }
        return selecting([]).appending(rows)
    }

    var strata: [Int32] { labels }

    func example(_ row: Int, with pipeline: TextPipeline) -> (ids: [Int32], targets: [Int32]) {
        (pipeline.encode(texts[row]).ids, [labels[row]])
    }

    func weight(of row: Int, _ fit: FitOptions) -> Float { fit.classWeights[names[Int(labels[row])]] ?? 1 }

    func report(of model: Model) -> EvaluationReport { .classification(Evaluation.report(of: model, on: self)) }

    var summary: String { "A classifier of texts: \(listing(names, atMost: 8))." }
}
