/// Finds a program's comments and strings, by the rules of its language.
///
/// It goes from one byte that may begin something to the next, and tries the rules that begin so. Strings may have holes
/// with code in them, which may have strings: those are on a stack, and are not for reading.
struct SourceScanner {
    /// A rule, and what it begins with and ends with. Plain values alone, since they are copied all the time.
    fileprivate struct Pattern {
        enum Kind {
            case line(CommentSyntax.Place)
            case block(nests: Bool)
            case string(CommentSyntax.StringForm)
            case hashed(afterR: Bool)
            case hereDocument(mayHaveSpace: Bool)
            case skip(more: Int)
            case delimited, character, longBracket, regularExpression, directive, island
        }

        var kind: Kind
        var open = Mark("")
        var close = Mark("")
    }

    /// A string whose hole is being read.
    private struct OpenString {
        var form: CommentSyntax.StringForm
        var close: Mark
        /// As many `#` are part of an escape.
        var hashes = 0
        /// Where its text begins.
        var start: Int
        /// Where the hole begins, what ends it, and how many brackets of that kind are open in it.
        var hole = 0
        var holeClose: UInt8 = 0
        var depth = 0
    }

    /// How many strings may be in one another's holes; in the last, holes are text.
    private static let deepest = 64

    private let bytes: Bytes
    private let patterns: [Pattern]
    /// For each byte 0, or one more than the place in `candidates` of the patterns that may begin so.
    private var table = [UInt8](repeating: 0, count: 256)
    private var candidates: [[Int]] = []
    private var island: (open: Mark, close: Mark)?

    private var position = 0
    private var open: [OpenString] = []
    /// Of the outermost string.
    private var cuts: [ProseLines.Cut] = []
    private var lines = ProseLines()
    /// Set where the rest of the text has no end of a here document.
    private var hasNoMoreHereDocuments = false
    /// Where the last line of the comment under way ends; nil where the next one begins another passage.
    private var commentEnd: Int?
    /// The first byte of its leader, and whether a `!` follows: those of a file and of what is in it are not one.
    private var commentKind: (UInt8, Bool) = (0, false)

    init(_ bytes: Bytes, syntax: CommentSyntax) {
        self.bytes = bytes
        patterns = syntax.rules.map { Pattern($0) }
        for (index, pattern) in patterns.enumerated() {
            add(index, for: pattern.open.first)
            if case .longBracket = pattern.kind { add(index, for: UInt8(ascii: "[")) }
            if case .island = pattern.kind { island = (pattern.close, pattern.open) }
        }
    }

    private mutating func add(_ index: Int, for byte: UInt8) {
        if table[Int(byte)] == 0 {
            candidates.append([])
            table[Int(byte)] = UInt8(truncatingIfNeeded: candidates.count)
        }
        candidates[Int(table[Int(byte)]) - 1].append(index)
    }

    mutating func addPassages(to builder: inout PassageBuilder) {
        if bytes.has("#!", at: 0) { position = bytes.lineEnd(from: 0, before: bytes.count) }
        if let island { position = bytes.find(island.open, from: 0) ?? bytes.count }
        while position < bytes.count {
            if open.isEmpty { skipToCandidate() } else if readHole(&builder) { continue }
            guard position < bytes.count else { break }
            let list = table[Int(bytes[position])]
            guard list > 0 else {
                position += 1
                continue
            }
            let start = position
            for index in candidates[Int(list) - 1] where apply(patterns[index], &builder) { break }
            if position <= start { position = start + 1 }
        }
        while let string = open.last {
            cut(string.hole..<bytes.count)
            endString(at: bytes.count, &builder)
        }
        lines.end(builder: &builder)
    }

    private mutating func skipToCandidate() {
        table.withUnsafeBufferPointer { table in
            while position < bytes.count, table[Int(bytes.buffer[position])] == 0 { position += 1 }
        }
    }

