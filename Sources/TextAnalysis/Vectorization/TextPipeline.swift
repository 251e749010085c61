/// From a text to the ids that a model reads: normalisation, segmentation, vocabulary. Immutable and shared.
package struct TextPipeline: Sendable, Equatable {
    package let configuration: TextPipelineConfiguration
    package let vocabulary: Vocabulary
    /// Ids a step.
    package let width: Int
    /// Ids are 0 ..< idCount: the vocabulary, then the hash buckets of n-grams.
    package let idCount: Int

    package init(
        configuration: TextPipelineConfiguration, vocabulary: Vocabulary
    ) throws(TextPipelineError) {
        try configuration.validate()
        self.configuration = configuration
        self.vocabulary = vocabulary
        switch configuration.segmentation {
        case .characterNGrams(let buckets):
            width = 1 + buckets.count
            idCount = buckets.reduce(vocabulary.count, +)
            guard idCount <= Int(Int32.max) else {
                throw TextPipelineError(
                    field: "segmentation.buckets",
                    reason: "makes \(idCount) ids with the vocabulary; expected at most \(Int32.max)")
            }
        case .words(let affixes):
            width = 2 + 2 * affixes
            idCount = vocabulary.count
        case .whiteSpace, .character, .jamo:
            width = 1
            idCount = vocabulary.count
        }
    }

    /// Reads the text only as far as `maximumLength` steps.
    package func encode(_ text: String) -> EncodedText {
        var text = text
        return text.withUTF8 { encode(utf8: $0) { _ in } }
    }

    /// The same, and where each step lies in the original text: UTF-8 offsets, end-exclusive.
    package func encodeWithRanges(_ text: String) -> (text: EncodedText, ranges: [Range<Int>]) {
        var text = text
        return text.withUTF8 { utf8 in
            var ranges: [Range<Int>] = []
            let encoded = encode(utf8: utf8) { ranges.append($0) }
            return (encoded, ranges)
        }
    }

    @inline(__always)
    private func encode(utf8: UnsafeBufferPointer<UInt8>, _ place: (Range<Int>) -> Void) -> EncodedText {
        let limit = configuration.maximumLength
        var reader = TokenReader(utf8, configuration: configuration)
        var ids: [Int32] = []
        // No text has more tokens than bytes, but for syllables cut into three jamo of three bytes.
        ids.reserveCapacity(min(limit, utf8.count) * width)
        var grams: CharacterNGrams?
        var features: WordFeatures?
        switch configuration.segmentation {
        case .characterNGrams(let buckets):
            grams = CharacterNGrams(buckets: buckets, vocabularySize: vocabulary.count)
        case .words(let affixes): features = WordFeatures(affixes: affixes)
        case .whiteSpace, .character, .jamo: break
        }
        var unknown = 0
        var steps = 0
        while reader.next() {
            guard steps < limit else {
                return EncodedText(ids: ids, width: width, unknown: unknown, truncated: true)
            }
            let id =
                if let scalar = reader.scalar {
                    vocabulary.id(scalar: scalar)
                } else {
                    reader.utf8.withUnsafeBufferPointer { vocabulary.id(utf8: $0, hash: reader.hash.value) }
                }
            if id == Vocabulary.unknown { unknown += 1 }
            ids.append(id)
            grams?.append(reader.hash, vocabulary: vocabulary, to: &ids)
            features?.append(
                of: reader.utf8, from: UnsafeBufferPointer(rebasing: utf8[reader.range]), vocabulary: vocabulary,
                to: &ids)
            place(reader.range)
            steps += 1
        }
        return EncodedText(ids: ids, width: width, unknown: unknown, truncated: false)
    }

    /// A text without its token at `step`, which there is: its step is gone, and of the steps after it every n-gram that
    /// held the token. Tokens that stand side by side only now make no new n-gram.
    package func leavingOut(_ step: Int, of text: EncodedText) -> EncodedText {
        var shorter = text
        shorter.ids.removeSubrange(step * width..<(step + 1) * width)
        guard case .characterNGrams = configuration.segmentation else { return shorter }
        for distance in 1..<max(width, 1) where step + distance < text.count {
            // The n-gram of n characters is the id n − 1, and reaches as many steps back.
            for index in distance..<width { shorter.ids[(step + distance - 1) * width + index] = 0 }
        }
        return shorter
    }

    /// All tokens of a text, `maximumLength` or not.
    package func tokens(of text: String) -> [String] {
        var text = text
        return text.withUTF8 { utf8 in
            var reader = TokenReader(utf8, configuration: configuration)
            var tokens: [String] = []
            while reader.next() { tokens.append(reader.text) }
            return tokens
        }
    }

    /// Where each token of `tokens(of:)`, up to so many, lies in the original text: UTF-8 offsets, end-exclusive.
    package func tokenRanges(of text: String, atMost count: Int = .max) -> [Range<Int>] {
        var text = text
        return text.withUTF8 { utf8 in
            var reader = TokenReader(utf8, configuration: configuration)
            var ranges: [Range<Int>] = []
            while ranges.count < count, reader.next() { ranges.append(reader.range) }
            return ranges
        }
    }

    /// The whole text as it is before segmentation.
    package func normalized(_ text: String) -> String {
        configuration.normalization.normalized(text)
    }
}

extension NormalizationOptions {
    /// The text with these options applied. Applying them again changes nothing.
    package func normalized(_ text: String) -> String {
        var text = text
        return text.withUTF8 { utf8 in
            var characters = NormalizedCharacters(utf8, options: self)
            var bytes: [UInt8] = []
            bytes.reserveCapacity(utf8.count)
            while characters.next() {
                if characters.cluster.isEmpty {
                    UTF8Bytes.forEach(of: characters.first.value) { bytes.append($0) }
                } else {
                    for scalar in characters.cluster { UTF8Bytes.forEach(of: scalar) { bytes.append($0) } }
                }
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }
}

/// Why a pipeline cannot be.
package struct TextPipelineError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The field of the configuration, as it is named in config.json.
    package let field: String
    /// What came and what was expected.
    package let reason: String

    package init(field: String, reason: String) {
        self.field = field
        self.reason = reason
    }

    package var description: String { "\(field) \(reason)" }
}

extension TextPipelineConfiguration {
    /// Lengths in 1 ... 1,000,000, at most 15 n-gram lengths, each with 0 ... 2³¹ - 1 buckets, and affixes of at most 15.
    package func validate() throws(TextPipelineError) {
        guard (1...1_000_000).contains(maximumLength) else {
            throw TextPipelineError(
                field: "maximum_length", reason: "is \(maximumLength); expected 1 to 1000000 steps")
        }
        if let repeats = normalization.foldRepeats, repeats < 1 {
            throw TextPipelineError(
                field: "normalization.fold_repeats", reason: "is \(repeats); expected at least 1, or null for never")
        }
        if case .words(let affixes) = segmentation, !(0...15).contains(affixes) {
            throw TextPipelineError(
                field: "segmentation.affixes", reason: "is \(affixes); expected 0 to 15 characters")
        }
        guard case .characterNGrams(let buckets) = segmentation else { return }
        guard (1...15).contains(buckets.count) else {
            throw TextPipelineError(
                field: "segmentation.buckets",
                reason: "has \(buckets.count) entries; expected 1 to 15, the first for n-grams of 2 characters")
        }
        for (index, count) in buckets.enumerated() where count < 0 || count > Int(Int32.max) {
            throw TextPipelineError(
                field: "segmentation.buckets",
                reason: "is \(count) for n-grams of \(index + 2) characters; expected 0 (only those in the vocabulary) "
                    + "to \(Int32.max)")
        }
    }
}
