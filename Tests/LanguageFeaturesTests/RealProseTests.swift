import LanguageFeatures
import Models
import Testing
import TextAnalysis

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

private let folder = getenv("SLUICE_DATA").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }

@Suite(
    .enabled(if: folder != nil, "SLUICE_DATA names no folder with nsmc/test.tsv in it"),
    .enabled(if: BuiltInModels.names.contains(MorphemeTagger.builtInName), "morphemes-ko is not built in"))
struct `Words of real reviews` {
    private static func reviews(_ count: Int) throws -> [String] {
        let path = try #require(folder) + "/nsmc/test.tsv"
        guard let file = fopen(path, "rb") else { throw GoldenFiles.UnreadableFile(path: path) }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 21)
        let length = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes[..<length], as: UTF8.self).split(separator: "\n").dropFirst().prefix(count)
            .compactMap { $0.split(separator: "\t").last.map(String.init) }
    }

    /// A word in its own place is written as it stands there, but where it is written in another way than most.
    @Test func `in their own places stand as they stand there`() throws {
        let tagger = TaggerEngine(try #require(MorphemeTagger(model: BuiltInModels.open(MorphemeTagger.builtInName))))
        var (asked, same) = (0, 0)
        for review in try Self.reviews(2_000) {
            let morphemes = tagger.morphemes(of: review).map(\.morpheme)
            let utf8 = Array(review.utf8)
            var end = 0
            for morpheme in morphemes where morpheme.range.lowerBound >= end {
                guard let word = WordReplacement(at: morpheme.range.lowerBound, morphemes: morphemes, language: "ko")
                else {
                    continue
                }
                end = word.range.upperBound
                asked += 1
                let text = String(decoding: utf8[word.range], as: UTF8.self)
                if word.form(of: word.lemma) == text { same += 1 }
            }
        }
        // The others are misspelt (됬다, 햇다), cut wrongly, or in forms that few words have (가증스런, 영환데).
        #expect(asked > 19_000 && Double(same) > 0.98 * Double(asked), "\(same) of \(asked)")
    }
}
