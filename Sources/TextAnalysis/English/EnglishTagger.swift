/// Parts of speech of English words, by a dictionary and rules: closed classes are listed, other words are judged by how
/// WordNet counts them, where it is, and by their endings; then neighbours decide between what a word may be.
struct EnglishTagger: PartOfSpeechTagger {
    private let wordNet: WordNet?

    init(_ wordNet: WordNet?) { self.wordNet = wordNet }

    func tags(of sentence: ArraySlice<String>) -> [UniversalTag] {
        let words = Array(sentence)
        let lower = words.map { $0.lowercased().replacing("’", with: "'") }
        var tags: [UniversalTag] = []
        for index in words.indices {
            tags.append(tag(words[index], lower[index], after: tags.last, lower, index))
        }
        mendAuxiliaries(&tags, lower)
        return tags
    }

    // MARK: - One word

    private func tag(
        _ word: String, _ lower: String, after before: UniversalTag?, _ all: [String], _ index: Int
    ) -> UniversalTag {
        let isFirst = before == nil || before == .punctuation && [".", "!", "?", "…"].contains(all[index - 1])
        guard let first = lower.unicodeScalars.first else { return .other }
        if lower == "'s" { return before == .pronoun || before == .adverb ? .auxiliary : .particle }
        if let tag = Self.closed[lower] {
            if tag == .adposition, lower == "to" { return isVerb(all, index + 1) ? .particle : .adposition }
            if lower == "that" { return that(after: before, all, index) }
            if lower == "like", [.pronoun, .noun, .particle, .auxiliary].contains(before) { return .verb }
            if ["this", "these", "those"].contains(lower), !isFollowedByWords(all, index) { return .pronoun }
            // May and Will are names, too, within a sentence.
            return !isFirst && isCapitalized(word) && tag == .auxiliary ? .properNoun : tag
        }
        if ScalarKind.isWord(first.value), lower.utf8.contains(where: { (0x30...0x39).contains($0) }) {
            return lower.contains { $0.isLetter } && !isOrdinal(lower)
                ? .noun : isOrdinal(lower) ? .adjective : .numeral
        }
        if !ScalarKind.isWord(first.value), !lower.contains(where: \.isLetter) {
            return isSymbol(first) ? .symbol : .punctuation
        }
        if lower.contains("@") || lower.hasPrefix("http") || lower.hasPrefix("www.") { return .other }
        let candidates = self.candidates(lower)
        if isCapitalized(word), !isFirst || candidates.isEmpty { return .properNoun }
        return choose(candidates.isEmpty ? [byEnding(lower)] : candidates, after: before, all, index)
    }

    private func isCapitalized(_ word: String) -> Bool {
        word.unicodeScalars.first?.properties.isUppercase == true && word != "I"
    }

    private func isOrdinal(_ word: String) -> Bool {
        ["st", "nd", "rd", "th"].contains(where: word.hasSuffix) && word.first?.isNumber == true
    }

