/// Sequences of steps, each with what a network should answer. They lie one after another, or they are windows on rows
/// that they share.
package struct TrainingSet: Sendable {
    /// What is to be answered: to each sequence once, or to each of its steps.
    package enum Targets: Sendable, Equatable {
        /// A class, 0..<classes.
        case labels
        /// A class for each step; −1 where there is none to learn.
        case stepLabels
        /// So many numbers for each sequence: a distribution over classes, or what is to be estimated.
        case values(width: Int)
        case stepValues(width: Int)
        /// Another sequence of ids, for a decoder to write: its own end is the last of them, and the decoder reads
        /// `start` before the first.
        case sequences(start: Int32)

        var areSteps: Bool {
            switch self {
            case .labels, .values: false
            case .stepLabels, .stepValues, .sequences: true
            }
        }

        /// The numbers of a target; 0 where it is a class.
        var valuesWidth: Int {
            switch self {
            case .labels, .stepLabels, .sequences: 0
            case .values(let width), .stepValues(let width): width
            }
        }
    }

    package let targets: Targets
    /// (all steps, width) row-major: the steps of all sequences one after another; 0 is padding. Empty where the steps
    /// are numbers.
    package private(set) var ids: [Int32] = []
    /// (all steps, width) row-major: the steps for a network that begins with an InputLayer. Empty where they are ids.
    package private(set) var features: [Float] = []
    /// Where each sequence begins, in steps, and then where the last one ends; of windows their starts alone.
    private(set) var offsets: [Int] = [0]
    /// The steps of every sequence, where they are windows on shared rows.
    private(set) var windowLength: Int?
    /// Ids or numbers a step.
    package let width: Int
    /// The classes, one a sequence or one a step, or the ids to write; empty where targets are numbers.
    package private(set) var labels: [Int32] = []
    /// Where the targets are sequences: target i is labels[targetOffsets[i]..<targetOffsets[i + 1]].
    package private(set) var targetOffsets: [Int] = [0]
    /// (sequences or all steps, width of the targets) row-major; empty where targets are classes.
    package private(set) var values: [Float] = []
    /// What each sequence's loss is multiplied by (Keras's `sample_weight`), one a sequence; empty: all 1.
    package private(set) var weights: [Float] = []

    package init(width: Int, targets: Targets = .labels) {
        self.width = width
        self.targets = targets
    }

    package init(ids: [Int32], offsets: [Int], width: Int, labels: [Int32]) {
        self.init(width: width)
        self.ids = ids
        self.offsets = offsets
        self.labels = labels
    }

    /// Windows of `length` steps on the same `features`, (rows, width) row-major, which are kept once: a window begins
    /// at each of `starts`. `labels` or `values` are those of the windows, one after another; where each step is
    /// answered they are those of the rows, which windows share as well.
    package init(
        windowsOf features: [Float], width: Int, starts: [Int], length: Int, targets: Targets, labels: [Int32] = [],
        values: [Float] = []
    ) {
        self.init(width: width, targets: targets)
        self.features = features
        offsets = starts
        windowLength = length
        self.labels = labels
        self.values = values
    }

    package var count: Int { windowLength == nil ? max(offsets.count - 1, 0) : offsets.count }

    /// Which of all steps a sequence has.
    package func steps(of row: Int) -> Range<Int> {
        let start = offsets[row]
        return start..<(windowLength.map { start + $0 } ?? offsets[row + 1])
    }

    /// All steps together, those between windows included.
    private var stepCount: Int { windowLength == nil ? offsets.last ?? 0 : features.count / max(width, 1) }

    /// `steps` is (T, width) row-major.
    package mutating func append(_ steps: some Collection<Int32>, label: Int32, weight: Float = 1) {
        append(steps, labels: CollectionOfOne(label), weight: weight)
    }

    /// `steps` is (T, width) row-major; targets are those of the set's kind, one after another.
    package mutating func append(
        _ steps: some Collection<Int32>, labels: some Collection<Int32> = EmptyCollection(),
        values: some Collection<Float> = EmptyCollection(), weight: Float = 1
    ) {
        ids.append(contentsOf: steps)
        end(labels: labels, values: values, weight)
    }

    /// `steps` is (T, width) row-major; targets are those of the set's kind, one after another.
    package mutating func append(
        features steps: some Collection<Float>, labels: some Collection<Int32> = EmptyCollection(),
        values: some Collection<Float> = EmptyCollection(), weight: Float = 1
    ) {
        features.append(contentsOf: steps)
        end(labels: labels, values: values, weight)
    }

    private mutating func end(labels: some Collection<Int32>, values: some Collection<Float>, _ weight: Float) {
        if weight != 1, weights.isEmpty { weights = [Float](repeating: 1, count: count) }
        if weight != 1 || !weights.isEmpty { weights.append(weight) }
        offsets.append(max(ids.count, features.count) / max(width, 1))
        self.labels.append(contentsOf: labels)
        if case .sequences = targets { targetOffsets.append(self.labels.count) }
        self.values.append(contentsOf: values)
    }

    func targetLength(_ row: Int) -> Int { targetOffsets[row + 1] - targetOffsets[row] }

    /// The steps of each sequence; without its masked end where `trimmed`.
    func lengths(trimmed: Bool) -> [Int32] {
        (0..<count).map { row in
            let steps = steps(of: row)
            var end = steps.upperBound
            while trimmed, !ids.isEmpty, end > steps.lowerBound,
                !ids[(end - 1) * width..<end * width].contains(where: { $0 != 0 })
            {
                end -= 1
            }
            return Int32(truncatingIfNeeded: end - steps.lowerBound)
        }
    }
}

