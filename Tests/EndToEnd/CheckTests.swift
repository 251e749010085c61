import JSON
import Testing

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

@Suite struct CheckTests {
    private static let rule = "sentiment-ko:negative>=0.9"
    private static let good = "정말 재미있고 감동적인 최고의 영화였어요."
    private static let bad = "지루하고 재미없는 최악의 영화, 시간이 아깝다."

    private func sandbox() throws -> Sandbox {
        let sandbox = try Sandbox()
        for folder in ["docs", "docs/drafts"] { mkdir(sandbox.path + "/" + folder, 0o700) }
        try sandbox.write("# 감상\r\n\r\n\(Self.good)\r\n\r\n- \(Self.bad)\r\n", to: "docs/a.md")
        try sandbox.write("\(Self.good)\n", to: "docs/b.txt")
        try sandbox.write("\(Self.bad)\n", to: "docs/drafts/c.md")
        return sandbox
    }

    @Test(arguments: [[], ["--no-daemon"]])
    func `findings have their places, and make the status 1`(more: [String]) throws {
        let sandbox = try sandbox()
        let outcome = try sandbox.start(["check", "--rule", Self.rule, "docs"] + more).outcome()
        #expect(outcome.status == 1, "\(outcome.errors)")
        #expect(outcome.lines.count == 2, "\(outcome.output)")
        #expect(outcome.lines.first?.hasPrefix("docs/a.md:5:3: information: ") == true, "\(outcome.output)")
        #expect(outcome.lines.last?.hasPrefix("docs/drafts/c.md:1:1: ") == true, "\(outcome.output)")
        #expect(outcome.lines.allSatisfy { $0.hasSuffix(" [sentiment-ko/negative]") })
        #expect(outcome.errors == "sluice: 3 files checked, 2 findings: 2 information\n")
    }

    @Test func `rules come from the settings, too, with their severity and message`() throws {
        let sandbox = try sandbox()
        try sandbox.write(
            """
            [[rules]]
            name = "unkind"
            model = "sentiment-ko"
            label = "negative"
            atLeast = 0.9
            severity = "warning"
            message = "말이 좀 세요"
            """, to: "sluice.toml")
        let outcome = try sandbox.run("check", "docs/a.md")
        #expect(outcome.output == "docs/a.md:5:3: warning: 말이 좀 세요 [unkind]\n", "\(outcome.errors)")
        #expect(outcome.status == 1)
        #expect(try sandbox.run("check", "--fail-on", "error", "docs/a.md").status == 0)
        #expect(try sandbox.run("check", "--fail-on", "warning", "docs/a.md").status == 1)
        #expect(try sandbox.run("check", "docs/b.txt").status == 0)
    }

    @Test func `what is ignored is left out`() throws {
        let sandbox = try sandbox()
        try sandbox.write("drafts/\n", to: "docs/.sluiceignore")
        let outcome = try sandbox.run("check", "--rule", Self.rule, "docs", "docs/drafts/c.md")
        #expect(outcome.lines.count == 1)
        #expect(outcome.errors.contains("docs/drafts/c.md is named in a .sluiceignore"))
        #expect(try sandbox.run("check", "--rule", Self.rule, "--no-ignore", "docs").lines.count == 2)
    }

    @Test func `standard input is read as the language that is named`() throws {
        let sandbox = try sandbox()
        let text = "```\n\(Self.bad)\n```\n"
        let plain = try sandbox.start(["check", "--rule", Self.rule, "-"], input: text).outcome()
        #expect(plain.output.hasPrefix("<stdin>:1:1: "), "\(plain.output)\(plain.errors)")
        let markdown = try sandbox.start(
            ["check", "--rule", Self.rule, "--language-id", "markdown", "-"], input: text
        ).outcome()
        #expect(markdown.status == 0)
        #expect(markdown.output == "")
    }

    @Test func `JSON and SARIF say the same as text`() throws {
        let sandbox = try sandbox()
        let lines = try sandbox.run("check", "--rule", Self.rule, "--format", "json", "docs").lines
        let findings = try lines.map { try JSONValue(parsing: $0) }
        #expect(findings.map { $0["path"]?.string } == ["docs/a.md", "docs/drafts/c.md"])
        #expect(findings.first?["line"] == 5)
        // 26 characters, however many bytes or code units they are.
        #expect(findings.last?["endColumn"]?.integer == Self.bad.unicodeScalars.count + 1)
        let outcome = try sandbox.run("check", "--rule", Self.rule, "--format", "sarif", "docs")
        #expect(outcome.status == 1)
        let results = try JSONValue(parsing: outcome.output)["runs"]?.array?.first?["results"]?.array
        let uris = results?.map { result in
            result["locations"]?.array?.first?["physicalLocation"]?["artifactLocation"]?["uri"]?.string
        }
        #expect(uris == ["docs/a.md", "docs/drafts/c.md"])
    }

    @Test(arguments: [
        (["docs"], "there are no rules"),
        (["--rule", "sentiment:negative", "docs"], "there is no model \"sentiment\""),
        (["--rule", "sentiment-ko:negativ", "docs"], "'negativ' is no label of sentiment-ko"),
        (["--rule", rule, "none.md", "docs/b.txt"], "cannot read none.md"),
        (["--rule", rule, "cp949.txt"], "it is no text in UTF-8"),
        (["--rule", rule, "binary.md"], "it looks binary"), (["--rule", rule, ""], "A file's name is empty"),
        (["--rule", "pos-en:NOUN", "docs"], "pos-en does not classify"),
        (["--rule", "sentiment-ko", "docs"], "expected one such as"),
        (["--rule", rule, "--format", "xml", "docs"], "xml"),
        (["--rule", rule, "--language-id", "pdf", "-"], "pdf"),
        (["--rule", rule], "file"),
    ])
    func `what cannot be checked makes the status 2`(arguments: [String], expected: String) throws {
        let sandbox = try sandbox()
        try sandbox.write([0xbf, 0xb5, 0xc8, 0xad, 0x0a], to: "cp949.txt")
        try sandbox.write([0x61, 0x00, 0x62], to: "binary.md")
        let outcome = try sandbox.start(["check"] + arguments).outcome()
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains(expected), "\(outcome.errors)")
    }

    @Test func `a mistake in the settings is a failure, and what lies in a folder and is no text is not`() throws {
        let sandbox = try sandbox()
        try sandbox.write([0x61, 0x00, 0x62], to: "docs/binary.md")
        let outcome = try sandbox.run("check", "--rule", "sentiment-ko:negative>=1", "docs")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.errors.contains("docs/binary.md is left out"))
        try sandbox.write(
            #"{"rules": [{"model": "sentiment-ko", "label": "negative", "atLeast": 2}]}"#, to: "sluice.json")
        let mistaken = try sandbox.run("check", "docs")
        #expect(mistaken.status == 2)
        #expect(mistaken.errors.contains("'rules[0].atLeast' is 2; expected a probability from 0 to 1"))
    }
}
