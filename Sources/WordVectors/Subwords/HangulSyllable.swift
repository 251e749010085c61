/// A Hangul syllable as the letters that it is written with (The Unicode Standard, 3.12; the letters are those of the
/// block Hangul Compatibility Jamo).
struct HangulSyllable {
    /// From U+AC00: leading consonant × 588 + vowel × 28 + final.
    private let index: Int

    /// Nil for any other character.
    init?(utf8 bytes: ArraySlice<UInt8>) {
        // U+AC00 to U+D7A3 take three bytes.
        guard bytes.count == 3 else { return nil }
        let first = UInt32(bytes[bytes.startIndex])
        let second = UInt32(bytes[bytes.startIndex + 1])
        let third = UInt32(bytes[bytes.startIndex + 2])
        guard first & 0xf0 == 0xe0, second & 0xc0 == 0x80, third & 0xc0 == 0x80 else { return nil }
        self.init((first & 0x0f) << 12 | (second & 0x3f) << 6 | third & 0x3f)
    }

    init?(_ scalar: UInt32) {
        guard (0xac00...0xd7a3).contains(scalar) else { return nil }
        index = Int(scalar - 0xac00)
    }

    /// Leading consonant, vowel, final; `e` for no final.
    var letters: [Unicode.Scalar] { [leading, vowel, final ?? "e"] }

    var leading: Unicode.Scalar { Self.consonants[index / 588] }
    /// ㅏ to ㅣ stand in the order of the syllables.
    var vowel: Unicode.Scalar { Self.vowels[index / 28 % 21] }
    var final: Unicode.Scalar? { index % 28 == 0 ? nil : Self.finals[index % 28 - 1] }

    private static let consonants = Array("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ".unicodeScalars)
    private static let vowels = Array("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ".unicodeScalars)
    private static let finals = Array("ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ".unicodeScalars)
}

extension Unicode.Scalar {
    var utf8: String.UTF8View { String(self).utf8 }
}
