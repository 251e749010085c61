import JSON

/// Booleans and numbers, as TOML writes them.
enum TOMLNumber {
    static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// Nil where the word is neither a boolean nor a number that 64 bits hold.
    static func value(of word: ArraySlice<UInt8>) -> JSONValue? {
        let text = String(decoding: word, as: UTF8.self)
        switch text {
        case "true": return true
        case "false": return false
        case "inf", "+inf": return .number(.infinity)
        case "-inf": return .number(-.infinity)
        case "nan", "+nan", "-nan": return .number(.nan)
        default: break
        }
        for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where text.hasPrefix(prefix) {
            return whole(word.dropFirst(2), radix: radix).map { .integer($0) }
        }
        return decimal(word)
    }

    /// Digits with single underscores between them.
    private static func whole(_ word: ArraySlice<UInt8>, radix: Int) -> Int64? {
        let text = String(decoding: word, as: UTF8.self)
        guard let first = text.first, first.isHexDigit, hasPlainUnderscores(word, between: isHexDigit) else {
            return nil
        }
        return Int64(text.filter { $0 != "_" }, radix: radix)
    }

    private static func decimal(_ word: ArraySlice<UInt8>) -> JSONValue? {
        guard hasPlainUnderscores(word, between: isDigit) else { return nil }
        let digits = word.filter { $0 != UInt8(ascii: "_") }
        var rest = digits[...]
        if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { rest = rest.dropFirst() }
        let whole = rest.prefix(while: isDigit)
        guard let first = whole.first, whole.count == 1 || first != UInt8(ascii: "0") else { return nil }
        rest = rest.dropFirst(whole.count)
        let text = String(decoding: digits, as: UTF8.self)
        if rest.isEmpty { return Int64(text).map { .integer($0) } }
        if rest.first == UInt8(ascii: ".") {
            let fraction = rest.dropFirst().prefix(while: isDigit)
            guard !fraction.isEmpty else { return nil }
            rest = rest.dropFirst(fraction.count + 1)
        }
        if let mark = rest.first, mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") {
            rest = rest.dropFirst()
            if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { rest = rest.dropFirst() }
            let exponent = rest.prefix(while: isDigit)
            guard !exponent.isEmpty else { return nil }
            rest = rest.dropFirst(exponent.count)
        }
        return rest.isEmpty ? Double(text).map { .number($0) } : nil
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool { Character(Unicode.Scalar(byte)).isHexDigit }

    private static func hasPlainUnderscores(_ word: ArraySlice<UInt8>, between isDigit: (UInt8) -> Bool) -> Bool {
        word.indices.allSatisfy { index in
            guard word[index] == UInt8(ascii: "_") else { return true }
            return index > word.startIndex && index + 1 < word.endIndex && isDigit(word[index - 1])
                && isDigit(word[index + 1])
        }
    }
}
