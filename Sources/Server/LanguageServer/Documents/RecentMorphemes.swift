import Synchronization
import TextAnalysis

/// What the last few passages that were looked at are made of, in full: a hover and a completion follow an edit in the
/// same paragraph, and all paragraphs of a document would be too much to keep.
final class RecentMorphemes: Sendable {
    private struct Entry {
        let reading: PassageReading
        let analyser: String
        let morphemes: [Morpheme]
    }

    private static let most = 8
    private let entries = Mutex<[Entry]>([])

    func morphemes(of reading: PassageReading, by analyser: String) -> [Morpheme]? {
        entries.withLock { entries in
            entries.last { $0.reading === reading && $0.analyser == analyser }?.morphemes
        }
    }

    func keep(_ morphemes: [Morpheme], of reading: PassageReading, by analyser: String) {
        entries.withLock { entries in
            entries.removeAll { $0.reading === reading }
            if entries.count >= Self.most { entries.removeFirst() }
            entries.append(Entry(reading: reading, analyser: analyser, morphemes: morphemes))
        }
    }
}
