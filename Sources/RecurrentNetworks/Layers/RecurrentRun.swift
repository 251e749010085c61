import Numerics

/// One recurrent layer in one direction over a shard. Input products of a block of steps are one product; a step adds
/// the state's product for the rows that still run. A masked step keeps the state of its row.
///
/// What a block of steps reads and writes stays in the second-level cache: so the gradients of the weights and of the
/// inputs are taken block by block too, as soon as those of the gates stand.
final class RecurrentRun {
    struct Options {
        /// Each row from its own end.
        var backwards = false
        var sequences = false
        /// Outputs in the input's order, whatever the direction (Bidirectional's second layer).
        var inputOrder = false
        /// Outputs of masked steps are 0 and not the state (`zero_output_for_mask`).
        var zeroMasked = false
        /// The shares that are dropped of the inputs, and of h₋₁ before the recurrent product.
        var dropout: Float = 0
        var recurrentDropout: Float = 0
        /// Tells layers and directions apart, which draw what they drop each for itself.
        var part = 0
        /// Reads what the network reads.
        var isFirst = false

        init(
            _ options: RecurrentOptions, part: Int, backwards: Bool = false, inputOrder: Bool = false, zeroMasked: Bool,
            isFirst: Bool
        ) {
            self.backwards = backwards
            sequences = options.returnSequences
            self.inputOrder = inputOrder
            self.zeroMasked = zeroMasked
            dropout = options.dropout
            recurrentDropout = options.recurrentDropout
            self.part = part
            self.isFirst = isFirst
        }
    }

    let weights: RecurrentWeights
    let options: Options
    let kernels: Kernels

    /// Places of a block, so far as a step has not more.
    private static let blockPlaces = 128

    // (places, …) in the order of processing.
    let gates = Scratch<Float>()
    /// What the gates' activations were given; only with others than tanh and the sigmoid.
    let raw = Scratch<Float>()
    let recurrentSums = Scratch<Float>()
    let before = Scratch<Float>()
    let hidden = Scratch<Float>()
    let cell = Scratch<Float>()
    // (places of a block, …)
    private let dGates = Scratch<Float>()
    private let dRecurrent = Scratch<Float>()
    /// The places of the block whose gradients these are.
    private var blockStart = 0
    private var blockEnd = 0
    private let turned = Scratch<Float>()
    private let droppedInput = Scratch<Float>()
    private let droppedBefore = Scratch<Float>()
    private let outputs = Scratch<Float>()
    private let dInput = Scratch<Float>()
    private let dTurned = Scratch<Float>()
    // (rows, …)
    let zeros = Scratch<Float>()
    let dHidden = Scratch<Float>()
    let dCell = Scratch<Float>()
    let workRows = Scratch<Float>()
    private let state = Scratch<Float>()
    private let cellState = Scratch<Float>()
    private let keptHidden = Scratch<Float>()
    private let keptCell = Scratch<Float>()
    private let mask = Scratch<UInt8>()
    private var x: ConstantFloats
    private let inputFactors: DropoutFactors
    /// (rows, u): what h₋₁ is multiplied by before the recurrent product.
    let stateFactors: DropoutFactors
    /// Whether the batch drops inputs, and parts of the state.
    private var dropsInputs = false
    private(set) var dropsStates = false

    /// (places, u): h₋₁ as the recurrent product reads it.
    var multiplied: Scratch<Float> { dropsStates ? droppedBefore : before }

    /// (rows, u) hidden and cell: the state before the first step; zeros where there is none. Good during a pass.
    var initial: State?
    /// (rows, u): ∂L/∂ the state after each row's last step, beside that of the outputs.
    var dFinal: State?

    struct State {
        var hidden: ConstantFloats
        /// Read by an LSTM alone.
        var cell: ConstantFloats
    }

    /// Called by `backward` with ∂L/∂h of each step (running, u), the last step first.
    var hiddenGradientSeen: ((_ step: Int, _ dHidden: ConstantFloats) -> Void)?

    init(_ kernels: Kernels, _ weights: RecurrentWeights, _ options: Options) {
        self.kernels = kernels
        self.weights = weights
        self.options = options
        inputFactors = DropoutFactors(rate: options.dropout)
        stateFactors = DropoutFactors(rate: options.recurrentDropout)
        x = ConstantFloats(gates.start)
    }

