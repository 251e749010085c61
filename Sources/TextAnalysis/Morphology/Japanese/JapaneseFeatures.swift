/// What ipadic or unidic say of a morpheme: a line such as `動詞,自立,*,*,五段・ラ行,連用タ接続,走る,ハシッ,ハシッ`.
struct JapaneseFeatures {
    /// The levels of the part of speech, those that are `*` left out: 名詞, 固有名詞, 人名.
    private let levels: [String]
    private let lemma: String?
    private let reading: String?
    private let inflects: Bool

    init(_ features: String, family: DictionaryFamily) {
        let columns = FeatureColumns(features)
        levels = (0..<4).compactMap { columns[$0] }
        inflects = columns[4] != nil
        switch family {
        case .unidic:
            // The dictionary form as it is written here (orthBase): する, where the lemma of the columns is 為る.
            lemma = columns[10] ?? columns[8]
            reading = columns[17] ?? columns[6]
        case .ipadic, .mecabKo:
            lemma = columns[6]
            reading = columns[7]
        }
    }

    func morpheme(surface: String, range: Range<Int>, isUnknown: Bool) -> Morpheme {
        let lemma = lemma ?? surface
        return Morpheme(
            range: range, surface: surface, tag: levels.joined(separator: "-"), pos: pos, lemma: lemma,
            stem: inflects ? stem(of: lemma, surface) : lemma, reading: reading, isUnknown: isUnknown)
    }

    /// What the surface and the dictionary form begin with alike: 走 of 走っ and 走る.
    private func stem(of lemma: String, _ surface: String) -> String {
        let shared = zip(lemma, surface).prefix { $0 == $1 }.count
        // The form in the dictionary itself: all but its last character, which is what inflects.
        let stem = lemma.prefix(surface == lemma ? max(1, shared - 1) : shared)
        return stem.isEmpty ? lemma : String(stem)
    }

    /// Both dictionaries in one table: where they use the same name they mean the same, but for the levels below.
    private var pos: UniversalTag {
        let second = levels.count > 1 ? levels[1] : ""
        return switch levels.first {
        case "名詞":
            switch second {
            case "固有名詞": .properNoun
            case "代名詞": .pronoun
            case "数", "数詞": .numeral
            case "形容動詞語幹": .adjective
            case "助動詞語幹": .auxiliary
            default: .noun
            }
        case "代名詞": .pronoun
        case "動詞": second == "非自立" ? .auxiliary : .verb
        case "形容詞", "形状詞": second == "助動詞語幹" ? .auxiliary : .adjective
        case "副詞": .adverb
        case "連体詞", "接頭詞", "接頭辞": levels.first == "連体詞" ? .determiner : .noun
        case "接続詞": .coordinatingConjunction
        case "感動詞", "フィラー": .interjection
        case "助動詞": .auxiliary
        case "助詞":
            switch second {
            case "接続助詞": .subordinatingConjunction
            case "終助詞", "準体助詞": .particle
            default: .adposition
            }
        case "接尾辞": .noun
        case "記号": second == "アルファベット" || second == "文字" ? .symbol : .punctuation
        case "補助記号": second == "一般" || second == "ＡＡ" ? .symbol : .punctuation
        case "空白": .punctuation
        default: .other
        }
    }
}
