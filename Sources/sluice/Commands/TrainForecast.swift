import LanguageFeatures
import Models
import RecurrentNetworks
import TimeSeries
import TrainingRuns

extension Train {
    /// `--task forecast`.
    func forecast() throws {
        var recipe = series.laid(over: try ForecastRecipe.find(recipe))
        guard !recipe.series.targets.isEmpty else {
            throw Failure(
                "no target came; expected the column to tell ahead", hint: "name it with --target", status: 2)
        }
        if series.coverage != nil, !recipe.series.quantiles.isEmpty {
            throw Failure(
                "--coverage and quantiles came; expected one of them",
                hint: "leave --coverage out, the outer quantiles are the interval, or learn no quantiles", status: 2)
        }
        if let epochs { recipe.fit.training.epochs = epochs }
        if let seed { recipe.fit.training.seed = seed }
        var run = ForecastRun(
            data: SeriesFile(path: data, dateColumn: series.dateColumn), recipe: recipe, output: output)
        run.threads = threads ?? Processors.count
        run.resumes = resume
        run.checkpointInterval = checkpointEvery
        run.license = card.license
        run.description = card.cardDescription
        run.source = card.cardSource

        var display = TrainingDisplay()
        // Also where the run throws: the error must not land on the line that shows progress.
        defer { display.finish() }
        let summary: ForecastRun.Summary
        do { summary = try run.run { Self.show($0, on: &display) } } catch {
            throw Failure("\(error)", hint: Self.hint(of: error))
        }
        display.finish()
        Output.write(TrainingDisplay.text(of: summary.ending, bestEpoch: summary.bestEpoch))
        if let test = summary.test {
            Output.write(
                "\nforecasts of \(Quantity.count(test.origins.count)) windows, whose truth was not trained on:\n\n"
                    + ReportText.of(test, width: ProgressDisplay.Screen.columns(of: 1)) + "\n")
        }
        Output.write("wrote \(output)\n")
    }

    private static func show(_ event: ForecastRun.Event, on display: inout TrainingDisplay) -> Bool {
        switch event {
        case .network:
            display.listen()
            display.note(text(of: event))
        case .measuring(let done, let all): display.show(done, of: all, what: "measuring")
        case .fit(let event): return display.show(event)
        default: display.note(text(of: event))
        }
        return true
    }

    /// With the flags that may mend it, where there are some.
    private static func hint(of error: TrainingRunError) -> String? {
        guard case .series(let error, _, _) = error else { return error.hint }
        let flags: String? =
            switch error.kind {
            case .order: "--sort"
            // "2012 a second time": a year is not all of the date.
            case .repeatedTime where error.came.prefix { $0 != " " }.count == 4:
                "--date-column none, or another; --repeated first, last or mean"
            case .repeatedTime: "--repeated first, last or mean"
            case .missingValue: "--missing interpolate or carry"
            case .length: "--window or --horizon"
            case .gap, .interval: "--missing, --interval or --date-column none"
            default: nil
            }
        return flags.map { "\(error.hint) (\($0))" } ?? error.hint
    }

    private static func text(of event: ForecastRun.Event) -> String {
        switch event {
        case .read(let table, let interval):
            var text = "\(Quantity.count(table.count)) rows"
            if let times = table.times, let first = times.first, let last = times.last {
                text += " from \(first) to \(last)"
                if let interval { text += ", a step of \(interval)" }
            }
            return text
        case .repaired(let note): return note
        case .split(let training, let validation, let test, let season):
            return
                "\(Quantity.count(training)) windows to train on, then \(Quantity.count(validation)) to validate and "
                + "\(Quantity.count(test)) to measure with; "
                + (season == 1 ? "nothing is taken to repeat" : "a season of \(Quantity.count(season)) rows")
        case .leavesRange(let target, let share):
            return "warning: \(Quantity.fixed(100 * share, decimals: 0)) % of the later values of "
                + "'\(Output.field(target))' are outside those trained on; --transform difference reads changes instead"
        case .unseenLabels(let labels):
            return "warning: no row to train on has \(labels.map { "'\(Output.field($0))'" }.joined(separator: ", "))"
        case .noIntervals(let windows, let coverage):
            return "warning: no intervals: \(Quantity.count(windows)) windows to validate with are too few for "
                + "a coverage of \(coverage)"
        case .network(let features, let parameters):
            return "\(Quantity.count(features)) numbers a row, \(Quantity.count(parameters)) weights"
        case .measuring, .fit: return ""
        }
    }
}
