package import JSON
package import JSONRPC

/// What a rule found (LSP 3.17, `Diagnostic`).
package struct Diagnostic: ResultShape {
    package enum Severity: Int, Sendable, CaseIterable {
        case error = 1
        case warning, information, hint
    }

    package var range: PositionRange
    package var severity: Severity
    /// The rule's name.
    package var code: String
    package var message: String
    /// What `textDocument/codeAction` needs to know of it again.
    package var data: JSONValue

    package static let source = "sluice"

    package init(range: PositionRange, severity: Severity, code: String, message: String, data: JSONValue) {
        self.range = range
        self.severity = severity
        self.code = code
        self.message = message
        self.data = data
    }

    package init(_ json: JSONValue) throws(ShapeError) {
        let reader = try ResultReader(json, "diagnostic")
        range = try PositionRange(json["range"], "diagnostic.range")
        guard let severity = Severity(rawValue: try reader.integer("severity")) else {
            throw ShapeError("diagnostic.severity is none of 1 to 4", hint: "the daemon may be of another version")
        }
        self.severity = severity
        code = try reader.string("code")
        message = try reader.string("message")
        data = json["data"] ?? .null
    }

    package var json: JSONValue {
        [
            "range": range.json, "severity": .integer(severity.rawValue), "code": .string(code),
            "source": .string(Self.source), "message": .string(message), "data": data,
        ]
    }
}

/// `textDocument/diagnostic` (LSP 3.17): what the rules find, asked for.
package enum DocumentDiagnostics: RemoteMethod {
    package static let method = "textDocument/diagnostic"
    package static let parameters: [Field] =
        [.textDocument, .optional("identifier", .string), .optional("previousResultId", .string)] + Field.tokens
    package static let ignoresUnknownParameters = true
    package static let needsInitialize = true

    package struct Parameters: DocumentParameters {
        package var uri: String
        package var previousResultID: String?

        package init(uri: String, previousResultID: String? = nil) {
            self.uri = uri
            self.previousResultID = previousResultID
        }

        package init(_ reader: ParameterReader) throws(ShapeError) {
            uri = try reader.documentURI()
            previousResultID = reader.string("previousResultId")
        }

        package var json: JSONValue {
            .members(("textDocument", ["uri": .string(uri)]), ("previousResultId", previousResultID.json))
        }
    }

    package enum Result: ResultShape {
        case full(id: String, [Diagnostic])
        case unchanged(id: String)

        package init(_ json: JSONValue) throws(ShapeError) {
            let reader = try ResultReader(json, "result")
            let id = json["resultId"]?.string ?? ""
            if try reader.string("kind") == "unchanged" {
                self = .unchanged(id: id)
            } else {
                self = .full(
                    id: id, try reader.array("items") { (json, _) throws(ShapeError) in try Diagnostic(json) })
            }
        }

        package var json: JSONValue {
            switch self {
            case .full(let id, let items):
                ["kind": "full", "resultId": .string(id), "items": .array(items.map(\.json))]
            case .unchanged(let id): ["kind": "unchanged", "resultId": .string(id)]
            }
        }
    }
}

/// `textDocument/publishDiagnostics` (LSP 3.17): the same, sent whenever it has changed.
package enum PublishDiagnostics {
    package static let method = "textDocument/publishDiagnostics"

    package static func notification(uri: String, version: Int?, _ diagnostics: [Diagnostic]) -> Notification {
        Notification(
            method: method,
            params: .members(
                ("uri", .string(uri)), ("version", version.json), ("diagnostics", .array(diagnostics.map(\.json)))))
    }
}
