/// What stands in a comment or a string, line by line: it takes off what begins the lines, and cuts where nothing is
/// written.
struct ProseLines {
    /// What is left out of a text.
    struct Cut {
        var range: Range<Int>
        /// Whether a new passage begins after it: a line end that is written as an escape.
        var ends: Bool
    }

    /// What there is of a passage that may go on.
    private var segments: [Range<Int>] = []

    /// Adds a line that has been cut out already, with its end. One without a word ends the passage.
    mutating func addLine(_ line: Range<Int>, of bytes: Bytes, to builder: inout PassageBuilder) {
        if bytes.hasWord(in: line) { segments.append(line) } else { end(builder: &builder) }
    }

    mutating func end(builder: inout PassageBuilder) {
        guard !segments.isEmpty else { return }
        builder.add(segments)
        segments.removeAll(keepingCapacity: true)
    }

    /// Adds all lines of a region, of which the first begins where its text does. Spaces, and where there may be `stars`
    /// these, are taken off the others. `cuts` are in order and disjoint.
    mutating func addRegion(
        _ region: Range<Int>, without cuts: [Cut] = [], stars: Bool = false, of bytes: Bytes,
        to builder: inout PassageBuilder
    ) {
        var rest = cuts[...]
        var start = region.lowerBound
        while start < region.upperBound {
            let next = min(region.upperBound, bytes.nextLine(from: start, before: region.upperBound))
            if start > region.lowerBound {
                start = bytes.skipSpaces(from: start, before: next)
                if stars {
                    while start < next, bytes[start] == UInt8(ascii: "*") { start += 1 }
                    start = bytes.skipSpaces(from: start, before: next)
                }
            }
            if bytes.hasWord(in: start..<next) {
                while let cut = rest.first, cut.range.lowerBound < next {
                    if cut.range.lowerBound > start { segments.append(start..<cut.range.lowerBound) }
                    if cut.ends { end(builder: &builder) }
                    start = max(start, cut.range.upperBound)
                    rest.removeFirst()
                }
                if start < next { segments.append(start..<next) }
            } else {
                end(builder: &builder)
            }
            // A cut may have reached over the line's end.
            start = max(start, next)
        }
    }
}

extension Bytes {
    /// Where the line after a position's begins, or `end`.
    func nextLine(from position: Int, before end: Int) -> Int {
        let lineEnd = lineEnd(from: position, before: end)
        guard lineEnd < end else { return end }
        return self[lineEnd] == 0x0d && lineEnd + 1 < end && self[lineEnd + 1] == 0x0a ? lineEnd + 2 : lineEnd + 1
    }

    /// Where the line of a position ends, or `end`.
    func lineEnd(from position: Int, before end: Int) -> Int {
        var next = position
        while next < end, self[next] != 0x0a, self[next] != 0x0d { next += 1 }
        return min(next, end)
    }

    /// The first byte from a position on that is no space and no tab.
    func skipSpaces(from position: Int, before end: Int) -> Int {
        var next = position
        while next < end, self[next] == 0x20 || self[next] == 0x09 { next += 1 }
        return next
    }

    /// Whether there is anything to read: a letter or a digit, not only a line of dashes.
    func hasWord(in range: Range<Int>) -> Bool {
        range.contains { MarkdownTags.isLetter(self[$0]) || MarkdownTags.isDigit(self[$0]) || self[$0] >= 0x80 }
    }

    /// How many words with letters lie between white space, up to two.
    func words(in range: Range<Int>, without cuts: [ProseLines.Cut]) -> Int {
        var count = 0
        var isInWord = false
        var rest = cuts[...]
        var position = range.lowerBound
        while position < range.upperBound, count < 2 {
            if let cut = rest.first, cut.range.lowerBound <= position {
                if cut.ends { isInWord = false }
                position = max(position, cut.range.upperBound)
                rest.removeFirst()
                continue
            }
            let byte = self[position]
            if byte <= 0x20 {
                isInWord = false
            } else if !isInWord, MarkdownTags.isLetter(byte) || byte >= 0x80 {
                isInWord = true
                count += 1
            }
            position += 1
        }
        return count
    }

    func has(_ expected: [UInt8], at position: Int) -> Bool {
        guard position >= 0, expected.count <= count - position else { return false }
        for offset in expected.indices where buffer[position + offset] != expected[offset] { return false }
        return true
    }

    /// The next place of some bytes.
    func find(_ wanted: [UInt8], from position: Int) -> Int? {
        guard let first = wanted.first, position >= 0 else { return nil }
        var next = position
        while next < count {
            if buffer[next] == first, has(wanted, at: next) { return next }
            next += 1
        }
        return nil
    }

    /// Whether nothing but spaces stands before a position on its line.
    func isFirstOnLine(_ position: Int) -> Bool {
        var before = position
        while before > 0, self[before - 1] == 0x20 || self[before - 1] == 0x09 { before -= 1 }
        return before == 0 || self[before - 1] == 0x0a || self[before - 1] == 0x0d
    }
}
