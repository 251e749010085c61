/// The hashed character n-grams of `Segmentation.characterNGrams`. Stable for ever: trained weights depend on it.
///
/// A text, once normalised, is a sequence of characters (extended grapheme clusters) c₀ c₁ … ; there is one step a
/// character. With `buckets` = [b₂, b₃, …] (one entry for each n-gram length 2, 3, …) a step has
/// K = 1 + buckets.count ids:
///
/// - id 0 of the row is the character's own: from the vocabulary, whose ids are 0 ..< V (0 padding, 1 unknown);
/// - the id for length n is V + b₂ + … + bₙ₋₁ + bucket, where bucket comes from the hash of the n characters that
///   **end** at this step, so that a step never looks ahead. The bucket ranges follow the vocabulary, one n after
///   another, so ids are 0 ..< V + Σ b.
///
/// The beginning of the text counts as one boundary character before c₀. An n-gram that would reach before that
/// boundary has id 0, which adds nothing to the step's embedding.
///
/// All arithmetic is on unsigned 64-bit integers that wrap around:
///
///     characterHash(c) = FNV-1a over the UTF-8 bytes of c: h = 0xcbf29ce484222325, then for each byte
///                        h = (h ^ byte) * 0x100000001b3. The boundary's is that of no bytes: 0xcbf29ce484222325.
///     mix(x)           = x ^= x >> 32;  x *= 0x9e3779b97f4a7c15;  x ^= x >> 32
///     hash of 1        = mix(characterHash(c_t))
///     hash of n        = mix(hash of n-1 ^ characterHash(c_{t-n+1}))        going backwards from the step
///     bucket           = ((hash of n) >> 32) * bₙ >> 32
///
/// FNV-1a is by Fowler, Noll and Vo (draft-eastlake-fnv); the multiplier is 2⁶⁴ over the golden ratio. The same
/// definition in Python is `Tests/Goldens/ngrams/ngrams.py`, and the tests hold the two equal.
struct CharacterNGrams {
    static let boundary: UInt64 = 0xcbf2_9ce4_8422_2325

    /// For each n-gram length 2, 3, …: the first id of its range, and how many buckets there are.
    let ranges: [(base: UInt64, count: UInt64)]
    /// One more than the greatest id.
    let idCount: Int
    /// Hashes of the boundary and of the characters so far.
    private var hashes: [UInt64] = [Self.boundary]

    /// `buckets` are each in 1 ... 2³¹ - 1, and the sum with `vocabularySize` is below 2³¹: `TextPipeline` checks it.
    init(buckets: [Int], vocabularySize: Int) {
        var base = vocabularySize
        var ranges: [(base: UInt64, count: UInt64)] = []
        for count in buckets {
            ranges.append((UInt64(base), UInt64(count)))
            base += count
        }
        self.ranges = ranges
        idCount = base
    }

    /// Appends the ids of lengths 2, 3, … for the next character, whose hash this is, and moves on.
    mutating func append(_ hash: UInt64, to ids: inout [Int32]) {
        var gram = Self.mix(hash)
        var before = hashes.count - 1
        for range in ranges {
            guard before >= 0 else {
                ids.append(0)
                continue
            }
            gram = Self.mix(gram ^ hashes[before])
            ids.append(Int32(truncatingIfNeeded: range.base + ((gram >> 32) &* range.count) >> 32))
            before -= 1
        }
        hashes.append(hash)
    }

    @inline(__always)
    static func mix(_ value: UInt64) -> UInt64 {
        var x = value
        x ^= x >> 32
        x = x &* 0x9e37_79b9_7f4a_7c15
        return x ^ (x >> 32)
    }

    /// One byte more of a character's hash, which starts as `boundary`.
    @inline(__always)
    static func hash(_ hash: UInt64, adding byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
}
