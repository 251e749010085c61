import Numerics

/// Which rows are learned from and which are kept aside to measure with.
package enum Splits {
    /// Keeps `fraction` of every label's rows aside, drawn by `seed`, so that both parts have the labels in the
    /// proportions of the whole; a label with two rows or more has at least one in each. Both lists are in the
    /// order of the rows.
    package static func stratified(
        labels: [Int32], fraction: Double, seed: UInt64
    ) -> (kept: [Int], aside: [Int]) {
        guard fraction > 0, let highest = labels.max() else { return (Array(labels.indices), []) }
        var rows = [[Int]](repeating: [], count: Int(highest) + 1)
        for (row, label) in labels.enumerated() where label >= 0 { rows[Int(label)].append(row) }
        var generator = SplitMix64(state: seed)
        var isAside = [Bool](repeating: false, count: labels.count)
        for var group in rows where group.count > 1 {
            let wanted = (Double(group.count) * fraction).rounded()
            let count = min(max(1, Int(wanted)), group.count - 1)
            for index in 0..<count {
                group.swapAt(index, index + generator.below(group.count - index))
                isAside[group[index]] = true
            }
        }
        return (labels.indices.filter { !isAside[$0] }, labels.indices.filter { isAside[$0] })
    }

    /// Keras's `validation_split`: the last rows of the file, ⌊n(1 − fraction)⌋ of them kept. On a file sorted by
    /// its labels this leaves the last labels out of the training.
    package static func lastRows(count: Int, fraction: Double) -> (kept: [Int], aside: [Int]) {
        let boundary = min(max(0, Int(Double(count) * (1 - fraction))), count)
        return (Array(0..<boundary), Array(boundary..<count))
    }
}
