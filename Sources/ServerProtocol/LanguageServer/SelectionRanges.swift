package import JSON

/// `textDocument/selectionRange` (LSP 3.17): from a morpheme outwards to its word, sentence, paragraph and document.
package enum SelectionRanges: RemoteMethod {
    package static let method = "textDocument/selectionRange"
    package static let parameters: [Field] = [.textDocument, .required("positions", .array)] + Field.tokens
    package static let ignoresUnknownParameters = true
    package static let needsInitialize = true

    package struct Parameters: DocumentParameters {
        package var uri: String
        package var positions: [Position]

        package init(uri: String, positions: [Position]) {
            self.uri = uri
            self.positions = positions
        }

        package init(_ reader: ParameterReader) throws(ShapeError) {
            uri = try reader.documentURI()
            positions = []
            for position in reader["positions"]?.array ?? [] {
                positions.append(try Position(position, "positions[\(positions.count)]"))
            }
        }

        package var json: JSONValue {
            ["textDocument": ["uri": .string(uri)], "positions": .array(positions.map(\.json))]
        }
    }

    package struct Selection: WrittenShape {
        /// From the innermost to the outermost, each within the next; never empty.
        package var ranges: [PositionRange]

        package init(ranges: [PositionRange]) {
            self.ranges = ranges
        }

        package var json: JSONValue {
            let outermost: JSONValue? = nil
            return ranges.reversed().reduce(outermost) { parent, range in
                .members(("range", range.json), ("parent", parent))
            } ?? .null
        }
    }

    package typealias Result = Several<Selection>
}
