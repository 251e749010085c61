import JSON
package import TimeSeries

/// A file of a series, a row a moment: TSV, CSV or JSON lines, plain or gzip; `-` is standard input. Only the columns
/// that are asked for are kept, so that a file may be larger than memory.
package struct SeriesFile: Sendable, Equatable {
    /// What is wanted of a column. An empty field, NA, N/A, NaN, null and none are missing values, in any case.
    package enum Column: Sendable, Equatable {
        case number(String)
        case text(String)
        /// Numbers where the first value that is not missing is one, else texts.
        case either(String)

        package var name: String {
            switch self {
            case .number(let name), .text(let name), .either(let name): name
            }
        }
    }

    /// A table, and what its file says of it.
    package struct Content: Sendable {
        /// Columns and texts in the order in which they were asked for.
        package var table: SeriesTable
        /// The column that the table's times are of.
        package var dateColumn: String?
        /// The line that each row begins on, from 1.
        package var lines: [Int]
    }

    package var path: String
    /// Nil: found by its name and its first value (`DateColumn`); a file may have none. `noDates`: none, whatever there is.
    package var dateColumn: String?
    /// Nil: by the file's extension, else by its content.
    package var format: DataFormat?

    /// In place of the name of a column, where rows are only numbered.
    package static let noDates = "none"

    package init(path: String, dateColumn: String? = nil, format: DataFormat? = nil) {
        self.path = path
        self.dateColumn = dateColumn
        self.format = format
    }

    /// For a model: where that knows no dates, none are looked for, and where it reads nothing of them, they may stand in
    /// another column than in training.
    package init(path: String, for model: SeriesConfiguration) {
        self.init(path: path)
        if model.dateColumn == nil { dateColumn = Self.noDates }
        if !model.calendar.isEmpty { dateColumn = model.dateColumn }
    }

    fileprivate var namedDateColumn: String? { dateColumn == Self.noDates ? nil : dateColumn }

    /// Reads it all. Empty lines are passed over, in JSON lines those of spaces too. Where one column of numbers is
    /// wanted alone, and the first line is a number, every line is one.
    package func read(_ wanted: [Column]) throws(DataError) -> Content {
        var rows = SeriesRows(self, wanted)
        try read(into: &rows) { _ in true }
        return try rows.content
    }

    /// The same of columns of numbers, row by row as they come, of which none is kept.
    package func forEachRow(
        _ wanted: [String], _ body: (_ time: TimePoint?, _ values: [Double]) throws -> Void
    ) throws {
        var rows = SeriesRows(self, wanted.map { .number($0) })
        var failure: (any Error)?
        try read(into: &rows) { rows in
            let (time, values) = rows.removeLast()
            do { try body(time, values) } catch { failure = error }
            return failure == nil
        }
        if let failure { throw failure }
    }

    /// - Parameter goesOn: is asked after every row.
    private func read(into rows: inout SeriesRows, _ goesOn: (inout SeriesRows) -> Bool) throws(DataError) {
        let wanted = rows.wanted
        var lines = try LineReader(file: path)
        var line: [UInt8] = []
        repeat {
            guard try lines.next(into: &line) else { throw empty("no line that is not blank") }
        } while isBlank(line)
        if case .number? = wanted.first, wanted.count == 1, try isNumber(line, lines.number) {
            return try readValuesAlone(lines, line, into: &rows, goesOn)
        }
        let format: DataFormat
        if let given = self.format { format = given } else { format = try DataFormat.of(file: path, firstLine: line) }
        switch format {
        case .labelLines:
            throw DataError(
                .unknownFormat, file: path, line: lines.number, came: "a text with a label",
                expected: "a header with tabs or commas, or a JSON object a line",
                hint: "a series has a row a moment, its numbers in columns")
        case .tsv, .csv:
            var reader = DelimitedReader(lines: lines, isCSV: format == .csv)
            let header = try reader.fields(from: &line)
            let places = try rows.places(in: header, line: lines.number)
            while try reader.next(into: &line) {
                if line.isEmpty { continue }
                let number = reader.number
                let fields = try reader.fields(from: &line)
                guard fields.count == header.count else {
                    var error = DataFile(path: path).wrongFieldCount(fields, header, number, isCSV: format == .csv)
                    if format == .csv, fields.count > header.count {
                        error.hint += "; numbers have a decimal point, 3.5 and not 3,5"
                    }
                    throw error
                }
                if rows.isEmpty { try rows.findDates(in: zip(header, fields).map { ($0, .text($1)) }, line: number) }
                try rows.add(
                    time: rows.dateColumn.flatMap { name in header.firstIndex(of: name).map { .text(fields[$0]) } },
                    places.map { .text(fields[$0]) }, line: number)
                guard goesOn(&rows) else { return }
            }
        case .jsonLines:
            let file = DataFile(path: path)
            let example = #"{"date": "2012-01-01", "temperature": 12.8}"#
            repeat {
                if isBlank(line) { continue }
                let number = lines.number
                let object = try file.jsonObject(line, number: number, example: example)
                if rows.isEmpty {
                    _ = try rows.places(in: object.members.map(\.name), line: number)
                    try rows.findDates(in: object.members.map { ($0.name, SeriesCell($0.value)) }, line: number)
                }
                try rows.add(
                    time: rows.dateColumn.map { SeriesCell(object[$0]) },
                    wanted.map { SeriesCell(object[$0.name]) }, line: number)
                guard goesOn(&rows) else { return }
            } while try lines.next(into: &line)
        }
        guard !rows.isEmpty else { throw empty("a header without rows") }
    }

    // MARK: - Lines of a number each

    private func isNumber(_ line: [UInt8], _ number: Int) throws(DataError) -> Bool {
        SeriesCell.text(try decode(line, file: path, line: number)).trimmed.flatMap(SeriesCell.number) != nil
    }

    private func readValuesAlone(
        _ lines: LineReader, _ line: [UInt8], into rows: inout SeriesRows, _ goesOn: (inout SeriesRows) -> Bool
    ) throws(DataError) {
        var (lines, line) = (lines, line)
        repeat {
            if isBlank(line) { continue }
            try rows.add(
                time: nil, [.text(try decode(line, file: path, line: lines.number))], line: lines.number)
            guard goesOn(&rows) else { return }
        } while try lines.next(into: &line)
    }

    private func empty(_ came: String) -> DataError {
        DataError(.empty, file: path, came: came, expected: "rows of numbers", hint: "is this the right file?")
    }
}

