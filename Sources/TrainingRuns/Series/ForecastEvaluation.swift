package import LanguageFeatures
package import Models
package import TimeSeries

/// How a forecaster does on the series of a file.
package struct ForecastEvaluation: Sendable {
    /// As it was read and mended.
    package var table: SeriesTable
    /// The same before missing values were filled, which are NaN.
    package var truth: SeriesTable
    /// What was made good, in words.
    package var notes: [String]
    package var report: BacktestReport

    /// Asks the model after every row that has what it needs before it, and a horizon after it.
    ///
    /// - Parameters:
    ///   - share: of the rows, the last ones, that what is told ahead has to lie in, as in training; nil: all.
    ///   - progress: called with the questions asked so far; false ends it, and then there is no answer.
    package static func of(
        _ model: StoredForecaster, onSeriesIn path: String, last share: Double? = nil,
        progress: (_ done: Int, _ all: Int) -> Bool = { _, _ in true }
    ) throws(TrainingRunError) -> ForecastEvaluation? {
        let rows = try ForecastRows.read(path, for: model.configuration, test: share ?? 0)
        let table = rows.table
        do {
            let split = try SeriesSplit(
                rows: table.count, validation: 0, test: share ?? 0, configuration: model.configuration)
            let origins = split.origins(
                of: share == nil ? split.training : split.test, steps: model.configuration.horizon)
            let report = try backtest(of: model, on: rows, origins: origins) { progress($0, origins.count) }
            return report.map {
                ForecastEvaluation(
                    table: table, truth: rows.truth,
                    notes: rows.notes + unknownLabels(of: model.configuration, in: table, $0.origins),
                    report: $0)
            }
        } catch {
            throw .series(error, file: path)
        }
    }

    /// A note where rows that were asked about have labels that the model does not know.
    private static func unknownLabels(
        of series: SeriesConfiguration, in table: SeriesTable, _ origins: [Int]
    ) -> [String] {
        guard !series.labels.isEmpty, let texts = table.texts(of: series.targets[0]) else { return [] }
        let known = Set(series.labels)
        let count = origins.count { !known.contains(texts[$0 + series.horizon]) }
        guard count > 0 else { return [] }
        return [
            "\(Quantity.count(count)) of \(Quantity.count(origins.count)) rows have labels that the model does not know "
                + "and are left out of the figures"
        ]
    }

    /// Forecast values that a report is of, at most.
    private static let most = 10_000_000

    /// Of a long series every second, third, … row is asked after.
    static func backtest(
        of model: StoredForecaster, on rows: ForecastRows, origins: Range<Int>, progress: (Int) -> Bool
    ) throws(SeriesError) -> BacktestReport? {
        let values = model.configuration.horizon * max(model.configuration.numericTargets.count, 1)
        let stride = max(1, origins.count / max(1, most / values))
        var done = 0
        return try Forecaster(model).backtest(
            rows.table, truth: rows.truth, origins: origins, stride: stride,
            while: { progress(min(done * stride, origins.count)) }, progress: { done = $0 })
    }
}

extension SeriesConfiguration {
    /// Rows after a window that one answer of the network is of.
    var stepsAhead: Int { labels.isEmpty ? networkSteps : horizon }
}

extension BacktestReport {
    /// The figures by name, the model's and what its baselines came to.
    var metrics: [(name: String, value: Double)] {
        func name(_ figure: String, _ subject: Subject) -> String {
            subject == .model ? figure : "\(figure) (\(subject.rawValue))"
        }
        var metrics: [(name: String, value: Double)] = []
        for figures in figures where figures.overall.count > 0 {
            let errors = figures.overall
            // Of columns in different units nothing but MASE tells anything together.
            if targets.count == 1 {
                metrics += [(name("mae", figures.subject), errors.mae), (name("rmse", figures.subject), errors.rmse)]
            }
            if let mase = errors.mase { metrics.append((name("mase", figures.subject), mase)) }
        }
        if let coverage { metrics.append(("coverage", coverage)) }
        for figures in labels {
            metrics += [
                (name("accuracy", figures.subject), figures.report.accuracy),
                (name("macro_f1", figures.subject), figures.report.macroF1),
            ]
        }
        return metrics
    }
}
