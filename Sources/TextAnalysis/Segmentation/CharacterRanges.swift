/// The characters of a text (extended grapheme clusters, UAX #29, as the standard library breaks them): where each lies
/// in the UTF-8.
package struct CharacterRanges: Sequence, IteratorProtocol {
    private let utf8: UnsafeBufferPointer<UInt8>
    private var position = 0

    /// `utf8` is valid and outlives this value.
    package init(_ utf8: UnsafeBufferPointer<UInt8>) {
        self.utf8 = utf8
    }

    package mutating func next() -> Range<Int>? {
        guard position < utf8.count else { return nil }
        let start = position
        var (scalar, end) = UTF8Bytes.scalar(in: utf8, at: start)
        var isPlain = NormalizedCharacters.isPlain(scalar)
        // Made only where it is needed, and told the first scalar then: see `NormalizedCharacters.gatherCluster`.
        var recognizer: Unicode._CharacterRecognizer?
        while end < utf8.count {
            let (following, next) = UTF8Bytes.scalar(in: utf8, at: end)
            let isNextPlain = NormalizedCharacters.isPlain(following)
            if isPlain && isNextPlain { break }
            guard let value = Unicode.Scalar(following) else { break }
            if recognizer == nil {
                recognizer = Unicode._CharacterRecognizer()
                if let first = Unicode.Scalar(scalar) { _ = recognizer?.hasBreak(before: first) }
            }
            if recognizer?.hasBreak(before: value) ?? true { break }
            (scalar, end, isPlain) = (following, next, false)
        }
        position = end
        return start..<end
    }
}
