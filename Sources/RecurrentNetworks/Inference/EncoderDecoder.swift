#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// An encoder and a decoder in the form that answers: what one sequence says is written as another.
struct EncoderDecoder: Sendable {
    let encoder: CompiledNetwork
    let decoder: CompiledNetwork
    private let attends: Bool

    /// nil for a plan without a decoder.
    init?(plan: NetworkPlan, weights: [String: Tensor], encoder: CompiledNetwork) {
        guard let decoder = plan.decoder else { return nil }
        self.encoder = encoder
        self.decoder = CompiledNetwork(plan: decoder, weights: weights)
        attends = decoder.layers.contains { $0.configuration == .attention }
    }

    /// What the decoder begins with: its first layer's state, and the encoder's unmasked steps where it attends to them.
    struct Beginning {
        var state: NetworkState
        var memory: [Float]
    }

    func encode(_ ids: UnsafeBufferPointer<Int32>, width: Int) throws(NetworkError) -> Beginning {
        var state = encoder.initialState
        var memory: [Float] = []
        encoder.pass(.ids(ids, width: width), &state) { flow, input in
            encoder.run(input, through: encoder.stages[...], &flow)
            guard attends else { return }
            let features = encoder.output.features
            for step in 0..<flow.steps where !flow.isMasked || flow.workspace.mask[step] != 0 {
                memory.append(
                    contentsOf: UnsafeBufferPointer(start: flow.workspace.input + step * features, count: features))
            }
        }
        var begun = decoder.initialState
        // A bidirectional layer's two states are the decoder's one.
        let ways = if case .bidirectional? = encoder.stages.last { 2 } else { 1 }
        let last = state.recurrent.suffix(ways)
        let cells = last.compactMap(\.cell)
        try begun.set([RecurrentState(hidden: last.flatMap(\.hidden), cell: cells.isEmpty ? nil : cells.flatMap { $0 })]
        )
        return Beginning(state: begun, memory: memory)
    }

    /// The probability of each id after `id`.
    func next(after id: Int32, _ state: inout NetworkState, memory: [Float]) -> [Float] {
        withUnsafePointer(to: id) { id in
            memory.withUnsafeBufferPointer { memory in
                var output: [Float] = []
                decoder.pass(.ids(UnsafeBufferPointer(start: id, count: 1), width: 1), &state) { flow, input in
                    flow.memory = memory
                    decoder.run(input, through: decoder.stages[...], &flow)
                    output = Array(UnsafeBufferPointer(start: flow.workspace.input, count: decoder.output.features))
                }
                return output
            }
        }
    }
}

/// What a decoder has written.
package struct WrittenSequence: Sendable, Equatable {
    /// Without the end.
    package var ids: [Int32]
    /// Of the whole, its end included where it has one.
    package var probability: Double
    /// Whether it came to its end within the limit.
    package var isComplete: Bool
}

extension Network {
    /// What the decoder writes for a sequence of `width` ids a step, by beam search: the most probable of the sequences
    /// that it keeps, `beam` at a time; with one it takes the most probable id at each step.
    ///
    /// - Parameters:
    ///   - boundary: the id that is read before the first and written after the last.
    ///   - limit: the most ids to write.
    /// Throws where the network has no decoder.
    package func write(
        for ids: [Int32], width: Int, boundary: Int32, limit: Int, beam: Int = 1
    ) throws(NetworkError) -> WrittenSequence {
        guard let encoderDecoder else {
            throw .invalidConfiguration(
                layer: plan.layers.last?.name ?? "none", came: "a network without a decoder",
                needed: "an encoder and a decoder", mend: "give the recipe a decoder")
        }
        let outcome = ids.withUnsafeBufferPointer { ids in
            Result { () throws(NetworkError) in try encoderDecoder.encode(ids, width: width) }
        }
        let beginning = try outcome.get()
        var kept = [Hypothesis(last: boundary, state: beginning.state)]
        var ended: [Hypothesis] = []
        for _ in 0...max(limit, 0) where !kept.isEmpty {
            var next: [Hypothesis] = []
            for var hypothesis in kept {
                let probabilities = encoderDecoder.next(
                    after: hypothesis.last, &hypothesis.state, memory: beginning.memory)
                for id in probabilities.indices.sorted(by: {
                    (probabilities[$1], $0) < (probabilities[$0], $1)
                }).prefix(max(beam, 1)) {
                    next.append(hypothesis.going(on: Int32(id), probabilities[id], boundary: boundary))
                }
            }
            next.sort { $0.logarithm > $1.logarithm }
            ended += next.prefix(max(beam, 1)).filter(\.hasEnded)
            kept = next.prefix(max(beam, 1)).filter { !$0.hasEnded }
            // What goes on can only become less probable.
            if let best = ended.map(\.logarithm).max() { kept.removeAll { $0.logarithm <= best } }
        }
        let best = ended.max { $0.logarithm < $1.logarithm } ?? kept.first
        return WrittenSequence(
            ids: Array((best?.ids ?? []).prefix(limit)), probability: exp(best?.logarithm ?? -.infinity),
            isComplete: best?.hasEnded ?? false)
    }
}

private struct Hypothesis {
    var ids: [Int32] = []
    var last: Int32
    var state: NetworkState
    var logarithm = 0.0
    var hasEnded = false

    init(last: Int32, state: NetworkState) {
        self.last = last
        self.state = state
    }

    func going(on id: Int32, _ probability: Float, boundary: Int32) -> Hypothesis {
        var next = self
        next.last = id
        next.logarithm += log(Double(probability))
        next.hasEnded = id == boundary
        if !next.hasEnded { next.ids.append(id) }
        return next
    }
}
