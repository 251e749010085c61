/// Drops morphemes by their tags: particles, endings and punctuation, where the words that carry a text's meaning are what
/// is wanted.
package struct PartOfSpeechFilter: Sendable, Equatable {
    /// A tag, or what tags begin with: `J` is all particles of Korean, `助詞` those of Japanese.
    package var tags: Set<String>

    package init(tags: Set<String>) {
        self.tags = tags
    }

    /// What Lucene's nori drops: endings, interjections, particles, adverbs, determiners, affixes and punctuation; with SF
    /// too, which there goes with all punctuation before.
    package static let korean = PartOfSpeechFilter(tags: [
        "E", "IC", "J", "MAG", "MAJ", "MM", "SF", "SP", "SSC", "SSO", "SC", "SE", "XPN", "XSA", "XSN", "XSV", "UNA",
        "NA",
        "VSV",
    ])

    /// What Lucene's kuromoji drops: particles, auxiliary verbs, conjunctions, fillers and punctuation; the last by the name
    /// that unidic has for it too.
    package static let japanese = PartOfSpeechFilter(tags: [
        "接続詞", "助詞", "助動詞", "記号", "補助記号", "空白", "フィラー", "その他-間投", "非言語音",
    ])

    /// A morpheme of several is dropped for the first of them: 했 (VV+EP) is a verb, 여서 (VCP+EC) none that this knows.
    package func drops(_ morpheme: Morpheme) -> Bool {
        let first = morpheme.tag.prefix { $0 != "+" }
        if tags.contains(String(first)) { return true }
        return tags.contains { tag in
            first.hasPrefix(tag)
                && (Self.isClass(tag) || first.dropFirst(tag.count).first == "-")
        }
    }

    package func callAsFunction(_ morphemes: [Morpheme]) -> [Morpheme] { morphemes.filter { !drops($0) } }

    /// One letter of Korean's tags, such as E of EP, EF, EC, ETN and ETM.
    private static func isClass(_ tag: String) -> Bool { tag.utf8.count == 1 }
}
