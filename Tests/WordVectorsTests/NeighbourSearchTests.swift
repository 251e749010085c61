import Numerics
import Testing
import WordVectors

/// A table of made rows, and queries to ask it.
struct MadeTable {
    let table: VectorTable
    var noise = MadeNoise(state: 0)

    enum Kind: CaseIterable { case plain, clustered, tied, scaled, narrow }

    init(_ kind: Kind, count: Int, dimensions: Int, seed: UInt64, int8: Bool = false, coarse: Bool = false) throws {
        var noise = MadeNoise(state: seed)
        var values: [Float] = []
        let centres = (0..<max(1, count / 50)).map { _ in (0..<dimensions).map { _ in noise.next() } }
        for row in 0..<count {
            var vector = (0..<dimensions).map { _ in noise.next() }
            switch kind {
            case .plain: break
            case .clustered:
                let centre = centres[row % centres.count]
                vector = zip(centre, vector).map { $0 + 0.1 * $1 }
            case .tied:
                // Few different rows, so that most have equals; some zeros.
                vector = (0..<dimensions).map { Float((row % 7) * ($0 % 3 + 1)) - 3 }
                if row % 11 == 0 { vector = vector.map { _ in 0 } }
            case .scaled:
                let scale = Float(row % 23 - 11).magnitude
                vector = vector.map { $0 * (row % 2 == 0 ? exponent(scale) : 1 / exponent(scale)) }
                if row % 13 == 5 { vector = vector.map { _ in .nan } }
                if row % 13 == 6 { vector = vector.map { $0 * 1e30 } }
                if row % 13 == 7 { vector[0] = .infinity }
            case .narrow:
                // One number is far larger than the others: the scale leaves little of these.
                vector[row % dimensions] = 50
            }
            values += vector
        }
        let words = Self.words(count)
        self.noise = noise
        guard int8 else {
            let rows = VectorRows.float32(SharedElements(values))
            table = try VectorTable(
                words: words, dimensions: dimensions, rows: rows,
                index: QuantizedRows(quantizing: rows, dimensions: dimensions, coarse: coarse))
            return
        }
        let bytes = values.map { $0.isFinite ? Int8(max(-127, min(127, $0 * 40))) : 0 }
        let scales = (0..<count).map { Float($0 % 5) * 0.01 }
        table = try VectorTable(
            words: words, dimensions: dimensions, rows: .int8(SharedElements(bytes), scales: SharedElements(scales)))
    }

    static func words(_ count: Int) -> WordList {
        var kept: [Int] = []
        return WordList(distinct: (0..<count).lazy.map { "word\($0)" }, kept: &kept)
    }

    mutating func vector() -> [Float] { (0..<table.dimensions).map { _ in noise.next() } }
}

private func exponent(_ x: Float) -> Float { (0..<Int(x)).reduce(1) { power, _ in power * 10 } }

/// Numbers that are the same in every run, more or less normal.
struct MadeNoise {
    var state: UInt64

    mutating func bits() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }

    mutating func next() -> Float {
        (0..<4).reduce(Float(0)) { sum, _ in sum + Float(bits() >> 40) / Float(1 << 23) - 1 }
    }

    mutating func below(_ bound: Int) -> Int { Int(bits() % UInt64(max(1, bound))) }
}

@Suite struct NeighbourSearchTests {
    static let shapes: [(count: Int, dimensions: Int)] = [
        (0, 3), (1, 1), (2, 5), (15, 4), (16, 8), (17, 7), (100, 1), (333, 2), (500, 50), (1000, 33), (2000, 300),
        (10_000, 17),
    ]

    @Test(arguments: shapes, [false, true])
    func `the fast answer is the plain one's to the bit`(shape: (count: Int, dimensions: Int), int8: Bool) throws {
        for (number, kind) in MadeTable.Kind.allCases.enumerated() {
            var made = try MadeTable(
                kind, count: shape.count, dimensions: shape.dimensions, seed: UInt64(number + 1), int8: int8)
            let search = NeighbourSearch(made.table)
            var queries: [NeighbourQuery] = []
            for round in 0..<12 {
                for measure in SimilarityMeasure.allCases {
                    var query = NeighbourQuery(
                        [.init(.plain(made.vector()))], count: [1, 3, 10, 40][round % 4], measure: measure)
                    if round % 3 == 1, shape.count > 0 {
                        query.terms = (0...(round % 4)).map { _ in
                            .init(.row(made.noise.below(shape.count)), weight: made.noise.next())
                        }
                    }
                    if round % 3 == 2 {
                        query.excluded = (0..<5).map { _ in made.noise.below(shape.count) }
                        query.filter = RowFilter(count: shape.count) { ($0 * 7919) % (round + 1) == 0 }
                    }
                    if round % 5 == 4 { query.accepts = { $0 % 3 != 0 } }
                    queries.append(query)
                }
            }
            let together = search.nearest(queries)
            for (query, answer) in zip(queries, together) {
                let plain = Result { () throws(WordVectorsError) in try search.exhaustive(query) }
                let alone = Result { () throws(WordVectorsError) in try search.nearest(query) }
                #expect(answer == plain, "\(kind), \(query.measure)")
                #expect(alone == plain, "\(kind), \(query.measure)")
            }
        }
    }

