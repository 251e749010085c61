import Numerics

/// The steps of an optimiser, and the moments it keeps.
///
/// They are dense steps: every weight moves in every one. But the table's rows that a batch does not use are left
/// behind and brought up to date when they are needed (see `IdleSteps`): `catchUp` before a batch reads its rows,
/// `settle` before anybody reads the whole table.
final class WeightUpdates {
    private let optimiser: Optimiser
    /// Decoupled, as Keras's `weight_decay`: w −= w · decay · rate before the step.
    private let weightDecay: Float
    private let kernels: Kernels
    private let layout: ParameterLayout
    private let tablePieces: [GradientSum.Piece]
    /// The mean of the gradients and of their squares, where the optimiser keeps them.
    private let first, second: NetworkParameters?
    private var idle: IdleSteps
    /// (entries) the step up to which a row is up to date.
    private let reached: Scratch<Int32>

    init(
        _ kernels: Kernels, _ layout: ParameterLayout, _ optimiser: Optimiser, weightDecay: Float,
        gradient: GradientSum
    ) {
        self.kernels = kernels
        self.layout = layout
        self.optimiser = optimiser
        self.weightDecay = weightDecay
        tablePieces = gradient.tablePieces
        first = optimiser.moments.first ? NetworkParameters(layout, [:]) : nil
        second = optimiser.moments.second ? NetworkParameters(layout, [:]) : nil
        idle = IdleSteps(optimiser)
        reached = Scratch(layout.entries)
        reached.start.update(repeating: 0, count: layout.entries)
    }

    /// Brings the rows of these ids up to date: a batch is going to read them.
    func catchUp(_ ids: [UnsafeBufferPointer<Int32>], of parameters: NetworkParameters, on pool: WorkerPool) {
        let pieces = tablePieces
        let now = Int32(truncatingIfNeeded: idle.now)
        let at = reached.start
        let tables = [parameters, first, second].compactMap { $0?.table.start }
        pool.run(pieces.count) { [self] index in
            let (low, high) = (Int32(pieces[index].range.lowerBound), Int32(pieces[index].range.upperBound))
            var rows: [Int32] = []
            for part in ids {
                for id in part where id >= low && id < high && at[Int(id)] < now { rows.append(id) }
            }
            for (place, row) in rows.enumerated() {
                prefetchRow(of: rows, after: place, tables)
                // An id may have come several times.
                if at[Int(row)] < now { bringUp(Int(row), of: parameters) }
            }
        }
    }

    /// The rows of a batch lie anywhere in the tables, and waiting for them takes longer than the arithmetic.
    private func prefetchRow(of rows: [Int32], after place: Int, _ tables: [Floats]) {
        let next = place + Kernels.prefetchDistance
        guard next < rows.count else { return }
        for table in tables { Kernels.prefetch(table + Int(rows[next]) * layout.dimension, layout.dimension) }
    }

    /// Brings the whole table up to date.
    func settle(_ parameters: NetworkParameters, on pool: WorkerPool) {
        let pieces = tablePieces
        let now = Int32(truncatingIfNeeded: idle.now)
        pool.run(pieces.count) { [self] index in
            for row in pieces[index].range where reached.start[row] < now { bringUp(row, of: parameters) }
        }
    }

    func save(in state: inout TrainingState) {
        first?.save(in: &state, as: "first_moments")
        second?.save(in: &state, as: "second_moments")
        state.arrays["reached"] = .int32(Array(UnsafeBufferPointer(start: reached.start, count: layout.entries)))
        idle.save(in: &state)
    }

    func restore(from state: TrainingState, steps: Int) throws(TrainingError) {
        try first?.restore(from: state, as: "first_moments")
        try second?.restore(from: state, as: "second_moments")
        let steps32 = Int32(truncatingIfNeeded: steps)
        for (row, step) in try state.int32s("reached", count: layout.entries, in: 0...steps32).enumerated() {
            reached.start[row] = step
        }
        try idle.restore(from: state, steps: steps)
    }

