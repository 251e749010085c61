/// splitmix64 (Steele, Lea, Flood 2014), keyed: the same key gives the same numbers on every machine, so that work done
/// in any order, on any thread, draws the same.
package struct SampleStream {
    private var state: UInt64

    /// A seed, and what the numbers are for.
    package init(_ seed: UInt64, _ purpose: UInt64, _ part: UInt64) {
        state = Self.mix(Self.mix(Self.mix(seed) ^ purpose) ^ part)
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mix(state)
    }

    private static func mix(_ value: UInt64) -> UInt64 {
        var z = value
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// Uniform in (−range, range), 24 bits.
    mutating func uniform(_ range: Float) -> Float {
        (Float(next() >> 40) * 0x1p-23 - 1) * range
    }

    /// In 0..<bound, by Lemire's multiplication; `bound` is at least 1.
    mutating func below(_ bound: Int) -> Int {
        Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high)
    }
}
