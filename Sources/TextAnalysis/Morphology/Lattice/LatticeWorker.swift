/// The scratch of an analysis: kept between calls, so that they allocate nothing, and used by one thread at a time.
package struct LatticeWorker: ~Copyable, @unchecked Sendable {
    var lattice = Lattice()

    package init() {}

    /// Whether it holds more than 8 MB of nodes and their runs or as much of what a long line needs: then it is better made anew than
    /// kept.
    package var isLarge: Bool {
        max(lattice.nodes.capacity, lattice.answer.capacity) > 1 << 18 || lattice.endings.capacity > 1 << 21
    }
}

/// The words that a line may be made of. A node is a word at a place. The nodes of one match lie together and are a run;
/// the runs that end at one position are a list.
struct Lattice: ~Copyable {
    /// What is known of a node, put together from its columns and its run.
    struct Node {
        /// The best sum of costs from the beginning to the end of this node.
        var cost: Int64
        /// In bytes of the line, without the spaces before it; end-exclusive.
        var start: Int32
        var end: Int32
        /// The node before it on the best path to it; -1 before the beginning of the line.
        var previous: Int32
        /// In its lexicon.
        var entry: Int32
        var rightID: UInt16
        /// The number of the lexicon, or `LatticeModel.unknown`.
        var lexicon: UInt8
    }

    /// The nodes of one match, in the reverse order of its entries.
    struct Run {
        /// The least cost of its nodes, and the last node that has it.
        var leastCost: Int64
        var cheapest: Int32
        var firstNode: Int32
        /// The one that was made before it of those that end where this does, or -1.
        var next: Int32
        var start: Int32
        var end: Int32
        var firstEntry: Int32
        var count: UInt16
        var lexicon: UInt8
    }

    /// Words that begin at one position, end at another, and are entries of one lexicon that lie together.
    struct Match {
        var firstEntry: Int32
        var end: Int32
        /// The one that was found before it at the same beginning, or -1.
        var next: Int32
        var count: UInt16
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

    /// Node 0 is the beginning of the line, and the only one of run 0.
    var nodes = LatticeNodes(capacity: 4096)
    var runs = GrowingBuffer<Run>(capacity: 1024)
    /// (bytes of the line + 1): the run that was made last of those that end at each position, or -1.
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
    /// (nodes that end at the position in hand and may win): the cost above that of the cheapest of them in the upper
    /// half, the complement of the node's number in the lower: the least key is that of the cheapest node, and in a tie
    /// of the latest. Costs at one position fit: they are apart by what one word leaves out, at most 2²⁰ for each of
    /// its bytes where forced words are, and else 2²⁴ for a space's penalty and 2¹⁶ for a word and its connection.
    var gathered = GrowingBuffer<Int64>()
    /// (entries of the words that begin there): where the costs of its left id begin in the matrix, and the least key of
    /// what may precede it.
    var rows = GrowingBuffer<UInt32>()
    var keys = GrowingBuffer<Int64>()
    /// The numbers of the nodes of the best path, or of the part of it that was found last, from the last to the first.
    var path = GrowingBuffer<Int32>()
    /// The nodes of the best path in order of the line.
    var answer = GrowingBuffer<Node>()
    /// (nodes): which of them paths lead to.
    var marks = GrowingBuffer<Bool>()

    var pathInOrder: [Int32] { (0..<path.count).reversed().map { path.pointer[$0] } }

    func node(_ index: Int32) -> Node {
        let links = nodes.links[Int(index)]
        let run = runs.pointer[Int(links.run)]
        return Node(
            cost: nodes.costs[Int(index)], start: run.start, end: run.end, previous: links.previous,
            entry: run.firstEntry + Int32(run.count) - 1 - (index - run.firstNode),
            rightID: nodes.rightIDs[Int(index)], lexicon: run.lexicon)
    }

    /// The nodes that end at a position, from the latest on.
    func nodes(endingAt position: Int) -> [Int32] {
        var nodes: [Int32] = []
        var index = endings.pointer[position]
        while index >= 0 {
            let run = runs.pointer[Int(index)]
            nodes += (run.firstNode..<(run.firstNode + Int32(run.count))).reversed()
            index = run.next
        }
        return nodes
    }

    /// Where the last node of a line of `count` bytes ends.
    func end(of count: Int) -> Int {
        var position = count
        while position > 0, endings.pointer[position] < 0 { position -= 1 }
        return position
    }
}
