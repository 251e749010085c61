/// The scratch of an analysis: kept between calls, so that they allocate nothing, and used by one thread at a time.
package struct LatticeWorker: ~Copyable, @unchecked Sendable {
    var lattice = Lattice()

    package init() {}

    /// Whether it holds more than 8 MB of nodes or as much of what a long line needs: then it is better made anew than
    /// kept.
    package var isLarge: Bool {
        max(lattice.nodes.capacity, lattice.answer.capacity) > 1 << 18 || lattice.endings.capacity > 1 << 21
    }
}

/// The words that a line may be made of. A node is a word at a place; those that end at one position are a list.
struct Lattice: ~Copyable {
    /// The small numbers are packed: nodes are written far more often than they are read.
    struct Node {
        /// The best sum of costs from the beginning to the end of this node.
        var cost: Int64
        private var span: UInt64
        private var links: UInt64
        private var word: UInt64

        @inline(__always)
        init(cost: Int64, span: UInt64, links: UInt64, word: UInt64) {
            self.cost = cost
            self.span = span
            self.links = links
            self.word = word
        }

        /// In bytes of the line, without the spaces before it; end-exclusive.
        @inline(__always) var start: Int { Int(span & 0xffff_ffff) }
        @inline(__always) var end: Int { Int(span >> 32) }
        /// The node before it on the best path to it.
        @inline(__always) var previous: Int32 { Int32(truncatingIfNeeded: links) }
        /// The next in the list of those that end where this does, or -1.
        @inline(__always) var next: Int32 { Int32(truncatingIfNeeded: links >> 32) }
        /// In its lexicon.
        @inline(__always) var entry: UInt32 { UInt32(truncatingIfNeeded: word) }
        @inline(__always) var rightID: UInt16 { UInt16(truncatingIfNeeded: word >> 32) }
        /// The number of the lexicon, or `LatticeModel.unknown`.
        @inline(__always) var lexicon: UInt8 { UInt8(truncatingIfNeeded: word >> 48) }

        @inline(__always)
        static func span(_ start: Int, _ end: Int) -> UInt64 {
            UInt64(truncatingIfNeeded: start) | UInt64(truncatingIfNeeded: end) << 32
        }

        @inline(__always)
        static func links(previous: Int32, next: Int32) -> UInt64 {
            UInt64(UInt32(bitPattern: previous)) | UInt64(UInt32(bitPattern: next)) << 32
        }

        @inline(__always)
        static func word(entry: Int, rightID: UInt16, lexicon: UInt8) -> UInt64 {
            UInt64(truncatingIfNeeded: entry) & 0xffff_ffff | UInt64(rightID) << 32 | UInt64(lexicon) << 48
        }
    }

    /// Words that begin at one position, end at another, and are entries of one lexicon that lie together.
    struct Match {
        var firstEntry: Int32
        var end: Int32
        /// The one that was found before it at the same beginning, or -1.
        var next: Int32
        var count: UInt16
        /// Something of the first entry. It is read so early that the entries are at hand when they are needed.
        var touched: UInt8
        var lexicon: UInt8
    }

    /// Where a search in a double array stands.
    struct Cursor {
        var state: Int32
        var position: Int32
        var start: Int32
        /// The end of the character at `position`; words end nowhere else.
        var characterEnd: Int32
    }

    /// What a node needs of those that end where it begins.
    struct Ending {
        /// The cost above that of the latest of them in the upper half, the complement of the node's number in the
        /// lower: the least key is that of the cheapest node, and in a tie of the latest. Costs at one position
        /// fit: they are apart by what one word leaves out, at most 2²⁰ for each of its bytes where forced words are,
        /// and else 2²⁴ for a space's penalty and 2¹⁶ for a word and its connection.
        var key: Int64
        var rightID: Int32
    }

    /// Node 0 is the beginning of the line.
    var nodes = GrowingBuffer<Node>(capacity: 4096)
    /// (bytes of the line + 1): the first node that ends at each position, or -1.
    var endings = GrowingBuffer<Int32>(capacity: 1024)
    /// The last position where a node ends.
    var greatestEnd = 0
    /// What was found in the block of the line that is looked up at once, and where that lies.
    var matches = GrowingBuffer<Match>(capacity: 1024)
    var block = 0..<0
    /// (bytes of the block): the last match that begins at each, -1 where there is none, -2 where no character begins.
    var lastMatches = GrowingBuffer<Int32>(capacity: 1024)
    var cursors = GrowingBuffer<Cursor>(capacity: 1024)
    var running = GrowingBuffer<Cursor>(capacity: 1024)
    /// The nodes that end at the position in hand, the cheapest of each right id.
    var gathered = GrowingBuffer<Ending>()
    /// (left ids of the words that begin there): the id, where its costs begin in the matrix, and the least key of what
    /// may precede it.
    var leftIDs = GrowingBuffer<Int32>()
    var rows = GrowingBuffer<UInt32>()
    var keys = GrowingBuffer<Int64>()
    /// (ids): where an id lies in `gathered` or `leftIDs`, if it lies there at all. A place is looked at before it is
    /// believed, so that nothing need be erased.
    var placeOfRightID = GrowingBuffer<UInt16>()
    var placeOfLeftID = GrowingBuffer<UInt16>()
    /// The numbers of the nodes of the best path, or of the part of it that was found last, from the last to the first.
    var path = GrowingBuffer<Int32>()
    /// The nodes of the best path in order of the line.
    var answer = GrowingBuffer<Node>()
    /// (nodes): which of them paths lead to.
    var marks = GrowingBuffer<Bool>()

    var pathInOrder: [Int32] { (0..<path.count).reversed().map { path.pointer[$0] } }

    /// Where the last node of a line of `count` bytes ends.
    func end(of count: Int) -> Int {
        var position = count
        while position > 0, endings.pointer[position] < 0 { position -= 1 }
        return position
    }
}
