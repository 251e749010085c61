/// English texts as tokens with their part of speech, lemma and stem. Immutable and shared.
package struct EnglishAnalyzer: Sendable {
    package struct Token: Sendable, Equatable {
        /// Of the text's UTF-8.
        package var range: Range<Int>
        package var tag: UniversalTag
        /// The form that a dictionary has, in lower case, but for names.
        package var lemma: String
        /// The stemmer's.
        package var stem: String
    }

    private let tagger: any PartOfSpeechTagger
    private let lemmatizer: EnglishLemmatizer
    package var stemmer = Stemmer.english

    /// - Parameters:
    ///   - wordNet: nil where there is none: then rules and lists of Sluice's own stand in for it.
    ///   - tagger: nil for rules.
    package init(wordNet: WordNet? = nil, tagger: (any PartOfSpeechTagger)? = nil) {
        self.tagger = tagger ?? EnglishTagger(wordNet)
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
        let tags = sentences(ranges, of: utf8).flatMap { tagger.tags(of: words[$0]) }
        return zip(zip(ranges, words), tags).map { token, tag in
            let (range, word) = token
            return Token(
                range: range, tag: tag, lemma: lemmatizer.lemma(of: word, tag),
                stem: stemmer.stem(word.lowercased()))
        }
    }

    /// Which words each sentence has.
    private func sentences(_ words: [Range<Int>], of utf8: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        var start = 0
        for sentence in Sentences.ranges(in: utf8) {
            let end = words[start...].firstIndex { $0.lowerBound >= sentence.upperBound } ?? words.count
            if start < end { sentences.append(start..<end) }
            start = end
        }
        if start < words.count { sentences.append(start..<words.count) }
        return sentences
    }
}

/// Tells what part of speech each word of a sentence is.
package protocol PartOfSpeechTagger: Sendable {
    /// - Parameter words: as they are written.
    /// - Returns: one for each word.
    func tags(of words: ArraySlice<String>) -> [UniversalTag]
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
        if let lemma = Self.forms[lower], tag == .pronoun || tag == .determiner { return lemma }
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

    /// Of pronouns and determiners.
    private static let forms = [
        "i": "I", "me": "I", "him": "he", "us": "we", "'s": "we", "them": "they", "'em": "they", "an": "a",
        "these": "this", "those": "that",
    ]

    /// What is written together with the word before it.
    private static let clitics = [
        "n't": "not", "'m": "be", "'re": "be", "'ve": "have", "'ll": "will", "'d": "would", "ca": "can", "wo": "will",
        "sha": "shall",
    ]
}
