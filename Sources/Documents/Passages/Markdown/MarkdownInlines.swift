/// What is left to read of a block's text: without code, tags, the ends of links and the marks of emphasis (CommonMark
/// 0.31, "Inlines", with GitHub's `~~` and addresses that stand by themselves).
///
/// An escape stands for what it escapes, an entity for its `&`. All memory is used again for the next block.
struct MarkdownInlines {
    /// A run of `*`, `_` or `~` that may be marks of emphasis.
    private struct Delimiter {
        var byte: UInt8
        /// Where what is left of it begins, and how much.
        var position: Int
        var count: Int
        /// How many there were.
        var length: Int
        var mayOpen: Bool
        var mayClose: Bool
        /// The delimiters beside it that are still there; -1 where there is none.
        var previous: Int
        var next: Int
    }

    private struct Bracket {
        var position: Int
        var isImage: Bool
        var hasBracketAfter = false
        /// The delimiter before it, -1 where there is none.
        var lastDelimiter: Int
    }

    private let references: Set<String>
    /// What is left out. In the order in which it was found.
    private var cuts: [Range<Int>] = []
    private var delimiters: [Delimiter] = []
    /// The last of the delimiters that are still there.
    private var lastDelimiter = -1
    private var brackets: [Bracket] = []
    /// How many brackets from the outermost on are around a link. Those that are no image's end no link: links hold no
    /// links.
    private var bracketsAroundLink = 0
    /// The last byte that ends a footnote's name, among those before `spacesSeen`.
    private var lastSpace = -1
    private var spacesSeen = 0
    /// Of runs of each length of backticks, where the last one begins that was seen; only after a look to the end.
    private var backticks: [Int: Int] = [:]
    private var hasSeenBackticks = false
    /// Of `-`, `]`, `>` and `?`, with which ends begin, those that are known not to come: a bit each.
    private var missing: UInt64 = 0

    init(references: Set<String>) {
        self.references = references
    }

    /// The first of ``! & * : < [ \ ] _ ` ~``, or the text's end.
    static func firstMark(in text: Bytes) -> Int {
        guard let base = text.buffer.baseAddress else { return 0 }
        var next = 0
        while next + 64 <= text.count {
            // No branches, so that the compiler makes vectors of it.
            var found: UInt8 = 0
            for offset in 0..<64 {
                let byte = base[next &+ offset]
                // From [ to `, and so ^ as well.
                found |= byte &- 0x5b <= 5 ? 1 : 0
                found |= byte == 0x21 ? 1 : 0
                found |= byte == 0x26 ? 1 : 0
                found |= byte == 0x2a ? 1 : 0
                found |= byte == 0x3a ? 1 : 0
                found |= byte == 0x3c ? 1 : 0
                found |= byte == 0x7e ? 1 : 0
            }
            if found != 0 { break }
            next += 64
        }
        return marks.withUnsafeBufferPointer { marks in
            while next < text.count, !marks[Int(base[next])] { next += 1 }
            return next
        }
    }

    private static let marks: [Bool] = {
        var marks = [Bool](repeating: false, count: 256)
        for byte in "!&*:<[\\]_`~".utf8 { marks[Int(byte)] = true }
        return marks
    }()

    /// Calls `body` with what is to be read, in order and disjoint. White space at the text's end is none of it.
    /// Nothing that stands before `mark` matters.
    mutating func forEachPiece(of text: Bytes, from mark: Int, _ body: (Range<Int>) -> Void) {
        let text = Bytes(UnsafeBufferPointer(rebasing: text.buffer[..<text.trimmed(0..<text.count).upperBound]))
        cuts.removeAll(keepingCapacity: true)
        delimiters.removeAll(keepingCapacity: true)
        brackets.removeAll(keepingCapacity: true)
        if hasSeenBackticks || !backticks.isEmpty { backticks.removeAll(keepingCapacity: true) }
        (lastDelimiter, hasSeenBackticks, missing) = (-1, false, 0)
        (bracketsAroundLink, lastSpace, spacesSeen) = (0, -1, mark)

        Self.marks.withUnsafeBufferPointer { marks in
            var position = mark
            while position < text.count {
                if marks[Int(text.buffer[position])] {
                    position = readMark(at: position, in: text)
                } else {
                    position += 1
                }
            }
        }
        matchDelimiters(after: -1)

        if cuts.count > 1 { cuts.sort { $0.lowerBound < $1.lowerBound } }
        var start = 0
        for cut in cuts {
            if start < cut.lowerBound { body(start..<cut.lowerBound) }
            start = max(start, cut.upperBound)
        }
        if start < text.count { body(start..<text.count) }
    }

