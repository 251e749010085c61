/// How far below and above its forecast the truth is to be expected, by what the residuals of rows showed that were not
/// learned from.
package struct ResidualIntervals: Sendable, Equatable {
    /// [target][step]: what is added to a forecast, `lower` never above `upper`.
    package let lower: [[Double]]
    package let upper: [[Double]]

    /// From a file. Nil unless all targets have as many steps in both, all numbers are finite, and none of `lower` is
    /// above that of `upper`.
    package init?(lower: [[Double]], upper: [[Double]]) {
        guard let steps = lower.first?.count, steps > 0, lower.count == upper.count,
            zip(lower, upper).allSatisfy({ low, high in
                low.count == steps && high.count == steps
                    && zip(low, high).allSatisfy { $0.isFinite && $1.isFinite && $0 <= $1 }
            })
        else { return nil }
        self.lower = lower
        self.upper = upper
    }

    /// `residuals` is truth − forecast as [target][step][sample], `coverage` the share of the truth to be within, between
    /// 0 and 1.
    ///
    /// With α = 1 − coverage and n samples, the ends are the ⌊(n + 1) α / 2⌋th smallest and as many from the largest: the
    /// quantiles of split conformal prediction, which cover what they promise wherever residuals can change places (Lei
    /// et al. 2018; Romano, Patterson & Candès 2019). Nil where a step has too few samples for that, 9 for 0.8.
    package init?(residuals: [[[Double]]], coverage: Double) {
        guard coverage > 0, coverage < 1 else { return nil }
        var lower: [[Double]] = []
        var upper: [[Double]] = []
        for target in residuals {
            var low: [Double] = []
            var high: [Double] = []
            for samples in target {
                let sorted = samples.sorted()
                // A hair more, since 1 − 0.8 is a hair less than 0.2.
                let place = Int((Double(sorted.count + 1) * (1 - coverage) / 2 + 1e-9).rounded(.down))
                guard place >= 1, place <= (sorted.count + 1) / 2, samples.allSatisfy(\.isFinite) else { return nil }
                low.append(sorted[place - 1])
                high.append(sorted[sorted.count - place])
            }
            lower.append(low)
            upper.append(high)
        }
        self.init(lower: lower, upper: upper)
    }
}
