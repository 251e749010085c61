/// A syllable of Hangul by its letters.
struct Syllable: Equatable {
    private static let initials = Array("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ")
    private static let vowels = Array("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ")
    private static let finals = Array("ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")

    var initial: Character
    var vowel: Character
    var final: Character?

    init(_ initial: Character, _ vowel: Character, _ final: Character? = nil) {
        self.initial = initial
        self.vowel = vowel
        self.final = final
    }

    /// Nil for anything but a precomposed syllable.
    init?(_ character: Character) {
        guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
            HangulSyllable.range.contains(scalar.value)
        else { return nil }
        let index = Int(scalar.value - HangulSyllable.range.lowerBound)
        initial = Self.initials[index / 588]
        vowel = Self.vowels[index % 588 / 28]
        final = index % 28 == 0 ? nil : Self.finals[index % 28 - 1]
    }

    /// Nil where a character is no syllable.
    static func all(of text: String) -> [Syllable]? {
        var syllables: [Syllable] = []
        for character in text {
            guard let syllable = Syllable(character) else { return nil }
            syllables.append(syllable)
        }
        return syllables
    }

    /// Letters that make no syllable together are shown one after another.
    var text: String {
        guard let initial = Self.initials.firstIndex(of: initial), let vowel = Self.vowels.firstIndex(of: vowel) else {
            return String([initial, vowel] + (final.map { [$0] } ?? []))
        }
        let final = final.flatMap { Self.finals.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
        let value = HangulSyllable.range.lowerBound + UInt32(initial * 588 + vowel * 28 + final)
        return Unicode.Scalar(value).map { String(Character($0)) } ?? ""
    }

    static func text(_ syllables: some Sequence<Syllable>) -> String { syllables.map(\.text).joined() }

    /// The same with another final consonant, or none.
    func with(final: Character?) -> Syllable { Syllable(initial, vowel, final) }

    /// The same with another vowel.
    func with(vowel: Character) -> Syllable { Syllable(initial, vowel, final) }
}
