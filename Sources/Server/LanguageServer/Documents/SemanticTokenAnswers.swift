import ServerProtocol
import Synchronization

/// The semantic tokens of a document that were sent last, to tell what has changed since.
final class SemanticTokenAnswers: Sendable {
    private let state = Mutex((last: 0, data: SemanticTokens.Data()))
    /// A client that is handed on from one server to the next may name an answer of the first.
    private let prefix = String(UInt64.random(in: .min ... .max), radix: 36) + "-"

    /// Keeps an answer, and names it.
    func keep(_ data: SemanticTokens.Data) -> String {
        state.withLock { state in
            state.last += 1
            state.data = data
            return prefix + String(state.last)
        }
    }

    /// The numbers of an answer; nil where it is not the last one.
    func data(of id: String) -> SemanticTokens.Data? {
        state.withLock { state in prefix + String(state.last) == id ? state.data : nil }
    }

    /// Keeps an answer, and says how it differs from the last: in one place, from the first to the last number that is
    /// another.
    func change(
        from old: SemanticTokens.Data, to new: SemanticTokens.Data
    ) -> SemanticTokens.Delta {
        let id = keep(new)
        let prefix = Self.sameAtStart(old, new) / 5 * 5
        let suffix = min(Self.sameAtEnd(old, new), min(old.count, new.count) - prefix) / 5 * 5
        if prefix == old.count, prefix == new.count { return .init(resultID: id, edits: []) }
        return .init(
            resultID: id,
            edits: [(prefix, old.count - suffix - prefix, Array(new[prefix..<(new.count - suffix)]))])
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
