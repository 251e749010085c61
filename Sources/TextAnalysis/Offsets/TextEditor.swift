/// Writes a changed text from beginning to end and keeps the map to the original meanwhile.
///
/// What is not mentioned stays: only changes are told, in order. Nothing is copied before the first of them.
package struct TextEditor {
    private let utf8: UnsafeBufferPointer<UInt8>
    private var bytes: [UInt8] = []
    private var changes: [EditMap.Change] = []
    /// How much of the original is in `bytes`, or in what replaced it.
    private var position = 0
    private var isChanged = false
    /// The most bytes of a result: what grows a text without bound must not take all memory.
    private let greatestCount: Int
    /// The result was to be longer than that. What it has is of no use, and nothing is added to it.
    package private(set) var isTooLong = false

    /// `utf8` is valid UTF-8 and outlives this value.
    package init(_ utf8: UnsafeBufferPointer<UInt8>) {
        self.utf8 = utf8
        greatestCount = max(16 << 20, 2 * utf8.count)
    }

    /// Replaces `range` of the original, which begins where the last call's ended or after it, by other bytes.
    package mutating func replace(_ range: Range<Int>, with replacement: some Collection<UInt8>) {
        copy(to: range.lowerBound)
        let start = bytes.count
        guard start + replacement.count <= greatestCount else {
            isTooLong = true
            position = range.upperBound
            return
        }
        bytes.append(contentsOf: replacement)
        changes.append(EditMap.Change(original: range, result: start..<bytes.count))
        position = range.upperBound
    }

    /// Replaces `range`, which is one scalar, by other scalars.
    mutating func replaceScalar(_ range: Range<Int>, with scalars: some Collection<UInt32>) {
        copy(to: range.lowerBound)
        let start = bytes.count
        for scalar in scalars { UTF8Bytes.forEach(of: scalar) { bytes.append($0) } }
        if scalars.count != 1 || bytes.count - start != range.count {
            changes.append(EditMap.Change(original: range, result: start..<bytes.count))
        }
        position = range.upperBound
    }

    private mutating func copy(to end: Int) {
        if !isChanged {
            isChanged = true
            bytes.reserveCapacity(utf8.count)
        }
        if position < end { bytes.append(contentsOf: utf8[position..<end]) }
    }

    /// The edited text, or nil where nothing was changed. The editor is of no more use.
    package mutating func finish() -> EditedText? {
        guard isChanged else { return nil }
        copy(to: utf8.count)
        let map = EditMap(changes: changes, originalCount: utf8.count, resultCount: bytes.count)
        return EditedText(text: String(decoding: bytes, as: UTF8.self), map: map)
    }
}