    /// Gives where to go on, which is beyond `position`.
    private mutating func readMark(at position: Int, in text: Bytes) -> Int {
        switch text[position] {
        case UInt8(ascii: "\\"):
            let next = text[position + 1]
            if Bytes.isPunctuation(next) {
                cuts.append(position..<position + 1)
                return position + 2
            }
            // A line that is to end here.
            if next == 0x0a || next == 0x0d { cuts.append(position..<position + 1) }
            return position + 1
        case UInt8(ascii: "`"): return readCode(at: position, in: text)
        case UInt8(ascii: "<"):
            guard let end = endOfTag(at: position, in: text) else { return position + 1 }
            cuts.append(position..<end)
            return end
        case UInt8(ascii: "!"):
            guard text[position + 1] == UInt8(ascii: "[") else { return position + 1 }
            open(Bracket(position: position, isImage: true, lastDelimiter: lastDelimiter))
            return position + 2
        case UInt8(ascii: "["):
            open(Bracket(position: position, isImage: false, lastDelimiter: lastDelimiter))
            return position + 1
        case UInt8(ascii: "]"): return closeBracket(at: position, in: text)
        case UInt8(ascii: "&"):
            guard let end = MarkdownTags.entity(at: position, in: text) else { return position + 1 }
            cuts.append(position + 1..<end)
            return end
        case UInt8(ascii: ":"): return readAddress(at: position, in: text)
        default: return readDelimiter(at: position, in: text)
        }
    }

    // MARK: Code, tags, entities, addresses

    private mutating func readCode(at position: Int, in text: Bytes) -> Int {
        var start = position
        while text[start] == UInt8(ascii: "`") { start += 1 }
        let length = start - position
        if hasSeenBackticks, backticks[length, default: -1] < start { return start }
        var next = start
        while next < text.count {
            guard text[next] == UInt8(ascii: "`") else {
                next += 1
                continue
            }
            let run = next
            while text[next] == UInt8(ascii: "`") { next += 1 }
            if next - run == length {
                cuts.append(position..<next)
                return next
            }
            backticks[next - run] = run
        }
        hasSeenBackticks = true
        return start
    }

    private mutating func endOfTag(at position: Int, in text: Bytes) -> Int? {
        switch text[position + 1] {
        case UInt8(ascii: "!"):
            if text.has("<!--", at: position) {
                if text.has("<!-->", at: position) { return position + 5 }
                if text.has("<!--->", at: position) { return position + 6 }
                return end("-->", from: position + 4, in: text)
            }
            if text.has("<![CDATA[", at: position) { return end("]]>", from: position + 9, in: text) }
            guard Bytes.isLetter(text[position + 2]) else { return nil }
            return end(">", from: position + 3, in: text)
        case UInt8(ascii: "?"): return end("?>", from: position + 2, in: text)
        default:
            return MarkdownTags.autolink(at: position, before: text.count, in: text)
                ?? MarkdownTags.tag(at: position, before: text.count, in: text)
        }
    }

    /// The end of the next `mark`. Once one has not been found, none is looked for.
    private mutating func end(_ mark: StaticString, from position: Int, in text: Bytes) -> Int? {
        let bit: UInt64 = 1 << UInt64(mark.utf8Start.pointee & 63)
        guard missing & bit == 0 else { return nil }
        var next = position
        while next < text.count {
            if text.has(mark, at: next) { return next + mark.utf8CodeUnitCount }
            next += 1
        }
        missing |= bit
        return nil
    }

