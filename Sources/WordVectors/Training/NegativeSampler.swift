#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Draws words in proportion to a power of their counts, by Walker's aliases: a column drawn evenly, and a
/// threshold that says whether it is the column's own word or the other that shares it.
package struct NegativeSampler: Sendable {
    private struct Column {
        /// The own word's share of the column in 2³²nds.
        var threshold: UInt32
        var other: UInt32
    }

    private let columns: [Column]

    /// - Precondition: there are counts, none is 0.
    package init(counts: [UInt64], power: Double) {
        let weights = counts.map { pow(Double($0), power) }
        let mean = weights.reduce(0, +) / Double(weights.count)
        var shares = weights.map { $0 / mean }
        var columns = counts.indices.map { Column(threshold: .max, other: UInt32($0)) }
        var poor = shares.indices.filter { shares[$0] < 1 }
        var rich = shares.indices.filter { shares[$0] >= 1 }
        while let low = poor.popLast(), let high = rich.last {
            columns[low] = Column(threshold: UInt32(shares[low] * 0x1p32), other: UInt32(high))
            shares[high] -= 1 - shares[low]
            if shares[high] < 1 {
                rich.removeLast()
                poor.append(high)
            }
        }
        self.columns = columns
    }

    package func draw(_ stream: inout SampleStream) -> Int {
        let bits = stream.next()
        let place = Int(truncatingIfNeeded: ((bits >> 32) * UInt64(columns.count)) >> 32)
        let column = columns[place]
        return UInt32(truncatingIfNeeded: bits) < column.threshold ? place : Int(column.other)
    }
}

/// How often words are kept that are frequent: word2vec's formula.
package enum Subsampling {
    /// For each word the share of draws in which it stays, in 2³²nds, `.max` for always.
    package static func thresholds(counts: [UInt64], sample: Double) -> [UInt32] {
        guard sample > 0 else { return counts.map { _ in .max } }
        let total = Double(counts.reduce(0, +))
        return counts.map { count in
            let ratio = sample * total / Double(count)
            let kept = ratio.squareRoot() + ratio
            return kept >= 1 ? .max : UInt32(kept * 0x1p32)
        }
    }
}
