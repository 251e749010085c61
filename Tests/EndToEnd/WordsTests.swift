import JSON
import Testing

/// Word vectors from a file to answers, with the program as it was built.
struct `The road of word vectors` {
    private static let text = """
        6 2
        frog 1 0
        frogs 0.96 0.28
        toad 0.8 0.6
        영화 0 1
        드라마 0.6 0.8
        재미있다 -0.6 0.8

        """

    private func imported() throws -> Sandbox {
        let sandbox = try Sandbox()
        try sandbox.write(Self.text, to: "vectors.txt")
        let outcome = try sandbox.run("vectors", "import", "vectors.txt", "-o", "models/plane")
        #expect(outcome.status == 0, "\(outcome.errors)")
        return sandbox
    }

    @Test
    func `a file becomes a folder that answers the same with a daemon and without`() throws {
        let sandbox = try imported()
        let questions = [
            ["similar", "frog", "--top", "2"], ["similar", "frog", "영화가", "--json"],
            ["similar", "--plus", "frog", "--plus", "영화", "--minus", "toad"],
            ["similar", "frog", "--script", "hangul", "--relations"], ["analogy", "frog", "toad", "영화"],
            ["compare", "frog", "toad"], ["compare", "--outlier", "frog", "toad", "재미있다"],
        ]
        for question in questions {
            let arguments = question + ["--vectors", "./models/plane"]
            let shared = try sandbox.start(arguments).outcome()
            let own = try sandbox.start(arguments + ["--no-daemon"]).outcome()
            #expect(shared.status == 0, "\(question) \(shared.errors)")
            #expect(shared.output == own.output && shared.errors == own.errors, "\(question)")
        }
        #expect(
            try sandbox.run("similar", "frog", "--top", "2", "--vectors", "./models/plane").output
                == "frogs\t0.960000\ntoad\t0.800000\n")
        #expect(try sandbox.run("compare", "frog", "toad", "--vectors", "./models/plane").output == "0.800000\n")
        let listed = try sandbox.run("models", "--models", "models").output
        #expect(listed.contains("plane") && listed.contains("words"))
    }

    @Test
    func `a word that is not listed is reached, and standard error says how`() throws {
        let sandbox = try imported()
        let outcome = try sandbox.run("similar", "영화가", "--top", "1", "--vectors", "./models/plane")
        #expect(outcome.output == "드라마\t0.800000\n")
        #expect(outcome.errors.contains(#""영화가" is not listed: "영화" stands for it (particle)"#), "\(outcome.errors)")
    }

    /// Of 'frog', of a word that nothing leads to, and of 'toad'; the neighbours of the second are none.
    private static let blocks = "frogs\t0.960000\n\n\n드라마\t0.960000\n\n"

    @Test
    func `words go on after one that is unknown, and the status tells`() throws {
        let sandbox = try imported()
        let options = ["--top", "1", "--vectors", "./models/plane"]
        let named = try sandbox.start(["similar", "frog", "xyzzyxyzzy", "toad"] + options).outcome()
        #expect(named.output == Self.blocks)
        #expect(named.status == 1 && named.errors.contains("do not list \"xyzzyxyzzy\""), "\(named.errors)")
        #expect(named.errors.contains("1 of the words had no answer"), "\(named.errors)")
        let json = try sandbox.start(["similar", "frog", "xyzzyxyzzy", "toad", "--json"] + options).outcome()
        #expect(json.status == 1)
        #expect(try json.lines.map { try JSONValue(parsing: $0)["neighbours"]?.array?.count } == [1, 1])
    }

    @Test
    func `lines without a word are passed over, and so is the mark before the first`() throws {
        let sandbox = try imported()
        let text = "\u{feff}frog\n\nxyzzyxyzzy\n\ntoad\n"
        try sandbox.write(text, to: "words.txt")
        let options = ["--top", "1", "--vectors", "./models/plane"]
        for outcome in [
            try sandbox.start(["similar", "--file", "words.txt"] + options).outcome(),
            try sandbox.start(["similar", "-"] + options, input: text).outcome(),
        ] {
            #expect(outcome.output == Self.blocks)
            #expect(outcome.status == 1 && outcome.errors.contains("line 3: the vectors"), "\(outcome.errors)")
        }
        let known = try sandbox.start(["similar", "-"] + options, input: "frog\n\ntoad").outcome()
        #expect(known.status == 0 && known.errors.isEmpty, "\(known.errors)")
    }

    @Test
    func `answers of JSON are one line each that can be read`() throws {
        let sandbox = try imported()
        let questions: [(arguments: [String], members: [[String]])] = [
            (["similar", "frog", "영화가"], [["vectors", "neighbours", "recall"], ["reachedBy", "outOfVocabulary"]]),
            (["similar", "--plus", "frog", "--minus", "toad"], [["neighbours"]]),
            (["analogy", "frog", "toad", "영화"], [["neighbours"]]),
            (["compare", "frog", "toad"], [["vectors", "similarity"]]),
            (["compare", "--outlier", "frog", "toad", "재미있다"], [["word", "similarities"]]),
        ]
        for (arguments, members) in questions {
            let outcome = try sandbox.start(arguments + ["--json", "--vectors", "./models/plane"]).outcome()
            #expect(outcome.status == 0 && outcome.output.hasSuffix("\n"), "\(arguments) \(outcome.errors)")
            #expect(outcome.lines.count == members.count, "\(outcome.output)")
            for (line, names) in zip(outcome.lines, members) {
                let answer = try JSONValue(parsing: line)
                for name in names { #expect(answer[name] != nil, "\(arguments) \(name)") }
            }
        }
    }

    @Test
    func `what was made is said in JSON as the protocol spells it`() throws {
        let sandbox = try imported()
        try sandbox.write(String(repeating: "the frog sat by the toad\n", count: 20), to: "corpus.txt")
        let trained = try sandbox.run(
            "vectors", "train", "corpus.txt", "-o", "models/own", "--dimensions", "4", "--epochs", "2", "--subwords",
            "none",
            "--json")
        #expect(try JSONValue(parsing: trained.output)["trainedWords"]?.integer == 240, "\(trained.errors)")
        let imported = try sandbox.run("vectors", "import", "vectors.txt", "-o", "models/again", "--json")
        #expect(try JSONValue(parsing: imported.output)["notFinite"]?.integer == 0, "\(imported.errors)")
    }

    @Test
    func `the configuration may name the vectors`() throws {
        let sandbox = try imported()
        try sandbox.write(#"{"vectors": "./models/plane"}"#, to: "sluice.json")
        #expect(try sandbox.run("similar", "frog", "--top", "1").output == "frogs\t0.960000\n")
    }

    @Test
    func `a page maps the words`() throws {
        let sandbox = try imported()
        let outcome = try sandbox.run("report", "./models/plane", "-o", "words.html")
        #expect(outcome.status == 0 && outcome.output.hasPrefix("wrote words.html"), "\(outcome.errors)")
        let refused = try sandbox.start(["report", "./models/plane", "-o", "words.html", "a text"]).outcome()
        #expect(refused.status == 1 && refused.errors.contains("read no texts"))
    }

    @Test
    func `vectors do not take the place of another model`() throws {
        let sandbox = try imported()
        try sandbox.write("a b\nb c\n", to: "texts.txt")
        let trained = try sandbox.run(
            "train", "texts.txt", "--task", "vectorize", "--recipe", "count", "-o", "models/terms")
        #expect(trained.status == 0, "\(trained.errors)")
        for arguments in [
            ["vectors", "import", "vectors.txt", "-o", "models/terms"],
            ["train", "texts.txt", "--task", "vectorize", "--recipe", "count", "-o", "models/plane"],
        ] {
            let outcome = try sandbox.start(arguments).outcome()
            #expect(outcome.status == 1 && outcome.errors.contains("choose another place"), "\(outcome.errors)")
        }
    }

    @Test(arguments: [
        (["similar", "xyzzyxyzzy", "--vectors", "./models/plane"], "do not list \"xyzzyxyzzy\""),
        (["similar", "frog", "--vectors", "./models/none"], "none"),
        (["similar", "frog", "--vectors", "sentiment-ko", "--pos", "Thing"], "part of speech"),
        (["similar", "frog", "--vectors", "./models/plane", "--pattern", "("], "pattern"),
        (["vectors", "import", "nothing.txt", "-o", "m"], "nothing.txt"),
        (["vectors", "import", "vectors.txt", "-o", "m", "--vocabulary", "none"], "a word a line"),
        (["vectors", "train", ".", "-o", "m"], "plain text, a text a line"),
    ])
    func `what cannot be is refused with what to do`(arguments: [String], part: String) throws {
        let sandbox = try imported()
        let outcome = try sandbox.start(arguments).outcome()
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains(part), "\(outcome.errors)")
    }

    @Test(arguments: [
        (["similar"], "Give words, --file"), (["similar", "a", "--plus", "b"], "not both"),
        (["similar", "a", "--top", "-1"], "--top"), (["similar", "a", "--fold", "x"], "--fold"),
        (["compare", "a"], "two words"), (["analogy", "a", "b"], "of"),
        (["analogy", "a", "b", "c", "--relations"], "--relations"),
        (["vectors", "import", "a", "-o", "m", "--format", "text", "--vocabulary", "b"], "--vocabulary"),
        (["vectors", "train", "a", "-o", "m", "--dictionary", "b"], "--dictionary"),
        (["vectors", "train", "a", "-o", "m", "--minimum-count", "0"], "--minimum-count"),
        (["vectors", "train", "a", "-o", "m", "--dimensions", "0"], "--dimensions"),
        (["analyze", "a", "--stemmer", "porter"], "--stemmer"),
        (["analyze", "a", "--segments", "lines", "--stop"], "--stop"),
        (["analyze", "a", "--sentences", "--decompound", "none"], "--decompound"),
    ])
    func `wrong usage is told apart from failure`(arguments: [String], part: String) throws {
        let sandbox = try Sandbox()
        let outcome = try sandbox.start(arguments).outcome()
        #expect(outcome.status == 2 && outcome.errors.contains(part), "\(outcome.errors)")
    }
}
