import JSON
import ServerProtocol
import Testing

/// Offsets in the answers of `text/explain`, in each of the three encodings.
@Suite struct `Offsets` {
    /// Reads single characters.
    private static let model = "sentiment-ko"

    private static let texts = [
        "좋아요", "a😀b😀", "👨‍👩‍👧‍👦 가족 영화", "\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af} jamo 한글", "한 줄\r\n두 줄\r\n",
        "e\u{301}te\u{301}", "🇰🇷👍🏽!", "  앞뒤  ", "ㅋㅋㅋㅋㅋㅋ",
        "\u{10ffff}\u{ffff}\u{7ff}\u{7f}", "",
    ]

    private func length(_ text: Substring, _ encoding: PositionEncoding) -> Int {
        switch encoding {
        case .utf8: text.utf8.count
        case .utf16: text.utf16.count
        case .utf32: text.unicodeScalars.count
        }
    }

    @Test(arguments: texts, PositionEncoding.allCases)
    func `lead back to the token, in the unit that a request names`(text: String, encoding: PositionEncoding) throws {
        let answer = try Talk().call(
            "text/explain",
            [
                "text": .string(text), "model": .string(Self.model), "method": "prefix",
                "positionEncoding": .string(encoding.rawValue),
            ])
        let tokens = try #require(answer["result"]?["tokens"]?.array)
        var last = 0
        for token in tokens {
            let (start, end) = (try #require(token["start"]?.integer), try #require(token["end"]?.integer))
            try #require(start >= last && end > start && end <= length(text[...], encoding))
            last = start
            let indices = text.indices(of: encoding)
            let word = try #require(token["text"]?.string)
            #expect(text.unicodeScalars[indices[start]..<indices[end]].elementsEqual(word.unicodeScalars))
        }
    }

    @Test func `count UTF-16 where nobody says otherwise, and what a session has agreed on`() throws {
        let params: JSONValue = ["text": "😀!", "model": .string(Self.model)]
        func end(_ talk: Talk, _ params: JSONValue = params) throws -> JSONValue? {
            try talk.call("text/explain", params)["result"]?["tokens"]?.array?.last?["end"]
        }
        #expect(try end(Talk()) == 3)
        let talk = Talk()
        _ = try talk.call("initialize", ["capabilities": ["general": ["positionEncodings": ["utf-8", "utf-16"]]]])
        #expect(try end(talk) == 5)
        #expect(
            try end(
                talk, ["text": "😀!", "model": .string(Self.model), "positionEncoding": "utf-32"]) == 2)
    }
}

extension String {
    /// The index at each offset, the end's included.
    fileprivate func indices(of encoding: PositionEncoding) -> [String.Index] {
        switch encoding {
        case .utf8: Array(utf8.indices) + [endIndex]
        case .utf16: Array(utf16.indices) + [endIndex]
        case .utf32: Array(unicodeScalars.indices) + [endIndex]
        }
    }
}
