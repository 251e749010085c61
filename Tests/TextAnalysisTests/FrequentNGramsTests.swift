import Testing
import TextAnalysis

@Suite struct `Frequent n-grams` {
    static let configuration = TextPipelineConfiguration(
        normalization: NormalizationOptions(), segmentation: .characterNGrams(buckets: [0, 0]), maximumLength: 30)
    static let texts = (0..<20).flatMap { $0 < 10 ? ["이 영화 최고다", "저 영화 최악이다"] : ["이 영화"] }

    @Test func `the most frequent come first, with their counts`() {
        let chosen = FrequentNGrams(configuration: Self.configuration).select(from: Self.texts, maximumCount: 3)
        #expect(chosen.map(\.word) == [" 영", " 영화", "영화"])
        #expect(chosen.map(\.count) == [30, 30, 30])
    }

    @Test func `the counts are those of a plain count`() {
        var plain: [String: Int] = [:]
        for text in Self.texts {
            let characters = Array(" " + text)
            for length in 2...3 {
                for end in length...characters.count {
                    plain[String(characters[(end - length)..<end]), default: 0] += 1
                }
            }
        }
        let chosen = FrequentNGrams(configuration: Self.configuration)
            .select(from: Self.texts, maximumCount: .max, minimumCount: 1)
        #expect(Dictionary(uniqueKeysWithValues: chosen.map { ($0.word, $0.count) }) == plain)
    }

    @Test func `the order of the texts does not matter, rare ones are left out`() {
        let selection = FrequentNGrams(configuration: Self.configuration)
        let once = selection.select(from: Self.texts + ["드문 말"], maximumCount: 1000, minimumCount: 2)
        #expect(once == selection.select(from: ["드문 말"] + Self.texts.reversed(), maximumCount: 1000, minimumCount: 2))
        #expect(!once.map(\.word).contains("드문"))
    }

    @Test func `a known n-gram is read by its own id, and the vocabulary's file keeps it`() throws {
        var counts = TokenCounts(configuration: Self.configuration)
        for text in Self.texts { counts.add(text) }
        let chosen = FrequentNGrams(configuration: Self.configuration).select(from: Self.texts, maximumCount: 1000)
        let vocabulary = Vocabulary(counting: counts, nGrams: chosen)
        let pipeline = try TextPipeline(configuration: Self.configuration, vocabulary: vocabulary)
        let ids = pipeline.encode("최고다").ids
        #expect(ids.count == 9)
        #expect(ids[4] == vocabulary.id(of: "최고").map(Int32.init))
        #expect(ids[8] == vocabulary.id(of: "최고다").map(Int32.init))
        #expect(pipeline.idCount == vocabulary.count)
        let lines = vocabulary.lines()
        let read = try lines.withUnsafeBytes { bytes in try Vocabulary(lines: bytes) }
        #expect(read == vocabulary)
    }

    @Test(arguments: [Segmentation.character, .whiteSpace, .jamo])
    func `other segmentations have none`(segmentation: Segmentation) {
        var configuration = Self.configuration
        configuration.segmentation = segmentation
        #expect(FrequentNGrams(configuration: configuration).select(from: Self.texts, maximumCount: 9).isEmpty)
    }

    /// The beginning's space and a selector are two characters of a text that starts with it, and one elsewhere.
    @Test(arguments: [
        ["\u{fe0f}x \u{fe0f}", "a \u{fe0f}b"], ["[UNK] 좋다 [PAD]", "[UNK]"], ["\u{301}a e\u{301}a", " \u{301}a"],
        ["\u{200d}\u{200d}", "a\u{200d} \u{200d}\u{fe0f}"],
    ])
    func `a vocabulary that is made can be read again, whatever the texts spell`(texts: [String]) throws {
        let options = [NormalizationOptions(), .none]
        for normalization in options {
            let configuration = TextPipelineConfiguration(
                normalization: normalization, segmentation: .characterNGrams(buckets: [0, 0, 0, 0]),
                maximumLength: 30)
            var counts = TokenCounts(configuration: configuration)
            for text in texts { counts.add(text) }
            let chosen = FrequentNGrams(configuration: configuration)
                .select(from: texts, maximumCount: 1000, minimumCount: 1)
            let vocabulary = Vocabulary(counting: counts, nGrams: chosen)
            let read = try vocabulary.lines().withUnsafeBytes { bytes in try Vocabulary(lines: bytes) }
            #expect(read == vocabulary)
        }
    }
}
