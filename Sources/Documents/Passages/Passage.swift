/// A piece of prose in a document: a paragraph, a heading, a comment.
///
/// It is read as one text, though in the document marks may stand within it: the two leaders of a comment's lines, the
/// asterisks around a word.
package struct Passage: Sendable, Equatable {
    /// What stands in the segments, one after another.
    package let text: String
    /// Most passages have one segment, and need no memory for others.
    private let first: Range<Int>
    private let others: [Range<Int>]

    init(_ segment: Range<Int>, text: String) {
        first = segment
        others = []
        self.text = text
    }

    /// `segments` has at least two.
    init(_ segments: consuming [Range<Int>], text: String) {
        first = segments.isEmpty ? 0..<0 : segments.removeFirst()
        others = segments
        self.text = text
    }

    /// The same with a text of the same bytes, so that passages that say the same share their memory.
    package func sharing(_ text: String) -> Passage {
        text.utf8.count == self.text.utf8.count ? Passage(first, others, text) : self
    }

    private init(_ first: Range<Int>, _ others: [Range<Int>], _ text: String) {
        self.first = first
        self.others = others
        self.text = text
    }

    /// Of the document, in bytes between scalars: in order, disjoint, none of them empty, at least one.
    package var segments: [Range<Int>] { [first] + others }

    /// From the first segment's beginning to the last one's end.
    package var range: Range<Int> { first.lowerBound..<(others.last ?? first).upperBound }

    /// Where a range of the text's bytes stands in the document, with what lies between its segments. The range is
    /// clamped; what lies before its first byte or after its last is not part of the answer.
    package func documentRange(of range: Range<Int>) -> Range<Int> {
        let start = documentOffset(of: range.lowerBound, asEnd: false)
        guard !range.isEmpty else { return start..<start }
        return start..<max(start, documentOffset(of: range.upperBound, asEnd: true))
    }

    /// The offset in the text of an offset in the document; nil outside of all segments. The end of a segment counts as
    /// inside.
    package func offset(of documentOffset: Int) -> Int? {
        guard first.lowerBound <= documentOffset else { return nil }
        if documentOffset <= first.upperBound { return documentOffset - first.lowerBound }
        var length = first.count
        for segment in others {
            guard segment.lowerBound <= documentOffset else { return nil }
            if documentOffset <= segment.upperBound { return length + documentOffset - segment.lowerBound }
            length += segment.count
        }
        return nil
    }

    /// A place between two segments is the end of the first or the beginning of the second.
    private func documentOffset(of offset: Int, asEnd: Bool) -> Int {
        var left = max(0, offset)
        if left < first.count || asEnd && left == first.count { return first.lowerBound + left }
        left -= first.count
        for segment in others {
            if left < segment.count || asEnd && left == segment.count { return segment.lowerBound + left }
            left -= segment.count
        }
        return range.upperBound
    }
}
