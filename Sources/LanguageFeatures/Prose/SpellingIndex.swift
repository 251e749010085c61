import Synchronization
import WordVectors

/// Spellings between two, in the order of their bytes.
struct SpellingSpan: Sendable, Equatable {
    var lower: [UInt8]
    /// Excluded.
    var upper: [UInt8]

    func contains(_ word: UnsafeRawBufferPointer) -> Bool {
        !word.lexicographicallyPrecedes(lower) && word.lexicographicallyPrecedes(upper)
    }
}

/// The words of a list in the order of their spelling, which is made when it is first asked for.
final class SpellingIndex: Sendable {
    private let words: WordList
    private let order = Mutex<[UInt32]?>(nil)

    init(_ words: WordList) { self.words = words }

    func prepare() { _ = sorted() }

    /// The first rows of the list whose words are within one of the spans, in their order, at most `count`.
    func rows(in spans: [SpellingSpan], atMost count: Int) -> [Int] {
        let sorted = sorted()
        var rows: [UInt32] = []
        for span in spans {
            let start = firstIndex(in: sorted, notBelow: span.lower)
            let end = firstIndex(in: sorted, notBelow: span.upper)
            if start < end { rows += sorted[start..<end] }
        }
        // Most spans are short; of a long one the most frequent are taken before they are put in order.
        if rows.count > 4 * count {
            let limit = smallest(count, of: rows)
            rows.removeAll { $0 > limit }
        }
        rows.sort()
        var result: [Int] = []
        for row in rows where result.count < count && result.last != Int(row) { result.append(Int(row)) }
        return result
    }

    /// A value that at least `count` rows are not above, and not many more.
    private func smallest(_ count: Int, of rows: [UInt32]) -> UInt32 {
        // Twice, because a row may be in two spans.
        let wanted = 2 * count
        var (low, high) = (UInt32(0), UInt32(words.count))
        while low < high {
            let middle = low + (high - low) / 2
            if rows.count(where: { $0 <= middle }) >= wanted { high = middle } else { low = middle + 1 }
        }
        return low
    }

    private func firstIndex(in sorted: [UInt32], notBelow spelling: [UInt8]) -> Int {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            let isBelow = words.withUTF8(at: Int(sorted[middle])) { $0.lexicographicallyPrecedes(spelling) }
            if isBelow { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func sorted() -> [UInt32] {
        order.withLock { order in
            if let order { return order }
            // The first bytes of a word tell most words apart: they are compared as one number.
            var keys = (0..<words.count).map { row in
                words.withUTF8(at: row) { word in
                    var key: UInt64 = 0
                    for index in 0..<8 { key = key << 8 | (index < word.count ? UInt64(word[index]) : 0) }
                    return (key: key, row: UInt32(row))
                }
            }
            keys.sort { a, b in
                if a.key != b.key { return a.key < b.key }
                return words.withUTF8(at: Int(a.row)) { first in
                    words.withUTF8(at: Int(b.row)) { first.lexicographicallyPrecedes($0) }
                }
            }
            let made = keys.map(\.row)
            order = made
            return made
        }
    }
}
