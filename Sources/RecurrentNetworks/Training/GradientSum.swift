import Numerics

/// One shard's part of a gradient.
struct GradientPart {
    /// (denseCount); nil where it is all with another part.
    var dense: ConstantFloats?
    /// (touchedCount) different rows of the table, and (touchedCount, dimension) their gradients.
    var touched: UnsafePointer<Int32>
    var touchedCount: Int
    var rows: ConstantFloats
}

/// The sum of the shards' gradients, clipped.
///
/// The work is cut into pieces that depend on the network alone, each adds the shards in their order, and the norm
/// adds the pieces in theirs: any number of threads makes the same bits.
final class GradientSum {
    /// A range of the dense weights, or of the table's rows.
    final class Piece {
        let dense: Bool
        let range: Range<Int>
        fileprivate(set) var squares = 0.0
        /// The rows of the table that this batch touched within the range.
        fileprivate(set) var rows: [Int32] = []

        init(dense: Bool, range: Range<Int>) {
            self.dense = dense
            self.range = range
        }
    }

    /// Of the table's only the rows of `pieces` mean something.
    let values: NetworkParameters
    let pieces: [Piece]
    let tablePieces: [Piece]
    /// What the values are still to be multiplied by.
    private(set) var scale: Float = 1
    /// Of all values, before they are clipped.
    private(set) var norm = 0.0

    private let kernels: Kernels
    private let layout: ParameterLayout
    private let clipping: Clipping?
    private var reductions = 0
    /// (entries) the last reduction that a row was part of.
    private let stamps: Scratch<Int32>

    init(_ kernels: Kernels, _ layout: ParameterLayout, clipping: Clipping?) {
        self.kernels = kernels
        self.layout = layout
        self.clipping = clipping
        values = NetworkParameters(layout, [:])
        stamps = Scratch(layout.entries)
        stamps.start.update(repeating: 0, count: layout.entries)
        func ranges(_ count: Int, _ parts: Int) -> [Range<Int>] {
            let size = max((count + parts - 1) / parts, 1)
            return stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
        }
        tablePieces = ranges(layout.entries, 8).map { Piece(dense: false, range: $0) }
        pieces = ranges(layout.denseCount, 8).map { Piece(dense: true, range: $0) } + tablePieces
    }

    /// Adds up the gradients of the shards. False where one is no number: then no step may follow.
    func reduce(_ parts: [GradientPart], on pool: WorkerPool) -> Bool {
        reductions += 1
        let pieces = pieces
        pool.run(pieces.count) { [self] index in
            let piece = pieces[index]
            if piece.dense { reduceDense(piece, parts) } else { reduceTable(piece, parts) }
        }
        norm = pieces.reduce(0) { $0 + $1.squares }.squareRoot()
        guard norm.isFinite else { return false }
        clip(on: pool)
        return true
    }

    private func clip(on pool: WorkerPool) {
        scale = 1
        switch clipping {
        case nil: break
        case .globalNorm(let limit): if norm > Double(limit) { scale = Float(Double(limit) / norm) }
        case .norm(let limit):
            for (_, offset, count) in layout.dense {
                let start = values.dense.start + offset
                let norm = kernels.sumOfSquares(count, start).squareRoot()
                if norm > Double(limit) { kernels.scale(count, by: Float(Double(limit) / norm), start) }
            }
            let norm = tablePieces.reduce(0) { $0 + $1.squares }.squareRoot()
            if norm > Double(limit) {
                let factor = Float(Double(limit) / norm)
                eachTouchedRow(on: pool) { [kernels, layout] row in kernels.scale(layout.dimension, by: factor, row) }
            }
        case .value(let limit):
            @Sendable func bring(_ start: Floats, _ count: Int) {
                for i in 0..<count { start[i] = min(max(start[i], -limit), limit) }
            }
            bring(values.dense.start, layout.denseCount)
            eachTouchedRow(on: pool) { [layout] row in bring(row, layout.dimension) }
        }
    }

    private func eachTouchedRow(on pool: WorkerPool, _ body: @escaping @Sendable (Floats) -> Void) {
        let (pieces, d) = (tablePieces, layout.dimension)
        pool.run(pieces.count) { [self] index in
            for row in pieces[index].rows { body(values.table.start + Int(row) * d) }
        }
    }

    /// The weight whose gradient is no number, or else the largest.
    var largest: String? {
        func size(_ start: Floats, _ count: Int) -> Double {
            let squares = kernels.sumOfSquares(count, start)
            return squares.isFinite ? squares : .infinity
        }
        let table = tablePieces.reduce(0) { $0 + ($1.squares.isFinite ? $1.squares : .infinity) }
        var sizes = [(name: layout.tableName, size: table)]
        for (name, offset, count) in layout.dense {
            sizes.append((name, size(values.dense.start + offset, count)))
        }
        return sizes.max { $0.size < $1.size }?.name
    }

    private func reduceDense(_ piece: Piece, _ parts: [GradientPart]) {
        let (first, count) = (piece.range.lowerBound, piece.range.count)
        let sum = values.dense.start + first
        for (index, part) in parts.compactMap(\.dense).enumerated() {
            let part = part + first
            if index == 0 { sum.update(from: part, count: count) } else { kernels.add(count, part, to: sum) }
        }
        piece.squares = kernels.sumOfSquares(count, sum)
    }

    private func reduceTable(_ piece: Piece, _ parts: [GradientPart]) {
        let d = layout.dimension
        let stamp = Int32(truncatingIfNeeded: reductions)
        let (low, high) = (Int32(piece.range.lowerBound), Int32(piece.range.upperBound))
        let (all, last) = (values.table.start, stamps.start)
        piece.rows.removeAll(keepingCapacity: true)
        // About an eighth of the rows are this piece's.
        let ahead = 8 * Kernels.prefetchDistance
        for part in parts {
            for slot in 0..<part.touchedCount {
                let row = part.touched[slot]
                if slot + ahead < part.touchedCount {
                    let next = part.touched[slot + ahead]
                    if next >= low, next < high { Kernels.prefetch(all + Int(next) * d, d) }
                }
                guard row >= low, row < high else { continue }
                let sum = all + Int(row) * d
                if last[Int(row)] == stamp {
                    kernels.add(d, part.rows + slot * d, to: sum)
                } else {
                    last[Int(row)] = stamp
                    sum.update(from: part.rows + slot * d, count: d)
                    piece.rows.append(row)
                }
            }
        }
        piece.squares = 0
        for row in piece.rows { piece.squares += kernels.sumOfSquares(d, all + Int(row) * d) }
    }
}
