package import JSON

/// Parameters that name a document.
package protocol DocumentParameters: ParameterShape {
    /// The document's URI, as `textDocument/didOpen` gave it.
    var uri: String { get }
}

extension Field {
    static let textDocument = Field.required("textDocument", .object)
    static let position = Field.required("position", .object)
    static let range = Field.required("range", .object)
    /// What LSP lets a client add to most requests.
    static let tokens: [Field] = [
        .optional("workDoneToken", .identifier), .optional("partialResultToken", .identifier),
    ]
}

extension ParameterReader {
    /// `textDocument.uri`.
    func documentURI() throws(ShapeError) -> String {
        guard let uri = self["textDocument"]?["uri"]?.string else {
            throw ShapeError(
                "textDocument.uri is missing, expected a string",
                hint: "give the URI with which the document was opened")
        }
        return uri
    }

    func position(_ name: String = "position") throws(ShapeError) -> Position { try Position(self[name], name) }
    func range(_ name: String = "range") throws(ShapeError) -> PositionRange { try PositionRange(self[name], name) }
}

/// A document as a whole (LSP 3.17, `TextDocumentIdentifier`).
package struct WholeDocument: DocumentParameters {
    package var uri: String

    package init(uri: String) {
        self.uri = uri
    }

    package init(_ reader: ParameterReader) throws(ShapeError) {
        uri = try reader.documentURI()
    }

    package var json: JSONValue { ["textDocument": ["uri": .string(uri)]] }
}

/// A place in a document (LSP 3.17, `TextDocumentPositionParams`).
package struct DocumentPosition: DocumentParameters {
    package var uri: String
    package var position: Position

    package init(uri: String, position: Position) {
        self.uri = uri
        self.position = position
    }

    package init(_ reader: ParameterReader) throws(ShapeError) {
        uri = try reader.documentURI()
        position = try reader.position()
    }

    package var json: JSONValue { ["textDocument": ["uri": .string(uri)], "position": position.json] }
}

/// A part of a document.
package struct DocumentRange: DocumentParameters {
    package var uri: String
    package var range: PositionRange

    package init(uri: String, range: PositionRange) {
        self.uri = uri
        self.range = range
    }

    package init(_ reader: ParameterReader) throws(ShapeError) {
        uri = try reader.documentURI()
        range = try reader.range()
    }

    package var json: JSONValue { ["textDocument": ["uri": .string(uri)], "range": range.json] }
}

/// What LSP writes where there may be nothing.
package struct Optionally<Wrapped: WrittenShape>: WrittenShape {
    package var value: Wrapped?

    package init(_ value: Wrapped?) {
        self.value = value
    }

    package var json: JSONValue { value?.json ?? .null }
    package var text: [UInt8]? { value?.text }
}

/// An array of one kind of value.
package struct Several<Element: WrittenShape>: WrittenShape {
    package var elements: [Element]

    package init(_ elements: [Element]) {
        self.elements = elements
    }

    package var json: JSONValue { .array(elements.map(\.json)) }
}

/// Markdown to show (LSP 3.17, `MarkupContent`); as plain text to clients that know no Markdown.
package struct MarkupContent: WrittenShape {
    package var value: String
    package var isMarkdown: Bool

    package init(_ value: String, isMarkdown: Bool) {
        self.value = value
        self.isMarkdown = isMarkdown
    }

    package var json: JSONValue {
        ["kind": .string(isMarkdown ? "markdown" : "plaintext"), "value": .string(value)]
    }
}
