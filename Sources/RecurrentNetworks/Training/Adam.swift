import Numerics

/// One shard's part of a gradient.
struct GradientPart {
    /// (denseCount)
    var dense: ConstantFloats
    /// (touchedCount) different rows of the table, and (touchedCount, dimension) their gradients.
    var touched: UnsafePointer<Int32>
    var touchedCount: Int
    var rows: ConstantFloats
}

/// Keras's Adam (Kingma, Ba 2015) on the sum of the shards' gradients, clipped by their global norm.
///
/// It is the dense Adam: every weight moves in every step. But the table's rows that a batch does not use are left
/// behind and brought up to date when they are needed (see `IdleSteps`): `catchUp` before a batch reads its rows,
/// `settle` before anybody reads the whole table.
///
/// The work is cut into pieces that depend on the network alone, each adds the shards in their order, and the norm
/// adds the pieces in theirs: any number of threads makes the same bits.
final class Adam {
    struct Options {
        var beta1: Float = 0.9
        var beta2: Float = 0.999
        var epsilon: Float = 1e-7
        /// Keras's `global_clipnorm`.
        var clipNorm: Float?
        /// Decoupled, as Keras's `weight_decay`: w −= w · decay · rate before the step.
        var weightDecay: Float = 0
    }

    private let options: Options
    private let kernels: Kernels
    private let layout: ParameterLayout
    private let m: NetworkParameters
    private let v: NetworkParameters
    /// The sum over the shards; of the table's only the rows of `pieces` mean something.
    private let gradient: NetworkParameters
    private let pieces: [Piece]
    private let tablePieces: [Piece]
    private var idle: IdleSteps
    private var reductions = 0
    private(set) var gradientNorm = 0.0

    /// A range of the dense weights, or of the table's rows.
    private final class Piece {
        let dense: Bool
        let range: Range<Int>
        var squares = 0.0
        /// The rows of the table that this batch touched within the range.
        var rows: [Int32] = []

        init(dense: Bool, range: Range<Int>) {
            self.dense = dense
            self.range = range
        }
    }

    /// (entries) the last reduction that a row was part of.
    private let stamps: Scratch<Int32>
    /// (entries) the step up to which a row is up to date.
    private let reached: Scratch<Int32>

    init(_ kernels: Kernels, _ layout: ParameterLayout, _ options: Options) {
        self.kernels = kernels
        self.layout = layout
        self.options = options
        m = NetworkParameters(layout, [:])
        v = NetworkParameters(layout, [:])
        gradient = NetworkParameters(layout, [:])
        idle = IdleSteps(
            beta1: Double(options.beta1), beta2: Double(options.beta2), epsilon: Double(options.epsilon))
        reached = Scratch(layout.entries)
        reached.start.update(repeating: 0, count: layout.entries)
        stamps = Scratch(layout.entries)
        stamps.start.update(repeating: 0, count: layout.entries)
        func ranges(_ count: Int, _ parts: Int) -> [Range<Int>] {
            let size = max((count + parts - 1) / parts, 1)
            return stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
        }
        tablePieces = ranges(layout.entries, 8).map { Piece(dense: false, range: $0) }
        pieces = ranges(layout.denseCount, 8).map { Piece(dense: true, range: $0) } + tablePieces
    }

    /// Adds up the gradients of the shards. False where a gradient is no number: then no step may follow.
    func reduce(_ parts: [GradientPart], on pool: WorkerPool) -> Bool {
        reductions += 1
        let pieces = pieces
        pool.run(pieces.count) { [self] index in
            let piece = pieces[index]
            if piece.dense { reduceDense(piece, parts) } else { reduceTable(piece, parts) }
        }
        gradientNorm = pieces.reduce(0) { $0 + $1.squares }.squareRoot()
        return gradientNorm.isFinite
    }

    /// Brings the rows of these ids up to date: a batch is going to read them.
    func catchUp(_ ids: [UnsafeBufferPointer<Int32>], of parameters: NetworkParameters, on pool: WorkerPool) {
        let pieces = tablePieces
        let now = Int32(truncatingIfNeeded: idle.now)
        let at = reached.start
        pool.run(pieces.count) { [self] index in
            let (low, high) = (Int32(pieces[index].range.lowerBound), Int32(pieces[index].range.upperBound))
            for part in ids {
                for id in part where id >= low && id < high && at[Int(id)] < now { bringUp(Int(id), of: parameters) }
            }
        }
    }

