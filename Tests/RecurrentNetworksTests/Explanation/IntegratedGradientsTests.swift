import Numerics
import RecurrentNetworks
import Testing

/// Integrated gradients against their definition on the forward pass in double precision.
@Suite struct `Integrated gradients` {
    static let stacks: [[String]] = [
        ["embedding 8 3 mask", "lstm 4 sequences", "max", "dense 3 softmax"],
        ["embedding 8 3 mask", "bidirectional concat gru 3", "dense 2 softmax"],
        ["embedding 8 3 mask", "simple_rnn 4 sequences", "simple_rnn 3", "dense 2 softmax"],
        ["embedding 8 3 mask", "gru 3 before", "dense 2 softmax"],
        ["embedding 8 3 mask", "bidirectional mul lstm 3 sequences", "mean", "dense 3 tanh", "dense 4 softmax"],
        ["embedding 8 3", "lstm 5 backwards", "dense 2 softmax"],
        ["embedding 8 3 mask", "gru 4 sequences backwards", "last", "dense 2 sigmoid"],
        ["embedding 8 3 mask", "mean", "dense 2 softmax"],
    ]

    /// Different ids, so that every step has a row of the embedding for itself; 0 is a masked step.
    static let ids: [Int32] = [3, 1, 0, 6, 2, 5]

    static func golden(_ layers: [String], scale: Double = 4) throws -> Network {
        var golden = GoldenCase()
        golden.layers = layers
        golden.seed = 23
        golden.scale = scale
        return try golden.network()
    }

