import Testing
import TextAnalysis

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite struct `Real reviews` {
    static let folder = getenv("SLUICE_DATA").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }

    @Test(.enabled(if: folder != nil, "SLUICE_DATA names no folder with nsmc/test.tsv in it"))
    func `come through every pipeline whole`() throws {
        let path = try #require(Self.folder) + "/nsmc/test.tsv"
        let lines = try Goldens.lines(at: path).dropFirst()
        #expect(lines.count == 10_000)
        let options = NormalizationOptions()
        for line in lines {
            let text = String(line)
            let normalized = options.normalized(text)
            #expect(options.normalized(normalized).codePoints == normalized.codePoints)
            #expect(NormalizationOptions.onlyNFC.normalized(text) == text)
            for segmentation in [Segmentation.character, .characterNGrams(buckets: [9]), .jamo, .whiteSpace] {
                let pipeline = try TextPipeline(
                    configuration: TextPipelineConfiguration(
                        normalization: options, segmentation: segmentation, maximumLength: 1000),
                    vocabulary: Vocabulary())
                let tokens = pipeline.tokens(of: text)
                let joined = tokens.joined(separator: segmentation == .whiteSpace ? " " : "")
                #expect(NormalizationOptions.onlyNFC.normalized(joined).codePoints == normalized.codePoints)
                #expect(pipeline.encode(text).count == tokens.count)
            }
            let characters = normalized.map { String($0).codePoints }
            let pipeline = try `Segmentation of texts`.pipeline(.character, options)
            #expect(pipeline.tokens(of: text).map(\.codePoints) == characters)
        }
    }
}