    /// Brings the whole table up to date.
    func settle(_ parameters: NetworkParameters, on pool: WorkerPool) {
        let pieces = tablePieces
        let now = Int32(truncatingIfNeeded: idle.now)
        pool.run(pieces.count) { [self] index in
            for row in pieces[index].range where reached.start[row] < now { bringUp(row, of: parameters) }
        }
    }

    private func bringUp(_ row: Int, of parameters: NetworkParameters) {
        let d = layout.dimension
        let passage = idle.passage(since: Int(reached.start[row]))
        let (w, m, v) = (parameters.table.start + row * d, m.table.start + row * d, v.table.start + row * d)
        let eights = d & ~7
        var i = 0
        while i < eights {
            let (first, second) = (m.load8(i), v.load8(i))
            w.store8(w.load8(i) * passage.keep - first * passage.move / (second.squareRoot() + passage.epsilon), i)
            m.store8(first * passage.first, i)
            v.store8(second * passage.second, i)
            i += 8
        }
        for i in eights..<d {
            w[i] = w[i] * passage.keep - m[i] * passage.move / (v[i].squareRoot() + passage.epsilon)
            m[i] *= passage.first
            v[i] *= passage.second
        }
        reached.start[row] = Int32(truncatingIfNeeded: idle.now)
    }

    /// One step with the gradients of the last `reduce`; their rows have been caught up with.
    func update(_ parameters: NetworkParameters, rate: Float, on pool: WorkerPool) {
        var scale: Float = 1
        if let clip = options.clipNorm, gradientNorm > Double(clip) {
            scale = Float(Double(clip) / gradientNorm)
        }
        let step = idle.now + 1
        let alpha =
            Double(rate) * (1 - power(Double(options.beta2), step)).squareRoot()
            / (1 - power(Double(options.beta1), step))
        let keep = 1 - options.weightDecay * rate
        idle.append(alpha: alpha, keep: Double(keep))
        let pieces = pieces
        pool.run(pieces.count) { [self] index in
            let piece = pieces[index]
            func move(_ first: Int, _ count: Int, _ part: (NetworkParameters) -> Floats) {
                if options.weightDecay > 0 { kernels.scale(count, by: keep, part(parameters) + first) }
                kernels.adam(
                    count, weights: part(parameters) + first, gradient: part(gradient) + first, m: part(m) + first,
                    v: part(v) + first, gradientScale: scale, alpha: Float(alpha), beta1: options.beta1,
                    beta2: options.beta2, epsilon: options.epsilon)
            }
            if piece.dense {
                move(piece.range.lowerBound, piece.range.count) { $0.dense.start }
            } else {
                for row in piece.rows {
                    move(Int(row) * layout.dimension, layout.dimension) { $0.table.start }
                    reached.start[Int(row)] = Int32(truncatingIfNeeded: step)
                }
            }
        }
    }

    /// The weight whose gradient is no number, or else the largest.
    var largestGradient: String? {
        func size(_ start: Floats, _ count: Int) -> Double {
            let squares = kernels.sumOfSquares(count, start)
            return squares.isFinite ? squares : .infinity
        }
        let table = tablePieces.reduce(0) { $0 + ($1.squares.isFinite ? $1.squares : .infinity) }
        var sizes = [(name: layout.tableName, size: table)]
        for (name, offset, count) in layout.dense {
            sizes.append((name, size(gradient.dense.start + offset, count)))
        }
        return sizes.max { $0.size < $1.size }?.name
    }

    private func reduceDense(_ piece: Piece, _ parts: [GradientPart]) {
        let (first, count) = (piece.range.lowerBound, piece.range.count)
        let sum = gradient.dense.start + first
        for (index, part) in parts.enumerated() {
            let part = part.dense + first
            if index == 0 { sum.update(from: part, count: count) } else { kernels.add(count, part, to: sum) }
        }
        piece.squares = kernels.sumOfSquares(count, sum)
    }

    private func reduceTable(_ piece: Piece, _ parts: [GradientPart]) {
        let d = layout.dimension
        let stamp = Int32(truncatingIfNeeded: reductions)
        let (low, high) = (Int32(piece.range.lowerBound), Int32(piece.range.upperBound))
        let (all, last) = (gradient.table.start, stamps.start)
        piece.rows.removeAll(keepingCapacity: true)
        for part in parts {
            for slot in 0..<part.touchedCount {
                let row = part.touched[slot]
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
