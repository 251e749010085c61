import ArgumentParser
import JSON
import ServerProtocol
import SluiceClient

struct Analogy: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what a word is as one word is to another: word and similarity, one a line.",
        discussion: """
              sluice analogy --vectors ./models/glove man king woman
              sluice analogy --vectors ./models/glove --measure cosmul paris france berlin
            """)

    @Argument(help: ArgumentHelp("As this word …", valueName: "from"))
    var from: String

    @Argument(help: ArgumentHelp("… is to this one,", valueName: "to"))
    var to: String

    @Argument(help: ArgumentHelp("so is this one to what?", valueName: "of"))
    var of: String

    @OptionGroup var vectors: VectorsOptions
    @OptionGroup var search: NeighbourOptions

    @Flag(help: "Print the answer as one line of JSON.")
    var json = false

    @OptionGroup var daemon: DaemonOptions

    func validate() throws {
        if search.relations {
            throw ValidationError("--relations goes with sluice similar: an analogy's neighbours are near no one word.")
        }
    }

    func run() throws {
        let configuration = try Configuration.load()
        let name = try vectors.resolved(configuration)
        let endpoint = try daemon.endpoint(configuration)
        let answer: (raw: JSONValue, result: WordQuestions.Neighbours)
        do throws(ClientError) {
            answer = try endpoint.ask(WordsAnalogy.self, .init(from: from, to: to, of: of, search.search(name)))
        } catch {
            throw ModelOptions.failure(error, model: name)
        }
        WordQuestions.Reached.note(answer.result.reachedBy)
        if json { Output.json(answer.raw) } else { Output.write(search.lines(answer.result)) }
    }
}
