import ArgumentParser
import JSON
import LanguageFeatures
import Models
import TextAnalysis
import TrainingRuns
import WordVectors

struct VectorsTrain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Train word vectors on plain text.",
        discussion: """
            Files hold a text a line, plain or gzip; '-' reads standard input. Words are what stands between spaces, or \
            with --analyzer morpheme the dictionary forms of nouns, verbs, adjectives, adverbs and interjections. A \
            word is also made of its n-grams, so that words never seen have vectors too: of characters, or for Korean of \
            syllables and jamo. The learning rate, how often frequent words are passed over and how negatives are \
            drawn are word2vec's own defaults, or with n-grams of characters fastText's (a rate of 0.05). Ctrl-C ends \
            the training and writes nothing.

              sluice vectors train corpus.txt -o models/words
              sluice vectors train corpus.txt.gz -o models/words --normalize lowercase --phrases 2
              sluice vectors train reviews.txt --analyzer morpheme --rows int8 -o models/words
            """)

    enum Analyzer: String, CaseIterable, ExpressibleByArgument { case word, morpheme }

    @Argument(help: ArgumentHelp("The texts.", valueName: "corpus"))
    var corpora: [String]

    @Option(name: [.short, .long], help: ArgumentHelp("The model directory to write.", valueName: "folder"))
    var output: String

    @Option(help: "Whether each word near it foretells a word, or their mean.")
    var model = VectorTrainingOptions.Model.skipGram

    @Option(help: "Numbers a word.")
    var dimensions = 100

    @Option(help: "The most words to either side that count as near.")
    var window = 5

    @Option(help: "Words drawn against each that is right.")
    var negative = 5

    @Option(help: "Passes over the text.")
    var epochs = 5

    @Option(help: "How often a word has to come.")
    var minimumCount = 5

    @Option(help: "The n-grams that words are also made of; auto: jamo where most words are Hangul, else characters.")
    var subwords = VectorTraining.Subwords.auto

    @Option(help: "Rows that n-grams share.")
    var buckets = 1 << 18

    @Option(help: ArgumentHelp("Join words that come together, so many times: 'new_york'.", valueName: "passes"))
    var phrases = 0

    @Option(help: "What the words are.")
    var analyzer = Analyzer.word

    @Option(
        help: ArgumentHelp(
            "With --analyzer morpheme: the dictionary, by its name or the path of its folder.", valueName: "name|path"))
    var dictionary: String?

    @Option(
        help: ArgumentHelp("A step of normalisation before, such as lowercase. May be repeated.", valueName: "step"))
    var normalize: [String] = []

    @Option(help: "A number that everything drawn by chance follows from.")
    var seed: UInt64 = 1

    @Option(help: "How many threads.")
    var threads: Int?

    @Flag(help: "The same vectors, bit for bit, for any number of threads; slower. On one thread they are so anyway.")
    var deterministic = false

    @Option(help: "How the rows are stored: float32, or int8 in a quarter of the size.")
    var rows = VectorRowFormat.float32

    @OptionGroup var card: CardOptions

    @Flag(help: "Print what was made as one line of JSON.")
    var json = false

    func validate() throws {
        if let threads, !(1...1024).contains(threads) { throw ValidationError("--threads must be 1 to 1024.") }
        let numbers = [
            ("--dimensions", dimensions, 1...4096), ("--window", window, 1...100), ("--negative", negative, 1...100),
            ("--epochs", epochs, 1...10_000), ("--phrases", phrases, 0...10),
        ]
        for (flag, value, range) in numbers where !range.contains(value) {
            throw ValidationError("\(flag) is \(value), expected \(range.lowerBound) to \(range.upperBound).")
        }
        for (flag, value) in [("--minimum-count", minimumCount), ("--buckets", buckets)] where value < 1 {
            throw ValidationError("\(flag) is \(value), expected 1 or more.")
        }
        if dictionary != nil, analyzer != .morpheme {
            throw ValidationError("--dictionary goes with --analyzer morpheme.")
        }
        if corpora.count(where: { $0 == "-" }) > 1 { throw ValidationError("Standard input can be read once only.") }
    }

    func run() throws {
        try InstructionSet.check()
        if let folder = corpora.first(where: Path.isFolder) {
            throw Failure("\(folder) is a folder", hint: "name its files: plain text, a text a line, or gzip of that")
        }
        var training = VectorTraining(corpora: corpora, output: output)
        training.options.model = model
        training.options.dimensions = dimensions
        training.options.window = window
        training.options.negative = negative
        training.options.epochs = epochs
        training.options.seed = seed
        training.options.isDeterministic = deterministic
        training.minimumCount = minimumCount
        training.subwords = subwords
        training.buckets = buckets
        training.phrases = phrases
        training.threads = threads ?? Processors.count
        training.format = rows
        training.languages = card.language.isEmpty ? nil : card.language
        training.license = card.license
        training.description = card.cardDescription
        training.data = card.cardSource
        do {
            if !normalize.isEmpty { training.normalizer = try Normalizer(normalize) }
        } catch {
            throw Failure("--normalize: \(error)", status: 2)
        }
        if analyzer == .morpheme { training.source = try contentWords() }
        do {
            let summary = try train(training)
            Output.write(json ? Self.json(summary, output) : Self.text(summary, output))
        } catch let error as TrainingRunError {
            throw Failure("\(error)", hint: error.hint)
        }
    }

    private func contentWords() throws -> ContentWords {
        let configuration = try Configuration.load()
        let choice = DictionaryOptions.resolved(dictionary, configuration)
        let server = LocalServer(models: [], configuration)
        if let words = try server.contentWords(choice.named.map { [$0] } ?? choice.others) { return words }
        throw Failure(
            "there is nothing that finds morphemes",
            hint: "install a dictionary such as mecab-ko-dic, or name one with --dictionary")
    }

    private func train(_ training: VectorTraining) throws -> VectorTraining.Summary {
        var display = ProgressDisplay { Output.raw($0) }
        defer { display.finish() }
        let interruption = Interruption()
        interruption.listen()
        let summary = try training.run { event in
            switch event {
            case .reading(let words): display.show("reading: \(Quantity.count(words)) words")
            case .corpus(let words, let tokens, let subwords):
                display.note(
                    "\(Quantity.count(words)) words, which come \(Quantity.count(tokens)) times"
                        + (subwords > 0 ? "; \(Quantity.count(subwords)) rows of n-grams" : ""))
            case .progress(let progress): display.show(progress)
            }
            return !interruption.hasCome
        }
        guard let summary else { throw Failure("stopped by Ctrl-C; nothing was written", status: 130) }
        return summary
    }

    private static func text(_ summary: VectorTraining.Summary, _ output: String) -> String {
        let rate = Int((Double(summary.words) / max(summary.seconds, 1e-9)).rounded())
        return "\(Quantity.count(summary.vectors.table.count)) words of \(summary.vectors.table.dimensions) numbers in "
            + "\(Quantity.short(summary.seconds)) s, \(Quantity.count(rate)) words/s\nwrote \(output)\n"
    }

    private static func json(_ summary: VectorTraining.Summary, _ output: String) -> String {
        let table = summary.vectors.table
        let object = JSONObject([
            ("path", .string(output)), ("words", .integer(Int64(table.count))),
            ("dimensions", .integer(Int64(table.dimensions))), ("trainedWords", .integer(Int64(summary.words))),
            ("seconds", .number(summary.seconds)),
        ])
        return String(decoding: JSONValue.object(object).serialized(), as: UTF8.self) + "\n"
    }
}

extension VectorTrainingOptions.Model: ExpressibleByArgument {}
extension VectorTraining.Subwords: ExpressibleByArgument {}
extension VectorRowFormat: ExpressibleByArgument {}
