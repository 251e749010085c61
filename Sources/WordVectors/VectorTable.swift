package import Numerics

/// Words and their vectors, and what finds neighbours among them. Nothing of it changes once it is made: any number of
/// threads may ask at once.
package struct VectorTable: Sendable {
    package let words: WordList
    package let dimensions: Int
    /// (words, dimensions).
    package let rows: VectorRows
    /// The rows in 8 bits with what is lost by it, laid out for the scan.
    package let index: QuantizedRows
    /// What vectors of words that are not listed are made of; nil where there are no subwords.
    package let subwords: SubwordTable?
    /// How often training saw each word, in their order; empty where that was not kept.
    package let counts: SharedElements<UInt64>

    package var count: Int { words.count }

    package static let greatestDimensions = 1 << 16

    /// - Parameter index: as it was stored; made of the rows where nil.
    package init(
        words: WordList, dimensions: Int, rows: VectorRows, index: QuantizedRows? = nil, subwords: SubwordTable? = nil,
        counts: SharedElements<UInt64> = SharedElements([])
    ) throws(WordVectorsError) {
        guard dimensions > 0, dimensions <= Self.greatestDimensions else {
            throw .invalid(
                field: "dimensions", reason: "\(dimensions) came; expected 1 to \(Self.greatestDimensions)")
        }
        guard rows.count(dimensions: dimensions) == words.count else {
            throw .invalid(
                field: "embeddings",
                reason: "they are no \(words.count) rows of \(dimensions) numbers: import the vectors again")
        }
        guard counts.count == 0 || counts.count == words.count else {
            throw .invalid(
                field: "counts", reason: "\(counts.count) came; expected one for each of \(words.count) words")
        }
        self.words = words
        self.dimensions = dimensions
        self.rows = rows
        if let index {
            self.index = index
        } else {
            self.index = try QuantizedRows(quantizing: rows, dimensions: dimensions)
        }
        self.subwords = subwords
        self.counts = counts
        guard self.index.count == words.count, self.index.dimensions == dimensions else {
            throw .invalid(
                field: "index",
                reason:
                    "it has \(self.index.count) rows of \(self.index.dimensions) numbers; expected \(words.count) of \(dimensions): import the vectors again"
            )
        }
    }

    /// The vector of a listed word, as it is stored.
    package func vector(at index: Int) -> [Float] {
        [Float](unsafeUninitializedCapacity: dimensions) { target, count in
            guard let start = target.baseAddress else { return }
            rows.copy(index, dimensions: dimensions, to: start)
            count = dimensions
        }
    }

    /// Whether all numbers of a row are. Rows are not read when they are opened: that would take longer than all else.
    package func isFinite(at index: Int) -> Bool {
        withUnsafeTemporaryAllocation(of: Float.self, capacity: max(1, dimensions)) { target in
            guard let start = target.baseAddress else { return false }
            rows.copy(index, dimensions: dimensions, to: start)
            return UnsafeBufferPointer(start: start, count: dimensions).allSatisfy(\.isFinite)
        }
    }

    /// A file was shortened under it: what it answers is nonsense.
    package var isPoisoned: Bool {
        words.isPoisoned || rows.isPoisoned || index.isPoisoned || counts.isPoisoned || subwords?.isPoisoned == true
    }

    package var memory: Int {
        words.memory + rows.memory + index.memory + (subwords?.memory ?? 0) + 8 * counts.count
    }
}
