/// English texts as tokens with their part of speech, lemma and stem. Immutable and shared.
package struct EnglishAnalyzer: Sendable {
    package struct Token: Sendable, Equatable {
        /// Of the text's UTF-8.
        package var range: Range<Int>
        package var tag: UniversalTag
        /// The form that a dictionary has, in lower case, but for names.
        package var lemma: String
        /// Snowball's.
        package var stem: String
    }

    private let tagger: EnglishTagger
    private let lemmatizer: EnglishLemmatizer

    /// - Parameter wordNet: nil where there is none: then rules and lists of Sluice's own stand in for it.
    package init(wordNet: WordNet? = nil) {
        tagger = EnglishTagger(wordNet)
        lemmatizer = EnglishLemmatizer(wordNet: wordNet)
        name = wordNet == nil ? "english-rules" : "english-wordnet"
    }

    /// Which of them answers.
    package let name: String

    /// In the text's order; between them lies white space.
    package func tokens(of text: String) -> [Token] {
        var text = text
        return text.withUTF8 { utf8 in
            let ranges = EnglishWords.ranges(of: utf8)
            return tokens(ranges, of: utf8)
        }
    }

    /// The same of words that were cut otherwise: `ranges` of the text's UTF-8.
    package func tokens(_ ranges: [Range<Int>], of utf8: UnsafeBufferPointer<UInt8>) -> [Token] {
        let whole = 0..<utf8.count
        let words = ranges.map { String(decoding: utf8[$0.clamped(to: whole)], as: UTF8.self) }
        let tags = tagger.tags(of: words)
        return zip(zip(ranges, words), tags).map { token, tag in
            let (range, word) = token
            return Token(
                range: range, tag: tag, lemma: lemmatizer.lemma(of: word, tag),
                stem: Stemmer.english.stem(word.lowercased()))
        }
    }
}

/// The dictionary's form of an English word.
package struct EnglishLemmatizer: Sendable {
    private let wordNet: WordNet?

    /// - Parameter wordNet: nil where there is none: then rules of Sluice's own answer.
    package init(wordNet: WordNet? = nil) { self.wordNet = wordNet }

    /// Of the word as it is written; in lower case, but for names.
    package func lemma(of word: String, _ tag: UniversalTag) -> String {
        if tag == .properNoun { return word }
        let lower = word.lowercased().replacing("’", with: "'")
        if let lemma = Self.clitics[lower], tag == .auxiliary || tag == .particle || tag == .verb { return lemma }
        let category: WordNet.Category
        switch tag {
        case .noun: category = .noun
        case .verb, .auxiliary: category = .verb
        case .adjective: category = .adjective
        case .adverb: category = .adverb
        default: return lower
        }
        if lower == "'s" { return "be" }
        guard let wordNet else { return LemmaRules.lemma(of: lower, category) }
        let base = Morphy(wordNet).bases(of: lower, category).first
        return base ?? lower
    }

    /// What is written together with the word before it.
    private static let clitics = [
        "n't": "not", "'m": "be", "'re": "be", "'ve": "have", "'ll": "will", "'d": "would", "ca": "can", "wo": "will",
        "sha": "shall",
    ]
}
