/// What canonical normalisation (UAX #15) must know of a code point. The data lies in the generated files beside this.
///
/// Scalars are plain `UInt32`s here; each is in 0 ... 0x10FFFF and no surrogate.
enum CanonicalTables {
    /// How a scalar behaves next to others.
    struct Properties: Equatable {
        /// Canonical_Combining_Class; 0 is a starter.
        var combiningClass: UInt8
        /// NFC_Quick_Check is Maybe: it may compose with a scalar before it.
        var mayCompose: Bool
        /// NFC_Quick_Check is No: no text in NFC has it.
        var changes: Bool
    }

    /// Nil for a stable starter: in NFC by itself, and never changed by what comes before it. Nearly all are.
    static func properties(of scalar: UInt32) -> Properties? {
        let page = Int(scalar >> 8)
        guard page / 64 < unstablePages.count, unstablePages[page / 64] >> UInt64(page % 64) & 1 == 1 else {
            return nil
        }
        let index = firstIndex(in: unstable.count) { unstable[$0] >> 32 > UInt64(scalar) } - 1
        guard index >= 0 else { return nil }
        let range = unstable[index]
        guard UInt64(scalar) - range >> 32 <= range >> 16 & 0xffff else { return nil }
        return Properties(
            combiningClass: UInt8(truncatingIfNeeded: range), mayCompose: range >> 8 & 1 == 1,
            changes: range >> 9 & 1 == 1)
    }

    /// The full canonical decomposition, in the order of the data (not yet the canonical order), one scalar a call.
    static func decompose(_ scalar: UInt32, _ emit: (UInt32) -> Void) {
        if HangulSyllable.range.contains(scalar) {
            HangulSyllable.decompose(scalar, emit)
            return
        }
        let index = firstIndex(in: mappings.count) { mappings[$0] >> 42 >= UInt64(scalar) }
        guard index < mappings.count, mappings[index] >> 42 == UInt64(scalar) else {
            emit(scalar)
            return
        }
        // The data has no cycles, and no chain is longer than three.
        decompose(UInt32(mappings[index] >> 21 & 0x1f_ffff), emit)
        let second = UInt32(mappings[index] & 0x1f_ffff)
        if second != 0 { decompose(second, emit) }
    }

    /// The primary composite of two scalars, if there is one.
    static func compose(_ first: UInt32, _ second: UInt32) -> UInt32? {
        if let syllable = HangulSyllable.compose(first, second) { return syllable }
        let pair = UInt64(first) << 21 | UInt64(second)
        let pairMask: UInt64 = 1 << 42 - 1
        let index = firstIndex(in: compositions.count) { mappings[Int(compositions[$0])] & pairMask >= pair }
        guard index < compositions.count else { return nil }
        let mapping = mappings[Int(compositions[index])]
        return mapping & pairMask == pair ? UInt32(mapping >> 42) : nil
    }

    /// The first index in 0 ..< count at which `holds` is true, or count; it is false before that index and true after.
    private static func firstIndex(in count: Int, where holds: (Int) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

/// The arithmetic of precomposed Hangul syllables (The Unicode Standard, section 3.12).
enum HangulSyllable {
    static let range: ClosedRange<UInt32> = 0xac00...0xd7a3

    private static let leading: UInt32 = 0x1100
    private static let vowel: UInt32 = 0x1161
    /// One before the first trailing consonant: index 0 is a syllable without one.
    private static let trailing: UInt32 = 0x11a7
    private static let vowels: UInt32 = 21
    private static let trailings: UInt32 = 28

    /// Two or three conjoining jamo.
    static func decompose(_ syllable: UInt32, _ emit: (UInt32) -> Void) {
        let index = syllable - range.lowerBound
        emit(leading + index / (vowels * trailings))
        emit(vowel + index % (vowels * trailings) / trailings)
        if index % trailings != 0 { emit(trailing + index % trailings) }
    }

    static func compose(_ first: UInt32, _ second: UInt32) -> UInt32? {
        if (leading..<leading + 19).contains(first), (vowel..<vowel + vowels).contains(second) {
            return range.lowerBound + ((first - leading) * vowels + second - vowel) * trailings
        }
        if range.contains(first), (first - range.lowerBound) % trailings == 0,
            (trailing + 1..<trailing + trailings).contains(second)
        {
            return first + second - trailing
        }
        return nil
    }

    /// Hangul jamo that join into syllables: the blocks Hangul Jamo and its two extensions.
    static func isConjoiningJamo(_ scalar: UInt32) -> Bool {
        (0x1100...0x11ff).contains(scalar) || (0xa960...0xa97c).contains(scalar) || (0xd7b0...0xd7fb).contains(scalar)
    }
}

extension HangulSyllable {
    /// The indices of a syllable's jamo: 19 leading consonants from ㄱ, 21 vowels from ㅏ, trailing consonants from ㄱ = 1,
    /// 0 for none. Nil for what is no precomposed syllable.
    static func parts(of scalar: UInt32) -> (leading: UInt32, vowel: UInt32, trailing: UInt32)? {
        guard range.contains(scalar) else { return nil }
        let index = scalar - range.lowerBound
        return (index / 588, index % 588 / 28, index % 28)
    }
}
