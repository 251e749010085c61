import RecurrentNetworks

/// For a loss that compares numbers, and for rows whose label is a teacher's opinion.
extension TrainingSet {
    /// The same rows with each label as numbers for that many outputs: a distribution that is all that label's, or for
    /// one output the label itself.
    func withValues(for outputs: Int) -> TrainingSet {
        var set = TrainingSet(width: width, targets: .values(width: outputs))
        for row in 0..<count {
            var target = [Float](repeating: 0, count: outputs)
            if outputs == 1 { target[0] = Float(labels[row]) } else { target[Int(labels[row])] = 1 }
            let steps = steps(of: row)
            set.append(
                ids[steps.lowerBound * width..<steps.upperBound * width], values: target,
                weight: weights.isEmpty ? 1 : weights[row])
        }
        return set
    }
}