    /// `https://…`, and what stands before the colon. It ends at the first byte that is not of ASCII: what follows it
    /// there is a particle.
    private mutating func readAddress(at position: Int, in text: Bytes) -> Int {
        guard text[position + 1] == 0x2f, text[position + 2] == 0x2f else { return position + 1 }
        let start: Int
        if text.has("https", at: position - 5) {
            start = position - 5
        } else if text.has("http", at: position - 4) {
            start = position - 4
        } else {
            return position + 1
        }
        guard !Bytes.isLetter(text[start - 1]) else { return position + 1 }
        var end = position + 3
        var firstParenthesis = Int.max
        var firstBracket = Int.max
        while text[end] > 0x20, text[end] < 0x7f, ![0x22, 0x3c, 0x3e].contains(text[end]) {
            if text[end] == UInt8(ascii: "(") { firstParenthesis = min(firstParenthesis, end) }
            if text[end] == UInt8(ascii: "[") { firstBracket = min(firstBracket, end) }
            end += 1
        }
        while end > position + 3 {
            switch text[end - 1] {
            case UInt8(ascii: ")") where firstParenthesis > end, UInt8(ascii: "]") where firstBracket > end:
                end -= 1
                continue
            case 0x21, 0x22, 0x27, 0x2a, 0x2c, 0x2e, 0x3a, 0x3b, 0x3f, 0x5f, 0x60, 0x7e, 0x7c:
                end -= 1
                continue
            default: break
            }
            break
        }
        guard end > position + 3 else { return position + 3 }
        cuts.append(start..<end)
        return end
    }

    // MARK: Links

    private mutating func open(_ bracket: Bracket) {
        if !brackets.isEmpty { brackets[brackets.count - 1].hasBracketAfter = true }
        brackets.append(bracket)
    }

    private mutating func closeBracket(at position: Int, in text: Bytes) -> Int {
        guard let bracket = brackets.popLast() else { return position + 1 }
        let isAroundLink = brackets.count < bracketsAroundLink
        bracketsAroundLink = min(bracketsAroundLink, brackets.count)
        let start = bracket.position + (bracket.isImage ? 2 : 1)
        if !bracket.isImage, text[start] == UInt8(ascii: "^"), start + 1 < position,
            !hasSpace(in: start..<position, of: text)
        {
            cuts.append(bracket.position..<position + 1)
            return position + 1
        }
        guard bracket.isImage || !isAroundLink, let end = endOfLink(bracket, start..<position, in: text) else {
            return position + 1
        }
        cuts.append(bracket.position..<start)
        cuts.append(position..<end)
        matchDelimiters(after: bracket.lastDelimiter)
        if !bracket.isImage { bracketsAroundLink = brackets.count }
        return end
    }

    /// Whether there is white space or a control character. Ranges come by their ends, so that each byte is read once.
    private mutating func hasSpace(in range: Range<Int>, of text: Bytes) -> Bool {
        while spacesSeen < range.upperBound {
            if text[spacesSeen] <= 0x20 { lastSpace = spacesSeen }
            spacesSeen += 1
        }
        return lastSpace >= range.lowerBound
    }

    /// The end of a link whose text is `range`; nil where it is none.
    private func endOfLink(_ bracket: Bracket, _ range: Range<Int>, in text: Bytes) -> Int? {
        let after = range.upperBound + 1
        if let end = MarkdownReferences.resource(at: after, in: text) { return end }
        guard !references.isEmpty else { return nil }
        if let end = MarkdownReferences.label(at: after, in: text) {
            return references.contains(MarkdownReferences.name(of: after + 1..<end - 1, in: text)) ? end : nil
        }
        guard !bracket.hasBracketAfter, range.count < MarkdownTags.reach,
            references.contains(MarkdownReferences.name(of: range, in: text))
        else { return nil }
        return text[after] == UInt8(ascii: "[") && text[after + 1] == UInt8(ascii: "]") ? after + 2 : after
    }

    // MARK: Emphasis

