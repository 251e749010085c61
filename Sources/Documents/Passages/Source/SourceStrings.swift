// Strings, and the holes with code in them.

extension SourceScanner {
    mutating func beginString(
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
            let isAfter = isFormat(before) || isFormat(bytes[position - 2]) && Bytes.isLetter(before)
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
    mutating func readString(_ builder: inout PassageBuilder) {
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
    mutating func endString(at end: Int, _ builder: inout PassageBuilder) {
        guard let string = open.popLast(), open.isEmpty, string.form.isProse else { return }
        let text = string.start..<max(string.start, end)
        guard bytes.words(in: text, without: cuts) >= 2 else { return }
        comment.end(&builder)
        commentEnd = nil
        builder.addLines(of: text, without: cuts)
    }

    mutating func cut(_ range: Range<Int>, ends: Bool = false) {
        if open.count == 1 { cuts.append(StringCut(range: range, ends: ends)) }
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
            while next < start + string.hashes + 4, Bytes.isDigit(bytes[next]) { next += 1 }
            position = next
            cut(start..<position)
        case 0x0a, 0x0d:
            // The line goes on.
            position = next + (escaped == 0x0d && bytes[next + 1] == 0x0a ? 2 : 1)
            cut(start..<position)
        case let letter where Bytes.isLetter(letter):
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
        while next < position + longest, Bytes.isDigit(bytes[next]) || (bytes[next] | 0x20) &- 0x61 < 6 {
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
            guard isOfName(next), hole == .shell || !Bytes.isDigit(next) else { return false }
            while isOfName(bytes[position]) { position += 1 }
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
    mutating func readHole(_ builder: inout PassageBuilder) -> Bool {
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
}
