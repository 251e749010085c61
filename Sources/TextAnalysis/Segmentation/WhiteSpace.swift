/// White space: runs of it, and what lies between.
package enum WhiteSpace {
    /// The next run of scalars with the property White_Space from `position` on; nil where there is none.
    static func next(in utf8: UnsafeBufferPointer<UInt8>, from position: Int) -> Range<Int>? {
        var start = position
        while start < utf8.count {
            let length = length(in: utf8, at: start)
            if length > 0 {
                var end = start + length
                while end < utf8.count {
                    let length = Self.length(in: utf8, at: end)
                    guard length > 0 else { break }
                    end += length
                }
                return start..<end
            }
            start += 1
        }
        return nil
    }

    /// The bytes of the white-space scalar that begins at a position; 0 where none does.
    @inline(__always)
    static func length(in utf8: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
        switch utf8[position] {
        case 0x20, 0x09...0x0d: return 1
        case 0xc2, 0xe1, 0xe2, 0xe3:
            let (scalar, end) = UTF8Bytes.scalar(in: utf8, at: position)
            return NormalizedCharacters.isWhiteSpace(scalar) ? end - position : 0
        default: return 0
        }
    }

    /// What lies between white space, as UTF-8 offsets.
    package static func tokens(of text: String) -> [Range<Int>] {
        var text = text
        return text.withUTF8 { utf8 in
            var tokens: [Range<Int>] = []
            var position = 0
            while let run = next(in: utf8, from: position) {
                if position < run.lowerBound { tokens.append(position..<run.lowerBound) }
                position = run.upperBound
            }
            if position < utf8.count { tokens.append(position..<utf8.count) }
            return tokens
        }
    }
}
