/// How labelled texts are written in a file.
package enum DataFormat: String, Sendable, CaseIterable {
    /// A header, then fields split at every tab; no quotes, as in the corpora that come this way.
    case tsv
    /// A header, then RFC 4180: quotes around a field allow commas, line ends and doubled quotes in it.
    case csv
    /// One JSON object a line.
    case jsonLines
    /// `__label__NAME text`, fastText's way.
    case labelLines

    /// By the file's extension (a final `.gz` aside), else by its first line that is not blank.
    static func of(file: String, firstLine: [UInt8]) throws(DataError) -> DataFormat {
        let trimmed = firstLine.drop { $0 == 0x20 || $0 == 0x09 }
        if trimmed.first == UInt8(ascii: "[") && fromExtension(of: file) ?? .jsonLines == .jsonLines {
            throw DataError(
                .unknownFormat, file: file, line: 1, came: "a JSON array", expected: "one JSON object a line",
                hint: "turn it into JSON lines: jq -c '.[]' FILE")
        }
        if let format = fromExtension(of: file) { return format }
        if trimmed.starts(with: "__label__".utf8) { return .labelLines }
        if trimmed.first == UInt8(ascii: "{") { return .jsonLines }
        if firstLine.contains(0x09) { return .tsv }
        if firstLine.contains(UInt8(ascii: ",")) { return .csv }
        throw DataError(
            .unknownFormat, file: file, line: 1,
            came: "'\(excerpt(String(decoding: firstLine.prefix(200), as: UTF8.self)))'",
            expected: "a header with tabs or commas, a JSON object, or __label__NAME and a text",
            hint: "name the columns in the first line, for example label and text with a tab between them")
    }

    /// Whether neither the file's extension nor its first line that is not blank says that there is more to its lines
    /// than texts.
    static func isPlain(file: String, firstLine: [UInt8]) -> Bool {
        let trimmed = firstLine.drop { $0 == 0x20 || $0 == 0x09 }
        return fromExtension(of: file) == nil && !trimmed.starts(with: "__label__".utf8)
            && trimmed.first != UInt8(ascii: "{")
    }

    static func fromExtension(of file: String) -> DataFormat? {
        var name = file.lowercased()
        if name.hasSuffix(".gz") { name.removeLast(3) }
        if name.hasSuffix(".tsv") || name.hasSuffix(".tab") { return .tsv }
        if name.hasSuffix(".csv") { return .csv }
        if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") || name.hasSuffix(".json") { return .jsonLines }
        return nil
    }
}
