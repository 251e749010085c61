import Numerics

/// The rows of character n-grams, of which the vector of any word can be made.
package struct SubwordTable: Sendable {
    package let scheme: SubwordScheme
    /// (rows, dimensions).
    package let rows: VectorRows
    package let dimensions: Int

    /// Refuses a scheme that no table can have, and rows that are not its.
    package init(scheme: SubwordScheme, rows: VectorRows, dimensions: Int) throws(WordVectorsError) {
        try scheme.check()
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
    package func vector(of word: String) -> [Float]? {
        let indices = scheme.rows(of: word)
        guard !indices.isEmpty else { return nil }
        var sum = [Float](repeating: 0, count: dimensions)
        for index in indices { rows.add(index, to: &sum) }
        // As fastText does it, to the bit: the sum in the order of the n-grams, then one factor.
        let factor = Float(1 / Double(indices.count))
        for place in sum.indices { sum[place] *= factor }
        return sum
    }

    package var memory: Int { rows.memory }
    package var isPoisoned: Bool { rows.isPoisoned }
}

extension VectorRows {
    /// Adds row `index` to a vector of as many places as rows are wide.
    /// - Precondition: the row is there.
    func add(_ index: Int, to sum: inout [Float]) {
        let dimensions = sum.count
        switch self {
        case .float32(let values):
            values.withUnsafeElements { values in
                let row = UnsafeBufferPointer(rebasing: values[(index * dimensions)..<((index + 1) * dimensions)])
                for place in 0..<dimensions { sum[place] += row[place] }
            }
        case .int8(let values, let scales):
            let scale = scales[index]
            values.withUnsafeElements { values in
                let row = UnsafeBufferPointer(rebasing: values[(index * dimensions)..<((index + 1) * dimensions)])
                for place in 0..<dimensions { sum[place] += scale * Float(row[place]) }
            }
        }
    }
}
