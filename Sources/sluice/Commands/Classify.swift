import ArgumentParser
import JSON
import SluiceClient

struct Classify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what texts are: label, probability and text, one a line, with tabs between.",
        discussion: """
            Texts come as arguments, from a file (--file) or from standard input ('-'), there one a line. Answers \
            come in the order of the texts, as soon as they are there. A tab or line end inside a text is printed as \
            a space.

              sluice classify "정말 재미있어요" "a waste of time"
              tail -f reviews.txt | sluice classify -
            """)

    @Argument(help: ArgumentHelp("The texts, or '-' for standard input.", valueName: "text"))
    var texts: [String] = []

    @Option(help: ArgumentHelp("A file with one text a line.", valueName: "path"))
    var file: String?

    @Flag(help: "Print each answer as one line of JSON.")
    var json = false

    @Option(help: "How many labels each JSON answer lists.")
    var top: Int?

    @Flag(help: "Add to each JSON answer what the tokens have to do with the label.")
    var explain = false

    @OptionGroup var model: ModelOptions
    @OptionGroup var daemon: DaemonOptions

    func validate() throws {
        try TextInput.validate(texts, file: file)
        if let top, top < 1 { throw ValidationError("--top must be 1 or more.") }
        if top != nil && !json { throw ValidationError("--top shows in JSON answers only: add --json.") }
        if explain && !json { throw ValidationError("--explain shows in JSON answers only: add --json.") }
    }

    func run() throws {
        let configuration = try Configuration.load()
        let modelName = try model.resolved(configuration)
        let endpoint = try daemon.endpoint(configuration)

        try TextInput.forEachBatch(texts, file: file) { batch in
            var members: [(name: String, value: JSONValue)] = [("texts", .array(batch.map { .string($0) }))]
            if let modelName { members.append(("model", .string(modelName))) }
            if let top { members.append(("top", .integer(Int64(top)))) }
            if explain { members.append(("explain", true)) }
            let result: JSONValue
            do throws(ClientError) {
                result = try endpoint.call("text/classify", .object(JSONObject(members)))
            } catch {
                throw ModelOptions.failure(error, model: modelName)
            }
            guard let answers = result["results"]?.array, answers.count == batch.count else {
                throw Failure("the answer has not as many results as there were texts")
            }
            var lines: [UInt8] = []
            for (text, answer) in zip(batch, answers) {
                if json {
                    answer.serialize(into: &lines)
                } else {
                    guard let label = answer["label"]?.string, let probability = answer["probability"]?.number else {
                        throw Failure("the answer has no label or no probability")
                    }
                    let columns = [Output.field(label), Output.probability(probability), Output.field(text)]
                    lines.append(contentsOf: columns.joined(separator: "\t").utf8)
                }
                lines.append(0x0a)
            }
            Output.write(lines)
        }
    }
}
