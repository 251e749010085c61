import JSONRPC
package import LanguageFeatures
package import Models
package import ServerProtocol
import TimeSeries

/// Rows of a request as the table that a model reads: its columns alone, in its order.
struct SeriesConversion {
    /// The columns, and the one with the dates.
    private let names: [String]
    private let dateColumn: String?
    private let model: String

    init(_ configuration: SeriesConfiguration, model: String) {
        names = configuration.numericTargets + configuration.inputs
        dateColumn = configuration.dateColumn
        self.model = model
    }

    /// - Parameter limit: of the numbers, those that are missing counted too.
    func table(_ parameters: SeriesForecast.Parameters, limit: Int) throws(ResponseError) -> SeriesTable {
        let rows = parameters.series.count
        guard rows <= limit / max(1, names.count) else {
            throw ResponseError(
                .tooLarge, "\(rows) rows of \(names.count) columns came, expected at most \(limit) numbers",
                hint: "give the last rows, as many as the model reads")
        }
        var times = try parameters.times.map { (times) throws(ResponseError) in try self.times(times) }
        if case .values = parameters.series, names.isEmpty { throw onlyTimes("values came") }
        var columns = names.map { name in
            var values: [Double] = []
            values.reserveCapacity(rows)
            return SeriesTable.Column(name: name, values: values)
        }
        switch parameters.series {
        case .values(let values):
            guard names.count == 1 else {
                throw wrongColumns(
                    "values of one column came, expected rows of \(names.count)", "give them as \"rows\"")
            }
            columns[0].values = values.map { $0 ?? .nan }
        case .listed(let rows):
            for (index, row) in rows.enumerated() {
                guard row.count == names.count else {
                    throw wrongColumns(
                        "rows[\(index)] has \(row.count) values, expected \(names.count)",
                        "give each row these, in this order, and null where a value is missing")
                }
                for (column, cell) in row.enumerated() {
                    columns[column].values.append(try number(cell, names[column], row: index))
                }
            }
        case .named(let rows):
            if let dates = try dates(rows) {
                guard times == nil else {
                    throw ResponseError(
                        .invalidParams, "times came, and the rows have the column \"\(dateColumn ?? "")\", too",
                        hint: "leave one of them out")
                }
                times = dates
            }
            for (column, name) in names.enumerated() {
                var place = 0
                var isThere = rows.isEmpty
                for (index, row) in rows.enumerated() {
                    let cell = Self.cell(name, of: row, &place)
                    isThere = isThere || cell != nil
                    columns[column].values.append(try number(cell ?? .missing, name, row: index))
                }
                guard isThere else { throw missing(name, rows) }
            }
        }
        // Else there would be no row at all.
        if names.isEmpty, times == nil { throw onlyTimes("no times came") }
        do throws(SeriesError) { return try SeriesTable(times: times, columns: columns) } catch {
            throw ResponseError(error)
        }
    }

    private func number(
        _ cell: SeriesForecast.Series.Cell, _ name: String, row: Int
    ) throws(ResponseError) -> Double {
        switch cell {
        case .missing: return .nan
        case .number(let number): return number
        case .text(let text):
            throw ResponseError(
                .invalidParams,
                "rows[\(row)], column \"\(name)\": the text \"\(text.prefix(40))\" came, expected a number",
                hint: "write numbers as JSON does, 3.5 and neither \"3.5\" nor \"3,5\", and null where one is missing")
        }
    }

    /// Nil where no row has one.
    private func dates(_ rows: [[SeriesForecast.Series.Member]]) throws(ResponseError) -> [TimePoint]? {
        guard let dateColumn else { return nil }
        var place = 0
        let cells = rows.map { Self.cell(dateColumn, of: $0, &place) }
        guard cells.contains(where: { $0 != nil }) else { return nil }
        var dates: [TimePoint] = []
        dates.reserveCapacity(rows.count)
        for (index, cell) in cells.enumerated() {
            switch cell ?? .missing {
            case .text(let text): dates.append(try time(text, "rows[\(index)].\(dateColumn)"))
            // A year may be written as a number.
            case .number(let number) where number == number.rounded() && number.magnitude < 1e9:
                dates.append(try time(String(Int(number)), "rows[\(index)].\(dateColumn)"))
            case .number, .missing:
                throw ResponseError(
                    .invalidParams, "rows[\(index)] has no date in \"\(dateColumn)\", expected one as other rows have",
                    hint: "give each row its date, or none")
            }
        }
        return dates
    }

