import Documents
import Testing

@Suite struct `A document's positions` {
    static let texts = [
        "", "\n", "\r", "\r\n", "\n\r", "a", "a\n", "a\r", "a\r\n", "\r\r\n\n", "오늘은\r\n맑음\r흐림\n",
        "👍🏽 e\u{301} 한글\r\n𝄞\r",
        "가a👨‍👩‍👧é\n\n끝", "ᄒ\u{1161}\u{11ab} 글\n\u{2028}\u{0b}x",
    ]

    @Test(arguments: texts, PositionUnit.allCases)
    func `are those of its lines and scalars`(text: String, unit: PositionUnit) {
        let document = TextDocument(text)
        let plain = PlainLines(text)
        #expect(document.lineCount == plain.lines.count)
        var cursor = document.positions(in: unit)
        for offset in 0...document.count {
            #expect(document.position(of: offset, in: unit) == plain.position(of: offset, in: unit))
            #expect(cursor(offset) == plain.position(of: offset, in: unit))
        }
        for line in -1...document.lineCount {
            for column in -1...40 {
                let position = TextPosition(line: line, column: column)
                #expect(document.offset(of: position, in: unit) == plain.offset(of: position, in: unit))
            }
        }
    }

    @Test(arguments: PositionUnit.allCases)
    func `lead back to where they came from`(unit: PositionUnit) {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<200 {
            let text = RandomText.make(upTo: 60, with: &random)
            let document = TextDocument(text)
            let plain = PlainLines(text)
            for line in plain.lines {
                var offset = line.start
                for scalar in line.scalars {
                    #expect(document.offset(of: document.position(of: offset, in: unit), in: unit) == offset)
                    offset += scalar.utf8.count
                }
            }
        }
    }

    @Test(arguments: PositionUnit.allCases)
    func `in long lines are those of their scalars`(unit: PositionUnit) {
        var random = SeededGenerator(seed: 11)
        let pieces = RandomText.pieces.filter { !$0.contains { $0.isNewline } }
        for _ in 0..<30 {
            let text = RandomText.make(upTo: 600, from: pieces, with: &random) + "\n끝"
            let document = TextDocument(text)
            let plain = PlainLines(text)
            for _ in 0..<50 {
                let offset = Int.random(in: 0...document.count, using: &random)
                #expect(document.position(of: offset, in: unit) == plain.position(of: offset, in: unit))
                let position = TextPosition(line: 0, column: Int.random(in: 0...2500, using: &random))
                #expect(document.offset(of: position, in: unit) == plain.offset(of: position, in: unit))
            }
        }
    }

    @Test func `outside of the text are moved into it`() {
        let document = TextDocument("한글\r\n끝")
        for unit in PositionUnit.allCases {
            #expect(document.offset(of: TextPosition(line: -1, column: 5), in: unit) == 0)
            #expect(document.offset(of: TextPosition(line: 0, column: .max), in: unit) == 6)
            #expect(document.offset(of: TextPosition(line: 0, column: .min), in: unit) == 0)
            #expect(document.offset(of: TextPosition(line: .max, column: 0), in: unit) == 11)
            #expect(document.offset(of: TextPosition(line: .min, column: .min), in: unit) == 0)
            #expect(document.position(of: .max, in: unit).line == 1)
            #expect(document.position(of: .min, in: unit) == TextPosition(line: 0, column: 0))
        }
    }

    @Test func `within a surrogate pair are before it`() {
        let document = TextDocument("a👍b")
        #expect(document.offset(of: TextPosition(line: 0, column: 2), in: .utf16) == 1)
        #expect(document.offset(of: TextPosition(line: 0, column: 3), in: .utf16) == 5)
        #expect(document.offset(of: TextPosition(line: 0, column: 3), in: .utf8) == 1)
        #expect(document.position(of: 3, in: .utf16) == TextPosition(line: 0, column: 1))
    }

    @Test func `within a line end are before it`() {
        let document = TextDocument("a\r\nb")
        #expect(document.position(of: 2, in: .utf16) == TextPosition(line: 0, column: 1))
    }

    @Test func `are ordered by line, then by column`() {
        #expect(TextPosition(line: 1, column: 9) < TextPosition(line: 2, column: 0))
        #expect(TextPosition(line: 1, column: 2) < TextPosition(line: 1, column: 3))
    }

