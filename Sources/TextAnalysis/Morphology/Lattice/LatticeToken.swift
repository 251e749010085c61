/// A token of a morphological analysis: where it stands, which entry of the dictionary it is, and what it costs.
package struct LatticeToken: Sendable, Equatable {
    /// In UTF-8 bytes of the text that was analysed, end-exclusive. Spaces before it belong to no morpheme.
    package var start: Int
    package var end: Int
    /// Made by the rules for unknown words.
    package var isUnknown: Bool
    /// Of a user's lexicon.
    package var isUser: Bool
    /// The cost of the word by itself.
    package var wordCost: Int
    /// What it costs that it follows the morpheme before it, or the beginning of the line.
    package var connectionCost: Int
    /// What is added because it stands after a space.
    package var spacePenalty: Int
    /// The sum of all costs from the beginning of the line to here.
    package var cumulativeCost: Int
    /// The same for the same entry of one analyser: what is made of its feature may be kept by it.
    package var entryID: UInt64 { UInt64(lexicon) << 32 | UInt64(entry) }
    /// The entry, for `MorphologicalAnalyser.feature(of:)`.
    var lexicon: UInt8
    var entry: UInt32
}
