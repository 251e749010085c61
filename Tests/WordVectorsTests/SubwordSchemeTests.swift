import Testing
import WordVectors

struct SubwordSchemeTests {
    private static let buckets = 1_000_003

    /// FNV-1a of the UTF-8 with bytes above 127 sign-extended.
    private static func row(_ ngram: String) -> Int {
        var hash: UInt32 = 2_166_136_261
        for byte in ngram.utf8 {
            hash = (hash ^ UInt32(byte) ^ (byte > 127 ? 0xffff_ff00 : 0)) &* 16_777_619
        }
        return Int(hash) % buckets
    }

    @Test(arguments: [
        ("갔다", ["<갔", "<갔다", "갔", "갔다", "갔다>", "다", "다>"]),
        ("k팝", ["<k", "<k팝", "k", "k팝", "k팝>", "팝", "팝>"]),
        ("ㅋㅋ", ["<ㅋ", "<ㅋㅋ", "ㅋ", "ㅋㅋ", "ㅋㅋ>", "ㅋ", "ㅋ>"]),
    ])
    func `The characters of a Korean word have n-grams`(word: String, ngrams: [String]) {
        let scheme = SubwordScheme.jamo(characters: 1...3, jamo: 64...64, buckets: Self.buckets)
        #expect(scheme.rows(of: word) == ngrams.map(Self.row))
    }

    @Test(arguments: [
        ("갔다", ["<ㄱㅏ", "<ㄱㅏㅆ", "ㄱㅏㅆ", "ㄱㅏㅆㄷ", "ㅏㅆㄷ", "ㅏㅆㄷㅏ", "ㅆㄷㅏ", "ㅆㄷㅏe", "ㄷㅏe", "ㄷㅏe>", "ㅏe>"]),
        ("ab가", ["<abㄱ", "abㄱ", "abㄱㅏ", "bㄱㅏ", "bㄱㅏe", "ㄱㅏe", "ㄱㅏe>", "ㅏe>"]),
        ("ㅋㅋㅋ", []), ("", []), ("abcd", []),
    ])
    func `The jamo of its syllables have n-grams, where a syllable has a part in them`(word: String, ngrams: [String]) {
        let scheme = SubwordScheme.jamo(characters: 64...64, jamo: 3...4, buckets: Self.buckets)
        #expect(scheme.rows(of: word) == ngrams.map(Self.row))
    }

    @Test func `A changed ending leaves most n-grams of jamo`() {
        let scheme = SubwordScheme.jamo(characters: 1...4, jamo: 3...5, buckets: Self.buckets)
        let before = Set(scheme.rows(of: "재미있다"))
        let after = Set(scheme.rows(of: "재미있었다"))
        #expect(2 * before.intersection(after).count > before.count)
    }

    @Test func `A word that ends a line has no n-grams, as fastText has it`() {
        let scheme = SubwordScheme.fastText(lengths: 3...6, buckets: 100, kept: nil)
        #expect(scheme.rows(of: "</s>").isEmpty)
        #expect(scheme.rows(of: "").isEmpty)
        #expect(!scheme.rows(of: "<s>").isEmpty)
    }

    @Test func `Bytes that are no UTF-8 have n-grams too`() {
        let schemes: [SubwordScheme] = [
            .fastText(lengths: 1...6, buckets: 100, kept: [1: 0]), .jamo(characters: 1...4, jamo: 3...5, buckets: 100),
            .floret(lengths: 1...4, buckets: 100, hashes: 2, seed: 0, start: "<", end: ">"),
            .finalfusion(lengths: 1...4, exponent: 5),
        ]
        for bytes in [[0xff], [0xea, 0xb0], [0x80, 0x80, 0xea], Array(repeating: 0xbf, count: 100)] as [[UInt8]] {
            for scheme in schemes {
                bytes.withUnsafeBytes { bytes in
                    #expect(scheme.rows(of: bytes).allSatisfy { (0..<scheme.rowCount).contains($0) })
                }
            }
        }
    }
}
