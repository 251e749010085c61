/// Lines and paragraphs, as UTF-8 offsets.
package enum Lines {
    /// What lies between line ends: LF, CR, CR LF, NEL, VT, FF, U+2028 and U+2029 (UAX #14, BK, CR, LF and NL). A line
    /// end at the end of a text begins no line after it; an empty text has none.
    package static func ranges(in text: String) -> [Range<Int>] {
        var text = text
        return text.withUTF8 { utf8 in
            var lines: [Range<Int>] = []
            var start = 0
            var position = 0
            while position < utf8.count {
                let length = lineEnd(in: utf8, at: position)
                if length > 0 {
                    lines.append(start..<position)
                    start = position + length
                }
                position += max(1, length)
            }
            if start < utf8.count { lines.append(start..<utf8.count) }
            return lines
        }
    }

    /// What lies between lines of nothing but white space, and at U+2029, without white space at either end.
    package static func paragraphs(in text: String) -> [Range<Int>] {
        var text = text
        let lines = ranges(in: text)
        return text.withUTF8 { utf8 in
            let bytes = TextBytes(utf8)
            var paragraphs: [Range<Int>] = []
            var current: Range<Int>?
            for line in lines {
                let trimmed = bytes.trimmed(line)
                if trimmed.isEmpty {
                    if let paragraph = current { paragraphs.append(paragraph) }
                    current = nil
                    continue
                }
                current = (current?.lowerBound ?? trimmed.lowerBound)..<trimmed.upperBound
                if line.upperBound < utf8.count, bytes.scalar(at: line.upperBound).0 == 0x2029, let paragraph = current
                {
                    paragraphs.append(paragraph)
                    current = nil
                }
            }
            if let current { paragraphs.append(current) }
            return paragraphs
        }
    }

    /// The bytes of the line end that begins at a position; 0 where none does.
    @inline(__always)
    private static func lineEnd(in utf8: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
        switch utf8[position] {
        case 0x0a...0x0c: 1
        case 0x0d: position + 1 < utf8.count && utf8[position + 1] == 0x0a ? 2 : 1
        case 0xc2: position + 1 < utf8.count && utf8[position + 1] == 0x85 ? 2 : 0
        case 0xe2:
            position + 2 < utf8.count && utf8[position + 1] == 0x80 && utf8[position + 2] & 0xfe == 0xa8 ? 3 : 0
        default: 0
        }
    }
}
