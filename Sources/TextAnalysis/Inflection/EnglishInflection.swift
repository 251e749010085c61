/// The forms of English nouns, verbs and adjectives.
package enum EnglishInflection {
    package enum Form: Sendable, CaseIterable {
        /// As dictionaries list a noun, a verb or an adjective.
        case base
        case plural
        /// -s, -ed, the participle of have and be, -ing.
        case thirdPerson, past, pastParticiple, presentParticiple
        case comparative, superlative
    }

    /// A form of a word that a dictionary lists, in lower case but for what is a name.
    ///
    /// - Returns: nil where there is none in one word: of beautiful, a comparative.
    package static func form(_ form: Form, of base: String) -> String? {
        guard !base.isEmpty, form == .base || base.allSatisfy({ $0.isLetter || $0 == "-" || $0 == "'" }) else {
            return nil
        }
        switch form {
        case .base: return base
        case .plural: return plural(base)
        case .thirdPerson: return thirdPersons[base] ?? (endsInConsonantAndO(base) ? base + "es" : withS(base))
        case .past: return verbs[base]?.past ?? withEnding("ed", base)
        case .pastParticiple: return verbs[base]?.participle ?? withEnding("ed", base)
        case .presentParticiple: return presentParticiple(base)
        case .comparative, .superlative: return comparison(form, of: base)
        }
    }

    /// Which forms of its base a word may be, of those that `forms` has; `word` in lower case.
    package static func forms(of word: String, base: String, among forms: [Form]) -> [Form] {
        let found = forms.filter { form($0, of: base) == word }
        if !found.isEmpty { return found }
        // Other spellings, such as travelled and focusses, are told by their endings.
        let endings: [(Form, String)] = [
            (.presentParticiple, "ing"), (.past, "ed"), (.pastParticiple, "ed"), (.superlative, "est"),
            (.comparative, "er"),
            (.plural, "s"), (.thirdPerson, "s"),
        ]
        return endings.filter { forms.contains($0.0) && word != base && word.hasSuffix($0.1) }.map(\.0)
    }

    /// The word in the letter case of another: MOVIES, Movies; as it is where that one is in small letters.
    package static func cased(_ word: String, as original: String) -> String {
        let letters = original.filter(\.isLetter)
        guard let first = letters.first, first.isUppercase else { return word }
        if letters.count > 1, letters.allSatisfy(\.isUppercase) { return word.uppercased() }
        return word.prefix(1).uppercased() + word.dropFirst()
    }

    // MARK: - Nouns

    private static func plural(_ noun: String) -> String {
        if let plural = plurals[noun] { return plural }
        for (end, plural) in compounds where noun.hasSuffix(end) && noun.utf8.count > end.utf8.count + 1 {
            return noun.dropLast(end.count) + plural
        }
        if noun.hasSuffix("sis"), noun.utf8.count > 5 { return noun.dropLast(2) + "es" }
        return withS(noun)
    }

    /// What ends in them has their plurals, but for what `plurals` has: woman, grandchild, housewife.
    private static let compounds = [
        ("man", "men"), ("child", "children"), ("wife", "wives"), ("foot", "feet"), ("tooth", "teeth"),
        ("mouse", "mice"),
        ("shelf", "shelves"), ("self", "selves"), ("fish", "fish"),
    ]

    /// The forms that lemmas are found by, read backwards, where one is the usual.
    private static let plurals: [String: String] = {
        var plurals: [String: String] = [:]
        for (form, base) in LemmaRules.nouns where !rarePlurals.contains(form) {
            // Of two the one that is no copy, and then the first by the alphabet, so that it is always the same.
            if let other = plurals[base], other != base, form == base || other < form { continue }
            plurals[base] = form
        }
        for entry in ownPlurals.split(separator: ",") {
            let words = entry.split { $0 == " " || $0 == "\n" }.map(String.init)
            if let base = words.first, let plural = words.last { plurals[base] = plural }
        }
        return plurals
    }()

    private static let rarePlurals: Set<String> = [
        "brethren", "pence", "octopi", "formulae", "antennae", "hippopotami", "syllabi", "cacti", "funguses",
        "memoranda",
        "plateaux", "foci", "termini", "thesauri", "symposia", "millennia", "bureaux", "vortices", "indices",
        "matrices",
        "automata", "appendices", "hooves", "referenda", "curricula", "spectra",
    ]

    /// What is the same for one and for many, and what ends as others do not.
    private static let ownPlurals = """
        potato potatoes, tomato tomatoes, hero heroes, echo echoes, torpedo torpedoes, veto vetoes, mosquito mosquitoes,
        embargo embargoes, cargo cargoes, domino dominoes, volcano volcanoes, tornado tornadoes, buffalo buffaloes,
        mango mangoes, sheep sheep, deer deer, aircraft aircraft, spacecraft spacecraft, salmon salmon, trout trout,
        swine swine, offspring offspring, shrimp shrimp, moose moose, bison bison, information information, music music,
        furniture furniture, equipment equipment, advice advice, software software, hardware hardware, homework homework,
        luggage luggage, rice rice, data data, research research,
        police police, personnel personnel, troops troops, progress progress, assistance assistance, cattle cattle, stomach stomachs, monarch monarchs, epoch epochs, patriarch patriarchs, german germans,
        human humans, roman romans, shaman shamans, talisman talismans, ottoman ottomans, mongoose mongooses,
        quiz quizzes, whiz whizzes, wife wives, knife knives, life lives, leaf leaves, loaf loaves, half halves, calf calves,
        elf elves, wolf wolves, thief thieves, focus focuses, cactus cacti, tax taxes, goldfish goldfish, fish fish
        """

    // MARK: - Verbs

    private static let thirdPersons = ["be": "is", "have": "has", "stomach": "stomachs"]

    private static func withS(_ word: String) -> String {
        if word.hasSuffix("z"), doubles(word) { return word + "zes" }
        for ending in ["s", "x", "z", "ch", "sh"] where word.hasSuffix(ending) { return word + "es" }
        if let letters = consonantAndY(word) { return letters + "ies" }
        return word + "s"
    }

    /// Verbs that do take -es, as echoes; most nouns do not: pianos.
    private static func endsInConsonantAndO(_ word: String) -> Bool {
        guard word.hasSuffix("o"), let before = word.utf8.dropLast().last else { return false }
        return !StemWord.isVowel(before)
    }

    private static func withEnding(_ ending: String, _ verb: String) -> String {
        if verb.hasSuffix("e") { return verb + ending.dropFirst() }
        if let letters = consonantAndY(verb) { return letters + "i" + ending }
        if takesK(verb) { return verb + "k" + ending }
        return (doubles(verb) ? verb + verb.suffix(1) : verb) + ending
    }

    private static func presentParticiple(_ verb: String) -> String {
        if keepE.contains(verb) { return verb + "ing" }
        if verb.hasSuffix("ie") { return verb.dropLast(2) + "ying" }
        if takesK(verb) { return verb + "king" }
        if verb.hasSuffix("e"), !["ee", "oe", "ye"].contains(where: verb.hasSuffix), verb.utf8.count > 2 {
            return verb.dropLast() + "ing"
        }
        return (doubles(verb) ? verb + verb.suffix(1) : verb) + "ing"
    }

    /// Before a vowel, so that the c is spoken as it was: panicked.
    private static func takesK(_ verb: String) -> Bool { ["ic", "ac", "oc"].contains(where: verb.hasSuffix) }

    private static let keepE: Set<String> = ["be", "singe", "tinge", "swinge"]

    /// Without the y that a consonant stands before.
    private static func consonantAndY(_ word: String) -> Substring? {
        guard word.hasSuffix("y"), let before = word.utf8.dropLast().last, !StemWord.isVowel(before) else { return nil }
        return word.dropLast()
    }

    /// Whether the last letter is written twice before a vowel: one consonant after one vowel, where the stress is. Of verbs of
    /// several syllables those are listed.
    private static func doubles(_ word: String) -> Bool {
        if doubled.contains(word) { return true }
        let letters = Array(word.utf8)
        guard letters.count >= 2, let last = letters.last, !StemWord.isVowel(last), !isOneOf("wxyh", last),
            isVowelLetter(letters, letters.count - 2),
            letters.count < 3 || !isVowelLetter(letters, letters.count - 3)
        else { return false }
        return syllables(letters) == 1
    }

    /// u after q is none: quit, quitting.
    private static func isVowelLetter(_ letters: [UInt8], _ index: Int) -> Bool {
        guard isOneOf("aeiouy", letters[index]) else { return false }
        return !(index > 0 && letters[index] == UInt8(ascii: "u") && letters[index - 1] == UInt8(ascii: "q"))
    }

    private static func syllables(_ letters: [UInt8]) -> Int {
        letters.indices.count { isVowelLetter(letters, $0) && ($0 == 0 || !isVowelLetter(letters, $0 - 1)) }
    }

    private static func isOneOf(_ letters: StaticString, _ letter: UInt8) -> Bool {
        UnsafeBufferPointer(start: letters.utf8Start, count: letters.utf8CodeUnitCount).contains(letter)
    }

    private static let doubled = Set(
        """
        abet abhor abut acquit admit allot annul appal babysit befit beget begin beset commit compel concur confer control corral debug defer
        demur deter disbar dispel distil embed emit enrol enthral entrap equip excel expel extol fulfil forbid forget
        format handicap impel incur infer inter input inset instil intermit kidnap jetlag leapfrog occur offset omit outbid
        outfit output outrun outwit overlap overrun patrol permit photostat prefer program propel readmit rebel rebut recap recur
        refer refit regret remit repel reset rerun resubmit retrofit sandbag submit transfer transmit transship trek typeset
        uninstall undercut unplug unwrap unzip upset wiretap worship zigzag hobnob humbug nonplus overstep unpin
        """.split { $0 == " " || $0 == "\n" }.map(String.init))

    /// base, past and participle where it is another, by commas.
    private static let verbs: [String: (past: String, participle: String)] = {
        var verbs: [String: (String, String)] = [:]
        for entry in irregularVerbs.split(separator: ",") {
            let words = entry.split { $0 == " " || $0 == "\n" }.map(String.init)
            guard let base = words.first, words.count > 1, let last = words.last else { continue }
            verbs[base] = (words[1], last)
        }
        // understand, overcome, rewrite: what most verbs with a prefix are of.
        for (prefix, bases) in prefixed {
            for base in bases.split(separator: " ").map(String.init) where verbs[prefix + base] == nil {
                if let (past, participle) = verbs[base] { verbs[prefix + base] = (prefix + past, prefix + participle) }
            }
        }
        return verbs
    }()

    private static let prefixed = [
        ("under", "stand go take write lie cut pay sell"),
        ("over", "come take hear see do eat sleep throw run ride think pay draw hang drive grow lie spend feed"),
        ("re", "write do build make think read pay set tell sell run wind draw grow take win"), ("un", "do wind bind"),
        ("mis", "take understand read lead lay spell hear"), ("out", "do run grow sell bid shine fight think"),
        ("fore", "see tell go"), ("up", "hold set"), ("with", "draw hold stand"), ("be", "set fall hold"),
        ("broad", "cast"), ("fore", "cast"), ("a", "rise wake"), ("inter", "weave"), ("down", "cast"), ("baby", "sit"),
        ("back", "slide"), ("in", "lay set"), ("way", "lay"), ("type", "set"), ("proof", "read"), ("brow", "beat"),
    ]

    private static let irregularVerbs = """
        be was been, have had, do did done, go went gone, say said, make made, take took taken, come came come, see saw seen,
        know knew known, get got gotten, give gave given, find found, think thought, tell told, become became become,
        leave left, feel felt, put put, bring brought, begin began begun, keep kept, hold held, write wrote written,
        stand stood, hear heard, let let, mean meant, set set, meet met, run ran run, pay paid, sit sat, speak spoke spoken,
        lie lay lain, lead led, read read, grow grew grown, lose lost, fall fell fallen, send sent, build built,
        draw drew drawn, break broke broken, spend spent, cut cut, rise rose risen, drive drove driven, buy bought,
        wear wore worn, choose chose chosen, seek sought, throw threw thrown, catch caught, deal dealt, win won,
        forget forgot forgotten, lay laid, fight fought, teach taught, eat ate eaten, sing sang sung, sleep slept, sell sold,
        fly flew flown, drink drank drunk, swim swam swum, ride rode ridden, shoot shot, show showed shown,
        hide hid hidden, hit hit, hurt hurt, shut shut, cost cost, quit quit, bite bit bitten, blow blew blown, feed fed,
        forgive forgave forgiven, freeze froze frozen, hang hung, kneel knelt, lend lent, light lit, ring rang rung,
        shake shook shaken, shine shone, sink sank sunk, slide slid, spread spread, spring sprang sprung, steal stole stolen,
        stick stuck, strike struck, swear swore sworn, sweep swept, swing swung, tear tore torn, wake woke woken,
        weave wove woven, wind wound, bear bore borne, beat beat beaten, bend bent, bet bet, bind bound, bleed bled,
        breed bred, cling clung, creep crept, dig dug, flee fled, fling flung, forbid forbade forbidden, grind ground,
        prove proved proven, sew sewed sewn, shrink shrank shrunk, spin spun, split split, stink stank stunk, string strung,
        burst burst, cast cast, rid rid, shed shed, thrust thrust, upset upset, wed wed, bid bid, sling slung,
        slit slit, spit spat, sting stung, stride strode stridden, strive strove striven, swell swelled swollen, tread trod trodden,
        weep wept, wring wrung, speed sped, leap leapt, dream dreamed, learn learned, burn burned, spill spilled, spoil spoiled,
        smell smelled, dwell dwelt, saw sawed sawn, sow sowed sown, mow mowed mown, shear sheared shorn, slay slew slain,
        forsake forsook forsaken, wet wet, knit knit, bust bust, fit fit, sneak snuck, dive dove dived, shave shaved,
        plead pleaded, input input, output output, hew hewed hewn, beset beset, offset offset,
        mistake mistook mistaken, partake partook partaken, beget begot begotten, bespeak bespoke bespoken, beseech besought, slink slunk, smite smote smitten, strew strewed strewn, forgo forwent forgone, withdraw withdrew withdrawn, awake awoke awoken, broadcast broadcast
        """

    // MARK: - Adjectives

    private static func comparison(_ form: Form, of adjective: String) -> String? {
        let isComparative = form == .comparative
        if let (comparative, superlative) = comparisons[adjective] { return isComparative ? comparative : superlative }
        let ending = isComparative ? "er" : "est"
        let letters = Array(adjective.utf8)
        if let start = consonantAndY(adjective), syllables(letters) <= 3 { return start + "i" + ending }
        let isShort = syllables(letters) - (adjective.hasSuffix("e") ? 1 : 0) <= 1
        let isLight = syllables(letters) == 2 && ["le", "ow", "er"].contains(where: adjective.hasSuffix)
        guard isShort || isLight, !["ed", "ing", "s"].contains(where: adjective.hasSuffix) else { return nil }
        if adjective.hasSuffix("e") { return adjective + ending.dropFirst() }
        return (isShort && doubles(adjective) ? adjective + adjective.suffix(1) : adjective) + ending
    }

    private static let comparisons = [
        "good": ("better", "best"), "well": ("better", "best"), "bad": ("worse", "worst"),
        "far": ("farther", "farthest"),
        "little": ("less", "least"), "many": ("more", "most"), "much": ("more", "most"),
        "quiet": ("quieter", "quietest"),
        "stupid": ("stupider", "stupidest"), "red": ("redder", "reddest"),
    ]
}

