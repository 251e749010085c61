/// Words and their numbers, which count up from 0 in the order in which they come.
struct WordTable: Sendable {
    static let none = UInt32.max

    private(set) var words = TokenList()
    /// Open addressing by the word's hash: its upper half << 32 | number + 1, or 0. A power of two.
    private var slots: [UInt64] = Array(repeating: 0, count: 1 << 10)

    var count: Int { words.count }
    var memory: Int { words.memory + 8 * slots.count }

    /// `none` where it is not here.
    func find(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let hash = Self.hash(word)
        let slot = slots[slot(of: word, hash)]
        return slot == 0 ? Self.none : UInt32(truncatingIfNeeded: slot) - 1
    }

    /// Its number, a new one where it is not here yet.
    mutating func add(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let hash = Self.hash(word)
        let index = slot(of: word, hash)
        guard slots[index] == 0 else { return UInt32(truncatingIfNeeded: slots[index]) - 1 }
        let number = UInt32(truncatingIfNeeded: words.count)
        words.append(word)
        slots[index] = hash & ~0xffff_ffff | UInt64(number + 1)
        if 2 * words.count > slots.count { grow() }
        return number
    }

    private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 { TokenHash.mix(TokenHash(of: word).value) }

    /// Where it is, or would be put.
    private func slot(of word: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
        var index = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[index] != 0 {
            if slots[index] >> 32 == hash >> 32,
                words[Int(UInt32(truncatingIfNeeded: slots[index])) - 1].elementsEqual(word)
            {
                return index
            }
            index = (index + 1) & (slots.count - 1)
        }
        return index
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: 2 * slots.count)
        words.withUnsafeTokens { word in
            for number in 0..<words.count {
                let hash = Self.hash(word(number))
                var index = Int(truncatingIfNeeded: hash) & (slots.count - 1)
                while slots[index] != 0 { index = (index + 1) & (slots.count - 1) }
                slots[index] = hash & ~0xffff_ffff | UInt64(number + 1)
            }
        }
    }
}
