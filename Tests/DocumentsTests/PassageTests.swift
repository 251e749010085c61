import Documents
import Testing

@Suite struct `A passage` {
    private let document = TextDocument("**강조**하다 `x` 끝")

    @Test func `leads from its text to the document and back`() throws {
        let passage = try #require(Passages.passages(of: document, as: .markdown).first)
        #expect(passage.text == "강조하다  끝")
        #expect(passage.segments == [2..<8, 10..<17, 20..<24])
        #expect(passage.range == 2..<24)
        #expect(document.string(in: passage.documentRange(of: 0..<6)) == "강조")
        #expect(document.string(in: passage.documentRange(of: 6..<12)) == "하다")
        #expect(document.string(in: passage.documentRange(of: 0..<12)) == "강조**하다")
        #expect(document.string(in: passage.documentRange(of: 12..<17)) == " `x` 끝")
        #expect(passage.documentRange(of: 6..<6) == 10..<10)
        #expect(passage.documentRange(of: 17..<17) == 24..<24)
        #expect(passage.documentRange(of: -5..<100) == 2..<24)

        #expect(
            [0, 1, 2, 8, 9, 10, 17, 18, 24, 25].map { passage.offset(of: $0) } == [
                nil, nil, 0, 6, nil, 6, 13, nil, 17, nil,
            ])
        for offset in 0..<17 {
            #expect(passage.offset(of: passage.documentRange(of: offset..<offset).lowerBound) == offset)
        }
    }
}

@Suite struct `Plain text` {
    @Test(arguments: [
        ("", ""), (" \n\t\r\n", " \n\t\r\n"), ("글", "«글»"), ("\n 하나\n둘 \n", "\n «하나\n둘» \n"),
        ("하나\n \t\n둘", "«하나»\n \t\n«둘»"), ("하나\r\n\r\n둘\r\r셋", "«하나»\r\n\r\n«둘»\r\r«셋»"),
        ("하나\n\u{3000}\u{a0}\n둘", "«하나»\n\u{3000}\u{a0}\n«둘»"), ("\u{feff}글\n", "\u{feff}«글»\n"),
        ("**강조** `code`", "«**강조** `code`»"),
    ])
    func `is cut at blank lines`(text: String, expected: String) {
        let document = TextDocument(text)
        #expect(marked(document, Passages.passages(of: document, as: .plain)) == expected)
    }

    @Test func `without blank lines is cut at line ends`() {
        let line = String(repeating: "가나다라 ", count: 20) + "\n"
        let passages = check(TextDocument(String(repeating: line, count: 60)))
        #expect(passages.map { $0.text.split(separator: "\n").count } == [15, 15, 15, 15])
    }

    @Test func `without line ends is cut after sentences`() {
        let passages = check(TextDocument(String(repeating: "오늘은 맑다. 3.5도이다! 정말 그런가 ", count: 300)))
        #expect(passages.count > 3)
        #expect(passages.dropLast().allSatisfy { $0.text.hasSuffix("맑다.") || $0.text.hasSuffix("도이다!") })
    }

    @Test func `without sentences is cut between words`() {
        let passages = check(TextDocument(String(repeating: "가나다 ", count: 3000)))
        #expect(passages.allSatisfy { $0.text.hasPrefix("가나다") && $0.text.hasSuffix("가나다") })
    }

    @Test func `without words is cut between scalars`() {
        let passages = check(TextDocument("a" + String(repeating: "가", count: 5000)))
        #expect(passages.map(\.text).joined().unicodeScalars.count == 5001)
        #expect(passages.count == 4)
    }

    @Test func `is never cut within CR LF`() {
        for count in 4090...4100 {
            let document = TextDocument(
                String(repeating: "a", count: count) + "\r\n" + String(repeating: "b", count: 4096))
            #expect(check(document).count == (count <= 4096 ? 2 : 3))
        }
    }

    private func check(_ document: TextDocument) -> [Passage] {
        let passages = Passages.passages(of: document, as: .plain)
        expectSound(passages, in: document, "plain text")
        return passages
    }
}

@Suite struct `Passages after an edit` {
    @Test(arguments: ["plaintext", "markdown", "swift"])
    func `are those of a document that is opened anew`(languageID: String) throws {
        let format = try #require(ProseFormat(languageID: languageID))
        var random = SeededGenerator(seed: 11)
        let pieces = RandomText.pieces + ["\n\n", "\n\n", "글", "글", "// ", "/* ", " */", "*", "`", "# "]
        var document = TextDocument(RandomText.make(upTo: 400, from: pieces, with: &random))
        var passages = Passages.passages(of: document, as: format)
        for edit in 0..<300 {
            let start = Int.random(in: 0...document.count, using: &random)
            let end = min(document.count, start + Int.random(in: 0...30, using: &random))
            document.replace(start..<end, with: RandomText.make(upTo: 8, from: pieces, with: &random))
            passages = Passages.passages(of: document, as: format, after: passages)
            #expect(passages.map(\.segments) == Passages.passages(of: document, as: format).map(\.segments))
            // Their texts are what stands in the segments, to the byte.
            expectSound(passages, in: document, "\(languageID), edit \(edit)")
        }
    }
}
