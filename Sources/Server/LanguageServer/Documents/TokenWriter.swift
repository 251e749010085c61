import Documents
import JSONRPC
import ServerProtocol

/// Writes the words of passages as LSP has them: each relative to the one before.
struct TokenWriter {
    private let document: TextDocument
    private let unit: PositionUnit
    private let reader: PassageReader
    private(set) var answer = SemanticTokenAnswers.Answer()
    /// Where the last token began.
    private var last = TextPosition(line: 0, column: 0)

    init(_ snapshot: DocumentSnapshot, _ reader: PassageReader) {
        document = snapshot.document
        unit = snapshot.unit
        self.reader = reader
        answer.analyser = reader.analyserKey
        answer.document = snapshot.document
    }

    /// - Parameter range: only tokens that it touches.
    mutating func write(
        _ passages: ArraySlice<ReadPassage>, within range: Range<Int>? = nil
    ) throws(ResponseError) {
        var positions = document.positions(in: unit)
        for passage in passages { try write(passage, within: range, &positions) }
    }

    private mutating func write(
        _ passage: ReadPassage, within range: Range<Int>?, _ positions: inout PositionCursor
    ) throws(ResponseError) {
        answer.passages.append(passage)
        answer.starts.append(answer.data.count)
        for word in try reader.words(of: passage.reading) {
            for place in passage.passage.places(of: word.range) {
                if let range, place.upperBound <= range.lowerBound || place.lowerBound >= range.upperBound { continue }
                let (start, end) = (positions(place.lowerBound), positions(place.upperBound))
                guard start.line == end.line, end.column > start.column, last <= start else { continue }
                let lines = start.line - last.line
                answer.data.append(UInt32(clamping: lines))
                answer.data.append(UInt32(clamping: lines == 0 ? start.column - last.column : start.column))
                answer.data.append(UInt32(clamping: end.column - start.column))
                answer.data.append(UInt32(word.kind.rawValue))
                answer.data.append(word.isUnknown ? 1 : 0)
                last = start
            }
        }
    }

    /// The same, but for what an earlier answer has already: tokens before the first passage that is another, and those
    /// after the last, which are where they were relative to one another.
    mutating func write(
        _ passages: [ReadPassage], knowing earlier: SemanticTokenAnswers.Answer
    ) throws(ResponseError) {
        let old = earlier.passages
        // Lines and columns depend on what stands between passages, too.
        let (before, after) = commonBytes(earlier.document.utf8, document.utf8)
        let start = zip(old, passages)
            .prefix { $1.passage.range.upperBound <= before && $0.isSame(as: $1, movedBy: 0) }.count
        let moved = document.count - earlier.document.count
        let most = min(old.count, passages.count) - start
        let end = zip(old.reversed(), passages.reversed()).prefix(most)
            .prefix { $1.passage.range.lowerBound >= document.count - after && $0.isSame(as: $1, movedBy: moved) }
            .count
        guard start + end > 0 else { return try write(passages[...]) }

        answer.passages = Array(passages[..<start])
        answer.starts = Array(earlier.starts[..<start])
        answer.data = Array(earlier.data[..<(start < old.count ? earlier.starts[start] : earlier.data.count)])
        last = try lastToken(of: passages[..<start])
        var positions = document.positions(in: unit)
        for passage in passages[start..<(passages.count - end)] { try write(passage, within: nil, &positions) }

        // The first token of what is taken over is relative to one that is not, and so is the column of the first in a
        // line that has changed further on the left.
        var next = passages.count - end
        while next < passages.count {
            let line = document.line(at: passages[next].passage.range.lowerBound)
            let count = answer.data.count
            try write(passages[next], within: nil, &positions)
            next += 1
            if answer.data.count > count,
                last.line > line || next == passages.count
                    || document.line(at: passages[next].passage.range.lowerBound) > last.line
            {
                break
            }
        }
        guard next < passages.count else { return }
        let place = old.count - (passages.count - next)
        let distance = answer.data.count - earlier.starts[place]
        answer.passages += passages[next...]
        answer.starts += earlier.starts[place...].map { $0 + distance }
        answer.data += earlier.data[earlier.starts[place]...]
    }

    private func lastToken(of passages: ArraySlice<ReadPassage>) throws(ResponseError) -> TextPosition {
        for passage in passages.reversed() {
            for word in try reader.words(of: passage.reading).reversed() {
                for place in passage.passage.places(of: word.range).reversed() {
                    let start = document.position(of: place.lowerBound, in: unit)
                    let end = document.position(of: place.upperBound, in: unit)
                    if start.line == end.line, end.column > start.column { return start }
                }
            }
        }
        return TextPosition(line: 0, column: 0)
    }
}

extension ReadPassage {
    /// Whether it is another's text in the same shape, so far along in the document.
    fileprivate func isSame(as other: ReadPassage, movedBy distance: Int) -> Bool {
        guard reading === other.reading else { return false }
        let (a, b) = (passage.range, other.passage.range)
        guard a.lowerBound + distance == b.lowerBound, a.count == b.count else { return false }
        // In one piece there is one shape.
        if a.count == reading.text.utf8.count { return true }
        return passage.segments.elementsEqual(other.passage.segments) {
            $0.lowerBound + distance == $1.lowerBound && $0.count == $1.count
        }
    }
}

extension Passage {
    /// Where a part of the passage's text stands in the document: in one place, unless marks lie within it.
    fileprivate func places(of range: Range<Int>) -> [Range<Int>] {
        let whole = documentRange(of: range)
        guard whole.count != range.count else { return [whole] }
        return segments.compactMap { segment in
            let place = segment.clamped(to: whole)
            return place.isEmpty ? nil : place
        }
    }
}
