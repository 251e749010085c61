import JSON
import JSONRPC
import Server
import Testing
import Transports

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#else
    import Musl
#endif

/// A session without a transport.
final class Talk {
    let server: SluiceServer
    let link: InProcess
    private var pending: [UInt8] = []

    init(_ configuration: ServerConfiguration = .testing) {
        let server = SluiceServer(configuration: configuration)
        self.server = server
        link = InProcess(limits: server.limits) { server.session(output: $0) }
    }

    deinit { link.disconnect() }

    func put(_ text: String) { link.put(Array((text + "\n").utf8)) }

    /// The next message; nil at the end.
    func next() throws -> JSONValue? {
        while true {
            if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
                defer { pending.removeSubrange(...end) }
                return try JSONValue(parsing: Array(pending[..<end]))
            }
            guard let bytes = link.take(atMost: .seconds(60)) else { return nil }
            pending += bytes
        }
    }

    /// A request that takes a worker seconds: long enough for others to be answered meanwhile, on a busy machine too.
    static func longWork(id: JSONValue) -> [UInt8] {
        let text = JSONValue.string(String(repeating: "재미있는 영화 ", count: 100))
        let texts = JSONValue.array(Array(repeating: text, count: 20))
        return request("text/classify", ["texts": texts, "model": "sentiment-ko", "explain": true], id: id)
    }

    func call(_ method: String, _ params: JSONValue? = nil, id: JSONValue = 1) throws -> JSONValue {
        link.put(request(method, params, id: id))
        return try #require(try next())
    }
}

@Suite struct `A session` {
    @Test(arguments: [
        ("text/clasify", "did you mean text/classify?"), ("classify", "did you mean text/classify?"),
        ("texts/classify", "did you mean text/classify?"), ("textDocument/hoover", "did you mean textDocument/hover?"),
        ("daemon/", ""), ("textDocument/definition", ""), ("nonsense", ""), ("", ""), ("/", ""),
    ])
    func `names the method that was probably meant, and where all are`(_ method: String, _ expected: String) throws {
        let error = try #require(Talk().call(method)["error"])
        #expect(error["code"] == -32601)
        let hint = try #require(error["data"]?["hint"]?.string)
        #expect(hint == (expected.isEmpty ? "" : expected + " ") + "rpc.discover describes all methods")
    }

