import LanguageFeatures
import Models
import RecurrentNetworks
import Testing
import TextAnalysis

@Suite struct `Translating texts` {
    private static let attended: [LayerConfiguration] = [.attention, .dense(units: 5, activation: .tanh)]

    /// Every weight is drawn, and so nothing is as it should be.
    private static func drawn(
        _ seed: UInt64, _ segmentation: Segmentation = .character, attends: Bool = true
    ) throws -> Translator {
        var state = seed
        func draw(_ count: Int) -> [Float] {
            (0..<count).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Float(Int(state >> 40) % 1000) / 250 - 2
            }
        }
        let pipeline = try TextPipeline(
            configuration: TextPipelineConfiguration(
                normalization: NormalizationOptions(foldRepeats: nil), segmentation: segmentation, maximumLength: 9),
            vocabulary: try Vocabulary(words: ["a", "b", "c", "d"] + (segmentation == .character ? [" "] : [])))
        let ids = pipeline.idCount + 1
        let steps = RecurrentOptions(units: 4, returnSequences: true)
        let configuration = NetworkConfiguration(
            layers: [.embedding(inputDimension: ids, outputDimension: 3), .lstm(steps)],
            decoder: [.lstm(steps)] + (attends ? attended : []) + [.dense(units: ids, activation: .softmax)])
        var weights: [String: Tensor] = [:]
        for (name, shape) in try Network.expectedWeights(of: configuration) {
            weights[name] = Tensor(shape: shape, values: .float32(draw(shape.reduce(1, *))))
        }
        return Translator(
            model: try Model(
                name: "drawn", task: .translate, labels: [], pipeline: pipeline,
                network: try Network(configuration: configuration, weights: weights)))
    }

    @Test(arguments: 1...30, [Segmentation.character, .whiteSpace])
    func `what is written is text, and no more of it than the model writes`(
        seed: Int, segmentation: Segmentation
    ) throws {
        let translator = try Self.drawn(UInt64(seed), segmentation)
        for text in ["a", "a b c", "xyz", "abcd abcd abcd", "d c b a d c b a d c b a", "\n"] {
            for beam in [1, 4] {
                let answer = try #require(try translator.translate(text, beam: beam, attention: true))
                #expect(!answer.text.contains("[") && (0...1).contains(answer.probability))
                let attention = try #require(answer.attention)
                #expect(attention.written.count <= 9 && (answer.isComplete || attention.written.count == 9))
                let tokens = translator.model.pipeline.tokenRanges(of: text, atMost: 9)
                #expect(attention.read == tokens && attention.shares.count == attention.written.count)
                for row in attention.shares {
                    #expect(row.count == tokens.count && abs(row.reduce(0, +) - 1) < 1e-5)
                }
                #expect(answer.truncated == (translator.model.pipeline.tokenRanges(of: text).count > 9))
                let separator = segmentation == .character ? "" : " "
                #expect(attention.written.joined(separator: separator) == answer.text)
                // Without attention asked for nothing else changes.
                let plain = try translator.translate(text, beam: beam)
                #expect(plain?.text == answer.text && plain?.probability == answer.probability)
                #expect(plain?.attention == nil)
            }
        }
    }

    @Test func `more translations at a time find none that is less probable`() throws {
        for seed in 1...30 {
            let translator = try Self.drawn(UInt64(seed), attends: seed.isMultiple(of: 2))
            #expect(translator.attends == seed.isMultiple(of: 2))
            let one = try #require(try translator.translate("abc"))
            let many = try #require(try translator.translate("abc", beam: 16))
            if one.isComplete { #expect(many.probability >= one.probability - 2e-6) }
        }
    }

    @Test func `empty text is the translation of empty text, and what is not wanted is not finished`() throws {
        let translator = try Self.drawn(1)
        let empty = try #require(try translator.translate("  ", attention: true))
        #expect(empty.text.isEmpty && empty.isComplete && empty.probability == 1 && !empty.truncated)
        #expect(empty.attention?.read.isEmpty == true && empty.attention?.shares.isEmpty == true)
        #expect(try translator.translate("abc", while: { false }) == nil)
        // As many shares as tokens read times tokens written.
        let written = try #require(try translator.translate("abc", attention: true)?.attention?.written.count)
        #expect(try translator.translate("abc", attention: true, sharesLimit: 3 * written) != nil)
        #expect(throws: TranslationError.tooManyShares(3 * written, limit: 3 * written - 1)) {
            try translator.translate("abc", attention: true, sharesLimit: 3 * written - 1)
        }
        #expect(try translator.translate("abc", sharesLimit: 0) != nil)
        // Without an Attention there is nothing to show.
        #expect(try Self.drawn(1, attends: false).translate("abc", attention: true)?.attention == nil)
    }
}