    // MARK: Forward

    /// input (places, D) → (places, u) or (rows, u).
    func forward(_ context: ShardContext, _ input: ConstantFloats) -> Floats {
        let batch = context.batch
        let (places, rows, u, width) = (batch.places, batch.rows, weights.units, weights.width)
        x = input
        if options.backwards {
            x = ConstantFloats(turn(batch, input, weights.features, into: turned))
        }
        drawFactors(context)
        if batch.hasMasked { orderMask(batch) }

        let z = gates.room(for: places * width)
        var projected = 0
        if weights.otherActivations != nil { raw.room(for: places * width) }
        if weights.cell == .gru { recurrentSums.room(for: places * width) }
        if weights.cell == .gruResetBefore { recurrentSums.room(for: places * u) }
        if weights.cell == .lstm { cell.room(for: places * u) }
        let h = hidden.room(for: places * u)
        let h0 = before.room(for: places * u)
        _ = zeros.zeros(rows * u)

        for t in 0..<batch.steps {
            let running = batch.active.start[t]
            let place = batch.offset.start[t]
            if place + running > projected {
                let count = min(max(Self.blockPlaces, place + running - projected), places - projected)
                weights.input.multiply(
                    z + projected * width, stride: width, x + projected * weights.features, stride: weights.features,
                    bias: weights.biasOffset.map { context.dense + $0 }, rows: count)
                projected += count
            }
            if t == 0 {
                if let initial { h0.update(from: initial.hidden, count: running * u) } else { h0.zero(running * u) }
            } else {
                (h0 + place * u).update(from: h + batch.offset.start[t - 1] * u, count: running * u)
            }
            if dropsStates {
                let kept = droppedBefore.start + place * u
                kept.update(from: h0 + place * u, count: running * u)
                stateFactors.apply(kernels, to: kept, count: running * u)
            }
            forwardStep(
                context, first: t == 0 && initial == nil, running: running, place: place,
                cellBefore: cellBefore(batch, t))
            if batch.hasMasked { keepMasked(batch, t, running: running, place: place) }
        }
        return options.sequences ? sequenceOutput(batch) : lastHidden(batch)
    }

    /// One draw a row for all its steps (Gal, Ghahramani 2016).
    private func drawFactors(_ context: ShardContext) {
        let batch = context.batch
        dropsInputs = context.training && options.dropout > 0
        dropsStates = context.training && options.recurrentDropout > 0
        if dropsInputs {
            let features = weights.features
            inputFactors.draw(batch.rows * features, from: context.stream(.recurrentInputs, options.part))
            let kept = droppedInput.room(for: batch.places * features)
            kept.update(from: x, count: batch.places * features)
            inputFactors.apply(kernels, toEveryStepOf: batch, kept, features: features)
            x = ConstantFloats(kept)
        }
        if dropsStates {
            stateFactors.draw(batch.rows * weights.units, from: context.stream(.recurrentStates, options.part))
            droppedBefore.room(for: batch.places * weights.units)
        }
    }

    /// c₋₁ of a step, (running, u).
    func cellBefore(_ batch: PackedBatch, _ t: Int) -> ConstantFloats {
        guard t > 0 else { return initial?.cell ?? ConstantFloats(zeros.start) }
        return ConstantFloats(cell.start + batch.offset.start[t - 1] * weights.units)
    }

    private func orderMask(_ batch: PackedBatch) {
        let m = mask.room(for: batch.places)
        for place in 0..<batch.places {
            m[place] = batch.mask.start[options.backwards ? Int(batch.mirror.start[place]) : place]
        }
    }

    private func keepMasked(_ batch: PackedBatch, _ t: Int, running: Int, place: Int) {
        let u = weights.units
        let c = cellBefore(batch, t)
        for row in 0..<running where mask.start[place + row] == 0 {
            (hidden.start + (place + row) * u).update(from: before.start + (place + row) * u, count: u)
            if weights.cell == .lstm {
                (cell.start + (place + row) * u).update(from: c + row * u, count: u)
            }
        }
    }

    /// (rows, u) after each row's last step.
    func lastHidden(_ batch: PackedBatch) -> Floats {
        last(of: hidden, before: initial?.hidden, batch, into: state)
    }

