/// How alike two vectors are called.
package enum SimilarityMeasure: String, Sendable, CaseIterable {
    /// q·x / (‖q‖ ‖x‖), from -1 to 1.
    case cosine
    /// q·x.
    case dot
}

/// A row that was found.
package struct Neighbour: Sendable, Equatable {
    /// Of the table's words.
    package var index: Int
    package var similarity: Float

    package init(index: Int, similarity: Float) {
        self.index = index
        self.similarity = similarity
    }
}

/// Finds the rows of a table that are most like a vector.
///
/// The answer is the plain scan's, to the bit: `NeighbourSearch.exhaustive` computes every similarity in float32 and is
/// what the tests hold the fast way against. Ties stand in the order of the words.
package struct NeighbourSearch: Sendable {
    package let table: VectorTable

    package init(_ table: VectorTable) { self.table = table }
}
