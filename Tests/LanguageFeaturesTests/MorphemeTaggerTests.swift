import LanguageFeatures
import Models
import Testing
import TextAnalysis

@Suite(.enabled(if: BuiltInModels.names.contains(MorphemeTagger.builtInName), "morphemes-ko is not built in"))
struct `Morphemes without a dictionary` {
    private static func tagger() throws -> MorphemeTagger {
        try #require(MorphemeTagger(model: BuiltInModels.open(MorphemeTagger.builtInName)))
    }

    /// As mecab-ko has them.
    @Test(arguments: [
        ("그 영화 봤는데 재밌었어요", ["그/MM", "영화/NNG", "봤/VV+EP", "는데/EC", "재밌/VA", "었/EP", "어요/EF"]),
        ("배우들의 연기가 훌륭하다.", ["배우/NNG", "들/XSN", "의/JKG", "연기/NNG", "가/JKS", "훌륭/XR", "하/XSA", "다/EF", "./SF"]),
        ("정말 고마워", ["정말/MAG", "고마워/VA+EC"]),
    ])
    func `are those of mecab-ko`(text: String, expected: [String]) throws {
        let morphemes = try Self.tagger().morphemes(of: text)
        #expect(morphemes.map { "\($0.surface)/\($0.tag)" } == expected)
    }

    @Test func `have dictionary forms, parts and universal tags`() throws {
        let morphemes = try Self.tagger().morphemes(of: "그 영화 봤는데")
        #expect(morphemes.map(\.lemma) == ["그", "영화", "보다", "는데"])
        #expect(morphemes.map(\.pos) == [.determiner, .noun, .verb, .particle])
        #expect(morphemes[2].parts.map(\.form) == ["보", "았"])
    }

    @Test(arguments: [
        "", " ", "\n\n", "  두  칸\t띄고\r\n다음 줄\u{3000}끝\u{2028}또", "ABC def 123 ㅋㅋㅋㅋㅋㅋㅠㅠ!!??",
        "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467} 가족",
        "\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}", "e\u{301}\0\u{feff}\u{ffff}",
        String(repeating: "가나다라", count: 300),
        String(repeating: "영화가 재미있었다 ", count: 100), "漢字와 日本語",
        "좋다.나쁘다!끝…그리고 (정말?) 그렇다\r좋다. ", String(repeating: "좋다.", count: 300),
        String(repeating: "좋다. 가", count: 100), "끝. " + String(repeating: "\u{1f600}", count: 100) + ". 다음",
    ])
    func `and the gaps between them spell the text`(text: String) throws {
        let utf8 = Array(text.utf8)
        var end = 0
        for morpheme in try Self.tagger().morphemes(of: text) {
            #expect(morpheme.range.lowerBound >= end && !morpheme.range.isEmpty)
            let gap = String(decoding: utf8[end..<morpheme.range.lowerBound], as: UTF8.self)
            #expect(isBlank(gap), "\(gap.unicodeScalars.map(\.value))")
            #expect(morpheme.surface == String(decoding: utf8[morpheme.range], as: UTF8.self))
            end = morpheme.range.upperBound
        }
        #expect(isBlank(String(decoding: utf8[end...], as: UTF8.self)))
    }

    /// A long text is read in pieces: each line as it is by itself.
    @Test func `of a line are the same with others around it`() throws {
        let tagger = try Self.tagger()
        let (before, line) = ("그렇다.\n", "연기가 참 좋다")
        let there = before.utf8.count..<before.utf8.count + line.utf8.count
        let found = tagger.morphemes(of: before + line + "\r\n끝").filter { there.contains($0.range.lowerBound) }
        #expect(found.map(\.tag) == tagger.morphemes(of: line).map(\.tag) && found.count == 5)
    }

    /// An edit changes the morphemes of its sentence and of those whose first or last words it touches.
    @Test func `of a sentence depend on it and the words beside it`() throws {
        let tagger = try Self.tagger()
        let sentence = "연기도 나쁘지 않고 음악이 참 좋다."
        func found(_ before: String, _ behind: String) -> [String] {
            let there = before.utf8.count..<before.utf8.count + sentence.utf8.count
            return tagger.morphemes(of: before + sentence + behind)
                .filter { there.contains($0.range.lowerBound) }
                .map { "\($0.range.lowerBound - before.utf8.count) \($0.surface)/\($0.tag) \($0.parts.count)" }
        }
        let first = found("정말 재미있었다. ", " 또 보고 싶다!")
        #expect(first.count > 10)
        #expect(found("배우가 좋다. 나는 그냥 재미있었다. ", " 또 보고") == first)
        #expect(found("하나.\n둘이 재미있었다. ", " 또 보고 싶다! 그렇다.") == first)
    }

    @Test func `are no answer of a model that is made for something else`() throws {
        for name in BuiltInModels.networks where name != MorphemeTagger.builtInName {
            #expect(MorphemeTagger(model: try BuiltInModels.open(name)) == nil, "\(name)")
        }
    }
}

@Suite(.enabled(if: BuiltInModels.names.contains(SpaceRestorer.builtInName), "spacing-ko is not built in"))
struct `Spaces put back` {
    private static func restorer() throws -> SpaceRestorer {
        try #require(SpaceRestorer(model: BuiltInModels.open(SpaceRestorer.builtInName)))
    }

    @Test(arguments: [
        ("정말재미있게봤어요", "정말 재미있게 봤어요"), ("배우들의연기가너무좋았다", "배우들의 연기가 너무 좋았다"),
        ("영화 가 재미있었다", "영화가 재미있었다"), ("", ""), ("  ", "  "),
    ])
    func `stand where people write them`(text: String, expected: String) throws {
        #expect(try Self.restorer().restored(text).text == expected)
    }

    @Test(arguments: [
        "정말재미있게 봤어요\n다음줄에도있다\r\n", String(repeating: "정말재미있게봤어요", count: 700), "  앞뒤 공백  ", "ABC def", "\u{1f600}그렇다",
        String(repeating: "가", count: 5000), String(repeating: "a@", count: 5000), "e\u{301}\0\u{feff}",
    ])
    func `change nothing but spaces, and know where everything came from`(text: String) throws {
        let edited = try Self.restorer().restored(text)
        func letters(_ text: String) -> [Unicode.Scalar] {
            text.unicodeScalars.filter { !$0.properties.isWhitespace }
        }
        #expect(letters(edited.text) == letters(text))
        #expect(edited.text.split(whereSeparator: \.isNewline).count == text.split(whereSeparator: \.isNewline).count)
        let (result, original) = (Array(edited.text.utf8), Array(text.utf8))
        for index in result.indices where result[index] != UInt8(ascii: " ") {
            let range = edited.original(of: index..<index + 1)
            #expect(range.count == 1 && original[range] == result[index...index])
        }
    }

    @Test func `are no answer of a model that is made for something else`() throws {
        for name in BuiltInModels.networks where name != SpaceRestorer.builtInName {
            #expect(SpaceRestorer(model: try BuiltInModels.open(name)) == nil, "\(name)")
        }
    }
}

private func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
}
