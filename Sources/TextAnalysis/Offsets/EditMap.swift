/// Where the bytes of a changed text came from: a map from its UTF-8 to that of the original.
///
/// Only stretches whose positions differ are kept, so a text that nothing changed costs nothing. A scalar that another
/// of as many bytes replaced (A → a) leaves all positions as they are and is not kept either.
package struct EditMap: Sendable, Equatable {
    /// A stretch whose positions differ. Either range may be empty: something was put in, or left out.
    struct Change: Sendable, Equatable {
        var original: Range<Int>
        var result: Range<Int>
    }

    /// In order and disjoint. Before, between and after them, positions run side by side.
    let changes: [Change]
    /// The lengths of both texts in bytes.
    package let originalCount: Int
    package let resultCount: Int

    /// Of a text of `count` bytes that stayed as it is.
    package init(unchanged count: Int) {
        self.init(changes: [], originalCount: count, resultCount: count)
    }

    init(changes: [Change], originalCount: Int, resultCount: Int) {
        self.changes = changes
        self.originalCount = originalCount
        self.resultCount = resultCount
    }

    /// True where every position is its own.
    package var isIdentity: Bool { changes.isEmpty }

    /// The bytes of the original that the bytes `range` of the result came from.
    ///
    /// A range that begins or ends within a change takes the whole of it: both letters of "kg" came from all of "㎏".
    /// What was left out belongs to no range beside it, only to those that have bytes on both its sides. Bounds outside
    /// the result are moved into it. Ranges in order give ranges in order.
    package func original(of range: Range<Int>) -> Range<Int> {
        let range = range.clamped(to: 0..<resultCount)
        let start = start(range.lowerBound)
        return start..<max(start, end(range.upperBound))
    }

    /// This map, and after it that of a later step: from the later step's result to this one's original.
    ///
    /// Changes of the two that have a byte between them in common become one, all others stay apart.
    package func followed(by later: EditMap) -> EditMap {
        if later.isIdentity { return self }
        if isIdentity { return later }
        var joined: [Change] = []
        joined.reserveCapacity(max(changes.count, later.changes.count))
        // How far each position is from its counterpart in the text between the two, after what was joined so far.
        var originalShift = 0
        var resultShift = 0
        var mine = changes[...]
        var theirs = later.changes[...]
        while true {
            var group: Range<Int>
            let (originalBefore, resultBefore) = (originalShift, resultShift)
            if let first = mine.first, theirs.first.map({ Self.precedes(first.result, $0.original) }) ?? true {
                group = first.result
                originalShift = first.original.upperBound - first.result.upperBound
                mine.removeFirst()
            } else if let first = theirs.first {
                group = first.original
                resultShift = first.result.upperBound - first.original.upperBound
                theirs.removeFirst()
            } else {
                break
            }
            // What overlaps it, of either, and what overlaps that.
            while true {
                if let next = mine.first, group.touches(next.result) {
                    group = group.union(next.result)
                    originalShift = next.original.upperBound - next.result.upperBound
                    mine.removeFirst()
                } else if let next = theirs.first, group.touches(next.original) {
                    group = group.union(next.original)
                    resultShift = next.result.upperBound - next.original.upperBound
                    theirs.removeFirst()
                } else {
                    break
                }
            }
            let change = Change(
                original: group.lowerBound + originalBefore..<group.upperBound + originalShift,
                result: group.lowerBound + resultBefore..<group.upperBound + resultShift)
            if !change.original.isEmpty || !change.result.isEmpty { joined.append(change) }
        }
        return EditMap(changes: joined, originalCount: originalCount, resultCount: later.resultCount)
    }

    /// Of two changes of the text between two steps, whether the first is to be taken first: of two that begin
    /// together, the empty one.
    private static func precedes(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        (first.lowerBound, first.upperBound) <= (second.lowerBound, second.upperBound)
    }

    private func start(_ position: Int) -> Int {
        guard let change = lastChange(where: { $0 <= position }) else { return position }
        return position < change.result.upperBound
            ? change.original.lowerBound : change.original.upperBound + position - change.result.upperBound
    }

    private func end(_ position: Int) -> Int {
        guard let change = lastChange(where: { $0 < position }) else { return position }
        return change.original.upperBound + max(0, position - change.result.upperBound)
    }

    /// The last change for whose beginning in the result `holds`, which is true up to some position.
    private func lastChange(where holds: (Int) -> Bool) -> Change? {
        var low = 0
        var high = changes.count
        while low < high {
            let middle = (low + high) / 2
            if holds(changes[middle].result.lowerBound) { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? changes[low - 1] : nil
    }
}

extension Range<Int> {
    /// Whether they share a byte, or one of them is empty and lies strictly within the other.
    fileprivate func touches(_ other: Range<Int>) -> Bool {
        lowerBound < other.upperBound && other.lowerBound < upperBound
    }

    fileprivate func union(_ other: Range<Int>) -> Range<Int> {
        Swift.min(lowerBound, other.lowerBound)..<Swift.max(upperBound, other.upperBound)
    }
}

/// A text that steps have changed, and where its bytes came from.
package struct EditedText: Sendable, Equatable {
    package let text: String
    package let map: EditMap

    /// `text` has `map.resultCount` bytes of UTF-8.
    package init(text: String, map: EditMap) {
        self.text = text
        self.map = map
    }

    /// A text as it is.
    package init(_ text: String) {
        self.init(text: text, map: EditMap(unchanged: text.utf8.count))
    }

    /// The bytes of the original that the bytes `range` of `text` came from: see `EditMap.original(of:)`.
    package func original(of range: Range<Int>) -> Range<Int> { map.original(of: range) }
}
