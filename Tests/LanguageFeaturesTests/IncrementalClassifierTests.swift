import LanguageFeatures
import Models
import RecurrentNetworks
import Testing
import TextAnalysis

@Suite struct `Classification of a text while it is written` {
    /// Reproducible choices.
    struct Choices {
        private var state: UInt64

        init(seed: UInt64) {
            state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
        }

        mutating func below(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
    }

    /// Weights of no meaning for some layers after an embedding of the pipeline's ids.
    static func model(
        _ segmentation: Segmentation, vocabulary: [String], _ layers: [LayerConfiguration]
    ) throws -> Model {
        let pipeline = try TextPipeline(
            configuration: TextPipelineConfiguration(
                normalization: NormalizationOptions(), segmentation: segmentation, maximumLength: 120),
            vocabulary: Vocabulary(words: vocabulary))
        let configuration = NetworkConfiguration(
            layers: [.embedding(inputDimension: pipeline.idCount, outputDimension: 6)] + layers
                + [.dense(units: 2, activation: .softmax)])
        var choices = Choices(seed: 8)
        var weights: [String: Tensor] = [:]
        for needed in try NetworkPlan(configuration).weights {
            let values = (0..<needed.count).map { _ in Float(choices.below(2001) - 1000) / 1000 }
            weights[needed.name] = Tensor(shape: needed.shape, values: .float32(values))
        }
        return try Model(
            name: "noise", labels: ["a", "b"], pipeline: pipeline,
            network: try Network(configuration: configuration, weights: weights))
    }

    static func models() throws -> [Model] {
        let sequence = RecurrentOptions(units: 9, returnSequences: true)
        return [
            try BuiltInModels.open("sentiment-ko"),
            try model(
                .jamo, vocabulary: ["ᄒ", "ᅡ", "ᆫ", "ᄀ", "ᅳ", "ᆯ", "t", "h", "e", " "],
                [.gru(sequence), .simpleRNN(RecurrentOptions(units: 5))]),
            try model(
                .whiteSpace, vocabulary: ["영화", "영화가", "좋아요", "the", "film", "films", "was"],
                [.lstm(sequence), .globalPooling([.last, .mean])]),
            try model(
                .characterNGrams(buckets: [50, 50]), vocabulary: ["영", "화", "f", "i", "l", "m"],
                [.bidirectional(.lstm(sequence)), .globalPooling([.max])]),
        ]
    }

    /// Also what changes what stands before it: jamo that join a syllable, a combining accent, a repeated letter.
    static let pieces = [
        "영화가 ", "정말 ", "재미있어요", "ㅋ", "ㅋㅋㅋㅋ", "최악", "하", "\u{1112}\u{1161}", "\u{11AB}", "ᅡ", "한글", ".", " ",
        "The film ", "was ", "dull", "e", "\u{301}", "ING", "!!", "\n", "👍🏽", "\u{200D}", "a",
    ]

    @Test(arguments: 0..<4)
    func `thousands of edits, Korean and English, are answered as a fresh reading answers`(index: Int) throws {
        let model = try Self.models()[index]
        let fresh = Classifier(model: model)
        var incremental = IncrementalClassifier(model: model)
        var choices = Choices(seed: UInt64(index))
        var text: [Unicode.Scalar] = []
        var read = 0
        var tokens = 0
        for _ in 0..<2500 {
            // Mostly where the last edit was: at the end.
            let at = choices.below(3) > 0 ? text.count : choices.below(text.count + 1)
            switch choices.below(6) {
            case 0: text.removeSubrange(max(0, at - 1 - choices.below(4))..<at)
            case 1 where text.count > 400: text.removeSubrange(at / 2..<at)
            default: text.insert(contentsOf: Self.pieces[choices.below(Self.pieces.count)].unicodeScalars, at: at)
            }
            var string = String.UnicodeScalarView()
            string.append(contentsOf: text)
            let answer = incremental.classify(String(string))
            let expected = fresh.classify(String(string))
            #expect(answer == expected, "\(String(string).debugDescription)")
            guard answer == expected else { return }
            read += incremental.stepsRead
            tokens += answer.tokens
        }
        if model.network.plan.readsForwards {
            #expect(incremental.obstacle == nil)
            #expect(read * 2 < tokens)
        } else {
            #expect(incremental.obstacle != nil)
            #expect(read == tokens)
            #expect(incremental.memory == 0)
        }
    }

    @Test func `a letter more at the end of a review reads one step`() throws {
        var classifier = IncrementalClassifier(model: try BuiltInModels.open("sentiment-ko"))
        let review = String(repeating: "이 영화는 정말 볼만하다. ", count: 9) + "강"
        #expect(classifier.classify(review).tokens > 100)
        #expect(classifier.stepsRead > 100)
        _ = classifier.classify(review + "추")
        #expect(classifier.stepsRead == 1)
        // The last syllable changes as it is typed.
        _ = classifier.classify(review + "춘")
        #expect(classifier.stepsRead == 1)
        _ = classifier.classify(review + "춘", top: 1)
        #expect(classifier.stepsRead == 0)
        #expect(classifier.memory < 100 << 10)
    }
}
