package import LanguageFeatures
import TimeSeries

extension ReportText {
    /// A backtest for people: the model beside those who need none, over all and by step, and in plain words who is better.
    ///
    /// - Parameter width: columns of the terminal.
    package static func of(
        _ report: BacktestReport, width: Int, isTerminal: Bool = ProgressDisplay.Screen.isTerminal(1)
    ) -> String {
        guard report.labels.isEmpty else {
            var table = Table(columns: [.left, .right, .right, .right])
            table.add(["", "accuracy", "macro-F1", "rows"])
            for figures in report.labels {
                table.add([
                    figures.subject.rawValue, Quantity.rate(figures.report.accuracy),
                    Quantity.rate(figures.report.macroF1), Quantity.count(figures.report.count),
                ])
            }
            let model = report.labels.first.map { of(.classification($0.report), width: width, isTerminal: isTerminal) }
            return [table.description, report.verdict + "\n", model ?? ""].joined(separator: "\n")
        }
        var parts = report.targets.map { target in
            let name = report.targets.count > 1 ? TextWidth.cut(excerpt(target.name, limit: 200), to: 40) : ""
            return overall(target.figures, of: name, hasUnit: true) + intervals(target) + steps(target.figures)
        }
        if report.targets.count > 1 { parts.append(overall(report.figures, of: "all targets", hasUnit: false)) }
        return (parts + [report.verdict + "\n"]).joined(separator: "\n")
    }

    private static func overall(_ figures: [BacktestReport.Figures], of name: String, hasUnit: Bool) -> String {
        var table = Table(columns: [.left, .right, .right, .right])
        table.add([name] + (hasUnit ? ["MAE", "RMSE", "MASE"] : ["MASE"]))
        for figures in figures {
            let errors = figures.overall
            // Where no value came at all there is nothing that was missed.
            let inUnit = errors.count > 0 ? [figure(errors.mae), figure(errors.rmse)] : ["-", "-"]
            table.add(
                [figures.subject.rawValue] + (hasUnit ? inUnit : [])
                    + [errors.mase.map(figure) ?? "-"])
        }
        return table.description
    }

    private static func intervals(_ target: BacktestReport.Target) -> String {
        guard let coverage = target.coverage, let width = target.meanWidth else { return "" }
        return "\(Quantity.fixed(100 * coverage, decimals: 1)) % of the truth lies within the intervals, which are "
            + "\(figure(width)) wide on average\n"
    }

    /// Of some steps, where there are many.
    private static func steps(_ figures: [BacktestReport.Figures]) -> String {
        let count = figures.first?.steps.count ?? 0
        guard count > 1 else { return "" }
        let shown =
            count <= 14
            ? Array(1...count)
            : [1, 2, 3, 5, 7, 10, 14, 21, 28, 50, 100, 200, 500, 1000].filter { $0 < count } + [count]
        let hasScale = figures.allSatisfy { $0.overall.mase != nil }
        var table = Table(columns: [.right] + figures.map { _ in .right })
        table.add([hasScale ? "MASE, rows ahead" : "MAE, rows ahead"] + figures.map(\.subject.rawValue))
        for step in shown {
            table.add(
                [Quantity.count(step)]
                    + figures.map { figures in
                        let errors = figures.steps[step - 1]
                        return figure(errors.mase ?? errors.mae)
                    })
        }
        return "\n" + table.description
    }

    /// Four figures or so.
    private static func figure(_ value: Double) -> String {
        Quantity.fixed(value, decimals: value.magnitude < 10 ? 3 : value.magnitude < 1000 ? 2 : 0)
    }
}
