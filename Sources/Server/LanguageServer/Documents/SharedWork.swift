import Synchronization
import Transports

/// Threads that share the reading of long documents, apart from those that answer: a document of a megabyte holds up
/// nobody who asks about a word.
final class SharedWork: Sendable {
    private let pool: WorkerPool
    private let helpers: Int
    /// Elements that a thread takes at a time.
    private static let piece = 8

    init(threads: Int) {
        pool = WorkerPool(threads: threads, capacity: .max)
        helpers = threads - 1
    }

    /// Runs a job as soon as a thread is free; nil where it was taken.
    func submit(_ job: @escaping WorkerPool.Job) -> WorkerPool.Refusal? { pool.submit(job) }

    func stop() { pool.stop() }

    /// Does `work` for each element, on this thread and on those that are free; returns when all is done, or as soon
    /// as it is not wanted any more.
    func forEach<Element: Sendable>(
        _ elements: [Element], progress: (Int, Int) -> Void = { _, _ in },
        while isWanted: @escaping @Sendable () -> Bool, _ work: @escaping @Sendable (Element) -> Void
    ) {
        guard elements.count > 4 * Self.piece, helpers > 0 else {
            for element in elements where isWanted() { work(element) }
            return
        }
        let share = Share(elements: elements, piece: Self.piece, isWanted: isWanted, work: work)
        for _ in 0..<helpers { _ = pool.submit { share.run() } }
        share.run { progress($0, elements.count) }
        // Who has begun a piece is soon done; who has not finds nothing left.
        share.wait()
    }

    private final class Share<Element: Sendable>: Sendable {
        private let elements: [Element]
        private let piece: Int
        private let isWanted: @Sendable () -> Bool
        private let work: @Sendable (Element) -> Void
        private let next = Atomic(0)
        private let running = Monitor(0)
        private let isDone = Atomic(false)

        init(
            elements: [Element], piece: Int, isWanted: @escaping @Sendable () -> Bool,
            work: @escaping @Sendable (Element) -> Void
        ) {
            self.elements = elements
            self.piece = piece
            self.isWanted = isWanted
            self.work = work
        }

        func run(_ progress: (Int) -> Void = { _ in }) {
            running.change { $0 += 1 }
            defer { running.change { $0 -= 1 } }
            while !isDone.load(ordering: .relaxed), isWanted() {
                let start = next.wrappingAdd(piece, ordering: .relaxed).oldValue
                guard start < elements.count else { return }
                for element in elements[start..<min(start + piece, elements.count)] { work(element) }
                progress(start)
            }
        }

        /// Whoever comes after this finds nothing to do, also where the work was ended early.
        func wait() {
            isDone.store(true, ordering: .relaxed)
            _ = running.wait { $0 == 0 ? true : nil }
        }
    }
}
