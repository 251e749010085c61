package import TextAnalysis

/// A word of a text as it stands, and what another would look like in its place.
package struct WordReplacement: Sendable {
    /// What to look for neighbours of: 영화, 재미있다, movie.
    package let lemma: String
    /// Its part of speech. Of a noun and the suffix that makes a verb or an adjective of it (지루하다), what they are together.
    package let pos: UniversalTag
    /// What is replaced, UTF-8 offsets of the passage: a noun with its particles (영화가), a verb with its endings, an English
    /// word.
    package let range: Range<Int>
    /// The word alone: 영화. Where a stem and an ending have become one, with that.
    package let wordRange: Range<Int>
    private let kind: Kind

    private enum Kind: Sendable {
        case koreanNoun(KoreanWord)
        case koreanVerb(KoreanWord)
        /// Which forms of the lemma stand there, the likeliest first, of those that its part of speech has.
        case english(surface: String, form: EnglishInflection.Form)
        /// A word that does not inflect, or of a language whose forms are not known.
        case plain(surface: String)
    }

    /// The word at a place of a passage, or just before it.
    ///
    /// - Parameters:
    ///   - offset: UTF-8, of the passage.
    ///   - morphemes: of the whole passage, in order, with offsets of it.
    ///   - language: an ISO 639-1 code; nil where it is not known.
    /// - Returns: nil where no word stands there that others could stand for: signs, and words that only hold others together.
    package init?(at offset: Int, morphemes: [Morpheme], language: String?) {
        let after = Self.firstIndex(in: morphemes) { $0.range.upperBound > offset }
        var places: [Int] = []
        if after < morphemes.count, morphemes[after].range.lowerBound <= offset { places.append(after) }
        if after > 0, morphemes[after - 1].range.upperBound == offset { places.append(after - 1) }
        for place in places {
            if let found = Self.word(at: place, offset, morphemes, language) {
                self = found
                return
            }
        }
        return nil
    }

    /// The replacement in the form that stands there.
    ///
    /// - Parameter replacement: as dictionaries list it, or in any form of English.
    /// - Returns: nil where the parts of speech do not fit or it cannot be made.
    package func form(of replacement: String) -> String? {
        guard !replacement.isEmpty else { return nil }
        switch kind {
        case .koreanNoun(let word): return word.noun(replacement)
        case .koreanVerb(let word): return word.verb(replacement)
        case .english(let surface, let form): return Self.english(replacement, pos, form, surface)
        case .plain(let surface): return EnglishInflection.cased(replacement, as: surface)
        }
    }

    /// Whether a word is of the part of speech that stands there, by what an analyser says of it alone.
    package func fits(_ replacement: [Morpheme]) -> Bool {
        guard let head = replacement.first else { return false }
        switch kind {
        case .koreanNoun:
            return replacement.allSatisfy {
                KoreanWord.isNoun(KoreanWord.firstTag($0)) || KoreanWord.firstTag($0) == "XSN"
            }
        case .koreanVerb:
            return Self(at: head.range.lowerBound, morphemes: replacement, language: "ko")?.pos == pos
        case .english:
            if replacement.count > 1 { return false }
            let isNominal: Set<UniversalTag> = [.noun, .properNoun]
            if isNominal.contains(pos), isNominal.contains(head.pos) { return true }
            // A word alone does not say whether it is a noun or a verb, where it could be both.
            let isEither: Set<UniversalTag> = [.noun, .verb]
            return head.pos == pos
                || isEither.contains(pos) && isEither.contains(head.pos) && head.lemma == head.surface.lowercased()
        case .plain: return true
        }
    }

    private init(
        lemma: String, pos: UniversalTag, range: Range<Int>, wordRange: Range<Int>, kind: Kind
    ) {
        self.lemma = lemma
        self.pos = pos
        self.range = range
        self.wordRange = wordRange
        self.kind = kind
    }

    private static func firstIndex(in morphemes: [Morpheme], where isPast: (Morpheme) -> Bool) -> Int {
        var (low, high) = (0, morphemes.count)
        while low < high {
            let middle = (low + high) / 2
            if isPast(morphemes[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    private static func word(
        at place: Int, _ offset: Int, _ morphemes: [Morpheme], _ language: String?
    ) -> WordReplacement? {
        let morpheme = morphemes[place]
        if KoreanMorphemes.isTag(morpheme.tag) {
            guard let word = KoreanWord(at: place, morphemes) else { return nil }
            return WordReplacement(
                lemma: word.lemma, pos: word.pos, range: word.range, wordRange: word.wordRange,
                kind: word.isVerb
                    ? .koreanVerb(word) : word.takesParticles ? .koreanNoun(word) : .plain(surface: word.lemma))
        }
        let isEnglish = language == "en" || language == nil && morpheme.tag == morpheme.pos.rawValue
        switch morpheme.pos {
        case .noun, .properNoun, .verb, .adjective, .adverb:
            let form = isEnglish ? EnglishForms.form(of: place, morphemes) : nil
            // Other languages' verbs have endings that are not known here.
            if form == nil, morpheme.pos == .verb || morpheme.pos == .adjective, morpheme.lemma != morpheme.surface {
                return nil
            }
            return WordReplacement(
                lemma: morpheme.lemma, pos: morpheme.pos, range: morpheme.range, wordRange: morpheme.range,
                kind: form.map { .english(surface: morpheme.surface, form: $0) } ?? .plain(surface: morpheme.surface))
        case .interjection: break
        case .other where morpheme.surface.contains(where: \.isLetter): break
        default: return nil
        }
        return WordReplacement(
            lemma: morpheme.lemma, pos: morpheme.pos, range: morpheme.range, wordRange: morpheme.range,
            kind: .plain(surface: morpheme.surface))
    }

    private static func english(
        _ replacement: String, _ pos: UniversalTag, _ form: EnglishInflection.Form, _ surface: String
    ) -> String? {
        // A list of words has names in their case, and is in small letters else.
        let isName = pos == .properNoun || replacement.dropFirst().contains(where: \.isUppercase)
        let made: String?
        if isName, form != .plural {
            made = replacement
        } else {
            made = EnglishForms.made(form, of: isName ? replacement : replacement.lowercased(), pos)
        }
        return made.map { EnglishInflection.cased($0, as: surface) }
    }
}

/// Which form of English stands somewhere, and other words in it.
private enum EnglishForms {
    static func form(of place: Int, _ morphemes: [Morpheme]) -> EnglishInflection.Form {
        let morpheme = morphemes[place]
        let (surface, lemma) = (morpheme.surface.lowercased(), morpheme.lemma.lowercased())
        let found = EnglishInflection.forms(of: surface, base: lemma, among: forms(of: morpheme.pos))
        guard let first = found.first else { return .base }
        // walked, bought: what stands before it says which. put is any of them.
        guard found.contains(.pastParticiple), found.contains(.past) else { return first }
        for before in morphemes[..<place].reversed().prefix(4) {
            switch before.lemma.lowercased() {
            case "have", "be", "get", "having": return .pastParticiple
            default: if before.pos != .adverb, before.pos != .particle { return found.contains(.base) ? .base : .past }
            }
        }
        return found.contains(.base) ? .base : .past
    }

    private static func forms(of pos: UniversalTag) -> [EnglishInflection.Form] {
        switch pos {
        case .noun, .properNoun: [.base, .plural]
        case .verb: [.base, .thirdPerson, .past, .pastParticiple, .presentParticiple]
        case .adjective, .adverb: [.base, .comparative, .superlative]
        default: [.base]
        }
    }

    /// The word in a form, whichever of its own it comes in.
    static func made(_ form: EnglishInflection.Form, of word: String, _ pos: UniversalTag) -> String? {
        let base = EnglishInflection.base(of: word, pos, among: forms(of: pos))
        return EnglishInflection.form(form, of: base)
    }
}
