import TextAnalysis

/// A word of Korean among the morphemes of a text, and what is written together with it.
struct KoreanWord: Sendable {
    let lemma: String
    let pos: UniversalTag
    /// With what belongs to it, and alone; UTF-8 offsets of the text.
    let range: Range<Int>
    let wordRange: Range<Int>
    /// A verb or an adjective, with the suffix that makes one of a noun.
    let isVerb: Bool
    /// A noun, or what stands as one; adverbs and the like do not.
    let takesParticles: Bool
    /// Of the verb, without 다; of the noun, itself.
    private let stem: String
    private let tag: String
    /// What follows it, in order; nil where something does of which no other word could be put before.
    private let parts: [KoreanInflection.Part]?
    /// 이다 is written whole after a vowel.
    private let keepsI: Bool
    /// 되어, not 돼.
    private let spelledOut: Bool

    /// The word that a morpheme is of: of a particle or an ending the one that it belongs to.
    init?(at place: Int, _ morphemes: [Morpheme]) {
        var head = place
        func touches(_ index: Int) -> Bool {
            index > 0 && morphemes[index - 1].range.upperBound == morphemes[index].range.lowerBound
        }
        while Self.isDependent(Self.firstTag(morphemes[head])) {
            guard touches(head) else { return nil }
            head -= 1
        }
        let first = morphemes[head]
        let tag = Self.firstTag(first)
        var pieces = Self.pieces(of: first)
        guard let word = pieces.first else { return nil }
        pieces.removeFirst()
        var end = head + 1
        func next() -> Morpheme? { end < morphemes.count && touches(end) ? morphemes[end] : nil }

        var stem = word.form
        var stemTag = tag
        var wordEnd = word.range.upperBound
        if Self.isNoun(tag) || tag == "XR" || tag == "MAG" {
            // 지루 and 하다.
            if pieces.isEmpty, let suffix = next(), ["XSV", "XSA"].contains(Self.firstTag(suffix)) {
                pieces = Self.pieces(of: suffix)
                end += 1
            }
            if let suffix = pieces.first, suffix.tag == "XSV" || suffix.tag == "XSA" {
                stem += suffix.form
                stemTag = suffix.tag == "XSV" ? "VV" : "VA"
                wordEnd = suffix.range.upperBound
                pieces.removeFirst()
            }
        }
        isVerb = stemTag == "VV" || stemTag == "VA"
        takesParticles = Self.isNoun(stemTag) || tag == "XR"
        guard isVerb || takesParticles || ["MAG", "IC"].contains(tag) else { return nil }

        var parts: [KoreanInflection.Part]?
        var rangeEnd = morphemes[end - 1].range.upperBound
        var keepsI = false
        var spelledOut = false
        // Of a contraction whose parts nobody knows, no other word has the form.
        let isKnown = !first.tag.contains("+") || !first.parts.isEmpty
        parts = isKnown && pieces.allSatisfy { Self.follows($0.tag) } ? pieces.map { ($0.form, $0.tag) } : nil
        if isVerb || takesParticles {
            while let morpheme = next() {
                let more = Self.pieces(of: morpheme)
                guard !more.isEmpty, more.allSatisfy({ Self.follows($0.tag) }) else { break }
                if morpheme.tag == "VCP", morpheme.surface == "이", parts?.isEmpty == true,
                    KoreanParticles.ending(of: stem) == .vowel
                {
                    keepsI = true
                }
                if parts?.isEmpty == true, KoreanParticles.ending(of: stem) == .vowel,
                    ["아", "어", "았", "었"].contains(where: morpheme.surface.hasPrefix)
                {
                    spelledOut = true
                }
                parts?.append(contentsOf: more.map { ($0.form, $0.tag) })
                rangeEnd = morpheme.range.upperBound
                end += 1
            }
        }
        // Adjectives have no 는: it is a verb that was taken for one.
        if stemTag == "VA", let ending = parts?.first?.form, ["는", "ㄴ다"].contains(where: ending.hasPrefix),
            !["있", "없", "밌"].contains(where: stem.hasSuffix)
        {
            stemTag = "VV"
        }
        lemma = isVerb ? stem + "다" : stem
        pos = isVerb ? (stemTag == "VV" ? .verb : .adjective) : first.pos
        range = first.range.lowerBound..<rangeEnd
        wordRange = first.range.lowerBound..<max(first.range.lowerBound, min(wordEnd, rangeEnd))
        self.stem = stem
        self.tag = stemTag
        self.parts = parts
        self.keepsI = keepsI
        self.spelledOut = spelledOut
    }

    /// A noun in the place of this one.
    func noun(_ replacement: String) -> String? {
        guard let parts, !Self.looksLikeVerb(replacement) else { return nil }
        return KoreanInflection.form(ofNoun: replacement, before: parts, keepsI: keepsI)
    }

    /// A verb or an adjective, as dictionaries list it, in the place of this one.
    func verb(_ replacement: String) -> String? {
        guard let parts, !parts.isEmpty else { return nil }
        return KoreanInflection.form(of: replacement, tag: tag, before: parts, from: stem, spelledOut: spelledOut)
    }

    // MARK: - Morphemes

    private struct Piece {
        var form: String
        var tag: String
        var range: Range<Int>
    }

    /// What a morpheme is made of, where it is several of different kinds; else itself, a verb without its ending.
    private static func pieces(of morpheme: Morpheme) -> [Piece] {
        if morpheme.tag.contains("+"), !morpheme.parts.isEmpty {
            return morpheme.parts.map { Piece(form: $0.form, tag: $0.tag, range: $0.range) }
        }
        let isVerb = ["VV", "VA", "VX", "VCN", "VCP", "XSV", "XSA"].contains(firstTag(morpheme))
        return [
            Piece(form: isVerb ? morpheme.stem : morpheme.surface, tag: morpheme.tag, range: morpheme.range)
        ]
    }

    static func firstTag(_ morpheme: Morpheme) -> String { String(morpheme.tag.prefix { $0 != "+" }) }

    /// What a noun can be put in the place of. Latin letters (SL) in Korean are words, too.
    static func isNoun(_ tag: String) -> Bool { ["NNG", "NNP", "SL"].contains(tag) }

    private static func isDependent(_ tag: String) -> Bool {
        tag.hasPrefix("J") || tag.hasPrefix("E") || ["XSV", "XSA", "XSN", "VCP", "VX"].contains(tag)
    }

    /// What belongs to the word before it, and changes with it.
    private static func follows(_ tag: String) -> Bool { isDependent(tag) }

    /// Whether it is in the form in which dictionaries list verbs and adjectives; few nouns end so.
    private static func looksLikeVerb(_ word: String) -> Bool {
        word.hasSuffix("다") && word.count > 1 && !nounsInDa.contains { word.hasSuffix($0) }
    }

    private static let nounsInDa = [
        "바다", "소다", "판다", "수다", "람다", "캐나다", "우간다", "르완다", "그라나다", "베란다", "아젠다", "어젠다", "프로파간다", "마쓰다", "혼다", "도요다",
        "유다", "프라다", "아만다", "린다", "미란다", "버뮤다",
    ]
}
