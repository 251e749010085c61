import Testing
import TextAnalysis

@Suite struct `Vocabularies` {
    static func counts(_ texts: [String], _ segmentation: Segmentation = .whiteSpace) -> TokenCounts {
        var counts = TokenCounts(
            configuration: TextPipelineConfiguration(
                normalization: .none, segmentation: segmentation, maximumLength: 1000))
        for text in texts { counts.add(text) }
        return counts
    }

    static func read(_ text: String) throws -> Vocabulary {
        try read(Array(text.utf8))
    }

    static func read(_ bytes: [UInt8]) throws -> Vocabulary {
        try bytes.withUnsafeBytes { try Vocabulary(lines: $0) }
    }

    @Test func `the most frequent tokens come first, equals in order of their bytes`() {
        let vocabulary = Vocabulary(counting: Self.counts(["b a c a", "c b d 가", "a"]))
        #expect(vocabulary.entries().map(\.word) == ["[PAD]", "[UNK]", "a", "b", "c", "d", "가"])
        #expect(vocabulary.entries().map(\.count) == [0, 0, 3, 2, 2, 1, 1])
        #expect(vocabulary.id(of: "a") == 2)
        #expect(vocabulary.id(of: "가") == 6)
        #expect(vocabulary.id(of: "x") == nil)
        #expect(vocabulary.word(at: 4) == "c")
        #expect(vocabulary.word(at: 7) == nil && vocabulary.word(at: -1) == nil)
        #expect(vocabulary.entries(from: 5, count: 1) == [Vocabulary.Entry(word: "d", id: 5, count: 1)])
        #expect(vocabulary.entries(from: 9, count: 5).isEmpty && vocabulary.entries(from: -3, count: -1).isEmpty)
    }

    @Test func `rare tokens and those over the limit are left out`() {
        let counts = Self.counts(["a a a b b c"])
        #expect(Vocabulary(counting: counts, minimumCount: 2).count == 4)
        #expect(Vocabulary(counting: counts, maximumSize: 3).entries().map(\.word) == ["[PAD]", "[UNK]", "a"])
        #expect(Vocabulary(counting: counts, maximumSize: 0).count == 2)
    }

    @Test func `tokens are told apart by their bytes`() {
        let vocabulary = Vocabulary(counting: Self.counts(["\u{e9} e\u{301} \u{e9}"]))
        #expect(vocabulary.count == 4)
        #expect(vocabulary.id(of: "\u{e9}") == 2)
        #expect(vocabulary.id(of: "e\u{301}") == 3)
    }

    @Test func `a text cannot name padding`() throws {
        let vocabulary = Vocabulary(counting: Self.counts(["[PAD] [UNK] a"]))
        #expect(vocabulary.count == 3)
        #expect(vocabulary.id(of: "[PAD]") == nil && vocabulary.id(of: "[UNK]") == nil)
    }

    @Test func `a model's limit on length also limits what is counted`() {
        var counts = TokenCounts(
            configuration: TextPipelineConfiguration(
                normalization: .none, segmentation: .character, maximumLength: 2))
        counts.add("abc")
        #expect(Vocabulary(counting: counts).entries().map(\.word) == ["[PAD]", "[UNK]", "a", "b"])
    }

    @Test func `lines bring every token back`() throws {
        let texts = Samples.randomTexts(count: 3000, seed: 7) + ["\n", "\t", "\\", "\r\n", "\\n", "a\\", "\0", " "]
        for segmentation in [Segmentation.character, .whiteSpace] {
            let vocabulary = Vocabulary(counting: Self.counts(texts, segmentation))
            let again = try Self.read(vocabulary.lines())
            #expect(again == vocabulary)
            for entry in vocabulary.entries(from: 2) {
                #expect(again.id(of: entry.word) == entry.id)
                #expect(again.count(at: entry.id) == entry.count)
            }
        }
        let uncounted = try Vocabulary(words: ["나", "가"])
        #expect(String(decoding: uncounted.lines(), as: UTF8.self) == "[PAD]\n[UNK]\n나\n가\n")
        #expect(try Self.read(uncounted.lines()) == uncounted)
        #expect(uncounted.entry(at: 3) == Vocabulary.Entry(word: "가", id: 3, count: nil))
    }

    @Test(arguments: [
        ("", 1), ("[PAD]\n", 1), ("a\nb\n", 1), ("[PAD]\n[UNK]\na\n\nb\n", 4), ("[PAD]\n[UNK]\na\nb\na\n", 5),
        ("[PAD]\n[UNK]\n[PAD]\n", 3), ("[PAD]\n[UNK]\na\\x\n", 3), ("[PAD]\n[UNK]\na\\", 3),
        ("[PAD]\t0\n[UNK]\t0\na\n", 3), ("[PAD]\n[UNK]\na\t3\n", 3), ("[PAD]\t0\n[UNK]\t0\na\tmany\n", 3),
        ("[PAD]\t0\n[UNK]\t0\na\t-1\n", 3), ("[PAD]\t0\n[UNK]\t0\na\t1\t1\n", 3),
    ])
    func `bad lines are refused by number`(text: String, line: Int) {
        #expect { try Self.read(text) } throws: { ($0 as? VocabularyError)?.line == line }
    }

    @Test func `lines that are not UTF-8 are refused`() {
        #expect(throws: VocabularyError.self) { try Self.read(Array("[PAD]\n[UNK]\n".utf8) + [0xff, 0x0a]) }
    }

    @Test func `many tokens keep their ids`() throws {
        let words =
            (0..<20_000).map { "단어\($0)" } + (0xac00..<0xb000).compactMap { Unicode.Scalar($0).map { String($0) } }
        let vocabulary = try Vocabulary(words: words)
        for (index, word) in words.enumerated() { #expect(vocabulary.id(of: word) == index + 2) }
        #expect(vocabulary.id(of: "단어20000") == nil)
    }

    @Test func `more lines than there may be ids are refused while they are read`() {
        #expect {
            try Self.read([UInt8](repeating: UInt8(ascii: "\n"), count: 1 << 24 + 100))
        } throws: { ($0 as? VocabularyError)?.line == 1 << 24 + 1 }
    }

    @Test func `memory counts tokens and tables`() throws {
        let small = try Vocabulary(words: ["a"])
        let large = try Vocabulary(words: (0..<1000).map { "token \($0)" })
        #expect(small.memory > 0)
        // The bytes, where each begins, and two slots at least.
        #expect(large.memory - small.memory > 1000 * (7 + 8 + 16))
    }
}
