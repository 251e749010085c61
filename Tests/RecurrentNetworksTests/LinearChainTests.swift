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

/// The CRF against pytorch-crf, and against the sums over all paths as they are defined.
struct LinearChainTests {
    static let goldens = GoldenCase.all(in: "crf/crf.txt")

    @Test func `the golden file is there`() {
        #expect(Self.goldens.count == 6)
    }

    @Test(arguments: goldens)
    func `loss, slopes and best paths are those of pytorch-crf`(golden: GoldenCase) throws {
        let labels = golden.first("start").count
        let rows = zip(golden.numbers["scores"] ?? [], golden.numbers["labels"] ?? [])
        let configuration = NetworkConfiguration(layers: [
            .input(features: labels), .dense(units: labels), .conditionalRandomField,
        ])
        let identity = (0..<labels * labels).map { Float($0 % (labels + 1) == 0 ? 1 : 0) }
        let weights = [
            "dense/kernel": Tensor(shape: [labels, labels], values: .float32(identity)),
            "dense/bias": Tensor(shape: [labels], values: .float32([Float](repeating: 0, count: labels))),
        ].merging(golden.chain) { $1 }
        var set = TrainingSet(width: labels, targets: .stepLabels)
        for (scores, targets) in rows {
            set.append(features: scores.map(Float.init), labels: targets.map(Int32.init))
        }
        let (loss, slopes) = try oneStep(configuration, weights, set)
        #expect(abs(loss - golden.first("loss")[0]) <= 1e-6 * max(1, loss), "\(loss)")
        for (name, wanted) in [
            ("crf/transitions", "d_transitions"), ("crf/start_transitions", "d_start"),
            ("crf/end_transitions", "d_end"), ("dense/bias", "d_scores"),
        ] {
            #expect(difference(slopes[name] ?? [], golden.first(wanted)) <= 4e-6, "\(name) \(slopes[name] ?? [])")
        }

        let network = try Network(configuration: configuration, weights: weights)
        let chain = LinearChain(network) { _, _ in true }
        for (row, path) in zip(rows, golden.numbers["path"] ?? []) {
            let kept = row.1.indices.filter { row.1[$0] >= 0 }
            let scores = kept.flatMap { row.0[$0 * labels..<($0 + 1) * labels] }.map(Float.init)
            #expect(chain.read(network.predict(features: scores)).path == path.map { Int($0) })
        }
    }

    /// The mean loss before one step of gradient descent, and by how much the step moved every weight.
    private func oneStep(
        _ configuration: NetworkConfiguration, _ weights: [String: Tensor], _ set: TrainingSet
    ) throws -> (loss: Double, slopes: [String: [Float]]) {
        var options = TrainingOptions()
        options.epochs = 1
        options.batchSize = set.count
        options.optimiser = .sgd()
        options.learningRate = 1
        options.clipping = nil
        let classes = configuration.layers.lazy.compactMap { layer in
            if case .dense(let units, _) = layer { units } else { nil }
        }.last
        let result = try Trainer(
            configuration: configuration, options: options, classCount: classes, isStepwise: true, weights: weights
        ).train(on: set)
        var slopes: [String: [Float]] = [:]
        for (name, tensor) in weights {
            guard case .float32(let before) = tensor.values,
                case .float32(let after)? = result.network.weights[name]?.values
            else { continue }
            slopes[name] = zip(before, after).map { $0 - $1 }
        }
        return (result.history[0].loss, slopes)
    }

    @Test(arguments: ["lstm 3 sequences", "bidirectional concat gru 2 sequences"])
    func `slopes through the layers below are those of the loss as it is defined`(cell: String) throws {
        var golden = GoldenCase()
        golden.layers = ["embedding 8 3 mask", cell, "dense 3 linear", "crf"]
        (golden.seed, golden.scale) = (17, 1.5)
        let network = try golden.network()
        // Masked steps in every place, steps without a label, and rows of one step and of none.
        let rows: [[Int32]] = [[3, 1, 4, 1, 5], [0, 2, 6, 0, 7], [5], [6, 2, 0, 0], [], [0, 0]]
        let targets: [[Int32]] = [[0, 2, -1, 1, 2], [1, 1, 0, 2, 2], [2], [0, 1, 0, 1], [], [0, 1]]
        var set = TrainingSet(width: 1, targets: .stepLabels)
        for (row, target) in zip(rows, targets) { set.append(row, labels: target) }
        let (loss, slopes) = try oneStep(network.configuration, network.weights, set)

        var reference = ReferenceForward(network)
        func defined() -> Double {
            var (sum, count) = (0.0, 0)
            for (row, target) in zip(rows, targets) {
                let kept = row.indices.filter { row[$0] != 0 && target[$0] >= 0 }
                guard !kept.isEmpty else { continue }
                let scores = reference(ids: row, width: 1).flatMap { $0 }
                let paths = AllPaths(
                    scores: kept.map { Array(scores[$0 * 3..<($0 + 1) * 3]) }, weights: reference.weights)
                sum -= log(paths.probability { $0 == kept.map { Int(target[$0]) } })
                count += kept.count
            }
            return sum / Double(count)
        }
        #expect(abs(loss - defined()) < 1e-6)
        for (name, values) in reference.weights {
            for index in values.indices {
                reference.weights[name]?[index] = values[index] + 1e-5
                let above = defined()
                reference.weights[name]?[index] = values[index] - 1e-5
                let slope = (above - defined()) / 2e-5
                reference.weights[name]?[index] = values[index]
                #expect(abs(Double(slopes[name]?[index] ?? .nan) - slope) < 2e-6, "\(name) \(index)")
            }
        }
    }

