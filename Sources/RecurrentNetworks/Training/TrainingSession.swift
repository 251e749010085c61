import Numerics

/// One training, from the first batch to the best weights.
final class TrainingSession {
    struct Outcome {
        var weights: [String: Tensor]
        var history: [EpochRecord]
        var bestEpoch: Int?
        var ending: TrainingResult.Ending
    }

    private let plan: NetworkPlan
    private let options: TrainingOptions
    private let set: TrainingSet
    private let lengths: [Int32]
    private let validation: (set: TrainingSet, lengths: [Int32], order: BatchOrder)?
    private let parameters: NetworkParameters
    private let best: NetworkParameters
    private let average: WeightAverage?
    private let engine: BatchEngine
    private let gradient: GradientSum
    private let updates: WeightUpdates
    private let batches: Int
    private let identity: TrainingIdentity

    // Where it is, and what it has come to.
    private var epoch = 0
    /// Of this epoch.
    private var batch = 0
    private var step = 0
    private var sums = BatchEngine.Sums()
    private var secondsBefore = 0.0
    private var history: [EpochRecord] = []
    private var stopping: EarlyStopping
    private var plateau: PlateauReduction?
    private var isOver = false

    init(
        _ plan: NetworkPlan, _ options: TrainingOptions, _ weights: [String: Tensor], _ kernels: Kernels,
        set: TrainingSet, validation: TrainingSet?
    ) {
        self.plan = plan
        self.options = options
        self.set = set
        let trimmed = plan.ignoresMaskedEnd
        lengths = set.lengths(trimmed: trimmed)
        self.validation = validation.map {
            let lengths = $0.lengths(trimmed: trimmed)
            return ($0, lengths, BatchOrder(lengths: lengths, batchSize: max(options.batchSize, 128)))
        }
        let layout = ParameterLayout(plan)
        let parameters = NetworkParameters(layout, weights)
        self.parameters = parameters
        best = NetworkParameters(layout)
        average = options.averaging.map { WeightAverage(decay: $0, kernels, start: parameters) }
        engine = BatchEngine(
            plan, options.loss, kernels, parameters, shards: TrainingOptions.shards(batchSize: options.batchSize),
            threads: options.threads)
        engine.truncation = options.truncation
        gradient = GradientSum(kernels, layout, clipping: options.clipping)
        updates = WeightUpdates(
            kernels, layout, options.optimiser, weightDecay: options.weightDecay, gradient: gradient)
        batches = (set.count + options.batchSize - 1) / options.batchSize
        identity = TrainingIdentity(plan, options, [set] + (validation.map { [$0] } ?? []))
        stopping = EarlyStopping(patience: options.patience)
        if case .reduceOnPlateau(let factor, let patience) = options.schedule {
            plateau = PlateauReduction(factor: factor, patience: patience)
        }
    }

    func train(_ progress: (TrainingProgress) -> Bool) throws(TrainingError) -> Outcome {
        engine.use(parameters)
        while epoch < options.epochs, !isOver {
            let clock = ContinuousClock()
            let began = clock.now - .seconds(secondsBefore)
            let order = BatchOrder(
                lengths: lengths, batchSize: options.batchSize, seed: options.seed, epoch: epoch)
            func report(_ sums: BatchEngine.Sums, finished: EpochRecord? = nil) -> Bool {
                let seconds = (clock.now - began) / .seconds(1)
                return progress(
                    TrainingProgress(
                        epoch: finished?.epoch ?? epoch + 1, epochs: options.epochs,
                        batch: finished == nil ? batch : batches, batches: batches, loss: sums.meanLoss,
                        accuracy: accuracy(of: sums), textsPerSecond: seconds > 0 ? Double(sums.rows) / seconds : 0,
                        state: { self.state(seconds: finished == nil ? seconds : 0) }, finished: finished))
            }
            while batch < batches {
                engine.load(set, lengths: lengths, rows: order[batch], seed: options.seed, step: step)
                updates.catchUp(engine.ids, of: parameters, on: engine.pool)
                let part = engine.run(training: true, labelSmoothing: options.labelSmoothing)
                let numbers = gradient.reduce(engine.shards.flatMap(\.gradients), on: engine.pool)
                guard part.loss.isFinite, numbers else {
                    return try outcome(.diverged(Divergence(epoch: epoch, batch: batch, weight: gradient.largest)))
                }
                updates.update(parameters, with: gradient, rate: Float(rate(at: step)), on: engine.pool)
                engine.use(parameters)
                step += 1
                batch += 1
                if let average, average.isDue(at: step) {
                    updates.settle(parameters, on: engine.pool)
                    average.follow(parameters, step: step, on: engine.pool)
                }
                sums.add(part)
                if !report(sums) { return try outcome(.stopped) }
            }
            var record = EpochRecord(
                epoch: epoch + 1, loss: sums.meanLoss, accuracy: accuracy(of: sums), learningRate: rate(at: step - 1),
                seconds: 0)
            validate(into: &record)
            record.seconds = (clock.now - began) / .seconds(1)
            history.append(record)
            if let loss = record.validationLoss, !loss.isFinite {
                _ = report(sums, finished: record)
                return try outcome(.diverged(Divergence(epoch: epoch, batch: nil, weight: nil)))
            }
            let value = value(of: record)
            let verdict = stopping.after(epoch: epoch + 1, value: value)
            if verdict == .improved { best.copy(from: candidate) }
            isOver = verdict == .stop
            plateau?.after(value: value)
            let done = sums
            (epoch, batch, secondsBefore, sums) = (epoch + 1, 0, 0, BatchEngine.Sums())
            if !report(done, finished: record), !isOver { return try outcome(.stopped) }
        }
        return try outcome(isOver ? .early : .allEpochs)
    }

