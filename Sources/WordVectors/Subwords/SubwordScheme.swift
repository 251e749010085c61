/// How a word is cut into n-grams, and which row each has.
package enum SubwordScheme: Sendable, Equatable {
    /// As fastText: characters of `<word>`, FNV-1a, `buckets` rows.
    /// - Parameter kept: of a pruned file, the row of each bucket that was kept; nil where all are there.
    case fastText(lengths: ClosedRange<Int>, buckets: Int, kept: [Int32: Int32]?)
    /// n-grams of syllables and, for Hangul, of jamo (Park et al., ACL 2018).
    case jamo(characters: ClosedRange<Int>, jamo: ClosedRange<Int>, buckets: Int)
    /// As floret: MurmurHash3, each n-gram in `hashes` rows.
    case floret(lengths: ClosedRange<Int>, buckets: Int, hashes: Int, seed: UInt32, start: String, end: String)

    /// Rows in the table.
    package var rowCount: Int {
        switch self {
        case .fastText(_, let buckets, let kept): kept?.count ?? buckets
        case .jamo(_, _, let buckets): buckets
        case .floret(_, let buckets, _, _, _, _): buckets
        }
    }

    /// The rows of the word's n-grams, in their order, one twice where two n-grams share it.
    package func rows(of word: String) -> [Int] { [] }
}
