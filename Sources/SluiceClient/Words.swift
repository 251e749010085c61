import JSON
import ServerProtocol

/// The words near a word.
public struct RelatedWords: Sendable, Equatable {
    /// Name of the vectors that answered.
    public var vectors: String
    /// What stood for the words that the vectors do not list.
    public var reached: [ReachedWord]
    /// False where a neighbour may be missing: of vectors with more than a million words alone.
    public var isExact: Bool
    /// The most similar first.
    public var neighbours: [Neighbour]

    public struct Neighbour: Sendable, Equatable {
        public var word: String
        /// The cosine of the angle between the vectors, -1 to 1.
        public var similarity: Double
        /// What WordNet says that it is to the word: antonym, synonym, hypernym or hyponym; nil where it says nothing.
        public var relation: String?

        public init(word: String, similarity: Double, relation: String? = nil) {
            self.word = word
            self.similarity = similarity
            self.relation = relation
        }
    }

    init(_ answer: WordQuestions.Neighbours) {
        vectors = answer.vectors
        reached = answer.reachedBy.map(ReachedWord.init)
        isExact = answer.recall == "exact"
        neighbours = answer.neighbours.map {
            Neighbour(word: $0.word, similarity: Double(shortest: $0.similarity), relation: $0.relation)
        }
    }
}

/// A word that the vectors do not list, and what stood for it.
public struct ReachedWord: Sendable, Equatable {
    public var word: String
    /// `normalization`, `case`, `particle`, `inflection`, `subwords` or `spelling`.
    public var by: String
    /// The listed word that stood for it; nil of subwords, which make a vector of its own.
    public var listed: String?

    init(_ reached: WordQuestions.Reached) {
        word = reached.word
        by = reached.by
        listed = reached.as
    }
}

/// A vector of a word.
public struct WordVector: Sendable, Equatable {
    /// Name of the vectors that answered.
    public var vectors: String
    /// As it is stored, not of length 1.
    public var values: [Double]
    /// What stood for a word that the vectors do not list.
    public var reached: ReachedWord?
}

extension Connection {
    /// The words nearest to a word.
    ///
    /// - Parameters:
    ///   - vectors: a name or the absolute path of a directory; nil for those that suit the word.
    ///   - partsOfSpeech: universal ones, such as `NOUN`, of which neighbours have to be; empty for all.
    public func similarWords(
        to word: String, vectors: String? = nil, count: Int = 10, partsOfSpeech: [String] = []
    ) throws(ClientError) -> RelatedWords {
        let search = WordQuestions.Search(
            vectors: vectors, top: count, filter: .init(partsOfSpeech: partsOfSpeech))
        return RelatedWords(try call(WordsSimilar.self, .init(.word(word), search)))
    }

    /// The words nearest to the sum of some words less others.
    public func similarWords(
        toSumOf positive: [String], without negative: [String] = [], vectors: String? = nil, count: Int = 10
    ) throws(ClientError) -> RelatedWords {
        let query = WordsSimilar.Query.sum(positive: positive.map { .init($0) }, negative: negative.map { .init($0) })
        return RelatedWords(try call(WordsSimilar.self, .init(query, .init(vectors: vectors, top: count))))
    }

    /// What `word` is to, as `from` is to `to`.
    public func analogy(
        from: String, to: String, of word: String, vectors: String? = nil, count: Int = 10
    ) throws(ClientError) -> RelatedWords {
        RelatedWords(
            try call(WordsAnalogy.self, .init(from: from, to: to, of: word, .init(vectors: vectors, top: count))))
    }

    /// The cosine of the angle between two words, or between the means of two sets of words: -1 to 1.
    public func similarity(
        of a: [String], to b: [String], vectors: String? = nil
    ) throws(ClientError) -> Double {
        try call(WordsCompare.self, .init(a: a, b: b, vectors: vectors)).similarity
    }

    /// The word that fits the others least.
    public func outlier(among words: [String], vectors: String? = nil) throws(ClientError) -> String {
        try call(WordsOutlier.self, .init(words: words, vectors: vectors)).word
    }

    /// The numbers of a word, as they are stored.
    public func vector(of word: String, vectors: String? = nil) throws(ClientError) -> WordVector {
        let answer = try call(WordsVector.self, .init(word: word, vectors: vectors))
        return WordVector(
            vectors: answer.vectors, values: answer.vector, reached: answer.reachedBy.first.map(ReachedWord.init))
    }
}
