import Testing
import TextAnalysis

@Suite struct `Maps of what was changed` {
    /// Every step with a name and some user patterns, each alone.
    static let steps: [[String]] = NormalizationStep.names.map { [$0] }
    static let pipelines: [[String]] = [
        ["nfkc", "casefold", "whitespace", "repeats"], ["nfd", "strip-accents", "lowercase"],
        ["colloquial", "repeats", "nfd", "nfc"],
        ["urls", "emails", "mentions", "hashtags", "numbers", "emoji", "whitespace"], ["nfkd", "nfkc", "nfd", "nfc"],
        ["emoji", "nfkd", "repeats", "whitespace", "casefold", "nfc", "numbers"],
    ]
    static let texts: [String] = [
        "", "a", "  ", "\r\n", "ㅋㅋㅋㅋ", "좋아아아아", "안됔ㅋㅋ 하겟씀다", "㎏ ﬁ ½ ＡＢＣ",
        "\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}",
        "👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦 🇰🇷 ❤️ 1️⃣", "https://example.com/a?b=c, me@example.com @who #뭐 3.14",
        "e\u{301}\u{323}e\u{323}\u{301} Å Ω ǭ İ ß ẞ",
        " \t한글\r\n\r\n漢字\u{3000} ", "a\u{200b}b\u{feff}",
    ]
    static let everyText = texts + Samples.randomTexts(count: 600, seed: 7)

