import LanguageFeatures
import Models
import Testing
import TextAnalysis

@Suite(.enabled(if: BuiltInModels.names.contains(MorphemeTagger.builtInName), "morphemes-ko is not built in"))
struct `Words that a person taught` {
    private static func engine() throws -> TaggerEngine {
        TaggerEngine(try #require(MorphemeTagger(model: BuiltInModels.open(MorphemeTagger.builtInName))))
    }

    private static func found(_ words: [String], in text: String) throws -> [String] {
        let known = KnownWords(Dictionary(uniqueKeysWithValues: words.map { ($0, "NNP") }), try engine())
        return try known.morphemes(of: text).map { "\($0.morpheme.surface)/\($0.morpheme.tag)" }
    }

    @Test(arguments: [
        (["크툴루나르"], "크툴루나르가", ["크툴루나르/NNP", "가/JKS"]),
        (["크툴루나르"], "크툴루나르는 좋다", ["크툴루나르/NNP", "는/JX", "좋/VA", "다/EC"]),
        (["크툴루나르"], "크툴루나르를 봤다", ["크툴루나르/NNP", "를/JKO", "봤/VV+EP", "다/EC"]),
        (["크툴루나르"], "크툴루나르", ["크툴루나르/NNP"]),
        (["덤블도어"], "그 덤블도어가", ["그/MM", "덤블도어/NNP", "가/JKS"]),
        (["덤블도어"], "(덤블도어)의", ["(/SSO", "덤블도어/NNP", ")/SSC", "의/JKG"]),
        (["덤블도어", "크툴루나르"], "덤블도어와 크툴루나르가", ["덤블도어/NNP", "와/JC", "크툴루나르/NNP", "가/JKS"]),
        (["크툴루", "크툴루나르"], "크툴루나르의", ["크툴루나르/NNP", "의/JKG"]),
        (["영"], "영은 좋다", ["영/NNP", "은/JX", "좋/VA", "다/EC"]),
    ])
    func `are one morpheme, with particles after them`(words: [String], text: String, expected: [String]) throws {
        #expect(try Self.found(words, in: text) == expected)
    }

    /// They are but the beginning of another word, or stand within one.
    @Test(arguments: [
        ("영", "영화를 봤다"), ("나", "나라가 좋다"), ("바", "바다가 넓다"), ("사", "사과는 맛있다"), ("가", "가자"), ("가", "가고 있다"),
        ("바나", "바나나가 좋다"), ("화", "영화를"), ("소", "소리도 좋다"), ("바", "바로 그 영화"), ("재미", "심재미있다"),
    ])
    func `leave longer words alone`(word: String, text: String) throws {
        let expected = try Self.engine().morphemes(of: text).map { "\($0.morpheme.surface)/\($0.morpheme.tag)" }
        #expect(try Self.found([word], in: text) == expected)
    }

    @Test(arguments: ["", " ", "영화를 봤는데 정말 재미있었다.", "e\u{301}\0 漢字와 abc123!"])
    func `that are none change nothing`(text: String) throws {
        let engine = try Self.engine()
        #expect(try KnownWords([:], engine).morphemes(of: text) == engine.morphemes(of: text))
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `have ranges that rise and never overlap`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let syllables = ["영", "화", "나", "라", "가", "를", "는", "봤", "다", "크", "툴", "루", " ", ".", "a", "é", "👍🏽"]
        func word(_ lengths: ClosedRange<Int>) -> String {
            (0..<Int.random(in: lengths, using: &random)).map { _ in
                syllables[Int.random(in: 0..<syllables.count, using: &random)]
            }.joined()
        }
        let engine = try Self.engine()
        for _ in 0..<60 {
            let words = Set((0..<4).map { _ in word(1...3) })
            let text = word(0...20)
            let utf8 = Array(text.utf8)
            var end = 0
            let known = KnownWords(Dictionary(uniqueKeysWithValues: words.map { ($0, "NNP") }), engine)
            for costed in try known.morphemes(of: text) {
                let morpheme = costed.morpheme
                #expect(
                    morpheme.range.lowerBound >= end && !morpheme.range.isEmpty
                        && morpheme.range.upperBound <= utf8.count, "\(text), seed \(seed)")
                guard morpheme.range.lowerBound >= end, morpheme.range.upperBound <= utf8.count else { return }
                #expect(
                    morpheme.surface == String(decoding: utf8[morpheme.range], as: UTF8.self), "\(text), seed \(seed)")
                end = morpheme.range.upperBound
            }
        }
    }
}