extension EnglishInflection {
    /// The form that dictionaries list of a word that may be another form of it; the word itself where it is none.
    ///
    /// - Parameter forms: those that its part of speech has.
    package static func base(of word: String, _ pos: UniversalTag, among forms: [Form]) -> String {
        let category: WordNet.Category
        switch pos {
        case .noun, .properNoun: category = .noun
        case .verb: category = .verb
        case .adjective: category = .adjective
        case .adverb: category = .adverb
        default: return word
        }
        if bases.contains(word) { return word }
        // What a form is made of again is one: need is not the past of ne.
        for base in [LemmaRules.lemma(of: word, category)] + guesses(word, category) where base != word {
            if forms.contains(where: { form($0, of: base) == word }) { return base }
        }
        return word
    }

    /// Where the rules for lemmas know nothing: wider, nicest.
    private static func guesses(_ word: String, _ category: WordNet.Category) -> [String] {
        guard category == .adjective || category == .adverb else { return [] }
        for ending in ["er", "est"] where word.hasSuffix(ending) && word.utf8.count > ending.utf8.count + 2 {
            let stem = String(word.dropLast(ending.count))
            return LemmaRules.isAdjective(stem) ? [stem] : LemmaRules.isAdjective(stem + "e") ? [stem + "e"] : []
        }
        return []
    }

    /// What looks like a form of a word that is not there.
    private static let bases: Set<String> = [
        "embed", "shed", "wed", "sled", "shred", "bring", "string", "spring", "sting", "fling", "cling", "swing",
        "wring",
        "focus", "discus", "during", "evening", "morning", "ceiling", "species", "always", "perhaps",
    ]
}
