import ArgumentParser
import JSON
import ServerProtocol
import SluiceClient
import TrainingRuns

struct Generate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write texts, from a label or a beginning.",
        discussion: """
            Each text is printed on a line of its own, on a terminal as it is written. A model to write with is trained \
            by 'sluice train DATA --task generate'; none is built in.

              sluice generate --label positive --count 3
              sluice generate "이 영화는" --temperature 0.5 --seed 1

            The same seed gives the same text; without one a text is another each time, and --json says which it was.
            """)

    @Argument(help: ArgumentHelp("What texts begin with. None: the model begins.", valueName: "prompt"))
    var prompts: [String] = []

    @Option(help: ArgumentHelp("What the text is written for, one of the model's labels.", valueName: "label"))
    var label: String?

    @Option(
        help: """
            0 writes the most probable characters always, 1 (the default) draws by their probabilities; between them \
            texts are more cautious.
            """)
    var temperature: Double?

    @Option(help: "A number that all that is drawn by chance follows from; the next text takes the next one.")
    var seed: Int?

    @Option(help: "The most characters, or words, to write: \(TextGenerate.standardLength) by default.")
    var length: Int?

    @Option(help: "How many texts to write for each prompt.")
    var count = 1

    @Flag(help: "Print each answer as one line of JSON.")
    var json = false

    @OptionGroup var model: ModelOptions
    @OptionGroup var daemon: DaemonOptions

    func validate() throws {
        if let temperature, !(temperature >= 0 && temperature.isFinite) {
            throw ValidationError("--temperature must be a number, 0 or more.")
        }
        if !(1...1_000_000).contains(count) { throw ValidationError("--count must be 1 to 1000000.") }
        if let length, length < 1 { throw ValidationError("--length must be 1 or more.") }
        let most = TextGenerate.greatestSeed
        if let seed, seed < 0 || seed > most - (count * max(1, prompts.count) - 1) {
            throw ValidationError("--seed must be 0 to \(most), with room for one a text.")
        }
    }

    func run() throws {
        let configuration = try Configuration.load()
        let modelName = try model.resolved(configuration)
        let endpoint = try daemon.endpoint(configuration)
        let isStreamed = !json && ProgressDisplay.Screen.standardOutput.isTerminal
        var number = 0
        for prompt in prompts.isEmpty ? [nil] : prompts.map(Optional.init) {
            for _ in 0..<count {
                let token = JSONValue.integer(Int64(number))
                let parameters = TextGenerate.Parameters(
                    prompt: prompt, label: label, model: modelName, length: length, temperature: temperature,
                    seed: seed.map { $0 + number }, partialResultToken: isStreamed ? token : nil)
                number += 1
                let answer: (raw: JSONValue, result: TextGenerate.Result)
                do throws(ClientError) {
                    answer = try endpoint.ask(TextGenerate.self, parameters) { message in
                        if let text = Progress.text(of: message, token) { Output.write(Output.field(text)) }
                    }
                } catch {
                    throw ModelOptions.failure(error, model: modelName)
                }
                if json {
                    Output.write(answer.raw.serialized() + [0x0a])
                } else {
                    Output.write((isStreamed ? "" : Output.field(answer.result.text)) + "\n")
                }
            }
        }
    }
}
