/// How well labels were predicted: add each row, then ask.
///
/// Figures are those of scikit-learn's `classification_report` with `zero_division=0`: precision where nothing was
/// predicted, recall where nothing was true, and F1 where both are 0, are 0; the macro average is over the classes
/// that are true or predicted at least once.
package struct ClassificationReport: Sendable, Equatable {
    package let labels: [String]
    /// `confusion[truth][predicted]`: how many rows.
    package private(set) var confusion: [[Int]]
    /// Whether the probabilities of the predicted labels are to be believed.
    package private(set) var reliability = Reliability()

    package struct ClassFigures: Sendable, Equatable {
        package let label: String
        package let precision: Double
        package let recall: Double
        package let f1: Double
        /// Rows whose truth this is.
        package let support: Int
    }

    package init(labels: [String]) {
        self.labels = labels
        confusion = Array(repeating: Array(repeating: 0, count: labels.count), count: labels.count)
    }

    /// `truth` and `predicted` are indices of `labels`; `probability` is that of the predicted label, 0 ... 1.
    /// A row with an index that no label has is left out.
    package mutating func add(truth: Int, predicted: Int, probability: Double) {
        guard labels.indices.contains(truth), labels.indices.contains(predicted) else { return }
        confusion[truth][predicted] += 1
        reliability.add(probability: probability, isRight: truth == predicted)
    }

    package var count: Int { confusion.joined().reduce(0, +) }

    /// 0 where there are no rows, as every figure here.
    package var accuracy: Double {
        Self.ratio(labels.indices.reduce(0) { $0 + confusion[$1][$1] }, count)
    }

    package var classes: [ClassFigures] {
        labels.indices.map { index in
            let hits = confusion[index][index]
            let support = confusion[index].reduce(0, +)
            let predicted = confusion.reduce(0) { $0 + $1[index] }
            return ClassFigures(
                label: labels[index], precision: Self.ratio(hits, predicted), recall: Self.ratio(hits, support),
                f1: Self.ratio(2 * hits, predicted + support), support: support)
        }
    }

    package var macroF1: Double {
        let seen = labels.indices.filter { index in
            confusion[index].contains { $0 > 0 } || confusion.contains { $0[index] > 0 }
        }
        guard !seen.isEmpty else { return 0 }
        let classes = classes
        return seen.reduce(0) { $0 + classes[$1].f1 } / Double(seen.count)
    }

    package var calibrationError: Double { reliability.error }

    private static func ratio(_ part: Int, _ whole: Int) -> Double {
        whole == 0 ? 0 : Double(part) / Double(whole)
    }
}
