/// How a text becomes the ids that a model reads: normalisation, then segmentation, then a vocabulary.
///
/// It is stored in the model directory, so that serving does exactly what training did.
package struct TextPipelineConfiguration: Sendable, Equatable {
    package var normalization: NormalizationOptions
    package var segmentation: Segmentation
    /// The most steps a model reads; what follows is left out and the answer says so (`truncated`).
    package var maximumLength: Int

    package init(normalization: NormalizationOptions, segmentation: Segmentation, maximumLength: Int) {
        self.normalization = normalization
        self.segmentation = segmentation
        self.maximumLength = maximumLength
    }
}

/// Applied in this order: lower case, NFC, white space, repeats (`NormalizedCharacters` says why).
package struct NormalizationOptions: Sendable, Equatable {
    /// Unicode Normalization Form C (UAX #15).
    package var nfc: Bool
    package var lowercase: Bool
    /// A run of white space becomes one space; white space at either end is dropped.
    package var foldWhiteSpace: Bool
    /// White space is left out altogether: what a text is made of where its spaces are what is looked for.
    package var dropWhiteSpace: Bool
    /// A character repeated more than this many times in a row is cut to this many (ㅋㅋㅋㅋㅋ → ㅋㅋㅋ at 3). Nil: never.
    package var foldRepeats: Int?

    package init(
        nfc: Bool = true, lowercase: Bool = true, foldWhiteSpace: Bool = true, dropWhiteSpace: Bool = false,
        foldRepeats: Int? = 3
    ) {
        self.nfc = nfc
        self.lowercase = lowercase
        self.foldWhiteSpace = foldWhiteSpace
        self.dropWhiteSpace = dropWhiteSpace
        self.foldRepeats = foldRepeats
    }
}

package enum Segmentation: Sendable, Equatable {
    /// Tokens between white space.
    case whiteSpace
    /// Extended grapheme clusters (UAX #29).
    case character
    /// Hangul syllables as their conjoining jamo, everything else by grapheme.
    case jamo
    /// One step a character; its ids are the character's own (from the vocabulary) and, for each further n-gram
    /// length, that of the n-gram that **ends** at it, so that a step never looks ahead: from the vocabulary, where
    /// `FrequentNGrams` may have put it, else a hash bucket. `buckets[i]` is the number of buckets for n-grams of
    /// length i + 2; with 0 an n-gram that is not in the vocabulary adds nothing. See `CharacterNGrams`.
    case characterNGrams(buckets: [Int])
    /// What lies between white space, with punctuation and signs at either end of it as steps of their own. A step's
    /// ids are those of the word, of its beginnings and endings of 1 ... `affixes` characters, and of its shape, all
    /// from the vocabulary. See `WordFeatures`.
    case words(affixes: Int)
}

/// What a pipeline makes of a text: `count` steps of `width` ids each, row-major.
package struct EncodedText: Sendable, Equatable {
    package var ids: [Int32]
    package var width: Int
    /// Tokens that the vocabulary does not have.
    package var unknown: Int
    package var truncated: Bool
    package var count: Int { width == 0 ? 0 : ids.count / width }

    package init(ids: [Int32], width: Int, unknown: Int, truncated: Bool) {
        self.ids = ids
        self.width = width
        self.unknown = unknown
        self.truncated = truncated
    }
}
