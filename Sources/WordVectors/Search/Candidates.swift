import Numerics

/// The rows that may be among the best, by bounds of their similarities.
///
/// The k-th greatest lower bound so far is what a row must be able to reach. In the end the few that are left are
/// compared in float32, those with the greatest upper bound first, until none can be among the best.
struct Candidates {
    let count: Int
    let direction: QueryDirection
    let accepts: (@Sendable (Int) -> Bool)?

    private var lower: BestRows
    /// With upper bounds.
    private var rows: [Neighbour] = []
    private var limit: Int

    init(_ query: NeighbourQuery, _ direction: QueryDirection, count: Int) {
        self.count = count
        self.direction = direction
        self.accepts = query.accepts
        self.lower = BestRows(capacity: count)
        self.limit = 4 * count + 1024
    }

    /// What a row must be able to reach; nil while there is room.
    var least: Float? { lower.worst?.similarity }

    mutating func see(_ row: Int, from low: Float, to high: Float) {
        if let least, high < least { return }
        guard !direction.excludes(row), accepts?(row) ?? true else { return }
        rows.append(Neighbour(index: row, similarity: high))
        lower.insert(Neighbour(index: row, similarity: low))
        guard rows.count >= limit, let least else { return }
        rows.removeAll { $0.similarity < least }
        limit = max(limit, 2 * rows.count)
    }

    func best(in table: VectorTable) -> [Neighbour] {
        let least = least ?? -.infinity
        let candidates = rows.filter { $0.similarity >= least }.sorted { $0.similarity > $1.similarity }
        var best = BestRows(capacity: count)
        table.withSimilarities(to: direction) { similarity in
            for candidate in candidates {
                if let worst = best.worst, candidate.similarity < worst.similarity { break }
                guard let similarity = similarity(candidate.index) else { continue }
                best.insert(Neighbour(index: candidate.index, similarity: similarity))
            }
        }
        return best.sorted()
    }
}

extension VectorTable {
    /// Hands `body` what computes a row's similarity in float32; nil for rows that are never found.
    func withSimilarities<Result>(to direction: QueryDirection, _ body: ((Int) -> Float?) -> Result) -> Result {
        let kernels = Kernels.active
        let scratch = AlignedBuffer(count: dimensions)
        let vectors = direction.vectors.map { AlignedBuffer($0) }
        var products = [Float](repeating: 0, count: vectors.count)
        return Kernels.withDenormalsAsZero {
            body { row in
                let norm = index.parts.norms[row]
                guard norm > 0 else { return nil }
                rows.withRow(row, dimensions: dimensions, scratch: scratch.pointer) { values in
                    for (place, vector) in vectors.enumerated() {
                        products[place] = kernels.dot(dimensions, vector.pointer, values)
                    }
                }
                let similarity = direction.similarity(products: products, norm: norm)
                return similarity.isNaN ? nil : similarity
            }
        }
    }
}
