import Documents
import Synchronization

/// The passages that some open document has, by their text: who opens what another has open reads nothing again, and an
/// edit leaves all passages but its own as they were.
final class ReadingCache: Sendable {
    private struct Entry {
        weak var reading: PassageReading?
    }

    private let state = Mutex((entries: [String: Entry](), added: 0))

    /// One for each passage, in their order.
    func readings(of passages: [Passage]) -> [PassageReading] {
        state.withLock { state in
            var readings: [PassageReading] = []
            readings.reserveCapacity(passages.count)
            for passage in passages {
                if let known = state.entries[passage.text]?.reading {
                    readings.append(known)
                } else {
                    let new = PassageReading(passage.text)
                    state.entries[passage.text] = Entry(reading: new)
                    state.added += 1
                    readings.append(new)
                }
            }
            // Each edit leaves an entry behind whose reading nobody holds.
            if state.added > max(1_024, state.entries.count / 2) {
                state.entries = state.entries.filter { $0.value.reading != nil }
                state.added = 0
            }
            return readings
        }
    }
}
