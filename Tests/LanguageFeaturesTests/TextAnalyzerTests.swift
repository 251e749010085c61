import LanguageFeatures
import Models
import Testing
import TextAnalysis

/// A dozen words whose costs can be added up: see protocol/examples/dictionaries/make.py.
private func tinyDictionary() throws -> DictionaryEngine {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return DictionaryEngine(
        name: "tiny-ko", dictionary: try DictionaryDirectory.open("/\(root)/protocol/examples/dictionaries/tiny-ko"))
}

@Suite struct `What a text is made of` {
    private func analyze(_ text: String, _ set: (inout AnalysisOptions) -> Void = { _ in }) throws -> AnalysedText {
        var options = AnalysisOptions()
        set(&options)
        return try TextAnalyzer(engine: tinyDictionary(), options: options).analyze(text, language: "ko")
    }

    private func surfaces(_ text: AnalysedText) -> [String] { text.tokens.map(\.morpheme.surface) }

    @Test(arguments: [
        "영화가 정말 고마워😀ㅋㅋㅋㅋㅋ https://a.kr 대학생이", "영화\r\n가\u{2028}고마워\t\u{3000}다",
        "\u{1112}\u{1161}\u{11ab}국 영화 e\u{301}ﬁ ①", "👨‍👩‍👧‍👦먹었다👍🏽아아아아", "", " ", "\u{0}a\u{7f}가", "@me #영화 1,234.5 me@a.kr",
    ])
    func `Tokens and the gaps between them spell the text, whatever the steps`(text: String) throws {
        let names = NormalizationStep.names
        var random = SystemRandomNumberGenerator()
        for round in 0..<60 {
            let steps = round == 0 ? [] : (0..<round % 6).map { _ in names.randomElement(using: &random) ?? "nfc" }
            let answer = try analyze(text) { $0.normalizer = (try? Normalizer(steps)) ?? Normalizer(steps: []) }
            let utf8 = Array(text.utf8)
            var spelt: [UInt8] = []
            var end = 0
            for token in answer.tokens {
                let range = token.morpheme.range
                #expect(range.lowerBound <= range.upperBound && range.upperBound <= utf8.count, "\(steps)")
                // What became one token may have been cut again: then both are of the same bytes.
                let start = max(range.lowerBound, end)
                spelt += utf8[end..<start]
                spelt += utf8[start..<max(start, range.upperBound)]
                end = max(end, range.upperBound)
                // Never within a scalar.
                #expect(String(validating: utf8[range], as: UTF8.self) != nil, "\(steps)")
            }
            spelt += utf8[end...]
            #expect(spelt == utf8, "\(steps)")
        }
    }

    @Test func `Stop words go by tag and by word, and lists can be changed`() throws {
        #expect(try surfaces(analyze("영화가 정말 고마워.")) == ["영화", "가", "정말", "고마워", "."])
        #expect(try surfaces(analyze("영화가 고마워.") { $0.stop.areLeftOut = true }) == ["영화", "고마워"])
        let changed = try analyze("영화가 정말 고마워.") {
            $0.stop.areLeftOut = true
            $0.stop.tags = ["S"]
            $0.stop.words = ["정말"]
            $0.stop.added = ["고맙다", "가"]
            $0.stop.removed = ["가"]
        }
        #expect(surfaces(changed) == ["영화", "가"])
        let marked = try analyze("영화가")
        #expect(marked.tokens.map(\.isStopWord) == [false, true])
    }

    @Test func `Compounds are answered whole, with their parts, or in parts`() throws {
        #expect(try surfaces(analyze("대학생이")) == ["대학생", "이"])
        #expect(try surfaces(analyze("대학생이") { $0.decompounding = .mixed }) == ["대학생", "대학", "생", "이"])
        let parts = try analyze("대학생이") { $0.decompounding = .discard }
        #expect(surfaces(parts) == ["대학", "생", "이"])
        #expect(parts.tokens.map(\.morpheme.range) == [0..<6, 6..<9, 9..<12])
        #expect(parts.tokens[0].costs == nil && parts.tokens[2].costs?.word == 500)
    }

    @Test func `Alternatives come from the likeliest on`() throws {
        let answer = try analyze("영화가") { $0.alternatives = 5 }
        let costs = try #require(answer.alternatives).map(\.cost)
        #expect(costs == costs.sorted() && costs.count > 1 && costs[0] == 1200)
        #expect(answer.alternatives?[0].tokens == answer.tokens)
        let paths = try #require(answer.alternatives).map {
            $0.tokens.map { $0.morpheme.surface + "/" + $0.morpheme.tag }
        }
        #expect(Set(paths).count == costs.count)
    }

    @Test func `A user word that loses says what it would need, and wins with it`() throws {
        func analyze(_ entry: UserWordList.Entry) throws -> AnalysedText {
            var options = AnalysisOptions()
            options.wantsLostUserWords = true
            let engine = try tinyDictionary().adding(UserWordList([entry]))
            return try TextAnalyzer(engine: engine, options: options).analyze("정말\n영화가 다", language: "ko")
        }
        var entry = UserWordList.Entry(word: "영화가", tag: "NNP", cost: 5000, line: 1)
        let lost = try #require(try analyze(entry).lostUserWords.first)
        #expect(lost.range == 7..<16 && lost.tag == "NNP")
        // 영화 and 가 cost 1200 and 다 300, with 가 before 다 for nothing; so the word may cost 1199.
        #expect(lost.cost - lost.bestCost == 3800 && lost.neededCost == 1199)
        #expect(lost.path.map(\.morpheme.surface) == ["영화가", "다"])
        entry.cost = lost.neededCost
        let won = try analyze(entry)
        #expect(surfaces(won) == ["정말", "영화가", "다"] && won.lostUserWords.isEmpty)
        entry.cost = 5000
        entry.isForced = true
        #expect(try surfaces(analyze(entry)) == ["정말", "영화가", "다"])
    }

    @Test func `A verb is given by its dictionary form and taken in its forms`() throws {
        let list = UserWordList([.init(word: "킹받다", tag: "VV", cost: 1000, line: 1)])
        let engine = try tinyDictionary().adding(list)
        let answer = try TextAnalyzer(engine: engine).analyze("킹받았다 킹받다", language: "ko")
        let verbs = answer.tokens.filter { $0.morpheme.lemma == "킹받다" }
        #expect(verbs.count == 2 && verbs.allSatisfy { $0.morpheme.pos == .verb })
    }

    @Test(arguments: [
        (UserWordList.Entry(word: "가", tag: "QQ", line: 4), "user word 4: its tag \"QQ\""),
        (.init(word: "", tag: "NNG", line: 1), "is empty"),
        (.init(word: " 가", tag: "NNG", line: 1), "begins with a space"),
        (.init(word: "가", tag: "NNG", cost: 1 << 40, line: 1), "cost"),
        (.init(word: "돕다", tag: "VV", conjugation: "ㅋ", line: 2), "user word 2: its conjugation"),
        (.init(word: "판교", tag: "NNP", conjugation: "ㅂ", line: 1), "only a Korean verb"),
        (.init(word: "먹다", tag: "VV", conjugation: "ㅂ", line: 1), "ㅂ"),
    ])
    func `A user word that cannot be is refused, saying which`(entry: UserWordList.Entry, reason: String) throws {
        let engine = try tinyDictionary()
        let error = #expect(throws: UserWordError.self) { try engine.adding(UserWordList([entry])) }
        #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
    }
}
