import RecurrentNetworks
import Testing

/// Windows that share their rows, against the same sequences copied.
struct WindowTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var layers: [LayerConfiguration]
        var targets: TrainingSet.Targets
        var loss: Loss
    }

    static let cases = [
        Case(
            testDescription: "numbers", layers: [.gru(.init(units: 5)), .dense(units: 2)], targets: .values(width: 2),
            loss: .quantile([0.2, 0.8])),
        Case(
            testDescription: "classes", layers: [.lstm(.init(units: 5)), .dense(units: 3, activation: .softmax)],
            targets: .labels, loss: .crossEntropy),
        Case(
            testDescription: "numbers at each step",
            layers: [.lstm(.init(units: 5, returnSequences: true)), .dense(units: 2)], targets: .stepValues(width: 2),
            loss: .meanSquaredError),
        Case(
            testDescription: "classes at each step",
            layers: [.gru(.init(units: 5, returnSequences: true)), .dense(units: 3, activation: .softmax)],
            targets: .stepLabels, loss: .crossEntropy),
    ]

    private let rows = 90
    private let length = 7

    private func noise(_ count: Int, seed: UInt64) -> [Float] {
        var stream = GoldenStream(seed: seed)
        return stream.draw(count, scale: 1).map(Float.init)
    }

    @Test(arguments: cases, [1, 3, 5])
    func `they are trained on with the bits of copied sequences`(one: Case, width: Int) throws {
        let starts = (0..<70).filter { $0 % 11 != 3 }
        let features = noise(rows * width, seed: 1)
        let outputs = one.targets.areOfSteps ? rows : starts.count
        let labels = one.loss == .crossEntropy ? (0..<outputs).map { Int32($0 * 7 % 3) } : []
        let values = one.loss == .crossEntropy ? [] : noise(outputs * 2, seed: 2)
        let shared = TrainingSet(
            windowsOf: features, width: width, starts: starts, length: length, targets: one.targets, labels: labels,
            values: values)
        #expect(shared.count == starts.count)
        #expect(shared.features.count == rows * width)
        var copied = TrainingSet(width: width, targets: one.targets)
        for (index, start) in starts.enumerated() {
            let answered = one.targets.areOfSteps ? start..<start + length : index..<index + 1
            #expect(shared.steps(of: index) == start..<start + length)
            copied.append(
                features: features[start * width..<(start + length) * width],
                labels: labels.isEmpty ? [] : labels[answered],
                values: values.isEmpty ? [] : values[answered.lowerBound * 2..<answered.upperBound * 2])
        }
        let options = TrainerTests.options {
            $0.batchSize = 16
            $0.loss = one.loss
        }
        let trainer = try Trainer(
            configuration: NetworkConfiguration(layers: [.input(features: width)] + one.layers), options: options,
            classCount: one.loss == .crossEntropy ? 3 : nil, isStepwise: one.targets.areOfSteps)
        let (ours, theirs) = (
            try trainer.train(on: shared, validation: shared), try trainer.train(on: copied, validation: copied)
        )
        #expect(ours.network.weights == theirs.network.weights)
        #expect(ours.history.map(\.loss) == theirs.history.map(\.loss))
        #expect(ours.history.map(\.validationLoss) == theirs.history.map(\.validationLoss))
    }

    @Test(arguments: [(-1, 3), (88, 3), (.max, 3), (0, 0), (0, .max), (0, -4)])
    func `those that do not lie within the rows are refused`(start: Int, length: Int) throws {
        let set = TrainingSet(
            windowsOf: noise(rows, seed: 1), width: 1, starts: [4, start], length: length, targets: .values(width: 1),
            values: [0, 0])
        let error = #expect(throws: TrainingError.self) { try train(set) }
        #expect(error?.description.contains("window") == true)
    }

    @Test func `rows that are no numbers, and too few targets, are refused`() throws {
        var features = noise(rows, seed: 1)
        features[33] = .nan
        #expect(throws: TrainingError.self) {
            try train(
                TrainingSet(
                    windowsOf: features, width: 1, starts: [4], length: 3, targets: .values(width: 1), values: [0]))
        }
        #expect(throws: TrainingError.self) {
            try train(
                TrainingSet(
                    windowsOf: noise(rows, seed: 1), width: 1, starts: [4, 5], length: 3, targets: .values(width: 1),
                    values: [0]))
        }
    }

    private func train(_ set: TrainingSet) throws {
        _ = try Trainer(
            configuration: NetworkConfiguration(layers: [.input(features: 1), .gru(.init(units: 2)), .dense(units: 1)]),
            options: TrainerTests.options { $0.loss = .meanSquaredError }
        ).train(on: set)
    }
}

extension TrainingSet.Targets {
    fileprivate var areOfSteps: Bool {
        switch self {
        case .stepLabels, .stepValues, .sequences: true
        case .labels, .values: false
        }
    }
}
