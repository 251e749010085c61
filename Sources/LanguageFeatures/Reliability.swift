/// Whether probabilities are to be believed: of the answers given with 0.8, are eight of ten right? Add each answer, then
/// ask.
package struct Reliability: Sendable, Equatable {
    package static let binCount = 15

    /// Of equal width: bin i is of the probabilities in (i / 15, (i + 1) / 15], with 0 in the first.
    package private(set) var bins = [Bin](repeating: Bin(), count: binCount)

    package struct Bin: Sendable, Equatable {
        package fileprivate(set) var count = 0
        fileprivate var right = 0
        fileprivate var confidence = 0.0

        /// The share of its answers that are right, and the mean of their probabilities; 0 where there are none.
        package var accuracy: Double { count == 0 ? 0 : Double(right) / Double(count) }
        package var meanProbability: Double { count == 0 ? 0 : confidence / Double(count) }
    }

    package init() {}

    /// `probability` is that of what was answered, 0 ... 1.
    package mutating func add(probability: Double, isRight: Bool) {
        let scaled = (probability.isFinite ? probability : 0) * Double(Self.binCount)
        let bin = Int(max(0, min(Double(Self.binCount), scaled.rounded(.up)) - 1))
        bins[bin].count += 1
        bins[bin].right += isRight ? 1 : 0
        bins[bin].confidence += probability
    }

    package var count: Int { bins.reduce(0) { $0 + $1.count } }

    /// Expected calibration error (Guo et al., 2017, arXiv:1706.04599): how far, on average, the probability of what was
    /// answered is from how often it is right. 0 where there are no answers.
    package var error: Double {
        guard count > 0 else { return 0 }
        return bins.reduce(0) { $0 + abs(Double($1.right) - $1.confidence) } / Double(count)
    }
}
