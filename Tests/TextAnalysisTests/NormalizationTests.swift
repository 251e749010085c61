import Testing
import TextAnalysis

@Suite struct `Normalisation` {
    @Test func `every code point on its own becomes what Unicode says`() throws {
        var changed: [UInt32: String] = [:]
        for line in try Goldens.lines("normalization/nfc.txt") {
            let parts = line.split(separator: ";", omittingEmptySubsequences: false)
            try #require(parts.count == 2)
            let source = String(hexadecimal: parts[0]).codePoints
            if source.count == 1 { changed[source[0]] = String(hexadecimal: parts[1]) }
        }
        #expect(changed.count > 1000)
        var wrong: [UInt32] = []
        for value in UInt32(0)...0x10ffff {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let expected = changed[value]?.codePoints ?? [value]
            if NormalizationOptions.onlyNFC.normalized(String(Character(scalar))).codePoints != expected {
                wrong.append(value)
            }
        }
        #expect(wrong == [])
    }

    @Test func `sequences become what Python makes of them`() throws {
        var compared = 0
        for line in try Goldens.lines("normalization/nfc.txt") {
            let parts = line.split(separator: ";", omittingEmptySubsequences: false)
            try #require(parts.count == 2)
            let composed = NormalizationOptions.onlyNFC.normalized(String(hexadecimal: parts[0]))
            #expect(composed.codePoints == String(hexadecimal: parts[1]).codePoints, "of \(parts[0])")
            compared += 1
        }
        #expect(compared > 2500)
    }

    @Test(arguments: NormalizationOptions.everyCombination)
    func `normalising twice changes nothing more`(options: NormalizationOptions) {
        for text in Samples.randomTexts(count: 4000, seed: 1) {
            let once = options.normalized(text)
            let twice = options.normalized(once)
            #expect(twice.codePoints == once.codePoints, "of \(text.codePoints.map { String($0, radix: 16) })")
        }
    }

    @Test func `NFC is canonically equivalent to its source`() {
        for text in Samples.randomTexts(count: 4000, seed: 2) {
            // Swift's equality of strings is canonical equivalence, by tables of its own.
            #expect(NormalizationOptions.onlyNFC.normalized(text) == text)
        }
    }

    @Test func `composed text passes unchanged`() {
        let text = "영화가 Ångström ㅋㅋ 漢字 かな é 😀🇰🇷"
        #expect(NormalizationOptions.onlyNFC.normalized(text).codePoints == text.codePoints)
        #expect(
            NormalizationOptions.none.normalized("e\u{301}\u{1112}\u{1161}").codePoints == [
                0x65, 0x301, 0x1112, 0x1161,
            ])
    }

    @Test func `sixty thousand marks on one letter are put in order`() {
        let text = "a" + String(repeating: "\u{301}\u{323}", count: 30_000)
        let composed = NormalizationOptions.onlyNFC.normalized(text).codePoints
        #expect(composed.count == 60_000)
        #expect(composed.first == 0x1ea1)
        #expect(composed.dropFirst().prefix(29_999).allSatisfy { $0 == 0x323 })
        #expect(composed.suffix(30_000).allSatisfy { $0 == 0x301 })
    }

    @Test func `a million marks are read in pieces`() {
        let text = "a" + String(repeating: "\u{301}\u{323}", count: 500_000) + "가"
        let composed = NormalizationOptions.onlyNFC.normalized(text).codePoints
        // Only the first piece has a letter to compose with.
        #expect(composed.count == 1_000_001)
        #expect(composed.first == 0x1ea1)
        #expect(composed.last == 0xac00)
        #expect(composed.count { $0 == 0x301 } == 500_000)
    }

    @Test(arguments: [
        ("ABC ÀÉ ΑΣ Привет ＡＢ", "abc àé ασ привет ａｂ"),
        ("İ", "i\u{307}"), ("İ\u{323}", "ị\u{307}"), ("\u{212a}\u{212b}\u{2126}", "kåω"), ("ẞß", "ßß"),
        ("한글漢字", "한글漢字"),
        ("A\u{30a}", "å"), ("𐐀", "𐐨"),
    ])
    func `capitals become small letters`(text: String, expected: String) {
        let options = NormalizationOptions(nfc: true, lowercase: true, foldWhiteSpace: false, foldRepeats: nil)
        #expect(options.normalized(text).codePoints == expected.codePoints)
    }

    @Test func `the lower case of a composed character is that of its parts`() {
        // This is why lower case may come first: the result is the same as after NFC.
        let lower = NormalizationOptions(nfc: true, lowercase: true, foldWhiteSpace: false, foldRepeats: nil)
        for value in UInt32(0)...0x10ffff {
            guard let scalar = Unicode.Scalar(value), scalar.properties.changesWhenLowercased else { continue }
            let text = String(Character(scalar))
            let after = lower.normalized(NormalizationOptions.onlyNFC.normalized(text))
            #expect(lower.normalized(text).codePoints == after.codePoints, "of U+\(String(value, radix: 16))")
        }
    }

    @Test(arguments: [
        ("  a \t\r\n b  ", "a b"), ("\u{3000}가\u{a0}\u{2003}나\u{3000}", "가 나"), ("", ""), (" \n\u{2028}", ""),
        ("a", "a"),
        ("a\r\nb", "a b"), (" \u{301}a", "\u{301}a"), ("a \u{301}b", "a \u{301}b"), ("a\u{200b}b", "a\u{200b}b"),
    ])
    func `white space becomes one space, and none at the ends`(text: String, expected: String) {
        let options = NormalizationOptions(nfc: true, lowercase: false, foldWhiteSpace: true, foldRepeats: nil)
        #expect(options.normalized(text).codePoints == expected.codePoints)
    }

    @Test(arguments: [
        (3, "ㅋㅋㅋㅋㅋ", "ㅋㅋㅋ"), (3, "ㅋㅋㅋ!!!!", "ㅋㅋㅋ!!!"), (1, "aabbaa", "aba"), (2, "e\u{301}\u{e9}éé", "éé"),
        (2, "👍🏽👍🏽👍🏽👍", "👍🏽👍🏽👍"), (2, "🇰🇷🇰🇷🇰🇷🇯🇵", "🇰🇷🇰🇷🇯🇵"), (3, "가가가", "가가가"), (1, "\r\n\r\n\n", "\r\n\n"),
    ])
    func `repeated characters are cut`(limit: Int, text: String, expected: String) {
        let options = NormalizationOptions(nfc: true, lowercase: false, foldWhiteSpace: false, foldRepeats: limit)
        #expect(options.normalized(text).codePoints == expected.codePoints)
    }
}
