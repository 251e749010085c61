import Foundation
import JSON
import Testing

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Train, measure, write: with the program as it was built.
struct `Writing texts` {
    private static let writer =
        "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        + "/protocol/examples/models/tiny-writer"

    @Test func `texts are written one a line and as JSON, the same with a daemon and without`() throws {
        let sandbox = try Sandbox()
        for (arguments, expected) in [
            (["--label", "dog", "--count", "3"], "dog\ndog\ndog\n"), (["--label", "dog", "d", "do"], "dog\ndog\n"),
            (["--label", "cat", "--temperature", "0", "--length", "2"], "ca\n"),
        ] {
            let command = ["generate", "--model", Self.writer] + arguments
            let shared = try sandbox.start(command).outcome()
            #expect(shared.status == 0, "\(shared.errors)")
            #expect(shared.output == expected)
            #expect(try sandbox.start(command + ["--no-daemon"]).outcome().output == expected)
        }
        let many = ["generate", "--model", Self.writer, "--seed", "5", "--count", "12", "--json"]
        let shared = try sandbox.start(many).outcome()
        #expect(try sandbox.start(many + ["--no-daemon"]).outcome().output == shared.output)
        let answers = try shared.lines.map { try JSONValue(parsing: $0) }
        #expect(answers.compactMap { $0["seed"]?.integer } == Array(5..<17))
        #expect(Set(answers.compactMap { $0["text"]?.string }) == ["cat", "cab", "dog"])
        // What was drawn can be written again.
        let drawn = try JSONValue(parsing: sandbox.run("generate", "--model", Self.writer, "--json").output)
        let again = try sandbox.run(
            "generate", "--model", Self.writer, "--seed", "\(drawn["seed"]?.integer ?? -1)", "--json")
        #expect(try JSONValue(parsing: again.output) == drawn)

        let stranger = try sandbox.run("generate", "--model", Self.writer, "--label", "bird")
        #expect(stranger.status == 1 && stranger.errors.contains("cat, dog"))
        #expect(try sandbox.run("generate").errors.contains("sluice train DATA --task generate"))
        // The greatest seed is one text's.
        let greatest = ["--seed", "9007199254740991"]
        #expect(try sandbox.start(["generate", "--model", Self.writer] + greatest).outcome().status == 0)
        for wrong in [
            ["--temperature", "-1"], ["--count", "0"], ["--length", "0"], ["--seed", "-1"],
            greatest + ["--count", "2"],
        ] {
            #expect(try sandbox.start(["generate"] + wrong).outcome().status == 2)
        }
    }

    private static let dataFolder: String? = {
        guard let value = getenv("SLUICE_DATA"), value.pointee != 0 else { return nil }
        return String(cString: value)
    }()

    /// Takes characters as they are, so that the test can count them, too.
    private static let recipe = """
        {"pipeline": {"normalization": {"nfc": false, "lowercase": false, "fold_white_space": false, "fold_repeats": null},
                      "segmentation": {"method": "character"}, "maximum_length": 200},
         "layers": [
          {"class_name": "Embedding", "config": {"output_dim": 32}},
          {"class_name": "LSTM", "config": {"units": 64, "return_sequences": true}},
          {"class_name": "Dense", "config": {"activation": "softmax"}}],
         "fit": {"epochs": 8, "batch_size": 16, "learning_rate": 0.01, "validation_split": 0, "seed": 3}}
        """

    /// exp of the mean of −ln of how often each character, or the end, came among those to learn from: over those of
    /// `others` that came at all.
    private static func unigramPerplexity(of others: [String], learnedFrom rows: [String]) -> (Double, tokens: Int) {
        var counts: [Character?: Double] = [:]
        for row in rows { for token in row.map(Optional.init) + [nil] { counts[token, default: 0] += 1 } }
        let all = counts.values.reduce(0, +)
        let known = others.flatMap { $0.map(Optional.init) + [nil] }.compactMap { counts[$0] }
        return (exp(known.reduce(0) { $0 - log($1 / all) } / Double(known.count)), known.count)
    }

    @Test(.enabled(if: dataFolder != nil, "SLUICE_DATA is not set: no real rows to train on"))
    func `reviews are learned from, foreseen better than by how often characters come, and written`() throws {
        let sandbox = try Sandbox()
        let folder = try #require(Self.dataFolder)
        func rows(_ name: String, _ count: Int) throws -> [Substring] {
            Array(try text(of: "\(folder)/nsmc/\(name).tsv").split(separator: "\n").dropFirst().prefix(count))
        }
        func review(_ row: Substring) -> String { String(row.drop { $0 != "\t" }.dropFirst()) }
        let (training, others) = (try rows("train", 600), try rows("test", 200))
        try sandbox.write("label\ttext\n" + training.joined(separator: "\n") + "\n", to: "train.tsv")
        try sandbox.write("label\ttext\n" + others.joined(separator: "\n") + "\n", to: "others.tsv")
        try sandbox.write(Self.recipe, to: "recipe.json")
        let trained = try sandbox.run(
            "train", "train.tsv", "--task", "generate", "--recipe", "recipe.json", "-o", "models/reviews", "--held-out",
            "others.tsv")
        #expect(trained.status == 0, "\(trained.errors)")
        #expect(trained.output.contains("perplexity"))

        let measured = try JSONValue(parsing: sandbox.run("evaluate", "models/reviews", "others.tsv", "--json").output)
        let unigram = Self.unigramPerplexity(of: others.map(review), learnedFrom: training.map(review))
        #expect(measured["rows"] == 200)
        #expect(measured["tokens"]?.integer == unigram.tokens)
        let perplexity = try #require(measured["perplexity"]?.number)
        #expect(perplexity < unigram.0, "\(perplexity) and \(unigram.0)")
        #expect(
            trained.output.contains("perplexity \(String(format: "%.4f", perplexity))"), "\(trained.output)")
        #expect(try sandbox.run("evaluate", "models/reviews", "others.tsv").output.contains("bits per character"))

        let command = ["generate", "--model", "models/reviews", "--seed", "1", "--temperature", "0.8", "--label"]
        let texts = try ["positive", "negative"].map { label in
            let shared = try sandbox.start(command + [label, "영화"]).outcome()
            #expect(shared.status == 0, "\(shared.errors)")
            #expect(try sandbox.start(command + [label, "영화", "--no-daemon"]).outcome().output == shared.output)
            #expect(shared.output.hasPrefix("영화"))
            return shared.output
        }
        #expect(texts[0] != texts[1])

        let parameters = """
            {"prompt": "영화", "label": "positive", "seed": 1, "temperature": 0.8, \
            "model": "\(sandbox.path)/models/reviews", "partialResultToken": "p"}
            """
        let spoken = try sandbox.run(
            "serve", "--stdio",
            input: #"{"jsonrpc":"2.0","id":1,"method":"text/generate","params":\#(parameters)}"# + "\n")
        let messages = try spoken.lines.map { try JSONValue(parsing: $0) }
        let pieces = messages.dropLast().compactMap { $0["params"]?["value"]?["text"]?.string }
        let answer = try #require(messages.last?["result"])
        #expect(pieces.count == messages.count - 1 && pieces.count == 1 + (answer["tokens"]?.integer ?? 0))
        #expect(pieces.joined() == answer["text"]?.string)
        #expect(texts[0] == pieces.joined() + "\n")
    }
}
