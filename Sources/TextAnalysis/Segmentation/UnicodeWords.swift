/// Word boundaries as Unicode has them (UAX #29, version 15.0.0, without tailoring): every byte of a text is in a
/// segment, white space and punctuation too.
package struct UnicodeWords: Sequence, IteratorProtocol {
    package struct Segment: Sendable, Equatable {
        /// Of the UTF-8.
        package var range: Range<Int>
        /// Has a letter or a number in it.
        package var isWord: Bool
    }

    private let utf8: UnsafeBufferPointer<UInt8>
    private let properties = WordBreak.table
    private var position = 0

    /// `utf8` is valid and outlives this value.
    package init(_ utf8: UnsafeBufferPointer<UInt8>) {
        self.utf8 = utf8
    }

    package static func segments(of text: String) -> [Segment] {
        var text = text
        return text.withUTF8 { Array(UnicodeWords($0)) }
    }

    /// The segments with a letter or a number.
    package static func words(of text: String) -> [Range<Int>] {
        segments(of: text).filter(\.isWord).map(\.range)
    }

    package mutating func next() -> Segment? {
        guard position < utf8.count else { return nil }
        let start = position
        let (plain, last) = plainLetters(from: start)
        if plain > start {
            let isWord = last.property.isWord || utf8[start..<plain].contains { $0 != 0x5f }
            guard plain < utf8.count, utf8[plain] >= 0x80 || WordBreak.mayJoin(utf8[plain]) else {
                position = plain
                return Segment(range: start..<plain, isWord: isWord)
            }
            return segment(from: start, plain, last, isWord: isWord)
        }
        let (scalar, end) = UTF8Bytes.scalar(in: utf8, at: start)
        if scalar < 0x80, end == utf8.count || utf8[end] < 0x80, scalar != 0x20 && scalar != 0x0d {
            // No sign of ASCII but these two joins one of ASCII after it.
            position = end
            return Segment(range: start..<end, isWord: false)
        }
        let kind = kind(of: scalar)
        // Han, kana and others have no property of their own.
        let isWord = kind.property.isWord || kind.property == .other && WordFeatures.isPartOfWord(scalar)
        return segment(from: start, end, kind, isWord: isWord)
    }

    /// The end of the letters and digits of ASCII and the syllables of Hangul from a position on, which all join one
    /// another, and the last one's property.
    @inline(__always)
    private func plainLetters(from start: Int) -> (end: Int, last: WordBreak.Kind) {
        var end = start
        while end < utf8.count {
            if WordBreak.isASCIIWord(utf8[end]) {
                end += 1
            } else if utf8[end] >= 0xea, utf8[end] <= 0xed {
                let (scalar, next) = UTF8Bytes.scalar(in: utf8, at: end)
                guard HangulSyllable.range.contains(scalar) else { break }
                end = next
            } else {
                break
            }
        }
        guard end > start else { return (end, WordBreak.Kind(raw: 0)) }
        let last = utf8[end - 1] < 0x80 ? UInt32(utf8[end - 1]) : HangulSyllable.range.lowerBound
        return (end, kind(of: last))
    }

    /// The rest of a segment whose scalars up to `end` are read, the last of them of `last`.
    private mutating func segment(from start: Int, _ end: Int, _ last: WordBreak.Kind, isWord: Bool) -> Segment {
        var end = end
        var isWord = isWord
        // The last two properties without what only extends them (WB4), and the last scalar's own.
        var before = WordBreak.Property.other
        var previous = last.property
        var own = last
        var indicators = previous == .regionalIndicator ? 1 : 0
        while end < utf8.count {
            let (scalar, next) = UTF8Bytes.scalar(in: utf8, at: end)
            let kind = kind(of: scalar)
            if kind.property.extends, !previous.isLineEnd {
                own = kind
                end = next
                continue
            }
            guard joins(before, previous, own, kind, next, indicators: indicators) else { break }
            indicators = kind.property == .regionalIndicator ? indicators + 1 : 0
            isWord = isWord || kind.property.isWord
            (before, previous, own) = (previous, kind.property, kind)
            end = next
        }
        position = end
        return Segment(range: start..<end, isWord: isWord)
    }

    /// Whether there is no boundary before a scalar of `kind`, after which `next` begins.
    private func joins(
        _ before: WordBreak.Property, _ previous: WordBreak.Property, _ own: WordBreak.Kind, _ kind: WordBreak.Kind,
        _ next: Int, indicators: Int
    ) -> Bool {
        let property = kind.property
        if previous == .letter, property == .letter { return true }  // WB5, which most ask for
        switch (previous, property) {
        case (.cr, .lf): return true  // WB3
        case (.cr, _), (.lf, _), (.newline, _), (_, .cr), (_, .lf), (_, .newline): return false  // WB3a, WB3b
        case _ where own.property == .zwj && kind.isPictographic: return true  // WB3c
        case (.space, .space): return own.property == .space  // WB3d
        case (_, .letter) where previous.isLetter, (_, .hebrewLetter) where previous.isLetter: return true  // WB5
        case (.hebrewLetter, .singleQuote): return true  // WB7a
        case (_, _) where previous.isLetter && property.isInLetters:
            return following(next).isLetter  // WB6
        case (_, .letter) where before.isLetter && previous.isInLetters,
            (_, .hebrewLetter) where before.isLetter && previous.isInLetters:
            return true  // WB7
        case (.hebrewLetter, .doubleQuote): return following(next) == .hebrewLetter  // WB7b
        case (.doubleQuote, .hebrewLetter): return before == .hebrewLetter  // WB7c
        case (.numeric, .numeric): return true  // WB8
        case (_, .numeric) where previous.isLetter: return true  // WB9
        case (.numeric, .letter), (.numeric, .hebrewLetter): return true  // WB10
        case (_, .numeric) where before == .numeric && previous.isInNumbers: return true  // WB11
        case (.numeric, _) where property.isInNumbers: return following(next) == .numeric  // WB12
        case (.katakana, .katakana): return true  // WB13
        case (_, .extendNumLet):
            return previous.isLetter || [.numeric, .katakana, .extendNumLet].contains(previous)  // WB13a
        case (.extendNumLet, _): return property.isLetter || property == .numeric || property == .katakana  // WB13b
        case (.regionalIndicator, .regionalIndicator): return indicators % 2 == 1  // WB15, WB16
        default: return false
        }
    }

    /// The property from a position on, past what only extends.
    private func following(_ position: Int) -> WordBreak.Property {
        var position = position
        while position < utf8.count {
            let (scalar, next) = UTF8Bytes.scalar(in: utf8, at: position)
            let property = kind(of: scalar).property
            if !property.extends { return property }
            position = next
        }
        return .other
    }

    @inline(__always)
    private func kind(of scalar: UInt32) -> WordBreak.Kind {
        WordBreak.Kind(raw: scalar < WordBreak.tableEnd ? properties[Int(scalar)] : WordBreak.search(scalar))
    }
}

