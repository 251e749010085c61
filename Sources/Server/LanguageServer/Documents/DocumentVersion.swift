import Documents
import Synchronization

/// A document as it was after an edit, and its passages. Never changes.
final class DocumentVersion: Sendable {
    let document: TextDocument
    /// As the client counts.
    let number: Int
    /// Where it is prose.
    let format: ProseFormat
    private let cache: ReadingCache
    private let cut: Mutex<Passing>

    private enum Passing {
        /// With the passages of an earlier version, which the cache knows as long as they are held.
        case uncut(earlier: [ReadPassage])
        case cut([ReadPassage])
    }

    /// - Parameter previous: what this was before an edit.
    init(
        _ document: TextDocument, number: Int, format: ProseFormat, cache: ReadingCache,
        previous: DocumentVersion? = nil
    ) {
        self.document = document
        self.number = number
        self.format = format
        self.cache = cache
        let earlier: [ReadPassage] =
            switch previous?.cut.withLock({ $0 }) {
            case .uncut(let earlier)?: earlier
            case .cut(let passages)?: passages
            case nil: []
            }
        cut = Mutex(.uncut(earlier: earlier))
    }

    /// In order. Found when they are first asked for; who asks meanwhile waits for that.
    var passages: [ReadPassage] {
        cut.withLock { cut in
            let earlier: [ReadPassage]
            switch cut {
            case .cut(let passages): return passages
            case .uncut(let passages): earlier = passages
            }
            // Without this the optimiser lets go of them at their last use, before the cache, which holds none, is asked.
            return withExtendedLifetime(earlier) {
                let passages = Passages.passages(of: document, as: format, after: earlier.map(\.passage))
                let readings = cache.readings(of: passages, after: earlier)
                let made = zip(passages, readings).map { ReadPassage(passage: $0.sharing($1.text), reading: $1) }
                cut = .cut(made)
                return made
            }
        }
    }

    /// The passage around an offset, and the offset in it; nil where there is no prose.
    func passage(at offset: Int) -> (passage: ReadPassage, offset: Int)? {
        let passages = passages
        // Passages that are within one another, as a comment within code, begin in order; the last that begins before
        // has the offset or none has.
        var place = passages.partition { $0.passage.range.lowerBound > offset }
        while place > 0 {
            place -= 1
            let candidate = passages[place]
            if let inside = candidate.passage.offset(of: offset) { return (candidate, inside) }
            if candidate.passage.range.upperBound < offset { return nil }
        }
        return nil
    }

    /// Those that a part of the document touches.
    func passages(in range: Range<Int>) -> ArraySlice<ReadPassage> {
        let passages = passages
        let start = passages.partition { $0.passage.range.upperBound >= range.lowerBound }
        let end = passages.partition { $0.passage.range.lowerBound > range.upperBound }
        return passages[min(start, end)..<end]
    }
}

/// A passage of a document, and what is known of its text.
struct ReadPassage: Sendable {
    let passage: Passage
    let reading: PassageReading
}

extension Array {
    /// The first index from which on `isPast` holds, where it holds for all after one.
    fileprivate func partition(_ isPast: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isPast(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
