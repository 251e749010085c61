#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Draws an index from probabilities: with a temperature, from the most probable only where asked, and the same ones
/// for the same seed.
package struct Sampler: Sendable {
    /// 0 is the most probable always; 1 the probabilities as they are; more makes them more alike.
    package let temperature: Double
    /// How many of the most probable may be drawn (Fan, Lewis, Dauphin 2018); nil: all.
    package let topK: Int?
    private var stream: RandomStream
    /// Reused from draw to draw.
    private var candidates: [(index: Int, weight: Double)] = []

    package init(temperature: Double = 1, topK: Int? = nil, seed: UInt64) throws(SamplingError) {
        guard temperature >= 0, temperature.isFinite else {
            throw SamplingError(option: "temperature", came: "\(temperature)", needed: "a number, 0 or more")
        }
        if let topK, topK < 1 {
            throw SamplingError(option: "top_k", came: "\(topK)", needed: "at least 1, or null for all")
        }
        self.temperature = temperature
        self.topK = topK
        stream = RandomStream(seed)
    }

    /// An index of `probabilities` that is allowed; nil where none of these has a probability above 0. They need not
    /// add up to 1. Of equals, the first is the more probable.
    package mutating func draw(_ probabilities: [Float], where isAllowed: (Int) -> Bool) -> Int? {
        candidates.removeAll(keepingCapacity: true)
        var best: (index: Int, weight: Double)?
        for (index, probability) in probabilities.enumerated() where probability > 0 && isAllowed(index) {
            let candidate = (index: index, weight: Double(probability))
            if candidate.weight > best?.weight ?? 0 { best = candidate }
            if temperature > 0 { candidates.append(candidate) }
        }
        guard let best, temperature > 0 else { return best?.index }
        if let topK, topK < candidates.count {
            candidates.sort { ($1.weight, $0.index) < ($0.weight, $1.index) }
            candidates.removeSubrange(topK...)
        }
        if temperature != 1 {
            // (p / best)^(1 / temperature): the best has weight 1, so that the sum is neither 0 nor infinite.
            for index in candidates.indices {
                candidates[index].weight = exp(log(candidates[index].weight / best.weight) / temperature)
            }
        }
        var rest = stream.uniform() * candidates.reduce(0) { $0 + $1.weight }
        for candidate in candidates {
            rest -= candidate.weight
            if rest < 0 { return candidate.index }
        }
        // The sum was rounded up.
        return candidates.last?.index
    }
}

/// An option with which nothing can be drawn.
package struct SamplingError: Error, Sendable, Equatable, CustomStringConvertible {
    /// As requests call it.
    package let option: String
    package let came: String
    package let needed: String

    package var description: String { "\(option): \(came) came, \(needed) is needed" }
}

/// Ids that a network makes up: each is drawn from the softmax after those before it, and read on. Endless where the
/// network is: whoever asks knows when to stop.
package struct Generator: IteratorProtocol, Sendable {
    package let network: Network
    /// After all that was drawn.
    package private(set) var state: NetworkState
    private var sampler: Sampler
    private let isAllowed: @Sendable (Int) -> Bool
    private var probabilities: [Float] = []
    /// Of the id that was drawn last, before the temperature; 0 before the first.
    package private(set) var probability: Float = 0

    /// Goes on from a state that has read the prompt. The network's last layer is a softmax over its ids, with one id
    /// a step; `isAllowed` forbids those that are no text, padding and unknown.
    package init(
        _ network: Network, from state: NetworkState, _ sampler: Sampler,
        where isAllowed: @escaping @Sendable (Int) -> Bool
    ) {
        self.network = network
        self.state = state
        self.sampler = sampler
        self.isAllowed = isAllowed
    }

    /// The next id; nil where the network gives no allowed one a probability.
    package mutating func next() -> Int32? {
        network.output(of: state, into: &probabilities)
        guard let id = sampler.draw(probabilities, where: isAllowed) else { return nil }
        probability = probabilities[id]
        let drawn = Int32(truncatingIfNeeded: id)
        withUnsafePointer(to: drawn) {
            network.read(.ids(UnsafeBufferPointer(start: $0, count: 1), width: 1), &state)
        }
        return drawn
    }
}
