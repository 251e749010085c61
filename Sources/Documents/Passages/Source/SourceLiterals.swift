// Literals that are told by more than what they begin with.

extension SourceScanner {
    mutating func readHashed(afterR: Bool, _ builder: inout PassageBuilder) -> Bool {
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

    mutating func readDelimited(_ builder: inout PassageBuilder) -> Bool {
        guard bytes[position - 1] == UInt8(ascii: "R") else { return false }
        var next = position + 1
        while next - position <= 17, bytes[next] > 0x20, ![0x28, 0x29, 0x5c, 0x22].contains(bytes[next]) { next += 1 }
        guard bytes[next] == UInt8(ascii: "(") else { return false }
        readText(from: next + 1, to: [0x29] + (position + 1..<next).map { bytes[$0] } + [0x22], &builder)
        return true
    }

    mutating func readCharacter() -> Bool {
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

    mutating func readLongBracket(_ open: Mark, isComment: Bool, _ builder: inout PassageBuilder) -> Bool {
        let start = position + open.count - 1
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

    mutating func addText(_ text: Range<Int>, words: Int, _ builder: inout PassageBuilder) {
        guard !isNested, bytes.words(in: text, without: []) >= words else { return }
        comment.end(&builder)
        commentEnd = nil
        builder.addLines(of: text)
    }

    mutating func readHereDocument(
        _ mark: Mark, mayHaveSpace: Bool, _ builder: inout PassageBuilder
    ) -> Bool {
        guard bytes.has(mark, at: position),
            bytes[position + mark.count] != UInt8(ascii: "<")
        else { return false }
        var next = position + mark.count
        if bytes[next] == UInt8(ascii: "-") || bytes[next] == UInt8(ascii: "~") { next += 1 }
        if mayHaveSpace { next = bytes.skipSpaces(from: next, before: bytes.count) }
        if [0x22, 0x27, 0x5c].contains(bytes[next]) { next += 1 }
        let nameStart = next
        while isOfName(bytes[next]) { next += 1 }
        guard next > nameStart, !Bytes.isDigit(bytes[nameStart]) else { return false }
        let name = (nameStart..<next).map { bytes[$0] }
        // A shift, more likely than what is not closed.
        if let hereDocumentEnds, hereDocumentEnds[name, default: -1] < next { return false }
        let start = bytes.nextLine(from: next, before: bytes.count)
        var line = start
        while line < bytes.count {
            let first = bytes.skipSpaces(from: line, before: bytes.count)
            if bytes.has(name, at: first), !isOfName(bytes[first + name.count]) { break }
            line = bytes.nextLine(from: line, before: bytes.count)
        }
        guard line < bytes.count else {
            findHereDocumentEnds(from: start)
            return false
        }
        addText(start..<max(start, line), words: 2, &builder)
        position = min(bytes.count, bytes.skipSpaces(from: line, before: bytes.count) + name.count)
        return true
    }

    /// So that no other name without an end is looked for in all that follows.
    private mutating func findHereDocumentEnds(from start: Int) {
        var ends: [[UInt8]: Int] = [:]
        var line = start
        while line < bytes.count {
            let first = bytes.skipSpaces(from: line, before: bytes.count)
            var end = first
            while isOfName(bytes[end]) { end += 1 }
            if end > first { ends[Array(bytes.buffer[first..<end])] = line }
            line = bytes.nextLine(from: line, before: bytes.count)
        }
        hereDocumentEnds = ends
    }

    func isOfName(_ byte: UInt8) -> Bool { Bytes.isLetterOrDigit(byte) || byte == 0x5f }

    // MARK: What has no text

    mutating func readRegularExpression() -> Bool {
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
        while start > 0, end - start <= 8, Bytes.isLetter(bytes[start - 1]) { start -= 1 }
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

    mutating func readDirective() -> Bool {
        guard bytes.isFirstOnLine(position) else { return false }
        let start = bytes.skipSpaces(from: position + 1, before: bytes.count)
        var end = start
        while end - start <= 12, Bytes.isLetter(bytes[end]) { end += 1 }
        guard Self.withoutText.contains(bytes.string(in: start..<end)) else { return false }
        position = bytes.lineEnd(from: end, before: bytes.count)
        return true
    }

    private static let withoutText: Set<String> = [
        "import", "include", "line", "nullable", "pragma", "region", "endregion",
    ]
}
