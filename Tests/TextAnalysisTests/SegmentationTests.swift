import Testing
import TextAnalysis

@Suite struct `Segmentation of texts` {
    static func tokens(
        _ text: String, _ segmentation: Segmentation, _ normalization: NormalizationOptions = .none
    ) throws -> [String] {
        try pipeline(segmentation, normalization).tokens(of: text)
    }

    static func pipeline(
        _ segmentation: Segmentation, _ normalization: NormalizationOptions = .none
    ) throws -> TextPipeline {
        try TextPipeline(
            configuration: TextPipelineConfiguration(
                normalization: normalization, segmentation: segmentation, maximumLength: 1000),
            vocabulary: Vocabulary())
    }

    @Test func `characters are Swift's characters, in random texts`() throws {
        let pipeline = try Self.pipeline(.character)
        for text in Samples.randomTexts(count: 20_000, seed: 3) {
            let expected = text.map { String($0).codePoints }
            #expect(
                pipeline.tokens(of: text).map(\.codePoints) == expected,
                "of \(text.codePoints.map { String($0, radix: 16) })")
        }
    }

    @Test func `characters are Swift's characters, next to every code point`() throws {
        let pipeline = try Self.pipeline(.character)
        let neighbours: [Unicode.Scalar] = [
            "a", "\r", "\n", "\u{301}", "\u{200d}", "\u{1100}", "\u{1161}", "\u{11a8}", "가", "각", "\u{600}", "\u{903}",
            "🇰", "👍",
            "\u{1f3fd}", "\u{915}", "\u{94d}", "\u{ad}", "漢",
        ]
        var wrong: [UInt32] = []
        for value in UInt32(0)...0x10ffff {
            // Planes without characters, and all but a few of the ideographs, syllables and private characters.
            if (0x32000...0xdffff).contains(value) || value > 0xe0200 && value < 0x10ffff { continue }
            if (0x3400...0xd700).contains(value) || (0x17000...0x18d00).contains(value) || value >= 0x20000,
                value % 97 != 0
            {
                continue
            }
            guard let scalar = Unicode.Scalar(value) else { continue }
            var text = String.UnicodeScalarView()
            for neighbour in neighbours {
                text.append(neighbour)
                text.append(scalar)
            }
            let string = String(text)
            if pipeline.tokens(of: string).map(\.codePoints) != string.map({ String($0).codePoints }) {
                wrong.append(value)
            }
        }
        #expect(wrong == [])
    }

    @Test(arguments: [
        ("영화 정말  재미있다!", ["영화", "정말", "재미있다!"]), ("", []), (" \t\n", []), ("a\u{3000}b\r\nc", ["a", "b", "c"]),
        (" 👍🏽 ", ["👍🏽"]), ("\0", ["\0"]),
    ])
    func `words lie between white space`(text: String, expected: [String]) throws {
        #expect(try Self.tokens(text, .whiteSpace) == expected)
        let folding = NormalizationOptions(nfc: true, lowercase: true, foldWhiteSpace: true, foldRepeats: 3)
        #expect(try Self.tokens(text, .whiteSpace, folding) == expected)
    }

    @Test(arguments: [
        ("각a 나", ["\u{1100}", "\u{1161}", "\u{11a8}", "a", " ", "\u{1102}", "\u{1161}"]),
        ("\u{1112}\u{119e}\u{11ab}", ["\u{1112}", "\u{119e}", "\u{11ab}"]),
        ("가\u{301}👍🏽", ["가\u{301}", "👍🏽"]), ("ㅋㅋ", ["ㅋ", "ㅋ"]), ("", []),
    ])
    func `syllables come apart into jamo, all else stays whole`(text: String, expected: [String]) throws {
        #expect(try Self.tokens(text, .jamo).map(\.codePoints) == expected.map(\.codePoints))
    }

    @Test func `every syllable's jamo make it up again`() throws {
        let pipeline = try Self.pipeline(.jamo)
        for value in UInt32(0xac00)...0xd7a3 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let jamo = pipeline.tokens(of: String(Character(scalar)))
            #expect(jamo.count == 2 || jamo.count == 3)
            #expect(NormalizationOptions.onlyNFC.normalized(jamo.joined()).codePoints == [value])
        }
    }

    @Test(arguments: [
        ("  영화 AB", [2..<5, 5..<8, 8..<9, 9..<10, 10..<11]), ("e\u{301}x", [0..<3, 3..<4]),
        ("\u{1112}\u{1161}\u{11ab}!", [0..<9, 9..<10]), ("a \t b", [0..<1, 1..<4, 4..<5]),
        ("ㅋㅋㅋㅋㅋx", [0..<3, 3..<6, 6..<9, 15..<16]),
        ("İ.", [0..<2, 2..<3]), ("👍🏽", [0..<8]),
    ])
    func `each character knows the bytes it came from`(text: String, expected: [Range<Int>]) throws {
        #expect(try Self.pipeline(.character, NormalizationOptions()).tokenRanges(of: text) == expected)
    }

    @Test func `each word and each jamo knows the bytes it came from`() throws {
        #expect(
            try Self.pipeline(.whiteSpace, NormalizationOptions()).tokenRanges(of: " 영화  e\u{301}a ") == [
                1..<7, 9..<13,
            ])
        #expect(try Self.pipeline(.jamo).tokenRanges(of: "각a") == [0..<3, 0..<3, 0..<3, 3..<4])
    }

    @Test func `the bytes that tokens came from lie in order within any text`() throws {
        let pipeline = try Self.pipeline(.character, NormalizationOptions())
        for text in Samples.randomTexts(count: 3000, seed: 4) {
            let ranges = pipeline.tokenRanges(of: text)
            #expect(ranges.count == pipeline.tokens(of: text).count)
            #expect(ranges.allSatisfy { !$0.isEmpty && $0.upperBound <= text.utf8.count })
            #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.lowerBound <= $1.lowerBound })
        }
    }
}
