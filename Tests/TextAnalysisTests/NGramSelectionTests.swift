import Testing
import TextAnalysis

@Suite struct `Selection of n-grams` {
    static let configuration = TextPipelineConfiguration(
        normalization: NormalizationOptions(), segmentation: .characterNGrams(buckets: [0, 0]), maximumLength: 30)
    static let rows: [(text: String, label: Int)] =
        (0..<20).flatMap { _ in [("이 영화 최고다", 1), ("이 영화 최악이다", 0)] }

    @Test func `what stands under one label alone comes before what stands under both`() {
        let chosen = NGramSelection(configuration: Self.configuration)
            .select(from: Self.rows, labelCount: 2, maximumCount: 8)
        #expect(chosen.count == 8)
        #expect(chosen.allSatisfy { $0.word.contains("고") || $0.word.contains("악") || $0.word.contains("이다") })
        #expect(chosen.allSatisfy { $0.count == 20 })
        #expect(!chosen.map(\.word).contains("영화"))
    }

    @Test func `shorter n-grams come first, and the same rows give the same answer`() {
        let selection = NGramSelection(configuration: Self.configuration)
        let first = selection.select(from: Self.rows, labelCount: 2, maximumCount: 100)
        #expect(first == selection.select(from: Self.rows, labelCount: 2, maximumCount: 100))
        let lengths = first.map(\.word.count)
        #expect(lengths == lengths.sorted())
        #expect(lengths.first == 2 && lengths.last == 3)
    }

    @Test func `the beginning of the text counts as a space`() {
        let rows = (0..<5).flatMap { _ in [(text: "좋다", label: 0), (text: "싫다", label: 1)] }
        let words = NGramSelection(configuration: Self.configuration)
            .select(from: rows, labelCount: 2, maximumCount: 100).map(\.word)
        #expect(words.contains(" 좋") && words.contains(" 싫다"))
    }

    @Test func `a selected n-gram is read by its own id`() throws {
        var counts = TokenCounts(configuration: Self.configuration)
        for row in Self.rows { counts.add(row.text) }
        let chosen = NGramSelection(configuration: Self.configuration)
            .select(from: Self.rows, labelCount: 2, maximumCount: 100)
        let vocabulary = Vocabulary(counting: counts, nGrams: chosen)
        let pipeline = try TextPipeline(configuration: Self.configuration, vocabulary: vocabulary)
        let ids = pipeline.encode("최고다").ids
        #expect(ids.count == 9)
        #expect(ids[4] == vocabulary.id(of: "최고").map(Int32.init))
        #expect(ids[8] == vocabulary.id(of: "최고다").map(Int32.init))
        #expect(pipeline.idCount == vocabulary.count)
        // The vocabulary's file keeps them.
        let lines = vocabulary.lines()
        let read = try lines.withUnsafeBytes { bytes in try Vocabulary(lines: bytes) }
        #expect(read == vocabulary)
    }

    @Test(arguments: [Segmentation.character, .whiteSpace, .jamo])
    func `other segmentations have nothing to select`(segmentation: Segmentation) {
        var configuration = Self.configuration
        configuration.segmentation = segmentation
        #expect(
            NGramSelection(configuration: configuration).select(from: Self.rows, labelCount: 2, maximumCount: 9).isEmpty
        )
    }
}
