import JSON
import Testing

/// A vectoriser from its texts to its rows, with the program as it was built.
struct `The road of a vectoriser` {
    @Test
    func `texts become a vectoriser that is listed, answers the same with a daemon and without, and is read again`()
        throws
    {
        let sandbox = try Sandbox()
        try sandbox.write("label\ttext\nx\tred red apple\ny\tgreen apple\nx\tblue sky\n", to: "texts.tsv")
        let trained = try sandbox.run(
            "train", "texts.tsv", "--task", "vectorize", "--recipe", "count", "-o", "models/words")
        #expect(trained.status == 0, "\(trained.errors)")
        #expect(trained.output == "5 terms\nwrote models/words\n")
        let card = try sandbox.run("models", "--models", "models").output
        #expect(card.contains("words") && card.contains("vectorize"))

        let texts = ["red apple, red sky", "", "nothing"]
        for form in [[], ["--terms"], ["--json"], ["--json", "--terms"]] {
            let arguments = ["vectorize", "--vectorizer", "./models/words"] + form + texts
            let shared = try sandbox.start(arguments).outcome()
            let own = try sandbox.start(arguments + ["--no-daemon"]).outcome()
            #expect(shared.status == 0, "\(shared.errors)")
            #expect(shared.output == own.output)
        }
        #expect(
            try sandbox.start(["vectorize", "--vectorizer", "./models/words"] + texts).outcome().output
                == "0:1 3:2 4:1\n\n\n")
        #expect(
            try sandbox.run("vectorize", "--vectorizer", "count", "--terms", "b a b").output == "a:1\tb:2\n")

        let unknown = try sandbox.start(["vectorize", "--models", "models", "--vectorizer", "tfidf", "a"]).outcome()
        #expect(unknown.errors.contains("the stored vectorisers are words"), "\(unknown.errors)")

        // Read again without being told, once its files are others.
        _ = try sandbox.run("train", "texts.tsv", "--task", "vectorize", "--recipe", "one-hot", "-o", "models/words")
        try waitUntil("the new vectoriser answers") {
            try sandbox.run("vectorize", "--vectorizer", "./models/words", "red apple, red sky").output
                == "0:1 3:1 4:1\n"
        }
    }

    @Test(arguments: [
        (
            ["train", "texts.txt", "--task", "vectorize", "--recipe", #"{"method": "count", "min_df": 9}"#, "-o", "m"],
            "min_df"
        ),
        (["train", "texts.txt", "--task", "vectorize", "--recipe", "nothing.json", "-o", "m"], "nothing.json"),
        (["vectorize", "--vectorizer", "{", "a"], "JSON"),
        (["vectorize", "--vectorizer", "sentiment-ko", "a"], "classify"),
        (["vectorize", "--vectorizer", "tfidf", "a"], #"no vectoriser "tfidf""#),
        (["vectorize", "--vectorizer", "tfidf", "a"], "tf-idf, sequence; sluice train"),
    ])
    func `what cannot be is refused with what to do`(arguments: [String], part: String) throws {
        let sandbox = try Sandbox()
        try sandbox.write("a b\nb c\n", to: "texts.txt")
        let outcome = try sandbox.start(arguments).outcome()
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains(part), "\(outcome.errors)")
    }
}
