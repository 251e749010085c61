/// Lemmas where there is no WordNet: the irregular forms that texts are full of, and rules for the others.
enum LemmaRules {
    /// `word` is in lower case.
    static func lemma(of word: String, _ category: WordNet.Category) -> String {
        switch category {
        case .noun: nouns[word] ?? singular(word)
        case .verb: verbs[word] ?? verb(word)
        case .adjective: comparisons[word] ?? positive(word)
        case .adverb: comparisons[word] ?? word
        }
    }

    /// Whether it is a form of one of the verbs listed here.
    static func isVerb(_ word: String) -> Bool { verbs[word] != nil || bases.contains(word) }

    /// Whether it is an adjective listed here, or a form of one.
    static func isAdjective(_ word: String) -> Bool { comparisons[word] != nil || adjectives.contains(word) }

    private static let bases = Set(verbs.values)
    private static let adjectives = Set(comparisons.values)

    private static func singular(_ word: String) -> String {
        if word.hasSuffix("men"), word.utf8.count > 4, !singularMen.contains(word) { return word.dropLast(3) + "man" }
        if word.hasSuffix("children") { return String(word.dropLast(3)) }
        guard word.hasSuffix("s"), word.utf8.count > 3 else { return word }
        for ending in ["ss", "us", "is"] where word.hasSuffix(ending) { return word }
        if word.hasSuffix("ies") { return word.utf8.count > 4 ? word.dropLast(3) + "y" : String(word.dropLast()) }
        for ending in ["sses", "shes", "ches", "xes", "zzes"] where word.hasSuffix(ending) {
            return String(word.dropLast(2))
        }
        if word.hasSuffix("oes"), word.utf8.count > 5 { return String(word.dropLast(2)) }
        return String(word.dropLast())
    }

    private static func verb(_ word: String) -> String {
        if word.hasSuffix("ies"), word.utf8.count > 4 { return word.dropLast(3) + "y" }
        for ending in ["sses", "shes", "ches", "xes", "zzes", "oes"] where word.hasSuffix(ending) {
            return String(word.dropLast(2))
        }
        if word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us"), !word.hasSuffix("is"), word.utf8.count > 3
        {
            return String(word.dropLast())
        }
        if word.hasSuffix("ied"), word.utf8.count > 4 { return word.dropLast(3) + "y" }
        for (ending, least) in [("ing", 5), ("ed", 4)] where word.hasSuffix(ending) && word.utf8.count >= least {
            let stem = Array(word.utf8.dropLast(ending.utf8.count))
            return stem.contains(where: isVowel) ? String(decoding: whole(stem), as: UTF8.self) : word
        }
        return word
    }

    /// What is left of a verb without -ed or -ing, with the letter that they took or without the one that they brought.
    private static func whole(_ stem: [UInt8]) -> [UInt8] {
        let count = stem.count
        guard count >= 2 else { return stem }
        let last = stem[count - 1]
        let before = stem[count - 2]
        if last == before, !isVowel(last) {
            let isDouble = [UInt8(ascii: "l"), UInt8(ascii: "s"), UInt8(ascii: "z"), UInt8(ascii: "f")].contains(last)
            return isDouble && !(last == UInt8(ascii: "l") && count > 5) ? stem : Array(stem.dropLast())
        }
        let text = String(decoding: stem, as: UTF8.self)
        let wantsE = [
            "at", "iz", "is", "us", "as", "os", "uc", "ac", "nc", "rc", "rg", "dg", "ag", "ng", "v", "u", "bl", "tl",
            "dl", "gl", "pl", "kl", "fl", "cl", "ur", "ir", "or",
        ]
        let keeps = [
            "eat", "oat", "eas", "ous", "ss", "ring", "long", "hang", "ing", "our", "oor", "air", "for", "cus", "vis",
        ]
        if keeps.contains(where: text.hasSuffix), !["uis", "eas", "ous", "vis"].contains(where: text.hasSuffix) {
            return stem
        }
        if wantsE.contains(where: text.hasSuffix) { return stem + [UInt8(ascii: "e")] }
        // hop-e, tun-e: a consonant, one vowel, a consonant.
        if count >= 3, !isVowel(last), isVowel(before), !isVowel(stem[count - 3]),
            ![UInt8(ascii: "w"), UInt8(ascii: "x"), UInt8(ascii: "y")].contains(last),
            stem.count(where: isVowel) == 1
        {
            return stem + [UInt8(ascii: "e")]
        }
        return stem
    }

