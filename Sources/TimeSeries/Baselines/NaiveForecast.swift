/// What anybody would say without a model.
package enum NaiveForecast: Sendable, Hashable {
    /// As it was last.
    case lastValue
    /// As it was a season ago: so many rows, from 1.
    case seasonal(Int)

    /// The `steps` values after `row`. Nil where the rows that are repeated are not in `values`.
    package func forecast(_ values: [Double], after row: Int, steps: Int) -> [Double]? {
        guard values.indices.contains(row), steps >= 0 else { return nil }
        switch self {
        case .lastValue: return Array(repeating: values[row], count: steps)
        case .seasonal(let season):
            guard season >= 1, row >= season - 1 else { return nil }
            return (0..<steps).map { values[row - season + 1 + $0 % season] }
        }
    }
}