    @Test func `rows of zeros, infinite ones and those of no number are never answered`() throws {
        let rows: [Float] = [0, 0, 1, 1, .nan, 1, 1, .infinity, 1e20, 0, 1e-20, 0, -1, 1]
        let table = try VectorTable(
            words: MadeTable.words(7), dimensions: 2, rows: .float32(SharedElements(rows)))
        for measure in SimilarityMeasure.allCases {
            let query = NeighbourQuery([.init(.plain([1, 2]))], count: 10, measure: measure)
            #expect(try NeighbourSearch(table).nearest(query).rows.map(\.index) == [1, 6])
        }
    }

    @Test func `equal rows stand in the order of the words`() throws {
        let rows = (0..<400).flatMap { row -> [Float] in row % 2 == 0 ? [1, 2, 3] : [3, 1, 0] }
        let table = try VectorTable(
            words: MadeTable.words(400), dimensions: 3, rows: .float32(SharedElements(rows)))
        let found = try NeighbourSearch(table).nearest(NeighbourQuery([.init(.plain([1, 2, 3]))], count: 7))
        #expect(found.rows.map(\.index) == [0, 2, 4, 6, 8, 10, 12])
    }

    @Test(arguments: [0, -1, 1_000_000_000, Int.max])
    func `any number of answers can be asked for`(count: Int) throws {
        let made = try MadeTable(.plain, count: 700, dimensions: 6, seed: 3)
        let found = try NeighbourSearch(made.table).nearest(NeighbourQuery(positive: [4], count: count))
        #expect(found.rows.count == (count > 0 ? 699 : 0))
        #expect(!found.rows.contains { $0.index == 4 })
    }

    @Test func `a filter that leaves nothing has no answer, and one that ends early leaves out what is beyond`() throws
    {
        let made = try MadeTable(.plain, count: 1000, dimensions: 6, seed: 3)
        let search = NeighbourSearch(made.table)
        var query = NeighbourQuery(positive: [4], count: 5)
        query.filter = RowFilter(count: 1000) { _ in false }
        #expect(try search.nearest(query).rows.isEmpty)
        query.filter = RowFilter(count: 20) { _ in true }
        #expect(try search.nearest(query).rows.allSatisfy { $0.index < 20 })
        #expect(try search.nearest(query) == search.exhaustive(query))
        query.filter = RowFilter(count: 1000) { $0 == 99 || (991...994).contains($0) }
        #expect(try Set(search.nearest(query).rows.map(\.index)) == [99, 991, 992, 993, 994])
        query.filter = nil
        query.accepts = { _ in false }
        #expect(try search.nearest(query).rows.isEmpty)
    }

    @Test func `of rows that fold into one key the best stands`() throws {
        let made = try MadeTable(.clustered, count: 2000, dimensions: 12, seed: 8)
        let search = NeighbourSearch(made.table)
        for count in [1, 10, 60, 1000] {
            var query = NeighbourQuery(positive: [77], count: count)
            query.foldKey = { "\($0 / 40)" }
            let found = try search.nearest(query)
            #expect(found == (try search.exhaustive(query)))
            #expect(found.rows.count == min(count, 50))
            #expect(Set(found.rows.map { $0.index / 40 }).count == found.rows.count)
        }
    }

    @Test func `what is asked rarely is asked of few rows`() throws {
        let made = try MadeTable(.plain, count: 10_000, dimensions: 40, seed: 8)
        let asked = Counter()
        var query = NeighbourQuery(positive: [77], count: 5)
        query.accepts = { row in
            asked.rows += 1
            return row % 2 == 0
        }
        #expect(try NeighbourSearch(made.table).nearest(query).rows.count == 5)
        #expect(asked.rows < 600)
    }

    private final class Counter: @unchecked Sendable { var rows = 0 }

    @Test func `a query without a direction, or of another size, is refused`() throws {
        let made = try MadeTable(.plain, count: 20, dimensions: 2, seed: 8)
        let search = NeighbourSearch(made.table)
        func refused(_ terms: [NeighbourQuery.Term], _ measure: SimilarityMeasure = .cosine) -> Bool {
            (try? search.nearest(NeighbourQuery(terms, count: 3, measure: measure))) == nil
        }
        for measure in SimilarityMeasure.allCases {
            #expect(refused([], measure))
            #expect(refused([.init(.plain([0, 0]))], measure))
            #expect(refused([.init(.plain([1, .nan]))], measure))
            #expect(refused([.init(.plain([1, 2, 3]))], measure))
            #expect(refused([.init(.row(20))], measure))
            #expect(refused([.init(.row(-1))], measure))
            #expect(refused([.init(.row(1), weight: .infinity)], measure))
            #expect(refused([.init(.row(1), weight: 0)], measure))
        }
        #expect(refused([.init(.row(1)), .init(.row(1), weight: -1)]))
        #expect(refused([.init(.plain([1e30, 1e30]))], .dot))
        #expect(!refused([.init(.plain([1e30, 1e30]))]))
        #expect(refused([.init(.row(1), weight: -1)], .cosmul))
    }