    private static func positive(_ word: String) -> String {
        for ending in ["iest", "ier"] where word.hasSuffix(ending) && word.utf8.count > ending.utf8.count + 2 {
            return word.dropLast(ending.count) + "y"
        }
        return word
    }

    private static func isVowel(_ letter: UInt8) -> Bool { StemWord.isVowel(letter) }

    /// "bases: forms" by commas.
    private static func table(_ text: String) -> [String: String] {
        var table: [String: String] = [:]
        for entry in text.split(separator: ",") {
            let words = entry.split { $0 == " " || $0 == "\n" }.map(String.init)
            guard let base = words.first else { continue }
            for form in words.dropFirst() where table[form] == nil { table[form] = base }
        }
        return table
    }

    /// From forms to bases.
    static let nouns = table(
        """
        man men, woman women, child children, grandchild grandchildren, person people, foot feet, forefoot forefeet,
        tooth teeth, goose geese, mouse mice, dormouse dormice, louse lice, ox oxen, die dice, penny pence, brother
        brethren, passerby passersby, life lives, afterlife afterlives, wife wives, housewife housewives, midwife
        midwives, knife knives, leaf leaves, half halves, self selves, shelf shelves, bookshelf bookshelves, wolf
        wolves, werewolf werewolves, calf calves, loaf loaves, thief thieves, elf elves, scarf scarves, hoof hooves,
        dwarf dwarves, sheaf sheaves, wharf wharves, analysis analyses, basis bases, crisis crises, thesis theses,
        hypothesis hypotheses, parenthesis parentheses, antithesis antitheses, synthesis syntheses, axis axes, oasis
        oases, diagnosis diagnoses, prognosis prognoses, psychosis psychoses, neurosis neuroses, metamorphosis
        metamorphoses, paralysis paralyses, emphasis emphases, ellipsis ellipses, synopsis synopses, nemesis nemeses,
        testis testes, phenomenon phenomena, criterion criteria, automaton automata, datum data, medium media,
        bacterium bacteria, curriculum curricula, memorandum memoranda, stratum strata, erratum errata, addendum
        addenda, symposium symposia, millennium millennia, spectrum spectra, ovum ova, quantum quanta, genus genera,
        corpus corpora, stimulus stimuli, nucleus nuclei, cactus cacti, fungus fungi, alumnus alumni, radius radii,
        syllabus syllabi, focus foci focuses, locus loci, terminus termini, bacillus bacilli, octopus octopi
        octopuses, thesaurus thesauri, hippopotamus hippopotami, larva larvae, antenna antennae, alga algae, vertebra
        vertebrae, nebula nebulae, alumna alumnae, formula formulae, index indices, appendix appendices, matrix
        matrices, vertex vertices, vortex vortices, codex codices, apex apices, bureau bureaux, plateau plateaux,
        tableau tableaux, chateau chateaux, graffito graffiti, paparazzo paparazzi, cherub cherubim, bus buses,
        minibus minibuses, gas gases, lens lenses, bias biases, virus viruses, census censuses, status statuses,
        campus campuses, bonus bonuses, circus circuses, chorus choruses, genius geniuses, surplus surpluses, iris
        irises, atlas atlases, canvas canvases, alias aliases, sinus sinuses, plus pluses, walrus walruses, quiz
        quizzes, movie movies, cookie cookies, calorie calories, zombie zombies, selfie selfies, rookie rookies,
        hoodie hoodies, brownie brownies, smoothie smoothies, auntie aunties, prairie prairies, veggie veggies, goalie
        goalies, newbie newbies, genie genies, eyrie eyries, tie ties, necktie neckties, pie pies, magpie magpies, lie
        lies, shoe shoes, horseshoe horseshoes, toe toes, foe foes, canoe canoes, oboe oboes, ache aches, headache
        headaches, toothache toothaches, cache caches, niche niches, avalanche avalanches, moustache moustaches, axe
        axes, annexe annexes, bourgeois bourgeois, chassis chassis, series series, species species, news news, means
        means, lens lens, gas gas, bias bias, atlas atlas, canvas canvas, alias alias, chaos chaos, cosmos cosmos,
        ethos ethos, pathos pathos, rhinoceros rhinoceros, headquarters headquarters, barracks barracks, crossroads
        crossroads, physics physics, mathematics mathematics, maths maths, economics economics, politics politics,
        ethics ethics, athletics athletics, gymnastics gymnastics, electronics electronics, linguistics linguistics,
        genetics genetics, aerobics aerobics, thanks thanks, clothes clothes, scissors scissors, trousers trousers,
        diabetes diabetes, rabies rabies, christmas christmas, kudos kudos, always always, perhaps perhaps
        """)

