import Numerics

/// Which rows may be answers: a bit for each, which a scan reads beside the rows, so that a filter takes no time and one
/// that leaves little saves some.
package struct RowFilter: Sendable {
    package let count: Int
    /// (⌈count / 16⌉): the lowest bit is the first of 16 rows.
    let bits: SharedElements<UInt16>

    /// The rows of `0..<count` for which `isAllowed` says so; it is asked once for each.
    package init(count: Int, where isAllowed: (Int) -> Bool) {
        self.count = max(0, count)
        let count = self.count
        bits = SharedElements(count: (count + 15) / 16) { target in
            for block in target.indices {
                var bits: UInt16 = 0
                for lane in 0..<min(16, count - block * 16) where isAllowed(block * 16 + lane) { bits |= 1 << lane }
                target[block] = bits
            }
        }
    }

    /// The words that begin with a prefix, by their UTF-8.
    package init(_ words: WordList, prefix: String) {
        let prefix = Array(prefix.utf8)
        self.init(count: words.count) { index in words.withUTF8(at: index) { $0.starts(with: prefix) } }
    }

    /// The first `limit` rows: the most frequent, where the words stand in that order.
    package init(count: Int, limit: Int) { self.init(count: count) { $0 < limit } }

    package func contains(_ row: Int) -> Bool {
        guard row >= 0, row < count else { return false }
        return bits[row / 16] >> (row % 16) & 1 != 0
    }

    /// What both allow, of as many rows as the smaller has.
    package func intersection(_ other: RowFilter) -> RowFilter {
        RowFilter(count: min(count, other.count)) { contains($0) && other.contains($0) }
    }

    package func subtracting(_ rows: some Sequence<Int>) -> RowFilter {
        let rows = Set(rows)
        return RowFilter(count: count) { contains($0) && !rows.contains($0) }
    }
}
