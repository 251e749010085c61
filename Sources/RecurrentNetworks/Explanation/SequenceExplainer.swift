package import Numerics

/// Why a network answers as it does for one sequence, by the engine that trains it: that one knows gradients. What is
/// explained is one number of the answer: a feature of the vector, or step · features + feature where every step is
/// answered. For one thread at a time.
package struct SequenceExplainer {
    /// More than this for one explanation is refused: a text must not end a process that answers others too.
    package static let maximumMemory = 256 << 20

    /// Of the sequence.
    package let steps: Int
    let plan: NetworkPlan
    let shard: ShardNetwork
    private let shared: SharedWeights
    private let parameters: NetworkParameters
    private let sequence: Input
    private let width: Int
    /// (T, D): the embeddings of the sequence, or its numbers; (places, D): those of a batch.
    let embedded = Scratch<Float>()
    let input = Scratch<Float>()
    private let dOutput = Scratch<Float>()

    private enum Input {
        case ids([Int32])
        case features([Float])
    }

    /// `ids` is (T, width) row-major, within the embedding; a bag's 0 adds nothing.
    package init(
        _ network: Network, ids: [Int32], width: Int, kernels: Kernels = .active
    ) throws(ExplanationError) {
        guard let touched = TouchedEmbedding(network, ids: ids) else {
            throw .unsupported(answer: network.plan.output)
        }
        try self.init(
            network, touched.configuration, touched.weights, .ids(touched.ids), width: width, steps: ids.count,
            kernels)
    }

    /// Of a network that begins with an InputLayer: `features` is (T, features) row-major.
    package init(_ network: Network, features: [Float], kernels: Kernels = .active) throws(ExplanationError) {
        guard case .sequence(let width) = network.plan.input else {
            throw .unsupported(answer: network.plan.output)
        }
        try self.init(
            network, network.configuration, network.weights, .features(features), width: width,
            steps: features.count, kernels)
    }

    /// - Parameter steps: times the width.
    private init(
        _ network: Network, _ configuration: NetworkConfiguration, _ weights: [String: Tensor], _ sequence: Input,
        width: Int, steps: Int, _ kernels: Kernels
    ) throws(ExplanationError) {
        switch network.plan.output {
        case .vector, .sequence: break
        case .ids, .vectorPair, .sequencePair: throw .unsupported(answer: network.plan.output)
        }
        guard network.plan.decoderStart == nil, let plan = try? NetworkPlan(configuration) else {
            throw .unsupported(answer: network.plan.output)
        }
        self.plan = plan
        self.width = max(width, 1)
        self.sequence = sequence
        self.steps = steps / self.width
        let bytes = plan.explanationBytes(steps: self.steps)
        guard bytes <= Self.maximumMemory else { throw .tooLarge(steps: self.steps, bytes: bytes) }
        shared = SharedWeights(plan, kernels)
        parameters = NetworkParameters(shared.layout, weights)
        shard = ShardNetwork(shared, parameters, withoutLastActivation: false)
        shard.context.wantsWeightGradients = false
        for matrix in shared.packed { matrix.refresh(from: parameters.dense.start) }
        for drop in shared.drops { drop.prepare(training: false, seed: 0, step: 0, shard.context.dense) }
    }

    /// How many numbers the answer has, any of which can be explained.
    package var outputCount: Int { (plan.output.isSequence ? steps : 1) * plan.output.features }

    /// Lays the batch out: the sequence so many times. Place (t, row) is t · rows + row.
    func load(rows: Int) {
        var set = TrainingSet(width: width)
        for _ in 0..<rows {
            switch sequence {
            case .ids(let ids): set.append(ids, label: 0)
            case .features(let features): set.append(features: features, labels: CollectionOfOne(0))
            }
        }
        shard.context.training = false
        shard.context.batch.fill(
            from: set, lengths: [Int32](repeating: Int32(steps), count: rows), chosen: Array(0..<rows)[...], first: 0,
            stride: 1, maskZero: plan.masksZero)
    }

    /// What the layers after the first read of the batch: (places, D).
    var firstValues: Floats {
        plan.input == .ids ? shard.embedding.forward(shard.context) : shard.context.batch.features.start
    }

    /// Where a number of the answer to `row` of so many stands in what the layers answer with.
    func place(of output: Int, row: Int, rows: Int) -> Int {
        guard plan.output.isSequence else { return row * plan.output.features + output }
        let (step, feature) = output.quotientAndRemainder(dividingBy: plan.output.features)
        return (step * rows + row) * plan.output.features + feature
    }

    /// ∂answer[output]/∂ what the first layer gave, row by row, for the batch that went forward.
    func backward(from output: Int, rows: Int) -> ConstantFloats {
        let d = dOutput.zeros(rows * outputCount)
        for row in 0..<rows { d[place(of: output, row: row, rows: rows)] = 1 }
        return ConstantFloats(shard.backwardToInput(d))
    }
}

