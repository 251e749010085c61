import Testing
import TextAnalysis

@Suite struct `Sentences of texts` {
    @Test(arguments: [
        ["오늘은 날씨가 좋다.", "산책을 갔다."],
        ["재밌어요!", "또 볼래요?", "네."],
        ["값은 3.14원이다.", "다음."],
        ["나는 \"간다. 온다.\"라고 말했다.", "끝."],
        ["Mr. Smith met Dr. J. Brown at 5 p.m. in the U.S. capital.", "He left."],
        ["It was sold to Acme Inc.", "The price was 3.5 million."],
        ["See https://example.com/a.b?c=d. for more.", "Thanks!"],
        ["재밌다ㅋㅋ", "또 보자ㅠㅠ"],
        ["정말 감사합니다", "다음에 또 오겠습니다"],
        ["배우 연기가 좋아요", "강추"],
        ["너무 좋아요 😀", "최고!"],
        ["그는 갔다.", "그러나 나는 남았다."],
        ["2019. 5. 3. 서울에서 열렸다.", "끝."],
        ["1. 첫째 항목", "2. 둘째 항목"],
        ["\"What?\" he asked.", "\"Nothing.\""],
        ["Wait... what?", "Nothing."],
        ["좋다...", "정말 좋다"],
        ["私は行く。", "彼も来る。"],
    ])
    func `are found`(sentences: [String]) {
        let separator = sentences[0].hasPrefix("1. ") ? "\n" : " "
        #expect(Self.sentences(of: sentences.joined(separator: separator)) == sentences)
    }

    @Test(arguments: [
        ("그는 갔다.그러나 나는 남았다.", ["그는 갔다.", "그러나 나는 남았다."]),
        ("私は行く。彼も来る。", ["私は行く。", "彼も来る。"]),
        ("제목\n\n본문이 있다", ["제목", "본문이 있다"]),
        ("한 줄이\n이어진다.", ["한 줄이\n이어진다."]),
        ("가.\u{2029}나.", ["가.", "나."]),
        ("", []), ("   \n ", []), ("...", ["..."]), ("?!", ["?!"]),
        ("바다 보러 가요 중요 요소", ["바다 보러 가요", "중요 요소"]),
        ("갔다 하는 말", ["갔다 하는 말"]),
        ("(가. 나. 다.) 라고 썼다.", ["(가. 나. 다.) 라고 썼다."]),
    ])
    func `of texts with peculiarities are found`(text: String, expected: [String]) {
        #expect(Self.sentences(of: text) == expected)
    }

    @Test func `and the white space between them are the text`() {
        let texts = Samples.randomTexts(count: 2000, seed: 5) + Self.punctuated(count: 3000)
        for text in texts {
            let bytes = Array(text.utf8)
            var position = 0
            for range in Sentences.ranges(in: text) {
                #expect(range.lowerBound >= position && !range.isEmpty)
                let gap = String(decoding: bytes[position..<range.lowerBound], as: UTF8.self)
                #expect(gap.unicodeScalars.allSatisfy { $0.properties.isWhitespace })
                position = range.upperBound
            }
            let rest = String(decoding: bytes[position...], as: UTF8.self)
            #expect(rest.unicodeScalars.allSatisfy { $0.properties.isWhitespace })
        }
    }

    static func sentences(of text: String) -> [String] {
        let bytes = Array(text.utf8)
        return Sentences.ranges(in: text).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    private static func punctuated(count: Int) -> [String] {
        let pieces = [
            ".", "!", "?", "…", " ", " ", "\n", "\r\n", "\"", "(", ")", "“", "”", "다", "요", "니다", "합", "a", "Mr", "1",
            "ㅋㅋ", "😀",
            "라고", "。", ",", "-", "\u{2029}",
        ]
        var generator = SeededGenerator(seed: 9)
        return (0..<count).map { _ in
            (0..<Int.random(in: 0...20, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
                .joined()
        }
    }
}

@Suite struct `Lines and paragraphs` {
    @Test(arguments: [
        ("a\nb\r\nc\rd\u{2028}e\u{2029}f\u{85}g", ["a", "b", "c", "d", "e", "f", "g"]),
        ("", []), ("\n", [""]), ("a\n", ["a"]), ("a\n\nb", ["a", "", "b"]), ("가\r\n\r\n나", ["가", "", "나"]),
    ])
    func `lines lie between line ends`(text: String, expected: [String]) {
        let bytes = Array(text.utf8)
        #expect(Lines.ranges(in: text).map { String(decoding: bytes[$0], as: UTF8.self) } == expected)
    }

    @Test(arguments: [
        ("a\nb\n\n c \n \t\n\nd", ["a\nb", "c", "d"]), ("\n\n", []), ("가\u{2029}나", ["가", "나"]), ("a", ["a"]),
    ])
    func `paragraphs lie between empty lines`(text: String, expected: [String]) {
        let bytes = Array(text.utf8)
        #expect(Lines.paragraphs(in: text).map { String(decoding: bytes[$0], as: UTF8.self) } == expected)
    }
}