    @Test(arguments: stacks)
    func `are the mean slope along the path, times the embedding`(layers: [String]) throws {
        let network = try Self.golden(layers)
        let reference = ReferenceForward(network)
        let table = try #require(reference.weights["embedding/embeddings"])
        let columns = table.count / 8
        /// The first output where the embeddings are shrunk, and one of them is not as much as the others.
        func output(at share: Double, row: Int32 = -1, more: Double = 0) -> Double {
            var shrunk = reference
            shrunk.weights["embedding/embeddings"] = table.enumerated().map { index, value in
                value * (index / columns == Int(row) ? share + more : share)
            }
            return shrunk(ids: Self.ids, width: 1)[0][0]
        }
        let points = 400
        let wanted = Self.ids.map { id in
            (0..<points).reduce(0) { sum, point in
                let share = (Double(point) + 0.5) / Double(points)
                let slope = output(at: share, row: id, more: 1e-5) - output(at: share, row: id, more: -1e-5)
                return sum + slope / 2e-5 / Double(points)
            }
        }
        for kernels in Kernels.available {
            let result = try #require(
                SequenceExplainer(network, ids: Self.ids, width: 1, kernels: kernels).integratedGradients(
                    of: 0, tolerance: 1e-5))
            #expect(abs(result.output - output(at: 1)) < 2e-6)
            #expect(abs(result.baseline - output(at: 0)) < 2e-6)
            let worst = zip(result.attributions, wanted).reduce(0) { max($0, abs($1.0 - $1.1)) }
            #expect(worst < 5e-4, "\(kernels.name): \(result.attributions), expected \(wanted)")
        }
    }

    @Test(arguments: stacks)
    func `of all steps make the difference to the baseline`(layers: [String]) throws {
        for scale in [0.5, 2, 6] {
            let network = try Self.golden(layers, scale: scale)
            for ids in [Self.ids, [4], [1, 1, 1, 2, 2, 0, 0, 7, 7, 7, 7, 3, 5, 5, 1], [0, 0]] {
                let explainer = try SequenceExplainer(network, ids: ids, width: 1)
                for output in 0..<2 {
                    let result = try #require(explainer.integratedGradients(of: output))
                    #expect(result.gap <= 1e-3, "scale \(scale), \(ids): \(result)")
                    #expect(result.attributions.count == ids.count)
                }
            }
        }
    }

    @Test func `of a network that no sum can follow end all the same, and say by how much they are wrong`() throws {
        let network = try Self.golden(
            ["embedding 8 3 mask", "simple_rnn 4 sequences", "simple_rnn 3", "dense 2 softmax"], scale: 12)
        let ids: [Int32] = [1, 1, 1, 2, 2, 0, 0, 7, 7, 7, 7, 3, 5, 5, 1]
        for kernels in Kernels.available {
            let result = try #require(
                SequenceExplainer(network, ids: ids, width: 1, kernels: kernels).integratedGradients(of: 0))
            #expect(result.points > 512 && result.points <= 1_024)
            #expect(result.gap > 1e-3 && result.gap.isFinite)
        }
    }

    @Test func `come from the ids of a step together`() throws {
        let network = try Self.golden(["embedding 8 3 mask", "lstm 4 sequences", "max", "dense 2 softmax"])
        // Two ids a step; the last step is masked.
        let ids: [Int32] = [1, 2, 3, 0, 4, 4, 0, 0]
        let result = try #require(SequenceExplainer(network, ids: ids, width: 2).integratedGradients(of: 1))
        #expect(result.attributions.count == 4)
        #expect(result.attributions[3] == 0)
        #expect(result.gap <= 1e-3)
        let predicted = ids.withUnsafeBufferPointer { network.predict(ids: $0, width: 2) }
        #expect(abs(result.output - Double(predicted[1])) < 2e-6)
    }

    /// The same network read by numbers: what the embedding would give.
    static func withoutEmbedding(_ network: Network, features: Int) throws -> Network {
        let layers = network.configuration.layers
        var weights = network.weights
        weights["embedding/embeddings"] = nil
        return try Network(
            configuration: NetworkConfiguration(layers: [.input(features: features)] + layers.dropFirst()),
            weights: weights)
    }

    @Test func `of an answer to every step make its difference, each step's own`() throws {
        let ids: [Int32] = [3, 1, 6, 2]
        for layers in [["lstm 4 sequences"], ["bidirectional concat gru 3 sequences"]] {
            let network = try Self.golden(["embedding 8 3"] + layers + ["dense 2 softmax"])
            let explainer = try SequenceExplainer(network, ids: ids, width: 1)
            #expect(explainer.outputCount == 8)
            let predicted = ids.withUnsafeBufferPointer { network.predict(ids: $0, width: 1) }
            for output in 0..<8 {
                let result = try #require(explainer.integratedGradients(of: output))
                #expect(abs(result.output - Double(predicted[output])) < 2e-6)
                #expect(result.gap <= 1e-3)
                // A layer that reads forwards does not know what comes after a step.
                if layers == ["lstm 4 sequences"] {
                    #expect(result.attributions[(output / 2 + 1)...].allSatisfy { $0 == 0 })
                }
            }
        }
    }

    @Test func `of numbers are those of the embeddings that they are`() throws {
        let ids: [Int32] = [3, 1, 6, 2]
        let network = try Self.golden(["embedding 8 3", "gru 4", "dense 2 softmax"])
        let table = try #require(ReferenceForward(network).weights["embedding/embeddings"]).map { Float($0) }
        let features = ids.flatMap { table[Int($0) * 3..<(Int($0) + 1) * 3] }
        let numbers = try Self.withoutEmbedding(network, features: 3)
        let ofIds = try SequenceExplainer(network, ids: ids, width: 1)
        let ofNumbers = try SequenceExplainer(numbers, features: features)
        for output in 0..<2 {
            #expect(ofNumbers.integratedGradients(of: output) == ofIds.integratedGradients(of: output))
            #expect(ofNumbers.states(of: output) == ofIds.states(of: output))
        }
    }

    @Test func `of a masked step are nothing, and the others as without it`() throws {
        let network = try Self.golden(["embedding 8 3 mask", "bidirectional concat gru 3", "dense 2 softmax"])
        func attributions(_ ids: [Int32]) throws -> [Double] {
            try #require(SequenceExplainer(network, ids: ids, width: 1).integratedGradients(of: 0)).attributions
        }
        let masked = try attributions([0, 3, 1, 0, 6, 0])
        let plain = try attributions([3, 1, 6])
        #expect([masked[0], masked[3], masked[5]] == [0, 0, 0])
        for (a, b) in zip([masked[1], masked[2], masked[4]], plain) { #expect(abs(a - b) < 1e-6) }
    }

    @Test func `of nothing are nothing`() throws {
        let network = try Self.golden(["embedding 8 3 mask", "lstm 4", "dense 2 softmax"])
        let result = try #require(SequenceExplainer(network, ids: [], width: 1).integratedGradients(of: 0))
        #expect(result.attributions.isEmpty)
        #expect(result.output == result.baseline)
        let predicted = [Int32]().withUnsafeBufferPointer { network.predict(ids: $0, width: 1) }
        #expect(abs(result.output - Double(predicted[0])) < 2e-6)
    }

    @Test func `end when they are no longer wanted`() throws {
        let network = try Self.golden(["embedding 8 3 mask", "bidirectional sum lstm 4", "dense 2 softmax"])
        let explainer = try SequenceExplainer(network, ids: [1, 2], width: 1)
        #expect(explainer.integratedGradients(of: 0) { false } == nil)
        var asked = 0
        #expect(
            network.prefixOutputs(ids: [1, 2, 3], width: 1) {
                asked += 1
                return asked < 3
            } == nil)
    }

    @Test func `are refused for what they cannot be of`() throws {
        let pair = try Self.golden(["embedding 8 3 mask", "bidirectional none lstm 4"])
        #expect(throws: ExplanationError.unsupported(answer: .vectorPair(4))) {
            _ = try SequenceExplainer(pair, ids: [1], width: 1)
        }
        let network = try Self.golden(["embedding 8 3 mask", "lstm 4", "dense 2 softmax"])
        #expect(throws: ExplanationError.unsupported(answer: .vector(2))) {
            _ = try SequenceExplainer(network, features: [1, 2])
        }
        #expect {
            _ = try SequenceExplainer(network, ids: [Int32](repeating: 1, count: 1 << 20), width: 1)
        } throws: { error in
            guard case .tooLarge(let steps, let bytes)? = error as? ExplanationError else { return false }
            return steps == 1 << 20 && bytes > SequenceExplainer.maximumMemory && "\(error)".contains("256 MiB")
        }
    }

    @Test func `of a prefix the output is what the beginning alone gives`() throws {
        let ids: [Int32] = [3, 0, 1, 5, 2, 2]
        // The first reads both ways, the second in one pass.
        for layers in [["bidirectional concat gru 3"], ["lstm 3 sequences", "max"]] {
            let network = try Self.golden(["embedding 8 3 mask"] + layers + ["dense 2 softmax"])
            let reference = ReferenceForward(network)
            for width in [1, 2] {
                let outputs = try #require(network.prefixOutputs(ids: ids, width: width))
                #expect(outputs.count == ids.count / width + 1)
                for (step, output) in outputs.enumerated() {
                    let wanted = reference(ids: Array(ids[..<(step * width)]), width: width)[0]
                    #expect(difference(output, wanted) < 5e-6)
                }
            }
        }
    }
}
