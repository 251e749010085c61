import LanguageFeatures
import Models
import RecurrentNetworks
import Testing
import TextAnalysis

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

@Suite struct `Writing of texts` {
    private static let labels = ["calm", "wild"]

    /// Every weight is drawn; the vocabulary is of five characters, or words.
    private static func drawn(
        _ seed: UInt64 = 1, labels: [String] = labels, words: [String] = ["a", "b", "c", "d", " "],
        segmentation: Segmentation = .character, layers: [LayerConfiguration]? = nil, rows: Int? = nil,
        outputs: Int? = nil
    ) throws -> Model {
        var state = seed
        func draw(_ count: Int) -> [Float] {
            (0..<count).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Float(Int(state >> 40) % 1000) / 250 - 2
            }
        }
        let pipeline = try TextPipeline(
            configuration: TextPipelineConfiguration(
                normalization: NormalizationOptions(foldRepeats: nil), segmentation: segmentation, maximumLength: 40),
            vocabulary: try Vocabulary(words: words))
        let ids = words.count + 2
        let configuration = NetworkConfiguration(
            layers: [.embedding(inputDimension: rows ?? ids + max(1, labels.count), outputDimension: 4)]
                + (layers ?? [
                    .lstm(RecurrentOptions(units: 5, returnSequences: true)),
                    .dense(units: outputs ?? ids + 1, activation: .softmax),
                ]))
        var weights: [String: Tensor] = [:]
        for (name, shape) in try Network.expectedWeights(of: configuration) {
            weights[name] = Tensor(shape: shape, values: .float32(draw(shape.reduce(1, *))))
        }
        return try Model(
            name: "drawn", task: .generate, labels: labels, pipeline: pipeline,
            network: try Network(configuration: configuration, weights: weights))
    }

    private static func request(
        _ prompt: String = "", label: String? = nil, length: Int = 30, temperature: Double = 1, seed: UInt64 = 0
    ) -> TextGenerator.Request {
        var request = TextGenerator.Request()
        request.prompt = prompt
        request.label = label
        request.length = length
        request.temperature = temperature
        request.seed = seed
        return request
    }

    private static func write(_ model: Model, _ request: TextGenerator.Request) throws -> GeneratedText {
        try #require(try TextGenerator(model: model).write(request))
    }

    /// The last row that a fresh pass over a label and a text gives.
    private static func probabilities(_ model: Model, label: Int, _ text: String) -> [Float] {
        let ids = [Int32(model.pipeline.idCount + label)] + model.pipeline.encode(text).ids
        let outputs = ids.withUnsafeBufferPointer { model.network.predict(ids: $0, width: 1) }
        return Array(outputs.suffix(model.network.plan.output.features))
    }

    @Test(arguments: 1...20)
    func `the most probable text is what fresh passes over ever longer texts choose`(seed: Int) throws {
        let model = try Self.drawn(UInt64(seed))
        for (index, label) in Self.labels.enumerated() {
            let answer = try Self.write(model, Self.request("ab", label: label, temperature: 0))
            var text = "ab"
            var logProbability = 0.0
            var ended = false
            while !ended, text.count < 32 {
                let row = Self.probabilities(model, label: index, text)
                let best = try #require((2..<row.count).max { row[$0] < row[$1] })
                logProbability += log(Double(row[best]))
                ended = best == row.count - 1
                if !ended { text += try #require(model.pipeline.vocabulary.word(at: best)) }
            }
            // White space at the end would be dropped when it is read again.
            guard !text.contains("  "), !text.hasSuffix(" ") else { continue }
            #expect(answer.text == text)
            #expect(answer.ended == ended)
            #expect(answer.tokens == text.count - 2)
            #expect(abs(answer.logProbability - logProbability) < 1e-6)
        }
    }

    @Test(arguments: [0.3, 1, 1.7])
    func `the probability that is answered is that of a fresh pass, whatever the temperature`(
        temperature: Double
    ) throws {
        let model = try Self.drawn(words: ["a", "b", "c", "d", "e"])
        for seed in 1...30 {
            let answer = try Self.write(
                model, Self.request("c", label: "wild", length: 12, temperature: temperature, seed: UInt64(seed)))
            let ids = model.pipeline.encode(answer.text).ids + (answer.ended ? [Int32(model.pipeline.idCount)] : [])
            let read = [Int32(model.pipeline.idCount + 1)] + ids.dropLast()
            let outputs = read.withUnsafeBufferPointer { model.network.predict(ids: $0, width: 1) }
            let width = model.network.plan.output.features
            let expected = ids.indices.dropFirst().reduce(0.0) { $0 + log(Double(outputs[$1 * width + Int(ids[$1])])) }
            #expect(abs(answer.logProbability - expected) < 1e-6)
        }
    }

    @Test func `the same seed gives the same text, another mostly another`() throws {
        let model = try Self.drawn()
        let texts = try (0..<40).map { try Self.write(model, Self.request(label: "calm", seed: $0)) }
        for (seed, text) in texts.enumerated() {
            #expect(try Self.write(model, Self.request(label: "calm", seed: UInt64(seed))) == text)
        }
        #expect(Set(texts.map(\.text)).count > 20)
    }

    @Test func `the label makes the text another, and one that is not given is drawn and said`() throws {
        let model = try Self.drawn()
        func text(_ label: String?, _ seed: UInt64) throws -> GeneratedText {
            try Self.write(model, Self.request(label: label, seed: seed))
        }
        #expect(try (0..<40).count { try text("calm", $0).text != text("wild", $0).text } > 10)
        var drawn: Set<String> = []
        for seed in 0..<20 as Range<UInt64> {
            let answer = try text(nil, seed)
            let label = try #require(answer.label)
            drawn.insert(label)
            #expect(try text(label, seed) == answer)
        }
        #expect(drawn == Set(Self.labels))
        #expect(try Self.write(Self.drawn(labels: []), Self.request()).label == nil)
    }

    @Test func `pieces joined are the text, with the prompt as the model reads it`() throws {
        for (segmentation, words) in [
            (Segmentation.character, ["a", "b", "c", "d", " "]), (.whiteSpace, ["ab", "cd", "e"]),
        ] {
            let model = try Self.drawn(labels: [], words: words, segmentation: segmentation)
            for prompt in ["", " AB \t cd ", "xyz"] {
                var pieces: [String] = []
                let answer = try TextGenerator(model: model).write(
                    Self.request(prompt, seed: 5), piece: { pieces.append($0) })
                let text = try #require(answer)
                #expect(pieces.joined() == text.text)
                #expect(text.text.hasPrefix(prompt == "xyz" ? "xyz" : prompt.isEmpty ? "" : "ab cd"))
                #expect(text.unknown == (prompt != "xyz" ? 0 : segmentation == .character ? 3 : 1))
                #expect(!text.text.contains("[UNK]") && !text.text.contains("[PAD]"))
            }
        }
    }

    @Test func `a text is no longer than asked for, and is given up where it is no longer wanted`() throws {
        let model = try Self.drawn()
        for length in [1, 2, 7] {
            for seed in 0..<20 as Range<UInt64> {
                let answer = try Self.write(model, Self.request(label: "calm", length: length, seed: seed))
                #expect(answer.tokens <= length && answer.tokens == answer.text.count)
                #expect(answer.ended || answer.tokens == length)
            }
        }
        var asked = 0
        let request = Self.request("a", label: "calm", length: 1000, temperature: 50)
        let answer = try TextGenerator(model: model).write(request) {
            asked += 1
            return asked < 2
        }
        #expect(answer == nil && asked == 2)
    }

    @Test func `what cannot be written says what would help`() throws {
        let model = try Self.drawn()
        func error(_ model: Model, _ request: TextGenerator.Request) throws -> GenerationError {
            try #require(throws: GenerationError.self) { try TextGenerator(model: model).write(request) }
        }
        let stranger = try error(model, Self.request(label: "sad"))
        #expect("\(stranger)".contains("\"sad\"") && stranger.hint.contains("calm, wild"))
        let none = try error(Self.drawn(labels: []), Self.request(label: "sad"))
        #expect("\(none)".contains("without labels") && none.hint.contains("leave"))
        let long = try error(model, Self.request(String(repeating: "ab", count: 30)))
        #expect(long == .promptTooLong(limit: 40) && "\(long)".contains("40"))
        #expect("\(try error(model, Self.request(temperature: -1)))".contains("-1"))
        #expect("\(try error(model, Self.request(temperature: .nan)))".contains("nan"))
    }

    @Test func `a row to learn from begins with its label and ends with the end, but where it is cut`() throws {
        let pipeline = try Self.drawn().pipeline
        func example(_ text: String) -> (ids: [Int32], targets: [Int32]) {
            TextGenerator.example(of: text, label: 1, pipeline)
        }
        #expect(example("ba") == ([8, 3, 2], [3, 2, 7]))
        #expect(example("bxa") == ([8, 3, 1, 2], [3, -1, 2, 7]))
        #expect(example(" ") == ([], []))
        let long = example(String(repeating: "a", count: 50))
        #expect(long.ids.count == 41 && long.targets.count == 41 && long.targets.last == -1)
    }

    @Test func `perplexity and bits are those of the plain forward pass`() throws {
        let texts = ["abcd", "dd b", "axb", "", String(repeating: "ab", count: 40)]
        let model = try Self.drawn()
        var report = GenerationReport()
        var (surprise, tokens) = (0.0, 0)
        for text in texts {
            TextGenerator(model: model).foresee(text, label: 1, into: &report)
            let encoded = model.pipeline.encode(text)
            for end in 0...encoded.count where encoded.count > 0 {
                let target = end < encoded.count ? encoded.ids[end] : Int32(model.pipeline.idCount)
                guard target != Vocabulary.unknown, end < encoded.count || !encoded.truncated else { continue }
                let read = [Int32(model.pipeline.idCount + 1)] + encoded.ids[..<end]
                let outputs = read.withUnsafeBufferPointer { model.network.predict(ids: $0, width: 1) }
                let row = outputs.suffix(model.network.plan.output.features)
                surprise -= log(Double(row[row.startIndex + Int(target)]))
                tokens += 1
            }
        }
        #expect(report.count == 5 && report.tokens == tokens && report.unknown == 1)
        #expect(abs(report.perplexity - exp(surprise / Double(tokens))) < 1e-9)
        #expect(abs(report.bitsPerCharacter - surprise / log(2) / Double(tokens)) < 1e-9)
        #expect(GenerationReport().perplexity == 0 && GenerationReport().bitsPerCharacter == 0)

        // Of words the spaces and the end are characters too: "ab e" has five.
        let words = try Self.drawn(labels: [], words: ["ab", "cd", "e"], segmentation: .whiteSpace)
        var ofWords = GenerationReport()
        TextGenerator(model: words).foresee("ab e", label: 0, into: &ofWords)
        #expect(ofWords.tokens == 3)
        #expect(abs(ofWords.bitsPerCharacter * 5 - log2(ofWords.perplexity) * 3) < 1e-9)
    }

    @Test func `a model whose parts do not fit the task is refused with the mend`() throws {
        func reason(_ make: () throws -> Model) throws -> String {
            try "\(#require(throws: ModelError.self) { _ = try make() })"
        }
        let backwards = try reason {
            try Self.drawn(layers: [
                .bidirectional(.gru(RecurrentOptions(units: 2, returnSequences: true))),
                .dense(units: 8, activation: .softmax),
            ])
        }
        #expect(backwards.contains("layer 'bidirectional'") && backwards.contains("without Bidirectional"))
        let forgetful = try reason { try Self.drawn(layers: [.dense(units: 8, activation: .softmax)]) }
        #expect(forgetful.contains("remembers"))
        let vector = try reason {
            try Self.drawn(layers: [.gru(RecurrentOptions(units: 2)), .dense(units: 8, activation: .softmax)])
        }
        #expect(vector.contains("probabilities for every step"))
        #expect(try reason { try Self.drawn(segmentation: .jamo) }.contains("pipeline.segmentation"))
        #expect(try reason { try Self.drawn(outputs: 7) }.contains("7 outputs"))
        #expect(try reason { try Self.drawn(rows: 8) }.contains("2 for what a text begins with"))
        #expect(try reason { try Self.drawn(labels: ["a", "a"]) }.contains("twice"))
    }
}
