import Models
import RecurrentNetworks
package import TimeSeries

extension Forecaster {
    /// What the model and the baselines would have said after each of the `origins`, every `stride`-th of them, against
    /// what came; nil where `isWanted` says so.
    ///
    /// - Parameters:
    ///   - table: as `prepared` gives it.
    ///   - truth: the same rows before missing values were filled; forecasts of what is missing there are not measured.
    ///     Nil: the table.
    ///   - origins: rows with those that the model reads before them, and the horizon after them.
    ///   - progress: is told how many origins are done.
    package func backtest(
        _ table: SeriesTable, truth: SeriesTable? = nil, origins: Range<Int>, stride: Int = 1,
        while isWanted: () -> Bool = { true },
        progress: (Int) -> Void = { _ in }
    ) throws(SeriesError) -> BacktestReport? {
        let horizon = model.configuration.horizon
        let first = model.encoder.contextRows - 1
        guard !origins.isEmpty, stride >= 1, origins.lowerBound >= first, origins.upperBound <= table.count - horizon
        else {
            throw SeriesError(
                .length,
                came: "forecasts after rows \(origins.lowerBound + 1) to \(origins.upperBound) of \(table.count)",
                expected: "after rows within \(first + 1) to \(table.count - horizon)",
                hint: "give more rows, or measure on other ones")
        }
        let truth = truth ?? table
        guard truth.count == table.count else {
            throw SeriesError(
                .length, came: "\(truth.count) rows to measure with", expected: "\(table.count), as are read",
                hint: "give the same rows")
        }
        let chosen = Array(Swift.stride(from: origins.lowerBound, to: origins.upperBound, by: stride))
        if !model.configuration.labels.isEmpty {
            return try labelBacktest(table, truth, chosen, while: isWanted, progress: progress)
        }
        var walk = SeriesWalk(self, table, origins: chosen)
        var figures = BacktestFigures(model, table, truth, origins: chosen)
        for (index, origin) in chosen.enumerated() {
            guard isWanted() else { return nil }
            guard let values = try walk.values(after: origin) else { return nil }
            figures.add(values, after: origin)
            progress(index + 1)
        }
        return BacktestReport(origins: chosen, targets: figures.targets, labels: [])
    }

    private func labelBacktest(
        _ table: SeriesTable, _ truth: SeriesTable, _ origins: [Int], while isWanted: () -> Bool,
        progress: (Int) -> Void
    ) throws(SeriesError) -> BacktestReport? {
        let labels = model.configuration.labels
        guard let name = model.configuration.targets.first, let texts = table.texts(of: name) else {
            throw SeriesError(
                .missingColumn, column: model.configuration.targets.first, came: "no texts",
                expected: "a column of labels to measure with", hint: "give the column that the model was trained on")
        }
        let came = truth.texts(of: name) ?? texts
        let ids = Dictionary(labels.enumerated().map { ($1, $0) }) { first, _ in first }
        var counts = [Int](repeating: 0, count: labels.count)
        for text in texts.prefix((origins.first ?? 0) + 1) { if let id = ids[text] { counts[id] += 1 } }
        let mostFrequent = labels.indices.max { (counts[$0], $1) < (counts[$1], $0) } ?? 0
        let subjects: [BacktestReport.Subject] = [.model, .lastLabel, .mostFrequentLabel]
        var reports = subjects.map { _ in ClassificationReport(labels: labels) }
        var walk = SeriesWalk(self, table, origins: origins)
        for (index, origin) in origins.enumerated() {
            guard isWanted() else { return nil }
            let outputs = try walk.answer(after: origin)
            progress(index + 1)
            guard let truth = ids[came[origin + model.configuration.horizon]] else { continue }
            let predicted = outputs.indices.max { (outputs[$0], $1) < (outputs[$1], $0) } ?? 0
            let answers = [
                (predicted, Double(outputs[predicted])), (ids[texts[origin]] ?? mostFrequent, 1), (mostFrequent, 1),
            ]
            for (index, answer) in answers.enumerated() {
                reports[index].add(truth: truth, predicted: answer.0, probability: answer.1)
            }
        }
        return BacktestReport(
            origins: origins, targets: [],
            labels: zip(subjects, reports).map { BacktestReport.LabelFigures(subject: $0, report: $1) })
    }
}

/// A model that goes through a table, from origin to origin, reading each row once.
private struct SeriesWalk {
    private let forecaster: Forecaster
    private let table: SeriesTable
    private let origins: [Int]
    private let interval: SeriesInterval?
    /// (rows, features) row-major, of the rows from `firstRow` on; made with the first answer.
    private var features: [Float]?
    private let firstRow: Int
    private var state: NetworkState?

    init(_ forecaster: Forecaster, _ table: SeriesTable, origins: [Int]) {
        self.forecaster = forecaster
        self.table = table
        self.origins = origins
        let model = forecaster.model
        interval = model.configuration.interval ?? table.times.flatMap(SeriesInterval.found)
        firstRow =
            model.configuration.mode == .stateful
            ? model.unreadRows : (origins.first ?? 0) - model.configuration.window + 1
    }

