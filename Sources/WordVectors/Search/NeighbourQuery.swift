/// How alike two vectors are called.
package enum SimilarityMeasure: String, Sendable, CaseIterable {
    /// q·x / (‖q‖ ‖x‖), from -1 to 1; of several terms q is the weighted mean of their unit vectors. As gensim's
    /// `most_similar`.
    case cosine
    /// q·x; of several terms q is the weighted mean of their vectors as they are.
    case dot
    /// Π (1 + cos(p, x)) / 2 over the terms p with a weight above 0, divided by that over the others + 10⁻⁶: 3CosMul
    /// (Levy and Goldberg, CoNLL 2014), as gensim's `most_similar_cosmul`. The size of a weight says nothing.
    case cosmul
}

/// What is looked for in a table, and among which rows.
package struct NeighbourQuery: Sendable {
    package struct Term: Sendable {
        package enum Vector: Sendable {
            /// A row of the table; it is never among the answers.
            case row(Int)
            /// The vector of a word that is not listed.
            case word([Float])
            /// A vector as it came: of several terms its length counts too.
            case plain([Float])
        }

        package var vector: Vector
        /// Below 0 for what answers are to be unlike.
        package var weight: Float

        package init(_ vector: Vector, weight: Float = 1) {
            self.vector = vector
            self.weight = weight
        }
    }

    package var terms: [Term]
    /// How many answers at most.
    package var count: Int
    package var measure: SimilarityMeasure
    /// Nil: all rows may be answers.
    package var filter: RowFilter?
    /// Rows that are never among the answers, besides those of the terms.
    package var excluded: [Int]
    /// Asked only of rows that would be among the answers so far, and so for what takes long to tell.
    package var accepts: (@Sendable (Int) -> Bool)?
    /// Of rows with the same key the best is answered alone. Asked as seldom.
    package var foldKey: (@Sendable (Int) -> String)?
    /// Whether more than a million rows are looked at in 8 bits, and not first in 4.
    package var exact: Bool

    package init(
        _ terms: [Term], count: Int, measure: SimilarityMeasure = .cosine, filter: RowFilter? = nil,
        excluded: [Int] = [], accepts: (@Sendable (Int) -> Bool)? = nil, foldKey: (@Sendable (Int) -> String)? = nil,
        exact: Bool = false
    ) {
        self.terms = terms
        self.count = count
        self.measure = measure
        self.filter = filter
        self.excluded = excluded
        self.accepts = accepts
        self.foldKey = foldKey
        self.exact = exact
    }

    /// - Parameters:
    ///   - positive, negative: rows that answers are to be like, and unlike.
    package init(positive: [Int], negative: [Int] = [], count: Int, measure: SimilarityMeasure = .cosine) {
        self.init(
            positive.map { Term(.row($0)) } + negative.map { Term(.row($0), weight: -1) }, count: count,
            measure: measure)
    }
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

package struct Neighbours: Sendable, Equatable {
    /// The most similar first, of equal ones the first of the table.
    package var rows: [Neighbour]
    /// Whether these are surely the nearest. After a first look in 4 bits one may be missing: of the ten nearest
    /// of 60 rows each, among 1,500,000 rows of 300 numbers made by chance around 4,000 centres, none was.
    package var isExact: Bool

    package init(rows: [Neighbour], isExact: Bool) {
        self.rows = rows
        self.isExact = isExact
    }
}
