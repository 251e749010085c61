/// What a column is scaled by, in the words of recipes.
package enum ScalerKind: String, Sendable, CaseIterable {
    /// The mean and the standard deviation (of all values, ddof 0).
    case standard
    /// The minimum and the range.
    case minMax = "min_max"
    /// The median and the range between the quartiles, which an outlier does not move.
    case robust
    case none
}

/// x ↦ (x − centre) / scale, and back.
///
/// As scikit-learn's StandardScaler, MinMaxScaler to 0 … 1 and RobustScaler with their defaults have it; the scale of a
/// constant column is 1.
package struct Scaler: Sendable, Equatable {
    package let kind: ScalerKind
    package let center: Double
    /// Above 0.
    package let scale: Double

    /// From a file: refused unless both are finite and the scale is above 0.
    package init(kind: ScalerKind, center: Double, scale: Double) throws(SeriesError) {
        guard center.isFinite, scale.isFinite, scale > 0 else {
            throw SeriesError(
                .model, came: "a scaler with center \(center) and scale \(scale)",
                expected: "numbers, the scale above 0", hint: "train the model again")
        }
        self.kind = kind
        self.center = center
        self.scale = scale
    }

    /// Missing values are left out; of none at all the centre is 0 and the scale 1. Refused are values so large that
    /// their scale is no number.
    package init(fitting kind: ScalerKind, _ values: [Double]) throws(SeriesError) {
        let values = values.filter { !$0.isNaN }
        var center = 0.0
        var scale = 1.0
        if !values.isEmpty {
            switch kind {
            case .standard:
                center = mean(of: values)
                let variance = mean(of: values.map { ($0 - center) * ($0 - center) })
                // As much as rounding alone makes of a constant column.
                let count = Double(values.count)
                let noise =
                    count * Double.ulpOfOne * variance + (count * center * .ulpOfOne) * (count * center * .ulpOfOne)
                scale = variance.isFinite && variance <= noise ? 1 : variance.squareRoot()
            case .minMax:
                center = values.min() ?? 0
                scale = Self.range((values.max() ?? 0) - center)
            case .robust:
                let sorted = values.sorted()
                center = quantile(0.5, ofSorted: sorted)
                scale = Self.range(quantile(0.75, ofSorted: sorted) - quantile(0.25, ofSorted: sorted))
            case .none: break
            }
        }
        guard center.isFinite, scale.isFinite else {
            throw SeriesError(
                .value, came: "values up to \((values.map(\.magnitude).max() ?? 0).brief)",
                expected: "values whose range is a number", hint: "give the values in a larger unit")
        }
        self.kind = kind
        self.center = center
        self.scale = scale
    }

    package func scaled(_ value: Double) -> Double { (value - center) / scale }

    package func restored(_ value: Double) -> Double { value * scale + center }

    private static func range(_ range: Double) -> Double { range < 10 * Double.ulpOfOne ? 1 : range }
}

/// The mean, summed with what rounding loses (Neumaier 1974), so that the order of the values does not show.
func mean(of values: some Collection<Double>) -> Double {
    guard !values.isEmpty else { return 0 }
    var sum = 0.0
    var lost = 0.0
    for value in values {
        let next = sum + value
        lost += sum.magnitude >= value.magnitude ? (sum - next) + value : (value - next) + sum
        sum = next
    }
    // Where the sum is infinite, so is the mean.
    return (sum.isFinite ? sum + lost : sum) / Double(values.count)
}

/// The quantile with linear interpolation between neighbours (numpy's default; type 7 of Hyndman & Fan 1996).
/// `values` ascending and not empty, `share` 0 to 1.
func quantile(_ share: Double, ofSorted values: [Double]) -> Double {
    guard let first = values.first, let last = values.last else { return .nan }
    let place = share * Double(values.count - 1)
    let below = Int(place)
    guard below >= 0 else { return first }
    guard below + 1 < values.count else { return last }
    let fraction = place - Double(below)
    let (low, high) = (values[below], values[below + 1])
    return fraction < 0.5 ? low + (high - low) * fraction : high - (high - low) * (1 - fraction)
}
