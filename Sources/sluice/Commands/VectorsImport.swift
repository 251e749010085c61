import ArgumentParser
import JSON
import Models
import TrainingRuns
import WordVectors

struct VectorsImport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Turn a file of word vectors into a model directory that opens in milliseconds.",
        discussion: """
            Files of word2vec (.bin, .txt), GloVe, fastText (.vec, .bin, .ftz), finalfusion (.fifu), floret and NumPy \
            (.npy) are told apart by what is in them. Those of NumPy and floret hold no words: give these with \
            --vocabulary, one a line. Words that are there already and rows that are not finite are left out, which is \
            told.

              sluice vectors import glove.6B.50d.txt -o models/glove
              sluice vectors import cc.ko.300.bin --limit 500000 -o models/fasttext-ko
              sluice vectors import model.vectors.npy --vocabulary words.txt -o models/mine
            """)

    @Argument(help: ArgumentHelp("The file.", valueName: "file"))
    var file: String

    @Option(name: [.short, .long], help: ArgumentHelp("The model directory to write.", valueName: "folder"))
    var output: String

    @Option(help: ArgumentHelp("What the file is, where it cannot be told.", valueName: "format"))
    var format: VectorFormat?

    @Option(help: ArgumentHelp("A file with a word a line, in the order of the rows.", valueName: "path"))
    var vocabulary: String?

    @Option(help: ArgumentHelp("Read only so many words, the first ones.", valueName: "number"))
    var limit: Int?

    @Option(help: "How the rows are stored: float32, or int8 in a quarter of the size.")
    var rows = VectorRowFormat.float32

    @Option(help: "How many threads.")
    var threads: Int?

    @OptionGroup var card: CardOptions

    @Flag(help: "Print what was read, left out and written as one line of JSON.")
    var json = false

    func validate() throws {
        if vocabulary != nil, let format, format != .npy, format != .floret {
            throw ValidationError("--vocabulary goes with npy and floret; a file of \(format.rawValue) has its words.")
        }
        if let limit, limit < 1 { throw ValidationError("--limit must be 1 or more.") }
        if let threads, !(1...1024).contains(threads) { throw ValidationError("--threads must be 1 to 1024.") }
    }

    func run() throws {
        try InstructionSet.check()
        if let vocabulary, !Path.exists(vocabulary) || Path.isFolder(vocabulary) {
            throw Failure(
                "--vocabulary \(vocabulary): there is no such file",
                hint: "give a file with a word a line, in the order of the rows")
        }
        var vectors = VectorImport(file: file, output: output)
        vectors.format = format
        vectors.vocabulary = vocabulary
        vectors.limit = limit
        vectors.rows = rows
        vectors.threads = threads ?? Processors.count
        vectors.languages = card.language
        vectors.license = card.license
        vectors.description = card.cardDescription
        vectors.source = card.cardSource
        var display = ProgressDisplay { Output.raw($0) }
        defer { display.finish() }
        let interruption = Interruption()
        interruption.listen()
        let imported: VectorImport.Summary?
        do throws(TrainingRunError) {
            imported = try vectors.run { done, all in
                display.show(done, of: all, what: "importing")
                return !interruption.hasCome
            }
        } catch {
            throw Failure("\(error)", hint: error.hint)
        }
        guard let summary = imported else { throw Failure("stopped by Ctrl-C; nothing was written", status: 130) }
        for note in Self.notes(of: summary) { display.note(note) }
        display.finish()
        Output.write(json ? Self.json(summary, output) : Self.text(summary, output))
    }

    private static func notes(of summary: VectorImport.Summary) -> [String] {
        var notes: [String] = []
        func note(_ count: Int, _ text: String) {
            if count > 0 { notes.append("\(Quantity.count(count)) \(text)") }
        }
        note(summary.duplicates, "left out: the word was there already")
        note(
            summary.notFinite,
            "left out: the vector is not finite; the first is number \(summary.firstNotFinite ?? 0)")
        note(summary.unlistable, "left out: there is no word, or it has a line feed in it")
        note(summary.repaired, "of the words were no UTF-8 and were mended")
        note(summary.zeros, "of the vectors are zeros: they are near nothing")
        return notes
    }

    private static func text(_ summary: VectorImport.Summary, _ output: String) -> String {
        "\(Quantity.count(summary.words)) words of \(summary.dimensions) numbers"
            + (summary.subwords > 0 ? ", and \(Quantity.count(summary.subwords)) rows of n-grams" : "")
            + "\nwrote \(output)\n"
    }

    private static func json(_ summary: VectorImport.Summary, _ output: String) -> String {
        func number(_ value: Int) -> JSONValue { .integer(Int64(value)) }
        let object = JSONObject([
            ("path", .string(output)), ("words", number(summary.words)), ("dimensions", number(summary.dimensions)),
            ("subwords", number(summary.subwords)), ("read", number(summary.read)),
            ("duplicates", number(summary.duplicates)), ("notFinite", number(summary.notFinite)),
            ("unlistable", number(summary.unlistable)), ("repaired", number(summary.repaired)),
            ("zeros", number(summary.zeros)),
        ])
        return String(decoding: JSONValue.object(object).serialized(), as: UTF8.self) + "\n"
    }
}

struct VectorsVerify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Read all files of word vectors and hold them against their checksums.",
        discussion: "Opening a directory reads a part of its files only; this finds damage to the rest.")

    @Argument(help: ArgumentHelp("A model directory of word vectors.", valueName: "folder"))
    var folder: String

    func run() throws {
        do throws(ModelError) {
            guard case .vectors(let vectors) = try ModelDirectory.openAny(folder) else {
                throw .invalid(
                    path: folder, file: ModelFileName.config.rawValue,
                    reason: "task: expected 'words': only word vectors have checksums")
            }
            try Checksums.verify(vectors)
            Output.write("\(folder): \(vectors.checksums.count) files are as they were written\n")
        } catch {
            throw Failure("\(error)")
        }
    }
}

extension VectorFormat: ExpressibleByArgument {}
