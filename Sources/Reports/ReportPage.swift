import CReports
package import JSON

/// One self-contained HTML page: what the files of CReports make of some data.
package enum ReportPage {
    /// What the page is about: each has sections of its own, and scripts that draw them.
    package enum Kind {
        /// A network that reads texts, or word vectors.
        case network
        case forecaster
        case outlier

        fileprivate var title: String {
            switch self {
            case .network: "Report of a recurrent network"
            case .forecaster: "Report of a recurrent network that forecasts"
            case .outlier: "One outlier, and what scalers make of it"
            }
        }

        /// The command that writes the page.
        fileprivate var command: String {
            switch self {
            case .network, .forecaster: "report"
            case .outlier: "outlier"
            }
        }

        fileprivate func sections(_ files: sluice_page_files) -> sluice_page_file {
            switch self {
            case .network: files.report_html
            case .forecaster: files.forecast_html
            case .outlier: files.outlier_html
            }
        }

        fileprivate func scripts(_ files: sluice_page_files) -> [sluice_page_file] {
            switch self {
            case .network: [files.page_js, files.sections_js, files.report_js]
            case .forecaster: [files.page_js, files.sections_js, files.forecast_js]
            case .outlier: [files.page_js, files.outlier_js]
            }
        }
    }

    package static func bytes(_ kind: Kind = .network, title: String, data: JSONValue) -> [UInt8] {
        let files = sluice_pages()
        let parts: [(place: String, bytes: [UInt8])] = [
            ("<!--title-->", Array(escaped(title).utf8)),
            ("/*style*/", bytes(of: files.page_css)),
            ("<!--kind-->", Array(kind.title.utf8)),
            ("<!--sections-->", bytes(of: kind.sections(files))),
            ("<!--command-->", Array(kind.command.utf8)),
            ("<!--data-->", embedded(data)),
            ("/*script*/", kind.scripts(files).flatMap(bytes(of:))),
        ]
        var page: [UInt8] = []
        var rest = bytes(of: files.page_html)[...]
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

    private static func bytes(of file: sluice_page_file) -> [UInt8] {
        Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
    }
}
