/// What stands around a place of a text, for `Sentences` to judge by. Positions are UTF-8 offsets between scalars.
struct TextBytes {
    private let utf8: UnsafeBufferPointer<UInt8>

    init(_ utf8: UnsafeBufferPointer<UInt8>) {
        self.utf8 = utf8
    }

    var count: Int { utf8.count }

    subscript(position: Int) -> UInt8 { utf8[position] }

    /// The scalar that begins at a position before the end.
    func scalar(at position: Int) -> (UInt32, end: Int) { UTF8Bytes.scalar(in: utf8, at: position) }

    /// The scalar at a position, 0 at the end.
    func peek(_ position: Int) -> UInt32 { position < utf8.count ? scalar(at: position).0 : 0 }

    /// The scalar before a position, 0 at the beginning.
    func before(_ position: Int) -> (UInt32, start: Int) {
        var start = position
        repeat {
            guard start > 0 else { return (0, 0) }
            start -= 1
        } while utf8[start] & 0xc0 == 0x80
        return (scalar(at: start).0, start)
    }

    func isSpace(at position: Int) -> Bool { WhiteSpace.length(in: utf8, at: position) > 0 }

    func endOfSpaces(from position: Int) -> Int {
        var end = position
        while end < utf8.count, utf8[end] == 0x20 || utf8[end] == 0x09 { end += 1 }
        return end
    }

    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        while start < range.upperBound {
            let length = WhiteSpace.length(in: utf8, at: start)
            guard length > 0 else { break }
            start += length
        }
        var end = range.upperBound
        while end > start {
            let (scalar, previous) = before(end)
            guard NormalizedCharacters.isWhiteSpace(scalar) else { break }
            end = previous
        }
        return start..<max(start, end)
    }
}

extension TextBytes {
    // MARK: Kinds of scalars

