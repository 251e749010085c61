/// The tags of mecab-ko-dic, which are those of the Sejong corpus with a few changes (NNBC of counters apart from NNB, SSO
/// and SSC for the brackets of SS, UNKNOWN).
enum KoreanTag {
    /// With the universal tag of each. Endings and affixes, which Universal Dependencies sees as parts of words, are
    /// particles here, but for the suffixes that make verbs and adjectives.
    static let all: [String: UniversalTag] = [
        "NNG": .noun, "NNP": .properNoun, "NNB": .noun, "NNBC": .noun, "NR": .numeral, "NP": .pronoun,
        "VV": .verb, "VA": .adjective, "VX": .auxiliary, "VCP": .auxiliary, "VCN": .adjective,
        "MM": .determiner, "MAG": .adverb, "MAJ": .coordinatingConjunction, "IC": .interjection,
        "JKS": .adposition, "JKC": .adposition, "JKG": .adposition, "JKO": .adposition, "JKB": .adposition,
        "JKV": .adposition, "JKQ": .adposition, "JX": .adposition, "JC": .coordinatingConjunction,
        "EP": .particle, "EF": .particle, "EC": .particle, "ETN": .particle, "ETM": .particle,
        "XPN": .particle, "XSN": .particle, "XSV": .verb, "XSA": .adjective, "XR": .noun,
        "SF": .punctuation, "SP": .punctuation, "SS": .punctuation, "SSO": .punctuation, "SSC": .punctuation,
        "SC": .punctuation, "SE": .punctuation, "SO": .symbol, "SW": .symbol, "SY": .symbol,
        "SL": .other, "SH": .other, "SN": .numeral,
        "NA": .other, "UNA": .other, "UNKNOWN": .other, "VSV": .other,
    ]

    /// Whether a word of this tag is looked up with 다 at its end.
    static func isConjugated(_ tag: String) -> Bool {
        switch tag {
        case "VV", "VA", "VX", "VCP", "VCN", "XSV", "XSA": true
        default: false
        }
    }

    /// Makes a verb or an adjective of what stands before it: 하 of 공부하다.
    static func isVerbSuffix(_ tag: String) -> Bool { tag == "XSV" || tag == "XSA" }
}
