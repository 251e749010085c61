import Testing
import TextAnalysis

@Suite struct `English words in other forms` {
    private static let columns: [Substring: [EnglishInflection.Form]] = [
        "noun": [.plural], "verb": [.thirdPerson, .past, .pastParticiple, .presentParticiple],
        "adj": [.comparative, .superlative],
    ]

    /// What they do not share: nouns that have no plural or two (people, persons), participles that are both (proven,
    /// proved), verbs that take k, double or are irregular here alone (mimicked, programmed, overspent), and adjectives
    /// that it spells freeer and trueer.
    private static let others = Set(
        """
        noun communism, noun darkness, noun dust, noun folklore, noun heat, noun more, noun north, noun person, noun south,
        noun two, noun west, verb bias, verb broadcast, verb enrol, verb fit, verb forecast, verb lean, verb lie, verb light,
        verb mimic, verb overspend, verb program, verb prove, verb relay, verb shoe, verb smell, verb sneak, verb spell,
        verb spoil, verb sting, verb typeset, adj blue, adj common, adj free, adj less, adj little, adj modern, adj true,
        adj wrong
        """.split(separator: ",").map { $0.split { $0.isWhitespace }.joined(separator: " ") })

    @Test func `are LemmInflect's`() throws {
        var asked = 0
        var different: [String: [String]] = [:]
        for line in try Goldens.lines("inflection/english.tsv") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            for (form, expected) in zip(try #require(Self.columns[fields[1]]), fields.dropFirst(2))
            where !expected.isEmpty {
                let made = EnglishInflection.form(form, of: String(fields[0])) ?? "none"
                asked += 1
                if !expected.split(separator: " ").contains(where: { $0 == made }) {
                    different["\(fields[1]) \(fields[0])", default: []].append("\(made), not \(expected)")
                }
            }
        }
        #expect(asked > 4500)
        for (word, forms) in different where !Self.others.contains(word) {
            Issue.record("\(word): \(forms.joined(separator: "; "))")
        }
        for word in Self.others where different[word] == nil { Issue.record("\(word) is the same now") }
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
        ("forgo", .presentParticiple, "forgoing"), ("forgo", .past, "forwent"), ("forgo", .pastParticiple, "forgone"),
        ("panic", .past, "panicked"), ("mimic", .past, "mimicked"), ("traffic", .pastParticiple, "trafficked"),
        ("quiz", .thirdPerson, "quizzes"), ("waltz", .thirdPerson, "waltzes"), ("babysit", .past, "babysat"),
        ("babysit", .presentParticiple, "babysitting"), ("partake", .past, "partook"),
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
        ("need", .verb, "need"), ("agreed", .verb, "agree"), ("installed", .verb, "install"),
        ("controlled", .verb, "control"), ("bring", .verb, "bring"), ("embed", .verb, "embed"), ("made", .verb, "make"),
        ("wider", .adjective, "wide"),
        ("clever", .adjective, "clever"),
    ])
    func `lead back to the form of dictionaries`(word: String, pos: UniversalTag, base: String) {
        #expect(EnglishInflection.base(of: word, pos, among: EnglishInflection.Form.allCases) == base)
    }
}
