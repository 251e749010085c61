/// The sentences of a text in Korean, English and what is punctuated alike, by rules; one pass over the bytes.
///
/// A sentence ends
/// - at . ! ? 。 ！ ？ … and the quotes and brackets that close after them, unless what stands around says otherwise: a
///   point in a number, an address or an abbreviation, an initial, the number of a list's item or of a date, a small
///   letter or a particle after a quotation;
/// - without any of them at a Korean ending that is nothing else (습니다, 해요, 죠, 했다) before a space;
/// - at laughter, tears and emoji after a Korean ending (재밌다ㅋㅋ, 좋아요 😀);
/// - at an empty line, a paragraph separator, and a line end before an item of a list.
///
/// Points within brackets end nothing, nor do those within a quotation that the sentence goes on after ("…"라고 했다).
/// A range has no white space at either end, and every other byte of the text is in one.
package enum Sentences {
    /// UTF-8 offsets, in order and disjoint.
    package static func ranges(in text: String) -> [Range<Int>] {
        var text = text
        return text.withUTF8 { ranges(in: $0) }
    }

    /// `utf8` is valid.
    package static func ranges(in utf8: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var scanner = SentenceScanner(utf8)
        return scanner.ranges()
    }
}

/// Where sentences end: see `Sentences`.
private struct SentenceScanner {
    private let bytes: TextBytes
    /// Where each sentence ends, by now.
    private var ends: [Int] = []
    private var position = 0
    /// The outermost bracket or quotation that is open: what closes it, where it was opened, and how many ends there
    /// were before.
    private var open: (closer: UInt32, start: Int, ends: Int)?
    /// One that is not closed after so many bytes never was one.
    private static let longestEnclosure = 1200

    init(_ utf8: UnsafeBufferPointer<UInt8>) {
        bytes = TextBytes(utf8)
    }

    mutating func ranges() -> [Range<Int>] {
        while position < bytes.count {
            let byte = bytes[position]
            guard Self.mayMatter[Int(byte)] else {
                position += 1
                continue
            }
            let (scalar, next) = bytes.scalar(at: position)
            if let start = open?.start, position - start > Self.longestEnclosure { open = nil }
            switch scalar {
            case 0x2e, 0x21, 0x3f, 0x2026, 0x3002, 0xff01, 0xff1f, 0xff0e: readTerminators()
            case 0x0a, 0x0d, 0x85, 0x2028, 0x2029: readLineEnd()
            case 0x20, 0x09, 0xa0, 0x3000: readSpace(next)
            default:
                readEnclosure(scalar, next)
                position = next
            }
        }
        return sentences()
    }

    /// The ranges between the ends, without white space around them.
    private func sentences() -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        ranges.reserveCapacity(ends.count + 1)
        var start = 0
        for end in ends + [bytes.count] {
            let range = bytes.trimmed(start..<max(start, end))
            if !range.isEmpty { ranges.append(range) }
            start = max(start, end)
        }
        return ranges
    }

    /// First bytes of all that `ranges` looks at.
    private static let mayMatter: [Bool] = {
        var matters = [Bool](repeating: false, count: 256)
        for byte in ".!?\n\r \t\"([)]".utf8 { matters[Int(byte)] = true }
        // … “ ” ‘ ’ and the spaces, 。「」『』《》〈〉【】, ！ ？ ．, NEL and no-break space.
        for byte in [0xe2, 0xe3, 0xef, 0xc2] { matters[byte] = true }
        return matters
    }()

    // MARK: Brackets and quotations

    private mutating func readEnclosure(_ scalar: UInt32, _ next: Int) {
        if let enclosure = open {
            if scalar == enclosure.closer { close(enclosure, next) }
        } else if let closer = Self.closer(of: scalar) {
            open = (closer, position, ends.count)
        }
    }

    private mutating func close(_ enclosure: (closer: UInt32, start: Int, ends: Int), _ next: Int) {
        let isQuotation = enclosure.closer != 0x29 && enclosure.closer != 0x5d
        // Ends within count where the quotation was all there was to say.
        if !isQuotation || bytes.continuesQuotation(at: next) { ends.removeLast(max(0, ends.count - enclosure.ends)) }
        open = nil
    }

    private static func closer(of scalar: UInt32) -> UInt32? {
        switch scalar {
        case 0x22: 0x22
        case 0x28: 0x29
        case 0x5b: 0x5d
        case 0x201c: 0x201d
        case 0x2018: 0x2019
        case 0x3008, 0x300a, 0x300c, 0x300e, 0x3010: scalar + 1
        case 0xff08: 0xff09
        default: nil
        }
    }

    // MARK: Ends

    private mutating func readTerminators() {
        let first = position
        var last: UInt32 = 0
        var points = 0
        var isStrong = false
        while position < bytes.count {
            let (scalar, next) = bytes.scalar(at: position)
            guard TextBytes.isTerminator(scalar) else { break }
            if scalar == 0x2e || scalar == 0x2026 { points += scalar == 0x2e ? 1 : 3 } else { isStrong = true }
            last = scalar
            position = next
        }
        let afterPoints = position
        // What closes after it belongs to it.
        while position < bytes.count {
            let (scalar, next) = bytes.scalar(at: position)
            guard TextBytes.isCloser(scalar), scalar != 0x22 || open?.closer == 0x22 else { break }
            let enclosure = open
            readEnclosure(scalar, next)
            if let enclosure, open == nil, bytes.continuesQuotation(at: next) || enclosure.closer == 0x29 && points < 1
            {
                position = next
                return
            }
            position = next
        }
        let closed = position > afterPoints
        position = bytes.endOfLaughter(from: position)
        let isEnd: Bool
        if position == bytes.count {
            isEnd = true
        } else if isStrong && last != 0x2e || last == 0x3002 {
            isEnd = bytes.endsAtMark(first, position, closed: closed, isWide: last >= 0x3000)
        } else if points >= 2 {
            isEnd = bytes.endsAtEllipsis(first, position, closed: closed)
        } else {
            isEnd = bytes.endsAtPoint(first, position, closed: closed, sentence: ends.last ?? 0)
        }
        if isEnd { end() }
    }

    /// A sentence ends here, and with it the laughter that follows.
    private mutating func end() {
        let space = bytes.endOfSpaces(from: position)
        let laughter = bytes.endOfLaughter(from: space)
        if laughter > space, laughter == bytes.count || bytes.isSpace(at: laughter) { position = laughter }
        ends.append(position)
    }

    private mutating func readLineEnd() {
        let run = bytes.lineEnds(from: position)
        if run.lines > 1 || bytes.isListItem(at: run.end) {
            open = nil
            ends.append(position)
        } else {
            readSpace(position)
        }
        position = max(run.end, position + 1)
    }

    private mutating func readSpace(_ next: Int) {
        if bytes.endsInKorean(before: position) { end() }
        position = max(next, position)
    }
}
