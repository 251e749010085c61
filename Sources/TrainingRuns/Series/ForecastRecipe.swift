import JSON
import Models
import Numerics
package import RecurrentNetworks
package import TimeSeries

/// What `sluice train --task forecast` makes: which columns are read and how, layers and how to fit them.
///
///     {"series": {"targets": ["temp_max"], "inputs": ["precipitation"], "calendar": ["day_of_year"],
///                 "window": 28, "horizon": 7, "season": 7},
///      "layers": [{"class_name": "GRU", "config": {"units": 32}}, {"class_name": "Dense"}],
///      "fit": {"epochs": 100, "batch_size": 32, "validation_split": 0.2, "test_split": 0.2}}
///
/// The InputLayer may be left out, and `units` of the last Dense: the columns decide them. Where labels are predicted
/// the last Dense gets a softmax, and where a state is carried from row to row every recurrent layer returns sequences.
package struct ForecastRecipe: Sendable, Equatable {
    /// A file, or the name of a shipped recipe.
    package let name: String
    /// As it is written; the columns may be missing, and are named by whoever trains.
    package var series: SeriesConfiguration
    package var fit: FitOptions
    /// Whether nothing says after how many rows the series repeats: the step from row to row does then.
    package var findsSeason: Bool
    private let layers: JSONValue

    /// Those of the loss `quantile` where none are named.
    package static let usualQuantiles = [0.1, 0.5, 0.9]

    /// A shipped recipe by its name, or a file. Nil: `forecast-gru`.
    package static func find(_ nameOrPath: String?) throws(RecipeError) -> ForecastRecipe {
        let name = nameOrPath ?? ShippedRecipes.forecasts[0].name
        if let shipped = ShippedRecipes.forecasts.first(where: { $0.name == name }) {
            return try ForecastRecipe(parsing: Array(shipped.text.utf8), name: name)
        }
        let file: FileBytes
        do { file = try FileBytes(path: name, maximum: 16_000_000) } catch {
            throw RecipeError(
                recipe: name,
                reason: ShippedRecipes.names.contains(name)
                    ? "it is of texts, and the task is forecast" : "\(error)",
                hint: "give the path of a JSON file, or one of the shipped recipes: "
                    + ShippedRecipes.forecasts.map(\.name).joined(separator: ", "))
        }
        return try ForecastRecipe(parsing: file.withUnsafeBytes { Array($0) }, name: name)
    }

    package init(parsing bytes: [UInt8], name: String) throws(RecipeError) {
        let value: JSONValue
        do { value = try JSONValue(parsing: bytes) } catch {
            throw RecipeError(recipe: name, reason: "\(error)", hint: "a recipe is one JSON object")
        }
        self.name = name
        do {
            let fields = try Fields(value, at: "")
            try fields.allowOnly(["series", "layers", "fit"])
            let columns =
                try fields.has("series") ? fields.fields("series") : Fields(.object(JSONObject()), at: "series")
            series = try SeriesCoding.decode(columns)
            findsSeason = !columns.has("season")
            layers = try fields.value("layers", expected: "an array of layers")
            fit = try fields.has("fit") ? FitOptions(fields.fields("fit"), ofSeries: true) : FitOptions()
            if case .quantile? = fit.loss, series.quantiles.isEmpty { series.quantiles = Self.usualQuantiles }
            // Numbers that the columns will decide stand in for themselves here.
            _ = try LayerCoding.decode(layers, defaults: LayerCoding.Defaults(outputs: 2, areNumbers: true))
        } catch {
            throw RecipeError(
                recipe: name, reason: error.description,
                hint: "the layers and what fits them are called as Keras calls them")
        }
    }

    /// The layers and what they are trained by, with what the columns decide filled in.
    ///
    /// - Parameters:
    ///   - series: with its labels, where labels are predicted.
    ///   - features: how many numbers a row has for the network.
    package func network(
        for series: SeriesConfiguration, features: Int
    ) throws(RecipeError) -> (configuration: NetworkConfiguration, loss: Loss) {
        var configuration: NetworkConfiguration
        do {
            configuration = try LayerCoding.decode(
                layers, defaults: LayerCoding.Defaults(outputs: series.outputCount, areNumbers: true))
        } catch {
            throw RecipeError(
                recipe: name, reason: error.description,
                hint: "the layers and what fits them are called as Keras calls them")
        }
        if case .embedding? = configuration.layers.first {
            throw refusal(
                "layer 'embedding': came first, which reads ids; the rows of a series are numbers",
                "begin with the recurrent layer: the InputLayer is decided by the columns")
        }
        if case .input(let given, _)? = configuration.layers.first {
            guard given == features else {
                throw refusal(
                    "layer 'input_layer': came \(given) numbers a row, needs \(features), those of the columns",
                    "leave the InputLayer out: the columns decide it")
            }
            configuration.layers[0] = .input(features: features)
        } else {
            configuration.layers.insert(.input(features: features), at: 0)
        }
        let isStateful = series.mode == .stateful
        if isStateful { configuration.layers = configuration.layers.map(\.returningSequences) }
        if !series.labels.isEmpty, case .dense(let units, .linear)? = configuration.layers.last {
            configuration.layers[configuration.layers.count - 1] = .dense(units: units, activation: .softmax)
        }
        let plan: NetworkPlan
        do { plan = try NetworkPlan(configuration) } catch { throw refusal(error.description, "nothing was trained") }
        if isStateful, let obstacle = plan.obstacleToReading {
            throw refusal("\(obstacle)", "a stateful model reads row by row: use SimpleRNN, GRU or LSTM")
        }
        let needed: LayerShape = isStateful ? .sequence(series.outputCount) : .vector(series.outputCount)
        guard plan.output == needed else {
            throw refusal(
                "layer '\(plan.layers.last?.name ?? "none")': came \(plan.output), needs \(needed), for "
                    + Self.answers(of: series),
                #"end the layers with {"class_name": "Dense"}\#(isStateful ? " on a sequence" : " on a vector"), "#
                    + "and leave its units out")
        }
        let workspace = plan.workspace(steps: series.window)
        guard workspace <= NetworkPlan.maximumWorkspace else {
            throw refusal(
                "layers: \(series.window) rows through them take \(workspace >> 20) MiB, needs at most "
                    + "\(NetworkPlan.maximumWorkspace >> 20) MiB", "make the window smaller or the layers narrower")
        }
        return (configuration, try loss(for: series, plan))
    }

    private static func answers(of series: SeriesConfiguration) -> String {
        if !series.labels.isEmpty { return "\(series.labels.count) labels" }
        let quantiles = series.quantiles.isEmpty ? "" : " × \(series.quantiles.count) quantiles"
        return "\(series.networkSteps) steps × \(series.targets.count) targets\(quantiles)"
    }

    private func loss(for series: SeriesConfiguration, _ plan: NetworkPlan) throws(RecipeError) -> Loss {
        let monitor = fit.training.monitor
        if !series.labels.isEmpty {
            guard fit.loss ?? .crossEntropy == .crossEntropy else {
                throw refusal(
                    "fit.loss: came \(fit.loss?.description ?? ""), needs the cross-entropy: the target is of labels",
                    "leave loss out")
            }
            guard case .dense(_, .softmax)? = plan.layers.last?.configuration else {
                throw refusal(
                    "layer '\(plan.layers.last?.name ?? "none")': came without softmax; the target is of labels",
                    "leave its activation out")
            }
            return .crossEntropy
        }
        guard monitor != .validationAccuracy, fit.training.labelSmoothing == 0 else {
            throw refusal(
                "fit: came \(monitor == .validationAccuracy ? "monitor val_accuracy" : "label_smoothing"), which is of "
                    + "labels; the target is of numbers", "monitor val_loss, and leave label_smoothing out")
        }
        guard series.quantiles.isEmpty else {
            if let loss = fit.loss {
                guard case .quantile = loss else {
                    throw refusal(
                        "fit.loss: came \(loss), needs quantile: \(series.quantiles.count) quantiles are to be answered",
                        "leave loss or the quantiles out")
                }
            }
            return .quantile(series.quantiles.map { Float($0) })
        }
        let loss = fit.loss ?? .meanSquaredError
        switch loss {
        case .crossEntropy, .binaryCrossEntropy:
            throw refusal(
                "fit.loss: came \(loss), needs a loss of numbers",
                "use mean_squared_error, mean_absolute_error, huber or quantile, or leave loss out")
        case .meanSquaredError, .meanAbsoluteError, .huber, .quantile: return loss
        }
    }

    private func refusal(_ reason: String, _ hint: String) -> RecipeError {
        RecipeError(recipe: name, reason: reason, hint: hint)
    }

    /// A recipe that makes the same: with the series as it was trained, and all of `fit`.
    func settings(of series: SeriesConfiguration) -> JSONValue {
        var columns = SeriesCoding.encode(series)
        if series.dateColumn == nil { columns.insert(("date_column", .string(SeriesFile.noDates)), at: 0) }
        return .object(
            JSONObject([
                ("series", .object(JSONObject(columns))), ("layers", layers), ("fit", fit.encode(ofSeries: true)),
            ]))
    }
}

extension LayerConfiguration {
    /// A recurrent layer that answers every step.
    fileprivate var returningSequences: LayerConfiguration {
        func changed(_ options: RecurrentOptions) -> RecurrentOptions {
            var options = options
            options.returnSequences = true
            return options
        }
        return switch self {
        case .simpleRNN(let options): .simpleRNN(changed(options))
        case .gru(let options, let resetAfter): .gru(changed(options), resetAfter: resetAfter)
        case .lstm(let options): .lstm(changed(options))
        default: self
        }
    }
}
