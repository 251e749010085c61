import JSON
import LanguageFeatures
import Models
import RecurrentNetworks
import Reports
import Testing
import TextAnalysis
import TrainingRuns

@Suite struct `Reports of models` {
    private static func model(
        task: Model.Task = .classify, labels: [String] = ["x", "y"], _ layers: [LayerConfiguration]
    ) throws -> Model {
        let vocabulary = try Vocabulary(words: ["a", "b", "c", "d"])
        let pipeline = try TextPipeline(
            configuration: TextPipelineConfiguration(
                normalization: NormalizationOptions(), segmentation: .whiteSpace, maximumLength: 20),
            vocabulary: vocabulary)
        let configuration = NetworkConfiguration(
            layers: [.embedding(inputDimension: pipeline.idCount, outputDimension: 3)] + layers)
        let weights = initialWeights(of: try NetworkPlan(configuration), seed: 5)
        return try Model(
            name: "small", task: task, labels: labels, pipeline: pipeline,
            network: try Network(configuration: configuration, weights: weights))
    }

    private static let lstm: [LayerConfiguration] = [
        .lstm(.init(units: 5)), .dense(units: 2, activation: .softmax),
    ]

    /// What the page holds for its script.
    private func data(_ report: ModelReport) throws -> JSONValue {
        let page = String(decoding: try report.page(), as: UTF8.self)
        let start = try #require(page.ranges(of: #"<script type="application/json" id="data">"#).first)
        return try JSONValue(parsing: Array(page[start.upperBound...].prefix { $0 != "<" }.utf8))
    }

    private func decoded(_ text: String) -> [UInt8] {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        var bytes: [UInt8] = []
        var (bits, count) = (0, 0)
        for digit in text where digit != "=" {
            (bits, count) = (bits << 6 | (digits.firstIndex(of: digit) ?? 0), count + 6)
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(bits >> count & 255))
            }
        }
        return bytes
    }

    @Test func `a model without history, rows and texts has the sections that apply`() throws {
        let data = try data(ModelReport(model: Self.model(Self.lstm)))
        #expect(data["training"]?.isNull == true && data["evaluation"]?.isNull == true)
        #expect(data["texts"]?["texts"] == .array([]))
        #expect(data["map"]?["words"]?.array?.count == 4)
        #expect(data["overview"]?["parameters"]?.integer == 6 * 3 + 4 * 5 * (3 + 5 + 1) + 12)
        let layers = try #require(data["overview"]?["layers"]?.array)
        #expect(layers.compactMap { $0["kind"]?.string } == ["embedding", "lstm", "dense"])
        #expect(
            layers.compactMap { $0["parameters"]?.integer }.reduce(0, +) == data["overview"]?["parameters"]?.integer)
    }

    @Test func `texts have the explainer's attributions, prefixes and states`() throws {
        let model = try Self.model(Self.lstm)
        var report = ModelReport(model: model)
        report.texts = ["a b  c d", "d"]
        let texts = try #require(try data(report)["texts"]?["texts"]?.array)
        #expect(texts.count == 2)
        for (text, own) in zip(report.texts, texts) {
            let explanation = try #require(try Explainer(model: model).explain(text, states: true))
            let tokens = try #require(own["tokens"]?.array)
            #expect(tokens.compactMap { $0["t"]?.string } == explanation.tokens.map(\.text))
            #expect(tokens.map { ($0["gap"]?.string ?? "") + ($0["t"]?.string ?? "") }.joined() == text)
            for (token, expected) in zip(tokens, explanation.tokens) {
                #expect(abs((token["a"]?.number ?? .nan) - expected.attribution) <= 0.5e-4)
            }
            #expect(own["label"]?.string == explanation.label)
            let prefix = try #require(try Explainer(model: model).explain(text, method: .prefix))
            let steps = try #require(own["prefix"]?["steps"]?.array)
            #expect(steps.count == prefix.tokens.count)
            for (step, token) in zip(steps, prefix.tokens) {
                for (value, expected) in zip(step.array ?? [], token.prefix ?? []) {
                    #expect(abs((value.number ?? .nan) - expected) <= 0.5e-4)
                }
            }
            let layer = try #require(explanation.states?.first)
            let maps = try #require(own["states"]?.array?.first?["maps"]?.array)
            let names = layer.gates.map(\.name) + ["cell state", "hidden state"]
            #expect(maps.compactMap { $0["name"]?.string } == names)
            for (map, values) in zip(maps, layer.gates.map(\.values) + [layer.cell ?? [], layer.hidden]) {
                let low = try #require(map["low"]?.number)
                let high = try #require(map["high"]?.number)
                let bytes = decoded(try #require(map["bytes"]?.string))
                #expect(bytes.count == values.count)
                for (byte, value) in zip(bytes, values) {
                    #expect(abs(low + Double(byte) / 255 * (high - low) - Double(value)) <= (high - low) / 500)
                }
            }
        }
    }

    @Test func `a network without recurrent layers has no states, and one whose text is too long says so`() throws {
        var report = ModelReport(
            model: try Self.model([.globalPooling([.mean]), .dense(units: 2, activation: .softmax)]))
        report.texts = ["a b c"]
        let text = try #require(try data(report)["texts"]?["texts"]?.array?.first)
        #expect(text["states"] == .array([]))
        #expect(text["tokens"]?.array?.count == 3)

        let vocabulary = try Vocabulary(words: ["a"])
        let pipeline = try TextPipeline(
            configuration: TextPipelineConfiguration(
                normalization: NormalizationOptions(), segmentation: .whiteSpace, maximumLength: 600),
            vocabulary: vocabulary)
        let configuration = NetworkConfiguration(
            layers: [.embedding(inputDimension: pipeline.idCount, outputDimension: 3)] + Self.lstm)
        report.model = try Model(
            name: "long", labels: ["x", "y"], pipeline: pipeline,
            network: try Network(
                configuration: configuration, weights: initialWeights(of: try NetworkPlan(configuration), seed: 5)))
        report.texts = [String(repeating: "a ", count: 600)]
        let long = try #require(try data(report)["texts"]?["texts"]?.array?.first)
        #expect(long["trouble"]?.string?.contains("600 tokens") == true)
        #expect((long["text"]?.string?.count ?? 0) == 1_001)
    }

    @Test func `what a tagger's texts have adds up`() throws {
        let model = try Self.model(
            task: .tag, labels: ["O", "B-x", "I-x"],
            [.bidirectional(.gru(.init(units: 4, returnSequences: true))), .dense(units: 3), .conditionalRandomField])
        var report = ModelReport(model: model)
        report.texts = ["a b c d"]
        let text = try #require(try data(report)["texts"]?["texts"]?.array?.first)
        let explanation = try #require(try TagExplainer(model: model).explain("a b c d"))
        let tokens = try #require(text["tokens"]?.array)
        #expect(tokens.compactMap { $0["tag"]?.string } == explanation.tokens.map(\.tag))
        for (token, row) in zip(tokens, explanation.attributions) {
            for (value, expected) in zip(token["from"]?.array ?? [], row) {
                #expect(abs((value.number ?? .nan) - expected) <= 0.5e-3)
            }
        }
        #expect(text["states"]?.array?.compactMap { $0["direction"]?.string } == ["forward", "backward"])
    }

    @Test func `so many texts are shown as a page can hold`() throws {
        var report = ModelReport(model: try Self.model(Self.lstm))
        report.texts = (0..<50).map { "a \($0)" }
        let texts = try #require(try data(report)["texts"])
        #expect(texts["texts"]?.array?.count == 40)
        #expect(texts["left"]?.integer == 10)
    }
}
