import JSON
import Server
import Testing
import Transports

/// What one message may ask for.
@Suite struct `Limits` {
    private func answer(_ input: String, _ configuration: ServerConfiguration = .testing) throws -> JSONValue {
        let talk = Talk(configuration)
        talk.put(input)
        let answer = try #require(try talk.next())
        #expect(try talk.call("daemon/ping", id: "after")["id"] == "after")
        return answer
    }

    private func expectTooLarge(_ answer: JSONValue, id: JSONValue, _ parts: String...) {
        #expect(answer["id"] == id)
        #expect(answer["error"]?["code"] == -32014)
        #expect(answer["error"]?["data"]?["kind"] == "tooLarge")
        #expect(answer["error"]?["data"]?["hint"]?.string?.isEmpty == false)
        let message = answer["error"]?["message"]?.string ?? ""
        for part in parts { #expect(message.contains(part), "\(message)") }
    }

    @Test(
        arguments: [
            ("tiny", "text/classify", ["text": "좋아요"]), ("tiny", "text/classify", ["texts": ["좋아요"]]),
            ("tiny", "text/explain", ["text": "좋아요"]),
            ("tiny", "text/explain", ["text": "좋아요", "method": "occlusion"]),
            ("tiny", "text/explain", ["text": "좋아요", "method": "prefix"]),
            ("tiny-tagger", "text/tag", ["text": "in new york"]), ("tiny-translator", "text/translate", ["text": "하나"]),
            ("tiny-translator", "text/translate", ["text": "하나", "beam": 4, "attention": true]),
            ("tiny-writer", "text/generate", ["label": "dog"]),
            ("tiny-writer", "text/generate", ["prompt": "c", "temperature": 0]),
            ("tiny-forecaster", "series/forecast", ["values": [12, 16]]),
        ] as [(String, String, JSONValue)])
    func `A model whose numbers overflow answers no null`(name: String, method: String, parameters: JSONValue) throws {
        let folder = ModelCopy(of: exampleModels + "/" + name)
        for tensor in ["dense/kernel", "dense/bias"] { try folder.set(3e38, of: tensor) }
        guard case .object(var members) = parameters else { return }
        members["model"] = .string(folder.path)
        let error = try Talk().call(method, .object(members))["error"]
        #expect(error?["code"] == -32011)
        #expect(error?["message"]?.string?.contains("network") == true)
        #expect(error?["data"]?["hint"]?.string?.contains("train the model again") == true)
    }

    @Test func `A batch has at most 1,000 requests, and one answer where it has more`() throws {
        func batch(_ count: Int) -> String {
            "[" + Array(repeating: "1", count: count).joined(separator: ",") + "]"
        }
        #expect(try answer(batch(1_000)).array?.count == 1_000)
        expectTooLarge(try answer(batch(1_001)), id: .null, "1001", "1000")
    }

    @Test func `A message has at most 4,000,000 values`() throws {
        let values = "[" + String(repeating: "1,", count: 4_000_000) + "1]"
        expectTooLarge(try answer(values), id: .null, "more than 4000000 values")
        var configuration = ServerConfiguration.testing
        configuration.valuesLimit = 4
        #expect(try answer(#"{"a": [1, 2]}"#, configuration)["error"]?["code"] == -32600)
        expectTooLarge(try answer(#"{"a": [1, 2, 3]}"#, configuration), id: .null, "more than 4 values", "at byte 13")
    }

    @Test func `A request has at most 100,000 texts`() throws {
        func classify(_ count: Int) -> String {
            #"{"jsonrpc":"2.0","id":7,"method":"text/classify","params":{"model":""# + tinyModel + #"","texts":["#
                + Array(repeating: #""""#, count: count).joined(separator: ",") + "]}}"
        }
        #expect(try answer(classify(100_000))["result"]?["results"]?.array?.count == 100_000)
        expectTooLarge(try answer(classify(100_001)), id: 7, "100001", "100000")
    }

    @Test(arguments: [("ab cd ef", 1, 8), ("ab cd ef", 2, 4)])
    func `Texts that a vectoriser is fitted on have at most 4,000,000 terms`(
        text: String, count: Int, longest: Int
    ) throws {
        var configuration = ServerConfiguration.testing
        configuration.fittedTermsLimit = 64
        func answer(_ longest: Int) throws -> JSONValue {
            try Talk(configuration).call(
                "text/vectorize",
                [
                    "texts": .array(Array(repeating: .string(text), count: count)),
                    "vectorizer": [
                        "method": "count", "analyzer": "char", "ngram_range": [1, .integer(Int64(longest))],
                    ],
                ], id: 7)
        }
        #expect(try answer(longest)["result"] != nil)
        let refused = try answer(longest + 1)
        expectTooLarge(refused, id: 7, "terms, expected at most 64")
        let hint = refused["error"]?["data"]?["hint"]?.string ?? ""
        #expect(hint.contains(count == 1 ? "less of the text" : "split the texts"), "\(hint)")
    }

    @Test func `A name or path is one that the system takes whole`() throws {
        let talk = Talk()
        let slashes = "/" + String(repeating: "/", count: 1_000_000)
        let start = ContinuousClock.now
        for model in [slashes, tinyModel + "\0/none", "tiny\0"] {
            let error = try talk.call("models/describe", ["model": .string(model)])["error"]
            #expect(error?["code"] == -32602)
            let data: JSONValue = ["model": .string(tinyModel), "data": .string("/" + model)]
            #expect(try talk.call("models/evaluate", data)["error"]?["code"] == -32602)
        }
        #expect(start.duration(to: .now) < .seconds(30))
    }

    @Test func `A pool that is full names its own limit`() throws {
        var configuration = ServerConfiguration.testing
        configuration.longQueueLimit = 0
        let error = try Talk(configuration).call(
            "models/evaluate", ["model": .string(tinyModel), "data": "/none"])["error"]
        #expect(error?["code"] == -32013)
        #expect(error?["message"]?.string?.hasPrefix("0 requests") == true)
    }
}

@Suite struct `A pool of workers` {
    @Test func `Refuses what no thread would ever do`() {
        let pool = WorkerPool(threads: 2, capacity: 4) { _ in false }
        let refusal = pool.submit {}
        #expect(refusal == .noThread)
    }

    @Test func `Refuses what is too much, or too late`() {
        let pool = WorkerPool(threads: 1, capacity: 1)
        let isHeld = Monitor(true)
        let hasBegun = Monitor(false)
        let taken = pool.submit {
            hasBegun.change { $0 = true }
            _ = isHeld.wait { $0 ? nil : true }
        }
        #expect(taken == nil)
        #expect(hasBegun.wait(atMost: .seconds(60)) { $0 ? true : nil } == true)
        let refusals = [pool.submit {}, pool.submit {}]
        #expect(refusals == [nil, .full(1)])
        pool.stop()
        let late = pool.submit {}
        #expect(late == .stopped)
        isHeld.change { $0 = false }
    }

    @Test func `Lets go of what a job held as soon as it is done`() {
        final class Token: Sendable {}
        let pool = WorkerPool(threads: 1, capacity: 10)
        let isHeld = Monitor(true)
        let isDone = Monitor(false)
        var token: Token? = Token()
        weak let watched = token
        func submit(_ job: @escaping WorkerPool.Job) {
            let refusal = pool.submit(job)
            #expect(refusal == nil)
        }
        submit { [token] in _ = token }
        submit { isDone.change { $0 = true } }
        // Behind this one the queue is never empty.
        submit { _ = isHeld.wait { $0 ? nil : true } }
        submit {}
        token = nil
        #expect(isDone.wait(atMost: .seconds(60)) { $0 ? true : nil } == true)
        #expect(watched == nil)
        isHeld.change { $0 = false }
        pool.stop()
    }

    @Test func `Begins two jobs at once where it has two threads`() {
        // Each waits for the other: one thread for both would wait for ever.
        let pool = WorkerPool(threads: 2, capacity: 10)
        for _ in 0..<2_000 {
            let met = Monitor(0)
            let done = Monitor(0)
            for _ in 0..<2 {
                let refusal = pool.submit {
                    met.change { $0 += 1 }
                    let both = met.wait(atMost: .seconds(60)) { $0 == 2 ? true : nil }
                    done.change { $0 += both == true ? 1 : 100 }
                }
                #expect(refusal == nil)
            }
            #expect(done.wait { $0 >= 2 ? $0 : nil } == 2)
        }
        pool.stop()
    }
}
