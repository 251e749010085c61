// The four kinds of strings.
extension TOMLScanner {
    mutating func basicString() throws(TOMLError) -> String {
        position += 1
        var result: [UInt8] = []
        while let byte = peek(), byte != UInt8(ascii: "\"") {
            if byte == UInt8(ascii: "\\") {
                try appendEscape(to: &result)
            } else {
                try take(byte, into: &result)
            }
        }
        try close("\"")
        return String(decoding: result, as: UTF8.self)
    }

    mutating func literalString() throws(TOMLError) -> String {
        position += 1
        var result: [UInt8] = []
        while let byte = peek(), byte != UInt8(ascii: "'") { try take(byte, into: &result) }
        try close("'")
        return String(decoding: result, as: UTF8.self)
    }

    mutating func multilineBasicString() throws(TOMLError) -> String {
        position += 3
        skipLineEnd()
        var result: [UInt8] = []
        while let byte = peek(), !starts(with: "\"\"\"") {
            if byte == UInt8(ascii: "\\") {
                if !skipFold() { try appendEscape(to: &result) }
            } else if !appendLineEnd(to: &result) {
                try take(byte, into: &result)
            }
        }
        try close("\"\"\"")
        appendQuotes(UInt8(ascii: "\""), to: &result)
        return String(decoding: result, as: UTF8.self)
    }

    mutating func multilineLiteralString() throws(TOMLError) -> String {
        position += 3
        skipLineEnd()
        var result: [UInt8] = []
        while let byte = peek(), !starts(with: "'''") {
            if !appendLineEnd(to: &result) { try take(byte, into: &result) }
        }
        try close("'''")
        appendQuotes(UInt8(ascii: "'"), to: &result)
        return String(decoding: result, as: UTF8.self)
    }

    private mutating func take(_ byte: UInt8, into result: inout [UInt8]) throws(TOMLError) {
        guard !Self.isControl(byte) else { throw unexpected("the rest of a string, or an escape") }
        result.append(byte)
        position += 1
    }

    private mutating func close(_ quotes: String) throws(TOMLError) {
        guard starts(with: quotes) else { throw unexpected("\(quotes) at the end of a string") }
        position += quotes.utf8.count
    }

    /// Up to two quotes before the three that end a string belong to it.
    private mutating func appendQuotes(_ quote: UInt8, to result: inout [UInt8]) {
        for _ in 0..<2 where peek() == quote {
            result.append(quote)
            position += 1
        }
    }

    private mutating func skipLineEnd() {
        var dropped: [UInt8] = []
        _ = appendLineEnd(to: &dropped)
    }

    /// Every line end of a string is one `\n`, so that a file means the same wherever it was written.
    private mutating func appendLineEnd(to result: inout [UInt8]) -> Bool {
        let isLong = peek() == UInt8(ascii: "\r") && peek(1) == UInt8(ascii: "\n")
        guard isLong || peek() == UInt8(ascii: "\n") else { return false }
        position += isLong ? 2 : 1
        result.append(UInt8(ascii: "\n"))
        return true
    }

    /// A backslash at the end of a line takes all white space up to the next text with it.
    private mutating func skipFold() -> Bool {
        let start = position
        position += 1
        skipSpaces()
        var dropped: [UInt8] = []
        guard appendLineEnd(to: &dropped) else {
            position = start
            return false
        }
        repeat { skipSpaces() } while appendLineEnd(to: &dropped)
        return true
    }

    private mutating func appendEscape(to result: inout [UInt8]) throws(TOMLError) {
        let plain: UInt8
        switch peek(1) {
        case UInt8(ascii: "b"): plain = 0x08
        case UInt8(ascii: "t"): plain = 0x09
        case UInt8(ascii: "n"): plain = 0x0A
        case UInt8(ascii: "f"): plain = 0x0C
        case UInt8(ascii: "r"): plain = 0x0D
        case UInt8(ascii: "\""): plain = UInt8(ascii: "\"")
        case UInt8(ascii: "\\"): plain = UInt8(ascii: "\\")
        case UInt8(ascii: "u"): return try appendScalar(digits: 4, to: &result)
        case UInt8(ascii: "U"): return try appendScalar(digits: 8, to: &result)
        default:
            throw unexpected(#"an escape such as \n or \\; in single quotes a backslash is one"#)
        }
        result.append(plain)
        position += 2
    }

    private mutating func appendScalar(digits: Int, to result: inout [UInt8]) throws(TOMLError) {
        var value: UInt32 = 0
        for offset in 2..<2 + digits {
            guard let byte = peek(offset), let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
                throw unexpected("\(digits) hexadecimal digits after the escape")
            }
            value = value << 4 | UInt32(digit)
        }
        guard let scalar = Unicode.Scalar(value) else { throw unexpected("the number of a character of Unicode") }
        result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        position += 2 + digits
    }
}