    /// What ends like firemen and is one.
    private static let singularMen: Set<String> = [
        "specimen", "abdomen", "omen", "regimen", "acumen", "stamen", "semen", "hymen", "bitumen", "ramen", "amen",
        "lumen", "dolmen", "cyclamen", "albumen", "foramen", "rumen", "numen", "nomen", "gravamen", "catechumen",
    ]

    private static let comparisons = table(
        """
        good better best, bad worse worst, far farther farthest further furthest, little less least, many more most,
        well better best, big bigger biggest, hot hotter hottest, thin thinner thinnest, fat fatter fattest, sad sadder
        saddest, wet wetter wettest, red redder reddest, large larger largest, nice nicer nicest, safe safer safest, late
        later latest, wide wider widest, wise wiser wisest, close closer closest, fine finer finest, old older oldest,
        young younger youngest, new newer newest, high higher highest, low lower lowest, long longer longest, short
        shorter shortest, great greater greatest, small smaller smallest, strong stronger strongest, weak weaker weakest,
        fast faster fastest, slow slower slowest, hard harder hardest, soft softer softest, cheap cheaper cheapest, rich
        richer richest, poor poorer poorest, deep deeper deepest, dark darker darkest, light lighter lightest, near nearer
        nearest, clear clearer clearest, cold colder coldest, warm warmer warmest, few fewer fewest, tall taller tallest,
        simple simpler simplest, true truer truest, clever cleverer cleverest, quick quicker quickest, thick thicker
        thickest, bright brighter brightest, sweet sweeter sweetest, kind kinder kindest, soon sooner soonest
        """)

    private static let verbs = table(
        """
        be am is are was were been being, have has had having, do does did done, go goes went gone, say says said, make
        made making, take took taken taking, come came coming, see saw seen, know knew known, get got gotten getting, give
        gave given giving, find found, think thought, tell told, become became becoming, leave left leaving, feel felt, put
        putting, bring brought, begin began begun beginning, keep kept, hold held, write wrote written writing, stand
        stood, hear heard, let letting, mean meant, set setting, meet met, run ran running, pay paid, sit sat sitting, speak
        spoke spoken, lie lay lain lying, lead led, read read, grow grew grown, lose lost losing, fall fell fallen, send
        sent, build built, understand understood, draw drew drawn, break broke broken, spend spent, cut cutting, rise rose
        risen rising, drive drove driven driving, buy bought, wear wore worn, choose chose chosen choosing, seek sought,
        throw threw thrown, catch caught, deal dealt, win won winning, forget forgot forgotten forgetting, lay laid, fight
        fought, teach taught, eat ate eaten, sing sang sung, sleep slept, sell sold, fly flew flown, drink drank drunk,
        swim swam swum swimming, ride rode ridden riding, shoot shot, show showed shown, hide hid hidden hiding, hit
        hitting, hurt hurt, shut shutting, cost cost, quit quitting, bite bit bitten biting, blow blew blown, burn burnt,
        feed fed, forgive forgave forgiven forgiving, freeze froze frozen freezing, hang hung, kneel knelt, lend lent,
        light lit, ring rang rung, shake shook shaken shaking, shine shone shining, sink sank sunk, slide slid sliding,
        spread spread, spring sprang sprung, steal stole stolen, stick stuck, strike struck stricken striking, swear swore
        sworn, sweep swept, swing swung, tear tore torn, wake woke woken waking, weave wove woven weaving, wind wound, bear
        bore borne born, beat beaten, bend bent, bet betting, bind bound, bleed bled, breed bred, cling clung, creep crept,
        dig dug digging, flee fled, fling flung, forbid forbade forbidden, grind ground, prove proved proven proving, sew
        sewn, shrink shrank shrunk, spin spun spinning, split splitting, stink stank stunk, string strung, withdraw
        withdrew withdrawn, die dying, tie tying, use used using, can could, will would, shall should, may might
        """)
}
