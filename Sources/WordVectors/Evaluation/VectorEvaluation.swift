internal import Dispatch
internal import Synchronization

/// How well vectors agree with people. Words are found without regard to case, the first of several forms, and among
/// the first 300,000 words only: gensim's `evaluate_word_pairs` and `evaluate_word_analogies`.
package struct VectorEvaluation: Sendable {
    package let table: VectorTable
    /// How many of the first words take part.
    package let limit: Int

    package static let usualLimit = 300_000

    package init(_ table: VectorTable, limit: Int = usualLimit) {
        self.table = table
        self.limit = max(0, min(limit, table.count))
    }

    package struct PairScores: Sendable, Equatable {
        /// From -1 to 1; nil where there are fewer than two pairs, or all numbers of one kind are equal.
        package var spearman: Double?
        package var pearson: Double?
        /// Pairs of which both words are there.
        package var known: Int
        package var unknown: Int
    }

    package func scores(of pairs: [EvaluationSet.WordPair]) -> PairScores {
        let rows = rows(of: pairs.lazy.flatMap { [$0.a, $0.b] })
        var (judged, computed): ([Double], [Double]) = ([], [])
        for pair in pairs {
            guard let a = rows[pair.a.uppercased()], let b = rows[pair.b.uppercased()] else { continue }
            judged.append(pair.score)
            // As gensim: words whose vectors are zeros are alike to nothing.
            let similarity = try? Comparison(table).similarity([table.vector(at: a)], [table.vector(at: b)])
            computed.append(Double(similarity ?? 0))
        }
        return PairScores(
            spearman: Correlation.spearman(judged, computed), pearson: Correlation.pearson(judged, computed),
            known: judged.count, unknown: pairs.count - judged.count)
    }

    package struct AnalogyScores: Sendable, Equatable {
        package var name: String
        package var right = 0
        /// Questions of which all words are there.
        package var known = 0
        package var unknown = 0

        package init(name: String) { self.name = name }

        package var accuracy: Double? { known > 0 ? Double(right) / Double(known) : nil }
    }

    /// Of each section: how often the nearest to b − a + c, other than these, is d. On all cores.
    /// - Parameter progress: is told how many questions have been answered, and says whether to go on; from one
    ///   thread after the other.
    /// - Returns: nil where it was told not to go on.
    package func scores(
        of sections: [EvaluationSet.AnalogySection], progress: @Sendable (Int) -> Bool = { _ in true }
    ) -> [AnalogyScores]? {
        let rows = rows(of: sections.lazy.flatMap { $0.questions.joined() })
        var scores = sections.map { AnalogyScores(name: $0.name) }
        var questions: [Question] = []
        for (section, analogies) in sections.enumerated() {
            for words in analogies.questions {
                let words = words.map { $0.uppercased() }
                let known = words.compactMap { rows[$0] }
                guard words.count == 4, known.count == 4 else {
                    scores[section].unknown += 1
                    continue
                }
                scores[section].known += 1
                questions.append(Question(section: section, words: words, rows: known))
            }
        }
        guard let right = answers(questions, progress) else { return nil }
        for (question, isRight) in zip(questions, right) where isRight { scores[question.section].right += 1 }
        return scores
    }

    private struct Question: Sendable {
        var section: Int
        var words: [String]
        var rows: [Int]
    }

    private func answers(_ questions: [Question], _ progress: @Sendable (Int) -> Bool) -> [Bool]? {
        // Large enough that passes are full, and small enough for all cores to end together.
        let piece = 64
        let filter = limit < table.count ? RowFilter(count: table.count, limit: limit) : nil
        let search = NeighbourSearch(table)
        // Questions answered, and whether to go on.
        let done = Mutex((count: 0, isWanted: true))
        var right = [Bool](repeating: false, count: questions.count)
        right.withUnsafeMutableBufferPointer { right in
            // Each writes its own places, and concurrentPerform waits for them all.
            nonisolated(unsafe) let right = right
            withoutActuallyEscaping(progress) { progress in
                DispatchQueue.concurrentPerform(iterations: (questions.count + piece - 1) / piece) { number in
                    guard done.withLock({ $0.isWanted }) else { return }
                    let places = (number * piece)..<min(questions.count, (number + 1) * piece)
                    let queries = questions[places].map { question in
                        var query = NeighbourQuery(
                            positive: [question.rows[1], question.rows[2]], negative: [question.rows[0]], count: 5)
                        query.filter = filter
                        query.exact = true
                        return query
                    }
                    for (place, answer) in zip(places, search.nearest(queries)) {
                        let found = (try? answer.get().rows) ?? []
                        right[place] = isRight(questions[place], found)
                    }
                    done.withLock { done in
                        done.count += places.count
                        done.isWanted = progress(done.count) && done.isWanted
                    }
                }
            }
        }
        return done.withLock { $0.isWanted } ? right : nil
    }

    /// The first of five that is none of the question's words in another case; the last of them where all are.
    private func isRight(_ question: Question, _ found: [Neighbour]) -> Bool {
        var predicted = ""
        for neighbour in found {
            predicted = table.words[neighbour.index].uppercased()
            if !question.words[..<3].contains(predicted) { break }
        }
        return predicted == question.words[3]
    }

    /// Where the words are, by their upper case: the first of several.
    private func rows(of words: some Sequence<String>) -> [String: Int] {
        let wanted = Set(words.map { $0.uppercased() })
        var rows: [String: Int] = [:]
        for row in 0..<limit {
            let word = table.words[row].uppercased()
            if wanted.contains(word), rows[word] == nil { rows[word] = row }
        }
        return rows
    }
}
