import Foundation
import JSON
import Testing

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Train, evaluate, classify: what somebody does on the first day, with the program as it was built.
struct `The main road` {
    static let texts = ["국수가 정말 맛있어요", "the sky is clear and warm", "", "ㅋㅋㅋㅋ 😀", "tab\there, line\nthere"]

    @Test func `a file becomes a model, is measured, and classifies the same with a daemon and without`() throws {
        let sandbox = try Sandbox()
        try sandbox.write(SmallTexts.tsv, to: "small.tsv")
        try sandbox.write(SmallTexts.recipe, to: "recipe.json")
        let trained = try sandbox.run("train", "small.tsv", "--recipe", "recipe.json", "-o", "models/small")
        #expect(trained.status == 0, "\(trained.errors)")
        #expect(trained.output.contains("wrote models/small"))
        #expect(trained.errors.contains("40 rows: 날씨 20, 음식 20"))
        #expect(trained.errors.contains("epoch  1/15"))

        let evaluated = try sandbox.run("evaluate", "models/small", "small.tsv")
        #expect(evaluated.status == 0, "\(evaluated.errors)")
        #expect(evaluated.output.contains("macro-F1"))
        #expect(evaluated.output.contains("true \\ predicted"))
        let measured = try JSONValue(
            parsing: sandbox.run("evaluate", "models/small", "small.tsv", "--json").output)
        let served = try JSONValue(
            parsing: sandbox.run(
                "call", "models/evaluate",
                "{\"model\": \"\(sandbox.path)/models/small\", \"data\": \"\(sandbox.path)/small.tsv\"}"
            ).output)
        #expect(measured == served)
        #expect(measured["rows"] == 40)

        for form in [[], ["--json"], ["--json", "--top", "1"]] {
            let arguments = ["classify", "--model", "models/small"] + form + Self.texts
            let shared = try sandbox.start(arguments).outcome()
            let own = try sandbox.start(arguments + ["--no-daemon"]).outcome()
            #expect(shared.status == 0, "\(shared.errors)")
            #expect(shared.output == own.output)
            #expect(shared.lines.count == Self.texts.count)
        }
        #expect(
            try sandbox.run("call", "rpc.discover").output == sandbox.run("call", "rpc.discover", "--no-daemon").output)
    }

    @Test func `texts are tagged a token a line, a span a line and as JSON, the same with a daemon and without`() throws
    {
        let sandbox = try Sandbox()
        let examples = #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/protocol/examples"
        let model = "/\(examples)/models/tiny-tagger"
        for (form, expected) in [
            ([], "in\tO\nNew\tB-city\nYork\tI-city\n\nparis\tB-city\n\n\n"),
            (["--spans"], "city\t0.992731\tNew York\n\ncity\t0.982014\tparis\n\n\n"),
        ] {
            let arguments = ["tag", "--model", model] + form + ["in New York", "paris", ""]
            let shared = try sandbox.start(arguments).outcome()
            #expect(shared.status == 0, "\(shared.errors)")
            #expect(shared.output == expected)
            #expect(try sandbox.start(arguments + ["--no-daemon"]).outcome().output == expected)
        }
        let lines = try sandbox.run("tag", "--model", model, "--json", "york", "in").lines
        #expect(try lines.map { try JSONValue(parsing: String($0))["tokens"]?.array?.count } == [1, 1])
        let evaluated = try sandbox.run("evaluate", model, "/\(examples)/data/cities.jsonl")
        #expect(evaluated.output.contains("F1              0.8000"), "\(evaluated.output) \(evaluated.errors)")
    }

    static let askings: [(arguments: [String], status: Int32)] = [
        (["classify", "정말 재미있어요"], 0), (["classify", "--json", "a waste of time", ""], 0),
        (["classify", "--model", "nobody", "a"], 1), (["classify", "--model", "./nowhere", "a"], 1),
        (["call", "text/classify", #"{"txt": "a"}"#], 1), (["call", "models/describe", #"{"model": "nobody"}"#], 1),
        (["models"], 0), (["tag", "play something by clem burke", ""], 0), (["tag", "--json", "가"], 0),
        (["translate", "삼만 오천"], 1), (["translate", "--model", "slots-en", "a"], 1),
        (["generate", "a"], 1), (["generate", "--model", "sentiment-ko", "--seed", "1"], 1),
        (["tag", "--model", "sentiment-ko", "a"], 1), (["classify", "--model", "slots-en", "a"], 1),
    ]

    @Test(arguments: askings)
    func `a command says the same with a daemon and without`(arguments: [String], status: Int32) throws {
        let sandbox = try Sandbox()
        let shared = try sandbox.start(arguments).outcome()
        let own = try sandbox.start(arguments + ["--no-daemon"]).outcome()
        #expect(shared.status == status, "\(shared.errors)")
        #expect(own.status == status, "\(own.errors)")
        #expect(shared.output == own.output)
        #expect(shared.errors == own.errors)
    }

    @Test func `the list of models is the same with a daemon and without, but for what is in memory`() throws {
        let sandbox = try Sandbox()
        func list(_ more: String...) throws -> [JSONValue] {
            let outcome = try sandbox.start(["models", "--json"] + more).outcome()
            return try JSONValue(parsing: outcome.output)["models"]?.array?.map { model in
                let members = model.object?.members.filter { $0.name != "memory" && $0.name != "readiness" } ?? []
                return .object(JSONObject(members.map { ($0.name, $0.value) }))
            } ?? []
        }
        let shared = try list()
        #expect(!shared.isEmpty)
        #expect(try shared == list("--no-daemon"))
    }

    @Test func `devices are told to people and to programs`() throws {
        let sandbox = try Sandbox()
        let outcome = try sandbox.run("devices")
        #expect(outcome.status == 0, "\(outcome.errors)")
        for name in ["CPU", "cores", "kernels", "memory", "GPU"] { #expect(outcome.output.contains(name)) }
        for more in [[], ["--no-daemon"]] {
            let cpu = try JSONValue(parsing: sandbox.start(["devices", "--json"] + more).outcome().output)["cpu"]
            #expect(cpu?["instructionSets"]?.array?.contains("scalar") == true)
        }
    }

    @Test func `columns are found by the names they are given`() throws {
        let sandbox = try Sandbox()
        let rows = SmallTexts.tsv.split(separator: "\n").dropFirst().joined(separator: "\n")
        try sandbox.write("감정\t내용\n" + rows + "\n", to: "named.tsv")
        try sandbox.write(SmallTexts.recipe, to: "recipe.json")
        let columns = ["--text-column", "내용", "--label-column", "감정"]
        let trained = try sandbox.start(["train", "named.tsv", "--recipe", "recipe.json", "-o", "m"] + columns)
            .outcome()
        #expect(trained.status == 0, "\(trained.errors)")
        let measured = try sandbox.start(["evaluate", "./m", "named.tsv", "--json"] + columns).outcome()
        #expect(try JSONValue(parsing: measured.output)["rows"] == 40, "\(measured.errors)")
        let wrong = try sandbox.run("evaluate", "./m", "named.tsv", "--text-column", "본문", "--label-column", "감정")
        #expect(wrong.status == 1)
        #expect(wrong.errors.contains("본문"))
    }

    @Test func `answers are label, probability and text, one a line, in the order of the texts`() throws {
        let sandbox = try Sandbox()
        try sandbox.train()
        let outcome = try sandbox.start(["classify", "--model", "models/small"] + Self.texts).outcome()
        let fields = outcome.lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
        #expect(fields.allSatisfy { $0.count == 3 })
        #expect(
            fields.map { $0.last ?? "" } == [
                Self.texts[0], Self.texts[1], "", Self.texts[3], "tab here, line there",
            ])
        #expect(fields[0][0] == "음식")
        #expect(fields[1][0] == "날씨")
        #expect(fields.allSatisfy { Double($0[1]).map { (0.5...1).contains($0) } ?? false })
        #expect(outcome.errors.isEmpty)
    }

    @Test func `lines from standard input and from a file are answered in order, blank ones too`() throws {
        let sandbox = try Sandbox()
        try sandbox.train()
        let lines = (0..<1000).map { $0 % 7 == 0 ? "" : "문장 번호 \($0)" }
        let text = lines.joined(separator: "\r\n") + "\n"
        let piped = try sandbox.run("classify", "--model", "models/small", "-", input: text)
        #expect(piped.status == 0, "\(piped.errors)")
        #expect(
            piped.output.split(separator: "\n").map {
                $0.split(separator: "\t", omittingEmptySubsequences: false).last ?? "?"
            }
                == lines.map { Substring($0) })
        try sandbox.write(text, to: "lines.txt")
        #expect(try sandbox.run("classify", "--model", "models/small", "--file", "lines.txt").output == piped.output)
    }

    @Test func `tokens and attributions come one a line, with an empty line after each text`() throws {
        let sandbox = try Sandbox()
        try sandbox.train()
        let texts = ["국수 OK", "the\tsky", ""]
        for method in ["integrated-gradients", "occlusion", "prefix"] {
            let arguments = ["explain", "--model", "models/small", "--method", method]
            let shared = try sandbox.start(arguments + texts).outcome()
            #expect(shared.status == 0, "\(shared.errors)")
            let groups = shared.output.components(separatedBy: "\n\n")
            #expect(groups.count == 3)
            for (text, group) in zip(texts, groups) {
                let fields = group.split(separator: "\n").map { $0.split(separator: "\t") }
                #expect(fields.allSatisfy { $0.count == 2 && Double($0[1]) != nil })
                #expect(fields.map { String($0[0]) } == text.map { $0 == "\t" ? " " : String($0) })
            }
            #expect(try sandbox.start(arguments + ["--no-daemon"] + texts).outcome().output == shared.output)
            let piped = try sandbox.start(arguments + ["-"], input: "국수 OK\nthe\tsky\n\n").outcome()
            #expect(piped.output == shared.output)
        }
        let answer = try JSONValue(
            parsing: sandbox.run(
                "explain", "--model", "models/small", "--json", "--states", "--label", "날씨", "국수"
            ).output)
        #expect(answer["label"] == "날씨")
        #expect(answer["states"]?.array?.first?["gates"]?["forget"]?.array?.count == 2)
        let classified = try JSONValue(
            parsing: sandbox.run("classify", "--model", "models/small", "--json", "--explain", "국수").output)
        #expect(classified["explanation"]?.array?.count == 2)
    }

    @Test func `corrections go through the socket to the next training`() throws {
        let sandbox = try Sandbox()
        try sandbox.train()
        let model = "\(sandbox.path)/models/small"
        let corrections = ["국수가 차가워요", "하늘이 매워요", "국수가 차가워요"]
        var path = ""
        for (index, text) in corrections.enumerated() {
            let label = index == 2 ? "날씨" : "음식"
            let outcome =
                index == 0
                ? try sandbox.run("feedback", text, "--label", label, "--model", "models/small", "--json")
                : try sandbox.run(
                    "call", "models/feedback",
                    "{\"text\": \"\(text)\", \"label\": \"\(label)\", \"model\": \"\(model)\"}")
            #expect(outcome.status == 0, "\(outcome.errors)")
            let answer = try JSONValue(parsing: outcome.output)
            #expect(answer["corrections"] == .integer(Int64(index + 1)))
            path = try #require(answer["path"]?.string)
        }
        #expect(path.hasPrefix("\(sandbox.path)/share/sluice/feedback/small-"))
        let refused = try sandbox.run("feedback", "국수", "--label", "운동", "--model", "models/small")
        #expect(refused.status == 1)
        #expect(refused.errors.contains("날씨"))

        let trained = try sandbox.run(
            "train", "small.tsv", "--recipe", "recipe.json", "--feedback", path, "-o", "models/again")
        #expect(trained.status == 0, "\(trained.errors)")
        // The third corrects the first.
        #expect(trained.errors.contains("2 corrections"))
        #expect(try text(of: sandbox.path + "/models/again/README.md").contains("2 corrections"))
    }

    @Test func `a pipe is answered as it comes`() throws {
        let sandbox = try Sandbox()
        try sandbox.train()
        let pipe = sandbox.path + "/pipe"
        #expect(mkfifo(pipe, 0o600) == 0)
        let running = try sandbox.start(["classify", "--model", "models/small", "--file", "pipe"])
        let writing = open(pipe, O_WRONLY)
        for line in ["국수가 매워요\n", "the wind\n"] {
            _ = Glibc.write(writing, line, line.utf8.count)
            try waitUntil("\(line) is answered") { try text(of: running.output).contains("\t" + line) }
        }
        close(writing)
        #expect(try running.outcome().status == 0)
    }

    @Test func `Ctrl-C keeps the best weights and writes the model`() throws {
        let sandbox = try Sandbox()
        try sandbox.write(SmallTexts.tsv, to: "small.tsv")
        try sandbox.write(SmallTexts.recipe(epochs: 100_000), to: "long.json")
        let running = try sandbox.start(["train", "small.tsv", "--recipe", "long.json", "-o", "models/cut"])
        try running.waitForErrors(containing: "epoch      3/100000")
        kill(running.process.id, SIGINT)
        let outcome = try running.outcome()
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.errors.contains("Ctrl-C again ends at once"))
        #expect(outcome.output.contains("stopped by Ctrl-C"))
        #expect(outcome.output.contains("kept the weights of epoch"))
        #expect(try sandbox.run("classify", "--no-daemon", "--model", "models/cut", "국수").status == 0)
    }

    @Test func `the program works from anywhere, with its built-in models`() throws {
        let sandbox = try Sandbox()
        let before = try sandbox.run("models", "--json", "--no-daemon")
        let copy = sandbox.path + "/moved"
        let copied = try Process.start(
            ["cp", sandbox.program, copy], in: "/", environment: sandbox.environment, input: "/dev/null",
            output: "/dev/null", errors: "/dev/null")
        #expect(copied.wait() == 0)
        sandbox.program = copy
        let after = try sandbox.run("models", "--json", "--no-daemon")
        #expect(after.status == 0, "\(after.errors)")
        #expect(before.output == after.output)
        let builtIn = try JSONValue(parsing: after.output)["models"]?.array?.filter { $0["source"] == "built-in" } ?? []
        for model in builtIn {
            let (name, task) = (try #require(model["name"]?.string), try #require(model["task"]?.string))
            let question =
                task == "words" ? ["similar", "--vectors", name, "재미있다"] : [task, "--model", name, "정말 재미있어요"]
            #expect(try sandbox.start(question).outcome().status == 0, "\(name)")
        }
    }
}