// MARK: - What cannot be trained on

extension TrainingSet {
    /// Refuses a set whose parts disagree with each other or with the network, and what is out of range.
    func check(_ plan: NetworkPlan, _ loss: Loss) throws(TrainingError) {
        guard count > 0 else { throw .emptySet }
        try checkSteps(plan)
        try checkTargets(plan, loss)
        for (row, weight) in weights.enumerated() where !(weight >= 0 && weight.isFinite) {
            throw .weightOutOfRange(row: row, weight: weight)
        }
    }

    private func checkSteps(_ plan: NetworkPlan) throws(TrainingError) {
        let numbers = max(ids.count, features.count)
        guard width >= 1, min(ids.count, features.count) == 0,
            stepCount.multipliedReportingOverflow(by: width) == (numbers, false),
            weights.isEmpty || weights.count == count
        else {
            throw .inconsistentSet(
                sequences: count, offsets: offsets.count, steps: stepCount, width: width, ids: numbers)
        }
        try checkOffsets()
        switch plan.input {
        case .ids:
            guard features.isEmpty else { throw .wrongSteps(came: "numbers", needed: "ids, for an Embedding") }
            let entries = plan.layers.first?.weights.first?.shape.first ?? 0
            if let place = ids.firstIndex(where: { $0 < 0 || $0 >= entries }) {
                throw .idOutOfRange(row: row(of: place), id: Int(ids[place]), entries: entries)
            }
        case let input:
            guard ids.isEmpty, width == input.features else {
                throw .wrongSteps(
                    came: ids.isEmpty ? "steps of \(width) numbers" : "ids", needed: "\(input.features) numbers a step")
            }
            if !input.isSequence, let row = (0..<count).first(where: { steps(of: $0).count != 1 }) {
                throw .wrongSteps(came: "\(steps(of: row).count) steps in row \(row)", needed: "one vector a row")
            }
            if let place = features.firstIndex(where: { !$0.isFinite }) {
                throw .valueOutOfRange(row: row(of: place), value: features[place])
            }
        }
    }

    private func checkOffsets() throws(TrainingError) {
        if let length = windowLength {
            let fits = (1...Int(Int32.max)).contains(length)
            if let window = offsets.indices.first(where: {
                !fits || offsets[$0] < 0 || offsets[$0] > stepCount - length
            }) {
                throw .windowOutside(window: window, start: offsets[window], length: length, rows: stepCount)
            }
        } else if offsets.first != 0
            || zip(offsets, offsets.dropFirst()).contains(where: { $0 > $1 || $1 - $0 > Int32.max })
        {
            throw .inconsistentSet(
                sequences: count, offsets: offsets.count, steps: stepCount, width: width,
                ids: max(ids.count, features.count))
        }
    }

    private func checkTargets(_ plan: NetworkPlan, _ loss: Loss) throws(TrainingError) {
        let outputs = targets.areSteps ? stepCount : count
        guard targets.areSteps == plan.output.isSequence else {
            throw .wrongTargets(
                came: targets.areSteps ? "one for each step" : "one for each sequence",
                needed: plan.output.isSequence
                    ? "one for each step, since the network answers with \(plan.output)"
                    : "one for each sequence, since the network answers with \(plan.output)")
        }
        if case .sequences(let start) = targets {
            guard plan.decoderStart != nil, targetOffsets.count == count + 1 else {
                throw .wrongTargets(came: "sequences to write", needed: "a network with a decoder")
            }
            let ids = plan.output.features
            for row in 0..<count {
                let target = labels[targetOffsets[row]..<targetOffsets[row + 1]]
                if let id = ([start] + target).first(where: { $0 < 0 || $0 >= ids }) {
                    throw .labelOutOfRange(row: row, label: Int(id), classes: ids)
                }
            }
            return
        }
        guard plan.decoderStart == nil else {
            throw .wrongTargets(came: "classes or numbers", needed: "sequences to write, for a decoder")
        }
        switch targets {
        case .sequences: break
        case .labels, .stepLabels:
            guard loss == .crossEntropy else { throw .wrongTargets(came: "classes", needed: "numbers for \(loss)") }
            guard labels.count == outputs else {
                throw .inconsistentSet(
                    sequences: labels.count, offsets: offsets.count, steps: stepCount, width: width, ids: ids.count)
            }
            let (classes, least) = (plan.output.features, targets.areSteps ? -1 : 0)
            if let place = labels.firstIndex(where: { $0 < least || $0 >= classes }) {
                throw .labelOutOfRange(
                    row: targets.areSteps ? row(of: place * width) : place, label: Int(labels[place]), classes: classes)
            }
        case .values(let count), .stepValues(let count):
            guard count == plan.output.features, values.count == outputs * count else {
                throw .wrongTargets(
                    came: "\(values.count) numbers, \(count) a target",
                    needed: "\(plan.output.features) for each of \(outputs) outputs")
            }
            if let place = values.firstIndex(where: { !$0.isFinite }) {
                let output = place / max(count, 1)
                throw .valueOutOfRange(
                    row: targets.areSteps ? row(of: output * width) : output, value: values[place])
            }
        }
    }

