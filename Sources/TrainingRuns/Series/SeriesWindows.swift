import RecurrentNetworks
import TimeSeries

/// The windows of a series as a network learns from them. They share their rows.
struct SeriesWindows {
    private let encoder: SeriesEncoder
    private let table: SeriesTable
    /// The first row that has features: where changes are read the first of all has none.
    private let first: Int
    /// (rows from `first`, features) row-major.
    private let features: [Float]

    init(of table: SeriesTable, _ encoder: SeriesEncoder) throws(SeriesError) {
        self.encoder = encoder
        self.table = table
        first = encoder.contextRows - encoder.configuration.window
        features = try encoder.features(of: table, rows: first..<table.count)
    }

    /// A window for each of these last rows of one, all of which have what is ahead of them in the table.
    func set(origins: Range<Int>) -> TrainingSet {
        let series = encoder.configuration
        func windows(
            _ targets: TrainingSet.Targets, at origins: some Sequence<Int>, labels: [Int32] = [], values: [Float] = []
        ) -> TrainingSet {
            TrainingSet(
                windowsOf: features, width: encoder.featureCount,
                starts: origins.map { $0 - series.window + 1 - first }, length: series.window, targets: targets,
                labels: labels, values: values)
        }
        if !series.labels.isEmpty {
            let labelled = origins.compactMap { row in
                encoder.label(of: table, after: row).map { (row: row, label: Int32($0)) }
            }
            return windows(.labels, at: labelled.map(\.row), labels: labelled.map(\.label))
        }
        guard series.mode == .stateful else {
            return windows(
                .values(width: series.outputCount), at: origins,
                values: origins.flatMap { encoder.targets(of: table, after: $0) })
        }
        // No window reaches the rows that have nothing ahead of them.
        let none = [Float](repeating: 0, count: series.outputCount)
        let values = (first..<table.count).flatMap { row in
            let targets = encoder.targets(of: table, after: row)
            return targets.isEmpty ? none : targets
        }
        return windows(.stepValues(width: series.outputCount), at: origins, values: values)
    }
}
