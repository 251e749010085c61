import ArgumentParser
import JSON
import ServerProtocol
import SluiceClient

struct Tag: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what the tokens of texts are: token and tag, one a line, an empty line after each text.",
        discussion: """
            Texts come as arguments, from a file (--file) or from standard input ('-'), there one a line. A model that \
            says where spaces belong prints each text with its spaces instead, one a line.

              sluice tag "play the latest album by clem burke"
              sluice tag --spans "book a table for two in Paris"
              sluice tag --model ./models/spacing "아버지가방에들어가신다"
            """)

    @Argument(help: ArgumentHelp("The texts, or '-' for standard input.", valueName: "text"))
    var texts: [String] = []

    @Option(help: ArgumentHelp("A file with one text a line.", valueName: "path"))
    var file: String?

    @Flag(help: "Print the spans alone: type, probability and text.")
    var spans = false

    @Flag(help: "Print each answer as one line of JSON.")
    var json = false

    @OptionGroup var model: ModelOptions
    @OptionGroup var daemon: DaemonOptions

    func validate() throws {
        guard texts.isEmpty != (file == nil) else {
            throw ValidationError(
                texts.isEmpty
                    ? "Give texts, --file PATH, or '-' for standard input." : "Give texts or --file, not both.")
        }
        if spans && json { throw ValidationError("--json has the spans too: leave --spans out.") }
    }

    func run() throws {
        let configuration = try Configuration.load()
        let modelName = try model.resolved(configuration)
        let endpoint = try daemon.endpoint(configuration)

        func answer(_ batch: [String]) throws {
            var lines: [UInt8] = []
            for text in batch {
                let answer: (raw: JSONValue, result: TextTag.Result)
                do { answer = try endpoint.ask(TextTag.self, .init(text: text, model: modelName)) } catch {
                    guard case .refused(_, _, "modelNotFound", _) = error else { throw error }
                    throw Failure(error.description, hint: ModelOptions.hint(for: modelName) ?? error.hint)
                }
                if json { answer.raw.serialize(into: &lines) } else { lines += self.text(of: answer.result).utf8 }
                if json || answer.result.respaced == nil || spans { lines.append(0x0a) }
            }
            Output.write(lines)
        }

        if file == nil, texts != ["-"] {
            try answer(texts)
        } else {
            var lines = try LineInput(file: file ?? "-")
            while let batch = try lines.next() { try answer(batch) }
            lines.reportRepairs()
        }
    }

    private func text(of answer: TextTag.Result) -> String {
        if spans {
            return answer.spans.map { span in
                let columns = [Output.field(span.type), Output.probability(span.probability), Output.field(span.text)]
                return columns.joined(separator: "\t") + "\n"
            }.joined()
        }
        if let respaced = answer.respaced { return Output.field(respaced) + "\n" }
        return answer.tokens.map { Output.field($0.text) + "\t" + Output.field($0.tag) + "\n" }.joined()
    }
}
