import LanguageFeatures
import Synchronization

/// The words of a document, counted when they are first asked for.
final class DocumentVocabulary: Sendable {
    /// The words of these passages.
    fileprivate struct Count {
        var readings: [PassageReading] = []
        var words = DocumentWords()

        /// The passages that have come or gone are counted, and no others.
        mutating func move(to readings: [PassageReading]) {
            let old = self.readings
            let (start, end) = Self.common(old, readings)
            for gone in old[start..<(old.count - end)] { words.remove(gone.text) }
            for new in readings[start..<(readings.count - end)] { words.add(new.text) }
            self.readings = readings
        }

        /// Whether it is less to move to them from here than to begin anew.
        func isNear(_ readings: [PassageReading]) -> Bool {
            let (start, end) = Self.common(self.readings, readings)
            return 2 * (start + end) > max(self.readings.count, readings.count)
        }

        /// How many passages are the same at the beginning, and of the rest at the end.
        private static func common(_ a: [PassageReading], _ b: [PassageReading]) -> (start: Int, end: Int) {
            let start = zip(a, b).prefix { $0 === $1 }.count
            let most = min(a.count, b.count) - start
            return (start, zip(a.reversed(), b.reversed()).prefix { $0 === $1 }.prefix(most).count)
        }
    }

    private let all: DocumentVocabularies
    private let count = Mutex<Count?>(nil)

    /// - Parameter all: where others find it.
    init(_ all: DocumentVocabularies) {
        self.all = all
    }

    /// The words of the document's passages, as they are now.
    func words(of readings: [PassageReading]) -> DocumentWords {
        let isFirst = count.withLock { $0 == nil }
        let begun = isFirst ? all.count(near: readings) : nil
        if isFirst { all.add(self) }
        return count.withLock { count in
            var moved = count.take() ?? begun ?? Count()
            moved.move(to: readings)
            count = moved
            return moved.words
        }
    }

    fileprivate var counted: Count? { count.withLock { $0 } }
}

/// The words of all documents that have been counted: of documents that say the same they share their memory.
final class DocumentVocabularies: Sendable {
    private struct Entry {
        weak var vocabulary: DocumentVocabulary?
    }

    private let entries = Mutex<[Entry]>([])

    fileprivate func add(_ vocabulary: DocumentVocabulary) {
        entries.withLock { entries in
            entries.removeAll { $0.vocabulary == nil }
            entries.append(Entry(vocabulary: vocabulary))
        }
    }

    /// What some other document has counted, where that is nearly the same.
    fileprivate func count(near readings: [PassageReading]) -> DocumentVocabulary.Count? {
        for vocabulary in entries.withLock({ $0.compactMap(\.vocabulary) }) {
            if let count = vocabulary.counted, count.isNear(readings) { return count }
        }
        return nil
    }
}
