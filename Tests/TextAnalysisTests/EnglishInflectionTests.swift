import Testing
import TextAnalysis

@Suite struct `English words in other forms` {
    private static let columns: [Substring: [EnglishInflection.Form]] = [
        "noun": [.plural], "verb": [.thirdPerson, .past, .pastParticiple, .presentParticiple],
        "adj": [.comparative, .superlative],
    ]

    @Test func `are LemmInflect's`() throws {
        var (asked, agreed): ([Substring: Int], [Substring: Int]) = ([:], [:])
        for line in try Goldens.lines("inflection/english.tsv") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            for (form, expected) in zip(try #require(Self.columns[fields[1]]), fields.dropFirst(2))
            where !expected.isEmpty {
                let made = EnglishInflection.form(form, of: String(fields[0]))
                asked[fields[1], default: 0] += 1
                if expected.split(separator: " ").contains(where: { $0 == made ?? "" }) {
                    agreed[fields[1], default: 0] += 1
                }
            }
        }
        // What they do not share: nouns that have no plural or two (people, persons), participles that are both (proven,
        // proved), and adjectives that it spells freeer and trueer.
        for (pos, least) in [("noun", 0.97), ("verb", 0.99), ("adj", 0.88)] as [(Substring, Double)] {
            let (asked, agreed) = (try #require(asked[pos]), agreed[pos] ?? 0)
            #expect(Double(agreed) >= least * Double(asked), "\(pos): \(agreed) of \(asked)")
        }
    }

    @Test(arguments: [
        ("film", EnglishInflection.Form.plural, "films"), ("woman", .plural, "women"), ("city", .plural, "cities"),
        ("day", .plural, "days"),
        ("church", .plural, "churches"), ("series", .plural, "series"), ("analysis", .plural, "analyses"),
        ("hero", .plural, "heroes"),
        ("photo", .plural, "photos"), ("housewife", .plural, "housewives"), ("virus", .plural, "viruses"),
        ("stomach", .plural, "stomachs"),
        ("walk", .presentParticiple, "walking"), ("run", .presentParticiple, "running"),
        ("make", .presentParticiple, "making"),
        ("see", .presentParticiple, "seeing"), ("die", .presentParticiple, "dying"),
        ("visit", .presentParticiple, "visiting"),
        ("quit", .presentParticiple, "quitting"), ("panic", .presentParticiple, "panicking"), ("play", .past, "played"),
        ("try", .past, "tried"), ("stop", .past, "stopped"), ("fix", .past, "fixed"), ("write", .past, "wrote"),
        ("write", .pastParticiple, "written"), ("rewrite", .pastParticiple, "rewritten"), ("go", .thirdPerson, "goes"),
        ("have", .thirdPerson, "has"),
        ("watch", .thirdPerson, "watches"), ("big", .comparative, "bigger"), ("nice", .superlative, "nicest"),
        ("happy", .comparative, "happier"),
        ("good", .comparative, "better"), ("narrow", .comparative, "narrower"),
    ])
    func `follow the rules and their exceptions`(base: String, form: EnglishInflection.Form, expected: String) {
        #expect(EnglishInflection.form(form, of: base) == expected)
    }

    @Test(arguments: ["beautiful", "interesting", "", "4", "two words", "\u{1f600}"])
    func `are not made where there are none`(word: String) {
        #expect(EnglishInflection.form(.comparative, of: word) == nil)
    }

    @Test(arguments: [
        ("films", "Movies", "Films"), ("films", "MOVIES", "FILMS"), ("films", "movies", "films"), ("film", "I", "Film"),
        ("", "A", ""),
    ])
    func `have the letter case of what stood there`(word: String, original: String, cased: String) {
        #expect(EnglishInflection.cased(word, as: original) == cased)
    }

    @Test(arguments: [
        ("films", UniversalTag.noun, "film"), ("film", .noun, "film"), ("species", .noun, "species"),
        ("bus", .noun, "bus"), ("walked", .verb, "walk"),
        ("need", .verb, "need"), ("bring", .verb, "bring"), ("embed", .verb, "embed"), ("made", .verb, "make"),
        ("wider", .adjective, "wide"),
        ("clever", .adjective, "clever"),
    ])
    func `lead back to the form of dictionaries`(word: String, pos: UniversalTag, base: String) {
        #expect(EnglishInflection.base(of: word, pos, among: EnglishInflection.Form.allCases) == base)
    }
}
