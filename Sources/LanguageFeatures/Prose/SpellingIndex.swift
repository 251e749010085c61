import Synchronization
import WordVectors

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Spellings between two, in the order of their bytes.
struct SpellingSpan: Sendable, Equatable {
    let lower: [UInt8]
    /// Excluded.
    let upper: [UInt8]
    private let firsts: ClosedRange<UInt32>

    /// All spellings that begin with some text and then a scalar that is one of two or stands between them.
    init?(_ before: String, _ first: UInt32, _ last: UInt32) {
        guard first <= last, let lowest = Unicode.Scalar(first), let highest = Unicode.Scalar(last) else { return nil }
        lower = Array((before + String(Character(lowest))).utf8)
        // No byte of UTF-8 is as great.
        upper = Array((before + String(Character(highest))).utf8) + [0xff]
        firsts = before.unicodeScalars.first.map { $0.value...$0.value } ?? first...last
    }

    func contains(_ word: String) -> Bool {
        var word = word
        return word.withUTF8 { word in
            !Self.precedes(UnsafeRawBufferPointer(word), lower) && Self.precedes(UnsafeRawBufferPointer(word), upper)
        }
    }

    /// Whether words in it may begin with a scalar; true of more than do.
    func mayBegin(with scalar: UInt32) -> Bool { firsts.contains(scalar) }

    static func precedes(_ word: UnsafeRawBufferPointer, _ bound: [UInt8]) -> Bool {
        bound.withUnsafeBytes { bound in
            let shared = min(word.count, bound.count)
            if let word = word.baseAddress, let bound = bound.baseAddress, shared > 0 {
                let order = memcmp(word, bound, shared)
                if order != 0 { return order < 0 }
            }
            return word.count < bound.count
        }
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
            let isBelow = words.withUTF8(at: Int(sorted[middle])) { SpellingSpan.precedes($0, spelling) }
            if isBelow { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func sorted() -> [UInt32] {
        order.withLock { order in
            if let order { return order }
            // The first bytes of a word tell most words apart: they are compared as numbers.
            var keys = (0..<words.count).map { row in
                words.withUTF8(at: row) { word in
                    (first: Self.number(word, from: 0), second: Self.number(word, from: 8), row: UInt32(row))
                }
            }
            keys.sort { a, b in
                if a.first != b.first { return a.first < b.first }
                if a.second != b.second { return a.second < b.second }
                return words.withUTF8(at: Int(a.row)) { first in
                    words.withUTF8(at: Int(b.row)) { first.lexicographicallyPrecedes($0) }
                }
            }
            let made = keys.map(\.row)
            order = made
            return made
        }
    }

    /// Eight bytes as a number that is the greater the later they come by the alphabet; 0 for those that are not there.
    private static func number(_ word: UnsafeRawBufferPointer, from start: Int) -> UInt64 {
        var number: UInt64 = 0
        for index in start..<start + 8 { number = number << 8 | (index < word.count ? UInt64(word[index]) : 0) }
        return number
    }
}
