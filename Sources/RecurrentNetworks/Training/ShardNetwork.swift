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
    let drops: [WeightDrop]
    private let layers: [Layer]

    init(_ plan: NetworkPlan, _ kernels: Kernels) {
        let layout = ParameterLayout(plan)
        self.plan = plan
        self.kernels = kernels
        self.layout = layout
        var packed: [PackedMatrix] = []
        var drops: [WeightDrop] = []
        layers = plan.layers.map { layer in
            func weights(_ configuration: LayerConfiguration, _ prefix: String) -> RecurrentWeights? {
                let weights = RecurrentWeights(
                    kernels, configuration, prefix: prefix, features: layer.input.features, layout: layout)
                packed += weights?.packed ?? []
                let rate = configuration.recurrent?.options.weightDrop ?? 0
                if let drop = weights?.drop(kernels, rate: rate, part: drops.count) { drops.append(drop) }
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
            case .embedding, .input, .dropout, .layerNormalization, .activation, .globalPooling, .attention,
                .conditionalRandomField:
                return .other
            }
        }
        self.packed = packed
        self.drops = drops
    }

    /// The layers after the first, with memory of their own; a last Dense linear where its activation is left out.
    func makeLayers(withoutLastActivation: Bool) -> [any ShardLayer] {
        var made: [any ShardLayer] = []
        for (index, layer) in plan.layers.enumerated() {
            switch layers[index] {
            case .recurrent(let weights, let options):
                made.append(RecurrentLayer(kernels, weights, options, index: index))
            case .bidirectional(let ahead, let back, let options, let merge):
                made.append(
                    BidirectionalLayer(
                        kernels, ahead: ahead, back: back, options, merge: merge, shape: layer.output, index: index))
            case .dense(let weights, let activation):
                let last = index == plan.layers.count - 1
                made.append(
                    DenseLayer(
                        kernels, weights, activation: withoutLastActivation && last ? .linear : activation,
                        shape: layer.output))
            case .other:
                switch layer.configuration {
                case .dropout(let rate, let shared):
                    made.append(
                        DropoutLayer(
                            kernels, rate: rate, sharedOverTime: shared, shape: layer.output, index: index))
                case .globalPooling(let modes):
                    made.append(
                        PoolingLayer(
                            kernels, name: layer.name, modes: modes, features: layer.input.features, layout: layout))
                case .layerNormalization(let epsilon):
                    made.append(
                        LayerNormalizationLayer(
                            kernels, name: layer.name, epsilon: epsilon, shape: layer.output, layout: layout))
                case .activation(let activation):
                    made.append(ActivationLayer(kernels, activation, shape: layer.output))
                case .attention: made.append(AttentionLayer(features: layer.input.features))
                case .conditionalRandomField:
                    made.append(ChainLayer(name: layer.name, labels: layer.input.features, layout: layout))
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
    private let readsIds: Bool
    /// Of an encoder–decoder the encoder's.
    private let layers: [any ShardLayer]
    private let decoder: ShardDecoder?
    private let drops: [WeightDrop]
    /// The last layer where it is a CRF, which has a loss of its own.
    let chain: ChainLayer?
    /// Room for ∂L/∂output beside the output.
    let outputGradient = Scratch<Float>()

    init(_ shared: SharedWeights, _ parameters: NetworkParameters, withoutLastActivation: Bool) {
        context = ShardContext(
            shared.kernels, layout: shared.layout, dense: parameters.dense.start, table: parameters.table.start)
        embedding = EmbeddingLayer(
            shared.kernels, layout: shared.layout,
            dropout: shared.plan.layers.first?.configuration.embeddingOptions?.dropout ?? 0)
        drops = shared.drops
        readsIds = shared.plan.input == .ids
        let all = shared.makeLayers(withoutLastActivation: withoutLastActivation)
        // Neither an Embedding nor an InputLayer has become a layer.
        let count = shared.plan.decoderStart.map { $0 - 1 } ?? all.count
        layers = Array(all.prefix(count))
        decoder = ShardDecoder(
            beside: context, shared, encoderEnd: layers.last, layers: Array(all.dropFirst(count)))
        chain = layers.last as? ChainLayer
    }

    /// The rows that are answered: the encoder's, or the decoder's.
    var answered: PackedBatch { decoder?.context.batch ?? context.batch }

    /// The ids of the batch.
    var ids: [UnsafeBufferPointer<Int32>] {
        [context.batch.allIds] + (decoder.map { [$0.context.batch.allIds] } ?? [])
    }

    /// Takes every `stride`-th of `chosen` from `first` on: see `PackedBatch.fill`.
    func load(
        _ set: TrainingSet, lengths: [Int32], chosen: ArraySlice<Int>, first: Int, stride: Int, maskZero: Bool
    ) {
        context.batch.fill(
            from: set, lengths: lengths, chosen: chosen, first: first, stride: stride, maskZero: maskZero)
        decoder?.load(set)
    }

    /// What the last `backward` left.
    var gradients: [GradientPart] {
        func part(_ embedding: EmbeddingLayer, dense: ConstantFloats?) -> GradientPart {
            GradientPart(
                dense: dense, touched: embedding.touched.start, touchedCount: embedding.touchedCount,
                rows: embedding.gradient.start)
        }
        return [part(embedding, dense: ConstantFloats(context.gradient.start))]
            + (decoder.map { [part($0.embedding, dense: nil)] } ?? [])
    }

    func use(_ parameters: NetworkParameters) {
        for context in [context] + (decoder.map { [$0.context] } ?? []) {
            context.dense = ConstantFloats(parameters.dense.start)
            context.table = ConstantFloats(parameters.table.start)
        }
    }

    /// The output for the rows of `answered`.
    func forward(training: Bool) -> Floats {
        context.training = training
        let output = forward(from: readsIds ? embedding.forward(context) : context.batch.features.start)
        return decoder?.forward(output) ?? output
    }

    /// The same from what the first layer makes of the rows: (places, features), or (rows, features) of vectors.
    func forward(from input: Floats) -> Floats { layers.reduce(input) { $1.forward(context, $0) } }

    /// ∂L/∂output → the context's gradient and the embedding's.
    func backward(_ dOutput: Floats) {
        context.gradient.start.zero(context.layout.denseCount)
        context.wantsInputGradient = readsIds
        let dInput = backwardToInput(decoder?.backward(dOutput) ?? dOutput)
        for drop in drops { drop.apply(to: context.gradient.start) }
        if readsIds { embedding.backward(context, dInput) }
    }

    /// ∂L/∂output → adds to the context's gradient; returns that of what `forward(from:)` was given.
    func backwardToInput(_ dOutput: Floats) -> Floats {
        layers.reversed().reduce(dOutput) { $1.backward(context, $0) }
    }

    /// The recurrent layers at work, in the order of the plan; of a bidirectional one the forward direction first.
    var runs: [RecurrentRun] { layers.flatMap(\.runs) }
}
