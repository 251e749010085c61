import JSON
import Server
import Testing
import Transports

/// `text/generate` where the examples of the protocol do not reach.
@Suite struct `Texts that are written` {
    private static let model = JSONValue.string(exampleModels + "/tiny-writer")

    @Test func `A text comes in pieces ahead of its answer, under the token of its request`() throws {
        let talk = Talk()
        for (token, label, text) in [("a", "dog", "dog"), (7, "dog", "dog")] as [(JSONValue, JSONValue, String)] {
            talk.link.put(
                request(
                    "text/generate",
                    ["prompt": "D", "label": label, "model": Self.model, "seed": 1, "partialResultToken": token], id: 9)
            )
            var pieces: [String] = []
            var message = try #require(try talk.next())
            while message["method"] != nil {
                #expect(message["method"] == "$/progress" && message["id"] == nil)
                #expect(message["params"]?["token"] == token)
                pieces.append(try #require(message["params"]?["value"]?["text"]?.string))
                message = try #require(try talk.next())
            }
            #expect(pieces == ["d", "o", "g"])
            #expect(message["id"] == 9)
            #expect(message["result"]?["text"]?.string == text)
        }
        // Nothing comes ahead where it was not asked for.
        let plain = try talk.call("text/generate", ["label": "dog", "model": Self.model, "seed": 1])
        #expect(plain["result"]?["text"] == "dog")
    }

    @Test func `A text that is cancelled is answered with -32800, and nothing of it comes`() throws {
        var configuration = ServerConfiguration.testing
        configuration.workers = 1
        let talk = Talk(configuration)
        // The one worker is busy with this while the others are cancelled.
        let words = JSONValue.string(String(repeating: "재미있는 영화 ", count: 100))
        talk.link.put(request("text/explain", ["text": words, "model": "sentiment-ko"], id: 0))
        for id in 1...10 {
            talk.link.put(
                request(
                    "text/generate", ["label": "dog", "model": Self.model, "partialResultToken": "t"],
                    id: .integer(Int64(id))))
        }
        for id in 1...10 { talk.put(#"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":\#(id)}}"#) }
        // Who cancels does not wait for the worker.
        var answered: Set<Int> = []
        for _ in 0...10 {
            let answer = try #require(try talk.next())
            let id = try #require(answer["id"]?.integer)
            answered.insert(id)
            #expect(answer["error"]?["code"] == (id == 0 ? nil : -32800))
        }
        #expect(answered == Set(0...10))
    }

    @Test func `A text that is cancelled as it is written ends there`() throws {
        // A writer that never comes to an end.
        let folder = ModelCopy(of: exampleModels + "/tiny-writer")
        try folder.set(-1000, of: "dense/bias", in: 9..<10)
        var configuration = ServerConfiguration.testing
        configuration.generatedTokensLimit = .max
        let talk = Talk(configuration)
        talk.link.put(
            request(
                "text/generate",
                [
                    "label": "dog", "model": .string(folder.path), "length": 1_000_000_000,
                    "partialResultToken": "t",
                ], id: 1))
        #expect(try talk.next()?["params"]?["token"] == "t")
        talk.put(#"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":1}}"#)
        var message = try #require(try talk.next())
        while message["method"] != nil { message = try #require(try talk.next()) }
        #expect(message["id"] == 1 && message["error"]?["code"] == -32800)
    }

    @Test func `A call in process gives the bytes that the socket gives, pieces among them`() async throws {
        let parameters: JSONValue = [
            "label": "cat", "model": Self.model, "seed": 3, "partialResultToken": "t", "temperature": 1.5,
        ]
        let running = try await RunningServer()
        let client = try running.client()
        client.send(request("text/generate", parameters))
        var lines: [[UInt8]] = []
        var isAnswered = false
        while !isAnswered {
            let line = try #require(try client.line())
            lines.append(line)
            isAnswered = try JSONValue(parsing: line)["id"] != nil
        }
        let connection = InProcessConnection(SluiceServer(configuration: .testing))
        for _ in 0..<2 {
            var own: [[UInt8]] = []
            let response = connection.call("text/generate", parameters) { own.append($0) }
            #expect(own + [response] == lines)
        }
        #expect(lines.count > 2)
        try await running.stop()
    }
}
