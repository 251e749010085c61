/// Finds a program's comments and strings, by the rules of its language.
///
/// It goes from one byte that may begin something to the next, and tries the rules that begin so. Strings may have holes
/// with code in them, which may have strings: those are on a stack, and are not for reading.
struct SourceScanner {
    /// A rule, and what it begins with and ends with. Plain values alone, since they are copied all the time.
    struct Pattern {
        enum Kind {
            case line(CommentSyntax.Place)
            case block(nests: Bool)
            case string(CommentSyntax.StringForm)
            case hashed(afterR: Bool)
            case hereDocument(mayHaveSpace: Bool)
            case skip(more: Int)
            case longBracket(isComment: Bool)
            case delimited, character, regularExpression, directive, island
        }

        var kind: Kind
        var open = Mark("")
        var close = Mark("")
    }

    /// A string whose hole is being read.
    struct OpenString {
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
    static let deepest = 64

    let bytes: Bytes
    private let patterns: [Pattern]
    /// For each byte 0, or one more than the place in `candidates` of the patterns that may begin so.
    var table = [UInt8](repeating: 0, count: 256)
    private var candidates: [[Int]] = []
    private var island: (open: Mark, close: Mark)?

    var position = 0
    var open: [OpenString] = []
    /// Of the outermost string.
    var cuts: [StringCut] = []
    /// The comment that may go on on the next line.
    var comment: CommentLines
    /// Where the last line begins that may end a here document of a name; only after a look to the text's end.
    var hereDocumentEnds: [[UInt8]: Int]?
    /// Where the last line of the comment under way ends; nil where the next one begins another passage.
    var commentEnd: Int?
    /// The first byte of its leader, and whether a `!` follows: those of a file and of what is in it are not one.
    private var commentKind: (UInt8, Bool) = (0, false)

    init(_ bytes: Bytes, syntax: CommentSyntax) {
        self.bytes = bytes
        comment = CommentLines(bytes)
        patterns = syntax.rules.map { Pattern($0) }
        for (index, pattern) in patterns.enumerated() {
            add(index, for: pattern.open.first)
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
        comment.end(&builder)
    }

    private mutating func skipToCandidate() {
        table.withUnsafeBufferPointer { table in
            while position < bytes.count, table[Int(bytes.buffer[position])] == 0 { position += 1 }
        }
    }

    /// Whether a pattern begins here and has been read.
    private mutating func apply(_ pattern: Pattern, _ builder: inout PassageBuilder) -> Bool {
        guard bytes.has(pattern.open, at: position) else { return false }
        switch pattern.kind {
        case .line(let place):
            guard isPlace(place) else { return false }
            readLineComment(pattern.open, &builder)
        case .block(let nests): readBlockComment(pattern.open, pattern.close, nests: nests, &builder)
        case .string(let form):
            let before = bytes[position - 1]
            if form.notAfterLetter, Bytes.isLetterOrDigit(before) || before >= 0x80 {
                return false
            }
            beginString(form, close: pattern.close, count: pattern.open.count, &builder)
        case .hashed(let afterR): return readHashed(afterR: afterR, &builder)
        case .delimited: return readDelimited(&builder)
        case .character: return readCharacter()
        case .longBracket(let isComment): return readLongBracket(pattern.open, isComment: isComment, &builder)
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
    var isNested: Bool { !open.isEmpty }

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
        if !(isFirst && isNextLine(after: commentEnd) && kind == commentKind) { comment.end(&builder) }
        commentKind = kind
        if !isNested {
            if Pragmas.begins(at: bytes.skipSpaces(from: start, before: end), before: end, in: bytes) {
                comment.end(&builder)
            } else {
                if bytes[start] == 0x20 { start += 1 }
                comment.add(start..<bytes.nextLine(from: end, before: bytes.count))
            }
        }
        position = end
        commentEnd = isFirst ? end : nil
        if !isFirst { comment.end(&builder) }
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
        comment.end(&builder)
        commentEnd = nil
        while start < end, [0x2a, 0x21, 0x7c].contains(bytes[start]) { start += 1 }
        start = bytes.skipSpaces(from: start, before: end)
        while stars, end > start, bytes[end - 1] == UInt8(ascii: "*") { end -= 1 }
        if !Pragmas.begins(at: start, before: end, in: bytes) {
            comment.add(start..<end, stars: stars)
        }
        comment.end(&builder)
    }
}

/// Up to eight bytes.
struct Mark {
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
    func has(_ mark: Mark, at position: Int) -> Bool {
        guard position >= 0, mark.count <= count - position else { return false }
        for offset in 0..<mark.count where buffer[position + offset] != mark.byte(offset) { return false }
        return true
    }

    func find(_ mark: Mark, from position: Int) -> Int? {
        (max(0, position)..<max(0, position, count)).first { has(mark, at: $0) }
    }
}

extension SourceScanner.Pattern {
    init(_ rule: CommentSyntax.Rule) {
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
            case .longBracket(let open, let isComment):
                Self(kind: .longBracket(isComment: isComment), open: Mark(open))
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
