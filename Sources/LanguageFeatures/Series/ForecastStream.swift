package import Models
import RecurrentNetworks
package import TimeSeries

/// A series that is forecast while it comes, row by row: the answer after a row is that to all rows up to there, to the
/// bit. A stateful network reads each row once, whatever came before; the others read their window again.
///
/// A value: a copy goes its own way.
package struct ForecastStream: Sendable {
    package let model: StoredForecaster
    /// Rows read.
    package private(set) var count = 0
    /// The last of them: as many as an answer is made of. Nil before the first.
    private(set) var table: SeriesTable?
    private var memory: Memory
    private var interval: SeriesInterval?
    /// The time that others are counted from, and its row.
    private var anchor: (time: TimePoint, row: Int)?

    private enum Memory: Sendable {
        /// (up to `window`, features) row-major, of the last rows.
        case window([Float])
        case state(NetworkState)
    }

    package init(_ model: StoredForecaster) throws(SeriesError) {
        self.model = model
        interval = model.configuration.interval
        memory = .window([])
        if model.configuration.mode == .stateful {
            do { memory = .state(try model.network.initialState()) } catch {
                throw SeriesError(
                    .model, came: error.description, expected: "a network that reads row by row",
                    hint: "train the model again")
            }
        }
    }

    /// After the rows of a table, which has the model's columns alone, and is mended.
    init(_ model: StoredForecaster, _ table: SeriesTable, interval: SeriesInterval?) throws(SeriesError) {
        try self.init(model)
        guard table.count > 0 else { return }
        self.interval = interval
        self.table = table
        count = table.count
        anchor = table.times.map { times in
            let row = interval?.anchor(of: times) ?? 0
            return (times[row], row)
        }
        let first =
            switch memory {
            case .window: table.count - model.configuration.window
            case .state: 0
            }
        let row = max(first, model.unreadRows)
        guard row < table.count else { return }
        take(try model.encoder.features(of: table, rows: row..<table.count))
    }

    /// Whether there are enough rows for an answer.
    package var isReady: Bool { count >= model.neededRows }

    /// One row more: `values` in the order of targets and inputs. A missing value is filled with the last one there was,
    /// unless the model refuses missing values.
    ///
    /// Refused is what `SeriesTable` and `SeriesEncoder` refuse, and a time that is not one step after that of the row
    /// before, where the model knows its step. After a refusal the stream is as it was.
    package mutating func read(_ values: [Double], at time: TimePoint? = nil) throws(SeriesError) {
        try checkTime(time)
        let values = filled(values)
        var pair: SeriesTable
        if let table {
            pair = table[table.count - 1..<table.count]
            try numbered { () throws(SeriesError) in try pair.append(values, at: time) }
        } else {
            let names = model.columns
            guard values.count == names.count else {
                throw SeriesError(
                    .table, row: 1, came: "\(values.count) values",
                    expected: "\(names.count): " + names.joined(separator: ", "),
                    hint: "give the columns that the model was trained on, in their order")
            }
            pair = try SeriesTable(
                times: time.map { [$0] },
                columns: zip(names, values).map { SeriesTable.Column(name: $0, values: [$1]) })
        }
        let row = pair.count - 1
        if count < model.unreadRows {
            try numbered { () throws(SeriesError) in try model.encoder.check(pair, row: row) }
        } else {
            take(try numbered { () throws(SeriesError) in try model.encoder.features(of: pair, rows: row..<row + 1) })
        }
        if table == nil {
            table = pair
            anchor = time.map { ($0, 0) }
        } else {
            try table?.append(values, at: time)
            if let time, let anchor, interval?.anchor(of: [anchor.time, time]) == 1 { self.anchor = (time, count) }
        }
        count += 1
        forget()
    }

    private func filled(_ values: [Double]) -> [Double] {
        guard let table, model.configuration.repair.missing != .refuse, values.count == table.columns.count else {
            return values
        }
        return zip(values, table.columns).map { $0.isNaN ? $1.values.last ?? .nan : $0 }
    }

    /// Errors of what is done with a part of the rows name the row as the stream counts it.
    private func numbered<R>(_ body: () throws(SeriesError) -> R) throws(SeriesError) -> R {
        do throws(SeriesError) { return try body() } catch {
            var error = error
            if error.row != nil { error.row = count + 1 }
            throw error
        }
    }

    private func checkTime(_ time: TimePoint?) throws(SeriesError) {
        guard let time, count > 0, let anchor, let last = table?.times?.last else { return }
        guard time > last else {
            throw SeriesError(
                .order, row: count + 1, came: "\(time) after \(last)", expected: "rows in the order of time",
                hint: "send each row once, the earliest first")
        }
        guard let interval, let expected = interval.advanced(anchor.time, by: count - anchor.row),
            interval.steps(from: anchor.time, to: time) != count - anchor.row
                || interval.steps(from: last, to: time) != 1
        else { return }
        throw SeriesError(
            .gap, row: count + 1, came: "\(time) after \(last)", expected: "\(expected), a step of \(interval)",
            hint: "send a row for every step")
    }

    /// (rows, features) row-major.
    private mutating func take(_ features: [Float]) {
        let width = model.encoder.featureCount
        switch memory {
        case .window(var kept):
            // What is held twice is copied.
            memory = .window([])
            kept += features
            kept.removeFirst(max(0, kept.count - model.configuration.window * width))
            memory = .window(kept)
        case .state(var state):
            memory = .window([])
            features.withUnsafeBufferPointer { model.network.read(.features($0, width: width), &state) }
            memory = .state(state)
        }
    }

    /// Lets go of rows that no answer is made of.
    private mutating func forget() {
        guard let table else { return }
        let kept = max(model.encoder.contextRows, model.configuration.season)
        // Half of them at a time, so that a row costs the same however many are kept.
        if table.count > 2 * kept + 64 { self.table = table[table.count - kept..<table.count] }
    }

    /// What the network says after the last row; it holds the answers to quantiles apart.
    func answer() throws(SeriesError) -> [Float] {
        let outputs =
            switch memory {
            case .window(let features): model.network.predict(features: features)
            case .state(let state): model.network.output(of: state)
            }
        guard outputs.allSatisfy(\.isFinite) else { throw .noNumber }
        return outputs
    }

    /// The time so many steps after the last row; nil where rows have none, or it is outside the calendar.
    func time(ahead steps: Int) -> TimePoint? {
        guard let anchor else { return nil }
        return interval?.advanced(anchor.time, by: count - 1 + steps - anchor.row)
    }

    /// Goes on with what it said itself: `values` of the targets, which are all that the network reads.
    mutating func feed(_ values: [Double]) throws(SeriesError) {
        if table?.times != nil, time(ahead: 1) == nil, model.configuration.calendar.isEmpty {
            // Nothing reads them, and there are no more.
            table = try table.map { (table) throws(SeriesError) in try SeriesTable(columns: table.columns) }
        }
        try read(values, at: table?.times == nil ? nil : time(ahead: 1))
    }
}

extension StoredForecaster {
    /// The columns that are read.
    var columns: [String] { configuration.numericTargets + configuration.inputs }

    /// Rows at the beginning that only changes are counted from.
    var unreadRows: Int { encoder.contextRows - configuration.window }

    /// Rows that an answer needs at least.
    package var neededRows: Int { configuration.mode == .stateful ? unreadRows + 1 : encoder.contextRows }
}

extension SeriesError {
    static let noNumber = SeriesError(
        .model, came: "no number from the network", expected: "a forecast", hint: "train the model again")
}
