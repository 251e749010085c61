package import TimeSeries

/// What comes next, and what anybody would say without a model.
package struct Forecast: Sendable, Equatable {
    /// In the order of the model; none where labels are predicted.
    package let targets: [Target]
    /// Of the steps. Nil where the rows have no times, or where these would be outside the calendar.
    package let times: [TimePoint]?
    /// Which label the last of the steps gets, the most probable first; none where numbers are forecast.
    package let labels: [Label]
    /// What was mended of the rows, and which of their values are far outside what the model was trained on.
    package let warnings: [String]

    package struct Target: Sendable, Equatable {
        package let name: String
        /// One a step.
        package let values: [Double]
        /// Between which the truth is to be expected, for as many of the steps as that was measured: all but those beyond
        /// the model's horizon, or none.
        package let lower: [Double]
        package let upper: [Double]
        /// One a step.
        package let lastValue: [Double]
        /// One a step; nil where there are not the rows of a season.
        package let seasonal: [Double]?
        /// For the steps of the model's horizon; nil where the model has no such baseline.
        package let linear: [Double]?
    }

    package struct Label: Sendable, Equatable {
        package let label: String
        /// 0 ... 1, to six decimals.
        package let probability: Double
    }
}

/// Values by target, then by step. `lower` and `upper` are of as many steps, or of none.
struct StepValues {
    var values: [[Double]]
    var lower: [[Double]] = []
    var upper: [[Double]] = []

    var steps: Int { values.first?.count ?? 0 }

    /// One step more: the last of another answer.
    mutating func append(lastOf other: StepValues) {
        for index in values.indices {
            if let value = other.values[index].last { values[index].append(value) }
            guard lower.indices.contains(index), other.lower.indices.contains(index) else { continue }
            if let value = other.lower[index].last { lower[index].append(value) }
            if let value = other.upper[index].last { upper[index].append(value) }
        }
    }

    /// The first steps alone.
    mutating func cut(to steps: Int) {
        values = values.map { Array($0.prefix(steps)) }
        lower = lower.map { Array($0.prefix(steps)) }
        upper = upper.map { Array($0.prefix(steps)) }
    }
}
