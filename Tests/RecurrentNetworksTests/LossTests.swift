import Numerics
import RecurrentNetworks
import Testing

/// Every loss against Keras 3 in float64 over ten steps; `Tests/Goldens/keras/make_losses.py` made the file.
struct LossTests {
    static let goldens = GoldenCase.all(in: "keras/losses.txt")

    @Test func `the golden file is there`() {
        #expect(Self.goldens.count == 30)
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