    @Test(arguments: 1...5, [1, 2, 3])
    func `paths and probabilities are those of all paths that are allowed`(steps: Int, seed: Int) throws {
        let labels = 4
        var stream = GoldenStream(seed: UInt64(seed * 10 + steps))
        let configuration = NetworkConfiguration(layers: [
            .input(features: labels), .dense(units: labels), .conditionalRandomField,
        ])
        var weights: [String: Tensor] = [:]
        for (name, shape) in try Network.expectedWeights(of: configuration) {
            weights[name] = Tensor(
                shape: shape, values: .float32(stream.draw(shape.reduce(1, *), scale: 3).map(Float.init)))
        }
        let network = try Network(configuration: configuration, weights: weights)
        // Label 3 goes on with 2 only.
        func allows(_ before: Int?, _ after: Int) -> Bool { after != 3 || before == 2 || before == 3 }
        let scores = network.predict(features: stream.draw(steps * labels, scale: 3).map(Float.init))
        let reading = LinearChain(network, allows: allows).read(scores)
        let paths = AllPaths(
            scores: (0..<steps).map { scores[$0 * labels..<($0 + 1) * labels].map(Double.init) },
            weights: ReferenceForward(network).weights, allows: allows)
        #expect(reading.path == paths.best)
        for first in 0..<steps {
            for end in first + 1...steps {
                let part = reading.path[first..<end]
                let wanted = paths.probability { Array($0[first..<end]) == Array(part) }
                #expect(abs(reading.probability(of: first..<end) - wanted) < 1e-6)
                let apart = paths.probability {
                    Array($0[first..<end]) == Array(part) && (end == steps || $0[end] != 3)
                }
                #expect(abs(reading.probability(of: first..<end, notBefore: 3) - apart) < 1e-6)
            }
        }
    }

    @Test func `weights beyond all reason still have an answer`() throws {
        let configuration = NetworkConfiguration(layers: [
            .input(features: 2), .dense(units: 2), .conditionalRandomField,
        ])
        for size: Float in [1e30, 3e38, -3e38] {
            var weights: [String: Tensor] = [:]
            for (name, shape) in try Network.expectedWeights(of: configuration) {
                let values = (0..<shape.reduce(1, *)).map { Float($0 % 2 == 0 ? size : -size) }
                weights[name] = Tensor(shape: shape, values: .float32(values))
            }
            let network = try Network(configuration: configuration, weights: weights)
            let reading = LinearChain(network) { _, _ in true }.read(network.predict(features: [1, 2, 3, 4, 5, 6]))
            #expect(reading.path.count == 3)
            for step in 0..<3 { #expect((0...1).contains(reading.probability(of: step..<step + 1))) }
        }
        #expect(
            LinearChain(try Network(configuration: configuration, weights: zeros(configuration))) { _, _ in true }
                .read([]).path == [])
    }

    private func zeros(_ configuration: NetworkConfiguration) throws -> [String: Tensor] {
        var weights: [String: Tensor] = [:]
        for (name, shape) in try Network.expectedWeights(of: configuration) {
            weights[name] = Tensor(shape: shape, values: .float32(.init(repeating: 0, count: shape.reduce(1, *))))
        }
        return weights
    }

    @Test func `a long text neither overflows nor loses its probabilities`() throws {
        let configuration = NetworkConfiguration(layers: [
            .input(features: 2), .dense(units: 2), .conditionalRandomField,
        ])
        let network = try Network(configuration: configuration, weights: zeros(configuration))
        let reading = LinearChain(network) { _, _ in true }
            .read((0..<100_000).flatMap { _ in [Float(20), Float(19)] })
        #expect(reading.path.allSatisfy { $0 == 0 })
        for step in [0, 50_000, 99_999] {
            #expect(abs(reading.probability(of: step..<step + 1) - 1 / (1 + exp(-1))) < 1e-9)
        }
    }

