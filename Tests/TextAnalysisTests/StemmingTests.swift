import Testing
import TextAnalysis

@Suite struct `Stems` {
    /// A word and the change that makes its stem: how many letters go, and what comes.
    private func stem(_ word: Substring, _ change: Substring) -> String {
        let digits = change.prefix { $0.isASCII && $0.isNumber }
        return String(word.dropLast(Int(digits) ?? 0)) + change.dropFirst(digits.count)
    }

    @Test(arguments: [(Stemmer.english, 1), (.porter, 2)])
    func `are those of Snowball for its whole vocabulary`(stemmer: Stemmer, column: Int) throws {
        let lines = try Goldens.lines("stemming/stems.tsv")
        #expect(lines.count == 29_429)
        for line in lines {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            let change = column < fields.count ? fields[column] : ""
            #expect(stemmer.stem(String(fields[0])) == stem(fields[0], change), "\(fields[0])")
        }
    }

    @Test(arguments: [
        ("", ""), ("a", "a"), ("한국어", "한국어"), ("일하ing", "일하ing"), ("naïveness", "naïv"), ("👍🏽s", "👍🏽s"), ("CAPS", "CAPS"),
    ])
    func `of what is no English word leave its characters whole`(word: String, stem: String) {
        #expect(Stemmer.english.stem(word) == stem)
    }

    @Test func `of words at random are made, whatever their letters`() {
        for text in Samples.randomTexts(count: 2_000, seed: 5) {
            for stemmer in Stemmer.allCases {
                #expect(stemmer.stem(text).utf8.count <= text.utf8.count + 1)
            }
        }
    }
}
