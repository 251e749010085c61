import ArgumentParser
import JSON
import ServerProtocol
import SluiceClient

struct Feedback: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Keep a correction for the next training: prints the file and how many it has, with a tab between.",
        discussion: """
              sluice feedback "이걸 돈 주고 보다니" --label negative
              sluice train reviews.tsv --feedback ~/.local/share/sluice/feedback/sentiment-ko.jsonl -o models/reviews
            """)

    @Argument(help: ArgumentHelp("The text that the model misread.", valueName: "text"))
    var text: String

    @Option(help: ArgumentHelp("What the model should have said: one of its labels.", valueName: "label"))
    var label: String

    @Flag(help: "Print the answer of models/feedback as it is.")
    var json = false

    @OptionGroup var model: ModelOptions
    @OptionGroup var daemon: DaemonOptions

    func run() throws {
        let configuration = try Configuration.load()
        let modelName = try model.resolved(configuration)
        let endpoint = try daemon.endpoint(configuration)
        do {
            // Without a name the correction is for the model that answers such a text.
            let corrected = try modelName ?? model(for: text, endpoint)
            let answer = try endpoint.ask(ModelsFeedback.self, .init(text: text, label: label, model: corrected))
            if json {
                Output.write(answer.raw.serialized() + [0x0a])
            } else {
                Output.write("\(answer.result.path)\t\(answer.result.corrections)\n")
            }
        } catch let error as ClientError {
            throw ModelOptions.failure(error, model: modelName)
        }
    }

    private func model(for text: String, _ endpoint: Endpoint) throws(ClientError) -> String {
        let answer = try endpoint.ask(TextClassify.self, .init(input: .text(text), top: 1)).result
        guard case .one(let classification) = answer else { throw .invalidAnswer(reason: "several results for a text") }
        return classification.model
    }
}
