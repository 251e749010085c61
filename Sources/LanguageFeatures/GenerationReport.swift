#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How well texts were foreseen, token by token: add each token's probability, then ask.
///
/// A token that the vocabulary does not have is left out, and what follows it is foreseen from what stands for it; the
/// end of a text counts as a token, unless the text is longer than the model reads.
package struct GenerationReport: Sendable, Equatable {
    /// Texts.
    package internal(set) var count = 0
    /// What was to be foreseen: the tokens that the vocabulary has, and the ends.
    package private(set) var tokens = 0
    /// Tokens that it does not have.
    package internal(set) var unknown = 0
    private var characters = 0
    /// Σ −ln p.
    private var surprise = 0.0
    private var correct = 0

    package init() {}

    /// - Parameters:
    ///   - probability: what the token that came had; 0 counts as the least that there is.
    ///   - isFirst: whether none was more probable.
    ///   - characters: how many the token has, with what stands between it and the next.
    mutating func add(probability: Float, isFirst: Bool, characters: Int) {
        tokens += 1
        self.characters += characters
        surprise -= log(Double(max(probability, .leastNormalMagnitude)))
        if isFirst { correct += 1 }
    }

    /// exp of the mean of −ln p over the tokens (Jelinek et al. 1977): among how many, all alike, each choice would have
    /// been as hard. 0 where there are none, as every figure here.
    package var perplexity: Double { tokens == 0 ? 0 : exp(surprise / Double(tokens)) }

    /// The sum of −log₂ p over the characters, among which are the spaces between words and the end of the text: the
    /// same figure for models of characters and of words.
    package var bitsPerCharacter: Double { characters == 0 ? 0 : surprise / log(2) / Double(characters) }

    /// The share of the tokens than which none was more probable.
    package var accuracy: Double { tokens == 0 ? 0 : Double(correct) / Double(tokens) }
}
