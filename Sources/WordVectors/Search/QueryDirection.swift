import Numerics

/// A query as the rows are compared with it.
struct QueryDirection {
    /// What is multiplied with the rows: one vector, or for `cosmul` one of each term, all of length 1 but for `dot`.
    var vectors: [[Float]]
    /// Of `vectors`, those that the answers are to be like come first.
    var positives: Int
    var measure: SimilarityMeasure
    /// Rows that are no answers, in their order.
    var excluded: [Int]

    init(_ query: NeighbourQuery, in table: VectorTable) throws(WordVectorsError) {
        measure = query.measure
        var excluded = Set(query.excluded)
        var terms: [(vector: [Double], weight: Double)] = []
        for term in query.terms {
            guard term.weight.isFinite else {
                throw .invalid(field: "weight", reason: "\(term.weight) came; expected a number")
            }
            if case .row(let row) = term.vector { excluded.insert(row) }
            terms.append((try Self.vector(term.vector, measure: measure, in: table), Double(term.weight)))
        }
        self.excluded = excluded.sorted()
        guard !terms.isEmpty else { throw .noQuery(reason: "nothing to look for: give at least one word or vector") }
        guard measure == .cosmul else {
            var mean = [Double](repeating: 0, count: table.dimensions)
            var total = 0.0
            for (vector, weight) in terms {
                total += weight.magnitude
                for place in mean.indices { mean[place] += weight * vector[place] }
            }
            if total > 0 { for place in mean.indices { mean[place] /= total } }
            vectors = [try Self.checked(mean, unit: measure == .cosine)]
            positives = 1
            return
        }
        vectors = []
        let like = terms.filter { $0.weight > 0 }
        guard !like.isEmpty else {
            throw .noQuery(reason: "a product needs a word or vector that answers are to be like: give one")
        }
        for (vector, _) in like + terms.filter({ $0.weight <= 0 }) {
            vectors.append(try Self.checked(vector, unit: true))
        }
        positives = like.count
    }

    private static func vector(
        _ vector: NeighbourQuery.Term.Vector, measure: SimilarityMeasure, in table: VectorTable
    ) throws(WordVectorsError) -> [Double] {
        let values: [Float]
        var isUnit = measure != .dot
        switch vector {
        case .row(let row):
            guard row >= 0, row < table.count else {
                throw .invalid(field: "row", reason: "\(row) came; expected one of \(table.count)")
            }
            values = table.vector(at: row)
        case .word(let word): values = word
        case .plain(let plain):
            values = plain
            isUnit = false
        }
        guard values.count == table.dimensions else {
            throw .invalid(field: "vector", reason: "\(values.count) numbers came; expected \(table.dimensions)")
        }
        guard values.allSatisfy(\.isFinite) else {
            throw .invalid(field: "vector", reason: "one of its numbers is infinite or none")
        }
        let wide = values.map(Double.init)
        let norm = length(wide)
        return isUnit && norm > 0 ? wide.map { $0 / norm } : wide
    }

    private static func checked(_ vector: [Double], unit: Bool) throws(WordVectorsError) -> [Float] {
        let norm = length(vector)
        guard norm > 0 else {
            throw .noQuery(
                reason: "the words cancel each other out, or have only zeros: there is no direction to look in")
        }
        guard unit || QuantizedRows.norms.contains(Float(norm)) else {
            throw .noQuery(
                reason: "the vector's length is \(norm); a product needs \(QuantizedRows.norms.lowerBound) to "
                    + "\(QuantizedRows.norms.upperBound): scale it")
        }
        return vector.map { Float(unit ? $0 / norm : $0) }
    }

    private static func length(_ vector: [Double]) -> Double {
        vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }

    func excludes(_ row: Int) -> Bool {
        var (start, end) = (0, excluded.count)
        while start < end {
            let middle = (start + end) / 2
            if excluded[middle] < row { start = middle + 1 } else { end = middle }
        }
        return start < excluded.count && excluded[start] == row
    }

    /// How similar a row is, where `products` are those of `vectors` with it.
    func similarity(products: some Collection<Float>, norm: Float) -> Float {
        switch measure {
        case .cosine: return (products.first ?? 0) / norm
        case .dot: return products.first ?? 0
        case .cosmul:
            var (like, unlike) = (1.0, 1.0)
            for (place, product) in products.enumerated() {
                let half = max(0, (1 + Double(product / norm)) / 2)
                if place < positives { like *= half } else { unlike *= half }
            }
            // An empty product is 1, as gensim has it.
            return Float(like / (unlike + 1e-6))
        }
    }
}
