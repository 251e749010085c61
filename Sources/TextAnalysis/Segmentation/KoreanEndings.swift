/// Endings that Korean sentences end with, as far as syllables alone tell them.
enum KoreanEndings {
    /// Whether the syllable before a position may end a sentence: after laughter, points or the like that is enough.
    static func isFinal(_ bytes: TextBytes, before position: Int) -> Bool {
        guard let last = Unicode.Scalar(bytes.before(position).0) else { return false }
        return final.contains(last)
    }

    /// Whether the syllables before the space at a position are an ending that closes a sentence by itself and the next
    /// word does not take it up again.
    static func isUnmistakable(_ bytes: TextBytes, before position: Int) -> Bool {
        let (last, lastStart) = bytes.before(position)
        guard let last = Unicode.Scalar(last), final.contains(last) else { return false }
        let (before, beforeStart) = bytes.before(lastStart)
        guard let coda = HangulSyllable.parts(of: before)?.trailing, let before = Unicode.Scalar(before) else {
            return false
        }
        var isPolite: Bool {
            before == "니" && HangulSyllable.parts(of: bytes.before(beforeStart).0)?.trailing == Coda.bieup
        }
        let isEnding =
            switch last {
            // 합니다, 했다, 간다, 쉽다, 없다, 싶다, 좋다, 것이다
            case "다":
                [Coda.nieun, Coda.bieup, Coda.bieupSiot, Coda.doubleSiot, Coda.pieup, Coda.hieuh].contains(coda)
                    || isPolite || before == "이"
            // 합니까, 갈까
            case "까": coda == Coda.rieul || isPolite
            case "요": !beforeNoun.contains(before)
            case "죠", "냐": true
            case "니": coda == Coda.doubleSiot
            case "줘": beforeGive.contains(before)
            case "오": before == "시"
            case "야": before == "이"
            case "때": before == "어"
            case "여": before == "네" || before == "예" || before == "에" || before == "세"
            default: false
            }
        guard isEnding else { return false }
        return !takesUp(bytes, at: bytes.endOfSpaces(from: position))
    }

    /// Whether a word goes on with a quotation: 라고, 고, 며 ….
    static func startsQuoting(_ bytes: TextBytes, at position: Int) -> Bool {
        starts(bytes, at: position, with: quoting)
    }

    /// Whether a word takes up the ending before it: 하는, 고, 는 ….
    private static func takesUp(_ bytes: TextBytes, at position: Int) -> Bool {
        let next = bytes.peek(position)
        // Brackets explain it, other punctuation belongs to it.
        if next < 0x80 { return !(next | 0x20 &- 0x61 < 26 || next &- 0x30 < 10 || next == 0x22) }
        if TextBytes.isCloser(next) || TextBytes.isTerminator(next) { return true }
        return starts(bytes, at: position, with: quoting) || starts(bytes, at: position, with: continuing)
    }

    private static func starts(_ bytes: TextBytes, at position: Int, with words: [StaticString]) -> Bool {
        words.contains { word in
            word.withUTF8Buffer { wanted in
                wanted.count <= bytes.count - position
                    && wanted.indices.allSatisfy { bytes[position + $0] == wanted[$0] }
            }
        }
    }

    private static let final = Set("다요죠까네지니줘오때여음함임됨슴듯군나냐라자래걸게구만데고해어아야마죵욤용당".unicodeScalars)
    /// 중요, 필요, 주요, 수요 … are no verbs.
    private static let beforeNoun = Set("중필주수개동소강민표".unicodeScalars)
    private static let beforeGive = Set("려여아해어와춰".unicodeScalars)

    /// Indices of codas: see `HangulSyllable.parts`.
    private enum Coda {
        static let nieun: UInt32 = 4
        static let rieul: UInt32 = 8
        static let bieup: UInt32 = 17
        static let bieupSiot: UInt32 = 18
        static let doubleSiot: UInt32 = 20
        static let pieup: UInt32 = 26
        static let hieuh: UInt32 = 27
    }

    private static let quoting: [StaticString] = ["라고", "라는", "라며", "라면", "이라", "고 ", "며 ", "면서", "는 ", "란 "]
    private static let continuing: [StaticString] = [
        "하는", "하고", "하면", "하니", "하더", "하며", "하여", "하지", "하기", "한 ", "한다", "할 ", "함 ", "합니", "해도", "해서", "했", "보니", "보면",
        "보고", "봐", "본 ", "볼 ", "만 ", "싶", "치고", "치면", "쳐도", "말고", "말까", "거나", "든 ", "든지", "던 ", "생각", "걱정", "식으", "식의",
    ]
}

/// English words that a point is written after.
enum Abbreviations {
    /// Titles and the like: a name or a number follows.
    static let beforeNames: Set<String> = [
        "mr", "mrs", "ms", "dr", "prof", "rev", "hon", "st", "gen", "col", "maj", "capt", "lt", "sgt", "cpl", "adm",
        "cmdr",
        "gov", "sen", "rep", "pres", "sec", "vs", "v", "fig", "figs", "eq", "vol", "no", "nos", "pp", "p", "ch", "sect",
        "art", "ed", "eds", "e.g", "i.e", "cf", "mt", "messrs", "mme", "mlle", "sr.", "fr", "ave", "approx",
    ]
    /// May stand anywhere, also at the end.
    static let anywhere: Set<String> = [
        "jr", "sr", "inc", "ltd", "co", "corp", "bros", "llc", "plc", "etc", "al", "dept", "univ", "assn", "blvd", "rd",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "tues",
        "wed",
        "thu", "thur", "thurs", "fri", "sat", "sun", "est", "min", "max", "ft", "lb", "lbs", "oz", "hr", "hrs", "cal",
        "calif", "fla", "ga", "ill", "ind", "kan", "mass", "mich", "minn", "mo", "neb", "nev", "okla", "ore", "pa",
        "tenn",
        "tex", "va", "wash", "wis", "conn", "colo", "ariz", "ark", "ala", "del", "md", "ph.d", "esq", "ext", "tel",
    ]
    /// Words that begin sentences far oftener than they follow an abbreviation within one.
    static let beginners: Set<String> = [
        "The", "A", "An", "It", "He", "She", "They", "We", "I", "You", "This", "That", "These", "Those", "There", "In",
        "On",
        "At", "But", "And", "For", "If", "When", "While", "However", "His", "Her", "Its", "Their", "Our", "My", "As",
        "So",
        "What", "Who", "How", "Why", "Where", "After", "Before", "Since", "Although", "Though", "Some", "Many", "Most",
        "No",
        "Not", "Other", "Under", "With", "By", "From", "To", "Analysts", "Yesterday", "Today", "Last", "Now", "Then",
    ]
}
