import Numerics
import Testing
import WordVectors

/// What gensim answers about a small table: Tests/Goldens/neighbours/make_goldens.py.
@Suite struct NeighbourGoldensTests {
    let table: VectorTable
    /// What is asked, in parts, and the answer.
    let questions: [(asked: [String], answer: String)]

    init() throws {
        let tests = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
        let text = try FileBytes(path: "/\(tests)/Goldens/neighbours/neighbours.txt").withUnsafeBytes {
            String(decoding: $0, as: UTF8.self)
        }
        var rows: [[Float]] = []
        var questions: [(asked: [String], answer: String)] = []
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: "\t").map(String.init)
            let words = parts[0].split(separator: " ").map(String.init)
            if words[0] == "row" { rows.append(words.dropFirst().compactMap(Float.init)) }
            if parts.count == 2 { questions.append((words, parts[1])) }
        }
        self.questions = questions
        var kept: [Int] = []
        table = try VectorTable(
            words: WordList(distinct: (0..<rows.count).map { "w\($0)" }, kept: &kept), dimensions: rows[0].count,
            rows: .float32(SharedElements(rows.joined().map { $0 })))
    }

    private func answers(to kind: String) -> [(asked: [String], answer: String)] {
        questions.filter { $0.asked[0] == kind }.map { (Array($0.asked.dropFirst()), $0.answer) }
    }

    private func row(_ word: String) throws -> Int { try #require(table.words.index(of: word)) }

    private func expect(_ found: Neighbours, _ answer: String, tolerance: Float, _ question: [String]) throws {
        let wanted = answer.split(separator: " ").map { $0.split(separator: ":") }
        #expect(found.rows.count == wanted.count, "\(question)")
        for (neighbour, pair) in zip(found.rows, wanted) {
            let similarity = try #require(Float(pair[1]))
            #expect(abs(neighbour.similarity - similarity) <= tolerance * max(1, abs(similarity)), "\(question)")
            // Two rows are the same, and gensim's order of those is nobody's.
            let word = table.words[neighbour.index]
            let twins = ["w4", "w11"]
            #expect(word == pair[0] || twins.contains(word) && twins.contains(String(pair[0])), "\(question)")
        }
    }

    private func terms(_ words: [String]) throws -> [NeighbourQuery.Term] {
        try words.map { word in
            let parts = word.split(separator: ":").map(String.init)
            return NeighbourQuery.Term(.row(try row(parts[0])), weight: try #require(Float(parts[1])))
        }
    }

    @Test(arguments: [SimilarityMeasure.cosine, .cosmul])
    func `sums and products of words have gensim's neighbours`(measure: SimilarityMeasure) throws {
        let all = answers(to: measure.rawValue)
        #expect(all.count == 12)
        for (asked, answer) in all {
            let query = NeighbourQuery(try terms(asked), count: 6, measure: measure)
            // A quotient of small numbers in float32.
            let found = try NeighbourSearch(table).nearest(query)
            try expect(found, answer, tolerance: measure == .cosmul ? 1e-4 : 2e-6, asked)
        }
    }

    @Test func `a vector beside a word counts as long as it is`() throws {
        let all = answers(to: "vector")
        #expect(all.count == 6)
        for (asked, answer) in all {
            let vector = asked.dropFirst().compactMap(Float.init)
            let query = NeighbourQuery([.init(.row(try row(asked[0]))), .init(.plain(vector))], count: 6)
            try expect(try NeighbourSearch(table).nearest(query), answer, tolerance: 2e-6, asked)
        }
    }

    @Test func `a limit is gensim's restrict_vocab`() throws {
        let all = answers(to: "limit")
        #expect(all.count == 6)
        for (asked, answer) in all {
            var query = NeighbourQuery(positive: [2], count: 6)
            query.filter = RowFilter(count: table.count, limit: try #require(Int(asked[0])))
            try expect(try NeighbourSearch(table).nearest(query), answer, tolerance: 2e-6, asked)
        }
    }

    @Test func `the odd one, groups and ranks are gensim's`() throws {
        let comparison = Comparison(table)
        for (asked, answer) in answers(to: "odd") {
            let similarities = try comparison.centralities(try asked.map { table.vector(at: try row($0)) })
            let least = zip(asked, similarities).min { $0.1 < $1.1 }
            #expect(least?.0 == answer, "\(asked)")
        }
        for (asked, answer) in answers(to: "groups") {
            let groups = asked.split(separator: "-")
            let vectors = try groups.map { try $0.map { table.vector(at: try row($0)) } }
            let similarity = try comparison.similarity(vectors[0], vectors[1])
            #expect(abs(similarity - (try #require(Float(answer)))) < 2e-6, "\(asked)")
        }
        for (asked, answer) in answers(to: "rank") {
            let query = NeighbourQuery(positive: [try row(asked[0])], count: table.count)
            let row = try row(asked[1])
            let place = try NeighbourSearch(table).nearest(query).rows.firstIndex { $0.index == row }
            #expect(place.map { $0 + 1 } == Int(answer), "\(asked)")
        }
        #expect([answers(to: "odd"), answers(to: "groups"), answers(to: "rank")].map(\.count) == [8, 8, 8])
    }
}
