package import JSON

/// A place in a document (LSP 3.17, `Position`): both count from 0, characters in the session's position encoding.
package struct Position: Sendable, Hashable, Comparable {
    package var line: Int
    package var character: Int

    package init(line: Int, character: Int) {
        self.line = line
        self.character = character
    }

    package init(_ json: JSONValue?, _ path: String) throws(ShapeError) {
        guard let line = json?["line"]?.integer, let character = json?["character"]?.integer else {
            throw ShapeError(
                "\(path) is no position", hint: #"give it as {"line": 0, "character": 0}, both integers"#)
        }
        self.init(line: line, character: character)
    }

    package static func < (a: Position, b: Position) -> Bool { (a.line, a.character) < (b.line, b.character) }

    package var json: JSONValue { ["line": .integer(line), "character": .integer(character)] }
}

/// A part of a document (LSP 3.17, `Range`), end-exclusive.
package struct PositionRange: Sendable, Hashable {
    package var start: Position
    package var end: Position

    package init(start: Position, end: Position) {
        self.start = start
        self.end = end
    }

    package init(_ json: JSONValue?, _ path: String) throws(ShapeError) {
        start = try Position(json?["start"], path + ".start")
        end = try Position(json?["end"], path + ".end")
    }

    package var json: JSONValue { ["start": start.json, "end": end.json] }
}

/// A change to a document (LSP 3.17, `TextEdit`).
package struct DocumentEdit: Sendable, Equatable {
    package var range: PositionRange
    package var newText: String

    package init(range: PositionRange, newText: String) {
        self.range = range
        self.newText = newText
    }

    package var json: JSONValue { ["range": range.json, "newText": .string(newText)] }
}

/// Changes to one document (LSP 3.17, `WorkspaceEdit`).
package struct WorkspaceEdit: Sendable, Equatable {
    package var uri: String
    package var edits: [DocumentEdit]

    package init(uri: String, edits: [DocumentEdit]) {
        self.uri = uri
        self.edits = edits
    }

    package var json: JSONValue {
        ["changes": .object(JSONObject([(name: uri, value: .array(edits.map(\.json)))]))]
    }
}

/// A command of the server's (LSP 3.17, `Command`).
package struct Command: Sendable, Equatable {
    package var title: String
    package var command: String
    package var arguments: [JSONValue]

    package init(title: String, command: String, arguments: [JSONValue] = []) {
        self.title = title
        self.command = command
        self.arguments = arguments
    }

    package var json: JSONValue {
        ["title": .string(title), "command": .string(command), "arguments": .array(arguments)]
    }
}
