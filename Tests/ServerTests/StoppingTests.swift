import JSON
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

/// What was accepted is answered, whatever ends.
@Suite struct `An end` {
    /// A session on standard streams that are files.
    private func streams(_ input: String) throws -> [JSONValue] {
        let folder = TestFolder()
        let file = try #require(fopen(folder.path + "/in", "w"))
        fwrite(input, 1, input.utf8.count, file)
        fclose(file)
        let reading = open(folder.path + "/in", O_RDONLY)
        let writing = open(folder.path + "/out", O_RDWR | O_CREAT, 0o600)
        defer {
            close(reading)
            close(writing)
        }
        let server = SluiceServer(configuration: .testing)
        #expect(try server.run(StandardStreams(input: reading, output: writing, limits: server.limits)) == 0)
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = pread(writing, &bytes, bytes.count, 0)
        return try bytes.prefix(max(count, 0)).split(separator: UInt8(ascii: "\n"))
            .map { try JSONValue(parsing: Array($0)) }
    }

    @Test(arguments: ["daemon/shutdown", "daemon/ping"])
    func `A batch is answered whole`(first: String) throws {
        for round in 0..<20 {
            let answers = try streams(
                #"[{"jsonrpc":"2.0","id":1,"method":"\#(first)"},{"jsonrpc":"2.0","id":2,"method":"daemon/ping"}]"#
                    + (round.isMultiple(of: 2) ? "\n" : ""))
            #expect(answers.count == 1)
            #expect(answers.first?.array?.map { $0["id"] } == [1, 2])
        }
    }

    @Test func `A batch of long and short work is answered whole after the input's end`() throws {
        let element = #"{"jsonrpc":"2.0","id":1,"method":"models/describe","params":{"model":"\#(tinyModel)"}}"#
        for _ in 0..<20 {
            let ping = #"{"jsonrpc":"2.0","id":2,"method":"daemon/ping"}"#
            let answers = try streams("[\(element),\(element),\(ping)]\n")
            #expect(answers.first?.array?.count == 3)
        }
    }

    @Test func `A long message that is still being read is answered before a stop`() async throws {
        let running = try await RunningServer()
        // Reading so much JSON takes a while.
        let text = String(repeating: "좋다 ", count: 4_000_000)
        let isAnswered = Monitor(false)
        let sender = Task.detached { [path = running.path] () -> JSONValue in
            let client = try TestClient(path: path)
            client.send(request("text/classify", ["text": .string(text), "model": .string(tinyModel)]))
            defer { isAnswered.change { $0 = true } }
            return try JSONValue(parsing: #require(try client.line()))
        }
        // A machine that is busy elsewhere may look too late, when it is answered already.
        while !running.server.isBusy, !isAnswered.read({ $0 }) { try await Task.sleep(for: .microseconds(100)) }
        running.server.requestStop()
        let answer = try await sender.value
        #expect(answer["id"] == 1)
        #expect(answer["result"]?["truncated"] == true)
        try await running.stop()
    }

    @Test func `An evaluation does not hold up a stop, nor a cancelled one the next`() throws {
        let folder = TestFolder()
        let file = try #require(fopen(folder.path + "/file", "w"))
        fputs("text\tlabel\n", file)
        for _ in 0..<400_000 { fputs("좋다 나쁘다 좋다 나쁘다 좋다 나쁘다\tpositive\n", file) }
        fclose(file)
        let talk = Talk()
        let parameters: JSONValue = ["model": .string(tinyModel), "data": .string(folder.path + "/file")]
        talk.link.put(request("models/evaluate", parameters, id: 1))
        talk.put(#"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":1}}"#)
        #expect(try talk.next()?["error"]?["code"] == -32800)
        talk.link.put(request("models/evaluate", parameters, id: 2))
        let start = ContinuousClock.now
        talk.server.requestStop()
        let answer = try #require(try talk.next())
        #expect(answer["id"] == 2)
        #expect(answer["error"]?["code"] == -32013)
        #expect(start.duration(to: .now) < .seconds(30))
    }

    @Test func `Only a regular file is evaluated`() throws {
        let folder = TestFolder()
        mkfifo(folder.path + "/file", 0o600)
        let talk = Talk()
        for (path, kind) in [(folder.path + "/file", "a pipe"), (folder.path, "a folder"), ("/dev/zero", "a device")] {
            let answer = try talk.call("models/evaluate", ["model": .string(tinyModel), "data": .string(path)])
            #expect(answer["error"]?["code"] == -32602)
            #expect(answer["error"]?["message"]?.string == "\(path) is \(kind), expected a regular file")
        }
    }

    @Test func `Hints of an evaluation name parameters, not options`() throws {
        let folder = TestFolder()
        let file = try #require(fopen(folder.path + "/file", "w"))
        fputs("words\tlabel\na\tpositive\n", file)
        fclose(file)
        let talk = Talk()
        for (name, column) in [("/file", nil), ("/file", "words"), ("/none", nil)] as [(String, String?)] {
            var parameters = JSONObject([("model", .string(tinyModel)), ("data", .string(folder.path + name))])
            parameters["textColumn"] = column.map { .string($0) }
            parameters["labelColumn"] = column.map { _ in "sentiment" }
            let hint = try talk.call("models/evaluate", .object(parameters))["error"]?["data"]?["hint"]?.string
            #expect(hint?.contains("--") == false, "\(hint ?? "")")
            #expect(hint?.contains("'-'") == false, "\(hint ?? "")")
        }
    }

    @Test func `exit that comes twice ends as the first one did`() throws {
        let exit = #"{"jsonrpc":"2.0","method":"exit"}"#
        let folder = TestFolder()
        let input = #"[{"jsonrpc":"2.0","id":1,"method":"initialize","params":{}},\#(exit),\#(exit)]"# + "\n"
        let file = try #require(fopen(folder.path + "/in", "w"))
        fwrite(input, 1, input.utf8.count, file)
        fclose(file)
        let reading = open(folder.path + "/in", O_RDONLY)
        let writing = open(folder.path + "/out", O_RDWR | O_CREAT, 0o600)
        let server = SluiceServer(configuration: .testing)
        #expect(try server.run(StandardStreams(input: reading, output: writing, limits: server.limits)) == 1)
        close(reading)
        close(writing)
    }
}
