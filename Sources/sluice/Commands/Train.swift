import ArgumentParser
import LanguageFeatures
import Models
import RecurrentNetworks
import TextAnalysis
import TrainingRuns

struct Train: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Train a model on a file of labelled, tagged or plain texts, or on a series of numbers.",
        discussion: """
            To classify, the file is TSV or CSV with a header, JSON lines, or '__label__NAME text' lines. To tag, it is \
            JSON lines with tokens and tags, or a token a line with its tag in the last column and an empty line after \
            each text; for a recipe that learns spaces, such as spacing-ko, it is plain text, one a line. To translate, \
            it is TSV or CSV with the columns text and translation, or JSON lines. To generate, it is as to classify, or \
            plain text, and so it is to vectorize, where a recipe is a method (tf-idf by default) or a JSON object. To \
            forecast, it is TSV, CSV or JSON lines with a row a moment, in the order of time. \
            Plain or gzip; '-' reads standard input. A part of the rows is kept aside, and training stops \
            when that gets no better. \
            Ctrl-C keeps the best weights so far and writes the model; a second Ctrl-C ends at once.

              sluice train reviews.tsv -o models/reviews
              sluice train reviews.csv --text-column 내용 --label-column 감정 -o models/reviews
              sluice train slots.jsonl --task tag -o models/slots
              sluice train dates.tsv --task translate -o models/dates
              sluice train reviews.tsv --task generate -o models/writer
              sluice train reviews.tsv --task vectorize --recipe tf-idf -o models/words
              sluice train weather.csv --task forecast --target temp_max --window 28 --horizon 7 -o models/weather
            """)

    @Argument(help: ArgumentHelp("The texts or the series.", valueName: "data"))
    var data: String

    @Option(help: "What the model does.")
    var task = TrainingTask.classify

    @Option(name: [.short, .long], help: ArgumentHelp("The model directory to write.", valueName: "folder"))
    var output: String

    @Option(
        help: ArgumentHelp(
            "How to train: a JSON file, or one of \((ShippedRecipes.names + ShippedRecipes.forecasts.map(\.name)).joined(separator: ", ")).",
            valueName: "file|name"))
    var recipe: String?

    @Option(help: ArgumentHelp("The column of the texts, or of the tokens.", valueName: "name"))
    var textColumn: String?

    @Option(help: ArgumentHelp("The column of the labels, of the tags or of the translations.", valueName: "name"))
    var labelColumn: String?

    @Option(help: ArgumentHelp("Rows to measure the finished model with; training never sees them.", valueName: "data"))
    var heldOut: String?

    @Option(
        help: ArgumentHelp(
            "Corrections to learn from too, and never to validate with: a file like the data, such as JSON lines with "
                + "text and label. Of one text the last counts.",
            valueName: "data"))
    var feedback: String?

    @Option(help: ArgumentHelp("How many rows a correction counts as.", valueName: "number"))
    var feedbackWeight: Float = 4

    @Option(
        help: ArgumentHelp(
            "Texts without labels to learn from too, a line each, with what the teachers say of them.",
            valueName: "data"))
    var unlabelled: String?

    @Option(
        help: ArgumentHelp(
            "A model with the same labels that labels those texts. May be repeated: they are asked for the mean.",
            valueName: "folder"))
    var teacher: [String] = []

    @Option(help: "The most passes over the rows, in place of the recipe's.")
    var epochs: Int?

    @Option(help: "A number that everything drawn by chance follows from, in place of the recipe's.")
    var seed: UInt64?

    @Option(help: "How many threads. The result is the same, bit for bit, for any number.")
    var threads: Int?

    @Flag(
        help: """
            Go on with an interrupted training of the same data, recipe and options. It ends with the model, bit for \
            bit, that it would have made without the interruption.
            """)
    var resume = false

    @Option(
        help: ArgumentHelp(
            "Seconds between checkpoints, beside the folder, from which --resume goes on.", valueName: "seconds"))
    var checkpointEvery = 60.0

    @Option(help: "How the weights are stored: \(WeightFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
    var weights = WeightFormat.float32

    @OptionGroup var card: CardOptions

    @OptionGroup(title: "Options of forecasts") var series: SeriesOptions

    func validate() throws {
        if let epochs, !(1...100_000).contains(epochs) { throw ValidationError("--epochs must be 1 to 100000.") }
        if let threads, !(1...1024).contains(threads) { throw ValidationError("--threads must be 1 to 1024.") }
        if [data, heldOut, feedback, unlabelled].count(where: { $0 == "-" }) > 1 {
            throw ValidationError("Standard input can be read once only.")
        }
        if (unlabelled == nil) != teacher.isEmpty {
            throw ValidationError("--unlabelled texts need a --teacher that labels them, and a teacher needs texts.")
        }
        if unlabelled != nil, task != .classify { throw ValidationError("--teacher is for --task classify alone.") }
        if task == .vectorize, heldOut != nil || feedback != nil || epochs != nil || seed != nil || resume {
            throw ValidationError(
                "A vectoriser is fitted in one pass: --held-out, --feedback, --epochs, --seed and --resume are for other tasks."
            )
        }
        if task == .forecast, let flag = textFlags.first {
            throw ValidationError(
                "\(flag) is of texts. Which columns of a series are read say --target, --input and --date-column; rows to "
                    + "measure with are kept aside by the recipe's test_split.")
        }
        if task != .forecast, let flag = series.given.first {
            throw ValidationError("\(flag) is for --task forecast alone.")
        }
        if !(checkpointEvery >= 0) { throw ValidationError("--checkpoint-every must be 0 or more.") }
        if !(feedbackWeight > 0 && feedbackWeight <= 1e6) {
            throw ValidationError("--feedback-weight must be more than 0, at most 1000000.")
        }
    }

    /// Those that were given, of texts alone.
    private var textFlags: [String] {
        let flags: [(String, Bool)] = [
            ("--text-column", textColumn != nil), ("--label-column", labelColumn != nil),
            ("--held-out", heldOut != nil), ("--feedback", feedback != nil), ("--unlabelled", unlabelled != nil),
            ("--language", !card.language.isEmpty), ("--weights", weights != .float32),
        ]
        return flags.filter(\.1).map(\.0)
    }

    func run() throws {
        try InstructionSet.check()
        do {
            switch task {
            case .vectorize: try fit()
            case .forecast: try forecast()
            case .classify, .tag, .translate, .generate:
                guard let task = task.model else { return }
                Output.write(Self.text(of: try train(task), at: output))
            }
        } catch let error as TrainingRunError {
            throw Failure("\(error)", hint: error.hint)
        } catch let error as RecipeError {
            throw Failure("\(error)", hint: error.hint)
        }
    }

    private func fit() throws {
        var run = VectorizerRun(
            data: DataFile(path: data, textColumn: textColumn, labelColumn: labelColumn),
            recipe: try VectorizerRecipe.find(recipe), output: output,
            vectorizer: TextVectorizer(source: try Self.morphemes()))
        run.threads = threads ?? Processors.count
        run.languages = card.language.isEmpty ? nil : card.language
        run.license = card.license
        run.description = card.cardDescription
        run.source = card.cardSource
        let stored = try run.run { Output.note("\(Quantity.count($0)) texts") }
        Output.write("\(Quantity.count(stored.vectorizer.termCount)) terms\nwrote \(output)\n")
    }

    /// What counts Korean by its morphemes: what would answer text/vectorize.
    private static func morphemes() throws -> EngineTerms? {
        let configuration = try Configuration.load()
        let choice = DictionaryOptions.resolved(nil, configuration)
        return try LocalServer(models: [], configuration).terms(choice.named.map { [$0] } ?? choice.others)
    }

    private func train(_ task: Model.Task) throws -> TrainingRun.Summary {
        var recipe = try Recipe.find(recipe ?? ShippedRecipes.standardName, task: task)
        if let epochs { recipe.fit.training.epochs = epochs }
        if let seed { recipe.fit.training.seed = seed }
        var run = TrainingRun(
            data: DataFile(path: data, textColumn: textColumn, labelColumn: labelColumn), recipe: recipe,
            output: output)
        run.heldOut = heldOut.map { DataFile(path: $0, textColumn: textColumn, labelColumn: labelColumn) }
        run.feedback = feedback.map { DataFile(path: $0) }
        run.feedbackWeight = feedbackWeight
        run.unlabelled = unlabelled.map { DataFile(path: $0) }
        run.teachers = teacher
        run.threads = threads ?? Processors.count
        run.weights = weights
        run.resumes = resume
        run.checkpointInterval = checkpointEvery
        run.languages = card.language.isEmpty ? nil : card.language
        run.license = card.license
        run.description = card.cardDescription
        run.source = card.cardSource

        var display = TrainingDisplay()
        // Also where the run throws: the error must not land on the line that shows progress.
        defer { display.finish() }
        return try run.run { event in
            switch event {
            case .network:
                display.listen()
                display.note(Self.text(of: event))
            case .teaching(let done, let all): display.show(done, of: all, what: "asking the teachers")
            case .fit(let event): return display.show(event)
            default: display.note(Self.text(of: event))
            }
            return true
        }
    }

    private static func text(of event: TrainingRun.Event) -> String {
        switch event {
        case .read(let rows, let labels):
            let shown = labels.prefix(8).map { "\(Output.field($0.name)) \(Quantity.count($0.count))" }
            guard !labels.isEmpty else { return "\(Quantity.count(rows)) rows" }
            let rest = labels.count > 8 ? ", … (\(labels.count) labels)" : ""
            return "\(Quantity.count(rows)) rows: \(shown.joined(separator: ", "))\(rest)"
        case .repaired(let note): return note
        case .split(let training, let validation):
            return "\(Quantity.count(training)) to train on, \(Quantity.count(validation)) kept aside to validate"
        case .corrections(let rows): return "\(Quantity.count(rows)) corrections to train on besides"
        case .unseenLabels(let labels):
            return "warning: no row to train on has \(labels.map { "'\(Output.field($0))'" }.joined(separator: ", ")): "
                + "the split left them out; shuffle the file or set \"stratified\": true"
        case .leftOut(let rows): return "\(Quantity.count(rows)) rows have no token and teach nothing"
        case .network(let vocabulary, let parameters):
            return "\(Quantity.count(vocabulary)) ids, \(Quantity.count(parameters)) weights"
        case .calibrated(let calibration):
            return "calibrated by a temperature of \(Quantity.fixed(calibration.temperature, decimals: 3)): the "
                + "calibration error of the validation rows was "
                + "\(Quantity.fixed(calibration.errorBefore, decimals: 4)) and is "
                + Quantity.fixed(calibration.errorAfter, decimals: 4)
        case .teaching, .measuring, .writing, .fit: return ""
        }
    }

    private static func text(of summary: TrainingRun.Summary, at output: String) -> String {
        var text = TrainingDisplay.text(of: summary.ending, bestEpoch: summary.bestEpoch)
        for (name, report) in [("validation rows", summary.validation), ("held-out rows", summary.heldOut)] {
            guard let report else { continue }
            let figures = report.figures.map { "\($0.name.replacing("_", with: " ")) \(Quantity.rate($0.value))" }
            text += "\(figures.joined(separator: ", ")) on \(Quantity.count(report.count)) \(name)\n"
        }
        return text + "wrote \(output)\n"
    }
}

extension WeightFormat: ExpressibleByArgument {}

/// What can be trained: a network for one of its tasks, a vectoriser, or a forecaster.
enum TrainingTask: String, CaseIterable, ExpressibleByArgument {
    case classify, tag, translate, generate, vectorize, forecast

    /// Nil for a vectoriser and a forecaster.
    var model: Model.Task? { Model.Task(rawValue: rawValue) }
}
