import Documents
import JSON
import Settings

/// A log in the Static Analysis Results Interchange Format (OASIS, SARIF 2.1.0): one run of one tool.
struct SARIFLog {
    private static let root = "SRCROOT"

    private let rules: [Rule]
    private let folder: String
    private let version: String
    private var results: [JSONValue] = []

    init(rules: [Rule], folder: String, version: String) {
        // Rules of one name are one for the log; the findings tell them apart.
        var names: Set<String> = []
        self.rules = rules.filter { names.insert($0.name).inserted }
        self.folder = folder
        self.version = version
    }

    mutating func add(_ findings: [Finding], in file: CheckedFile) {
        let (uri, isRelative) = FileURI.relative(file.path, to: folder)
        var artifact: JSONObject = .init([("uri", .string(uri))])
        if isRelative { artifact["uriBaseId"] = .string(Self.root) }
        for finding in findings {
            var result: JSONObject = .init([
                ("ruleId", .string(finding.rule)), ("level", .string(Self.level(finding.severity))),
                ("message", ["text": .string(finding.message)]),
                (
                    "locations",
                    [["physicalLocation": ["artifactLocation": .object(artifact), "region": Self.region(finding)]]]
                ),
            ])
            if let index = rules.firstIndex(where: { $0.name == finding.rule }) {
                result["ruleIndex"] = .integer(Int64(index))
            }
            results.append(.object(result))
        }
    }

    var text: String {
        let driver: JSONValue = [
            "name": "sluice", "version": .string(version), "rules": .array(rules.map(Self.descriptor)),
        ]
        let uri = FileURI.absolute(folder.hasSuffix("/") ? folder : folder + "/")
        let run: JSONValue = [
            "tool": ["driver": driver], "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": [Self.root: ["uri": .string(uri)]], "results": .array(results),
        ]
        let log: JSONValue = [
            "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
            "version": "2.1.0", "runs": [run],
        ]
        return log.prettyPrinted()
    }

    private static func descriptor(_ rule: Rule) -> JSONValue {
        // What stands in braces is of one finding, and this is of none.
        let own = rule.message.flatMap { $0.contains("{") ? nil : $0 }
        let text = own ?? "\(rule.label), says \(rule.model), with a probability of \(rule.atLeast) or more."
        return [
            "id": .string(rule.name), "shortDescription": ["text": .string(text)],
            "defaultConfiguration": ["level": .string(level(rule.severity))],
        ]
    }

    private static func region(_ finding: Finding) -> JSONValue {
        [
            "startLine": .integer(Int64(finding.start.line)), "startColumn": .integer(Int64(finding.start.column)),
            "endLine": .integer(Int64(finding.end.line)), "endColumn": .integer(Int64(finding.end.column)),
        ]
    }

    /// SARIF has three grades of what deserves attention.
    private static func level(_ severity: Rule.Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .information, .hint: "note"
        }
    }
}
