import TextAnalysis

/// The letters before a cursor that are together, and the words that could become of them.
struct BegunWord {
    let text: String
    /// UTF-8 offsets.
    let range: Range<Int>
    /// Of what a word is spelt that goes on from it.
    let spans: [SpellingSpan]

    /// Scalars: what is longer is no word.
    private static let longest = 64

    /// Nil where there are none, or where the cursor stands within a character.
    init?(in text: String, at cursor: Int) {
        let utf8 = text.utf8
        guard cursor > 0, cursor <= utf8.count else { return nil }
        let end = utf8.index(utf8.startIndex, offsetBy: cursor)
        guard let boundary = end.samePosition(in: text.unicodeScalars) else { return nil }
        var letters = String.UnicodeScalarView()
        for scalar in text.unicodeScalars[..<boundary].reversed() {
            guard Self.isPartOfWord(scalar), letters.count < Self.longest else { break }
            letters.append(scalar)
        }
        guard letters.contains(where: \.properties.isAlphabetic) else { return nil }
        self.text = String(String.UnicodeScalarView(letters.reversed()))
        range = cursor - self.text.utf8.count..<cursor
        let lower = self.text.lowercased()
        let spellings = lower == self.text ? [lower] : [self.text, lower]
        spans = spellings.flatMap { HalfTypedSyllable.spans(of: $0) }
    }

    private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "-" || scalar == "'"
    }
}

/// A syllable of Hangul grows letter by letter: 여 may become 영, 역 may become 여기, and ㅎ any syllable that begins so.
///
/// Syllables that begin alike are neighbours in Unicode, so that what could become of one is a few spans of spellings.
enum HalfTypedSyllable {
    private static let firstSyllable: UInt32 = 0xac00
    private static let (vowels, finals): (UInt32, UInt32) = (21, 28)

    /// The spans of all words that go on from `prefix`.
    static func spans(of prefix: String) -> [SpellingSpan] {
        guard let last = prefix.unicodeScalars.last else { return [] }
        let before = String(String.UnicodeScalarView(prefix.unicodeScalars.dropLast()))
        func syllables(after before: String, beginningWith initial: UInt32) -> SpellingSpan? {
            let first = firstSyllable + initial * vowels * finals
            return SpellingSpan(before, first, first + vowels * finals - 1)
        }
        let value = last.value
        if let initial = initials.firstIndex(of: last) {
            return [syllables(after: before, beginningWith: UInt32(initial))].compactMap { $0 }
        }
        guard value >= firstSyllable, value < firstSyllable + 19 * vowels * finals else {
            return [SpellingSpan(before, value, value)].compactMap { $0 }
        }
        let index = value - firstSyllable
        let final = Int(index % finals)
        let open = value - UInt32(final)
        if final == 0 {
            // ㅗ may become ㅘ, ㅙ or ㅚ, with any consonant below.
            let more: UInt32 = [8: 3, 13: 3, 18: 1][index / finals % vowels] ?? 0
            return [SpellingSpan(before, open, open + (more + 1) * finals - 1)].compactMap { $0 }
        }
        let grown: UInt32 = [1: 2, 4: 2, 8: 7, 17: 1][final] ?? 0
        var spans = [SpellingSpan(before, value, value + grown)]
        // The consonant below may be the next syllable's first: of two the second.
        let (rest, moved): (UInt32, Unicode.Scalar?)
        if let (stays, goes) = doubles[final] {
            (rest, moved) = (UInt32(stays), goes)
        } else {
            (rest, moved) = (0, finalLetters[final - 1])
        }
        if let initial = moved.flatMap({ initials.firstIndex(of: $0) }), let syllable = Unicode.Scalar(open + rest) {
            spans.append(syllables(after: before + String(Character(syllable)), beginningWith: UInt32(initial)))
        }
        return spans.compactMap { $0 }
    }

    private static let initials = Array("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ".unicodeScalars)
    private static let finalLetters = Array("ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ".unicodeScalars)

    /// Of two consonants below: the number of the first, and the second.
    private static let doubles: [Int: (Int, Unicode.Scalar)] = [
        3: (1, "ㅅ"), 5: (4, "ㅈ"), 6: (4, "ㅎ"), 9: (8, "ㄱ"), 10: (8, "ㅁ"), 11: (8, "ㅂ"), 12: (8, "ㅅ"), 13: (8, "ㅌ"),
        14: (8, "ㅍ"), 15: (8, "ㅎ"), 18: (17, "ㅅ"),
    ]
}
