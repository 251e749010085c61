/// The letters of Hangul as they stand alone (Hangul Compatibility Jamo) and as they join to syllables.
enum HangulLetters {
    /// Of U+1100 and what follows it.
    private static let initials: [Unicode.Scalar] = Array("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ".unicodeScalars)
    /// Of U+11A8 and what follows it.
    private static let finals: [Unicode.Scalar] = Array("ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ".unicodeScalars)
    private static let firstInitial: UInt32 = 0x1100
    private static let firstFinal: UInt32 = 0x11a8
    private static let firstVowel: UInt32 = 0x1161
    private static let firstVowelAlone: UInt32 = 0x314f
    private static let vowelCount: UInt32 = 21

    /// The text with consonants that are in no syllable as letters that can be seen: ㄴ for U+11AB. mecab-ko-dic has ㅁ and
    /// ㅂ as initial consonants where they are final ones.
    static func standingAlone(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { alone($0.value) != nil }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(alone(scalar.value) ?? scalar) }
        return String(result)
    }

    private static func alone(_ scalar: UInt32) -> Unicode.Scalar? {
        if scalar >= firstFinal, scalar - firstFinal < UInt32(finals.count) { return finals[Int(scalar - firstFinal)] }
        if scalar >= firstInitial, scalar - firstInitial < UInt32(initials.count) {
            return initials[Int(scalar - firstInitial)]
        }
        return nil
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
}
