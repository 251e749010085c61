import Checking
import JSON
import Settings
import Testing

@Suite struct ReportTests {
    private let rules = [
        Rule(model: "sentiment-ko", label: "negative", atLeast: 0.9, severity: .warning, message: "not so kind"),
        Rule(model: "/m/intent", label: "rude", severity: .hint),
    ]
    private let file = CheckedFile(
        shown: "docs/영화 1.md", path: "/w/docs/영화 1.md", languageID: "markdown", isNamed: true)
    private let outside = CheckedFile(shown: "/x/a.md", path: "/x/a.md", languageID: "markdown", isNamed: true)
    private var findings: [Finding] {
        [
            Finding(
                start: .init(line: 3, column: 1), end: .init(line: 4, column: 9), severity: .warning,
                rule: "sentiment-ko/negative", message: "not so kind"),
            Finding(
                start: .init(line: 9, column: 2), end: .init(line: 9, column: 5), severity: .hint,
                rule: "intent/rude", message: "a\u{1b}[31m\tb"),
        ]
    }

    private func report(_ format: ReportFormat) -> FindingReport {
        FindingReport(format, rules: rules, folder: "/w", version: "1.2.3")
    }

    @Test func `text is a line each, harmless to a terminal`() {
        var report = report(.text)
        let text = report.add(findings, in: file)
        #expect(
            text == """
                docs/영화 1.md:3:1: warning: not so kind [sentiment-ko/negative]
                docs/영화 1.md:9:2: hint: a [31m b [intent/rude]

                """)
        #expect(report.end() == "")
    }

    @Test func `JSON is a line each`() throws {
        var report = report(.json)
        let lines = report.add(findings, in: file).split(separator: "\n")
        #expect(lines.count == 2)
        let first = try JSONValue(parsing: String(lines[0]))
        #expect(
            first == [
                "path": "docs/영화 1.md", "line": 3, "column": 1, "endLine": 4, "endColumn": 9, "severity": "warning",
                "rule": "sentiment-ko/negative", "message": "not so kind",
            ])
        #expect(report.end() == "")
    }

    @Test func `SARIF has what its schema requires`() throws {
        var report = report(.sarif)
        #expect(report.add(findings, in: file) == "")
        #expect(report.add([findings[0]], in: outside) == "")
        let log = try JSONValue(parsing: report.end())
        // sarifLog: version and runs; run: tool; tool: driver; toolComponent: name.
        #expect(log["version"] == "2.1.0")
        let runs = try #require(log["runs"]?.array)
        #expect(runs.count == 1)
        let driver = try #require(runs[0]["tool"]?["driver"])
        #expect(driver["name"] == "sluice")
        #expect(driver["version"] == "1.2.3")
        #expect(runs[0]["columnKind"] == "unicodeCodePoints")
        #expect(runs[0]["originalUriBaseIds"]?["SRCROOT"]?["uri"] == "file:///w/")
        // reportingDescriptor: id, unique among the rules.
        let descriptors = try #require(driver["rules"]?.array)
        #expect(descriptors.map { $0["id"]?.string } == ["sentiment-ko/negative", "intent/rude"])
        #expect(descriptors.map { $0["defaultConfiguration"]?["level"]?.string } == ["warning", "note"])
        #expect(descriptors.allSatisfy { $0["shortDescription"]?["text"]?.string?.isEmpty == false })
        let results = try #require(runs[0]["results"]?.array)
        #expect(results.count == 3)
        for result in results {
            // result: message, of it text; ruleIndex leads to the rule of that id.
            #expect(result["message"]?["text"]?.string?.isEmpty == false)
            let index = try #require(result["ruleIndex"]?.integer)
            #expect(descriptors[index]["id"] == result["ruleId"])
            #expect(["none", "note", "warning", "error"].contains(result["level"]?.string))
            let place = try #require(result["locations"]?.array?.first?["physicalLocation"])
            #expect(place["artifactLocation"]?["uri"]?.string?.isEmpty == false)
            for name in ["startLine", "startColumn", "endLine", "endColumn"] {
                #expect((place["region"]?[name]?.integer ?? 0) >= 1)
            }
        }
        let artifacts = results.map { $0["locations"]?.array?.first?["physicalLocation"]?["artifactLocation"] }
        #expect(artifacts[0] == ["uri": "docs/%EC%98%81%ED%99%94%201.md", "uriBaseId": "SRCROOT"])
        #expect(artifacts[2] == ["uri": "file:///x/a.md"])
    }

    @Test func `SARIF describes a rule without what is of a finding`() throws {
        let rules = [Rule(model: "m", label: "l", atLeast: 0.9, message: "{probability} is too much")]
        let report = FindingReport(.sarif, rules: rules, folder: "/w", version: "1")
        let rule = try JSONValue(parsing: report.end())["runs"]?.array?.first?["tool"]?["driver"]?["rules"]?.array?
            .first
        #expect(rule?["shortDescription"]?["text"] == "l, says m, with a probability of 0.9 or more.")
    }

    @Test func `SARIF of nothing found is a log all the same`() throws {
        let log = try JSONValue(parsing: report(.sarif).end())
        #expect(log["runs"]?.array?.first?["results"] == [])
    }

    @Test func `what is graver is at least as grave`() {
        #expect(Rule.Severity.error.isAtLeast(.warning))
        #expect(Rule.Severity.warning.isAtLeast(.warning))
        #expect(!Rule.Severity.information.isAtLeast(.warning))
    }

    @Test(arguments: [
        ("sentiment-ko:negative>=0.9", Rule(model: "sentiment-ko", label: "negative", atLeast: 0.9)),
        (" sentiment-ko : negative >= 1 ", Rule(model: "sentiment-ko", label: "negative", atLeast: 1)),
        ("m:l", Rule(model: "m", label: "l")), ("./a:b/m:l", Rule(model: "./a:b/m", label: "l")),
        ("m:a/b", Rule(model: "m", label: "a/b")), ("./m:a/b", Rule(model: "./m", label: "a/b")),
        ("m:a:b", Rule(model: "m", label: "a:b")), ("m:a>=b>=0.5", Rule(model: "m", label: "a>=b", atLeast: 0.5)),
    ])
    func `rules are written on the command line`(text: String, rule: Rule) {
        #expect(Rule(written: text) == rule)
    }

    @Test(arguments: ["", "m", "m:", ":l", "m:l>=", "m:l>=2", "m:l>=x", "m:l>=nan", "a/b", ">=1"])
    func `what is no rule is refused`(text: String) {
        #expect(Rule(written: text) == nil)
    }
}
