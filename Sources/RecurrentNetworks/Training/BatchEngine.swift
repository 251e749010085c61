import Numerics

/// A network on batches: forward and backward over fixed shards, on as many threads as there are.
final class BatchEngine {
    struct Sums {
        var loss = 0.0
        var correct = 0.0
        /// The outputs that count.
        var counted = 0
        var rows = 0

        mutating func add(_ other: Sums) {
            loss += other.loss
            correct += other.correct
            counted += other.counted
            rows += other.rows
        }

        var meanLoss: Double { loss / Double(max(counted, 1)) }
        var accuracy: Double { correct / Double(max(counted, 1)) }
    }

    let shared: SharedWeights
    let shards: [ShardNetwork]
    let pool: WorkerPool
    private let loss: Loss
    private let maskZero: Bool
    private let width: Int
    /// See `TrainingOptions`.
    var truncation: Int? {
        didSet { for shard in shards { shard.context.truncation = truncation } }
    }
    private var loaded = 0

    init(
        _ plan: NetworkPlan, _ loss: Loss, _ kernels: Kernels, _ parameters: NetworkParameters, shards: Int,
        threads: Int
    ) {
        let shared = SharedWeights(plan, kernels)
        self.shared = shared
        // The cross-entropies are computed from logits: the last activation is left to them.
        self.shards = (0..<shards).map { _ in
            ShardNetwork(shared, parameters, withoutLastActivation: loss.activation != nil)
        }
        pool = WorkerPool(threads: threads)
        self.loss = loss
        maskZero = plan.masksZero
        width = plan.output.features
    }

    /// Computes with these weights from now on. Needed after every change of theirs.
    func use(_ parameters: NetworkParameters) {
        for shard in shards { shard.use(parameters) }
        let packed = shared.packed
        let dense = ConstantFloats(parameters.dense.start)
        pool.run(packed.count) { packed[$0].refresh(from: dense) }
    }

    /// Lays a batch out, each shard its own rows. `step` keys the random numbers.
    func load(_ set: TrainingSet, lengths: [Int32], rows: ArraySlice<Int>, seed: UInt64, step: Int) {
        let count = shards.count
        loaded = rows.count
        pool.run(count) { [self] index in
            let shard = shards[index]
            shard.context.key = (seed, UInt64(truncatingIfNeeded: step), UInt64(truncatingIfNeeded: index))
            shard.load(set, lengths: lengths, chosen: rows, first: index, stride: count, maskZero: maskZero)
        }
    }

    /// The ids of the batch that is loaded, shard by shard.
    var ids: [UnsafeBufferPointer<Int32>] { shards.flatMap(\.ids) }

    /// Forward and, with `training`, backward over the batch that is loaded: each shard then has its part of the
    /// gradient of the mean loss.
    func run(training: Bool, labelSmoothing: Float) -> Sums {
        let count = shards.count
        let (drops, context) = (shared.drops, shards[0].context)
        pool.run(drops.count) {
            drops[$0].prepare(training: training, seed: context.key.seed, step: context.key.step, context.dense)
        }
        var losses = [ShardLoss](
            repeating: ShardLoss(loss, labelSmoothing: labelSmoothing, shared.kernels), count: count)
        let counted = shards.reduce(0) { $0 + $1.answered.counted }
        let scale = 1 / Float(max(counted, 1))
        losses.withUnsafeMutableBufferPointer { losses in
            // Each piece writes its own element only.
            nonisolated(unsafe) let losses = losses
            pool.run(count) { [self] index in
                let shard = shards[index]
                var output = shard.forward(training: training)
                // The last activation's slope is computed from what it answered, which the loss would write over.
                if training, loss.activation == nil {
                    let gradient = shard.outputGradient.room(for: shard.answered.outputs * width)
                    gradient.update(from: output, count: shard.answered.outputs * width)
                    output = gradient
                }
                let gradientScale = training ? scale : nil
                if let chain = shard.chain {
                    losses[index].add(chain.loss(shard.context, output, gradientScale: gradientScale))
                } else {
                    losses[index](output, shard.answered, width: width, gradientScale: gradientScale)
                }
                if training { shard.backward(output) }
            }
        }
        var sums = Sums()
        for loss in losses {
            sums.loss += loss.sum
            sums.correct += loss.correct
        }
        sums.counted = counted
        sums.rows = loaded
        return sums
    }

    /// Loss (of the plain targets) and correct answers over a whole set.
    func evaluate(_ set: TrainingSet, lengths: [Int32], order: BatchOrder) -> Sums {
        var sums = Sums()
        for batch in 0..<order.count {
            load(set, lengths: lengths, rows: order[batch], seed: 0, step: 0)
            sums.add(run(training: false, labelSmoothing: 0))
        }
        return sums
    }
}

extension NetworkPlan {
    var endsInChain: Bool { layers.last?.configuration == .conditionalRandomField }

    var masksZero: Bool { layers.first?.configuration.embeddingOptions?.maskZero ?? false }

    /// The masked end of a sequence changes nothing: the answer is one vector, and no layer turns a sequence round
    /// while its mask stays (Keras's go_backwards with return_sequences does).
    var ignoresMaskedEnd: Bool {
        guard masksZero, !output.isSequence else { return false }
        return !layers.contains { layer in
            guard let options = layer.configuration.recurrent?.options else { return false }
            return options.goBackwards && options.returnSequences
        }
    }
}
