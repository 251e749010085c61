#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Labels one after another, each step's scored by a network and each pair of neighbours by the chain itself: a
/// linear-chain conditional random field (Lafferty, McCallum, Pereira 2001) that answers.
package struct LinearChain: Sendable {
    package let labels: Int
    /// (L, L) row-major, from the label before to the label after, and (L) of the first and of the last step. −∞ forbids.
    private let transitions: [Float]
    private let start: [Float]
    private let end: [Float]
    /// Whether the network's answers are probabilities, whose logarithms are the scores.
    private let readsProbabilities: Bool

    /// A network's own scores where it ends in a CRF, else none: every label then follows any other alike, as far as it
    /// may, and the steps' probabilities alone decide.
    ///
    /// - Parameter allows: whether a label (nil: the beginning) may stand before another. There must be a path.
    package init(_ network: Network, allows: (_ before: Int?, _ after: Int) -> Bool) {
        let labels = network.plan.output.features
        self.labels = labels
        let reader = WeightReader(weights: network.weights)
        func scores(_ name: String, _ count: Int) -> [Float] {
            guard case .conditionalRandomField? = network.configuration.layers.last,
                let layer = network.plan.layers.last
            else { return [Float](repeating: 0, count: count) }
            return reader("\(layer.name)/\(name)")
        }
        var transitions = scores("transitions", labels * labels)
        var start = scores("start_transitions", labels)
        for after in 0..<labels {
            if !allows(nil, after) { start[after] = -.infinity }
            for before in 0..<labels where !allows(before, after) { transitions[before * labels + after] = -.infinity }
        }
        self.transitions = transitions
        self.start = start
        end = scores("end_transitions", labels)
        readsProbabilities = network.configuration.layers.last != .conditionalRandomField
    }

    /// What a chain makes of one sequence.
    package struct Reading {
        /// The labels of the best path as a whole, one a step (Viterbi 1967).
        package let path: [Int]
        private let sums: ForwardBackward

        fileprivate init(path: [Int], sums: ForwardBackward) {
            self.path = path
            self.sums = sums
        }

        /// How probable it is that the steps of `range`, not empty and within the path, have just the labels that they
        /// have in it, and that the step after them does not have `follower`. 0 … 1.
        package func probability(of range: Range<Int>, notBefore follower: Int? = nil) -> Double {
            let probability = sums.probability(of: path[range], from: range.lowerBound, notBefore: follower)
            // Weights that somebody wrote by hand may be of any size.
            return probability.isFinite ? min(1, probability) : 0
        }
    }

    /// `answer` is the network's, (T, L) row-major. Of equal paths the one of the lower labels.
    package func read(_ answer: [Float]) -> Reading {
        // A probability that is too small for a float is not impossible.
        let emissions = readsProbabilities ? answer.map { logf(max($0, .leastNormalMagnitude)) } : answer
        let steps = labels > 0 ? emissions.count / labels : 0
        let sums = ForwardBackward(labels: labels)
        guard steps > 0 else { return Reading(path: [], sums: sums) }
        let path = emissions.withUnsafeBufferPointer { emissions in
            transitions.withUnsafeBufferPointer { transitions in
                start.withUnsafeBufferPointer { start in
                    end.withUnsafeBufferPointer { end -> [Int] in
                        guard let e = emissions.baseAddress, let t = transitions.baseAddress,
                            let s = start.baseAddress, let f = end.baseAddress
                        else { return [] }
                        sums.use(transitions: t, start: s, end: f)
                        sums.run(steps: steps) { e + $0 * labels }
                        return bestPath(e, steps, t, s, f)
                    }
                }
            }
        }
        return Reading(path: path, sums: sums)
    }

    private func bestPath(
        _ emissions: ConstantFloats, _ steps: Int, _ transitions: ConstantFloats, _ start: ConstantFloats,
        _ end: ConstantFloats
    ) -> [Int] {
        let n = labels
        var best = (0..<n).map { start[$0] + emissions[$0] }
        var next = best
        /// (T − 1, L) the label before.
        var origins = [Int32](repeating: 0, count: (steps - 1) * n)
        for t in 1..<max(steps, 1) {
            for j in 0..<n { next[j] = -.infinity }
            let at = (t - 1) * n
            for i in 0..<n where best[i] > -.infinity {
                for j in 0..<n where best[i] + transitions[i * n + j] > next[j] {
                    next[j] = best[i] + transitions[i * n + j]
                    origins[at + j] = Int32(truncatingIfNeeded: i)
                }
            }
            for j in 0..<n { next[j] += emissions[t * n + j] }
            swap(&best, &next)
        }
        var label = 0
        for j in 0..<n where best[j] + end[j] > best[label] + end[label] { label = j }
        var path = [label]
        for t in stride(from: steps - 2, through: 0, by: -1) {
            label = Int(origins[t * n + label])
            path.append(label)
        }
        return path.reversed()
    }
}
