import LanguageFeatures
import Models
import Numerics
import Testing
import TextAnalysis
import WordVectors

@Suite struct `What could be typed on` {
    /// In the order of their frequency, with places in a plane.
    private static let words: [(word: String, vector: [Float])] = [
        ("영화", [0, 1]), ("보다", [0.5, 0.8]), ("영상", [0.9, -0.4]), ("여기", [0.3, 0.3]), ("영화관", [0.1, 0.9]),
        ("드라마", [0.1, 0.99]), ("과일", [-1, 0]),
        ("재미있다", [-0.6, 0.8]), ("재미없다", [-0.7, 0.7]), ("movie", [1, 0]), ("movies", [0.96, 0.1]),
        ("films", [0.98, 0.05]), ("mobile", [0, -1]),
        ("Moscow", [-1, -1]), ("zero", [0, 0]),
    ]

    private static func completion() throws -> WordCompletion {
        var kept: [Int] = []
        let list = WordList(distinct: words.map(\.word), kept: &kept)
        return WordCompletion(
            RelatedWords(
                try VectorTable(words: list, dimensions: 2, rows: .float32(SharedElements(words.flatMap(\.vector))))))
    }

    /// Cuts at spaces; knows particles and endings of the words above.
    private static let analyser: WordForms.Analyser = { text in
        var start = 0
        var morphemes: [Morpheme] = []
        func add(_ surface: Substring, _ tag: String) {
            let range = start..<start + surface.utf8.count
            morphemes.append(
                tag.first?.isUppercase == true && tag.count > 3 && tag != "XSA"
                    ? Morpheme(
                        range: range, surface: String(surface), tag: tag, pos: .noun,
                        lemma: surface.hasSuffix("s") ? surface.lowercased().dropLast() + "" : surface.lowercased(),
                        stem: String(surface))
                    : DictionaryFamily.mecabKo.morpheme(
                        surface: String(surface), range: range, features: "\(tag),*,*,*,*,*,*,*", isUnknown: false))
            start = range.upperBound
        }
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            if word.isEmpty {
            } else if word.utf8.allSatisfy({ $0 < 0x80 }) {
                add(word, "NOUN")
            } else if let end = ["었다", "다", "고"].first(where: { word.hasSuffix($0) && word != "바다" }) {
                add(word.dropLast(end.count), word.hasPrefix("재미") ? "VA" : "VV")
                if end == "었다" { add("었", "EP") }
                add(end == "고" ? "고" : "다", end == "고" ? "EC" : "EF")
            } else if let end = ["를", "가"].first(where: { word.hasSuffix($0) }) {
                add(word.dropLast(), "NNG")
                add(Substring(end), end == "를" ? "JKO" : "JKS")
            } else {
                add(word, "NNG")
            }
            start += 1
        }
        return morphemes
    }

    private static func candidates(
        _ passage: String, at cursor: Int? = nil, document: DocumentWords = DocumentWords(), count: Int = 20
    ) throws -> [WordCompletion.Candidate] {
        try completion().candidates(
            at: .init(
                passage: passage, cursor: cursor ?? passage.utf8.count, morphemes: analyser(passage), language: nil),
            document: document, count: count, analyser)
    }

    private static func words(_ passage: String) throws -> [String] {
        try candidates(passage).filter { $0.source == .vocabulary }.map(\.text)
    }

    @Test(arguments: [
        ("영", ["영화", "영상", "영화관"]), ("여", ["영화", "영상", "여기", "영화관"]), ("영ㅎ", ["영화", "영화관"]), ("영호", ["영화", "영화관"]),
        ("역", ["여기"]),
        ("고", ["과일"]), ("ㅇ", ["영화", "영상", "여기", "영화관"]), ("책 재", ["재미있다", "재미없다"]), ("재밌", []),
        ("재미", ["재미있다", "재미없다"]),
        ("mo", ["movie", "movies", "mobile"]), ("Mo", ["Movie", "Movies", "Mobile", "Moscow"]), ("영 ", []), ("", []),
        ("영화관", []), ("책!", []),
    ])
    func `begins as what is there, a syllable of Hangul letter by letter`(passage: String, words: [String]) throws {
        let found = try Self.words(passage)
        #expect(Set(found) == Set(words), "\(found)")
    }

    @Test func `is the frequent first, and what goes with the words before`() throws {
        #expect(try Self.words("영") == ["영화", "영상", "영화관"])
        #expect(try Self.words("films mo") == ["movie", "movies", "mobile"])
        // Films are here, pictures are not.
        #expect(try Self.words("드라마 영") == ["영화", "영화관", "영상"])
    }

    @Test func `takes the place of what was typed`() throws {
        let candidates = try Self.candidates("책과 영").filter { $0.source == .vocabulary }
        #expect(candidates.allSatisfy { $0.range == 7..<10 })
        #expect(try Self.candidates("책과 영 좋다", at: 10).contains { $0.text == "영화" && $0.range == 7..<10 })
        #expect(try Self.candidates("책과 영", at: 8).isEmpty)
        #expect(try Self.candidates("책", at: 99).isEmpty)
        #expect(try Self.candidates("책", at: -1).isEmpty)
        #expect(try Self.candidates("영", count: 1).count == 1)
        #expect(try Self.candidates("영", count: 0).isEmpty)
    }

    @Test func `is a word of the document, too`() throws {
        var document = DocumentWords()
        document.add("영덕에서 영덕으로, 영덕에서 mobbing")
        document.add("영화")
        let found = try Self.candidates("영", document: document)
        #expect(found.filter { $0.source == .document }.map(\.text) == ["영화", "영덕에서", "영덕으로"])
        #expect(found.filter { $0.text == "영화" }.count == 1)
        document.remove("영덕에서 영덕으로, 영덕에서 mobbing")
        document.remove("영화")
        #expect(document == DocumentWords())
        document.remove("what was never there")
        #expect(document == DocumentWords())
    }

    @Test func `is, of a word that is complete, another in its form`() throws {
        func related(_ passage: String, at cursor: Int? = nil) throws -> [String] {
            try Self.candidates(passage, at: cursor).filter { $0.source != .vocabulary }.map(\.text)
        }
        #expect(try related("영화가") == ["드라마가", "영화관이", "여기가"])
        #expect(try related("영화가 좋고", at: 6).first == "드라마가")
        #expect(try related("재미있었다") == ["재미없었다"])
        #expect(try related("Movies").first == "Films")
        let candidate = try #require(try Self.candidates("영화가").first)
        #expect(candidate.range == 0..<9 && candidate.word == "드라마")
        guard case .related(let similarity) = candidate.source else {
            Issue.record("\(candidate.source)")
            return
        }
        #expect(similarity > 0.99)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `is the same as all words held against what was typed, one by one`(seed: UInt64) throws {
        // Syllables of few letters, so that many begin alike.
        var generator = SeededGenerator(seed: seed)
        let letters = ["가", "각", "갃", "나", "간", "사", "과", "구", "귀", "a", "b"]
        var list: Set<String> = []
        while list.count < 300 {
            list.insert(
                (0..<Int.random(in: 1...3, using: &generator)).map { _ in letters.randomElement(using: &generator) ?? ""
                }.joined())
        }
        var kept: [Int] = []
        let words = WordList(distinct: list.sorted(), kept: &kept)
        let completion = WordCompletion(
            RelatedWords(
                try VectorTable(
                    words: words, dimensions: 1,
                    rows: .float32(SharedElements([Float](repeating: 1, count: words.count))))))
        for prefix in ["가", "각", "갃", "나", "간ㄱ", "고", "구", "a", "ab", "ㄱ", "과", "간"] {
            let found = completion.candidates(
                at: .init(passage: prefix, cursor: prefix.utf8.count, morphemes: [], language: nil), count: 1_000,
                Self.analyser)
            let expected = list.filter { $0 != prefix && Self.mayBecome(prefix, $0) }
            #expect(Set(found.map(\.text)) == expected, "\(prefix), seed \(seed)")
        }
    }

    @Test(arguments: ["영ㅎ\u{1f600}e\u{301}\u{1112}\u{1161}漢 mo\u{0}ㅏ힣\u{10ffff}", "'-'", "각갃갅값ㄳ"])
    func `is asked for anywhere`(text: String) throws {
        for cursor in -1...text.utf8.count + 1 {
            for candidate in try Self.candidates(text, at: cursor) {
                #expect(candidate.range.lowerBound >= 0 && candidate.range.upperBound <= text.utf8.count)
            }
        }
    }

    /// Whether the letters of the keys of one are the first of another's, by what they are made of.
    private static func mayBecome(_ prefix: String, _ word: String) -> Bool {
        keys(word).starts(with: keys(prefix))
    }

    private static func keys(_ text: String) -> String {
        let two: [Character: String] = ["ㄳ": "ㄱㅅ", "ㅘ": "ㅗㅏ", "ㅟ": "ㅜㅣ"]
        let (vowels, finals) = (
            Array("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"), Array("-ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
        )
        let initials = Array("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ")
        return text.unicodeScalars.map { scalar in
            guard (0xac00...0xd7a3).contains(scalar.value) else { return String(Character(scalar)) }
            let index = Int(scalar.value - 0xac00)
            let letters =
                [initials[index / 588], vowels[index % 588 / 28]] + (index % 28 == 0 ? [] : [finals[index % 28]])
            return letters.map { two[$0] ?? String($0) }.joined()
        }.joined()
    }
}

/// Repeatable random numbers: splitmix64.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