    private func isSymbol(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .currencySymbol, .mathSymbol, .otherSymbol, .modifierSymbol: true
        default: scalar == "%" || scalar == "#" || scalar == "&" || scalar == "@" || scalar == "*"
        }
    }

    /// What WordNet has it as, the most used first.
    private func candidates(_ word: String) -> [UniversalTag] {
        guard let wordNet else { return [] }
        let morphy = Morphy(wordNet)
        var found: [(tag: UniversalTag, weight: Int)] = []
        for (category, tag) in Self.categories {
            let own = wordNet.taggedSenses(of: word, category)
            let based = morphy.bases(of: word, category).compactMap { wordNet.taggedSenses(of: $0, category) }.max()
            guard let weight = [own, based].compactMap({ $0 }).max() else { continue }
            // An inflected form speaks for its category: walked is of walk, whatever else there is.
            found.append((tag, 2 * weight + (based != nil && own == nil ? 1 : 0)))
        }
        return found.sorted { $0.weight > $1.weight }.map(\.tag)
    }

    private static let categories: [(WordNet.Category, UniversalTag)] = [
        (.noun, .noun), (.verb, .verb), (.adjective, .adjective), (.adverb, .adverb),
    ]

    private func byEnding(_ word: String) -> UniversalTag {
        for (tag, endings) in Self.endings
        where endings.contains(where: { word.count > $0.count + 1 && word.hasSuffix($0) }) {
            return tag
        }
        return LemmaRules.isAdjective(word) ? .adjective : LemmaRules.isVerb(word) ? .verb : .noun
    }

    private static let endings: [(UniversalTag, [String])] = [
        (.adverb, ["ly"]),
        (.noun, ["tion", "sion", "ness", "ment", "ity", "ship", "ism", "ist", "ance", "ence", "ology"]),
        (.verb, ["ing", "ed", "ize", "ise", "ify"]),
        (.adjective, ["ous", "ful", "able", "ible", "ical", "ive", "less", "ish", "ic", "est"]),
    ]

    // MARK: - Neighbours

    private func choose(
        _ candidates: [UniversalTag], after before: UniversalTag?, _ all: [String], _ index: Int
    ) -> UniversalTag {
        func may(_ tag: UniversalTag) -> Bool { candidates.contains(tag) }
        let previous = index > 0 ? all[index - 1] : ""
        switch before {
        case .particle where previous == "to", .auxiliary where Self.modals.contains(previous):
            if may(.verb) { return .verb }
        case .particle
        where ["not", "n't"].contains(previous) && !(index > 1 && Self.formsOfBe.contains(all[index - 2])):
            if may(.verb) { return .verb }
        case .auxiliary,
            .particle where previous == "not" || previous == "n't":
            if may(.verb), isInflected(all[index]) { return .verb }
            if may(.adjective) { return .adjective }
        case .determiner, .adjective, .numeral:
            if isNoun(all, index + 1), may(.adjective) { return .adjective }
            if may(.noun) { return .noun }
        case .pronoun where Self.possessives.contains(previous), .particle where previous == "'s":
            if isNoun(all, index + 1), may(.adjective) { return .adjective }
            if may(.noun) { return .noun }
        case .pronoun where Self.subjects.contains(previous):
            if may(.verb) { return .verb }
        case .adposition:
            if may(.noun), candidates.first != .adjective { return .noun }
        default: break
        }
        return candidates.first ?? .noun
    }

    /// A form of a verb that is not its base: gone, sold, running.
    private func isInflected(_ word: String) -> Bool {
        if let wordNet { return !Morphy(wordNet).bases(of: word, .verb).isEmpty }
        return LemmaRules.lemma(of: word, .verb) != word
    }

    /// Whether what follows may have a determiner before it.
    private func isFollowedByWords(_ all: [String], _ index: Int) -> Bool {
        guard index + 1 < all.count, all[index + 1].contains(where: { $0.isLetter || $0.isNumber }) else {
            return false
        }
        return Self.closed[all[index + 1]].map { $0 == .numeral || $0 == .adverb } ?? true
    }

    private func isVerb(_ all: [String], _ index: Int) -> Bool {
        guard all.indices.contains(index) else { return false }
        if let tag = Self.closed[all[index]] { return tag == .auxiliary }
        let candidates = candidates(all[index])
        if candidates.isEmpty { return LemmaRules.isVerb(all[index]) }
        // A base form: to walks is not written.
        return candidates.contains(.verb) && wordNet?.has(all[index], .verb) != false
    }

    private func isNoun(_ all: [String], _ index: Int) -> Bool {
        guard all.indices.contains(index), Self.closed[all[index]] == nil else { return false }
        return candidates(all[index]).first.map { $0 == .noun } ?? all[index].contains { $0.isLetter }
    }

    private func that(after before: UniversalTag?, _ all: [String], _ index: Int) -> UniversalTag {
        guard index + 1 < all.count, all[index + 1].contains(where: \.isLetter) else { return .pronoun }
        if before == .verb || before == .auxiliary { return .subordinatingConjunction }
        if before == .noun || before == .properNoun { return .pronoun }
        return isNoun(all, index + 1) ? .determiner : .pronoun
    }

    /// have and do are auxiliaries where a verb follows, else verbs.
    private func mendAuxiliaries(_ tags: inout [UniversalTag], _ words: [String]) {
        for index in tags.indices where Self.mainVerbsToo.contains(words[index]) {
            var next = index + 1
            while next < tags.count, [.adverb, .particle, .pronoun].contains(tags[next]), words[next] != "to" {
                next += 1
            }
            let isAuxiliary = next < tags.count && (tags[next] == .verb || tags[next] == .auxiliary)
            tags[index] = isAuxiliary ? .auxiliary : .verb
        }
    }

    private static let mainVerbsToo: Set<String> = ["have", "has", "had", "having", "do", "does", "did"]
    private static let modals: Set<String> = [
        "will", "would", "can", "could", "shall", "should", "may", "might", "must", "'ll", "'d", "do", "does", "did",
        "ca",
        "wo",
    ]
    private static let formsOfBe: Set<String> = [
        "be", "am", "is", "are", "was", "were", "been", "being", "'m", "'s", "'re",
    ]
    private static let possessives: Set<String> = ["my", "your", "his", "her", "its", "our", "their", "whose"]
    private static let subjects: Set<String> = ["i", "you", "he", "she", "it", "we", "they", "who"]

    private static let closed: [String: UniversalTag] = {
        let lists: [(UniversalTag, String)] = [
            (
                .determiner,
                "a an the this that these those some any no every each either neither another such both all half"
            ),
            (
                .pronoun,
                "i me my mine myself you your yours yourself yourselves he him his himself she her hers herself it its itself "
                    + "we us our ours ourselves they them their theirs themselves who whom whose which what somebody someone "
                    + "something anybody anyone anything nobody nothing everybody everyone everything one's oneself there"
            ),
            (
                .adposition,
                "of in to for with on at from by about as into like through after over between out against during without "
                    + "before under around among within along across behind beyond up down off above near upon toward towards "
                    + "per via despite except beside besides below beneath onto inside outside throughout until till since"
            ),
            (.coordinatingConjunction, "and or but nor & plus"),
            (.subordinatingConjunction, "if because while although though unless whether whereas than lest"),
            (
                .auxiliary,
                "be am is are was were been being 'm 're 've 'll 'd will would can could shall should may might must have has "
                    + "had having do does did ca wo sha ought"
            ),
            (.particle, "not n't"),
            (
                .adverb,
                "very too also just only even still again never always often sometimes soon now then here when where why how "
                    + "so yet perhaps maybe quite rather almost already ever once twice however therefore thus instead"
            ),
            (
                .numeral,
                "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
                    + "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand "
                    + "million billion"
            ),
            (.interjection, "oh ah hey hello hi yes yeah please thanks wow ouch hmm okay ok"),
        ]
        var tags: [String: UniversalTag] = [:]
        for (tag, words) in lists {
            for word in words.split(separator: " ") where tags[String(word)] == nil { tags[String(word)] = tag }
        }
        return tags
    }()
}
