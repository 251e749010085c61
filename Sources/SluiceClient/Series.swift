import ServerProtocol

/// How a series goes on, or which label comes next.
public struct Forecast: Sendable, Equatable {
    /// The model that answered.
    public var model: String
    /// What is foreseen of each column; empty of a model of labels.
    public var targets: [Target]
    /// The most probable first; empty but of a model of labels.
    public var labels: [Classification.LabelProbability]
    /// When each step is, in ISO 8601; empty where the rows had no times.
    public var times: [String]
    /// What makes the forecast doubtful.
    public var warnings: [String]

    /// A number for each step of each.
    public struct Target: Sendable, Equatable {
        public var name: String
        public var values: [Double]
        /// Between which the truth lies as often as the model's card says, for the steps of the model's horizon; empty
        /// of a model without intervals.
        public var lower: [Double]
        public var upper: [Double]
        /// What plain methods say: the last value, that of a season ago, and a linear function of the window; each empty
        /// where it cannot be said.
        public var naive: [Double]
        public var seasonal: [Double]
        public var linear: [Double]

        init(_ answer: SeriesForecast.Target) {
            name = answer.name
            values = answer.forecast
            lower = answer.lower ?? []
            upper = answer.upper ?? []
            naive = answer.naive
            seasonal = answer.seasonal ?? []
            linear = answer.linear ?? []
        }
    }

    init(_ answer: SeriesForecast.Result) {
        model = answer.model
        switch answer.answer {
        case .numbers(let first, let others):
            targets = ([first] + others).map(Target.init)
            labels = []
        case .labels(_, let labels):
            targets = []
            self.labels = labels.map { .init(label: $0.label, probability: $0.probability) }
        }
        times = answer.times ?? []
        warnings = answer.warnings
    }
}

extension Connection {
    /// How a series of one column goes on.
    ///
    /// - Parameters:
    ///   - values: the past, the oldest first; NaN where one is missing.
    ///   - times: when each was, such as 2012-01-05; a model that reads calendar features needs them.
    ///   - model: a name or the absolute path of its directory; nil: the daemon chooses.
    ///   - steps: nil: the model's horizon.
    public func forecast(
        _ values: [Double], times: [String]? = nil, model: String? = nil, steps: Int? = nil
    ) throws(ClientError) -> Forecast {
        try Self.checkNumbers(values)
        let series = SeriesForecast.Series.values(values.map { $0.isNaN ? nil : $0 })
        return Forecast(try call(SeriesForecast.self, .init(series, times: times, model: model, steps: steps)))
    }

    /// The same of several columns.
    ///
    /// - Parameter rows: numbers in the order of the model's columns: its targets, then its inputs.
    public func forecast(
        rows: [[Double]], times: [String]? = nil, model: String? = nil, steps: Int? = nil
    ) throws(ClientError) -> Forecast {
        for row in rows { try Self.checkNumbers(row) }
        let series = SeriesForecast.Series.listed(rows.map { $0.map { $0.isNaN ? .missing : .number($0) } })
        return Forecast(try call(SeriesForecast.self, .init(series, times: times, model: model, steps: steps)))
    }

    /// JSON has no infinity, and null would say that the value is missing.
    private static func checkNumbers(_ values: [Double]) throws(ClientError) {
        guard let infinite = values.first(where: \.isInfinite) else { return }
        throw .invalidParameters(reason: "a value is \(infinite), expected a number, or NaN where it is missing")
    }
}
