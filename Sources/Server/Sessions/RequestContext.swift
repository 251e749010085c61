import JSONRPC
import ServerProtocol
import Synchronization

/// What a handler may know of the request that it answers.
struct RequestContext: Sendable {
    let server: SluiceServer
    let cancellation: Cancellation
    /// The unit of the offsets in the answer.
    let positionEncoding: PositionEncoding

    /// Throws where the answer is no longer wanted. Work that takes long asks now and then.
    func checkCancellation() throws(ResponseError) {
        if cancellation.isCancelled {
            throw ResponseError(.requestCancelled, "the request was cancelled", hint: "ask again where that was wrong")
        }
    }
}

/// Whether one request is still wanted.
final class Cancellation: Sendable {
    private let flag = Atomic(false)

    var isCancelled: Bool { flag.load(ordering: .relaxed) }
    func cancel() { flag.store(true, ordering: .relaxed) }
}
