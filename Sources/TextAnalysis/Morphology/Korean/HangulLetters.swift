/// The letters of Hangul as they stand alone (Hangul Compatibility Jamo) and as they join to syllables.
enum HangulLetters {
    /// Of the 27 final consonants U+11A8 … U+11C2.
    private static let finals: [Unicode.Scalar] = Array("ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ".unicodeScalars)
    private static let firstFinal: UInt32 = 0x11a8
    private static let firstVowel: UInt32 = 0x1161
    private static let firstVowelAlone: UInt32 = 0x314f
    private static let vowelCount: UInt32 = 21

    /// The text with final consonants that are in no syllable as letters that can be seen: ㄴ for U+11AB.
    static func standingAlone(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { index(ofFinal: $0.value) != nil }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            result.append(index(ofFinal: scalar.value).map { finals[$0] } ?? scalar)
        }
        return String(result)
    }

    /// What a scalar is made of: a syllable of its jamo, a letter that stands alone of the vowel or the final consonant that
    /// it is, anything else of itself.
    static func jamo(of scalar: Unicode.Scalar) -> [UInt32] {
        let value = scalar.value
        if HangulSyllable.range.contains(value) {
            var jamo: [UInt32] = []
            HangulSyllable.decompose(value) { jamo.append($0) }
            return jamo
        }
        if value >= firstVowelAlone, value - firstVowelAlone < vowelCount {
            return [value - firstVowelAlone + firstVowel]
        }
        if let index = finals.firstIndex(of: scalar) { return [firstFinal + UInt32(index)] }
        return [value]
    }

    private static func index(ofFinal scalar: UInt32) -> Int? {
        guard scalar >= firstFinal, scalar - firstFinal < UInt32(finals.count) else { return nil }
        return Int(scalar - firstFinal)
    }
}
