import Documents
import ServerProtocol
import Synchronization

/// What a document's client was sent last as semantic tokens: what has not changed since is neither worked out nor sent
/// again. Kept is what the tokens are of; they are written again where they have gone.
final class SemanticTokenAnswers: Sendable {
    struct Answer: Sendable {
        /// What found the words.
        var analyser: String
        var document: TextDocument
        var passages: [ReadPassage]
        /// Of each passage how many numbers there are before its first token.
        var starts: [Int]
        /// How many numbers there are.
        var count: Int
    }

    private let state = Mutex<(last: Int, answer: Answer?)>((0, nil))
    /// A client that is handed on from one server to the next may name an answer of the first.
    private let prefix = String(UInt64.random(in: .min ... .max), radix: 36) + "-"

    /// Keeps an answer, and names it.
    func keep(_ answer: Answer) -> String {
        state.withLock { state in
            state.last += 1
            state.answer = answer
            return prefix + String(state.last)
        }
    }

    /// The answer of a name; nil where it is not the last one.
    func answer(named id: String) -> Answer? {
        state.withLock { state in prefix + String(state.last) == id ? state.answer : nil }
    }
}
