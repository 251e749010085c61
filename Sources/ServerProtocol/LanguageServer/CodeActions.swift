package import JSON

/// `textDocument/codeAction` (LSP 3.17): what can be done about a word or a paragraph.
package enum CodeActions: RemoteMethod {
    package static let method = "textDocument/codeAction"
    package static let parameters: [Field] = [.textDocument, .range, .required("context", .object)] + Field.tokens
    package static let ignoresUnknownParameters = true
    package static let needsInitialize = true

    package struct Parameters: DocumentParameters {
        package var uri: String
        package var range: PositionRange
        /// Kinds that are wanted, with those below them; nil: all.
        package var only: [String]?
        /// The diagnostics that the client shows there, as they were sent.
        package var diagnostics: [JSONValue]

        package init(uri: String, range: PositionRange, only: [String]? = nil, diagnostics: [JSONValue] = []) {
            self.uri = uri
            self.range = range
            self.only = only
            self.diagnostics = diagnostics
        }

        package init(_ reader: ParameterReader) throws(ShapeError) {
            uri = try reader.documentURI()
            range = try reader.range()
            only = reader["context"]?["only"]?.array?.compactMap(\.string)
            diagnostics = reader["context"]?["diagnostics"]?.array ?? []
        }

        package var json: JSONValue {
            [
                "textDocument": ["uri": .string(uri)], "range": range.json,
                "context": .members(("diagnostics", .array(diagnostics)), ("only", only.map { .strings($0) })),
            ]
        }
    }

    package enum Kind: String, Sendable, CaseIterable {
        case quickFix = "quickfix"
        case refactor
        case rewrite = "refactor.rewrite"
    }

    package struct Action: WrittenShape {
        package var title: String
        package var kind: Kind
        package var edit: WorkspaceEdit?
        package var command: Command?
        package var diagnostics: [JSONValue]
        package var data: JSONValue?

        package init(
            title: String, kind: Kind, edit: WorkspaceEdit? = nil, command: Command? = nil,
            diagnostics: [JSONValue] = [], data: JSONValue? = nil
        ) {
            self.title = title
            self.kind = kind
            self.edit = edit
            self.command = command
            self.diagnostics = diagnostics
            self.data = data
        }

        /// One that a command does, under the command's title.
        package init(kind: Kind, command: Command, diagnostics: [JSONValue] = []) {
            self.init(title: command.title, kind: kind, command: command, diagnostics: diagnostics)
        }

        package var json: JSONValue {
            .members(
                ("title", .string(title)), ("kind", .string(kind.rawValue)), ("edit", edit?.json),
                ("command", command?.json), ("diagnostics", diagnostics.isEmpty ? Optional.none : .array(diagnostics)),
                ("data", data))
        }
    }

    package enum Result: WrittenShape {
        case actions([Action])
        /// For clients that know no actions.
        case commands([Command])

        package var json: JSONValue {
            switch self {
            case .actions(let actions): .array(actions.map(\.json))
            case .commands(let commands): .array(commands.map(\.json))
            }
        }
    }
}

/// `codeAction/resolve` (LSP 3.17): an action as it was sent, with the edit that it stands for.
package enum CodeActionResolve: RemoteMethod {
    package static let method = "codeAction/resolve"
    package static let parameters: [Field] = [.required("title", .string), .optional("data", .any)]
    package static let ignoresUnknownParameters = true
    package static let needsInitialize = true

    package typealias Parameters = WholeItem
    package typealias Result = ResolvedItem
}

/// `workspace/executeCommand` (LSP 3.17).
package enum ExecuteCommand: RemoteMethod {
    package static let method = "workspace/executeCommand"
    package static let parameters: [Field] = [
        .required("command", .string), .optional("arguments", .array), .optional("workDoneToken", .identifier),
    ]
    package static let ignoresUnknownParameters = true
    package static let needsInitialize = true

    package struct Parameters: ParameterShape {
        package var command: String
        package var arguments: [JSONValue]
        package var workDoneToken: JSONValue?

        package init(command: String, arguments: [JSONValue] = [], workDoneToken: JSONValue? = nil) {
            self.command = command
            self.arguments = arguments
            self.workDoneToken = workDoneToken
        }

        package init(_ reader: ParameterReader) throws(ShapeError) {
            command = try reader.requiredString("command")
            arguments = reader["arguments"]?.array ?? []
            workDoneToken = reader["workDoneToken"]
        }

        package var json: JSONValue {
            .members(
                ("command", .string(command)), ("arguments", .array(arguments)), ("workDoneToken", workDoneToken))
        }
    }

    /// What a command answers: null of most.
    package struct Result: WrittenShape {
        package var json: JSONValue

        package init(_ json: JSONValue = .null) {
            self.json = json
        }
    }
}
