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
    ])
    func `what cannot be is refused with what to do`(arguments: [String], part: String) throws {
        let sandbox = try imported()
        let outcome = try sandbox.start(arguments).outcome()
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains(part), "\(outcome.errors)")
    }

    @Test(arguments: [
        ["similar"], ["similar", "a", "--plus", "b"], ["similar", "a", "--top", "-1"], ["similar", "a", "--fold", "x"],
        ["compare", "a"], ["analogy", "a", "b"],
    ])
    func `wrong usage is told apart from failure`(arguments: [String]) throws {
        let sandbox = try Sandbox()
        #expect(try sandbox.start(arguments).outcome().status == 2)
    }
}
