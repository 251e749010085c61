import JSON
import LanguageFeatures
import Models
import TimeSeries
import TrainingRuns

/// What a forecaster said of the rows of a file beside what came. All is measured; so much is drawn as a page can hold.
struct MeasuredForecasts {
    /// Numbers of forecasts and intervals together, and of steps that can be chosen.
    static let drawnNumbers = 300_000
    static let drawnSteps = 24

    private let configuration: SeriesConfiguration
    private let evaluation: ForecastEvaluation
    private let file: String

    init(of model: StoredForecaster, _ evaluation: ForecastEvaluation, file: String) {
        configuration = model.configuration
        self.evaluation = evaluation
        self.file = file.split(separator: "/").last.map(String.init) ?? file
    }

    private var report: BacktestReport { evaluation.report }

    /// Nil where labels are predicted.
    var forecasts: JSONValue? {
        guard configuration.labels.isEmpty, let last = report.origins.last else { return nil }
        let steps = drawn(configuration.horizon)
        let count = min(
            report.origins.count, max(50, Self.drawnNumbers / (3 * steps.count * max(1, report.targets.count))))
        let first = report.origins.count - count
        let origin = report.origins[first]
        // The page shows what was read for the first of them, and what the seasonal forecasts are copied from.
        let start = max(0, origin + 1 - max(configuration.contextRows, configuration.season))
        let rows = start..<last + configuration.horizon + 1
        let table = evaluation.table
        return .object(
            JSONObject([
                ("file", .string(file)), ("fileRows", .count(table.count)), ("firstRow", .count(start + 1)),
                ("rows", .count(rows.count)),
                ("times", table.times.map { times in .array(rows.map { .string(times[$0].description) }) } ?? .null),
                ("origin", .count(origin - start)), ("origins", .count(count)),
                ("stride", .count(report.origins.count > 1 ? report.origins[1] - report.origins[0] : 1)),
                ("measured", .count(report.origins.count)), ("steps", .array(steps.map { .count($0 + 1) })),
                ("season", .count(configuration.season)), ("promised", .number(promised)),
                ("notes", .array(evaluation.notes.map { .string($0) })), ("verdict", .string(report.verdict)),
                (
                    "targets",
                    .array(
                        report.targets.map { target in
                            json(target, steps: steps, rows: rows, origins: first..<report.origins.count)
                        })
                ),
                ("all", report.targets.count > 1 ? .array(report.figures.map(json)) : .null),
            ]))
    }

    /// The share of what comes that an interval is to hold.
    private var promised: Double {
        guard let first = configuration.quantiles.first, let last = configuration.quantiles.last, first < last else {
            return configuration.coverage
        }
        return last - first
    }

    /// Of so many steps, from 0, those that can be chosen: the first, the last and some between.
    private func drawn(_ horizon: Int) -> [Int] {
        guard horizon > Self.drawnSteps else { return Array(0..<horizon) }
        return (0..<Self.drawnSteps).map { $0 * (horizon - 1) / (Self.drawnSteps - 1) }
    }

    private func json(
        _ target: BacktestReport.Target, steps: [Int], rows: Range<Int>, origins: Range<Int>
    ) -> JSONValue {
        func lines(_ values: [[Double]]) -> JSONValue {
            values.isEmpty ? .array([]) : .array(steps.map { .array(values[$0][origins].map { .brief($0) }) })
        }
        let truth = evaluation.truth.values(of: target.name)?[rows] ?? []
        return .object(
            JSONObject([
                ("name", .string(target.name)), ("figures", .array(target.figures.map(json))),
                ("truth", .array(truth.map { .brief($0) })), ("forecast", lines(target.forecast)),
                ("lower", lines(target.lower)), ("upper", lines(target.upper)),
                ("coverage", target.coverage.map { .decimals($0, 6) } ?? .null),
                ("meanWidth", target.meanWidth.map { .brief($0) } ?? .null),
                ("coverages", .array(target.stepCoverage.map { .decimals($0, 6) })),
                ("widths", .array(target.stepWidth.map { .brief($0) })),
            ]))
    }

    private func json(_ figures: BacktestReport.Figures) -> JSONValue {
        .object(
            JSONObject(
                [("subject", .string(figures.subject.rawValue))] + json(figures.overall) + [
                    ("stepErrors", .array(figures.steps.map { .object(JSONObject(json($0))) }))
                ]))
    }

    private func json(_ errors: ForecastErrors) -> [(name: String, value: JSONValue)] {
        [
            ("mae", errors.count > 0 ? .brief(errors.mae) : .null),
            ("rmse", errors.count > 0 ? .brief(errors.rmse) : .null),
            ("mase", errors.mase.map { .brief($0) } ?? .null),
        ]
    }

    /// Nil where numbers are forecast.
    var labels: JSONValue? {
        guard let model = report.labels.first?.report else { return nil }
        return .object(
            JSONObject([
                ("file", .string(file)), ("rows", .count(model.count)), ("verdict", .string(report.verdict)),
                (
                    "figures",
                    .array(
                        [("accuracy", model.accuracy), ("macro_f1", model.macroF1)].map { name, value in
                            .object(JSONObject([("name", .string(name)), ("value", .decimals(value, 6))]))
                        })
                ),
                (
                    "subjects",
                    .array(
                        report.labels.map { figures in
                            .object(
                                JSONObject([
                                    ("subject", .string(figures.subject.rawValue)),
                                    ("accuracy", .decimals(figures.report.accuracy, 6)),
                                    ("macroF1", .decimals(figures.report.macroF1, 6)),
                                ]))
                        })
                ),
                ("classes", MeasuredRows.classes(model)), ("confusion", MeasuredRows.confusion(model)),
                ("reliability", MeasuredRows.json(of: model.reliability)),
            ]))
    }
}
