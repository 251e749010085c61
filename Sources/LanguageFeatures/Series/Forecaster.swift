package import Models
import RecurrentNetworks
package import TimeSeries

/// What comes next? The rows after those of a table.
package struct Forecaster: Sendable {
    package let model: StoredForecaster

    package init(_ model: StoredForecaster) {
        self.model = model
    }

    /// The most steps of one answer: more than the horizon only where a network can go on with what it said itself.
    package var maximumSteps: Int {
        let configuration = model.configuration
        guard configuration.mode != .direct, configuration.inputs.isEmpty else { return configuration.horizon }
        return 10_000
    }

    /// The columns that the model reads, and its labels where there are some, mended as the model's configuration says.
    /// Notes say in plain words what was changed.
    package func prepared(
        _ table: SeriesTable
    ) throws(SeriesError) -> (table: SeriesTable, interval: SeriesInterval?, notes: [String]) {
        let labels = model.configuration.labels.isEmpty ? [] : model.configuration.targets
        return try prepared(table, texts: labels.filter { table.texts(of: $0) != nil })
    }

    private func prepared(
        _ table: SeriesTable, texts: [String]
    ) throws(SeriesError) -> (table: SeriesTable, interval: SeriesInterval?, notes: [String]) {
        let chosen = try table.selecting(model.columns, texts: texts)
        return try model.configuration.repair.repaired(chosen, interval: model.configuration.interval)
    }

    /// The `steps` rows after a table's last one, or as many as the horizon; nil where `isWanted` says so. A network that
    /// is not stateful reads the last rows alone, as many as its window.
    ///
    /// Refused are more steps than `maximumSteps`, fewer rows than are needed, and what `prepared` and
    /// `SeriesEncoder.features` refuse.
    package func forecast(
        _ table: SeriesTable, steps: Int? = nil, while isWanted: () -> Bool = { true }
    ) throws(SeriesError) -> Forecast? {
        // Which label stands where does not matter, nor whether one is missing.
        let (table, interval, notes) = try prepared(table, texts: [])
        guard table.count >= model.neededRows else {
            throw SeriesError(
                .length, came: "\(table.count) row\(table.count == 1 ? "" : "s")",
                expected: "at least \(model.neededRows)",
                hint: "give more rows, the latest last")
        }
        return try forecast(
            after: ForecastStream(model, table, interval: interval), steps: steps, notes: notes, while: isWanted)
    }

    /// The same after the rows of a stream. Refused are fewer rows than are needed.
    package func forecast(
        after stream: ForecastStream, steps: Int? = nil, notes: [String] = [], while isWanted: () -> Bool = { true }
    ) throws(SeriesError) -> Forecast? {
        let steps = try checked(steps)
        guard stream.isReady, let table = stream.table else {
            throw SeriesError(
                .length, came: "\(stream.count) row\(stream.count == 1 ? "" : "s")",
                expected: "at least \(model.neededRows)", hint: "give more rows, the latest last")
        }
        let context = max(0, table.count - model.encoder.contextRows)..<table.count
        let warnings = notes + model.encoder.warnings(of: table, rows: context)
        let times = (1...steps).compactMap(stream.time)
        guard model.configuration.labels.isEmpty else {
            return Forecast(
                targets: [], times: times.count == steps ? times : nil, labels: labels(of: try stream.answer()),
                warnings: warnings)
        }
        guard let values = try values(after: stream, steps: steps, while: isWanted) else { return nil }
        return Forecast(
            targets: targets(values, after: table), times: times.count == steps ? times : nil, labels: [],
            warnings: warnings)
    }

    private func checked(_ steps: Int?) throws(SeriesError) -> Int {
        guard let steps else { return model.configuration.horizon }
        let isLabel = !model.configuration.labels.isEmpty
        guard isLabel ? steps == maximumSteps : (1...maximumSteps).contains(steps) else {
            throw SeriesError(
                .steps, came: "\(steps) steps",
                expected: isLabel ? "\(maximumSteps), which the model was trained for" : "1 to \(maximumSteps)",
                hint: maximumSteps == model.configuration.horizon
                    ? "leave the steps out, or train a model with another horizon" : "ask for fewer steps")
        }
        return steps
    }

    private func labels(of outputs: [Float]) -> [Forecast.Label] {
        // Before they are rounded, which would make equals of some; equals keep the order of the labels.
        let ranked = zip(model.configuration.labels, outputs).enumerated().sorted {
            ($1.element.1, $0.offset) < ($0.element.1, $1.offset)
        }
        return ranked.map {
            Forecast.Label(label: $0.element.0, probability: Double($0.element.1).toSixDecimals)
        }
    }

    private func targets(_ values: StepValues, after table: SeriesTable) -> [Forecast.Target] {
        let last = table.count - 1
        let series = model.configuration.targets.map { table.values(of: $0) ?? [] }
        let linear = model.linear?.forecast(series, after: last)
        return model.configuration.targets.indices.map { index in
            let steps = values.steps
            func naive(_ forecast: NaiveForecast) -> [Double]? {
                forecast.forecast(series[index], after: last, steps: steps)
            }
            return Forecast.Target(
                name: model.configuration.targets[index], values: values.values[index],
                lower: values.lower.isEmpty ? [] : values.lower[index],
                upper: values.upper.isEmpty ? [] : values.upper[index],
                lastValue: naive(.lastValue) ?? [], seasonal: naive(.seasonal(model.configuration.season)),
                linear: linear.map { Array($0[index].prefix(steps)) })
        }
    }
}

