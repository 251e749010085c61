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

    /// The probability of each id after `id`, into `probabilities`, which has room for them.
    func next(after id: Int32, _ state: inout NetworkState, memory: [Float], into probabilities: inout [Float]) {
        withUnsafePointer(to: id) { id in
            memory.withUnsafeBufferPointer { memory in
                decoder.pass(.ids(UnsafeBufferPointer(start: id, count: 1), width: 1), &state) { flow, input in
                    flow.memory = memory
                    decoder.run(input, through: decoder.stages[...], &flow)
                    probabilities.withUnsafeMutableBufferPointer { probabilities in
                        _ = probabilities.update(
                            fromContentsOf: UnsafeBufferPointer(
                                start: flow.workspace.input, count: decoder.output.features))
                    }
                }
            }
        }
    }

    /// (steps of the decoder, unmasked steps of the encoder) row-major: the shares with which the last attention layer
    /// looked at each, while the decoder read `ids`; nil where none attends.
    func shares(reading ids: [Int32], from beginning: Beginning) -> [Float]? {
        guard attends else { return nil }
        var state = beginning.state
        let columns = beginning.memory.count / max(encoder.output.features, 1)
        return [Float](unsafeUninitializedCapacity: ids.count * columns) { shares, count in
            shares.initialize(repeating: 0)
            count = shares.count
            ids.withUnsafeBufferPointer { ids in
                beginning.memory.withUnsafeBufferPointer { memory in
                    decoder.pass(.ids(ids, width: 1), &state) { flow, input in
                        flow.memory = memory
                        flow.shares = shares.baseAddress
                        decoder.run(input, through: decoder.stages[...], &flow)
                    }
                }
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
    /// (ids, unmasked steps read) row-major: where the decoder looked as it wrote each id; nil unless it was asked for,
    /// and where nothing attends.
    package var attention: [Float]?
}

extension Network {
    /// What the decoder writes for a sequence of `width` ids a step, by beam search: the most probable of the sequences
    /// that it keeps, `beam` at a time; with one it takes the most probable id at each step.
    ///
    /// - Parameters:
    ///   - boundary: the id that is read before the first and written after the last.
    ///   - limit: the most ids to write.
    ///   - attention: whether to say where the decoder looked.
    ///   - isAllowed: which ids may be written.
    ///   - isWanted: asked before each step; false ends the work.
    /// Returns nil where it was not wanted to the end. Throws where the network has no decoder.
    package func write(
        for ids: [Int32], width: Int, boundary: Int32, limit: Int, beam: Int = 1, attention: Bool = false,
        where isAllowed: (Int32) -> Bool = { _ in true }, while isWanted: () -> Bool = { true }
    ) throws(NetworkError) -> WrittenSequence? {
        guard let encoderDecoder else {
            throw .invalidConfiguration(
                layer: plan.layers.last?.name ?? "none", came: "a network without a decoder",
                needed: "an encoder and a decoder", mend: "give the recipe a decoder")
        }
        let outcome = ids.withUnsafeBufferPointer { ids in
            Result { () throws(NetworkError) in try encoderDecoder.encode(ids, width: width) }
        }
        let beginning = try outcome.get()
        var search = BeamSearch(encoderDecoder, from: beginning, boundary: boundary, beam: beam)
        guard search.run(limit: limit, where: isAllowed, while: isWanted) else { return nil }
        var written = search.best
        if attention {
            written.attention = encoderDecoder.shares(
                reading: Array(([boundary] + written.ids).dropLast()), from: beginning)
        }
        return written
    }
}

/// The most probable sequences as they grow, a step at a time.
private struct BeamSearch {
    private let network: EncoderDecoder
    private let memory: [Float]
    private let boundary: Int32
    private let width: Int
    /// Those that go on, and the best that has ended.
    private var kept: [Hypothesis]
    private var ended: Hypothesis?
    /// All that was written, each id with the place of the one before it here.
    private var trail: [(id: Int32, before: Int?)] = []
    private var probabilities: [Float]
    /// The best ways to go on, the most probable first.
    private var candidates: [Candidate] = []

    private struct Hypothesis {
        var state: NetworkState
        /// What is read next.
        var last: Int32
        /// In the trail, of the last id written.
        var place: Int?
        var logarithm = 0.0
    }

    private struct Candidate {
        var parent: Int
        var id: Int32
        var logarithm: Double
    }

    init(_ network: EncoderDecoder, from beginning: EncoderDecoder.Beginning, boundary: Int32, beam: Int) {
        self.network = network
        memory = beginning.memory
        self.boundary = boundary
        width = max(beam, 1)
        kept = [Hypothesis(state: beginning.state, last: boundary)]
        probabilities = [Float](repeating: 0, count: network.decoder.output.features)
    }

    /// False where it was not wanted to the end.
    mutating func run(limit: Int, where isAllowed: (Int32) -> Bool, while isWanted: () -> Bool) -> Bool {
        for length in 0...max(limit, 0) where !kept.isEmpty {
            guard isWanted() else { return false }
            findCandidates(where: isAllowed)
            var next: [Hypothesis] = []
            for candidate in candidates {
                var hypothesis = kept[candidate.parent]
                hypothesis.logarithm = candidate.logarithm
                if candidate.id == boundary {
                    if hypothesis.logarithm > ended?.logarithm ?? -.infinity { ended = hypothesis }
                } else if length < limit {
                    trail.append((candidate.id, hypothesis.place))
                    hypothesis.place = trail.count - 1
                    hypothesis.last = candidate.id
                    next.append(hypothesis)
                }
            }
            // At the limit what was written so far stays, in case that nothing has come to its end.
            if length == limit { break }
            // What goes on can only become less probable.
            if let ended { next.removeAll { $0.logarithm <= ended.logarithm } }
            kept = next
        }
        return true
    }

    private mutating func findCandidates(where isAllowed: (Int32) -> Bool) {
        candidates.removeAll(keepingCapacity: true)
        for parent in kept.indices {
            network.next(after: kept[parent].last, &kept[parent].state, memory: memory, into: &probabilities)
            let before = kept[parent].logarithm
            // Most ids are far less probable than those found: a comparison passes over them without a logarithm.
            var least = leastProbability(after: before)
            for (index, probability) in probabilities.enumerated() where probability > least {
                let id = Int32(truncatingIfNeeded: index)
                guard isAllowed(id) else { continue }
                insert(Candidate(parent: parent, id: id, logarithm: before + log(Double(probability))))
                least = leastProbability(after: before)
            }
        }
    }

    /// What an id has to be more probable than to be among the candidates.
    private func leastProbability(after logarithm: Double) -> Float {
        guard candidates.count == width, let worst = candidates.last else { return 0 }
        return Float(exp(worst.logarithm - logarithm)).nextDown
    }

    /// Of equals, the one that came first stays before the other.
    private mutating func insert(_ candidate: Candidate) {
        let place = candidates.lastIndex { $0.logarithm >= candidate.logarithm }.map { $0 + 1 } ?? 0
        guard place < width else { return }
        if candidates.count == width { candidates.removeLast() }
        candidates.insert(candidate, at: place)
    }

    /// The best that has ended, else the best that goes on.
    var best: WrittenSequence {
        let best = ended ?? kept.first
        var ids: [Int32] = []
        var place = best?.place
        while let at = place {
            ids.append(trail[at].id)
            place = trail[at].before
        }
        return WrittenSequence(
            ids: ids.reversed(), probability: exp(best?.logarithm ?? -.infinity), isComplete: ended != nil)
    }
}
