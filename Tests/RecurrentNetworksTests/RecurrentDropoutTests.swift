import Numerics
import RecurrentNetworks
import Testing

/// What is dropped is found by trying: a row whose inputs or states are dropped answers as a network does some of whose
/// weights are 0 and the rest divided by the share that is kept. The gradients are then the slopes of that network.
struct RecurrentDropoutTests {
    static let rows: [[Int32]] = [
        [3, 1, 2, 1, 3, 2], [2, 1, 3, 3, 1], [2, 0, 3, 0, 0, 1], [0, 0, 1, 3], [3, 2, 0], [0, 0], [],
    ]

    /// A way to multiply weights by 0 or 2: rows of kernels, single weights, or rows of the table.
    struct Pattern {
        /// By name: what each weight is multiplied by.
        var factors: [String: [Double]] = [:]

        func applied(to weights: [String: [Double]]) -> [String: [Double]] {
            weights.reduce(into: weights) { result, weight in
                guard let factor = factors[weight.key] else { return }
                result[weight.key] = zip(weight.value, factor).map { $0 * $1 }
            }
        }

        /// All ways for the rows of the weights named.
        static func all(of names: [String], rows: Int, _ weights: [String: [Double]]) -> [Pattern] {
            names.reduce([Pattern()]) { patterns, name in
                let columns = (weights[name]?.count ?? 0) / rows
                return patterns.flatMap { pattern in
                    (0..<1 << rows).map { bits in
                        var pattern = pattern
                        pattern.factors[name] = (0..<rows * columns).map { bits >> ($0 / columns) & 1 == 1 ? 2 : 0 }
                        return pattern
                    }
                }
            }
        }
    }

    static let cells: [LayerConfiguration] = {
        var options = RecurrentOptions(units: 2, returnSequences: true)
        options.dropout = 0.5
        options.recurrentDropout = 0.5
        var backwards = options
        backwards.goBackwards = true
        var last = options
        last.returnSequences = false
        return [
            .simpleRNN(options), .gru(options), .gru(backwards, resetAfter: false), .lstm(options), .lstm(last),
            .bidirectional(.lstm(last)), .bidirectional(.gru(options), merge: .sum),
        ]
    }()