    private func times(_ texts: [String]) throws(ResponseError) -> [TimePoint] {
        var times: [TimePoint] = []
        times.reserveCapacity(texts.count)
        for text in texts { times.append(try time(text, "times[\(times.count)]")) }
        return times
    }

    private func time(_ text: String, _ place: String) throws(ResponseError) -> TimePoint {
        guard let time = TimePoint(text) else {
            throw ResponseError(
                .invalidParams, "\(place) is \"\(text.prefix(40))\", expected a time",
                hint: "write 2012, 2012-01, 2012-01-05 or 2012-01-05T13:00")
        }
        return time
    }

    /// - Parameter place: where the row before had it: mostly this one has it there, too.
    private static func cell(
        _ name: String, of row: [SeriesForecast.Series.Member], _ place: inout Int
    ) -> SeriesForecast.Series.Cell? {
        if place < row.count, row[place].name == name { return row[place].cell }
        guard let found = row.firstIndex(where: { $0.name == name }) else { return nil }
        place = found
        return row[found].cell
    }

    private func missing(_ name: String, _ rows: [[SeriesForecast.Series.Member]]) -> ResponseError {
        let came = rows.first?.prefix(20).map { "\"\($0.name.prefix(40))\"" }.joined(separator: ", ") ?? ""
        return wrongColumns(
            "the rows have no column \"\(name)\"", came.isEmpty ? "the first row is empty" : "the first row has \(came)"
        )
    }

    /// Of a model without columns.
    private func onlyTimes(_ message: String) -> ResponseError {
        ResponseError(
            .invalidParams, "\(message): the model \"\(model)\" reads nothing but the times of rows",
            hint: "give \"times\" and, as \"rows\", an empty list for each of them")
    }

    private func wrongColumns(_ message: String, _ hint: String) -> ResponseError {
        let columns = names.isEmpty ? "no columns" : names.map { "\"\($0)\"" }.joined(separator: ", ")
        return ResponseError(.invalidParams, "\(message): the model \"\(model)\" was trained on \(columns)", hint: hint)
    }
}

extension SeriesForecast.Result {
    /// Nil where nothing was foreseen.
    package init?(_ forecast: Forecast, by model: StoredForecaster) {
        let answer: SeriesForecast.Answer
        if let first = forecast.targets.first {
            answer = .numbers(.init(first), others: forecast.targets.dropFirst().map { .init($0) })
        } else if let target = model.configuration.targets.first, !forecast.labels.isEmpty {
            answer = .labels(
                target: target, forecast.labels.map { .init(label: $0.label, probability: $0.probability) })
        } else {
            return nil
        }
        self.init(
            model: model.name, answer: answer, times: forecast.times?.map(\.description), warnings: forecast.warnings)
    }
}

extension SeriesForecast.Target {
    fileprivate init(_ target: Forecast.Target) {
        self.init(
            name: target.name, forecast: target.values.map(\.legible),
            lower: target.lower.isEmpty ? nil : target.lower.map(\.legible),
            upper: target.upper.isEmpty ? nil : target.upper.map(\.legible), naive: target.lastValue.map(\.legible),
            seasonal: target.seasonal?.map(\.legible), linear: target.linear?.map(\.legible))
    }
}

extension Double {
    /// To six decimals, which are seven figures or so, as many as a network's numbers have; as it is where these would
    /// be fewer.
    fileprivate var legible: Double {
        (0.1..<1e9).contains(magnitude) ? (self * 1e6).rounded() / 1e6 : self
    }
}

extension ResponseError {
    init(_ error: SeriesError) {
        self.init(error.kind == .model ? .modelInvalid : .invalidParams, error.description, hint: error.hint)
    }
}
