import TextAnalysis

/// The words of a document, and how often each stands there. Texts are added and taken away as the document changes.
package struct DocumentWords: Sendable, Equatable {
    /// By the first scalar: what begins alike is in few of them.
    private var counts: [UInt32: [String: Int]] = [:]

    package init() {}

    package mutating func add(_ text: String) { change(text, by: 1) }
    package mutating func remove(_ text: String) { change(text, by: -1) }

    private mutating func change(_ text: String, by difference: Int) {
        let utf8 = Array(text.utf8)
        for range in UnicodeWords.words(of: text) where (Self.shortest...Self.longest).contains(range.count) {
            let word = String(decoding: utf8[range], as: UTF8.self)
            guard let first = word.unicodeScalars.first?.value else { continue }
            let count = (counts[first]?[word] ?? 0) + difference
            counts[first, default: [:]][word] = count > 0 ? count : nil
            if counts[first]?.isEmpty == true { counts[first] = nil }
        }
    }

    /// Bytes.
    private static let (shortest, longest) = (3, 120)

    /// The words within the spans that stand there most often, at most `count`; of equals the first by their bytes.
    func words(in spans: [SpellingSpan], atMost count: Int) -> [(word: String, count: Int)] {
        var best: [(word: String, count: Int)] = []
        func precedes(_ a: (word: String, count: Int), _ b: (word: String, count: Int)) -> Bool {
            a.count == b.count ? a.word.utf8.lexicographicallyPrecedes(b.word.utf8) : a.count > b.count
        }
        for (first, words) in counts where spans.contains(where: { $0.mayBegin(with: first) }) {
            for entry in words where spans.contains(where: { $0.contains(entry.key) }) {
                let word = (word: entry.key, count: entry.value)
                if best.count >= count, let last = best.last, !precedes(word, last) { continue }
                best.insert(word, at: best.firstIndex { precedes(word, $0) } ?? best.endIndex)
                if best.count > count { best.removeLast() }
            }
        }
        return best
    }
}
