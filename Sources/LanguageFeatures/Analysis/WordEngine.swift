package import TextAnalysis

/// Cuts a text into words and punctuation alone (UAX #29), in any language.
package struct WordEngine: AnalysisEngine {
    package let name = "words"

    package init() {}

    package var stopTags: PartOfSpeechFilter { PartOfSpeechFilter(tags: [UniversalTag.punctuation.rawValue]) }
    package var stopWords: StopWords.List? { nil }

    package func morphemes(of text: String) -> [CostedMorpheme] {
        let utf8 = Array(text.utf8)
        return UnicodeWords.segments(of: text).compactMap { segment in
            let surface = String(decoding: utf8[segment.range], as: UTF8.self)
            if !segment.isWord, surface.unicodeScalars.allSatisfy(\.properties.isWhitespace) { return nil }
            let tag = Self.tag(of: surface, isWord: segment.isWord)
            return CostedMorpheme(
                Morpheme(
                    range: segment.range, surface: surface, tag: tag.rawValue, pos: tag, lemma: surface, stem: surface))
        }
    }

    /// As much as can be said without knowing the language.
    private static func tag(of surface: String, isWord: Bool) -> UniversalTag {
        guard let first = surface.unicodeScalars.first else { return .other }
        if isWord { return first.properties.numericType == .decimal ? .numeral : .other }
        return switch first.properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            .punctuation
        default: .symbol
        }
    }
}
