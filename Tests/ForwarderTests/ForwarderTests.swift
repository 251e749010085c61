import Forwarder
import JSON
import JSONRPC
import Testing
import Transports

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

@Suite struct `A forwarder` {
    @Test(arguments: Framing.allCases)
    func `Stands between an editor and a daemon`(_ framing: Framing) throws {
        let session = try Session(framing, daemon: ScriptedLink(framing, [serve("daemon")]))
        #expect(try session.initialize()["result"]?["server"] == "daemon")
        session.editor.send(#"{"jsonrpc":"2.0","id":2,"method":"shutdown"}"#)
        #expect(try session.editor.receive(id: 2)["result"]?["method"] == "shutdown")
        session.editor.send(#"{"jsonrpc":"2.0","method":"exit"}"#)
        #expect(session.end() == 0)
        #expect(session.noted.isEmpty)
    }

    @Test func `Finds another daemon for a document that is being edited`() throws {
        let second: ScriptedLink.Script = { wire in
            while let message = try wire.receive() {
                guard let id = message["id"] else {
                    if message["method"] == "textDocument/didOpen" {
                        let said: JSONValue = [
                            "jsonrpc": "2.0", "method": "opened", "params": message["params"] ?? .null,
                        ]
                        wire.send(String(decoding: said.serialized(), as: UTF8.self))
                    }
                    continue
                }
                let answer: JSONValue = ["jsonrpc": "2.0", "id": id, "result": "second"]
                wire.send(String(decoding: answer.serialized(), as: UTF8.self))
            }
        }
        let session = try Session(daemon: ScriptedLink(.headers, [serve("first"), second]))
        _ = try session.initialize()
        session.editor.send(Stage.open("file:///a", "영화가 좋다\n"))
        session.editor.send(Stage.change("file:///a", version: 2, [Stage.range((0, 0), (0, 2), "드라마")]))
        session.editor.send(#"{"jsonrpc":"2.0","id":2,"method":"die"}"#)
        session.editor.send(#"{"jsonrpc":"2.0","id":3,"method":"textDocument/hover"}"#)
        #expect(try session.editor.receive(id: 2)["error"]?["code"] == -32802)
        let opened = try session.editor.receive(method: "opened")["params"]?["textDocument"]
        #expect(opened?["text"] == "드라마가 좋다\n")
        #expect(opened?["version"] == 2)
        session.editor.endOutput()
        #expect(session.end() == 1)
    }

    @Test func `Does without a daemon that dies again and again`() throws {
        let dying = [serve("daemon")] + (0..<4).map { _ in { @Sendable (wire: Wire) throws in _ = try wire.receive() } }
        let daemon = ScriptedLink(.headers, dying + [serve("too late")])
        let session = try Session(daemon: daemon, local: ScriptedLink(.headers, [serve("local")]))
        _ = try session.initialize()
        session.editor.send(#"{"jsonrpc":"2.0","id":2,"method":"die"}"#)
        #expect(try session.editor.receive(id: 2)["error"]?["code"] == -32802)
        let start = ContinuousClock.now
        session.editor.send(#"{"jsonrpc":"2.0","id":3,"method":"daemon/ping"}"#)
        let shown = try session.editor.receive(method: "window/showMessage")
        #expect(shown["params"]?["message"]?.string?.contains("again and again") == true)
        #expect(try session.editor.receive(id: 3)["result"]?["server"] == "local")
        #expect(ContinuousClock.now - start >= .milliseconds(50 + 100 + 200))
        #expect(daemon.unused == 1)
        #expect(session.noted.count == 1)
        session.editor.close()
        #expect(session.end() == 1)
    }

    @Test func `Starts another daemon for one that was stopped when something is asked, however often`() throws {
        let count = 8
        let stopped: ScriptedLink.Script = { wire in
            while let message = try wire.receive() {
                guard message["method"] != "stop" else {
                    wire.send(#"{"jsonrpc":"2.0","method":"$/sluice/stopping"}"#)
                    return
                }
                guard let id = message["id"] else { continue }
                let answer: JSONValue = ["jsonrpc": "2.0", "id": id, "result": "daemon"]
                wire.send(String(decoding: answer.serialized(), as: UTF8.self))
            }
        }
        let daemon = ScriptedLink(.headers, Array(repeating: stopped, count: count))
        let session = try Session(daemon: daemon)
        _ = try session.initialize()
        for left in (0..<(count - 1)).reversed() {
            session.editor.send(#"{"jsonrpc":"2.0","method":"stop"}"#)
            #expect(try session.editor.receive(method: "window/logMessage")["params"]?["type"] == 3)
            session.editor.send(#"{"jsonrpc":"2.0","method":"textDocument/didSave","params":{}}"#)
            usleep(20_000)
            #expect(daemon.unused == left + 1)
            session.editor.send(#"{"jsonrpc":"2.0","id":2,"method":"daemon/ping"}"#)
            #expect(try session.editor.receive(id: 2)["result"] == "daemon")
            #expect(daemon.unused == left)
        }
        session.editor.send(#"{"jsonrpc":"2.0","method":"stop"}"#)
        _ = try session.editor.receive(method: "window/logMessage")
        session.editor.send(#"{"jsonrpc":"2.0","id":3,"method":"shutdown"}"#)
        #expect(try session.editor.receive(id: 3)["result"] == .null)
        session.editor.send(#"{"jsonrpc":"2.0","method":"exit"}"#)
        #expect(session.end() == 0)
        #expect(session.noted.isEmpty)
    }

    @Test func `Ends with an editor that ends while no daemon runs`() throws {
        let session = try Session(
            daemon: ScriptedLink(
                .headers,
                [
                    { wire in
                        _ = try wire.receive()
                        wire.send(#"{"jsonrpc":"2.0","id":1,"result":{}}"#)
                        wire.send(#"{"jsonrpc":"2.0","method":"$/sluice/stopping"}"#)
                    }
                ]))
        _ = try session.initialize()
        _ = try session.editor.receive(method: "window/logMessage")
        session.editor.send(#"{"jsonrpc":"2.0","method":"textDocument/didSave","params":{}}"#)
        session.editor.endOutput()
        #expect(session.end() == 1)
    }

    @Test func `Serves by itself where no daemon can run`() throws {
        let session = try Session(
            .lines, daemon: ScriptedLink(.lines, []), local: ScriptedLink(.lines, [serve("local")]))
        #expect(try session.initialize()["result"]?["server"] == "local")
        #expect(session.noted.first?.contains("there is no other server") == true)
        session.editor.close()
        #expect(session.end() == 1)
    }

    @Test func `Says so where no server is to be had at all`() throws {
        let session = try Session(daemon: nil)
        let answer = try session.initialize()
        #expect(answer["error"]?["message"]?.string?.contains("there is no other server") == true)
        #expect(answer["error"]?["data"]?["hint"] == "end the test")
        #expect(session.end() == 1)
    }

    @Test func `Ends badly when the server within the process ends`() throws {
        let session = try Session(daemon: nil, local: ScriptedLink(.headers, [serve("local")]))
        _ = try session.initialize()
        session.editor.send(#"{"jsonrpc":"2.0","id":2,"method":"die"}"#)
        #expect(try session.editor.receive(id: 2)["error"] != nil)
        #expect(session.end() == 1)
    }

    @Test func `Lets everything be answered that came before the end of the input`() throws {
        let slow: ScriptedLink.Script = { wire in
            usleep(100_000)
            var ids: [JSONValue] = []
            while let message = try wire.receive() { ids.append(message["id"] ?? .null) }
            for id in ids {
                wire.send(#"{"jsonrpc":"2.0","id":\#(String(decoding: id.serialized(), as: UTF8.self)),"result":{}}"#)
            }
        }
        let session = try Session(.lines, daemon: ScriptedLink(.lines, [slow]))
        for id in 1...100 { session.editor.send(#"{"jsonrpc":"2.0","id":\#(id),"method":"daemon/ping"}"#) }
        session.editor.endOutput()
        for id in 1...100 { #expect(try session.editor.receive()?["id"] == .integer(Int64(id))) }
        #expect(try session.editor.receive() == nil)
        #expect(session.end() == 0)
    }

    @Test func `Ends with the editor's process, though everything stays open`() throws {
        var child = pid_t()
        var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("sleep"), strdup("600"), nil]
        defer { for argument in arguments { free(argument) } }
        #expect(posix_spawnp(&child, "sleep", nil, nil, &arguments, environ) == 0)
        let session = try Session(daemon: ScriptedLink(.headers, [serve("daemon")]))
        _ = try session.initialize(processId: Int(child))
        #expect(session.end(atMost: .milliseconds(300)) == nil)
        kill(child, SIGKILL)
        waitpid(child, nil, 0)
        #expect(session.end() == 1)
    }

    @Test func `Ends with the process that it was started for`() throws {
        var child = pid_t()
        var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("sleep"), strdup("600"), nil]
        defer { for argument in arguments { free(argument) } }
        #expect(posix_spawnp(&child, "sleep", nil, nil, &arguments, environ) == 0)
        let session = try Session(
            daemon: ScriptedLink(.headers, [serve("daemon")]), editorProcess: Int(child))
        #expect(session.end(atMost: .milliseconds(300)) == nil)
        kill(child, SIGKILL)
        waitpid(child, nil, 0)
        #expect(session.end() == 0)
    }

    @Test func `Ends when nobody reads any more`() throws {
        let session = try Session(daemon: ScriptedLink(.headers, [serve("daemon")]))
        _ = try session.initialize()
        session.editor.close()
        #expect(session.end() == 1)
    }

    @Test func `Can be stopped`() throws {
        let session = try Session(daemon: ScriptedLink(.headers, [serve("daemon")]))
        _ = try session.initialize()
        session.stop()
        #expect(session.end() == 1)
    }

    @Test func `Carries megabytes both ways to an editor that reads late`() throws {
        let session = try Session(daemon: ScriptedLink(.headers, [echo]))
        let text = String(repeating: "가나다라 ", count: 1 << 18)
        let sender = session.editor
        #expect(
            startThread {
                for id in 1...8 {
                    sender.send(#"{"jsonrpc":"2.0","id":\#(id),"method":"echo","params":{"text":"\#(text)"}}"#)
                }
            })
        usleep(300_000)
        for id in 1...8 {
            let answer = try session.editor.receive()
            #expect(answer?["id"]?.integer == id)
            #expect(answer?["result"]?["text"]?.string?.utf8.count == text.utf8.count)
        }
        session.editor.close()
        #expect(session.end() == 0)
    }

    private let echo: ScriptedLink.Script = { wire in
        while let message = try wire.receive() {
            let answer: JSONValue = [
                "jsonrpc": "2.0", "id": message["id"] ?? .null, "result": message["params"] ?? .null,
            ]
            wire.send(String(decoding: answer.serialized(), as: UTF8.self))
        }
    }

    @Test func `Refuses what is too long and what is no frame`() throws {
        let session = try Session(
            daemon: ScriptedLink(.headers, [serve("daemon")]), limits: .init(message: 200, header: 100))
        _ = try session.initialize()
        session.editor.send(#"{"jsonrpc":"2.0","id":2,"method":"\#(String(repeating: "x", count: 300))"}"#)
        #expect(try session.editor.receive()?["error"]?["code"] == -32014)
        session.editor.send(#"{"jsonrpc":"2.0","id":3,"method":"daemon/ping"}"#)
        #expect(try session.editor.receive()?["id"] == 3)
        session.editor.sendBytes(Array("nonsense\r\n\r\n".utf8))
        while let message = try session.editor.receive() { #expect(message["error"]?["code"] == -32700) }
        #expect(session.end() == 1)
    }

    @Test(arguments: [false, true])
    func `Leaves a trace, without the texts unless it is asked for them`(_ hasTexts: Bool) throws {
        let path = "/tmp/sluice-trace-\(getpid())-\(hasTexts)"
        defer { unlink(path) }
        let session = try Session(
            daemon: ScriptedLink(.headers, [serve("daemon")]), trace: (path: path, hasTexts: hasTexts))
        _ = try session.initialize()
        session.editor.send("{\"jsonrpc\":\"2.0\",\n\"method\":\"note\",\"params\":{\"text\":\"비밀\"}}")
        session.editor.send(#"{"jsonrpc":"2.0","id":2,"method":"daemon/ping"}"#)
        _ = try session.editor.receive(id: 2)
        session.editor.close()
        _ = session.end()
        let lines = try contents(of: path).split(separator: "\n").map { try JSONValue(parsing: String($0)) }
        #expect(
            lines.compactMap { $0["method"]?.string }.prefix(4) == ["initialize", "initialize", "initialized", "note"])
        #expect(lines.prefix(4).compactMap { $0["to"]?.string } == ["server", "editor", "server", "server"])
        #expect(lines.allSatisfy { ($0["time"]?.number ?? 0) > 1e9 && ($0["bytes"]?.integer ?? 0) > 0 })
        #expect(contents(of: path).contains("비밀") == hasTexts)
        #expect((lines.first { $0["method"] == "note" }?["message"]?["params"]?["text"] == "비밀") == hasTexts)
        var status = stat()
        #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    }
}
