/// The scratch of an analysis: kept between calls, so that they allocate nothing, and used by one thread at a time.
package struct LatticeWorker: ~Copyable, @unchecked Sendable {
    var lattice = Lattice()

    package init() {}
}

/// The words that a line may be made of. A node is a word at a place; those that end at one position are a list.
struct Lattice: ~Copyable {
    struct Node {
        /// The best sum of costs from the beginning to the end of this node.
        var cost: Int64
        /// In its lexicon.
        var entry: UInt32
        var rightID: UInt16
        /// The number of the lexicon, or `LatticeModel.unknown`.
        var lexicon: UInt8
        /// In bytes of the line, without the spaces before it; end-exclusive.
        var start: Int32
        var end: Int32
        /// The node before it on the best path to it.
        var previous: Int32
        /// The next in the list of those that end where this does.
        var next: Int32
    }

    /// Words that begin at one position, end at another, and are entries of one lexicon that lie together.
    struct Candidates {
        var firstEntry: Int32
        var count: Int32
        var end: Int32
        var lexicon: UInt8
    }

    /// What a node needs of those that end where it begins.
    struct Ending {
        var cost: Int64
        var rightID: Int32
        var node: Int32
    }

    /// Node 0 is the beginning of the line.
    var nodes = GrowingBuffer<Node>(capacity: 4096)
    /// (bytes of the line + 1): the first node that ends at each position, or -1.
    var endings = GrowingBuffer<Int32>(capacity: 1024)
    var candidates = GrowingBuffer<Candidates>()
    var gathered = GrowingBuffer<Ending>()
    /// The nodes of the best path, from the last to the first.
    var path = GrowingBuffer<Int32>()
}
