import ArgumentParser
import JSON
import ServerProtocol
import SluiceClient

struct Similar: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find the words nearest to a word: word and similarity, one a line.",
        discussion: """
            Words come as arguments, from a file (--file) or from standard input ('-'), there one a line; with several an \
            empty line comes after each, and one that is unknown has no lines of its own, which standard error says and \
            the exit status, 1. A word that the vectors do not list is reached by its dictionary form, its \
            n-grams or its spelling, which standard error says. Neighbours are related words, not synonyms: antonyms are \
            near, too.

              sluice similar 재미있다
              sluice similar --vectors ./models/glove --top 5 --relations big
              sluice similar --vectors ./models/glove --plus king --plus woman --minus man
              sluice similar --pos NOUN --script hangul --other-lemmas 영화가
            """)

    @Argument(help: ArgumentHelp("The words, or '-' for standard input.", valueName: "word"))
    var words: [String] = []

    @Option(help: ArgumentHelp("A file with one word a line.", valueName: "path"))
    var file: String?

    @Option(help: ArgumentHelp("Ask about a sum instead: a word to add. May be repeated.", valueName: "word"))
    var plus: [String] = []

    @Option(help: ArgumentHelp("A word to take away from the sum. May be repeated.", valueName: "word"))
    var minus: [String] = []

    @OptionGroup var vectors: VectorsOptions
    @OptionGroup var search: NeighbourOptions

    @Flag(help: "Print each answer as one line of JSON.")
    var json = false

    @OptionGroup var daemon: DaemonOptions

    func validate() throws {
        if plus.isEmpty, minus.isEmpty {
            try TextInput.validate(words, file: file, what: "words")
        } else if !words.isEmpty || file != nil {
            throw ValidationError("Give words, or a sum by --plus and --minus, not both.")
        }
    }

    func run() throws {
        let configuration = try Configuration.load()
        let name = try vectors.resolved(configuration)
        let endpoint = try daemon.endpoint(configuration)
        guard plus.isEmpty, minus.isEmpty else {
            let query = WordsSimilar.Query.sum(
                positive: plus.map { .init($0) }, negative: minus.map { .init($0) })
            return Output.write(try answer(query, name, endpoint))
        }
        let areLines = file != nil || words == ["-"]
        if !areLines, words.count == 1, let word = words.first {
            return Output.write(try answer(.word(word), name, endpoint))
        }
        var number = 0
        var unknown = 0
        try TextInput.forEachBatch(words, file: file) { batch in
            for word in batch {
                number += 1
                if areLines, word.isEmpty { continue }
                var lines: [UInt8] = []
                do {
                    lines = try answer(.word(word), name, endpoint)
                } catch let ClientError.refused(_, message, "wordUnknown", _) {
                    unknown += 1
                    Output.note("sluice: " + (areLines ? "line \(number): " : "") + message)
                }
                if !json { lines.append(0x0a) }
                Output.write(lines)
            }
        }
        guard unknown == 0 else {
            throw Failure(
                "\(unknown) of the words had no answer",
                hint: "look at their spelling; other vectors may know them: --vectors")
        }
    }

    private func answer(_ query: WordsSimilar.Query, _ name: String?, _ endpoint: Endpoint) throws -> [UInt8] {
        let answer: (raw: JSONValue, result: WordQuestions.Neighbours)
        do throws(ClientError) {
            answer = try endpoint.ask(WordsSimilar.self, .init(query, search.search(name)))
        } catch {
            throw ModelOptions.failure(error, model: name)
        }
        WordQuestions.Reached.note(answer.result.reachedBy)
        guard json else { return Array(search.lines(answer.result).utf8) }
        var line: [UInt8] = []
        answer.raw.serialize(into: &line)
        line.append(0x0a)
        return line
    }
}
