import ArgumentParser
import LanguageFeatures
import Models
import Reports
import TrainingRuns

struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a page that shows what a model is and what goes on inside it.",
        discussion: """
            One HTML file that needs no network: the layers, the curves of the training, a map of the embeddings, and \
            with --data the confusion matrix, the figures of each label and whether the probabilities are to be \
            believed. The texts that are given, else some rows of the data, are coloured by what each token did for \
            the answer, and the gates and states of the recurrent layers are drawn along them. Of word vectors it is a map of \
            their most frequent words; of a model that forecasts, what it said beside what came. Works in this process, \
            without the daemon.

              sluice report sentiment-ko -o report.html "다시 보고 싶은 영화"
              sluice report ./models/reviews -o report.html --data test.tsv
              sluice report slots-en -o report.html --data test.jsonl --texts texts.txt
              sluice report words-ko -o words.html
              sluice report ./models/weather -o report.html --data weather.csv --test-split 0.2
            """)

    @Argument(help: ArgumentHelp("The model: a name, or the path of its folder, with a '/' in it.", valueName: "model"))
    var model: String

    @Argument(help: ArgumentHelp("Texts to look into, or '-' for standard input.", valueName: "text"))
    var texts: [String] = []

    @Option(name: [.short, .long], help: ArgumentHelp("The page to write.", valueName: "file"))
    var output: String

    @Option(help: ArgumentHelp("Labelled or tagged rows to measure with, read as by train.", valueName: "file"))
    var data: String?

    @Option(
        name: .customLong("texts"),
        help: ArgumentHelp("A file with one text to look into a line.", valueName: "file"))
    var textFile: String?

    @Option(help: ArgumentHelp("The column of the texts.", valueName: "name"))
    var textColumn: String?

    @Option(help: ArgumentHelp("The column of the labels.", valueName: "name"))
    var labelColumn: String?

    @Option(
        help: ArgumentHelp(
            "Of a series: measure on the last share of the rows alone, as train does.", valueName: "share"))
    var testSplit: Double?

    @Option(help: ArgumentHelp("A folder of models to look in first. May be repeated.", valueName: "folder"))
    var models: [String] = []

    func validate() throws {
        if textFile != nil && !texts.isEmpty { throw ValidationError("Give texts or --texts, not both.") }
        if data == "-" && (textFile == "-" || texts == ["-"]) {
            throw ValidationError("Standard input can be read once only.")
        }
        if let testSplit, !(testSplit > 0 && testSplit < 1) {
            throw ValidationError("--test-split must be more than 0 and less than 1.")
        }
    }

    func run() throws {
        try InstructionSet.check()
        let model: Model
        let stored = try ModelOptions.openAny(self.model, folders: models)
        if case .forecaster(let forecaster) = stored { return try write(forecaster) }
        if testSplit != nil {
            throw Failure("--test-split is of a series, and '\(stored.name)' does not forecast one", status: 2)
        }
        switch stored {
        case .vectors(let vectors): return try write(VectorsReport(vectors: vectors))
        default: do { model = try stored.network() } catch { throw Failure("\(error)") }
        }
        var report = ModelReport(model: model)
        report.data = data.map { DataFile(path: $0, textColumn: textColumn, labelColumn: labelColumn) }
        if textFile != nil || !texts.isEmpty {
            try TextInput.forEachBatch(texts, file: textFile) { report.texts += $0.filter { !$0.isEmpty } }
        }
        var display = ProgressDisplay { Output.raw($0) }
        defer { display.finish() }
        let page: [UInt8]
        do {
            page = try report.page { display.show(Self.text(of: $0)) }
        } catch {
            throw Failure("\(error)", hint: error.hint)
        }
        try write(page, &display)
    }

    private func write(_ report: VectorsReport) throws {
        guard data == nil, texts.isEmpty, textFile == nil else {
            throw Failure("word vectors read no texts", hint: "leave --data, --texts and the texts out")
        }
        var display = ProgressDisplay { Output.raw($0) }
        defer { display.finish() }
        let page = report.page { display.show(Self.text(of: .mapping($0))) }
        try write(page, &display)
    }

    private func write(_ model: StoredForecaster) throws {
        guard texts.isEmpty, textFile == nil, textColumn == nil, labelColumn == nil else {
            throw Failure(
                "'\(model.name)' forecasts a series and reads no texts", hint: "leave the texts and their columns out")
        }
        var report = ForecastReport(model: model)
        report.data = data
        report.share = testSplit
        var display = ProgressDisplay { Output.raw($0) }
        defer { display.finish() }
        let page: [UInt8]
        do { page = try report.page { display.show($0, of: $1, what: "measuring") } } catch {
            throw Failure("\(error)", hint: error.hint)
        }
        try write(page, &display)
    }

    private func write(_ page: [UInt8], _ display: inout ProgressDisplay) throws {
        do { try FileSystem.replace(output, with: page) } catch { throw Failure("\(error)") }
        display.finish()
        Output.write("wrote \(output), \(Quantity.bytes(page.count))\n")
    }

    private static func text(of progress: ModelReport.Progress) -> String {
        switch progress {
        case .measuring(let rows): "measuring: \(Quantity.count(rows)) rows"
        case .mapping(let share): "drawing the map of the embeddings: \(Int(100 * share)) %"
        case .explaining(let text, let count): "looking into text \(text) of \(count)"
        }
    }
}