    @Test(arguments: cells)
    func `a row drops the same inputs and states at every step, and its gradients are slopes`(
        layer: LayerConfiguration
    ) throws {
        let network = try network([.embedding(inputDimension: 4, outputDimension: 2), layer])
        let names = network.weights.keys.filter { $0.hasSuffix("kernel") }.sorted()
        let patterns = Pattern.all(of: names, rows: 2, ReferenceForward(network).weights)
        var seen: [String: Set<[Double]>] = [:]
        var directionsDiffer = false
        for seed in 1...4 {
            let found = try check(network, seed: UInt64(seed)) { answers in
                Self.rows.map { ids in patterns.first { answers($0, ids) } }
            }
            // A row of many steps tells what was dropped.
            let factors = found[0].factors
            for (name, values) in factors { seen[name, default: []].insert(values) }
            directionsDiffer = directionsDiffer || Set(factors.filter { $0.key.hasSuffix("/kernel") }.values).count > 1
        }
        for name in names { #expect((seen[name]?.count ?? 0) > 1, "\(name)") }
        if case .bidirectional = layer { #expect(directionsDiffer) }
    }

    @Test(arguments: [RecurrentKind.simpleRNN, .gru, .gruResetBefore, .lstm])
    func `a batch drops the same weights of a recurrent kernel in all rows, and their gradients`(
        kind: RecurrentKind
    ) throws {
        var options = RecurrentOptions(units: kind == .simpleRNN ? 2 : 1, returnSequences: true)
        options.weightDrop = 0.5
        let network = try network([.embedding(inputDimension: 4, outputDimension: 2), kind.layer(options)])
        let name = try #require(network.weights.keys.first { $0.hasSuffix("recurrent_kernel") })
        let count = try #require(network.weights[name]).shape.reduce(1, *)
        try checkOfBatch(network, Pattern.all(of: [name], rows: count, ReferenceForward(network).weights))
    }

    @Test func `a batch drops the same rows of the table in all rows, and their gradients`() throws {
        let network = try network([
            .embedding(inputDimension: 4, outputDimension: 3, dropout: 0.5), .gru(.init(units: 2)),
        ])
        try checkOfBatch(
            network, Pattern.all(of: ["embedding/embeddings"], rows: 4, ReferenceForward(network).weights))
    }

    private func checkOfBatch(_ network: Network, _ patterns: [Pattern]) throws {
        var seen: Set<[[Double]]> = []
        for seed in 1...6 {
            let found = try check(network, seed: UInt64(seed)) { answers in
                let pattern = patterns.first { pattern in Self.rows.allSatisfy { answers(pattern, $0) } }
                return Self.rows.map { _ in pattern }
            }
            seen.insert(Array(found[0].factors.values))
        }
        #expect(seen.count > 1)
    }

    @Test func `nothing is dropped where nothing is trained`() throws {
        var options = RecurrentOptions(units: 3)
        let plain = try network([.embedding(inputDimension: 4, outputDimension: 2), .lstm(options)])
        (options.dropout, options.recurrentDropout, options.weightDrop) = (0.5, 0.4, 0.3)
        let dropping = try network([
            .embedding(inputDimension: 4, outputDimension: 2, dropout: 0.5), .lstm(options),
        ])
        let pass = BatchPass(dropping)
        let trained = pass.gradients(of: Self.rows, width: 1, dOutputs: Self.rows.map { _ in [1, 1, 1] }, seed: 5)
        let wanted = BatchPass(plain).outputs(of: Self.rows, width: 1)
        #expect(trained.outputs != wanted)
        #expect(pass.outputs(of: Self.rows, width: 1) == wanted)
        for ids in Self.rows {
            #expect(
                ids.withUnsafeBufferPointer { dropping.predict(ids: $0, width: 1) }
                    == ids.withUnsafeBufferPointer { plain.predict(ids: $0, width: 1) })
        }
    }

    static let droppingClassifier: NetworkConfiguration = {
        var options = RecurrentOptions(units: 9, returnSequences: true)
        (options.dropout, options.recurrentDropout, options.weightDrop) = (0.1, 0.1, 0.2)
        return NetworkConfiguration(layers: [
            .embedding(inputDimension: 16, outputDimension: 8, dropout: 0.1), .bidirectional(.lstm(options)),
            .layerNormalization(), .gru(options, resetAfter: false), .globalPooling([.attention, .max]),
            .dense(units: 3, activation: .softmax),
        ])
    }()

    @Test func `a seed drops the same for any number of threads, and what is left learns`() throws {
        func train(threads: Int, seed: UInt64 = 1) throws -> TrainingResult {
            let options = TrainerTests.options {
                $0.threads = threads
                $0.seed = seed
                $0.epochs = 12
            }
            return try Trainer(configuration: Self.droppingClassifier, options: options, classCount: 3)
                .train(on: ToyTexts.marked(600, seed: 3), validation: ToyTexts.marked(100, seed: 4))
        }
        let one = try train(threads: 1)
        #expect(try train(threads: 3).network.weights == one.network.weights)
        #expect(try train(threads: 1, seed: 2).network.weights != one.network.weights)
        #expect((one.history.compactMap(\.validationAccuracy).max() ?? 0) > 0.9)
    }

    // MARK: Comparison

    /// Finds the pattern of each row by `find`, which may ask whether the reference answers a row as it was answered
    /// under a pattern; then compares gradients with central differences. Returns the patterns.
    private func check(
        _ network: Network, seed: UInt64,
        find: ((Pattern, [Int32]) -> Bool) -> [Pattern?]
    ) throws -> [Pattern] {
        let plain = ReferenceForward(network)
        var reference = plain
        func answer(_ pattern: Pattern, _ weights: [String: [Double]], _ ids: [Int32]) -> [Double] {
            reference.weights = pattern.applied(to: weights)
            return reference(ids: ids, width: 1).flatMap { $0 }
        }
        var stream = GoldenStream(seed: 9)
        let factors = Self.rows.map { stream.draw(answer(Pattern(), plain.weights, $0).count, scale: 2) }
        let (outputs, gradients) = BatchPass(network).gradients(
            of: Self.rows, width: 1, dOutputs: factors.map { $0.map(Float.init) }, seed: seed)
        let byIds = Dictionary(uniqueKeysWithValues: zip(Self.rows, outputs))
        let found = find { pattern, ids in
            difference(byIds[ids] ?? [], answer(pattern, plain.weights, ids)) <= 5e-6
        }
        let patterns = try found.map { try #require($0, "no pattern makes what was answered") }
        func loss(_ weights: [String: [Double]]) -> Double {
            zip(zip(Self.rows, patterns), factors).reduce(0) { sum, row in
                let output = answer(row.0.1, weights, row.0.0)
                return sum + zip(output, row.1).reduce(0) { $0 + $1.0 * $1.1 }
            }
        }
        for (name, values) in plain.weights {
            var weights = plain.weights
            let slopes = values.indices.map { index in
                weights[name]?[index] = values[index] + 1e-5
                let above = loss(weights)
                weights[name]?[index] = values[index] - 1e-5
                let below = loss(weights)
                weights[name]?[index] = values[index]
                return (above - below) / 2e-5
            }
            let scale = slopes.reduce(1) { max($0, abs($1)) }
            #expect(difference(gradients[name] ?? [], slopes) / scale < 3e-5, "\(name)")
        }
        return patterns
    }

    private func network(_ layers: [LayerConfiguration]) throws -> Network {
        let configuration = NetworkConfiguration(layers: layers)
        var stream = GoldenStream(seed: 77)
        var weights: [String: Tensor] = [:]
        for (name, shape) in try Network.expectedWeights(of: configuration) {
            let values = stream.draw(shape.reduce(1, *), scale: 2).map(Float.init)
            weights[name] = Tensor(shape: shape, values: .float32(values))
        }
        return try Network(configuration: configuration, weights: weights)
    }
}
