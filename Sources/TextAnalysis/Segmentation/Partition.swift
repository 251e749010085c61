/// Ways to part a text that need neither a dictionary nor a model.
package enum Partition: String, Sendable, Hashable, CaseIterable {
    /// See `Sentences`.
    case sentences
    /// See `Lines.paragraphs`.
    case paragraphs
    /// See `Lines.ranges`.
    case lines
    /// With a letter or a number in them (UAX #29): see `UnicodeWords`.
    case words
    /// What lies between white space.
    case whitespace
    /// Extended grapheme clusters (UAX #29), as the standard library breaks them: what a reader calls a character.
    case graphemes

    /// UTF-8 offsets, in order and disjoint.
    package func ranges(in text: String) -> [Range<Int>] {
        switch self {
        case .sentences: return Sentences.ranges(in: text)
        case .paragraphs: return Lines.paragraphs(in: text)
        case .lines: return Lines.ranges(in: text)
        case .words: return UnicodeWords.words(of: text)
        case .whitespace: return WhiteSpace.tokens(of: text)
        case .graphemes:
            var text = text
            return text.withUTF8 { Array(CharacterRanges($0)) }
        }
    }
}
