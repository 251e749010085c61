package import JSON

/// Parts of speech as an editor colours them (LSP 3.17, "Semantic Tokens").
package enum SemanticTokens {
    /// Five numbers a token: lines from the one before, characters from its start or from that of the line, length,
    /// type, modifiers.
    package typealias Data = [UInt32]

    static func json(_ data: Data) -> JSONValue { .array(data.map { .integer(Int64($0)) }) }

    package struct Tokens: WrittenShape {
        package var resultID: String?
        package var data: Data

        package init(resultID: String?, data: Data) {
            self.resultID = resultID
            self.data = data
        }

        package var json: JSONValue { .members(("resultId", resultID.json), ("data", SemanticTokens.json(data))) }

        /// A document of a megabyte has a million numbers.
        package var text: [UInt8]? {
            var text: [UInt8] = []
            text.reserveCapacity(64 + 3 * data.count)
            text += "{".utf8
            if let resultID {
                text += #""resultId":"#.utf8
                JSONValue.string(resultID).serialize(into: &text)
                text += ",".utf8
            }
            text += #""data":["#.utf8
            for (place, number) in data.enumerated() {
                if place > 0 { text.append(UInt8(ascii: ",")) }
                SemanticTokens.append(number, to: &text)
            }
            text += "]}".utf8
            return text
        }
    }

    private static func append(_ number: UInt32, to text: inout [UInt8]) {
        if number < 10 { return text.append(UInt8(ascii: "0") + UInt8(number)) }
        append(number / 10, to: &text)
        text.append(UInt8(ascii: "0") + UInt8(number % 10))
    }

    /// What has changed in the numbers of an earlier answer.
    package struct Delta: WrittenShape {
        package var resultID: String
        /// In place of `deleted` numbers from `start`.
        package var edits: [(start: Int, deleted: Int, data: Data)]

        package init(resultID: String, edits: [(start: Int, deleted: Int, data: Data)]) {
            self.resultID = resultID
            self.edits = edits
        }

        package static func == (a: Delta, b: Delta) -> Bool {
            a.resultID == b.resultID && a.edits.elementsEqual(b.edits) { $0 == $1 }
        }

        package var json: JSONValue {
            [
                "resultId": .string(resultID),
                "edits": .array(
                    edits.map { edit in
                        [
                            "start": .integer(edit.start), "deleteCount": .integer(edit.deleted),
                            "data": SemanticTokens.json(edit.data),
                        ]
                    }),
            ]
        }
    }

    /// `textDocument/semanticTokens/full`.
    package enum Full: RemoteMethod {
        package static let method = "textDocument/semanticTokens/full"
        package static let parameters: [Field] = [.textDocument] + Field.tokens
        package static let ignoresUnknownParameters = true
        package static let needsInitialize = true

        package typealias Parameters = WholeDocument
        package typealias Result = Optionally<Tokens>
    }

    /// `textDocument/semanticTokens/full/delta`.
    package enum FullDelta: RemoteMethod {
        package static let method = "textDocument/semanticTokens/full/delta"
        package static let parameters: [Field] =
            [.textDocument, .required("previousResultId", .string)] + Field.tokens
        package static let ignoresUnknownParameters = true
        package static let needsInitialize = true

        package struct Parameters: DocumentParameters {
            package var uri: String
            package var previousResultID: String

            package init(uri: String, previousResultID: String) {
                self.uri = uri
                self.previousResultID = previousResultID
            }

            package init(_ reader: ParameterReader) throws(ShapeError) {
                uri = try reader.documentURI()
                previousResultID = try reader.requiredString("previousResultId")
            }

            package var json: JSONValue {
                ["textDocument": ["uri": .string(uri)], "previousResultId": .string(previousResultID)]
            }
        }

        /// All tokens where the earlier answer is not known any more.
        package enum Result: WrittenShape {
            case delta(Delta)
            case all(Tokens)
            case none

            package var json: JSONValue {
                switch self {
                case .delta(let delta): delta.json
                case .all(let tokens): tokens.json
                case .none: .null
                }
            }

            package var text: [UInt8]? {
                if case .all(let tokens) = self { tokens.text } else { nil }
            }
        }
    }

    /// `textDocument/semanticTokens/range`.
    package enum InRange: RemoteMethod {
        package static let method = "textDocument/semanticTokens/range"
        package static let parameters: [Field] = [.textDocument, .range] + Field.tokens
        package static let ignoresUnknownParameters = true
        package static let needsInitialize = true

        package typealias Parameters = DocumentRange
        package typealias Result = Optionally<Tokens>
    }
}
