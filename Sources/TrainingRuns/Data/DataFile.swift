import JSON

/// A file of labelled texts, or of texts and their translations: TSV, CSV, JSON lines or `__label__` lines, plain or
/// gzip; `-` is standard input.
package struct DataFile: Sendable, Equatable {
    /// Names that are looked for when none is given, in this order.
    package static let usualTextColumns = ["text", "document", "sentence", "review"]
    package static let usualLabelColumns = ["label", "class", "category", "sentiment", "intent"]
    package static let usualTranslationColumns = ["translation", "target"]

    package var path: String
    package var textColumn: String?
    package var labelColumn: String?
    /// Nil: by the file's extension, else by its content.
    package var format: DataFormat?

    package init(path: String, textColumn: String? = nil, labelColumn: String? = nil, format: DataFormat? = nil) {
        self.path = path
        self.textColumn = textColumn
        self.labelColumn = labelColumn
        self.format = format
    }

    /// Reads it all. Empty lines are passed over, and in JSON and `__label__` lines those of spaces too; in TSV and CSV
    /// spaces are a field. A row with an empty text is kept.
    package func read() throws(DataError) -> LabelledTexts {
        var rows = LabelledTexts()
        try forEachRow { (text, label, _) throws(DataError) in rows.append(text, label: label) }
        rows.sortNames()
        return rows
    }

    /// Gives every row in order, with the number of the line it begins on, holding no more than one.
    ///
    /// - Parameter isWanted: asked at every line; false ends the reading there.
    package func forEachRow(
        while isWanted: () -> Bool = { true },
        _ body: (_ text: String, _ label: String, _ line: Int) throws(DataError) -> Void
    ) throws(DataError) {
        try forEachPair(.label, while: isWanted) { (text, label, line) throws(DataError) in
            try body(text, label ?? "", line)
        }
    }

    /// The same, where the lines of a file may be texts and nothing else, too: these have no label. Such a file has no
    /// name and no first line that says otherwise (`DataFormat.isPlain`).
    func forEachText(
        while isWanted: () -> Bool = { true },
        _ body: (_ text: String, _ label: String?, _ line: Int) throws(DataError) -> Void
    ) throws(DataError) {
        try forEachPair(.label, isPlainAllowed: true, while: isWanted, body)
    }

    /// The same of the texts of any file, whatever else it has.
    func forEachTextAlone(_ body: (_ text: String) throws(DataError) -> Void) throws(DataError) {
        func pass(_ text: String, _ other: String?, _ line: Int) throws(DataError) { try body(text) }
        try forEachPair(.nothing, isPlainAllowed: true, while: { true }, pass)
    }

    /// The same of texts and their translations, of which none is empty.
    package func forEachTranslation(
        while isWanted: () -> Bool = { true },
        _ body: (_ text: String, _ translation: String, _ line: Int) throws(DataError) -> Void
    ) throws(DataError) {
        try forEachPair(.translation, while: isWanted) { (text, translation, line) throws(DataError) in
            try body(text, translation ?? "", line)
        }
    }

    /// What stands beside a text.
    private enum Companion: String {
        case label, translation, nothing

        var usualColumns: [String] { self == .translation ? usualTranslationColumns : usualLabelColumns }
        var rows: String {
            switch self {
            case .label: "labelled texts"
            case .translation: "texts and their translations"
            case .nothing: "texts"
            }
        }
    }

    /// Nothing stands beside the texts of plain lines alone.
    private func forEachPair(
        _ companion: Companion, isPlainAllowed: Bool = false, while isWanted: () -> Bool,
        _ body: (_ text: String, _ other: String?, _ line: Int) throws(DataError) -> Void
    ) throws(DataError) {
        var lines = try LineReader(file: path)
        var line: [UInt8] = []
        repeat {
            guard isWanted() else { return }
            guard try lines.next(into: &line) else {
                throw DataError(
                    .empty, file: path, came: "no line that is not blank",
                    expected: isPlainAllowed && companion == .label ? "texts, with or without labels" : companion.rows,
                    hint: "is this the right file?")
            }
        } while isBlank(line)

        if isPlainAllowed, format == nil, DataFormat.isPlain(file: path, firstLine: line) {
            repeat {
                guard isWanted() else { return }
                if isBlank(line) { continue }
                try body(decode(line, file: path, line: lines.number), nil, lines.number)
            } while try lines.next(into: &line)
            return
        }
        let resolved: DataFormat
        if let format { resolved = format } else { resolved = try DataFormat.of(file: path, firstLine: line) }
        var count = 0
        func pass(_ text: String, _ other: String?, _ number: Int) throws(DataError) {
            count += 1
            let other = other ?? ""
            switch companion {
            case .nothing: try body(text, nil, number)
            case .label: try body(text, checked(other, line: number), number)
            case .translation:
                guard other.contains(where: { !$0.isWhitespace }) else {
                    throw DataError(
                        .emptyTranslation, file: path, line: number, came: "an empty translation",
                        expected: "what the text is translated to", hint: "fill it in, or drop the row")
                }
                try body(text, other, number)
            }
        }
        switch resolved {
        case .tsv, .csv:
            var reader = DelimitedReader(lines: lines, isCSV: resolved == .csv)
            let header = try reader.fields(from: &line)
            let columns = try Columns(header, of: self, companion, line: lines.number)
            while try reader.next(into: &line) {
                guard isWanted() else { return }
                if line.isEmpty { continue }
                let number = reader.number
                let fields = try reader.fields(from: &line)
                guard fields.count == header.count else {
                    throw wrongFieldCount(fields, header, number, isCSV: resolved == .csv)
                }
                try pass(fields[columns.text], columns.other.map { fields[$0] }, number)
            }
        case .jsonLines:
            repeat {
                guard isWanted() else { return }
                if isBlank(line) { continue }
                let row = try jsonRow(line, companion, number: lines.number)
                try pass(row.text, row.other, lines.number)
            } while try lines.next(into: &line)
        case .labelLines:
            guard companion != .translation else {
                throw DataError(
                    .unknownFormat, file: path, line: lines.number, came: "__label__ lines",
                    expected: "a header with tabs or commas, or a JSON object a line",
                    hint: "name the columns text and translation in the first line")
            }
            repeat {
                guard isWanted() else { return }
                if isBlank(line) { continue }
                let row = try labelRow(line, number: lines.number)
                try pass(row.text, row.label, lines.number)
            } while try lines.next(into: &line)
        }
        guard count > 0 else {
            throw DataError(
                .empty, file: path, came: "a header and no rows", expected: companion.rows,
                hint: "is this the right file?")
        }
    }

    /// Texts alone, one a line; blank lines are passed over.
    func readLines() throws(DataError) -> [String] {
        try checkPlain()
        var lines = try LineReader(file: path)
        var line: [UInt8] = []
        var texts: [String] = []
        while try lines.next(into: &line) {
            if isBlank(line) { continue }
            texts.append(try decode(line, file: path, line: lines.number))
        }
        return texts
    }

    // MARK: - Rows

    /// The members of a line; `example` shows a line as it should be.
    func jsonObject(_ line: [UInt8], number: Int, example: String) throws(DataError) -> JSONObject {
        let value: JSONValue
        do {
            value = try JSONValue(parsing: line)
        } catch {
            // Says which byte is no UTF-8 where that is what the parser stumbled on.
            _ = try decode(line, file: path, line: number)
            throw DataError(
                .invalidJSON, file: path, line: number, came: "\(error)", expected: "one JSON object a line",
                hint: "for example \(example)")
        }
        guard case .object(let object) = value else {
            throw DataError(
                .wrongType, file: path, line: number, came: "JSON that is no object",
                expected: "one JSON object a line",
                hint: "for example \(example)")
        }
        return object
    }

    private func jsonRow(
        _ line: [UInt8], _ companion: Companion, number: Int
    ) throws(DataError) -> (text: String, other: String?) {
        let object = try jsonObject(
            line, number: number,
            example: companion == .nothing ? #"{"text": "…"}"# : #"{"text": "…", "\#(companion.rawValue)": "…"}"#)
        let names = object.members.map(\.name)
        let textName = try column(textColumn, Self.usualTextColumns, "text", in: names, line: number)
        guard case .string(let text)? = object[textName] else {
            throw wrongType(textName, "a string", number)
        }
        if companion == .nothing { return (text, nil) }
        let otherName = try column(
            labelColumn, companion.usualColumns, companion.rawValue, in: names, line: number)
        switch object[otherName] {
        case .string(let label)?: return (text, label)
        case .integer(let label)?: return (text, String(label))
        case .bool(let label)?: return (text, String(label))
        default: throw wrongType(otherName, "a string, a whole number or a boolean", number)
        }
    }

    func wrongType(_ name: String, _ expected: String, _ number: Int) -> DataError {
        DataError(
            .wrongType, file: path, line: number, came: "'\(excerpt(name))' of another type", expected: expected,
            hint: "choose other columns with --text-column and --label-column, or mend the row")
    }

    private func labelRow(_ line: [UInt8], number: Int) throws(DataError) -> (text: String, label: String) {
        let marker = "__label__"
        let whole = try decode(line, file: path, line: number)
        var rest = whole.drop { $0 == " " || $0 == "\t" }
        guard rest.hasPrefix(marker) else {
            throw DataError(
                .missingLabel, file: path, line: number, came: "'\(excerpt(whole))'",
                expected: "\(marker)NAME, a space and the text",
                hint: "put the label before the text, or pass over lines without one")
        }
        rest = rest.dropFirst(marker.count)
        let label = rest.prefix { $0 != " " && $0 != "\t" }
        let text = rest.dropFirst(label.count).drop { $0 == " " || $0 == "\t" }
        guard !text.hasPrefix(marker) else {
            throw DataError(
                .severalLabels, file: path, line: number, came: "several labels: '\(excerpt(whole))'",
                expected: "one label a text", hint: "keep the label that matters most, or write one line a label")
        }
        return (String(text), String(label))
    }

    func checked(_ label: String, line: Int) throws(DataError) -> String {
        guard label.contains(where: { !$0.isWhitespace }) else {
            throw DataError(
                .emptyLabel, file: path, line: line, came: "an empty label", expected: "a label",
                hint: "fill it in, or drop the row")
        }
        // A label is printed between tabs and stored as a name: it has to stay one field of one line.
        guard !label.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7f }) else {
            throw DataError(
                .unusableLabel, file: path, line: line, came: "the label '\(excerpt(label))' with a control character",
                expected: "a label on one line, without tabs",
                hint: "is --label-column the column you mean?")
        }
        return label
    }

    func wrongFieldCount(_ fields: [String], _ header: [String], _ number: Int, isCSV: Bool) -> DataError {
        let separator = isCSV ? "comma" : "tab"
        let hint: String =
            if fields.count < header.count {
                "the row lacks a \(separator), or the header names too many columns"
            } else if isCSV {
                "put quotes around a field that has a comma in it"
            } else {
                "a tab inside a field cannot be told from one between fields: replace it by a space, or use CSV"
            }
        return DataError(
            .wrongFieldCount, file: path, line: number,
            came: "\(fields.count) \(fields.count == 1 ? "field" : "fields")",
            expected: "\(header.count): \(header.map { excerpt($0) }.joined(separator: ", "))", hint: hint)
    }

    // MARK: - Columns

    private struct Columns {
        let text: Int
        /// Nil where nothing stands beside the texts.
        let other: Int?

        init(
            _ header: [String], of file: DataFile, _ companion: Companion, line: Int
        ) throws(DataError) {
            try file.checkNames(header, line: line)
            let textName = try file.column(file.textColumn, usualTextColumns, "text", in: header, line: line)
            text = header.firstIndex(of: textName) ?? 0
            guard companion != .nothing else {
                other = nil
                return
            }
            let otherName = try file.column(
                file.labelColumn, companion.usualColumns, companion.rawValue, in: header, line: line)
            other = header.firstIndex(of: otherName) ?? 0
        }
    }

    func checkNames(_ header: [String], line: Int) throws(DataError) {
        var seen: Set<String> = []
        for name in header where !seen.insert(name).inserted {
            throw DataError(
                .repeatedColumn, file: path, line: line, came: "two columns named '\(excerpt(name))'",
                expected: "every column under a name of its own", hint: "rename one in the first line")
        }
    }

    func column(
        _ chosen: String?, _ usual: [String], _ role: String, in names: [String], line: Int
    ) throws(DataError) -> String {
        let wanted = chosen.map { [$0] } ?? usual
        if let found = wanted.first(where: { names.contains($0) }) { return found }
        let there = names.isEmpty ? "no columns" : names.map { "'\(excerpt($0))'" }.joined(separator: ", ")
        throw DataError(
            .missingColumn, file: path, line: line, came: "the columns \(there)",
            expected: wanted.map { "'\($0)'" }.joined(separator: " or "),
            hint: "name the column of the \(role)s with --\(role == "text" ? role : "label")-column, one of \(there)")
    }
}

func isBlank(_ line: [UInt8]) -> Bool {
    line.allSatisfy { $0 == 0x20 || $0 == 0x09 }
}
