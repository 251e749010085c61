import ArgumentParser
import JSON
import ServerProtocol
import SluiceClient

struct Translate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write texts as a model has learned to: one translation a line.",
        discussion: """
            Texts come as arguments, from a file (--file) or from standard input ('-'), there one a line. The model is one \
            that 'sluice train --task translate' made.

              sluice translate --model ./models/dates "the 5th of March 2024"
              sluice translate --model ./models/numbers --file numbers.txt
            """)

    @Argument(help: ArgumentHelp("The texts, or '-' for standard input.", valueName: "text"))
    var texts: [String] = []

    @Option(help: ArgumentHelp("A file with one text a line.", valueName: "path"))
    var file: String?

    @Option(
        help: ArgumentHelp(
            "How many translations to follow at a time, of which the most probable is taken. Default: 1.",
            valueName: "number"))
    var beam: Int?

    @Flag(help: "With --json, also say which parts of the text were looked at for each that was written.")
    var attention = false

    @Flag(help: "Print each answer as one line of JSON.")
    var json = false

    @OptionGroup var model: ModelOptions
    @OptionGroup var daemon: DaemonOptions

    func validate() throws {
        try TextInput.validate(texts, file: file)
        if let beam, !(1...TextTranslate.maximumBeam).contains(beam) {
            throw ValidationError("--beam must be 1 to \(TextTranslate.maximumBeam).")
        }
        if attention && !json { throw ValidationError("--attention is shown by --json: give both.") }
    }

    func run() throws {
        let configuration = try Configuration.load()
        let modelName = try model.resolved(configuration)
        let endpoint = try daemon.endpoint(configuration)
        try TextInput.forEachBatch(texts, file: file) { batch in
            var lines: [UInt8] = []
            for text in batch {
                let answer: (raw: JSONValue, result: TextTranslate.Result)
                do throws(ClientError) {
                    answer = try endpoint.ask(
                        TextTranslate.self, .init(text: text, model: modelName, beam: beam, attention: attention))
                } catch {
                    throw ModelOptions.failure(error, model: modelName)
                }
                if json { answer.raw.serialize(into: &lines) } else { lines += Output.field(answer.result.text).utf8 }
                lines.append(0x0a)
            }
            Output.write(lines)
        }
    }
}
