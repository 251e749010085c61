import JSON
import TOML

extension Settings {
    /// The settings in the bytes of a file: TOML where its name ends in `.toml`, else JSON. Relative paths are relative to
    /// the file's own folder.
    ///
    /// - Parameter path: absolute.
    package static func read(
        file bytes: [UInt8], path: String
    ) -> (settings: Settings, problems: [SettingsProblem]) {
        let isTOML = path.hasSuffix(".toml")
        do {
            return read(
                try parse(bytes, isTOML: isTOML), relativeTo: SettingsPath.folder(of: path), source: path)
        } catch {
            let place = place(of: error.offset, in: bytes)
            let expectation =
                isTOML ? #"TOML, such as model = "sentiment-ko""# : #"JSON, such as {"model": "sentiment-ko"}"#
            let problem = SettingsProblem(
                source: "\(path):\(place.line):\(place.column)", key: "", found: error.reason,
                expected: error.reason.contains(", expected ") ? "" : expectation)
            return (Settings(), [problem])
        }
    }

    private struct Unreadable: Error {
        var offset: Int
        var reason: String
    }

    private static func parse(_ bytes: [UInt8], isTOML: Bool) throws(Unreadable) -> JSONValue {
        // Deeper than any settings, and shallow enough for whoever walks them.
        let depth = 32
        do throws(TOMLError) {
            if isTOML { return try TOML.parse(bytes, maximumDepth: depth) }
        } catch {
            throw Unreadable(offset: error.offset, reason: error.reason)
        }
        do throws(JSONError) {
            return try JSONValue(parsing: bytes, maximumDepth: depth, maximumValues: 100_000)
        } catch {
            throw Unreadable(offset: error.offset, reason: error.reason)
        }
    }

    /// Line and column, in characters of Unicode, of an offset; both from 1.
    private static func place(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
        let before = bytes.prefix(offset)
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return (before.count { $0 == UInt8(ascii: "\n") } + 1, before[start...].count { $0 & 0xC0 != 0x80 } + 1)
    }
}
