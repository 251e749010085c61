import Dispatch
import Numerics
import Synchronization

/// Runs numbered pieces of work on a number of threads. Which thread takes which piece is left to chance, so pieces
/// must not depend on each other, and what they make must be put together in their order.
struct WorkerPool: Sendable {
    let threads: Int

    init(threads: Int) {
        self.threads = max(threads, 1)
    }

    /// Returns when all of 0..<count are done.
    func run(_ count: Int, _ piece: (Int) -> Void) {
        let workers = min(threads, count)
        guard workers > 1 else { return Kernels.withDenormalsAsZero { for index in 0..<count { piece(index) } } }
        let next = Atomic<Int>(0)
        withoutActuallyEscaping(piece) { piece in
            // Sent to other threads, but not beyond this call: concurrentPerform waits for them all.
            nonisolated(unsafe) let piece = piece
            DispatchQueue.concurrentPerform(iterations: workers) { _ in
                Kernels.withDenormalsAsZero {
                    while true {
                        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                        guard index < count else { return }
                        piece(index)
                    }
                }
            }
        }
    }
}
