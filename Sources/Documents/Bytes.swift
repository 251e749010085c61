/// The bytes of a text, which may be asked for beyond both ends: there is 0.
///
/// A scanner that looks a few bytes ahead need not ask first whether they are there. Since a text may hold NUL as well,
/// it is the length that ends a loop, never the 0.
struct Bytes {
    let buffer: UnsafeBufferPointer<UInt8>

    /// `buffer` is valid UTF-8 and outlives this value.
    init(_ buffer: UnsafeBufferPointer<UInt8>) {
        self.buffer = buffer
    }

    var count: Int { buffer.count }

    subscript(position: Int) -> UInt8 {
        @inline(__always) get {
            UInt(bitPattern: position) < UInt(bitPattern: buffer.count) ? buffer[position] : 0
        }
    }

    /// The beginning of the scalar that holds a position; positions outside are moved to the nearest end.
    @inline(__always)
    func scalarStart(at position: Int) -> Int {
        guard position < count else { return count }
        var start = max(0, position)
        while start > 0, Self.isContinuation(self[start]) { start -= 1 }
        return start
    }

    /// Whole scalars that hold all of a range, which is moved into the text first. An empty range stays empty, at the
    /// beginning of its scalar.
    func widened(_ range: Range<Int>) -> Range<Int> {
        let start = scalarStart(at: range.lowerBound)
        guard !range.isEmpty, range.upperBound > start else { return start..<start }
        var end = min(range.upperBound, count)
        while end < count, Self.isContinuation(self[end]) { end += 1 }
        return start..<max(start, end)
    }

    /// What stands in a range of whole scalars.
    func string(in range: Range<Int>) -> String {
        let range = range.clamped(to: 0..<count)
        if #available(macOS 26, *), !Self.isContinuation(self[range.lowerBound]),
            !Self.isContinuation(self[range.upperBound])
        {
            // Whole scalars of a valid text are valid: they need not be looked through once more.
            let part = UnsafeBufferPointer(rebasing: buffer[range])
            return String(copying: UTF8Span(unchecked: part.span))
        }
        return String(decoding: UnsafeBufferPointer(rebasing: buffer[range]), as: UTF8.self)
    }

    /// The scalar that begins at a position, and its end. At the end of the text U+0000 and the end.
    func scalar(at position: Int) -> (UInt32, end: Int) {
        guard position >= 0, position < count else { return (0, max(0, position)) }
        let first = UInt32(self[position])
        let (length, mask): (Int, UInt32) =
            switch first {
            case 0..<0xc0: (1, 0x7f)
            case 0xc0..<0xe0: (2, 0x1f)
            case 0xe0..<0xf0: (3, 0x0f)
            default: (4, 0x07)
            }
        var value = first & mask
        for offset in 1..<max(1, length) { value = value << 6 | UInt32(self[position + offset] & 0x3f) }
        return (value, min(count, position + length))
    }

    /// The scalar that ends at a position, and its beginning. At the beginning of the text U+0000 and 0.
    func scalar(before position: Int) -> (UInt32, start: Int) {
        guard position > 0 else { return (0, 0) }
        let start = scalarStart(at: position - 1)
        return (scalar(at: start).0, start)
    }

    /// Whether these bytes stand at a position.
    @inline(__always)
    func has(_ expected: StaticString, at position: Int) -> Bool {
        guard position >= 0, expected.utf8CodeUnitCount <= count - position else { return false }
        for offset in 0..<expected.utf8CodeUnitCount where buffer[position + offset] != expected.utf8Start[offset] {
            return false
        }
        return true
    }

    @inline(__always)
    static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xc0 == 0x80 }
}

// MARK: Kinds of bytes

extension Bytes {
    /// Of ASCII.
    @inline(__always)
    static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    @inline(__always)
    static func isLetterOrDigit(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

    /// Of ASCII.
    @inline(__always)
    static func isPunctuation(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21...0x2f, 0x3a...0x40, 0x5b...0x60, 0x7b...0x7e: true
        default: false
        }
    }
}

// MARK: White space

extension Bytes {
    /// The bytes of the white-space scalar that begins at a position, 0 where none does: the property White_Space of
    /// Unicode, and U+FEFF, with which some files begin.
    @inline(__always)
    func whiteSpace(at position: Int) -> Int {
        switch self[position] {
        case 0x20, 0x09...0x0d: position < count ? 1 : 0
        case 0xc2, 0xe1, 0xe2, 0xe3, 0xef: wideWhiteSpace(at: position)
        default: 0
        }
    }

    private func wideWhiteSpace(at position: Int) -> Int {
        let (scalar, end) = scalar(at: position)
        return Self.isWideWhiteSpace(scalar) ? end - position : 0
    }

    private static func isWideWhiteSpace(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x85, 0xa0, 0x1680, 0x2000...0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff: true
        default: false
        }
    }

    static func isWhiteSpace(_ scalar: UInt32) -> Bool {
        scalar == 0x20 || (0x09...0x0d).contains(scalar) || isWideWhiteSpace(scalar)
    }

    /// A range without white space at either end.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        let range = range.clamped(to: 0..<count)
        var start = range.lowerBound
        while start < range.upperBound {
            let length = whiteSpace(at: start)
            guard length > 0 else { break }
            start += length
        }
        var end = range.upperBound
        while end > start {
            let byte = self[end - 1]
            if byte < 0x80 {
                guard byte == 0x20 || (0x09...0x0d).contains(byte) else { break }
                end -= 1
            } else {
                let (scalar, previous) = scalar(before: end)
                guard Self.isWideWhiteSpace(scalar) else { break }
                end = previous
            }
        }
        return start..<max(start, end)
    }
}
