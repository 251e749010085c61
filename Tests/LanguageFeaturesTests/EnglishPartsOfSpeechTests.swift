import LanguageFeatures
import Models
import Testing
import TextAnalysis

@Suite(.enabled(if: BuiltInModels.names.contains(EnglishPartsOfSpeech.builtInName), "pos-en is not built in"))
struct `Parts of speech by the built-in model` {
    private func tagger() throws -> EnglishPartsOfSpeech {
        try #require(EnglishPartsOfSpeech(model: BuiltInModels.open(EnglishPartsOfSpeech.builtInName)))
    }

    private func tags(_ text: String) throws -> [UniversalTag] {
        try EnglishAnalyzer(tagger: tagger()).tokens(of: text).map(\.tag)
    }

    @Test func `Words have the tag that the sentence gives them`() throws {
        #expect(
            try tags("I can open the can. They object to the object.") == [
                .pronoun, .auxiliary, .verb, .determiner, .noun, .punctuation, .pronoun, .verb, .adposition,
                .determiner,
                .noun, .punctuation,
            ])
        #expect(try tags("She's not here, isn't she?").prefix(3) == [.pronoun, .auxiliary, .particle])
    }

    @Test func `Every word has one tag, whatever the words`() throws {
        let tagger = try tagger()
        let words = ["the", "!!!", "----------", "😀", "n't", "'s", "a\u{301}", "한국", "\u{ad}", "x"]
        for count in [0, 1, 5, 119, 120, 121, 600] {
            let sentence = (0..<count).map { words[$0 % words.count] }
            #expect(tagger.tags(of: sentence[...]).count == count)
        }
        // More signs in a word than the model reads steps.
        let long = [String(repeating: "-", count: 3_000), "the", String(repeating: "!", count: 400), "dogs"]
        #expect(tagger.tags(of: long[...]).count == 4)
        #expect(tagger.tags(of: long[...]).last == .noun)
        #expect(tagger.tags(of: (["a", "b"] + long)[2...]).count == 4)
    }

    @Test func `Other models are no taggers of parts of speech`() throws {
        for name in BuiltInModels.networks where name != EnglishPartsOfSpeech.builtInName {
            #expect(try EnglishPartsOfSpeech(model: BuiltInModels.open(name)) == nil)
        }
    }
}
