import Numerics
import Testing
import WordVectors

@Suite struct EvaluationTests {
    /// Words on a plane, at so many degrees; the length of the last is another.
    static func table() throws -> VectorTable {
        let places: [(String, Float, Float)] = [
            ("King", 1, 0), ("man", 0.9, 0.1), ("woman", 0.8, 0.4), ("queen", 0.9, 0.3), ("Queen", 0, 1),
            ("WOMAN", -1, 0), ("apple", 0.1, -0.9), ("pear", 0.2, -3.9),
        ]
        var kept: [Int] = []
        return try VectorTable(
            words: WordList(distinct: places.map(\.0), kept: &kept), dimensions: 2,
            rows: .float32(SharedElements(places.flatMap { [$0.1, $0.2] })))
    }

    @Test func `a file is of pairs or of analogies by its first line, and lines that are neither are counted`() throws {
        var skipped = 0
        let pairs = try EvaluationSet(
            parsing: "# a comment\n\nking\tqueen\t8.5\r\napple  pear 9\nno number here\nnew york\tcity\t3\n",
            skipped: &skipped)
        #expect(
            pairs
                == .pairs([
                    .init(a: "king", b: "queen", score: 8.5), .init(a: "apple", b: "pear", score: 9),
                    .init(a: "new york", b: "city", score: 3),
                ]))
        #expect(skipped == 1)
        let analogies = try EvaluationSet(parsing: ": family\na b c d\na b c\n: other\nA B C D\n", skipped: &skipped)
        #expect(
            analogies
                == .analogies([
                    .init(name: "family", questions: [["a", "b", "c", "d"]]),
                    .init(name: "other", questions: [["A", "B", "C", "D"]]),
                ]))
        #expect(skipped == 1)
        for text in ["", "#", ": a\n: b\n", "one two\n", "a\tb\tnan\n"] {
            #expect(throws: WordVectorsError.self) { try EvaluationSet(parsing: text, skipped: &skipped) }
        }
    }

    @Test func `pairs are compared without regard to case, and those of unknown words are counted`() throws {
        let scores = VectorEvaluation(try Self.table()).scores(of: [
            .init(a: "KING", b: "man", score: 9), .init(a: "Apple", b: "pear", score: 8),
            .init(a: "king", b: "woman", score: 7), .init(a: "queen", b: "pear", score: 1),
            .init(a: "queen", b: "unknown", score: 1),
        ])
        // By scipy's spearmanr and pearsonr of the cosines 0.99388, 0.99818, 0.89443 and -0.26723.
        #expect(abs((scores.spearman ?? 0) - 0.8) < 1e-12)
        #expect(abs((scores.pearson ?? 0) - 0.985864) < 1e-5)
        #expect(scores.known == 4)
        #expect(scores.unknown == 1)
    }

    @Test func `too few pairs, or equal ones, have no correlation`() throws {
        let evaluation = VectorEvaluation(try Self.table())
        #expect(evaluation.scores(of: []).spearman == nil)
        #expect(evaluation.scores(of: [.init(a: "king", b: "man", score: 9)]).pearson == nil)
        let equal = ["man", "pear"].map { EvaluationSet.WordPair(a: "king", b: $0, score: 9) }
        #expect(evaluation.scores(of: equal).spearman == nil)
    }

    @Test func `analogies are answered by the nearest that is none of the question's words in any case`() throws {
        let evaluation = VectorEvaluation(try Self.table())
        let sections = [
            EvaluationSet.AnalogySection(
                name: "family",
                questions: [
                    ["man", "woman", "KING", "queen"], ["man", "woman", "king", "pear"],
                    ["man", "woman", "king", "nobody"],
                ]),
            EvaluationSet.AnalogySection(name: "none", questions: []),
        ]
        let scores = try #require(evaluation.scores(of: sections))
        #expect(scores.map(\.name) == ["family", "none"])
        #expect([scores[0].right, scores[0].known, scores[0].unknown] == [1, 2, 1])
        #expect(scores[0].accuracy == 0.5)
        #expect(scores[1].accuracy == nil)
        // The first four words alone.
        let few = try #require(VectorEvaluation(evaluation.table, limit: 4).scores(of: sections))
        #expect([few[0].right, few[0].known, few[0].unknown] == [1, 1, 2])
    }

    @Test func `an evaluation can be left`() throws {
        let evaluation = VectorEvaluation(try Self.table())
        let questions = [[String]](repeating: ["man", "woman", "king", "queen"], count: 1000)
        #expect(evaluation.scores(of: [.init(name: "family", questions: questions)], progress: { _ in false }) == nil)
        let scores = evaluation.scores(of: [.init(name: "family", questions: questions)], progress: { $0 <= 1000 })
        #expect(scores?.first?.right == 1000)
    }
}

@Suite struct ComparisonTests {
    @Test func `groups of words are compared by their means, and the odd one is least like all`() throws {
        let comparison = Comparison(try EvaluationTests.table())
        // gensim: n_similarity of the same rows.
        #expect(abs(try comparison.similarity([[1, 0], [0, 1]], [[2, 2]]) - 1) < 1e-6)
        #expect(abs(try comparison.similarity([[3, 0], [0, 4]], [[1, 0]]) - 0.6) < 1e-6)
        let odd = try comparison.centralities([[1, 0], [9, 1], [1, 0.2], [-1, 5]])
        #expect(odd.enumerated().min { $0.element < $1.element }?.offset == 3)
        for vectors in [[], [[0, 0]], [[1, 0], [-1, 0]], [[.nan, 1]], [[1, 2, 3]]] as [[[Float]]] {
            #expect(throws: WordVectorsError.self) { try comparison.similarity(vectors, [[1, 0]]) }
        }
    }
}
