/// The character n-grams that some texts hold most often: what a vocabulary should know of them.
///
/// Hash buckets mix n-grams that mean opposite things; the same number of embedding rows given to the most frequent
/// n-grams keeps them apart, and the vocabulary can be asked what a model has read.
package struct FrequentNGrams: Sendable {
    package struct Entry: Sendable, Equatable {
        var utf8: [UInt8]
        package var count: Int
        package var word: String { String(decoding: utf8, as: UTF8.self) }
    }

    private struct Candidate {
        var hash: UInt64
        var count: Int
    }

    private let configuration: TextPipelineConfiguration
    /// How many n-gram lengths there are, from 2 on.
    private let lengths: Int

    /// `configuration` cuts by `Segmentation.characterNGrams`; with any other there are no n-grams.
    package init(configuration: TextPipelineConfiguration) {
        self.configuration = configuration
        lengths = if case .characterNGrams(let buckets) = configuration.segmentation { buckets.count } else { 0 }
    }

    /// At most `maximumCount` n-grams that occur at least `minimumCount` times, the most frequent first (equal counts
    /// by their UTF-8). The texts are read twice, and only as far as a model reads them; the same texts in any order
    /// give the same answer.
    package func select(from texts: [String], maximumCount: Int, minimumCount: Int = 3) -> [Entry] {
        guard lengths > 0, maximumCount > 0 else { return [] }
        var candidates: [Candidate] = []
        for length in 0..<lengths {
            candidates += frequent(length: length, texts: texts, minimumCount: minimumCount)
        }
        candidates.sort { a, b in a.count != b.count ? a.count > b.count : a.hash < b.hash }
        return spellings(of: candidates.prefix(maximumCount), in: texts)
    }

    /// One length at a time, and sorted hashes instead of a dictionary of texts: it takes a tenth of the memory.
    private func frequent(length: Int, texts: [String], minimumCount: Int) -> [Candidate] {
        var hashes: [UInt64] = []
        for text in texts {
            forEachStep(of: text, upTo: length + 1) { _, index, hash in
                if index == length, let hash { hashes.append(hash) }
            }
        }
        hashes.sort()
        var candidates: [Candidate] = []
        var start = 0
        while start < hashes.count {
            var end = start
            while end < hashes.count, hashes[end] == hashes[start] { end += 1 }
            if end - start >= minimumCount { candidates.append(Candidate(hash: hashes[start], count: end - start)) }
            start = end
        }
        return candidates
    }

    private func spellings(of chosen: some Collection<Candidate>, in texts: [String]) -> [Entry] {
        var wanted = Dictionary(chosen.map { ($0.hash, $0.count) }, uniquingKeysWith: max)
        var found: [Entry] = []
        found.reserveCapacity(wanted.count)
        for text in texts where !wanted.isEmpty {
            forEachStep(of: text, upTo: lengths) { characters, index, hash in
                guard let hash, let count = wanted.removeValue(forKey: hash) else { return }
                found.append(Entry(utf8: Array(characters.suffix(index + 2).joined()), count: count))
            }
        }
        found.sort { a, b in
            a.count != b.count ? a.count > b.count : a.utf8.lexicographicallyPrecedes(b.utf8)
        }
        return found
    }

    /// Calls `body` with the characters up to a step (the beginning's space first, only as many as an n-gram needs), the
    /// index of an n-gram length and that n-gram's hash.
    private func forEachStep(of text: String, upTo count: Int, _ body: ([[UInt8]], Int, UInt64?) -> Void) {
        var text = text
        text.withUTF8 { utf8 in
            var reader = TokenReader(utf8, configuration: configuration)
            var grams = CharacterNGrams(buckets: Array(repeating: 0, count: count), vocabularySize: 0)
            var characters: [[UInt8]] = [Array(" ".utf8)]
            var steps = 0
            while steps < configuration.maximumLength, reader.next() {
                if characters.count > count { characters.removeFirst() }
                characters.append(reader.bytes)
                grams.forEachNGram(endingWith: reader.hash) { index, hash in body(characters, index, hash) }
                steps += 1
            }
        }
    }
}
