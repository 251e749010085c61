/// Sequences of ids with a label each.
package struct TrainingSet: Sendable {
    /// (all steps, width) row-major: the steps of all sequences one after another; 0 is padding.
    package var ids: [Int32]
    /// In steps: sequence i is offsets[i]..<offsets[i + 1]. One more than there are sequences.
    package var offsets: [Int]
    /// Ids a step.
    package var width: Int
    /// One a sequence, 0..<classes.
    package var labels: [Int32]
    /// What each sequence's loss is multiplied by (Keras's `sample_weight`), one a sequence; empty: all 1.
    package private(set) var weights: [Float] = []

    package init(width: Int) {
        ids = []
        offsets = [0]
        self.width = width
        labels = []
    }

    package init(ids: [Int32], offsets: [Int], width: Int, labels: [Int32]) {
        self.ids = ids
        self.offsets = offsets
        self.width = width
        self.labels = labels
    }

    package var count: Int { labels.count }

    /// `steps` is (T, width) row-major.
    package mutating func append(_ steps: some Collection<Int32>, label: Int32, weight: Float = 1) {
        if weight != 1, weights.isEmpty { weights = [Float](repeating: 1, count: count) }
        if weight != 1 || !weights.isEmpty { weights.append(weight) }
        ids.append(contentsOf: steps)
        offsets.append(ids.count / max(width, 1))
        labels.append(label)
    }

    /// Refuses a set whose parts disagree or whose ids or labels are out of range.
    func check(entries: Int, classes: Int) throws(TrainingError) {
        guard count > 0 else { throw .emptySet }
        guard width >= 1, offsets.count == count + 1, offsets.first == 0,
            let steps = offsets.last, steps.multipliedReportingOverflow(by: width) == (ids.count, false)
        else {
            throw .inconsistentSet(
                sequences: count, offsets: offsets.count, steps: offsets.last ?? 0, width: width, ids: ids.count)
        }
        for i in 0..<count where offsets[i] > offsets[i + 1] || offsets[i + 1] - offsets[i] > Int32.max {
            throw .inconsistentSet(
                sequences: count, offsets: offsets.count, steps: steps, width: width, ids: ids.count)
        }
        for (row, weight) in weights.enumerated() where !(weight >= 0 && weight.isFinite) {
            throw .weightOutOfRange(row: row, weight: weight)
        }
        for (row, label) in labels.enumerated() where label < 0 || label >= classes {
            throw .labelOutOfRange(row: row, label: Int(label), classes: classes)
        }
        if let place = ids.firstIndex(where: { $0 < 0 || $0 >= entries }) {
            let row = (offsets.firstIndex { $0 * width > place } ?? 1) - 1
            throw .idOutOfRange(row: row, id: Int(ids[place]), entries: entries)
        }
    }

    /// The steps of each sequence; without its masked end where `trimmed`.
    func lengths(trimmed: Bool) -> [Int32] {
        (0..<count).map { row in
            var end = offsets[row + 1]
            while trimmed, end > offsets[row], !ids[(end - 1) * width..<end * width].contains(where: { $0 != 0 }) {
                end -= 1
            }
            return Int32(truncatingIfNeeded: end - offsets[row])
        }
    }
}

/// Why training cannot start, or has to end without a network.
package enum TrainingError: Error, Sendable, Equatable, CustomStringConvertible {
    case network(NetworkError)
    case invalidOption(name: String, came: String, needed: String)
    case emptySet
    case inconsistentSet(sequences: Int, offsets: Int, steps: Int, width: Int, ids: Int)
    case labelOutOfRange(row: Int, label: Int, classes: Int)
    case idOutOfRange(row: Int, id: Int, entries: Int)
    case weightOutOfRange(row: Int, weight: Float)
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
        case .labelOutOfRange(let row, let label, let classes):
            "row \(row): label \(label) came, 0..<\(classes) is needed; count the classes over all rows"
        case .idOutOfRange(let row, let id, let entries):
            "row \(row): id \(id) came, 0..<\(entries) is needed; make the Embedding's input_dim larger"
        case .weightOutOfRange(let row, let weight):
            "row \(row): weight \(weight) came, a number of 0 or more is needed"
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
