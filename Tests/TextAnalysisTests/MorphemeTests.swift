import Testing
import TextAnalysis

@Suite struct `Morphemes of a dictionary` {
    private static func morpheme(
        _ features: String, of surface: String, at start: Int = 0, _ family: DictionaryFamily = .mecabKo,
        isUnknown: Bool = false
    ) -> Morpheme {
        family.morpheme(
            surface: surface, range: start..<start + surface.utf8.count, features: features, isUnknown: isUnknown)
    }

    /// Lines of mecab-ko-dic, and the word that a person would look up.
    @Test(arguments: [
        ("먹", "VV,*,T,먹,*,*,*,*", "먹다", "먹", UniversalTag.verb),
        ("었", "EP,*,T,었,*,*,*,*", "었", "었", .particle),
        ("했", "VV+EP,*,T,했,Inflect,VV,EP,하/VV/*+았/EP/*", "하다", "하", .verb),
        ("고마워", "VA+EC,*,F,고마워,Inflect,VA,EC,고맙/VA/*+어/EC/*", "고맙다", "고맙", .adjective),
        ("예뻐", "VA+EC,*,F,예뻐,Inflect,VA,EC,예쁘/VA/*+어/EC/*", "예쁘다", "예쁘", .adjective),
        ("들", "VV,*,T,들,Inflect,VV,VV,듣/VV/*", "듣다", "듣", .verb),
        ("여서", "VCP+EC,*,F,여서,Inflect,VCP,EC,이/VCP/*+어서/EC/*", "이다", "이", .auxiliary),
        ("건데", "NNB+VCP+EC,*,F,건데,Inflect,NNB,EC,것/NNB/*+이/VCP/*+ᆫ데/EC/*", "것", "것", .noun),
        ("내", "NP+JKG,*,F,내,Inflect,NP,JKG,나/NP/*+의/JKG/*", "나", "나", .pronoun),
        ("정진해", "NNG+XSV+EC,*,F,정진해,Inflect,NNG,EC,정진7/NNG/*+하/XSV/*+아/EC/*", "정진하다", "정진하", .verb),
        ("지석천", "NNP,지명,T,지석천,Compound,*,*,지석/NNP/지명+천/NNG/*", "지석천", "지석천", .properNoun),
        ("영화", "NNG,*,F,영화,*,*,*,*", "영화", "영화", .noun),
        ("고마우", "VA,*,F,고마우,Inflect,VA,VA,고맙/VA/*", "고맙다", "고맙", .adjective),
        ("아십", "VV,*,T,아십,Inflect,VV,VV,알/VV/*", "알다", "알", .verb),
        ("재미있", "VA,*,T,재미있,Inflect,VA,VA,재밌/VA/*", "재미있다", "재미있", .adjective),
        ("구분하", "VV,*,F,구분하,Inflect,VV,VV,구하/VV/*", "구분하다", "구분하", .verb),
        // A mark after a comma is of the next column.
        ("읽", "VV,\u{301},T,읽,*,*,*,*", "읽다", "읽", .verb),
        ("읽", "VV,\"\",\u{301},읽,*,*,*,*", "읽다", "읽", .verb),
    ])
    func `have the form that the dictionary of people lists them under`(
        surface: String, features: String, lemma: String, stem: String, pos: UniversalTag
    ) {
        let morpheme = Self.morpheme(features, of: surface, at: 7)
        #expect(morpheme.lemma == lemma)
        #expect(morpheme.stem == stem)
        #expect(morpheme.pos == pos)
        #expect(morpheme.range == 7..<7 + surface.utf8.count)
    }

