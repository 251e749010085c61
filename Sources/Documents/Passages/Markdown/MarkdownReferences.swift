/// The parts of links and of the definitions that links refer to (CommonMark 0.31, "Link reference definitions",
/// "Links"). Each function gives the end of what begins at a position, nil where it is not that; none reads further than
/// `MarkdownTags.reach`.
enum MarkdownReferences {
    /// A definition at a position of a paragraph's text: `[name]: destination "title"`. Of a footnote's the mark alone,
    /// without a name: what follows it is prose.
    static func definition(at position: Int, in text: Bytes) -> (name: String?, end: Int)? {
        guard let labelEnd = label(at: position, in: text), text[labelEnd] == UInt8(ascii: ":") else { return nil }
        if text[position + 1] == UInt8(ascii: "^") { return (nil, labelEnd + 1) }
        let start = MarkdownTags.space(from: labelEnd + 1, before: text.count, in: text)
        guard let destinationEnd = destination(at: start, in: text), destinationEnd > start else { return nil }
        let name = name(of: position + 1..<labelEnd - 1, in: text)
        let titleStart = MarkdownTags.space(from: destinationEnd, before: text.count, in: text)
        if titleStart > destinationEnd, let titleEnd = title(at: titleStart, in: text),
            let end = endOfLine(from: titleEnd, in: text)
        {
            return (name, end)
        }
        return endOfLine(from: destinationEnd, in: text).map { (name, $0) }
    }

    /// The beginning of the next line, where nothing but spaces is left of this one.
    private static func endOfLine(from position: Int, in text: Bytes) -> Int? {
        var next = position
        while next < text.count, text[next] == 0x20 || text[next] == 0x09 { next += 1 }
        guard next < text.count else { return next }
        switch text[next] {
        case 0x0a: return next + 1
        case 0x0d: return text[next + 1] == 0x0a ? next + 2 : next + 1
        default: return nil
        }
    }

    /// `[…]`, not empty, without brackets inside.
    static func label(at position: Int, in text: Bytes) -> Int? {
        guard text[position] == UInt8(ascii: "[") else { return nil }
        let end = min(text.count, position + MarkdownTags.reach)
        var next = position + 1
        var isEmpty = true
        while next < end {
            switch text[next] {
            case UInt8(ascii: "["): return nil
            case UInt8(ascii: "]"): return isEmpty ? nil : next + 1
            case UInt8(ascii: "\\"):
                isEmpty = false
                next += Bytes.isPunctuation(text[next + 1]) ? 2 : 1
            case let byte:
                if byte != 0x20, !(0x09...0x0d).contains(byte) { isEmpty = false }
                next += 1
            }
        }
        return nil
    }

    /// A label's text as links are told by it: without regard to case and to kinds of white space.
    static func name(of range: Range<Int>, in text: Bytes) -> String {
        let words = text.string(in: range).split { $0.isWhitespace }
        return words.joined(separator: " ").lowercased().uppercased()
    }

    static func destination(at position: Int, in text: Bytes) -> Int? {
        let end = min(text.count, position + MarkdownTags.reach)
        var next = position
        if next < end, text[next] == UInt8(ascii: "<") {
            next += 1
            while next < end {
                switch text[next] {
                case UInt8(ascii: ">"): return next + 1
                case UInt8(ascii: "<"), 0x0a, 0x0d: return nil
                case UInt8(ascii: "\\"): next += Bytes.isPunctuation(text[next + 1]) ? 2 : 1
                default: next += 1
                }
            }
            return nil
        }
        var depth = 0
        scan: while next < end {
            switch text[next] {
            case UInt8(ascii: "("):
                depth += 1
                guard depth <= 32 else { return nil }
                next += 1
            case UInt8(ascii: ")"):
                guard depth > 0 else { break scan }
                depth -= 1
                next += 1
            case 0...0x20, 0x7f: break scan
            case UInt8(ascii: "\\"): next += Bytes.isPunctuation(text[next + 1]) ? 2 : 1
            default: next += 1
            }
        }
        return depth == 0 ? next : nil
    }

    static func title(at position: Int, in text: Bytes) -> Int? {
        let end = min(text.count, position + MarkdownTags.reach)
        guard position < end else { return nil }
        let open = text[position]
        guard open == UInt8(ascii: "\"") || open == UInt8(ascii: "'") || open == UInt8(ascii: "(") else { return nil }
        let close = open == UInt8(ascii: "(") ? UInt8(ascii: ")") : open
        var next = position + 1
        while next < end {
            if text[next] == close { return next + 1 }
            if text[next] == open { return nil }
            next += text[next] == UInt8(ascii: "\\") && Bytes.isPunctuation(text[next + 1]) ? 2 : 1
        }
        return nil
    }

    /// What stands behind a link's text: `(destination "title")`.
    static func resource(at position: Int, in text: Bytes) -> Int? {
        guard text[position] == UInt8(ascii: "(") else { return nil }
        let start = MarkdownTags.space(from: position + 1, before: text.count, in: text)
        guard let destinationEnd = destination(at: start, in: text) else { return nil }
        var next = MarkdownTags.space(from: destinationEnd, before: text.count, in: text)
        if next > destinationEnd, let titleEnd = title(at: next, in: text) {
            next = MarkdownTags.space(from: titleEnd, before: text.count, in: text)
        }
        return next < text.count && text[next] == UInt8(ascii: ")") ? next + 1 : nil
    }
}
