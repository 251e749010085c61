import ArgumentParser
import JSON
import Models
import TrainingRuns
import WordVectors

struct VectorsEvaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Measure word vectors by pairs of words that people have judged, or by analogies.",
        discussion: """
            A file of pairs has two words and a number a line, separated by tabs or spaces: Spearman's and Pearson's \
            correlation with the cosines are printed. A file of analogies has lines such as ": capitals" and under \
            them four words a line: how often the fourth is found. Words are compared without regard to case. Works \
            in this process, without the daemon.

              sluice vectors evaluate ./models/glove wordsim353.tsv questions-words.txt
            """)

    @Argument(
        help: ArgumentHelp("The vectors: a name, or the path of their folder, with a '/' in it.", valueName: "model"))
    var model: String

    @Argument(help: ArgumentHelp("Pairs or analogies, or '-' for standard input.", valueName: "file"))
    var files: [String]

    @Option(help: ArgumentHelp("How many of the first words take part.", valueName: "words"))
    var limit = VectorEvaluation.usualLimit

    @Option(help: ArgumentHelp("A folder of models to look in first. May be repeated.", valueName: "folder"))
    var models: [String] = []

    @Flag(help: "Print one line of JSON a file.")
    var json = false

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit \(limit): give at least 1.") }
    }

    func run() throws {
        try InstructionSet.check()
        guard case .vectors(let vectors) = try ModelOptions.openAny(model, folders: models) else {
            throw Failure(
                "\(model) has no word vectors", hint: "measure it with sluice evaluate, or name a folder of vectors")
        }
        let run = VectorEvaluationRun(vectors.table, limit: limit)
        for file in files {
            // Told by one thread after the other.
            nonisolated(unsafe) var display = ProgressDisplay { Output.raw($0) }
            let report: VectorReport?
            do {
                report = try run.report(on: file) { done, all in
                    display.show(done, of: all, what: "analogies")
                    return true
                }
            } catch {
                throw Failure("\(error)", hint: error.hint)
            }
            display.finish()
            guard let report, !vectors.table.isPoisoned else {
                throw Failure("a file of \(model) was cut short while it was read", hint: "import the vectors again")
            }
            if json {
                Output.write(report.json.serialized() + [0x0a])
            } else {
                Output.write((files.count > 1 ? "\(file)\n" : "") + report.text)
            }
        }
    }
}
