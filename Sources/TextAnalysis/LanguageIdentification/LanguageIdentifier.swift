/// Which language a text is in: by its script where that tells, else by n-grams of its letters.
///
/// Nineteen are told apart: Korean, Japanese, Chinese, Greek and Russian by script, fourteen by Latin letters. Only the
/// first `enough` scalars are read, which takes about a microsecond for scripts and a few for Latin letters.
package enum LanguageIdentifier {
    package struct Answer: Sendable, Equatable {
        /// An ISO 639-1 code.
        package let language: String
        /// 0 to 1: how much of the text is in the language's script, times how sure its letters make it.
        package let probability: Float
    }

    package static let languages = ["el", "ja", "ko", "ru", "zh"] + LanguageProfiles.languages
    private static let enough = 400

    /// Whether a language of `languages` was told by n-grams, not by its script.
    package static func usesLatinLetters(_ language: String) -> Bool { LanguageProfiles.languages.contains(language) }

    /// Nil where the text has no letters that tell.
    package static func language(of text: String) -> Answer? {
        var text = text
        return text.withUTF8 { language(of: $0) }
    }

    /// `utf8` is valid.
    package static func language(of utf8: UnsafeBufferPointer<UInt8>) -> Answer? {
        var scripts = ScriptCounts()
        var position = 0
        var count = 0
        while position < utf8.count, count < enough {
            let (scalar, end) = UTF8Bytes.scalar(in: utf8, at: position)
            scripts.add(scalar)
            position = end
            count += 1
        }
        guard let (language, share) = scripts.best else { return nil }
        if let language { return Answer(language: language, probability: share) }
        let (index, probability) = LanguageProfiles.best(for: UnsafeBufferPointer(rebasing: utf8[..<position]))
        return Answer(language: LanguageProfiles.languages[index], probability: probability * share)
    }
}

/// Letters by script. A syllable of Hangul, a kana or a character of Han says as much as three Latin letters do; Greek and
/// Cyrillic twice as much as Latin, which names and commands are written in everywhere.
private struct ScriptCounts {
    private var hangul = 0
    private var kana = 0
    private var han = 0
    private var greek = 0
    private var cyrillic = 0
    private var latin = 0

    @inline(__always)
    mutating func add(_ scalar: UInt32) {
        if scalar < 0x80 {
            if scalar | 0x20 &- 0x61 < 26 { latin += 1 }
            return
        }
        switch scalar {
        case 0xac00...0xd7a3, 0x1100...0x11ff, 0x3131...0x318e, 0xa960...0xa97c, 0xd7b0...0xd7fb: hangul += 1
        case 0x3041...0x30ff: kana += 1
        case 0x4e00...0x9fff, 0x3400...0x4dbf: han += 1
        case 0xc0...0x24f, 0x1e00...0x1eff: latin += 1
        case 0x370...0x3ff, 0x1f00...0x1fff: greek += 1
        case 0x400...0x52f: cyrillic += 1
        default: break
        }
    }

    /// The language, nil for one in Latin letters, and its share; nil where there are no letters.
    var best: (language: String?, share: Float)? {
        let scores: [(String?, Int)] = [
            ("ko", 3 * hangul), ("ja", kana == 0 ? 0 : 3 * (kana + han)), ("zh", kana == 0 ? 3 * han : 0),
            ("el", 2 * greek), ("ru", 2 * cyrillic), (nil, latin),
        ]
        var best = scores[0]
        var total = 0
        for score in scores {
            total += score.1
            if score.1 > best.1 { best = score }
        }
        return best.1 > 0 ? (best.0, Float(best.1) / Float(total)) : nil
    }
}
