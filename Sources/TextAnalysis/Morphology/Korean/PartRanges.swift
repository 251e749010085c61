/// Where the parts of a morpheme stand in it.
///
/// What the parts spell is held against the surface, letter by letter, from the front and from the back: a part that is
/// spelled whole is exactly where it is spelled, and those between, whose letters have changed, are together in what is
/// left. 가까우 + ㄴ of 가까운: the second is in 운, the first in all three. 하 + 았 + 어요 of 했어요: the third in 어요, the
/// others in 했.
enum PartRanges {
    private struct Letter {
        var jamo: UInt32
        /// UTF-8 offsets of the character that it is in.
        var range: Range<Int>
    }

    /// - Parameter start: of the surface in the text.
    static func parts(_ parts: [(form: String, tag: String)], of surface: String, at start: Int) -> [Morpheme.Part] {
        let letters = letters(of: surface, at: start)
        let spelled = parts.map { part in part.form.unicodeScalars.flatMap { HangulLetters.jamo(of: $0) } }
        let whole = start..<start + surface.utf8.count
        var ranges = [Range<Int>](repeating: whole, count: parts.count)

        var front = 0
        var first = 0
        while first < spelled.count, let end = matches(spelled[first], letters, from: front) {
            ranges[first] = range(of: letters[front..<end], in: whole)
            (front, first) = (end, first + 1)
        }
        var back = letters.count
        var last = spelled.count
        while last > first, back - spelled[last - 1].count >= front,
            matches(spelled[last - 1], letters, from: back - spelled[last - 1].count) != nil
        {
            back -= spelled[last - 1].count
            last -= 1
            ranges[last] = range(of: letters[back..<back + spelled[last].count], in: whole)
        }
        // Letters that two parts have become one of (가 + 아 of 가) belong to both.
        let middle =
            front < back
            ? range(of: letters[front..<back], in: whole)
            : range(of: letters[max(0, front - 1)..<min(letters.count, front + 1)], in: whole)
        for index in first..<last { ranges[index] = middle }
        return zip(parts, ranges).map { Morpheme.Part(form: $0.form, tag: $0.tag, range: $1) }
    }

    private static func letters(of surface: String, at start: Int) -> [Letter] {
        var letters: [Letter] = []
        var offset = start
        for scalar in surface.unicodeScalars {
            let range = offset..<offset + UTF8.width(scalar)
            letters += HangulLetters.jamo(of: scalar).map { Letter(jamo: $0, range: range) }
            offset = range.upperBound
        }
        return letters
    }

    /// Where the letters end that spell `jamo` from there; nil where they do not.
    private static func matches(_ jamo: [UInt32], _ letters: [Letter], from start: Int) -> Int? {
        guard !jamo.isEmpty, start + jamo.count <= letters.count else { return nil }
        let end = start + jamo.count
        return zip(jamo, letters[start..<end]).allSatisfy { $0 == $1.jamo } ? end : nil
    }

    private static func range(of letters: ArraySlice<Letter>, in whole: Range<Int>) -> Range<Int> {
        guard let first = letters.first, let last = letters.last else { return whole }
        return first.range.lowerBound..<last.range.upperBound
    }
}