    private mutating func readDelimiter(at position: Int, in text: Bytes) -> Int {
        let byte = text[position]
        var end = position
        while text[end] == byte { end += 1 }
        let count = end - position
        if byte == UInt8(ascii: "~"), count != 2 { return end }

        let before = text.scalar(before: position).0
        let after = text.scalar(at: end).0
        let isSpaceBefore = position == 0 || Bytes.isWhiteSpace(before)
        let isSpaceAfter = end >= text.count || Bytes.isWhiteSpace(after)
        let isMarkBefore = !isSpaceBefore && Self.isPunctuation(before)
        let isMarkAfter = !isSpaceAfter && Self.isPunctuation(after)
        let isLeft = !isSpaceAfter && (!isMarkAfter || isSpaceBefore || isMarkBefore)
        let isRight = !isSpaceBefore && (!isMarkBefore || isSpaceAfter || isMarkAfter)
        let isUnderscore = byte == UInt8(ascii: "_")
        let mayOpen = isLeft && (!isUnderscore || !isRight || isMarkBefore)
        let mayClose = isRight && (!isUnderscore || !isLeft || isMarkAfter)
        guard mayOpen || mayClose else { return end }

        if lastDelimiter >= 0 { delimiters[lastDelimiter].next = delimiters.count }
        delimiters.append(
            Delimiter(
                byte: byte, position: position, count: count, length: count, mayOpen: mayOpen, mayClose: mayClose,
                previous: lastDelimiter, next: -1))
        lastDelimiter = delimiters.count - 1
        return end
    }

    /// What Unicode calls punctuation or symbol.
    private static func isPunctuation(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return Bytes.isPunctuation(UInt8(scalar)) }
        if (0xac00...0xd7a3).contains(scalar) { return false }
        switch Unicode.Scalar(scalar)?.properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
            return true
        default: return false
        }
    }

    /// Pairs delimiters after one that stays (-1: all), and forgets them ("process emphasis" of the specification).
    private mutating func matchDelimiters(after bottom: Int) {
        guard lastDelimiter > bottom else { return }
        // For each kind of closer, below what no opener is to be looked for.
        var bottoms = [Int](repeating: bottom, count: 18)
        var closer = bottom < 0 ? firstDelimiter : delimiters[bottom].next
        while closer >= 0 {
            guard delimiters[closer].mayClose else {
                closer = delimiters[closer].next
                continue
            }
            let kind = Self.kind(of: delimiters[closer])
            var opener = delimiters[closer].previous
            while opener > bottom, opener > bottoms[kind], !mayPair(opener, closer) {
                opener = delimiters[opener].previous
            }
            guard opener > bottom, opener > bottoms[kind] else {
                bottoms[kind] = delimiters[closer].previous
                let next = delimiters[closer].next
                if !delimiters[closer].mayOpen { remove(closer) }
                closer = next
                continue
            }
            let count = delimiters[opener].count >= 2 && delimiters[closer].count >= 2 ? 2 : 1
            delimiters[opener].count -= count
            let openEnd = delimiters[opener].position + delimiters[opener].count
            cuts.append(openEnd..<openEnd + count)
            cuts.append(delimiters[closer].position..<delimiters[closer].position + count)
            delimiters[closer].position += count
            delimiters[closer].count -= count
            // What lies between them cannot be paired any more.
            delimiters[opener].next = closer
            delimiters[closer].previous = opener
            if delimiters[opener].count == 0 { remove(opener) }
            if delimiters[closer].count == 0 {
                let next = delimiters[closer].next
                remove(closer)
                closer = next
            }
        }
        lastDelimiter = bottom
        if bottom >= 0 { delimiters[bottom].next = -1 }
    }

    private var firstDelimiter: Int {
        var first = lastDelimiter
        while first >= 0, delimiters[first].previous >= 0 { first = delimiters[first].previous }
        return first
    }

    private static func kind(of closer: Delimiter) -> Int {
        let byte = closer.byte == UInt8(ascii: "*") ? 0 : closer.byte == UInt8(ascii: "_") ? 1 : 2
        return byte * 6 + (closer.mayOpen ? 3 : 0) + closer.length % 3
    }

    private func mayPair(_ opener: Int, _ closer: Int) -> Bool {
        let (left, right) = (delimiters[opener], delimiters[closer])
        guard left.byte == right.byte, left.mayOpen else { return false }
        if left.byte == UInt8(ascii: "~") { return left.count == right.count }
        // Rules 9 and 10: what may both open and close pairs by threes only with its like.
        guard right.mayOpen || left.mayClose else { return true }
        return !(left.length + right.length).isMultiple(of: 3)
            || left.length.isMultiple(of: 3) && right.length.isMultiple(of: 3)
    }

    private mutating func remove(_ index: Int) {
        let (previous, next) = (delimiters[index].previous, delimiters[index].next)
        if previous >= 0 { delimiters[previous].next = next }
        if next >= 0 { delimiters[next].previous = previous } else { lastDelimiter = previous }
    }
}
