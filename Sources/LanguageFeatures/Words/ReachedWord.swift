package import TextAnalysis
import WordVectors

/// A word that a table does not list, and what stands for it.
package struct ReachedWord: Sendable, Equatable {
    package enum Way: String, Sendable, CaseIterable {
        /// By NFC.
        case normalization
        case letterCase = "case"
        /// Without its particles.
        case particle
        /// By its dictionary form.
        case inflection
        /// By a vector made of its n-grams.
        case subwords
        /// By the listed word that is spelt most like it.
        case spelling
    }

    package var word: String
    package var by: Way
    /// Nil of subwords.
    package var listed: String?

    package init(word: String, by: Way, listed: String?) {
        self.word = word
        self.by = by
        self.listed = listed
    }
}

extension RelatedWords {
    /// The vector of a word, or of what stands for it: by the first way that leads to the table.
    package func vector(
        of word: String, _ analyser: WordForms.Analyser
    ) throws(RelatedWordsError) -> (index: Int?, vector: [Float], reached: ReachedWord?) {
        let found = try find(word, analyser)
        guard !table.isPoisoned else { throw .cutShort }
        // Rows are not read when they are opened: that would take longer than all else.
        guard found.vector.allSatisfy(\.isFinite) else { throw .notFinite(word: found.reached?.listed ?? word) }
        return found
    }

    private func find(
        _ word: String, _ analyser: WordForms.Analyser
    ) throws(RelatedWordsError) -> (index: Int?, vector: [Float], reached: ReachedWord?) {
        if let index = table.words.index(of: word) { return (index, table.vector(at: index), nil) }
        func listed(_ other: String, _ way: ReachedWord.Way) -> (Int?, [Float], ReachedWord?)? {
            guard let index = table.words.index(of: other) else { return nil }
            return (index, table.vector(at: index), ReachedWord(word: word, by: way, listed: other))
        }
        guard !word.isEmpty, word.utf8.count <= Self.longestWord else { throw .unknown(word: word) }
        let composed = Self.composed(word)
        if let found = listed(composed, .normalization) { return found }
        let name = composed.prefix(1).uppercased() + composed.dropFirst().lowercased()
        for cased in [composed.lowercased(), name, composed.uppercased()] {
            if let found = listed(cased, .letterCase) { return found }
        }
        let reading = WordReading(composed, analyser(composed))
        for (place, lemma) in reading.lemmas.enumerated() {
            let way: ReachedWord.Way = place == 0 && reading.dropsParticles ? .particle : .inflection
            if let found = listed(lemma, way) ?? listed(lemma.lowercased(), way) { return found }
        }
        if let vector = table.subwords?.vector(of: composed), vector.contains(where: { $0 != 0 }) {
            return (nil, vector, ReachedWord(word: word, by: .subwords, listed: nil))
        }
        if let index = NearestSpelling(table.words).index(of: composed) {
            return (index, table.vector(at: index), ReachedWord(word: word, by: .spelling, listed: table.words[index]))
        }
        throw .unknown(word: word)
    }

    /// Bytes: what is longer is no word.
    private static let longestWord = 1_000

    private static func composed(_ word: String) -> String {
        (try? Normalizer(steps: [NormalizationStep("nfc")]).normalized(word).text) ?? word
    }
}
