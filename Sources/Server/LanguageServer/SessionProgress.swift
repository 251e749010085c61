import JSON
import ServerProtocol
import Synchronization

/// A work-done progress that shows itself only where the work takes a while, and that its client may cancel.
final class SessionProgress: Sendable {
    private static let patience = Duration.milliseconds(400)
    private static let interval = Duration.milliseconds(100)

    private let session: EditingSession
    private let title: String
    private let started = ContinuousClock.now
    private let state: Mutex<(token: JSONValue?, shown: ContinuousClock.Instant?)>
    private let cancelled = Atomic(false)

    /// - Parameter token: of the request that it belongs to, which then is shown at once; nil: one of our own.
    init(_ session: EditingSession, _ title: String, token: JSONValue? = nil) {
        self.session = session
        self.title = title
        state = Mutex((token, nil))
        if token != nil { show(0) }
    }

    var isCancelled: Bool { cancelled.load(ordering: .relaxed) }
    func cancel() { cancelled.store(true, ordering: .relaxed) }

    func report(_ done: Int, of all: Int) { show(all > 0 ? min(100, done * 100 / all) : 0) }

    private func show(_ percentage: Int) {
        state.withLock { state in
            let now = ContinuousClock.now
            if let shown = state.shown {
                guard shown.duration(to: now) >= Self.interval, let token = state.token else { return }
                state.shown = now
                session.notify(WorkDoneProgress.report(token, percentage: percentage))
                return
            }
            if state.token == nil {
                guard session.client.showsProgress, started.duration(to: now) >= Self.patience else { return }
                state.token = session.newProgressToken()
            }
            guard let token = state.token else { return }
            state.shown = now
            session.begin(self, token)
            session.notify(WorkDoneProgress.begin(token, title: title, isCancellable: true))
        }
    }

    func end() {
        state.withLock { state in
            guard let token = state.token, state.shown != nil else { return }
            state.shown = nil
            state.token = nil
            session.end(token)
            session.notify(WorkDoneProgress.end(token))
        }
    }
}
