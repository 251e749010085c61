import JSON
import JSONRPC
import Synchronization
import Transports

/// What the server asks its client, and who waits for the answer.
final class ClientRequests: Sendable {
    typealias Answer = @Sendable (Result<JSONValue, ResponseError>) -> Void

    /// A client that never answers must not fill the memory.
    private static let most = 1_000

    private let output: any MessageSender
    /// Apart from those of any other session: a client that is handed on from one server to the next may answer the
    /// questions of the first.
    private let prefix = "sluice-" + String(UInt64.random(in: .min ... .max), radix: 36) + "-"
    private let state = Mutex((last: 0, waiting: [RequestID: Answer](), hasEnded: false))

    init(output: any MessageSender) {
        self.output = output
    }

    func ask(_ method: String, _ params: JSONValue? = nil, answered: @escaping Answer = { _ in }) {
        let id = state.withLock { state -> RequestID? in
            guard !state.hasEnded, state.waiting.count < Self.most else { return nil }
            state.last += 1
            let id = RequestID.string(prefix + String(state.last))
            state.waiting[id] = answered
            return id
        }
        guard let id else { return }
        output.send(.message(.request(Request(id: id, method: method, params: params))))
    }

    /// Nobody answers any more: who waits for an answer is let go of.
    func end() {
        state.withLock { state in
            state.hasEnded = true
            state.waiting = [:]
        }
    }

    /// An answer that came; one that nobody waits for is dropped.
    func take(_ id: RequestID, _ answer: Result<JSONValue, ResponseError>) {
        state.withLock { $0.waiting.removeValue(forKey: id) }?(answer)
    }
}
