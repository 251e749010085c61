import Numerics

/// A layer in whose last state a decoder begins. States are (rows, units).
protocol StatefulLayer: ShardLayer {
    /// After a forward pass; `cell` means something for an LSTM alone.
    func lastState(_ batch: PackedBatch) -> RecurrentRun.State
    /// Before a backward pass: ∂L/∂ the last state; nil for none.
    func setLastStateGradient(_ gradient: RecurrentRun.State?, _ batch: PackedBatch)
}

/// SimpleRNN, GRU or LSTM on its own.
final class RecurrentLayer: StatefulLayer {
    private let run: RecurrentRun
    var runs: [RecurrentRun] { [run] }

    init(_ kernels: Kernels, _ weights: RecurrentWeights, _ options: RecurrentOptions, index: Int) {
        run = RecurrentRun(
            kernels, weights,
            .init(
                options, part: 2 * index, backwards: options.goBackwards, zeroMasked: options.zeroOutputForMask,
                isFirst: index == 1))
    }

    func forward(_ context: ShardContext, _ input: ConstantFloats) -> Floats { run.forward(context, input) }

    func backward(_ context: ShardContext, _ dOutput: Floats) -> Floats { run.backward(context, dOutput) }

    func lastState(_ batch: PackedBatch) -> RecurrentRun.State { run.lastState(batch) }

    func setLastStateGradient(_ gradient: RecurrentRun.State?, _ batch: PackedBatch) { run.dFinal = gradient }

    /// The state to begin with, for the passes to come.
    func begin(with state: RecurrentRun.State) { run.initial = state }

    /// After a backward pass: ∂L/∂ the state that it began with.
    var firstStateGradient: RecurrentRun.State {
        .init(hidden: ConstantFloats(run.dHidden.start), cell: ConstantFloats(run.dCell.start))
    }
}

/// A recurrent layer forwards and another backwards over each row's own sequence, and their merge.
///
/// Without a merge the output is (rows, 2u) like that of concat: who wants two tensors takes its halves.
final class BidirectionalLayer: StatefulLayer {
    private let ahead: RecurrentRun
    private let back: RecurrentRun
    var runs: [RecurrentRun] { [ahead, back] }
    private let merge: MergeMode
    private let shape: LayerShape
    private let units: Int
    private let kernels: Kernels
    private let output = Scratch<Float>()
    private let dAhead = Scratch<Float>()
    private let dBack = Scratch<Float>()
    private var outputs: (ahead: Floats, back: Floats)
    private let joinedHidden = Scratch<Float>()
    private let joinedCell = Scratch<Float>()
    // ∂L/∂ the states of both directions apart.
    private let parted = (0..<4).map { _ in Scratch<Float>() }

    init(
        _ kernels: Kernels, ahead: RecurrentWeights, back: RecurrentWeights, _ options: RecurrentOptions,
        merge: MergeMode, shape: LayerShape, index: Int
    ) {
        // Keras has the option of the layers within follow return_sequences.
        let zeroMasked = options.returnSequences
        self.kernels = kernels
        let isFirst = index == 1
        self.ahead = RecurrentRun(
            kernels, ahead, .init(options, part: 2 * index, zeroMasked: zeroMasked, isFirst: isFirst))
        self.back = RecurrentRun(
            kernels, back,
            .init(
                options, part: 2 * index + 1, backwards: true, inputOrder: true, zeroMasked: zeroMasked,
                isFirst: isFirst))
        self.merge = merge
        self.shape = shape
        units = options.units
        outputs = (output.start, output.start)
    }

    func forward(_ context: ShardContext, _ input: ConstantFloats) -> Floats {
        let a = ahead.forward(context, input)
        let b = back.forward(context, input)
        outputs = (a, b)
        let rows = context.rows(of: shape)
        let u = units
        let joined = merge == .concat || merge == .none
        let out = output.room(for: rows * u * (joined ? 2 : 1))
        switch merge {
        case .concat, .none:
            for row in 0..<rows {
                (out + row * 2 * u).update(from: a + row * u, count: u)
                (out + row * 2 * u + u).update(from: b + row * u, count: u)
            }
        case .sum, .ave:
            out.update(from: a, count: rows * u)
            kernels.add(rows * u, b, to: out)
            if merge == .ave { kernels.scale(rows * u, by: 0.5, out) }
        case .mul:
            out.update(from: a, count: rows * u)
            kernels.multiply(rows * u, b, into: out)
        }
        return out
    }

    /// Both directions' states side by side, forward first.
    func lastState(_ batch: PackedBatch) -> RecurrentRun.State {
        let (a, b) = (ahead.lastState(batch), back.lastState(batch))
        return .init(
            hidden: join(a.hidden, b.hidden, rows: batch.rows, into: joinedHidden),
            cell: join(a.cell, b.cell, rows: batch.rows, into: joinedCell))
    }

    func setLastStateGradient(_ gradient: RecurrentRun.State?, _ batch: PackedBatch) {
        guard let gradient else {
            (ahead.dFinal, back.dFinal) = (nil, nil)
            return
        }
        func part(_ values: ConstantFloats, _ half: Int, into target: Scratch<Float>) -> ConstantFloats {
            let out = target.room(for: batch.rows * units)
            for row in 0..<batch.rows {
                (out + row * units).update(from: values + (2 * row + half) * units, count: units)
            }
            return ConstantFloats(out)
        }
        ahead.dFinal = .init(
            hidden: part(gradient.hidden, 0, into: parted[0]), cell: part(gradient.cell, 0, into: parted[1]))
        back.dFinal = .init(
            hidden: part(gradient.hidden, 1, into: parted[2]), cell: part(gradient.cell, 1, into: parted[3]))
    }

    private func join(
        _ a: ConstantFloats, _ b: ConstantFloats, rows: Int, into target: Scratch<Float>
    ) -> ConstantFloats {
        let out = target.room(for: rows * 2 * units)
        for row in 0..<rows {
            (out + row * 2 * units).update(from: a + row * units, count: units)
            (out + row * 2 * units + units).update(from: b + row * units, count: units)
        }
        return ConstantFloats(out)
    }

    func backward(_ context: ShardContext, _ dOutput: Floats) -> Floats {
        let rows = context.rows(of: shape)
        let u = units
        let (da, db) = (dAhead.room(for: rows * u), dBack.room(for: rows * u))
        switch merge {
        case .concat, .none:
            for row in 0..<rows {
                (da + row * u).update(from: dOutput + row * 2 * u, count: u)
                (db + row * u).update(from: dOutput + row * 2 * u + u, count: u)
            }
        case .sum, .ave:
            if merge == .ave { kernels.scale(rows * u, by: 0.5, dOutput) }
            da.update(from: dOutput, count: rows * u)
            db.update(from: dOutput, count: rows * u)
        case .mul:
            da.update(from: dOutput, count: rows * u)
            kernels.multiply(rows * u, outputs.back, into: da)
            db.update(from: dOutput, count: rows * u)
            kernels.multiply(rows * u, outputs.ahead, into: db)
        }
        let (dx, dxBack) = (ahead.backward(context, da), back.backward(context, db))
        if ahead.givesInputGradient(context) {
            kernels.add(context.batch.places * ahead.weights.features, dxBack, to: dx)
        }
        return dx
    }
}