/// What somebody gets wrong, and what they are told.
struct `Mistakes` {
    static let cases: [(arguments: [String], status: Int32, says: [String])] = [
        ([], 0, []),
        (["clasify", "a"], 2, ["clasify"]),
        (["classify"], 2, ["'-'"]),
        (["classify", "a", "--file", "b"], 2, ["not both"]),
        (["classify", "--top", "2", "a"], 2, ["--json"]),
        (["classify", "--top", "0", "--json", "a"], 2, ["1 or more"]),
        (["classify", "--file", "none.txt", "--no-daemon"], 1, ["none.txt", "No such file"]),
        (["classify", "--no-daemon", "--model", "nobody", "a"], 1, ["nobody"]),
        (["classify", "--no-daemon", "--models", "nowhere", "a"], 1, ["--models nowhere"]),
        (["classify", "--no-daemon", "--model", "./nowhere", "a"], 1, ["/nowhere"]),
        (["call", "--no-daemon", "text/clasify"], 1, ["text/clasify"]),
        (["call", "--no-daemon", "text/classify", "{"], 2, ["JSON"]),
        (["call", "--no-daemon", "text/classify", "3"], 2, ["object"]),
        (["call", "--no-daemon", "text/classify", #"{"txt": "a"}"#], 1, ["txt"]),
        (["serve", "--stdio", "--socket", "x"], 2, ["not both"]),
        (["explain"], 2, ["'-'"]),
        (["explain", "--states", "a"], 2, ["--json"]),
        (["explain", "--method", "lime", "a"], 2, ["occlusion"]),
        (["explain", "--no-daemon", "--model", "nobody", "a"], 1, ["nobody"]),
        (["explain", "--no-daemon", "--label", "neutral", "가"], 1, ["neutral", "negative"]),
        (["classify", "--explain", "a"], 2, ["--json"]),
        (["feedback", "a"], 2, ["--label"]),
        (["feedback", "--no-daemon", "--label", "neutral", "가"], 1, ["neutral", "negative"]),
        (["feedback", "--no-daemon", "--label", "negative", ""], 1, ["empty"]),
        (["serve", "--idle-exit", "1e300"], 2, ["525600"]),
        (["serve", "--idle-exit=-1"], 2, ["525600"]),
        (["serve", "--idle-exit", "nan"], 2, ["525600"]),
        (["train", "none.tsv", "-o", "m"], 1, ["none.tsv", "No such file"]),
        (["train", "bad.tsv", "-o", "m"], 1, ["bad.tsv:3", "3 fields", "a tab inside"]),
        (["train", "one.tsv", "-o", "m"], 1, ["at least two labels"]),
        (["train", "bad.tsv"], 2, ["--output"]),
        (["train", "bad.tsv", "-o", "m", "--recipe", "wrong.json"], 1, ["wrong.json", "'epochs'"]),
        (["train", "bad.tsv", "-o", "m", "--recipe", "cours"], 1, ["course"]),
        (["train", "bad.tsv", "-o", "taken"], 1, ["taken", "no model directory"]),
        (["train", "bad.tsv", "-o", "m", "--task", "paint"], 2, ["classify"]),
        (["evaluate", "nobody", "bad.tsv"], 1, ["nobody"]),
    ]

    @Test(arguments: cases)
    func `are answered with a reason, what to do, and the right status`(
        arguments: [String], status: Int32, says: [String]
    ) throws {
        let sandbox = try Sandbox()
        try sandbox.write("label\ttext\na\tb\na\tb\tc\n", to: "bad.tsv")
        try sandbox.write("label\ttext\na\tb\na\tc\n", to: "one.tsv")
        try sandbox.write(
            SmallTexts.recipe.replacing("\"epochs\"", with: "\"epoch\""), to: "wrong.json")
        mkdir(sandbox.path + "/taken", 0o700)
        try sandbox.write("mine", to: "taken/file")
        let outcome = try sandbox.start(arguments).outcome()
        #expect(outcome.status == status, "\(outcome.errors)")
        for part in says { #expect(outcome.errors.contains(part), "\(outcome.errors)") }
        if status != 0 { #expect(outcome.output.isEmpty, "\(outcome.output)") }
        #expect(access(sandbox.path + "/m", F_OK) != 0)
    }

    @Test(arguments: [
        ["classify", "--no-daemon", "a"], ["devices"], ["evaluate", "sentiment-ko", "bad.tsv"],
        ["train", "bad.tsv", "-o", "m"], ["serve", "--stdio"],
    ])
    func `of an instruction set are refused with those there are`(arguments: [String]) throws {
        let sandbox = try Sandbox()
        sandbox.environment["SLUICE_INSTRUCTION_SET"] = "avx-512"
        let outcome = try sandbox.start(arguments).outcome()
        #expect(outcome.status == 2, "\(outcome.errors)")
        #expect(outcome.errors.contains("'avx-512'"))
        #expect(outcome.errors.contains("scalar"))
        #expect(outcome.output.isEmpty)
    }

    @Test func `in the settings name the range`() throws {
        let sandbox = try Sandbox()
        try sandbox.write(#"{"idleExit": 1e300}"#, to: "sluice.json")
        let outcome = try sandbox.run("call", "daemon/ping")
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("525600"))
    }
}
