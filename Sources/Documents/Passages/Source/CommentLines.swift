/// What is left out of a string's text.
struct StringCut {
    var range: Range<Int>
    /// Whether a new passage begins after it: a line end that is written as an escape.
    var ends: Bool
}

extension PassageBuilder {
    /// Adds the lines of a region without the spaces that they begin with; the first begins where the region does.
    /// Lines without a word lie between passages. `cuts` are in order and disjoint.
    mutating func addLines(of region: Range<Int>, without cuts: [StringCut] = []) {
        var segments: [Range<Int>] = []
        func end() {
            if !segments.isEmpty { add(segments) }
            segments.removeAll(keepingCapacity: true)
        }
        var rest = cuts[...]
        var start = region.lowerBound
        while start < region.upperBound {
            let next = bytes.nextLine(from: start, before: region.upperBound)
            if start > region.lowerBound { start = bytes.skipSpaces(from: start, before: next) }
            if bytes.hasWord(in: start..<next) {
                while let cut = rest.first, cut.range.lowerBound < next {
                    if cut.range.lowerBound > start { segments.append(start..<cut.range.lowerBound) }
                    if cut.ends { end() }
                    start = max(start, cut.range.upperBound)
                    rest.removeFirst()
                }
                if start < next { segments.append(start..<next) }
            } else {
                end()
            }
            // A cut may have reached over the line's end.
            start = max(start, next)
        }
        end()
    }
}

/// The lines of a comment, without what makes them one. They are read as Markdown, as documentation is in most
/// languages: examples and names of code are not for reading. What Javadoc has between tags is.
struct CommentLines {
    private let bytes: Bytes
    private var blocks: MarkdownBlocks
    private var isEmpty = true

    init(_ bytes: Bytes) {
        self.bytes = bytes
        blocks = MarkdownBlocks(bytes, hasHTMLBlocks: false)
    }

    /// Adds a line, with its end. One without a word counts as blank, such as one of dashes, but not what ends code or
    /// heads a table.
    mutating func add(_ line: Range<Int>) {
        let isText = bytes.hasWord(in: line) || bytes.has("```", at: line.lowerBound) || bytes[line.lowerBound] == 0x7c
        blocks.read(line: isText ? line : line.lowerBound..<line.lowerBound)
        isEmpty = false
    }

    /// Adds all lines of a comment that has an end. Spaces, and where there may be `stars` these, are taken off them.
    mutating func add(_ region: Range<Int>, stars: Bool) {
        var start = region.lowerBound
        while start < region.upperBound {
            let next = bytes.nextLine(from: start, before: region.upperBound)
            if start > region.lowerBound {
                start = bytes.skipSpaces(from: start, before: next)
                if stars, bytes[start] == UInt8(ascii: "*"), start < next {
                    while start < next, bytes[start] == UInt8(ascii: "*") { start += 1 }
                    if start < next, bytes[start] == 0x20 { start += 1 }
                }
            }
            add(start..<next)
            start = next
        }
    }

    mutating func end(_ builder: inout PassageBuilder) {
        guard !isEmpty else { return }
        blocks.addPassages(to: &builder)
        isEmpty = true
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
        range.contains { Bytes.isLetterOrDigit(self[$0]) || self[$0] >= 0x80 }
    }

    /// How many words with letters lie between white space, up to two.
    func words(in range: Range<Int>, without cuts: [StringCut]) -> Int {
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
            } else if !isInWord, Bytes.isLetter(byte) || byte >= 0x80 {
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
