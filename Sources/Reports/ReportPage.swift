import CReports
package import JSON

/// One self-contained HTML page: what `report.html`, `report.css` and `report.js` make of some data.
package enum ReportPage {
    package static func bytes(title: String, data: JSONValue) -> [UInt8] {
        let parts: [(place: String, bytes: [UInt8])] = [
            ("<!--title-->", Array(escaped(title).utf8)),
            ("/*style*/", file(sluice_report_css())),
            ("<!--data-->", embedded(data)),
            ("/*script*/", file(sluice_report_js())),
        ]
        var page: [UInt8] = []
        var rest = file(sluice_report_html())[...]
        for (place, bytes) in parts {
            // The places stand in the page in this order, each once.
            guard let range = rest.firstRange(of: Array(place.utf8)) else { continue }
            page += rest[..<range.lowerBound]
            page += bytes
            rest = rest[range.upperBound...]
        }
        return page + rest
    }

    /// JSON that may stand inside a script element: without a `<` nothing in it ends the element or begins a comment
    /// (HTML, 13.2.5.15, "script data state"). In JSON `<` occurs in strings alone, where it may be escaped.
    static func embedded(_ data: JSONValue) -> [UInt8] {
        var bytes: [UInt8] = []
        for byte in data.serialized() {
            if byte == UInt8(ascii: "<") { bytes += Array(#"\u003c"#.utf8) } else { bytes.append(byte) }
        }
        return bytes
    }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            default: result.append(character)
            }
        }
    }

    private static func file(_ file: sluice_report_file) -> [UInt8] {
        Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
    }
}
