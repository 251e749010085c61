/// Languages in Latin letters, told by n-grams: a logistic regression with hashed features. The weights lie in the
/// generated file beside this; the script that made it says what the features are.
enum LanguageProfiles {
    private static let buckets: UInt32 = 8192
    private static let longest = 3
    /// English is what a text of few letters is taken for: it is what most of them are in.
    private static let priorOfEnglish: Float = 2

    /// The index of the likeliest language and its probability.
    static func best(for utf8: UnsafeBufferPointer<UInt8>) -> (index: Int, probability: Float) {
        let (sums, count) = sums(of: utf8)
        let factor = scale / Float(max(1, count)).squareRoot()
        var scores = bias
        var highest = -Float.infinity
        var best = 0
        for index in scores.indices {
            // 48 is "0": see the data.
            scores[index] += (Float(sums[index]) - (48 + 31.5) * Float(count)) * factor
            if languages[index] == "en" { scores[index] += priorOfEnglish }
            if scores[index] > highest { (highest, best) = (scores[index], index) }
        }
        let total = scores.reduce(0) { $0 + Exponential.of($1 - highest) }
        return (best, 1 / total)
    }

    /// The sums of all n-grams' weights by language, and how many n-grams there are.
    private static func sums(of utf8: UnsafeBufferPointer<UInt8>) -> (SIMD16<UInt32>, count: Int) {
        weights.withUTF8Buffer { weights in
            let weights = UnsafeRawBufferPointer(weights)
            var sums = SIMD16<UInt32>()
            var count = 0
            // Hashes of the last one to three letters, and how many there are since the word began, its space with them.
            var hashes = SIMD4<UInt32>()
            var run = 0
            @inline(__always) func take(_ letter: UInt32) {
                hashes = SIMD4(0, hashes[0], hashes[1], 0) &* 0x9e37_79b1 &+ (letter + 1)
                run += 1
                for length in (letter == 0x20 ? 1 : 0)..<min(run, longest) {
                    var hash = hashes[length]
                    hash ^= hash >> 15
                    hash = hash &* 0x85eb_ca6b
                    hash ^= hash >> 13
                    let bucket = Int(hash & (buckets - 1))
                    sums &+= SIMD16(
                        truncatingIfNeeded: weights.loadUnaligned(
                            fromByteOffset: bucket * languages.count, as: SIMD16<UInt8>.self))
                    count += 1
                }
                if letter == 0x20 {
                    hashes = SIMD4(0x21, 0, 0, 0)
                    run = 1
                }
            }
            hashes[0] = 0x21
            run = 1
            var isBetween = true
            var position = 0
            while position < utf8.count {
                let (scalar, end) = UTF8Bytes.scalar(in: utf8, at: position)
                position = end
                if let letter = letter(scalar) {
                    take(letter)
                    isBetween = false
                } else if !isBetween {
                    take(0x20)
                    isBetween = true
                }
            }
            if !isBetween { take(0x20) }
            return (sums, count)
        }
    }

    /// A Latin letter or a mark on one, small; nil for anything else.
    @inline(__always)
    private static func letter(_ scalar: UInt32) -> UInt32? {
        if scalar < 0x80 {
            let small = scalar | 0x20
            return small &- 0x61 < 26 ? small : nil
        }
        switch scalar {
        case 0xd7, 0xf7: return nil
        case 0xc0...0x24f, 0x1e00...0x1eff: return CaseFolding.simple(scalar)
        case 0x300...0x36f: return scalar
        default: return nil
        }
    }
}

/// e to a power without the system's library.
private enum Exponential {
    /// For x of 0 and below.
    static func of(_ x: Float) -> Float {
        if x < -40 { return 0 }
        // (e^(x/1024))^1024, its series to the fourth power: exact to the sixth digit.
        let small = Double(x) / 1024
        var power = 1 + small * (1 + small / 2 * (1 + small / 3 * (1 + small / 4)))
        for _ in 0..<10 { power *= power }
        return Float(power)
    }
}
