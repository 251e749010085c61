import Numerics

/// SplitMix64, keyed: the same key gives the same numbers on every machine, so that work done
/// in any order, on any thread, draws the same.
package struct SampleStream {
    private var source: SplitMix64

    /// A seed, and what the numbers are for.
    package init(_ seed: UInt64, _ purpose: UInt64, _ part: UInt64) {
        source = SplitMix64(state: SplitMix64.mix(SplitMix64.mix(SplitMix64.mix(seed) ^ purpose) ^ part))
    }

    package mutating func next() -> UInt64 { source.next() }

    /// Uniform in (−range, range), 24 bits.
    mutating func uniform(_ range: Float) -> Float {
        (Float(next() >> 40) * 0x1p-23 - 1) * range
    }

    /// In 0..<bound; `bound` is at least 1.
    mutating func below(_ bound: Int) -> Int { source.below(bound) }
}
