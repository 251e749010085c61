import Numerics
import Testing
import TextAnalysis

@Suite struct WordNetThesaurusTests {
    /// A WordNet of three synsets of adjectives and two of nouns, in the lines of wndb(5WN), each of a hundred bytes.
    private static let adjectives = lines([
        "00000000 00 a 02 big 0 large(p) 0 002 ! 00000100 a 0101 & 00000200 a 0000 | of great size",
        "00000100 00 a 01 small 0 001 ! 00000000 a 0101 | not big",
        "00000200 00 s 01 huge 0 001 & 00000000 a 0000 | very big",
    ])
    private static let adjectiveIndex = """
          1 a licence
        big a 1 2 ! & 1 1 00000000
        huge a 1 1 & 1 0 00000200
        large a 1 2 ! & 1 1 00000000
        small a 1 1 ! 1 1 00000100

        """
    private static let nouns = lines([
        "00000000 05 n 01 animal 0 001 ~ 00000100 n 0000 | it",
        "00000100 05 n 02 guinea_pig 0 Cavy 0 001 @ 00000000 n 0000 | small",
    ])
    private static let nounIndex = """
          1 a licence
        animal n 1 1 ~ 1 1 00000000
        cavy n 1 1 @ 1 1 00000100
        guinea_pig n 1 1 @ 1 1 00000100

        """

    private static func lines(_ lines: [String]) -> String {
        lines.map { $0 + String(repeating: " ", count: 99 - $0.utf8.count) + "\n" }.joined()
    }

    private static func thesaurus(_ change: (inout [UInt8]) -> Void = { _ in }) -> WordNetThesaurus {
        func file(_ text: String) -> SharedElements<UInt8> {
            var bytes = Array(text.utf8)
            change(&bytes)
            return SharedElements(bytes)
        }
        return WordNetThesaurus([
            .adjective: .init(index: file(adjectiveIndex), data: file(adjectives)),
            .noun: .init(index: file(nounIndex), data: file(nouns)),
        ])
    }

    @Test func `words of a synset are synonyms, and an antonym is of the word alone`() {
        let thesaurus = Self.thesaurus()
        #expect(thesaurus.relations(of: "big") == ["large": .synonym, "small": .antonym, "huge": .synonym])
        // The pointer is from big, the first word.
        #expect(thesaurus.relations(of: "large") == ["big": .synonym, "huge": .synonym])
        #expect(thesaurus.relations(of: "Small") == ["big": .antonym])
    }

    @Test func `what is above and below a word is told, with spaces and in small letters`() {
        let thesaurus = Self.thesaurus()
        #expect(thesaurus.relations(of: "guinea pig") == ["cavy": .synonym, "animal": .hypernym])
        #expect(thesaurus.relations(of: "animal") == ["guinea pig": .hyponym, "cavy": .hyponym])
        #expect(thesaurus.relations(of: "zebra").isEmpty)
        #expect(thesaurus.relations(of: "").isEmpty)
        #expect(thesaurus.relations(of: "a\nb").isEmpty)
    }

    @Test func `what points to a part of speech that is none is not followed`() {
        let thesaurus = Self.thesaurus { bytes in
            bytes = Array(String(decoding: bytes, as: UTF8.self).replacing(" n 0000", with: " x 0000").utf8)
        }
        #expect(thesaurus.relations(of: "cavy") == ["guinea pig": .synonym])
    }

    @Test func `a damaged file answers something or nothing`() {
        for place in 0..<400 {
            for byte in [0, 0x0a, 0x20, 0x39, 0xff] as [UInt8] {
                let thesaurus = Self.thesaurus { if place < $0.count { $0[place] = byte } }
                for word in ["big", "animal", "cavy", "zebra"] { _ = thesaurus.relations(of: word) }
            }
            let cut = Self.thesaurus { $0.removeLast(min($0.count, place)) }
            for word in ["big", "animal", "cavy", "zebra"] { _ = cut.relations(of: word) }
        }
    }
}
