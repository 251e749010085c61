import Synchronization
package import TextAnalysis
package import WordVectors

/// What else could it say? The words near a word, a sum of words or a vector, and how near words are to each other.
///
/// Vectors find related words, not synonyms: antonyms stand in the same places. `WordRelations` tells them apart.
package final class RelatedWords: Sendable {
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
        /// The mean: of vectors of length 1, but with the measure dot of the vectors as they are.
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
        /// Asked while words are analysed, which may take long: false ends that, and the answer is worth nothing.
        package var isWanted: @Sendable () -> Bool = { true }

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
        let (query, reached) = try prepare(question, analyser)
        return try answer(Result { () throws(WordVectorsError) in try search.nearest(query) }, reached)
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
                return try answer(result, reached)
            }
        }
    }

    private func answer(
        _ result: Result<Neighbours, WordVectorsError>, _ reached: [ReachedWord]
    ) throws(RelatedWordsError) -> Answer {
        let found: Neighbours
        do throws(WordVectorsError) { found = try result.get() } catch {
            throw .noDirection(reason: error.description)
        }
        guard !table.isPoisoned else { throw .cutShort }
        return Answer(
            reached: reached, neighbours: found.rows.map { (table.words[$0.index], $0.similarity) },
            isExact: found.isExact)
    }

    /// The question in rows and vectors, and the words of it that are not listed.
    private func prepare(
        _ question: Question, _ analyser: @escaping WordForms.Analyser
    ) throws(RelatedWordsError) -> (query: NeighbourQuery, reached: [ReachedWord]) {
        var reached: [ReachedWord] = []
        // Listed ones, where their lemmas are to be left out.
        var asked: [String] = []
        let filter = question.filter
        func term(_ word: String, _ weight: Float) throws(RelatedWordsError) -> NeighbourQuery.Term {
            if let index = table.words.index(of: word) {
                guard table.isFinite(at: index) else { throw .notFinite(word: word) }
                // Rows that are gone read as zeros.
                guard !table.isPoisoned else { throw .cutShort }
                if !filter.sameLemma { asked.append(word) }
                return .init(.row(index), weight: weight)
            }
            let found = try vector(of: word, analyser)
            if let way = found.reached { reached.append(way) }
            if !filter.sameLemma { asked.append(found.reached?.listed ?? word) }
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
        let partsOfSpeech = filter.partsOfSpeech
        let lemmas = Set(asked.map { lemma(of: $0, analyser) })
        var query = NeighbourQuery(
            terms, count: question.count, measure: question.measure, filter: try filters.rows(filter.spelling),
            excluded: filter.exclude.compactMap { table.words.index(of: $0) }, exact: question.exact)
        if !partsOfSpeech.isEmpty || !lemmas.isEmpty {
            query.accepts = { [forms, isWanted = question.isWanted] row in
                guard isWanted() else { return false }
                if !partsOfSpeech.isEmpty {
                    guard let pos = forms.pos(of: row, analyser), partsOfSpeech.contains(pos) else { return false }
                }
                return lemmas.isEmpty || !lemmas.contains(forms.lemma(of: row, analyser))
            }
        }
        switch question.folding {
        case .inflection?:
            query.foldKey = { [forms, isWanted = question.isWanted] row in
                isWanted() ? forms.lemma(of: row, analyser) : ""
            }
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

    /// The cosine of the angle between the means of two sets of words; −1 to 1. See `Comparison`.
    package func similarity(
        _ a: [String], _ b: [String], _ analyser: WordForms.Analyser
    ) throws(RelatedWordsError) -> (similarity: Float, reached: [ReachedWord]) {
        let (first, second) = (try vectors(of: a, analyser), try vectors(of: b, analyser))
        do throws(WordVectorsError) {
            let similarity = try Comparison(table).similarity(first.vectors, second.vectors)
            return (similarity, first.reached + second.reached)
        } catch {
            throw .noDirection(reason: error.description)
        }
    }

    /// The word that is least similar to the mean of all directions, and the similarity of each, in their order.
    package func outlier(
        _ words: [String], _ analyser: WordForms.Analyser
    ) throws(RelatedWordsError) -> (index: Int, similarities: [Float], reached: [ReachedWord]) {
        let (vectors, reached) = try vectors(of: words, analyser)
        let similarities: [Float]
        do throws(WordVectorsError) { similarities = try Comparison(table).centralities(vectors) } catch {
            throw .noDirection(reason: error.description)
        }
        guard let least = similarities.indices.min(by: { similarities[$0] < similarities[$1] }) else {
            throw .noDirection(reason: "no words came; expected at least one")
        }
        return (least, similarities, reached)
    }

    private func vectors(
        of words: [String], _ analyser: WordForms.Analyser
    ) throws(RelatedWordsError) -> (vectors: [[Float]], reached: [ReachedWord]) {
        var vectors: [[Float]] = []
        var reached: [ReachedWord] = []
        for word in words {
            let found = try vector(of: word, analyser)
            if let way = found.reached { reached.append(way) }
            vectors.append(found.vector)
        }
        return (vectors, reached)
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
            // Somebody else may have made it meanwhile.
            if kept.contains(where: { $0.filter == filter }) { return }
            if kept.count >= Self.most { kept.removeFirst() }
            kept.append((filter, rows))
        }
        return rows
    }
}