    @Test(arguments: steps + pipelines)
    func `the pieces and the gaps between them spell the original`(names: [String]) throws {
        let normalizer = try Normalizer(names)
        var generator = SeededGenerator(seed: 3)
        for text in Self.everyText {
            let edited = try normalizer.normalized(text)
            let original = Array(text.utf8)
            #expect(edited.map.originalCount == original.count)
            #expect(edited.map.resultCount == edited.text.utf8.count)
            // Pieces of random lengths.
            let bounds =
                [0] + scalarBounds(of: edited.text).filter { _ in Int.random(in: 0..<3, using: &generator) == 0 }
                + [edited.text.utf8.count]
            var spelt: [UInt8] = []
            var last = 0..<0
            for (start, end) in zip(bounds, bounds.dropFirst()) where start < end {
                let range = edited.original(of: start..<end)
                try #require(range.upperBound <= original.count)
                #expect(
                    range.lowerBound >= last.lowerBound && range.upperBound >= last.upperBound, "\(names) of \(text)")
                #expect(isScalarBound(range.lowerBound, of: original) && isScalarBound(range.upperBound, of: original))
                // A gap or what two pieces share, then the piece.
                spelt += original[min(spelt.count, range.lowerBound)..<range.lowerBound].dropFirst(
                    max(0, spelt.count - range.lowerBound))
                spelt += original[max(spelt.count, range.lowerBound)..<max(spelt.count, range.upperBound)]
                last = range
            }
            spelt += original[spelt.count...]
            #expect(spelt == original)
        }
    }

    @Test(arguments: ["nfc", "nfd", "nfkc", "nfkd", "lowercase", "casefold", "strip-accents"])
    func `a character comes from what becomes it`(name: String) throws {
        let normalizer = try Normalizer([name])
        for text in Self.everyText {
            let edited = try normalizer.normalized(text)
            for character in characters(of: edited.text) {
                let range = edited.original(of: character)
                let source = String(decoding: Array(text.utf8)[range], as: UTF8.self)
                let part = String(decoding: Array(edited.text.utf8)[character], as: UTF8.self)
                let again = try normalizer.normalized(source).text
                // One may have become several: then it is among them.
                #expect(contains(Array(again.utf8), Array(part.utf8)), "\(name): \(source) in \(text)")
            }
        }
    }

    @Test func `maps that follow one another are one`() throws {
        for names in Self.pipelines {
            for text in Self.everyText {
                var maps: [EditMap] = []
                var current = text
                for name in names {
                    let edited = try Normalizer([name]).normalized(current)
                    maps.append(edited.map)
                    current = edited.text
                }
                let joined = try Normalizer(names).normalized(text)
                #expect(joined.text.utf8.elementsEqual(current.utf8))
                var fromTheRight = EditMap(unchanged: current.utf8.count)
                for map in maps.reversed() { fromTheRight = map.followed(by: fromTheRight) }
                let bounds = scalarBounds(of: current) + [current.utf8.count]
                for (start, end) in zip(bounds, bounds.dropFirst()) {
                    let together = joined.original(of: start..<end)
                    #expect(fromTheRight.original(of: start..<end) == together)
                    var one = start..<end
                    for map in maps.reversed() { one = map.original(of: one) }
                    // Changes that overlap have become one, which may reach further.
                    #expect(together.lowerBound <= one.lowerBound && together.upperBound >= one.upperBound)
                }
            }
        }
    }

    @Test func `random edits are joined as one by one`() {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<3000 {
            let first = randomMap(from: 12, &generator)
            let second = randomMap(from: first.resultCount, &generator)
            let joined = first.followed(by: second)
            #expect(joined.originalCount == 12 && joined.resultCount == second.resultCount)
            let whole = joined.original(of: 0..<joined.resultCount)
            #expect(whole.lowerBound >= 0 && whole.upperBound <= 12)
            for start in 0...second.resultCount {
                for end in start...second.resultCount where start < end {
                    let one = first.original(of: second.original(of: start..<end))
                    let together = joined.original(of: start..<end)
                    #expect(together.lowerBound <= one.lowerBound && together.upperBound >= one.upperBound)
                }
            }
        }
    }

    @Test func `what is left out belongs to nothing beside it`() throws {
        let edited = try Normalizer(["repeats"]).normalized("ㅋㅋㅋㅋ굿")
        #expect(edited.text == "ㅋㅋ굿")
        #expect(edited.original(of: 0..<6) == 0..<6)
        #expect(edited.original(of: 6..<9) == 12..<15)
        #expect(edited.original(of: 0..<9) == 0..<15)
    }

    @Test func `parts of one change come from all of it`() throws {
        let edited = try Normalizer(["nfkc"]).normalized("1㎏!")
        #expect(edited.text == "1kg!")
        #expect(edited.original(of: 1..<2) == 1..<4)
        #expect(edited.original(of: 2..<3) == 1..<4)
        #expect(edited.original(of: 3..<4) == 4..<5)
    }

    @Test func `decomposed Korean comes from its syllables`() throws {
        let edited = try Normalizer(["nfd"]).normalized("한글")
        #expect(edited.original(of: 0..<9) == 0..<3)
        #expect(edited.original(of: 12..<15) == 3..<6)
        let back = try Normalizer(["nfd", "nfc"]).normalized("한글")
        #expect(back.original(of: 3..<6) == 3..<6)
    }

    @Test func `a text that nothing changes has no changes`() throws {
        let text = "영화가 재미있다 and so on 3.14"
        let edited = try Normalizer(["nfc", "casefold", "whitespace", "repeats", "colloquial", "urls"]).normalized(text)
        #expect(edited.map.isIdentity)
        #expect(edited == EditedText(text))
        // As many bytes in the same places need no map either.
        let folded = try Normalizer(["casefold"]).normalized("ÀÉ ABC")
        #expect(folded.map.isIdentity)
        #expect(edited.original(of: -5..<1000) == 0..<text.utf8.count)
    }

    // MARK: Help

    private func scalarBounds(of text: String) -> [Int] {
        var bounds: [Int] = []
        for (offset, byte) in text.utf8.enumerated() where byte & 0xc0 != 0x80 { bounds.append(offset) }
        return bounds
    }

    private func isScalarBound(_ offset: Int, of bytes: [UInt8]) -> Bool {
        offset == bytes.count || bytes[offset] & 0xc0 != 0x80
    }

    private func characters(of text: String) -> [Range<Int>] {
        var text = text
        return text.withUTF8 { Array(CharacterRanges($0)) }
    }

    private func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
        bytes.count >= part.count
            && (0...bytes.count - part.count).contains { bytes[$0..<$0 + part.count].elementsEqual(part) }
    }

    /// Of a text of `count` bytes, by replacing random parts with random numbers of letters.
    private func randomMap(from count: Int, _ generator: inout SeededGenerator) -> EditMap {
        let pattern = ["a", "b", "c", "^", "ab", "bc"].randomElement(using: &generator) ?? "a"
        let with = ["", "x", "xy", "xyz"].randomElement(using: &generator) ?? ""
        let text = String((0..<count).map { _ in "abc".randomElement(using: &generator) ?? "a" })
        guard let step = try? NormalizationStep(replace: pattern, with: with), let edited = try? step.edit(text) else {
            return EditMap(unchanged: count)
        }
        return edited.map
    }
}