/// A field as a file has it.
enum SeriesCell {
    case text(String)
    case number(Double)
    case missing
    /// What no field of a series is; its JSON kind.
    case other(String)

    init(_ value: JSONValue?) {
        switch value {
        case nil, .null?: self = .missing
        case .string(let text)?: self = .text(text)
        case .integer(let number)?: self = .number(Double(number))
        case .number(let number)?: self = .number(number)
        case let value?: self = .other(value.kind)
        }
    }

    /// Without white space around it; nil where nothing is there.
    var trimmed: String? {
        guard case .text(let text) = self else { return nil }
        let isSpace = { (character: Character) in character.isWhitespace }
        guard let first = text.firstIndex(where: { !isSpace($0) }), let last = text.lastIndex(where: { !isSpace($0) })
        else { return nil }
        let trimmed = text[first...last]
        return Self.missingNames.contains(trimmed.lowercased()) ? nil : String(trimmed)
    }

    private static let missingNames: Set<String> = ["na", "n/a", "nan", "null", "none"]

    var isMissing: Bool {
        switch self {
        case .missing: true
        case .text: trimmed == nil
        case .number, .other: false
        }
    }

    /// The moment that is written; of JSON's numbers whole ones are years or days, as their digits say.
    var time: TimePoint? {
        switch self {
        case .text: trimmed.flatMap { TimePoint($0) }
        case .number(let number): Int64(exactly: number).flatMap { TimePoint(String($0)) }
        case .missing, .other: nil
        }
    }

    /// A decimal number; infinite where it is written so or too large. Nil where it is none.
    static func number(_ text: String) -> Double? {
        if text.utf8.allSatisfy({ (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }) { return Double(text) }
        let word = text.lowercased().drop { $0 == "+" || $0 == "-" }
        return ["inf", "infinity", "∞"].contains(word) ? .infinity : nil
    }

    /// "3.5" of "3,5"; nil of what is no such number.
    static func withDecimalPoint(_ text: String) -> String? {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let written = "\(parts[0]).\(parts[1])"
        return number(written)?.isFinite == true ? written : nil
    }
}

/// The rows of a series as they are read.
private struct SeriesRows {
    private let file: SeriesFile
    let wanted: [SeriesFile.Column]
    private(set) var dateColumn: String?
    private var times: [TimePoint] = []
    private var lines: [Int] = []
    private var numbers: [[Double]]
    private var texts: [[String]]
    /// Nil as long as every value has been missing.
    private var isNumber: [Bool?]

