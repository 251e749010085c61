import JSONRPC
import LanguageFeatures
import Models
import ServerProtocol
import TimeSeries

enum SeriesForecastHandler: Handler {
    typealias Method = SeriesForecast

    static func intent(_ parameters: SeriesForecast.Parameters, _ server: SluiceServer) -> Intent {
        guard let forecaster = server.models.readyForecaster(parameters.model) else { return .work }
        let configuration = forecaster.model.configuration
        let steps = parameters.steps ?? configuration.horizon
        // Rows that are converted, and that the network reads: all of them, or the window, for each step that is fed back.
        let rows =
            parameters.series.count
            + (configuration.mode == .autoregressive ? configuration.window * steps : configuration.window + steps)
        if rows <= server.configuration.quickRowsLimit { return .quick }
        return rows <= server.configuration.longRowsLimit ? .work : .long
    }

    static func answer(
        _ parameters: SeriesForecast.Parameters, _ context: RequestContext
    ) throws(ResponseError) -> SeriesForecast.Result {
        let server = context.server
        return try server.models.use(forecaster: parameters.model) { (forecaster) throws(ResponseError) in
            let table = try SeriesConversion(forecaster.model.configuration, model: forecaster.model.name)
                .table(parameters, limit: server.configuration.seriesValuesLimit)
            let answer: Forecast?
            do throws(SeriesError) {
                answer = try forecaster.forecast(table, steps: parameters.steps, while: { context.isWanted })
            } catch {
                throw ResponseError(error)
            }
            guard let answer else {
                try context.checkCancellation()
                throw .stopping
            }
            guard let result = SeriesForecast.Result(answer, by: forecaster.model) else { throw .notFinite }
            return result
        }
    }
}
