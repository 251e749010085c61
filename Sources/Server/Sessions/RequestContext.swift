import JSONRPC
import ServerProtocol
import Synchronization
import Transports

/// What a handler may know of the request that it answers.
struct RequestContext: Sendable {
    let server: SluiceServer
    let cancellation: Cancellation
    /// Of this request.
    let intent: Intent
    /// The unit of the offsets in the answer.
    let positionEncoding: PositionEncoding
    /// The way to the client.
    let output: any MessageSender
    /// Of a session that follows LSP.
    let editing: EditingSession?
    /// Where the client wants to be shown how far the work is.
    let progress: SessionProgress?

    /// Throws where the answer is no longer wanted, or would hold up the daemon's stop. Work that takes long asks now
    /// and then.
    func checkCancellation() throws(ResponseError) {
        if cancellation.isCancelled { throw .cancelled }
        if intent == .long, server.isDraining { throw .stopping }
    }

    /// Sends the client a message ahead of the answer.
    func notify(_ notification: Notification) {
        if !cancellation.isAnswered { output.send(.message(.notification(notification))) }
    }

    /// The same as a question.
    var isWanted: Bool { (try? checkCancellation()) != nil }
}

extension ResponseError {
    static let cancelled = ResponseError(
        .requestCancelled, "the request was cancelled", hint: "ask again where that was wrong")
    static let stopping = ResponseError(.overloaded, "the daemon is stopping", hint: "connect again in a moment")
}

/// Whether one request is still wanted, and whether it has been answered.
final class Cancellation: Sendable {
    private let flag = Atomic(false)
    private let answered = Atomic(false)

    var isCancelled: Bool { flag.load(ordering: .relaxed) }
    var isAnswered: Bool { answered.load(ordering: .relaxed) }

    /// Whoever works on the request ends when it next asks.
    func cancel() { flag.store(true, ordering: .relaxed) }

    /// True once: for the one who may answer.
    func claimAnswer() -> Bool { !answered.exchange(true, ordering: .acquiringAndReleasing) }
}
