package import TextAnalysis

/// What cuts a text into morphemes or words and says what is known of each: a dictionary, a model, or rules.
package protocol AnalysisEngine: Sendable {
    /// What answers say answered.
    var name: String { get }
    /// The tags whose morphemes are stop words where nothing else is asked for.
    var stopTags: PartOfSpeechFilter { get }
    /// The list of words that are.
    var stopWords: StopWords.List? { get }

    /// In order; they do not overlap.
    func morphemes(of text: String) throws(TextAnalysisError) -> [CostedMorpheme]
    /// The likeliest analyses, at most `count`; nil of an engine that knows but one.
    func alternatives(of text: String, count: Int) throws(TextAnalysisError) -> [CostedAnalysis]?
    /// The user words that stand in the text and were not taken, with what that costs: of at most 64 places, and none in
    /// lines above 64 KiB.
    func lostUserWords(in text: String) throws(TextAnalysisError) -> [LostUserWord]
}

extension AnalysisEngine {
    package func alternatives(of text: String, count: Int) throws(TextAnalysisError) -> [CostedAnalysis]? { nil }
    package func lostUserWords(in text: String) throws(TextAnalysisError) -> [LostUserWord] { [] }
}

/// A morpheme, and what a lattice adds up for it.
package struct CostedMorpheme: Sendable, Equatable {
    package var morpheme: Morpheme
    package var costs: MorphemeCosts?

    package init(_ morpheme: Morpheme, costs: MorphemeCosts? = nil) {
        self.morpheme = morpheme
        self.costs = costs
    }
}

extension Morpheme {
    /// The same, so far along in another text.
    func moved(by distance: Int) -> Morpheme {
        var morpheme = self
        morpheme.range = range.lowerBound + distance..<range.upperBound + distance
        for index in morpheme.parts.indices {
            let range = morpheme.parts[index].range
            morpheme.parts[index].range = range.lowerBound + distance..<range.upperBound + distance
        }
        return morpheme
    }
}

/// In the units of a dictionary.
package struct MorphemeCosts: Sendable, Equatable {
    package var word: Int
    package var connection: Int
    package var penalty: Int
    /// From the beginning of the line to the end of the morpheme.
    package var total: Int
}

package struct CostedAnalysis: Sendable, Equatable {
    package var cost: Int
    package var morphemes: [CostedMorpheme]
}

/// A user word that stands in a text and lost against other words.
package struct LostUserWord: Sendable, Equatable {
    /// UTF-8 offsets into the analysed text, end-exclusive.
    package var range: Range<Int>
    package var surface: String
    package var tag: String
    /// Of the best path through it.
    package var cost: Int
    /// Of the best path.
    package var bestCost: Int
    /// The greatest cost of the word with which it is sure to be taken; nil where none that can be given is low enough.
    package var neededCost: Int?
    /// The best path through it.
    package var path: [CostedMorpheme]
}

/// Why a text is not analysed.
package enum TextAnalysisError: Error, Sendable, Equatable, CustomStringConvertible {
    case normalization(NormalizationError)
    case morphology(MorphologyError)

    package var description: String {
        switch self {
        case .normalization(let error): error.description
        case .morphology(let error): error.description
        }
    }
}
