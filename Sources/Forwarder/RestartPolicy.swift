/// What to do when a daemon has died.
struct RestartPolicy {
    enum Decision: Equatable {
        case startAgain(after: Duration)
        /// It has died too often in too short a time.
        case doWithout
    }

    private static let most = 5
    private static let period = Duration.seconds(10)
    private static let firstPause = Duration.milliseconds(50)

    private var deaths: [ContinuousClock.Instant] = []

    /// The first death of a while costs no pause, each that follows twice as much as the one before it.
    mutating func died(at now: ContinuousClock.Instant) -> Decision {
        deaths.removeAll { now - $0 > Self.period }
        deaths.append(now)
        guard deaths.count < Self.most else { return .doWithout }
        return .startAgain(after: deaths.count == 1 ? .zero : Self.firstPause * (1 << (deaths.count - 2)))
    }
}
