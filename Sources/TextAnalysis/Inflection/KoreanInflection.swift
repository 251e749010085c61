/// Korean words in the forms in which others stand: a verb or an adjective with the endings of another, a noun with its
/// particles or with 이다. The way back from what `Contraction` and the dictionaries take apart.
///
/// What follows a word are parts as a `Morpheme` has them: form and tag, a final consonant that stands alone as a letter.
package enum KoreanInflection {
    package typealias Part = (form: String, tag: String)

    /// A verb or an adjective before what follows it.
    ///
    /// - Parameters:
    ///   - dictionaryForm: such as 즐겁다.
    ///   - tag: VV, VA, VX, XSV, XSA or VCN.
    ///   - parts: in order.
    ///   - source: the stem before which they stand now, which may say whether 나 is that of 으나.
    ///   - spelledOut: whether 아 and 어 are written apart where they may be: 되어 and 보았다, not 돼 and 봤다.
    /// - Returns: nil where a part cannot follow, or is not known.
    package static func form(
        of dictionaryForm: String, tag: String, before parts: [Part], from source: String? = nil,
        spelledOut: Bool = false
    ) -> String? {
        guard dictionaryForm.hasSuffix("다"), dictionaryForm.count > 1 else { return nil }
        var word = InflectedWord(stem: String(dictionaryForm.dropLast()), tag: tag, spelledOut: spelledOut)
        return word.append(parts, from: source)
    }

    /// A noun before its particles, its suffixes, or 이다 and what follows that.
    ///
    /// - Parameter keepsI: whether 이다 is written whole after a vowel, too: 배우이다, not 배우다.
    package static func form(
        ofNoun noun: String, before parts: [Part], keepsI: Bool = false
    ) -> String? {
        var word = InflectedWord(noun: noun, keepsI: keepsI)
        return word.append(parts, from: nil)
    }
}

/// What has been put together so far, and how it takes up what comes next.
private struct InflectedWord {
    private enum End {
        /// A noun, a particle, or an ending after which no ending comes.
        case closed
        case stem(Conjugation)
        /// 이 of 이다, of which is not decided yet whether it is written.
        case copula
        /// An ending that others follow: 었, 겠, 시.
        case ending
    }

    private var text: String
    private var end: End
    private let keepsI: Bool
    private let spelledOut: Bool

    init(noun: String, keepsI: Bool) {
        text = noun
        end = .closed
        self.keepsI = keepsI
        spelledOut = false
    }

    init(stem: String, tag: String, spelledOut: Bool) {
        text = stem
        end = .closed
        keepsI = false
        self.spelledOut = spelledOut
        begin(tag)
    }

    /// From here on the text is a stem.
    private mutating func begin(_ tag: String) {
        let known = ["VA", "XSA", "VCN"].contains(tag) ? "VA" : tag == "VX" ? "VX" : "VV"
        let conjugation = try? Conjugation(
            dictionaryForm: text + "다", tag: known, class: tag == "VCN" ? .regular : nil)
        end = conjugation.map { .stem($0) } ?? .closed
    }

    mutating func append(_ parts: some Sequence<KoreanInflection.Part>, from source: String?) -> String? {
        var source = source
        for part in parts {
            guard append(part, from: source) else { return nil }
            // It stands before the first alone.
            source = nil
        }
        if case .copula = end { return nil }
        return text
    }

    private mutating func append(_ part: KoreanInflection.Part, from source: String?) -> Bool {
        let form = HangulLetters.standingAlone(part.form)
        switch part.tag {
        case "VCP":
            if case .stem = end { return false }
            end = .copula
            return true
        case "VV", "VA", "VX", "VCN", "XSV", "XSA":
            text += form
            begin(part.tag)
            if case .closed = end { return false }
            return true
        case "EP", "EF", "EC", "ETM", "ETN": return append(ending: form, tag: part.tag, from: source)
        case _ where part.tag.hasPrefix("J"):
            if case .stem = end { return false }
            if case .copula = end { return false }
            guard let joined = KoreanParticles.joined(text, form, tag: part.tag) else { return false }
            text = joined
            return true
        case "XSN", "NNB", "NNBC":
            if case .stem = end { return false }
            text += form
            end = .closed
            return true
        default: return false
        }
    }

    private mutating func append(ending form: String, tag: String, from source: String?) -> Bool {
        let joined: String?
        switch end {
        case .closed: return false
        case .copula: joined = afterCopula(form, tag)
        case .stem(let conjugation):
            let ending = KoreanEnding(form, tag: tag, from: source).adapted(to: conjugation)
            // What follows other stems has been put together by then.
            joined = conjugation.joined(to: ending, spelledOut: spelledOut && conjugation.tag != "VX")
        case .ending:
            // 하세요, where 하셔요 is the older form.
            if text.hasSuffix("시"), form.hasPrefix("어요") || form.hasPrefix("아요") {
                joined = text.dropLast() + "세" + form.dropFirst()
            } else {
                let stem = try? Conjugation(dictionaryForm: text + "다", tag: "VX", class: .regular)
                // It stands after the same ending now.
                joined = stem?.joined(to: KoreanEnding(form, tag: tag, from: text), afterEnding: true)
            }
        }
        guard let joined else { return false }
        text = joined
        end = tag == "EP" ? .ending : .closed
        return true
    }

