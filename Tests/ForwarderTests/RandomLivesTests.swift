import Forwarder
import JSON
import Testing

/// The same numbers for the same seed (SplitMix64, Steele, Lea and Flood 2014).
private struct Chance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}

/// What a server knows that has been told so much; and what it asks.
private struct Server {
    var texts: [String: [UInt8]] = [:]
    var versions: [String: Int] = [:]
    var isInitialized = false
    /// Requests of the editor that it has not answered.
    var owes: [JSONValue] = []
    /// What it has asked, and the word that is to come back.
    var asked: [Int: Int] = [:]
    var asks = 0
    var seen = 0
    var troubles: [String] = []

    mutating func take(_ message: JSONValue) {
        let params = message["params"]
        let uri = params?["textDocument"]?["uri"]?.string ?? ""
        switch message["method"]?.string {
        case nil:
            // Its own questions alone are answered, each with its own word, once.
            guard let id = message["id"]?.integer, let word = asked.removeValue(forKey: id) else {
                return troubles.append("a stranger's answer: \(message)")
            }
            if message["result"]?.integer != word { troubles.append("another question's answer: \(message)") }
        case "textDocument/didOpen":
            texts[uri] = Array((params?["textDocument"]?["text"]?.string ?? "").utf8)
            versions[uri] = params?["textDocument"]?["version"]?.integer
        case "textDocument/didChange":
            guard texts[uri] != nil else { return troubles.append("a change of what is not open: \(uri)") }
            for change in params?["contentChanges"]?.array ?? [] {
                let start = change["range"]?["start"]?["character"]?.integer ?? 0
                let end = change["range"]?["end"]?["character"]?.integer ?? 0
                texts[uri]?.replaceSubrange(start..<end, with: Array((change["text"]?.string ?? "").utf8))
            }
            versions[uri] = params?["textDocument"]?["version"]?.integer
        case "textDocument/didClose":
            if texts.removeValue(forKey: uri) == nil { troubles.append("closes what is not open: \(uri)") }
            versions[uri] = nil
        case let method?:
            if !isInitialized, method != "initialize" { troubles.append("\(method) before initialize") }
            if message["id"] != nil { owes.append(message) }
        }
    }
}

@Suite struct `Random lives of servers` {
    @Test(arguments: 0..<40)
    func `Come to what one life would have come to`(_ seed: Int) {
        var chance = Chance(state: UInt64(seed))
        let stage = Stage()
        var server = Server()
        var isAlive = false
        var texts: [String: [UInt8]] = [:]
        var versions: [String: Int] = [:]
        var requests = 1
        var answers: [Int: Int] = [:]
        var questions: [(id: JSONValue, word: JSONValue)] = []
        var heard = 0
        var word = 0
        var progress: [JSONValue] = []
        var troubles: [String] = []

        /// Both sides read what they have been sent.
        func settle() {
            while isAlive, server.seen < stage.recording.server.count {
                server.seen += 1
                server.take(stage.recording.server[server.seen - 1])
            }
            while heard < stage.recording.editor.count {
                let message = stage.recording.editor[heard]
                heard += 1
                if message["method"] == "workspace/applyEdit" {
                    if questions.contains(where: { $0.id == message["id"] }) { troubles.append("an id comes twice") }
                    questions.append((message["id"] ?? .null, message["params"]?["word"] ?? .null))
                } else if message["method"] == "$/progress", let token = message["params"]?["token"] {
                    if message["params"]?["value"]?["kind"] == "begin" {
                        progress.append(token)
                    } else {
                        progress.removeAll { $0 == token }
                    }
                } else if let id = message["id"]?.integer, message["method"] == nil {
                    answers[id, default: 0] += 1
                }
            }
        }
        func answerOne() {
            guard !server.owes.isEmpty else { return }
            let request = server.owes.remove(at: Int.random(in: 0..<server.owes.count, using: &chance))
            let id = request["id"]?.integer ?? 0
            if request["method"] == "initialize" { server.isInitialized = true }
            stage.server(Stage.answer(id))
            settle()
        }
        func die() {
            troubles += server.troubles
            isAlive = false
            stage.conversation.serverLost()
            settle()
            if !progress.isEmpty { troubles.append("progress goes on: \(progress)") }
        }
        func live() {
            server = Server(asks: server.asks % 3, seen: stage.recording.server.count)
            isAlive = true
            stage.conversation.serverFound()
            settle()
        }

        stage.editor(Stage.initialize)
        live()
        answerOne()
        stage.editor(#"{"method":"initialized"}"#)
        settle()
        for _ in 0..<1_500 {
            let uri = "file:///\(Int.random(in: 0..<3, using: &chance))"
            switch Int.random(in: 0..<100, using: &chance) {
            case 0..<8:
                guard texts[uri] == nil else { continue }
                (texts[uri], versions[uri]) = (Array("some text".utf8), 1)
                stage.editor(Stage.open(uri, "some text"))
            case 8..<12:
                guard texts.removeValue(forKey: uri) != nil else { continue }
                versions[uri] = nil
                stage.editor(#"{"method":"textDocument/didClose","params":{"textDocument":{"uri":"\#(uri)"}}}"#)
            case 12..<45:
                guard let text = texts[uri], let version = versions[uri] else { continue }
                let start = Int.random(in: 0...text.count, using: &chance)
                let end = min(text.count, start + Int.random(in: 0..<3, using: &chance))
                let new = String(repeating: "x", count: Int.random(in: 0..<4, using: &chance))
                texts[uri]?.replaceSubrange(start..<end, with: Array(new.utf8))
                versions[uri] = version + 1
                stage.editor(Stage.change(uri, version: version + 1, [Stage.range((0, start), (0, end), new)]))
            case 45..<60:
                requests += 1
                stage.editor(#"{"id":\#(requests),"method":"textDocument/hover"}"#)
            case 60..<75: if isAlive { answerOne() }
            case 75..<82:
                guard isAlive, server.isInitialized else { continue }
                (server.asks, word) = (server.asks + 1, word + 1)
                server.asked[server.asks] = word
                stage.server(#"{"id":\#(server.asks),"method":"workspace/applyEdit","params":{"word":\#(word)}}"#)
            case 82..<90:
                guard !questions.isEmpty else { continue }
                let question = questions.remove(at: Int.random(in: 0..<questions.count, using: &chance))
                let id = String(decoding: question.id.serialized(), as: UTF8.self)
                stage.editor(#"{"id":\#(id),"result":\#(question.word.integer ?? 0)}"#)
            case 90..<93:
                guard isAlive, server.isInitialized else { continue }
                stage.server(
                    #"{"method":"$/progress","params":{"token":\#(word % 5),"value":{"kind":"begin","title":"t"}}}"#)
            case 93..<96:
                guard isAlive else { continue }
                stage.server(#"{"method":"$/progress","params":{"token":\#(word % 5),"value":{"kind":"end"}}}"#)
            case 96..<98: if isAlive { die() }
            default: if !isAlive { live() }
            }
            settle()
        }
        if !isAlive { live() }
        while !server.owes.isEmpty { answerOne() }

        #expect(troubles + server.troubles == [])
        #expect(server.texts == texts)
        #expect(server.versions == versions)
        #expect((1...requests).allSatisfy { answers[$0] == 1 })
        #expect(answers.count == requests)
    }
}
