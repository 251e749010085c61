/// How far forecasts were from what came, summed as they come.
package struct ForecastErrors: Sendable, Hashable {
    private var absolute = 0.0
    private var squared = 0.0
    private var scaled = 0.0
    private var scaledCount = 0
    /// Values that were compared.
    package private(set) var count = 0

    package init() {}

    /// `error` is truth − forecast. `scale` is the target's `naiveScale`, 0 where it has none.
    package mutating func add(_ error: Double, scale: Double) {
        absolute += error.magnitude
        squared += error * error
        count += 1
        guard scale > 0 else { return }
        scaled += error.magnitude / scale
        scaledCount += 1
    }

    package mutating func add(_ other: ForecastErrors) {
        absolute += other.absolute
        squared += other.squared
        scaled += other.scaled
        scaledCount += other.scaledCount
        count += other.count
    }

    /// The mean absolute error, 0 of nothing.
    package var mae: Double { count == 0 ? 0 : absolute / Double(count) }

    package var rmse: Double { count == 0 ? 0 : (squared / Double(count)).squareRoot() }

    /// The mean absolute scaled error: below 1 where forecasts are better than the seasonal naive one was, a step ahead,
    /// on the rows that were learned from. Nil where that made no error at all.
    ///
    /// Source: Hyndman & Koehler 2006; scaled by the seasonal naive forecast as in Hyndman & Athanasopoulos,
    /// Forecasting: Principles and Practice.
    package var mase: Double? { scaledCount == 0 ? nil : scaled / Double(scaledCount) }

    /// What MASE divides by: the mean absolute difference between the values of `rows` and those a season before, both
    /// among `rows`. A season of no fewer rows than there are counts as 1; 0 where nothing differs, or rows are not in
    /// `values`.
    package static func naiveScale(of values: [Double], rows: Range<Int>, season: Int) -> Double {
        guard rows.lowerBound >= 0, rows.upperBound <= values.count, rows.count >= 2 else { return 0 }
        let season = (1..<rows.count).contains(season) ? season : 1
        let scale = mean(
            of: (rows.lowerBound + season..<rows.upperBound).map { (values[$0] - values[$0 - season]).magnitude })
        return scale.isFinite ? scale : 0
    }
}
