/// The steps of Snowball English, by the numbers of its definition.
enum SnowballEnglish {
    static func stem(_ word: inout StemWord) {
        guard word.count > 2, !isException(&word) else { return }
        if word.letters.first == UInt8(ascii: "'") { word.letters.removeFirst() }
        word.markConsonantYs()
        word.findRegions(first: stemsOfTheirOwn.first(where: word.starts)?.utf8CodeUnitCount)
        possessives(&word)
        plurals(&word)
        participles(&word)
        if let last = word.letters.last, last == UInt8(ascii: "y") || last == UInt8(ascii: "Y"), word.count > 2,
            !StemWord.isVowel(word.letters[word.count - 2])
        {
            word.replace(last: 1, with: "i")
        }
        word.apply(step2, within: word.region1)
        word.apply(step3, within: word.region1)
        word.apply(step4, within: word.region2)
        lastLetter(&word)
        word.unmarkYs()
    }

    /// Beginnings that stay apart from other words: R1 starts after them.
    private static let stemsOfTheirOwn: [StaticString] = [
        "gener", "commun", "arsen", "past", "univers", "later", "emerg", "organ", "inter",
    ]

    private static let exceptions: [(word: StaticString, stem: StaticString)] = [
        ("skies", "sky"), ("idly", "idl"), ("gently", "gentl"), ("ugly", "ugli"), ("early", "earli"), ("only", "onli"),
        ("singly", "singl"), ("sky", "sky"), ("news", "news"), ("howe", "howe"), ("atlas", "atlas"),
        ("cosmos", "cosmos"), ("bias", "bias"), ("andes", "andes"),
    ]

    private static func isException(_ word: inout StemWord) -> Bool {
        guard word.count <= 6 else { return false }
        for exception in exceptions where word.isExactly(exception.word) {
            word.replace(last: word.count, with: exception.stem)
            return true
        }
        return false
    }

    /// Step 0.
    private static func possessives(_ word: inout StemWord) {
        if word.ends(with: "'s'") {
            word.replace(last: 3)
        } else if word.ends(with: "'s") {
            word.replace(last: 2)
        } else if word.ends(with: "'") {
            word.replace(last: 1)
        }
    }

    /// Step 1a.
    private static func plurals(_ word: inout StemWord) {
        if word.ends(with: "sses") {
            word.replace(last: 2)
        } else if word.ends(with: "ied") || word.ends(with: "ies") {
            word.replace(last: word.count > 4 ? 2 : 1)
        } else if word.ends(with: "s"), !word.ends(with: "us"), !word.ends(with: "ss"),
            word.hasVowel(before: word.count - 2)
        {
            word.replace(last: 1)
        }
    }

    /// Step 1b.
    private static func participles(_ word: inout StemWord) {
        let adverb = word.ends(with: "ly") ? 2 : 0
        let end = word.count - adverb
        if word.ends(with: "eed", at: end) {
            let start = end - 3
            let isVerb =
                adverb == 0 && (word.isExactly("proceed") || word.isExactly("exceed") || word.isExactly("succeed"))
            if start >= word.region1, !isVerb { word.replace(last: adverb + 1) }
            return
        }
        let isParticiple = word.ends(with: "ing", at: end)
        guard isParticiple || word.ends(with: "ed", at: end) else { return }
        let length = isParticiple ? 3 : 2
        if isParticiple, adverb == 0 {
            if word.count == 5, word.letters[1] == UInt8(ascii: "y"), !StemWord.isVowel(word.letters[0]) {
                word.replace(last: 4, with: "ie")
                return
            }
            if nounsInIng.contains(where: word.isExactly) { return }
        }
        guard word.hasVowel(before: end - length) else { return }
        word.replace(last: adverb + length)
        mend(&word)
    }

    private static let nounsInIng: [StaticString] = ["inning", "outing", "canning", "herring", "earring", "evening"]

    /// What -ed and -ing left is made a word again.
    private static func mend(_ word: inout StemWord) {
        if word.ends(with: "at") || word.ends(with: "bl") || word.ends(with: "iz") {
            word.replace(last: 0, with: "e")
        } else if word.endsInDouble {
            let isAddEggOrOff =
                word.count == 3
                && [UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "o")].contains(word.letters[0])
            if !isAddEggOrOff { word.replace(last: 1) }
        } else if word.region1 >= word.count, endsInShortSyllable(word, at: word.count) {
            word.replace(last: 0, with: "e")
        }
    }

    private static func endsInShortSyllable(_ word: StemWord, at end: Int) -> Bool {
        if word.endsInShortSyllable(at: end) || word.ends(with: "past", at: end) { return true }
        return end == 2 && StemWord.isVowel(word.letters[0]) && !StemWord.isVowel(word.letters[1])
    }

    /// Step 5.
    private static func lastLetter(_ word: inout StemWord) {
        let start = word.count - 1
        if word.ends(with: "e") {
            if start >= word.region2 || start >= word.region1 && !endsInShortSyllable(word, at: start) {
                word.replace(last: 1)
            }
        } else if word.ends(with: "ll"), start >= word.region2 {
            word.replace(last: 1)
        }
    }

    private static let step2 = EndingRules([
        EndingRule("ational", "ate"), EndingRule("fulness", "ful"), EndingRule("iveness", "ive"),
        EndingRule("ization", "ize"), EndingRule("ousness", "ous"), EndingRule("biliti", "ble"),
        EndingRule("lessli", "less"), EndingRule("tional", "tion"), EndingRule("alism", "al"),
        EndingRule("aliti", "al"),
        EndingRule("ation", "ate"), EndingRule("entli", "ent"), EndingRule("fulli", "ful"), EndingRule("iviti", "ive"),
        EndingRule("ousli", "ous"), EndingRule("ogist", "og"), EndingRule("abli", "able"), EndingRule("alli", "al"),
        EndingRule("anci", "ance"), EndingRule("ator", "ate"), EndingRule("enci", "ence"), EndingRule("izer", "ize"),
        EndingRule("bli", "ble"), EndingRule("ogi", "og", .after("l")), EndingRule("li", "", .after("cdeghkmnrt")),
    ])

    private static let step3 = EndingRules([
        EndingRule("ational", "ate"), EndingRule("tional", "tion"), EndingRule("alize", "al"),
        EndingRule("ative", "", .inRegion2), EndingRule("icate", "ic"), EndingRule("iciti", "ic"),
        EndingRule("ical", "ic"), EndingRule("ness"), EndingRule("ful"),
    ])

    private static let step4 = EndingRules([
        EndingRule("ement"), EndingRule("able"), EndingRule("ance"), EndingRule("ence"), EndingRule("ible"),
        EndingRule("ment"), EndingRule("ant"), EndingRule("ate"), EndingRule("ent"), EndingRule("ism"),
        EndingRule("iti"), EndingRule("ive"), EndingRule("ize"), EndingRule("ous"),
        EndingRule("ion", "", .after("st")), EndingRule("al"), EndingRule("er"), EndingRule("ic"),
    ])
}
