import Numerics
import RecurrentNetworks
import Testing

/// Back-propagation against central differences of the forward pass in double precision.
struct GradientTests {
    /// Rows of every mask pattern and of different lengths together, among them an empty one.
    static let rows: [[Int32]] = [
        [3, 1, 4, 1, 5, 6, 2], [2, 6, 5, 3], [7, 2, 6, 0, 0], [0, 0, 1, 6, 5], [2, 0, 7, 0, 0, 1, 4], [0, 0, 0], [5],
        [],
    ]

    static let recurrent: [String] = ["simple_rnn 3", "gru 3", "gru 3 before", "lstm 3", "lstm 1", "gru 9", "lstm 17"]

    static let stacks: [[String]] = {
        var stacks: [[String]] = []
        for cell in recurrent {
            for sequences in ["", " sequences"] {
                for backwards in ["", " backwards"] {
                    stacks.append(["embedding 8 2 mask", cell + sequences + backwards])
                }
                for merge in ["concat", "sum", "ave", "mul", "none"] {
                    stacks.append(["embedding 8 2 mask", "bidirectional \(merge) \(cell)\(sequences)"])
                }
            }
        }
        for layer in ["normalization", "activation silu", "activation softmax"] {
            stacks.append(["embedding 8 5 mask", layer, "gru 11 sequences", layer, "lstm 9", layer, "dense 2 linear"])
        }
        for pool in ["max", "mean", "last", "attention"] {
            stacks.append(["embedding 8 3 mask", "gru 4 sequences", pool])
        }
        for activation in Activation.allCases {
            stacks.append(["embedding 8 3 mask", "lstm 4", "dense 5 \(activation.rawValue)", "dense 2 linear"])
            stacks.append(["embedding 8 3 mask", "lstm 3 sequences", "dense 4 \(activation.rawValue)", "simple_rnn 2"])
        }
        for cell in ["simple_rnn 3", "gru 3", "gru 3 before", "lstm 3"] {
            stacks.append(["embedding 8 2 mask", cell + " no_bias sequences zero_masked", "lstm 2"])
        }
        for cell in ["simple_rnn 3", "gru 3", "gru 3 before", "lstm 3"] {
            // An LSTM's cell grows beyond all numbers through exponentials: these are compared with Keras alone.
            for activation in Activation.allCases where cell != "lstm 3" || activation != .exponential {
                stacks.append(["embedding 8 2 mask", "\(cell) activation=\(activation.rawValue)"])
                guard cell != "simple_rnn 3" else { continue }
                stacks.append(["embedding 8 2 mask", "\(cell) sequences recurrent_activation=\(activation.rawValue)"])
            }
            stacks.append([
                "embedding 8 2 mask",
                "bidirectional concat \(cell) activation=silu recurrent_activation=gelu sequences",
                "\(cell) activation=relu recurrent_activation=hard_sigmoid backwards",
            ])
        }
        stacks.append(["embedding 8 3", "lstm 4"])
        stacks.append(["embedding 8 3", "bidirectional mul gru 2 sequences", "mean"])
        stacks.append([
            "embedding 8 3 mask", "bidirectional concat lstm 3 sequences", "bidirectional sum gru 2 sequences",
            "simple_rnn 3 sequences backwards", "simple_rnn 3", "dense 3 softmax",
        ])
        return stacks
    }()

    @Test(arguments: stacks)
    func `gradients are the slopes of the forward pass`(layers: [String]) throws {
        let network = try golden(layers).network()
        try check(network, Self.rows, width: 1)
    }

    @Test(arguments: [["embedding 8 3 mask", "lstm 4 sequences", "max"], ["embedding 8 3 mask", "gru 2"]])
    func `gradients of bags of ids are the slopes too`(layers: [String]) throws {
        let rows: [[Int32]] = [
            [3, 1, 0, 4, 1, 5, 6, 0, 0, 2, 2, 2], [0, 0, 0, 7, 0, 1], [1, 2, 3], [5, 0, 0, 0, 0, 0, 6, 6, 1], [],
        ]
        try check(try golden(layers).network(), rows, width: 3)
    }

