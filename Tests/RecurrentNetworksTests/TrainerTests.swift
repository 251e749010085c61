import Numerics
import RecurrentNetworks
import Testing

struct TrainerTests {
    static let small = ToyTexts.classifier(
        .dropout(rate: 0.2, sharedOverTime: true), .bidirectional(.lstm(.init(units: 9, returnSequences: true))),
        .gru(.init(units: 7, returnSequences: true)), .globalPooling([.max, .mean, .last]), .dropout(rate: 0.3))

    static func options(_ change: (inout TrainingOptions) -> Void = { _ in }) -> TrainingOptions {
        var options = TrainingOptions()
        options.epochs = 3
        options.learningRate = 0.01
        options.patience = nil
        options.batchSize = 50
        change(&options)
        return options
    }

    private func train(
        _ configuration: NetworkConfiguration, _ options: TrainingOptions, on set: TrainingSet,
        validation: TrainingSet? = nil, kernels: Kernels = .active
    ) throws -> TrainingResult {
        try Trainer(configuration: configuration, options: options, classCount: 3, kernels: kernels)
            .train(on: set, validation: validation)
    }

    // MARK: The same bits

    @Test(arguments: Kernels.available.map(\.name))
    func `a seed gives the same bits for any number of threads`(instructionSet: String) throws {
        let kernels = try #require(Kernels.named(instructionSet))
        let set = ToyTexts.marked(230, seed: 3)
        func run(_ threads: Int, seed: UInt64 = 1) throws -> TrainingResult {
            let options = Self.options {
                $0.threads = threads
                $0.seed = seed
                $0.averaging = 0.99
                $0.labelSmoothing = 0.1
                $0.weightDecay = 0.01
                $0.schedule = .warmUpCosine(warmUp: 0.2)
            }
            return try train(Self.small, options, on: set, validation: ToyTexts.marked(60, seed: 4), kernels: kernels)
        }
        let one = try run(1)
        #expect(try run(1).network.weights == one.network.weights)
        for threads in [2, 3, 7] {
            let many = try run(threads)
            #expect(many.network.weights == one.network.weights, "\(threads) threads")
            #expect(many.history.map(\.loss) == one.history.map(\.loss))
        }
        #expect(try run(1, seed: 2).network.weights != one.network.weights)
    }

    @Test func `padding after a sequence changes no bit of what is learned`() throws {
        let set = ToyTexts.marked(120, seed: 8)
        let plain = try train(Self.small, Self.options(), on: set)
        let padded = try train(Self.small, Self.options(), on: ToyTexts.padded(set, by: 5))
        #expect(plain.network.weights == padded.network.weights)
    }

    // MARK: Learning

    static let learners: [NetworkConfiguration] = [
        ToyTexts.classifier(.lstm(.init(units: 16, returnSequences: true)), .globalPooling([.max, .mean])),
        ToyTexts.classifier(.gru(.init(units: 16))),
        ToyTexts.classifier(.gru(.init(units: 16, goBackwards: true), resetAfter: false)),
        ToyTexts.classifier(.bidirectional(.lstm(.init(units: 8)), merge: .sum), .dropout(rate: 0.1)),
        ToyTexts.classifier(.simpleRNN(.init(units: 16, returnSequences: true)), .globalPooling([.max])),
    ]

    @Test(arguments: learners)
    func `a network learns to find the word that matters`(configuration: NetworkConfiguration) throws {
        let options = Self.options {
            $0.epochs = 12
            $0.batchSize = 32
        }
        let validation = ToyTexts.marked(300, seed: 12)
        let result = try train(configuration, options, on: ToyTexts.marked(900, seed: 11), validation: validation)
        let best = try #require(result.bestEpoch)
        let accuracy = try #require(result.history[best - 1].validationAccuracy)
        #expect(accuracy > 0.97)
        // The network that is handed out is the one that was measured.
        var right = 0
        for i in 0..<validation.count {
            let ids = Array(validation.ids[validation.steps(of: i)])
            let answer = ids.withUnsafeBufferPointer { result.network.predict(ids: $0, width: 1) }
            if answer.indices.max(by: { answer[$0] < answer[$1] }) == Int(validation.labels[i]) { right += 1 }
        }
        #expect(abs(Double(right) / Double(validation.count) - accuracy) < 0.005)
    }

    @Test func `the course's own network trains end to end`() throws {
        let wide = RecurrentOptions(units: 64, returnSequences: true)
        let configuration = ToyTexts.classifier(
            .bidirectional(.simpleRNN(wide)), .bidirectional(.simpleRNN(wide)), .simpleRNN(.init(units: 64)))
        let options = Self.options {
            $0.epochs = 8
            $0.learningRate = 0.001
            $0.batchSize = 32
            $0.threads = 2
        }
        let result = try train(
            configuration, options, on: ToyTexts.marked(800, seed: 21), validation: ToyTexts.marked(200, seed: 22))
        #expect((result.history.compactMap(\.validationAccuracy).max() ?? 0) > 0.9)
    }

    @Test func `averaged weights are those that are measured and kept`() throws {
        let options = Self.options {
            $0.epochs = 8
            $0.averaging = 0.98
        }
        let validation = ToyTexts.marked(200, seed: 32)
        let result = try train(Self.small, options, on: ToyTexts.marked(900, seed: 31), validation: validation)
        let best = try #require(result.bestEpoch)
        let record = result.history[best - 1]
        let outputs = BatchPass(result.network).outputs(
            of: (0..<validation.count).map {
                Array(validation.ids[validation.steps(of: $0)])
            }, width: 1)
        var right = 0
        for (output, label) in zip(outputs, validation.labels) {
            let best: Int? = output.indices.max { output[$0] < output[$1] }
            if best == Int(label) { right += 1 }
        }
        #expect(Double(right) / Double(validation.count) == record.validationAccuracy)
        #expect((record.validationAccuracy ?? 0) > 0.9)
    }

