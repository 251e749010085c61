import Numerics

/// The packed weights of a network, shared by its shards, and how to build a shard's layers on them.
final class SharedWeights {
    private enum Layer {
        case recurrent(RecurrentWeights, RecurrentOptions)
        case bidirectional(RecurrentWeights, RecurrentWeights, RecurrentOptions, MergeMode)
        case dense(DenseWeights, Activation)
        case other
    }

    let plan: NetworkPlan
    let layout: ParameterLayout
    let kernels: Kernels
    let packed: [PackedMatrix]
    private let layers: [Layer]

    init(_ plan: NetworkPlan, _ kernels: Kernels) {
        let layout = ParameterLayout(plan)
        self.plan = plan
        self.kernels = kernels
        self.layout = layout
        var packed: [PackedMatrix] = []
        layers = plan.layers.map { layer in
            func weights(_ configuration: LayerConfiguration, _ prefix: String) -> RecurrentWeights? {
                let weights = RecurrentWeights(
                    kernels, configuration, prefix: prefix, features: layer.input.features, layout: layout)
                packed += weights?.packed ?? []
                return weights
            }
            switch layer.configuration {
            case .simpleRNN(let options), .gru(let options, _), .lstm(let options):
                guard let own = weights(layer.configuration, layer.name) else { return .other }
                return .recurrent(own, options)
            case .bidirectional(let inner, let merge):
                guard let options = inner.recurrent?.options, let ahead = weights(inner, layer.name + "/forward"),
                    let back = weights(inner, layer.name + "/backward")
                else { return .other }
                return .bidirectional(ahead, back, options, merge)
            case .dense(let units, let activation):
                let own = DenseWeights(
                    kernels, name: layer.name, features: layer.input.features, units: units, layout: layout)
                packed += [own.kernel, own.transposed]
                return .dense(own, activation)
            case .embedding, .dropout, .globalPooling: return .other
            }
        }
        self.packed = packed
    }

    /// The layers after the embedding, with memory of their own. `logits` leaves out a last softmax.
    func makeLayers(logits: Bool) -> [any ShardLayer] {
        var made: [any ShardLayer] = []
        for (index, layer) in plan.layers.enumerated() {
            switch layers[index] {
            case .recurrent(let weights, let options):
                made.append(RecurrentLayer(kernels, weights, options))
            case .bidirectional(let ahead, let back, let options, let merge):
                made.append(
                    BidirectionalLayer(
                        kernels, ahead: ahead, back: back, options, merge: merge, shape: layer.output))
            case .dense(let weights, let activation):
                let last = index == plan.layers.count - 1
                made.append(
                    DenseLayer(
                        kernels, weights, activation: logits && last && activation == .softmax ? .linear : activation,
                        shape: layer.output))
            case .other:
                switch layer.configuration {
                case .dropout(let rate, let shared):
                    made.append(
                        DropoutLayer(
                            kernels, rate: rate, sharedOverTime: shared, shape: layer.output, index: index))
                case .globalPooling(let modes):
                    made.append(PoolingLayer(kernels, modes: modes, features: layer.input.features))
                default: break
                }
            }
        }
        return made
    }
}

/// A network at work on one shard of a batch. Used by one thread at a time.
final class ShardNetwork {
    let context: ShardContext
    let embedding: EmbeddingLayer
    private let layers: [any ShardLayer]
    private let idsAreNoFloats = Scratch<Float>()

    init(_ shared: SharedWeights, _ parameters: NetworkParameters, logits: Bool) {
        context = ShardContext(
            shared.kernels, layout: shared.layout, dense: parameters.dense.start, table: parameters.table.start)
        embedding = EmbeddingLayer(shared.kernels, layout: shared.layout)
        layers = shared.makeLayers(logits: logits)
    }

    /// What the last `backward` left.
    var gradient: GradientPart {
        GradientPart(
            dense: context.gradient.start, touched: embedding.touched.start, touchedCount: embedding.touchedCount,
            rows: embedding.gradient.start)
    }

    func use(_ parameters: NetworkParameters) {
        context.dense = ConstantFloats(parameters.dense.start)
        context.table = ConstantFloats(parameters.table.start)
    }

    /// The output for the rows of `context.batch`.
    func forward(training: Bool) -> Floats {
        context.training = training
        return forward(from: embed())
    }

    /// ∂L/∂output → the context's gradient and the embedding's.
    func backward(_ dOutput: Floats) {
        _ = embedding.backward(context, backwardToInput(dOutput))
    }

    /// (places, D): what the layers after the embedding read.
    func embed() -> Floats { embedding.forward(context, idsAreNoFloats.start) }

    /// The output where the embedding gives x (places, D).
    func forward(from x: ConstantFloats) -> Floats {
        // Layers only read their input, whatever its type says.
        var x = Floats(mutating: x)
        for layer in layers { x = layer.forward(context, x) }
        return x
    }

    /// ∂L/∂output → the context's gradient; returns ∂L/∂x (places, D) of what the embedding gave.
    func backwardToInput(_ dOutput: Floats) -> Floats {
        context.gradient.start.zero(context.layout.denseCount)
        var d = dOutput
        for layer in layers.reversed() { d = layer.backward(context, d) }
        return d
    }

    /// The recurrent layers at work, in the order of the plan; of a bidirectional one the forward direction first.
    var runs: [RecurrentRun] { layers.flatMap(\.runs) }
}
