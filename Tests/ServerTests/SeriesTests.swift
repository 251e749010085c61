import JSON
import Server
import Testing
import Transports

/// `series/forecast` where the examples of the protocol do not reach.
@Suite struct `Series that go on` {
    private static let forecaster = JSONValue.string(exampleModels + "/tiny-forecaster")

    @Test func `A forecast by a model in memory waits for no worker`() throws {
        var configuration = ServerConfiguration.testing
        configuration.workers = 1
        let talk = Talk(configuration)
        #expect(try talk.call("models/load", ["model": Self.forecaster])["result"] != nil)
        talk.link.put(Talk.longWork(id: 1))
        talk.link.put(request("series/forecast", ["values": [12, 16], "model": Self.forecaster], id: 2))
        #expect(try talk.next()?["id"] == 2)
        #expect(try talk.next()?["id"] == 1)
    }

    @Test func `A forecast that takes minutes can be cancelled`() throws {
        let folder = ModelCopy(of: exampleModels + "/tiny-adder")
        folder.replace("stateful", with: "autoregressive", in: "config.json")
        folder.replace("\"window\": 2", with: "\"window\": 100000", in: "config.json")
        folder.replace("\"return_sequences\": true", with: "\"return_sequences\": false", in: "config.json")
        let talk = Talk()
        let model = JSONValue.string(folder.path)
        let rows = JSONValue.array(Array(repeating: [0, 0], count: 100_000))
        // So that it is under way when the other message comes.
        #expect(try talk.call("models/load", ["model": model])["result"] != nil)
        talk.link.put(request("series/forecast", ["rows": rows, "model": model, "steps": 10_000], id: 1))
        talk.put(#"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":1}}"#)
        let answer = try #require(try talk.next())
        #expect(answer["id"] == 1 && answer["error"]?["code"] == -32800)
        // Whoever worked on it has ended, too: it is the one that does what takes minutes.
        talk.link.put(request("series/forecast", ["rows": rows, "model": model, "steps": 1], id: 2))
        let next = try talk.next()
        #expect(next?["result"]?["forecast"]?.array?.compactMap(\.number) == [0], "\(String(describing: next))")
    }

    @Test func `Numbers have six decimals, small ones as many as they need`() throws {
        let answer = try Talk().call("series/forecast", ["values": [12, 16.3333333], "model": Self.forecaster])
        #expect(answer["result"]?["forecast"] == [17.333333, 13.666667])
        #expect(answer["result"]?["baselines"]?["naive"] == [16.333333, 16.333333])
        let small = try Talk().call(
            "series/forecast",
            ["rows": [["a": 1e-9, "b": 0], ["a": 2e-9, "b": 0]], "model": .string(exampleModels + "/tiny-adder")])
        let forecast = try #require(small["result"]?["forecast"]?.array?.first?.number)
        #expect(abs(forecast - 3e-9) < 1e-15)
    }

    @Test func `The most numbers that a request may have`() throws {
        var configuration = ServerConfiguration.testing
        configuration.seriesValuesLimit = 4
        let talk = Talk(configuration)
        let model = JSONValue.string(exampleModels + "/tiny-adder")
        #expect(try talk.call("series/forecast", ["rows": [[1, 2], [3, 4]], "model": model])["result"] != nil)
        // A column that most rows leave out counts in all of them.
        let error = try talk.call("series/forecast", ["rows": [["a": 1, "b": 2], [:], [:]], "model": model])["error"]
        #expect(error?["code"] == -32014)
        #expect(error?["message"] == "3 rows of 2 columns came, expected at most 4 numbers")
    }
}
