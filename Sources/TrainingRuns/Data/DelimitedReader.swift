/// Rows of TSV (split at every tab) or CSV (RFC 4180).
struct DelimitedReader {
    private var lines: LineReader
    private let isCSV: Bool
    /// The first line of the row that `next` gave last.
    private(set) var number: Int

    init(lines: LineReader, isCSV: Bool) {
        self.lines = lines
        self.isCSV = isCSV
        number = lines.number
    }

    /// The first line of the next row; false after the last.
    mutating func next(into line: inout [UInt8]) throws(DataError) -> Bool {
        let hasLine = try lines.next(into: &line)
        number = lines.number
        return hasLine
    }

    /// The fields of the row that begins with `line`; a quoted field may take further lines from the file.
    mutating func fields(from line: inout [UInt8]) throws(DataError) -> [String] {
        guard isCSV else {
            var fields: [String] = []
            for field in line.split(separator: 0x09, omittingEmptySubsequences: false) {
                fields.append(try decode(field, file: lines.file, line: number))
            }
            return fields
        }
        let quote = UInt8(ascii: "\"")
        let comma = UInt8(ascii: ",")
        var fields: [String] = []
        var field: [UInt8] = []
        var index = 0
        while true {
            field.removeAll(keepingCapacity: true)
            if index < line.count, line[index] == quote {
                index += 1
                while true {
                    if index == line.count {
                        field.append(0x0a)
                        guard field.count <= LineReader.maximumLength, try lines.next(into: &line) else {
                            throw unclosedQuote()
                        }
                        index = 0
                    } else if line[index] != quote {
                        field.append(line[index])
                        index += 1
                    } else if index + 1 < line.count, line[index + 1] == quote {
                        field.append(quote)
                        index += 2
                    } else {
                        index += 1
                        break
                    }
                }
                guard index == line.count || line[index] == comma else { throw strayQuote(field) }
            } else {
                while index < line.count, line[index] != comma {
                    field.append(line[index])
                    index += 1
                }
            }
            fields.append(try decode(field, file: lines.file, line: number))
            guard index < line.count else { return fields }
            index += 1
        }
    }

    private func unclosedQuote() -> DataError {
        DataError(
            .unclosedQuote, file: lines.file, line: number, came: "a quoted field that never ends",
            expected: "a closing quote before a comma or the end of the line",
            hint: "close it; a quote inside a quoted field is written twice")
    }

    private func strayQuote(_ field: [UInt8]) -> DataError {
        DataError(
            .strayQuote, file: lines.file, line: number,
            came:
                "more text after the quote that closes '\(excerpt(String(decoding: field.prefix(200), as: UTF8.self)))'",
            expected: "a comma or the end of the line", hint: "a quote inside a quoted field is written twice")
    }
}