// MARK: - Values

extension Forecaster {
    /// Of numeric targets; nil where `isWanted` says so.
    func values(
        after stream: ForecastStream, steps: Int, while isWanted: () -> Bool = { true }
    ) throws(SeriesError) -> StepValues? {
        guard let table = stream.table else { return nil }
        var values = try values(of: stream.answer(), after: table.count - 1, in: table)
        if steps > values.steps {
            var stream = stream
            for fed in 0..<steps - values.steps {
                guard isWanted() else { return nil }
                try stream.feed(values.values.map { $0[fed] })
                guard let table = stream.table else { return nil }
                values.append(lastOf: try self.values(of: stream.answer(), after: table.count - 1, in: table))
            }
        }
        values.cut(to: steps)
        addResiduals(to: &values)
        return values
    }

    /// What one answer of the network says after a row: its middle quantile, between the outer two where there are
    /// several.
    func values(of outputs: [Float], after row: Int, in table: SeriesTable) throws(SeriesError) -> StepValues {
        let quantiles = model.configuration.quantiles
        var outputs = outputs
        func values(_ quantile: Int) throws(SeriesError) -> [[Double]] {
            guard let values = model.encoder.values(of: outputs, quantile: quantile, after: row, in: table) else {
                throw .noNumber
            }
            return values
        }
        guard quantiles.count > 1 else { return StepValues(values: try values(0)) }
        // Quantiles that cross are put into their order (Chernozhukov, Fernández-Val & Galichon 2010).
        let width = quantiles.count
        for first in stride(from: 0, to: outputs.count - width + 1, by: width) {
            outputs[first..<first + width].sort()
        }
        let middle = quantiles.indices.min { abs(quantiles[$0] - 0.5) < abs(quantiles[$1] - 0.5) } ?? 0
        return StepValues(values: try values(middle), lower: try values(0), upper: try values(width - 1))
    }

    /// Intervals for the steps that have residuals.
    func addResiduals(to values: inout StepValues) {
        guard values.lower.isEmpty, let residuals = model.residuals else { return }
        values.lower = zip(values.values, residuals.lower).map { zip($0, $1).map(+) }
        values.upper = zip(values.values, residuals.upper).map { zip($0, $1).map(+) }
    }
}
