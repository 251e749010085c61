import Testing
import TextAnalysis

@Suite struct `Korean particles` {
    @Test(arguments: [
        ("드라마", "이", "JKS", "드라마가"), ("책", "가", "JKS", "책이"), ("책", "는", "JX", "책은"), ("책", "를", "JKO", "책을"),
        ("영화", "을", "JKO", "영화를"), ("집", "로", "JKB", "집으로"), ("서울", "으로", "JKB", "서울로"), ("학교", "으로부터", "JKB", "학교로부터"),
        ("서울", "과", "JC", "서울과"), ("학교", "과", "JKB", "학교와"), ("책", "나", "JX", "책이나"), ("영화", "이나마", "JX", "영화나마"),
        ("책", "랑", "JC", "책이랑"), ("영화", "이라도", "JX", "영화라도"), ("지영", "야", "JKV", "지영아"), ("민수", "아", "JKV", "민수야"),
        ("책", "야말로", "JX", "책이야말로"), ("영화", "에서", "JKB", "영화에서"), ("책", "께서", "JKS", "책께서"), ("영화", "의", "JKG", "영화의"),
        ("책", "든지", "JX", "책이든지"), ("영화", "이며", "JC", "영화며"), ("책", "ㄴ", "JX", "책은"), ("영화", "ㄴ", "JX", "영환"),
        ("영화", "ㄹ", "JKO", "영활"), ("님", "여", "JKV", "님이여"), ("책", "까지가", "JX", "책까지가"), ("집", "론", "JKB", "집으론"),
        ("1", "가", "JKS", "1이"), ("2", "이", "JKS", "2가"), ("7", "으로", "JKB", "7로"), ("10", "는", "JX", "10은"),
        ("3.0", "는", "JX", "3.0은"), ("1000000000000", "은", "JX", "1000000000000는"), ("100%", "을", "JKO", "100%를"),
        ("KBS", "은", "JX", "KBS는"), ("MBN", "는", "JX", "MBN은"), ("URL", "으로", "JKB", "URL로"),
        ("Python", "가", "JKS", "Python이"),
        ("iPhone", "는", "JX", "iPhone은"), ("Google", "으로", "JKB", "Google로"), ("Linux", "은", "JX", "Linux는"),
        ("web", "를", "JKO", "web을"), ("heart", "을", "JKO", "heart를"), ("game", "는", "JX", "game은"),
        ("blog", "은", "JX", "blog는"),
        ("MP3", "가", "JKS", "MP3이"), ("'영화'", "이", "JKS", "'영화'가"), ("「책」", "를", "JKO", "「책」을"),
        ("“가라!”", "은", "JX", "“가라!”는"),
        ("책(冊)", "는", "JX", "책(冊)은"), ("(영화)", "은", "JX", "(영화)는"), ("ㅋㅋ", "가", "JKS", "ㅋㅋ이"),
        ("\u{110B}\u{1167}\u{11BC}\u{1112}\u{116A}", "은", "JX", "\u{110B}\u{1167}\u{11BC}\u{1112}\u{116A}는"),
    ])
    func `take the form that fits the word`(word: String, particle: String, tag: String, joined: String) {
        #expect(KoreanParticles.joined(word, particle, tag: tag) == joined)
    }

    @Test(arguments: ["", "()", "映畵", "\u{1f600}", "!?"])
    func `are not guessed after what nobody knows how to read`(word: String) {
        #expect(KoreanParticles.joined(word, "가", tag: "JKS") == nil)
        #expect(KoreanParticles.joined(word, "에서", tag: "JKB") == word + "에서")
    }
}

@Suite struct `Korean words in the form of others` {
    private static func parts(_ text: String) -> [KoreanInflection.Part] {
        text.split(separator: " ").map { part in
            let fields = part.split(separator: "/", omittingEmptySubsequences: false)
            return (String(fields[0]), String(fields[fields.count - 1]))
        }
    }

