import Foundation
import JSON
import Models
import Server
import Testing
import Transports

/// Removed with all that is in it.
private final class Scratch {
    let path = FileManager.default.temporaryDirectory.appending(path: "sluice-train-\(UUID().uuidString)").path()

    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(atPath: path) }

    var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path).sorted()) ?? [] }

    func write(_ text: String, _ name: String) throws -> String {
        try text.write(toFile: path + "/" + name, atomically: true, encoding: .utf8)
        return path + "/" + name
    }

    /// Rows that are told apart by one character.
    func rows(_ count: Int) throws -> String {
        let lines = (0..<count).map { row in row.isMultiple(of: 2) ? "좋아요 \(row)\tpositive" : "싫어요 \(row)\tnegative" }
        return try write("text\tlabel\n" + lines.joined(separator: "\n") + "\n", "rows.tsv")
    }

    /// A small network that learns them at once.
    func recipe(epochs: Int) throws -> String {
        try write(
            """
            {"pipeline": {"segmentation": {"method": "character"}, "maximum_length": 8},
             "layers": [
               {"class_name": "Embedding", "config": {"output_dim": 4}},
               {"class_name": "GRU", "config": {"units": 4}},
               {"class_name": "Dense", "config": {"activation": "softmax"}}],
             "fit": {"epochs": \(epochs), "batch_size": 8, "learning_rate": 0.02, "validation_split": 0.25, "seed": 1}}
            """, "recipe.json")
    }
}

extension Talk {
    /// What comes up to the answer of the request, and the answer.
    fileprivate func answer(to id: Int) throws -> (before: [JSONValue], answer: JSONValue) {
        var before: [JSONValue] = []
        while true {
            let message = try #require(try next())
            if message["id"]?.integer == id, message["method"] == nil { return (before, message) }
            before.append(message)
        }
    }

    /// The values of the progress under a token.
    fileprivate func values(_ messages: [JSONValue], _ token: JSONValue) -> [JSONValue] {
        messages.filter { $0["method"] == "$/progress" && $0["params"]?["token"] == token }
            .compactMap { $0["params"]?["value"] }
    }

    /// From here on the session follows LSP.
    fileprivate func initialize() throws {
        _ = try call("initialize", ["processId": nil, "rootUri": nil, "capabilities": [:]], id: "i")
        put(#"{"jsonrpc":"2.0","method":"initialized","params":{}}"#)
    }

    /// Reads until the progress has begun.
    fileprivate func untilBegun() throws {
        while true {
            let message = try #require(try next())
            if message["params"]?["value"]?["kind"] == "begin" { return }
        }
    }
}

@Suite struct `models/train` {
    @Test func `writes a model that answers, and tells its figures`() throws {
        let scratch = try Scratch()
        let output = scratch.path + "/reviews"
        let talk = Talk()
        let answer = try talk.call(
            "models/train",
            [
                "data": .string(try scratch.rows(80)), "output": .string(output),
                "recipe": .string(try scratch.recipe(epochs: 12)), "seed": 3,
            ])
        let result = try #require(answer["result"], "\(answer)")
        #expect(result["model"]?["name"] == "reviews")
        #expect(
            result["model"]?["labels"] == ["positive", "negative"]
                || result["model"]?["labels"] == ["negative", "positive"])
        #expect(result["ending"] == "allEpochs" || result["ending"] == "early")
        #expect(result["validation"]?["rows"] == 20)
        #expect(result["validation"]?["accuracy"]?.number == 1)
        #expect(result["epochs"]?.integer ?? 0 >= result["bestEpoch"]?.integer ?? .max)
        // The card says what the answer says, and the directory stands alone.
        #expect(result["model"]?["metrics"]?.array?.isEmpty == false)
        #expect(scratch.names == ["recipe.json", "reviews", "rows.tsv"])
        let said = try talk.call("text/classify", ["text": "싫어요 5", "model": .string(output)], id: 2)
        #expect(said["result"]?["label"] == "negative")
    }

    @Test func `makes the same weights as a run that keeps what is stopped`() throws {
        let scratch = try Scratch()
        let data = try scratch.rows(80)
        let recipe = try scratch.recipe(epochs: 3)
        for name in ["a", "b"] {
            let answer = try Talk().call(
                "models/train",
                ["data": .string(data), "output": .string(scratch.path + "/" + name), "recipe": .string(recipe)])
            #expect(answer["result"] != nil, "\(answer)")
        }
        let weights = ["a", "b"].map { FileManager.default.contents(atPath: "\(scratch.path)/\($0)/model.safetensors") }
        #expect(weights[0] != nil)
        #expect(weights[0] == weights[1])
    }

    @Test(arguments: [
        ("data", "/no/such.tsv", -32602, "absolute path of a file"), ("recipe", "no-such", -32602, "default"),
        ("recipe", "/no/such.json", -32602, "shipped recipes"), ("data", "/dev/null", -32602, "one file"),
        ("feedback", "/no/such.jsonl", -32602, "absolute path of a file"), ("textColumn", "x", -32602, "textColumn"),
        ("output", "/dev/null/model", -32017, "output"), ("output", "/dev/null", -32017, "output"),
    ])
    func `says what is wrong in the protocol's words`(name: String, value: String, code: Int, hint: String) throws {
        let scratch = try Scratch()
        var params = JSONObject([
            ("data", .string(try scratch.rows(8))), ("output", .string(scratch.path + "/m")), ("epochs", 1),
        ])
        params[name] = .string(value)
        let error = try Talk().call("models/train", .object(params))["error"]
        #expect(error?["code"]?.integer == code, "\(error ?? .null)")
        let said = error?["data"]?["hint"]?.string ?? ""
        #expect(said.contains(hint), "\(said)")
        #expect(!said.contains("--") && !said.contains("-o "), "\(said)")
        #expect(scratch.names == ["rows.tsv"])
    }

