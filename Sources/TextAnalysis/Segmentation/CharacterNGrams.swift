/// The ids of `Segmentation.characterNGrams`. Stable for ever: trained weights depend on them.
///
/// A text, once normalised, is a sequence of characters (extended grapheme clusters) c₀ c₁ … ; there is one step a
/// character. With `buckets` = [b₂, b₃, …] (one entry for each n-gram length 2, 3, …) a step has
/// K = 1 + buckets.count ids:
///
/// - the first is the character's own: from the vocabulary, whose ids are 0 ..< V (0 padding, 1 unknown);
/// - the one for length n is of the n characters that **end** at this step, so that a step never looks ahead: the
///   vocabulary's where it has that n-gram as a token, else V + b₂ + … + bₙ₋₁ + bucket where bₙ > 0, else 0, which adds
///   nothing to the step's embedding. The bucket ranges follow the vocabulary, one n after another, so ids are
///   0 ..< V + Σ b.
///
/// The beginning of the text counts as a space before c₀: a word begins in the same way everywhere. An n-gram that
/// would reach before that space has id 0.
///
/// N-grams are told apart by 64-bit hashes of their UTF-8 alone. All arithmetic is on unsigned 64-bit integers that
/// wrap around:
///
///     hash(bytes)   = h = 0, then for each byte h = h * 0x9e3779b97f4a7c15 + byte + 1
///     mix(x)        = x ^= x >> 32;  x *= 0xd6e8feb86659fd93;  x ^= x >> 32
///     bucket        = (mix(hash(n-gram)) >> 32) * bₙ >> 32
///
/// The same definition in Python is `Tests/Goldens/ngrams/ngrams.py`, and the tests hold the two equal.
struct CharacterNGrams {
    /// For each n-gram length 2, 3, …: the first id of its range, and how many buckets there are.
    private let ranges: [(base: UInt64, count: UInt64)]
    /// The characters before the step, the nearest first; nil where there is nothing, not even the beginning.
    private var previous: [TokenHash?]

    /// `buckets` are each in 0 ... 2³¹ - 1, and the sum with `vocabularySize` is below 2³¹: `TextPipeline` checks it.
    init(buckets: [Int], vocabularySize: Int) {
        var base = vocabularySize
        var ranges: [(base: UInt64, count: UInt64)] = []
        for count in buckets {
            ranges.append((UInt64(base), UInt64(count)))
            base += count
        }
        self.ranges = ranges
        previous = Array(repeating: nil, count: buckets.count)
        if !previous.isEmpty { previous[0] = .beginning }
    }

    /// Calls `body` with the index of the length (0 for 2 characters) and the hash of each n-gram that ends with this
    /// character, then moves on.
    @inline(__always)
    mutating func forEachNGram(endingWith character: TokenHash, _ body: (Int, UInt64?) -> Void) {
        var gram = character
        for index in previous.indices {
            guard let before = previous[index] else {
                body(index, nil)
                continue
            }
            gram = before.followed(by: gram)
            body(index, gram.value)
        }
        var carried: TokenHash? = character
        for index in previous.indices { swap(&carried, &previous[index]) }
    }

    /// Appends the ids of lengths 2, 3, … for the next character, and moves on.
    mutating func append(_ character: TokenHash, vocabulary: Vocabulary, to ids: inout [Int32]) {
        let ranges = ranges
        forEachNGram(endingWith: character) { index, hash in
            guard let hash else {
                ids.append(0)
                return
            }
            let known = vocabulary.id(hash: hash)
            if known != Vocabulary.unknown {
                ids.append(known)
            } else if ranges[index].count > 0 {
                let bucket = ((TokenHash.mix(hash) >> 32) &* ranges[index].count) >> 32
                ids.append(Int32(truncatingIfNeeded: ranges[index].base + bucket))
            } else {
                ids.append(0)
            }
        }
    }
}

/// The hash of some bytes, as `CharacterNGrams` defines it, in a form that two of them can be joined.
struct TokenHash: Sendable, Equatable {
    private static let multiplier: UInt64 = 0x9e37_79b9_7f4a_7c15

    private(set) var value: UInt64 = 0
    /// The multiplier to the power of the number of bytes.
    private var power: UInt64 = 1

    static let beginning = TokenHash(of: " ".utf8)

    init() {}

    init(of bytes: some Sequence<UInt8>) {
        for byte in bytes { append(byte) }
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        value = value &* Self.multiplier &+ UInt64(byte) &+ 1
        power = power &* Self.multiplier
    }

    /// The hash of these bytes with others after them.
    @inline(__always)
    func followed(by other: TokenHash) -> TokenHash {
        var joined = TokenHash()
        joined.value = value &* other.power &+ other.value
        joined.power = power &* other.power
        return joined
    }

    /// Spreads a hash over all 64 bits.
    @inline(__always)
    static func mix(_ value: UInt64) -> UInt64 {
        var x = value
        x ^= x >> 32
        x = x &* 0xd6e8_feb8_6659_fd93
        return x ^ (x >> 32)
    }
}
