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
        let start = sameAtStart(old, new) / 5 * 5
        if start == old.count, start == new.count { return [] }
        let end = min(sameAtEnd(old, new), min(old.count, new.count) - start) / 5 * 5
        return [(start, old.count - end - start, Array(new[start..<(new.count - end)]))]
    }

    private static func sameAtStart(_ a: SemanticTokens.Data, _ b: SemanticTokens.Data) -> Int {
        var same = 0
        let count = min(a.count, b.count)
        a.withUnsafeBufferPointer { a in
            b.withUnsafeBufferPointer { b in
                while same < count, a[same] == b[same] { same += 1 }
            }
        }
        return same
    }

    private static func sameAtEnd(_ a: SemanticTokens.Data, _ b: SemanticTokens.Data) -> Int {
        var same = 0
        let count = min(a.count, b.count)
        a.withUnsafeBufferPointer { a in
            b.withUnsafeBufferPointer { b in
                while same < count, a[a.count - 1 - same] == b[b.count - 1 - same] { same += 1 }
            }
        }
        return same
    }
}