    @Test func `a first look in 4 bits finds what is near, says so, and can be done without`() throws {
        var made = try MadeTable(.clustered, count: 20_000, dimensions: 64, seed: 5, coarse: true)
        let search = NeighbourSearch(made.table)
        var (found, wanted) = (0, 0)
        for _ in 0..<50 {
            var query = NeighbourQuery([.init(.plain(made.vector()))], count: 10)
            let answer = try search.nearest(query)
            #expect(!answer.isExact)
            query.exact = true
            let exact = try search.nearest(query)
            #expect(exact.isExact)
            #expect(exact == (try search.exhaustive(query)))
            wanted += exact.rows.count
            found += Set(answer.rows.map(\.index)).intersection(exact.rows.map(\.index)).count
        }
        #expect(wanted == 500)
        #expect(found >= 499)
    }

    @Test func `parts in pieces are the parts of all, and pass their check`() throws {
        let made = try MadeTable(.plain, count: 1000, dimensions: 9, seed: 5, coarse: true)
        let parts = made.table.index.parts
        #expect(throws: Never.self) { try QuantizedRows(checking: parts, count: 1000, dimensions: 9) }
        var (values, norms, coarse): ([UInt8], [Float], [UInt8]) = ([], [], [])
        for start in stride(from: 0, to: 1000, by: 160) {
            let some = (start..<min(1000, start + 160)).flatMap { made.table.vector(at: $0) }
            let piece = try QuantizedRows(
                quantizing: .float32(SharedElements(some)), dimensions: 9, coarse: true
            ).parts
            piece.values.withUnsafeElements { values += $0 }
            piece.norms.withUnsafeElements { norms += $0 }
            piece.coarse?.values.withUnsafeElements { coarse += $0 }
        }
        #expect(parts.values.withUnsafeElements { $0.elementsEqual(values) })
        #expect(parts.norms.withUnsafeElements { $0.elementsEqual(norms) })
        #expect(parts.coarse?.values.withUnsafeElements { $0.elementsEqual(coarse) } == true)
    }

    @Test(arguments: 1...20)
    func `an index that lies about its rows ends nothing`(seed: UInt64) throws {
        var made = try MadeTable(.plain, count: 3000, dimensions: 9, seed: seed)
        func lengths() -> SharedElements<Float> {
            let choices: [Float] = [0, 1, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 1e-20, 1e20]
            return SharedElements((0..<3008).map { _ in choices[made.noise.below(choices.count)] })
        }
        let parts = QuantizedRows.Parts(
            values: SharedElements((0..<(188 * 3 * 64)).map { _ in UInt8(made.noise.below(256)) }), scales: lengths(),
            errors: lengths(), norms: lengths())
        let table = try VectorTable(
            words: made.table.words, dimensions: 9, rows: made.table.rows,
            index: QuantizedRows(checking: parts, count: 3000, dimensions: 9))
        for measure in SimilarityMeasure.allCases {
            let found = try NeighbourSearch(table).nearest(
                NeighbourQuery(positive: [1, 5], count: 20, measure: measure))
            #expect(found.rows.allSatisfy { $0.index >= 0 && $0.index < 3000 && !$0.similarity.isNaN })
        }
    }

    @Test func `parts that do not fit the rows are refused`() throws {
        let made = try MadeTable(.plain, count: 20, dimensions: 9, seed: 5, coarse: true)
        func refused(_ change: (inout QuantizedRows.Parts) -> Void) -> Bool {
            var parts = made.table.index.parts
            change(&parts)
            return (try? QuantizedRows(checking: parts, count: 20, dimensions: 9)) == nil
        }
        let (few, many) = (SharedElements<Float>([1, 2]), [Float](repeating: 1, count: 31))
        #expect(!refused { _ in })
        #expect(refused { $0.values = SharedElements([1, 2]) })
        #expect(refused { $0.scales = few })
        #expect(refused { $0.errors = SharedElements(many + [-1]) })
        #expect(refused { $0.norms = SharedElements(many + [.nan]) })
        #expect(refused { $0.norms = SharedElements(many + [.infinity]) })
        #expect(refused { $0.coarse?.values = SharedElements([1, 2]) })
        #expect(refused { $0.coarse?.scales = SharedElements(many + [-.nan]) })
        #expect(!refused { $0.norms = SharedElements(many + [-0.0]) })
    }
}