/// The network with no more of its embedding than the rows of one sequence: a table may have millions.
private struct TouchedEmbedding {
    let configuration: NetworkConfiguration
    let weights: [String: Tensor]
    /// Renumbered; 0 stays what it is.
    let ids: [Int32]

    init?(_ network: Network, ids: [Int32]) {
        guard let first = network.plan.layers.first, var options = first.configuration.embeddingOptions,
            let table = first.weights.first?.name
        else { return nil }
        var rows: [Int32] = [0]
        var numbers: [Int32: Int32] = [0: 0]
        self.ids = ids.map { id in
            guard id >= 0, Int(id) < options.inputDimension else { return 0 }
            if let number = numbers[id] { return number }
            let number = Int32(truncatingIfNeeded: rows.count)
            numbers[id] = number
            rows.append(id)
            return number
        }
        var layers = network.configuration.layers
        options.inputDimension = rows.count
        layers[0] = .embedding(options)
        configuration = NetworkConfiguration(layers: layers)
        var weights = network.weights
        weights[table] = weights[table]?.selecting(rows: rows.map(Int.init), of: options.outputDimension)
        self.weights = weights
    }
}

extension Tensor {
    /// Rows of a checked table (rows, columns), as floats.
    fileprivate func selecting(rows: [Int], of columns: Int) -> Tensor {
        var selected: [Float] = []
        selected.reserveCapacity(rows.count * columns)
        for row in rows {
            let range = row * columns..<(row + 1) * columns
            switch values {
            case .float32(let values): selected += values[range]
            case .int8(let values, let scales): for i in range { selected.append(scales[row] * Float(values[i])) }
            }
        }
        return Tensor(shape: [rows.count, columns], values: .float32(selected))
    }
}

extension NetworkPlan {
    /// At most what one place takes in the buffers of all layers, forward and backward.
    var bytesPerPlace: Int {
        let floats = layers.reduce(0) { sum, layer in
            let values = 2 * (layer.input.features + layer.output.features)
            switch layer.configuration {
            case .bidirectional(let inner, _): return sum + values + 2 * inner.runFloats(layer.input.features)
            default: return sum + values + layer.configuration.runFloats(layer.input.features)
            }
        }
        // `Scratch` takes a half more than it was asked for.
        return floats * 4 * 3 / 2
    }

    /// One row of so many steps, and the weights: themselves, their gradient, and packed both ways.
    func explanationBytes(steps: Int) -> Int {
        let (places, overflow) = bytesPerPlace.multipliedReportingOverflow(by: steps)
        return overflow || places > Int.max / 2 ? .max : places + 16 * parameterCount
    }
}

extension LayerConfiguration {
    /// The buffers of a `RecurrentRun` by the place.
    fileprivate func runFloats(_ features: Int) -> Int {
        guard let (options, gates) = recurrent else { return 0 }
        // Five where the gates' numbers before other activations are kept, too.
        return 5 * gates * options.units + 5 * options.units + 3 * features
    }
}
