import LanguageFeatures
import Models
import RecurrentNetworks
import Testing
import TextAnalysis

@Suite struct `Explanation of texts` {
    /// Weights drawn by a fixed rule, small texts of letters, n-grams of two and three characters.
    private static func model(_ layers: [LayerConfiguration], segmentation: Segmentation) throws -> Model {
        let vocabulary = try Vocabulary(words: ["a", "b", "c", "ab", "bc", "abc", "한", "ᄒ", "ᅡ", "ᆫ", " "])
        let pipeline = try TextPipeline(
            configuration: TextPipelineConfiguration(
                normalization: NormalizationOptions(), segmentation: segmentation, maximumLength: 40),
            vocabulary: vocabulary)
        let configuration = NetworkConfiguration(
            layers: [.embedding(inputDimension: pipeline.idCount, outputDimension: 4)] + layers
                + [.dense(units: 3, activation: .softmax)])
        var state: UInt64 = 5
        var weights: [String: Tensor] = [:]
        for (name, shape) in try Network.expectedWeights(of: configuration) {
            let values = (0..<shape.reduce(1, *)).map { _ -> Float in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return (Float(state >> 40) * 0x1p-24 - 0.5) * 2
            }
            weights[name] = Tensor(shape: shape, values: .float32(values))
        }
        return try Model(
            name: "letters", labels: ["x", "y", "z"], pipeline: pipeline,
            network: try Network(configuration: configuration, weights: weights))
    }

    private static func explainer(
        _ segmentation: Segmentation = .characterNGrams(buckets: [0, 16]),
        limits: Explainer.Limits = .init()
    ) throws -> Explainer {
        let layers: [LayerConfiguration] = [
            .lstm(.init(units: 5, returnSequences: true)), .globalPooling([.max, .mean]),
        ]
        return Explainer(model: try model(layers, segmentation: segmentation), limits: limits)
    }

    private func probability(_ model: Model, _ text: String, _ label: String) -> Double {
        Classifier(model: model).classify(text).labels.first { $0.label == label }?.probability ?? .nan
    }

    @Test(arguments: Explainer.Method.allCases)
    func `the probability is the classifier's, and the label the most probable one`(method: Explainer.Method) throws {
        let explainer = try Self.explainer()
        for text in ["abcab", "c", "한 국", ""] {
            let answer = Classifier(model: explainer.model).classify(text)
            let explanation = try #require(try explainer.explain(text, method: method))
            #expect(explanation.label == answer.label)
            #expect(explanation.probability == answer.probability)
            #expect(explanation.tokens.count == answer.tokens)
            for label in explainer.model.labels {
                let other = try #require(try explainer.explain(text, label: label, method: method))
                #expect(other.label == label)
                #expect(other.probability == probability(explainer.model, text, label))
            }
        }
    }

    @Test(arguments: [Explainer.Method.integratedGradients, .prefix])
    func `the attributions make the difference to the baseline`(method: Explainer.Method) throws {
        let explainer = try Self.explainer()
        for text in ["abcab", "a", "", "abc abc abc", "ㅋㅋㅋㅋㅋㅋ"] {
            for label in explainer.model.labels {
                let explanation = try #require(try explainer.explain(text, label: label, method: method))
                let baseline = try #require(explanation.baseline)
                let sum = explanation.tokens.reduce(0) { $0 + $1.attribution }
                let tolerance = method == .prefix ? 2e-5 : 1.02e-3
                #expect(abs(sum - (explanation.probability - baseline)) < tolerance)
            }
        }
    }

    @Test func `left out goes a token with all that held it, and nothing new comes`() throws {
        let pipeline = try Self.explainer().model.pipeline
        let whole = pipeline.encode("abcab")
        // Steps of a character, the two and the three that end with it.
        #expect(whole.width == 3)
        for step in 0..<5 {
            let shorter = pipeline.leavingOut(step, of: whole)
            #expect(shorter.count == 4)
            for other in (0..<5) where other != step {
                let at = (other < step ? other : other - 1) * 3
                for index in 0..<3 {
                    let holds = step <= other && step >= other - index
                    #expect(shorter.ids[at + index] == (holds ? 0 : whole.ids[other * 3 + index]))
                }
            }
        }
        for segmentation in [Segmentation.whiteSpace, .words(affixes: 2)] {
            let words = try Self.explainer(segmentation).model.pipeline
            #expect(words.leavingOut(1, of: words.encode("a b c")).ids == words.encode("a c").ids)
        }
    }

    @Test func `occlusion is what the text loses without a token`() throws {
        let explainer = try Self.explainer(.whiteSpace)
        let explanation = try #require(try explainer.explain("a b c a", label: "y", method: .occlusion))
        #expect(explanation.baseline == nil)
        let whole = probability(explainer.model, "a b c a", "y")
        let without = ["b c a", "a c a", "a b a", "a b c"].map { probability(explainer.model, $0, "y") }
        for (token, rest) in zip(explanation.tokens, without) {
            #expect(abs(token.attribution - (whole - rest)) < 2e-6)
        }
    }