    /// Where Kiwi joins otherwise: 셔요 is the older form of 세요; it takes 니 for 으니, 없다 for an adjective like others and
    /// 이러다 for a verb like others; of 그러네 and 그렇네 both are right.
    private static func differs(_ word: String, _ ending: String) -> Bool {
        switch ending {
        case "시/EP 어요/EF", "니/EF": true
        case "은/ETM", "은데/EC", "은가요/EF": ["있다", "없다", "밌다"].contains(where: word.hasSuffix)
        case "네요/EF": ["렇다", "떻다", "얗다", "앟다", "맣다", "옇다", "갛다", "랗다"].contains(where: word.hasSuffix)
        default: ["이러다", "그러다", "저러다", "어쩌다"].contains(word)
        }
    }

    @Test func `are what Kiwi joins`() throws {
        let lines = try Goldens.lines("inflection/korean.tsv").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        let endings = try #require(lines.first)
        var agreed = 0
        for line in lines.dropFirst() {
            for (ending, expected) in zip(endings, line).dropFirst(2) where !expected.isEmpty {
                let form = KoreanInflection.form(of: line[0], tag: line[1], before: Self.parts(ending))
                if form == expected { agreed += 1 }
                let isRight = form == expected || Self.differs(line[0], ending)
                #expect(isRight, "\(line[0]) \(line[1]) \(ending): \(expected), \(form ?? "nil")")
            }
        }
        #expect(agreed > 15_500)
    }

    /// A word and what follows it; who would be taken for it in which form.
    @Test(arguments: [
        ("즐겁다", "VA", "었/EP 다/EF", "즐거웠다"), ("곱다", "VA", "ㄴ/ETM", "고운"), ("보다", "VV", "고/EC", "보고"),
        ("재미있다", "VA", "ㄴ/ETM", "재미있는"), ("즐겁다", "VA", "는/ETM", "즐거운"), ("즐겁다", "VA", "는데/EC", "즐거운데"),
        ("없다", "VA", "ㄴ데/EC", "없는데"), ("만들다", "VV", "ㅂ니다/EF", "만듭니다"), ("읽다", "VV", "ㄴ다/EF", "읽는다"),
        ("가다", "VV", "는다/EF", "간다"), ("만들다", "VV", "ㅁ/ETN", "만듦"), ("만들다", "VV", "ㅁ/ETN 을/JKO", "만듦을"),
        ("읽다", "VV", "기/ETN 가/JKS", "읽기가"), ("읽다", "VV", "고/EC 는/JX", "읽고는"), ("따분하다", "VA", "여/EC", "따분하여"),
        ("따분하다", "VA", "아/EC", "따분해"), ("즐겁다", "VA", "여/EC", "즐거워"), ("아름답다", "VA", "어/EC 지/VX 었/EP 다/EF", "아름다워졌다"),
        ("보다", "VV", "고/EC 싶/VX 습니다/EF", "보고싶습니다"), ("돕다", "VV", "아/EC 주/VX 시/EP 었/EP 어요/EF", "도와주셨어요"),
        ("읽다", "VV", "시/EP 어요/EF", "읽으세요"), ("울다", "VV", "시/EP 어요/EF", "우세요"), ("돕다", "VV", "세요/EF", "도우세요"),
        ("읽다", "VV", "면/EC", "읽으면"), ("읽다", "VV", "니/EC", "읽으니"), ("읽다", "VV", "니/EF", "읽니"),
        ("아니다", "VCN", "었/EP 다/EF", "아니었다"), ("아니다", "VCN", "ㅂ니다/EF", "아닙니다"), ("낫다", "VV", "아/EC 서/JX", "나아서"),
        ("하다", "VV", "ㅕ라/EF", "해라"), ("이렇다", "VA", "ㅕ/EF", "이래"),
        ("놀래다", "VV", "ㅓㅆ/EP 다/EF", "놀랬다"), ("아쉽다", "VV", "었/EP 지만/EC", "아쉬웠지만"), ("재밌다", "VA", "ㄴ지/EC", "재밌는지"),
    ])
    func `meet their endings`(word: String, tag: String, parts: String, form: String) {
        #expect(KoreanInflection.form(of: word, tag: tag, before: Self.parts(parts)) == form)
    }

