import Testing
import TextAnalysis

@Suite struct `Steps of normalisation` {
    @Test func `make of every code point what Unicode says`() throws {
        var forms: [Substring: [UInt32: [UInt32]]] = [:]
        var sequences: [(form: Substring, source: String, result: [UInt32])] = []
        for line in try Goldens.lines("unicode/forms.txt") {
            let fields = line.split(separator: ";", omittingEmptySubsequences: false)
            try #require(fields.count == 3)
            let (source, result) = (String(hexadecimal: fields[1]), String(hexadecimal: fields[2]).codePoints)
            if source.unicodeScalars.count == 1, let scalar = source.unicodeScalars.first {
                forms[fields[0], default: [:]][scalar.value] = result
            } else {
                sequences.append((fields[0], source, result))
            }
        }
        let steps: [Substring: NormalizationStep] = [
            "NFD": try NormalizationStep("nfd"), "NFKC": try NormalizationStep("nfkc"),
            "NFKD": try NormalizationStep("nfkd"),
            "fold": try NormalizationStep("casefold"),
        ]
        for (form, step) in steps {
            var wrong: [UInt32] = []
            let expected = forms[form] ?? [:]
            #expect(expected.count > 1000)
            for value in UInt32(0)...0x10ffff {
                // Syllables are below; what Unicode 14 does not know has no folding to compare with.
                guard let scalar = Unicode.Scalar(value), !(0xac00...0xd7a3).contains(value) else { continue }
                if form == "fold", expected[value] == nil, scalar.properties.age.map({ $0.major > 14 }) ?? true {
                    continue
                }
                let text = String(Character(scalar))
                let result = try step.edit(text)?.text.codePoints ?? [value]
                let known = expected[value] ?? (form == "NFKD" ? forms["NFKC"]?[value] : nil) ?? [value]
                if result != known { wrong.append(value) }
            }
            #expect(wrong == [], "\(form)")
        }
        #expect(sequences.count > 900)
        for (form, source, result) in sequences {
            let edited = try steps[form]?.edit(source)?.text ?? source
            #expect(edited.codePoints == result, "\(form) of \(source.codePoints.map { String($0, radix: 16) })")
        }
    }

    @Test func `take every syllable apart and put it together again`() throws {
        let (apart, together) = (try NormalizationStep("nfd"), try NormalizationStep("nfc"))
        let syllables = (UInt32(0xac00)...0xd7a3).compactMap(Unicode.Scalar.init)
        for syllable in syllables {
            let text = String(Character(syllable))
            let jamo = try #require(try apart.edit(text)).text
            #expect(jamo.unicodeScalars.count == ((syllable.value - 0xac00) % 28 == 0 ? 2 : 3))
            let again = try together.edit(jamo)?.text.codePoints
            #expect(again == [syllable.value])
        }
    }

    @Test func `make the NFC that models read`() throws {
        let step = try NormalizationStep("nfc")
        for line in try Goldens.lines("normalization/nfc.txt") {
            let parts = line.split(separator: ";", omittingEmptySubsequences: false)
            let source = String(hexadecimal: parts[0])
            let result = try step.edit(source)?.text ?? source
            #expect(result.codePoints == String(hexadecimal: parts[1]).codePoints, "of \(parts[0])")
        }
        for text in Samples.randomTexts(count: 2000, seed: 31) {
            let result = try step.edit(text)?.text ?? text
            #expect(result.codePoints == NormalizationOptions.onlyNFC.normalized(text).codePoints)
        }
    }

    @Test func `agree with the normalisation of models`() throws {
        let normalizer = try Normalizer(["lowercase", "nfc", "whitespace"])
        let options = NormalizationOptions(nfc: true, lowercase: true, foldWhiteSpace: true, foldRepeats: nil)
        for text in Samples.randomTexts(count: 2000, seed: 33) {
            let edited = try normalizer.normalized(text)
            #expect(edited.text.codePoints == options.normalized(text).codePoints)
        }
    }

