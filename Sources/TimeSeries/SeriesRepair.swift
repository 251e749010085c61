/// What becomes of missing values, those of rows that are not there included.
package enum MissingValues: String, Sendable, CaseIterable {
    case refuse
    /// On a line between the neighbours, so that the value after a gap is known within it; what is missing at an end
    /// takes the value nearest to it.
    case interpolate
    /// The last value that there was; what is missing at the beginning is refused.
    case carry
}

/// What becomes of rows with the same time.
package enum RepeatedTimes: String, Sendable, CaseIterable {
    case refuse, first, last
    /// Of the values that are not missing; of texts the first.
    case mean
}

/// How a table becomes one with a row for every step and a value in every row. Nothing is mended that is not asked for.
package struct SeriesRepair: Sendable, Equatable {
    package var missing: MissingValues
    package var repeated: RepeatedTimes
    /// Whether rows out of order are sorted by their times, else they are refused.
    package var sorts: Bool

    package init(missing: MissingValues = .refuse, repeated: RepeatedTimes = .refuse, sorts: Bool = false) {
        self.missing = missing
        self.repeated = repeated
        self.sorts = sorts
    }

    /// The order of time is checked, then repeated times, then that every time is a number of steps from the first;
    /// steps without a row become one, and missing values are filled. `interval` nil: the most frequent step, which is
    /// answered. Without times only missing values are filled.
    ///
    /// `notes` say in plain words what was changed. Missing texts take the last one before them, whichever way numbers
    /// are filled. Rows are counted as the table had them, or, for missing values, as it has them by then. Select the
    /// columns that matter first.
    package func repaired(
        _ table: SeriesTable, interval: SeriesInterval?
    ) throws(SeriesError) -> (table: SeriesTable, interval: SeriesInterval?, notes: [String]) {
        let (rows, step, changes) = try aligned(table, interval: interval)
        let (whole, fillings) = try filled(rows)
        return (whole, step, changes + fillings)
    }

    /// The same but for missing values, which stay missing; of a step that had no row all are.
    package func aligned(
        _ table: SeriesTable, interval: SeriesInterval?
    ) throws(SeriesError) -> (table: SeriesTable, interval: SeriesInterval?, notes: [String]) {
        var notes: [String] = []
        var table = table
        var interval = interval
        if table.times != nil {
            try order(&table, &notes)
            try join(&table, &notes)
            interval = interval ?? SeriesInterval.found(in: table.times ?? [])
            if let interval { try spread(&table, interval, &notes) }
        }
        return (table, interval, notes)
    }

    /// The rows of `aligned` with their missing values filled.
    ///
    /// - Parameter ends: where parts of the rows end, ascending. No value of a later part tells what is filled in before
    ///   it: a gap that reaches the end of a part is filled with the last value before the gap as far as there, and a
    ///   column whose first part has no value is refused.
    package func filled(
        _ table: SeriesTable, ends: [Int] = []
    ) throws(SeriesError) -> (table: SeriesTable, notes: [String]) {
        var (table, notes) = (table, [String]())
        try fill(&table, ends, &notes)
        return (table, notes)
    }

    private func order(_ table: inout SeriesTable, _ notes: inout [String]) throws(SeriesError) {
        guard let times = table.times,
            let place = times.indices.dropFirst().first(where: { times[$0].seconds < times[$0 - 1].seconds })
        else { return }
        guard sorts else {
            throw SeriesError(
                .order, row: place + 1, came: "\(times[place]) after \(times[place - 1])",
                expected: "rows in the order of time", hint: "sort the rows")
        }
        let order = times.indices.sorted { (times[$0].seconds, $0) < (times[$1].seconds, $1) }
        table = table.gathering(order, times: order.map { times[$0] })
        notes.append("rows were sorted by their times")
    }

    private func join(_ table: inout SeriesTable, _ notes: inout [String]) throws(SeriesError) {
        guard let times = table.times else { return }
        // The runs of rows with the same time.
        var runs: [Range<Int>] = []
        for row in times.indices {
            if let last = runs.last, times[last.lowerBound].seconds == times[row].seconds {
                guard repeated != .refuse else {
                    throw SeriesError(
                        .repeatedTime, row: row + 1, came: "\(times[row]) a second time", expected: "a time of its own",
                        hint: "leave one of the rows out")
                }
                runs[runs.count - 1] = last.lowerBound..<row + 1
            } else {
                runs.append(row..<row + 1)
            }
        }
        guard runs.count < times.count else { return }
        let rows = runs.map { repeated == .last ? $0.upperBound - 1 : $0.lowerBound }
        var joined = table.gathering(rows, times: rows.map { times[$0] })
        if repeated == .mean {
            let columns = table.columns.map { column in
                SeriesTable.Column(
                    name: column.name,
                    values: runs.map { run in
                        let there = column.values[run].filter { !$0.isNaN }
                        return there.isEmpty ? .nan : mean(of: there)
                    })
            }
            let texts = table.texts.map { column in
                SeriesTable.TextColumn(
                    name: column.name, values: runs.map { column.values[$0].first { !$0.isEmpty } ?? "" })
            }
            joined = joined.replacing(columns: columns, texts: texts)
        }
        notes.append("\(times.count - runs.count) rows with a time that came before: \(repeated.rawValue)")
        table = joined
    }

    private func spread(
        _ table: inout SeriesTable, _ interval: SeriesInterval, _ notes: inout [String]
    ) throws(SeriesError) {
        guard let times = table.times, let start = times.first else { return }
        // A table of many columns is large with few rows.
        let width = max(1, table.columns.count + table.texts.count)
        let limit = min(1_000_000, 10 * times.count, 4_000_000 / width)
        var places: [Int] = []
        places.reserveCapacity(times.count)
        for (row, time) in times.enumerated() {
            guard let place = interval.steps(from: start, to: time) else {
                throw SeriesError(
                    .interval, row: row + 1, came: "\(time)",
                    expected: "a whole number of steps of \(interval) from \(start)",
                    hint: "look at the times, or leave them out to take every row as a step")
            }
            guard place - row <= limit else {
                throw SeriesError(
                    .gap, row: row + 1,
                    came: "\(place - (places.last ?? 0) - 1) steps of \(interval) without a row before \(time)",
                    expected: "at most \(limit) in all among \(times.count) rows",
                    hint: "look at the times, or give the rows after the gap alone")
            }
            places.append(place)
        }
        let anchor = interval.anchor(of: times)
        if let row = times.indices.first(where: { row in
            interval.advanced(times[anchor], by: places[row] - places[anchor])?.seconds != times[row].seconds
        }) {
            throw SeriesError(
                .interval, row: row + 1, came: "\(times[row])",
                expected: "a whole number of steps of \(interval) from \(times[anchor])",
                hint: "look at the times, or leave them out to take every row as a step")
        }
        guard let last = places.last, last + 1 > times.count else { return }
        var rows = [Int?](repeating: nil, count: last + 1)
        for (row, place) in places.enumerated() { rows[place] = row }
        if missing == .refuse, let place = rows.firstIndex(of: nil) {
            throw SeriesError(
                .gap, row: place + 1,
                came:
                    "no row for \(interval.advanced(times[anchor], by: place - places[anchor])?.description ?? "a step")",
                expected: "a row every \(interval)",
                hint: "give a row for it, or leave the times out to take every row as a step"
            )
        }
        let filled = rows.indices.map { place in
            rows[place].map { times[$0] } ?? interval.advanced(times[anchor], by: place - places[anchor]) ?? start
        }
        table = table.gathering(rows, times: filled)
        notes.append("\(last + 1 - times.count) steps of \(interval) had no row")
    }

    private func fill(_ table: inout SeriesTable, _ ends: [Int], _ notes: inout [String]) throws(SeriesError) {
        let start = min(ends.first { $0 > 0 } ?? table.count, table.count)
        var columns = table.columns
        var texts = table.texts
        for index in columns.indices {
            let name = columns[index].name
            guard let first = columns[index].values.firstIndex(where: \.isNaN) else { continue }
            let count = columns[index].values.count { $0.isNaN }
            guard missing != .refuse, count < columns[index].values.count, missing != .carry || first > 0 else {
                throw refusal(name, first, isAll: count == columns[index].values.count, in: table)
            }
            guard columns[index].values[..<start].contains(where: { !$0.isNaN }) else {
                throw SeriesError(
                    .missingValue, column: name, came: "no value in the first \(start) rows",
                    expected: "a value among them", hint: "name another column, or begin with a row that has a value")
            }
            Self.fill(&columns[index].values, from: first, missing, ends)
            notes.append("\(name): \(count) missing values: \(missing.rawValue)")
        }
        for index in texts.indices {
            let name = texts[index].name
            guard let first = texts[index].values.firstIndex(of: "") else { continue }
            let count = texts[index].values.count { $0.isEmpty }
            guard missing != .refuse, first > 0 else {
                throw refusal(name, first, isAll: count == texts[index].values.count, in: table)
            }
            for row in first..<table.count where texts[index].values[row].isEmpty {
                texts[index].values[row] = texts[index].values[row - 1]
            }
            notes.append("\(name): \(count) missing texts: carry")
        }
        table = table.replacing(columns: columns, texts: texts)
    }

    private static func fill(_ values: inout [Double], from first: Int, _ missing: MissingValues, _ ends: [Int]) {
        var row = first
        while row < values.count {
            guard values[row].isNaN else {
                row += 1
                continue
            }
            let limit = min(ends.first { $0 > row } ?? values.count, values.count)
            let end = values[row..<limit].firstIndex { !$0.isNaN } ?? limit
            let before = row > 0 ? values[row - 1] : values[end]
            let after = end < limit && missing == .interpolate ? values[end] : before
            for place in row..<end {
                let share = Double(place - row + 1) / Double(end - row + 1)
                // Not by the difference, which may be more than a number can be.
                values[place] = before == after ? before : before * (1 - share) + after * share
            }
            row = end
        }
    }

    private func refusal(_ name: String, _ row: Int, isAll: Bool, in table: SeriesTable) -> SeriesError {
        let time = table.times.map { " at \($0[row])" } ?? ""
        if isAll {
            return SeriesError(
                .missingValue, column: name, came: "no value at all", expected: "values",
                hint: "name another column")
        }
        return SeriesError(
            .missingValue, column: name, row: row + 1, came: "a missing value\(time)", expected: "a value",
            hint: missing == .refuse
                ? "fill it; a model that is trained to interpolate or to carry fills it"
                : "begin with a row that has one, so that there is something to carry"
        )
    }
}
