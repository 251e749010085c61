/// Random numbers that are the same for the same state on every machine (Steele, Lea, Flood: Fast Splittable Pseudorandom
/// Number Generators, 2014).
package struct SplitMix64: RandomNumberGenerator, Sendable {
    package var state: UInt64

    @inlinable
    package init(state: UInt64) { self.state = state }

    @inlinable
    package mutating func next() -> UInt64 {
        state &+= Self.step
        return Self.mix(state)
    }

    /// In 0..<bound, by Lemire's multiplication, whose bias is below bound / 2⁶⁴; 0 where the bound is below 1.
    @inlinable
    package mutating func below(_ bound: Int) -> Int {
        Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(max(1, bound))).high)
    }

    package static var step: UInt64 {
        @inlinable get { 0x9e37_79b9_7f4a_7c15 }
    }

    @inlinable
    package static func mix(_ value: UInt64) -> UInt64 {
        var z = value
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
