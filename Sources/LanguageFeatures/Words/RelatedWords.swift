import Synchronization
import TextAnalysis
package import WordVectors

/// What else could it say? The words near a word, a sum of words or a vector, and how near words are to each other.
///
/// Vectors find related words, not synonyms: antonyms stand in the same places. `WordRelations` tells them apart.
package struct RelatedWords: Sendable {
    package let table: VectorTable
    private let search: NeighbourSearch
    private let forms: WordForms
    private let filters: FilterCache

    package init(_ table: VectorTable) {
        self.table = table
        search = NeighbourSearch(table)
        forms = WordForms(table.words)
        filters = FilterCache(table.words)
    }

    /// Numbers of the table: what a search takes time for.
    package var size: Int { table.count * table.dimensions }

    /// Whether the table lists all of these.
    package func lists(_ words: [String]) -> Bool { words.allSatisfy { table.words.index(of: $0) != nil } }

    package struct Term: Sendable, Equatable {
        package var word: String
        /// Below 0 of a word that is taken away.
        package var weight: Float

        package init(_ word: String, weight: Float = 1) {
            self.word = word
            self.weight = weight
        }
    }

    package enum Query: Sendable, Equatable {
        case word(String)
        /// Of vectors of length 1.
        case sum([Term])
        /// (dimensions).
        case vector([Float])
    }

    /// Which forms are one word.
    package enum Folding: Sendable { case letterCase, inflection }

    package struct Question: Sendable {
        package var query: Query
        package var count: Int
        package var filter = WordFilter()
        package var measure = SimilarityMeasure.cosine
        package var folding: Folding?
        /// Never by the 4-bit rows.
        package var exact = false

        package init(_ query: Query, count: Int = 10) {
            self.query = query
            self.count = count
        }
    }

    package struct Answer: Sendable {
        /// The words that were asked for and are not listed.
        package var reached: [ReachedWord]
        /// The most similar first.
        package var neighbours: [(word: String, similarity: Float)]
        /// False where a neighbour may be missing.
        package var isExact: Bool
    }

    // MARK: - Neighbours

    package func neighbours(
        _ question: Question, _ analyser: @escaping WordForms.Analyser
    ) throws(RelatedWordsError) -> Answer {
        guard let answer = neighbours([question], analyser).first else { throw .cutShort }
        return try answer.get()
    }

    /// Several questions at once: they share passes over the vectors, and each has the answer that it has alone.
    package func neighbours(
        _ questions: [Question], _ analyser: @escaping WordForms.Analyser
    ) -> [Result<Answer, RelatedWordsError>] {
        let prepared = questions.map { question in
            Result { () throws(RelatedWordsError) in try prepare(question, analyser) }
        }
        var found = search.nearest(prepared.compactMap { try? $0.get().query }).makeIterator()
        return prepared.map { prepared in
            Result { () throws(RelatedWordsError) in
                let (_, reached) = try prepared.get()
                guard let result = found.next() else { throw .cutShort }
                let neighbours: Neighbours
                do throws(WordVectorsError) { neighbours = try result.get() } catch {
                    throw .noDirection(reason: error.description)
                }
                guard !table.isPoisoned else { throw .cutShort }
                return Answer(
                    reached: reached, neighbours: neighbours.rows.map { (table.words[$0.index], $0.similarity) },
                    isExact: neighbours.isExact)
            }
        }
    }

    /// The question in rows and vectors, and the words of it that are not listed.
    private func prepare(
        _ question: Question, _ analyser: @escaping WordForms.Analyser
    ) throws(RelatedWordsError) -> (query: NeighbourQuery, reached: [ReachedWord]) {
        var reached: [ReachedWord] = []
        var asked: [String] = []
        func term(_ word: String, _ weight: Float) throws(RelatedWordsError) -> NeighbourQuery.Term {
            let found = try vector(of: word, analyser)
            if let way = found.reached { reached.append(way) }
            asked.append(found.reached?.listed ?? word)
            return .init(found.index.map { .row($0) } ?? .word(found.vector), weight: weight)
        }
        var terms: [NeighbourQuery.Term] = []
        switch question.query {
        case .word(let word): terms.append(try term(word, 1))
        case .sum(let parts): for part in parts { terms.append(try term(part.word, part.weight)) }
        case .vector(let vector):
            guard vector.count == table.dimensions else {
                throw .dimensions(came: vector.count, expected: table.dimensions)
            }
            terms.append(.init(.plain(vector)))
        }
        let filter = question.filter
        let partsOfSpeech = filter.partsOfSpeech
        let lemmas = filter.sameLemma ? [] : Set(asked.map { lemma(of: $0, analyser) })
        var query = NeighbourQuery(
            terms, count: question.count, measure: question.measure, filter: try filters.rows(filter.spelling),
            excluded: filter.exclude.compactMap { table.words.index(of: $0) }, exact: question.exact)
        if !partsOfSpeech.isEmpty || !lemmas.isEmpty {
            query.accepts = { [forms] row in
                if !partsOfSpeech.isEmpty {
                    guard let pos = forms.pos(of: row, analyser), partsOfSpeech.contains(pos) else { return false }
                }
                return lemmas.isEmpty || !lemmas.contains(forms.lemma(of: row, analyser))
            }
        }
        switch question.folding {
        case .inflection?: query.foldKey = { [forms] row in forms.lemma(of: row, analyser) }
        case .letterCase?: query.foldKey = { [table] row in table.words[row].lowercased() }
        case nil: break
        }
        return (query, reached)
    }

    private func lemma(of word: String, _ analyser: @escaping WordForms.Analyser) -> String {
        if let index = table.words.index(of: word) { return forms.lemma(of: index, analyser) }
        return (WordReading(word, analyser(word)).lemmas.first ?? word).lowercased()
    }

    // MARK: - Comparing

    /// The cosine of the angle between the means of two sets of words, each of length 1; −1 to 1.
    package func similarity(
        _ a: [String], _ b: [String], _ analyser: @escaping WordForms.Analyser
    ) throws(RelatedWordsError) -> (similarity: Float, reached: [ReachedWord]) {
        var reached: [ReachedWord] = []
        let first = try mean(a, &reached, analyser)
        let second = try mean(b, &reached, analyser)
        guard !table.isPoisoned else { throw .cutShort }
        return (Self.cosine(first, second), reached)
    }

    /// The word that is least similar to the mean of all, and the similarity of each, in their order.
    package func outlier(
        _ words: [String], _ analyser: @escaping WordForms.Analyser
    ) throws(RelatedWordsError) -> (index: Int, similarities: [Float], reached: [ReachedWord]) {
        var reached: [ReachedWord] = []
        var vectors: [[Float]] = []
        for word in words {
            let found = try vector(of: word, analyser)
            if let way = found.reached { reached.append(way) }
            vectors.append(Self.unit(found.vector))
        }
        guard !table.isPoisoned else { throw .cutShort }
        let mean = Self.mean(vectors)
        let similarities = vectors.map { Self.cosine($0, mean) }
        let least = similarities.indices.min { similarities[$0] < similarities[$1] }
        guard let least else { throw .noDirection(reason: "no words came; expected at least one") }
        return (least, similarities, reached)
    }

    private func mean(
        _ words: [String], _ reached: inout [ReachedWord], _ analyser: @escaping WordForms.Analyser
    ) throws(RelatedWordsError) -> [Float] {
        var vectors: [[Float]] = []
        for word in words {
            let found = try vector(of: word, analyser)
            if let way = found.reached { reached.append(way) }
            vectors.append(Self.unit(found.vector))
        }
        guard !vectors.isEmpty else { throw .noDirection(reason: "no words came; expected at least one") }
        return Self.mean(vectors)
    }

    private static func mean(_ vectors: [[Float]]) -> [Float] {
        var sum = [Float](repeating: 0, count: vectors.first?.count ?? 0)
        for vector in vectors { for place in sum.indices { sum[place] += vector[place] } }
        return sum.map { $0 / Float(vectors.count) }
    }

    /// Zeros of zeros.
    private static func unit(_ vector: [Float]) -> [Float] {
        let length = Float(dot(vector, vector).squareRoot())
        return length > 0 && length.isFinite ? vector.map { $0 / length } : vector
    }

    /// 0 where one has no direction.
    private static func cosine(_ a: [Float], _ b: [Float]) -> Float {
        let lengths = (dot(a, a) * dot(b, b)).squareRoot()
        return lengths > 0 ? Float(max(-1, min(1, dot(a, b) / lengths))) : 0
    }

    private static func dot(_ a: [Float], _ b: [Float]) -> Double {
        zip(a, b).reduce(0) { $0 + Double($1.0) * Double($1.1) }
    }
}

/// Which rows a filter lets through: the last few filters are kept, so that one that is asked again costs nothing.
private final class FilterCache: Sendable {
    private let words: WordList
    private let kept = Mutex<[(filter: WordFilter.Spelling, rows: RowFilter)]>([])
    private static let most = 8

    init(_ words: WordList) { self.words = words }

    /// Nil where all may pass.
    func rows(_ filter: WordFilter.Spelling) throws(RelatedWordsError) -> RowFilter? {
        if filter.isEmpty { return nil }
        if let rows = kept.withLock({ kept in kept.first { $0.filter == filter }?.rows }) { return rows }
        let accepts = try filter.accepts(words)
        let rows = RowFilter(count: words.count) { accepts[$0] }
        kept.withLock { kept in
            if kept.count >= Self.most { kept.removeFirst() }
            kept.append((filter, rows))
        }
        return rows
    }
}
