import Testing
import TextAnalysis

@Suite struct `Unicode words` {
    @Test func `break where Unicode's own cases break`() throws {
        var compared = 0
        for line in try Goldens.lines("unicode/words.txt") {
            let expected = line.split(separator: "|").map { String(hexadecimal: $0).codePoints }
            let text = String(String.UnicodeScalarView(expected.joined().compactMap(Unicode.Scalar.init)))
            let bytes = Array(text.utf8)
            let found = UnicodeWords.segments(of: text).map {
                String(decoding: bytes[$0.range], as: UTF8.self).codePoints
            }
            #expect(found == expected, "\(line)")
            compared += 1
        }
        #expect(compared > 1800)
    }

    @Test(arguments: [
        ("Can't stop 3.14, e.g. this!", ["Can't", "stop", "3.14", "e.g", "this"]),
        ("영화가 재미있다ㅋㅋ 10점", ["영화가", "재미있다ㅋㅋ", "10점"]), ("漢字とカタカナ", ["漢", "字", "と", "カタカナ"]),
        ("snake_case __ a_", ["snake_case", "a_"]), ("😀 🇰🇷 !?", []), ("", []),
        ("a\u{301}b c\u{ad}d", ["a\u{301}b", "c\u{ad}d"]),
    ])
    func `are those with letters or numbers`(text: String, expected: [String]) {
        let bytes = Array(text.utf8)
        #expect(UnicodeWords.words(of: text).map { String(decoding: bytes[$0], as: UTF8.self) } == expected)
    }

    @Test func `and what is between them are the text`() {
        for text in Samples.randomTexts(count: 3000, seed: 41) {
            var position = 0
            for segment in UnicodeWords.segments(of: text) {
                #expect(segment.range.lowerBound == position && !segment.range.isEmpty)
                position = segment.range.upperBound
            }
            #expect(position == text.utf8.count)
        }
    }

    @Test func `characters break where Unicode's own cases break`() throws {
        var compared = 0
        for line in try Goldens.lines("unicode/graphemes.txt") {
            let expected = line.split(separator: "|").map { String(hexadecimal: $0).codePoints }
            // A surrogate is no text; and scissors are no pictograph in later versions, of which the standard library is.
            guard expected.joined().allSatisfy({ Unicode.Scalar($0) != nil }), line != "2701 200D 2701" else {
                continue
            }
            let text = String(String.UnicodeScalarView(expected.joined().compactMap(Unicode.Scalar.init)))
            let bytes = Array(text.utf8)
            let found = Partition.graphemes.ranges(in: text).map {
                String(decoding: bytes[$0], as: UTF8.self).codePoints
            }
            #expect(found == expected, "\(line)")
            compared += 1
        }
        #expect(compared > 590)
    }

    @Test(arguments: Partition.allCases)
    func `pieces of every kind lie in order, each of whole scalars, in any text`(kind: Partition) {
        for text in Samples.randomTexts(count: 1000, seed: 47) {
            var end = 0
            let utf8 = Array(text.utf8)
            for range in kind.ranges(in: text) {
                #expect(range.lowerBound >= end && range.upperBound <= utf8.count)
                #expect(String(validating: utf8[range], as: UTF8.self) != nil)
                end = range.upperBound
            }
        }
        #expect(kind.ranges(in: "").isEmpty)
    }

    @Test func `characters are those of the standard library`() {
        for text in Samples.randomTexts(count: 3000, seed: 43) {
            var copy = text
            let ranges = copy.withUTF8 { Array(CharacterRanges($0)) }
            #expect(ranges.map(\.count) == text.map { String($0).utf8.count })
        }
    }

    @Test(arguments: [
        ("  가 나\t다\u{3000}라\n", ["가", "나", "다", "라"]), ("", []), (" ", []), ("a\u{85}b\u{2028}c", ["a", "b", "c"]),
    ])
    func `white space lies between tokens`(text: String, expected: [String]) {
        let bytes = Array(text.utf8)
        #expect(WhiteSpace.tokens(of: text).map { String(decoding: bytes[$0], as: UTF8.self) } == expected)
    }
}
