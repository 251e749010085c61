import Numerics
import RecurrentNetworks
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Gates and states against the equations of the cells, in double precision.
@Suite struct `The states of recurrent layers` {
    static let cells = ["simple_rnn 3", "gru 3", "gru 3 before", "lstm 3", "lstm 17"]
    static let ids: [Int32] = [3, 1, 0, 6, 2, 2]

    /// What a cell is to hold, step by step, from its weights and its inputs.
    private struct Cell {
        let name: String
        let u: Int
        let kernel, recurrent, bias: [Double]

        init(_ name: String, _ weights: [String: [Double]], _ prefix: String) {
            self.name = name
            kernel = weights[prefix + "/kernel"] ?? []
            recurrent = weights[prefix + "/recurrent_kernel"] ?? []
            bias = weights[prefix + "/bias"] ?? []
            u = Int(name.split(separator: " ")[1]) ?? 0
        }

        private func sum(_ v: [Double], _ matrix: [Double], gate: Int, _ unit: Int) -> Double {
            let width = matrix.count / v.count
            return v.indices.reduce(0) { $0 + v[$1] * matrix[$1 * width + gate * u + unit] }
        }

        /// Gates, cell and hidden state after a step.
        func step(_ x: [Double], _ h: [Double], _ c: [Double]) -> (gates: [[Double]], c: [Double], h: [Double]) {
            func sigmoid(_ v: Double) -> Double { 1 / (1 + exp(-v)) }
            func z(_ gate: Int, _ i: Int) -> Double {
                sum(x, kernel, gate: gate, i) + sum(h, recurrent, gate: gate, i) + bias[gate * u + i]
            }
            let units = 0..<u
            switch name.split(separator: " ")[0] {
            case "lstm":
                let input = units.map { sigmoid(z(0, $0)) }
                let forget = units.map { sigmoid(z(1, $0)) }
                let candidate = units.map { tanh(z(2, $0)) }
                let output = units.map { sigmoid(z(3, $0)) }
                let cell = units.map { forget[$0] * c[$0] + input[$0] * candidate[$0] }
                return ([input, forget, candidate, output], cell, units.map { output[$0] * tanh(cell[$0]) })
            case "gru":
                let isAfter = !name.hasSuffix("before")
                func more(_ gate: Int, _ i: Int) -> Double { isAfter ? bias[3 * u + gate * u + i] : 0 }
                let update = units.map { sigmoid(z(0, $0) + more(0, $0)) }
                let reset = units.map { sigmoid(z(1, $0) + more(1, $0)) }
                let kept = units.map { reset[$0] * h[$0] }
                let candidate = units.map { i -> Double in
                    let own = sum(x, kernel, gate: 2, i) + bias[2 * u + i]
                    return tanh(
                        own
                            + (isAfter
                                ? reset[i] * (sum(h, recurrent, gate: 2, i) + more(2, i))
                                : sum(kept, recurrent, gate: 2, i)))
                }
                let hidden = units.map { update[$0] * h[$0] + (1 - update[$0]) * candidate[$0] }
                return ([update, reset, candidate], [], hidden)
            default: return ([], [], units.map { tanh(z(0, $0)) })
            }
        }
    }

