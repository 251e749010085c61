/// The bytes of tensors as numbers and back. Little-endian on both sides, as all our platforms are.
enum Elements {
    /// IEEE 754 binary16. `bytes.count` is a multiple of 2.
    static func float16(_ bytes: UnsafeRawBufferPointer) -> [Float] {
        widened(bytes) { half in
            let magnitude = UInt32(half & 0x7fff) << 13
            // The exponent is re-biased by a multiplication, which is exact and mends subnormals on the way.
            var value = (Float(bitPattern: magnitude) * Float(bitPattern: 0x7780_0000)).bitPattern
            if magnitude >= 0x0f80_0000 { value |= 0x7f80_0000 }
            return Float(bitPattern: value | UInt32(half & 0x8000) << 16)
        }
    }

    /// bfloat16: the upper half of a binary32. `bytes.count` is a multiple of 2.
    static func bfloat16(_ bytes: UnsafeRawBufferPointer) -> [Float] {
        widened(bytes) { Float(bitPattern: UInt32($0) << 16) }
    }

    /// `bytes.count` is a multiple of the value's size.
    static func values<Value: BitwiseCopyable>(_ bytes: UnsafeRawBufferPointer) -> [Value] {
        let count = bytes.count / MemoryLayout<Value>.stride
        return [Value](unsafeUninitializedCapacity: count) { values, initialized in
            UnsafeMutableRawBufferPointer(values).copyMemory(from: bytes)
            initialized = count
        }
    }

    /// Neither infinite nor no number.
    static func areFinite(_ values: [Float]) -> Bool {
        // Without an early exit, so that the loop becomes vector code.
        var worst: UInt32 = 0
        for value in values { worst = max(worst, value.bitPattern & 0x7f80_0000) }
        return worst != 0x7f80_0000
    }

    static func bytes<Value: BitwiseCopyable>(_ values: [Value]) -> [UInt8] {
        values.withUnsafeBytes(Array.init)
    }

    /// To binary16, rounded to the nearest, ties to even. What is too large becomes infinite.
    static func float16Bytes(_ values: [Float]) -> [UInt8] {
        bytes(values.map(float16Bits))
    }

    static func float16Bits(_ value: Float) -> UInt16 {
        let sign = UInt16(truncatingIfNeeded: value.bitPattern >> 16) & 0x8000
        let magnitude = value.bitPattern & 0x7fff_ffff
        if magnitude > 0x7f80_0000 { return sign | 0x7e00 }
        // 65520 and more round to infinity.
        if magnitude >= 0x477f_f000 { return sign | 0x7c00 }
        if magnitude < 0x3880_0000 {
            // Below 2⁻¹⁴ the unit is 2⁻²⁴: adding 1/2 puts just those bits at the end of the sum, rounded by the hardware.
            let sum = Float(bitPattern: magnitude) + 0.5
            return sign | UInt16(truncatingIfNeeded: sum.bitPattern &- Float(0.5).bitPattern)
        }
        let rounded = magnitude &+ 0x0fff &+ (magnitude >> 13 & 1)
        return sign | UInt16(truncatingIfNeeded: (rounded &- 0x3800_0000) >> 13)
    }

    private static func widened(_ bytes: UnsafeRawBufferPointer, _ widen: (UInt16) -> Float) -> [Float] {
        let count = bytes.count / 2
        return [Float](unsafeUninitializedCapacity: count) { values, initialized in
            for index in 0..<count {
                values[index] = widen(bytes.loadUnaligned(fromByteOffset: 2 * index, as: UInt16.self))
            }
            initialized = count
        }
    }
}
