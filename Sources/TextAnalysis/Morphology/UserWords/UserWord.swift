/// A word that a user adds to a dictionary at run time.
package struct UserWord: Sendable, Equatable {
    /// As it stands in texts: 1 to 255 bytes of UTF-8 that begin with no space and hold no control character.
    package var surface: String
    /// The first columns of its feature: for mecab-ko-dic a tag such as `NNP`, or a tag and a semantic class such as
    /// `NNP,인명`; for IPADIC up to four, such as `名詞,固有名詞`.
    package var tag: String
    /// Less wins more often. Nil: what words of the dictionary with this tag cost, by the median.
    package var cost: Int?
    /// How it is read; nil is as it is written, in Korean.
    package var reading: String?
    /// What a Korean word is made of, such as `트위치/NNP/*+티비/NNG/*`; makes it a `Compound`.
    package var expression: String?
    /// The whole feature, in place of what is made of the fields above.
    package var feature: String?
    /// It wins wherever it occurs, whatever it costs; where such words overlap, those that cover most.
    package var isForced: Bool

    package init(
        surface: String, tag: String, cost: Int? = nil, reading: String? = nil, expression: String? = nil,
        feature: String? = nil, isForced: Bool = false
    ) {
        self.surface = surface
        self.tag = tag
        self.cost = cost
        self.reading = reading
        self.expression = expression
        self.feature = feature
        self.isForced = isForced
    }
}

/// Why a user word is refused, and what to do.
package struct UserWordError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The word's number in the list or line in the file, from 1 on.
    package var line: Int
    package var reason: String

    package init(line: Int, reason: String) {
        self.line = line
        self.reason = reason
    }

    package var description: String { "user word \(line): \(reason)" }
}

extension UserWord {
    static let greatestBytes = 255

    private static func hasQuote(_ text: String) -> Bool { text.utf8.contains(UInt8(ascii: "\"")) }

    /// What is wrong with the word by itself.
    var fault: String? {
        let bytes = Array(surface.utf8)
        if bytes.isEmpty { return "it is empty; expected at least one character" }
        if bytes.count > Self.greatestBytes {
            return "it has \(bytes.count) bytes; expected at most \(Self.greatestBytes)"
        }
        if bytes[0] == 0x20 || surface.unicodeScalars.first?.properties.isWhitespace == true {
            return "it begins with a space; expected it without, since spaces before a word are skipped"
        }
        for text in [surface, tag, reading ?? "", expression ?? "", feature ?? ""]
        where text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7f }) {
            return "\(text.debugDescription) has a control character; expected none"
        }
        if tag.isEmpty, feature == nil { return "it has no tag; expected one of the dictionary's, such as NNP" }
        for (name, text) in [("reading", reading), ("expression", expression)]
        where text?.utf8.contains(UInt8(ascii: ",")) == true {
            return "its \(name) has a comma; expected none, since commas part the columns of a feature"
        }
        if feature == nil, [surface, tag, reading ?? "", expression ?? ""].contains(where: Self.hasQuote) {
            return "it has a \"; expected none, since quotes enclose columns of a feature; or give the whole feature"
        }
        if let cost, Int16(exactly: cost) == nil {
            return "its cost is \(cost); expected \(Int16.min) to \(Int16.max)"
        }
        return nil
    }
}
