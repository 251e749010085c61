/// How texts become rows of numbers: what is counted of them, which terms have a column, and what stands in it.
///
/// The names and the defaults are scikit-learn's, but where `compatibility` names another's. Everything that differs
/// from one compatibility to another is asked of `VectorizerRules`.
package struct VectorizerConfiguration: Sendable, Equatable {
    package enum Method: String, Sendable, CaseIterable {
        /// 1 where a term occurs.
        case oneHot = "one-hot"
        /// How often it does.
        case count
        /// How often it does, of all the terms of the text.
        case frequency
        /// How often it does, weighted by how few texts it is in.
        case tfIdf = "tf-idf"
        /// The ids of the terms in the text's order.
        case sequence
    }

    /// Whose rows these equal, entry for entry.
    package enum Compatibility: String, Sendable, CaseIterable {
        /// CountVectorizer and TfidfVectorizer of scikit-learn 1.9.
        case sklearn
        /// TextVectorization of Keras 3.
        case keras
        /// The Tokenizer of Keras's legacy preprocessing, with pad_sequences.
        case kerasTokenizer = "keras-tokenizer"
    }

    package enum Analyzer: String, Sendable, CaseIterable {
        case word
        /// Characters are Unicode scalars.
        case char
        /// Those of each word, with a space before and after it.
        case charWithinWords = "char_wb"
        /// What a `TermSource` finds.
        case morpheme
    }

    package enum Norm: String, Sendable, CaseIterable {
        case l1, l2, none
    }

    /// Of a row that is too short or too long.
    package enum End: String, Sendable, CaseIterable {
        case pre, post
    }

    /// In how many of the texts a term has to be, or may be.
    package enum DocumentBound: Sendable, Equatable {
        case count(Int)
        /// Of all texts, 0 to 1; not rounded.
        case fraction(Double)

        func documents(of all: Int) -> Double {
            switch self {
            case .count(let count): Double(count)
            case .fraction(let fraction): fraction * Double(all)
            }
        }
    }

    /// Keras's name of it.
    private static let keras = "[UNK]"

    /// Beyond this a row of every n-gram is longer than the text is worth.
    package static let longestNGram = 16

    package var method: Method
    package var compatibility: Compatibility?
    package var analyzer: Analyzer
    package var lowercase = true
    /// The shortest and the longest n-grams.
    package var ngrams = 1...1
    /// Shorter words are no terms.
    package var minimumLetters: Int
    package var stopWords = StopWordSelection()
    package var minimumDocuments = DocumentBound.count(1)
    package var maximumDocuments = DocumentBound.fraction(1)
    /// The most terms that have a column: the most frequent. In Keras's ways those that it reserves are among them.
    package var maximumTerms: Int?
    /// What occurs counts as once.
    package var binary = false
    /// 1 + ln tf for tf.
    package var sublinear = false
    /// As if one more text had every term.
    package var smooth = true
    package var norm: Norm
    /// Of a sequence; nil for that of the longest of a call.
    package var outputLength: Int?
    package var padding: End
    package var truncating: End
    /// What stands for everything that has no column; nil where that is left out.
    package var unknownTerm: String?

    package init(
        method: Method, compatibility: Compatibility? = nil, analyzer: Analyzer = .word,
        ngrams: ClosedRange<Int> = 1...1
    ) {
        self.method = method
        self.compatibility = compatibility
        self.analyzer = analyzer
        self.ngrams = ngrams
        minimumLetters = compatibility == .sklearn ? 2 : 1
        norm = method == .tfIdf && (compatibility == nil || compatibility == .sklearn) ? .l2 : .none
        padding = compatibility == .kerasTokenizer ? .pre : .post
        truncating = compatibility == .kerasTokenizer ? .pre : .post
        unknownTerm = compatibility == .keras || compatibility == nil && method == .sequence ? Self.keras : nil
    }

    /// Throws what cannot be, or what the other implementation does not have.
    package func validate() throws(VectorizerError) {
        func refuse(_ field: String, _ reason: String) -> VectorizerError {
            .configuration(field: field, reason: reason)
        }

        guard ngrams.lowerBound >= 1, ngrams.upperBound <= Self.longestNGram else {
            throw refuse(
                "ngram_range",
                "[\(ngrams.lowerBound), \(ngrams.upperBound)] came; expected lengths from 1 to \(Self.longestNGram)")
        }
        for (name, bound) in [("min_df", minimumDocuments), ("max_df", maximumDocuments)] {
            switch bound {
            case .count(let count) where count < 0:
                throw refuse(name, "\(count) came; expected a number of texts, or a fraction from 0 to 1")
            case .fraction(let fraction) where !(0...1).contains(fraction):
                throw refuse(name, "\(fraction) came; expected a fraction from 0 to 1, or a whole number of texts")
            default: break
            }
        }
        let rules = VectorizerRules(self)
        if let maximumTerms, maximumTerms <= rules.firstColumn || maximumTerms > VectorizerLimits.rowLength {
            throw refuse(
                rules.nameOfMaximum,
                "\(maximumTerms) came; expected \(rules.firstColumn + 1) to \(VectorizerLimits.rowLength)"
                    + (rules.firstColumn > 0 ? ", of which \(rules.firstColumn) are reserved" : ""))
        }
        if let outputLength, !(1...VectorizerLimits.rowLength).contains(outputLength) {
            throw refuse(
                "output_sequence_length", "\(outputLength) came; expected 1 to \(VectorizerLimits.rowLength)")
        }
        if let refusal = rules.refusal { throw refusal }
    }
}

/// Bounds that keep one call from taking all memory.
package enum VectorizerLimits {
    /// Terms of all texts of a call, each n-gram one.
    package static let terms = 1 << 27
    /// Different ones.
    package static let differentTerms = Vocabulary.greatestCount
    package static let rowLength = 1 << 24
}

/// Why texts cannot be vectorised like this.
package enum VectorizerError: Error, Sendable, Equatable, CustomStringConvertible {
    /// `field` is the name in a recipe.
    case configuration(field: String, reason: String)
    /// What was fitted, or read from files, is no vocabulary.
    case vocabulary(reason: String)
    /// Nothing is left to count.
    case noTerms(reason: String)
    case tooLarge(reason: String)

    package var description: String {
        switch self {
        case .configuration(let field, let reason): "\(field): \(reason)"
        case .vocabulary(let reason): "vocabulary: \(reason)"
        case .noTerms(let reason), .tooLarge(let reason): reason
        }
    }
}
