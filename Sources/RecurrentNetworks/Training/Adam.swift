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
    /// The sum over the shards; the table's is zero but for the rows of `pieces`.
    private let gradient: NetworkParameters
    private let pieces: [Piece]
    private var steps = 0
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

    /// (entries) the last step that touched a row.
    private let stamps: Scratch<Int32>

    init(_ kernels: Kernels, _ layout: ParameterLayout, _ options: Options) {
        self.kernels = kernels
        self.layout = layout
        self.options = options
        m = NetworkParameters(layout, [:])
        v = NetworkParameters(layout, [:])
        gradient = NetworkParameters(layout, [:])
        stamps = Scratch(layout.entries)
        stamps.start.update(repeating: 0, count: layout.entries)
        func ranges(_ count: Int, _ parts: Int) -> [Range<Int>] {
            let size = max((count + parts - 1) / parts, 1)
            return stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
        }
        pieces =
            ranges(layout.denseCount, 8).map { Piece(dense: true, range: $0) }
            + ranges(layout.entries, 16).map { Piece(dense: false, range: $0) }
    }

    /// Adds up the gradients of the shards. False where a gradient is no number: then no step may follow.
    func reduce(_ parts: [GradientPart], on pool: WorkerPool) -> Bool {
        steps += 1
        let pieces = pieces
        pool.run(pieces.count) { [self] index in
            let piece = pieces[index]
            if piece.dense { reduceDense(piece, parts) } else { reduceTable(piece, parts) }
        }
        gradientNorm = pieces.reduce(0) { $0 + $1.squares }.squareRoot()
        return gradientNorm.isFinite
    }

    /// One step with the gradients of the last `reduce`.
    func update(_ parameters: NetworkParameters, rate: Float, on pool: WorkerPool) {
        var scale: Float = 1
        if let clip = options.clipNorm, gradientNorm > Double(clip) {
            scale = Float(Double(clip) / gradientNorm)
        }
        let t = Double(steps)
        let alpha = Float(
            Double(rate) * (1 - power(Double(options.beta2), t)).squareRoot() / (1 - power(Double(options.beta1), t)))
        let keep = 1 - options.weightDecay * rate
        let pieces = pieces
        pool.run(pieces.count) { [self] index in
            let piece = pieces[index]
            let columns = piece.dense ? 1 : layout.dimension
            let first = piece.range.lowerBound * columns
            let count = piece.range.count * columns
            func part(_ of: NetworkParameters) -> Floats { (piece.dense ? of.dense : of.table).start + first }
            if options.weightDecay > 0 { kernels.scale(count, by: keep, part(parameters)) }
            kernels.adam(
                count, weights: part(parameters), gradient: part(gradient), m: part(m), v: part(v),
                gradientScale: scale, alpha: alpha, beta1: options.beta1, beta2: options.beta2,
                epsilon: options.epsilon)
            for row in piece.rows {
                (gradient.table.start + Int(row) * layout.dimension).zero(layout.dimension)
            }
        }
    }

    /// The weight whose gradient is no number, or else the largest.
    var largestGradient: String? {
        func size(_ start: Floats, _ count: Int) -> Double {
            let squares = kernels.sumOfSquares(count, start)
            return squares.isFinite ? squares : .infinity
        }
        var sizes = [(name: layout.tableName, size: size(gradient.table.start, layout.entries * layout.dimension))]
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
        let stamp = Int32(truncatingIfNeeded: steps)
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

/// base ^ exponent for a whole exponent, by squaring: the same bits on every system.
private func power(_ base: Double, _ exponent: Double) -> Double {
    var (result, factor, rest) = (1.0, base, UInt64(exponent))
    while rest > 0 {
        if rest & 1 == 1 { result *= factor }
        factor *= factor
        rest >>= 1
    }
    return result
}
