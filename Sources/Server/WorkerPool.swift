import Transports

/// Threads of our own for work that would hold up an event loop, with a queue that does not grow without bound.
package final class WorkerPool: Sendable {
    package typealias Job = @Sendable () -> Void

    /// Why a job was not taken.
    package enum Refusal: Equatable, Sendable {
        /// As many jobs as that wait already.
        case full(Int)
        case stopped
        /// The system gives no thread.
        case noThread
    }

    private struct State {
        /// Nil where a job has been taken: what it holds on to goes when it is done, not when the queue is cleared.
        var queue: [Job?] = []
        /// What lies before this index has been taken.
        var head = 0
        var threads = 0
        var idle = 0
        var isStopped = false

        var waiting: Int { queue.count - head }

        mutating func take() -> Job? {
            guard head < queue.count else { return nil }
            let job = queue[head]
            queue[head] = nil
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
    private let start: @Sendable (@escaping Job) -> Bool

    /// - Parameter start: starts a thread, or says that there is none to be had.
    package init(
        threads: Int, capacity: Int, start: @escaping @Sendable (@escaping Job) -> Bool = { startThread($0) }
    ) {
        self.threads = threads
        self.capacity = capacity
        self.start = start
    }

    /// Nil where the job was taken.
    package func submit(_ job: @escaping Job) -> Refusal? {
        state.change { state in
            if state.isStopped { return .stopped }
            if state.waiting >= capacity { return .full(capacity) }
            // Threads come with the work: a daemon that only answers small questions has none.
            if state.idle <= state.waiting, state.threads < threads {
                if start({ [self] in work() }) {
                    state.threads += 1
                } else if state.threads == 0 {
                    return .noThread
                }
            }
            state.queue.append(job)
            return nil
        }
    }

    private func work() {
        while true {
            state.change { $0.idle += 1 }
            let job =
                state.wait { state -> Job?? in
                    guard let job = state.take() else { return state.isStopped ? .some(nil) : nil }
                    // In one step with the job: a job that comes in between must not count on this thread.
                    state.idle -= 1
                    return .some(job)
                } ?? nil
            guard let job else { return }
            job()
        }
    }

    /// The threads end when the queue is empty.
    package func stop() {
        state.change { $0.isStopped = true }
    }
}
