import Documents
import JSON
import JSONRPC
import ServerProtocol

/// The documents that an editor has open, as a server that starts now has to be told of them.
struct OpenDocuments {
    /// The unit of columns that the editor and the first server agreed on.
    var encoding = PositionEncoding.utf16

    private struct Document {
        var uri: String
        var languageID: JSONValue
        var version: JSONValue
        var text: TextDocument
    }

    /// In the order in which they were opened.
    private var documents: [Document] = []

    /// What `textDocument/didOpen`, `didChange` and `didClose` do; other methods do nothing, as does what makes no
    /// sense, which the server is left to complain of.
    mutating func apply(_ method: String, _ params: JSONValue?) {
        guard let described = params?["textDocument"], let uri = described["uri"]?.string else { return }
        let index = documents.firstIndex { $0.uri.utf8.elementsEqual(uri.utf8) }
        switch method {
        case "textDocument/didOpen":
            guard let text = described["text"]?.string else { return }
            if let index { documents.remove(at: index) }
            documents.append(
                Document(
                    uri: uri, languageID: described["languageId"] ?? "plaintext", version: described["version"] ?? 0,
                    text: TextDocument(text)))
        case "textDocument/didChange":
            guard let index, let changes = params?["contentChanges"]?.array else { return }
            for change in changes { documents[index].text.apply(change, PositionUnit(encoding)) }
            documents[index].version = described["version"] ?? documents[index].version
        case "textDocument/didClose":
            if let index { documents.remove(at: index) }
        default: return
        }
    }

    /// The notifications that open them all.
    var openings: [Message] {
        documents.map { document in
            .notification(
                Notification(
                    method: "textDocument/didOpen",
                    params: [
                        "textDocument": [
                            "uri": .string(document.uri), "languageId": document.languageID,
                            "version": document.version, "text": .string(document.text.text),
                        ]
                    ]))
        }
    }
}

extension TextDocument {
    /// One of `contentChanges`: in a range, or of the whole.
    fileprivate mutating func apply(_ change: JSONValue, _ unit: PositionUnit) {
        guard let text = change["text"]?.string else { return }
        guard let range = change["range"], !range.isNull else {
            self = TextDocument(text)
            return
        }
        guard let start = TextPosition(range["start"]), let end = TextPosition(range["end"]) else { return }
        let (first, second) = (offset(of: start, in: unit), offset(of: end, in: unit))
        replace(min(first, second)..<max(first, second), with: text)
    }
}

extension TextPosition {
    fileprivate init?(_ json: JSONValue?) {
        guard let line = json?["line"]?.integer, let column = json?["character"]?.integer else { return nil }
        self.init(line: line, column: column)
    }
}

extension PositionUnit {
    fileprivate init(_ encoding: PositionEncoding) {
        self =
            switch encoding {
            case .utf8: .utf8
            case .utf16: .utf16
            case .utf32: .utf32
            }
    }
}
