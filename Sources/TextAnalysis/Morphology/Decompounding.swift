/// What becomes of morphemes that are made of parts: the three modes of Lucene's nori analyser.
package enum Decompounding: String, Sendable, CaseIterable {
    /// They stay as they are.
    case none
    /// Each stays, and its parts follow it.
    case mixed
    /// Their parts stand in their place.
    case discard

    package func apply(to morphemes: [Morpheme]) -> [Morpheme] {
        guard self != .none, morphemes.contains(where: { !$0.parts.isEmpty }) else { return morphemes }
        return morphemes.flatMap { morpheme in
            if morpheme.parts.isEmpty { return [morpheme] }
            return (self == .mixed ? [morpheme] : []) + morpheme.parts.map { $0.morpheme(of: morpheme) }
        }
    }
}

extension Morpheme.Part {
    /// The part as a morpheme of its own. Its surface is its form, which in a contraction is not what the text has there.
    fileprivate func morpheme(of whole: Morpheme) -> Morpheme {
        KoreanFeatures(tag: tag, expression: [], composition: .simple)
            .morpheme(surface: form, range: range, isUnknown: whole.isUnknown)
    }
}