    @Test func `one seed gives the same weights for any number of threads`() throws {
        let configuration = NetworkConfiguration(layers: [
            .embedding(inputDimension: 12, outputDimension: 4), .lstm(.init(units: 5, returnSequences: true)),
            .dense(units: 3), .conditionalRandomField,
        ])
        var stream = GoldenStream(seed: 3)
        var set = TrainingSet(width: 1, targets: .stepLabels)
        for length in [5, 2, 9, 1, 4, 7, 3, 8, 6, 5, 2, 4, 9, 3, 7, 6, 1, 8, 2, 5, 4, 6, 3, 7] {
            let ids = stream.draw(length, scale: 1).map { Int32(($0 + 0.5) * 11) + 1 }
            set.append(ids, labels: ids.map { $0 % 3 })
        }
        var weights: [[String: Tensor]] = []
        for threads in [1, 3] {
            var options = TrainingOptions()
            (options.epochs, options.batchSize, options.threads) = (3, 24, threads)
            let trainer = try Trainer(
                configuration: configuration, options: options, classCount: 3, isStepwise: true)
            weights.append(try trainer.train(on: set).network.weights)
        }
        #expect(weights[0] == weights[1])
    }

    @Test func `what a CRF cannot do is refused`() throws {
        let middle = NetworkConfiguration(layers: [
            .embedding(inputDimension: 4, outputDimension: 3), .conditionalRandomField, .dense(units: 2),
        ])
        var error = try #require(throws: NetworkError.self) { try NetworkPlan(middle) }
        #expect("\(error)".contains("'crf'") && "\(error)".contains("last"))
        let vector = NetworkConfiguration(layers: [
            .embedding(inputDimension: 4, outputDimension: 3), .lstm(.init(units: 3)), .dense(units: 2),
            .conditionalRandomField,
        ])
        error = try #require(throws: NetworkError.self) { try NetworkPlan(vector) }
        #expect("\(error)".contains("'crf'") && "\(error)".contains("return_sequences"))

        let good = NetworkConfiguration(layers: [
            .embedding(inputDimension: 4, outputDimension: 3), .dense(units: 2), .conditionalRandomField,
        ])
        #expect(throws: NetworkError.self) {
            try Trainer(configuration: good, options: TrainingOptions(), classCount: 2, isStepwise: false)
        }
        var options = TrainingOptions()
        options.labelSmoothing = 0.1
        var set = TrainingSet(width: 1, targets: .stepLabels)
        set.append([1, 2], labels: [0, 1])
        let refusal = try #require(throws: TrainingError.self) {
            try Trainer(configuration: good, options: options, classCount: 2, isStepwise: true).train(on: set)
        }
        #expect("\(refusal)".contains("label_smoothing"))
    }
}

extension GoldenCase {
    /// The weights of a case's CRF.
    fileprivate var chain: [String: Tensor] {
        let labels = first("start").count
        func tensor(_ keyword: String, _ shape: [Int]) -> Tensor {
            Tensor(shape: shape, values: .float32(first(keyword).map(Float.init)))
        }
        return [
            "crf/transitions": tensor("transitions", [labels, labels]),
            "crf/start_transitions": tensor("start", [labels]),
            "crf/end_transitions": tensor("end_transitions", [labels]),
        ]
    }
}

/// Every path through some scores, with its probability: Lⁿ of them.
private struct AllPaths {
    private var paths: [(labels: [Int], weight: Double)] = []

    init(scores: [[Double]], weights: [String: [Double]], allows: (Int?, Int) -> Bool = { _, _ in true }) {
        let transitions = weights["crf/transitions"] ?? []
        let (start, end) = (weights["crf/start_transitions"] ?? [], weights["crf/end_transitions"] ?? [])
        var open: [(labels: [Int], score: Double)] = [([], 0)]
        for step in scores {
            open = open.flatMap { path in
                step.indices.filter { allows(path.labels.last, $0) }.map { label in
                    let before = path.labels.last.map { transitions[$0 * step.count + label] } ?? start[label]
                    return (path.labels + [label], path.score + before + step[label])
                }
            }
        }
        paths = open.map { ($0.labels, exp($0.score + end[$0.labels.last ?? 0])) }
    }

    var best: [Int] { paths.max { $0.weight < $1.weight }?.labels ?? [] }

    func probability(_ isMeant: ([Int]) -> Bool) -> Double {
        let all = paths.reduce(0) { $0 + $1.weight }
        return paths.reduce(0) { $0 + (isMeant($1.labels) ? $1.weight : 0) } / all
    }
}