    // MARK: Endings

    @Test func `early stopping keeps the best epoch's weights`() throws {
        // So large a rate that the loss soon rises again.
        let options = Self.options {
            $0.epochs = 40
            $0.learningRate = 0.3
            $0.patience = 2
        }
        let set = ToyTexts.marked(120, seed: 41)
        let validation = ToyTexts.marked(80, seed: 42)
        let result = try train(Self.small, options, on: set, validation: validation)
        let losses = result.history.compactMap(\.validationLoss)
        let best = try #require(result.bestEpoch)
        #expect(losses[best - 1] == losses.min())
        #expect(result.ending == .early)
        #expect(result.history.count == best + 2)
        #expect(abs(try loss(of: result.network, on: validation) - losses[best - 1]) < 1e-4)
    }

    @Test func `a full run hands out the best epoch too`() throws {
        let options = Self.options {
            $0.epochs = 9
            $0.learningRate = 0.3
        }
        let validation = ToyTexts.marked(80, seed: 42)
        let result = try train(Self.small, options, on: ToyTexts.marked(120, seed: 41), validation: validation)
        let losses = result.history.compactMap(\.validationLoss)
        #expect(result.ending == .allEpochs)
        #expect(losses.count == 9)
        #expect(abs(try loss(of: result.network, on: validation) - (losses.min() ?? 0)) < 1e-4)
    }

    @Test func `a progress callback that says no stops, and the best weights are kept`() throws {
        let trainer = try Trainer(configuration: Self.small, options: Self.options(), classCount: 3)
        let set = ToyTexts.marked(150, seed: 51)
        let whole = try trainer.train(on: set)
        var calls = 0
        let stopped = try trainer.train(on: set) { progress in
            calls += 1
            return !(progress.epoch == 2 && progress.batch == 2)
        }
        #expect(stopped.ending == .stopped)
        // Three batches and the end of the first epoch, two batches of the second.
        #expect(calls == 6)
        #expect(stopped.bestEpoch == 1)
        #expect(stopped.history.count == 1)
        #expect(stopped.history.first?.loss == whole.history.first?.loss)
        let early = try trainer.train(on: set) { $0.batch < 2 }
        #expect(early.bestEpoch == nil)
        #expect(early.network.weights != stopped.network.weights)
    }

    @Test func `progress counts batches and epochs and ends each epoch with its record`() throws {
        let trainer = try Trainer(configuration: Self.small, options: Self.options(), classCount: 3)
        var seen: [String] = []
        _ = try trainer.train(on: ToyTexts.marked(110, seed: 52), validation: ToyTexts.marked(20, seed: 53)) {
            seen.append("\($0.epoch)/\($0.epochs) \($0.batch)/\($0.batches) \($0.finished != nil)")
            return true
        }
        #expect(
            seen.prefix(4) == ["1/3 1/3 false", "1/3 2/3 false", "1/3 3/3 false", "1/3 3/3 true"] && seen.count == 12)
    }

    @Test func `weights that are no numbers end training with the step and the weight named`() throws {
        let configuration = ToyTexts.classifier(.gru(.init(units: 4)))
        var weights = try Trainer(configuration: configuration, options: Self.options(), classCount: 3)
            .train(on: ToyTexts.marked(10, seed: 1)).network.weights
        weights["gru/kernel"]?.values = .float32([Float](repeating: .nan, count: 8 * 12))
        let trainer = try Trainer(
            configuration: configuration, options: Self.options(), classCount: 3, weights: weights)
        let error = #expect(throws: TrainingError.self) { try trainer.train(on: ToyTexts.marked(10, seed: 1)) }
        guard case .diverged(let divergence) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(divergence.epoch == 0 && divergence.batch == 0 && divergence.weight != nil)
        #expect(divergence.description.contains("epoch 1, batch 1"))
    }

    @Test func `a loss that stops being a number after an epoch leaves that epoch's weights`() throws {
        // Each step takes weights up to 1e37 further: the products overflow in the second epoch at the latest.
        let options = Self.options {
            $0.epochs = 30
            $0.learningRate = 1e37
            $0.clipping = nil
            $0.batchSize = 200
        }
        let configuration = ToyTexts.classifier(.gru(.init(units: 4)), .dense(units: 4, activation: .relu))
        let result = try train(configuration, options, on: ToyTexts.marked(100, seed: 61))
        guard case .diverged = result.ending else {
            Issue.record("\(result.ending)")
            return
        }
        #expect(result.history.count == (result.bestEpoch ?? 0))
    }

    private func loss(of network: Network, on set: TrainingSet) throws -> Double {
        var sum = 0.0
        for i in 0..<set.count {
            let ids = Array(set.ids[set.steps(of: i)])
            let z = ReferenceForward(network)(ids: ids, width: 1, logits: true)[0]
            let top = z.max() ?? 0
            sum += ReferenceForward.logSumExp(z.map { $0 - top }) + top - z[Int(set.labels[i])]
        }
        return sum / Double(set.count)
    }

    @Test func `weights that the last step has ruined are not handed out`() throws {
        let set = ToyTexts.marked(40, seed: 51)
        let options = Self.options {
            $0.epochs = 1
            $0.batchSize = 64
            $0.learningRate = 1e30
        }
        let error = #expect(throws: TrainingError.self) {
            try train(
                ToyTexts.classifier(.globalPooling([.mean]), .dense(units: 4)), options, on: set,
                validation: ToyTexts.marked(20, seed: 52))
        }
        #expect(error?.description.contains("validation loss is no number after epoch 1; lower") == true)
    }
}