    /// The sequence that an id or a number belongs to, or the row that windows share.
    private func row(of place: Int) -> Int {
        windowLength == nil ? (offsets.firstIndex { $0 * width > place } ?? 1) - 1 : place / width
    }
}

/// Why training cannot start, or has to end without a network.
package enum TrainingError: Error, Sendable, Equatable, CustomStringConvertible {
    case network(NetworkError)
    case invalidOption(name: String, came: String, needed: String)
    case emptySet
    case inconsistentSet(sequences: Int, offsets: Int, steps: Int, width: Int, ids: Int)
    case windowOutside(window: Int, start: Int, length: Int, rows: Int)
    /// Steps of another kind or size than the first layer reads.
    case wrongSteps(came: String, needed: String)
    /// Targets of another kind or number than the network's answers.
    case wrongTargets(came: String, needed: String)
    case labelOutOfRange(row: Int, label: Int, classes: Int)
    case idOutOfRange(row: Int, id: Int, entries: Int)
    case weightOutOfRange(row: Int, weight: Float)
    /// A step or a target that is no number.
    case valueOutOfRange(row: Int, value: Float)
    /// A state that is not one of this training.
    case stateDoesNotFit(String)
    /// The loss or a gradient stopped being a number before any weights were worth keeping.
    case diverged(Divergence)

    package var description: String {
        switch self {
        case .network(let error): error.description
        case .invalidOption(let name, let came, let needed):
            "training option '\(name)': came \(came), needs \(needed)"
        case .emptySet: "there are no examples to train on"
        case .inconsistentSet(let sequences, let offsets, let steps, let width, let ids):
            "the set has \(sequences) labels, \(offsets) offsets up to step \(steps) and \(ids) ids at \(width) a "
                + "step: it needs one more offset than labels, rising from 0, and steps × width ids"
        case .windowOutside(let window, let start, let length, let rows):
            "window \(window) begins at row \(start) and has \(length) rows, of \(rows): a window needs a row at least, and "
                + "all of them among those there are; take a shorter window or more rows"
        case .wrongSteps(let came, let needed):
            "the steps: came \(came), needs \(needed); begin the network with the layer that reads them"
        case .wrongTargets(let came, let needed):
            "the targets: came \(came), needs \(needed); choose layers and loss for them"
        case .labelOutOfRange(let row, let label, let classes):
            "row \(row): label \(label) came, 0..<\(classes) is needed; count the classes over all rows"
        case .idOutOfRange(let row, let id, let entries):
            "row \(row): id \(id) came, 0..<\(entries) is needed; make the Embedding's input_dim larger"
        case .weightOutOfRange(let row, let weight):
            "row \(row): weight \(weight) came, a number of 0 or more is needed"
        case .valueOutOfRange(let row, let value):
            "row \(row): \(value) came, a finite number is needed; leave the row out or mend it"
        case .stateDoesNotFit(let reason):
            "the checkpoint is not one of this training: \(reason); train with the data, the recipe and the options "
                + "that it began with, or begin anew"
        case .diverged(let divergence): divergence.description
        }
    }
}

/// Where training stopped making numbers.
package struct Divergence: Sendable, Equatable, CustomStringConvertible {
    /// From 0.
    package var epoch: Int
    /// From 0; nil where it was the validation after the epoch.
    package var batch: Int?
    /// The weight whose gradient was largest or no number at all; nil where the loss itself was the first to go.
    package var weight: String?

    package var description: String {
        let mend = "lower the learning rate or clip the gradients"
        guard let batch else { return "the validation loss is no number after epoch \(epoch + 1); \(mend)" }
        let place = weight.map { ", the gradient of '\($0)' first" } ?? ""
        return "the loss is no number in epoch \(epoch + 1), batch \(batch + 1)\(place); \(mend)"
    }
}