    /// 이다 after a noun: after a vowel 이 becomes one with 어, and may be left out before a consonant.
    private func afterCopula(_ form: String, _ tag: String) -> String? {
        guard let sound = KoreanParticles.ending(of: text) else { return nil }
        if ["에요", "ㅔ요", "예요"].contains(form) { return text + (sound == .vowel ? "예요" : "이에요") }
        let ending = KoreanEnding(form, tag: tag, afterCopula: true)
        if sound == .vowel {
            switch ending.shape {
            case .vowel(let final, let tail, _): return text + Syllable("ㅇ", "ㅕ", final).text + tail
            case .soft, .plain: if !keepsI { return text + ending.writtenAfterVowel }
            case .final, .formal, .present: break
            }
        }
        let stem = try? Conjugation(dictionaryForm: text + "이다", tag: "VX", class: .regular)
        return stem?.joined(to: ending, afterEnding: true, contracts: false)
    }
}

/// An ending by how it meets the stem before it.
struct KoreanEnding {
    enum Shape {
        /// 아 or 어, with what its syllable has below and what follows: 어서, 었, 아야. `isOpen` of what is written 여.
        case vowel(final: Character?, tail: String, isOpen: Bool)
        /// After a consonant 으 comes before it: 면, 시, 려고.
        case soft(String)
        /// A consonant that a vowel takes up, and after a consonant 으 does: ㄴ and 은, ㄹ까 and 을까.
        case final(Character, tail: String)
        /// ㅂ니다 and 습니다; what follows ㅂ.
        case formal(tail: String)
        /// ㄴ다 and 는다; what follows ㄴ.
        case present(tail: String)
        /// The same after all: 고, 지만, 는데.
        case plain(String)
    }

    private(set) var shape: Shape

    /// - Parameter source: the stem before which it stands now: where that ends in a consonant, 으 would be written.
    init(_ form: String, tag: String, from source: String? = nil, afterCopula: Bool = false) {
        let closed = source?.last.flatMap(Syllable.init)?.final.map { $0 != "ㄹ" } ?? false
        shape = Self.shape(form, tag, isClosed: closed, afterCopula: afterCopula)
    }

    private static func shape(_ form: String, _ tag: String, isClosed: Bool, afterCopula: Bool) -> Shape {
        guard let first = form.first else { return .plain("") }
        let tail = String(form.dropFirst())
        switch first {
        // What is left of an ending in a contraction: 하 and ㅕ of 해, 놀래 and ㅓㅆ of 놀랬.
        case "ㅏ", "ㅓ", "ㅕ":
            let isPast = tail.first == "ㅆ"
            return .vowel(final: isPast ? "ㅆ" : nil, tail: isPast ? String(tail.dropFirst()) : tail, isOpen: false)
        case "ㄴ" where ["다", "단", "답", "대", "댔"].contains { tail.hasPrefix($0) }: return .present(tail: tail)
        case "ㅂ" where ["니", "디"].contains { tail.hasPrefix($0) }: return .formal(tail: tail)
        case "ㄴ", "ㄹ", "ㅁ", "ㅂ": return .final(first, tail: tail)
        case "습": return .formal(tail: tail)
        case "는" where ["다", "단", "답", "대", "댔"].contains { tail.hasPrefix($0) && tail != "데" }:
            return .present(tail: tail)
        case "으": return .soft(tail)
        default: break
        }
        guard let syllable = Syllable(first) else { return .plain(form) }
        if syllable.initial == "ㅇ", syllable.final == nil || syllable.final == "ㅆ" {
            switch syllable.vowel {
            case "ㅏ", "ㅓ": return .vowel(final: syllable.final, tail: tail, isOpen: false)
            case "ㅕ": return .vowel(final: syllable.final, tail: tail, isOpen: true)
            default: break
            }
        }
        if syllable.initial == "ㅇ", syllable.vowel == "ㅡ", let final = syllable.final {
            return final == "ㅂ" && tail.hasPrefix("니") ? .formal(tail: tail) : .final(final, tail: tail)
        }
        let isSoft =
            !isClosed && !afterCopula
            && (softEndings.contains { form.hasPrefix($0) } || tag == "EP" && ["시", "셨"].contains(form)
                || tag == "EC" && softBetween.contains(form))
        return isSoft ? .soft(form) : .plain(form)
    }

