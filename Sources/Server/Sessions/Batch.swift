import JSON
import JSONRPC
import Synchronization
import Transports

/// Gathers the answers to one batch, and sends them as one when the last is there.
final class Batch: Sendable {
    private let state: Mutex<(responses: [Response], missing: Int)>
    private let output: any MessageSender

    /// - Parameter elements: answered ones and silent ones together.
    init(elements: Int, output: any MessageSender) {
        state = Mutex(([], elements))
        self.output = output
    }

    /// Nil for an element that is not answered.
    func add(_ response: Response?) {
        let response = response.map(Self.compact)
        let complete = state.withLock { state -> [Response]? in
            if let response { state.responses.append(response) }
            state.missing -= 1
            return state.missing == 0 ? state.responses : nil
        }
        if let complete, !complete.isEmpty { output.send(.batch(complete)) }
    }

    /// As text: a value takes several times as much memory, and what waits for the last element may wait long.
    private static func compact(_ response: Response) -> Response {
        guard case .success(.value(let value)) = response.outcome else { return response }
        return Response(id: response.id, outcome: .success(.text(value.serialized())))
    }
}
