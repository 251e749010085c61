/// Makes passages of ranges of a text: without white space at their ends, none of them longer than `limit`.
struct PassageBuilder {
    /// In bytes. What is read again after an edit is a passage, so that a line of 5 MB must not be one.
    static let limit = 4096

    private(set) var passages: [Passage] = []
    let bytes: Bytes
    /// What several segments are together.
    private var joined: [UInt8] = []
    private var known: KnownTexts

    /// - Parameter earlier: passages whose texts are likely to come again, in order.
    init(_ bytes: Bytes, after earlier: [Passage] = []) {
        self.bytes = bytes
        known = KnownTexts(earlier)
    }

    /// Adds what stands in a range, between scalars.
    mutating func add(_ range: Range<Int>) {
        var rest = bytes.trimmed(range)
        while rest.count > Self.limit {
            let cut = bytes.placeToCut(rest)
            let piece = bytes.trimmed(rest.lowerBound..<cut)
            if !piece.isEmpty { passages.append(Passage(piece, text: known.string(in: piece, of: bytes))) }
            rest = bytes.trimmed(cut..<rest.upperBound)
        }
        if !rest.isEmpty { passages.append(Passage(rest, text: known.string(in: rest, of: bytes))) }
    }

    /// Adds what stands in ranges between scalars, which are in order and disjoint, as one text.
    mutating func add(_ segments: some Collection<Range<Int>>) {
        var kept: [Range<Int>] = []
        kept.reserveCapacity(segments.count)
        for segment in segments where !segment.isEmpty {
            if let last = kept.last, last.upperBound == segment.lowerBound {
                kept[kept.count - 1] = last.lowerBound..<segment.upperBound
            } else {
                kept.append(segment)
            }
        }
        while let first = kept.first {
            let start = bytes.trimmed(first).lowerBound
            if start < first.upperBound {
                kept[0] = start..<first.upperBound
                break
            }
            kept.removeFirst()
        }
        while let last = kept.last {
            let end = bytes.trimmed(last).upperBound
            if end > last.lowerBound {
                kept[kept.count - 1] = last.lowerBound..<end
                break
            }
            kept.removeLast()
        }
        if kept.count < 2 {
            if let only = kept.first { add(only) }
            return
        }
        joined.removeAll(keepingCapacity: true)
        for segment in kept { joined.append(contentsOf: UnsafeBufferPointer(rebasing: bytes.buffer[segment])) }
        joined.withUnsafeBufferPointer { buffer in
            let text = Bytes(buffer)
            guard text.count > Self.limit else {
                passages.append(Passage(kept, text: known.string(in: 0..<text.count, of: text)))
                return
            }
            var pieces: [Range<Int>] = []
            var rest = text.trimmed(0..<text.count)
            while rest.count > Self.limit {
                let cut = text.placeToCut(rest)
                pieces.append(text.trimmed(rest.lowerBound..<cut))
                rest = text.trimmed(cut..<rest.upperBound)
            }
            pieces.append(rest)
            var mapping = SegmentWalk(kept[...])
            for piece in pieces where !piece.isEmpty {
                var segments: [Range<Int>] = []
                mapping.forEachSegment(of: piece) { segments.append($0) }
                passages.append(Passage(segments, text: known.string(in: piece, of: text)))
            }
        }
    }
}

/// The texts of earlier passages, of which the next is likely to be the next that is asked for.
private struct KnownTexts {
    private let passages: [Passage]
    private var next = 0
    /// Passages that an edit may take away at once without the texts after them being copied again.
    private static let ahead = 8

    init(_ passages: [Passage]) {
        self.passages = passages
    }

    /// What stands in a range of whole scalars.
    mutating func string(in range: Range<Int>, of bytes: Bytes) -> String {
        for place in next..<min(next + Self.ahead, passages.count)
        where passages[place].text.hasBytes(of: bytes.buffer[range]) {
            next = place + 1
            return passages[place].text
        }
        return bytes.string(in: range)
    }
}

extension String {
    /// Eight bytes at a time: all of a document is compared after each edit.
    fileprivate func hasBytes(of other: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard utf8.count == other.count else { return false }
        let other = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: other))
        return utf8.withContiguousStorageIfAvailable { own in
            let own = UnsafeRawBufferPointer(own)
            var place = 0
            while place + 8 <= own.count {
                let (a, b) = (
                    own.loadUnaligned(fromByteOffset: place, as: UInt64.self),
                    other.loadUnaligned(fromByteOffset: place, as: UInt64.self)
                )
                if a != b { return false }
                place += 8
            }
            return own[place...].elementsEqual(other[place...])
        } ?? false
    }
}

/// Leads from a text that is several segments of another back to that, for ranges in rising order.
struct SegmentWalk {
    private let segments: ArraySlice<Range<Int>>
    private var index: Int
    /// Where the current segment begins in the text.
    private var start = 0

    init(_ segments: ArraySlice<Range<Int>>) {
        self.segments = segments
        index = segments.startIndex
    }

    /// Calls `body` with each piece of the segments that a range is made of.
    mutating func forEachSegment(of range: Range<Int>, _ body: (Range<Int>) -> Void) {
        while index < segments.endIndex, start + segments[index].count <= range.lowerBound {
            start += segments[index].count
            index += 1
        }
        while index < segments.endIndex, start < range.upperBound {
            let segment = segments[index]
            let first = segment.lowerBound + max(0, range.lowerBound - start)
            let last = segment.lowerBound + min(segment.count, range.upperBound - start)
            if first < last { body(first..<last) }
            guard start + segment.count <= range.upperBound else { return }
            start += segment.count
            index += 1
        }
    }
}

extension Bytes {
    /// Where to cut a range of more than `PassageBuilder.limit` bytes: after the last line end within the limit, else
    /// after the last sentence, else before the last white space, else between two scalars.
    fileprivate func placeToCut(_ range: Range<Int>) -> Int {
        let limit = scalarStart(at: range.lowerBound + PassageBuilder.limit)
        var sentence: Int?
        var space: Int?
        var position = limit
        while position > range.lowerBound {
            let before = self[position - 1]
            // CR LF is never cut: it ends in LF, and what follows a CR that is followed by one is white space.
            if before == 0x0a || before == 0x0d { return position }
            if sentence == nil, whiteSpace(at: position) > 0 {
                space = space ?? position
                if Self.endsSentence(scalar(before: position).0) { sentence = position }
            }
            position -= 1
        }
        return sentence ?? space ?? limit
    }

    private static func endsSentence(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x21, 0x2e, 0x3f, 0x2026, 0x3002, 0xff01, 0xff0e, 0xff1f: true
        default: false
        }
    }
}