    @Test func `of many offsets may go back`() {
        let document = TextDocument("하나\n둘\n셋\n넷\n")
        var cursor = document.positions(in: .utf16)
        for offset in [0, 12, 3, 3, 19, -1, 1000, 0] {
            #expect(cursor(offset) == document.position(of: offset, in: .utf16))
        }
    }

    @Test func `of a long line cost its length once`() {
        let document = TextDocument(String(repeating: "가나다 ", count: 200_000))
        var cursor = document.positions(in: .utf16)
        let start = ContinuousClock.now
        for offset in stride(from: 0, through: document.count, by: 10) {
            #expect(cursor(offset).column == offset / 10 * 4)
        }
        #expect(ContinuousClock.now - start < .seconds(20))
    }
}

@Suite struct `A document` {
    @Test func `gives its lines without their ends`() {
        let document = TextDocument("하나\r\n\r둘\n")
        #expect((0..<4).map { document.string(in: document.range(ofLine: $0)) } == ["하나", "", "둘", ""])
        #expect(document.range(ofLine: -1) == 0..<0)
        #expect(document.range(ofLine: 4) == 13..<13)
        #expect(document.line(at: 6) == 0)
        #expect(document.line(at: 8) == 1)
        #expect(document.line(at: 100) == 3)
    }

    @Test func `gives whole scalars`() {
        let document = TextDocument("가👍나")
        #expect(document.string(in: 1..<2) == "가")
        #expect(document.string(in: 2..<4) == "가👍")
        #expect(document.string(in: 3..<7) == "👍")
        #expect(document.string(in: 5..<5) == "")
        #expect(document.string(in: -5..<100) == "가👍나")
        #expect(document.string(in: 50..<100) == "")
        #expect(document.string(in: -9 ..< -2) == "")
    }

    @Test func `that was edited is the one that is made of its text`() {
        var random = SeededGenerator(seed: 1)
        var document = TextDocument("")
        var text: [UInt8] = []
        for step in 0..<10_000 {
            let insertion = RandomText.make(upTo: step % 100 == 0 ? 30 : 4, with: &random)
            var range = bounds(in: document, with: &random)
            // Otherwise it would only grow.
            if document.count > 400 { range = 0..<document.count / 2 }
            document.replace(range, with: insertion)
            replace(range, in: &text, with: insertion)
            let fresh = TextDocument(String(decoding: text, as: UTF8.self))
            guard document == fresh else {
                Issue.record("step \(step): \(range) with \(insertion.debugDescription)")
                return
            }
        }
    }

    /// Of bytes, some of them outside of the text or within scalars.
    private func bounds(in document: TextDocument, with random: inout SeededGenerator) -> Range<Int> {
        let first = Int.random(in: -2...document.count + 2, using: &random)
        let length = Int.random(in: 0...3, using: &random) == 0 ? 40 : 4
        return first..<first + Int.random(in: 0...length, using: &random)
    }

    /// The plain way: by the boundaries of all scalars.
    private func replace(_ range: Range<Int>, in text: inout [UInt8], with insertion: String) {
        let boundaries = (0...text.count).filter { $0 == text.count || text[$0] & 0xc0 != 0x80 }
        let start = boundaries.last { $0 <= max(0, range.lowerBound) } ?? 0
        let end = range.isEmpty ? start : boundaries.first { $0 >= range.upperBound } ?? text.count
        text.replaceSubrange(start..<max(start, end), with: Array(insertion.utf8))
    }

    @Test func `shares nothing with a copy that is edited`() {
        let before = TextDocument("하나\n둘\n")
        var after = before
        after.replace(0..<6, with: "셋\n넷")
        #expect(before.text == "하나\n둘\n")
        #expect(after.text == "셋\n넷\n둘\n")
        #expect(after.lineCount == 4)
    }

    @Test func `looks binary where there is a NUL near its beginning`() {
        #expect(!TextDocument("글").looksBinary)
        #expect(TextDocument("글\0").looksBinary)
        #expect(!TextDocument(String(repeating: "a", count: 8000) + "\0").looksBinary)
        #expect(TextDocument(String(repeating: "a", count: 7999) + "\0").looksBinary)
    }
}
