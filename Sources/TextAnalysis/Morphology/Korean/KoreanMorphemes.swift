/// Morphemes of Korean where no dictionary is at hand: from what a tagger says of a stretch of text, the values that
/// mecab-ko-dic would give it.
package enum KoreanMorphemes {
    /// Whether it is a tag of mecab-ko-dic, or several joined by `+`.
    package static func isTag(_ tag: String) -> Bool {
        !tag.isEmpty
            && tag.split(separator: "+", omittingEmptySubsequences: false).allSatisfy {
                KoreanTag.all[String($0)] != nil
            }
    }

    /// What a contraction is made of is looked up among the frequent ones (`KoreanForms`), and worked out by rule
    /// (`Contraction`) where it is not there; where neither knows, the morpheme is left whole.
    ///
    /// - Parameters:
    ///   - surface: as it stands in the text.
    ///   - range: where it stands, UTF-8 offsets.
    ///   - tag: such as VV or VV+EP.
    package static func morpheme(surface: String, range: Range<Int>, tag: String) -> Morpheme {
        let parts = KoreanForms.parts(of: surface, tag: tag) ?? Contraction.parts(of: surface, tag: tag) ?? []
        return KoreanFeatures(
            tag: tag, expression: parts, composition: tag.contains("+") || parts.count == 1 ? .inflected : .compound
        ).morpheme(surface: surface, range: range, isUnknown: tag == "UNKNOWN")
    }
}
