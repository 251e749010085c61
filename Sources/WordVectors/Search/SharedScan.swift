import Numerics

/// One pass over the rows for up to eight queries.
///
/// Of each row a lower and an upper bound of its similarity is known. The k-th greatest lower bound so far is what a row
/// must be able to reach: the kernel passes over the others, and what it stops at is remembered. In the end the few
/// that are left are compared in float32, those with the greatest upper bound first, until none can be among the best.
struct SharedScan {
    struct Query {
        var vector: AlignedBuffer
        var bounds: SimilarityBounds
        var direction: QueryDirection
        var count: Int
        var filter: RowFilter?
        var accepts: (@Sendable (Int) -> Bool)?

        // What the pass knows so far.
        var lower: BestRows
        var candidates: [Neighbour] = []
        var limit: Int

        /// - Parameter direction: of one vector.
        init(_ query: NeighbourQuery, _ direction: QueryDirection, count: Int, bits: ScannedRows.Bits) {
            let vector = direction.vectors.first ?? []
            self.vector = AlignedBuffer(vector)
            self.bounds = SimilarityBounds(vector, measure: direction.measure, bits: bits)
            self.direction = direction
            self.count = count
            self.filter = query.filter
            self.accepts = query.accepts
            self.lower = BestRows(capacity: count)
            self.limit = 4 * count + 1024
        }
    }

    let table: VectorTable
    var queries: [Query]

    /// The answers, in the order of the queries.
    mutating func run(_ bits: ScannedRows.Bits) -> [[Neighbour]] {
        let filters = queries.map(\.filter)
        let found: Void? = table.index.withScannedRows(bits) { rows in
            RowFilter.withBits(of: filters, blocks: table.index.blocks) { allowed, visited in
                pass(over: rows, allowed: allowed, visited: visited)
            }
        }
        return found == nil ? queries.map { _ in [] } : queries.indices.map { best($0) }
    }

    private mutating func pass(
        over rows: ScannedRows, allowed: [UnsafePointer<UInt16>?], visited: UnsafePointer<UInt16>?
    ) {
        var scan = RowScan(rows, count: queries.count)
        for (place, query) in queries.enumerated() {
            scan.set(
                place, numbers: query.bounds.numbers, scale: query.bounds.scale, errorFactor: query.bounds.errorFactor)
            let (normFactor, threshold) = query.bounds.criterion(atLeast: query.bounds.least)
            scan.set(place, normFactor: normFactor, threshold: threshold)
            scan.set(place, allowed: allowed[place])
        }
        let blocks = table.index.blocks
        var block = scan.next(from: 0, to: blocks, visited: visited)
        while block < blocks {
            for place in queries.indices {
                var hits = scan.hits(place)
                guard hits != 0 else { continue }
                let before = queries[place].lower.worst
                while hits != 0 {
                    let row = block * ScannedRows.block + hits.trailingZeroBitCount
                    hits &= hits - 1
                    // A mapped file may have changed since it was checked: rows that are not there, norms of 0.
                    guard row < table.count, rows.norms[row] > 0 else { continue }
                    queries[place].see(
                        row, score: scan.score(place, row: row), norm: rows.norms[row], error: rows.errors[row])
                }
                if let worst = queries[place].lower.worst, worst != before {
                    let (normFactor, threshold) = queries[place].bounds.criterion(atLeast: worst.similarity)
                    scan.set(place, normFactor: normFactor, threshold: threshold)
                }
            }
            block = scan.next(from: block + 1, to: blocks, visited: visited)
        }
    }

    /// The best of a query's candidates, by their similarity in float32.
    private func best(_ place: Int) -> [Neighbour] {
        let query = queries[place]
        let least = query.lower.worst?.similarity ?? -.infinity
        let candidates = query.candidates.filter { $0.similarity >= least }.sorted { $0.similarity > $1.similarity }
        var best = BestRows(capacity: query.count)
        let (dimensions, kernels) = (table.dimensions, Kernels.active)
        let scratch = AlignedBuffer(count: dimensions)
        Kernels.withDenormalsAsZero {
            for candidate in candidates {
                if let worst = best.worst, candidate.similarity < worst.similarity { break }
                let product = table.rows.withRow(candidate.index, dimensions: dimensions, scratch: scratch.pointer) {
                    kernels.dot(dimensions, query.vector.pointer, $0)
                }
                let similarity = query.direction.similarity(
                    products: CollectionOfOne(product), norm: table.index.parts.norms[candidate.index])
                guard !similarity.isNaN else { continue }
                best.insert(Neighbour(index: candidate.index, similarity: similarity))
            }
        }
        return best.sorted()
    }
}

extension SharedScan.Query {
    /// A row that the kernel stopped at.
    fileprivate mutating func see(_ row: Int, score: Float, norm: Float, error: Float) {
        let (least, most) = bounds.similarity(score: score, norm: norm, error: error)
        if let worst = lower.worst, most < worst.similarity { return }
        guard !direction.excludes(row), accepts?(row) ?? true else { return }
        candidates.append(Neighbour(index: row, similarity: most))
        lower.insert(Neighbour(index: row, similarity: least))
        guard candidates.count >= limit, let worst = lower.worst else { return }
        candidates.removeAll { $0.similarity < worst.similarity }
        limit = max(limit, 2 * candidates.count)
    }
}
