/// Tags of HTML as Markdown sees them (CommonMark 0.31, "Raw HTML"). Each function gives the end of what begins at a
/// position, nil where it is not that. Nothing reads beyond `end`, nor further than `reach` from where it began, so that
/// many beginnings without an end cost no more than their number.
enum MarkdownTags {
    static let reach = 4096

    /// An opening or a closing tag.
    static func tag(at position: Int, before end: Int, in bytes: Bytes) -> Int? {
        let end = min(end, position + reach)
        var next = position + 1
        let isClosing = next < end && bytes[next] == UInt8(ascii: "/")
        if isClosing { next += 1 }
        guard next < end, Bytes.isLetter(bytes[next]) else { return nil }
        while next < end, Bytes.isLetterOrDigit(bytes[next]) || bytes[next] == UInt8(ascii: "-") {
            next += 1
        }
        while !isClosing {
            let afterSpace = space(from: next, before: end, in: bytes)
            guard afterSpace > next, let after = attribute(at: afterSpace, before: end, in: bytes) else { break }
            next = after
        }
        next = space(from: next, before: end, in: bytes)
        if !isClosing, next < end, bytes[next] == UInt8(ascii: "/") { next += 1 }
        return next < end && bytes[next] == UInt8(ascii: ">") ? next + 1 : nil
    }

    private static func attribute(at position: Int, before end: Int, in bytes: Bytes) -> Int? {
        guard position < end, Bytes.isLetter(bytes[position]) || bytes[position] == 0x5f || bytes[position] == 0x3a
        else {
            return nil
        }
        var next = position + 1
        while next < end {
            let byte = bytes[next]
            guard Bytes.isLetterOrDigit(byte) || [0x5f, 0x2e, 0x3a, 0x2d].contains(byte) else { break }
            next += 1
        }
        let equals = space(from: next, before: end, in: bytes)
        guard equals < end, bytes[equals] == UInt8(ascii: "=") else { return next }
        var value = space(from: equals + 1, before: end, in: bytes)
        guard value < end else { return nil }
        let quote = bytes[value]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            value += 1
            while value < end, bytes[value] != quote { value += 1 }
            return value < end ? value + 1 : nil
        }
        let start = value
        scan: while value < end {
            switch bytes[value] {
            case 0x09...0x0d, 0x20, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "="), UInt8(ascii: "<"),
                UInt8(ascii: ">"), UInt8(ascii: "`"):
                break scan
            default: value += 1
            }
        }
        return value > start ? value : nil
    }

    /// `<https://…>` and `<who@where>`.
    static func autolink(at position: Int, before end: Int, in bytes: Bytes) -> Int? {
        address(at: position, before: min(end, position + reach), in: bytes)
            ?? mail(at: position, before: min(end, position + reach), in: bytes)
    }

    private static func address(at position: Int, before end: Int, in bytes: Bytes) -> Int? {
        var next = position + 1
        guard next < end, Bytes.isLetter(bytes[next]) else { return nil }
        while next < end, Bytes.isLetterOrDigit(bytes[next]) || [0x2b, 0x2e, 0x2d].contains(bytes[next]) {
            next += 1
        }
        guard (2...32).contains(next - position - 1), next < end, bytes[next] == UInt8(ascii: ":") else { return nil }
        while next < end, bytes[next] > 0x20, bytes[next] != 0x7f, bytes[next] != UInt8(ascii: "<") {
            if bytes[next] == UInt8(ascii: ">") { return next + 1 }
            next += 1
        }
        return nil
    }

    private static func mail(at position: Int, before end: Int, in bytes: Bytes) -> Int? {
        var next = position + 1
        while next < end, Bytes.isLetterOrDigit(bytes[next]) || isOfMailName(bytes[next]) { next += 1 }
        guard next > position + 1, next < end, bytes[next] == UInt8(ascii: "@") else { return nil }
        repeat {
            let label = next + 1
            next = label
            while next < end, Bytes.isLetterOrDigit(bytes[next]) || bytes[next] == 0x2d { next += 1 }
            guard (1...63).contains(next - label), bytes[label] != 0x2d, bytes[next - 1] != 0x2d else { return nil }
        } while next < end && bytes[next] == UInt8(ascii: ".")
        return next < end && bytes[next] == UInt8(ascii: ">") ? next + 1 : nil
    }

    private static func isOfMailName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x2e, 0x21, 0x23...0x27, 0x2a, 0x2b, 0x2f, 0x3d, 0x3f, 0x5e...0x60, 0x7b...0x7e, 0x2d: true
        default: false
        }
    }

    /// `&amp;`, `&#38;`, `&#x26;`
    static func entity(at position: Int, in text: Bytes) -> Int? {
        var next = position + 1
        let first: Int
        let longest: Int
        if text[next] == UInt8(ascii: "#") {
            let isHex = text[next + 1] | 0x20 == UInt8(ascii: "x")
            next += isHex ? 2 : 1
            (first, longest) = (next, isHex ? 6 : 7)
            while Bytes.isDigit(text[next]) || isHex && (text[next] | 0x20) &- 0x61 < 6 { next += 1 }
        } else {
            guard Bytes.isLetter(text[next]) else { return nil }
            (first, longest) = (next, 31)
            while next - first <= 31, Bytes.isLetterOrDigit(text[next]) {
                next += 1
            }
        }
        return (1...longest).contains(next - first) && text[next] == UInt8(ascii: ";") ? next + 1 : nil
    }

    static func space(from position: Int, before end: Int, in bytes: Bytes) -> Int {
        var next = position
        while next < end, bytes[next] == 0x20 || (0x09...0x0d).contains(bytes[next]) { next += 1 }
        return next
    }
}
