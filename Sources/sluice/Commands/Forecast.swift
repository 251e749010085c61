import ArgumentParser
import JSON
import Models
import ServerProtocol
import SluiceClient
import TimeSeries
import TrainingRuns

struct Forecast: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Foresee how a series of numbers goes on: step or time, forecast, lower, upper, one step a line.",
        discussion: """
            The past comes as numbers, or from a file (--file) or standard input ('-') in TSV, CSV or JSON lines with the \
            columns that the model was trained on, or one number a line. With several columns that are foreseen each line \
            begins with the column's name. A model of labels prints label and probability, one label a line. On a \
            terminal a picture comes first. The model is one that 'sluice train --task forecast' made.

              sluice forecast --model ./models/sales 12 15.5 -3 18
              sluice forecast --model ./models/weather --file weather.csv --steps 7
              tail -f -n +1 sensor.csv | sluice forecast --model ./models/sensor --stream -
            """)

    /// Numbers below 0 look like options, so all is taken that is no option of ours.
    @Argument(
        parsing: .allUnrecognized, help: ArgumentHelp("The past, or '-' for standard input.", valueName: "number"))
    var words: [String] = []

    @Option(help: ArgumentHelp("A file with the past, a row a moment.", valueName: "path"))
    var file: String?

    @Option(help: ArgumentHelp("How many steps to foresee. Default: the model's horizon.", valueName: "number"))
    var steps: Int?

    @Flag(
        help: """
            Forecast anew after every row that comes, in this process; an empty line follows each forecast. Rows have to \
            come in order; a missing value is filled with the one before, where the model was trained with --missing.
            """)
    var stream = false

    @Flag(help: "Draw a picture also where standard output is no terminal.")
    var plot = false

    @Flag(help: "Print each answer as one line of JSON.")
    var json = false

    @OptionGroup var model: ModelOptions
    @OptionGroup var daemon: DaemonOptions

    /// The words without the one that says that no options follow.
    private var values: [String] {
        guard let end = words.firstIndex(of: "--") else { return words }
        return Array(words[..<end] + words[(end + 1)...])
    }

    /// Nil where the past came as numbers.
    private var path: String? { values == ["-"] ? "-" : file }

    func validate() throws {
        try TextInput.validate(values, file: file, what: "numbers")
        if values != ["-"], let word = values.first(where: { Double($0)?.isFinite != true }) {
            throw ValidationError("'\(word)' is neither a number nor an option of 'sluice forecast'.")
        }
        if let steps, !(1...SeriesForecast.greatestSteps).contains(steps) {
            throw ValidationError("--steps must be 1 to \(SeriesForecast.greatestSteps).")
        }
        if plot && (json || stream) { throw ValidationError("--plot is for neither --json nor --stream.") }
        if stream && path == nil { throw ValidationError("--stream reads rows as they come: give '-' or --file.") }
        if stream && daemon.socket != nil { throw ValidationError("--stream asks no daemon: leave --socket out.") }
    }

    func run() throws {
        let configuration = try Configuration.load()
        let name = try model.resolved(configuration)
        do {
            if stream, let path {
                try InstructionSet.check()
                return try StreamedForecasts(opened(name), steps: steps, json: json).write(path)
            }
            try answer(name, daemon.endpoint(configuration))
        } catch let error as SeriesError {
            throw Failure(error.description, hint: error.hint)
        } catch let error as DataError {
            let isColumn = error.kind == .missingColumn
            throw Failure(
                error.description, hint: isColumn ? "the model was trained on a column of that name" : error.hint)
        } catch let error as ClientError {
            throw ModelOptions.failure(error, model: name)
        }
    }

    private func answer(_ name: String?, _ endpoint: Endpoint) throws {
        // Whoever is asked may know another model by default than the one that the columns are of.
        let (model, past) = try past(name, endpoint)
        let series: SeriesForecast.Series =
            past.columns.count == 1
            ? .values(past.columns[0].values.map { $0.isNaN ? nil : $0 })
            : .listed(
                (0..<past.count).map { row in
                    past.columns.map { $0.values[row].isNaN ? .missing : .number($0.values[row]) }
                })
        let parameters = SeriesForecast.Parameters(
            series, times: past.times?.map(\.description), model: model, steps: steps)
        let answer: (raw: JSONValue, result: SeriesForecast.Result)
        do throws(ClientError) { answer = try endpoint.ask(SeriesForecast.self, parameters) } catch {
            guard path == nil, case .refused(_, let message, "invalidParams", _) = error,
                let reads = try? reads(model, endpoint).columns, reads.count != 1
            else { throw error }
            throw Failure(message, hint: "give rows with these columns: --file, or '-' for standard input")
        }
        for warning in answer.result.warnings { Output.note("sluice: \(Output.field(warning))") }
        if json { return Output.json(answer.raw) }
        let screen = ProgressDisplay.Screen.standardOutput
        if plot || screen.isTerminal { Output.write(answer.result.pictures(after: past, on: screen)) }
        Output.write(answer.result.lines)
    }

    /// The numbers that were given, or the columns of the file that the model reads, and the model.
    private func past(_ name: String?, _ endpoint: Endpoint) throws -> (model: String?, table: SeriesTable) {
        guard let path else {
            return (name, try SeriesTable(columns: [.init(name: "", values: values.compactMap { Double($0) })]))
        }
        let (model, configuration, columns) = try reads(name, endpoint)
        let table = try SeriesFile(path: path, for: configuration).read(columns.map { .number($0) }).table
        // The oldest are the ones to do without.
        return (model, table[max(0, table.count - SeriesForecast.greatestRows)..<table.count])
    }

    /// What the model reads.
    private func reads(
        _ name: String?, _ endpoint: Endpoint
    ) throws -> (model: String, configuration: SeriesConfiguration, columns: [String]) {
        let description = try described(name, endpoint)
        guard let contents = description.contents, let series = contents.series else {
            throw Failure(
                "the model \"\(description.name)\" forecasts nothing"
                    + (description.contents.map { ": its task is to \($0.task)" } ?? ""),
                hint: "name another model; sluice models lists them with their tasks")
        }
        let configuration = SeriesConfiguration(
            dateColumn: series.dateColumn, targets: series.targets, inputs: series.inputs,
            calendar: series.calendar.compactMap(CalendarFeature.init), labels: contents.labels)
        return (name ?? description.name, configuration, configuration.numericTargets + configuration.inputs)
    }

    /// The model as whoever will be asked knows it.
    private func described(_ name: String?, _ endpoint: Endpoint) throws -> ModelDescription {
        if let name { return try endpoint.ask(ModelsDescribe.self, .init(model: name)).result }
        let all = try endpoint.ask(ModelsList.self, .init()).result.models
        guard let first = all.first(where: { $0.contents?.series != nil }) else { throw Self.noModel }
        return first
    }

    /// The model itself.
    private func opened(_ name: String?) throws -> StoredForecaster {
        guard let name else { throw Self.noModel }
        guard case .forecaster(let forecaster) = try ModelOptions.openAny(name, folders: model.models) else {
            throw Failure(
                "the model \"\(name)\" forecasts nothing", hint: "sluice models lists models with their tasks")
        }
        return forecaster
    }

    private static let noModel = Failure(
        "no model was named", hint: "name one with --model; sluice train DATA --task forecast -o FOLDER makes one")
}