    /// Each part with the characters of the surface that it is in.
    @Test(arguments: [
        ("지석천", "NNP,지명,T,지석천,Compound,*,*,지석/NNP/지명+천/NNG/*", ["지석:0..<6", "천:6..<9"]),
        ("했어요", "VV+EP+EF,*,F,했어요,Inflect,VV,EF,하/VV/*+았/EP/*+어요/EF/*", ["하:0..<3", "았:0..<3", "어요:3..<9"]),
        ("간", "VV+ETM,*,T,간,Inflect,VV,ETM,가/VV/*+ᆫ/ETM/*", ["가:0..<3", "ㄴ:0..<3"]),
        ("가까운", "VA+ETM,*,T,가까운,Inflect,VA,ETM,가깝/VA/*+ᆫ/ETM/*", ["가깝:0..<9", "ㄴ:6..<9"]),
        (
            "모셔올", "VV+EC+VX+ETM,*,T,모셔올,Inflect,VV,ETM,모시/VV/*+어/EC/*+오/VX/*+ᆯ/ETM/*",
            ["모시:0..<6", "어:0..<6", "오:6..<9", "ㄹ:6..<9"]
        ),
        ("가", "VV+EC,*,F,가,Inflect,VV,EC,가/VV/*+아/EC/*", ["가:0..<3", "아:0..<3"]),
        (
            "단편들을", "NNG+XSN+JKO,*,T,단편들을,Inflect,NNG,JKO,단편3/NNG/*+들/XSN/*+을/JKO/*",
            ["단편:0..<6", "들:6..<9", "을:9..<12"]
        ),
        ("들", "VV,*,T,들,Inflect,VV,VV,듣/VV/*", []),
        ("먹", "VV,*,T,먹,*,*,*,*", []),
    ])
    func `say where their parts are`(surface: String, features: String, expected: [String]) {
        for start in [0, 100] {
            let parts = Self.morpheme(features, of: surface, at: start).parts
            #expect(
                parts.map { "\($0.form):\($0.range.lowerBound - start)..<\($0.range.upperBound - start)" } == expected)
        }
    }

    @Test(arguments: [
        "", "*", ",", ",,,,,,,", "VV", "VV,*,T,x,Inflect,VV,EC,", "VV,*,T,x,Inflect,VV,EC,+",
        "VV,*,T,x,Inflect,VV,EC,a",
        "VV,*,T,x,Inflect,VV,EC,/VV/*+b/EC/*", "VV,*,T,x,Compound,VV,EC,12/VV/*+34/EC/*", "\"", "\"a,b", "NOSUCH,*,T",
        "+,*,T,x,Inflect,*,*,ㄱ/+/+",
    ])
    func `are made of any line`(features: String) {
        for family in DictionaryFamily.allCases {
            for surface in ["", "가", "x", "각각 e\u{301}", "\u{1f468}\u{200d}\u{1f469}"] {
                let morpheme = Self.morpheme(features, of: surface, at: 3, family)
                for part in morpheme.parts {
                    #expect(morpheme.range.lowerBound <= part.range.lowerBound)
                    #expect(part.range.upperBound <= morpheme.range.upperBound)
                }
            }
        }
    }

    @Test func `are unknown where the dictionary says so`() {
        #expect(Self.morpheme("UNKNOWN,*,*,*,*,*,*,*", of: "뷁", isUnknown: true).isUnknown)
        #expect(Self.morpheme("SL,*,*,*,*,*,*,*", of: "Sluice", isUnknown: true).isUnknown)
        #expect(!Self.morpheme("SL,*,*,*,*,*,*,*", of: "SBS", isUnknown: false).isUnknown)
    }

    /// Lines of ipadic and unidic-lite.
    @Test(arguments: [
        (DictionaryFamily.ipadic, "走っ", "動詞,自立,*,*,五段・ラ行,連用タ接続,走る,ハシッ,ハシッ", "走る", "走", UniversalTag.verb, "ハシッ"),
        (.ipadic, "走る", "動詞,自立,*,*,五段・ラ行,基本形,走る,ハシル,ハシル", "走る", "走", .verb, "ハシル"),
        (.ipadic, "は", "助詞,係助詞,*,*,*,*,は,ハ,ワ", "は", "は", .adposition, "ハ"),
        (.ipadic, "て", "助詞,接続助詞,*,*,*,*,て,テ,テ", "て", "て", .subordinatingConjunction, "テ"),
        (.ipadic, "い", "動詞,非自立,*,*,一段,連用形,いる,イ,イ", "いる", "い", .auxiliary, "イ"),
        (.ipadic, "Sluice", "名詞,一般,*,*,*,*,*", "Sluice", "Sluice", .noun, ""),
        (
            .unidic, "する", "動詞,非自立可能,*,*,サ行変格,終止形-一般,スル,為る,する,スル,する,スル,和,*,*,*,*,スル,スル,スル,スル,*,*,0,C5,*", "する", "す",
            .verb, "スル"
        ),
        (
            .unidic, "走っ", "動詞,一般,*,*,五段-ラ行,連用形-促音便,ハシル,走る,走っ,ハシッ,走る,ハシル,和,ハ濁,基本形,*,*,ハシッ,ハシル,ハシッ,ハシル,*,*,2,C1,*",
            "走る", "走", .verb, "ハシッ"
        ),
        (
            .unidic, "も", "助詞,係助詞,*,*,*,*,モ,も,も,モ,も,モ,和,*,*,*,*,モ,モ,モ,モ,*,*,*,\"動詞%F2@-1,形容詞%F4@-2,名詞%F1\",*", "も", "も",
            .adposition, "モ"
        ),
        (.unidic, "！", "補助記号,句点,*,*,*,*,,！,！,,！,,記号,*,*,*,*,,,,,*,*,*,*,*", "！", "！", .punctuation, ""),
    ])
    func `of Japanese have theirs`(
        family: DictionaryFamily, surface: String, features: String, lemma: String, stem: String, pos: UniversalTag,
        reading: String
    ) {
        let morpheme = Self.morpheme(features, of: surface, family)
        #expect(morpheme.lemma == lemma)
        #expect(morpheme.stem == stem)
        #expect(morpheme.pos == pos)
        #expect(morpheme.reading ?? "" == reading)
    }

    @Test func `are told by how a dictionary calls the unknown`() {
        #expect(DictionaryFamily(unknownFeatures: ["SY,*,*,*,*,*,*,*", "UNKNOWN,*,*,*,*,*,*,*"]) == .mecabKo)
        #expect(DictionaryFamily(unknownFeatures: ["名詞,一般,*,*,*,*,*", "記号,空白,*,*,*,*,*"]) == .ipadic)
        #expect(DictionaryFamily(unknownFeatures: ["名詞,普通名詞,一般,*,*,*", "補助記号,一般,*,*,*,*"]) == .unidic)
        #expect(DictionaryFamily(unknownFeatures: ["noun", ""]) == nil)
        #expect(DictionaryFamily(unknownFeatures: []) == nil)
    }

    @Test func `give way to their parts, or go before them`() {
        let morphemes = [
            Self.morpheme("NNP,지명,T,지석천,Compound,*,*,지석/NNP/지명+천/NNG/*", of: "지석천"),
            Self.morpheme("VV,*,T,먹,*,*,*,*", of: "먹", at: 10),
            Self.morpheme("VV+EP,*,T,했,Inflect,VV,EP,하/VV/*+았/EP/*", of: "했", at: 13),
        ]
        #expect(Decompounding.none.apply(to: morphemes) == morphemes)
        let discarded = Decompounding.discard.apply(to: morphemes)
        #expect(discarded.map(\.surface) == ["지석", "천", "먹", "하", "았"])
        #expect(discarded.map(\.lemma) == ["지석", "천", "먹다", "하다", "았"])
        #expect(discarded.map(\.tag) == ["NNP", "NNG", "VV", "VV", "EP"])
        #expect(discarded.map(\.range) == [0..<6, 6..<9, 10..<13, 13..<16, 13..<16])
        #expect(
            Decompounding.mixed.apply(to: morphemes).map(\.surface)
                == ["지석천", "지석", "천", "먹", "했", "하", "았"])
    }

    @Test func `are dropped by their tags`() {
        let morphemes = [
            ("영화", "NNG"), ("가", "JKS"), ("참", "MAG"), ("재밌", "VA"), ("었", "EP"), ("다", "EF"), (".", "SF"),
            ("했", "VV+EP"),
            ("SBS", "SL"), ("는", "ETM+JX"),
        ].map { Self.morpheme("\($1),*,*,*,*,*,*,*", of: $0) }
        #expect(PartOfSpeechFilter.korean(morphemes).map(\.surface) == ["영화", "재밌", "했", "SBS"])
        var filter = PartOfSpeechFilter.korean
        filter.tags.remove("MAG")
        filter.tags.insert("SL")
        #expect(filter(morphemes).map(\.surface) == ["영화", "참", "재밌", "했"])
        #expect(PartOfSpeechFilter(tags: ["N"])(morphemes).count == 9)
        let japanese = [("走っ", "動詞,自立"), ("た", "助動詞"), ("か", "助詞,終助詞"), ("。", "記号,句点"), ("助詞", "助詞類")]
            .map { Self.morpheme("\($1),*,*,*", of: $0, .ipadic) }
        #expect(PartOfSpeechFilter.japanese(japanese).map(\.surface) == ["走っ", "助詞"])
    }
}
