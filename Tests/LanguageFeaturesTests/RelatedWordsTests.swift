import LanguageFeatures
import Numerics
import Testing
import TextAnalysis
import WordVectors

@Suite struct RelatedWordsTests {
    /// Words in a plane.
    private static let places: [(word: String, vector: [Float])] = [
        ("frog", [1, 0]), ("frogs", [0.96, 0.28]), ("toad", [0.8, 0.6]), ("Toad", [0.82, 0.57]), ("run", [0.6, 0.8]),
        ("영화", [0, 1]), ("재미있다", [-0.6, 0.8]), ("드라마", [0.1, 0.99]), ("zero", [0, 0]),
    ]

    private static func table(subwords: SubwordTable? = nil) throws -> VectorTable {
        var kept: [Int] = []
        let words = WordList(distinct: places.map(\.word), kept: &kept)
        return try VectorTable(
            words: words, dimensions: 2, rows: .float32(SharedElements(places.flatMap(\.vector))), subwords: subwords)
    }

    /// Knows a few words, as an analyser would.
    private static let analyser: WordForms.Analyser = { word in
        func morpheme(_ surface: String, _ tag: String, _ pos: UniversalTag, lemma: String? = nil) -> Morpheme {
            Morpheme(
                range: 0..<surface.utf8.count, surface: surface, tag: tag, pos: pos, lemma: lemma ?? surface,
                stem: surface)
        }
        return switch word {
        case "영화가": [morpheme("영화", "NNG", .noun), morpheme("가", "JKS", .adposition)]
        case "영화배우는":
            [
                morpheme("영화", "NNG", .noun), morpheme("배우", "NNG", .noun), morpheme("는", "JX", .adposition),
            ]
        case "재미있었다":
            [
                morpheme("재미있", "VA", .adjective, lemma: "재미있다"), morpheme("었", "EP", .particle),
                morpheme("다", "EF", .particle),
            ]
        case "재미있다": [morpheme("재미있", "VA", .adjective, lemma: "재미있다"), morpheme("다", "EF", .particle)]
        case "frogs": [morpheme("frogs", "NOUN", .noun, lemma: "frog")]
        case "running": [morpheme("running", "VERB", .verb, lemma: "run")]
        case "run": [morpheme("run", "VERB", .verb)]
        default: [morpheme(word, "NOUN", .noun)]
        }
    }

    private func neighbours(_ question: RelatedWords.Question) throws -> [String] {
        try RelatedWords(Self.table()).neighbours(question, Self.analyser).neighbours.map(\.word)
    }

    @Test func `a word's neighbours come without it, the nearest first`() throws {
        let answer = try RelatedWords(Self.table()).neighbours(.init(.word("frog"), count: 3), Self.analyser)
        #expect(answer.neighbours.map(\.word) == ["frogs", "Toad", "toad"])
        #expect(answer.reached.isEmpty && answer.isExact)
        #expect(abs(answer.neighbours[0].similarity - 0.96) < 1e-6)
    }

