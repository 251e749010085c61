package import JSON

/// `textDocument/didOpen` (LSP 3.17).
package enum DidOpen: RemoteMethod {
    package static let method = "textDocument/didOpen"
    package static let parameters: [Field] = [.textDocument]
    package static let ignoresUnknownParameters = true
    package static let isNotification = true
    package static let needsInitialize = true

    package struct Parameters: DocumentParameters {
        package var uri: String
        package var languageID: String
        package var version: Int
        package var text: String

        package init(uri: String, languageID: String, version: Int, text: String) {
            self.uri = uri
            self.languageID = languageID
            self.version = version
            self.text = text
        }

        package init(_ reader: ParameterReader) throws(ShapeError) {
            uri = try reader.documentURI()
            let document = reader["textDocument"]
            guard let text = document?["text"]?.string else {
                throw ShapeError("textDocument.text is missing, expected a string", hint: "give the document's text")
            }
            languageID = document?["languageId"]?.string ?? ""
            version = document?["version"]?.integer ?? 0
            self.text = text
        }

        package var json: JSONValue {
            [
                "textDocument": [
                    "uri": .string(uri), "languageId": .string(languageID), "version": .integer(version),
                    "text": .string(text),
                ]
            ]
        }
    }

    package typealias Result = NullResult
}

/// `textDocument/didChange` (LSP 3.17): the changes apply one after another.
package enum DidChange: RemoteMethod {
    package static let method = "textDocument/didChange"
    package static let parameters: [Field] = [.textDocument, .required("contentChanges", .array)]
    package static let ignoresUnknownParameters = true
    package static let isNotification = true
    package static let needsInitialize = true

    package struct Change: Sendable, Equatable {
        /// Nil: the whole document.
        package var range: PositionRange?
        package var text: String

        package init(range: PositionRange?, text: String) {
            self.range = range
            self.text = text
        }
    }

    package struct Parameters: DocumentParameters {
        package var uri: String
        package var version: Int?
        package var changes: [Change]

        package init(uri: String, version: Int?, changes: [Change]) {
            self.uri = uri
            self.version = version
            self.changes = changes
        }

        package init(_ reader: ParameterReader) throws(ShapeError) {
            uri = try reader.documentURI()
            version = reader["textDocument"]?["version"]?.integer
            changes = []
            for change in reader["contentChanges"]?.array ?? [] {
                guard let text = change["text"]?.string else {
                    throw ShapeError(
                        "contentChanges[\(changes.count)].text is missing, expected a string",
                        hint: "give each change a text, and a range where it is not the whole document")
                }
                let range = change["range"].flatMap { $0.isNull ? nil : $0 }
                changes.append(
                    Change(
                        range: try range.map { (range) throws(ShapeError) in
                            try PositionRange(range, "contentChanges[\(changes.count)].range")
                        }, text: text))
            }
        }

        package var json: JSONValue {
            [
                "textDocument": ["uri": .string(uri), "version": version.json ?? .null],
                "contentChanges": .array(
                    changes.map { .members(("range", $0.range?.json), ("text", .string($0.text))) }),
            ]
        }
    }

    package typealias Result = NullResult
}

/// `textDocument/didClose` (LSP 3.17).
package enum DidClose: RemoteMethod {
    package static let method = "textDocument/didClose"
    package static let parameters: [Field] = [.textDocument]
    package static let ignoresUnknownParameters = true
    package static let isNotification = true
    package static let needsInitialize = true

    package typealias Parameters = WholeDocument
    package typealias Result = NullResult
}

/// `textDocument/didSave` (LSP 3.17). Nothing depends on it: a saved document is the one that was edited.
package enum DidSave: RemoteMethod {
    package static let method = "textDocument/didSave"
    package static let parameters: [Field] = [.textDocument]
    package static let ignoresUnknownParameters = true
    package static let isNotification = true
    package static let needsInitialize = true

    package typealias Parameters = WholeDocument
    package typealias Result = NullResult
}
