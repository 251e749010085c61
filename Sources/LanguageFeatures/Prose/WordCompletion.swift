package import TextAnalysis
import WordVectors

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What could be typed on at a place: words that begin as the word there does, and, where that is complete, words that are
/// near it in meaning, in its form.
package struct WordCompletion: Sendable {
    package struct Candidate: Sendable, Equatable {
        package enum Source: Sendable, Equatable {
            /// A word of the vectors that begins so.
            case vocabulary
            /// A word that stands elsewhere in the document.
            case document
            /// A word near the one that stands there, of which nothing need be the same: who filters candidates by what has been
            /// typed has to let it through.
            case related(similarity: Double)
        }

        /// As it is listed.
        package var word: String
        /// What to insert in place of `range`.
        package var text: String
        /// UTF-8 offsets of the passage.
        package var range: Range<Int>
        /// The higher the better; comparable among the candidates of one answer.
        package var score: Double
        package var source: Source
    }

    /// Where it is asked.
    package struct Place: Sendable {
        package var passage: String
        /// UTF-8 offset of the passage.
        package var cursor: Int
        /// Of the whole passage, in order.
        package var morphemes: [Morpheme]
        /// An ISO 639-1 code; nil where it is not known.
        package var language: String?

        package init(passage: String, cursor: Int, morphemes: [Morpheme], language: String?) {
            self.passage = passage
            self.cursor = cursor
            self.morphemes = morphemes
            self.language = language
        }
    }

    private let related: RelatedWords
    private let index: SpellingIndex

    package init(_ related: RelatedWords) {
        self.related = related
        index = SpellingIndex(related.table.words)
    }

    /// Sorts the words, where that is not done: the first answer would wait for it.
    package func prepare() { index.prepare() }

    /// The best first, at most `count`; none where no word has been begun.
    ///
    /// - Parameters:
    ///   - document: the words of the document.
    ///   - analyser: says what a word that stands alone is made of; see `RelatedWords`.
    ///   - isWanted: asked while it takes long.
    package func candidates(
        at place: Place, document: DocumentWords = DocumentWords(), count: Int = 20,
        _ analyser: @escaping WordForms.Analyser, while isWanted: @escaping @Sendable () -> Bool = { true }
    ) -> [Candidate] {
        guard let begun = BegunWord(in: place.passage, at: place.cursor), count > 0 else { return [] }
        var found = continuations(of: begun, place, document, count)
        found += neighbours(at: place, count, analyser, while: isWanted)
        var seen: Set<String> = []
        return Array(
            found.sorted { ($1.score, $0.text) < ($0.score, $1.text) }.filter { seen.insert($0.text).inserted }
                .prefix(count))
    }

    /// The same where there are no vectors: words of the document alone, the most frequent first.
    package static func candidates(at place: Place, document: DocumentWords, count: Int = 20) -> [Candidate] {
        guard let begun = BegunWord(in: place.passage, at: place.cursor), count > 0 else { return [] }
        let found = document.words(in: begun.spans, atMost: compared).map { word, occurrences in
            Candidate(
                word: word, text: EnglishInflection.cased(word, as: begun.text), range: begun.range,
                score: log(Double(occurrences) + 1), source: .document)
        }
        return Array(
            found.filter { $0.text != begun.text }.sorted { ($1.score, $0.text) < ($0.score, $1.text) }.prefix(count))
    }

    // MARK: - Words that begin so

    /// Of the most frequent words that begin so, as many are compared with the words before.
    private static let compared = 256
    /// What a cosine of 1 with the words before is worth against the whole scale of frequency. Of words of UD Korean GSD's
    /// development part, of which one syllable was typed, the mean of 1 / rank is 0.361 without, 0.390 at 1, 0.349 at 2.
    private static let weightOfContext = 1.0

    private func continuations(
        of begun: BegunWord, _ place: Place, _ document: DocumentWords, _ count: Int
    ) -> [Candidate] {
        let table = related.table
        let context = direction(before: begun.range.lowerBound, place.morphemes)
        let scale = log(Double(table.count) + 1)
        func score(_ row: Int) -> Double {
            let frequency = 1 - log(Double(row) + 1) / max(scale, 1)
            return frequency + Self.weightOfContext * (context.map { table.cosine(row, with: $0) } ?? 0)
        }
        func candidate(_ word: String, _ score: Double, _ source: Candidate.Source) -> Candidate {
            Candidate(
                word: word, text: EnglishInflection.cased(word, as: begun.text), range: begun.range, score: score,
                source: source)
        }
        var candidates = index.rows(in: begun.spans, atMost: Self.compared).map { row in
            candidate(table.words[row], score(row), .vocabulary)
        }
        for (word, occurrences) in document.words(in: begun.spans, atMost: Self.compared) {
            let listed = table.words.index(of: word).map(score) ?? 0
            // A word of the document is likelier to come again than any other of its frequency.
            let again = 0.5 + 0.1 * log(Double(occurrences))
            candidates.append(candidate(word, listed + again, .document))
        }
        candidates.removeAll { $0.text == begun.text }
        return Array(candidates.sorted { ($1.score, $0.text) < ($0.score, $1.text) }.prefix(count))
    }

    /// As many content words before a place say what it is about.
    private static let contextWords = 24

    /// The mean of the directions of the content words before a place; nil where there are none that are listed.
    private func direction(before offset: Int, _ morphemes: [Morpheme]) -> [Float]? {
        let table = related.table
        let before = morphemes.prefix { $0.range.upperBound <= offset }.suffix(3 * Self.contextWords)
        var sum = [Float](repeating: 0, count: table.dimensions)
        for word in ContentWords.words(Array(before)).suffix(Self.contextWords) {
            guard let row = table.words.index(of: word) else { continue }
            let vector = table.vector(at: row)
            let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
            guard length > 0, length.isFinite else { continue }
            for index in sum.indices { sum[index] += vector[index] / length }
        }
        let length = sum.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return length > 0 && length.isFinite ? sum.map { $0 / length } : nil
    }

    // MARK: - Words near it

    private static let neighbours = 12

    private func neighbours(
        at place: Place, _ count: Int, _ analyser: @escaping WordForms.Analyser,
        while isWanted: @escaping @Sendable () -> Bool
    ) -> [Candidate] {
        guard
            let word = WordReplacement(at: place.cursor, morphemes: place.morphemes, language: place.language),
            word.range.upperBound <= place.passage.utf8.count
        else { return [] }
        var question = RelatedWords.Question(.word(word.lemma), count: Self.neighbours)
        question.isWanted = isWanted
        // A word that is reached by its spelling is not complete.
        guard
            related.table.words.index(of: word.lemma) != nil
                || related.table.words.index(of: word.lemma.lowercased()) != nil,
            let answer = try? related.neighbours(question, analyser)
        else { return [] }
        let present = String(decoding: Array(place.passage.utf8)[word.range], as: UTF8.self)
        return answer.neighbours.compactMap { neighbour in
            guard neighbour.similarity > 0, isWanted(), word.fits(analyser(neighbour.word)),
                let text = word.form(of: neighbour.word), text != present
            else { return nil }
            let similarity = Double(neighbour.similarity)
            return Candidate(
                word: neighbour.word, text: text, range: word.range, score: similarity,
                source: .related(similarity: similarity))
        }
    }
}

extension VectorTable {
    /// The cosine of the angle between a row and a vector of length 1; 0 where the row has no direction.
    fileprivate func cosine(_ row: Int, with direction: [Float]) -> Double {
        let vector = vector(at: row)
        var (product, square) = (Float(0), Float(0))
        for (a, b) in zip(vector, direction) {
            product += a * b
            square += a * a
        }
        let cosine = product / square.squareRoot()
        return cosine.isFinite ? Double(cosine) : 0
    }
}
