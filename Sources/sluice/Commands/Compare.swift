import ArgumentParser
import JSON
import ServerProtocol
import SluiceClient

struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say how similar two words are, or which of several fits the others least.",
        discussion: """
            Two words give the cosine of the angle between their vectors, -1 to 1. With --outlier each word comes with its \
            similarity to the mean of all, the least similar first.

              sluice compare 영화 드라마
              sluice compare --vectors ./models/glove --outlier breakfast cereal dinner lunch
            """)

    @Argument(help: ArgumentHelp("Two words; with --outlier any number.", valueName: "word"))
    var words: [String] = []

    @Flag(help: "Print each word with its similarity to the mean of all, the one that fits least first.")
    var outlier = false

    @OptionGroup var vectors: VectorsOptions

    @Flag(help: "Print the answer as one line of JSON.")
    var json = false

    @OptionGroup var daemon: DaemonOptions

    func validate() throws {
        if outlier {
            guard !words.isEmpty else { throw ValidationError("Give words to compare.") }
        } else if words.count != 2 {
            throw ValidationError("Give two words, or several with --outlier; \(words.count) came.")
        }
    }

    func run() throws {
        let configuration = try Configuration.load()
        let name = try vectors.resolved(configuration)
        let endpoint = try daemon.endpoint(configuration)
        do throws(ClientError) {
            if outlier {
                let answer = try endpoint.ask(WordsOutlier.self, .init(words: words, vectors: name))
                WordQuestions.Reached.note(answer.result.reachedBy)
                if json { return Output.json(answer.raw) }
                let ranked = zip(words, answer.result.similarities).sorted { $0.1 < $1.1 }
                Output.write(ranked.map { Output.field($0.0) + "\t" + Output.similarity($0.1) + "\n" }.joined())
            } else {
                let answer = try endpoint.ask(
                    WordsCompare.self, .init(a: [words[0]], b: [words[1]], vectors: name))
                WordQuestions.Reached.note(answer.result.reachedBy)
                if json { return Output.json(answer.raw) }
                Output.write(Output.similarity(answer.result.similarity) + "\n")
            }
        } catch {
            throw ModelOptions.failure(error, model: name)
        }
    }
}
