import Documents
import ServerProtocol
import Synchronization

/// The semantic tokens of a document that were sent last: what has not changed since is neither worked out nor sent
/// again.
final class SemanticTokenAnswers: Sendable {
    /// Tokens, and which of them are whose.
    struct Answer: Sendable {
        var data: SemanticTokens.Data = []
        /// What they are of.
        var document = TextDocument("")
        /// What found the words.
        var analyser = ""
        var passages: [ReadPassage] = []
        /// Of each passage where its tokens begin in `data`.
        var starts: [Int] = []
    }

    private let state = Mutex((last: 0, answer: Answer()))
    /// A client that is handed on from one server to the next may name an answer of the first.
    private let prefix = String(UInt64.random(in: .min ... .max), radix: 36) + "-"

    /// The last answer, whatever it was to.
    var last: Answer { state.withLock { $0.answer } }

    /// Keeps an answer, and names it.
    func keep(_ answer: Answer) -> String {
        state.withLock { state in
            state.last += 1
            state.answer = answer
            return prefix + String(state.last)
        }
    }

    /// The numbers of an answer; nil where it is not the last one.
    func data(of id: String) -> SemanticTokens.Data? {
        state.withLock { state in prefix + String(state.last) == id ? state.answer.data : nil }
    }

    /// How numbers differ from earlier ones: in one place, from the first to the last token that is another; none where
    /// they are the same.
    static func edits(
        from old: SemanticTokens.Data, to new: SemanticTokens.Data
    ) -> [(start: Int, deleted: Int, data: SemanticTokens.Data)] {
        if old == new { return [] }
        let size = 5 * MemoryLayout<UInt32>.size
        let common = commonBytes(old, new)
        // Whole tokens.
        let start = common.start / size * 5
        let end = min(common.end / size * 5, min(old.count, new.count) - start)
        return [(start, old.count - end - start, Array(new[start..<(new.count - end)]))]
    }
}
