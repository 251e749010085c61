import Documents
import JSONRPC
import ServerProtocol
import Settings

/// What a request about a document is answered from: all as it was when the request came.
struct DocumentSnapshot: Sendable {
    let open: OpenDocument
    let version: DocumentVersion
    let session: EditingSession
    let settings: Settings

    var uri: String { open.uri }
    var document: TextDocument { version.document }
    var unit: PositionUnit { session.unit }

    func offset(of position: Position) -> Int {
        document.offset(of: TextPosition(line: position.line, column: position.character), in: unit)
    }

    func range(of range: PositionRange) -> Range<Int> {
        let (a, b) = (offset(of: range.start), offset(of: range.end))
        return min(a, b)..<max(a, b)
    }

    func position(of offset: Int) -> Position { Position(document.position(of: offset, in: unit)) }

    func positions(of range: Range<Int>) -> PositionRange {
        PositionRange(start: position(of: range.lowerBound), end: position(of: range.upperBound))
    }
}

extension Position {
    init(_ position: TextPosition) {
        self.init(line: position.line, character: position.column)
    }
}

extension PositionUnit {
    init(_ encoding: PositionEncoding) {
        self =
            switch encoding {
            case .utf8: .utf8
            case .utf16: .utf16
            case .utf32: .utf32
            }
    }
}
