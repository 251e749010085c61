import JSON
import ServerProtocol
import Synchronization

/// A work-done progress, which its client may cancel. One of a request with a token shows itself as soon as it begins,
/// one of our own where the work takes a while.
final class SessionProgress: Sendable {
    private static let patience = Duration.milliseconds(400)
    private static let interval = Duration.milliseconds(100)

    private struct State {
        /// One of our own has none until the client has agreed to it.
        var token: JSONValue?
        var isAskedFor = false
        /// When the client was last told.
        var shown: ContinuousClock.Instant?
        var isOver = false
    }

    private let session: EditingSession
    private let title: String
    private let hasPercentage: Bool
    private let onCancel: (@Sendable () -> Void)?
    private let started = ContinuousClock.now
    private let state: Mutex<State>
    private let cancelled = Atomic(false)

    /// - Parameters:
    ///   - token: of the request that it belongs to; nil: one of our own.
    ///   - hasPercentage: whether it can be told how much is done.
    ///   - onCancel: called when the client cancels it.
    init(
        _ session: EditingSession, _ title: String, token: JSONValue? = nil, hasPercentage: Bool = true,
        onCancel: (@Sendable () -> Void)? = nil
    ) {
        self.session = session
        self.title = title
        self.hasPercentage = hasPercentage
        self.onCancel = onCancel
        state = Mutex(State(token: token))
    }

    var isCancelled: Bool { cancelled.load(ordering: .relaxed) }

    func cancel() {
        cancelled.store(true, ordering: .relaxed)
        onCancel?()
    }

    /// Shows one that has a token.
    func begin() {
        state.withLock { state in
            guard state.token != nil, state.shown == nil else { return }
            show(0, nil, &state)
        }
    }

    /// - Parameter message: more than a number says, in a few words.
    func report(_ done: Int, of all: Int, message: String? = nil) {
        let percentage = all > 0 ? Int(100 * min(1, Double(done) / Double(all))) : 0
        state.withLock { show(percentage, message, &$0) }
    }

    private func show(_ percentage: Int, _ message: String?, _ state: inout State) {
        if state.isOver { return }
        let now = ContinuousClock.now
        if let shown = state.shown {
            guard shown.duration(to: now) >= Self.interval, let token = state.token else { return }
            state.shown = now
            session.notify(WorkDoneProgress.report(token, percentage: percentage, message: message))
            return
        }
        guard let token = state.token else {
            guard !state.isAskedFor, session.client.showsProgress, started.duration(to: now) >= Self.patience
            else { return }
            state.isAskedFor = true
            session.askForProgressToken { [weak self] token in self?.state.withLock { $0.token = token } }
            return
        }
        state.shown = now
        session.begin(self, token)
        session.notify(
            WorkDoneProgress.begin(token, title: title, isCancellable: true, hasPercentage: hasPercentage))
    }

    func end() {
        state.withLock { state in
            state.isOver = true
            guard let token = state.token, state.shown != nil else { return }
            state.shown = nil
            session.end(self)
            session.notify(WorkDoneProgress.end(token))
        }
    }
}
