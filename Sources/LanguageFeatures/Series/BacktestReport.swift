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
    package var beatsBaselines: Bool? { comparison.map { $0.better.isEmpty } }

    /// The same as a sentence: "The network beats every baseline: its MASE is 18 % below that of linear, the best of them."
    package var verdict: String {
        guard let comparison else { return "There is no baseline to compare the network with." }
        let who = comparison.better.map(\.rawValue).joined(separator: " and ")
        let claim = comparison.better.isEmpty ? "The network beats every baseline" : "The network does not beat \(who)"
        let (model, best) = (comparison.model, comparison.best)
        guard model.value != best.value else {
            return "\(claim): its \(model.figure) is that of \(best.subject.rawValue), the best of them."
        }
        let share = (100 * (model.value - best.value).magnitude / best.value).rounded()
        let text = Int(exactly: share).map { $0 < 1 ? "less than 1 % " : "\($0) % " } ?? ""
        return "\(claim): its \(model.figure) is \(text)\(model.value < best.value ? "below" : "above") that of "
            + "\(best.subject.rawValue), the best of them."
    }

    private struct Score {
        var subject: Subject
        var figure: String
        /// From 0.
        var value: Double
    }

    /// By MASE, or the mean absolute error where there is none; of labels by the macro F1. `better` are the baselines that
    /// are at least as good as the model.
    private var comparison: (model: Score, best: Score, better: [Subject])? {
        let scores =
            labels.isEmpty
            ? figures.filter { $0.overall.count > 0 }.map { figures in
                figures.overall.mase.map { Score(subject: figures.subject, figure: "MASE", value: $0) }
                    ?? Score(subject: figures.subject, figure: "MAE", value: figures.overall.mae)
            }
            : labels.map { Score(subject: $0.subject, figure: "macro F1", value: $0.report.macroF1) }
        func isBetter(_ a: Score, _ b: Score) -> Bool { labels.isEmpty ? a.value < b.value : a.value > b.value }
        guard let model = scores.first, let best = scores.dropFirst().min(by: isBetter) else { return nil }
        return (model, best, scores.dropFirst().filter { !isBetter(model, $0) }.map(\.subject))
    }
}
