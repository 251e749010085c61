import Testing
import TextAnalysis

struct MorphologyUserWordTests {
    private func analyser(_ words: [UserWord]) throws -> MorphologicalAnalyser {
        try MorphologicalAnalyser(try TinyDictionary().open(), userWords: words)
    }

    private func surfaces(_ line: String, _ analyser: MorphologicalAnalyser) throws -> [String] {
        var worker = LatticeWorker()
        let bytes = Array(line.utf8)
        return try analyser.tokens(of: line, worker: &worker).map {
            String(decoding: bytes[$0.start..<$0.end], as: UTF8.self)
        }
    }

    @Test
    func `a cheap word wins, a dear one does not, and both are explained`() throws {
        var worker = LatticeWorker()
        let line = "가나다"
        let cheap = try analyser([UserWord(surface: "가나다", tag: "W0", cost: -100)])
        #expect(try surfaces(line, cheap) == ["가나다"])
        let won = try #require(try cheap.explainCosts(of: line, word: "가나다", worker: &worker).first)
        #expect(won.wins && won.winningCost == nil)
        #expect(won.bestCost == won.throughCost)

        let dear = try analyser([UserWord(surface: "가나다", tag: "W0", cost: 5000)])
        #expect(try surfaces(line, dear) != ["가나다"])
        let lost = try #require(try dear.explainCosts(of: line, word: "가나다", worker: &worker).first)
        #expect(!lost.wins)
        #expect(lost.through.map(\.isUser) == [true])
        #expect(lost.throughCost - lost.bestCost > 4000)
        let needed = try #require(lost.winningCost)
        let enough = try analyser([UserWord(surface: "가나다", tag: "W0", cost: needed)])
        #expect(try surfaces(line, enough) == ["가나다"])
        let tooMuch = try analyser([UserWord(surface: "가나다", tag: "W0", cost: needed + 2)])
        #expect(try surfaces(line, tooMuch) != ["가나다"])
    }

    @Test
    func `a forced word wins wherever it occurs, even where no word ends before it`() throws {
        let forced = try analyser([
            UserWord(surface: "c가", tag: "W0", cost: 30000, isForced: true),
            UserWord(surface: "나다라", tag: "W0", cost: 30000, isForced: true),
        ])
        // "abc" is a run of one kind, and 마바 has no boundary that the dictionary would choose.
        for (line, expected) in [
            ("abc가", ["c가"]), ("가나다라마", ["나다라"]), ("c가나다라c가", ["c가", "나다라", "c가"]), ("xyzc가 나다라", ["c가", "나다라"]),
        ] {
            let words = try surfaces(line, forced)
            #expect(words.filter { expected.contains($0) } == expected, "\(line): \(words)")
            #expect(words.joined() == line.filter { $0 != " " })
        }
        var worker = LatticeWorker()
        let tokens = try forced.tokens(of: "가나다라", worker: &worker)
        #expect(tokens.last?.wordCost == 30000)
        #expect(tokens.last.map { $0.cumulativeCost > 29000 } == true)
    }

    @Test
    func `of forced words that overlap those win that cover most`() throws {
        let forced = try analyser([
            UserWord(surface: "가나", tag: "W0", isForced: true), UserWord(surface: "나다라마", tag: "W0", isForced: true),
        ])
        #expect(try surfaces("가나다라마", forced).last == "나다라마")
    }