    private func bringUp(_ row: Int, of parameters: NetworkParameters) {
        let d = layout.dimension
        let passage = idle.passage(since: Int(reached.start[row]))
        let w = parameters.table.start + row * d
        switch (first.map { $0.table.start + row * d }, second.map { $0.table.start + row * d }) {
        case (let m?, let v?):
            kernels.adamIdle(
                d, weights: w, m: m, v: v, keep: passage.keep, move: passage.move, epsilon: passage.epsilon,
                first: passage.first, second: passage.second)
        case (let m?, nil):
            for i in 0..<d {
                w[i] = w[i] * passage.keep + m[i] * passage.move
                m[i] *= passage.first
            }
        case (nil, let v):
            if passage.keep != 1 { kernels.scale(d, by: passage.keep, w) }
            if let v { kernels.scale(d, by: passage.second, v) }
        }
        reached.start[row] = Int32(truncatingIfNeeded: idle.now)
    }

    /// One step with the gradients of the last `reduce`; their rows have been caught up with.
    func update(_ parameters: NetworkParameters, with gradient: GradientSum, rate: Float, on pool: WorkerPool) {
        let step = idle.now + 1
        let keep = 1 - weightDecay * rate
        var alpha = 0.0
        switch optimiser {
        case .sgd(let momentum, let nesterov): alpha = nesterov ? Double(momentum) : 1
        case .rmsprop: break
        case .adam(let beta1, let beta2, _):
            alpha = Double(rate) * (1 - power(Double(beta2), step)).squareRoot() / (1 - power(Double(beta1), step))
        }
        idle.append(alpha: alpha, keep: Double(keep))
        let stepSize = Float(alpha)
        let pieces = gradient.pieces
        let tables = [parameters, gradient.values, first, second].compactMap { $0?.table.start }
        pool.run(pieces.count) { [self] index in
            let piece = pieces[index]
            func move(_ offset: Int, _ count: Int, _ part: (NetworkParameters) -> Floats) {
                let w = part(parameters) + offset
                if weightDecay > 0 { kernels.scale(count, by: keep, w) }
                moveWeights(
                    count, w, part(gradient.values) + offset, m: first.map { part($0) + offset },
                    v: second.map { part($0) + offset }, scale: gradient.scale, rate: rate, alpha: stepSize)
            }
            if piece.dense {
                move(piece.range.lowerBound, piece.range.count) { $0.dense.start }
            } else {
                for (place, row) in piece.rows.enumerated() {
                    prefetchRow(of: piece.rows, after: place, tables)
                    move(Int(row) * layout.dimension, layout.dimension) { $0.table.start }
                    reached.start[Int(row)] = Int32(truncatingIfNeeded: step)
                }
            }
        }
    }

    private func moveWeights(
        _ n: Int, _ w: Floats, _ g: Floats, m: Floats?, v: Floats?, scale: Float, rate: Float, alpha: Float
    ) {
        switch (optimiser, m, v) {
        case (.adam(let beta1, let beta2, let epsilon), let m?, let v?):
            kernels.adam(
                n, weights: w, gradient: g, m: m, v: v, gradientScale: scale, alpha: alpha, beta1: beta1,
                beta2: beta2, epsilon: epsilon)
        case (.rmsprop(let rho, let epsilon), _, let v?):
            kernels.rmsprop(
                n, weights: w, gradient: g, v: v, gradientScale: scale, rate: rate, rho: rho, epsilon: epsilon)
        case (.sgd(let momentum, let nesterov), let m?, _):
            kernels.scale(n, by: momentum, m)
            kernels.multiplyAdd(n, -rate * scale, g, to: m)
            if nesterov {
                kernels.multiplyAdd(n, momentum, m, to: w)
                kernels.multiplyAdd(n, -rate * scale, g, to: w)
            } else {
                kernels.add(n, m, to: w)
            }
        default: kernels.multiplyAdd(n, -rate * scale, g, to: w)
        }
    }
}
