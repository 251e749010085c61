import Forwarder
import JSON

/// What the conversation sends, in order.
final class Recording: ConversationOutput {
    private(set) var editor: [JSONValue] = []
    private(set) var server: [JSONValue] = []
    /// As bytes.
    private(set) var serverTexts: [String] = []
    private(set) var editorTexts: [String] = []

    func toEditor(_ message: [UInt8]) {
        editorTexts.append(String(decoding: message, as: UTF8.self))
        editor.append((try? JSONValue(parsing: message)) ?? .null)
    }

    /// Nothing reaches the server any more.
    var isServerDeaf = false

    func toServer(_ message: [UInt8]) -> Bool {
        guard !isServerDeaf else { return false }
        serverTexts.append(String(decoding: message, as: UTF8.self))
        server.append((try? JSONValue(parsing: message)) ?? .null)
        return true
    }

    func forget() {
        (editor, server, serverTexts, editorTexts) = ([], [], [], [])
    }
}

/// A conversation, its editor and its servers.
struct Stage {
    let recording = Recording()
    let conversation: Conversation

    init() {
        conversation = Conversation(output: recording)
    }

    func editor(_ text: String) { conversation.editorSent(Array(text.utf8)) }

    @discardableResult
    func server(_ text: String) -> Bool { conversation.serverSent(Array(text.utf8)) }

    static let initialize =
        #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":77,"capabilities":{"general":{"positionEncodings":["utf-8","utf-16"]}}}}"#

    static func answer(_ id: Int, encoding: String = "utf-8") -> String {
        #"{"jsonrpc":"2.0","id":\#(id),"result":{"capabilities":{"positionEncoding":"\#(encoding)"}}}"#
    }

    static func open(_ uri: String, version: Int = 1, _ text: String) -> String {
        let params: JSONValue = [
            "textDocument": [
                "uri": .string(uri), "languageId": "markdown", "version": .integer(Int64(version)),
                "text": .string(text),
            ]
        ]
        return #"{"jsonrpc":"2.0","method":"textDocument/didOpen","params":"#
            + String(decoding: params.serialized(), as: UTF8.self) + "}"
    }

    static func change(_ uri: String, version: Int, _ changes: JSONValue) -> String {
        let params: JSONValue = [
            "textDocument": ["uri": .string(uri), "version": .integer(Int64(version))], "contentChanges": changes,
        ]
        return #"{"jsonrpc":"2.0","method":"textDocument/didChange","params":"#
            + String(decoding: params.serialized(), as: UTF8.self) + "}"
    }

    static func range(_ start: (Int, Int), _ end: (Int, Int), _ text: String) -> JSONValue {
        [
            "range": [
                "start": ["line": .integer(Int64(start.0)), "character": .integer(Int64(start.1))],
                "end": ["line": .integer(Int64(end.0)), "character": .integer(Int64(end.1))],
            ], "text": .string(text),
        ]
    }

    /// The conversation has begun, in an encoding.
    static func begun(_ encoding: String = "utf-8") -> Stage {
        let stage = Stage()
        stage.conversation.serverFound()
        stage.editor(Stage.initialize)
        stage.server(Stage.answer(1, encoding: encoding))
        stage.editor(#"{"jsonrpc":"2.0","method":"initialized","params":{}}"#)
        stage.recording.forget()
        return stage
    }

    /// The server dies and another comes, which accepts `initialize`.
    func replaceServer(encoding: String = "utf-8") {
        conversation.serverLost()
        conversation.serverFound()
        server(Stage.answer(1, encoding: encoding))
    }
}