    @Test func `tell endings that look alike by the word before them`() {
        #expect(KoreanInflection.form(of: "읽다", tag: "VV", before: [("나", "EC")], from: "가") == "읽으나")
        #expect(KoreanInflection.form(of: "읽다", tag: "VV", before: [("나", "EC")], from: "먹") == "읽나")
        #expect(KoreanInflection.form(of: "읽다", tag: "VV", before: [("었", "EP"), ("나", "EC")], from: "가") == "읽었나")
    }

    @Test(arguments: [
        ("되다", "되었다", "됐다"), ("보다", "보았다", "봤다"), ("가다", "갔다", "갔다"), ("오다", "왔다", "왔다"), ("배우다", "배웠다", "배웠다"),
        ("그리다", "그리었다", "그렸다"), ("먹다", "먹었다", "먹었다"), ("쓰다", "썼다", "썼다"),
    ])
    func `are spelled out where vowels may stand apart`(word: String, apart: String, together: String) {
        let parts: [KoreanInflection.Part] = [("었", "EP"), ("다", "EF")]
        #expect(KoreanInflection.form(of: word, tag: "VV", before: parts, spelledOut: true) == apart)
        #expect(KoreanInflection.form(of: word, tag: "VV", before: parts) == together)
    }

    @Test(arguments: [
        ("책", "이/VCP 다/EF", false, "책이다"), ("영화", "이/VCP 다/EF", false, "영화다"), ("영화", "이/VCP 다/EF", true, "영화이다"),
        ("책", "이/VCP 었/EP 다/EF", false, "책이었다"), ("영화", "이/VCP 었/EP 다/EF", false, "영화였다"),
        ("책", "이/VCP ㅔ요/EF", false, "책이에요"), ("영화", "이/VCP 에요/EF", false, "영화예요"),
        ("책", "이/VCP ㅂ니다/EF", false, "책입니다"), ("영화", "이/VCP ㅂ니다/EF", false, "영화입니다"),
        ("영화", "이/VCP ㄴ데/EC", false, "영화인데"),
        ("영화", "이/VCP 라서/EC", false, "영화라서"), ("책", "이/VCP 라고/EC", false, "책이라고"), ("영화", "이/VCP 면/EC", false, "영화면"),
        ("책", "이/VCP 어서/EC", false, "책이어서"), ("책", "이/VCP 시/EP 었/EP 다/EF", false, "책이셨다"),
        ("서울", "이/VCP 니까/EC", false, "서울이니까"),
        ("학생", "들/XSN 이/JKS", false, "학생들이"), ("학생", "들/XSN 은/JX", false, "학생들은"),
        ("학교", "에서/JKB 는/JX", false, "학교에서는"),
        ("학교", "처럼/JKB 이/VCP ㄴ/ETM", false, "학교처럼인"),
    ])
    func `are nouns with particles and 이다`(noun: String, parts: String, keepsI: Bool, form: String) {
        #expect(KoreanInflection.form(ofNoun: noun, before: Self.parts(parts), keepsI: keepsI) == form)
    }

    @Test func `are not made of what does not fit`() {
        #expect(KoreanInflection.form(of: "영화", tag: "VV", before: []) == nil)
        #expect(KoreanInflection.form(of: "다", tag: "VV", before: [("고", "EC")]) == nil)
        #expect(KoreanInflection.form(of: "gg다", tag: "VV", before: [("고", "EC")]) == nil)
        #expect(KoreanInflection.form(of: "보다", tag: "VV", before: [("가", "JKS")]) == nil)
        #expect(KoreanInflection.form(of: "보다", tag: "VV", before: [("것", "NNG")]) == nil)
        #expect(KoreanInflection.form(ofNoun: "영화", before: [("고", "EC")]) == nil)
        #expect(KoreanInflection.form(ofNoun: "\u{1f600}", before: [("이", "VCP"), ("다", "EF")]) == nil)
        #expect(KoreanInflection.form(ofNoun: "영화", before: [("이", "VCP")]) == nil)
    }
}