    /// (rows, u) after each row's last step; the cell is the hidden state once more where there is none.
    func lastState(_ batch: PackedBatch) -> State {
        let hidden = ConstantFloats(lastHidden(batch))
        guard weights.cell == .lstm else { return State(hidden: hidden, cell: hidden) }
        return State(
            hidden: hidden, cell: ConstantFloats(last(of: cell, before: initial?.cell, batch, into: cellState)))
    }

    private func last(
        of values: Scratch<Float>, before: ConstantFloats?, _ batch: PackedBatch, into target: Scratch<Float>
    ) -> Floats {
        let u = weights.units
        let s = target.room(for: batch.rows * u)
        for row in 0..<batch.rows {
            let length = batch.lengths.start[row]
            if length > 0 {
                (s + row * u).update(from: values.start + (batch.offset.start[length - 1] + row) * u, count: u)
            } else if let before {
                (s + row * u).update(from: before + row * u, count: u)
            } else {
                (s + row * u).zero(u)
            }
        }
        return s
    }

    private func sequenceOutput(_ batch: PackedBatch) -> Floats {
        let u = weights.units
        let zeroing = options.zeroMasked && batch.hasMasked
        guard options.backwards && options.inputOrder || zeroing else { return hidden.start }
        let out = outputs.room(for: batch.places * u)
        let turning = options.backwards && options.inputOrder
        for place in 0..<batch.places {
            let from = turning ? Int(batch.mirror.start[place]) : place
            if zeroing, mask.start[from] == 0 {
                (out + place * u).zero(u)
            } else {
                (out + place * u).update(from: hidden.start + from * u, count: u)
            }
        }
        return out
    }

    /// The rows of each sequence from its end.
    private func turn(
        _ batch: PackedBatch, _ values: ConstantFloats, _ count: Int, into target: Scratch<Float>
    ) -> Floats {
        let out = target.room(for: batch.places * count)
        for place in 0..<batch.places {
            (out + place * count).update(from: values + Int(batch.mirror.start[place]) * count, count: count)
        }
        return out
    }

    // MARK: Backward

    /// Whether what `backward` returns means something.
    func givesInputGradient(_ context: ShardContext) -> Bool { context.wantsInputGradient || !options.isFirst }

    /// dOutput (places, u) or (rows, u) → ∂L/∂input (places, D). Leaves ∂L/∂ the initial state in `dHidden`, `dCell`.
    func backward(_ context: ShardContext, _ dOutput: Floats) -> Floats {
        let batch = context.batch
        let (places, rows, u, width) = (batch.places, batch.rows, weights.units, weights.width)
        let dh = dHidden.room(for: rows * u)
        if options.sequences { dh.zero(rows * u) } else { dh.update(from: dOutput, count: rows * u) }
        _ = dCell.zeros(rows * u)
        if let dFinal {
            kernels.add(rows * u, dFinal.hidden, to: dh)
            if weights.cell == .lstm { dCell.start.update(from: dFinal.cell, count: rows * u) }
        }
        workRows.room(for: rows * u)
        let most = min(max(Self.blockPlaces, rows), places)
        dGates.room(for: most * width)
        if weights.cell == .gru { dRecurrent.room(for: most * width) }
        let dx = dInput.room(for: places * weights.features)
        let dOut = options.sequences ? orderedOutputGradient(batch, dOutput) : dOutput

        blockStart = places
        for t in stride(from: batch.steps - 1, through: 0, by: -1) {
            let running = batch.active.start[t]
            let place = batch.offset.start[t]
            if place < blockStart { beginBlock(batch, before: t + 1) }
            if options.sequences { kernels.add(running * u, dOut + place * u, to: dh) }
            hiddenGradientSeen?(t, ConstantFloats(dh))
            if batch.hasMasked { keepGradients(running: running) }
            backwardStep(
                context, first: t == 0 && initial == nil, running: running, place: place,
                cellBefore: cellBefore(batch, t)
            ) {
                if batch.hasMasked { self.dropMaskedGates(running: running, place: place) }
            }
            if batch.hasMasked { restoreGradients(running: running, place: place) }
            if let k = context.truncation, t > 0, t.isMultiple(of: k) {
                dh.zero(running * u)
                dCell.start.zero(running * u)
            }
            if place == blockStart {
                if context.wantsWeightGradients { addWeightGradients(context) }
                guard givesInputGradient(context) else { continue }
                weights.inputTransposed.multiply(
                    dx + blockStart * weights.features, stride: weights.features, dGates.start, stride: width,
                    rows: blockEnd - blockStart)
            }
        }
        guard givesInputGradient(context) else { return dx }
        if dropsInputs { inputFactors.apply(kernels, toEveryStepOf: batch, dx, features: weights.features) }
        // The output's gradient has been read by now: its room serves the turned input's.
        return options.backwards ? turn(batch, dx, weights.features, into: dTurned) : dx
    }

