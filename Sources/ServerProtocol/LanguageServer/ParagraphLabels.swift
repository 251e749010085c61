package import JSON

/// `textDocument/codeLens` (LSP 3.17): each paragraph's label, above it.
package enum CodeLenses: RemoteMethod {
    package static let method = "textDocument/codeLens"
    package static let parameters: [Field] = [.textDocument] + Field.tokens
    package static let ignoresUnknownParameters = true
    package static let needsInitialize = true

    package typealias Parameters = WholeDocument

    package struct Lens: WrittenShape {
        package var range: PositionRange
        package var command: Command

        package init(range: PositionRange, command: Command) {
            self.range = range
            self.command = command
        }

        package var json: JSONValue { ["range": range.json, "command": command.json] }
    }

    package typealias Result = Several<Lens>
}

/// `textDocument/inlayHint` (LSP 3.17): each paragraph's label, at its end.
package enum InlayHints: RemoteMethod {
    package static let method = "textDocument/inlayHint"
    package static let parameters: [Field] = [.textDocument, .range, .optional("workDoneToken", .identifier)]
    package static let ignoresUnknownParameters = true
    package static let needsInitialize = true

    package typealias Parameters = DocumentRange

    package struct Hint: WrittenShape {
        package var position: Position
        package var label: String
        package var tooltip: String

        package init(position: Position, label: String, tooltip: String) {
            self.position = position
            self.label = label
            self.tooltip = tooltip
        }

        package var json: JSONValue {
            [
                "position": position.json, "label": .string(label), "tooltip": .string(tooltip), "paddingLeft": true,
            ]
        }
    }

    package typealias Result = Several<Hint>
}

/// `textDocument/documentSymbol` (LSP 3.17): the paragraphs, by their first words, with their labels.
package enum DocumentSymbols: RemoteMethod {
    package static let method = "textDocument/documentSymbol"
    package static let parameters: [Field] = [.textDocument] + Field.tokens
    package static let ignoresUnknownParameters = true
    package static let needsInitialize = true

    package typealias Parameters = WholeDocument

    package struct Symbol: WrittenShape {
        /// LSP's `SymbolKind`: 15 is a string.
        package static let stringKind = 15

        package var name: String
        /// The label and its probability; nil where no model reads the paragraph.
        package var detail: String?
        package var range: PositionRange
        package var selection: PositionRange

        package init(name: String, detail: String?, range: PositionRange, selection: PositionRange) {
            self.name = name
            self.detail = detail
            self.range = range
            self.selection = selection
        }

        package var json: JSONValue {
            .members(
                ("name", .string(name)), ("detail", detail.json), ("kind", .integer(Self.stringKind)),
                ("range", range.json), ("selectionRange", selection.json))
        }
    }

    /// LSP's other shape of a symbol (`SymbolInformation`), for clients that know no `DocumentSymbol`, is not sent: all
    /// that is lost to them is the outline.
    package typealias Result = Several<Symbol>
}
