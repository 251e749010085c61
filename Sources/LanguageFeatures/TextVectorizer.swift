package import Models
package import TextAnalysis

/// Rows of numbers of texts: by a vectoriser that is fitted on them, or by one that was stored.
package struct TextVectorizer: Sendable {
    private let source: (any TermSource)?

    package struct Answer: Sendable, Equatable {
        package var rows: SparseRows
        /// By column.
        package var vocabulary: [String]
        /// What was counted.
        package var analyzer: VectorizerConfiguration.Analyzer
    }

    /// - Parameter source: of morphemes; nil where there is none.
    package init(source: (any TermSource)?) { self.source = source }

    /// Whether these texts are to be counted by their morphemes, where there is a source of them.
    package static func wantsMorphemes(_ request: VectorizerCoding.Request, of texts: [String]) -> Bool {
        request.analyzer.map { $0 == .morpheme } ?? isKorean(texts)
    }

    /// About how many terms there are to count, each n-gram one, told before any work: every character is a unit, and
    /// of words every fourth byte, as of Korean syllables with a space after each.
    package static func termEstimate(_ request: VectorizerCoding.Request, of texts: [String]) -> Int {
        let lengths = request.configuration.ngrams.count
        let units =
            switch request.analyzer {
            case .char, .charWithinWords: texts.reduce(0) { $0 + $1.unicodeScalars.count }
            case .word, .morpheme, nil: texts.reduce(0) { $0 + $1.utf8.count } / 4
            }
        return units * lengths
    }

    /// The rows of the texts that it is fitted on.
    package func rows(
        of texts: [String], fitting request: VectorizerCoding.Request, threads: Int
    ) throws(VectorizerError) -> Answer {
        let configuration = try configuration(request, for: texts)
        let (rows, vocabulary) = try Vectorizer.fitRows(
            configuration, of: texts, vocabulary: request.vocabulary, source: source, threads: threads)
        return Answer(rows: rows, vocabulary: vocabulary, analyzer: configuration.analyzer)
    }

    package func fit(
        _ request: VectorizerCoding.Request, on texts: [String], threads: Int
    ) throws(VectorizerError) -> Vectorizer {
        try Vectorizer.fit(
            configuration(request, for: texts), on: texts, vocabulary: request.vocabulary, source: source,
            threads: threads)
    }

    /// The rows of these texts by a vectoriser that others taught.
    package func rows(
        of texts: [String], by vectorizer: Vectorizer, withVocabulary: Bool
    ) throws(VectorizerError) -> Answer {
        if let name = vectorizer.sourceName, name != source?.name {
            throw .configuration(
                field: "analyzer",
                reason: "the terms that it was fitted on are morphemes of \(name), and here "
                    + (source.map { "\($0.name) finds them" } ?? "nothing finds them")
                    + "; use the same analyser, or fit it again")
        }
        return Answer(
            rows: try vectorizer.rows(of: texts, source: source),
            vocabulary: withVocabulary ? vectorizer.vocabulary : [], analyzer: vectorizer.configuration.analyzer)
    }

    /// Where the analyzer is left to the texts, Korean is counted by its morphemes: between its spaces stand words with
    /// their particles and endings, and few of them come twice.
    private func configuration(
        _ request: VectorizerCoding.Request, for texts: [String]
    ) throws(VectorizerError) -> VectorizerConfiguration {
        var configuration = request.configuration
        if request.analyzer == nil {
            configuration.analyzer = source != nil && Self.isKorean(texts) ? .morpheme : .word
        }
        guard configuration.analyzer != .morpheme || source != nil else {
            throw .configuration(
                field: "analyzer",
                reason: "morpheme came, and there is no analyser of morphemes here; install "
                    + "mecab-ko-dic, or use word or char"
            )
        }
        return configuration
    }

    /// Judged by the first texts: a fifth of the letters are Hangul.
    private static func isKorean(_ texts: [String]) -> Bool {
        var letters = 0
        var hangul = 0
        for text in texts.prefix(1_000) {
            for scalar in text.unicodeScalars.prefix(500) {
                switch scalar.value {
                case 0xac00...0xd7a3, 0x1100...0x11ff, 0x3130...0x318f: (hangul, letters) = (hangul + 1, letters + 1)
                case 0x41...0x5a, 0x61...0x7a: letters += 1
                case 0...0xbf: break
                default: letters += scalar.properties.isAlphabetic ? 1 : 0
                }
            }
        }
        return hangul > 0 && 5 * hangul >= letters
    }
}
