import Documents
import JSONRPC
import ServerProtocol

/// Writes the words of passages as LSP has them: each relative to the one before.
struct TokenWriter {
    private let document: TextDocument
    private let reader: PassageReader
    private var positions: PositionCursor
    private(set) var data: SemanticTokens.Data = []
    /// Of each passage where its tokens begin in `data`.
    private(set) var starts: [Int] = []
    /// Where the last token began.
    private(set) var last: TextPosition

    /// - Parameter last: where the token begins that those to be written come after.
    init(
        _ document: TextDocument, in unit: PositionUnit, _ reader: PassageReader,
        after last: TextPosition = TextPosition(line: 0, column: 0)
    ) {
        self.document = document
        self.reader = reader
        self.last = last
        positions = document.positions(in: unit)
    }

    /// - Parameter range: only tokens that it touches.
    mutating func write(
        _ passages: ArraySlice<ReadPassage>, within range: Range<Int>? = nil
    ) throws(ResponseError) {
        for passage in passages { try write(passage, within: range) }
    }

    /// - Returns: whether there is a token in it.
    @discardableResult
    mutating func write(_ passage: ReadPassage, within range: Range<Int>? = nil) throws(ResponseError) -> Bool {
        let count = data.count
        starts.append(count)
        for word in try reader.words(of: passage.reading) {
            for place in passage.passage.places(of: word.range) {
                if let range, place.upperBound <= range.lowerBound || place.lowerBound >= range.upperBound { continue }
                let (start, end) = (positions(place.lowerBound), positions(place.upperBound))
                guard start.line == end.line, end.column > start.column, last <= start else { continue }
                let lines = start.line - last.line
                data.append(UInt32(clamping: lines))
                data.append(UInt32(clamping: lines == 0 ? start.column - last.column : start.column))
                data.append(UInt32(clamping: end.column - start.column))
                data.append(UInt32(word.kind.rawValue))
                data.append(word.isUnknown ? 1 : 0)
                last = start
            }
        }
        return data.count > count
    }
}

extension Passage {
    /// Where a part of the passage's text stands in the document: in one place, unless marks lie within it.
    func places(of range: Range<Int>) -> [Range<Int>] {
        let whole = documentRange(of: range)
        guard whole.count != range.count else { return [whole] }
        return segments.compactMap { segment in
            let place = segment.clamped(to: whole)
            return place.isEmpty ? nil : place
        }
    }
}
