import LanguageFeatures
import Models
import Testing
import TextAnalysis

/// Morphemes of a text as an analyser would have them: `surface/tag` or `surface/tag=form/tag,form/tag`, with spaces where
/// the text has them and `|` where it has none.
private func morphemes(_ spelled: String) -> (text: String, morphemes: [Morpheme]) {
    var text = ""
    var result: [Morpheme] = []
    for (index, word) in spelled.split(separator: " ").enumerated() {
        if index > 0 { text += " " }
        for piece in word.split(separator: "|") {
            let sides = piece.split(separator: "=", maxSplits: 1)
            let surface = String(sides[0].prefix { $0 != "/" })
            let tag = String(sides[0].drop { $0 != "/" }.dropFirst())
            let start = text.utf8.count
            text += surface
            let features =
                sides.count > 1
                ? "\(tag),*,*,\(surface),Inflect,*,*,"
                    + sides[1].split(separator: ",").map { $0 + "/*" }.joined(separator: "+")
                : "\(tag),*,*,\(surface),*,*,*,*"
            result.append(
                DictionaryFamily.mecabKo.morpheme(
                    surface: surface, range: start..<text.utf8.count, features: features, isUnknown: false))
        }
    }
    return (text, result)
}

@Suite struct `A word of Korean in another's place` {
    /// A text, a part of what is looked at, its dictionary form, what is replaced, by what, and what is written then.
    @Test(arguments: [
        ("영화/NNG|가/JKS 좋/VA|다/EF", "영화", "영화", "영화가", "드라마", "드라마가"),
        ("영화/NNG|를/JKO 보/VV|고/EC", "영화", "영화", "영화를", "책", "책을"),
        ("영화/NNG|는/JX", "는", "영화", "영화는", "책", "책은"),
        ("학교/NNG|로/JKB 가/VV|ㄴ/EF", "학교", "학교", "학교로", "집", "집으로"),
        ("책/NNG|으로/JKB|는/JX", "책", "책", "책으로는", "영화", "영화로는"),
        ("영화/NNG|배우/NNG|가/JKS", "배우", "배우", "배우가", "감독", "감독이"),
        ("영화/NNG|배우/NNG|가/JKS", "영화", "영화", "영화", "책", "책"),
        ("사람/NNG|들/XSN|이/JKS", "사람", "사람", "사람들이", "관객", "관객들이"),
        ("movie/SL|가/JKS", "movie", "movie", "movie가", "책", "책이"),
        ("배우/NNG|였/VCP+EP=이/VCP,었/EP|다/EF", "배우", "배우", "배우였다", "학생", "학생이었다"),
        ("배우/NNG|이/VCP|다/EF", "배우", "배우", "배우이다", "가수", "가수이다"),
        ("학생/NNG|이/VCP|다/EF", "학생", "학생", "학생이다", "가수", "가수다"),
        ("영화/NNG|예요/VCP+EF=이/VCP,ㅔ요/EF|./SF", "영화", "영화", "영화예요", "책", "책이에요"),
        ("재미있/VA|었/EP|다/EF", "재미있", "재미있다", "재미있었다", "즐겁다", "즐거웠다"),
        ("예쁜/VA+ETM=예쁘/VA,ㄴ/ETM 꽃/NNG", "예쁜", "예쁘다", "예쁜", "곱다", "고운"),
        ("음악/NNG|을/JKO 듣/VV|고/EC", "듣", "듣다", "듣고", "보다", "보고"),
        ("들/VV=듣/VV|어서/EC", "어서", "듣다", "들어서", "보다", "봐서"),
        ("갔/VV+EP=가/VV,았/EP|습니다/EF", "갔", "가다", "갔습니다", "걷다", "걸었습니다"),
        ("지루/XR|했/XSA+EP=하/XSA,았/EP|어요/EF", "지루", "지루하다", "지루했어요", "재미없다", "재미없었어요"),
        ("지루/XR|한/XSA+ETM=하/XSA,ㄴ/ETM 영화/NNG", "한", "지루하다", "지루한", "재미없다", "재미없는"),
        ("공부/NNG|하/XSV|는/ETM 사람/NNG", "공부", "공부하다", "공부하는", "놀다", "노는"),
        ("재미있/VA|는/ETM 책/NNG", "재미있", "재미있다", "재미있는", "즐겁다", "즐거운"),
        ("먹/VV|나/EC", "먹", "먹다", "먹나", "읽다", "읽나"), ("가/VV|니까/EC", "가", "가다", "가니까", "먹다", "먹으니까"),
        ("읽/VV|기/ETN|가/JKS", "읽", "읽다", "읽기가", "듣다", "듣기가"),
        ("재미있/VA|었/EP|다/EF", "재미있", "재미있다", "재미있었다", "신나다", "신났다"),
        ("재미있/VA|었/EP|다/EF", "재미있", "재미있다", "재미있었다", "재미지다", "재미졌다"),
        ("제작/NNG|되/XSV|었/EP|다/EF", "제작", "제작되다", "제작되었다", "보다", "보았다"),
        ("생각/NNG|하/XSA|는지/EC", "생각", "생각하다", "생각하는지", "보다", "보는지"),
        ("정말/MAG 좋/VA|다/EF", "정말", "정말", "정말", "진짜", "진짜"),
    ])
    func `stands in its form`(
        spelled: String, at: String, lemma: String, replaced: String, by: String, form: String
    ) throws {
        let (text, morphemes) = morphemes(spelled)
        let offset = try #require(text.utf8Offset(of: at))
        let word = try #require(WordReplacement(at: offset, morphemes: morphemes, language: "ko"))
        #expect(word.lemma == lemma)
        #expect(String(decoding: Array(text.utf8)[word.range], as: UTF8.self) == replaced)
        #expect(word.range.contains(word.wordRange.lowerBound) && word.wordRange.upperBound <= word.range.upperBound)
        #expect(word.form(of: by) == form)
        #expect(word.form(of: lemma) == replaced || replaced == "배우이다" || lemma == "학생")
    }

