import Forwarder
import JSON
import Testing

@Suite struct `A conversation` {
    @Test func `Passes on the bytes as they came`() {
        let stage = Stage()
        stage.conversation.serverFound()
        let odd = #"{ "id" : 1.0, "method":"daemon\/ping" , "params":{ } }"#
        stage.editor(odd)
        stage.server("{\n\"id\":1,\"result\":{}}")
        stage.editor("[1]")
        stage.editor("no JSON")
        #expect(stage.recording.serverTexts == [odd, "[1]", "no JSON"])
        #expect(stage.recording.editorTexts == ["{\n\"id\":1,\"result\":{}}"])
    }

    @Test func `Lets what the editor says wait for the first server, in order`() {
        let stage = Stage()
        stage.editor(Stage.initialize)
        stage.editor(#"{"method":"a"}"#)
        #expect(stage.recording.server.isEmpty)
        #expect(stage.conversation.waitingBytes == Stage.initialize.utf8.count + 14)
        #expect(stage.conversation.editorProcess == 77)
        #expect(!stage.conversation.isSettled)
        stage.conversation.serverFound()
        #expect(stage.recording.serverTexts == [Stage.initialize, #"{"method":"a"}"#])
        #expect(stage.conversation.waitingBytes == 0)
        #expect(stage.conversation.isSettled)
    }

    @Test func `Tells the next server all that it has to know, in order`() {
        let stage = Stage.begun()
        stage.editor(#"{"method":"workspace/didChangeConfiguration","params":{"settings":1}}"#)
        stage.editor(Stage.open("file:///a", "하나\r\n둘\r\n"))
        stage.editor(Stage.open("file:///b", version: 3, "closed"))
        stage.editor(#"{"method":"workspace/didChangeConfiguration","params":{"settings":2}}"#)
        stage.editor(
            Stage.change("file:///a", version: 5, [Stage.range((1, 0), (1, 3), "셋😀"), Stage.range((0, 3), (0, 6), "")]))
        stage.editor(#"{"method":"textDocument/didClose","params":{"textDocument":{"uri":"file:///b"}}}"#)
        stage.conversation.serverLost()
        stage.recording.forget()

        stage.conversation.serverFound()
        #expect(stage.recording.server.count == 1)
        #expect(stage.recording.server.first?["method"] == "initialize")
        #expect(stage.recording.server.first?["id"] == 1)
        #expect(stage.recording.server.first?["params"]?["processId"] == 77)
        let encodings = stage.recording.server.first?["params"]?["capabilities"]?["general"]?["positionEncodings"]
        #expect(encodings == ["utf-8"])

        // What comes before the answer waits behind the replay.
        stage.editor(#"{"id":9,"method":"textDocument/hover"}"#)
        #expect(stage.recording.server.count == 1)
        #expect(stage.server(Stage.answer(1)))
        let methods = stage.recording.server.compactMap { $0["method"]?.string }
        #expect(
            methods == [
                "initialize", "initialized", "workspace/didChangeConfiguration", "textDocument/didOpen",
                "textDocument/hover",
            ])
        #expect(stage.recording.server[2]["params"]?["settings"] == 2)
        let document = stage.recording.server[3]["params"]?["textDocument"]
        #expect(document?["text"] == "하\r\n셋😀\r\n")
        #expect(document?["version"] == 5)
        #expect(document?["languageId"] == "markdown")
        // The editor has had its answer to `initialize`.
        #expect(stage.recording.editor.isEmpty)
    }

    @Test(arguments: [
        #"{"method":"workspace/didChangeConfiguration","params":{"settings":1}}"#,
        #"{"method":"workspace/didChangeWatchedFiles","params":{"changes":[]}}"#,
        #"{"id":7,"method":"workspace/executeCommand","params":{"command":"sluice.reload"}}"#,
    ])
    func `Shows once more what the next server warns of after a change`(_ change: String) {
        let stage = Stage.begun()
        let warning = #"{"jsonrpc":"2.0","method":"window/showMessage","params":{"type":2,"message":"a mistake"}}"#
        stage.server(warning)
        stage.replaceServer()
        stage.editor(change)
        stage.recording.forget()
        stage.server(warning)
        #expect(stage.recording.editorTexts == [warning])
    }

    // MARK: - A server that is stopped

    @Test func `Tells one that stops what it need not do any more, and what it has asked`() {
        let stage = Stage.begun()
        stage.editor(#"{"id":2,"method":"textDocument/hover"}"#)
        stage.server(#"{"method":"$/progress","params":{"token":5,"value":{"kind":"begin","title":"b"}}}"#)
        stage.server(#"{"id":3,"method":"workspace/applyEdit","params":{}}"#)
        stage.server(Self.stopping)
        stage.editor(#"{"id":4,"method":"textDocument/hover"}"#)
        stage.recording.forget()
        let passed = [
            #"{"method":"$/cancelRequest","params":{"id":2}}"#,
            #"{"method":"window/workDoneProgress/cancel","params":{"token":5}}"#,
            #"{"id":3,"result":{"applied":true}}"#,
        ]
        for message in passed { stage.editor(message) }
        // That one is for the next server.
        stage.editor(#"{"method":"$/cancelRequest","params":{"id":4}}"#)
        #expect(stage.recording.serverTexts == passed)
    }

    @Test func `Need not end before shutdown is answered`() {
        let stage = Stage.begun()
        stage.editor(#"{"id":2,"method":"textDocument/hover"}"#)
        stage.server(Self.stopping)
        stage.editor(#"{"id":3,"method":"textDocument/hover"}"#)
        stage.recording.forget()
        stage.editor(#"{"id":4,"method":"shutdown"}"#)
        #expect(stage.recording.editor.map { $0["id"] } == [3, 4])
        #expect(stage.recording.editor.first?["error"]?["code"] == -32802)
        #expect(stage.recording.editor.last?["result"] == .null)
        let late = #"{"id":2,"result":null}"#
        stage.server(late)
        #expect(stage.recording.editorTexts.last == late)
        stage.editor(#"{"method":"exit"}"#)
        #expect(stage.conversation.hasExited)
        #expect(stage.conversation.exitCode == 0)
        #expect(stage.recording.server.isEmpty)
        stage.conversation.serverLost()
        #expect(!stage.conversation.needsServer)
    }

    @Test func `Does not ask for what would start another daemon at once`() {
        let stage = Stage.begun()
        stage.editor(#"{"id":2,"method":"textDocument/diagnostic"}"#)
        stage.server(Self.stopping)
        stage.recording.forget()
        stage.conversation.serverLost()
        #expect(stage.recording.editor.first?["error"]?["code"] == -32802)
        #expect(stage.recording.editor.first?["error"]?["data"]?["retriggerRequest"] == false)
        #expect(!stage.conversation.needsServer)
    }

    private static let stopping = #"{"jsonrpc":"2.0","method":"$/sluice/stopping"}"#

    @Test func `Needs no other server than the one that was stopped until something is asked`() {
        let stage = Stage.begun()
        stage.editor(Stage.open("file:///a", "x"))
        stage.recording.forget()
        stage.server(Self.stopping)
        #expect(stage.recording.editor.isEmpty)
        stage.editor(#"{"method":"textDocument/didSave","params":{"textDocument":{"uri":"file:///a"}}}"#)
        #expect(stage.recording.server.isEmpty)
        stage.conversation.serverLost()
        #expect(!stage.conversation.needsServer)
        #expect(stage.conversation.isSettled)
        #expect(stage.recording.editor.map { $0["method"] } == ["window/logMessage"])
        stage.editor(#"{"id":9,"method":"textDocument/hover"}"#)
        #expect(stage.conversation.needsServer)
        stage.conversation.serverFound()
        stage.server(Stage.answer(1))
        #expect(
            stage.recording.server.compactMap { $0["method"]?.string } == [
                "initialize", "initialized", "textDocument/didOpen", "textDocument/didSave", "textDocument/hover",
            ])
    }

    @Test(arguments: [
        #"{"id":9,"method":"textDocument/hover"}"#, Stage.change("file:///a", version: 2, []),
        Stage.open("file:///b", ""),
        "no JSON",
    ])
    func `Needs another for what came while one was stopping`(_ message: String) {
        let stage = Stage.begun()
        stage.editor(Stage.open("file:///a", "x"))
        stage.server(Self.stopping)
        stage.recording.forget()
        stage.editor(message)
        #expect(stage.recording.serverTexts.isEmpty)
        stage.conversation.serverLost()
        #expect(stage.conversation.needsServer)
        #expect(stage.recording.editor.isEmpty)
        stage.conversation.serverFound()
        stage.server(Stage.answer(1))
        #expect(stage.recording.serverTexts.last == message)
    }

    @Test func `Needs another where there is no room for more to wait`() {
        let stage = Stage.begun()
        stage.server(Self.stopping)
        stage.conversation.serverLost()
        let half = String(repeating: "x", count: Conversation.mostWaiting / 2)
        stage.editor(#"{"method":"a","params":"\#(half)"}"#)
        #expect(!stage.conversation.needsServer)
        stage.editor(#"{"method":"a","params":"\#(half)"}"#)
        #expect(stage.conversation.needsServer)
    }

    @Test(arguments: [true, false])
    func `Needs none to be told that nothing more comes`(_ isLost: Bool) {
        let stage = Stage.begun()
        stage.server(Self.stopping)
        if isLost { stage.conversation.serverLost() }
        stage.recording.forget()
        stage.editor(#"{"method":"textDocument/didClose","params":{"textDocument":{"uri":"file:///a"}}}"#)
        stage.editor(#"{"id":9,"method":"shutdown"}"#)
        if !isLost { stage.conversation.serverLost() }
        #expect(stage.recording.editor == [["jsonrpc": "2.0", "id": 9, "result": nil]])
        stage.editor(#"{"method":"exit"}"#)
        #expect(!stage.conversation.needsServer)
        #expect(stage.conversation.hasExited)
        #expect(stage.conversation.exitCode == 0)
    }

    @Test func `Shows what every server warns of once, and again where it was asked for again`() {
        let stage = Stage.begun()
        func show(_ type: Int, _ text: String) {
            stage.server(
                #"{"jsonrpc":"2.0","method":"window/showMessage","params":{"type":\#(type),"message":"\#(text)"}}"#)
        }
        var shown: Int { stage.recording.editor.count { $0["method"] == "window/showMessage" } }
        show(2, "the file has a mistake")
        show(3, "negative, 0.99")
        #expect(shown == 2)
        for deaths in 1...2 {
            stage.replaceServer()
            show(2, "the file has a mistake")
            #expect(shown == 2)
            show(3, "negative, 0.99")
            show(1, "another mistake of server \(deaths)")
            #expect(shown == 4)
            stage.recording.forget()
            show(2, "the file has a mistake")
            #expect(shown == 1)
            show(2, "\(deaths)")
        }
    }

    @Test(arguments: [("utf-8", 6), ("utf-16", 3), ("utf-32", 2)])
    func `Keeps documents in the unit that was agreed on`(_ encoding: String, _ column: Int) {
        let stage = Stage.begun(encoding)
        stage.editor(Stage.open("file:///a", "é😀x"))
        stage.editor(Stage.change("file:///a", version: 2, [Stage.range((0, column), (0, column + 1), "끝")]))
        stage.replaceServer(encoding: encoding)
        #expect(stage.recording.server.last?["params"]?["textDocument"]?["text"] == "é😀끝")
    }

    @Test func `Keeps a document whole through edits that make no sense`() {
        let stage = Stage.begun()
        stage.editor(Stage.open("file:///a", "abc"))
        stage.editor(Stage.change("file:///a", version: 2, [Stage.range((0, 2), (0, 1), "B")]))
        stage.editor(
            Stage.change(
                "file:///a", version: 3, [Stage.range((-1, -5), (-1, -5), "<"), Stage.range((9, 9), (9, 9), ">")]))
        stage.editor(Stage.change("file:///none", version: 3, [["text": "x"]]))
        stage.editor(Stage.change("file:///a", version: 4, ["text", ["text": 1], ["range": 1, "text": "x"], 7]))
        stage.editor(#"{"method":"textDocument/didChange","params":[1]}"#)
        stage.editor(#"{"method":"textDocument/didOpen"}"#)
        stage.replaceServer()
        #expect(stage.recording.server.last?["params"]?["textDocument"]?["text"] == "<aBc>")
    }

    @Test func `Answers what was in flight, in order, and ends what was begun`() {
        let stage = Stage.begun()
        stage.editor(#"{"id":2,"method":"textDocument/hover"}"#)
        stage.editor(#"{"id":"x","method":"textDocument/completion"}"#)
        stage.editor(#"{"id":4,"method":"models/load"}"#)
        stage.server(#"{"id":"x","result":[]}"#)
        stage.server(#"{"method":"$/progress","params":{"token":"t","value":{"kind":"begin","title":"a"}}}"#)
        stage.server(#"{"method":"$/progress","params":{"token":5,"value":{"kind":"begin","title":"b"}}}"#)
        stage.server(#"{"method":"$/progress","params":{"token":5,"value":{"kind":"report"}}}"#)
        stage.server(#"{"method":"$/progress","params":{"token":"t","value":{"kind":"end"}}}"#)
        stage.recording.forget()
        stage.conversation.serverLost()
        let said = stage.recording.editor
        #expect(said.count == 3)
        #expect(said[0]["method"] == "$/progress")
        #expect(said[0]["params"]?["token"] == 5)
        #expect(said[0]["params"]?["value"]?["kind"] == "end")
        #expect(said[1...].map { $0["id"] } == [2, 4])
        for answer in said[1...] {
            #expect(answer["error"]?["code"] == -32802)
            #expect(answer["error"]?["data"]?["retriggerRequest"] == true)
            #expect(answer["error"]?["data"]?["hint"]?.string?.isEmpty == false)
            #expect(answer["jsonrpc"] == "2.0")
        }
    }

    @Test func `Keeps for the next server what came too late for this one`() {
        let stage = Stage.begun()
        stage.editor(Stage.open("file:///a", "abc"))
        stage.recording.isServerDeaf = true
        stage.editor(Stage.change("file:///a", version: 2, [["text": "x"]]))
        stage.editor(#"{"id":5,"method":"textDocument/hover"}"#)
        #expect(!stage.conversation.isSettled)
        stage.recording.isServerDeaf = false
        stage.recording.forget()
        stage.replaceServer()
        #expect(stage.recording.editor.isEmpty)
        let said = stage.recording.server.suffix(3)
        #expect(said.map { $0["method"] } == ["textDocument/didOpen", "textDocument/didChange", "textDocument/hover"])
        #expect(said.first?["params"]?["textDocument"]?["text"] == "abc")
    }

    @Test func `Lets the next server answer an initialize that the first one did not`() {
        let stage = Stage()
        stage.conversation.serverFound()
        stage.editor(Stage.initialize)
        stage.conversation.serverLost()
        #expect(stage.recording.editor.isEmpty)
        stage.conversation.serverFound()
        #expect(stage.recording.serverTexts == [Stage.initialize, Stage.initialize])
        stage.server(Stage.answer(1))
        #expect(stage.recording.editorTexts == [Stage.answer(1)])
    }

    @Test func `Does not hand a dead server's questions to the next one`() {
        let stage = Stage.begun()
        stage.server(#"{"id":0,"method":"workspace/configuration","params":{"items":[]}}"#)
        stage.server(#"{"id":1,"method":"window/workDoneProgress/create","params":{"token":"t"}}"#)
        stage.editor(#"{"id":1,"result":null}"#)
        #expect(stage.recording.serverTexts == [#"{"id":1,"result":null}"#])
        stage.replaceServer()
        stage.recording.forget()

        // The next one counts from 0 as well, under ids that the editor has not seen.
        stage.server(#"{"id":0,"method":"workspace/configuration","params":{"items":[1]}}"#)
        let id = stage.recording.editor.first?["id"]?.integer ?? 0
        #expect(id > 1)
        stage.editor(#"{"id":0,"result":["late"]}"#)
        #expect(stage.recording.server.isEmpty)
        stage.editor(#"{"result":["in time"],"id":\#(id)}"#)
        #expect(stage.recording.serverTexts == [#"{"result":["in time"],"id":0}"#])
        stage.editor(#"{"id":\#(id),"result":["twice"]}"#)
        #expect(stage.recording.server.count == 1)
    }

    @Test func `Translates the cancellation of a question of the second server`() {
        let stage = Stage.begun()
        stage.replaceServer()
        stage.recording.forget()
        stage.server(#"{"id":"q","method":"workspace/applyEdit","params":{}}"#)
        stage.server(#"{"method":"$/cancelRequest","params":{"id":"q"}}"#)
        stage.server(#"{"method":"$/cancelRequest","params":{"id":"unknown"}}"#)
        #expect(stage.recording.editor.count == 2)
        #expect(stage.recording.editor.last?["params"]?["id"] == stage.recording.editor.first?["id"])
    }

    @Test func `Takes back what a dead server registered`() {
        let stage = Stage.begun()
        stage.server(
            #"{"id":0,"method":"client/registerCapability","params":{"registrations":[{"id":"a","method":"m"},{"id":"b","method":"n"}]}}"#
        )
        stage.server(
            #"{"id":1,"method":"client/unregisterCapability","params":{"unregisterations":[{"id":"a","method":"m"}]}}"#)
        stage.recording.forget()
        stage.conversation.serverLost()
        #expect(stage.recording.editor.count == 1)
        #expect(stage.recording.editor.first?["method"] == "client/unregisterCapability")
        #expect(stage.recording.editor.first?["params"]?["unregisterations"] == [["id": "b", "method": "n"]])
    }

    @Test func `Goes through any number of deaths, at every message`() {
        let script = [
            Stage.initialize, #"{"jsonrpc":"2.0","method":"initialized","params":{}}"#,
            Stage.open("file:///a", "one two"), #"{"id":2,"method":"textDocument/hover"}"#,
            Stage.change("file:///a", version: 2, [Stage.range((0, 0), (0, 3), "three")]),
            #"{"id":3,"method":"textDocument/completion"}"#, #"{"method":"textDocument/didSave"}"#,
            #"{"id":4,"method":"shutdown"}"#, #"{"method":"exit"}"#,
        ]
        // A server that answers each request as it comes, but dies after so many messages.
        for life in 1...12 {
            let stage = Stage()
            var left = 0
            var seen = 0
            func serve() {
                while seen < stage.recording.server.count, left > 0 {
                    let message = stage.recording.server[seen]
                    seen += 1
                    left -= 1
                    guard left > 0 else { break }
                    if let id = message["id"]?.integer, message["method"] != nil { stage.server(Stage.answer(id)) }
                }
                if left == 0, stage.conversation.needsServer || seen > 0 {
                    stage.conversation.serverLost()
                    seen = stage.recording.server.count
                    guard stage.conversation.needsServer else { return }
                    left = life + 4
                    stage.conversation.serverFound()
                    serve()
                }
            }
            left = life
            stage.conversation.serverFound()
            for message in script {
                stage.editor(message)
                serve()
            }
            let answers = stage.recording.editor.compactMap { $0["id"]?.integer }
            #expect(answers == [1, 2, 3, 4], "with \(life) messages a life")
            #expect(stage.recording.editor.first?["result"] != nil)
            #expect(stage.conversation.hasExited)
            #expect(stage.conversation.exitCode == 0)
        }
    }

    @Test func `Needs no other server after shutdown`() {
        let stage = Stage.begun()
        stage.editor(#"{"id":2,"method":"models/list"}"#)
        stage.editor(#"{"id":3,"method":"shutdown"}"#)
        stage.conversation.serverLost()
        #expect(!stage.conversation.needsServer)
        #expect(stage.recording.editor.map { $0["id"] } == [2, 3])
        #expect(stage.recording.editor[0]["error"]?["code"] == -32802)
        #expect(stage.recording.editor[1]["result"] == .null)
        stage.editor(#"{"id":4,"method":"models/list"}"#)
        #expect(stage.recording.editor.last?["error"]?["code"] == -32600)
        #expect(!stage.conversation.hasExited)
        stage.editor(#"{"method":"exit"}"#)
        #expect(stage.conversation.hasExited)
        #expect(stage.conversation.exitCode == 0)
    }

    @Test func `Ends badly without shutdown`() {
        let stage = Stage.begun()
        stage.editor(#"{"method":"exit"}"#)
        #expect(stage.recording.server.last?["method"] == "exit")
        #expect(stage.conversation.hasExited)
        #expect(stage.conversation.exitCode == 1)
        stage.editor(#"{"method":"late"}"#)
        #expect(stage.recording.server.count == 1)
    }

    @Test func `Owes an editor that has sent exit nothing but answers`() {
        let stage = Stage.begun()
        stage.server(#"{"method":"$/progress","params":{"token":"t","value":{"kind":"begin","title":"a"}}}"#)
        stage.editor(#"{"id":2,"method":"shutdown"}"#)
        stage.editor(#"{"method":"exit"}"#)
        stage.recording.forget()
        stage.server(#"{"method":"window/logMessage","params":{}}"#)
        stage.server(#"{"id":0,"method":"workspace/configuration","params":{}}"#)
        stage.server(#"{"id":2,"result":null}"#)
        stage.conversation.serverLost()
        #expect(stage.recording.editorTexts == [#"{"id":2,"result":null}"#])
    }

    @Test func `Asks nothing of an editor whose input has ended`() {
        let stage = Stage.begun()
        stage.conversation.hasInputEnded = true
        stage.server(#"{"id":0,"method":"workspace/configuration","params":{}}"#)
        stage.server(#"{"method":"textDocument/publishDiagnostics","params":{}}"#)
        #expect(stage.recording.editor.map { $0["method"] } == ["textDocument/publishDiagnostics"])
    }

    @Test func `Has no use for a server that refuses what the first one accepted`() {
        let stage = Stage.begun()
        stage.conversation.serverLost()
        stage.conversation.serverFound()
        #expect(!stage.server(#"{"id":1,"error":{"code":-32603,"message":"no"}}"#))
        stage.conversation.serverLost()
        #expect(stage.conversation.needsServer)
        #expect(stage.recording.editor.isEmpty)
    }

    @Test func `Lets an editor try initialize again after a refusal`() {
        let stage = Stage()
        stage.conversation.serverFound()
        stage.editor(Stage.initialize)
        stage.server(#"{"id":1,"error":{"code":-32602,"message":"no"}}"#)
        stage.conversation.serverLost()
        stage.recording.forget()
        stage.conversation.serverFound()
        #expect(stage.recording.server.isEmpty)
        stage.editor(Stage.initialize)
        stage.server(Stage.answer(1))
        #expect(stage.recording.editorTexts == [Stage.answer(1)])
    }

    @Test func `Keeps account of batches`() {
        let stage = Stage()
        stage.conversation.serverFound()
        stage.editor(#"[{"id":1,"method":"daemon/ping"},{"method":"x"},{"id":2,"method":"daemon/ping"}]"#)
        stage.editor(#"[{"id":3,"method":"daemon/ping"}]"#)
        stage.server(#"[{"id":2,"result":{}},{"id":1,"result":{}}]"#)
        stage.recording.forget()
        stage.conversation.serverLost()
        #expect(stage.recording.editor.map { $0["id"] } == [3])
    }

    @Test func `Answers everybody when there is no server to be had`() {
        let stage = Stage()
        stage.editor(Stage.initialize)
        stage.editor(#"{"method":"x"}"#)
        stage.conversation.giveUp(LinkError("nothing works", hint: "try something"))
        #expect(stage.recording.editor.count == 1)
        #expect(stage.recording.editor.first?["error"]?["message"]?.string?.contains("nothing works") == true)
        #expect(stage.recording.editor.first?["error"]?["data"]?["hint"] == "try something")
    }

    @Test func `Warns only an editor that is ready for it`() {
        let stage = Stage()
        stage.conversation.warn("early")
        #expect(stage.recording.editor.isEmpty)
        let begun = Stage.begun()
        begun.conversation.warn("now")
        #expect(begun.recording.editor.first?["method"] == "window/showMessage")
        #expect(begun.recording.editor.first?["params"] == ["type": 2, "message": "now"])
    }
}
