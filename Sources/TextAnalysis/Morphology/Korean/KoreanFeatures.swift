/// What mecab-ko-dic says of a morpheme: a line such as `VV+EP,*,T,했,Inflect,VV,EP,하/VV/*+았/EP/*`.
struct KoreanFeatures {
    /// `VV`, or several joined by `+`.
    let tag: String
    let reading: String?
    let composition: Morpheme.Composition
    /// Form and tag of each part, as they are written; empty where the line has none or they are not well formed.
    let expression: [(form: String, tag: String)]

    init(_ features: String) {
        let columns = FeatureColumns(features)
        tag = columns[0] ?? "UNKNOWN"
        reading = columns[3]
        let composition: Morpheme.Composition =
            switch columns[4] {
            case "Compound": .compound
            case "Inflect": .inflected
            case "Preanalysis": .preanalysed
            default: .simple
            }
        expression = composition == .simple ? [] : Self.parts(of: columns[7] ?? "")
        self.composition = expression.isEmpty ? .simple : composition
    }

    init(tag: String, expression: [(form: String, tag: String)], composition: Morpheme.Composition) {
        self.tag = tag
        reading = nil
        self.expression = expression
        self.composition = expression.isEmpty ? .simple : composition
    }

    /// `form/tag/meaning+form/tag/meaning…`.
    static func parts(of expression: String) -> [(form: String, tag: String)] {
        var parts: [(form: String, tag: String)] = []
        for part in expression.unicodeScalars.split(separator: "+") {
            let fields = part.split(separator: "/", omittingEmptySubsequences: false)
            guard fields.count >= 2, !fields[0].isEmpty, !fields[1].isEmpty else { return [] }
            parts.append((String(fields[0]), String(fields[1])))
        }
        return parts
    }

    func morpheme(surface: String, range: Range<Int>, isUnknown: Bool) -> Morpheme {
        let forms = expression.map { (form: shown($0.form, of: surface), tag: $0.tag) }
        // A single part says which word an irregular form is of (들 of 듣다): the word is not made of it.
        let parts =
            forms.count < 2 ? [] : PartRanges.parts(forms, of: surface, at: range.lowerBound)
        let isItself =
            composition == .compound || forms.isEmpty || forms.count == 1 && !Self.isForm(surface, of: forms[0].form)
        let head = Self.head(
            isItself
                ? [(form: surface, tag: String(tag.prefix { $0 != "+" }))] : forms)
        return Morpheme(
            range: range, surface: surface, tag: tag, pos: head.pos, lemma: head.lemma, stem: head.stem,
            reading: reading == surface ? nil : reading, isUnknown: isUnknown || tag == "UNKNOWN", parts: parts,
            composition: parts.isEmpty ? .simple : composition)
    }

    /// Whether a word is an irregular form of a stem: with another last syllable (들 of 듣), or with one after the stem less
    /// its final ㅂ, ㅅ or ㄹ (고마우 of 고맙, 부으 of 붓, 아십 of 알). Else the dictionary's single part is another spelling
    /// (재밌 for 재미있) or a piece of the word.
    private static func isForm(_ surface: String, of stem: String) -> Bool {
        let before = surface.dropLast()
        if surface.count == stem.count { return before == stem.dropLast() }
        guard let last = stem.last.flatMap(Syllable.init), let final = last.final, ["ㅂ", "ㅅ", "ㄹ"].contains(final)
        else {
            return false
        }
        return before == stem.dropLast() + last.with(final: nil).text
    }

    /// The word that several parts are forms of: the first, with the suffix that makes a verb of it where one follows.
    private static func head(
        _ parts: [(form: String, tag: String)]
    ) -> (lemma: String, stem: String, pos: UniversalTag) {
        guard let first = parts.first else { return ("", "", .other) }
        var (stem, tag) = first
        if parts.count > 1, KoreanTag.isVerbSuffix(parts[1].tag) {
            stem += parts[1].form
            tag = parts[1].tag
        }
        return (KoreanTag.isConjugated(tag) ? stem + "다" : stem, stem, KoreanTag.all[tag] ?? .other)
    }

    /// A form without the number that tells homographs apart (정진7), and with letters that can stand alone.
    private func shown(_ form: String, of surface: String) -> String {
        var form = form
        if !surface.utf8.contains(where: Self.isDigit) {
            let digits = form.utf8.reversed().prefix(while: Self.isDigit).count
            if digits < form.utf8.count { form.removeLast(digits) }
        }
        return HangulLetters.standingAlone(form)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
