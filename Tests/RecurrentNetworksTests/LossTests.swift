import Numerics
import RecurrentNetworks
import Testing

/// Every loss against Keras 3 in float64 over ten steps; `Tests/Goldens/keras/make_losses.py` made the file.
struct LossTests {
    static let goldens = GoldenCase.all(in: "keras/losses.txt")

    @Test func `the golden file is there`() {
        #expect(Self.goldens.count == 37)
    }

    @Test(arguments: goldens)
    func `ten steps from the same weights come to the losses and answers of Keras`(golden: GoldenCase) throws {
        let network = try golden.network()
        let set = golden.set(for: network.plan)
        var options = TrainingOptions()
        options.epochs = 10
        options.patience = nil
        options.batchSize = 6
        options.clipping = nil
        options.learningRate = 0.01
        options.loss = golden.loss
        options.labelSmoothing = Float(golden.first("smoothing")[0])
        for kernels in Kernels.available {
            let trainer = try Trainer(
                configuration: golden.configuration, options: options, isStepwise: network.plan.output.isSequence,
                weights: network.weights, kernels: kernels)
            let result = try trainer.train(on: set)
            let losses = result.history.map { Float($0.loss) }
            #expect(difference(losses, golden.first("losses")) <= 1e-5, "\(kernels.name) \(losses)")
            #expect(
                (result.history[0].accuracy == nil)
                    == (golden.loss != .crossEntropy && golden.loss != .binaryCrossEntropy))
            guard result.bestEpoch == 10 else { continue }
            for row in 0..<set.count {
                #expect(
                    difference(golden.answer(of: result.network, row), golden.numbers["output"]?[row] ?? []) <= 2e-5)
            }
        }
    }

    /// The loss is straight between the targets, so that differences are its slopes.
    @Test(arguments: Kernels.available.map(\.name))
    func `the gradient of the loss of quantiles is its slope`(instructionSet: String) throws {
        let kernels = try #require(Kernels.named(instructionSet))
        let configuration = NetworkConfiguration(layers: [.input(features: 3, isSequence: false), .dense(units: 4)])
        var stream = GoldenStream(seed: 7)
        var set = TrainingSet(width: 3, targets: .values(width: 4))
        for row in 0..<5 {
            set.append(
                features: stream.draw(3, scale: 2).map(Float.init), values: stream.draw(4, scale: 2).map(Float.init),
                weight: Float(1 + row % 2))
        }
        var options = TrainingOptions()
        (options.epochs, options.batchSize, options.learningRate) = (1, 5, 0.001)
        (options.optimiser, options.clipping) = (.sgd(momentum: 0, nesterov: false), nil)
        options.loss = .quantile([0.1, 0.7])
        func step(from weights: [String: [Float]]) throws -> (loss: Double, weights: [String: Tensor]) {
            let shapes = ["dense/kernel": [3, 4], "dense/bias": [4]]
            let start = weights.reduce(into: [String: Tensor]()) {
                $0[$1.key] = Tensor(shape: shapes[$1.key] ?? [], values: .float32($1.value))
            }
            let result = try Trainer(configuration: configuration, options: options, weights: start, kernels: kernels)
                .train(on: set)
            return (result.history[0].loss, result.network.weights)
        }
        let start = [
            "dense/kernel": stream.draw(12, scale: 1).map(Float.init),
            "dense/bias": stream.draw(4, scale: 1).map(Float.init),
        ]
        let moved = try step(from: start).weights
        for (name, values) in start {
            guard case .float32(let after)? = moved[name]?.values else { continue }
            for index in values.indices {
                var (above, below) = (start, start)
                above[name]?[index] += 0.001
                below[name]?[index] -= 0.001
                let slope = (try step(from: above).loss - step(from: below).loss) / 0.002
                #expect(abs(Double(values[index] - after[index]) / 0.001 - slope) < 1e-3, "\(name) \(index)")
            }
        }
    }

    @Test func `quantiles that are none, or that the units do not hold, are refused`() throws {
        func train(_ quantiles: [Float], units: Int) throws {
            var options = TrainingOptions()
            options.loss = .quantile(quantiles)
            let configuration = NetworkConfiguration(
                layers: [.input(features: 1), .gru(.init(units: 2)), .dense(units: units)])
            var set = TrainingSet(width: 1, targets: .values(width: units))
            set.append(features: [1], values: [Float](repeating: 1, count: units))
            _ = try Trainer(configuration: configuration, options: options).train(on: set)
        }
        try train([0.1, 0.9], units: 4)
        #expect(throws: NetworkError.self) { try train([0.1, 0.9], units: 3) }
        for quantiles: [Float] in [[], [0], [0.5, 1], [.nan]] {
            let error = #expect(throws: TrainingError.self) { try train(quantiles, units: 2) }
            #expect(error?.description.contains("quantiles") == true)
        }
    }

    @Test(arguments: goldens)
    func `what serves answers as the trained layers do`(golden: GoldenCase) throws {
        let network = try golden.network()
        for row in golden.numbers["target"]?.indices ?? 0..<0 {
            let answer = golden.answer(of: network, row)
            let reference = ReferenceForward(network)
            let wanted =
                golden.ids.isEmpty
                ? reference(features: golden.numbers["features"]?[row] ?? [])
                : reference(ids: golden.ids[row], width: 1)
            #expect(difference(answer, wanted.flatMap { $0 }) <= 3e-6)
        }
    }
}

extension GoldenCase {
    fileprivate var loss: Loss {
        let words = name.split(separator: " ")
        switch words.first {
        case "binary": return .binaryCrossEntropy
        case "squared": return .meanSquaredError
        case "absolute": return .meanAbsoluteError
        case "quantile": return .quantile(words.dropFirst().compactMap { Float($0) })
        case "huber": return .huber(delta: Float(words[1]) ?? 0)
        default: return .crossEntropy
        }
    }

    fileprivate func set(for plan: NetworkPlan) -> TrainingSet {
        let width = plan.output.features
        let kind: TrainingSet.Targets =
            switch (name == "sparse_steps", plan.output.isSequence) {
            case (true, _): .stepLabels
            case (_, true): .stepValues(width: width)
            default: .values(width: width)
            }
        var set = TrainingSet(width: ids.isEmpty ? plan.input.features : 1, targets: kind)
        for (row, target) in (numbers["target"] ?? []).enumerated() {
            if ids.isEmpty {
                set.append(features: (numbers["features"]?[row] ?? []).map(Float.init), values: target.map(Float.init))
            } else if kind == .stepLabels {
                set.append(ids[row], labels: target.map(Int32.init))
            } else {
                set.append(ids[row], values: target.map(Float.init))
            }
        }
        return set
    }

    fileprivate func answer(of network: Network, _ row: Int) -> [Float] {
        guard ids.isEmpty else { return ids[row].withUnsafeBufferPointer { network.predict(ids: $0, width: 1) } }
        return network.predict(features: (numbers["features"]?[row] ?? []).map(Float.init))
    }
}
