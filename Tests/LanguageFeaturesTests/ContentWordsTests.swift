import LanguageFeatures
import Testing
import TextAnalysis

@Suite struct ContentWordsTests {
    /// Answers the same whatever it is asked.
    private struct Engine: AnalysisEngine {
        let name = "test"
        let stopTags = PartOfSpeechFilter(tags: [])
        let stopWords: StopWords.List? = nil
        let answer: [Morpheme]

        func morphemes(of text: String) -> [CostedMorpheme] { answer.map { CostedMorpheme($0) } }
    }

    private func morpheme(
        _ surface: String, _ tag: String, _ pos: UniversalTag, at start: Int, lemma: String? = nil
    ) -> Morpheme {
        Morpheme(
            range: start..<start + surface.utf8.count, surface: surface, tag: tag, pos: pos, lemma: lemma ?? surface,
            stem: surface)
    }

    @Test func `a root and the suffix on it are one word, and what helps or binds is none`() throws {
        // 영화가 지루했던 것
        let engine = Engine(answer: [
            morpheme("영화", "NNG", .noun, at: 0), morpheme("가", "JKS", .adposition, at: 6),
            morpheme("지루", "XR", .other, at: 10), morpheme("했", "XSA+EP", .adjective, at: 16, lemma: "하다"),
            morpheme("던", "ETM", .particle, at: 19), morpheme("것", "NNB", .noun, at: 23),
        ])
        #expect(try #require(ContentWords(engine)).terms(of: "") == ["영화", "지루하다"])
    }

    @Test func `a space between them keeps them apart`() throws {
        let engine = Engine(answer: [
            morpheme("공부", "NNG", .noun, at: 0), morpheme("하", "XSV", .verb, at: 7, lemma: "하다"),
            morpheme("재미있", "VA", .adjective, at: 11, lemma: "재미있다"),
        ])
        #expect(try #require(ContentWords(engine)).terms(of: "") == ["공부", "재미있다"])
    }
}
