// What a line may begin, or end.

extension MarkdownBlocks {
    /// The text of a heading of `#`.
    func headingText() -> Range<Int>? {
        var start = nonSpace
        while start < line.upperBound, bytes[start] == UInt8(ascii: "#") { start += 1 }
        guard start - nonSpace <= 6, start == line.upperBound || isSpace(start) else { return nil }
        var end = endWithoutSpaces(from: start)
        var mark = end
        while mark > start, bytes[mark - 1] == UInt8(ascii: "#") { mark -= 1 }
        if mark == start || mark < end && isSpace(mark - 1) { end = mark }
        return start..<end
    }

    func fence() -> Leaf? {
        let mark = bytes[nonSpace]
        var end = nonSpace
        while end < line.upperBound, bytes[end] == mark { end += 1 }
        guard end - nonSpace >= 3 else { return nil }
        if mark == UInt8(ascii: "`"), (end..<line.upperBound).contains(where: { bytes[$0] == mark }) { return nil }
        return .fence(mark, count: end - nonSpace)
    }

    func isClosingFence(_ mark: UInt8, count: Int) -> Bool {
        var end = nonSpace
        while end < line.upperBound, bytes[end] == mark { end += 1 }
        return end - nonSpace >= count && endWithoutSpaces(from: end) == end
    }

    /// Makes the open paragraph a heading, where the line is its underline.
    mutating func endHeading() -> Bool {
        let mark = bytes[nonSpace]
        guard mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") else { return false }
        var end = nonSpace
        while end < line.upperBound, bytes[end] == mark { end += 1 }
        guard endWithoutSpaces(from: end) == end else { return false }
        takeDefinitions()
        guard lines.count > firstLineOfParagraph else { return false }
        endBlock()
        leaf = .none
        return true
    }

    mutating func isThematicBreak() -> Bool {
        guard nonSpace >= breakEnd else { return false }
        let mark = bytes[nonSpace]
        guard mark == UInt8(ascii: "*") || mark == UInt8(ascii: "-") || mark == UInt8(ascii: "_") else { return false }
        var count = 0
        for position in nonSpace..<line.upperBound {
            if bytes[position] == mark {
                count += 1
            } else if !isSpace(position) {
                // Until here there is but this mark.
                breakEnd = position
                return false
            }
        }
        return count >= 3
    }

    /// The bytes of a list item's marker.
    func itemMarker(interrupting isInParagraph: Bool) -> Range<Int>? {
        var end = nonSpace
        switch bytes[end] {
        case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"): end += 1
        case 0x30...0x39:
            while end < line.upperBound, Bytes.isDigit(bytes[end]) { end += 1 }
            let isOne = end == nonSpace + 1 && bytes[nonSpace] == 0x31
            guard end - nonSpace <= 9, isOne || !isInParagraph || isNumberOne(nonSpace..<end) else { return nil }
            guard bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")") else { return nil }
            end += 1
        default: return nil
        }
        guard end >= line.upperBound || isSpace(end) else { return nil }
        if isInParagraph, endWithoutSpaces(from: end) == end { return nil }
        return nonSpace..<min(end, line.upperBound)
    }

    private func isNumberOne(_ digits: Range<Int>) -> Bool {
        bytes[digits.upperBound - 1] == 0x31 && digits.dropLast().allSatisfy { bytes[$0] == 0x30 }
    }

    mutating func readItemMarker(_ marker: Range<Int>) -> Container {
        let markerIndent = indent
        advanceToNonSpace()
        advance(columns: marker.count)
        let (start, startColumn) = (offset, column)
        repeat { advance(columns: 1) } while column - startColumn < 5 && isAtSpace
        var spaces = column - startColumn
        let isEmpty = offset >= line.upperBound
        // Code that begins at once, or nothing at all: the first space alone belongs to the marker.
        if spaces >= 5 || spaces < 1 || isEmpty {
            spaces = 1
            (offset, column) = (start, startColumn)
            if isAtSpace { advance(columns: 1) }
        }
        return .item(width: markerIndent + marker.count + spaces, isEmpty: true)
    }

    func isSpace(_ position: Int) -> Bool { bytes[position] == 0x20 || bytes[position] == 0x09 }

    /// The end of the line without its spaces, but not before `start`.
    func endWithoutSpaces(from start: Int) -> Int {
        var end = line.upperBound
        while end > start, isSpace(end - 1) { end -= 1 }
        return end
    }
}

// MARK: Columns

extension MarkdownBlocks {
    /// Finds the next byte that is neither a space nor a tab, and the columns until there. Each byte is read once.
    mutating func findNonSpace() {
        guard nonSpace < offset else {
            indent = nonSpaceColumn - column
            return
        }
        var position = offset
        var column = column
        while position < line.upperBound {
            let byte = bytes[position]
            if byte == 0x20 { column += 1 } else if byte == 0x09 { column += 4 - column % 4 } else { break }
            position += 1
        }
        nonSpace = position
        nonSpaceColumn = column
        indent = column - self.column
    }

    mutating func advanceToNonSpace() {
        column += indent
        offset = nonSpace
        indent = 0
    }

    mutating func advance(columns: Int) {
        var left = columns
        while left > 0, offset < line.upperBound {
            guard bytes[offset] == 0x09 else {
                offset += 1
                column += 1
                left -= 1
                continue
            }
            let width = 4 - column % 4
            // Some columns of a tab may be left for what comes next.
            if width <= left { offset += 1 }
            column += min(width, left)
            left -= min(width, left)
        }
    }

    var isAtSpace: Bool { offset < line.upperBound && (bytes[offset] == 0x20 || bytes[offset] == 0x09) }

    mutating func advancePastQuoteMark() {
        advance(columns: 1)
        if isAtSpace { advance(columns: 1) }
    }
}
