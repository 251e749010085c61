import JSON

extension Settings {
    /// The settings in the bytes of a file: TOML where its name ends in `.toml`, else JSON. Relative paths are relative to
    /// the file's own folder.
    ///
    /// - Parameter path: absolute.
    package static func read(
        file bytes: [UInt8], path: String
    ) -> (settings: Settings, problems: [SettingsProblem]) {
        let json: JSONValue
        do {
            // Deeper than any settings, and shallow enough for whoever walks them.
            json = try JSONValue(parsing: bytes, maximumDepth: 32, maximumValues: 100_000)
        } catch {
            let place = place(of: error.offset, in: bytes)
            let problem = SettingsProblem(
                source: "\(path):\(place.line):\(place.column)", key: "", found: error.reason,
                expected: #"one JSON object, such as {"model": "sentiment-ko"}"#)
            return (Settings(), [problem])
        }
        return read(json, relativeTo: SettingsPath.folder(of: path), source: path)
    }

    /// Line and column, in bytes, of an offset; both from 1.
    private static func place(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
        let before = bytes.prefix(offset)
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return (before.count { $0 == UInt8(ascii: "\n") } + 1, before.count - start + 1)
    }
}
