import Testing
import TextAnalysis

@Suite struct `Text pipelines` {
    static let grams = TextPipelineConfiguration(
        normalization: NormalizationOptions(), segmentation: .characterNGrams(buckets: [1000, 2000]), maximumLength: 20)

    @Test func `n-grams, known and hashed, are those of the Python definition`() throws {
        var compared = 0
        for line in try Goldens.lines("ngrams/ngrams.tsv") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            try #require(fields.count == 4)
            let buckets = fields[0].split(separator: ",").compactMap { Int($0) }
            let pipeline = try TextPipeline(
                configuration: TextPipelineConfiguration(
                    normalization: .none, segmentation: .characterNGrams(buckets: buckets), maximumLength: 100),
                vocabulary: Vocabulary(words: fields[1].split(separator: "|").map(String.init)))
            let expected = fields[3].split(separator: " ").map { $0.split(separator: ",").compactMap { Int32($0) } }
            let encoded = pipeline.encode(String(fields[2]))
            #expect(encoded.width == 1 + buckets.count)
            #expect(encoded.ids == expected.flatMap { $0 })
            #expect(encoded.unknown == expected.count { $0.first == 1 })
            compared += expected.count
        }
        #expect(compared > 50)
    }

    @Test func `an n-gram of a character of several scalars is that of its bytes`() throws {
        let pipeline = try TextPipeline(configuration: Self.grams, vocabulary: Vocabulary(words: ["👍🏽"]))
        let encoded = pipeline.encode("👍🏽a")
        #expect(encoded.count == 2)
        #expect(encoded.ids[0] == 2)
        // The trigram of the first character would reach before the beginning.
        #expect(encoded.ids[2] == 0)
        #expect(encoded.ids[1] >= 3 && encoded.ids[1] < 1003 && encoded.ids[4] < 1003 && encoded.ids[5] >= 1003)
    }

    @Test func `a step's ids never depend on what follows`() throws {
        let pipeline = try TextPipeline(configuration: Self.grams, vocabulary: Vocabulary(words: ["가", "나"]))
        let whole = pipeline.encode("가나다라마바사")
        for count in 1...7 {
            #expect(Array(whole.ids.prefix(3 * count)) == pipeline.encode(String("가나다라마바사".prefix(count))).ids)
        }
    }

    @Test(arguments: [Segmentation.whiteSpace, .character, .jamo, .characterNGrams(buckets: [50, 60, 70])])
    func `every id is within the pipeline's ids`(segmentation: Segmentation) throws {
        let configuration = TextPipelineConfiguration(
            normalization: NormalizationOptions(), segmentation: segmentation, maximumLength: 50)
        var counts = TokenCounts(configuration: configuration)
        for text in Samples.randomTexts(count: 200, seed: 5) { counts.add(text) }
        let pipeline = try TextPipeline(
            configuration: configuration, vocabulary: Vocabulary(counting: counts, minimumCount: 3))
        for text in Samples.randomTexts(count: 1000, seed: 6) {
            let encoded = pipeline.encode(text)
            #expect(encoded.ids.allSatisfy { $0 >= 0 && $0 < pipeline.idCount })
            let tokens = pipeline.tokens(of: text)
            #expect(encoded.count == min(50, tokens.count))
            #expect(encoded.truncated == (tokens.count > 50))
            #expect(encoded.unknown == tokens.prefix(50).count { pipeline.vocabulary.id(of: $0) == nil })
        }
    }

    @Test(arguments: [
        (String(repeating: "가", count: 5), false), (String(repeating: "가나", count: 10), false),
        (String(repeating: "가나", count: 10) + " ", false), (String(repeating: "가나", count: 10) + "다", true),
        ("", false),
    ])
    func `a text that goes on after the last step is truncated`(text: String, truncated: Bool) throws {
        let encoded = try TextPipeline(configuration: Self.grams, vocabulary: Vocabulary()).encode(text)
        #expect(encoded.truncated == truncated)
        #expect(encoded.count <= 20)
    }

    @Test func `a text of ten megabytes is read only as far as the model reads`() throws {
        let pipeline = try TextPipeline(configuration: Self.grams, vocabulary: Vocabulary(words: ["가"]))
        let text = String(repeating: "영화가 재미있다 ", count: 450_000)
        let clock = ContinuousClock()
        let small = String(text.prefix(100))
        let expected = pipeline.encode(small)
        let times = (0..<5).map { _ in clock.measure { #expect(pipeline.encode(text) == expected) } }
        // To read all of it takes 100 ms; a thousandth of the text takes microseconds.
        #expect(try #require(times.min()) < .milliseconds(5))
    }

    @Test(arguments: ["\0", "a\0b", "😀😀", "\u{feff}", "\u{10ffff}", "\u{200d}\u{200d}", "\r\n"])
    func `odd texts are encoded`(text: String) throws {
        let encoded = try TextPipeline(configuration: Self.grams, vocabulary: Vocabulary()).encode(text)
        #expect(encoded.ids.count == encoded.count * 3)
        #expect(encoded.unknown == encoded.count)
    }

    static func withLength(_ length: Int) -> TextPipelineConfiguration {
        TextPipelineConfiguration(normalization: .none, segmentation: .character, maximumLength: length)
    }
    static func withBuckets(_ buckets: [Int]) -> TextPipelineConfiguration {
        TextPipelineConfiguration(
            normalization: .none, segmentation: .characterNGrams(buckets: buckets), maximumLength: 5)
    }
    static func withRepeats(_ repeats: Int) -> TextPipelineConfiguration {
        TextPipelineConfiguration(
            normalization: NormalizationOptions(foldRepeats: repeats), segmentation: .jamo, maximumLength: 5)
    }

    @Test(arguments: [
        (withLength(0), "maximum_length"), (withLength(-1), "maximum_length"), (withLength(.max), "maximum_length"),
        (withBuckets([]), "segmentation.buckets"), (withBuckets([5, -1]), "segmentation.buckets"),
        (withBuckets([.max]), "segmentation.buckets"), (withBuckets([Int(Int32.max)]), "segmentation.buckets"),
        (withBuckets(Array(repeating: 3, count: 16)), "segmentation.buckets"),
        (withRepeats(0), "normalization.fold_repeats"),
    ])
    func `impossible configurations are refused by field`(configuration: TextPipelineConfiguration, field: String) {
        #expect {
            try TextPipeline(configuration: configuration, vocabulary: Vocabulary())
        } throws: {
            ($0 as? TextPipelineError)?.field == field
        }
    }
}
