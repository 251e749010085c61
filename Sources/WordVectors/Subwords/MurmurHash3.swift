/// MurmurHash3_x64_128 (Austin Appleby, public domain), from which floret takes four numbers of 32 bits.
enum MurmurHash3 {
    /// The 128 bits in quarters, the lowest first.
    static func words(of bytes: UnsafeRawBufferPointer, seed: UInt32) -> [UInt32] {
        let (first, second) = hash(bytes, seed: seed)
        return [first, first >> 32, second, second >> 32].map { UInt32(truncatingIfNeeded: $0) }
    }

    private static let c1: UInt64 = 0x87c3_7b91_1142_53d5
    private static let c2: UInt64 = 0x4cf5_ad43_2745_937f

    private static func hash(_ bytes: UnsafeRawBufferPointer, seed: UInt32) -> (UInt64, UInt64) {
        var h1 = UInt64(seed)
        var h2 = UInt64(seed)
        var start = 0
        while start + 16 <= bytes.count {
            h1 ^= scrambled1(word(bytes, start..<start + 8))
            h1 = (rotated(h1, 27) &+ h2) &* 5 &+ 0x52dc_e729
            h2 ^= scrambled2(word(bytes, start + 8..<start + 16))
            h2 = (rotated(h2, 31) &+ h1) &* 5 &+ 0x3849_5ab5
            start += 16
        }
        let middle = min(start + 8, bytes.count)
        h2 ^= scrambled2(word(bytes, middle..<bytes.count))
        h1 ^= scrambled1(word(bytes, start..<middle))

        h1 ^= UInt64(bytes.count)
        h2 ^= UInt64(bytes.count)
        h1 = h1 &+ h2
        h2 = h2 &+ h1
        h1 = mixed(h1)
        h2 = mixed(h2)
        h1 = h1 &+ h2
        h2 = h2 &+ h1
        return (h1, h2)
    }

    private static func scrambled1(_ value: UInt64) -> UInt64 { rotated(value &* c1, 31) &* c2 }
    private static func scrambled2(_ value: UInt64) -> UInt64 { rotated(value &* c2, 33) &* c1 }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var value = value ^ value >> 33
        value = value &* 0xff51_afd7_ed55_8ccd
        value ^= value >> 33
        value = value &* 0xc4ce_b9fe_1a85_ec53
        return value ^ value >> 33
    }

    private static func rotated(_ value: UInt64, _ count: UInt64) -> UInt64 { value << count | value >> (64 - count) }

    /// Up to 8 bytes, the first the lowest.
    private static func word(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> UInt64 {
        range.reversed().reduce(0) { $0 << 8 | UInt64(bytes[$1]) }
    }
}
