import Testing
import TextAnalysis

@Suite struct `English` {
    private func tokens(_ text: String) -> [String] {
        let utf8 = Array(text.utf8)
        return EnglishAnalyzer().tokens(of: text).map { String(decoding: utf8[$0.range], as: UTF8.self) }
    }

    @Test(arguments: [
        ("I don't know.", ["I", "do", "n't", "know", "."]),
        ("They can’t, she's", ["They", "ca", "n’t", ",", "she", "'s"]),
        ("a well-known state-of-the-art thing", ["a", "well-known", "state-of-the-art", "thing"]),
        ("$1,234.56 at 10:30, 50%", ["$", "1,234.56", "at", "10:30", ",", "50", "%"]),
        (
            "See https://example.org/a?b=1&c, or me@example.org.",
            ["See", "https://example.org/a?b=1&c", ",", "or", "me@example.org", "."]
        ),
        ("The U.S. and Mr. Smith's dog.", ["The", "U.S.", "and", "Mr.", "Smith", "'s", "dog", "."]),
        (
            "x,me@home.org a,b@c @d.e @f@g.h",
            ["x,me@home.org", "a", ",", "b", "@", "c", "@", "d.e", "@", "f@g.h"]
        ),
        ("HTTPS://A.B/, www.c httpx://d", ["HTTPS://A.B/", ",", "www.c", "httpx", ":", "/", "/", "d"]),
        ("", []), ("  \n", []), ("cannot", ["can", "not"]), ("don't'", ["do", "n't", "'"]),
    ])
    func `is cut where readers cut it`(text: String, expected: [String]) {
        #expect(tokens(text) == expected)
    }

    @Test func `is cut in its own length, however long it has no space`() {
        let start = ContinuousClock.now
        let text = String(repeating: "a,", count: 200_000)
        #expect(EnglishAnalyzer().tokens(of: text).count == 400_000)
        #expect(ContinuousClock.now - start < .seconds(15))
    }

    @Test func `leaves nothing out but white space, whatever the text`() {
        for text in Samples.randomTexts(count: 3_000, seed: 21) {
            var end = 0
            let utf8 = Array(text.utf8)
            for token in EnglishAnalyzer().tokens(of: text) {
                #expect(token.range.lowerBound >= end && token.range.upperBound > token.range.lowerBound)
                let gap = String(decoding: utf8[end..<token.range.lowerBound], as: UTF8.self)
                #expect(
                    gap.unicodeScalars.allSatisfy { $0.properties.isWhitespace || (0x1c...0x1f).contains($0.value) })
                end = token.range.upperBound
            }
        }
    }

    @Test(arguments: [
        ("children", UniversalTag.noun, "child"), ("houses", .noun, "house"), ("cities", .noun, "city"),
        ("classes", .noun, "class"), ("went", .verb, "go"), ("stopped", .verb, "stop"), ("making", .verb, "make"),
        ("studies", .verb, "study"), ("hoping", .verb, "hope"), ("best", .adjective, "good"), ("n't", .particle, "not"),
        ("happier", .adjective, "happy"), ("London", .properNoun, "London"), ("The", .determiner, "the"),
        ("was", .auxiliary, "be"), ("'s", .auxiliary, "be"), ("news", .noun, "news"), ("bus", .noun, "bus"),
        ("men", .noun, "man"), ("policemen", .noun, "policeman"), ("specimen", .noun, "specimen"),
        ("foramen", .noun, "foramen"), ("catechumen", .noun, "catechumen"),
        ("feet", .noun, "foot"), ("mice", .noun, "mouse"), ("schoolchildren", .noun, "schoolchild"),
        ("headaches", .noun, "headache"),
        ("quizzes", .noun, "quiz"), ("media", .noun, "medium"), ("calories", .noun, "calorie"), ("lens", .noun, "lens"),
        ("wives", .noun, "wife"), ("analyses", .noun, "analysis"), ("larvae", .noun, "larva"),
    ])
    func `has lemmas by rules where there is no WordNet`(word: String, tag: UniversalTag, lemma: String) {
        #expect(EnglishLemmatizer().lemma(of: word, tag) == lemma)
    }

    @Test func `has parts of speech that neighbours decide`() {
        let analyzer = EnglishAnalyzer()
        #expect(analyzer.name == "english-rules")
        let tags = analyzer.tokens(of: "She can go to the old house, and Paul didn't say that.").map(\.tag)
        #expect(
            tags == [
                .pronoun, .auxiliary, .verb, .adposition, .determiner, .adjective, .noun, .punctuation,
                .coordinatingConjunction, .properNoun, .auxiliary, .particle, .verb, .pronoun, .punctuation,
            ])
    }
}