    /// Whether a pattern begins here and has been read.
    private mutating func apply(_ pattern: Pattern, _ builder: inout PassageBuilder) -> Bool {
        if case .longBracket = pattern.kind {
            return readLongBracket(comment: pattern.open, &builder)
        }
        guard bytes.has(pattern.open, at: position) else { return false }
        switch pattern.kind {
        case .line(let place):
            guard isPlace(place) else { return false }
            readLineComment(pattern.open, &builder)
        case .block(let nests): readBlockComment(pattern.open, pattern.close, nests: nests, &builder)
        case .string(let form):
            let before = bytes[position - 1]
            if form.notAfterLetter, MarkdownTags.isLetter(before) || MarkdownTags.isDigit(before) || before >= 0x80 {
                return false
            }
            beginString(form, close: pattern.close, count: pattern.open.count, &builder)
        case .hashed(let afterR): return readHashed(afterR: afterR, &builder)
        case .delimited: return readDelimited(&builder)
        case .character: return readCharacter()
        case .longBracket: return false
        case .hereDocument(let mayHaveSpace):
            return readHereDocument(pattern.open, mayHaveSpace: mayHaveSpace, &builder)
        case .regularExpression: return readRegularExpression()
        case .directive: return readDirective()
        case .skip(let more): position += pattern.open.count + more
        case .island: position = bytes.find(pattern.close, from: position) ?? bytes.count
        }
        return true
    }

    /// Whether the position is within another string's hole.
    private var isNested: Bool { !open.isEmpty }

    private func isPlace(_ place: CommentSyntax.Place) -> Bool {
        switch place {
        case .anywhere: return true
        case .startOfLine: return bytes.isFirstOnLine(position)
        case .afterSpace:
            let before = bytes[position - 1]
            return before <= 0x20 || [0x3b, 0x28, 0x29, 0x7c, 0x26].contains(before)
        }
    }
}

// MARK: Comments

extension SourceScanner {
    private mutating func readLineComment(_ leader: Mark, _ builder: inout PassageBuilder) {
        let isFirst = bytes.isFirstOnLine(position)
        let end = bytes.lineEnd(from: position, before: bytes.count)
        var start = position + leader.count
        while start < end, bytes[start] == leader.last { start += 1 }
        // //! ///< -- | -- ^
        let mark = bytes.skipSpaces(from: start, before: end)
        let kind = (leader.first, bytes[mark] == UInt8(ascii: "!"))
        if [0x21, 0x3c, 0x7c, 0x5e].contains(bytes[mark]), [0x20, 0x09].contains(bytes[mark + 1]) { start = mark + 1 }
        if !(isFirst && isNextLine(after: commentEnd) && kind == commentKind) { lines.end(builder: &builder) }
        commentKind = kind
        start = bytes.skipSpaces(from: start, before: end)
        if !isNested {
            if Pragmas.begins(at: start, before: end, in: bytes) {
                lines.end(builder: &builder)
            } else {
                lines.addLine(start..<bytes.nextLine(from: end, before: bytes.count), of: bytes, to: &builder)
            }
        }
        position = end
        commentEnd = isFirst ? end : nil
        if !isFirst { lines.end(builder: &builder) }
    }

    /// Whether the position is the first on the line after that which ends at `end`.
    private func isNextLine(after end: Int?) -> Bool {
        guard let end else { return false }
        let next = bytes.nextLine(from: end, before: bytes.count)
        return bytes.skipSpaces(from: next, before: position) == position
    }

    private mutating func readBlockComment(
        _ open: Mark, _ close: Mark, nests: Bool, _ builder: inout PassageBuilder
    ) {
        var next = position + open.count
        var end = bytes.count
        var depth = 1
        while next < bytes.count {
            let byte = bytes[next]
            if byte == close.first, bytes.has(close, at: next) {
                depth -= 1
                if depth == 0 {
                    end = next
                    break
                }
                next += close.count
            } else if nests, byte == open.first, bytes.has(open, at: next) {
                depth += 1
                next += open.count
            } else {
                next += 1
            }
        }
        var start = position + open.count
        let stars = open.last == UInt8(ascii: "*")
        position = min(bytes.count, end + close.count)
        guard !isNested else { return }
        lines.end(builder: &builder)
        commentEnd = nil
        while start < end, [0x2a, 0x21, 0x7c].contains(bytes[start]) { start += 1 }
        start = bytes.skipSpaces(from: start, before: end)
        while stars, end > start, bytes[end - 1] == UInt8(ascii: "*") { end -= 1 }
        if !Pragmas.begins(at: start, before: end, in: bytes) {
            lines.addRegion(start..<end, stars: stars, of: bytes, to: &builder)
        }
        lines.end(builder: &builder)
    }
}

// MARK: Strings

