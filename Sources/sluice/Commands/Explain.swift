import ArgumentParser
import JSON
import ServerProtocol
import SluiceClient
import TrainingRuns

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what each token of a text has to do with its label: token and attribution, one a line.",
        discussion: """
            Above 0 a token speaks for the label, below 0 against it. There is a tab between the two, and an empty line \
            after each text; on a terminal the label and its probability come first, then the text in colours, and each attribution has a bar.

              sluice explain "배우들 연기는 좋았는데 이야기가 너무 지루했다"
              sluice explain --label positive --method occlusion --file reviews.txt

            Methods: integrated-gradients shares the probability out among the tokens; occlusion leaves out one token at \
            a time; prefix follows the probability from token to token. In JSON answers offsets are of UTF-16.
            """)

    @Argument(help: ArgumentHelp("The texts, or '-' for standard input.", valueName: "text"))
    var texts: [String] = []

    @Option(help: ArgumentHelp("A file with one text a line.", valueName: "path"))
    var file: String?

    @Option(help: ArgumentHelp("The label to explain, in place of the most probable one.", valueName: "label"))
    var label: String?

    @Option(help: "How attributions are made.")
    var method = TextExplain.Method.integratedGradients

    @Flag(help: "Add the gates and states of the recurrent layers to each JSON answer.")
    var states = false

    @Flag(help: "Print each answer as one line of JSON.")
    var json = false

    @OptionGroup var model: ModelOptions
    @OptionGroup var daemon: DaemonOptions

    func validate() throws {
        try TextInput.validate(texts, file: file)
        if states && !json { throw ValidationError("--states shows in JSON answers only: add --json.") }
    }

    func run() throws {
        let configuration = try Configuration.load()
        let modelName = try model.resolved(configuration)
        let endpoint = try daemon.endpoint(configuration)
        let screen = ProgressDisplay.Screen.standardOutput
        try TextInput.forEachBatch(texts, file: file) { batch in
            for text in batch {
                let parameters = TextExplain.Parameters(
                    text: text, model: modelName, label: label, method: method, states: states)
                let answer: (raw: JSONValue, result: TextExplain.Result)
                do throws(ClientError) { answer = try endpoint.ask(TextExplain.self, parameters) } catch {
                    throw ModelOptions.failure(error, model: modelName)
                }
                if json {
                    Output.write(answer.raw.serialized() + [0x0a])
                } else {
                    Output.write(screen.isTerminal ? Self.bars(answer.result, screen) : Self.lines(answer.result))
                }
            }
        }
    }

    private static func lines(_ result: TextExplain.Result) -> String {
        result.tokens.map { token in
            "\(Output.field(token.text))\t\(Quantity.fixed(token.attribution, decimals: 6))\n"
        }.joined() + "\n"
    }

    /// For eyes: the text in colours, then each token with a bar of `+` or `-`, as long as its attribution is beside
    /// the largest.
    private static func bars(_ result: TextExplain.Result, _ screen: ProgressDisplay.Screen) -> String {
        func coloured(_ text: String, _ code: String) -> String {
            screen.hasColour ? "\u{1b}[\(code)m\(text)\u{1b}[0m" : text
        }
        let largest = result.tokens.reduce(0) { max($0, abs($1.attribution)) }
        func colour(_ attribution: Double) -> String { attribution < 0 ? "31" : "32" }

        let heading = "\(Output.field(result.label)) \(Output.probability(result.probability))"
        let from = result.baseline.map { " from \(Output.probability($0))" } ?? ""
        var text = coloured(heading, "1") + from + "\n"
        if screen.hasColour, !result.tokens.isEmpty {
            var end = 0
            for token in result.tokens {
                // What lies between is in no token: a space between words.
                if token.start > end, end > 0 { text += " " }
                let share = abs(token.attribution) / max(largest, .leastNormalMagnitude)
                let word = Output.field(token.text)
                text += share < 0.1 ? word : coloured(word, colour(token.attribution) + (share > 0.4 ? ";7" : ""))
                end = token.end
            }
            text += "\n"
        }
        // Spaces have attributions too, and would not be seen.
        let words = result.tokens.map { token in
            token.text.allSatisfy(\.isWhitespace) ? "␣" : TextWidth.cut(Output.field(token.text), to: 24)
        }
        let column = words.reduce(0) { max($0, TextWidth.of($1)) }
        let room = min(40, max(1, screen.width() - column - 13))
        for (word, attribution) in zip(words, result.tokens.map(\.attribution)) {
            let figure = TextWidth.padded(Quantity.fixed(attribution, decimals: 6), to: 9, atStart: true)
            let length = largest > 0 ? Int((abs(attribution) / largest * Double(room)).rounded()) : 0
            let bar = String(repeating: attribution < 0 ? "-" : "+", count: length)
            let line = "\(TextWidth.padded(word, to: column)) \(figure)\(bar.isEmpty ? "" : " " + bar)"
            text += (length > 0 ? coloured(line, colour(attribution)) : line) + "\n"
        }
        return text + (result.truncated ? "… the model reads no further\n\n" : "\n")
    }
}

extension TextExplain.Method: ExpressibleByArgument {}
