import Documents
import JSONRPC
import ServerProtocol

/// How the semantic tokens of a document differ from those of an earlier version: before the first passage that is another
/// they are the same, and those after the last are where they were relative to one another. What lies between is written
/// as it was and as it is.
struct TokenChanges {
    private(set) var answer: SemanticTokenAnswers.Answer
    /// In one place, from the first to the last number that is another; none where they are the same.
    private(set) var edits: [(start: Int, deleted: Int, data: SemanticTokens.Data)]

    /// Nil where the words have been found anew since, and are others.
    ///
    /// - Parameter passages: of the document; their words are known.
    init?(
        from old: SemanticTokenAnswers.Answer, to document: TextDocument, _ passages: [ReadPassage],
        in unit: PositionUnit, _ reader: PassageReader
    ) throws(ResponseError) {
        guard old.analyser == reader.analyserKey else { return nil }
        // Lines and columns depend on what stands between passages, too.
        let (before, after) = commonBytes(old.document.utf8, document.utf8)
        let start = zip(old.passages, passages)
            .prefix { $1.passage.range.upperBound <= before && $0.isSame(as: $1, movedBy: 0) }.count
        let moved = document.count - old.document.count
        let end = zip(old.passages.reversed(), passages.reversed())
            .prefix(min(old.passages.count, passages.count) - start)
            .prefix { $1.passage.range.lowerBound >= document.count - after && $0.isSame(as: $1, movedBy: moved) }
            .count

        let last = try Self.lastToken(of: passages[..<start], document, unit, reader)
        var new = TokenWriter(document, in: unit, reader, after: last)
        var next = passages.count - end
        try new.write(passages[start..<next])
        // The first token of what is the same is relative to one that is not, and so is the column of the first in a line
        // that has changed further on the left.
        var isSettled = false
        while next < passages.count, !isSettled {
            let line = document.line(at: passages[next].passage.range.lowerBound)
            let hasTokens = try new.write(passages[next])
            next += 1
            isSettled =
                hasTokens
                && (new.last.line > line || next == passages.count
                    || document.line(at: passages[next].passage.range.lowerBound) > new.last.line)
        }
        let oldNext = old.passages.count - (passages.count - next)
        var was = TokenWriter(old.document, in: unit, reader, after: last)
        try was.write(old.passages[start..<oldNext])

        func place(of passage: Int) -> Int { passage < old.starts.count ? old.starts[passage] : old.count }
        let (first, behind) = (place(of: start), place(of: oldNext))
        guard was.data.count == behind - first else { return nil }
        let distance = new.data.count - was.data.count
        answer = SemanticTokenAnswers.Answer(
            analyser: old.analyser, document: document, passages: passages,
            starts: old.starts[..<start] + new.starts.map { $0 + first } + old.starts[oldNext...].map { $0 + distance },
            count: old.count + distance)
        edits = Self.edits(from: was.data, to: new.data, at: first)
    }

    private static func edits(
        from old: SemanticTokens.Data, to new: SemanticTokens.Data, at place: Int
    ) -> [(start: Int, deleted: Int, data: SemanticTokens.Data)] {
        if old == new { return [] }
        let size = 5 * MemoryLayout<UInt32>.size
        let common = commonBytes(old, new)
        // Whole tokens.
        let start = common.start / size * 5
        let end = min(common.end / size * 5, min(old.count, new.count) - start)
        return [(place + start, old.count - end - start, Array(new[start..<(new.count - end)]))]
    }

    private static func lastToken(
        of passages: ArraySlice<ReadPassage>, _ document: TextDocument, _ unit: PositionUnit, _ reader: PassageReader
    ) throws(ResponseError) -> TextPosition {
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
