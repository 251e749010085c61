/// What one compatibility does otherwise than another.
struct VectorizerRules: Sendable {
    enum Lowercasing: Sendable {
        case none
        case ascii
        /// Unicode's full mapping, with the sigma that ends a word.
        case unicode
    }

    /// How a text is cut into the units that n-grams are made of.
    enum Cut: Sendable {
        /// Runs of word characters, of at least so many: Python's `\w` for scikit-learn, with marks for ours.
        case words(atLeast: Int, marks: Bool)
        /// Between ASCII white space, less the characters that Keras deletes.
        case strippedWords
        /// Between spaces and the characters that Keras's Tokenizer filters.
        case filteredWords
        case characters
        /// Two or more white spaces in a row are one space.
        case charactersOfFoldedSpace
        /// Less those that Keras deletes.
        case strippedCharacters
        case charactersWithinWords
        case source
    }

    enum Order: Sendable {
        /// Ascending by code points.
        case term
        /// The most frequent first; equal counts by their terms.
        case countThenTerm
        case countThenTermDescending
        case countThenFirstSeen
    }

    enum InverseFrequency: Sendable {
        /// ln((1 + n) / (1 + df)) + 1.
        case smooth
        /// ln(n / df) + 1.
        case plain
        /// ln(1 + n / (1 + df)).
        case keras
    }

    private let configuration: VectorizerConfiguration

    init(_ configuration: VectorizerConfiguration) { self.configuration = configuration }

    var lowercasing: Lowercasing {
        guard configuration.lowercase else { return .none }
        return configuration.compatibility == .keras ? .ascii : .unicode
    }

    var cut: Cut {
        switch (configuration.analyzer, configuration.compatibility) {
        case (.word, nil): .words(atLeast: configuration.minimumLetters, marks: true)
        case (.word, .sklearn): .words(atLeast: configuration.minimumLetters, marks: false)
        case (.word, .keras): .strippedWords
        case (.word, .kerasTokenizer): .filteredWords
        case (.char, nil), (.char, .sklearn): .charactersOfFoldedSpace
        case (.char, .keras): .strippedCharacters
        case (.char, .kerasTokenizer): .characters
        case (.charWithinWords, _): .charactersWithinWords
        case (.morpheme, _): .source
        }
    }

    /// Whether units are characters, which n-grams write one after another, not words with spaces between them.
    var unitsAreCharacters: Bool { configuration.analyzer == .char || configuration.analyzer == .charWithinWords }

    var order: Order {
        switch configuration.compatibility {
        case nil: configuration.method == .sequence ? .countThenTerm : .term
        case .sklearn: .term
        case .keras: .countThenTermDescending
        case .kerasTokenizer: .countThenFirstSeen
        }
    }

    var inverseFrequency: InverseFrequency {
        switch configuration.compatibility {
        case nil, .sklearn: configuration.smooth ? .smooth : .plain
        case .keras, .kerasTokenizer: .keras
        }
    }

    /// The column, or the id, of the first term: those before it are reserved.
    var firstColumn: Int {
        switch configuration.compatibility {
        case nil, .sklearn: configuration.method == .sequence ? 2 : 0
        case .keras: configuration.method == .sequence ? 2 : 1
        case .kerasTokenizer: configuration.unknownTerm == nil ? 1 : 2
        }
    }

    /// The column of everything that has none; nil where that is left out.
    var unknownColumn: Int? { configuration.unknownTerm == nil ? nil : firstColumn - 1 }

    /// What is called so in the columns before the first term.
    var reserved: [String] {
        let names = [String](repeating: "", count: firstColumn)
        guard let unknown = configuration.unknownTerm, !names.isEmpty else { return names }
        return names.dropLast() + [unknown]
    }

    /// How many terms `maximumTerms` leaves.
    var maximumTerms: Int? {
        configuration.maximumTerms.map { max(0, $0 - firstColumn) }
    }

    /// What `maximumTerms` is called.
    var nameOfMaximum: String {
        switch configuration.compatibility {
        case nil, .sklearn: configuration.method == .sequence ? "max_tokens" : "max_features"
        case .keras: "max_tokens"
        case .kerasTokenizer: "num_words"
        }
    }

    /// Of a matrix with that many terms.
    func width(terms: Int) -> Int {
        // A Tokenizer's matrix is as wide as it was asked to be, however few words there are.
        if configuration.compatibility == .kerasTokenizer, let words = configuration.maximumTerms { return words }
        return terms + firstColumn
    }

    /// The field that the other implementation does not have, or that does not go with the method.
    var refusal: VectorizerError? {
        func refuse(_ field: String, _ reason: String) -> VectorizerError {
            .configuration(field: field, reason: reason)
        }
        guard let compatibility = configuration.compatibility else { return nil }
        let isKeras = compatibility != .sklearn
        let method = configuration.method
        switch (compatibility, method) {
        case (.sklearn, .sequence), (.sklearn, .frequency):
            return refuse("method", "\(method.rawValue) came; scikit-learn has one-hot, count and tf-idf")
        case (.keras, .frequency):
            return refuse("method", "frequency came; TextVectorization has one-hot, count, tf-idf and sequence")
        default: break
        }
        if configuration.analyzer == .morpheme {
            return refuse(
                "analyzer", "morpheme came; the compatibility \(compatibility.rawValue) has word and char: leave it out"
            )
        }
        guard isKeras else { return nil }
        if configuration.analyzer == .charWithinWords {
            return refuse("analyzer", "char_wb came; the compatibility \(compatibility.rawValue) has word and char")
        }
        let mayJoin = compatibility == .keras && configuration.analyzer == .word
        guard configuration.ngrams == 1...1 || mayJoin else {
            return refuse(
                "ngram_range",
                "n-grams came; the compatibility \(compatibility.rawValue) "
                    + (compatibility == .keras ? "makes them of words: use the analyzer word" : "has none"))
        }
        if !configuration.stopWords.isEmpty {
            return refuse(
                "stop_words", "came; the compatibility \(compatibility.rawValue) has none: leave it or them out")
        }
        return nil
    }
}
