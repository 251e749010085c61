/// Every n-gram as a node below the one that it continues, found by hashing (node, unit): an n-gram costs a look-up
/// whatever its length, no text is compared, and no two are ever taken for one.
///
/// A unit is a Unicode scalar or the number of a word. Node 0 is the root; a node's number is greater than its
/// parent's.
struct TermTrie: Sendable {
    static let root: UInt32 = 0
    static let none = UInt32.max
    /// Nodes are made for so many units at a time, so that room for them is seen to beforehand.
    private static let block = 4096

    struct Node: Sendable {
        /// Parent << 32 | unit.
        var key: UInt64
        var parent: UInt32 { UInt32(truncatingIfNeeded: key >> 32) }
        var unit: UInt32 { UInt32(truncatingIfNeeded: key) }
    }

    private struct Slot: Sendable {
        var key: UInt64 = 0
        /// 0 where it is empty: nothing leads to the root.
        var node: UInt32 = 0
    }

    /// By number; the root's key has no meaning.
    private(set) var nodes = [Node(key: 0)]
    private var slots: [Slot] = Array(repeating: Slot(), count: 1 << 12)
    private var shift: UInt64 = 64 - 12

    var count: Int { nodes.count }
    var memory: Int { 8 * nodes.count + 16 * slots.count }

    /// The child of each of `nodes` by the unit that stands beside it, made where there is none yet.
    mutating func advanceAdding(_ path: UnsafeMutableBufferPointer<UInt32>, by units: UnsafeBufferPointer<UInt32>) {
        var start = 0
        let count = min(path.count, units.count)
        while start < count {
            let end = min(count, start + Self.block)
            reserve(end - start)
            let shift = shift
            slots.withUnsafeMutableBufferPointer { slots in
                let mask = slots.count - 1
                for index in start..<end {
                    let key = UInt64(path[index]) << 32 | UInt64(units[index])
                    var slot = Self.slot(of: key, shift)
                    while slots[slot].node != 0, slots[slot].key != key { slot = (slot + 1) & mask }
                    if slots[slot].node == 0 {
                        slots[slot] = Slot(key: key, node: UInt32(truncatingIfNeeded: nodes.count))
                        nodes.append(Node(key: key))
                    }
                    path[index] = slots[slot].node
                }
            }
            start = end
        }
    }

    /// The same of what is there; `none` where there is no such child.
    func advance(_ path: UnsafeMutableBufferPointer<UInt32>, by units: UnsafeBufferPointer<UInt32>) {
        let shift = shift
        slots.withUnsafeBufferPointer { slots in
            let mask = slots.count - 1
            for index in 0..<min(path.count, units.count) where path[index] != Self.none {
                let key = UInt64(path[index]) << 32 | UInt64(units[index])
                var slot = Self.slot(of: key, shift)
                while slots[slot].node != 0, slots[slot].key != key { slot = (slot + 1) & mask }
                path[index] = slots[slot].node == 0 ? Self.none : slots[slot].node
            }
        }
    }

    /// The child of one node, made where there is none yet.
    mutating func child(of parent: UInt32, by unit: UInt32) -> UInt32 {
        var path = parent
        withUnsafePointer(to: unit) { unit in
            withUnsafeMutablePointer(to: &path) { path in
                advanceAdding(
                    UnsafeMutableBufferPointer(start: path, count: 1), by: UnsafeBufferPointer(start: unit, count: 1))
            }
        }
        return path
    }

    @inline(__always)
    private static func slot(of key: UInt64, _ shift: UInt64) -> Int {
        Int(truncatingIfNeeded: ((key ^ (key >> 29)) &* 0x9e37_79b9_7f4a_7c15) >> shift)
    }

    private mutating func reserve(_ more: Int) {
        guard 2 * (nodes.count + more) > slots.count else { return }
        var size = slots.count
        while size < 2 * (nodes.count + more) { size *= 2 }
        shift = UInt64(64 - size.trailingZeroBitCount)
        slots = Array(repeating: Slot(), count: size)
        slots.withUnsafeMutableBufferPointer { slots in
            for number in 1..<max(1, nodes.count) {
                let key = nodes[number].key
                var slot = Self.slot(of: key, shift)
                while slots[slot].node != 0 { slot = (slot + 1) & (size - 1) }
                slots[slot] = Slot(key: key, node: UInt32(truncatingIfNeeded: number))
            }
        }
    }
}

/// The n-grams of a text's units, in order of their lengths.
struct NGramWalk: Sendable {
    let lengths: ClosedRange<Int>
    /// Whether what is shorter than an n-gram stands for it, once: `char_wb`.
    let countsShortOnes: Bool
    private var path: [UInt32] = []

    init(_ configuration: VectorizerConfiguration) {
        lengths = configuration.ngrams
        countsShortOnes = configuration.analyzer == .charWithinWords
    }

    /// How many of these lengths so many units have, at most.
    func termCount(of units: Int) -> Int { units * (lengths.upperBound - lengths.lowerBound + 1) }

    /// Appends the n-grams' nodes to `terms`. `advance` goes from nodes to their children.
    @inline(__always)
    mutating func read(
        _ text: TextUnits, into terms: inout [UInt32],
        _ advance: (UnsafeMutableBufferPointer<UInt32>, UnsafeBufferPointer<UInt32>) -> Void
    ) {
        for piece in text.pieces {
            let count = piece.count
            if path.count < count { path = Array(repeating: 0, count: count) }
            path.withUnsafeMutableBufferPointer { path in
                text.units.withUnsafeBufferPointer { units in
                    let path = UnsafeMutableBufferPointer(rebasing: path[..<count])
                    path.update(repeating: TermTrie.root)
                    var length = 1
                    while length <= min(count, lengths.upperBound) {
                        let nodes = UnsafeMutableBufferPointer(rebasing: path[..<(count - length + 1)])
                        advance(
                            nodes,
                            UnsafeBufferPointer(rebasing: units[(piece.lowerBound + length - 1)..<piece.upperBound]))
                        if length >= lengths.lowerBound || countsShortOnes && length == count {
                            terms.append(contentsOf: nodes)
                        }
                        length += 1
                    }
                }
            }
        }
    }
}
