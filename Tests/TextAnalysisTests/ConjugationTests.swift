import Testing
import TextAnalysis

@Suite struct `Korean verbs and adjectives` {
    /// A dictionary form, its tag, its class and some of its forms.
    @Test(arguments: [
        ("킹받다", "VV", "regular", ["킹받"]),
        ("덕질하다", "VV", "regular", ["덕질하", "덕질한다", "덕질했", "덕질해서", "덕질합니다"]),
        ("지리다", "VV", "regular", ["지린다", "지려", "지렸", "지림", "지릴게요"]),
        ("쩔다", "VV", "regular", ["쩌", "쩐다", "쩝니다", "쩖"]),
        ("고맙다", "VA", "ㅂ", ["고마우", "고마워", "고마웠", "고마운", "고마움"]),
        ("돕다", "VV", "ㅂ", ["도우", "도와", "도왔", "도운"]),
        ("입다", "VV", "regular", ["입"]),
        ("듣다", "VV", "ㄷ", ["들"]),
        ("믿다", "VV", "regular", ["믿"]),
        ("짓다", "VV", "ㅅ", ["지"]),
        ("파랗다", "VA", "ㅎ", ["파란", "파래", "파랬", "파라"]),
        ("허옇다", "VA", "ㅎ", ["허연", "허예"]),
        ("좋다", "VA", "regular", ["좋"]),
        ("부르다", "VV", "르", ["불러", "불렀", "부른다"]),
        ("따르다", "VV", "regular", ["따라", "따랐"]),
        ("푸르다", "VA", "러", ["푸르러", "푸르렀", "푸른"]),
        ("푸다", "VV", "우", ["퍼", "펐", "푼다"]),
        ("예쁘다", "VA", "regular", ["예뻐", "예뻤", "예쁜데"]),
        ("아프다", "VA", "regular", ["아파", "아팠"]),
        ("되다", "VV", "regular", ["돼", "됐", "된다"]),
        ("보다", "VX", "regular", ["봐", "봤", "볼까"]),
    ])
    func `conjugate as their class does`(dictionaryForm: String, tag: String, name: String, forms: [String]) throws {
        let guessed = try Conjugation(dictionaryForm: dictionaryForm, tag: tag)
        #expect(guessed.conjugationClass.rawValue == name && guessed.isGuessed)
        let all = guessed.forms
        for form in forms { #expect(all.contains { $0.surface == form }, "\(form)") }
        #expect(Set(all).count == all.count)
        let named = try Conjugation(dictionaryForm: dictionaryForm, tag: tag, class: guessed.conjugationClass)
        #expect(named.forms == all && !named.isGuessed)
    }

    @Test func `have the lines of a dictionary`() throws {
        let forms = try Conjugation(dictionaryForm: "그리다", tag: "VV").forms
        let lines = forms.map(\.features)
        #expect(lines.first == "VV,*,F,그리,*,*,*,*")
        #expect(lines.contains("VV+EP,*,T,그렸,Inflect,VV,EP,그리/VV/*+었/EP/*"))
        #expect(lines.contains("VV+EC,*,F,그려서,Inflect,VV,EC,그리/VV/*+어서/EC/*"))
        #expect(lines.contains("VV+ETM,*,T,그린,Inflect,VV,ETM,그리/VV/*+ㄴ/ETM/*"))
        // The value that the dictionary's analysis gives, with the dictionary form that they came from.
        for form in forms {
            let morpheme = DictionaryFamily.mecabKo.morpheme(
                surface: form.surface, range: 0..<form.surface.utf8.count, features: form.features, isUnknown: false)
            #expect(morpheme.lemma == "그리다" && morpheme.pos == .verb, "\(form.surface)")
        }
    }

    @Test(arguments: [
        ("먹", "VV", nil), ("다", "VV", nil), ("", "VV", nil), ("gg다", "VV", nil), ("영화다", "NNG", nil), ("킹받다", "", nil),
        ("먹다", "VV", Conjugation.Class.pieup), ("부르다", "VV", .u), ("보다", "VV", .reu),
    ])
    func `are refused where they are none`(form: String, tag: String, conjugationClass: Conjugation.Class?) {
        let error = #expect(throws: ConjugationError.self) {
            try Conjugation(dictionaryForm: form, tag: tag, class: conjugationClass)
        }
        #expect("\(error.map { "\($0)" } ?? "")".contains("expected"))
    }

    @Test func `of one syllable, or after letters of another script, conjugate too`() throws {
        #expect(try Conjugation(dictionaryForm: "SNS하다", tag: "VV").forms.contains { $0.surface == "SNS했" })
        #expect(try Conjugation(dictionaryForm: "르다", tag: "VV").forms.contains { $0.surface == "르" })
        #expect(try Conjugation(dictionaryForm: "\u{1f600}하다", tag: "VV").forms.contains { $0.surface == "\u{1f600}해" })
    }
}

@Suite struct `Contractions without a dictionary` {
    /// By rule: the first of these are not in the table of frequent ones.
    @Test(arguments: [
        ("킹받혔", "VV+EP", ["킹받히", "었"]), ("휘갈긴", "VV+ETM", ["휘갈기", "ㄴ"]), ("덕질했", "VV+EP", ["덕질하", "았"]),
        ("휘갈긴다", "VV+EC", ["휘갈기", "ㄴ다"]), ("덕질해서", "VV+EC", ["덕질하", "아서"]), ("어마무시해", "VA+EC", ["어마무시하", "아"]),
        ("촌스러운", "XSA+ETM", ["촌스럽", "ㄴ"]), ("불러", "VV+EC", ["부르", "어"]), ("배워", "VV+EC", ["배우", "어"]),
        ("슬퍼", "VA+EC", ["슬프", "어"]), ("됐", "VV+EP", ["되", "었"]), ("봤", "VX+EP", ["보", "았"]),
        ("덕질합니다", "VV+EF", ["덕질하", "ㅂ니다"]), ("해볼", "VV+EC+VX+ETM", ["하", "아", "보", "ㄹ"]),
        ("보단", "JKB+JX", ["보다", "ㄴ"]),
    ])
    func `are worked out by rule`(surface: String, tag: String, forms: [String]) {
        #expect(Contraction.parts(of: surface, tag: tag)?.map(\.form) == forms)
    }

