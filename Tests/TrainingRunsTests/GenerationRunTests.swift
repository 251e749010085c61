import LanguageFeatures
import Models
import RecurrentNetworks
import Testing
import TextAnalysis
import TrainingRuns

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

struct `Training writers` {
    private static let animals = ["cat", "dog", "hen"]
    private static let verbs = ["eats", "runs"]

    /// Short sentences of a tiny grammar: every animal does everything, and the label says how it begins.
    private static let sentences: [(text: String, label: String)] = animals.flatMap { animal in
        verbs.flatMap { verb in [("the \(animal) \(verb).", "calm"), ("what \(animal) \(verb).", "loud")] }
    }

    private static var tsv: String {
        "label\ttext\n"
            + (0..<8).flatMap { _ in sentences }.map { "\($0.label)\t\($0.text)\n" }.joined()
    }

    private static func recipe(_ layers: String? = nil, segmentation: String = "character") throws -> Recipe {
        let layers =
            layers
            ?? #"{"class_name": "LSTM", "config": {"units": 24, "return_sequences": true}}, "#
            + #"{"class_name": "Dense", "config": {"activation": "softmax"}}"#
        let json = """
            {"pipeline": {"segmentation": {"method": "\(segmentation)"}, "maximum_length": 40},
             "layers": [{"class_name": "Embedding", "config": {"output_dim": 8}}, \(layers)],
             "fit": {"epochs": 30, "batch_size": 8, "learning_rate": 0.02, "patience": null, "seed": 3}}
            """
        return try Recipe(parsing: Array(json.utf8), name: "small", task: .generate)
    }

    private static func write(
        _ model: Model, label: String?, seed: UInt64, temperature: Double = 1
    ) throws -> GeneratedText {
        var request = TextGenerator.Request()
        (request.label, request.seed, request.temperature) = (label, seed, temperature)
        return try #require(try TextGenerator(model: model).write(request))
    }

    @Test(arguments: ["character", "white_space"])
    func `a file of labelled texts becomes a model that writes their grammar, and nothing else`(
        segmentation: String
    ) throws {
        let folder = try TemporaryFolder()
        var run = TrainingRun(
            data: DataFile(path: try folder.write(Self.tsv, to: "rows.tsv")),
            recipe: try Self.recipe(segmentation: segmentation), output: folder.path + "/model")
        run.heldOut = run.data
        let summary = try run.run { _ in true }
        guard case .generation(let report)? = summary.heldOut else {
            Issue.record("no report of a generation")
            return
        }
        #expect(report.count == 96 && report.unknown == 0)
        // A sentence is one of six for its label, and nothing else in it is left to chance.
        let tokens = Double(report.tokens) / 96
        #expect(report.perplexity < 1.05 * pow(6, 1 / tokens), "\(report.perplexity)")
        let model = try ModelDirectory.open(folder.path + "/model")
        #expect(model.task == .generate && model.labels == ["calm", "loud"])
        #expect(model.card.description == "A writer of texts: calm, loud.")
        #expect(
            model.card.metrics.last { $0.name == "perplexity" }?.value == (report.perplexity * 1e6).rounded() / 1e6)
        #expect(try Evaluation.report(of: model, on: run.data) == .generation(report))

        for label in model.labels {
            let known = Set(Self.sentences.filter { $0.label == label }.map(\.text))
            // A little caution: what one text in a thousand would have is not wanted.
            let written = try (0..<60).map { try Self.write(model, label: label, seed: $0, temperature: 0.5) }
            #expect(Set(written.map(\.text)) == known)
            #expect(!written.contains { !$0.ended })
        }

        // A label that the model does not have.
        let other = DataFile(path: try folder.write("label\ttext\nsad\tthe cat.\n", to: "other.tsv"))
        let error = try #require(throws: DataError.self) { try Evaluation.report(of: model, on: other) }
        #expect(error.kind == .unknownLabel && error.line == 2 && "\(error)".contains("'sad'"))
        run.heldOut = other
        #expect(throws: TrainingRunError.self) { try run.run { _ in true } }
        run.heldOut = DataFile(path: try folder.write("the cat.\n", to: "plain.txt"))
        let refusal = try #require(throws: TrainingRunError.self) { try run.run { _ in true } }
        #expect("\(refusal)".contains("plain.txt:1") && "\(refusal)".contains("without a label"))
    }

    @Test func `plain lines have no labels; the weights are the same for any number of threads`() throws {
        let folder = try TemporaryFolder()
        let lines = Self.sentences.map(\.text).joined(separator: "\n") + "\n\nthe cat, the dog\n"
        var run = TrainingRun(
            data: DataFile(path: try folder.write(lines, to: "lines.txt", packed: true)), recipe: try Self.recipe(),
            output: folder.path + "/model")
        run.recipe.fit.training.epochs = 3
        run.recipe.fit.training.truncation = 8
        var labels: [String] = ["none was said"]
        let one = try run.run { event in
            if case .read(let rows, let names) = event {
                #expect(rows == 13)
                labels = names.map(\.name)
            }
            return true
        }
        #expect(labels == [] && one.model.labels == [])
        run.threads = 3
        let three = try run.run { _ in true }
        #expect(three.model.network.weights == one.model.network.weights)
        #expect(try Self.write(three.model, label: nil, seed: 4) == Self.write(one.model, label: nil, seed: 4))
        // The labels of another file make no difference to it.
        let labelled = DataFile(path: try folder.write(Self.tsv, to: "rows.tsv"))
        #expect(try Evaluation.report(of: one.model, on: labelled).count == 96)
    }

    @Test func `a recipe that reads backwards, or whose steps make no text, is refused before any training`() throws {
        func error(_ make: () throws -> Recipe) throws -> RecipeError {
            try #require(throws: RecipeError.self) { _ = try make() }
        }
        let dense = #"{"class_name": "Dense", "config": {"activation": "softmax"}}"#
        let backwards = try error {
            try Self.recipe(
                #"{"class_name": "Bidirectional", "config": {"layer": {"class_name": "GRU", "config": "#
                    + #"{"units": 4, "return_sequences": true}}}}, \#(dense)"#)
        }
        #expect("\(backwards)".contains("layer 'bidirectional'") && backwards.hint.contains("without Bidirectional"))
        let vector = try error { try Self.recipe(#"{"class_name": "GRU", "config": {"units": 4}}, \#(dense)"#) }
        #expect("\(vector)".contains("for the task generate") && vector.hint.contains("return_sequences"))
        #expect("\(try error { try Self.recipe(segmentation: "jamo") })".contains("pipeline.segmentation"))
        let folder = try TemporaryFolder()
        let fixed =
            #"{"class_name": "GRU", "config": {"units": 4, "return_sequences": true}}, "#
            + #"{"class_name": "Dense", "config": {"units": 9, "activation": "softmax"}}"#
        let run = TrainingRun(
            data: DataFile(path: try folder.write(Self.tsv, to: "rows.tsv")), recipe: try Self.recipe(fixed),
            output: folder.path + "/model")
        let units = try #require(throws: TrainingRunError.self) { try run.run { _ in true } }
        #expect("\(units)".contains("came 9 units"))
    }
}
