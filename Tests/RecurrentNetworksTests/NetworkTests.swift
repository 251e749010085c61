import RecurrentNetworks
import Testing

struct NetworkTests {
    static func recurrent(_ units: Int, sequences: Bool = false) -> LayerConfiguration {
        .lstm(.init(units: units, returnSequences: sequences))
    }

    static func options(_ change: (inout RecurrentOptions) -> Void) -> RecurrentOptions {
        var options = RecurrentOptions(units: 3)
        change(&options)
        return options
    }

    static let embedding = LayerConfiguration.embedding(inputDimension: 10, outputDimension: 4)

    @Test func `layers get Keras's names and shapes`() throws {
        let configuration = NetworkConfiguration(layers: [
            Self.embedding, Self.recurrent(3, sequences: true),
            .bidirectional(.gru(.init(units: 2, returnSequences: true))), .dense(units: 5, activation: .relu),
            .bidirectional(.gru(.init(units: 2, returnSequences: true), resetAfter: false), merge: .mul),
            Self.recurrent(6), .dropout(rate: 0.5), .dense(units: 2, activation: .softmax),
        ])
        let weights = try Network.expectedWeights(of: configuration)
        #expect(
            weights.map { "\($0.name) \($0.shape)" } == [
                "embedding/embeddings [10, 4]",
                "lstm/kernel [4, 12]", "lstm/recurrent_kernel [3, 12]", "lstm/bias [12]",
                "bidirectional/forward/kernel [3, 6]", "bidirectional/forward/recurrent_kernel [2, 6]",
                "bidirectional/forward/bias [2, 6]", "bidirectional/backward/kernel [3, 6]",
                "bidirectional/backward/recurrent_kernel [2, 6]", "bidirectional/backward/bias [2, 6]",
                "dense/kernel [4, 5]", "dense/bias [5]",
                "bidirectional_1/forward/kernel [5, 6]", "bidirectional_1/forward/recurrent_kernel [2, 6]",
                "bidirectional_1/forward/bias [6]", "bidirectional_1/backward/kernel [5, 6]",
                "bidirectional_1/backward/recurrent_kernel [2, 6]", "bidirectional_1/backward/bias [6]",
                "lstm_1/kernel [2, 24]", "lstm_1/recurrent_kernel [6, 24]", "lstm_1/bias [24]",
                "dense_1/kernel [6, 2]", "dense_1/bias [2]",
            ])
        let network = try Network(configuration: configuration, weights: Self.zeros(configuration))
        let count = weights.reduce(0) { $0 + $1.shape.reduce(1, *) }
        #expect(network.parameterCount == count)
        #expect(network.memory >= 4 * count)
    }

    static func zeros(_ configuration: NetworkConfiguration) throws -> [String: Tensor] {
        var weights: [String: Tensor] = [:]
        for (name, shape) in try Network.expectedWeights(of: configuration) {
            weights[name] = Tensor(
                shape: shape, values: .float32([Float](repeating: 0, count: shape.reduce(1, *))))
        }
        return weights
    }

    @Test func `one sigmoid unit answers as the softmax of two does, and a temperature moves answers towards even`()
        throws
    {
        let layers = { (last: LayerConfiguration) in
            NetworkConfiguration(layers: [Self.embedding, Self.recurrent(3), last])
        }
        let plan = try NetworkPlan(layers(.dense(units: 1, activation: .sigmoid)))
        let one = try Network(
            configuration: layers(.dense(units: 1, activation: .sigmoid)), weights: initialWeights(of: plan, seed: 7))
        let two = try one.withSoftmaxForSigmoid()
        let cooler = try two.divided(byTemperature: 2)
        #expect(two.plan.output == .vector(2))
        for ids in [[1, 2, 3], [9], [4, 4, 4, 4, 7]] as [[Int32]] {
            let (answer, pair, even) = ids.withUnsafeBufferPointer { ids in
                (one.predict(ids: ids, width: 1), two.predict(ids: ids, width: 1), cooler.predict(ids: ids, width: 1))
            }
            #expect(abs(pair[1] - answer[0]) < 1e-6 && abs(pair[0] + pair[1] - 1) < 1e-6)
            #expect(abs(even[1] - 0.5) < abs(pair[1] - 0.5) && (even[1] > 0.5) == (pair[1] > 0.5))
        }
        // Any other network is left as it is.
        #expect(try two.withSoftmaxForSigmoid().configuration == two.configuration)
        #expect(try one.divided(byTemperature: 2).weights == one.weights)
    }

    // MARK: Stacks that cannot work

    /// A stack, and what the refusal must say.
    static let wrong: [([LayerConfiguration], [String])] = [
        ([], ["Embedding", "first"]),
        ([recurrent(3)], ["'lstm'", "Embedding"]),
        ([embedding, embedding], ["'embedding_1'", "(T, 4)", "ids", "first"]),
        ([embedding, recurrent(3), recurrent(3)], ["'lstm_1'", "(3)", "(T, D)", "return_sequences"]),
        ([embedding, recurrent(3), .globalPooling([.max])], ["'global_pooling'", "(3)", "return_sequences"]),
        (
            [embedding, .bidirectional(recurrent(3)), .bidirectional(recurrent(3))],
            ["'bidirectional_1'", "(6)", "return_sequences"]
        ),
        ([embedding, .bidirectional(.dense(units: 3))], ["'bidirectional'", "dense", "SimpleRNN, GRU or LSTM"]),
        ([embedding, .bidirectional(.bidirectional(recurrent(2)))], ["'bidirectional'", "recurrent"]),
        (
            [embedding, .bidirectional(.gru(.init(units: 2, goBackwards: true)))],
            ["'bidirectional'", "go_backwards", "false"]
        ),
        ([embedding, .bidirectional(recurrent(3), merge: .none), .dense(units: 2)], ["'dense'", "two", "concat"]),
        ([embedding, recurrent(0)], ["'lstm'", "units 0", "at least 1"]),
        ([embedding, .dense(units: -4)], ["'dense'", "units -4", "at least 1"]),
        ([embedding, recurrent(.max)], ["'lstm'", "units"]),
        ([.embedding(inputDimension: 0, outputDimension: 4)], ["'embedding'", "input_dim 0"]),
        ([.embedding(inputDimension: 4, outputDimension: 0)], ["'embedding'", "output_dim 0"]),
        ([.embedding(inputDimension: 1_000_000_000, outputDimension: 1_000_000_000)], ["parameters", "GiB"]),
        ([embedding, recurrent(20_000)], ["parameters", "GiB", "smaller"]),
        ([embedding, .lstm(options { $0.dropout = 1 })], ["'lstm'", "dropout 1.0", "< 1"]),
        ([embedding, .gru(options { $0.recurrentDropout = -1 })], ["'gru'", "recurrent_dropout -1.0"]),
        ([embedding, .bidirectional(.gru(options { $0.weightDrop = .nan }))], ["'bidirectional'", "weight_drop nan"]),
        ([embedding, .gru(options { $0.zeroOutputForMask = true })], ["'gru'", "zero_output_for_mask", "padded"]),
        (
            [embedding, .gru(options { $0.kernelInitialiser = .randomUniform(minimum: 1, maximum: 0) })],
            ["'gru'", "kernel_initializer", "minval 1.0", "the smaller first"]
        ),
        ([.embedding(inputDimension: 4, outputDimension: 4, dropout: 1)], ["'embedding'", "dropout 1.0"]),
        ([embedding, .dropout(rate: 1)], ["'dropout'", "rate 1.0", "< 1"]),
        ([embedding, .dropout(rate: -0.5)], ["'dropout'", "rate -0.5"]),
        ([embedding, .dropout(rate: .nan)], ["'dropout'", "rate nan"]),
        ([embedding, recurrent(3), .dropout(rate: 0.1, sharedOverTime: true)], ["'dropout'", "noise_shape"]),
        (
            [.embedding(inputDimension: 4, outputDimension: 4), .layerNormalization(epsilon: 0)],
            ["epsilon 0.0", "above 0"]
        ),
        ([embedding, .globalPooling([])], ["'global_pooling'", "max, mean, last"]),
    ]

    @Test(arguments: wrong.indices)
    func `a stack that cannot work is refused with the layer, what came, what is needed and the mend`(index: Int) {
        let (layers, words) = Self.wrong[index]
        let error = #expect(throws: NetworkError.self) {
            try Network.expectedWeights(of: NetworkConfiguration(layers: layers))
        }
        for word in words { #expect(error?.description.contains(word) == true, "\(error?.description ?? "none")") }
    }

    // MARK: Weights that do not belong

    static let good = NetworkConfiguration(layers: [embedding, recurrent(3), .dense(units: 2, activation: .softmax)])

    @Test func `a weight that is missing is named with its shape`() throws {
        var weights = try Self.zeros(Self.good)
        weights["lstm/bias"] = nil
        #expect(throws: NetworkError.missingWeight(name: "lstm/bias", needed: [12])) {
            try Network(configuration: Self.good, weights: weights)
        }
    }

    @Test func `a weight of another shape is named with both shapes`() throws {
        var weights = try Self.zeros(Self.good)
        weights["lstm/kernel"]?.shape = [12, 4]
        let error = #expect(throws: NetworkError.self) {
            try Network(configuration: Self.good, weights: weights)
        }
        #expect(error == .wrongShape(name: "lstm/kernel", came: [12, 4], needed: [4, 12]))
        #expect(error?.description.contains("(12, 4) came, (4, 12) is needed") == true)
    }

    @Test func `values that are not as many as the shape says are refused`() throws {
        var weights = try Self.zeros(Self.good)
        weights["dense/bias"]?.values = .float32([1])
        #expect(throws: NetworkError.wrongValueCount(name: "dense/bias", shape: [2], came: 1, needed: 2)) {
            try Network(configuration: Self.good, weights: weights)
        }
        weights = try Self.zeros(Self.good)
        let rows = [Int8](repeating: 1, count: 40)
        weights["embedding/embeddings"]?.values = .int8(rows: rows, scales: [1])
        #expect(
            throws: NetworkError.wrongValueCount(
                name: "embedding/embeddings.scales", shape: [10], came: 1, needed: 10)
        ) { try Network(configuration: Self.good, weights: weights) }
    }

    @Test func `8 bits are for embeddings alone`() throws {
        var weights = try Self.zeros(Self.good)
        weights["lstm/kernel"]?.values = .int8(rows: [Int8](repeating: 0, count: 48), scales: [1, 1, 1, 1])
        #expect(throws: NetworkError.wrongValueType(name: "lstm/kernel")) {
            try Network(configuration: Self.good, weights: weights)
        }
    }

    @Test func `a weight that belongs nowhere is named with the nearest that does`() throws {
        var weights = try Self.zeros(Self.good)
        weights["lstm/kernal"] = Tensor(shape: [1], values: .float32([1]))
        let error = #expect(throws: NetworkError.self) {
            try Network(configuration: Self.good, weights: weights)
        }
        #expect(error == .unknownWeight(name: "lstm/kernal", nearest: "lstm/kernel"))
    }

    @Test func `8-bit embeddings answer as their values do`() throws {
        var stream = GoldenStream(seed: 3)
        var weights = try Self.zeros(Self.good).mapValues { tensor in
            let values = stream.draw(tensor.shape.reduce(1, *), scale: 2).map(Float.init)
            return Tensor(shape: tensor.shape, values: .float32(values))
        }
        let rows = stream.draw(40, scale: 250).map { Int8($0) }
        let scales = stream.draw(10, scale: 0.02).map { Float($0) }
        weights["embedding/embeddings"]?.values = .int8(rows: rows, scales: scales)
        let network = try Network(configuration: Self.good, weights: weights)
        let ids: [Int32] = [3, 9, 0, 1, 2]
        let wanted = ReferenceForward(network)(ids: ids, width: 1)[0]
        let output = ids.withUnsafeBufferPointer { network.predict(ids: $0, width: 1) }
        #expect(difference(output, wanted) < 2e-6)
        // The rows and scales once, all else as it came and packed, where it may be padded.
        let others = 4 * (48 + 36 + 12 + 6 + 2)
        #expect(network.memory >= 40 + 40 + 2 * others && network.memory < 40 + 40 + 20 * others)
    }

    @Test func `the empty sequence is answered`() throws {
        let network = try Network(configuration: Self.good, weights: Self.zeros(Self.good))
        let output = [Int32]().withUnsafeBufferPointer { network.predict(ids: $0, width: 1) }
        #expect(difference(output, [0.5, 0.5]) < 1e-6)
    }

    /// Keras 3 would answer 5, the padding's: its GlobalMaxPooling1D takes no notice of a mask.
    @Test func `the largest is taken over the steps that are not masked`() throws {
        let configuration = NetworkConfiguration(layers: [
            .embedding(inputDimension: 3, outputDimension: 1), .globalPooling([.max]),
        ])
        let network = try Network(
            configuration: configuration,
            weights: ["embedding/embeddings": Tensor(shape: [3, 1], values: .float32([5, -1, -2]))])
        let ids: [Int32] = [2, 1, 0, 0]
        #expect(ids.withUnsafeBufferPointer { network.predict(ids: $0, width: 1) } == [-1])
        #expect(BatchPass(network).outputs(of: [ids], width: 1) == [[-1]])
    }

    @Test func `the memory of one sequence is known from the layers`() throws {
        let plan = try NetworkPlan(
            NetworkConfiguration(layers: [
                Self.embedding, .bidirectional(Self.recurrent(7, sequences: true), merge: .sum), Self.recurrent(3),
            ]))
        // In, out and together, of both directions side by side.
        #expect(plan.workspace(steps: 100) == 3 * 100 * 14 * 4)
        #expect(plan.workspace(steps: .max / 100) == .max)
    }
}