    @Test(
        arguments: ["", "a", "가", "\u{1f600}", "각각각", "ㅋㅋ", "가\u{301}"],
        ["", "VV", "VV+EP", "+", "VV+EC+VX+EP", "A+B+C+D+E+F"])
    func `of which nothing is known are left whole`(surface: String, tag: String) {
        let morpheme = KoreanMorphemes.morpheme(surface: surface, range: 0..<surface.utf8.count, tag: tag)
        #expect(morpheme.surface == surface && morpheme.tag == tag)
        for part in morpheme.parts { #expect(part.range.upperBound <= surface.utf8.count) }
    }

    @Test(arguments: [
        ("게", "NNB+JKS", "것", ["것", "이"]), ("했", "VV+EP", "하다", ["하", "았"]), ("건", "NNB+JX", "것", ["것", "ㄴ"]),
        ("들", "VV", "들다", []), ("합니다", "XSV+EF", "하다", ["하", "ㅂ니다"]), ("영화", "NNG", "영화", []),
        ("백치미", "NNG", "백치미", ["백치", "미"]), ("입니다", "VCP+EF", "이다", ["이", "ㅂ니다"]),
    ])
    func `that are frequent are known`(surface: String, tag: String, lemma: String, parts: [String]) {
        let morpheme = KoreanMorphemes.morpheme(surface: surface, range: 5..<5 + surface.utf8.count, tag: tag)
        #expect(morpheme.lemma == lemma)
        #expect(morpheme.parts.map(\.form) == parts)
        #expect(morpheme.parts.allSatisfy { morpheme.range.contains($0.range.lowerBound) })
    }

    @Test func `are not looked for in forms that are too long for one`() {
        #expect(Contraction.parts(of: "봤", tag: "VV+EP") != nil)
        for tags in [2, 5, 20] {
            let tag = "VV" + String(repeating: "+EC", count: tags)
            #expect(Contraction.parts(of: String(repeating: "가", count: 40), tag: tag) == nil)
        }
    }

    @Test func `have tags of the dictionary`() {
        #expect(KoreanMorphemes.isTag("VV+EC+VX+ETM") && KoreanMorphemes.isTag("UNKNOWN"))
        #expect(!KoreanMorphemes.isTag("") && !KoreanMorphemes.isTag("VV+") && !KoreanMorphemes.isTag("city"))
    }
}

@Suite struct `The best spans of steps` {
    /// All cuts of a few steps, tried one by one.
    private static func best(_ rows: [[Float]], _ labels: [String]) -> Float {
        var best: Float = 0
        func go(_ step: Int, _ type: String?, _ weight: Float) {
            guard step < rows.count else {
                best = max(best, weight)
                return
            }
            for (label, probability) in zip(labels, rows[step]) {
                switch TokenTag(label) {
                case .begin(let begun): go(step + 1, begun, weight * probability)
                case .inside(let inside) where inside == type: go(step + 1, inside, weight * probability)
                default: break
                }
            }
        }
        go(0, nil, 1)
        return best
    }

    @Test(arguments: 1...40)
    func `are as probable as any cut can be`(seed: Int) {
        let labels = ["O", "B-a", "I-a", "B-b", "B-c", "I-c"]
        var state = UInt64(seed)
        func draw() -> Float {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Float(state >> 40) / Float(1 << 24)
        }
        let rows = (0..<6).map { _ in labels.map { _ in draw() * draw() } }
        var scratch = SpanSearch.Scratch()
        let search = SpanSearch(labels: labels)
        let spans = rows.flatMap { $0 }.withUnsafeBufferPointer { search.spans(of: 0..<6, in: $0, &scratch) }
        #expect(spans.first?.steps.lowerBound == 0 && spans.last?.steps.upperBound == 6)
        var weight: Float = 1
        var end = 0
        for span in spans {
            #expect(span.steps.lowerBound == end)
            end = span.steps.upperBound
            for step in span.steps {
                let label = (step == span.steps.lowerBound ? "B-" : "I-") + search.types[span.type]
                weight *= labels.firstIndex(of: label).map { rows[step][$0] } ?? 0
            }
        }
        #expect(abs(weight - Self.best(rows, labels)) <= 1e-6 * weight)
    }

    @Test(arguments: [Float(0), .nan, .infinity, -1])
    func `are found in answers that say nothing`(value: Float) {
        var scratch = SpanSearch.Scratch()
        let search = SpanSearch(labels: ["O", "B-a", "I-a"])
        let answer = [Float](repeating: value, count: 12)
        answer.withUnsafeBufferPointer { answer in
            let spans = search.spans(of: 1..<4, in: answer, &scratch)
            #expect(spans.first?.steps.lowerBound == 1 && spans.last?.steps.upperBound == 4)
            #expect(search.spans(of: 0..<5, in: answer, &scratch).isEmpty)
            #expect(search.spans(of: 2..<2, in: answer, &scratch).isEmpty)
        }
        #expect(SpanSearch(labels: ["O"]).types.isEmpty)
    }
}
