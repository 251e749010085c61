import JSON
import LanguageFeatures
import Models
import RecurrentNetworks
import Testing
import TextAnalysis

@Suite struct `Tagging of texts` {
    private static let labels = ["O", "B-city", "I-city", "B-time", "I-time"]

    /// Reads characters; every weight is drawn, and so wrong as often as can be.
    private static func drawn(_ seed: UInt64, chain: Bool, labels: [String] = labels) throws -> Tagger {
        var state = seed
        func draw(_ count: Int) -> [Float] {
            (0..<count).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Float(Int(state >> 40) % 1000) / 125 - 4
            }
        }
        let vocabulary = try Vocabulary(words: ["a", "b", "c", "d", " "])
        let pipeline = try TextPipeline(
            configuration: TextPipelineConfiguration(
                normalization: NormalizationOptions(foldRepeats: nil), segmentation: .character, maximumLength: 40),
            vocabulary: vocabulary)
        let configuration = NetworkConfiguration(
            layers: [
                .embedding(inputDimension: 7, outputDimension: 3),
                .bidirectional(.gru(RecurrentOptions(units: 2, returnSequences: true))),
            ]
                + (chain
                    ? [.dense(units: labels.count), .conditionalRandomField]
                    : [.dense(units: labels.count, activation: .softmax)]))
        var weights: [String: Tensor] = [:]
        for (name, shape) in try Network.expectedWeights(of: configuration) {
            weights[name] = Tensor(shape: shape, values: .float32(draw(shape.reduce(1, *))))
        }
        return Tagger(
            model: try Model(
                name: "drawn", task: .tag, labels: labels, pipeline: pipeline,
                network: try Network(configuration: configuration, weights: weights)))
    }

    @Test(arguments: 1...60, [false, true])
    func `no answer has an inside tag that goes on with nothing`(seed: Int, chain: Bool) throws {
        let tagger = try Self.drawn(UInt64(seed), chain: chain)
        for text in ["abcd", "ddddddddd", "a", "xyz a", "dcba abcd  d", String(repeating: "bd", count: 30), ""] {
            let answer = tagger.tag(text)
            let tags = answer.tokens.map { TokenTag($0.tag) }
            #expect(TagScheme.repaired(tags).count == 0, "\(tags.map(\.text))")
            #expect(answer.truncated == (text.count > 40))
            for probability in answer.tokens.map(\.probability) + answer.spans.map(\.probability) {
                #expect((0...1).contains(probability))
            }
            // A span is no more probable than any of its tags.
            for span in answer.spans {
                let least = answer.tokens[span.tokens].map(\.probability).min() ?? 0
                #expect(span.probability <= least + 1e-6)
            }
        }
    }

    @Test func `offsets are into the text as it came, whatever was made of it`() throws {
        let tagger = try Self.drawn(5, chain: true)
        let text = "  A\u{301}b\r\n\t가😀  c "
        let utf8 = Array(text.utf8)
        let answer = tagger.tag(text)
        let parts = answer.tokens.map { String(decoding: utf8[$0.range], as: UTF8.self) }
        #expect(parts == ["A\u{301}", "b", "\r\n\t", "가", "😀", "  ", "c"])
    }

    @Test func `tags that mark no spans are chosen freely`() throws {
        let tagger = try Self.drawn(9, chain: false, labels: ["noun", "verb", "other"])
        let answer = tagger.tag("abcdabcd")
        #expect(answer.spans.isEmpty && answer.tokens.count == 8)
    }

    @Test func `a tagger needs an answer to every step, and the tag that begins what another goes on with`() throws {
        let error = try #require(throws: ModelError.self) {
            try Self.drawn(1, chain: true, labels: ["O", "I-city"])
        }
        #expect("\(error)".contains("'I-city'") && "\(error)".contains("B-city"))
        let classifier = try `Classification of texts`.letters().model
        let other = try #require(throws: ModelError.self) {
            try Model(
                name: "letters", task: .tag, labels: classifier.labels, pipeline: classifier.pipeline,
                network: classifier.network)
        }
        #expect("\(other)".contains("the task tag needs") && "\(other)".contains("CRF"))
    }
}

@Suite struct `Tagging reports` {
    @Test func `figures are seqeval's`() throws {
        let goldens = try #require(JSONValue(parsing: GoldenFiles.text(of: "reports/tagging.json")).array)
        #expect(goldens.count == 4)
        for golden in goldens {
            func rows(_ name: String) -> [[TokenTag]] {
                (golden[name]?.array ?? []).map { ($0.array ?? []).compactMap(\.string).map { TokenTag($0) } }
            }
            var report = TaggingReport(labels: try #require(golden["labels"]?.array).compactMap(\.string))
            for (truth, predicted) in zip(rows("truth"), rows("predicted")) {
                report.add(truth: truth, predicted: predicted)
            }
            let name = golden["name"]?.string ?? ""
            #expect(abs(report.accuracy - (golden["accuracy"]?.number ?? -1)) < 1e-12, "\(name)")
            #expect(abs(report.macroF1 - (golden["macro_f1"]?.number ?? -1)) < 1e-12, "\(name)")
            for member in try #require(golden["figures"]?.object).members {
                let (type, values) = (member.name, member.value)
                let wanted = (values.array ?? []).compactMap(\.number)
                let figures = type == "micro avg" ? report.overall : report.figures(of: type)
                let found = [figures.precision, figures.recall, figures.f1, Double(figures.support)]
                for (figure, wanted) in zip(found, wanted) { #expect(abs(figure - wanted) < 1e-12, "\(name) \(type)") }
                #expect(wanted.count == 4)
            }
        }
    }

    @Test func `a report of no texts has figures of zero`() {
        let report = TaggingReport(labels: ["O", "B-a", "I-a"])
        #expect(report.count == 0 && report.tokens == 0 && report.accuracy == 0 && report.macroF1 == 0)
        #expect(report.overall.f1 == 0 && report.types == ["a"])
    }
}
