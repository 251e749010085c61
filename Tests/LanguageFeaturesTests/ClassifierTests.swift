import LanguageFeatures
import Models
import RecurrentNetworks
import Testing
import TextAnalysis

@Suite struct `Classification of texts` {
    /// Says how many of the two letters a and b a text has more of: the embeddings point to the labels, the mean
    /// over the steps counts, and the dense layer passes it on.
    static func letters() throws -> Classifier {
        let vocabulary = try Vocabulary(words: ["a", "b"])
        let pipeline = try TextPipeline(
            configuration: TextPipelineConfiguration(
                normalization: NormalizationOptions(foldRepeats: nil), segmentation: .character, maximumLength: 5),
            vocabulary: vocabulary)
        let network = try Network(
            configuration: NetworkConfiguration(layers: [
                .embedding(inputDimension: 4, outputDimension: 3), .globalPooling([.mean]),
                .dense(units: 3, activation: .softmax),
            ]),
            weights: [
                "embedding/embeddings": Tensor(
                    shape: [4, 3], values: .float32([0, 0, 0, 0, 0, 1, 4, 0, 0, 0, 4, 0])),
                "dense/kernel": Tensor(shape: [3, 3], values: .float32([1, 0, 0, 0, 1, 0, 0, 0, 1])),
                "dense/bias": Tensor(shape: [3], values: .float32([0, 0, -1])),
            ])
        return Classifier(
            model: try Model(name: "letters", labels: ["a", "b", "other"], pipeline: pipeline, network: network))
    }

    @Test(arguments: [
        ("aab", "a", 3, 0, false), ("B", "b", 1, 0, false), ("abbxx", "b", 5, 2, false), ("bbbbbb", "b", 5, 0, true),
    ])
    func `the label is the one the network was built to find`(
        text: String, label: String, tokens: Int, unknown: Int, truncated: Bool
    ) throws {
        let answer = try Self.letters().classify(text)
        #expect(answer.label == label)
        #expect(answer.tokens == tokens)
        #expect(answer.unknown == unknown)
        #expect(answer.truncated == truncated)
    }

    @Test func `probabilities are ranked, add up to one and have six decimals`() throws {
        let answer = try Self.letters().classify("aab")
        #expect(answer.labels.map(\.label) == ["a", "b", "other"])
        #expect(abs(answer.labels.reduce(0) { $0 + $1.probability } - 1) < 3e-6)
        // softmax(8/3, 4/3, -1), from its definition.
        for (score, expected) in zip(answer.labels, [0.7757, 0.204472, 0.019828]) {
            #expect(abs(score.probability - expected) < 1.5e-6)
            let micro = score.probability * 1e6
            #expect(abs(micro - micro.rounded()) < 1e-6)
        }
    }

    @Test func `equal probabilities keep the order of the labels`() throws {
        let answer = try Self.letters().classify("ab")
        #expect(answer.labels.map(\.label) == ["a", "b", "other"])
        #expect(answer.labels[0].probability == answer.labels[1].probability)
    }

    @Test(arguments: [(1, 1), (2, 2), (3, 3), (9, 3), (0, 1), (-4, 1)])
    func `top limits the labels, but leaves one`(top: Int, count: Int) throws {
        let answer = try Self.letters().classify("a", top: top)
        #expect(answer.labels.count == count)
        #expect(answer.label == "a")
    }

    @Test(arguments: ["", "   ", "\n\t"])
    func `a text without tokens is answered`(text: String) throws {
        let answer = try Self.letters().classify(text)
        #expect(answer.tokens == 0)
        #expect(answer.labels.count == 3)
        #expect(!answer.truncated)
    }

    @Test func `a text of ten megabytes is answered`() throws {
        let answer = try Self.letters().classify(String(repeating: "b ", count: 5_000_000))
        #expect(answer.label == "b")
        #expect(answer.truncated)
        #expect(answer.tokens == 5)
    }

    @Test func `labels are ranked before their probabilities are rounded`() throws {
        let letters = try Self.letters().model
        var weights = letters.network.weights
        weights["dense/kernel"] = Tensor(shape: [3, 3], values: .float32([Float](repeating: 0, count: 9)))
        weights["dense/bias"] = Tensor(shape: [3], values: .float32([0, 0, 6e-7]))
        let network = try Network(configuration: letters.network.configuration, weights: weights)
        let model = try Model(name: "even", labels: letters.labels, pipeline: letters.pipeline, network: network)
        let answer = Classifier(model: model).classify("a")
        #expect(answer.label == "other")
        #expect(answer.labels[0].probability == answer.labels[1].probability)
    }
}
