/// Which character n-grams a vocabulary should hold: those that tell the labels of some texts apart best.
///
/// Each n-gram is measured by Pearson's χ² between its occurrences and the labels, Σ (O − E)²/E over the labels, where
/// O counts the n-gram in texts of the label and E is what its count would be there if it occurred everywhere alike
/// (Yang and Pedersen 1997). The labels are those of training rows; validation rows must not take part.
package struct NGramSelection: Sendable {
    package struct Entry: Sendable, Equatable {
        var utf8: [UInt8]
        package var count: Int
        package var word: String { String(decoding: utf8, as: UTF8.self) }
    }

    private struct Occurrence {
        var hash: UInt64
        var label: Int32
    }

    private struct Candidate {
        var hash: UInt64
        var association: Double
        var count: Int
        var length: Int
    }

    private let configuration: TextPipelineConfiguration
    /// How many n-gram lengths there are, from 2 on.
    private let lengths: Int

    /// `configuration` cuts by `Segmentation.characterNGrams`; with any other there is nothing to select.
    package init(configuration: TextPipelineConfiguration) {
        self.configuration = configuration
        lengths = if case .characterNGrams(let buckets) = configuration.segmentation { buckets.count } else { 0 }
    }

    /// At most `maximumCount` n-grams that occur at least `minimumCount` times: the shorter ones first, among those of
    /// one length the most frequent. The same rows in the same order give the same answer.
    ///
    /// - Parameters:
    ///   - rows: texts with the index of each one's label; read twice, and only as far as a model reads them.
    ///   - labelCount: labels are 0 ..< labelCount.
    package func select(
        from rows: [(text: String, label: Int)], labelCount: Int, maximumCount: Int, minimumCount: Int = 3
    ) -> [Entry] {
        guard lengths > 0, labelCount > 0, maximumCount > 0 else { return [] }
        var candidates: [Candidate] = []
        for length in 0..<lengths {
            candidates += associations(length: length, rows: rows, labelCount: labelCount, minimumCount: minimumCount)
        }
        candidates.sort { a, b in a.association != b.association ? a.association > b.association : a.hash < b.hash }
        let chosen = candidates.prefix(maximumCount)
        return spellings(of: chosen, in: rows)
    }

    private func associations(
        length: Int, rows: [(text: String, label: Int)], labelCount: Int, minimumCount: Int
    ) -> [Candidate] {
        var occurrences: [Occurrence] = []
        var total = [Double](repeating: 0, count: labelCount)
        for row in rows where row.label >= 0 && row.label < labelCount {
            forEachStep(of: row.text, upTo: length + 1) { _, index, hash in
                guard index == length, let hash else { return }
                occurrences.append(Occurrence(hash: hash, label: Int32(row.label)))
                total[row.label] += 1
            }
        }
        occurrences.sort { $0.hash < $1.hash }
        let all = Double(occurrences.count)
        var candidates: [Candidate] = []
        var observed = [Double](repeating: 0, count: labelCount)
        var start = 0
        while start < occurrences.count {
            var end = start
            for label in observed.indices { observed[label] = 0 }
            while end < occurrences.count, occurrences[end].hash == occurrences[start].hash {
                observed[Int(occurrences[end].label)] += 1
                end += 1
            }
            let count = end - start
            if count >= minimumCount {
                var association = 0.0
                for label in observed.indices where total[label] > 0 {
                    let expected = Double(count) * total[label] / all
                    association += (observed[label] - expected) * (observed[label] - expected) / expected
                }
                if association > 0 {
                    candidates.append(
                        Candidate(
                            hash: occurrences[start].hash, association: association, count: count, length: length))
                }
            }
            start = end
        }
        return candidates
    }

    /// The n-grams' texts, found by reading the rows again: keeping every text while counting would take far more memory.
    private func spellings(of chosen: some Collection<Candidate>, in rows: [(text: String, label: Int)]) -> [Entry] {
        var wanted = Dictionary(chosen.map { ($0.hash, $0) }, uniquingKeysWith: { first, _ in first })
        var found: [(length: Int, entry: Entry)] = []
        for row in rows where !wanted.isEmpty {
            forEachStep(of: row.text, upTo: lengths) { characters, index, hash in
                guard let hash, let candidate = wanted[hash], candidate.length == index else { return }
                wanted[hash] = nil
                let utf8 = Array(characters.suffix(index + 2).joined())
                found.append((index, Entry(utf8: utf8, count: candidate.count)))
            }
        }
        found.sort { a, b in
            if a.length != b.length { return a.length < b.length }
            if a.entry.count != b.entry.count { return a.entry.count > b.entry.count }
            return a.entry.utf8.lexicographicallyPrecedes(b.entry.utf8)
        }
        return found.map(\.entry)
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
