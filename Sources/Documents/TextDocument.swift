/// A text under edit: a value, whose copies share their memory until one of them is changed.
///
/// Offsets are bytes of UTF-8. Lines end with LF, CR LF or CR (LSP 3.17, "Text Documents"); a line end at the end of the
/// text begins a last, empty line, so that there is always one. No offset and no position is an error: they are moved
/// into the text, and to the beginning of the scalar that they are within.
package struct TextDocument: Sendable, Equatable {
    /// Valid UTF-8: it comes from strings, and is cut between scalars alone.
    package private(set) var utf8: [UInt8]
    /// Of each line the first byte, in order; the first is 0.
    private(set) var lineStarts: [Int]

    package init(_ text: String) {
        utf8 = Array(text.utf8)
        lineStarts = [0]
        appendLineStarts(in: 1..<utf8.count + 1, to: &lineStarts)
    }

    /// In bytes.
    package var count: Int { utf8.count }
    package var lineCount: Int { lineStarts.count }
    package var text: String { String(decoding: utf8, as: UTF8.self) }

    /// Whether this is no text but the bytes of something else: there is a NUL among the first 8,000, as git tells it.
    package var looksBinary: Bool { utf8.prefix(8000).contains(0) }

    /// What stands in a range of bytes, which is clamped, and widened to whole scalars.
    package func string(in range: Range<Int>) -> String {
        withBytes { $0.string(in: $0.widened(range)) }
    }

    func withBytes<Result>(_ body: (Bytes) -> Result) -> Result {
        utf8.withUnsafeBufferPointer { body(Bytes($0)) }
    }
}

// MARK: Lines

extension TextDocument {
    /// The line that an offset is in.
    package func line(at offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// The bytes of a line without its end. Of one that is not there: the beginning or the end of the text.
    package func range(ofLine line: Int) -> Range<Int> {
        guard line >= 0 else { return 0..<0 }
        guard line < lineStarts.count else { return count..<count }
        let start = lineStarts[line]
        return start..<end(ofLine: line)
    }

    /// Where a line's end begins. `line` is one of the text.
    private func end(ofLine line: Int) -> Int {
        guard line + 1 < lineStarts.count else { return count }
        let next = lineStarts[line + 1]
        let isTwoBytes = utf8[next - 1] == 0x0a && next - 1 > lineStarts[line] && utf8[next - 2] == 0x0d
        return isTwoBytes ? next - 2 : next - 1
    }

    /// Appends the starts of lines among offsets, of which none is 0. One is a start by the byte before it and its own.
    private func appendLineStarts(in range: Range<Int>, to starts: inout [Int]) {
        withBytes { bytes in
            for start in range {
                let before = bytes[start - 1]
                if before == 0x0a || before == 0x0d && !(start < bytes.count && bytes[start] == 0x0a) {
                    starts.append(start)
                }
            }
        }
    }
}

// MARK: Positions

extension TextDocument {
    /// The offset of a position. A column beyond the end of its line is that end, before the line's end itself; a line
    /// beyond the last is the end of the text; a line below 0 is its beginning, a column below 0 the line's. A position
    /// within a scalar, as in the middle of a surrogate pair, is the scalar's beginning.
    package func offset(of position: TextPosition, in unit: PositionUnit) -> Int {
        let line = range(ofLine: position.line)
        guard position.column > 0 else { return line.lowerBound }
        return withBytes { bytes in
            guard unit != .utf8 else {
                guard position.column < line.count else { return line.upperBound }
                return bytes.scalarStart(at: line.lowerBound + position.column)
            }
            var left = position.column
            var offset = line.lowerBound
            // A block has no more units than bytes.
            while left >= Bytes.block, line.upperBound - offset >= Bytes.block {
                left -= bytes.length(of: offset..<offset + Bytes.block, in: unit)
                offset += Bytes.block
            }
            while offset < line.upperBound, Bytes.isContinuation(bytes[offset]) { offset += 1 }
            while offset < line.upperBound {
                let length = Self.length(ofScalar: bytes[offset])
                left -= length == 4 && unit == .utf16 ? 2 : 1
                if left < 0 { break }
                offset += length
            }
            return offset
        }
    }

    /// The position of an offset; one within a line end is the position before it.
    package func position(of offset: Int, in unit: PositionUnit) -> TextPosition {
        let line = line(at: offset)
        let range = range(ofLine: line)
        return withBytes { bytes in
            let end = bytes.scalarStart(at: min(offset, range.upperBound))
            guard range.lowerBound < end else { return TextPosition(line: line, column: 0) }
            return TextPosition(line: line, column: bytes.length(of: range.lowerBound..<end, in: unit))
        }
    }

    /// Positions of many offsets in rising order, for the cost of one walk over the text.
    package func positions(in unit: PositionUnit) -> PositionCursor {
        PositionCursor(of: self, in: unit)
    }

    /// The bytes of a scalar, by its first.
    @inline(__always)
    private static func length(ofScalar first: UInt8) -> Int {
        first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
    }
}

extension Bytes {
    /// So many bytes are counted at once.
    static let block = 64

    /// How many units the scalars have that begin in a range, which is within the text.
    @inline(__always)
    func length(of range: Range<Int>, in unit: PositionUnit) -> Int {
        guard unit != .utf8, let base = buffer.baseAddress else { return range.count }
        // With what scalars begin that are two units. No byte is the other.
        let pairs: UInt8 = unit == .utf16 ? 0xf0 : 0xff
        var length = 0
        var position = range.lowerBound
        while position < range.upperBound {
            let end = min(range.upperBound, position + Self.block)
            // No branches and small sums, so that the compiler makes vectors of it.
            var units: UInt8 = 0
            for offset in position..<end {
                units &+= (Self.isContinuation(base[offset]) ? 0 : 1) &+ (base[offset] >= pairs ? 1 : 0)
            }
            length += Int(units)
            position = end
        }
        return length
    }
}

// MARK: Edits

extension TextDocument {
    /// Puts a text in the place of a range of bytes, which is clamped, and widened to whole scalars.
    ///
    /// Costs the length of both and a move of what follows: no byte outside is read but the two beside the range.
    package mutating func replace(_ range: Range<Int>, with text: String) {
        let range = withBytes { $0.widened(range) }
        utf8.replaceSubrange(range, with: text.utf8)
        let end = range.lowerBound + text.utf8.count
        let change = end - range.upperBound

        // A start depends on the byte before it and its own: those from the range's beginning to its end, both
        // included, may have come or gone; those after it have moved.
        let first = firstLine(from: max(1, range.lowerBound))
        let last = firstLine(from: max(1, range.upperBound + 1))
        var starts: [Int] = []
        appendLineStarts(in: max(1, range.lowerBound)..<max(1, end + 1), to: &starts)
        if change != 0 {
            for line in last..<lineStarts.count { lineStarts[line] += change }
        }
        lineStarts.replaceSubrange(first..<last, with: starts)
    }

    /// The first line that begins at an offset or after it.
    private func firstLine(from offset: Int) -> Int {
        let line = line(at: offset)
        return lineStarts[line] < offset ? line + 1 : line
    }
}