extension SourceScanner {
    private mutating func beginString(
        _ form: CommentSyntax.StringForm, close: Mark, count: Int, hashes: Int = 0,
        _ builder: inout PassageBuilder
    ) {
        var form = form
        let before = bytes[position - 1]
        if form.mayBeRaw, before == UInt8(ascii: "r") {
            form.escape = .none
            form.hole = .none
        }
        switch form.hole {
        case .braceAfterDollar: form.hole = before == UInt8(ascii: "$") ? .brace : .none
        case .braceAfterLetter:
            let isAfter = isFormat(before) || isFormat(bytes[position - 2]) && MarkdownTags.isLetter(before)
            form.hole = isAfter ? .brace : .none
        default: break
        }
        if open.isEmpty { cuts.removeAll(keepingCapacity: true) }
        position += count
        open.append(OpenString(form: form, close: close, hashes: hashes, start: position))
        readString(&builder)
    }

    /// Of Python's strings with holes.
    private func isFormat(_ letter: UInt8) -> Bool {
        letter | 0x20 == UInt8(ascii: "f") || letter | 0x20 == UInt8(ascii: "t")
    }

    /// Reads the innermost string on, until it ends or a hole begins.
    private mutating func readString(_ builder: inout PassageBuilder) {
        guard let string = open.last else { return }
        let form = string.form
        let first = string.close.first
        while position < bytes.count {
            let byte = bytes.buffer[position]
            // What may matter: line ends, " # $ ' \ ` { } and the like.
            if byte >= 0x80 || byte & 0xdf &- 0x41 < 26 || byte == 0x20 {
                position += 1
                continue
            }
            if byte == first, isEnd(of: string, at: position) {
                let after = position + string.close.count + string.hashes
                guard form.escape == .doubled, bytes.has(string.close, at: after) else {
                    endString(at: position, &builder)
                    position = after
                    return
                }
                cut(position..<after)
                position = after + string.close.count
                continue
            }
            switch byte {
            case UInt8(ascii: "\\") where form.escape == .backslash:
                if beginHoleOrReadEscape(string) { return }
            case 0x0a, 0x0d:
                guard form.isMultiline else {
                    endString(at: position, &builder)
                    return
                }
                position += 1
            case UInt8(ascii: "$"), UInt8(ascii: "#"), UInt8(ascii: "{"):
                if beginHole(form.hole) { return }
            default: position += 1
            }
        }
        endString(at: bytes.count, &builder)
    }

    private func isEnd(of string: OpenString, at position: Int) -> Bool {
        guard bytes.has(string.close, at: position) else { return false }
        var next = position + string.close.count
        for _ in 0..<string.hashes {
            guard bytes[next] == UInt8(ascii: "#") else { return false }
            next += 1
        }
        return true
    }

    /// Ends the innermost string at a position. Only one that is in no other's hole is prose.
    private mutating func endString(at end: Int, _ builder: inout PassageBuilder) {
        guard let string = open.popLast(), open.isEmpty, string.form.isProse else { return }
        let text = string.start..<max(string.start, end)
        guard bytes.words(in: text, without: cuts) >= 2 else { return }
        lines.end(builder: &builder)
        commentEnd = nil
        lines.addRegion(text, without: cuts, of: bytes, to: &builder)
        lines.end(builder: &builder)
    }

    private mutating func cut(_ range: Range<Int>, ends: Bool = false) {
        if open.count == 1 { cuts.append(ProseLines.Cut(range: range, ends: ends)) }
    }

    private mutating func beginHoleOrReadEscape(_ string: OpenString) -> Bool {
        let start = position
        var next = position + 1
        for _ in 0..<string.hashes {
            guard bytes[next] == UInt8(ascii: "#") else {
                position += 1
                return false
            }
            next += 1
        }
        if string.form.hole == .backslashParenthesis, open.count < Self.deepest, bytes[next] == UInt8(ascii: "(") {
            position = next + 1
            pushHole(from: start, close: UInt8(ascii: ")"))
            return true
        }
        let escaped = bytes[next]
        switch escaped {
        case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            position = next + 1
            cut(start..<position, ends: true)
        case UInt8(ascii: "u"), UInt8(ascii: "U"), UInt8(ascii: "x"), UInt8(ascii: "N"):
            position = endOfNumber(from: next + 1, longest: escaped == UInt8(ascii: "U") ? 8 : 4)
            cut(start..<position)
        case 0x30...0x39:
            while position < next + 3, MarkdownTags.isDigit(bytes[next]) { next += 1 }
            position = next
            cut(start..<position)
        case 0x0a, 0x0d:
            // The line goes on.
            position = next + (escaped == 0x0d && bytes[next + 1] == 0x0a ? 2 : 1)
            cut(start..<position)
        case let letter where MarkdownTags.isLetter(letter):
            position = next + 1
            cut(start..<position)
        default:
            // What is escaped stands for itself; it may be the byte that would end the string.
            cut(start..<next)
            position = min(bytes.count, next + (escaped < 0x80 ? 1 : 0))
        }
        return false
    }

