/// A stack of layers with its weights: checked once, immutable, and safe to use from any thread.
package struct Network: Sendable {
    package let configuration: NetworkConfiguration
    /// By Keras's paths: "embedding/embeddings", "lstm/kernel", "bidirectional/forward/bias", "dense_1/kernel".
    package let weights: [String: Tensor]
    /// The layers with their names and shapes.
    package let plan: NetworkPlan
    /// What answers; of an encoder–decoder the encoder.
    let compiled: CompiledNetwork
    let encoderDecoder: EncoderDecoder?

    /// Refuses layers that do not fit each other, and weights that are missing, unknown or of another shape.
    package init(configuration: NetworkConfiguration, weights: [String: Tensor]) throws(NetworkError) {
        let plan = try NetworkPlan(configuration)
        for needed in plan.weights {
            guard let tensor = weights[needed.name] else {
                throw .missingWeight(name: needed.name, needed: needed.shape)
            }
            try Self.check(tensor, against: needed)
        }
        if weights.count > plan.weights.count {
            let known = Set(plan.weights.map(\.name))
            // Sorted, so that the same mistake gives the same text every time.
            for name in weights.keys.sorted() where !known.contains(name) {
                throw .unknownWeight(name: name, nearest: Self.nearest(to: name, among: plan.weights.map(\.name)))
            }
        }
        self.configuration = configuration
        self.weights = weights
        self.plan = plan
        compiled = CompiledNetwork(plan: plan.encoder, weights: weights)
        encoderDecoder = EncoderDecoder(plan: plan, weights: weights, encoder: compiled)
    }

    /// The weights a configuration needs, layer by layer in Keras's order.
    package static func expectedWeights(
        of configuration: NetworkConfiguration
    ) throws(NetworkError) -> [(name: String, shape: [Int])] {
        try NetworkPlan(configuration).weights.map { ($0.name, $0.shape) }
    }

    package var parameterCount: Int { plan.parameterCount }

    /// The bytes that are held: what answers, and the weights as they came, but for the embedding's rows, which both
    /// share.
    package var memory: Int {
        compiled.memory + (encoderDecoder?.decoder.memory ?? 0)
            + plan.weights.reduce(0) { $0 + ($1.name.hasSuffix("/embeddings") ? 0 : 4 * $1.count) }
    }

    private static func check(_ tensor: Tensor, against needed: WeightPlan) throws(NetworkError) {
        guard tensor.shape == needed.shape else {
            throw .wrongShape(name: needed.name, came: tensor.shape, needed: needed.shape)
        }
        switch tensor.values {
        case .float32(let values):
            guard values.count == needed.count else {
                throw .wrongValueCount(
                    name: needed.name, shape: needed.shape, came: values.count, needed: needed.count)
            }
        case .int8(let rows, let scales):
            guard needed.name.hasSuffix("/embeddings"), needed.shape.count == 2 else {
                throw .wrongValueType(name: needed.name)
            }
            guard rows.count == needed.count else {
                throw .wrongValueCount(name: needed.name, shape: needed.shape, came: rows.count, needed: needed.count)
            }
            guard scales.count == needed.shape[0] else {
                throw .wrongValueCount(
                    name: needed.name + ".scales", shape: [needed.shape[0]], came: scales.count,
                    needed: needed.shape[0])
            }
        }
    }

    /// The known name with the most letters in common at both ends, where that is most of it.
    private static func nearest(to name: String, among known: [String]) -> String? {
        func likeness(_ other: String) -> Int {
            let prefix = zip(name, other).prefix { $0 == $1 }.count
            let suffix = zip(name.reversed(), other.reversed()).prefix { $0 == $1 }.count
            return min(prefix + suffix, other.count)
        }
        guard let best = known.max(by: { likeness($0) < likeness($1) }), likeness(best) * 2 > best.count else {
            return nil
        }
        return best
    }
}

extension Network {
    /// The network's output for one sequence of steps of `width` ids each; (features), or (T, features) row-major
    /// where the network answers with a sequence. The empty sequence has an answer too: that of a zero state.
    package func predict(ids: UnsafeBufferPointer<Int32>, width: Int) -> [Float] {
        compiled.predict(ids: ids, width: width)
    }

    /// The same of a network that begins with an InputLayer: `features` is (T, features) row-major, or one vector.
    package func predict(features: [Float]) -> [Float] {
        features.withUnsafeBufferPointer { compiled.answer(features: $0) }.tensors.flatMap { $0 }
    }
}
