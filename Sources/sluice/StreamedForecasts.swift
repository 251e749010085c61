import JSON
import LanguageFeatures
import Models
import Server
import ServerProtocol
import TimeSeries
import TrainingRuns

/// A forecast after every row of a file, as the rows come. In this process: nobody else has to hold a state for it.
struct StreamedForecasts {
    private let forecaster: Forecaster
    private let steps: Int?
    private let json: Bool

    init(_ model: StoredForecaster, steps: Int?, json: Bool) {
        forecaster = Forecaster(model)
        self.steps = steps
        self.json = json
    }

    /// - Parameter path: `-` is standard input.
    func write(_ path: String) throws {
        let configuration = forecaster.model.configuration
        var stream = try ForecastStream(forecaster.model)
        try SeriesFile(path: path, for: configuration)
            .forEachRow(configuration.numericTargets + configuration.inputs) { time, values in
                try stream.read(values, at: time)
                guard stream.isReady, let forecast = try forecaster.forecast(after: stream, steps: steps),
                    let result = SeriesForecast.Result(forecast, by: forecaster.model)
                else { return }
                for warning in result.warnings { Output.note("sluice: \(Output.field(warning))") }
                if json { Output.json(result.json) } else { Output.write(result.lines + "\n") }
            }
        guard stream.isReady else {
            throw Failure(
                "\(stream.count) rows came, expected at least \(forecaster.model.neededRows)",
                hint: "a forecast comes after every row from that one on")
        }
    }
}