    /// The learning rate of a step.
    private func rate(at step: Int) -> Double {
        Double(options.learningRate) * options.schedule.factor(at: step, of: batches * options.epochs)
            * (plateau?.scale ?? 1)
    }

    // MARK: Interruption

    private func state(seconds: Double) -> TrainingState {
        var state = TrainingState(history: history)
        state.arrays["identity"] = .int32(identity.values)
        parameters.save(in: &state, as: "weights")
        if stopping.bestEpoch != nil { best.save(in: &state, as: "best") }
        average?.save(in: &state)
        updates.save(in: &state)
        stopping.save(in: &state)
        plateau?.save(in: &state)
        for (name, number) in [
            ("epoch", epoch), ("batch", batch), ("step", step), ("counted", sums.counted), ("rows", sums.rows),
            ("is_over", isOver ? 1 : 0),
        ] {
            state.numbers[name] = Double(number)
        }
        (state.numbers["loss"], state.numbers["correct"], state.numbers["seconds"]) = (sums.loss, sums.correct, seconds)
        return state
    }

    func restore(_ state: TrainingState) throws(TrainingError) {
        let identity = try state.int32s("identity", count: 2, in: .min ... .max)
        guard identity == self.identity.values else {
            throw .stateDoesNotFit("it is of other rows, layers or options")
        }
        epoch = try state.integer("epoch", 0...options.epochs)
        batch = try state.integer("batch", 0...batches)
        step = try state.integer("step", 0...batches * options.epochs)
        sums.counted = try state.integer("counted", 0...Int(Int32.max))
        sums.rows = try state.integer("rows", 0...set.count)
        (sums.loss, sums.correct) = (try state.number("loss"), try state.number("correct"))
        secondsBefore = try state.number("seconds")
        isOver = try state.integer("is_over", 0...1) == 1
        history = state.history
        try parameters.restore(from: state, as: "weights")
        try stopping.restore(from: state, epochs: options.epochs)
        if stopping.bestEpoch != nil { try best.restore(from: state, as: "best") }
        try plateau?.restore(from: state, epochs: options.epochs)
        try average?.restore(from: state, steps: step)
        try updates.restore(from: state, steps: step)
    }

    /// The weights that are evaluated and kept.
    private var candidate: NetworkParameters { average?.parameters ?? parameters }

    /// Brings all weights, and the averages of them, up to the last step.
    private func settle() {
        updates.settle(parameters, on: engine.pool)
        average?.follow(parameters, step: step, on: engine.pool)
    }

    private func validate(into record: inout EpochRecord) {
        settle()
        guard let validation else { return }
        engine.use(candidate)
        let sums = engine.evaluate(validation.set, lengths: validation.lengths, order: validation.order)
        engine.use(parameters)
        record.validationLoss = sums.meanLoss
        record.validationAccuracy = accuracy(of: sums)
    }

    private func value(of record: EpochRecord) -> Double {
        switch options.monitor {
        case .validationLoss: record.validationLoss ?? record.loss
        case .validationAccuracy: -(record.validationAccuracy ?? record.accuracy ?? -.infinity)
        }
    }

    private func accuracy(of sums: BatchEngine.Sums) -> Double? {
        options.loss.activation == nil ? nil : sums.accuracy
    }

    private func outcome(_ ending: TrainingResult.Ending) throws(TrainingError) -> Outcome {
        var kept = best
        if stopping.bestEpoch == nil {
            if case .diverged(let divergence) = ending { throw .diverged(divergence) }
            settle()
            kept = candidate
        }
        return Outcome(
            weights: kept.tensors(of: plan), history: history, bestEpoch: stopping.bestEpoch, ending: ending)
    }
}

/// An exponential moving average of the weights (Polyak, Juditsky 1992), which is what is evaluated and kept.
///
/// It follows every `interval` steps with decay ^ interval, since a step over a large table costs as much as an
/// optimiser's. At the start the decay is smaller, (1 + n) / (10 + n), so that the first weights are soon forgotten.
final class WeightAverage {
    private static let interval = 16

    let parameters: NetworkParameters
    private let decay: Float
    private let kernels: Kernels
    private var followed = 0

    init(decay: Float, _ kernels: Kernels, start: NetworkParameters) {
        self.decay = decay
        self.kernels = kernels
        parameters = NetworkParameters(start.layout)
        parameters.copy(from: start)
    }

    func isDue(at step: Int) -> Bool { step - followed >= Self.interval }

    /// Takes in the weights as they are, for all steps since the last time.
    func follow(_ current: NetworkParameters, step: Int, on pool: WorkerPool) {
        guard step > followed else { return }
        var keep: Float = 1
        for n in followed..<step { keep *= min(decay, Float(1 + n) / Float(10 + n)) }
        followed = step
        let layout = parameters.layout
        mix(parameters.dense.start, current.dense.start, layout.denseCount, keep, pool)
        mix(parameters.table.start, current.table.start, layout.entries * layout.dimension, keep, pool)
    }

    func save(in state: inout TrainingState) {
        parameters.save(in: &state, as: "average")
        state.numbers["average/followed"] = Double(followed)
    }

    func restore(from state: TrainingState, steps: Int) throws(TrainingError) {
        try parameters.restore(from: state, as: "average")
        followed = try state.integer("average/followed", 0...steps)
    }

    private func mix(_ average: Floats, _ current: Floats, _ count: Int, _ keep: Float, _ pool: WorkerPool) {
        let size = 1 << 14
        pool.run((count + size - 1) / size) { [kernels] piece in
            let first = piece * size
            let n = min(size, count - first)
            kernels.scale(n, by: keep, average + first)
            kernels.multiplyAdd(n, 1 - keep, current + first, to: average + first)
        }
    }
}
