package import LanguageFeatures
package import Models

/// How a model does on labelled texts.
package enum Evaluation {
    /// Classifies every row of a file, holding no more than one.
    ///
    /// - Parameters:
    ///   - repeats: rows that repeat one of these are left out.
    ///   - progress: called with the rows done so far, now and then; false stops the reading, and the report is of
    ///     those.
    package static func report(
        of model: Model, on file: DataFile, without repeats: TextRepeats? = nil, progress: (Int) -> Bool = { _ in true }
    ) throws(DataError) -> ClassificationReport {
        var tally = Tally(model)
        var lines = 0
        func isWanted() -> Bool {
            lines += 1
            return !lines.isMultiple(of: 256) || progress(tally.count)
        }
        try file.forEachRow(while: isWanted) { (text, label, line) throws(DataError) in
            guard repeats?.contains(text) != true else { return }
            guard tally.add(text, truth: label) else {
                throw unknownLabel(label, of: model, file: file.path, line: line)
            }
        }
        return tally.report
    }

    /// The same for rows in memory; those whose label the model does not have are left out.
    package static func report(of model: Model, on rows: LabelledTexts) -> ClassificationReport {
        var tally = Tally(model)
        for (text, label) in zip(rows.texts, rows.labels) { _ = tally.add(text, truth: rows.names[Int(label)]) }
        return tally.report
    }

    private struct Tally {
        private let classifier: Classifier
        private let indices: [String: Int]
        private(set) var report: ClassificationReport
        private(set) var count = 0

        init(_ model: Model) {
            classifier = Classifier(model: model)
            indices = Dictionary(model.labels.enumerated().map { ($1, $0) }) { first, _ in first }
            report = ClassificationReport(labels: model.labels)
        }

        /// False where the model has no such label.
        mutating func add(_ text: String, truth: String) -> Bool {
            guard let truth = indices[truth] else { return false }
            let answer = classifier.classify(text, top: 1)
            report.add(truth: truth, predicted: indices[answer.label] ?? 0, probability: answer.probability)
            count += 1
            return true
        }
    }

    private static func unknownLabel(_ label: String, of model: Model, file: String, line: Int) -> DataError {
        let known = model.labels.prefix(20).map { "'\(excerpt($0))'" }.joined(separator: ", ")
        return DataError(
            .unknownLabel, file: file, line: line, came: "the label '\(excerpt(label))'",
            expected: "one of the model's: \(known)\(model.labels.count > 20 ? ", …" : "")",
            hint: "is --label-column the column you mean, and the model the one for this data?")
    }
}