    @Test(arguments: [
        ("", "it is empty"), (" 가", "begins with a space"), ("가\u{7}", "control character"),
        (String(repeating: "가", count: 86), "at most 255"), ("가\"나", "it has a \""),
    ])
    func `a surface that cannot be found in a text is refused`(surface: String, reason: String) {
        #expect { try analyser([UserWord(surface: "나", tag: "W0"), UserWord(surface: surface, tag: "W0")]) } throws: {
            let error = $0 as? UserWordError
            return error?.line == 2 && error?.reason.contains(reason) == true
        }
    }

    @Test
    func `an unknown tag is refused, and a cost that does not fit`() {
        #expect { try analyser([UserWord(surface: "나", tag: "XX")]) } throws: {
            ($0 as? UserWordError)?.reason.contains("\"XX\" is unknown") == true
        }
        #expect(throws: UserWordError.self) { try analyser([UserWord(surface: "나", tag: "W0", cost: 40000)]) }
        #expect { try analyser([UserWord(surface: "나", tag: "W0,*,*,나,*")]) } throws: {
            ($0 as? UserWordError)?.reason.contains("5 columns; expected at most 4") == true
        }
    }

    @Test
    func `each place of a word is explained`() throws {
        var worker = LatticeWorker()
        let dear = try analyser([UserWord(surface: "가나다", tag: "W0", cost: 5000)])
        let line = "가나다 마가나다라"
        let explanations = try dear.explainCosts(of: line, word: "가나다", worker: &worker)
        #expect(explanations.map { $0.through[$0.index].start } == [0, 13])
        let alone = try Array(line.utf8).withUnsafeBufferPointer { bytes in
            try dear.explainCosts(of: bytes, spans: [13..<22], worker: &worker)
        }
        #expect(alone == [explanations[1]])
    }

    @Test
    func `a line whose paths never meet is analysed to its end`() throws {
        var words: [UserWord] = []
        for length in 1...85 {
            let word = UserWord(surface: String(repeating: "가", count: length), tag: "W0", cost: 1000)
            words += [UserWord](repeating: word, count: 200)
        }
        let analyser = try analyser(words)
        let line = String(repeating: "가", count: 1000)
        var worker = LatticeWorker()
        let tokens = try analyser.tokens(of: line, worker: &worker)
        #expect(zip(tokens, tokens.dropFirst()).allSatisfy { $0.end == $1.start })
        #expect(tokens.first?.start == 0 && tokens.last?.end == line.utf8.count)
        let isLarge = worker.isLarge
        #expect(isLarge)
        #expect { try analyser.alternatives(of: line, count: 2, worker: &worker) } throws: {
            if case MorphologyError.tooManyWords = $0 { true } else { false }
        }
    }

    @Test
    func `many words are all found`() throws {
        var generator = SeededGenerator(seed: 11)
        let words = Set(
            (0..<3000).map { _ in
                String(
                    String.UnicodeScalarView(
                        (0..<Int.random(in: 1...4, using: &generator)).compactMap { _ in
                            Unicode.Scalar(UInt32.random(in: 0xac00...0xac80, using: &generator))
                        }))
            })
        let analyser = try analyser(words.map { UserWord(surface: $0, tag: "W0", cost: -30000) })
        var worker = LatticeWorker()
        for word in words {
            let explanations = try analyser.explainCosts(of: word, word: word, worker: &worker)
            #expect(explanations.first?.through.contains { $0.isUser && $0.end == word.utf8.count } == true)
        }
    }

    @Test
    func `a file of words is read, columns and all`() throws {
        let text = "\u{feff}# words\r\n트위치\tNNP\n\n먹방\tNNG\t-500\t먹빵\t먹/VV/*+방/NNG/*\r\n끝\tNNG\tforce\n둘\tNNG\t*\t\t\n"
        let words = try UserWord.words(parsing: Array(text.utf8))
        #expect(words.map(\.line) == [2, 4, 5, 6])
        #expect(
            words.map(\.word) == [
                UserWord(surface: "트위치", tag: "NNP"),
                UserWord(surface: "먹방", tag: "NNG", cost: -500, reading: "먹빵", expression: "먹/VV/*+방/NNG/*"),
                UserWord(surface: "끝", tag: "NNG", isForced: true), UserWord(surface: "둘", tag: "NNG"),
            ])
    }

    @Test(arguments: [
        ("가\n", 1, "1 columns came"), ("# a\n가\tNNG\tx\n", 2, "its cost is \"x\""), ("가\t\n", 1, "no tag"),
        ("가\tA\t1\tb\tc\td\n", 1, "6 columns came"), ("\tNNG\n", 1, "it is empty"),
        ("가\tNNG\t99999999999999999999\n", 1, "its cost is"), ("가\tNNG\t70000\n", 1, "its cost is 70000"),
    ])
    func `a line that cannot be read is named`(text: String, line: Int, reason: String) {
        #expect { try UserWord.words(parsing: Array(text.utf8)) } throws: {
            let error = $0 as? UserWordError
            return error?.line == line && error?.reason.contains(reason) == true
        }
    }

    @Test
    func `a file that is not UTF-8 is refused with the line`() {
        #expect { try UserWord.words(parsing: Array("가\tNNG\n".utf8) + [0xb0, 0xa1, 0x09, 0x41]) } throws: {
            ($0 as? UserWordError)?.line == 2
        }
    }
}
