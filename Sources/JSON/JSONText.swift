/// The strings of JSON texts.
enum JSONText {
    /// Reads the string whose opening quote stands at `start`; `end` is the index after the closing one.
    static func parse(
        _ bytes: UnsafeRawBufferPointer, from start: Int
    ) throws(JSONError) -> (value: String, end: Int) {
        let first = start + 1
        var position = endOfPlainRun(bytes, from: first)
        if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
            let run = UnsafeRawBufferPointer(rebasing: bytes[first..<position])
            let text = run.assumingMemoryBound(to: UInt8.self)
            // What is ASCII need not be looked at twice.
            if isASCII(run) { return (String(decoding: text, as: UTF8.self), position + 1) }
            return (try decode(text, at: first), position + 1)
        }
        // There are escapes, or it is broken: copy what is plain, piece by piece.
        var copy: [UInt8] = []
        var plain = first
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                copy.append(contentsOf: bytes[plain..<position])
                return (try decode(copy, at: first), position + 1)
            }
            guard byte == UInt8(ascii: "\\") else {
                throw JSONError(offset: position, reason: "found \(describe(byte)) in a string, expected it escaped")
            }
            copy.append(contentsOf: bytes[plain..<position])
            position = try appendEscape(bytes, at: position, to: &copy)
            plain = position
            position = endOfPlainRun(bytes, from: position)
        }
        throw JSONError(offset: bytes.count, reason: "found the end of the text within a string that began at \(start)")
    }

    /// The first index from `start` that holds a quote, a backslash or a control character, or the end.
    static func endOfPlainRun(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var position = start
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        while position &+ 8 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
            // A byte is zero in x exactly where it is the one looked for; (x − 1) & ~x has the high bit set at the
            // lowest zero byte of x, and only ever wrongly set above one, so "none" is certain.
            let quote = word ^ (ones &* 0x22)
            let escape = word ^ (ones &* 0x5C)
            let found =
                ((quote &- ones) & ~quote) | ((escape &- ones) & ~escape)
                | ((word &- (ones &* 0x20)) & ~word)
            if found & highs != 0 { break }
            position &+= 8
        }
        while position < bytes.count {
            let byte = bytes[position]
            if byte == 0x22 || byte == 0x5C || byte < 0x20 { break }
            position &+= 1
        }
        return position
    }

    private static func isASCII(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var all: UInt64 = 0
        var position = 0
        while position &+ 8 <= bytes.count {
            all |= bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
            position &+= 8
        }
        while position < bytes.count {
            all |= UInt64(bytes[position])
            position &+= 1
        }
        return all & 0x8080_8080_8080_8080 == 0
    }

    private static func decode(_ bytes: some Collection<UInt8>, at offset: Int) throws(JSONError) -> String {
        if let value = String(validating: bytes, as: UTF8.self) { return value }
        throw JSONError(offset: offset, reason: "the string that begins there is not valid UTF-8")
    }

    /// Appends what the escape at `start` stands for; returns the index after it.
    private static func appendEscape(
        _ bytes: UnsafeRawBufferPointer, at start: Int, to copy: inout [UInt8]
    ) throws(JSONError) -> Int {
        guard start + 1 < bytes.count else {
            throw JSONError(offset: bytes.count, reason: "found the end of the text within an escape")
        }
        let plain: UInt8
        switch bytes[start + 1] {
        case UInt8(ascii: "\""): plain = UInt8(ascii: "\"")
        case UInt8(ascii: "\\"): plain = UInt8(ascii: "\\")
        case UInt8(ascii: "/"): plain = UInt8(ascii: "/")
        case UInt8(ascii: "b"): plain = 0x08
        case UInt8(ascii: "f"): plain = 0x0C
        case UInt8(ascii: "n"): plain = 0x0A
        case UInt8(ascii: "r"): plain = 0x0D
        case UInt8(ascii: "t"): plain = 0x09
        case UInt8(ascii: "u"): return try appendUnicodeEscape(bytes, at: start, to: &copy)
        default:
            throw JSONError(
                offset: start, reason: "found \\ before \(describe(bytes[start + 1])), which is no escape of JSON")
        }
        copy.append(plain)
        return start + 2
    }

    private static func appendUnicodeEscape(
        _ bytes: UnsafeRawBufferPointer, at start: Int, to copy: inout [UInt8]
    ) throws(JSONError) -> Int {
        let unit = try hexadecimal(bytes, at: start)
        if let scalar = Unicode.Scalar(unit) {
            copy.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            return start + 6
        }
        // A lone surrogate has no UTF-8 form, so no text that we hand on could hold it.
        let next = start + 6
        guard unit < 0xDC00, next + 1 < bytes.count, bytes[next] == UInt8(ascii: "\\"),
            bytes[next + 1] == UInt8(ascii: "u")
        else { throw JSONError(offset: start, reason: "found one half of a surrogate pair without the other") }
        let low = try hexadecimal(bytes, at: next)
        guard 0xDC00...0xDFFF ~= low,
            let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
        else { throw JSONError(offset: start, reason: "found one half of a surrogate pair without the other") }
        copy.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        return next + 6
    }

    /// The four digits of the `\u` escape at `start`.
    private static func hexadecimal(_ bytes: UnsafeRawBufferPointer, at start: Int) throws(JSONError) -> UInt32 {
        guard start + 6 <= bytes.count else {
            throw JSONError(offset: bytes.count, reason: "found the end of the text within an escape")
        }
        var unit: UInt32 = 0
        for index in start + 2..<start + 6 {
            let digit: UInt8
            switch bytes[index] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = bytes[index] - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = bytes[index] - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = bytes[index] - UInt8(ascii: "A") + 10
            default:
                throw JSONError(
                    offset: index, reason: "found \(describe(bytes[index])), expected a hexadecimal digit")
            }
            unit = unit << 4 | UInt32(digit)
        }
        return unit
    }

    /// A byte, for error texts.
    static func describe(_ byte: UInt8) -> String {
        switch byte {
        case 0x21...0x7E: "'\(Character(Unicode.Scalar(byte)))'"
        case 0x20: "a space"
        default: "byte 0x\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))"
        }
    }
}
