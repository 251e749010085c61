package import TextAnalysis

/// What an analyser says of a word that stands alone.
package struct WordReading: Sendable, Equatable {
    /// The dictionary forms to look for, the likeliest first; without the word itself.
    package var lemmas: [String]
    /// Of the first morpheme that has a meaning; nil where none has.
    package var pos: UniversalTag?
    /// Whether all that the first lemma lacks are particles.
    package var dropsParticles: Bool

    /// - Parameter morphemes: of the word, in order.
    package init(_ word: String, _ morphemes: [Morpheme]) {
        let content = morphemes.firstIndex { Self.hasMeaning($0.pos) }
        guard let content else {
            self.init(lemmas: [], pos: nil, dropsParticles: false)
            return
        }
        let head = morphemes[content]
        // What ends a word in Korean: particles after a noun, endings after a verb.
        var end = morphemes.count
        while end > content + 1, Self.isParticle(morphemes[end - 1]) { end -= 1 }
        var lemmas: [String] = []
        func add(_ lemma: String) {
            if !lemma.isEmpty, lemma != word, !lemmas.contains(lemma) { lemmas.append(lemma) }
        }
        // 사랑/NNG 하/XSV 았/EP 다/EF: 사랑하다 before 사랑.
        let derives = content + 1 < morphemes.count && ["XSV", "XSA"].contains(Self.firstTag(morphemes[content + 1]))
        if derives { add(head.surface + morphemes[content + 1].lemma) }
        // 영화/NNG 배우/NNG 가/JKS: all of the nouns.
        if end < morphemes.count, end > content + 1 { add(morphemes[content..<end].map(\.surface).joined()) }
        // A part of a word says little of the whole: 갓/MAG 띵작/NNG is neither.
        let isWhole = content == 0 && morphemes[1...].allSatisfy(Self.isEnding)
        if isWhole { add(head.lemma) }
        self.init(
            lemmas: lemmas, pos: head.pos,
            dropsParticles: end < morphemes.count && morphemes[end...].allSatisfy(Self.isParticle)
                && !head.tag.hasPrefix("V"))
    }

    private init(lemmas: [String], pos: UniversalTag?, dropsParticles: Bool) {
        self.lemmas = lemmas
        self.pos = pos
        self.dropsParticles = dropsParticles
    }

    private static func hasMeaning(_ tag: UniversalTag) -> Bool {
        switch tag {
        case .adposition, .particle, .punctuation, .symbol, .auxiliary, .subordinatingConjunction,
            .coordinatingConjunction:
            false
        default: true
        }
    }

    private static func firstTag(_ morpheme: Morpheme) -> Substring { morpheme.tag.prefix { $0 != "+" } }

    /// What inflects a word or is added to one: particles, endings, suffixes, auxiliaries (J, E, XS, VX, VCP).
    private static func isEnding(_ morpheme: Morpheme) -> Bool {
        let tag = firstTag(morpheme)
        return isParticle(morpheme) || ["E", "XS", "VX", "VCP"].contains { tag.hasPrefix($0) }
    }

    private static func isParticle(_ morpheme: Morpheme) -> Bool {
        morpheme.pos == .adposition || morpheme.tag.hasPrefix("J")
    }
}