    /// The end of `{…}` or of hexadecimal digits.
    private func endOfNumber(from position: Int, longest: Int) -> Int {
        var next = position
        if bytes[next] == UInt8(ascii: "{") {
            while next < min(bytes.count, position + 64), bytes[next] >= 0x20, bytes[next] < 0x7f {
                next += 1
                if bytes[next - 1] == UInt8(ascii: "}") { return next }
                if bytes[next] == UInt8(ascii: "\"") { break }
            }
            return position
        }
        while next < position + longest, MarkdownTags.isDigit(bytes[next]) || (bytes[next] | 0x20) &- 0x61 < 6 {
            next += 1
        }
        return min(next, bytes.count)
    }

    /// At a byte that may begin a hole. Gives whether one has been opened; goes on in any case.
    private mutating func beginHole(_ hole: CommentSyntax.StringForm.Hole) -> Bool {
        let start = position
        guard open.count < Self.deepest else {
            position += 1
            return false
        }
        let next = bytes[position + 1]
        switch (hole, bytes[position]) {
        case (.dollarBrace, 0x24) where next == 0x7b, (.dollar, 0x24) where next == 0x7b,
            (.shell, 0x24) where next == 0x7b, (.hashBrace, 0x23) where next == 0x7b:
            position += 2
            pushHole(from: start, close: UInt8(ascii: "}"))
            return true
        case (.shell, 0x24) where next == 0x28:
            position += 2
            pushHole(from: start, close: UInt8(ascii: ")"))
            return true
        case (.shell, 0x24), (.dollar, 0x24):
            position += 1
            guard MarkdownTags.isLetter(next) || next == 0x5f || hole == .shell && MarkdownTags.isDigit(next) else {
                return false
            }
            while MarkdownTags.isLetter(bytes[position]) || MarkdownTags.isDigit(bytes[position])
                || bytes[position] == 0x5f
            { position += 1 }
            cut(start..<position)
        case (.dollar, 0x7b) where next == 0x24:
            // PHP has {$…}; elsewhere these braces are text that nobody misses.
            position += 1
            pushHole(from: start, close: UInt8(ascii: "}"))
            return true
        case (.brace, 0x7b) where next == 0x7b:
            position += 2
            cut(start..<start + 1)
        case (.brace, 0x7b):
            position += 1
            pushHole(from: start, close: UInt8(ascii: "}"))
            return true
        default: position += 1
        }
        return false
    }

    private mutating func pushHole(from start: Int, close: UInt8) {
        open[open.count - 1].hole = start
        open[open.count - 1].holeClose = close
        open[open.count - 1].depth = 0
    }

    /// Reads one byte of a hole that is a bracket or a line end, or moves on to what may begin something. Gives whether
    /// nothing is left to be done at the position.
    private mutating func readHole(_ builder: inout PassageBuilder) -> Bool {
        let index = open.count - 1
        let close = open[index].holeClose
        let opening = close == UInt8(ascii: ")") ? UInt8(ascii: "(") : UInt8(ascii: "{")
        let byte = bytes[position]
        if byte == close {
            position += 1
            guard open[index].depth == 0 else {
                open[index].depth -= 1
                return true
            }
            cut(open[index].hole..<position)
            readString(&builder)
            return true
        }
        if byte == opening {
            open[index].depth += 1
            position += 1
            return true
        }
        if byte == 0x0a || byte == 0x0d, !open[index].form.isMultiline {
            cut(open[index].hole..<position)
            endString(at: position, &builder)
            return true
        }
        if table[Int(byte)] == 0 {
            position += 1
            return true
        }
        return false
    }

    // MARK: Strings of a kind of their own

    private mutating func readHashed(afterR: Bool, _ builder: inout PassageBuilder) -> Bool {
        if afterR, bytes[position - 1] != UInt8(ascii: "r") { return false }
        var next = position
        while bytes[next] == UInt8(ascii: "#") { next += 1 }
        let hashes = next - position
        guard bytes[next] == UInt8(ascii: "\"") else {
            position = next
            return true
        }
        let isTriple = !afterR && bytes.has("\"\"\"", at: next)
        let quotes = isTriple ? 3 : 1
        let form = CommentSyntax.StringForm(
            escape: afterR ? .none : .backslash, hole: afterR ? .none : .backslashParenthesis,
            isMultiline: afterR || isTriple)
        beginString(
            form, close: Mark(isTriple ? "\"\"\"" : "\""), count: hashes + quotes, hashes: hashes, &builder)
        return true
    }