    @Test(arguments: [
        ("strip-accents", "Café Ångström ё ñ", "Cafe Angstrom е n"), ("strip-accents", "がぎ 한글 é", "がぎ 한글 e"),
        ("casefold", "Straße ΣΑΣ İ ẞ", "strasse σασ i\u{307} ss"), ("lowercase", "ÀÉ Σ", "àé σ"),
        ("whitespace", " a \t\r\n b\u{3000}", "a b"), ("whitespace", "\u{a0}", ""),
        ("repeats", "ㅋㅋㅋㅋㅋ 좋아아아아 하하하하 !!!!", "ㅋㅋ 좋아 하하 !!"), ("repeats", "네에에에 와아아 aaa", "네에 와아아 aa"),
        ("repeats", "e\u{301}eee", "e\u{301}ee"), ("repeats", "👍🏽👍🏽👍🏽", "👍🏽👍🏽"),
        ("urls", "(https://a.com/b?c=d&e). www.x.kr입니다 wwww", "(<url>). <url>입니다 wwww"),
        ("urls", "https://en.wikipedia.org/wiki/A_(b) HTTP://X.Y!", "<url> <url>!"),
        ("urls", "https:// shttp://a", "https:// shttp://a"),
        ("emails", "me.you+tag@mail.example.co.kr. a@b @c d@e.f", "<email>. a@b @c d@e.f"),
        ("mentions", "@철수 안녕 me@x.com @_a1! @", "<mention> 안녕 me@x.com <mention>! @"),
        ("hashtags", "#맛집 #1 #1위 a#b ##", "<hashtag> #1 <hashtag> a#b ##"),
        ("numbers", "1,234.5원 3. 10,000 ３４ a1b", "<number>원 <number>. <number> <number> a<number>b"),
        ("emoji", "a😀👨‍👩‍👧b ❤️ ☺ 🇰🇷 1️⃣ ©1#", "a<emoji><emoji>b <emoji> <emoji> <emoji> <emoji> ©1#"),
    ])
    func `by name`(name: String, text: String, expected: String) throws {
        let edited = try Normalizer([name]).normalized(text)
        #expect(edited.text.codePoints == expected.codePoints)
    }

    @Test(arguments: [
        ("되나욬", "되나요"), ("안됔ㅋㅋ", "안돼ㅋㅋ"), ("그랰ㅋㅋ", "그래ㅋㅋ"), ("하겟씀다", "하겠습니다"), ("햇어요", "했어요"), ("재밋는데", "재밌는데"),
        ("맛잇다", "맛있다"), ("했슴니다", "했습니다"), ("있엌ㅋㅋ", "있어ㅋㅋ"), ("했당", "했다"), ("합니당~", "합니다~"), ("해용", "해요"),
        ("하세여!", "하세요!"),
        ("넹", "네"), ("하죵", "하죠"), ("하넿ㅎㅎ", "하네ㅎㅎ"), ("먹엇다 왓는데", "먹었다 왔는데"),
        // What looks alike and is right.
        ("부엌에서 해질녘 엌ㅋㅋ", "부엌에서 해질녘 엌ㅋㅋ"), ("식당 내용 참여 이용", "식당 내용 참여 이용"), ("무엇을 빼앗다 잇다", "무엇을 빼앗다 잇다"), ("좋ㅎㅎ", "좋ㅎㅎ"),
        ("가슴다", "가슴다"), ("영화가 재미있다", "영화가 재미있다"),
    ])
    func `bring what is chatted nearer to what is written`(text: String, expected: String) throws {
        let edited = try Normalizer(["colloquial"]).normalized(text)
        #expect(edited.text == expected)
    }

    @Test func `take options`() throws {
        let repeats = try NormalizationStep("repeats", keep: 1)
        #expect(try repeats.edit("ㅋㅋㅋ")?.text == "ㅋ")
        let urls = try NormalizationStep("urls", with: "")
        #expect(try urls.edit("a https://b.c d")?.text == "a  d")
        let dates = try NormalizationStep(replace: "(\\d+)-(\\d+)", with: "$2/$1")
        #expect(try dates.edit("on 3-14")?.text == "on 14/3")
    }

    @Test func `that are unknown are refused by name`() {
        let error = #expect(throws: NormalizationError.self) { try Normalizer(["nfc", "stem"]) }
        #expect(error == .unknownStep(name: "stem"))
        #expect(error?.description.contains("\"stem\"") == true)
        #expect(throws: NormalizationError.self) { try NormalizationStep("repeats", keep: 0) }
        #expect(throws: NormalizationError.self) { try NormalizationStep("nfc", keep: 2) }
        #expect(throws: NormalizationError.self) { try NormalizationStep("nfc", with: "x") }
        #expect(throws: NormalizationError.self) { try NormalizationStep(replace: "(", with: "") }
        #expect(throws: NormalizationError.self) { try NormalizationStep(replace: "a", with: "$1") }
    }

    @Test func `read ten megabytes`() throws {
        let normalizer = try Normalizer(NormalizationStep.names)
        for text in [
            String(repeating: "ㅋ", count: 3_500_000), String(repeating: "\u{301}", count: 5_000_000),
            String(repeating: "\u{1112}\u{1161}\u{11ab}", count: 1_100_000), String(repeating: "@a", count: 5_000_000),
        ] {
            let edited = try normalizer.normalized(text)
            #expect(edited.map.originalCount == text.utf8.count)
            #expect(edited.map.resultCount == edited.text.utf8.count)
        }
    }
}
