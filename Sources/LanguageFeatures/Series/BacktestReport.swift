package import TimeSeries

/// How well a model forecasts, beside those who need none: what each said after every origin, which is the last row that
/// it knew, held against what came.
package struct BacktestReport: Sendable, Equatable {
    /// Who forecasts.
    package enum Subject: String, Sendable, CaseIterable {
        case model
        case linear
        case seasonalNaive = "seasonal naive"
        case lastValue = "last value"
        case lastLabel = "last label"
        case mostFrequentLabel = "most frequent label"
    }

    /// Rows of the table, ascending.
    package let origins: [Int]
    /// In the order of the model; none where labels are predicted.
    package let targets: [Target]
    /// Where labels are predicted: the model first.
    package let labels: [LabelFigures]

    package struct Target: Sendable, Equatable {
        package let name: String
        /// The model's first, then those of the baselines that could answer after every origin.
        package let figures: [Figures]
        /// [step][origin]: what came (NaN where nothing did), what the model said, and between what; of `lower` and
        /// `upper` no steps where it does not say.
        package let truth, forecast, lower, upper: [[Double]]

        /// The share of what came that lies between; nil where there are no intervals.
        package let coverage: Double?
        package let meanWidth: Double?
    }

    package struct Figures: Sendable, Equatable {
        package let subject: Subject
        /// Of all steps together, and of each.
        package let overall: ForecastErrors
        package let steps: [ForecastErrors]
    }

    package struct LabelFigures: Sendable, Equatable {
        package let subject: Subject
        package let report: ClassificationReport
    }

    /// Over all targets, which tells something by MASE where they are in different units. Figures of who answered for all.
    package var figures: [Figures] {
        (targets.first?.figures ?? []).compactMap { first in
            let all = targets.compactMap { $0.figures.first { $0.subject == first.subject } }
            guard all.count == targets.count else { return nil }
            var overall = ForecastErrors()
            var steps = first.steps.map { _ in ForecastErrors() }
            for figures in all {
                overall.add(figures.overall)
                for (index, step) in figures.steps.enumerated() { steps[index].add(step) }
            }
            return Figures(subject: first.subject, overall: overall, steps: steps)
        }
    }

    /// Over all targets and steps.
    package var coverage: Double? {
        let shares = targets.compactMap(\.coverage)
        return shares.isEmpty ? nil : shares.reduce(0, +) / Double(shares.count)
    }

    /// truth − forecast, [target][step][origin], without what never came.
    package var residuals: [[[Double]]] {
        targets.map { target in
            zip(target.truth, target.forecast).map { zip($0, $1).map(-).filter { !$0.isNaN } }
        }
    }
}

extension BacktestReport.Target {
    /// The share of what came that lies between, of each step; none where there are no intervals.
    package var stepCoverage: [Double] {
        zip(lower, upper).enumerated().map { step, ends in
            let came = zip(truth[step], zip(ends.0, ends.1)).filter { !$0.0.isNaN }
            guard !came.isEmpty else { return .nan }
            return Double(came.filter { $0.1.0 <= $0.0 && $0.0 <= $0.1.1 }.count) / Double(came.count)
        }
    }

    /// How wide the intervals are in the mean, of each step.
    package var stepWidth: [Double] {
        zip(lower, upper).map { low, high in
            low.isEmpty ? .nan : zip(high, low).map(-).reduce(0, +) / Double(low.count)
        }
    }
}

// MARK: - In words

extension BacktestReport {
    /// Whether the network is better than all who need none; nil where there is nothing to compare.
    package var beatsBaselines: Bool? {
        let scores = scores
        guard let model = scores.first?.score, let best = scores.dropFirst().map(\.score).max() else { return nil }
        return model > best
    }

    /// The same as a sentence: "The network beats every baseline: MASE 0.71, and linear, the best of them, 0.92."
    package var verdict: String {
        let scores = scores
        guard let model = scores.first, let best = scores.dropFirst().max(by: { $0.score < $1.score }) else {
            return "There is no baseline to compare the network with."
        }
        let better = scores.dropFirst().filter { $0.score >= model.score }
        guard !better.isEmpty else {
            return "The network beats every baseline: \(model.text), and \(best.subject.rawValue), the best of them, "
                + "\(best.text)."
        }
        return "The network does not beat \(better.map(\.subject.rawValue).joined(separator: " and ")): \(model.text), "
            + "against \(better.map { "\($0.text) of \($0.subject.rawValue)" }.joined(separator: " and "))."
    }

    /// What decides, the larger the better, and its text: MASE, or the mean absolute error where there is none; of labels
    /// the macro F1.
    private var scores: [(subject: Subject, score: Double, text: String)] {
        if !labels.isEmpty {
            return labels.map { ($0.subject, $0.report.macroF1, "macro F1 \(Self.rounded($0.report.macroF1))") }
        }
        return figures.filter { $0.overall.count > 0 }.map { figures in
            let (name, value) = figures.overall.mase.map { ("MASE", $0) } ?? ("MAE", figures.overall.mae)
            return (figures.subject, -value, "\(name) \(Self.rounded(value))")
        }
    }

    /// To three digits.
    private static func rounded(_ value: Double) -> String {
        guard value.isFinite, value != 0 else { return value.description }
        var unit = 0.001
        while value.magnitude >= 1000 * unit, unit < 1e15 { unit *= 10 }
        let rounded = (value / unit).rounded()
        let text = unit >= 1 ? (rounded * unit).description : ((rounded * 1000).rounded() / (1000 / unit)).description
        return text
    }
}
