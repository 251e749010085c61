import LanguageFeatures
import Models
import RecurrentNetworks
import Testing
import TextAnalysis

@Suite struct `Explanation of tags` {
    static let ends: [[LayerConfiguration]] = [
        [.dense(units: 3, activation: .softmax)], [.dense(units: 3), .conditionalRandomField],
    ]

    private func model(_ end: [LayerConfiguration]) throws -> Model {
        let vocabulary = try Vocabulary(words: ["a", "b", "c", "d"])
        let pipeline = try TextPipeline(
            configuration: TextPipelineConfiguration(
                normalization: NormalizationOptions(), segmentation: .whiteSpace, maximumLength: 100),
            vocabulary: vocabulary)
        let configuration = NetworkConfiguration(
            layers: [
                .embedding(inputDimension: pipeline.idCount, outputDimension: 4),
                .bidirectional(.lstm(.init(units: 3, returnSequences: true))),
            ] + end)
        var weights = initialWeights(of: try NetworkPlan(configuration), seed: 5)
        // Larger than those that training begins with, so that tags differ.
        for (name, tensor) in weights {
            guard case .float32(let values) = tensor.values else { continue }
            let scale: Float = name.hasSuffix("/embeddings") ? 40 : 2
            weights[name]?.values = .float32(values.map { $0 * scale })
        }
        return try Model(
            name: "tags", task: .tag, labels: ["O", "B-x", "I-x"], pipeline: pipeline,
            network: try Network(configuration: configuration, weights: weights))
    }

    @Test(arguments: ends)
    func `tags are the tagger's, and attributions make the difference of the score`(end: [LayerConfiguration]) throws {
        let model = try model(end)
        for text in ["a b c d", "d d a", "b", ""] {
            let explanation = try #require(try TagExplainer(model: model).explain(text))
            let answer = Tagger(model: model).tag(text)
            #expect(explanation.tokens.map(\.tag) == answer.tokens.map(\.tag))
            #expect(explanation.tokens.map(\.probability) == answer.tokens.map(\.probability))
            #expect(explanation.tokens.map(\.text) == text.split(separator: " ").map(String.init))
            #expect(explanation.spans == answer.spans)
            let count = answer.tokens.count
            #expect(explanation.attributions.map(\.count) == [Int](repeating: count, count: count))

            func scores(_ ids: [Int32]) -> [Float] {
                ids.withUnsafeBufferPointer { model.network.predict(ids: $0, width: 1) }
            }
            let ids = model.pipeline.encode(text).ids
            let own = scores(ids)
            for (step, row) in explanation.attributions.enumerated() {
                let label = try #require(model.labels.firstIndex(of: answer.tokens[step].tag))
                let baseline = try baseline(of: model, steps: ids.count)[step * 3 + label]
                #expect(abs(row.reduce(0, +) - Double(own[step * 3 + label] - baseline)) < 1.1e-2)
            }
        }
    }

    /// What the network answers where every embedding is 0.
    private func baseline(of model: Model, steps: Int) throws -> [Float] {
        var weights = model.network.weights
        let table = try #require(weights["embedding/embeddings"])
        weights["embedding/embeddings"] = Tensor(
            shape: table.shape, values: .float32([Float](repeating: 0, count: table.shape.reduce(1, *))))
        let network = try Network(configuration: model.network.configuration, weights: weights)
        return [Int32](repeating: 2, count: steps).withUnsafeBufferPointer { network.predict(ids: $0, width: 1) }
    }

    @Test func `states are those of both directions, and gradients of the token in question`() throws {
        let explanation = try #require(try TagExplainer(model: try model(Self.ends[1])).explain("a b c d"))
        #expect(explanation.states.map(\.direction) == [.forward, .backward])
        for (index, layer) in explanation.states.enumerated() {
            #expect(layer.hidden.count == 4 * 3)
            // What comes after the token in the layer's way has no part in its score.
            for (step, norm) in layer.gradientNorms.enumerated() {
                let isAfter = index == 0 ? step > explanation.focus : step < explanation.focus
                #expect((norm == 0) == isAfter)
            }
        }
    }

    @Test func `too many tokens are refused, and what is no longer wanted ends`() throws {
        let explainer = TagExplainer(model: try model(Self.ends[0]))
        #expect(throws: ExplainerError.tooManyTokens(65, limit: 64)) {
            _ = try explainer.explain(String(repeating: "a ", count: 65))
        }
        #expect(try explainer.explain("a b") { false } == nil)
    }
}
