import Numerics
import RecurrentNetworks
import Testing

/// Against Keras 3 in float64; `Tests/Goldens/keras/make_goldens.py` made the files.
struct KerasTests {
    static let forward = ["forward", "shapes", "layers", "course", "activations"].flatMap {
        GoldenCase.all(in: "keras/\($0).txt")
    }

    @Test func `the golden files are there`() {
        #expect(Self.forward.count > 330)
    }

    @Test(arguments: forward)
    func `every layer answers as Keras does, on every instruction set`(golden: GoldenCase) throws {
        let network = try golden.network()
        let expected = golden.numbers["output"] ?? []
        for kernels in Kernels.available {
            let tolerance = kernels.name == "scalar" ? 1e-6 : 3e-6
            let outputs = BatchPass(network, kernels: kernels).outputs(of: golden.ids, width: 1)
            #expect(outputs.count == expected.count)
            for (ids, (output, wanted)) in zip(golden.ids, zip(outputs, expected)) {
                let error = relativeDifference(output, wanted)
                #expect(error <= tolerance, "\(kernels.name), ids \(ids)")
            }
        }
    }

    @Test(arguments: forward)
    func `what serves answers as Keras does, on every instruction set`(golden: GoldenCase) throws {
        let network = try golden.network()
        for kernels in Kernels.available {
            let compiled = CompiledNetwork(plan: network.plan, weights: network.weights, kernels: kernels)
            let tolerance = kernels.name == "scalar" ? 1e-6 : 3e-6
            for (ids, wanted) in zip(golden.ids, golden.numbers["output"] ?? []) {
                let output = ids.withUnsafeBufferPointer { compiled.predict(ids: $0, width: 1) }
                #expect(relativeDifference(output, wanted) <= tolerance, "\(kernels.name), ids \(ids)")
            }
        }
    }

    @Test(arguments: forward)
    func `the reference in these tests answers as Keras does`(golden: GoldenCase) throws {
        let reference = ReferenceForward(try golden.network())
        for (ids, wanted) in zip(golden.ids, golden.numbers["output"] ?? []) {
            let output = reference(ids: ids, width: 1).flatMap { $0 }
            #expect(output.count == wanted.count)
            for (a, b) in zip(output, wanted) { #expect(abs(a - b) <= 1e-7 * max(1, abs(b))) }
        }
    }

    @Test(arguments: GoldenCase.all(in: "keras/optimisers.txt"), [1, 2])
    func `every optimiser moves weights as Keras's does`(golden: GoldenCase, threads: Int) {
        var stream = GoldenStream(seed: 77)
        let dense = stream.draw(19, scale: 1).map(Float.init)
        let table = stream.draw(6, scale: 1).map(Float.init)
        let wanted = golden.numbers["after"] ?? []
        var steps: [(dense: [Float], rows: [(row: Int32, gradient: [Float])])] = []
        for _ in wanted {
            let dense = stream.draw(19, scale: 2).map(Float.init)
            let table = stream.draw(6, scale: 2).map(Float.init)
            let rows = [2, 0, 1].map { row in (row: Int32(row), gradient: Array(table[2 * row..<2 * row + 2])) }
            steps.append((dense, rows))
        }
        #expect(steps.count == 5)
        for kernels in Kernels.available {
            var updates = golden.updates
            updates.kernels = kernels
            updates.threads = threads
            let trajectory = updates.weights(dense: dense, table: table, dimension: 2, steps: steps)
            for (after, wanted) in zip(trajectory, wanted) {
                #expect(difference(after.dense + after.table, wanted) <= 1e-6, "\(kernels.name)")
            }
        }
    }

    @Test(arguments: ["training", "activations_training"].flatMap { GoldenCase.all(in: "keras/\($0).txt") })
    func `ten steps from the same weights come to the same losses and answers`(golden: GoldenCase) throws {
        let labels = golden.first("labels").map(Int32.init)
        var set = TrainingSet(width: 1)
        let weights = golden.first("sample_weights")
        for (row, ids) in golden.ids.enumerated() {
            set.append(ids, label: labels[row], weight: Float(weights[row]))
        }
        var options = TrainingOptions()
        options.epochs = 10
        options.patience = nil
        options.batchSize = 6
        options.clipping = nil
        options.learningRate = Float(golden.first("rate")[0])
        options.optimiser = golden.updates.optimiser
        options.weightDecay = golden.updates.weightDecay
        options.labelSmoothing = Float(golden.first("smoothing")[0])
        for kernels in Kernels.available {
            let trainer = try Trainer(
                configuration: golden.configuration, options: options, classCount: 3,
                weights: golden.network().weights, kernels: kernels)
            // What is kept is the best epoch, and with a falling loss that is the last.
            let result = try trainer.train(on: set)
            let losses = result.history.map { Float($0.loss) }
            #expect(difference(losses, golden.first("losses")) <= 1e-5, "\(kernels.name) \(losses)")
            #expect(result.bestEpoch == 10)
            let outputs = BatchPass(result.network, kernels: kernels).outputs(of: golden.ids, width: 1)
            for (output, wanted) in zip(outputs, golden.numbers["output"] ?? []) {
                #expect(difference(output, wanted) <= 2e-5, "\(kernels.name)")
            }
        }
    }
}

extension GoldenCase {
    /// From a name such as "sgd momentum 0.6 nesterov clipvalue 0.3".
    fileprivate var updates: UpdateTrajectory {
        let words = name.split(separator: " ").map(String.init)
        func number(_ option: String) -> Float? {
            words.firstIndex(of: option).flatMap { Float(words[$0 + 1]) }
        }
        let optimiser: Optimiser =
            switch words.first {
            case "sgd": .sgd(momentum: number("momentum") ?? 0, nesterov: words.contains("nesterov"))
            case "rmsprop": .rmsprop(rho: number("rho") ?? 0.9, epsilon: number("epsilon") ?? 1e-7)
            default:
                .adam(
                    beta1: number("beta_1") ?? 0.9, beta2: number("beta_2") ?? 0.999, epsilon: number("epsilon") ?? 1e-7
                )
            }
        var updates = UpdateTrajectory(optimiser, rate: 0.01)
        updates.clipping =
            number("global_clipnorm").map(Clipping.globalNorm) ?? number("clipnorm").map(Clipping.norm)
            ?? number("clipvalue").map(Clipping.value)
        updates.weightDecay = number("weight_decay") ?? 0
        return updates
    }
}
