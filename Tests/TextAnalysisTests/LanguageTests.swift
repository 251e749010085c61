import Testing
import TextAnalysis

@Suite struct `Languages of texts` {
    @Test func `are found, and the profiles are read as they were made`() throws {
        var found: Set<Substring> = []
        for line in try Goldens.lines("languages/languages.txt") {
            let fields = line.split(separator: "\t")
            try #require(fields.count == 4)
            let answer = try #require(LanguageIdentifier.language(of: String(fields[3])))
            #expect(answer.language == fields[0])
            if let probability = Float(fields[2]) {
                #expect(answer.language == fields[1])
                #expect(abs(answer.probability - probability) < 1e-3)
            }
            found.insert(fields[0])
        }
        #expect(found.sorted() == LanguageIdentifier.languages.sorted().map { Substring($0) })
        #expect(found.count == 19)
    }

    @Test(arguments: ["", "   ", "123 456", "!?…", "😀😀", "\u{0}", "\u{301}"])
    func `without letters have none`(text: String) {
        #expect(LanguageIdentifier.language(of: text) == nil)
    }

    @Test(arguments: [
        ("iPhone 샀어요", "ko"), ("ㅋㅋㅋ lol", "ko"), ("\u{1112}\u{1161}\u{11ab}", "ko"), ("東京タワー", "ja"), ("北京", "zh"),
        ("Play some music, please", "en"),
        ("What is this?", "en"),
    ])
    func `are told by few letters`(text: String, language: String) {
        #expect(LanguageIdentifier.language(of: text)?.language == language)
    }

    @Test func `of any text are answered with a probability`() {
        for text in Samples.randomTexts(count: 3000, seed: 51) + [String(repeating: "é", count: 2_000_000)] {
            guard let answer = LanguageIdentifier.language(of: text) else { continue }
            #expect(answer.probability > 0 && answer.probability <= 1)
            #expect(LanguageIdentifier.languages.contains(answer.language))
        }
    }
}
