/// The nodes of a lattice, a column for each thing that is known of one: the search runs through the costs alone. Kept
/// between calls, as a `GrowingBuffer` is.
struct LatticeNodes: ~Copyable {
    struct Links: BitwiseCopyable {
        /// The node before it on the best path to it; -1 before the beginning of the line.
        var previous: Int32
        var run: Int32
    }

    /// The best sums of costs from the beginning of the line to the end of the node.
    private(set) var costs: UnsafeMutablePointer<Int64>
    private(set) var links: UnsafeMutablePointer<Links>
    private(set) var rightIDs: UnsafeMutablePointer<UInt16>
    private(set) var capacity: Int
    var count = 0

    init(capacity: Int) {
        self.capacity = capacity
        costs = .allocate(capacity: capacity)
        links = .allocate(capacity: capacity)
        rightIDs = .allocate(capacity: capacity)
    }

    deinit {
        costs.deallocate()
        links.deallocate()
        rightIDs.deallocate()
    }

    /// Makes room for so many nodes, keeping the first `count`.
    @inline(__always)
    mutating func reserve(_ wanted: Int) {
        if wanted > capacity { grow(to: wanted) }
    }

    @inline(never)
    private mutating func grow(to wanted: Int) {
        let larger = max(wanted, capacity + capacity / 2)
        costs = moved(costs, to: larger)
        links = moved(links, to: larger)
        rightIDs = moved(rightIDs, to: larger)
        capacity = larger
    }

    /// Makes node `first` the first, and `run` the first run. What was not on any path may then point to what is
    /// forgotten: nothing leads there any more.
    mutating func forget(before first: Int, run: Int32) {
        count -= first
        costs.update(from: costs + first, count: count)
        rightIDs.update(from: rightIDs + first, count: count)
        for index in 0..<count {
            let link = links[first + index]
            links[index] = Links(
                previous: max(link.previous - Int32(truncatingIfNeeded: first), 0), run: link.run - run)
        }
    }

    private func moved<Value: BitwiseCopyable>(
        _ values: UnsafeMutablePointer<Value>, to capacity: Int
    ) -> UnsafeMutablePointer<Value> {
        let memory = UnsafeMutablePointer<Value>.allocate(capacity: capacity)
        memory.update(from: values, count: count)
        values.deallocate()
        return memory
    }
}
