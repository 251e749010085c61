/// What stands in texts and is not language: found by its form, so that a step can replace it.
///
/// - `urls`: from a scheme (http, https, ftp) or www. on, as long as there are the ASCII characters of an address
///   (RFC 3986), without the punctuation that ends a sentence or closes a bracket opened before it.
/// - `emails`: a name, @, and a domain with a dot.
/// - `mentions`: @ and a name that is not in an e-mail address. `hashtags`: # and a word with a letter in it.
/// - `numbers`: decimal digits, with commas and points between them.
/// - `emoji`: characters with the presentation of emoji (UTS #51): with modifiers, joined, flags and keycaps whole.
enum TextEntity: String, CaseIterable, Sendable {
    case urls, emails, mentions, hashtags, numbers, emoji

    var placeholder: String {
        switch self {
        case .urls: "<url>"
        case .emails: "<email>"
        case .mentions: "<mention>"
        case .hashtags: "<hashtag>"
        case .numbers: "<number>"
        case .emoji: "<emoji>"
        }
    }

    func edit(_ utf8: UnsafeBufferPointer<UInt8>, placeholder: String, _ editor: inout TextEditor) {
        for range in ranges(in: utf8) { editor.replace(range, with: placeholder.utf8) }
    }

    /// Where they are, in order and disjoint.
    func ranges(in utf8: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        if self == .emoji {
            var characters = CharacterRanges(utf8)
            var ranges: [Range<Int>] = []
            while let character = characters.next() {
                if Self.isEmoji(utf8, character) { ranges.append(character) }
            }
            return ranges
        }
        var ranges: [Range<Int>] = []
        var position = 0
        while position < utf8.count {
            guard let range = range(in: utf8, at: position, after: ranges.last?.upperBound ?? 0), !range.isEmpty else {
                position += 1
                continue
            }
            ranges.append(range)
            position = range.upperBound
        }
        return ranges
    }

    /// What has its sign at a position and begins at `previous` or after it.
    private func range(in utf8: UnsafeBufferPointer<UInt8>, at position: Int, after previous: Int) -> Range<Int>? {
        let byte = utf8[position]
        switch self {
        case .urls:
            guard byte | 0x20 == 0x68 || byte | 0x20 == 0x66 || byte | 0x20 == 0x77 else { return nil }
            return Self.url(in: utf8, at: position)
        case .emails:
            return byte == 0x40 ? Self.email(in: utf8, at: position, after: previous) : nil
        case .mentions:
            guard byte == 0x40, !Self.isWord(utf8, before: position) else { return nil }
            return position..<Self.endOfWord(in: utf8, from: position + 1).end
        case .hashtags:
            guard byte == 0x23, !Self.isWord(utf8, before: position) else { return nil }
            let (end, hasLetter) = Self.endOfWord(in: utf8, from: position + 1)
            return hasLetter ? position..<end : nil
        case .numbers:
            return Self.number(in: utf8, at: position)
        case .emoji:
            return nil
        }
    }

    private static func url(in utf8: UnsafeBufferPointer<UInt8>, at position: Int) -> Range<Int>? {
        let beginnings: [StaticString] = ["https://", "http://", "ftp://", "www."]
        guard position == 0 || !isASCIIWord(utf8[position - 1]),
            let beginning = beginnings.first(where: { starts(utf8, at: position, with: $0) })
        else { return nil }
        let body = position + beginning.utf8CodeUnitCount
        var end = body
        var opened = 0
        while end < utf8.count, isOfURL(utf8[end]) {
            opened += utf8[end] == 0x28 ? 1 : utf8[end] == 0x29 ? -1 : 0
            end += 1
        }
        while end > body {
            switch utf8[end - 1] {
            case 0x29 where opened < 0: opened += 1
            // . , : ; ! ? ' * _ ~
            case 0x2e, 0x2c, 0x3a, 0x3b, 0x21, 0x3f, 0x27, 0x2a, 0x5f, 0x7e: break
            default: return position..<end
            }
            end -= 1
        }
        return nil
    }

    private static func starts(_ utf8: UnsafeBufferPointer<UInt8>, at position: Int, with lowercase: StaticString)
        -> Bool
    {
        lowercase.withUTF8Buffer { wanted in
            guard wanted.count <= utf8.count - position else { return false }
            return wanted.indices.allSatisfy { utf8[position + $0] | 0x20 == wanted[$0] | 0x20 }
        }
    }