    @Test(arguments: [
        ("./SF", 0), ("가/JKS", 0), ("영화/NNG  가/JKS", 7), ("것/NNB|이/JKS", 0), ("이것/NP|이/JKS", 0), ("", 0),
        ("영화/NNG", 100), ("영화/NNG", -1),
        ("싶/VX|다/EF", 0),
    ])
    func `is looked for where a word stands`(spelled: String, offset: Int) {
        #expect(WordReplacement(at: offset, morphemes: morphemes(spelled).morphemes, language: "ko") == nil)
    }

    @Test func `is found at the end of a word, too`() throws {
        let (text, morphemes) = morphemes("영화/NNG|가/JKS ./SF")
        #expect(WordReplacement(at: 9, morphemes: morphemes, language: nil)?.range == 0..<9)
        #expect(WordReplacement(at: text.utf8.count, morphemes: morphemes, language: nil) == nil)
        #expect(WordReplacement(at: 6, morphemes: morphemes, language: nil)?.wordRange == 0..<6)
    }

    @Test func `is of the same part of speech`() throws {
        let (_, noun) = morphemes("영화/NNG|가/JKS")
        let (_, adjective) = morphemes("지루/XR|한/XSA+ETM=하/XSA,ㄴ/ETM")
        let (_, verb) = morphemes("보/VV|고/EC")
        let word = try #require(WordReplacement(at: 0, morphemes: noun, language: "ko"))
        #expect(word.form(of: "재미있다") == nil && word.form(of: "") == nil && word.form(of: "바다") == "바다가")
        #expect(word.fits(noun.dropLast()) && !word.fits(verb) && !word.fits(adjective) && !word.fits([]))
        let other = try #require(WordReplacement(at: 0, morphemes: adjective, language: "ko"))
        #expect(other.pos == .adjective && other.form(of: "영화") == nil)
        #expect(other.fits(adjective) && !other.fits(verb) && !other.fits(noun))
    }
}

@Suite struct `A word of English in another's place` {
    private static let engine = EnglishEngine(EnglishAnalyzer())

