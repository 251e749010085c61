import RecurrentNetworks
import Testing

/// Sequences that change, against runs over the whole of them.
struct IncrementalReaderTests {
    private static let embedding = LayerConfiguration.embedding(inputDimension: 9, outputDimension: 5)
    private static let sequence = RecurrentOptions(units: 6, returnSequences: true)

    private static let networks: [[LayerConfiguration]] = [
        [embedding, .lstm(sequence), .globalPooling([.max, .mean]), .dense(units: 2, activation: .softmax)],
        [embedding, .gru(sequence), .gru(RecurrentOptions(units: 5), resetAfter: false), .dense(units: 3)],
        [embedding, .simpleRNN(RecurrentOptions(units: 7))],
        [embedding, .lstm(sequence), .dense(units: 4, activation: .softmax)],
        [embedding, .bidirectional(.lstm(sequence)), .globalPooling([.max])],
    ]

    @Test(arguments: networks, [1, 2])
    func `thousands of random changes are answered with the bits of a whole run`(
        layers: [LayerConfiguration], width: Int
    ) throws {
        let network = try randomNetwork(layers)
        let noise = Noise(seed: 3)
        var reader = IncrementalReader(network)
        var steps: [[Int32]] = []
        for change in 0..<1500 {
            let at = noise.below(steps.count + 1)
            switch noise.below(8) {
            case 0: steps.removeSubrange(at..<min(steps.count, at + noise.below(30)))
            case 1: steps.insert(contentsOf: (0..<noise.below(40)).map { _ in some(noise, width) }, at: at)
            case 2 where at < steps.count: steps[at] = some(noise, width)
            case 3: steps = steps.count > 300 ? [] : steps
            case 4: steps = steps.dropLast()
            default: steps.append(some(noise, width))
            }
            let ids = steps.flatMap { $0 }
            let answer = reader.output(ids: ids, width: width)
            let whole = ids.withUnsafeBufferPointer { network.predict(ids: $0, width: width) }
            #expect(answer == whole, "change \(change) of \(layers)")
            guard answer == whole else { return }
        }
    }

    private func some(_ noise: Noise, _ width: Int) -> [Int32] { (0..<width).map { _ in Int32(noise.below(9)) } }

    @Test
    func `what is written at the end costs what was written`() throws {
        var reader = IncrementalReader(try randomNetwork(Self.networks[0]))
        var ids = (0..<160).map { Int32($0 % 8 + 1) }
        _ = reader.output(ids: ids, width: 1)
        #expect(reader.stepsRead == 160)
        for id in [Int32(3), 4, 5] {
            ids.append(id)
            _ = reader.output(ids: ids, width: 1)
            #expect(reader.stepsRead == 1)
        }
        ids[ids.count - 1] = 7
        _ = reader.output(ids: ids, width: 1)
        #expect(reader.stepsRead == 1)
        _ = reader.output(ids: ids, width: 1)
        #expect(reader.stepsRead == 0)
        ids.removeLast(3)
        _ = reader.output(ids: ids, width: 1)
        #expect(reader.stepsRead == 0)
        // A step of another width has nothing in common with what was read.
        _ = reader.output(ids: ids, width: 2)
        #expect(reader.stepsRead == 80)
    }

    @Test(arguments: [0, 1, 40, 1000, 20_000], [true, false])
    func `states are few, and none is far before a change`(steps: Int, written: Bool) throws {
        let network = try randomNetwork([Self.embedding, .globalPooling([.last])])
        let ids = (0..<Int32(steps)).map { $0 % 8 + 1 }
        var reader = IncrementalReader(network)
        for length in (written ? min(steps, 2) : steps)...steps {
            // Typed one by one where it is not too long for a test.
            if written, steps > 1000, length % 97 != 0, length != steps { continue }
            _ = reader.output(ids: Array(ids.prefix(length)), width: 1)
        }
        var bits = 0
        while steps >> bits > 0 { bits += 1 }
        #expect(reader.stateCount <= 24 + 8 * bits)
        #expect(reader.memory == reader.stateCount * 5 * 4)
        for distance in [1, 2, 7, 30, 200, 999, 15_000] where distance <= steps {
            var changed = ids
            changed[steps - distance] = 0
            var copy = reader
            _ = copy.output(ids: changed, width: 1)
            #expect(copy.stepsRead <= distance + max(8, distance / 7) + (written && steps > 1000 ? 97 : 0))
        }
    }

    @Test
    func `a network that does not read forwards reads everything`() throws {
        let network = try randomNetwork(Self.networks[4])
        var reader = IncrementalReader(network)
        for length in 1...5 {
            _ = reader.output(ids: [Int32](repeating: 2, count: length), width: 1)
            #expect(reader.stepsRead == length)
        }
        #expect(reader.memory == 0)
        #expect(network.plan.obstacleToReading != nil)
    }
}
