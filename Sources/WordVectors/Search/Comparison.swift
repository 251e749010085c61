import Numerics

/// How alike words, or groups of them, are.
package struct Comparison: Sendable {
    package let table: VectorTable

    package init(_ table: VectorTable) { self.table = table }

    /// The cosine of the means of two groups of vectors, as they are: gensim's `n_similarity`, and `similarity` of one
    /// word each.
    package func similarity(_ a: [[Float]], _ b: [[Float]]) throws(WordVectorsError) -> Float {
        let (one, other) = (try direction(of: a, unit: false), try direction(of: b, unit: false))
        return Float(Self.product(one, other))
    }

    /// How alike each vector is to the mean of all their directions: the least is the odd one. gensim's
    /// `rank_by_centrality` and `doesnt_match`.
    package func centralities(_ vectors: [[Float]]) throws(WordVectorsError) -> [Float] {
        let mean = try direction(of: vectors, unit: true)
        var similarities: [Float] = []
        for vector in vectors {
            similarities.append(Float(Self.product(mean, try direction(of: [vector], unit: false))))
        }
        return similarities
    }

    /// The mean, made a unit vector.
    private func direction(of vectors: [[Float]], unit: Bool) throws(WordVectorsError) -> [Double] {
        guard !vectors.isEmpty else { throw .noQuery(reason: "no words to compare: give at least one") }
        var sum = [Double](repeating: 0, count: table.dimensions)
        for vector in vectors {
            guard vector.count == table.dimensions else {
                throw .invalid(field: "vector", reason: "\(vector.count) numbers came; expected \(table.dimensions)")
            }
            let wide = vector.map(Double.init)
            let norm = Self.product(wide, wide).squareRoot()
            guard norm.isFinite else {
                throw .invalid(field: "vector", reason: "one of its numbers is infinite or none")
            }
            guard norm > 0 else {
                throw .noQuery(reason: "a vector has only zeros: there is no direction to compare")
            }
            for place in sum.indices { sum[place] += unit ? wide[place] / norm : wide[place] }
        }
        let norm = Self.product(sum, sum).squareRoot()
        guard norm > 0 else {
            throw .noQuery(reason: "the words cancel each other out: there is no direction to compare")
        }
        return sum.map { $0 / norm }
    }

    private static func product(_ a: [Double], _ b: [Double]) -> Double {
        zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
    }
}
