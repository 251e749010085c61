/// The ids of `Segmentation.words`. Stable for ever: trained weights depend on them.
///
/// A word comes normalised, each of its decimal digits as 0 (Collobert et al. 2011): what a number means is seldom which
/// one it is. With `affixes` = n a step has K = 2 + 2n ids, all from the vocabulary, where each kind is spelt so that it
/// is no other:
///
/// - the word, "paris"; `Vocabulary.unknown` where it is not there;
/// - its first 1 ... n characters after a space, " pa";
/// - its last 1 ... n characters before a space, "is ";
/// - its shape between two spaces, " Xx ": runs of capitals as X, of other letters as x, of digits as 0, every other
///   character as it is, read from the original text, whose case the word may have lost.
///
/// A beginning or ending longer than the word, and one that the vocabulary does not have, is 0, which adds nothing to
/// the step's embedding. A character is a scalar here.
struct WordFeatures {
    private let affixes: Int
    /// The spelling of one feature at a time.
    private var spelling: [UInt8] = []

    init(affixes: Int) {
        self.affixes = affixes
    }

    /// Calls `body` with the spelling of each feature but the word itself; empty where the word is too short.
    mutating func forEach(
        of word: [UInt8], from original: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        let space = UInt8(ascii: " ")
        var end = 0
        for _ in 0..<affixes {
            spelling.removeAll(keepingCapacity: true)
            if end < word.count {
                end += 1
                while end < word.count, Self.continues(word[end]) { end += 1 }
                spelling.append(space)
                spelling += word[..<end]
            }
            spelling.withUnsafeBufferPointer(body)
        }
        var start = word.count
        for _ in 0..<affixes {
            spelling.removeAll(keepingCapacity: true)
            if start > 0 {
                start -= 1
                while start > 0, Self.continues(word[start]) { start -= 1 }
                spelling += word[start...]
                spelling.append(space)
            }
            spelling.withUnsafeBufferPointer(body)
        }
        spellShape(of: original)
        spelling.withUnsafeBufferPointer(body)
    }

    /// Appends the ids of a word's features but its own.
    mutating func append(
        of word: [UInt8], from original: UnsafeBufferPointer<UInt8>, vocabulary: Vocabulary, to ids: inout [Int32]
    ) {
        forEach(of: word, from: original) { spelling in
            let id = spelling.isEmpty ? 0 : vocabulary.id(utf8: spelling, hash: TokenHash(of: spelling).value)
            ids.append(id == Vocabulary.unknown ? 0 : id)
        }
    }

    private mutating func spellShape(of original: UnsafeBufferPointer<UInt8>) {
        spelling.removeAll(keepingCapacity: true)
        spelling.append(UInt8(ascii: " "))
        var previous: UInt32?
        for scalar in String(decoding: original, as: UTF8.self).unicodeScalars {
            let sign = Self.shape(of: scalar)
            // What is not a letter or a digit is told apart by how often it comes.
            if sign == previous, sign != scalar.value || sign == 0x30 { continue }
            UTF8Bytes.forEach(of: sign) { spelling.append($0) }
            previous = sign
        }
        spelling.append(UInt8(ascii: " "))
    }

    private static func shape(of scalar: Unicode.Scalar) -> UInt32 {
        if isDigit(scalar.value) { return 0x30 }
        let properties = scalar.properties
        if properties.isUppercase { return 0x58 }
        return isPartOfWord(scalar.value) ? 0x78 : scalar.value
    }

    private static func continues(_ byte: UInt8) -> Bool { byte & 0xc0 == 0x80 }

    /// General category Nd.
    static func isDigit(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return scalar &- 0x30 < 10 }
        return Unicode.Scalar(scalar)?.properties.generalCategory == .decimalNumber
    }

    /// A letter, a mark or a number.
    static func isPartOfWord(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return scalar &- 0x30 < 10 || scalar | 0x20 &- 0x61 < 26 }
        switch Unicode.Scalar(scalar)?.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
            return true
        default: return false
        }
    }
}
