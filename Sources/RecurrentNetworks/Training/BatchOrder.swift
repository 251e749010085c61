/// Which rows go together: shuffled, sorted by length within pools of many batches, cut, and the batches shuffled.
/// So a batch's rows are about as long as each other, and still nearly any rows may meet. A pool of rows that are all of
/// one length stays as it was shuffled.
package struct BatchOrder {
    private static let poolBatches = 50

    /// Indices into the set; the rows of a batch stand in order of falling length.
    private let order: [Int]
    private let ranges: [Range<Int>]

    package var count: Int { ranges.count }

    package subscript(batch: Int) -> ArraySlice<Int> { order[ranges[batch]] }

    /// For training: another order for each seed and epoch.
    package init(lengths: [Int32], batchSize: Int, seed: UInt64, epoch: Int) {
        var stream = RandomStream(seed, 0xBA7C, UInt64(truncatingIfNeeded: epoch))
        var order = Array(lengths.indices)
        stream.shuffle(&order)
        let pool = batchSize * Self.poolBatches
        for start in stride(from: 0, to: order.count, by: pool) {
            let end = min(start + pool, order.count)
            let length = lengths[order[start]]
            if order[start..<end].allSatisfy({ lengths[$0] == length }) { continue }
            order[start..<end].sort { Self.precedes($0, $1, lengths) }
        }
        var ranges = Self.cut(order.count, batchSize)
        stream.shuffle(&ranges)
        self.order = order
        self.ranges = ranges
    }

    /// For evaluation: sorted, nothing shuffled.
    package init(lengths: [Int32], batchSize: Int) {
        order = lengths.indices.sorted { Self.precedes($0, $1, lengths) }
        ranges = Self.cut(lengths.count, batchSize)
    }

    /// The index decides between equals, so that the order does not hang on the sorting algorithm.
    private static func precedes(_ a: Int, _ b: Int, _ lengths: [Int32]) -> Bool {
        lengths[a] != lengths[b] ? lengths[a] > lengths[b] : a < b
    }

    private static func cut(_ count: Int, _ size: Int) -> [Range<Int>] {
        stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
    }
}