    /// What has 으 before it after consonants, told by how it begins.
    private static let softEndings = [
        "면", "며", "므로", "려", "련", "러", "니까", "니깐", "나마", "리라", "리니", "리다", "리까", "세", "십", "신", "소서", "시",
        "라고", "라는", "라면", "라니", "래",
    ]
    /// What has it between clauses only: 먹으니 and 먹니?
    private static let softBetween = ["니", "나", "라", "되"]

    /// The ending as it stands after a vowel.
    var writtenAfterVowel: String {
        switch shape {
        case .soft(let text), .plain(let text): text
        case .vowel(let final, let tail, _): Syllable("ㅇ", "ㅓ", final).text + tail
        case .final(let final, let tail): String(final) + tail
        case .formal(let tail): "ㅂ" + tail
        case .present(let tail): "ㄴ" + tail
        }
    }

    /// What adjectives have for 는: 은. Those of 있다 and 없다 keep it: 재미있는, 즐거운.
    func adapted(to conjugation: Conjugation) -> KoreanEnding {
        guard conjugation.tag == "VA" else { return self }
        let exists = ["있", "없", "밌"].contains { conjugation.stem.hasSuffix($0) }
        var result = self
        switch shape {
        case .plain(let text) where !exists && text.first == "는" && Self.present.contains(String(text.dropFirst())):
            result.shape = .final("ㄴ", tail: String(text.dropFirst()))
        case .final("ㄴ", let tail) where exists && Self.present.contains(tail): result.shape = .plain("는" + tail)
        case .present(let tail) where !exists || tail.hasPrefix("다"): result.shape = .plain(tail)
        default: break
        }
        return result
    }

    private static let present: Set = ["", "데", "데요", "지", "지도", "지를", "가", "가요", "걸", "걸요", "데도", "데다"]
}

extension Conjugation {
    /// The stem and an ending.
    ///
    /// - Parameters:
    ///   - afterEnding: the stem ends in an ending, such as 았, which 어 follows whatever its vowel.
    ///   - contracts: whether ㅣ and 어 become ㅕ.
    ///   - spelledOut: whether vowels stay apart where both are written: 되어, but 가.
    func joined(
        to ending: KoreanEnding, afterEnding: Bool = false, contracts: Bool = true, spelledOut: Bool = false
    ) -> String? {
        guard let last else { return nil }
        let isOpen = last.final == nil || last.final == "ㄹ"
        switch ending.shape {
        case .plain(let text): return stem(before: text) + text
        case .formal(let tail): return isOpen ? taking("ㅂ") + tail : stem + "습" + tail
        case .present(let tail): return isOpen ? taking("ㄴ") + tail : stem + "는" + tail
        case .final(let final, let tail): return taking(final) + tail
        case .soft(let text):
            switch conjugationClass {
            case .pieup, .hieut: return (changedStem ?? stem) + text
            case .tikeut, .siot: return (changedStem ?? stem) + "으" + text
            case .regular, .reu, .reo, .u: return isOpen ? stem(before: text) + text : stem + "으" + text
            }
        case .vowel(let final, let tail, let isOpenVowel):
            if isOpenVowel, last.text == "하", !afterEnding { return stem + Syllable("ㅇ", "ㅕ", final).text + tail }
            // 놓아 is written more than 놔; 아니 and 었 do not meet.
            let isApart =
                last.text == "놓" || stem.hasSuffix("아니") || afterEnding && last.final != nil
                || spelledOut && last.final == nil && last.initial != "ㅇ" && "ㅗㅜㅣㅚ".contains(last.vowel)
            let meets = contracts && !isApart
            if meets, let joined {
                return joined.prefix + joined.last.with(final: final).text + tail
            }
            let vowel: Character = !afterEnding && self.vowel == "아" ? "ㅏ" : "ㅓ"
            let base = last.final == "ㄹ" ? stem : changedStem ?? stem
            return base + Syllable("ㅇ", vowel, final).text + tail
        }
    }

    /// ㄹ is lost before ㄴ, ㅅ, ㅂ and 오: 만드는, 만드오.
    private func stem(before ending: String) -> String {
        guard last?.final == "ㄹ", let first = ending.first else { return stem }
        let initial = Syllable(first)?.initial
        return first == "오" || initial == "ㄴ" || initial == "ㅅ" || initial == "ㅂ" ? changedStem ?? stem : stem
    }

    /// The stem with a consonant of an ending below its last vowel, or below 으.
    private func taking(_ final: Character) -> String {
        if let open = openStem {
            return open.prefix + open.last.with(final: last?.final == "ㄹ" && final == "ㅁ" ? "ㄻ" : final).text
        }
        return (changedStem ?? stem) + Syllable("ㅇ", "ㅡ", final).text
    }
}