    @Test func `after each token every label has the probability of the beginning alone`() throws {
        let explainer = try Self.explainer()
        let explanation = try #require(try explainer.explain("abca", label: "z", method: .prefix))
        var before = try #require(explanation.baseline)
        #expect(before == probability(explainer.model, "", "z"))
        for (token, beginning) in zip(explanation.tokens, ["a", "ab", "abc", "abca"]) {
            let wanted = explainer.model.labels.map { probability(explainer.model, beginning, $0) }
            #expect(token.prefix == wanted)
            #expect(abs(token.attribution - (wanted[2] - before)) < 2e-6)
            before = wanted[2]
        }
        #expect(try explainer.explain("abca")?.tokens.allSatisfy { $0.prefix == nil } == true)
    }

    @Test func `tokens stand where they stand in the text`() throws {
        // Folded white space, a cut repeat, capitals, jamo that make a syllable, CR LF, and a family of four.
        let text = "  AB \r\n ㅋㅋㅋㅋㅋ\u{1112}\u{1161}\u{11ab}👨‍👩‍👧‍👦"
        let explanation = try #require(try Self.explainer().explain(text))
        #expect(explanation.tokens.map(\.text) == ["A", "B", " \r\n ", "ㅋ", "ㅋ", "ㅋ", "한", "👨‍👩‍👧‍👦"])
        for token in explanation.tokens {
            #expect(String(decoding: Array(text.utf8)[token.range], as: UTF8.self) == token.text)
        }
        #expect(explanation.tokens[6].text.unicodeScalars.count == 3)
        let jamo = try #require(try Self.explainer(.jamo).explain("한a"))
        #expect(jamo.tokens.map(\.range) == [0..<3, 0..<3, 0..<3, 3..<4])
    }

    @Test func `states come with a row for each token`() throws {
        let layers: [LayerConfiguration] = [
            .bidirectional(.gru(.init(units: 3, returnSequences: true))), .simpleRNN(.init(units: 2)),
        ]
        let explainer = Explainer(model: try Self.model(layers, segmentation: .character))
        #expect(try explainer.explain("abc")?.states == nil)
        for method in Explainer.Method.allCases {
            let states = try #require(try explainer.explain("abc", method: method, states: true)?.states)
            #expect(states.map(\.layer) == ["bidirectional", "bidirectional", "simple_rnn"])
            #expect(states.map(\.hidden.count) == [9, 9, 6])
        }
    }

    @Test func `what a text asks too much for is refused, with what to do`() throws {
        var limits = Explainer.Limits()
        limits.tokens = 4
        limits.values = 4 * 35
        let explainer = try Self.explainer(limits: limits)
        #expect(throws: ExplainerError.tooManyTokens(5, limit: 4)) { try explainer.explain("abcab") }
        // Four gates, cell and hidden state of five units.
        #expect(try explainer.explain("abca", states: true)?.states != nil)
        limits.values = 4 * 30 - 1
        #expect(throws: ExplainerError.tooManyValues(120, limit: 119)) {
            try Self.explainer(limits: limits).explain("abca", states: true)
        }
        limits.values = 11
        #expect(throws: ExplainerError.tooManyValues(12, limit: 11)) {
            try Self.explainer(limits: limits).explain("abca", method: .prefix)
        }
        let error = ExplainerError.unknownLabel("w", known: ["x", "y", "z"])
        #expect(throws: error) { try explainer.explain("a", label: "w") }
        #expect(error.hint.contains(#""x", "y", "z""#))
        #expect(ExplainerError.listing((0..<60).map(String.init)).hasSuffix("… (60)"))
    }

    @Test func `what is no classifier is refused`() throws {
        let letters = try Self.explainer().model
        let network = letters.network
        var layers = network.configuration.layers
        layers.removeAll { $0.kerasName == "global_pooling" }
        var weights = network.weights
        weights["dense/kernel"] = Tensor(shape: [5, 3], values: .float32([Float](repeating: 0.5, count: 15)))
        let tagger = try Model(
            name: "tags", task: .tag, labels: ["O", "B-x", "I-x"], pipeline: letters.pipeline,
            network: try Network(configuration: NetworkConfiguration(layers: layers), weights: weights))
        let error = ExplainerError.unsupportedTask(.tag)
        for method in Explainer.Method.allCases {
            #expect(throws: error) { try Explainer(model: tagger).explain("abc", method: method) }
        }
        #expect(error.hint.contains("classify"))
    }

    @Test func `a text of ten megabytes is explained as far as it is read`() throws {
        let explanation = try #require(try Self.explainer().explain(String(repeating: "b ", count: 5_000_000)))
        #expect(explanation.truncated)
        #expect(explanation.tokens.count == 40)
    }

    @Test(arguments: Explainer.Method.allCases)
    func `what is no longer wanted ends`(method: Explainer.Method) throws {
        var asked = 0
        let explanation = try Self.explainer().explain("abcab", method: method) {
            asked += 1
            return false
        }
        #expect(explanation == nil)
        #expect(asked > 0)
    }
}
