import LanguageFeatures
import Models
import Testing
import TextAnalysis

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// mecab-ko-dic where it is found, as `sluice analyze` finds it.
private let dictionary: MorphologicalDictionary? = {
    var environment: [String: String] = [:]
    for name in ["HOME", "VIRTUAL_ENV"] { environment[name] = getenv(name).map { String(cString: $0) } }
    return try? DictionaryCatalog(environment: environment).open("mecab-ko-dic")
}()

@Suite(.enabled(if: dictionary != nil, "mecab-ko-dic is not installed: pip install python-mecab-ko-dic"))
struct `A user's verbs in a dictionary` {
    /// What becomes of a text with such a verb, and what the dictionary alone makes of another verb that conjugates alike.
    @Test(arguments: [
        ("킹받다", "VV", "진짜 킹받네요", ["진짜", "킹받", "네요"], ["킹받다"]),
        ("킹받다", "VV", "킹받아서 그랬어", ["킹받", "아서", "그랬", "어"], ["킹받다"]),
        ("덕질하다", "VV", "어제 덕질했어요", ["어제", "덕질했", "어요"], ["덕질하다"]),
        ("덕질하다", "VV", "덕질한다면 좋지", ["덕질한다면", "좋", "지"], ["덕질하다"]),
        ("몽글하다", "VA", "마음이 몽글해서", ["마음", "이", "몽글해서"], ["몽글하다"]),
    ])
    func `are found in all their forms`(
        verb: String, tag: String, text: String, surfaces: [String], lemmas: [String]
    ) throws {
        let dictionary = try #require(dictionary)
        let words = try Conjugation(dictionaryForm: verb, tag: tag).forms.map { form in
            UserWord(surface: form.surface, tag: form.tag, cost: -1000, feature: form.features)
        }
        let analyser = try MorphologicalAnalyser(dictionary, userWords: words)
        var worker = LatticeWorker()
        let utf8 = Array(text.utf8)
        let morphemes = try analyser.tokens(of: text, worker: &worker).map { token in
            DictionaryFamily.mecabKo.morpheme(
                surface: String(decoding: utf8[token.start..<token.end], as: UTF8.self), range: token.start..<token.end,
                features: analyser.feature(of: token), isUnknown: token.isUnknown)
        }
        #expect(morphemes.map(\.surface) == surfaces)
        #expect(morphemes.map(\.lemma).filter { $0 == verb } == lemmas)
    }
}