    @Test(arguments: [
        ("the movies", "movies", "film", "films"), ("the movies", "movies", "films", "films"),
        ("the movie", "movie", "films", "film"),
        ("She was running home.", "running", "walk", "walking"),
        ("She was running home.", "running", "walking", "walking"),
        ("He has walked home.", "walked", "write", "written"), ("He walked home.", "walked", "write", "wrote"),
        ("He walks home.", "walks", "carry", "carries"),
    ])
    func `stands in its form`(text: String, at: String, by: String, form: String) throws {
        let offset = try #require(text.utf8Offset(of: at))
        let word = try #require(
            WordReplacement(at: offset, morphemes: Self.engine.morphemes(of: text).map(\.morpheme), language: "en"))
        #expect(String(decoding: Array(text.utf8)[word.range], as: UTF8.self) == at)
        #expect(word.form(of: by) == form)
    }

    @Test(arguments: [("Movies", "Films"), ("MOVIES", "FILMS"), ("movies", "films")])
    func `has its letter case`(surface: String, form: String) throws {
        let morpheme = Morpheme(
            range: 0..<6, surface: surface, tag: "NOUN", pos: .noun, lemma: "movie", stem: "movi")
        let word = try #require(WordReplacement(at: 3, morphemes: [morpheme], language: "en"))
        #expect(word.lemma == "movie" && word.form(of: "film") == form && word.form(of: "films") == form)
    }

    @Test(arguments: [("the movie", 0), ("it is", 0), ("Hm, 42!", 4), ("...", 1)])
    func `is looked for where a word with a meaning stands`(text: String, offset: Int) {
        let morphemes = Self.engine.morphemes(of: text).map(\.morpheme)
        #expect(WordReplacement(at: offset, morphemes: morphemes, language: "en") == nil)
    }
}

@Suite struct `A place in any text` {
    private static let pieces = [
        "영화", "가", "재미", "있었", "다", "했", "이", "예요", "ㅎ", "ㅋㅋ", "\u{1112}\u{1161}", "\u{11ab}", "movie", "Films", "n't",
        "'s", " ", "  ", "\n", ".", "(", ")",
        "1", "0", "\u{1f600}", "\u{1f468}\u{200d}\u{1f469}", "e\u{301}", "漢", "ー", "\u{0}", "\u{fffd}", "-", "%",
    ]

    /// No input ends the process, and ranges are within the text.
    @Test(arguments: 0..<60)
    func `has a word, or none`(seed: Int) throws {
        var state = UInt64(seed)
        func draw(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        let text = (0..<draw(12)).map { _ in Self.pieces[draw(Self.pieces.count)] }.joined()
        var engines: [any AnalysisEngine] = [WordEngine(), EnglishEngine(EnglishAnalyzer())]
        if BuiltInModels.names.contains(MorphemeTagger.builtInName),
            let tagger = MorphemeTagger(model: try BuiltInModels.open(MorphemeTagger.builtInName))
        {
            engines.append(TaggerEngine(tagger))
        }
        for engine in engines {
            let morphemes = try engine.morphemes(of: text).map(\.morpheme)
            for offset in -1...text.utf8.count + 1 {
                for language in [nil, "ko", "en", "ja"] {
                    guard let word = WordReplacement(at: offset, morphemes: morphemes, language: language) else {
                        continue
                    }
                    #expect(
                        word.range.lowerBound >= 0 && word.range.upperBound <= text.utf8.count && !word.lemma.isEmpty)
                    #expect(word.range.contains(offset) || word.range.upperBound == offset)
                    for other in Self.pieces + ["보다", "다", "가다다", "깨닫다"] { _ = word.form(of: other) }
                }
            }
        }
    }
}

@Suite struct `A word of another language in another's place` {
    @Test func `stands as it is listed`() throws {
        let morphemes = WordEngine().morphemes(of: "Die Filme, 42").map(\.morpheme)
        let word = try #require(WordReplacement(at: 5, morphemes: morphemes, language: "de"))
        #expect(word.lemma == "Filme" && word.form(of: "bücher") == "Bücher")
        #expect(WordReplacement(at: 12, morphemes: morphemes, language: "de") == nil)
    }
}

extension String {
    fileprivate func utf8Offset(of part: String) -> Int? {
        firstRange(of: part).map { utf8.distance(from: utf8.startIndex, to: $0.lowerBound) }
    }
}