    static func isTerminator(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2e, 0x21, 0x3f, 0x2026, 0x3002, 0xff01, 0xff1f, 0xff0e: true
        default: false
        }
    }

    static func isCloser(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x22, 0x27, 0x29, 0x5d, 0x2019, 0x201d, 0x3009, 0x300b, 0x300d, 0x300f, 0x3011, 0xff09: true
        default: false
        }
    }

    private static func isSyllable(_ scalar: UInt32) -> Bool { HangulSyllable.range.contains(scalar) }

    private static func isASCIILetter(_ scalar: UInt32) -> Bool { scalar | 0x20 &- 0x61 < 26 }

    private static func isASCIIDigit(_ scalar: UInt32) -> Bool { scalar &- 0x30 < 10 }

    private static func isSmall(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return scalar &- 0x61 < 26 }
        return scalar < 0x2000 && Unicode.Scalar(scalar)?.properties.isLowercase ?? false
    }

    /// ㅋ ㅎ ㅠ ㅜ, ^ ~ ; and emoji.
    private static func isLaughter(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x314b, 0x314e, 0x3160, 0x315c, 0x3b, 0x5e, 0x7e, 0x2764, 0x2665, 0x2661, 0xfe0f, 0x200d: true
        default: scalar >= 0x1f300 && scalar < 0x1fb00
        }
    }

    func endOfLaughter(from position: Int) -> Int {
        var end = position
        while end < utf8.count {
            let (scalar, next) = scalar(at: end)
            guard Self.isLaughter(scalar) else { break }
            end = next
        }
        return end
    }

    // MARK: Points

    /// ! ? 。: an end but before a small letter, and within what has no spaces unless Korean or wide punctuation says so.
    func endsAtMark(_ first: Int, _ end: Int, closed: Bool, isWide: Bool) -> Bool {
        if isWide { return !(closed && continuesQuotation(at: end)) }
        let next = peek(end)
        if NormalizedCharacters.isWhiteSpace(next) {
            let following = peek(endOfSpaces(from: end))
            return !Self.isSmall(following) && following != 0x2c
        }
        return Self.isSyllable(before(first).0) && Self.isSyllable(next) && !closed
    }

    /// Two points and more.
    func endsAtEllipsis(_ first: Int, _ end: Int, closed: Bool) -> Bool {
        let (last, _) = before(first)
        let start = endOfSpaces(from: end)
        let following = peek(start)
        if Self.isSyllable(last) { return !closed && isFinal(at: first) && !continuesQuotation(at: end) }
        guard start > end else { return false }
        return !Self.isSmall(following) && following != 0x2c && (Self.isASCIILetter(following) || closed)
    }

    /// One point.
    func endsAtPoint(_ first: Int, _ end: Int, closed: Bool, sentence: Int) -> Bool {
        let (last, _) = before(first)
        let next = peek(end)
        guard NormalizedCharacters.isWhiteSpace(next) else {
            // No space: 했다.그러나
            return Self.isSyllable(last) && !closed && (Self.isSyllable(next) || Self.isASCIILetter(next))
                && isFinal(at: first)
        }
        var start = endOfSpaces(from: end)
        while start < utf8.count, isSpace(at: start) { start += 1 }
        let following = peek(start)
        if Self.isSmall(following) || following == 0x2c { return false }
        if closed { return true }
        if Self.isASCIIDigit(last) { return !isNumbering(before: first, following: following, sentence: sentence) }
        if Self.isASCIILetter(last) { return !isAbbreviation(before: first, following: start) }
        return true
    }

    /// Whether digits before a point count something: an item at the beginning of a line or sentence, or part of a date.
    private func isNumbering(before point: Int, following: UInt32, sentence: Int) -> Bool {
        var start = point
        while start > 0, Self.isASCIIDigit(UInt32(utf8[start - 1])) { start -= 1 }
        guard point - start <= 4 else { return false }
        var previous = start
        while previous > sentence, utf8[previous - 1] == 0x20 || utf8[previous - 1] == 0x09 { previous -= 1 }
        if previous <= sentence || utf8[previous - 1] == 0x0a || utf8[previous - 1] == 0x0d { return true }
        // 2019. 5. 3.
        return Self.isASCIIDigit(following) || (utf8[previous - 1] == 0x2e && !Self.isASCIILetter(following))
    }

    private func isAbbreviation(before point: Int, following: Int) -> Bool {
        var start = point
        while start > 0, point - start < 12, utf8[start - 1] == 0x2e || Self.isASCIILetter(UInt32(utf8[start - 1])) {
            start -= 1
        }
        let word = String(decoding: utf8[start..<point], as: UTF8.self)
        // An initial; I ends sentences too often to be one.
        if word.utf8.count == 1, word != "I", start == 0 || utf8[start - 1] < 0x80 {
            return word.first?.isUppercase ?? false
        }
        let small = word.lowercased()
        if Abbreviations.beforeNames.contains(small) { return true }
        guard word.contains(".") || Abbreviations.anywhere.contains(small) else { return false }
        // U.S., Inc. and the like end a sentence where the next word is one that begins them.
        var end = following
        while end < utf8.count, Self.isASCIILetter(UInt32(utf8[end])), end - following < 12 { end += 1 }
        return !Abbreviations.beginners.contains(String(decoding: utf8[following..<end], as: UTF8.self))
    }

    // MARK: Quotations

    /// Whether what begins at a position goes on with a quotation before it: a particle, a comma, a small letter.
    func continuesQuotation(at position: Int) -> Bool {
        let next = peek(position)
        if Self.isSyllable(next) || next == 0x2c { return true }
        let start = endOfSpaces(from: position)
        guard start > position else { return false }
        let following = peek(start)
        return Self.isSmall(following) || KoreanEndings.startsQuoting(self, at: start)
    }

    // MARK: Korean ends

    /// Whether the syllables before a position are of an ending that may be a sentence's last.
    func isFinal(at position: Int) -> Bool { KoreanEndings.isFinal(self, before: position) }

    /// Whether a sentence ends before the space at a position though no punctuation says so.
    func endsInKorean(before position: Int) -> Bool {
        guard position >= 6, utf8[position - 1] >= 0x80 || Self.isLaughter(UInt32(utf8[position - 1])) else {
            return false
        }
        var end = position
        while true {
            let (scalar, previous) = before(end)
            guard Self.isLaughter(scalar), end > 0 else { break }
            end = previous
        }
        if end < position { return isFinal(at: end) }
        return KoreanEndings.isUnmistakable(self, before: position)
    }

    // MARK: Lines

    /// The line ends from a position on, with the spaces among and after them: how many there are, U+2029 for two.
    func lineEnds(from position: Int) -> (lines: Int, end: Int) {
        var lines = 0
        var end = position
        while end < utf8.count {
            let (scalar, next) = scalar(at: end)
            switch scalar {
            case 0x0d where peek(next) == 0x0a: break
            case 0x0a, 0x0d, 0x85, 0x2028: lines += 1
            case 0x2029: lines += 2
            case let other where NormalizedCharacters.isWhiteSpace(other): break
            default: return (lines, end)
            }
            end = next
        }
        return (lines, end)
    }

    /// - * • · and numbers with . or ) before a space.
    func isListItem(at position: Int) -> Bool {
        var (scalar, end) = position < utf8.count ? scalar(at: position) : (0, position)
        switch scalar {
        case 0x2d, 0x2a, 0x2022, 0xb7, 0x25aa, 0x25cf, 0x25a0, 0x2013: break
        case 0x30...0x39:
            while end < utf8.count, end - position < 3, Self.isASCIIDigit(UInt32(utf8[end])) { end += 1 }
            scalar = peek(end)
            guard scalar == 0x2e || scalar == 0x29 else { return false }
            end += 1
        default: return false
        }
        return end < utf8.count && (utf8[end] == 0x20 || utf8[end] == 0x09)
    }
}
