import Testing
import TextAnalysis

struct `Words as steps` {
    private func pipeline(_ words: [String] = [], affixes: Int = 2) throws -> TextPipeline {
        try TextPipeline(
            configuration: TextPipelineConfiguration(
                normalization: NormalizationOptions(foldRepeats: nil), segmentation: .words(affixes: affixes),
                maximumLength: 5),
            vocabulary: Vocabulary(words: words))
    }

    @Test(arguments: [
        ("Play R&B, (again)!", ["play", "r&b", ",", "(", "again", ")", "!"]), ("  It's 7:30pm  ", ["it's", "0:00pm"]),
        ("...", [".", ".", "."]), ("$5.00 — ok?", ["$", "0.00", "—", "ok", "?"]), ("", []), (" \t\n", []),
        ("서울(특별시)에", ["서울(특별시)에"]), ("٣٤ 👍🏽x", ["00", "👍🏽", "x"]), ("Ángel’s", ["ángel’s"]),
    ])
    func `a word ends where its last letter or digit does`(text: String, tokens: [String]) throws {
        #expect(try pipeline().tokens(of: text) == tokens)
    }

    @Test func `every piece lies in the text where it came from`() throws {
        let text = " (Île,  7pm)"
        let utf8 = Array(text.utf8)
        let (encoded, ranges) = try pipeline().encodeWithRanges(text)
        #expect(ranges.map { String(decoding: utf8[$0], as: UTF8.self) } == ["(", "Île", ",", "7pm", ")"])
        #expect(encoded.count == 5 && encoded.width == 6 && !encoded.truncated)
        #expect(try pipeline().encodeWithRanges("a b c d e f").text.truncated)
        #expect(try pipeline().encodeWithRanges("a b c d e f").ranges.count == 5)
    }

    @Test func `a step has the ids of the word, its beginnings, its endings and its shape`() throws {
        let pipeline = try pipeline(["paris", " p", " pa", "s ", "is ", " Xx ", " X.X. ", "u.s", "0", " 0 ", " x0 "])
        // Each is 0 where the vocabulary does not have it, the word itself 1.
        #expect(pipeline.encode("Paris").ids == [2, 3, 4, 5, 6, 7])
        #expect(pipeline.encode("PaRis").ids == [2, 3, 4, 5, 6, 0])
        #expect(pipeline.encode("7").ids == [10, 0, 0, 0, 0, 11])
        #expect(pipeline.encode("p2016").ids == [1, 3, 0, 0, 0, 12])
        #expect(pipeline.encode("U.S.").ids.suffix(6).prefix(5).allSatisfy { $0 == 0 || $0 == 1 })
    }

    @Test func `what is counted is what is looked up`() throws {
        var counts = TokenCounts(configuration: try pipeline().configuration)
        counts.add("Go, go 42")
        let found = Dictionary(uniqueKeysWithValues: counts.entries.map { ($0.word, $0.count) })
        #expect(
            found == [
                "go": 2, " g": 2, " go": 2, "o ": 2, "go ": 2, " Xx ": 1, " x ": 1, ",": 1, " ,": 1, ", ": 1, " , ": 1,
                "00": 1, " 0": 1, " 00": 1, "0 ": 1, "00 ": 1, " 0 ": 1,
            ])
    }

    @Test func `white space can be left out altogether`() throws {
        let pipeline = try TextPipeline(
            configuration: TextPipelineConfiguration(
                normalization: NormalizationOptions(dropWhiteSpace: true, foldRepeats: nil), segmentation: .character,
                maximumLength: 9),
            vocabulary: Vocabulary(words: ["a"]))
        let (encoded, ranges) = pipeline.encodeWithRanges(" a\u{3000}b\r\n c ")
        #expect(ranges == [1..<2, 5..<6, 9..<10])
        #expect(encoded.ids == [2, 1, 1])
        #expect(pipeline.tokens(of: " \n") == [])
    }
}

struct `Tags` {
    private func tags(_ text: String) -> [TokenTag] { text.split(separator: " ").map { TokenTag(String($0)) } }

    @Test(arguments: [
        ("B-a I-a O B-a", "B-a I-a O B-a", 0), ("I-a I-a", "B-a I-a", 1), ("O I-a I-b I-b", "O B-a B-b I-b", 2),
        ("B-a B-a I-b I-a", "B-a B-a B-b B-a", 2), ("NOUN I- B-", "NOUN I- B-", 0), ("", "", 0),
    ])
    func `an inside tag that goes on with nothing begins a span`(given: String, wanted: String, count: Int) {
        let repaired = TagScheme.repaired(tags(given))
        #expect(repaired.tags == tags(wanted))
        #expect(repaired.count == count)
        #expect(TagSpan.all(in: tags(given)) == TagSpan.all(in: tags(wanted)))
    }

    @Test func `spans are runs of one type, each from where it begins`() {
        #expect(
            TagSpan.all(in: tags("B-a I-a B-a O I-b X"))
                == [
                    TagSpan(type: "a", tokens: 0..<2), TagSpan(type: "a", tokens: 2..<3),
                    TagSpan(type: "b", tokens: 4..<5),
                ])
    }

    @Test func `the scheme allows what a reader of spans can mean`() {
        let scheme = TagScheme(labels: ["O", "B-a", "I-a", "B-b", "I-b"])
        #expect((0..<5).map { scheme.allows(nil, $0) } == [true, true, false, true, false])
        #expect((0..<5).map { scheme.allows($0, 2) } == [false, true, true, false, false])
        #expect(scheme.followers == [nil, 2, 2, 4, 4])
        #expect(scheme.strayInside == nil)
        #expect(TagScheme(labels: ["O", "I-a"]).strayInside == .inside("a"))
    }
}
