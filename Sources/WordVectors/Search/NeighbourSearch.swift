import Numerics

/// Finds the rows of a table that are most like a vector.
///
/// The answer is the plain scan's, to the bit: `exhaustive` computes every similarity in float32 and is what the tests
/// hold the fast way against. Ties stand in the order of the words.
package struct NeighbourSearch: Sendable {
    package let table: VectorTable

    package init(_ table: VectorTable) { self.table = table }

    package func nearest(_ query: NeighbourQuery) throws(WordVectorsError) -> Neighbours {
        try exhaustive(query)
    }

    /// Several at once: they share a pass over the rows, and each has the answer that it has alone.
    package func nearest(_ queries: [NeighbourQuery]) -> [Result<Neighbours, WordVectorsError>] {
        queries.map { query in
            Result { () throws(WordVectorsError) in try exhaustive(query) }
        }
    }

    /// Computes the similarity of every row: the reference.
    package func exhaustive(_ query: NeighbourQuery) throws(WordVectorsError) -> Neighbours {
        let direction = try QueryDirection(query, in: table)
        let (dimensions, kernels) = (table.dimensions, Kernels.active)
        let scratch = AlignedBuffer(count: dimensions)
        let vectors = direction.vectors.map { AlignedBuffer($0) }
        var products = [Float](repeating: 0, count: vectors.count)
        var best = BestRows(capacity: query.foldKey == nil ? query.count : table.count)
        Kernels.withDenormalsAsZero {
            for row in 0..<table.count {
                guard query.filter?.contains(row) ?? true, !direction.excludes(row) else { continue }
                let norm = table.index.parts.norms[row]
                guard norm > 0 else { continue }
                table.rows.withRow(row, dimensions: dimensions, scratch: scratch.pointer) { values in
                    for (place, vector) in vectors.enumerated() {
                        products[place] = kernels.dot(dimensions, vector.pointer, values)
                    }
                }
                let similarity = direction.similarity(products: products, norm: norm)
                guard !similarity.isNaN, query.accepts?(row) ?? true else { continue }
                best.insert(Neighbour(index: row, similarity: similarity))
            }
        }
        return Neighbours(rows: Self.folded(best.sorted(), query), isExact: true)
    }

    /// The first of each key, as many as were asked for.
    static func folded(_ rows: [Neighbour], _ query: NeighbourQuery) -> [Neighbour] {
        guard let key = query.foldKey else { return rows }
        var (seen, kept): (Set<String>, [Neighbour]) = ([], [])
        for row in rows where kept.count < query.count {
            if seen.insert(key(row.index)).inserted { kept.append(row) }
        }
        return kept
    }
}
