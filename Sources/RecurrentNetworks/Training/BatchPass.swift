package import Numerics

/// A network over a batch by the layers that train it: what it answers, and the gradients of its weights.
package struct BatchPass {
    package typealias Targets = (start: Int32, sequences: [[Int32]])

    private let plan: NetworkPlan
    private let parameters: NetworkParameters
    private let shared: SharedWeights
    private let shard: ShardNetwork

    /// `truncation`: see `TrainingOptions`.
    package init(_ network: Network, kernels: Kernels = .active, truncation: Int? = nil) {
        plan = network.plan
        shared = SharedWeights(plan, kernels)
        parameters = NetworkParameters(shared.layout, network.weights)
        shard = ShardNetwork(shared, parameters, withoutLastActivation: false)
        shard.context.truncation = truncation
        for matrix in shared.packed { matrix.refresh(from: parameters.dense.start) }
    }

    /// Sequences are (T, width) row-major with ids within the embedding. An answer is (features), or (T, features)
    /// row-major; where there are two tensors the forward one comes first. `targets` are what a decoder reads, after
    /// `start`.
    package func outputs(of sequences: [[Int32]], width: Int, targets: Targets? = nil) -> [[Float]] {
        fill(sequences, width, targets)
        for drop in shared.drops { drop.prepare(training: false, seed: 0, step: 0, shard.context.dense) }
        return split(shard.forward(training: false), of: sequences.count)
    }

    /// The answers, and ∂/∂weights of Σ dOutputs · outputs, by the weights' names. `seed` keys what is dropped.
    package func gradients(
        of sequences: [[Int32]], width: Int, targets: Targets? = nil, dOutputs: [[Float]], seed: UInt64 = 0
    ) -> (outputs: [[Float]], weights: [String: [Float]]) {
        fill(sequences, width, targets)
        shard.context.key = (seed, 0, 0)
        for drop in shared.drops { drop.prepare(training: true, seed: seed, step: 0, shard.context.dense) }
        let output = shard.forward(training: true)
        let outputs = split(output, of: sequences.count)
        let batch = shard.answered
        let d = Scratch<Float>((plan.output.isSequence ? batch.places : batch.rows) * plan.output.features)
        eachFloat(of: batch) { place, row, index in d.start[place] = dOutputs[row][index] }
        shard.backward(d.start)

        var weights: [String: [Float]] = [:]
        let layout = shared.layout
        for (name, offset, count) in layout.dense {
            weights[name] = Array(UnsafeBufferPointer(start: shard.context.gradient.start + offset, count: count))
        }
        var table = [Float](repeating: 0, count: layout.entries * layout.dimension)
        for part in shard.gradients {
            for slot in 0..<part.touchedCount {
                let row = Int(part.touched[slot])
                for i in 0..<layout.dimension {
                    table[row * layout.dimension + i] += part.rows[slot * layout.dimension + i]
                }
            }
        }
        weights[layout.tableName] = table
        return (outputs, weights)
    }

    private func fill(_ sequences: [[Int32]], _ width: Int, _ targets: Targets?) {
        var set = TrainingSet(width: width, targets: targets.map { .sequences(start: $0.start) } ?? .labels)
        for (row, sequence) in sequences.enumerated() { set.append(sequence, labels: targets?.sequences[row] ?? [0]) }
        let lengths = set.lengths(trimmed: false)
        let order = BatchOrder(lengths: lengths, batchSize: max(sequences.count, 1))
        guard order.count > 0 else { return }
        shard.load(set, lengths: lengths, chosen: order[0], first: 0, stride: 1, maskZero: plan.masksZero)
    }

    private func split(_ output: Floats, of count: Int) -> [[Float]] {
        let batch = shard.answered
        let features = plan.output.features
        var answers = [[Float]](repeating: [], count: count)
        guard count > 0 else { return answers }
        for row in 0..<batch.rows {
            let steps = plan.output.isSequence ? batch.lengths.start[row] : 1
            answers[batch.source.start[row]] = [Float](repeating: 0, count: steps * features)
        }
        eachFloat(of: batch) { place, row, index in answers[row][index] = output[place] }
        return answers
    }

    /// Where each float of the layers' output stands in a row's answer.
    private func eachFloat(of batch: PackedBatch, _ body: (_ place: Int, _ row: Int, _ index: Int) -> Void) {
        let features = plan.output.features
        guard plan.output.isSequence else {
            for row in 0..<batch.rows {
                for i in 0..<features { body(row * features + i, batch.source.start[row], i) }
            }
            return
        }
        for t in 0..<batch.steps {
            for row in 0..<batch.active.start[t] {
                let place = batch.offset.start[t] + row
                for i in 0..<features {
                    var index = t * features + i
                    if case .sequencePair(let half) = plan.output {
                        index = i < half ? t * half + i : (batch.lengths.start[row] + t) * half + i - half
                    }
                    body(place * features + i, batch.source.start[row], index)
                }
            }
        }
    }
}
