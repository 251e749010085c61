import JSON
import LanguageFeatures
import Models
import RecurrentNetworks
import Testing
import TextAnalysis

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite struct `Maps of embeddings` {
    @Test func `principal components are scikit-learn's`() throws {
        let goldens = try #require(JSONValue(parsing: GoldenFiles.text(of: "pca/pca.json")).array)
        #expect(goldens.count == 5)
        for golden in goldens {
            let name = try #require(golden["name"]?.string)
            func rows(_ field: String) throws -> [[Double]] {
                try #require(golden[field]?.array, "\(name): \(field)").map { $0.array?.compactMap(\.number) ?? [] }
            }
            let points = try rows("points").map { $0.map { Float($0) } }
            let components = PrincipalComponents(of: points, count: 2)
            #expect(components == PrincipalComponents(of: points, count: 2))
            for (own, expected) in [
                (components.axes, try rows("axes")), (components.coordinates, try rows("coordinates")),
                (
                    [components.explainedVariance],
                    [try #require(golden["explained_variance_ratio"]?.array).compactMap(\.number)]
                ),
            ] {
                #expect(own.map(\.count) == expected.map(\.count), "\(name)")
                for (own, expected) in zip(own.joined(), expected.joined()) {
                    #expect(abs(own - expected) < 2e-6, "\(name)")
                }
            }
        }
    }

    @Test(arguments: [[], [[1, 2, 3]], [[0, 0], [0, 0]], [[1, 1], [1, 1], [1, 1]]] as [[[Float]]])
    func `points that do not differ have no directions to differ in`(points: [[Float]]) {
        let components = PrincipalComponents(of: points, count: 2)
        #expect(components.explainedVariance.allSatisfy { $0 == 0 })
        #expect(components.coordinates.joined().allSatisfy { $0 == 0 })
    }

    /// A table by hand: a and b point the same way, c the other way, d across.
    private static func model(
        counts: [Int]? = nil, _ layers: [LayerConfiguration] = [.gru(.init(units: 3))]
    ) throws -> Model {
        let lines = ["a", "b", "c", "d"].enumerated().map { index, word in
            word + (counts.map { "\t\($0[index])" } ?? "")
        }
        let head = counts == nil ? ["[PAD]", "[UNK]"] : ["[PAD]\t0", "[UNK]\t0"]
        let text = (head + lines).joined(separator: "\n") + "\n"
        let vocabulary = try Array(text.utf8).withUnsafeBytes { try Vocabulary(lines: $0) }
        let pipeline = try TextPipeline(
            configuration: TextPipelineConfiguration(
                normalization: NormalizationOptions(), segmentation: .whiteSpace, maximumLength: 8),
            vocabulary: vocabulary)
        let configuration = NetworkConfiguration(
            layers: [.embedding(inputDimension: 6, outputDimension: 2)] + layers
                + [.dense(units: 2, activation: .softmax)])
        var weights = initialWeights(of: try NetworkPlan(configuration), seed: 3)
        weights["embedding/embeddings"] = Tensor(
            shape: [6, 2], values: .float32([0, 0, 9, 9, 2, 0, 3, 0.3, -1, 0, 0, 0.5]))
        return try Model(
            name: "table", labels: ["x", "y"], pipeline: pipeline,
            network: try Network(configuration: configuration, weights: weights))
    }

    @Test func `the frequent come first, and each has its neighbours by the cosine`() throws {
        let map = try #require(EmbeddingMap(try Self.model(counts: [5, 9, 9, 7])))
        #expect(map.entries.map(\.word) == ["b", "c", "d", "a"])
        #expect(map.entries.map(\.count) == [9, 9, 7, 5])
        let b = try #require(map.entries.first)
        #expect(b.neighbours.map { map.entries[$0.entry].word } == ["a", "d", "c"])
        let angle = atan2(0.3, 3.0)
        for (neighbour, expected) in zip(b.neighbours, [cos(angle), sin(angle), -cos(angle)]) {
            #expect(abs(neighbour.cosine - expected) < 1e-6)
        }
        #expect(map.dimension == 2)
        #expect(abs(map.explainedVariance.reduce(0, +) - 1) < 1e-12)
        #expect(try EmbeddingMap(Self.model(counts: [5, 9, 9, 7]), size: 3)?.entries.map(\.word) == ["b", "c", "d"])
    }

    @Test func `without counts the order is that of the ids`() throws {
        let map = try #require(EmbeddingMap(try Self.model()))
        #expect(map.entries.map(\.word) == ["a", "b", "c", "d"])
        #expect(map.entries.allSatisfy { $0.count == nil })
    }

    @Test func `a token's label is what the model answers to it alone`() throws {
        let model = try Self.model()
        for entry in try #require(EmbeddingMap(model)).entries {
            let answer = Classifier(model: model).classify(entry.word)
            #expect(entry.label.map { model.labels[$0] } == answer.label)
            #expect(abs((entry.probability ?? 0) - answer.probability) < 1e-6)
        }
    }

    @Test func `a table of a few tokens is no map`() throws {
        #expect(try EmbeddingMap(Self.model(), size: 2) == nil)
    }
}
