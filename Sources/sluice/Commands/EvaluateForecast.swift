import LanguageFeatures
import Models
import TrainingRuns

extension Evaluate {
    /// A forecaster on a series.
    func evaluate(_ model: StoredForecaster) throws {
        for (flag, isGiven) in [
            ("--text-column", textColumn != nil), ("--label-column", labelColumn != nil),
            ("--without-repeats-of", withoutRepeatsOf != nil),
        ] where isGiven {
            throw Failure("\(flag) is of texts, and '\(model.name)' forecasts a series", status: 2)
        }
        var display = ProgressDisplay { Output.raw($0) }
        defer { display.finish() }
        let evaluation: ForecastEvaluation?
        do {
            evaluation = try ForecastEvaluation.of(model, onSeriesIn: data, last: testSplit) {
                display.show($0, of: $1, what: "measuring")
                return true
            }
        } catch {
            throw Failure("\(error)", hint: error.hint)
        }
        display.finish()
        guard let evaluation else { return }
        for note in evaluation.notes { Output.note(note) }
        if json {
            Output.json(evaluation.report.json(model: model.name))
        } else {
            Output.write(ReportText.of(evaluation.report, width: ProgressDisplay.Screen.columns(of: 1)))
        }
    }
}
