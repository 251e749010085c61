import Numerics

/// Which rows may be answers: a bit for each, which a scan reads beside the rows, so that a filter takes no time and
/// one that leaves little saves some.
package struct RowFilter: Sendable {
    package let count: Int
    /// (⌈count / 16⌉): the lowest bit is the first of 16 rows.
    let bits: SharedElements<UInt16>

    /// The rows of `0..<count` for which `isAllowed` says so; it is asked once for each.
    package init(count: Int, where isAllowed: (Int) -> Bool) {
        self.count = max(0, count)
        let count = self.count
        bits = SharedElements(count: (count + 15) / 16) { target in
            for block in target.indices {
                var bits: UInt16 = 0
                for lane in 0..<min(16, count - block * 16) where isAllowed(block * 16 + lane) { bits |= 1 << lane }
                target[block] = bits
            }
        }
    }

    /// The first `limit` rows: the most frequent, where the words stand in that order.
    package init(count: Int, limit: Int) { self.init(count: count) { $0 < limit } }

    package func contains(_ row: Int) -> Bool {
        guard row >= 0, row < count else { return false }
        return bits[row / 16] >> (row % 16) & 1 != 0
    }

    /// The bits of each filter, for so many blocks, and those of the blocks that any of them wants; nil where all are.
    static func withBits<Result>(
        of filters: [RowFilter?], blocks: Int,
        _ body: ([UnsafePointer<UInt16>?], UnsafePointer<UInt16>?) -> Result
    ) -> Result {
        let lists = filters.map { filter -> SharedElements<UInt16>? in
            guard let filter else { return nil }
            guard filter.bits.count < blocks else { return filter.bits }
            // Rows beyond a filter's end are not allowed.
            return SharedElements((0..<blocks).map { $0 < filter.bits.count ? filter.bits[$0] : 0 })
        }
        return withPointers(of: lists[...], []) { pointers in
            let all = pointers.compactMap { $0 }
            guard all.count == pointers.count, let first = all.first else { return body(pointers, nil) }
            guard all.contains(where: { $0 != first }) else { return body(pointers, first) }
            let any = (0..<blocks).map { block in all.reduce(0) { $0 | $1[block] } }
            return any.withUnsafeBufferPointer { body(pointers, $0.baseAddress) }
        }
    }

    private static func withPointers<Result>(
        of lists: ArraySlice<SharedElements<UInt16>?>, _ pointers: [UnsafePointer<UInt16>?],
        _ body: ([UnsafePointer<UInt16>?]) -> Result
    ) -> Result {
        guard let first = lists.first else { return body(pointers) }
        guard let first else { return withPointers(of: lists.dropFirst(), pointers + [nil], body) }
        return first.withUnsafeElements {
            withPointers(of: lists.dropFirst(), pointers + [$0.baseAddress], body)
        }
    }
}
