/// Rows of numbers in the order of time: columns of equal length, each of a name of its own.
package struct SeriesTable: Sendable, Equatable {
    package struct Column: Sendable, Equatable {
        package var name: String
        /// A value a row. NaN: missing.
        package var values: [Double]

        package init(name: String, values: [Double]) {
            self.name = name
            self.values = values
        }
    }

    /// Labels, such as the weather of a day.
    package struct TextColumn: Sendable, Equatable {
        package var name: String
        /// A text a row. Empty: missing.
        package var values: [String]

        package init(name: String, values: [String]) {
            self.name = name
            self.values = values
        }
    }

    /// One a row, or nil where the rows are only numbered.
    package private(set) var times: [TimePoint]?
    package private(set) var columns: [Column]
    package private(set) var texts: [TextColumn]
    /// The number of rows.
    package private(set) var count: Int

    /// Refused are columns of different lengths, names that occur twice and infinite values.
    package init(times: [TimePoint]? = nil, columns: [Column], texts: [TextColumn] = []) throws(SeriesError) {
        count = times?.count ?? columns.first?.values.count ?? texts.first?.values.count ?? 0
        var names: Set<String> = []
        for (name, length) in columns.map({ ($0.name, $0.values.count) }) + texts.map({ ($0.name, $0.values.count) }) {
            guard length == count else {
                throw SeriesError(
                    .table, column: name, came: "\(length) rows", expected: "\(count), as the others have",
                    hint: "give every column a value for every row")
            }
            guard names.insert(name).inserted else {
                throw SeriesError(
                    .table, column: name, came: "a second column of this name", expected: "a name of its own",
                    hint: "rename one of them")
            }
        }
        for column in columns {
            guard let row = column.values.firstIndex(where: \.isInfinite) else { continue }
            throw SeriesError(
                .table, column: column.name, row: row + 1, came: "an infinite value", expected: "a number",
                hint: "leave the value out where it is unknown")
        }
        self.times = times
        self.columns = columns
        self.texts = texts
    }

    /// The values of a column, nil where there is none of the name.
    package func values(of name: String) -> [Double]? { columns.first { $0.name == name }?.values }

    package func texts(of name: String) -> [String]? { texts.first { $0.name == name }?.values }

    /// These rows alone, as far as there are so many.
    package subscript(rows: Range<Int>) -> SeriesTable {
        let rows = rows.clamped(to: 0..<count)
        var part = self
        part.times = times.map { Array($0[rows]) }
        part.columns = columns.map { Column(name: $0.name, values: Array($0.values[rows])) }
        part.texts = texts.map { TextColumn(name: $0.name, values: Array($0.values[rows])) }
        part.count = rows.count
        return part
    }

    /// One row more: `values` in the order of the columns, texts missing. Refused are another number of values, infinite
    /// ones, and a row without a time among others that have theirs; a time is left out where the others have none.
    package mutating func append(_ values: [Double], at time: TimePoint? = nil) throws(SeriesError) {
        guard values.count == columns.count else {
            throw SeriesError(
                .table, row: count + 1, came: "\(values.count) values",
                expected: "\(columns.count): " + columns.map(\.name).joined(separator: ", "),
                hint: "give the columns that the model was trained on, in their order")
        }
        guard values.allSatisfy({ !$0.isInfinite }) else {
            throw SeriesError(
                .table, row: count + 1, came: "an infinite value", expected: "a number",
                hint: "leave the value out where it is unknown")
        }
        if times != nil {
            guard let time else {
                throw SeriesError(
                    .missingTimes, row: count + 1, came: "no time", expected: "one, as the rows before have",
                    hint: "give the time of the row")
            }
            times?.append(time)
        }
        for index in columns.indices { columns[index].values.append(values[index]) }
        for index in texts.indices { texts[index].values.append("") }
        count += 1
    }

    /// These columns alone, in this order. A column that is not there is refused with those that are.
    package func selecting(_ names: [String], texts textNames: [String] = []) throws(SeriesError) -> SeriesTable {
        var part = self
        part.columns = try names.map { name throws(SeriesError) in
            Column(name: name, values: try self.column(name))
        }
        part.texts = try textNames.map { name throws(SeriesError) in
            guard let values = self.texts(of: name) else { throw missing(name, kind: "texts") }
            return TextColumn(name: name, values: values)
        }
        return part
    }

    /// These rows in this order, at these times; nil is a row of which all is missing.
    func gathering(_ rows: [Int?], times: [TimePoint]) -> SeriesTable {
        var result = self
        result.times = times
        for index in columns.indices {
            let values = columns[index].values
            result.columns[index].values = rows.map { $0.map { values[$0] } ?? .nan }
        }
        for index in texts.indices {
            let values = texts[index].values
            result.texts[index].values = rows.map { $0.map { values[$0] } ?? "" }
        }
        result.count = rows.count
        return result
    }

    /// The same rows with other values, of the same number, and texts.
    func replacing(columns: [Column], texts: [TextColumn]) -> SeriesTable {
        var result = self
        result.columns = columns
        result.texts = texts
        return result
    }

    /// The values of a column that has to be there.
    func column(_ name: String) throws(SeriesError) -> [Double] {
        guard let values = values(of: name) else { throw missing(name, kind: "numbers") }
        return values
    }

    private func missing(_ name: String, kind: String) -> SeriesError {
        let names = columns.map(\.name) + texts.map(\.name)
        return SeriesError(
            .missingColumn, column: name,
            came: names.isEmpty ? "no columns" : "columns \(names.joined(separator: ", "))",
            expected: "a column of \(kind) named \(name)",
            hint: "give the columns that the model was trained on, under their names")
    }
}
