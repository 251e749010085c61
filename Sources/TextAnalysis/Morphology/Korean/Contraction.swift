/// What a contracted form of a verb or an adjective is made of, by rule: 해 is 하 + 아, 그린 is 그리 + ㄴ.
///
/// A rule knows how vowels meet and which stems are usual before a syllable, not which verbs there are. Where several stems
/// would do, it takes the kind that most verbs are of.
package enum Contraction {
    package typealias Part = (form: String, tag: String)

    /// The ways to cut a form are as many as its syllables to the power of its tags, and both may come from outside.
    private static let mostTags = 5
    private static let mostSyllables = 16

    /// Form and tag of each part; nil where no rule fits or the form is too long for them. `tag` is of several, a verb and an ending last.
    package static func parts(of surface: String, tag: String) -> [Part]? {
        let tags = tag.split(separator: "+").map(String.init)
        guard (2...mostTags).contains(tags.count), let syllables = Syllable.all(of: surface),
            syllables.count <= mostSyllables
        else { return nil }
        return parts(of: syllables[...], tags: tags[...])
    }

    private static func parts(of syllables: ArraySlice<Syllable>, tags: ArraySlice<String>) -> [Part]? {
        guard let ending = tags.last, let stem = tags.dropLast().last else { return nil }
        if tags.count == 2 { return pair(syllables, stem, ending) }
        // The last two meet within the last syllables, and what stands before these is a form itself: 해 + 볼 of 해볼.
        for split in stride(from: syllables.endIndex - 1, to: syllables.startIndex, by: -1) {
            let (before, others) = (syllables[..<split], tags.dropLast(2))
            let first =
                others.count > 1
                ? parts(of: before, tags: others) : others.first.map { [(Syllable.text(before), $0)] }
            if let first, let last = pair(syllables[split...], stem, ending) { return first + last }
        }
        return nil
    }

    /// A stem and an ending that meet in one syllable, the first in which they can.
    private static func pair(_ syllables: ArraySlice<Syllable>, _ stemTag: String, _ ending: String) -> [Part]? {
        guard KoreanTag.isConjugated(stemTag) else { return particle(syllables, stemTag, ending) }
        for meeting in syllables.indices {
            let tail = Syllable.text(syllables[(meeting + 1)...])
            guard let met = met(in: Array(syllables[...meeting]), stemTag, ending, tail) else { continue }
            return [(met.stem, stemTag), (met.start + tail, ending)]
        }
        return nil
    }

    /// A word that has taken up what 는 and 를 leave of themselves after a vowel: 보단 is 보다 + ㄴ.
    private static func particle(_ syllables: ArraySlice<Syllable>, _ wordTag: String, _ particle: String) -> [Part]? {
        guard let last = syllables.last, let final = last.final,
            particle == "JX" && final == "ㄴ" || particle == "JKO" && final == "ㄹ"
        else { return nil }
        return [(Syllable.text(syllables.dropLast() + [last.with(final: nil)]), wordTag), (String(final), particle)]
    }

    /// What an ending may go on with after each consonant that it leaves in the stem.
    private static let tails: [Character: [String]] = [
        "ㄴ": ["다", "데", "지", "가", "대", "단", "답", "걸", "들"],
        "ㄹ": ["까", "지", "게", "께", "래", "수록", "려고", "려면", "라고", "걸"],
        "ㅂ": ["니", "시", "디"],
    ]
    private static let tailsOfVowels: Set = ["", "서", "도", "야", "요", "라", "야지", "서요", "도요", "야만", "다가"]

    /// The stem that ends in the last of some syllables, and what the ending has there.
    private static func met(
        in syllables: [Syllable], _ tag: String, _ ending: String, _ tail: String
    ) -> (stem: String, start: String)? {
        guard let final = syllables.last?.final else {
            guard ending == "EC" || ending == "EF", tailsOfVowels.contains(tail) else { return nil }
            return vowels(in: syllables, tag)
        }
        switch (ending, final) {
        case ("EP", "ㅆ") where tail.isEmpty:
            return vowels(in: syllables, tag).map { ($0.stem, $0.start == "아" ? "았" : "었") }
        case ("ETM", "ㄴ") where tail.isEmpty || tail.hasPrefix("다"): return (openStem(syllables, tag), "ㄴ")
        case ("ETM", "ㄹ") where tail.isEmpty: return (openStem(syllables, tag), "ㄹ")
        case ("ETN", "ㅁ") where tail.isEmpty: return (openStem(syllables, tag), "ㅁ")
        case ("EC", _), ("EF", _):
            guard tails[final]?.contains(where: { tail.hasPrefix($0) }) == true else { return nil }
            return (openStem(syllables, tag), String(final))
        default: return nil
        }
    }

    /// The stem before a consonant that its last syllable has taken up: the syllable without it. Where that is 우, the stem
    /// of an adjective is of the class of ㅂ: 고마운 is 고맙 + ㄴ.
    private static func openStem(_ syllables: [Syllable], _ tag: String) -> String {
        var stem = syllables
        guard let last = stem.popLast()?.with(final: nil) else { return "" }
        if last == Syllable("ㅇ", "ㅜ"), isAdjective(tag), let before = stem.last, before.final == nil {
            stem[stem.count - 1] = before.with(final: "ㅂ")
            return Syllable.text(stem)
        }
        return Syllable.text(stem + [last])
    }

    /// The stem before 아 or 어, with which its vowel has become one, and which of the two it is.
    private static func vowels(in syllables: [Syllable], _ tag: String) -> (stem: String, start: String)? {
        var stem = syllables
        guard let last = stem.popLast()?.with(final: nil) else { return nil }
        func open(_ vowel: Character, _ start: String) -> (String, String) {
            (Syllable.text(stem + [last.with(vowel: vowel)]), start)
        }
        switch last.vowel {
        case "ㅐ" where last.initial == "ㅎ": return open("ㅏ", "아")
        case "ㅐ", "ㅔ", "ㅖ": return open(last.vowel, "어")
        case "ㅕ": return open("ㅣ", "어")
        case "ㅙ": return open("ㅚ", "어")
        case "ㅝ", "ㅘ":
            let (vowel, start): (Character, String) = last.vowel == "ㅝ" ? ("ㅜ", "어") : ("ㅗ", "아")
            // 고마워 is of 고맙, where 배워 is of 배우.
            if last.initial == "ㅇ", isAdjective(tag), let before = stem.last, before.final == nil {
                stem[stem.count - 1] = before.with(final: "ㅂ")
                return (Syllable.text(stem), start)
            }
            return open(vowel, start)
        case "ㅏ", "ㅓ":
            let start = last.vowel == "ㅏ" ? "아" : "어"
            // 불러 is of 부르.
            if last.initial == "ㄹ", let before = stem.last, before.final == "ㄹ" {
                stem[stem.count - 1] = before.with(final: nil)
                return open("ㅡ", start)
            }
            let losesItsVowel: Set<Character> = last.vowel == "ㅓ" ? ["ㅆ", "ㅋ", "ㅃ", "ㄲ", "ㄸ", "ㅍ"] : ["ㅃ", "ㅍ"]
            return open(losesItsVowel.contains(last.initial) ? "ㅡ" : last.vowel, start)
        default: return nil
        }
    }

    private static func isAdjective(_ tag: String) -> Bool { tag == "VA" || tag == "XSA" }
}