    @Test func `words that are not listed are reached by the first way that leads there`() throws {
        let related = RelatedWords(try Self.table())
        func way(_ word: String) throws -> ReachedWord? {
            try related.vector(of: word, Self.analyser).reached
        }
        #expect(try way("frog") == nil)
        #expect(try way("FROG") == ReachedWord(word: "FROG", by: .letterCase, listed: "frog"))
        #expect(
            try way("\u{110B}\u{1167}\u{11BC}\u{1112}\u{116A}")
                == ReachedWord(word: "\u{110B}\u{1167}\u{11BC}\u{1112}\u{116A}", by: .normalization, listed: "영화"))
        #expect(try way("영화가") == ReachedWord(word: "영화가", by: .particle, listed: "영화"))
        #expect(try way("재미있었다") == ReachedWord(word: "재미있었다", by: .inflection, listed: "재미있다"))
        #expect(try way("running") == ReachedWord(word: "running", by: .inflection, listed: "run"))
        #expect(try way("드라머") == ReachedWord(word: "드라머", by: .spelling, listed: "드라마"))
        // A part of a word does not stand for all of it.
        var kept: [Int] = []
        let part = RelatedWords(
            try VectorTable(
                words: WordList(distinct: ["갓"], kept: &kept), dimensions: 1, rows: .float32(SharedElements([1]))))
        #expect(throws: RelatedWordsError.unknown(word: "갓드라머")) { try part.vector(of: "갓드라머", Self.analyser) }
        #expect(throws: RelatedWordsError.unknown(word: "xyzzyxyzzy")) {
            try related.vector(of: "xyzzyxyzzy", Self.analyser)
        }
        #expect(throws: RelatedWordsError.unknown(word: "")) { try related.vector(of: "", Self.analyser) }
    }

    @Test func `n-grams make a vector before a spelling is looked for`() throws {
        let scheme = SubwordScheme.fastText(lengths: 3...3, buckets: 2, kept: nil)
        let subwords = try SubwordTable(scheme: scheme, rows: .float32(SharedElements([0, 2, 0, 4])), dimensions: 2)
        let found = try RelatedWords(Self.table(subwords: subwords)).vector(of: "드라머", Self.analyser)
        #expect(found.reached == ReachedWord(word: "드라머", by: .subwords, listed: nil))
        #expect(found.index == nil && found.vector[0] == 0 && (2...4).contains(found.vector[1]))
    }

    @Test func `filters by part of speech, lemma, prefix, script, rank and words`() throws {
        var question = RelatedWords.Question(.word("frog"), count: 10)
        question.filter.partsOfSpeech = [.verb]
        #expect(try neighbours(question) == ["run"])
        question.filter = WordFilter()
        question.filter.sameLemma = false
        #expect(try neighbours(question).first == "Toad")
        question.filter = WordFilter()
        question.filter.prefix = "to"
        #expect(try neighbours(question) == ["toad"])
        question.filter = WordFilter()
        question.filter.script = "hangul"
        #expect(try neighbours(question) == ["드라마", "영화", "재미있다"])
        question.filter.exclude = ["영화"]
        question.filter.limit = 7
        #expect(try neighbours(question) == ["재미있다"])
        question.filter = WordFilter()
        question.filter.pattern = "^[A-Z]"
        #expect(try neighbours(question) == ["Toad"])
        question.filter.pattern = "("
        #expect(throws: RelatedWordsError.self) { try neighbours(question) }
    }

    @Test func `forms of one word are folded on request`() throws {
        var question = RelatedWords.Question(.word("run"), count: 2)
        question.folding = .letterCase
        #expect(try neighbours(question) == ["toad", "드라마"])
        question.count = 3
        question.folding = .inflection
        question.query = .word("toad")
        question.filter.script = "latin"
        #expect(try neighbours(question) == ["Toad", "run", "frogs"])
    }

    @Test func `several questions at once have the answers that each has alone`() throws {
        let related = RelatedWords(try Self.table())
        let questions = [
            RelatedWords.Question(.word("frog"), count: 2), .init(.word("xyzzyxyzzy")), .init(.vector([1])),
            .init(.sum([.init("frog"), .init("run", weight: -1)]), count: 2), .init(.sum([])), .init(.word("zero")),
        ]
        let together = related.neighbours(questions, Self.analyser)
        #expect(together.count == questions.count)
        for (question, answer) in zip(questions, together) {
            let alone = Result { () throws(RelatedWordsError) in try related.neighbours(question, Self.analyser) }
            #expect(
                (try? answer.get().neighbours.map(\.word)) == (try? alone.get().neighbours.map(\.word)))
        }
        #expect((try? together[0].get()) != nil && (try? together[3].get()) != nil)
        for place in [1, 2, 4, 5] { #expect((try? together[place].get()) == nil) }
    }

    @Test func `two sets of words are compared by their means`() throws {
        let related = RelatedWords(try Self.table())
        let alone = try related.similarity(["frog"], ["영화가"], Self.analyser)
        #expect(abs(alone.similarity) < 1e-6 && alone.reached.map(\.by) == [.particle])
        let both = try related.similarity(["frog", "영화"], ["toad"], Self.analyser)
        #expect(abs(both.similarity - 1.4 / 2.0.squareRoot().float) < 1e-5)
        #expect(throws: RelatedWordsError.self) { try related.similarity([], ["frog"], Self.analyser) }
    }

    @Test func `the outlier is the word that is least like the mean`() throws {
        let answer = try RelatedWords(Self.table()).outlier(["frog", "toad", "재미있었다", "frogs"], Self.analyser)
        #expect(answer.index == 2 && answer.similarities.count == 4)
        #expect(answer.similarities[2] < answer.similarities[1])
    }

    @Test func `WordNet tells what neighbours are to a word`() throws {
        let adjectives = "00000000 00 a 02 big 0 large 0 000 | it\n"
        let thesaurus = WordNetThesaurus([
            .adjective: .init(
                index: SharedElements(Array("big a 1 0 1 1 00000000\nlarge a 1 0 1 1 00000000\n".utf8)),
                data: SharedElements(Array(adjectives.utf8)))
        ])
        let relations = WordRelations(of: "Big", in: thesaurus, Self.analyser)
        #expect(relations.relation(to: "LARGE", Self.analyser) == .synonym)
        #expect(relations.relation(to: "frog", Self.analyser) == nil)
    }
}

extension Double {
    fileprivate var float: Float { Float(self) }
}
