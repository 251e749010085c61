import LanguageFeatures
import ServerProtocol

/// What the questions about the words that are named have in common.
enum WordComparison {
    /// Microseconds where all are listed; a word that is not may have to be analysed, or its spelling looked for.
    static func intent(_ words: [String], _ vectors: String?, _ server: SluiceServer) -> Intent {
        guard words.count <= 100, let related = server.models.ready(vectors: vectors, for: words), related.lists(words)
        else { return .work }
        return .quick
    }
}
