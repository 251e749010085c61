/// What turns rows into what a network reads, and its answers into values. Fitted on the rows that are learned from,
/// and on no others.
package struct SeriesEncoder: Sendable, Equatable {
    package let configuration: SeriesConfiguration
    /// Of the targets, after the transforms, then of the inputs; of the inputs alone where labels are predicted.
    package let scalers: [Scaler]
    /// The raw values of the rows that were learned from, in the same order, for warnings.
    package let ranges: [ClosedRange<Double>]

    private let logarithm: Logarithm

    /// Refused are `rows` outside the table, missing values among them, and values that a transform cannot take.
    package init(
        fitting configuration: SeriesConfiguration, on table: SeriesTable, rows: Range<Int>
    ) throws(SeriesError) {
        try configuration.check()
        guard rows.lowerBound >= 0, rows.upperBound <= table.count, rows.count > (configuration.isDifferenced ? 1 : 0)
        else {
            throw SeriesError(
                .length, came: "rows \(rows.lowerBound + 1) to \(rows.upperBound) of \(table.count)",
                expected: "rows to learn from", hint: "give more rows")
        }
        var scalers: [Scaler] = []
        var ranges: [ClosedRange<Double>] = []
        let logarithm = Logarithm(configuration.transforms)
        for (index, name) in (configuration.numericTargets + configuration.inputs).enumerated() {
            let isTarget = index < configuration.numericTargets.count
            let raw = try table.column(name)[rows]
            if let row = raw.firstIndex(where: \.isNaN) { throw Self.missing(name, row) }
            ranges.append((raw.min() ?? 0)...(raw.max() ?? 0))
            var values = Array(raw)
            if isTarget {
                if let row = raw.firstIndex(where: { $0 <= logarithm.bound }) {
                    throw Self.outOfReach(name, row, raw[row], logarithm)
                }
                values = values.map(logarithm.applied)
                if configuration.isDifferenced { values = zip(values.dropFirst(), values).map(-) }
            }
            do {
                scalers.append(try Scaler(fitting: configuration.scaler, values))
            } catch {
                var error = error
                error.column = name
                throw error
            }
        }
        self.configuration = configuration
        self.scalers = scalers
        self.ranges = ranges
        self.logarithm = logarithm
    }

    /// From a file: refused unless there are as many scalers and ranges, of the configuration's kind, as columns.
    package init(
        configuration: SeriesConfiguration, scalers: [Scaler], ranges: [ClosedRange<Double>]
    ) throws(SeriesError) {
        try configuration.check()
        let count = configuration.numericTargets.count + configuration.inputs.count
        guard scalers.count == count, ranges.count == count else {
            throw SeriesError(
                .model, came: "\(scalers.count) scalers and \(ranges.count) ranges", expected: "\(count) of both",
                hint: "train the model again")
        }
        guard scalers.allSatisfy({ $0.kind == configuration.scaler }),
            ranges.allSatisfy({ $0.lowerBound.isFinite && $0.upperBound.isFinite })
        else {
            throw SeriesError(
                .model, came: "a scaler of another kind, or a range without an end",
                expected: "scalers of the kind \(configuration.scaler.rawValue), and finite ranges",
                hint: "train the model again")
        }
        self.configuration = configuration
        self.scalers = scalers
        self.ranges = ranges
        logarithm = Logarithm(configuration.transforms)
    }

    /// Numbers that the network reads of a row: targets (none where labels are predicted), inputs, two a calendar
    /// feature.
    package var featureCount: Int { scalers.count + 2 * configuration.calendar.count }

    /// Rows that an answer needs: the window, and one more where changes are read.
    package var contextRows: Int { configuration.contextRows }

    /// (rows, `featureCount`) row-major. A row's features are the same bits whatever rows are asked for with it.
    ///
    /// Refused, naming the column and the row, are missing columns, missing times, missing values, values that the
    /// logarithm cannot take, and rows outside the table, the one before them included where changes are read. What is
    /// scaled is cut at ±1e18, so that no value of a request makes the network's arithmetic infinite.
    package func features(of table: SeriesTable, rows: Range<Int>) throws(SeriesError) -> [Float] {
        let isDifferenced = configuration.isDifferenced
        guard rows.lowerBound >= (isDifferenced ? 1 : 0), rows.upperBound <= table.count else {
            throw SeriesError(
                .length, came: "rows \(rows.lowerBound + 1) to \(rows.upperBound) of \(table.count)",
                expected: isDifferenced
                    ? "rows of the table from the second on, since changes are read" : "rows of the table",
                hint: "give more rows")
        }
        let width = featureCount
        var features = [Float](repeating: 0, count: rows.count * width)
        let targets = configuration.numericTargets.count
        for (index, name) in (configuration.numericTargets + configuration.inputs).enumerated() {
            let column = try table.column(name)
            let scaler = scalers[index]
            let isTarget = index < targets
            let change = isTarget && isDifferenced
            let first = change ? rows.lowerBound - 1 : rows.lowerBound
            var before = 0.0
            for row in first..<rows.upperBound {
                try check(column[row], name, row, isTarget: isTarget)
                let value = isTarget ? logarithm.applied(to: column[row]) : column[row]
                if row >= rows.lowerBound {
                    let scaled = scaler.scaled(change ? value - before : value)
                    features[(row - rows.lowerBound) * width + index] = Float(min(max(scaled, -1e18), 1e18))
                }
                before = value
            }
        }
        guard !configuration.calendar.isEmpty else { return features }
        guard let times = table.times else {
            throw SeriesError(
                .missingTimes, came: "rows without times",
                expected: "times, since \(configuration.calendar.map(\.rawValue).joined(separator: ", ")) is read",
                hint: "give the time of every row")
        }
        for row in rows {
            let moment = CalendarMoment(times[row])
            var place = (row - rows.lowerBound) * width + scalers.count
            for feature in configuration.calendar {
                let (sine, cosine) = circle(turns: feature.share(at: moment))
                features[place] = Float(sine)
                features[place + 1] = Float(cosine)
                place += 2
            }
        }
        return features
    }

    /// Refuses of a row's values what `features` refuses of them, where only changes are counted from it.
    package func check(_ table: SeriesTable, row: Int) throws(SeriesError) {
        let targets = configuration.numericTargets
        for (index, name) in (targets + configuration.inputs).enumerated() {
            let column = try table.column(name)
            guard column.indices.contains(row) else { continue }
            try check(column[row], name, row, isTarget: index < targets.count)
        }
    }

    private func check(_ value: Double, _ name: String, _ row: Int, isTarget: Bool) throws(SeriesError) {
        guard !value.isNaN else { throw Self.missing(name, row) }
        guard !isTarget || value > logarithm.bound else { throw Self.outOfReach(name, row, value, logarithm) }
    }

    /// What the network is to say after `row`: (`networkSteps`, targets, quantiles or 1) row-major, transformed and
    /// scaled, a target repeated for each of its quantiles. Empty where the rows ahead, or `row` itself where changes are
    /// read, are not in the table, or labels are predicted; NaN where they have no value.
    ///
    /// Where changes are read, a step's target is the change since `row`, not since the step before: so each step, each
    /// of its quantiles and its interval stand alone.
    package func targets(of table: SeriesTable, after row: Int) -> [Float] {
        let steps = configuration.networkSteps
        let targets = configuration.numericTargets
        guard row >= (configuration.isDifferenced ? 0 : -1), row < table.count, table.count - 1 - row >= steps else {
            return []
        }
        let quantiles = max(1, configuration.quantiles.count)
        var result = [Float](repeating: 0, count: steps * targets.count * quantiles)
        for (index, name) in targets.enumerated() {
            guard let column = table.values(of: name) else { return [] }
            let start = configuration.isDifferenced ? logarithm.applied(to: column[row]) : 0
            for step in 0..<steps {
                let value = logarithm.applied(to: column[row + 1 + step]) - start
                let scaled = Float(min(max(scalers[index].scaled(value), -1e18), 1e18))
                for quantile in 0..<quantiles {
                    result[(step * targets.count + index) * quantiles + quantile] = scaled
                }
            }
        }
        return result
    }

    /// Which of the configuration's labels stands `horizon` rows after `row`. Nil where the table ends before, or has
    /// no text there, or one that is no label.
    package func label(of table: SeriesTable, after row: Int) -> Int? {
        guard let name = configuration.targets.first, let texts = table.texts(of: name),
            row >= -1, row < texts.count, texts.count - 1 - row >= configuration.horizon
        else { return nil }
        return configuration.labels.firstIndex(of: texts[row + configuration.horizon])
    }

    /// What the network said after `row`, (`networkSteps`, targets, quantiles or 1) row-major, as values of the table:
    /// [target][step], of the quantile with this index. Finite where the outputs are numbers.
    ///
    /// Nil where there are not as many outputs, or `row`, whose value a change is added to, is not in the table.
    package func values(
        of outputs: [Float], quantile: Int = 0, after row: Int, in table: SeriesTable
    ) -> [[Double]]? {
        let targets = configuration.numericTargets
        let quantiles = max(1, configuration.quantiles.count)
        guard !targets.isEmpty, outputs.count == configuration.outputCount, (0..<quantiles).contains(quantile) else {
            return nil
        }
        var result: [[Double]] = []
        for (index, name) in targets.enumerated() {
            var start = 0.0
            if configuration.isDifferenced {
                guard let column = table.values(of: name), column.indices.contains(row) else { return nil }
                start = logarithm.applied(to: column[row])
            }
            result.append(
                (0..<configuration.networkSteps).map { step in
                    let output = Double(outputs[(step * targets.count + index) * quantiles + quantile])
                    return logarithm.undone(scalers[index].restored(output) + start).finite
                })
        }
        return result
    }

    /// A sentence for each column with a value among the rows that lies farther outside what the model was trained on
    /// than that is wide: "wind: 91 is far outside 0.4 … 9.5, which the model was trained on".
    package func warnings(of table: SeriesTable, rows: Range<Int>) -> [String] {
        let rows = rows.clamped(to: 0..<table.count)
        return zip(configuration.numericTargets + configuration.inputs, ranges).compactMap { name, range in
            let width = range.upperBound - range.lowerBound
            var farthest: (value: Double, distance: Double)?
            for value in table.values(of: name)?[rows] ?? [] {
                let distance = max(value - range.upperBound, range.lowerBound - value)
                if distance > width, distance > farthest?.distance ?? 0 { farthest = (value, distance) }
            }
            return farthest.map {
                "\(name): \($0.value.brief) is far outside \(range.lowerBound.brief) … \(range.upperBound.brief), "
                    + "which the model was trained on"
            }
        }
    }

    private static func missing(_ column: String, _ row: Int) -> SeriesError {
        SeriesError(
            .missingValue, column: column, row: row + 1, came: "a missing value", expected: "a number",
            hint: "fill it; a model that is trained to interpolate or to carry fills it")
    }

    private static func outOfReach(
        _ column: String, _ row: Int, _ value: Double, _ logarithm: Logarithm
    ) -> SeriesError {
        SeriesError(
            .value, column: column, row: row + 1, came: value.brief,
            expected: "a value above \(logarithm.bound.brief), of which there is a logarithm",
            hint: logarithm.bound == 0
                ? "take the transform \"log1p\" where values are 0, or none" : "leave the transform \"log1p\" out")
    }
}