    @Test func `tells who follows LSP, and nobody else, of a stop, once`() throws {
        let talk = Talk()
        _ = try talk.call("initialize", ["capabilities": [:]])
        let plain = InProcess(limits: talk.server.limits) { talk.server.session(output: $0) }
        defer { plain.disconnect() }
        talk.server.requestStop()
        talk.server.requestStop()
        #expect(try talk.next() == ["jsonrpc": "2.0", "method": "$/sluice/stopping"])
        talk.put(#"{"jsonrpc":"2.0","id":2,"method":"shutdown"}"#)
        #expect(try talk.next()?["id"] == 2)
        plain.put(Array((#"{"jsonrpc":"2.0","id":3,"method":"daemon/status"}"# + "\n").utf8))
        #expect(
            plain.take(atMost: .seconds(60)).map { String(decoding: $0, as: UTF8.self).contains("\"id\":3") } == true)
    }

    private static let manyTexts = JSONValue.array(Array(repeating: "좋다 나쁘다", count: 20_000))

    @Test func `A cancelled request is answered with -32800`() throws {
        let talk = Talk()
        // Far more than the workers can begin before the cancellations come.
        for id in 1...20 {
            talk.link.put(
                request(
                    "text/classify", ["texts": Self.manyTexts, "model": .string(tinyModel)], id: .integer(Int64(id))))
        }
        for id in 1...20 { talk.put(#"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":\#(id)}}"#) }
        var cancelled = 0
        for _ in 1...20 {
            let answer = try #require(try talk.next())
            if answer["error"]?["code"] == -32800 {
                cancelled += 1
                #expect(answer["error"]?["data"]?["kind"] == "requestCancelled")
            } else {
                #expect(answer["result"] != nil)
            }
        }
        #expect(cancelled > 0)
    }

    @Test func `Too much at once is refused, and answered all the same`() throws {
        var configuration = ServerConfiguration.testing
        configuration.workers = 1
        configuration.queueLimit = 2
        let talk = Talk(configuration)
        for id in 1...10 {
            talk.link.put(
                request("models/describe", ["model": .string(tinyModel)], id: .integer(Int64(id))))
        }
        var ids: Set<Int> = []
        for _ in 1...10 {
            let answer = try #require(try talk.next())
            ids.insert(answer["id"]?.integer ?? 0)
            if let error = answer["error"] { #expect(error["code"] == -32013) }
        }
        #expect(ids == Set(1...10))
    }

    @Test func `After a stop nothing new is begun`() throws {
        let talk = Talk()
        #expect(try talk.call("daemon/ping")["result"] == [:])
        talk.server.requestStop()
        let answer = try talk.call("text/classify", ["text": "a"])
        #expect(answer["error"]?["code"] == -32013)
        #expect(answer["error"]?["message"] == "the daemon is stopping")
    }

    @Test func `Methods are counted by name, with their errors`() throws {
        let talk = Talk()
        for _ in 0..<5 { _ = try talk.call("daemon/ping") }
        _ = try talk.call("daemon/ping", ["x": 1])
        let methods = try talk.call("daemon/status")["result"]?["methods"]?.array ?? []
        let ping = try #require(methods.first { $0["method"] == "daemon/ping" })
        #expect(ping["count"] == 6)
        #expect(ping["errors"] == 1)
        let latency = ["p50", "p90", "p99", "maximum"].compactMap { ping["latency"]?[$0]?.number }
        #expect(latency.count == 4)
        #expect(latency == latency.sorted())
        #expect(latency.allSatisfy { $0 > 0 && $0 < 1e6 })
    }

    @Test func `Devices are said plainly`() throws {
        let result = try #require(try Talk().call("daemon/devices")["result"])
        #expect((result["cpu"]?["cores"]?.integer ?? 0) >= 1)
        #expect(result["cpu"]?["model"]?.string?.isEmpty == false)
        let total = try #require(result["memory"]?["total"]?.integer)
        let available = try #require(result["memory"]?["available"]?.integer)
        #expect(available > 0 && available <= total)
        let hasGPU = result["gpus"]?.array?.isEmpty == false
        #expect(hasGPU == (result["gpuReason"] == nil))
    }

    @Test func `Limits are those of the configuration`() throws {
        var configuration = ServerConfiguration.testing
        configuration.messageLimit = 100
        configuration.nestingLimit = 3
        let talk = Talk(configuration)
        talk.put(String(repeating: " ", count: 3) + "[[[[1]]]]")
        #expect(try talk.next()?["error"]?["code"] == -32700)
        talk.put("{\"a\":\"" + String(repeating: "x", count: 200) + "\"}")
        let error = try talk.next()?["error"]
        #expect(error?["code"] == -32014)
        #expect(error?["message"]?.string?.contains("100 bytes") == true)
        #expect(try talk.call("daemon/ping")["result"] == [:])
    }

    @Test func `Random and damaged bytes never end the server`() throws {
        let server = SluiceServer(configuration: .testing)
        var generator = SystemRandomNumberGenerator()
        let valid = [
            request("text/classify", ["text": "좋다", "model": .string(tinyModel)]), request("daemon/status"),
            request("initialize", ["capabilities": [:]]), request("models/vocabulary", ["model": .string(tinyModel)]),
            Array("[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"daemon/ping\"}]\n".utf8),
            Array("Content-Length: 47\r\n\r\n{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"daemon/ping\"}".utf8),
            Array("{\"jsonrpc\":\"2.0\",\"method\":\"$/cancelRequest\",\"params\":{\"id\":1}}\n".utf8),
        ]
        for _ in 0..<1_500 {
            let link = InProcess(limits: server.limits) { server.session(output: $0) }
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                var bytes = valid.randomElement(using: &generator) ?? []
                for _ in 0..<Int.random(in: 0...5, using: &generator) where !bytes.isEmpty {
                    let index = Int.random(in: bytes.indices, using: &generator)
                    switch Int.random(in: 0...2, using: &generator) {
                    case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
                    case 1: bytes.remove(at: index)
                    default: bytes.insert(Array("{}[]\",:\n\\".utf8).randomElement(using: &generator) ?? 0, at: index)
                    }
                }
                link.put(bytes)
            }
            link.endInput()
            link.disconnect()
        }
        #expect(try JSONValue(parsing: InProcessConnection(server).call("daemon/ping"))["result"] == [:])
    }
}

@Suite struct `Models in the server` {
    @Test func `A model is read when it is first named, kept, and let go`() throws {
        let talk = Talk()
        let model: JSONValue = ["model": .string(tinyModel)]
        #expect(try talk.call("models/describe", model)["result"]?["readiness"] == "unloaded")
        _ = try talk.call("text/classify", ["text": "좋다", "model": .string(tinyModel)])
        let described = try talk.call("models/describe", model)["result"]
        #expect(described?["readiness"] == "ready")
        #expect((described?["memory"]?.integer ?? 0) > 0)
        #expect(described?["name"] == "tiny")
        #expect(try talk.call("text/classify", ["text": "좋다", "model": "tiny"])["result"]?["model"] == "tiny")
        #expect(
            try talk.call("models/list")["result"]?["models"]?.array?.contains { $0["name"] == "tiny" } == true)
        #expect(try talk.call("models/unload", model)["result"]?["readiness"] == "unloaded")
        #expect(try talk.call("text/classify", ["text": "좋다", "model": "tiny"])["error"]?["code"] == -32010)
    }

    @Test func `One that is kept for no time goes when it was asked`() throws {
        let talk = Talk()
        let loaded = try talk.call("models/load", ["path": .string(tinyModel), "keepAlive": 0])
        #expect(loaded["result"]?["readiness"] == "ready")
        _ = try talk.call("text/classify", ["text": "좋다", "model": .string(tinyModel)])
        let described = try talk.call("models/describe", ["model": .string(tinyModel)])
        #expect(described["result"]?["readiness"] == "unloaded")
    }

    @Test(arguments: [
        "damaged-config", "lying-header", "lying-offsets", "missing-weight", "misspelt-layer", "newer-format",
        "truncated-header", "truncated-weights", "without-config", "without-vocabulary", "without-weights",
        "wrong-shapes",
    ])
    func `A bad directory is -32011, and the server goes on`(name: String) throws {
        let talk = Talk()
        let path = JSONValue.string(exampleModels + "/" + name)
        for (method, params) in [
            ("models/load", ["path": path]), ("models/describe", ["model": path]), ("models/reload", ["path": path]),
            ("text/classify", ["text": "a", "model": path]),
        ] as [(String, JSONValue)] {
            let error = try talk.call(method, params)["error"]
            #expect(error?["code"] == -32011, "\(method)")
            #expect(error?["data"]?["kind"] == "modelInvalid")
        }
        #expect(try talk.call("daemon/ping")["result"] == [:])
    }

    @Test func `Models of a folder are found by name, those that are damaged say why`() throws {
        var configuration = ServerConfiguration.testing
        configuration.modelSearchPaths = [exampleModels]
        let talk = Talk(configuration)
        let models = try talk.call("models/list")["result"]?["models"]?.array ?? []
        let names = models.compactMap { $0["name"]?.string }
        #expect(names == names.sorted())
        let damaged = try #require(models.first { $0["name"] == "wrong-shapes" })
        #expect(damaged["readiness"] == "invalid")
        #expect(damaged["problem"]?.string?.isEmpty == false)
        #expect(models.first { $0["name"] == "tiny" }?["labels"]?.array?.count == 2)
        let unknown = try talk.call("text/classify", ["text": "a", "model": "tini"])["error"]
        #expect(unknown?["code"] == -32010)
        #expect(unknown?["data"]?["hint"]?.string?.contains("tiny") == true)
    }

    @Test func `A configured default answers where none is named`() throws {
        var configuration = ServerConfiguration.testing
        configuration.defaultModel = tinyModel
        let answer = try Talk(configuration).call("text/classify", ["text": "좋다", "top": 1])
        #expect(answer["result"]?["model"] == "tiny")
        #expect(answer["result"]?["labels"]?.array?.count == 1)
    }

    @Test func `Every path to a directory is one model`() throws {
        let talk = Talk()
        for path in ["", "/", "/.", "//", "/../tiny", "/./../tiny//"] {
            let parameters: JSONValue = ["path": .string(tinyModel + path)]
            #expect(try talk.call("models/load", parameters)["result"]?["name"] == "tiny", "\(path)")
        }
        let status = try talk.call("daemon/status")["result"]
        #expect(status?["memory"]?["models"]?.array?.count == 1)
        let unloaded = try talk.call("models/unload", ["path": .string(tinyModel + "/.")])
        #expect(unloaded["result"]?["readiness"] == "unloaded")
        #expect(try talk.call("daemon/status")["result"]?["memory"]?["models"] == [])
    }

    @Test(.enabled(if: getuid() != 0, "root may read every file"))
    func `A file that may be read again is read again`() throws {
        let folder = ModelCopy(of: tinyModel)
        let talk = Talk()
        chmod(folder.path + "/config.json", 0)
        let model: JSONValue = ["model": .string(folder.path)]
        #expect(try talk.call("models/describe", model)["error"]?["code"] == -32011)
        chmod(folder.path + "/config.json", 0o600)
        #expect(try talk.call("models/describe", model)["result"] != nil)
    }

    @Test func `A reload that fails keeps the old model and says why`() throws {
        let folder = ModelCopy(of: tinyModel)
        let talk = Talk()
        let path = JSONValue.string(folder.path)
        let before = try talk.call("text/classify", ["text": "좋다", "model": path])
        #expect(before["result"] != nil)
        folder.truncate("model.safetensors")
        #expect(try talk.call("models/reload", ["path": path])["error"]?["code"] == -32011)
        #expect(try talk.call("text/classify", ["text": "좋다", "model": path]) == before)
        let described = try talk.call("models/describe", ["model": path])["result"]
        #expect(described?["readiness"] == "ready")
        #expect(described?["problem"]?.string?.contains("reload") == true)
        folder.restore("model.safetensors")
        let reloaded = try talk.call("models/reload", ["path": path])["result"]
        #expect(reloaded?["readiness"] == "ready")
        #expect(reloaded?["problem"] == nil)
    }

    @Test func `A model whose files have changed is read again, and stays as it was where that fails`() throws {
        let folder = ModelCopy(of: tinyModel)
        var configuration = ServerConfiguration.testing
        configuration.workers = 1
        let talk = Talk(configuration)
        let question: JSONValue = ["text": "좋다", "model": .string(folder.path)]
        func label() throws -> String? { try talk.call("text/classify", question)["result"]?["label"]?.string }
        func wait(for wanted: String) throws {
            let end = ContinuousClock.now + .seconds(60)
            while try label() != wanted, .now < end { usleep(50_000) }
            #expect(try label() == wanted)
        }
        let first = try #require(try label())
        folder.replace(first, with: "better", in: "config.json")
        usleep(1_100_000)
        // The one worker has to read the files after this, which keeps no question waiting.
        talk.link.put(Talk.longWork(id: 0))
        talk.link.put(request("text/classify", question, id: 7))
        let answer = try #require(try talk.next())
        #expect(answer["id"] == 7 && answer["result"]?["label"]?.string == first)
        #expect(try talk.next()?["id"] == 0)
        try wait(for: "better")
        folder.truncate("model.safetensors")
        var described: JSONValue?
        let end = ContinuousClock.now + .seconds(60)
        repeat {
            usleep(100_000)
            #expect(try label() == "better")
            described = try talk.call("models/describe", ["model": .string(folder.path)])["result"]
        } while described?["problem"] == nil && .now < end
        #expect(described?["readiness"] == "ready")
        #expect(described?["problem"]?.string?.contains("reload failed") == true)
        folder.restore("config.json")
        folder.restore("model.safetensors")
        try wait(for: first)
        #expect(try talk.call("models/describe", ["model": .string(folder.path)])["result"]?["problem"] == nil)
    }
    @Test func `A model that went out of memory stays out, though its files were to be read again`() throws {
        let folder = ModelCopy(of: tinyModel)
        var configuration = ServerConfiguration.testing
        configuration.workers = 1
        let talk = Talk(configuration)
        let path = JSONValue.string(folder.path)
        #expect(try talk.call("models/load", ["model": path, "keepAlive": 0])["result"]?["readiness"] == "ready")
        folder.replace("positive", with: "better", in: "config.json")
        usleep(1_100_000)
        // The one worker has to read the files after this; by then the model was used, and let go of.
        talk.link.put(Talk.longWork(id: 0))
        #expect(try talk.call("text/classify", ["text": "좋아요", "model": path])["result"]?["label"] == "positive")
        #expect(try talk.next()?["id"] == 0)
        #expect(try talk.call("models/describe", ["model": path])["result"]?["readiness"] == "unloaded")
    }
}