    /// What the network says; origins in their order.
    mutating func answer(after origin: Int) throws(SeriesError) -> [Float] {
        let model = forecaster.model
        let width = model.encoder.featureCount
        let features = try allFeatures()
        func part(_ rows: Range<Int>) -> Range<Int> {
            (rows.lowerBound - firstRow) * width..<(rows.upperBound - firstRow) * width
        }
        let outputs: [Float]
        if model.configuration.mode == .stateful {
            if state == nil { state = try? model.network.initialState() }
            guard var state else { throw .noNumber }
            self.state = nil
            let next = firstRow + state.steps..<origin + 1
            features.withUnsafeBufferPointer {
                model.network.read(
                    .features(UnsafeBufferPointer(rebasing: $0[part(next)]), width: width), &state)
            }
            outputs = model.network.output(of: state)
            self.state = state
        } else {
            outputs = model.network.predict(
                features: Array(features[part(origin + 1 - model.configuration.window..<origin + 1)]))
        }
        guard outputs.allSatisfy(\.isFinite) else { throw .noNumber }
        return outputs
    }

    /// All steps of the horizon; nil where there are no numeric targets.
    mutating func values(after origin: Int) throws(SeriesError) -> StepValues? {
        let model = forecaster.model
        let horizon = model.configuration.horizon
        guard horizon == model.configuration.networkSteps else {
            let context = table[origin + 1 - model.encoder.contextRows..<origin + 1]
            let stream = try ForecastStream(model, context, interval: interval)
            return try forecaster.values(after: stream, steps: horizon)
        }
        var values = try forecaster.values(of: answer(after: origin), after: origin, in: table)
        forecaster.addResiduals(to: &values)
        return values
    }

    private mutating func allFeatures() throws(SeriesError) -> [Float] {
        if let features { return features }
        let made = try forecaster.model.encoder.features(of: table, rows: firstRow..<(origins.last ?? 0) + 1)
        features = made
        return made
    }
}

/// The figures of a backtest while it goes on.
private struct BacktestFigures {
    private let model: StoredForecaster
    /// [target][row]: what is read, and what is measured against.
    private let series, measured: [[Double]]
    private let baselines: [BacktestReport.Subject]
    /// [target][subject], the model first, and [target][subject][step].
    private var steps: [[[ForecastErrors]]]
    /// [target][step][origin]
    private var truth, forecast, lower, upper: [[[Double]]]

    init(_ model: StoredForecaster, _ table: SeriesTable, _ truth: SeriesTable, origins: [Int]) {
        self.model = model
        series = model.configuration.targets.map { table.values(of: $0) ?? [] }
        measured = zip(model.configuration.targets, series).map { truth.values(of: $0) ?? $1 }
        var baselines: [BacktestReport.Subject] = []
        if model.linear != nil { baselines.append(.linear) }
        // Where it could not answer every time, it would be measured on other rows than the rest.
        if let first = origins.first, first >= model.configuration.season - 1 { baselines.append(.seasonalNaive) }
        self.baselines = baselines + [.lastValue]
        let horizon = model.configuration.horizon
        let errors = [ForecastErrors](repeating: ForecastErrors(), count: horizon)
        steps = series.map { _ in [[ForecastErrors]](repeating: errors, count: baselines.count + 2) }
        self.truth = series.map { _ in [[Double]](repeating: [], count: horizon) }
        forecast = self.truth
        lower = forecast
        upper = forecast
    }

    mutating func add(_ values: StepValues, after origin: Int) {
        let horizon = model.configuration.horizon
        let answers = baselines.map { answer($0, after: origin) }
        for (target, column) in measured.enumerated() {
            for step in 0..<horizon {
                let came = column[origin + 1 + step]
                truth[target][step].append(came)
                forecast[target][step].append(values.values[target][step])
                if !values.lower.isEmpty {
                    lower[target][step].append(values.lower[target][step])
                    upper[target][step].append(values.upper[target][step])
                }
                guard !came.isNaN else { continue }
                for (subject, said) in ([values.values] + answers).enumerated() {
                    steps[target][subject][step].add(came - said[target][step], scale: model.naiveScale[target])
                }
            }
        }
    }

    /// [target][step]
    private func answer(_ subject: BacktestReport.Subject, after origin: Int) -> [[Double]] {
        let horizon = model.configuration.horizon
        func naive(_ forecast: NaiveForecast) -> [[Double]] {
            series.map { forecast.forecast($0, after: origin, steps: horizon) ?? [] }
        }
        return switch subject {
        case .linear: model.linear?.forecast(series, after: origin) ?? []
        case .seasonalNaive: naive(.seasonal(model.configuration.season))
        default: naive(.lastValue)
        }
    }

    var targets: [BacktestReport.Target] {
        series.indices.map { target in
            let figures = ([.model] + baselines).enumerated().map { index, subject in
                var overall = ForecastErrors()
                for step in steps[target][index] { overall.add(step) }
                return BacktestReport.Figures(subject: subject, overall: overall, steps: steps[target][index])
            }
            let hasIntervals = lower[target].first?.isEmpty == false
            var (within, count, width) = (0, 0, 0.0)
            if hasIntervals {
                for step in truth[target].indices {
                    for (index, came) in truth[target][step].enumerated() where !came.isNaN {
                        let (low, high) = (lower[target][step][index], upper[target][step][index])
                        count += 1
                        width += high - low
                        if low <= came, came <= high { within += 1 }
                    }
                }
            }
            return BacktestReport.Target(
                name: model.configuration.targets[target], figures: figures, truth: truth[target],
                forecast: forecast[target], lower: hasIntervals ? lower[target] : [],
                upper: hasIntervals ? upper[target] : [],
                coverage: count == 0 ? nil : Double(within) / Double(count),
                meanWidth: count == 0 ? nil : width / Double(count))
        }
    }
}
