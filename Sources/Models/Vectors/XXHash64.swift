import Numerics

/// XXH64 (Yann Collet, "xxHash fast digest algorithm", specification 0.1) with the seed 0: what `xxhsum -H64` prints.
/// It tells damage, not malice.
enum XXHash64 {
    /// Gives pages back as they have been read.
    static func hash(_ file: MappedFile) -> UInt64 {
        file.withUnsafeBytes { bytes in
            var lanes = Lanes()
            var start = 0
            while start + 32 <= bytes.count {
                // A whole number of stripes.
                let end = min(start + 1 << 24, bytes.count / 32 * 32)
                lanes.add(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
                file.release(start..<end)
                start = end
            }
            return finished(bytes.count >= 32 ? lanes.merged : p5, bytes, from: start)
        }
    }

    private struct Lanes {
        var v1 = p1 &+ p2
        var v2 = p2
        var v3: UInt64 = 0
        var v4 = 0 &- p1

        mutating func add(_ stripes: UnsafeRawBufferPointer) {
            var (v1, v2, v3, v4) = (v1, v2, v3, v4)
            for start in stride(from: 0, to: stripes.count, by: 32) {
                v1 = round(v1, word(stripes, start))
                v2 = round(v2, word(stripes, start + 8))
                v3 = round(v3, word(stripes, start + 16))
                v4 = round(v4, word(stripes, start + 24))
            }
            (self.v1, self.v2, self.v3, self.v4) = (v1, v2, v3, v4)
        }

        var merged: UInt64 {
            let sum = rotated(v1, 1) &+ rotated(v2, 7) &+ rotated(v3, 12) &+ rotated(v4, 18)
            return [v1, v2, v3, v4].reduce(sum) { ($0 ^ round(0, $1)) &* p1 &+ p4 }
        }
    }

    private static func finished(_ hash: UInt64, _ bytes: UnsafeRawBufferPointer, from start: Int) -> UInt64 {
        var hash = hash &+ UInt64(bytes.count)
        var start = start
        while start + 8 <= bytes.count {
            hash = rotated(hash ^ round(0, word(bytes, start)), 27) &* p1 &+ p4
            start += 8
        }
        if start + 4 <= bytes.count {
            let half = UInt64(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt32.self)))
            hash = rotated(hash ^ half &* p1, 23) &* p2 &+ p3
            start += 4
        }
        while start < bytes.count {
            hash = rotated(hash ^ UInt64(bytes[start]) &* p5, 11) &* p1
            start += 1
        }
        hash = (hash ^ hash >> 33) &* p2
        hash = (hash ^ hash >> 29) &* p3
        return hash ^ hash >> 32
    }

    private static let p1: UInt64 = 0x9e37_79b1_85eb_ca87
    private static let p2: UInt64 = 0xc2b2_ae3d_27d4_eb4f
    private static let p3: UInt64 = 0x1656_67b1_9e37_79f9
    private static let p4: UInt64 = 0x85eb_ca77_c2b2_ae63
    private static let p5: UInt64 = 0x27d4_eb2f_1656_67c5

    private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 { rotated(lane &+ word &* p2, 31) &* p1 }

    private static func rotated(_ value: UInt64, _ count: UInt64) -> UInt64 { value << count | value >> (64 - count) }

    private static func word(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
    }
}
