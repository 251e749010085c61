import ServerProtocol
import Synchronization

/// How often each method was asked, and how long it took.
final class MethodStatistics: Sendable {
    /// Latencies that are kept of each method: enough for a 99th percentile, few enough to sort when asked.
    private static let kept = 1_024

    private struct Figures {
        var count = 0
        var errors = 0
        /// Microseconds, the latest `kept` of them, in no order.
        var latencies: [Float] = []

        mutating func add(_ microseconds: Float, isError: Bool) {
            if latencies.count < MethodStatistics.kept {
                latencies.append(microseconds)
            } else {
                latencies[count % MethodStatistics.kept] = microseconds
            }
            count += 1
            if isError { errors += 1 }
        }
    }

    private let methods: [String]
    private let figures: Mutex<[Figures]>

    init(methods: [String]) {
        self.methods = methods
        figures = Mutex(Array(repeating: Figures(), count: methods.count))
    }

    func record(_ method: Int, _ duration: Duration, isError: Bool) {
        let microseconds = Float(duration / .microseconds(1))
        figures.withLock { $0[method].add(microseconds, isError: isError) }
    }

    /// Those that were called, by name.
    func report() -> [DaemonStatus.MethodFigures] {
        let figures = figures.withLock { $0 }
        return zip(methods, figures).filter { $1.count > 0 }.map { method, figures in
            let sorted = figures.latencies.sorted()
            func percentile(_ share: Double) -> Double {
                let rank = Int((share * Double(sorted.count)).rounded(.up)) - 1
                let index = min(max(rank, 0), sorted.count - 1)
                return (Double(sorted[index]) * 10).rounded() / 10
            }
            return DaemonStatus.MethodFigures(
                method: method, count: figures.count, errors: figures.errors, p50: percentile(0.5),
                p90: percentile(0.9), p99: percentile(0.99), maximum: percentile(1))
        }.sorted { $0.method < $1.method }
    }
}
