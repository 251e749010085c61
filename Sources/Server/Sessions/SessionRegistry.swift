import Synchronization

/// The sessions there are.
final class SessionRegistry: Sendable {
    private let sessions = Mutex<[ObjectIdentifier: Session]>([:])

    var count: Int { sessions.withLock { $0.count } }
    var all: [Session] { sessions.withLock { Array($0.values) } }

    func add(_ session: Session) {
        sessions.withLock { $0[ObjectIdentifier(session)] = session }
    }

    func remove(_ session: Session) {
        sessions.withLock { _ = $0.removeValue(forKey: ObjectIdentifier(session)) }
    }
}
