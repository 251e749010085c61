import Numerics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// SplitMix64, keyed: the same key gives the same stream on every machine, and streams of
/// different keys do not overlap in practice, so that work done in any order draws the same numbers.
struct RandomStream: RandomNumberGenerator, Sendable {
    private var source: SplitMix64

    /// A key is a seed and what the numbers are for: epoch, batch, shard, layer.
    init(_ key: UInt64...) {
        var state: UInt64 = 0x243F_6A88_85A3_08D3
        for part in key { state = SplitMix64.mix(state ^ part) &+ SplitMix64.step }
        source = SplitMix64(state: state)
    }

    mutating func next() -> UInt64 { source.next() }

    /// In [0, 1), 53 bits.
    mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// N(0, 1) by Box and Muller.
    mutating func normal() -> Double {
        let radius = (-2 * log(1 - uniform())).squareRoot()
        return radius * cos(2 * Double.pi * uniform())
    }

    /// In 0..<bound; `bound` is at least 1.
    mutating func below(_ bound: Int) -> Int { source.below(bound) }

    /// Fisher and Yates. The standard library's own shuffle may change its draws between releases.
    mutating func shuffle<T>(_ values: inout [T]) {
        guard values.count > 1 else { return }
        for i in stride(from: values.count - 1, to: 0, by: -1) {
            values.swapAt(i, below(i + 1))
        }
    }
}

func cosine(_ angle: Double) -> Double { cos(angle) }
