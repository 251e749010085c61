import RecurrentNetworks
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

struct SamplerTests {
    private static let probabilities: [Float] = [0.05, 0.4, 0, 0.25, 0.2, 0.1]

    /// How often each index is drawn.
    private func counts(
        _ draws: Int, temperature: Double, topK: Int? = nil, seed: UInt64 = 7,
        where isAllowed: (Int) -> Bool = { _ in true }
    ) throws -> [Int] {
        var sampler = try Sampler(temperature: temperature, topK: topK, seed: seed)
        var counts = [Int](repeating: 0, count: Self.probabilities.count)
        for _ in 0..<draws {
            let index = sampler.draw(Self.probabilities, where: isAllowed)
            counts[try #require(index)] += 1
        }
        return counts
    }

    /// Pearson's statistic is not above what chance exceeds once in a hundred thousand times with five or fewer degrees
    /// of freedom, and what cannot come did not.
    private func expect(
        _ counts: [Int], follow weights: [Double], location: SourceLocation = #_sourceLocation
    ) {
        let draws = Double(counts.reduce(0, +))
        let sum = weights.reduce(0, +)
        var statistic = 0.0
        for (count, weight) in zip(counts, weights) {
            let expected = draws * weight / sum
            if weight == 0 {
                #expect(count == 0, sourceLocation: location)
            } else {
                statistic += (Double(count) - expected) * (Double(count) - expected) / expected
            }
        }
        #expect(statistic < 30.9, "\(counts)", sourceLocation: location)
    }

    @Test(arguments: [0.5, 0.8, 1, 1.7, 10])
    func `draws follow the probabilities to the power of one over the temperature`(temperature: Double) throws {
        let weights = Self.probabilities.map { $0 == 0 ? 0 : pow(Double($0), 1 / temperature) }
        expect(try counts(40_000, temperature: temperature), follow: weights)
    }

    @Test
    func `draws follow the probabilities of the most probable, and of those that are allowed`() throws {
        expect(try counts(40_000, temperature: 1, topK: 3), follow: [0, 0.4, 0, 0.25, 0.2, 0])
        expect(try counts(40_000, temperature: 1, topK: 9), follow: Self.probabilities.map(Double.init))
        expect(try counts(40_000, temperature: 1) { $0 != 1 }, follow: [0.05, 0, 0, 0.25, 0.2, 0.1])
        expect(try counts(40_000, temperature: 2, topK: 2) { $0 != 1 }, follow: [0, 0, 0, 0.5, pow(0.2, 0.5), 0])
    }

    @Test
    func `temperature 0, and almost 0, is the most probable of the allowed, the first of equals`() throws {
        for temperature in [0, 1e-300, 1e-3] {
            #expect(try counts(50, temperature: temperature) == [0, 50, 0, 0, 0, 0])
            #expect(try counts(50, temperature: temperature) { $0 != 1 } == [0, 0, 0, 50, 0, 0])
        }
        var sampler = try Sampler(temperature: 0, seed: 1)
        #expect(sampler.draw([0.25, 0.5, 0.5]) { _ in true } == 1)
    }

    @Test
    func `the same seed draws the same, another something else`() throws {
        func drawn(_ seed: UInt64) throws -> [Int?] {
            var sampler = try Sampler(seed: seed)
            return (0..<100).map { _ in sampler.draw(Self.probabilities) { _ in true } }
        }
        #expect(try drawn(1) == drawn(1))
        #expect(try drawn(1) != drawn(2))
    }

    @Test
    func `where nothing can be drawn, nothing is`() throws {
        for temperature in [0.0, 1] {
            var sampler = try Sampler(temperature: temperature, seed: 1)
            #expect(sampler.draw([]) { _ in true } == nil)
            #expect(sampler.draw([0, .nan]) { _ in true } == nil)
            #expect(sampler.draw([1, 2]) { _ in false } == nil)
        }
    }

    @Test(arguments: [-0.1, .nan, .infinity])
    func `temperatures that mean nothing are refused`(temperature: Double) {
        #expect(throws: SamplingError.self) { try Sampler(temperature: temperature, seed: 1) }
    }

    @Test
    func `a top k of none is refused`() {
        let error = #expect(throws: SamplingError.self) { try Sampler(topK: 0, seed: 1) }
        #expect(error?.description == "top_k: 0 came, at least 1, or null for all is needed")
    }
}

struct GeneratorTests {
    private static func network(units: Int = 12) throws -> Network {
        try randomNetwork([
            .embedding(inputDimension: 9, outputDimension: 5),
            .lstm(RecurrentOptions(units: units, returnSequences: true)), .dense(units: 9, activation: .softmax),
        ])
    }

    @Test
    func `every id is drawn from what the network answers to all ids before it`() throws {
        let network = try Self.network()
        var state = try network.initialState()
        var ids: [Int32] = [3, 4]
        ids.withUnsafeBufferPointer { network.read(.ids($0, width: 1), &state) }
        var generator = Generator(network, from: state, try Sampler(temperature: 1.3, seed: 5)) { $0 > 1 }
        var sampler = try Sampler(temperature: 1.3, seed: 5)
        for _ in 0..<60 {
            let answer = ids.withUnsafeBufferPointer { network.predict(ids: $0, width: 1) }
            let expected = sampler.draw(Array(answer.suffix(9))) { $0 > 1 }
            let drawn = generator.next()
            #expect(drawn.map(Int.init) == expected)
            ids.append(try #require(drawn))
        }
        #expect(generator.state.steps == 62)
        #expect(Set(ids).count > 2)
        #expect(ids.allSatisfy { $0 > 1 })
    }

    @Test
    func `the most probable ids are the same for every seed`() throws {
        let network = try Self.network()
        let texts = try [UInt64(1), 2].map { seed in
            let sampler = try Sampler(temperature: 0, seed: seed)
            let generator = Generator(network, from: try network.initialState(), sampler) { $0 > 1 }
            return Array(IteratorSequence(generator).prefix(40))
        }
        #expect(texts[0].count == 40)
        #expect(texts[0] == texts[1])
    }

    @Test
    func `it ends where nothing is allowed`() throws {
        let network = try Self.network()
        var generator = Generator(network, from: try network.initialState(), try Sampler(seed: 1)) { _ in false }
        #expect(generator.next() == nil)
        #expect(generator.state.steps == 0)
    }
}