@Suite struct `English with WordNet` {
    @Test(arguments: [
        ("The room is not clean", UniversalTag.adjective), ("It isn't open", .adjective),
        ("They weren't better", .adjective), ("She's not running", .verb), ("They do not open", .verb),
        ("It can't open", .verb),
    ])
    func `has adjectives after not where a form of be is before it`(text: String, last: UniversalTag) throws {
        var wordNet = WordNet()
        let verbs = "better v 1 1 @ 1 1 1\nclean v 1 1 @ 1 1 1\nopen v 1 1 @ 1 1 1\nrun v 1 1 @ 1 1 1\n"
        let adjectives = "better a 1 1 ! 1 1 1\nclean a 1 1 ! 1 1 1\nopen a 1 1 ! 1 1 1\nrunning a 1 1 ! 1 1 1\n"
        try Array(verbs.utf8).withUnsafeBytes { try wordNet.addIndex(.verb, $0) }
        try Array(adjectives.utf8).withUnsafeBytes { try wordNet.addIndex(.adjective, $0) }
        try Array("running run\n".utf8).withUnsafeBytes { try wordNet.addExceptions(.verb, $0) }
        #expect(EnglishAnalyzer(wordNet: wordNet).tokens(of: text).last?.tag == last)
    }
}

@Suite struct `WordNet's morphy` {
    private static let index = """
          1 a line of the licence
        box n 10 4 @ ~ #p %p 10 3 02883344
        man n 11 3 @ ~ + 11 5 10287213
        glass n 7 2 @ ~ 7 3 1
        attorney_general n 1 1 @ 1 0 1
        boxful n 1 1 @ 1 0 1

        """
    private static let verbs = """
        look_up v 2 1 @ 2 1 1
        look v 10 2 @ ~ 10 6 1
        hope v 3 1 @ 3 3 1
        hop v 7 1 @ 7 0 1
        go v 30 2 @ ~ 30 15 1

        """

    private func wordNet() throws -> WordNet {
        var wordNet = WordNet()
        try Array(Self.index.utf8).withUnsafeBytes { try wordNet.addIndex(.noun, $0) }
        try Array(Self.verbs.utf8).withUnsafeBytes { try wordNet.addIndex(.verb, $0) }
        try Array("geese goose\nattorneys_general attorney_general\n".utf8).withUnsafeBytes {
            try wordNet.addExceptions(.noun, $0)
        }
        try Array("went go\n".utf8).withUnsafeBytes { try wordNet.addExceptions(.verb, $0) }
        return wordNet
    }

    @Test(arguments: [
        ("boxes", WordNet.Category.noun, ["box"]), ("men", .noun, ["man"]), ("glass", .noun, []),
        ("geese", .noun, ["goose"]),
        ("attorneys_general", .noun, ["attorney_general"]), ("boxesful", .noun, ["boxful"]),
        ("looked_up", .verb, ["look_up"]),
        ("hoping", .verb, ["hope"]), ("hopped", .verb, []), ("went", .verb, ["go"]), ("xyzzies", .noun, []),
        ("", .noun, []),
        ("s", .noun, []),
    ])
    func `finds bases by exceptions, by rules and word by word`(
        form: String, category: WordNet.Category, bases: [String]
    ) throws {
        #expect(try Morphy(wordNet()).bases(of: form, category) == bases)
    }

    @Test func `refuses files that are none of WordNet's`() {
        var wordNet = WordNet()
        for text in ["word", "word n 1 x @ 1 0 1\n", "word n 1 99999999 @ 1 0 1\n", "\u{0}\n"] {
            #expect(throws: WordNet.FileError.self) {
                try Array(text.utf8).withUnsafeBytes { try wordNet.addIndex(.noun, $0) }
            }
        }
        #expect(throws: WordNet.FileError.self) {
            try [UInt8]([0xff, 0xfe, 0x0a]).withUnsafeBytes { try wordNet.addExceptions(.noun, $0) }
        }
    }
}