    @Test(
        arguments: ["simple_rnn 3", "gru 3", "gru 3 before", "lstm 3", "lstm 3 activation=softsign"], [1, 2, 5])
    func `truncated gradients are the slopes with the states at the pieces' starts held fast`(
        cell: String, truncation: Int
    ) throws {
        for layers in [
            [cell + " sequences"], [cell], ["bidirectional concat \(cell) sequences", cell + " sequences backwards"],
        ] {
            try check(
                try golden(["embedding 8 2 mask"] + layers).network(), Self.rows, width: 1, truncation: truncation)
        }
    }

    @Test func `pools together give their outputs one after another, with their slopes`() throws {
        let configuration = NetworkConfiguration(layers: [
            .embedding(inputDimension: 8, outputDimension: 3), .lstm(.init(units: 4, returnSequences: true)),
            .globalPooling([.attention, .max, .mean, .last]), .dense(units: 2),
        ])
        try check(
            try Network(configuration: configuration, weights: drawn(configuration, seed: 5)), Self.rows, width: 1)
    }

    private func golden(_ layers: [String]) -> GoldenCase {
        var golden = GoldenCase()
        golden.layers = layers
        golden.seed = 41
        golden.scale = 1.5
        return golden
    }

    private func drawn(_ configuration: NetworkConfiguration, seed: UInt64) throws -> [String: Tensor] {
        var stream = GoldenStream(seed: seed)
        var weights: [String: Tensor] = [:]
        for (name, shape) in try Network.expectedWeights(of: configuration) {
            let values = stream.draw(shape.reduce(1, *), scale: 1.5).map(Float.init)
            weights[name] = Tensor(shape: shape, values: .float32(values))
        }
        return weights
    }

    private func check(_ network: Network, _ rows: [[Int32]], width: Int, truncation: Int? = nil) throws {
        var reference = ReferenceForward(network)
        reference.truncation = truncation
        var stream = GoldenStream(seed: 99)
        let plain = rows.map { reference(ids: $0, width: width).flatMap { $0 } }
        let factors = plain.map { stream.draw($0.count, scale: 2) }
        func loss() -> Double {
            zip(rows, factors).reduce(0) { sum, row in
                let output = reference(ids: row.0, width: width).flatMap { $0 }
                return sum + zip(output, row.1).reduce(0) { $0 + $1.0 * $1.1 }
            }
        }
        var slopes: [String: [Double]] = [:]
        let step = 1e-5
        for (name, values) in reference.weights {
            // Of large weights some values are enough; an odd distance meets every gate and unit.
            let stride = values.count > 60 ? values.count / 24 | 1 : 1
            slopes[name] = values.indices.map { index in
                guard index % stride == 0 else { return .nan }
                reference.weights[name]?[index] = values[index] + step
                let above = loss()
                reference.weights[name]?[index] = values[index] - step
                let below = loss()
                reference.weights[name]?[index] = values[index]
                return (above - below) / (2 * step)
            }
        }
        for kernels in Kernels.available {
            let (outputs, gradients) = BatchPass(network, kernels: kernels, truncation: truncation).gradients(
                of: rows, width: width, dOutputs: factors.map { $0.map(Float.init) })
            for (output, wanted) in zip(outputs, plain) { #expect(difference(output, wanted) < 5e-6) }
            #expect(Set(gradients.keys) == Set(slopes.keys))
            for (name, wanted) in slopes {
                let gradient = gradients[name] ?? []
                #expect(gradient.count == wanted.count, "\(name)")
                let scale = wanted.reduce(1) { $1.isNaN ? $0 : max($0, abs($1)) }
                let worst = zip(gradient, wanted).reduce(0) { $1.1.isNaN ? $0 : max($0, abs(Double($1.0) - $1.1)) }
                #expect(worst / scale < 2e-5, "\(kernels.name), \(name)")
                #expect(!gradient.contains { $0.isNaN }, "\(kernels.name), \(name)")
            }
        }
    }
}
