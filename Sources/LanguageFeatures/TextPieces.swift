/// A text of any length in pieces that a model reads at once.
enum TextPieces {
    /// Calls `body` with the pieces of valid UTF-8, in order: lines without their ends, and of a line of more than `count`
    /// scalars the words that fit, or as many scalars where a word does not. Pieces of nothing but white space are left out.
    static func forEach(in utf8: UnsafeBufferPointer<UInt8>, atMost count: Int, _ body: (Range<Int>) -> Void) {
        var start = 0
        /// Where the last word ended, and how many scalars were read up to there and altogether.
        var word = (end: 0, scalars: 0)
        var scalars = 0
        var at = 0
        func take(_ end: Int) {
            if start < end, !isWhiteSpace(utf8[start..<end]) { body(start..<end) }
        }
        while at < utf8.count {
            let width = min(scalarWidth(utf8[at]), utf8.count - at)
            let scalar = utf8[at..<at + width]
            if isLineEnd(scalar) {
                take(at)
                (start, scalars, word) = (at + width, 0, (at + width, 0))
            } else {
                if scalars >= max(1, count) {
                    if word.end > start {
                        take(word.end)
                        (start, scalars) = (word.end, scalars - word.scalars)
                    } else {
                        take(at)
                        (start, scalars) = (at, 0)
                    }
                    word = (start, 0)
                }
                if isWhiteSpace(scalar) { word = (at, scalars) }
                scalars += 1
            }
            at += width
        }
        take(utf8.count)
    }

    /// Whether some valid UTF-8 has nothing but white space (Unicode's White_Space).
    static func isWhiteSpace(_ utf8: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        // Nearly all white space is ASCII, and no letter of Hangul begins with the bytes of the rest of it.
        guard let first = utf8.first else { return true }
        if first >= 0x80, first != 0xc2, first != 0xe1, first != 0xe2, first != 0xe3 { return false }
        return String(decoding: utf8, as: UTF8.self).unicodeScalars.allSatisfy(\.properties.isWhitespace)
    }

    /// Whether a scalar ends a line.
    static func isLineEnd(_ scalar: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        switch scalar.first {
        case 0x0a, 0x0d: true
        // U+2028 and U+2029, the separators of lines and paragraphs.
        case 0xe2: scalar.elementsEqual([0xe2, 0x80, 0xa8]) || scalar.elementsEqual([0xe2, 0x80, 0xa9])
        default: false
        }
    }

    private static func scalarWidth(_ first: UInt8) -> Int {
        first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
    }
}