/// The property Word_Break. The data lies in the generated file beside this.
enum WordBreak {
    enum Property: UInt8 {
        case other, cr, lf, newline, extend, zwj, regionalIndicator, format, katakana, hebrewLetter, letter, singleQuote
        case doubleQuote, midNumLet, midLetter, midNum, numeric, extendNumLet, space

        var isLetter: Bool { self == .letter || self == .hebrewLetter }
        var isLineEnd: Bool { self == .cr || self == .lf || self == .newline }
        var extends: Bool { self == .extend || self == .format || self == .zwj }
        var isInLetters: Bool { self == .midLetter || self == .midNumLet || self == .singleQuote }
        var isInNumbers: Bool { self == .midNum || self == .midNumLet || self == .singleQuote }
        var isWord: Bool { isLetter || self == .numeric || self == .katakana }
    }

    struct Kind {
        var property: Property
        var isPictographic: Bool

        /// As in the data.
        init(raw: UInt8) {
            property = Property(rawValue: raw & 0x7f) ?? .other
            isPictographic = raw & 0x80 != 0
        }
    }

    /// Planes 0 and 1, by code point.
    static let tableEnd: UInt32 = 0x20000
    static let table: [UInt8] = {
        var table = [UInt8](repeating: 0, count: Int(tableEnd))
        for (index, start) in ranges.enumerated() {
            let end = index + 1 < ranges.count ? ranges[index + 1] >> 8 : tableEnd
            for scalar in min(start >> 8, tableEnd)..<max(min(end, tableEnd), min(start >> 8, tableEnd)) {
                table[Int(scalar)] = UInt8(truncatingIfNeeded: start)
            }
        }
        return table
    }()

    static func search(_ scalar: UInt32) -> UInt8 {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle] >> 8 <= scalar { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? UInt8(truncatingIfNeeded: ranges[low - 1]) : 0
    }

    /// Letters, digits and _, which always join one another.
    @inline(__always)
    static func isASCIIWord(_ byte: UInt8) -> Bool {
        byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5f
    }

    /// ' " . , : ; may go on with a word.
    @inline(__always)
    static func mayJoin(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x22, 0x27, 0x2c, 0x2e, 0x3a, 0x3b: true
        default: false
        }
    }
}
