import ArgumentParser
import JSON
import LanguageFeatures
import Models
import Server
import ServerProtocol
import TrainingRuns

struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Measure a model on the texts of a file, or on a series: overall, and a table of the labels, of the types of "
            + "spans, or of the baselines.",
        discussion: """
            The file is read as by train. Works in this process, without the daemon.

              sluice evaluate sentiment-ko reviews.tsv
              sluice evaluate ./models/reviews reviews.csv --label-column 감정
              sluice evaluate ./models/reviews test.tsv --without-repeats-of train.tsv
              sluice evaluate ./models/weather weather.csv --test-split 0.2
            """)

    @Argument(help: ArgumentHelp("The model: a name, or the path of its folder, with a '/' in it.", valueName: "model"))
    var model: String

    @Argument(help: ArgumentHelp("The labelled texts or the series, or '-' for standard input.", valueName: "data"))
    var data: String

    @Option(help: ArgumentHelp("The column of the texts.", valueName: "name"))
    var textColumn: String?

    @Option(help: ArgumentHelp("The column of the labels, or of the translations.", valueName: "name"))
    var labelColumn: String?

    @Option(help: ArgumentHelp("A folder of models to look in first. May be repeated.", valueName: "folder"))
    var models: [String] = []

    @Option(
        help: ArgumentHelp(
            "Leave out rows whose letters and digits also stand in a row of this file, such as the one trained on.",
            valueName: "file"))
    var withoutRepeatsOf: String?

    @Option(
        help: ArgumentHelp(
            "Of a series: measure on the last share of the rows alone, as train does.", valueName: "share"))
    var testSplit: Double?

    @Flag(help: "Print one line of JSON; of texts as models/evaluate answers.")
    var json = false

    func validate() throws {
        if let testSplit, !(testSplit > 0 && testSplit < 1) {
            throw ValidationError("--test-split must be more than 0 and less than 1.")
        }
    }

    func run() throws {
        try InstructionSet.check()
        switch try ModelOptions.openAny(model, folders: models) {
        case .forecaster(let forecaster): try evaluate(forecaster)
        case let other:
            if testSplit != nil {
                throw Failure("--test-split is of a series, and '\(other.name)' does not forecast one", status: 2)
            }
            do { try evaluate(other.network()) } catch let error as ModelError { throw Failure("\(error)") }
        }
    }

    private func evaluate(_ opened: Model) throws {
        let report: EvaluationReport
        do {
            let repeats = try withoutRepeatsOf.map { path throws(DataError) in
                try TextRepeats(
                    of: DataFile(path: path, textColumn: textColumn, labelColumn: labelColumn), for: opened.task)
            }
            report = try Evaluation.report(
                of: opened, on: DataFile(path: data, textColumn: textColumn, labelColumn: labelColumn),
                without: repeats)
        } catch {
            throw Failure("\(error)", hint: error.hint)
        }
        if json {
            Output.write(ModelsEvaluate.Result(report, model: opened.name).json.serialized() + [0x0a])
        } else {
            Output.write(ReportText.of(report, width: ProgressDisplay.Screen.columns(of: 1)))
        }
    }
}
