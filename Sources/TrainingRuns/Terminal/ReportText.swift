package import LanguageFeatures

/// A report for people.
package enum ReportText {
    /// - Parameters:
    ///   - width: columns of the terminal.
    ///   - isTerminal: where it is none, nothing is cut and the confusion matrix is whole, however wide: a program
    ///     reads it, or somebody who can scroll.
    package static func of(
        _ report: EvaluationReport, width: Int, isTerminal: Bool = ProgressDisplay.Screen.isTerminal(1)
    ) -> String {
        let width = isTerminal ? width : .max
        switch report {
        case .classification(let report): return text(of: report, width: width)
        case .tagging(let report): return text(of: report, width: width)
        case .translation(let report): return text(of: report)
        }
    }

    private static func text(of report: TranslationReport) -> String {
        var figures = Table(columns: [.left, .right])
        figures.add(["texts", Quantity.count(report.count)])
        figures.add(["exact match", Quantity.rate(report.exactMatch)])
        figures.add(["character error rate", Quantity.rate(report.characterErrorRate)])
        return figures.description
    }

    private static func text(of report: TaggingReport, width: Int) -> String {
        let overall = report.overall
        var figures = Table(columns: [.left, .right])
        figures.add(["texts", Quantity.count(report.count)])
        figures.add(["tokens", Quantity.count(report.tokens)])
        figures.add(["token accuracy", Quantity.rate(report.accuracy)])
        guard !report.types.isEmpty else { return figures.description }
        figures.add(["precision", Quantity.rate(overall.precision)])
        figures.add(["recall", Quantity.rate(overall.recall)])
        figures.add(["F1", Quantity.rate(overall.f1)])
        figures.add(["macro-F1", Quantity.rate(report.macroF1)])

        var types = Table(columns: [.left, .right, .right, .right, .right])
        types.add(["type", "precision", "recall", "F1", "spans"])
        for type in report.types {
            let figures = report.figures(of: type)
            types.add(
                [TextWidth.cut(name(type), to: max(8, width - 44))]
                    + [figures.precision, figures.recall, figures.f1].map { Quantity.rate($0) }
                    + [Quantity.count(figures.support)])
        }
        return figures.description + "\n" + types.description
    }

    private static func text(of report: ClassificationReport, width: Int) -> String {
        var figures = Table(columns: [.left, .right])
        figures.add(["rows", Quantity.count(report.count)])
        figures.add(["accuracy", Quantity.rate(report.accuracy)])
        figures.add(["macro-F1", Quantity.rate(report.macroF1)])
        figures.add(["calibration error", Quantity.rate(report.calibrationError)])

        var classes = Table(columns: [.left, .right, .right, .right, .right])
        classes.add(["label", "precision", "recall", "F1", "rows"])
        for figures in report.classes {
            classes.add(
                [TextWidth.cut(name(figures.label), to: max(8, width - 44))]
                    + [figures.precision, figures.recall, figures.f1].map { Quantity.rate($0) }
                    + [Quantity.count(figures.support)])
        }
        return figures.description + "\n" + classes.description + "\n" + confusion(report, width: width)
    }

    private static func confusion(_ report: ClassificationReport, width: Int) -> String {
        let names = report.labels.map { width == .max ? name($0) : TextWidth.cut(name($0), to: 24) }
        let numbers = names.indices.map { String($0 + 1) }
        for (rows, columns) in [(names, names), (zip(numbers, names).map { "\($0) \($1)" }, numbers)] {
            var table = Table(columns: [.left] + names.map { _ in .right })
            table.add(["true \\ predicted"] + columns)
            for (name, row) in zip(rows, report.confusion) { table.add([name] + row.map { Quantity.count($0) }) }
            let text = table.description
            if text.split(separator: "\n").allSatisfy({ TextWidth.of(String($0)) <= width }) { return text }
        }
        return mostFrequent(report, width: width)
    }

    private static func mostFrequent(_ report: ClassificationReport, width: Int) -> String {
        var pairs: [(truth: Int, predicted: Int, count: Int)] = []
        for (truth, row) in report.confusion.enumerated() {
            for (predicted, count) in row.enumerated() where count > 0 && truth != predicted {
                pairs.append((truth, predicted, count))
            }
        }
        guard !pairs.isEmpty else { return "no row was confused\n" }
        pairs.sort { ($1.count, $0.truth, $0.predicted) < ($0.count, $1.truth, $1.predicted) }
        let half = max(8, (width - 14) / 2)
        var table = Table(columns: [.left, .left, .right])
        table.add(["true", "predicted", "rows"])
        for pair in pairs.prefix(20) {
            table.add([
                TextWidth.cut(name(report.labels[pair.truth]), to: half),
                TextWidth.cut(name(report.labels[pair.predicted]), to: half), Quantity.count(pair.count),
            ])
        }
        let rest = pairs.dropFirst(20).reduce(0) { $0 + $1.count }
        return "most often confused\n" + table.description
            + (rest > 0 ? "and \(Quantity.count(rest)) other rows\n" : "")
    }

    private static func name(_ label: String) -> String { excerpt(label, limit: 200) }
}
