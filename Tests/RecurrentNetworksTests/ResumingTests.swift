import RecurrentNetworks
import Testing

/// A training that is interrupted and goes on ends with the bits of one that was not.
struct ResumingTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var layers: [LayerConfiguration]
        var change: @Sendable (inout TrainingOptions) -> Void
    }

    static let cases = [
        Case(testDescription: "Adam, averaged", layers: [.lstm(.init(units: 6))]) {
            $0.averaging = 0.9
            $0.weightDecay = 0.01
        },
        Case(
            testDescription: "Adam on a table of which little is used",
            layers: [.gru(.init(units: 5)), .dropout(rate: 0.4)]
        ) {
            $0.batchSize = 3
        },
        Case(testDescription: "SGD with momentum", layers: [.bidirectional(.gru(.init(units: 4)))]) {
            $0.optimiser = .sgd(momentum: 0.8, nesterov: true)
            $0.learningRate = 0.05
        },
        Case(testDescription: "RMSprop, rate reduced on plateaus", layers: [.simpleRNN(.init(units: 6))]) {
            $0.optimiser = .rmsprop()
            $0.schedule = .reduceOnPlateau(factor: 0.5, patience: 1)
        },
        Case(testDescription: "patience", layers: [.lstm(.init(units: 3))]) {
            $0.learningRate = 0.5
            $0.patience = 1
            $0.epochs = 8
        },
    ]

    private func trainer(_ one: Case, threads: Int = 1) throws -> Trainer {
        let options = TrainerTests.options {
            $0.epochs = 4
            $0.batchSize = 20
            one.change(&$0)
            $0.threads = threads
        }
        return try Trainer(
            configuration: NetworkConfiguration(
                layers: [.embedding(inputDimension: 16, outputDimension: 5)] + one.layers
                    + [.dense(units: 3, activation: .softmax)]), options: options, classCount: 3)
    }

    private let set = ToyTexts.marked(70, seed: 3)
    private let validation = ToyTexts.marked(30, seed: 4)

    @Test(arguments: cases, [1, 2])
    func `wherever it was interrupted`(one: Case, threads: Int) throws {
        let trainer = try trainer(one)
        var states: [TrainingState] = []
        let whole = try trainer.train(on: set, validation: validation) {
            states.append($0.state())
            return true
        }
        #expect(states.count > 8)
        for state in states {
            let rest = try self.trainer(one, threads: threads).train(on: set, validation: validation, from: state)
            #expect(rest.network.weights == whole.network.weights)
            #expect(rest.bestEpoch == whole.bestEpoch)
            #expect(rest.ending == whole.ending)
            #expect(rest.history.map(figures) == whole.history.map(figures))
        }
    }

    /// All but the time that it took.
    private func figures(_ record: EpochRecord) -> [Double?] {
        [record.loss, record.accuracy, record.validationLoss, record.validationAccuracy, record.learningRate]
    }

    @Test func `a state of other rows, other options, or with a part missing or cut is refused`() throws {
        let one = Self.cases[0]
        var state = TrainingState()
        _ = try trainer(one).train(on: set, validation: validation) {
            state = $0.state()
            return $0.batch < 2
        }
        func refusal(_ state: TrainingState, on set: TrainingSet, _ one: Case) throws -> String {
            let error = #expect(throws: TrainingError.self) {
                try trainer(one).train(on: set, validation: validation, from: state)
            }
            return error?.description ?? ""
        }
        #expect(try refusal(state, on: ToyTexts.marked(70, seed: 5), one).contains("other rows"))
        #expect(try refusal(state, on: set, Self.cases[1]).contains("other rows, layers or options"))
        for name in state.arrays.keys {
            var cut = state
            cut.arrays[name] = .float32([1])
            #expect(try refusal(cut, on: set, one).contains("begin anew"), "\(name)")
        }
        for name in state.numbers.keys {
            var cut = state
            cut.numbers[name] = nil
            #expect(try refusal(cut, on: set, one).contains(name), "\(name)")
        }
        for (name, value) in [("epoch", -1), ("batch", 1e9), ("step", Double.infinity), ("average/followed", .nan)] {
            var wrong = state
            wrong.numbers[name] = value
            #expect(try refusal(wrong, on: set, one).contains("'\(name)' is out of range"))
        }
    }

    @Test func `the rate falls where nothing has become better for as long as patience lasts`() {
        // keras.callbacks.ReduceLROnPlateau(factor=0.5, patience=2) on these losses, learning rate 1.
        var plateau = PlateauReduction(factor: 0.5, patience: 2)
        let rates = [3, 2, 2, 1.99995, 1.9, 1.9, 1.9, 1.9, 1.9, 1].map { (loss: Double) -> Double in
            plateau.after(value: loss)
            return plateau.scale
        }
        #expect(rates == [1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25, 0.125, 0.125])
    }
}
