import Testing
import WordVectors

@Suite struct NearestSpellingTests {
    private static func nearest(_ word: String, _ words: [String]) -> String? {
        var kept: [Int] = []
        let list = WordList(distinct: words, kept: &kept)
        return NearestSpelling(list).index(of: word).map { list[$0] }
    }

    @Test func `the word with the fewest edits is the nearest, of equals the first`() {
        #expect(Self.nearest("breakfst", ["lunch", "breakfasts", "breakfast"]) == "breakfast")
        #expect(Self.nearest("cat", ["bat", "rat"]) == "bat")
        #expect(Self.nearest("Cat", ["cAT"]) == "cAT")
        #expect(Self.nearest("nasa", ["nasal", "NASA"]) == "NASA")
    }

    @Test func `syllables are compared jamo by jamo`() {
        #expect(Self.nearest("드라머", ["드라이", "드라마"]) == "드라마")
        // Five jamo of six: two syllables of two would be half of the word.
        #expect(Self.nearest("재밌다", ["재밋다", "재미"]) == "재밋다")
    }

    @Test func `nothing is near that differs in more than one letter of three`() {
        #expect(Self.nearest("abc", ["xyc"]) == nil)
        #expect(Self.nearest("ab", ["ac"]) == nil)
        #expect(Self.nearest("", ["a"]) == nil)
        #expect(Self.nearest(String(repeating: "a", count: 65), [String(repeating: "a", count: 65)]) == nil)
        #expect(Self.nearest("abc", []) == nil)
    }

    @Test func `distances are those of the plain table`() {
        var state: UInt64 = 1
        func random(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        func word() -> String {
            String((0..<(1 + random(12))).map { _ in Character(["a", "b", "c", "é", "😀"][random(5)]) })
        }
        for _ in 0..<2_000 {
            let (word, other) = (word(), word())
            let limit = word.unicodeScalars.count / 3
            let isNear = limit > 0 && Self.plainDistance(word, other) <= limit
            #expect((Self.nearest(word, [other]) != nil) == isNear, "\(word) \(other)")
        }
    }

    private static func plainDistance(_ a: String, _ b: String) -> Int {
        let (a, b) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
        var row = Array(0...b.count)
        for i in 0..<a.count {
            var diagonal = row[0]
            row[0] = i + 1
            for j in 0..<b.count {
                let next = min(row[j] + 1, row[j + 1] + 1, diagonal + (a[i] == b[j] ? 0 : 1))
                diagonal = row[j + 1]
                row[j + 1] = next
            }
        }
        return row[b.count]
    }
}
