import Numerics

/// One pass over the rows for up to eight queries of one vector each. The kernel passes over the rows that cannot reach
/// what is asked of them by then; what it stops at is a candidate.
struct SharedScan {
    struct Query {
        let bounds: SimilarityBounds
        let filter: RowFilter?
        var candidates: Candidates

        init(_ query: NeighbourQuery, _ direction: QueryDirection, count: Int, bits: ScannedRows.Bits) {
            bounds = SimilarityBounds(direction.vectors.first ?? [], measure: direction.measure, bits: bits)
            filter = query.filter
            candidates = Candidates(query, direction, count: count)
        }
    }

    let table: VectorTable
    var queries: [Query]

    /// The answers, in the order of the queries.
    mutating func run(_ bits: ScannedRows.Bits) -> [[Neighbour]] {
        let filters = queries.map(\.filter)
        _ = table.index.withScannedRows(bits) { rows in
            RowFilter.withBits(of: filters, blocks: table.index.blocks) { allowed, visited in
                Kernels.withDenormalsAsZero { pass(over: rows, allowed: allowed, visited: visited) }
            }
        }
        return queries.map { $0.candidates.best(in: table) }
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
                let before = queries[place].candidates.least
                while hits != 0 {
                    let row = block * ScannedRows.block + hits.trailingZeroBitCount
                    hits &= hits - 1
                    // A mapped file may have changed since it was checked: rows that are not there, norms of 0.
                    guard row < table.count, rows.norms[row] > 0 else { continue }
                    let (low, high) = queries[place].bounds.similarity(
                        score: scan.score(place, row: row), norm: rows.norms[row], error: rows.errors[row])
                    queries[place].candidates.see(row, from: low, to: high)
                }
                if let least = queries[place].candidates.least, least != before {
                    let (normFactor, threshold) = queries[place].bounds.criterion(atLeast: least)
                    scan.set(place, normFactor: normFactor, threshold: threshold)
                }
            }
            block = scan.next(from: block + 1, to: blocks, visited: visited)
        }
    }
}
