import JSON
import Testing

/// Forecasts by models whose weights were chosen by hand, with the program as it was built.
struct `A series is forecast` {
    private static let models =
        "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/protocol/examples/models"
    private static let forecaster = ["forecast", "--model", models + "/tiny-forecaster"]
    private static let adder = ["forecast", "--model", models + "/tiny-adder"]
    private static let weather = ["forecast", "--model", models + "/tiny-weather"]

    @Test(arguments: [
        (["12", "16"], "1\t17\t15\t19\n2\t13.5\t10.5\t16.5\n"),
        (["--steps", "1", "6", "12", "16"], "1\t17\t15\t19\n"),
        // What looks like an option and is a number.
        (["-5", "16"], "1\t8.5\t6.5\t10.5\n2\t9.25\t6.25\t12.25\n"),
        (["16", "-5.0", "--steps", "1"], "1\t-2\t-4\t0\n"),
        (["--steps", "1", "--", "-5", "-5e0"], "1\t-12.5\t-14.5\t-10.5\n"),
    ])
    func `numbers are arguments`(arguments: [String], output: String) throws {
        let sandbox = try Sandbox()
        // Its folder goes with it.
        defer { withExtendedLifetime(sandbox) {} }
        let outcome = try sandbox.start(Self.forecaster + ["--no-daemon"] + arguments).outcome()
        #expect(outcome.output == output, "\(outcome.errors)")
        #expect(outcome.status == 0)
    }

    @Test func `files, lines and numbers have one answer, with a daemon and without`() throws {
        let sandbox = try Sandbox()
        try sandbox.write("sales,shop\n6,x\n12,y\n16,z\n", to: "sales.csv")
        try sandbox.write("12\n16\n", to: "numbers.txt")
        try sandbox.write(
            "date\ttemp\twind\n2024-05-31\t2\t2\n2024-06-01\t1\t0\n", to: "weather.tsv")
        try sandbox.write("{\"a\": 1, \"b\": 10}\n{\"a\": 2, \"b\": 20}\n", to: "sums.jsonl")
        let numbers = "1\t17\t15\t19\n2\t13.5\t10.5\t16.5\n"
        let cases: [(arguments: [String], output: String)] = [
            (Self.forecaster + ["12", "16"], numbers),
            (Self.forecaster + ["--file", "sales.csv"], numbers),
            (Self.forecaster + ["--file", "numbers.txt"], numbers),
            (Self.weather + ["--file", "weather.tsv"], "sun\t0.880797\nrain\t0.119203\n"),
            (
                Self.adder + ["--file", "sums.jsonl", "--steps", "2"],
                "a\t1\t3\t\t\na\t2\t6\t\t\nb\t1\t30\t\t\nb\t2\t60\t\t\n"
            ),
        ]
        for (arguments, output) in cases {
            let shared = try sandbox.start(arguments).outcome()
            #expect(shared.output == output, "\(shared.errors)")
            for more in [[], ["--json"], ["--plot"]] {
                let answers = try [arguments + more, arguments + more + ["--no-daemon"]].map {
                    try sandbox.start($0).outcome()
                }
                #expect(answers[0].status == 0 && answers[0].output == answers[1].output, "\(answers[0].errors)")
            }
        }
        let json = try JSONValue(parsing: sandbox.start(Self.forecaster + ["12", "16", "--json"]).outcome().output)
        #expect(json["forecast"]?.array?.compactMap(\.number) == [17, 13.5])
        let piped = try sandbox.start(Self.forecaster + ["-"], input: "12\n16\n").outcome()
        #expect(piped.output == numbers, "\(piped.errors)")
    }

    @Test func `a picture comes where it is asked for`() throws {
        let sandbox = try Sandbox()
        try sandbox.write("date,sales\n2024-02-26,8\n2024-02-27,12\n2024-02-28,16\n", to: "sales.csv")
        let outcome = try sandbox.start(Self.forecaster + ["--no-daemon", "--plot", "--file", "sales.csv"]).outcome()
        #expect(outcome.lines.first?.hasPrefix("sales") == true, "\(outcome.errors)")
        #expect(outcome.output.contains("2024-02-26") && outcome.output.contains("\n\n2024-02-29\t17\t15\t19\n"))
        let other = try sandbox.start(Self.adder + ["--no-daemon", "--file", "sales.csv"]).outcome()
        #expect(other.status == 1 && other.errors.contains("'a'"), "\(other.errors)")
    }

    @Test func `a stream has a forecast for every row`() throws {
        let sandbox = try Sandbox()
        let rows = "a,b\n1,10\n2,20\n,30\n"
        let text = try sandbox.start(Self.adder + ["--stream", "-"], input: rows).outcome()
        // A value that is missing is refused by this model.
        #expect(text.output == "a\t1\t1\t\t\nb\t1\t10\t\t\n\na\t1\t3\t\t\nb\t1\t30\t\t\n\n", "\(text.errors)")
        #expect(text.status == 1 && text.errors.contains("row 3"), "\(text.errors)")

        let lines = try sandbox.start(Self.forecaster + ["--stream", "-", "--json"], input: "8\n12\n16\n").outcome()
        #expect(lines.lines.count == 2, "\(lines.errors)")
        let last = try JSONValue(parsing: lines.lines.last ?? "")
        #expect(
            try last
                == JSONValue(parsing: sandbox.start(Self.forecaster + ["--json", "8", "12", "16"]).outcome().output))

        let few = try sandbox.start(Self.forecaster + ["--stream", "-"], input: "8\n").outcome()
        #expect(few.status == 1 && few.errors.contains("1 rows came, expected at least 2"), "\(few.errors)")
    }

    @Test(arguments: [
        (forecaster + ["12", "sixteen"], 2, "'sixteen' is neither a number nor an option"),
        (forecaster + ["12", "--step", "1"], 2, "'--step' is neither"), (forecaster + ["nan", "1"], 2, "'nan'"),
        (forecaster + ["3,5", "1"], 2, "'3,5'"), (forecaster, 2, "Give numbers"),
        (forecaster + ["12", "--file", "x"], 2, "not both"),
        (forecaster + ["12", "16", "--steps", "0"], 2, "1 to 10000"),
        (forecaster + ["--plot", "--json", "12", "16"], 2, "--plot"), (forecaster + ["--stream", "12"], 2, "--stream"),
        (forecaster + ["12"], 1, "at least 2"), (forecaster + ["12", "16", "--steps", "3"], 1, "3 steps"),
        (forecaster + ["--file", "nowhere.csv"], 1, "nowhere.csv"),
        (forecaster + ["--file", "comma.csv"], 1, "write 3.5"), (adder + ["1", "2"], 1, "trained on \"a\", \"b\""),
        (adder + ["1", "2"], 1, "--file"),
        (["forecast", "--model", "sentiment-ko", "1"], 1, "text/classify"),
        (["forecast", "--model", "sentiment-ko", "--file", "comma.csv"], 1, "forecasts nothing"),
        (["forecast", "1", "2"], 1, "sluice train DATA --task forecast"),
    ])
    func `what cannot be is refused with what to do`(arguments: [String], status: Int32, part: String) throws {
        let sandbox = try Sandbox()
        try sandbox.write("sales,note\n\"3,5\",x\n", to: "comma.csv")
        let outcome = try sandbox.start(arguments + ["--no-daemon"]).outcome()
        #expect(outcome.status == status)
        #expect(outcome.errors.contains(part), "\(outcome.errors)")
    }
}
