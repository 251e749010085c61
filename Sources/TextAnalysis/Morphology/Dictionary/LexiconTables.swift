/// What look-ups read of a lexicon: plain pointers, valid as long as the file that they point into.
struct LexiconTables {
    /// One reading of a word: ids of the connections at its two sides, the id of its part of speech, its cost, and
    /// where its feature begins.
    struct Entry {
        var leftID: UInt16
        var rightID: UInt16
        var partOfSpeechID: UInt16
        var cost: Int16
        var feature: UInt32
        var compound: UInt32
    }

    /// A step of the double array.
    struct Unit {
        var base: Int32
        var check: UInt32
    }

    let units: UnsafePointer<Unit>
    let unitCount: Int
    let entries: UnsafePointer<Entry>
    let entryCount: Int
    let features: UnsafePointer<UInt8>
    let featureBytes: Int

    /// The UTF-8 bytes of an entry's feature, without the NUL.
    func feature(of index: Int) -> UnsafeBufferPointer<UInt8> {
        guard index >= 0, index < entryCount, Int(entries[index].feature) < featureBytes else {
            return UnsafeBufferPointer(start: nil, count: 0)
        }
        let start = Int(entries[index].feature)
        var end = start
        while end < featureBytes, features[end] != 0 { end += 1 }
        return UnsafeBufferPointer(start: features + start, count: end - start)
    }

    /// The entries of exactly these bytes, or nil.
    func entries(spelt bytes: some Sequence<UInt8>) -> Range<Int>? {
        var base = units[0].base
        for byte in bytes {
            guard let next = step(base, byte) else { return nil }
            base = next
        }
        return match(base)
    }

    /// From a state of the double array over one byte: the next state, or nil.
    @inline(__always)
    func step(_ base: Int32, _ byte: UInt8) -> Int32? {
        let position = Int(base) + Int(byte) + 1
        guard position >= 0, position < unitCount, units[position].check == UInt32(bitPattern: base) else { return nil }
        return units[position].base
    }

    /// The entries of what was spelt up to a state; nil where it is no word.
    @inline(__always)
    func match(_ base: Int32) -> Range<Int>? {
        let position = Int(base)
        guard position >= 0, position < unitCount, units[position].check == UInt32(bitPattern: base) else { return nil }
        let value = units[position].base
        guard value < 0 else { return nil }
        // -value - 1, which cannot overflow.
        let packed = Int(~value)
        let first = packed >> 8
        let end = first + packed & 0xff
        guard end > first, end <= entryCount else { return nil }
        return first..<end
    }
}
