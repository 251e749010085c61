/// How a network is asked for the future.
package enum ForecastMode: String, Sendable, CaseIterable {
    /// All steps of the horizon at once.
    case direct
    /// One step, which is read as if it had been seen, and so on. Nothing but targets and the calendar can be read.
    case autoregressive
    /// All steps of the horizon after every row, while the state goes on: for values as they come.
    case stateful
}

/// What is forecast from what, and how it is prepared: the names are those of recipes and of a model's config.json.
package struct SeriesConfiguration: Sendable, Equatable {
    /// Nil where the rows are only numbered.
    package var dateColumn: String?
    /// The columns that are forecast, and read.
    package var targets: [String]
    /// Further columns that are read.
    package var inputs: [String]
    package var calendar: [CalendarFeature]
    /// Rows that are read for an answer, 1 to 100,000.
    package var window: Int
    /// Rows ahead, 1 to 10,000; where labels are predicted, the one row that is meant.
    package var horizon: Int
    package var mode: ForecastMode
    /// Of the targets. In the order of `SeriesTransform`, whatever the order here.
    package var transforms: [SeriesTransform]
    package var scaler: ScalerKind
    /// Rows until the same comes again, as far as the seasonal naive forecast and MASE believe, 1 to 1,000,000.
    package var season: Int
    package var repair: SeriesRepair
    /// Nil: as found in the rows that are learned from, if they have times.
    package var interval: SeriesInterval?
    /// What the quantile loss asks for, ascending, within 0 and 1; of several one is 0.5. Empty: one value a step, and
    /// intervals from residuals.
    package var quantiles: [Double]
    /// The share of the truth that is to lie within an interval.
    package var coverage: Double
    /// Not empty: the one target is a column of texts, and the answer which of these stands `horizon` rows after the
    /// window.
    package var labels: [String]

    package init(
        dateColumn: String? = nil, targets: [String] = [], inputs: [String] = [], calendar: [CalendarFeature] = [],
        window: Int = 28, horizon: Int = 1, mode: ForecastMode = .direct, transforms: [SeriesTransform] = [],
        scaler: ScalerKind = .standard, season: Int = 1, repair: SeriesRepair = SeriesRepair(),
        interval: SeriesInterval? = nil, quantiles: [Double] = [], coverage: Double = 0.8, labels: [String] = []
    ) {
        self.dateColumn = dateColumn
        self.targets = targets
        self.inputs = inputs
        self.calendar = calendar
        self.window = window
        self.horizon = horizon
        self.mode = mode
        self.transforms = transforms
        self.scaler = scaler
        self.season = season
        self.repair = repair
        self.interval = interval
        self.quantiles = quantiles
        self.coverage = coverage
        self.labels = labels
    }

    /// The targets that are columns of numbers: none where labels are predicted.
    package var numericTargets: [String] { labels.isEmpty ? targets : [] }

    /// Steps that one answer of the network holds.
    package var networkSteps: Int { mode == .autoregressive || !labels.isEmpty ? 1 : horizon }

    /// Numbers in one answer of the network: (`networkSteps`, targets, quantiles or 1) row-major, or a probability a
    /// label.
    package var outputCount: Int {
        labels.isEmpty ? networkSteps * targets.count * max(1, quantiles.count) : labels.count
    }

    /// Rows that an answer needs: the window, and one more where changes are read.
    package var contextRows: Int { isDifferenced ? window + 1 : window }

    var isDifferenced: Bool { transforms.contains(.difference) }

    /// The columns that are read, and with `labels` the texts that are learned from, without the others of a table.
    package func columns(of table: SeriesTable, labels wantsLabels: Bool = true) throws(SeriesError) -> SeriesTable {
        try table.selecting(numericTargets + inputs, texts: labels.isEmpty || !wantsLabels ? [] : targets)
    }

    package func check() throws(SeriesError) {
        try checkColumns()
        try Self.check("window", window, 1...100_000)
        try Self.check("horizon", horizon, 1...10_000)
        try Self.check("season", season, 1...1_000_000)
        try checkTransforms()
        try checkInterval()
        try checkQuantiles()
        if mode == .autoregressive, !inputs.isEmpty {
            throw Self.refused(
                "inputs \(inputs.joined(separator: ", ")) of an autoregressive model",
                "targets and calendar features alone, since nobody knows the inputs of the rows that it feeds back",
                "take mode \"direct\", or forecast these columns too")
        }
        if !labels.isEmpty { try checkLabels() }
    }

    private func checkColumns() throws(SeriesError) {
        guard !targets.isEmpty else {
            throw Self.refused("no target", "the name of the column to forecast", "name it as the target")
        }
        guard targets.count + inputs.count <= 1000 else {
            throw Self.refused("\(targets.count + inputs.count) columns", "1,000 at most", "name those that matter")
        }
        var names: Set<String> = []
        for name in [dateColumn].compactMap(\.self) + targets + inputs {
            guard !name.isEmpty else {
                throw Self.refused("a column without a name", "a name", "give every column a name")
            }
            guard names.insert(name).inserted else {
                throw Self.refused(
                    "\(name) more than once", "every column once",
                    "a target is read anyway: name it among the targets alone")
            }
        }
        guard Set(calendar).count == calendar.count else {
            throw Self.refused(
                "calendar \(calendar.map(\.rawValue).joined(separator: ", "))", "every feature once", "name it once")
        }
    }

    private func checkTransforms() throws(SeriesError) {
        let names = transforms.map(\.rawValue).joined(separator: ", ")
        guard Set(transforms).count == transforms.count, !transforms.contains(.log) || !transforms.contains(.log1p)
        else {
            throw Self.refused("transforms \(names)", "each once, and one logarithm", "take log or log1p")
        }
    }

    private func checkInterval() throws(SeriesError) {
        switch interval {
        case .seconds(let count): try Self.check("interval of seconds", Int(count), 1...316_000_000_000)
        case .months(let count): try Self.check("interval of months", count, 1...120_000)
        case nil: break
        }
    }

    private func checkQuantiles() throws(SeriesError) {
        guard coverage > 0, coverage < 1 else {
            throw Self.refused("coverage \(coverage)", "a share between 0 and 1, both excluded", "take 0.8")
        }
        let list = quantiles.map(\.description).joined(separator: ", ")
        guard quantiles.count <= 99, quantiles.allSatisfy({ $0 > 0 && $0 < 1 }),
            zip(quantiles, quantiles.dropFirst()).allSatisfy({ $0 < $1 })
        else {
            throw Self.refused(
                "quantiles \(list)", "99 at most, between 0 and 1, ascending", "take 0.1, 0.5, 0.9")
        }
        if mode == .autoregressive, !quantiles.isEmpty {
            throw Self.refused(
                "quantiles \(list) of an autoregressive model", "none, since a quantile that is fed back is none",
                "take mode \"direct\", or leave the quantiles out: intervals then come from residuals")
        }
        guard quantiles.count < 2 || quantiles.contains(0.5) else {
            throw Self.refused(
                "quantiles \(list)", "0.5 among them, which is the forecast between the outer two",
                "add 0.5, as in 0.1, 0.5, 0.9")
        }
    }

    private func checkLabels() throws(SeriesError) {
        guard targets.count == 1, mode == .direct, quantiles.isEmpty, transforms.isEmpty else {
            throw Self.refused(
                "labels with several targets, another mode than direct, quantiles or transforms",
                "one target of texts, and none of these", "leave them out, or forecast a column of numbers")
        }
        guard !inputs.isEmpty || !calendar.isEmpty else {
            throw Self.refused(
                "nothing to tell the labels of \(targets[0]) by", "inputs or calendar features",
                "name the columns to read as inputs")
        }
        guard labels.count >= 2, labels.count <= 100_000, Set(labels).count == labels.count,
            labels.allSatisfy({ !$0.isEmpty })
        else {
            throw Self.refused(
                labels.count == 1 ? "one label" : "\(labels.count) labels", "two or more, each once, none empty",
                "name a target whose texts differ from row to row")
        }
    }

    private static func check(_ name: String, _ value: Int, _ range: ClosedRange<Int>) throws(SeriesError) {
        guard range.contains(value) else {
            throw refused(
                "\(name) \(value)", "\(range.lowerBound) to \(range.upperBound)", "choose another \(name)")
        }
    }

    private static func refused(_ came: String, _ expected: String, _ hint: String) -> SeriesError {
        SeriesError(.configuration, came: came, expected: expected, hint: hint)
    }
}
