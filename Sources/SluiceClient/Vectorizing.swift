import JSON
import ServerProtocol

/// Texts as rows of numbers, of which only what is not 0 is kept.
public struct Vectorization: Sendable, Equatable {
    /// How many rows and columns there are.
    public var rowCount: Int
    public var columnCount: Int
    /// In the order of the texts.
    public var rows: [Row]
    /// What was counted: `word`, `char`, `char_wb` or `morpheme`.
    public var analyzer: String
    /// By column; empty unless it was asked for.
    public var vocabulary: [String]

    public struct Row: Sendable, Equatable {
        /// Columns, ascending.
        public var indices: [Int]
        /// Beside `indices`.
        public var values: [Double]

        public init(indices: [Int], values: [Double]) {
            self.indices = indices
            self.values = values
        }
    }

    init(_ answer: TextVectorize.Result) {
        rowCount = answer.shape[0]
        columnCount = answer.shape[1]
        rows = answer.rows.map { Row(indices: $0.indices, values: $0.values) }
        analyzer = answer.analyzer
        vocabulary = answer.vocabulary ?? []
    }
}

extension Connection {
    /// Rows of numbers by a vectoriser that was stored.
    ///
    /// - Parameters:
    ///   - vectorizer: a name or the absolute path of its directory.
    ///   - vocabulary: whether to give what the columns stand for.
    public func vectorize(
        _ texts: [String], vectorizer: String, vocabulary: Bool = false
    ) throws(ClientError) -> Vectorization {
        Vectorization(
            try call(TextVectorize.self, .init(texts: texts, vectorizer: .stored(vectorizer), vocabulary: vocabulary)))
    }

    /// Rows of numbers by a vectoriser that is fitted on these texts.
    ///
    /// - Parameter fitting: an object of JSON as text, such as `{"method": "tf-idf"}`.
    public func vectorize(
        _ texts: [String], fitting: String, vocabulary: Bool = false
    ) throws(ClientError) -> Vectorization {
        let object: JSONValue
        do { object = try JSONValue(parsing: Array(fitting.utf8)) } catch {
            throw .invalidParameters(reason: "fitting is no JSON: \(error)")
        }
        return Vectorization(
            try call(TextVectorize.self, .init(texts: texts, vectorizer: .fitted(object), vocabulary: vocabulary)))
    }
}