    private func check(
        _ states: LayerStates, _ cell: Cell, inputs: [[Double]], mask: [Bool], _ comment: String
    ) {
        let order = states.direction == .forward ? Array(inputs.indices) : inputs.indices.reversed()
        var h = [Double](repeating: 0, count: cell.u)
        var c = h
        func row(_ values: [Float], _ step: Int) -> ArraySlice<Float> {
            values[step * cell.u..<(step + 1) * cell.u]
        }
        #expect(states.units == cell.u)
        for step in order {
            var gates = states.gates.map { _ in [Double](repeating: 0, count: cell.u) }
            if mask[step] { (gates, c, h) = cell.step(inputs[step], h, c) }
            #expect(gates.count == states.gates.count)
            for (gate, wanted) in zip(states.gates, gates) {
                #expect(difference(row(gate.values, step), wanted) < 5e-6, "\(comment), \(gate.name), step \(step)")
            }
            if let cells = states.cell { #expect(difference(row(cells, step), c) < 5e-6, "\(comment), step \(step)") }
            #expect(difference(row(states.hidden, step), h) < 5e-6, "\(comment), step \(step)")
        }
    }

    private func inputs(_ network: Network, _ columns: Int) throws -> [[Double]] {
        let table = try #require(ReferenceForward(network).weights["embedding/embeddings"])
        return Self.ids.map { id in Array(table[Int(id) * columns..<(Int(id) + 1) * columns]) }
    }

    @Test(arguments: cells)
    func `are those of the cell's equations, by the names of the gates`(cell: String) throws {
        for ways in ["", " backwards"] {
            let network = try `Integrated gradients`.golden(
                ["embedding 8 2 mask", cell + ways, "dense 2 softmax"], scale: 2)
            let prefix = String(cell.split(separator: " ")[0])
            for kernels in Kernels.available {
                let states = try SequenceExplainer(network, ids: Self.ids, width: 1, kernels: kernels).states(of: 0)
                #expect(states.map(\.layer) == [prefix])
                #expect(states.first?.direction == (ways.isEmpty ? .forward : .backward))
                let names = [
                    "lstm": ["input", "forget", "candidate", "output"], "gru": ["update", "reset", "candidate"],
                ]
                #expect(states.first?.gates.map(\.name) == names[prefix] ?? [])
                #expect((states.first?.cell != nil) == (prefix == "lstm"))
                check(
                    try #require(states.first), Cell(cell, ReferenceForward(network).weights, prefix),
                    inputs: try inputs(network, 2), mask: Self.ids.map { $0 != 0 }, cell + ways)
            }
        }
    }

    @Test(arguments: ["lstm 3", "gru 2"])
    func `stand by the steps of the sequence, whichever way layers went`(cell: String) throws {
        let kind = String(cell.split(separator: " ")[0])
        let network = try `Integrated gradients`.golden(
            [
                "embedding 8 2", "bidirectional concat \(cell) sequences", "simple_rnn 3 sequences backwards",
                "\(cell) sequences", "mean", "dense 2 softmax",
            ], scale: 2)
        let weights = ReferenceForward(network).weights
        let states = try SequenceExplainer(network, ids: Self.ids, width: 1).states(of: 1)
        #expect(states.map(\.layer) == ["bidirectional", "bidirectional", "simple_rnn", kind])
        // The third turns the sequence round, so that the fourth reads it from its end.
        #expect(states.map(\.direction) == [.forward, .backward, .backward, .backward])
        try #require(states.count == 4)
        let mask = [Bool](repeating: true, count: Self.ids.count)
        func rows(_ states: LayerStates) -> [[Double]] {
            Self.ids.indices.map { step in
                states.hidden[step * states.units..<(step + 1) * states.units].map(Double.init)
            }
        }
        let embedded = try inputs(network, 2)
        check(states[0], Cell(cell, weights, "bidirectional/forward"), inputs: embedded, mask: mask, "forward")
        check(states[1], Cell(cell, weights, "bidirectional/backward"), inputs: embedded, mask: mask, "backward")
        let joined = zip(rows(states[0]), rows(states[1])).map { $0 + $1 }
        check(states[2], Cell("simple_rnn 3", weights, "simple_rnn"), inputs: joined, mask: mask, "turning")
        check(states[3], Cell(cell, weights, kind), inputs: rows(states[2]), mask: mask, "turned")
    }

    @Test func `tell how the gradient vanishes and explodes`() throws {
        for strength in [0.5, 1.5] {
            var golden = GoldenCase()
            golden.layers = ["embedding 8 1 mask", "simple_rnn 1", "dense 2 softmax"]
            golden.seed = 7
            golden.scale = 0.2
            let drawn = try golden.network()
            var weights = drawn.weights
            weights["simple_rnn/recurrent_kernel"] = Tensor(shape: [1, 1], values: .float32([Float(strength)]))
            let network = try Network(configuration: drawn.configuration, weights: weights)
            let states = try #require(SequenceExplainer(network, ids: Self.ids, width: 1).states(of: 0).first)
            let reference = ReferenceForward(network)
            let p = reference(ids: Self.ids, width: 1)[0][0]
            let kernel = try #require(reference.weights["dense/kernel"])
            // ∂p/∂h of the last step, and back through tanh one step at a time; a masked step passes it on.
            var wanted = abs(p * (1 - p) * (kernel[0] - kernel[1]))
            for step in Self.ids.indices.reversed() {
                #expect(abs(states.gradientNorms[step] - wanted) < 1e-5 * max(1, wanted))
                let h = Double(states.hidden[step])
                if Self.ids[step] != 0 { wanted *= (1 - h * h) * strength }
            }
            let isFalling = states.gradientNorms[0] < states.gradientNorms[Self.ids.count - 1]
            #expect(isFalling == (strength < 1))
        }
    }

    @Test func `of an empty sequence are empty, of one step one`() throws {
        let network = try `Integrated gradients`.golden(
            ["embedding 8 2 mask", "bidirectional concat lstm 3", "dense 2 softmax"])
        for ids in [[], [5]] as [[Int32]] {
            let states = try SequenceExplainer(network, ids: ids, width: 1).states(of: 0)
            #expect(states.count == 2)
            for layer in states {
                #expect(layer.hidden.count == 3 * ids.count)
                #expect(layer.cell?.count == 3 * ids.count)
                #expect(layer.gates.allSatisfy { $0.values.count == 3 * ids.count })
                #expect(layer.gradientNorms.count == ids.count)
            }
        }
    }
}
