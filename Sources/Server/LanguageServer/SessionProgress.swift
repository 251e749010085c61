import JSON
import ServerProtocol
import Synchronization

/// A work-done progress that shows itself only where the work takes a while, and that its client may cancel.
final class SessionProgress: Sendable {
    private static let patience = Duration.milliseconds(400)
    private static let interval = Duration.milliseconds(100)

    private struct State {
        /// Nil until the client has agreed to one.
        var token: JSONValue?
        var isAskedFor = false
        /// When the client was last told.
        var shown: ContinuousClock.Instant?
        var hasEnded = false
    }

    private let session: EditingSession
    private let title: String
    private let started = ContinuousClock.now
    private let state: Mutex<State>
    private let cancelled = Atomic(false)

    /// - Parameter token: of the request that it belongs to, which then is shown at once; nil: one of our own.
    init(_ session: EditingSession, _ title: String, token: JSONValue? = nil) {
        self.session = session
        self.title = title
        state = Mutex(State(token: token))
        if token != nil { show(0) }
    }

    var isCancelled: Bool { cancelled.load(ordering: .relaxed) }
    func cancel() { cancelled.store(true, ordering: .relaxed) }

    func report(_ done: Int, of all: Int) { show(all > 0 ? min(100, done * 100 / all) : 0) }

    private func show(_ percentage: Int) {
        state.withLock { state in
            let now = ContinuousClock.now
            guard !state.hasEnded else { return }
            guard let token = state.token else {
                guard !state.isAskedFor, session.client.showsProgress, started.duration(to: now) >= Self.patience
                else { return }
                state.isAskedFor = true
                session.askForProgressToken { [weak self] token in
                    self?.state.withLock { $0.token = token }
                }
                return
            }
            guard let shown = state.shown else {
                state.shown = now
                session.begin(self, token)
                return session.notify(WorkDoneProgress.begin(token, title: title, isCancellable: true))
            }
            guard shown.duration(to: now) >= Self.interval else { return }
            state.shown = now
            session.notify(WorkDoneProgress.report(token, percentage: percentage))
        }
    }

    func end() {
        state.withLock { state in
            state.hasEnded = true
            guard let token = state.token, state.shown != nil else { return }
            state.shown = nil
            session.end(token)
            session.notify(WorkDoneProgress.end(token))
        }
    }
}
