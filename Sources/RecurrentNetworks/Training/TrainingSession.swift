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
    private var step = 0

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
    }

    func train(_ progress: (TrainingProgress) -> Bool) throws(TrainingError) -> Outcome {
        var history: [EpochRecord] = []
        var stopping = EarlyStopping(patience: options.patience)
        engine.use(parameters)
        for epoch in 0..<options.epochs {
            let clock = ContinuousClock()
            let began = clock.now
            var sums = BatchEngine.Sums()
            var rate = 0.0
            let order = BatchOrder(
                lengths: lengths, batchSize: options.batchSize, seed: options.seed, epoch: epoch)
            func report(_ batch: Int, _ finished: EpochRecord? = nil) -> TrainingProgress {
                let seconds = (clock.now - began) / .seconds(1)
                return TrainingProgress(
                    epoch: epoch + 1, epochs: options.epochs, batch: batch, batches: batches,
                    loss: sums.meanLoss, accuracy: accuracy(of: sums),
                    textsPerSecond: seconds > 0 ? Double(sums.rows) / seconds : 0, finished: finished)
            }
            for batch in 0..<batches {
                rate = Double(options.learningRate) * options.schedule.factor(at: step, of: batches * options.epochs)
                engine.load(set, lengths: lengths, rows: order[batch], seed: options.seed, step: step)
                updates.catchUp(engine.ids, of: parameters, on: engine.pool)
                let part = engine.run(training: true, labelSmoothing: options.labelSmoothing)
                let numbers = gradient.reduce(engine.shards.map(\.gradient), on: engine.pool)
                guard part.loss.isFinite, numbers else {
                    let divergence = Divergence(epoch: epoch, batch: batch, weight: gradient.largest)
                    return try outcome(history, stopping, .diverged(divergence))
                }
                updates.update(parameters, with: gradient, rate: Float(rate), on: engine.pool)
                engine.use(parameters)
                step += 1
                if let average, average.isDue(at: step) {
                    updates.settle(parameters, on: engine.pool)
                    average.follow(parameters, step: step, on: engine.pool)
                }
                sums.add(part)
                if !progress(report(batch + 1)) { return try outcome(history, stopping, .stopped) }
            }
            var record = EpochRecord(
                epoch: epoch + 1, loss: sums.meanLoss, accuracy: accuracy(of: sums), learningRate: rate, seconds: 0)
            validate(into: &record)
            record.seconds = (clock.now - began) / .seconds(1)
            history.append(record)
            if let loss = record.validationLoss, !loss.isFinite {
                _ = progress(report(batches, record))
                return try outcome(history, stopping, .diverged(Divergence(epoch: epoch, batch: nil, weight: nil)))
            }
            let verdict = stopping.after(epoch: epoch + 1, value: value(of: record))
            if verdict == .improved { best.copy(from: candidate) }
            let goOn = progress(report(batches, record))
            if verdict == .stop { return try outcome(history, stopping, .early) }
            if !goOn { return try outcome(history, stopping, .stopped) }
        }
        return try outcome(history, stopping, .allEpochs)
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

    private func outcome(
        _ history: [EpochRecord], _ stopping: EarlyStopping, _ ending: TrainingResult.Ending
    ) throws(TrainingError) -> Outcome {
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
