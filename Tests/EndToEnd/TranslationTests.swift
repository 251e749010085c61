import JSON
import Testing

/// A translator from its rows to its answers, with the program as it was built.
struct `The road of a translator` {
    private static let months = ["January", "February", "March", "April", "May", "June"]

    private static let rows: [(text: String, translation: String)] = (1...28).flatMap { day in
        months.enumerated().map { index, month in
            let digits = day < 10 ? "0\(day)" : "\(day)"
            return (day.isMultiple(of: 3) ? "\(month) \(day)" : "the \(day) of \(month)", "0\(index + 1)-\(digits)")
        }
    }

    private static let recipe = """
        {"pipeline": {"segmentation": {"method": "character"}, "maximum_length": 30},
         "layers": [
          {"class_name": "Embedding", "config": {"output_dim": 16}},
          {"class_name": "Bidirectional", "config": {
            "layer": {"class_name": "GRU", "config": {"units": 16, "return_sequences": true}}}}],
         "decoder": [
          {"class_name": "GRU", "config": {"units": 32, "return_sequences": true}},
          {"class_name": "Attention"},
          {"class_name": "Dense", "config": {"activation": "softmax"}}],
         "fit": {"epochs": 25, "batch_size": 16, "learning_rate": 0.01, "patience": null, "validation_split": 0.1}}
        """

    @Test func `rows become a model that is measured, and translates the same with a daemon and without`() throws {
        let sandbox = try Sandbox()
        let lines = Self.rows.map { "\($0.text)\t\($0.translation)\n" }.joined()
        try sandbox.write("text\ttranslation\n" + lines, to: "days.tsv")
        try sandbox.write(Self.recipe, to: "recipe.json")
        let trained = try sandbox.run(
            "train", "days.tsv", "--task", "translate", "--recipe", "recipe.json", "-o", "models/days")
        #expect(trained.status == 0, "\(trained.errors)")
        #expect(trained.output.contains("exact match") && trained.output.contains("character error rate"))
        #expect(trained.errors.contains("168 rows\n"))

        let evaluated = try sandbox.run("evaluate", "models/days", "days.tsv")
        #expect(evaluated.output.contains("character error rate"), "\(evaluated.errors)")
        let measured = try JSONValue(parsing: sandbox.run("evaluate", "models/days", "days.tsv", "--json").output)
        let served = try JSONValue(
            parsing: sandbox.run(
                "call", "models/evaluate",
                "{\"model\": \"\(sandbox.path)/models/days\", \"data\": \"\(sandbox.path)/days.tsv\"}"
            ).output)
        #expect(measured == served)
        #expect(measured["rows"] == 168)
        #expect(measured["accuracy"]?.number ?? 0 > 0.9 && measured["characterErrorRate"]?.number ?? 1 < 0.05)

        let texts = ["the 5 of March", "June 12", "", "??", String(repeating: "the 5 of March ", count: 40)]
        for form in [[], ["--json"], ["--beam", "4"], ["--json", "--attention"]] {
            let arguments = ["translate", "--model", "./models/days"] + form + texts
            let shared = try sandbox.start(arguments).outcome()
            let own = try sandbox.start(arguments + ["--no-daemon"]).outcome()
            #expect(shared.status == 0, "\(shared.errors)")
            #expect(shared.output == own.output)
            #expect(shared.output.count { $0 == "\n" } == texts.count)
        }
        let answers = try sandbox.run("translate", "--model", "./models/days", "the 5 of March", "June 12").lines
        #expect(answers == ["03-05", "06-12"])
        // A folder of models with one of the task needs no name, and a file is read a line a text.
        try sandbox.write("June 12\nthe 1 of May\n", to: "texts.txt")
        let named = try sandbox.run("translate", "--models", "models", "--model", "days", "--file", "texts.txt")
        #expect(named.lines == ["06-12", "05-01"], "\(named.errors)")
    }

    @Test func `without a model of the task the error says how to make one, and wrong usage is told`() throws {
        let sandbox = try Sandbox()
        let none = try sandbox.run("translate", "삼만 오천")
        #expect(none.status == 1 && none.errors.contains("sluice train DATA --task translate"), "\(none.errors)")
        for arguments in [["--beam", "0", "a"], ["--beam", "17", "a"], ["--attention", "a"], []] {
            #expect(try sandbox.start(["translate"] + arguments).outcome().status == 2)
        }
    }
}
