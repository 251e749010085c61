import JSONRPC
import ServerProtocol

/// The life of a session, as LSP 3.17 orders it; a client that never sends `initialize` has no order to keep.
struct LifeCycle: Sendable {
    enum Stage: Sendable {
        case plain, initialized, shutDown, ended
    }

    private(set) var stage = Stage.plain
    /// The client that has to stay alive.
    private(set) var processId: Int?
    /// The unit of offsets where a request names none.
    private(set) var positionEncoding = PositionEncoding.utf16
    /// `exit` without `shutdown`, after `initialize`.
    private(set) var endedBadly = false

    var allowsBatches: Bool { stage == .plain }

    /// The status of a process that serves this session alone.
    var exitCode: Int32 { endedBadly || stage == .initialized ? 1 : 0 }

    /// Throws where a request is out of order.
    func admit(_ method: String, needsInitialize: Bool) throws(ResponseError) {
        switch stage {
        case .shutDown, .ended:
            throw ResponseError(
                .invalidRequest, "\(method) came after shutdown", hint: "only exit may follow; open a new connection")
        case .plain where needsInitialize:
            throw ResponseError(
                .serverNotInitialized, "\(method) came before initialize", hint: "send initialize first")
        case .plain, .initialized: return
        }
    }

    mutating func initialize(_ parameters: Initialize.Parameters) throws(ResponseError) {
        guard stage == .plain else {
            throw ResponseError(
                .invalidRequest, "initialize came a second time", hint: "it is accepted once in a session")
        }
        stage = .initialized
        processId = parameters.processId
        positionEncoding = parameters.positionEncodings.first ?? .utf16
    }

    mutating func shutDown() { stage = .shutDown }

    mutating func end() {
        guard stage != .ended else { return }
        endedBadly = stage == .initialized
        stage = .ended
    }
}