    @Test(arguments: [true, false])
    func `leaves nothing where it is cancelled, and is answered at once`(byToken: Bool) throws {
        let scratch = try Scratch()
        let talk = Talk()
        try talk.initialize()
        let params: JSONValue = [
            "data": .string(try scratch.rows(400)), "output": .string(scratch.path + "/m"),
            "recipe": .string(try scratch.recipe(epochs: 100_000)), "workDoneToken": "t",
        ]
        talk.link.put(request("models/train", params, id: 5))
        try talk.untilBegun()
        talk.put(
            byToken
                ? #"{"jsonrpc":"2.0","method":"window/workDoneProgress/cancel","params":{"token":"t"}}"#
                : #"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":5}}"#)
        let (before, answer) = try talk.answer(to: 5)
        #expect(answer["error"]?["code"] == -32800)
        #expect(talk.values(before, "t").last?["kind"] == "end")
        // The one thread for long work is free again.
        let next = try talk.call(
            "models/evaluate",
            ["model": .string(tinyModel), "data": .string(ProtocolExample.folder + "/data/words.tsv")],
            id: 6)
        #expect(next["result"]?["rows"] == 6, "\(next)")
        #expect(scratch.names == ["recipe.json", "rows.tsv"])
    }

    @Test func `is not finished by a daemon that stops`() throws {
        let scratch = try Scratch()
        let talk = Talk()
        try talk.initialize()
        talk.link.put(
            request(
                "models/train",
                [
                    "data": .string(try scratch.rows(400)), "output": .string(scratch.path + "/m"),
                    "recipe": .string(try scratch.recipe(epochs: 100_000)), "workDoneToken": 1,
                ], id: 5))
        try talk.untilBegun()
        talk.server.requestStop()
        #expect(try talk.answer(to: 5).answer["error"]?["code"] == -32013)
        #expect(scratch.names == ["recipe.json", "rows.tsv"])
    }
}

@Suite struct `The progress of a request` {
    @Test func `goes from its beginning to its end before the answer`() throws {
        let scratch = try Scratch()
        let talk = Talk()
        try talk.initialize()
        talk.link.put(
            request(
                "models/train",
                [
                    "data": .string(try scratch.rows(400)), "output": .string(scratch.path + "/m"),
                    "recipe": .string(try scratch.recipe(epochs: 60)), "workDoneToken": 7,
                ], id: 5))
        let (before, answer) = try talk.answer(to: 5)
        #expect(answer["result"] != nil, "\(answer)")
        let values = talk.values(before, 7)
        #expect(values.first?["kind"] == "begin")
        #expect(values.first?["title"] == "Training m")
        #expect(values.first?["cancellable"] == true)
        #expect(values.last?["kind"] == "end")
        let reports = values.dropFirst().dropLast()
        #expect(reports.allSatisfy { $0["kind"] == "report" && $0["message"]?.string?.hasPrefix("epoch ") == true })
        let percentages = values.compactMap { $0["percentage"]?.integer }
        #expect(percentages == percentages.sorted() && percentages.allSatisfy { (0...100).contains($0) })
        // Nobody is asked to make a token that came with a request.
        #expect(!before.contains { $0["method"] == "window/workDoneProgress/create" })
    }

    @Test func `is that of an evaluation by its rows`() throws {
        let scratch = try Scratch()
        let talk = Talk()
        try talk.initialize()
        let data = try scratch.rows(120_000)
        talk.link.put(
            request(
                "models/evaluate", ["model": .string(tinyModel), "data": .string(data), "workDoneToken": "e"], id: 5))
        let (before, answer) = try talk.answer(to: 5)
        #expect(answer["result"]?["rows"] == 120_000)
        let values = talk.values(before, "e")
        #expect(values.first?["title"] == "Evaluating tiny")
        #expect(values.last?["kind"] == "end")
        let percentages = values.compactMap { $0["percentage"]?.integer }
        #expect(percentages == percentages.sorted() && percentages.count > 1 && percentages.last ?? 0 > 0)
    }

    @Test(arguments: ["models/load", "models/reload"])
    func `is there for models that are read`(method: String) throws {
        let talk = Talk()
        try talk.initialize()
        talk.link.put(request(method, ["model": .string(tinyModel), "workDoneToken": "l"], id: 5))
        let (before, answer) = try talk.answer(to: 5)
        #expect(answer["result"]?["readiness"] == "ready")
        let values = talk.values(before, "l")
        #expect(values.map { $0["kind"] } == ["begin", "end"])
        #expect(values.first?["percentage"] == nil)
    }

    @Test func `is not shown outside of LSP, nor by what is done in a moment`() throws {
        let talk = Talk()
        let load = try talk.call("models/load", ["model": .string(tinyModel), "workDoneToken": "l"])
        #expect(load["result"] != nil)
        try talk.initialize()
        talk.link.put(
            request("text/classify", ["text": "a", "model": .string(tinyModel), "workDoneToken": "l"], id: 5))
        let (before, answer) = try talk.answer(to: 5)
        #expect(answer["result"] != nil)
        #expect(talk.values(before, "l").isEmpty)
    }
}
