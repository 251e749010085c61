import JSON
import Settings
import Testing

@Suite struct ReadingTests {
    private func read(_ text: String, in folder: String? = "/w") throws -> (settings: Settings, problems: [String]) {
        let read = Settings.read(try JSONValue(parsing: text), relativeTo: folder, source: "s")
        return (read.settings, read.problems.map(\.description))
    }

    @Test func `every setting is read`() throws {
        let (settings, problems) = try read(
            """
            {"$schema": "sluice.schema.json", "socket": "run/s", "models": ["a", "/b"], "model": "sentiment-ko",
             "vectors": "./v", "dictionary": "mecab-ko-dic", "userDictionary": "words.tsv",
             "stopWords": {"add": ["영화"], "remove": ["not"]}, "idleExit": 1.5,
             "features": {"hover": false, "inlayHints": true},
             "rules": [{"model": "m/n", "label": "negative", "atLeast": 1, "severity": "warning", "message": "!"},
                       {"model": "m", "label": "a", "name": "n"}],
             "languageIds": ["markdown"], "limits": {"diagnostics": 10, "documentBytes": 1000.0}}
            """)
        #expect(problems == [])
        var expected = Settings()
        expected.socket = "/w/run/s"
        expected.models = ["/w/a", "/b"]
        expected.model = "sentiment-ko"
        expected.vectors = "/w/v"
        expected.dictionary = "mecab-ko-dic"
        expected.userDictionary = "/w/words.tsv"
        expected.stopWords = .init(add: ["영화"], remove: ["not"])
        expected.idleExit = 1.5
        expected.features = [.hover: false, .inlayHints: true]
        expected.rules = [
            Rule(
                name: "n/negative", model: "/w/m/n", label: "negative", atLeast: 1, severity: .warning, message: "!"),
            Rule(name: "n", model: "m", label: "a", atLeast: 0.5, severity: .information, message: nil),
        ]
        expected.languageIds = ["markdown"]
        expected.limits = .init(diagnostics: 10, documentBytes: 1000)
        #expect(settings == expected)
        let again = Settings.read(settings.json, relativeTo: nil, source: "s")
        #expect(again.settings == settings)
        #expect(again.problems == [])
    }

    @Test(arguments: [
        (#"{"model": 3}"#, "s: 'model' is 3; expected a name, or a path with a '/' in it"),
        (#"{"model": ""}"#, #"s: 'model' is ""; expected a name, or a path with a '/' in it"#),
        (#"{"socket": []}"#, "s: 'socket' is an array; expected a path"),
        (#"{"models": ["a", 1]}"#, "s: 'models[1]' is 1; expected a path"),
        (#"{"models": {}}"#, "s: 'models' is an object; expected a list of paths"),
        (#"{"sokcet": 1}"#, "s: 'sokcet' is unknown; expected 'socket'"),
        (#"{"features": {"hoover": true}}"#, "s: 'features.hoover' is unknown; expected 'hover'"),
        (#"{"features": {"hover": "yes"}}"#, #"s: 'features.hover' is "yes"; expected true or false"#),
        (#"{"features": true}"#, #"s: 'features' is true; expected an object, such as {"hover": false}"#),
        (#"{"stopWords": {"ad": []}}"#, "s: 'stopWords.ad' is unknown; expected 'add'"),
        (#"{"stopWords": {"add": "not"}}"#, #"s: 'stopWords.add' is "not"; expected a list of words"#),
        (#"{"idleExit": -1}"#, "s: 'idleExit' is -1; expected minutes from 0 (never) to 525600 (a year)"),
        (#"{"limits": {"diagnostics": 0}}"#, "s: 'limits.diagnostics' is 0; expected a whole number from 1 to 100000"),
        (
            #"{"limits": {"diagnostics": 1.5}}"#,
            "s: 'limits.diagnostics' is 1.5; expected a whole number from 1 to 100000"
        ),
        (
            #"{"languageIds": "markdown"}"#,
            #"s: 'languageIds' is "markdown"; expected a list, such as ["plaintext", "markdown"]"#
        ),
        (#"{"rules": {}}"#, "s: 'rules' is an object; expected a list of rules"),
        (
            #"{"rules": [{"model": "m", "label": "l"}, {"model": "m", "label": "l", "atLeast": 90}]}"#,
            "s: 'rules[1].atLeast' is 90; expected a probability from 0 to 1"
        ),
        (
            #"{"rules": [{"model": "m", "label": "l", "severity": "fatal"}]}"#,
            #"s: 'rules[0].severity' is "fatal"; expected one of error, warning, information, hint"#
        ),
        (#"{"rules": [{"model": "m"}]}"#, "s: 'rules[0].label' is missing; expected one of the model's labels"),
        (#"{"a\u001bb": 1}"#, #"s: '"a\u001bb"' is unknown; expected one of"#),
        (#"[1]"#, #"s: an array; expected an object, such as {"model": "sentiment-ko"}"#),
    ])
    func `what is wrong is named`(text: String, expected: String) throws {
        let problems = try read(text).problems
        #expect(problems.count == 1)
        #expect(problems.first?.hasPrefix(expected) == true, "\(problems)")
    }

    @Test func `the rest of what is wrong applies`() throws {
        let (settings, problems) = try read(
            """
            {"model": 1, "vectors": "v", "features": {"hover": 1, "codeLens": true},
             "rules": [{"model": "m", "label": "l", "atLeast": 2}, {"model": "m", "label": "good"}],
             "limits": {"diagnostics": "many", "documentBytes": 5}}
            """)
        #expect(problems.count == 4)
        #expect(settings.model == nil)
        #expect(settings.vectors == "v")
        #expect(settings.features == [.codeLens: true])
        #expect(settings.rules?.map(\.label) == ["good"])
        #expect(settings.limits == .init(documentBytes: 5))
    }

    @Test(arguments: ["null", "{}", #"{"model": null, "rules": null, "features": {"hover": null}, "limits": null}"#])
    func `null and nothing are the same`(text: String) throws {
        let (settings, problems) = try read(text)
        #expect(problems == [])
        #expect(settings == Settings())
    }

    @Test(arguments: [(Double.infinity, "inf"), (-Double.infinity, "-inf"), (Double.nan, "nan")])
    func `what only TOML can say is named, too`(value: Double, name: String) {
        let problems = Settings.read(["limits": ["documentBytes": .number(value)]], relativeTo: nil, source: "s")
            .problems
        #expect(
            problems.map(\.description) == [
                "s: 'limits.documentBytes' is \(name); expected a whole number from 1 to 67108864"
            ])
    }

    @Test func `relative paths need a folder`() throws {
        let (settings, problems) = try read(#"{"socket": "/s", "models": "a", "model": "b"}"#, in: nil)
        #expect(problems.count == 1)
        #expect(problems.first?.contains("'models[0]'") == true)
        #expect(settings.socket == "/s")
        #expect(settings.model == "b")
    }

    @Test func `a thousand mistakes are not a thousand messages`() throws {
        let members = (0..<1000).map { #""x\#($0)": 1"# }.joined(separator: ",")
        #expect(try read("{\(members)}").problems.count == 100)
        // Nor does a rule of which nothing more is said pass for one that is right.
        let rules = (0..<1000).map { _ in #"{"model": "m", "label": "l", "atLeast": 2}"# }.joined(separator: ",")
        #expect(try read(#"{"rules": [\#(rules)]}"#).settings.rules == [])
    }
}
