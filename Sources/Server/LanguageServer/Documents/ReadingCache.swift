import Documents
import Synchronization

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The passages that some open document has, by their text: who opens what another has open reads nothing again, and an
/// edit leaves all passages but its own as they were.
final class ReadingCache: Sendable {
    private struct Entry {
        weak var reading: PassageReading?
    }

    private let state = Mutex((entries: [TextBytes: Entry](), added: 0))

    /// One for each passage, in their order.
    ///
    /// - Parameter earlier: the passages before an edit: most of them are still there, and need not be looked up.
    func readings(of passages: [Passage], after earlier: [ReadPassage]) -> [PassageReading] {
        let start = zip(passages, earlier).prefix { haveSameBytes($0.text, $1.passage.text) }.count
        let most = min(passages.count, earlier.count) - start
        let end = zip(passages.reversed(), earlier.reversed()).prefix(most)
            .prefix { haveSameBytes($0.text, $1.passage.text) }.count
        return earlier[..<start].map(\.reading) + readings(of: passages[start..<(passages.count - end)])
            + earlier[(earlier.count - end)...].map(\.reading)
    }

    private func readings(of passages: ArraySlice<Passage>) -> [PassageReading] {
        state.withLock { state in
            var readings: [PassageReading] = []
            readings.reserveCapacity(passages.count)
            for passage in passages {
                let key = TextBytes(text: passage.text)
                if let known = state.entries[key]?.reading {
                    readings.append(known)
                } else {
                    let new = PassageReading(passage.text)
                    state.entries[key] = Entry(reading: new)
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

/// A text by its bytes: strings that are canonically equivalent are equal to Swift, and read differently.
struct TextBytes: Hashable, Sendable {
    let text: String

    static func == (a: TextBytes, b: TextBytes) -> Bool { haveSameBytes(a.text, b.text) }

    func hash(into hasher: inout Hasher) {
        let isHashed: Void? = text.utf8.withContiguousStorageIfAvailable {
            hasher.combine(bytes: UnsafeRawBufferPointer($0))
        }
        if isHashed == nil { for byte in text.utf8 { hasher.combine(byte) } }
    }
}

private func haveSameBytes(_ a: String, _ b: String) -> Bool {
    guard a.utf8.count == b.utf8.count else { return false }
    let isSame = a.utf8.withContiguousStorageIfAvailable { a in
        b.utf8.withContiguousStorageIfAvailable { b in
            guard let first = a.baseAddress, let second = b.baseAddress, first != second else { return true }
            return memcmp(first, second, a.count) == 0
        }
    }
    return (isSame ?? nil) ?? a.utf8.elementsEqual(b.utf8)
}