    init(_ file: SeriesFile, _ wanted: [SeriesFile.Column]) {
        self.file = file
        self.wanted = wanted
        numbers = wanted.map { _ in [] }
        texts = wanted.map { _ in [] }
        isNumber = wanted.map { column in
            switch column {
            case .number: true
            case .text: false
            case .either: nil
            }
        }
    }

    /// Whether there has never been a row.
    private(set) var isEmpty = true

    var content: SeriesFile.Content {
        get throws(DataError) {
            var columns: [SeriesTable.Column] = []
            var texts: [SeriesTable.TextColumn] = []
            for (index, column) in wanted.enumerated() {
                if isNumber[index] ?? true {
                    columns.append(SeriesTable.Column(name: column.name, values: numbers[index]))
                } else {
                    texts.append(SeriesTable.TextColumn(name: column.name, values: self.texts[index]))
                }
            }
            do {
                let table = try SeriesTable(times: dateColumn == nil ? nil : times, columns: columns, texts: texts)
                return SeriesFile.Content(table: table, dateColumn: dateColumn, lines: lines)
            } catch {
                throw DataError(
                    .repeatedColumn, file: file.path, came: error.came, expected: error.expected, hint: error.hint)
            }
        }
    }

    /// Where the wanted columns stand among these names.
    func places(in names: [String], line: Int) throws(DataError) -> [Int] {
        try DataFile(path: file.path).checkNames(names, line: line)
        var places: [Int] = []
        for name in wanted.map(\.name) + [file.namedDateColumn].compactMap({ $0 }) {
            guard let place = names.firstIndex(of: name) else { throw missing(name, among: names, line: line) }
            places.append(place)
        }
        return Array(places.prefix(wanted.count))
    }

    private func missing(_ name: String, among names: [String], line: Int) -> DataError {
        let there = names.prefix(30).map { "'\(excerpt($0))'" }.joined(separator: ", ")
        let hint =
            if names.count == 1, names[0].contains(";") {
                "the fields are separated by semicolons: write commas or tabs between them, and numbers with a point"
            } else {
                "name the columns as the file does, with --target, --input and --date-column"
            }
        return DataError(
            .missingColumn, file: file.path, line: line,
            came: "the columns \(there)\(names.count > 30 ? ", …" : "")", expected: "'\(excerpt(name))'", hint: hint)
    }

    /// - Parameter row: the first, on this line.
    mutating func findDates(in row: [(name: String, cell: SeriesCell)], line: Int) throws(DataError) {
        guard file.dateColumn != SeriesFile.noDates else { return }
        let others = Set(wanted.map(\.name))
        let row = row.filter { !others.contains($0.name) }
        dateColumn = file.dateColumn ?? DateColumn.find(in: row)
        // Without a word, rows would lose their dates.
        guard dateColumn == nil, let column = DateColumn.unread(in: row) else { return }
        throw notADate(
            column.cell, in: column.name, line: line,
            hint: "write the dates so; where they are none, train with --date-column none")
    }

    mutating func add(time: SeriesCell?, _ cells: [SeriesCell], line: Int) throws(DataError) {
        if let time { times.append(try checked(time, line: line)) }
        for (index, cell) in cells.enumerated() {
            let name = wanted[index].name
            if case .other(let kind) = cell {
                throw DataError(
                    .wrongType, file: file.path, line: line, came: "\(kind) in the column '\(excerpt(name))'",
                    expected: "a number, a text or null", hint: "is it the column you mean?")
            }
            if isNumber[index] == nil, !cell.isMissing {
                isNumber[index] = cell.looksLikeNumber
                if isNumber[index] == true { texts[index] = [] } else { numbers[index] = [] }
            }
            if isNumber[index] != false { numbers[index].append(try number(cell, in: name, line: line)) }
            if isNumber[index] != true { texts[index].append(try text(cell, line: line)) }
        }
        lines.append(line)
        isEmpty = false
    }

    /// The last row, of columns of numbers. The first time stays, as what the others are written like.
    mutating func removeLast() -> (time: TimePoint?, values: [Double]) {
        lines.removeAll(keepingCapacity: true)
        let time = times.last
        if times.count > 1 { times.removeLast() }
        return (time, numbers.indices.map { numbers[$0].popLast() ?? .nan })
    }

