package import JSON

/// `textDocument/documentHighlight` (LSP 3.17): the words of a document that have the same lemma.
package enum DocumentHighlights: RemoteMethod {
    package static let method = "textDocument/documentHighlight"
    package static let parameters: [Field] = [.textDocument, .position] + Field.tokens
    package static let ignoresUnknownParameters = true
    package static let needsInitialize = true

    package typealias Parameters = DocumentPosition

    package struct Highlight: WrittenShape {
        package var range: PositionRange

        package init(range: PositionRange) {
            self.range = range
        }

        /// LSP's `DocumentHighlightKind`: 1 is text.
        package var json: JSONValue { ["range": range.json, "kind": 1] }
    }

    package typealias Result = Several<Highlight>
}
