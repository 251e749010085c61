import Transports

/// Threads of our own for work that would hold up an event loop, with a queue that does not grow without bound.
final class WorkerPool: Sendable {
    typealias Job = @Sendable () -> Void

    private struct State {
        var queue: [Job] = []
        /// What lies before this index has been taken.
        var head = 0
        var threads = 0
        var idle = 0
        var isStopped = false

        var waiting: Int { queue.count - head }

        mutating func take() -> Job? {
            guard head < queue.count else { return nil }
            let job = queue[head]
            head += 1
            if head == queue.count {
                queue.removeAll(keepingCapacity: true)
                head = 0
            } else if head > 1_024 {
                queue.removeSubrange(..<head)
                head = 0
            }
            return job
        }
    }

    private let state = Monitor(State())
    private let threads: Int
    private let capacity: Int

    init(threads: Int, capacity: Int) {
        self.threads = threads
        self.capacity = capacity
    }

    /// False where too much waits already.
    func submit(_ job: @escaping Job) -> Bool {
        let (isTaken, needsThread) = state.change { state -> (Bool, Bool) in
            if state.isStopped || state.waiting >= capacity { return (false, false) }
            state.queue.append(job)
            // Threads come with the work: a daemon that only answers small questions has none.
            guard state.idle < state.waiting, state.threads < threads else { return (true, false) }
            state.threads += 1
            return (true, true)
        }
        if needsThread { startThread { [self] in work() } }
        return isTaken
    }

    private func work() {
        while true {
            state.change { $0.idle += 1 }
            let job =
                state.wait { state -> Job?? in
                    if let job = state.take() { return .some(job) }
                    return state.isStopped ? .some(nil) : nil
                } ?? nil
            state.change { $0.idle -= 1 }
            guard let job else { return }
            job()
        }
    }

    /// The threads end when the queue is empty.
    func stop() {
        state.change { $0.isStopped = true }
    }
}
