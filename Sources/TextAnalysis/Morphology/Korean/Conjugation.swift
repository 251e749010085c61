/// A verb or an adjective of Korean, and the forms of it that no dictionary cuts into stem and ending: what a user's word
/// needs beside its stem so that 킹받아 and 지려버린다 are found as 먹어 and 그려버린다 are.
package struct Conjugation: Sendable, Equatable {
    /// How a stem changes before a vowel, by the names of school grammar.
    package enum Class: String, Sendable, CaseIterable {
        case regular
        /// 고맙다, 고마워
        case pieup = "ㅂ"
        /// 듣다, 들어
        case tikeut = "ㄷ"
        /// 짓다, 지어
        case siot = "ㅅ"
        /// 파랗다, 파래
        case hieut = "ㅎ"
        /// 부르다, 불러
        case reu = "르"
        /// 푸르다, 푸르러
        case reo = "러"
        /// 푸다, 퍼
        case u = "우"
    }

    /// A word as mecab-ko-dic would list it.
    package struct Form: Sendable, Hashable {
        package var surface: String
        /// Such as VV, or VV+EC.
        package var tag: String
        /// Form and tag of what it is made of, such as 그리/VV and 어/EC; of the stem as it is, nothing.
        package var expression: [String]

        /// The line of features that the dictionary would have.
        package var features: String {
            let tags = tag.split(separator: "+")
            let hasFinal = surface.last.flatMap { Syllable($0) }?.final != nil
            let type =
                expression.isEmpty
                ? "*,*,*,*"
                : "Inflect,\(tags.first ?? ""),\(tags.last ?? ""),\(expression.map { $0 + "/*" }.joined(separator: "+"))"
            return "\(tag),*,\(hasFinal ? "T" : "F"),\(surface),\(type)"
        }
    }

    package let stem: String
    package let tag: String
    package let conjugationClass: Class
    /// The class was told by the stem alone.
    package let isGuessed: Bool
    /// The last, and the one before it where it is one of Hangul.
    private let syllables: [Syllable]

    /// - Parameters:
    ///   - dictionaryForm: the stem and 다.
    ///   - tag: VV of a verb, VA of an adjective, VX of an auxiliary.
    ///   - conjugationClass: nil where it is to be guessed by the stem.
    package init(
        dictionaryForm: String, tag: String, class conjugationClass: Class? = nil
    ) throws(ConjugationError) {
        guard ["VV", "VA", "VX"].contains(tag) else { throw .unknownTag(tag) }
        guard dictionaryForm.hasSuffix("다"), dictionaryForm.count > 1 else {
            throw .noDictionaryForm(dictionaryForm)
        }
        let stem = String(dictionaryForm.dropLast())
        // What stands before the last syllables may be of any script: SNS하다.
        let syllables = stem.reversed().prefix(2).map { Syllable($0) }
        guard let last = syllables.first ?? nil else { throw .noDictionaryForm(dictionaryForm) }
        let known = (syllables.count > 1 ? syllables[1].map { [$0] } ?? [] : []) + [last]
        if let conjugationClass, !Self.fits(conjugationClass, last) {
            throw .wrongClass(conjugationClass, dictionaryForm: dictionaryForm)
        }
        self.stem = stem
        self.tag = tag
        self.conjugationClass = conjugationClass ?? Self.guess(known, tag, isAlone: stem.count == known.count)
        isGuessed = conjugationClass == nil
        self.syllables = known
    }

    // MARK: - Classes

    private static func fits(_ conjugationClass: Class, _ last: Syllable) -> Bool {
        switch conjugationClass {
        case .regular: true
        case .pieup: last.final == "ㅂ"
        case .tikeut: last.final == "ㄷ"
        case .siot: last.final == "ㅅ"
        case .hieut: last.final == "ㅎ"
        case .reu, .reo: last.text == "르"
        case .u: last.final == nil && last.vowel == "ㅜ"
        }
    }

    /// The class of most words that end so: all of some ends, and of others those that end in a word of a short list.
    private static func guess(_ syllables: [Syllable], _ tag: String, isAlone: Bool) -> Class {
        guard let last = syllables.last else { return .regular }
        let isVerb = tag != "VA"
        func ends(in words: [String]) -> Bool {
            let text = Syllable.text(syllables)
            return words.contains { text.hasSuffix($0) }
        }
        switch last.final {
        case "ㅂ":
            // Verbs that change are few, but an adjective may be taken for a verb.
            let regular = isVerb ? ["입", "잡", "뽑", "씹", "집", "접", "업", "꼽"] : ["좁", "수줍"]
            return ends(in: regular) ? .regular : .pieup
        case "ㄷ":
            let changes = ends(in: ["걷", "듣", "묻", "싣", "깨닫", "치닫", "내닫", "긷", "컫", "붇"]) && !ends(in: ["파묻"])
            return isVerb && changes ? .tikeut : .regular
        case "ㅅ": return ends(in: ["짓", "잇", "붓", "긋", "젓", "낫"]) ? .siot : .regular
        case "ㅎ": return isVerb || ends(in: ["좋"]) ? .regular : .hieut
        case nil where last.text == "르":
            // 이르러 of 이르다 is where 일러 of 타이르다 is.
            if isVerb, isAlone, ends(in: ["이르"]) { return .reo }
            if isVerb { return ends(in: ["따르", "치르", "들르", "다르", "러르"]) ? .regular : .reu }
            return ends(in: ["푸르", "누르"]) ? .reo : .reu
        case nil where isVerb && Syllable.text(syllables) == "푸": return .u
        default: return .regular
        }
    }

    // MARK: - Forms

    /// Endings that begin with a consonant which the stem's last syllable takes up, after a vowel.
    private static let consonantEndings: [(form: String, tag: String)] = [
        ("ㄴ", "ETM"), ("ㄹ", "ETM"), ("ㅁ", "ETN"), ("ㄹ까", "EC"), ("ㄹ까", "EF"), ("ㄹ까요", "EF"), ("ㄹ게", "EF"),
        ("ㄹ게요", "EF"),
        ("ㄹ래", "EF"), ("ㄹ래요", "EF"), ("ㄹ걸", "EF"), ("ㄹ지", "EC"), ("ㄹ수록", "EC"), ("ㄹ려고", "EC"), ("ㄹ지라도", "EC"),
        ("ㅂ니다", "EC"),
        ("ㅂ니다", "EF"), ("ㅂ니까", "EF"), ("ㅂ시다", "EF"), ("ㄴ지", "EC"), ("ㄴ데", "EC"), ("ㄴ데", "EF"), ("ㄴ들", "EC"),
    ]
    private static let consonantEndingsOfVerbs: [(form: String, tag: String)] = [
        ("ㄴ다", "EC"), ("ㄴ다", "EF"), ("ㄴ다고", "EC"), ("ㄴ다는", "ETM"), ("ㄴ다면", "EC"), ("ㄴ다며", "EC"), ("ㄴ다면서", "EC"),
        ("ㄴ다니", "EC"), ("ㄴ다니까", "EC"), ("ㄴ다거나", "EC"), ("ㄴ다든지", "EC"), ("ㄴ다는데", "EC"), ("ㄴ단", "ETM"), ("ㄴ단다", "EF"),
        ("ㄴ답니다", "EF"), ("ㄴ대", "EF"), ("ㄴ대요", "EF"),
    ]
    private static let consonantEndingsOfAdjectives: [(form: String, tag: String)] = [
        ("ㄴ가", "EC"), ("ㄴ가", "EF"), ("ㄴ가요", "EF"),
    ]
    /// What follows 아 or 어 in an ending.
    private static let vowelEndings: [(tail: String, tag: String)] = [
        ("", "EC"), ("", "EF"), ("서", "EC"), ("도", "EC"), ("야", "EC"), ("야만", "EC"), ("야지", "EC"), ("야지", "EF"),
        ("라", "EC"),
        ("라", "EF"), ("다", "EC"), ("다가", "EC"), ("요", "EC"), ("요", "EF"),
    ]

    /// The stem as it is; as it is before 으 and vowels, where its class changes it; and joined to the endings with which it
    /// becomes one.
    package var forms: [Form] {
        var forms = [Form(surface: stem, tag: tag, expression: [])]
        guard let last = syllables.last else { return forms }
        func add(_ surface: String, _ ending: (form: String, tag: String)?) {
            forms.append(
                Form(
                    surface: surface, tag: ending.map { "\(tag)+\($0.tag)" } ?? tag,
                    expression: ["\(stem)/\(tag)"] + (ending.map { ["\($0.form)/\($0.tag)"] } ?? [])))
        }
        if let changed = changedStem, changed != stem { add(changed, nil) }
        // A stem in ㄹ loses it before ㄴ and ㅂ and shares it with ㄹ; other consonants take 으, which is cut off as it stands.
        if let open = openStem {
            let endings =
                Self.consonantEndings
                + (tag == "VA" ? Self.consonantEndingsOfAdjectives : Self.consonantEndingsOfVerbs)
            for ending in endings {
                guard let consonant = ending.form.first else { continue }
                let final: Character = last.final == "ㄹ" && consonant == "ㅁ" ? "ㄻ" : consonant
                add(open.prefix + open.last.with(final: final).text + ending.form.dropFirst(), ending)
            }
        }
        if let joined {
            for ending in Self.vowelEndings {
                add(joined.surface + ending.tail, (joined.vowel + ending.tail, ending.tag))
            }
            for past in ["", "었"] {
                let surface = joined.prefix + joined.last.with(final: "ㅆ").text + past
                add(surface, ((joined.vowel == "아" ? "았" : "었") + past, "EP"))
            }
        }
        return forms
    }

    private var prefix: String { String(stem.dropLast()) }

    var last: Syllable? { syllables.last }

    /// The stem before 으 and vowels as mecab-ko-dic lists it beside the stem: 고마우, 들, 지, 파라, 만드.
    var changedStem: String? {
        guard let last = syllables.last else { return nil }
        switch conjugationClass {
        case .pieup: return prefix + last.with(final: nil).text + "우"
        case .tikeut: return prefix + last.with(final: "ㄹ").text
        case .siot, .hieut: return prefix + last.with(final: nil).text
        case .regular where last.final == "ㄹ": return prefix + last.with(final: nil).text
        case .regular, .reu, .reo, .u: return nil
        }
    }

    /// What ends in a vowel and takes up a consonant: the last syllable, and what stands before it.
    var openStem: (prefix: String, last: Syllable)? {
        guard let last = syllables.last else { return nil }
        switch conjugationClass {
        case .pieup: return (prefix + last.with(final: nil).text, Syllable("ㅇ", "ㅜ"))
        case .hieut: return (prefix, last.with(final: nil))
        case .tikeut, .siot: return nil
        case .regular, .reu, .reo, .u:
            return last.final == nil || last.final == "ㄹ" ? (prefix, last.with(final: nil)) : nil
        }
    }

    struct Joined {
        var prefix: String
        /// Without a final consonant.
        var last: Syllable
        /// 아 or 어.
        var vowel: String
        var surface: String { prefix + last.text }
    }

    /// 아 or 어: which of them the stem takes, by its last vowel that is not ㅡ.
    var vowel: String {
        guard let last = syllables.last else { return "어" }
        let heard = last.vowel == "ㅡ" && last.final == nil ? (syllables.count > 1 ? syllables.first : nil) : last
        return heard.map { "ㅏㅗㅑ".contains($0.vowel) } ?? false ? "아" : "어"
    }

    /// The stem and 아 or 어, where they become one.
    var joined: Joined? {
        guard let last = syllables.last else { return nil }
        let before = syllables.count > 1 ? syllables.first : nil
        let vowel = self.vowel
        func whole(_ syllable: Syllable) -> Joined { Joined(prefix: prefix, last: syllable, vowel: vowel) }
        switch conjugationClass {
        case .pieup:
            // 돕 and 곱 alone keep 아.
            let keeps = last.text == "돕" || stem == "곱"
            return Joined(
                prefix: prefix + last.with(final: nil).text, last: Syllable("ㅇ", keeps ? "ㅘ" : "ㅝ"),
                vowel: keeps ? "아" : "어")
        case .hieut:
            let joined: [Character: Character] = ["ㅏ": "ㅐ", "ㅓ": "ㅐ", "ㅑ": "ㅒ", "ㅕ": "ㅖ"]
            return joined[last.vowel].map { whole(Syllable(last.initial, $0)) }
        case .reu:
            guard let before, before.final == nil else { return nil }
            return Joined(
                prefix: String(stem.dropLast(2)) + before.with(final: "ㄹ").text,
                last: Syllable("ㄹ", vowel == "아" ? "ㅏ" : "ㅓ"), vowel: vowel)
        case .reo: return Joined(prefix: stem, last: Syllable("ㄹ", "ㅓ"), vowel: "어")
        case .u: return whole(Syllable(last.initial, "ㅓ"))
        case .tikeut, .siot: return nil
        case .regular:
            if last.text == "놓" { return whole(Syllable("ㄴ", "ㅘ")) }
            guard last.final == nil else { return nil }
            if last.text == "하" { return whole(Syllable("ㅎ", "ㅐ")) }
            if ["그러", "이러", "저러", "어쩌"].contains(Syllable.text(syllables)) { return whole(last.with(vowel: "ㅐ")) }
            switch last.vowel {
            case "ㅏ", "ㅓ", "ㅐ", "ㅔ", "ㅕ", "ㅖ": return whole(last)
            case "ㅗ": return whole(last.with(vowel: "ㅘ"))
            case "ㅜ": return whole(last.with(vowel: "ㅝ"))
            // 비어, not 벼.
            case "ㅣ" where ["비", "기", "이", "시", "띠"].contains(stem): return nil
            case "ㅣ": return whole(last.with(vowel: "ㅕ"))
            case "ㅚ": return whole(last.with(vowel: "ㅙ"))
            case "ㅡ": return whole(last.with(vowel: vowel == "아" ? "ㅏ" : "ㅓ"))
            default: return nil
            }
        }
    }
}

package enum ConjugationError: Error, Sendable, Equatable, CustomStringConvertible {
    case noDictionaryForm(String)
    case unknownTag(String)
    case wrongClass(Conjugation.Class, dictionaryForm: String)

    package var description: String {
        switch self {
        case .noDictionaryForm(let form):
            "'\(form.prefix(100))' came; expected a verb or an adjective as dictionaries list it, such as 킹받다"
        case .unknownTag(let tag):
            "the tag '\(tag.prefix(100))' came; expected VV of a verb, VA of an adjective or VX of an auxiliary verb"
        case .wrongClass(let conjugationClass, let form):
            "'\(form.prefix(100))' came as of the class \(conjugationClass.rawValue); expected a stem that the class is of, "
                + "or no class, which is then guessed"
        }
    }
}
