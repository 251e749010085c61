import LanguageFeatures
package import RecurrentNetworks

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Temperature scaling (Guo et al. 2017, arXiv:1706.04599): the one number that a classifier's logits are divided by so
/// that the true labels of the validation rows become the most probable. No answer changes, only how sure it is.
package struct Calibration: Sendable {
    /// Fewer rows would say more about themselves than about the model.
    package static let fewestRows = 100
    /// From answers that are nearly always sure to answers that never are.
    package static let range = 0.25...4.0
    /// Of many labels every second row is enough, or every third.
    private static let mostNumbers = 20_000_000

    package let temperature: Double
    /// With the temperature in its weights.
    package let network: Network
    /// The expected calibration error of the rows.
    package let errorBefore: Double
    package let errorAfter: Double

    /// nil where there are too few rows, steps that have labels of their own, or nothing that gets better: the
    /// temperature is that of the least cross-entropy, which is not always that of the least calibration error.
    init?(of network: Network, on set: TrainingSet) throws(NetworkError) {
        guard set.targets == .labels, set.count >= Self.fewestRows else { return nil }
        let classes = network.plan.output.features
        let step = (set.count * classes - 1) / Self.mostNumbers + 1
        let rows = Array(stride(from: 0, to: set.count, by: step))
        let labels = rows.map { set.labels[$0] }
        let before = Self.probabilities(of: network, on: set, rows)
        temperature = Self.temperature(probabilities: before, labels: labels, classes: classes)
        self.network = try network.divided(byTemperature: Float(temperature))
        errorBefore = Self.error(of: before, labels: labels, classes: classes)
        errorAfter = Self.error(
            of: Self.probabilities(of: self.network, on: set, rows), labels: labels, classes: classes)
        guard errorAfter < errorBefore else { return nil }
    }

    /// - Parameters:
    ///   - probabilities: (rows, classes) row-major, as a softmax gives them.
    ///   - labels: the true class of each row, 0 ..< classes.
    package static func temperature(probabilities: [Float], labels: [Int32], classes: Int) -> Double {
        // Up to a number for each row, these are the logits; what a softmax rounds to 0 counts as the least it can say.
        let logits = probabilities.map { log(max(Double($0), 1e-38)) }
        // The loss is convex in 1 / temperature, and its slope rises: halving finds where that is 0.
        var (low, high) = (1 / range.upperBound, 1 / range.lowerBound)
        for _ in 0..<30 {
            let middle = (low * high).squareRoot()
            if slope(at: middle, logits, labels, classes) > 0 { high = middle } else { low = middle }
        }
        return 1 / (low * high).squareRoot()
    }

    private static func probabilities(of network: Network, on set: TrainingSet, _ rows: [Int]) -> [Float] {
        rows.flatMap { row in
            let steps = set.steps(of: row)
            return Array(set.ids[steps.lowerBound * set.width..<steps.upperBound * set.width])
                .withUnsafeBufferPointer { network.predict(ids: $0, width: set.width) }
        }
    }

    private static func error(of probabilities: [Float], labels: [Int32], classes: Int) -> Double {
        var report = ClassificationReport(labels: (0..<classes).map { String($0) })
        for (row, truth) in labels.enumerated() {
            let start = row * classes
            let predicted = (start..<start + classes).max { probabilities[$0] < probabilities[$1] } ?? start
            report.add(
                truth: Int(truth), predicted: predicted - start, probability: Double(probabilities[predicted]))
        }
        return report.calibrationError
    }

    /// ∂/∂β of the sum of −log softmax(β · logits)[label].
    private static func slope(at beta: Double, _ logits: [Double], _ labels: [Int32], _ classes: Int) -> Double {
        var slope = 0.0
        for (row, label) in labels.enumerated() {
            let row = logits[row * classes..<(row + 1) * classes]
            let top = row.max() ?? 0
            var (sum, weighted) = (0.0, 0.0)
            for logit in row {
                let exponential = exp(beta * (logit - top))
                sum += exponential
                weighted += exponential * logit
            }
            slope += weighted / sum - row[row.startIndex + Int(label)]
        }
        return slope
    }
}
