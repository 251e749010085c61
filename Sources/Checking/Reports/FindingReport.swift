import JSON
package import Settings

/// How findings are written.
package enum ReportFormat: String, Sendable, CaseIterable {
    /// A line each, as compilers write them, for people and editors.
    case text
    /// A line of JSON each.
    case json
    /// One log (SARIF 2.1.0), for the services that show findings beside the code.
    case sarif
}

/// Writes findings down, file by file.
package struct FindingReport {
    private let format: ReportFormat
    private var log: SARIFLog

    /// - Parameters:
    ///   - folder: what the log's paths are relative to, absolute.
    ///   - version: the program's.
    package init(_ format: ReportFormat, rules: [Rule], folder: String, version: String) {
        self.format = format
        log = SARIFLog(rules: rules, folder: folder, version: version)
    }

    /// What is to be written of a file's findings now.
    package mutating func add(_ findings: [Finding], in file: CheckedFile) -> String {
        switch format {
        case .text: return findings.map { Self.line($0, in: file) }.joined()
        case .json: return findings.map { Self.json($0, in: file) }.joined()
        case .sarif:
            log.add(findings, in: file)
            return ""
        }
    }

    /// What is to be written at the end.
    package func end() -> String { format == .sarif ? log.text : "" }

    private static func line(_ finding: Finding, in file: CheckedFile) -> String {
        let message = "\(finding.severity.rawValue): \(finding.message) [\(finding.rule)]"
        return plain("\(file.shown):\(finding.start.line):\(finding.start.column): \(message)") + "\n"
    }

    private static func json(_ finding: Finding, in file: CheckedFile) -> String {
        let value: JSONValue = [
            "path": .string(file.shown), "line": .integer(Int64(finding.start.line)),
            "column": .integer(Int64(finding.start.column)), "endLine": .integer(Int64(finding.end.line)),
            "endColumn": .integer(Int64(finding.end.column)), "severity": .string(finding.severity.rawValue),
            "rule": .string(finding.rule), "message": .string(finding.message),
        ]
        return String(decoding: value.serialized(), as: UTF8.self) + "\n"
    }

    /// One line, and nothing in it that a terminal would act on.
    private static func plain(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            let acts =
                scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value) || [0x2028, 0x2029].contains(scalar.value)
            result.unicodeScalars.append(acts ? " " : scalar)
        }
        return result
    }
}
