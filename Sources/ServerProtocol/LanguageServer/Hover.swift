package import JSON

/// `textDocument/hover` (LSP 3.17): what a word is, what is near it, and what its paragraph says.
package enum Hover: RemoteMethod {
    package static let method = "textDocument/hover"
    package static let parameters: [Field] = [.textDocument, .position] + Field.tokens
    package static let ignoresUnknownParameters = true
    package static let needsInitialize = true

    package typealias Parameters = DocumentPosition

    package struct Content: WrittenShape {
        package var contents: MarkupContent
        package var range: PositionRange

        package init(contents: MarkupContent, range: PositionRange) {
            self.contents = contents
            self.range = range
        }

        package var json: JSONValue { ["contents": contents.json, "range": range.json] }
    }

    package typealias Result = Optionally<Content>
}
