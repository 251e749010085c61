import Numerics

/// A pass over the rows for `cosmul`: of each row the bounds of all its cosines, and from these those of the product.
struct ProductScan {
    let table: VectorTable
    let query: NeighbourQuery
    let direction: QueryDirection
    let count: Int

    /// What products and quotients of a few numbers in float32 lose at most, and then some.
    private static let rounding: Float = 1e-5

    func run() -> [Neighbour] {
        var candidates = Candidates(query, direction, count: count)
        _ = table.index.withScannedRows(.eight) { rows in
            RowFilter.withBits(of: [query.filter], blocks: table.index.blocks) { _, visited in
                Kernels.withDenormalsAsZero { pass(over: rows, visited: visited, into: &candidates) }
            }
        }
        return candidates.best(in: table)
    }

    private func pass(over rows: ScannedRows, visited: UnsafePointer<UInt16>?, into candidates: inout Candidates) {
        let bounds = direction.vectors.map { SimilarityBounds($0, measure: .cosine, bits: .eight) }
        var scan = RowScan(rows, count: bounds.count)
        for (place, bounds) in bounds.enumerated() {
            scan.set(place, numbers: bounds.numbers, scale: bounds.scale, errorFactor: bounds.errorFactor)
            // Every block has a hit.
            scan.set(place, normFactor: 0, threshold: -.infinity)
        }
        let blocks = table.index.blocks
        var block = scan.next(from: 0, to: blocks, visited: visited)
        while block < blocks {
            let first = block * ScannedRows.block
            let norms = UnsafeRawPointer(rows.norms + first).loadUnaligned(as: SIMD16<Float>.self)
            let errors = UnsafeRawPointer(rows.errors + first).loadUnaligned(as: SIMD16<Float>.self)
            let inverses = 1 / norms
            var (low, high) = (SIMD16<Float>(repeating: 1), SIMD16<Float>(repeating: 1))
            var (lowUnlike, highUnlike) = (low, high)
            for (place, bounds) in bounds.enumerated() {
                let cosines = scan.scores(place, block: block) * inverses
                let margins = bounds.margins(errors * inverses)
                let least = pointwiseMax((1 + cosines - margins) * 0.5, .zero)
                let most = pointwiseMax((1 + cosines + margins) * 0.5, .zero)
                if place < direction.positives {
                    low *= least
                    high *= most
                } else {
                    lowUnlike *= least
                    highUnlike *= most
                }
            }
            low /= highUnlike + 1e-6
            high /= lowUnlike + 1e-6
            low *= 1 - Self.rounding
            high *= 1 + Self.rounding
            let least = candidates.least ?? -1
            let bits = visited.map { $0[block] } ?? .max
            if any(high .>= least) {
                for lane in 0..<min(ScannedRows.block, table.count - first) {
                    // A norm of 0 makes something that is no number, which is not greater.
                    guard high[lane] >= least, bits >> lane & 1 != 0, norms[lane] > 0 else { continue }
                    candidates.see(first + lane, from: low[lane], to: high[lane])
                }
            }
            block = scan.next(from: block + 1, to: blocks, visited: visited)
        }
    }
}
