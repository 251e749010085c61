import Numerics

/// The decoder of one shard: it begins in the state that the encoder ended in, and reads the targets one step late
/// (teacher forcing; Williams, Zipser 1989). Its rows stand in order of their own falling lengths.
final class ShardDecoder {
    let context: ShardContext
    let embedding: EmbeddingLayer
    private let encoder: ShardContext
    /// The encoder's last layer, and whether it answers with a sequence.
    private let end: any StatefulLayer
    private let encoded: LayerShape
    private let first: RecurrentLayer
    private let layers: [any ShardLayer]
    private let units: Int
    /// (rows) the encoder's row of each of the decoder's.
    private let encoderRows = Scratch<Int>()
    private let hidden = Scratch<Float>()
    private let cell = Scratch<Float>()
    private let dHidden = Scratch<Float>()
    private let dCell = Scratch<Float>()
    private let dEncoded = Scratch<Float>()

    /// `layers` are the decoder's; nil where they do not begin with a recurrent layer, or the encoder does not end in
    /// one: no plan has such.
    init?(
        beside encoder: ShardContext, _ shared: SharedWeights, encoderEnd: (any ShardLayer)?,
        layers: [any ShardLayer]
    ) {
        guard let start = shared.plan.decoderStart, let end = encoderEnd as? any StatefulLayer,
            let first = layers.first as? RecurrentLayer
        else { return nil }
        context = ShardContext(beside: encoder)
        embedding = EmbeddingLayer(
            shared.kernels, layout: shared.layout,
            dropout: shared.plan.layers.first?.configuration.embeddingOptions?.dropout ?? 0)
        self.encoder = encoder
        self.end = end
        encoded = shared.plan.layers[start - 1].output
        self.first = first
        self.layers = layers
        units = shared.plan.layers[start].output.features
    }

    /// Lays the targets of the encoder's rows out.
    func load(_ set: TrainingSet) {
        let rows = encoder.batch.rows
        let order = (0..<rows).sorted {
            let (a, b) = (encoder.batch.source.start[$0], encoder.batch.source.start[$1])
            let (left, right) = (set.targetLength(a), set.targetLength(b))
            return left != right ? left > right : $0 < $1
        }
        encoderRows.room(for: rows)
        for (row, source) in order.enumerated() { encoderRows.start[row] = source }
        context.batch.fillDecoder(from: set, rows: order.map { encoder.batch.source.start[$0] })
    }

    /// encoded: what the encoder answered. Returns (places, ids).
    func forward(_ encoded: ConstantFloats) -> Floats {
        context.training = encoder.training
        context.key = encoder.key
        context.truncation = encoder.truncation
        let state = end.lastState(encoder.batch)
        let rows = context.batch.rows
        for (from, to) in [(state.hidden, hidden), (state.cell, cell)] {
            to.room(for: rows * units)
            for row in 0..<rows {
                (to.start + row * units).update(from: from + encoderRows.start[row] * units, count: units)
            }
        }
        first.begin(with: .init(hidden: ConstantFloats(hidden.start), cell: ConstantFloats(cell.start)))
        for case let attention as AttentionLayer in layers {
            attention.memory = (encoder.batch, encoded, encoderRows)
        }
        return layers.reduce(embedding.forward(context)) { $1.forward(context, $0) }
    }

    /// ∂L/∂output → ∂L/∂ what the encoder answered; the state's is left with the encoder's last layer.
    func backward(_ dOutput: Floats) -> Floats {
        let dMemory = dEncoded.zeros(encoder.rows(of: encoded) * encoded.features)
        for case let attention as AttentionLayer in layers { attention.dValues = dMemory }
        let dInput = layers.reversed().reduce(dOutput) { $1.backward(context, $0) }
        embedding.backward(context, dInput)
        let gradient = first.firstStateGradient
        for (from, to) in [(gradient.hidden, dHidden), (gradient.cell, dCell)] {
            to.room(for: context.batch.rows * units)
            for row in 0..<context.batch.rows {
                (to.start + encoderRows.start[row] * units).update(from: from + row * units, count: units)
            }
        }
        end.setLastStateGradient(
            .init(hidden: ConstantFloats(dHidden.start), cell: ConstantFloats(dCell.start)), encoder.batch)
        return dMemory
    }
}