    private mutating func readDelimited(_ builder: inout PassageBuilder) -> Bool {
        guard bytes[position - 1] == UInt8(ascii: "R") else { return false }
        var next = position + 1
        while next - position <= 17, bytes[next] > 0x20, ![0x28, 0x29, 0x5c, 0x22].contains(bytes[next]) { next += 1 }
        guard bytes[next] == UInt8(ascii: "(") else { return false }
        readText(from: next + 1, to: [0x29] + (position + 1..<next).map { bytes[$0] } + [0x22], &builder)
        return true
    }

    private mutating func readCharacter() -> Bool {
        if bytes[position + 1] == UInt8(ascii: "\\") {
            for end in position + 3..<position + 14 where bytes[end] == UInt8(ascii: "'") {
                position = end + 1
                return true
            }
            return false
        }
        guard bytes[position + 1] >= 0x20, bytes[position + 1] != UInt8(ascii: "'") else { return false }
        let end = bytes.scalar(at: position + 1).end
        guard bytes[end] == UInt8(ascii: "'") else { return false }
        position = end + 1
        return true
    }

    private mutating func readLongBracket(comment: Mark, _ builder: inout PassageBuilder) -> Bool {
        let isComment = bytes.has(comment, at: position)
        let start = position + (isComment ? comment.count : 0)
        guard bytes[start] == UInt8(ascii: "[") else { return false }
        var next = start + 1
        while bytes[next] == UInt8(ascii: "=") { next += 1 }
        guard bytes[next] == UInt8(ascii: "[") else { return false }
        let close = [0x5d] + [UInt8](repeating: 0x3d, count: next - start - 1) + [0x5d]
        readText(from: next + 1, to: close, words: isComment ? 0 : 2, &builder)
        return true
    }

    /// Reads a text as it stands, until an end of its own.
    private mutating func readText(
        from start: Int, to close: [UInt8], words: Int = 2, _ builder: inout PassageBuilder
    ) {
        let end = bytes.find(close, from: start) ?? bytes.count
        position = min(bytes.count, end + close.count)
        addText(start..<end, words: words, &builder)
    }

    private mutating func addText(_ text: Range<Int>, words: Int, _ builder: inout PassageBuilder) {
        guard !isNested, bytes.words(in: text, without: []) >= words else { return }
        lines.end(builder: &builder)
        commentEnd = nil
        lines.addRegion(text, of: bytes, to: &builder)
        lines.end(builder: &builder)
    }

    private mutating func readHereDocument(
        _ mark: Mark, mayHaveSpace: Bool, _ builder: inout PassageBuilder
    ) -> Bool {
        guard !hasNoMoreHereDocuments, bytes.has(mark, at: position),
            bytes[position + mark.count] != UInt8(ascii: "<")
        else { return false }
        var next = position + mark.count
        if bytes[next] == UInt8(ascii: "-") || bytes[next] == UInt8(ascii: "~") { next += 1 }
        if mayHaveSpace { next = bytes.skipSpaces(from: next, before: bytes.count) }
        if [0x22, 0x27, 0x5c].contains(bytes[next]) { next += 1 }
        let nameStart = next
        while isOfName(bytes[next]) { next += 1 }
        guard next > nameStart, !MarkdownTags.isDigit(bytes[nameStart]) else { return false }
        let name = (nameStart..<next).map { bytes[$0] }
        let start = bytes.nextLine(from: next, before: bytes.count)
        var line = start
        while line < bytes.count {
            let first = bytes.skipSpaces(from: line, before: bytes.count)
            if bytes.has(name, at: first), !isOfName(bytes[first + name.count]) { break }
            line = bytes.nextLine(from: line, before: bytes.count)
        }
        guard line < bytes.count else {
            // A shift, more likely than what is not closed.
            hasNoMoreHereDocuments = true
            return false
        }
        addText(start..<max(start, line), words: 2, &builder)
        position = min(bytes.count, bytes.skipSpaces(from: line, before: bytes.count) + name.count)
        return true
    }

    private func isOfName(_ byte: UInt8) -> Bool {
        MarkdownTags.isLetter(byte) || MarkdownTags.isDigit(byte) || byte == 0x5f
    }