    /// The gates' gradients of a place of the block.
    func dGates(at place: Int) -> Floats { dGates.start + (place - blockStart) * weights.width }
    func dRecurrent(at place: Int) -> Floats { dRecurrent.start + (place - blockStart) * weights.width }

    /// As many steps before `step` as make a block.
    private func beginBlock(_ batch: PackedBatch, before step: Int) {
        blockEnd = batch.offset.start[step]
        var first = step - 1
        while first > 0, blockEnd - batch.offset.start[first - 1] <= Self.blockPlaces { first -= 1 }
        blockStart = batch.offset.start[first]
    }

    private func orderedOutputGradient(_ batch: PackedBatch, _ dOutput: Floats) -> Floats {
        let u = weights.units
        var d = dOutput
        if options.backwards && options.inputOrder {
            d = turn(batch, dOutput, u, into: dTurned)
        }
        if options.zeroMasked && batch.hasMasked {
            for place in 0..<batch.places where mask.start[place] == 0 { (d + place * u).zero(u) }
        }
        return d
    }

    private func keepGradients(running: Int) {
        let count = running * weights.units
        keptHidden.room(for: count).update(from: dHidden.start, count: count)
        keptCell.room(for: count).update(from: dCell.start, count: count)
    }

    private func dropMaskedGates(running: Int, place: Int) {
        let width = weights.width
        for row in 0..<running where mask.start[place + row] == 0 {
            dGates(at: place + row).zero(width)
            if weights.cell == .gru { dRecurrent(at: place + row).zero(width) }
        }
    }

    private func restoreGradients(running: Int, place: Int) {
        let u = weights.units
        for row in 0..<running where mask.start[place + row] == 0 {
            (dHidden.start + row * u).update(from: keptHidden.start + row * u, count: u)
            (dCell.start + row * u).update(from: keptCell.start + row * u, count: u)
        }
    }

    /// Adds the block's part.
    private func addWeightGradients(_ context: ShardContext) {
        let batch = context.batch
        let (u, width, features) = (weights.units, weights.width, weights.features)
        let places = blockEnd - blockStart
        let gradient = context.gradient.start
        let d = dGates.start
        kernels.multiplyTransposed(
            gradient + weights.kernelOffset, stride: width, x + blockStart * features, stride: features, d,
            stride: width, m: features, n: width, k: places)
        if let bias = weights.biasOffset { kernels.sumRows(rows: places, width, d, into: gradient + bias) }
        // Where the first step's state is 0 it moves no recurrent weight.
        let skipped = blockStart == 0 && initial == nil ? batch.active.start[0] : 0
        let later = places - skipped
        let first = blockStart + skipped
        let h = multiplied.start + first * u
        let target = gradient + weights.recurrentOffset
        switch weights.cell {
        case .simple, .lstm:
            kernels.multiplyTransposed(
                target, stride: width, h, stride: u, d + skipped * width, stride: width, m: u, n: width, k: later)
        case .gru:
            kernels.multiplyTransposed(
                target, stride: width, h, stride: u, dRecurrent.start + skipped * width, stride: width, m: u,
                n: width, k: later)
            if let bias = weights.biasOffset {
                kernels.sumRows(rows: places, width, dRecurrent.start, into: gradient + bias + width)
            }
        case .gruResetBefore:
            kernels.multiplyTransposed(
                target, stride: width, h, stride: u, d + skipped * width, stride: width, m: u, n: 2 * u, k: later)
            kernels.multiplyTransposed(
                target + 2 * u, stride: width, recurrentSums.start + first * u, stride: u,
                d + skipped * width + 2 * u, stride: width, m: u, n: u, k: later)
        }
    }
}
