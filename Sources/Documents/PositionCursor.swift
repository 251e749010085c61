/// Asked for the positions of offsets in rising order, it walks over the text once.
///
/// An offset before the last one is answered as well, at the cost of its line's length.
package struct PositionCursor: Sendable {
    private let document: TextDocument
    private let unit: PositionUnit
    /// What is known of the line of the last answer: its number and bytes, and a column's offset.
    private var line = 0
    private var range: Range<Int>
    private var offset = 0
    private var column = 0

    init(of document: TextDocument, in unit: PositionUnit) {
        self.document = document
        self.unit = unit
        range = document.range(ofLine: 0)
    }

    package mutating func callAsFunction(_ offset: Int) -> TextPosition {
        let isBehind = offset < self.offset
        if isBehind || line + 1 < document.lineCount && document.lineStarts[line + 1] <= offset {
            line = isBehind ? document.line(at: offset) : lineFromHere(at: offset)
            range = document.range(ofLine: line)
            (self.offset, column) = (range.lowerBound, 0)
        }
        document.withBytes { bytes in
            let end = bytes.scalarStart(at: min(offset, range.upperBound))
            guard self.offset < end else { return }
            column += bytes.length(of: self.offset..<end, in: unit)
            self.offset = end
        }
        return TextPosition(line: line, column: column)
    }

    /// The line of an offset that is not before the current one: near ones are found in a few steps.
    private func lineFromHere(at offset: Int) -> Int {
        var next = line
        for _ in 0..<8 {
            guard next + 1 < document.lineCount, document.lineStarts[next + 1] <= offset else { return next }
            next += 1
        }
        return document.line(at: offset)
    }
}