    // MARK: What has no text

    private mutating func readRegularExpression() -> Bool {
        guard isOperandExpected() else { return false }
        var next = position + 1
        var isInClass = false
        while next < min(bytes.count, position + 1024) {
            switch bytes[next] {
            case 0x0a, 0x0d: return false
            case UInt8(ascii: "\\"): next += 1
            case UInt8(ascii: "["): isInClass = true
            case UInt8(ascii: "]"): isInClass = false
            case UInt8(ascii: "/") where !isInClass:
                position = next + 1
                return true
            default: break
            }
            next += 1
        }
        return false
    }

    /// Whether what stands before the position asks for a value.
    private func isOperandExpected() -> Bool {
        var end = position
        while end > 0, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
        guard end > 0 else { return true }
        var start = end
        while start > 0, end - start <= 8, MarkdownTags.isLetter(bytes[start - 1]) { start -= 1 }
        if start < end {
            return !isOfName(bytes[start - 1]) && Self.beforeOperand.contains(bytes.string(in: start..<end))
        }
        switch bytes[end - 1] {
        case 0x0a, 0x0d, 0x21, 0x25, 0x26, 0x28, 0x2a...0x2d, 0x3a...0x3f, 0x5b, 0x5e, 0x7b...0x7e: return true
        default: return false
        }
    }

    private static let beforeOperand: Set<String> = [
        "and", "await", "case", "do", "else", "elsif", "if", "in", "not", "of", "or", "return", "split", "then",
        "typeof", "unless", "until", "void", "when", "while", "yield",
    ]

    private mutating func readDirective() -> Bool {
        guard bytes.isFirstOnLine(position) else { return false }
        let start = bytes.skipSpaces(from: position + 1, before: bytes.count)
        var end = start
        while end - start <= 12, MarkdownTags.isLetter(bytes[end]) { end += 1 }
        guard Self.withoutText.contains(bytes.string(in: start..<end)) else { return false }
        position = bytes.lineEnd(from: end, before: bytes.count)
        return true
    }

    private static let withoutText: Set<String> = [
        "import", "include", "line", "nullable", "pragma", "region", "endregion",
    ]
}

/// Up to eight bytes.
private struct Mark {
    private(set) var count: Int
    private let word: UInt64

    init(_ text: String) {
        let bytes = text.utf8.prefix(8)
        count = bytes.count
        word = bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    var first: UInt8 { UInt8(truncatingIfNeeded: word) }
    var last: UInt8 { count > 0 ? byte(count - 1) : 0 }

    func byte(_ index: Int) -> UInt8 { UInt8(truncatingIfNeeded: word >> UInt64(index * 8)) }
}

extension Bytes {
    @inline(__always)
    fileprivate func has(_ mark: Mark, at position: Int) -> Bool {
        guard position >= 0, mark.count <= count - position else { return false }
        for offset in 0..<mark.count where buffer[position + offset] != mark.byte(offset) { return false }
        return true
    }

    fileprivate func find(_ mark: Mark, from position: Int) -> Int? {
        (max(0, position)..<max(0, position, count)).first { has(mark, at: $0) }
    }
}

extension SourceScanner.Pattern {
    fileprivate init(_ rule: CommentSyntax.Rule) {
        self =
            switch rule {
            case .line(let open, let place): Self(kind: .line(place), open: Mark(open))
            case .block(let open, let close, let nests):
                Self(kind: .block(nests: nests), open: Mark(open), close: Mark(close))
            case .string(let open, let close, let form):
                Self(kind: .string(form), open: Mark(open), close: Mark(close))
            case .hashed(let afterR): Self(kind: .hashed(afterR: afterR), open: Mark("#"))
            case .delimited: Self(kind: .delimited, open: Mark("\""))
            case .character: Self(kind: .character, open: Mark("'"))
            case .longBracket(let comment): Self(kind: .longBracket, open: Mark(comment))
            case .hereDocument(let open, let mayHaveSpace):
                Self(kind: .hereDocument(mayHaveSpace: mayHaveSpace), open: Mark(open))
            case .regularExpression: Self(kind: .regularExpression, open: Mark("/"))
            case .directive: Self(kind: .directive, open: Mark("#"))
            case .skip(let open, let more): Self(kind: .skip(more: more), open: Mark(open))
            // It begins outside of one, so that it is an end that is met.
            case .island(let open, let close): Self(kind: .island, open: Mark(close), close: Mark(open))
            }
    }
}