    /// The unreserved and reserved characters and %, but for what closes a bracket of the text.
    private static func isOfURL(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21, 0x23...0x3b, 0x3d, 0x3f...0x5a, 0x5f, 0x61...0x7a, 0x7e: true
        default: false
        }
    }

    private static func email(in utf8: UnsafeBufferPointer<UInt8>, at sign: Int, after previous: Int) -> Range<Int>? {
        var start = sign
        while start > previous, isASCIIWord(utf8[start - 1]) || [0x2e, 0x25, 0x2b, 0x2d].contains(utf8[start - 1]) {
            start -= 1
        }
        // A name does not begin with a dot.
        while start < sign, utf8[start] == 0x2e { start += 1 }
        var end = sign + 1
        var lastDot: Int?
        while end < utf8.count {
            if utf8[end] == 0x2e, end > sign + 1, utf8[end - 1] != 0x2e {
                lastDot = end
            } else if utf8[end] == 0x5f || !(isASCIIWord(utf8[end]) || utf8[end] == 0x2d) {
                break
            }
            end += 1
        }
        if let dot = lastDot, dot == end - 1 {
            // It ends the sentence: the dot before it counts.
            end = dot
            lastDot = utf8[sign + 1..<end].lastIndex(of: 0x2e)
        }
        guard start < sign, let dot = lastDot, end - dot > 2 else { return nil }
        return start..<end
    }

    private static func number(in utf8: UnsafeBufferPointer<UInt8>, at position: Int) -> Range<Int>? {
        var end = position
        while let next = endOfDigit(in: utf8, at: end) {
            end = next
            if end < utf8.count, utf8[end] == 0x2c || utf8[end] == 0x2e, let next = endOfDigit(in: utf8, at: end + 1) {
                end = next
            }
        }
        return end > position ? position..<end : nil
    }

    private static func endOfDigit(in utf8: UnsafeBufferPointer<UInt8>, at position: Int) -> Int? {
        guard position < utf8.count, utf8[position] < 0x80 || utf8[position] >= 0xc0 else { return nil }
        if utf8[position] < 0x80 { return utf8[position] &- 0x30 < 10 ? position + 1 : nil }
        // No digits among Hangul, which most of such bytes are.
        if utf8[position] >= 0xea && utf8[position] <= 0xed { return nil }
        let (scalar, end) = UTF8Bytes.scalar(in: utf8, at: position)
        return WordFeatures.isDigit(scalar) ? end : nil
    }

    private static func endOfWord(in utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> (end: Int, hasLetter: Bool) {
        var position = start
        var hasLetter = false
        while position < utf8.count {
            let (scalar, end) = UTF8Bytes.scalar(in: utf8, at: position)
            guard scalar == 0x5f || WordFeatures.isPartOfWord(scalar) else { break }
            hasLetter = hasLetter || !(scalar == 0x5f || WordFeatures.isDigit(scalar))
            position = end
        }
        // The sign alone is nothing.
        return (position > start ? position : start - 1, hasLetter)
    }

    private static func isWord(_ utf8: UnsafeBufferPointer<UInt8>, before position: Int) -> Bool {
        position > 0 && isASCIIWord(utf8[position - 1])
    }

    private static func isASCIIWord(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || byte | 0x20 &- 0x61 < 26 || byte == 0x5f
    }

    private static func isEmoji(_ utf8: UnsafeBufferPointer<UInt8>, _ character: Range<Int>) -> Bool {
        let (first, end) = UTF8Bytes.scalar(in: utf8, at: character.lowerBound)
        guard first == 0x23 || first == 0x2a || first == 0xa9 || first == 0xae || first &- 0x30 < 10 || first >= 0x203c,
            !HangulSyllable.range.contains(first), let properties = Unicode.Scalar(first)?.properties,
            properties.isEmoji
        else { return false }
        // Older signs are emoji where they are used as such: the hearts and faces from the technical signs on.
        if properties.isEmojiPresentation || first >= 0x231a { return true }
        guard end < character.upperBound else { return false }
        return UTF8Bytes.scalar(in: utf8, at: end).0 == 0xfe0f
    }
}
