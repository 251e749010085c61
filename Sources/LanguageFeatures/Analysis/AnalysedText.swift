package import TextAnalysis

/// What a text is made of. Ranges are UTF-8 offsets into the text as it was given, end-exclusive.
package struct AnalysedText: Sendable, Equatable {
    /// An ISO 639-1 code; nil where the text says none.
    package var language: String?
    package var analyser: String
    /// What was analysed, where steps of normalisation changed the text.
    package var normalized: String?
    /// Of each kind that was asked for, in order; they overlap no more than steps of normalisation make them.
    package var segments: [Partition: [Range<Int>]]
    /// In order; those of one replacement or compound may share a range.
    package var tokens: [Token]
    /// The likeliest first; nil unless several were asked for and the analyser knows them.
    package var alternatives: [Alternative]?
    package var lostUserWords: [LostUserWord]
    /// What made tokens stop words, in no order.
    package var stopWords: Set<String>
    package var stopTags: Set<String>

    package struct Token: Sendable, Equatable {
        /// Its ranges are into the text as it was given; its surface is what was analysed.
        package var morpheme: Morpheme
        package var isStopWord: Bool
        package var costs: MorphemeCosts?
    }

    package struct Alternative: Sendable, Equatable {
        package var cost: Int
        package var tokens: [Token]
    }

    /// See `LanguageFeatures.LostUserWord`.
    package struct LostUserWord: Sendable, Equatable {
        package var range: Range<Int>
        package var tag: String
        package var cost: Int
        package var bestCost: Int
        package var neededCost: Int?
        package var path: [Token]
    }
}

/// What is asked of an analysis.
package struct AnalysisOptions: Sendable {
    /// What comes before the analysis.
    package var normalizer = Normalizer(steps: [])
    package var decompounding = Decompounding.none
    package var stop = StopTokens()
    package var segments: Set<Partition> = [.sentences]
    package var wantsTokens = true
    /// The most analyses.
    package var alternatives = 1
    package var wantsLostUserWords = false

    package init() {}
}

/// Which tokens are stop words, and whether they are left out.
package struct StopTokens: Sendable, Equatable {
    /// In place of the analyser's list; nil for that.
    package var words: [String]?
    package var added: [String] = []
    package var removed: [String] = []
    /// In place of the analyser's tags; nil for those.
    package var tags: [String]?
    package var areLeftOut = false

    package init() {}
}
