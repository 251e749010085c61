import JSON
import LanguageFeatures
package import Models
import TimeSeries
package import TrainingRuns

/// What a network that forecasts is, and what it said of rows beside what came, as a page to look at.
package struct ForecastReport {
    package var model: StoredForecaster
    /// The file of the rows to measure with.
    package var data: String?
    /// Of these rows, the last ones, that what is told ahead has to lie in; nil: all.
    package var share: Double?

    package init(model: StoredForecaster) {
        self.model = model
    }

    /// - Parameter progress: how many forecasts have been asked for, and of how many.
    package func page(progress: (Int, Int) -> Void = { _, _ in }) throws(TrainingRunError) -> [UInt8] {
        let evaluation = try data.flatMap { path throws(TrainingRunError) in
            try ForecastEvaluation.of(model, onSeriesIn: path, last: share) {
                progress($0, $1)
                return true
            }
        }
        let measured = evaluation.map { MeasuredForecasts(of: model, $0, file: data ?? "") }
        return ReportPage.bytes(
            .forecaster, title: model.name,
            data: .object(
                JSONObject([
                    ("name", .string(model.name)), ("task", .string(StoredForecaster.task)),
                    ("labels", .array(model.configuration.labels.map { .string($0) })), ("overview", overview),
                    ("training", Training.json(of: try? model.history()) ?? .null),
                    ("forecasts", measured?.forecasts ?? .null), ("evaluation", measured?.labels ?? .null),
                ])))
    }
}
