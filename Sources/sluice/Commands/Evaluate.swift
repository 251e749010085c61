import ArgumentParser
import JSON
import LanguageFeatures
import Models
import Server
import ServerProtocol
import TrainingRuns

struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure a model on texts that are labelled, tagged or translated: overall, and by labels or types.",
        discussion: """
            The file is read as by train. Works in this process, without the daemon.

              sluice evaluate sentiment-ko reviews.tsv
              sluice evaluate ./models/reviews reviews.csv --label-column 감정
              sluice evaluate ./models/reviews test.tsv --without-repeats-of train.tsv
            """)

    @Argument(help: ArgumentHelp("The model: a name, or the path of its folder, with a '/' in it.", valueName: "model"))
    var model: String

    @Argument(help: ArgumentHelp("The labelled texts, or '-' for standard input.", valueName: "data"))
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

    @Flag(help: "Print one line of JSON, as models/evaluate answers.")
    var json = false

    func run() throws {
        try InstructionSet.check()
        let opened = try ModelOptions.open(model, folders: models)
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
