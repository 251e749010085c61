/// The steps of Porter's paper of 1980, with R1 and R2 for its measures m > 0 and m > 1.
enum PorterStemmer {
    static func stem(_ word: inout StemWord) {
        word.markConsonantYs()
        word.findRegions()
        plurals(&word)
        participles(&word)
        if let last = word.letters.last, last == UInt8(ascii: "y") || last == UInt8(ascii: "Y"),
            word.hasVowel(before: word.count - 1)
        {
            word.replace(last: 1, with: "i")
        }
        word.apply(step2, within: word.region1)
        word.apply(step3, within: word.region1)
        word.apply(step4, within: word.region2)
        finalE(&word)
        if word.ends(with: "ll"), word.count > word.region2 { word.replace(last: 1) }
        word.unmarkYs()
    }

    /// Step 1a.
    private static func plurals(_ word: inout StemWord) {
        if word.ends(with: "sses") || word.ends(with: "ies") {
            word.replace(last: 2)
        } else if word.ends(with: "s"), !word.ends(with: "ss") {
            word.replace(last: 1)
        }
    }

    /// Step 1b.
    private static func participles(_ word: inout StemWord) {
        if word.ends(with: "eed") {
            if word.count - 3 >= word.region1 { word.replace(last: 1) }
            return
        }
        let length = word.ends(with: "ing") ? 3 : word.ends(with: "ed") ? 2 : 0
        guard length > 0, word.hasVowel(before: word.count - length) else { return }
        word.replace(last: length)
        if word.ends(with: "at") || word.ends(with: "bl") || word.ends(with: "iz") {
            word.replace(last: 0, with: "e")
        } else if word.endsInDouble {
            word.replace(last: 1)
        } else if word.count == word.region1, word.endsInShortSyllable(at: word.count) {
            word.replace(last: 0, with: "e")
        }
    }

    /// Step 5a.
    private static func finalE(_ word: inout StemWord) {
        let start = word.count - 1
        guard word.ends(with: "e") else { return }
        if start >= word.region2 || start >= word.region1 && !word.endsInShortSyllable(at: start) {
            word.replace(last: 1)
        }
    }

    private static let step2 = EndingRules([
        EndingRule("ational", "ate"), EndingRule("ization", "ize"), EndingRule("iveness", "ive"),
        EndingRule("fulness", "ful"), EndingRule("ousness", "ous"), EndingRule("tional", "tion"),
        EndingRule("biliti", "ble"), EndingRule("entli", "ent"), EndingRule("ation", "ate"), EndingRule("alism", "al"),
        EndingRule("aliti", "al"), EndingRule("ousli", "ous"), EndingRule("iviti", "ive"), EndingRule("enci", "ence"),
        EndingRule("anci", "ance"), EndingRule("abli", "able"), EndingRule("izer", "ize"), EndingRule("ator", "ate"),
        EndingRule("alli", "al"), EndingRule("eli", "e"),
    ])

    private static let step3 = EndingRules([
        EndingRule("alize", "al"), EndingRule("icate", "ic"), EndingRule("iciti", "ic"), EndingRule("ical", "ic"),
        EndingRule("ative"), EndingRule("ness"), EndingRule("ful"),
    ])

    private static let step4 = EndingRules([
        EndingRule("ement"), EndingRule("ance"), EndingRule("ence"), EndingRule("able"), EndingRule("ible"),
        EndingRule("ment"), EndingRule("ant"), EndingRule("ent"), EndingRule("ism"), EndingRule("ate"),
        EndingRule("iti"), EndingRule("ous"), EndingRule("ive"), EndingRule("ize"),
        EndingRule("ion", "", .after("st")), EndingRule("al"), EndingRule("er"), EndingRule("ic"), EndingRule("ou"),
    ])
}
