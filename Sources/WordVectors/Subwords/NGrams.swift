/// n-grams of characters, each called as a range of the bytes.
enum NGrams {
    /// As fastText goes through `<word>`: from each character on, n-grams from short to long; the signs around the word
    /// alone are none, unless `withSigns`.
    static func forEach(
        of wrapped: [UInt8], lengths: ClosedRange<Int>, withSigns: Bool = false, _ body: (Range<Int>) -> Void
    ) {
        for start in wrapped.indices where !isContinuation(wrapped[start]) {
            var end = start
            var length = 0
            while end < wrapped.count, length < lengths.upperBound {
                end = following(end, in: wrapped)
                length += 1
                let isSign = !withSigns && length == 1 && (start == 0 || end == wrapped.count)
                if length >= lengths.lowerBound, !isSign { body(start..<end) }
            }
        }
    }

    /// Where the character at `index` ends.
    static func following(_ index: Int, in bytes: [UInt8]) -> Int {
        var next = index + 1
        while next < bytes.count, isContinuation(bytes[next]) { next += 1 }
        return next
    }

    private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xc0 == 0x80 }
}

enum FNV {
    /// FNV-1a in 32 bits as fastText has it: bytes above 127 are sign-extended.
    static func hash(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        var hash: UInt32 = 2_166_136_261
        for byte in bytes {
            hash ^= UInt32(bitPattern: Int32(Int8(bitPattern: byte)))
            hash = hash &* 16_777_619
        }
        return hash
    }

    /// FNV-1a in 64 bits as finalfusion has it: over the number of scalars in 8 bytes, then each of them in 4.
    static func hash(scalars: some Sequence<Unicode.Scalar>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func add(_ value: UInt64, bytes: Int) {
            for index in 0..<bytes {
                hash ^= value >> UInt64(8 * index) & 0xff
                hash = hash &* 0x100_0000_01b3
            }
        }
        let values = scalars.map { UInt64($0.value) }
        add(UInt64(values.count), bytes: 8)
        for value in values { add(value, bytes: 4) }
        return hash
    }
}