    private func checked(_ cell: SeriesCell, line: Int) throws(DataError) -> TimePoint {
        guard let time = cell.time else {
            throw notADate(
                cell, in: dateColumn ?? "", line: line,
                hint: "mend the row, or name another column with --date-column")
        }
        guard times.isEmpty || times[0].resolution == time.resolution else {
            throw DataError(
                .notADate, file: file.path, line: line, came: "\(time) in the column '\(excerpt(dateColumn ?? ""))'",
                expected: "a date written as those before it, such as \(times[0])",
                hint: "write all dates alike, with or without a day and a time")
        }
        return time
    }

    private func notADate(_ cell: SeriesCell, in column: String, line: Int, hint: String) -> DataError {
        let came =
            switch cell {
            case .text(let text) where !cell.isMissing: "'\(excerpt(text))'"
            case .number(let number): "\(number)"
            default: "no date"
            }
        return DataError(
            .notADate, file: file.path, line: line, came: "\(came) in the column '\(excerpt(column))'",
            expected: "a date such as 2012-01-31, 2012-01 or 2012-01-31 13:00", hint: hint)
    }

    private func number(_ cell: SeriesCell, in column: String, line: Int) throws(DataError) -> Double {
        func refusal(_ kind: DataError.Kind, _ came: String, _ expected: String, _ hint: String) -> DataError {
            DataError(
                kind, file: file.path, line: line, came: "\(came) in the column '\(excerpt(column))'",
                expected: expected, hint: hint)
        }
        if case .number(let number) = cell, number.isFinite { return number }
        guard let text = cell.trimmed else { return .nan }
        guard let number = SeriesCell.number(text) else {
            if let mended = SeriesCell.withDecimalPoint(text) {
                throw refusal(
                    .decimalComma, "'\(excerpt(text))'", "a number with a decimal point",
                    "write \(mended): a comma separates fields")
            }
            throw refusal(
                .notANumber, "'\(excerpt(text))'", "a number, or nothing where the value is missing",
                "mend the row, or choose another column; a target of texts alone is learned as labels")
        }
        guard number.isFinite else {
            throw refusal(
                .infinite, "'\(excerpt(text))'", "a finite number, or nothing where the value is missing",
                "leave the field empty, and say how missing values are filled with --missing")
        }
        return number
    }

    private func text(_ cell: SeriesCell, line: Int) throws(DataError) -> String {
        if case .number(let number) = cell {
            return try text(.text(Int64(exactly: number).map(String.init) ?? String(number)), line: line)
        }
        guard let text = cell.trimmed else { return "" }
        return try DataFile(path: file.path).checked(text, line: line)
    }
}

extension SeriesCell {
    /// Whether the first value of a column makes it one of numbers: what is meant as one is refused later by its name.
    fileprivate var looksLikeNumber: Bool {
        if case .number = self { return true }
        return trimmed.map { Self.number($0) != nil || Self.withDecimalPoint($0) != nil } ?? false
    }
}

/// Which column of a file holds the dates.
enum DateColumn {
    /// A name that is one of these, or has one as a word, is a date's.
    private static let names: Set<String> = [
        "date", "time", "datetime", "timestamp", "day", "week", "month", "quarter", "year", "ds",
        "날짜", "일자", "일시", "시각", "시간", "연월", "년월", "연월일", "년월일", "연도", "년도", "월", "일",
    ]

    /// By the first row: the first column that is named so and has a date that can be nothing else (a year alone, or
    /// eight digits, may be a number), else the first with such a date, else the first that is named so and has any.
    static func find(in row: [(name: String, cell: SeriesCell)]) -> String? {
        let dates = row.filter { $0.cell.time != nil }
        let sure = dates.filter { column in
            if case .text(let text) = column.cell { SeriesCell.number(text) == nil } else { false }
        }
        return (sure.first { isNamed($0.name) } ?? sure.first ?? dates.first { isNamed($0.name) })?.name
    }

    /// Where none was found: the first column that is named so, and has nothing, or what is neither a date nor a number.
    static func unread(in row: [(name: String, cell: SeriesCell)]) -> (name: String, cell: SeriesCell)? {
        row.first { column in
            isNamed(column.name)
                && (column.cell.isMissing || column.cell.trimmed.map { SeriesCell.number($0) == nil } == true)
        }
    }

    private static func isNamed(_ name: String) -> Bool {
        let words = name.lowercased().split { !($0.isLetter || $0.isNumber) }
        return words.contains { names.contains(String($0)) }
    }
}
