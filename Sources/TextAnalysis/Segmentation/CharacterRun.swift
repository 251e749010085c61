/// The characters between two white spaces, cut where `Segmentation.words` cuts them: a word from its first letter,
/// digit or mark to its last, and every character before and after it alone.
struct CharacterRun {
    /// One character, or several together.
    struct Piece {
        /// See `scalar(at:)`.
        var scalars: Range<Int>
        /// Of the original text's bytes.
        var start: Int
        var end: Int
    }

    private var scalars: [UInt32] = []
    private var members: [Piece] = []
    /// The next to give out.
    private var next = 0
    /// Within `members`.
    private var word = 0..<0

    var isEmpty: Bool { next == members.count }

    /// Adds the current character of `characters`.
    mutating func append(_ characters: NormalizedCharacters) {
        if isEmpty, next > 0 {
            scalars.removeAll(keepingCapacity: true)
            members.removeAll(keepingCapacity: true)
            (next, word) = (0, 0..<0)
        }
        let first = scalars.count
        if characters.cluster.isEmpty {
            scalars.append(characters.first.value)
        } else {
            scalars += characters.cluster
        }
        if WordFeatures.isPartOfWord(characters.first.value) {
            word = (word.isEmpty ? members.count : word.lowerBound)..<members.count + 1
        }
        members.append(
            Piece(scalars: first..<scalars.count, start: characters.first.start, end: characters.first.end))
    }

    /// The next piece; an empty one at the end.
    mutating func takePiece() -> Piece {
        let piece = next == word.lowerBound && !word.isEmpty ? word : next..<min(next + 1, members.count)
        guard let first = members[piece].first, let last = members[piece].last else {
            return Piece(scalars: 0..<0, start: 0, end: 0)
        }
        next = piece.upperBound
        return Piece(
            scalars: first.scalars.lowerBound..<last.scalars.upperBound, start: first.start, end: last.end)
    }

    /// Digits are 0.
    func scalar(at index: Int) -> UInt32 {
        WordFeatures.isDigit(scalars[index]) ? 0x30 : scalars[index]
    }
}
