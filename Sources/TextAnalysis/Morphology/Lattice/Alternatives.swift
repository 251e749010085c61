/// Finds the paths of a lattice from the cheapest on: A* from the end of the line, where the cost from the beginning to
/// each node, which the best path left there, tells exactly what is still to come (Soong and Huang, 1991).
///
/// Paths that cost the same come in MeCab's order. That depends on how a binary heap treats equal keys, so it is the
/// heap of the C++ library that MeCab is built with, step for step.
struct PathSearch {
    private struct Step {
        /// -1 is the end of the line.
        var node: Int32
        /// The step after it in the line, or -1.
        var next: Int32
        /// From this node to the end of the line, and of the whole path at best.
        var costToEnd: Int64
        var total: Int64
    }

    /// What a search may hold, so that a long line cannot take all memory: past it no more paths are found.
    private static let greatestStepCount = 1 << 21

    private let model: LatticeModel
    private var steps: [Step]
    /// A heap of places in `steps`, the least total first.
    private var heap: [Int32] = []
    private let end: Int

    /// `end` is where the last node of the line ends.
    init(_ model: LatticeModel, end: Int) {
        self.model = model
        self.end = end
        steps = [Step(node: -1, next: -1, costToEnd: 0, total: 0)]
        push(0)
    }

    /// The nodes of the next path, in order of the line; nil when there is none.
    mutating func next(in lattice: borrowing Lattice) -> [Int32]? {
        while let place = pop() {
            let step = steps[Int(place)]
            if step.node == 0 { return path(from: step.next) }
            guard steps.count < Self.greatestStepCount else { return nil }
            pushPredecessors(of: step, at: place, in: lattice)
        }
        return nil
    }

    private func path(from first: Int32) -> [Int32] {
        var path: [Int32] = []
        var place = first
        while place > 0 {
            path.append(steps[Int(place)].node)
            place = steps[Int(place)].next
        }
        return path
    }

    /// From the first that was made to the last, as MeCab's list of them runs.
    private mutating func pushPredecessors(of step: Step, at place: Int32, in lattice: borrowing Lattice) {
        var (position, leftID, ownCost) = (end, 0, Int64(0))
        if step.node > 0 {
            let node = lattice.node(step.node)
            position = Int(lattice.node(node.previous).end)
            leftID = Int(model.entry(of: node).leftID)
            ownCost = model.ownCost(of: node, from: position)
        }
        for index in lattice.nodes(endingAt: position).reversed() {
            let node = lattice.node(index)
            let cost = ownCost &+ Int64(model.connectionCost(rightID: Int(node.rightID), leftID: leftID))
            let costToEnd = step.costToEnd &+ cost
            steps.append(Step(node: index, next: place, costToEnd: costToEnd, total: node.cost &+ costToEnd))
            push(Int32(truncatingIfNeeded: steps.count - 1))
        }
    }

    private func total(_ place: Int32) -> Int64 { steps[Int(place)].total }

    private mutating func push(_ place: Int32) {
        heap.append(place)
        rise(from: heap.count - 1, place)
    }

    private mutating func rise(from hole: Int, _ place: Int32) {
        var hole = hole
        while hole > 0 {
            let parent = (hole - 1) / 2
            guard total(heap[parent]) > total(place) else { break }
            heap[hole] = heap[parent]
            hole = parent
        }
        heap[hole] = place
    }

    /// The hole that the first leaves sinks to a leaf before the last is put there and rises.
    private mutating func pop() -> Int32? {
        guard let first = heap.first, let last = heap.popLast() else { return nil }
        let count = heap.count
        guard count > 0 else { return first }
        var hole = 0
        var child = 0
        while child < (count - 1) / 2 {
            child = 2 * (child + 1)
            if total(heap[child]) > total(heap[child - 1]) { child -= 1 }
            heap[hole] = heap[child]
            hole = child
        }
        if count % 2 == 0, child == (count - 2) / 2 {
            child = 2 * (child + 1)
            heap[hole] = heap[child - 1]
            hole = child - 1
        }
        rise(from: hole, last)
        return first
    }
}

extension MorphologicalAnalyser {
    /// As many alternatives as are found, with MeCab.
    package static let greatestAlternativeCount = 512

    /// The cheapest analyses of one line, from the cheapest on, at most `count` and at most 512. A line feed within it
    /// is a character like others. A line has at most 1 MiB; of very long ones fewer may be found than there are.
    package func alternatives(
        of line: UnsafeBufferPointer<UInt8>, count: Int, worker: inout LatticeWorker
    ) throws(MorphologyError) -> [[LatticeToken]] {
        guard line.baseAddress != nil, count > 0 else { return [] }
        _ = try keepLattice(of: line, in: &worker.lattice)
        var search = PathSearch(model, end: worker.lattice.end(of: line.count))
        var alternatives: [[LatticeToken]] = []
        while alternatives.count < min(count, Self.greatestAlternativeCount),
            let path = search.next(in: worker.lattice)
        {
            alternatives.append(tokens(path, lattice: worker.lattice))
        }
        try checkDictionary()
        return alternatives
    }

    /// The same of a string.
    package func alternatives(
        of line: String, count: Int, worker: inout LatticeWorker
    ) throws(MorphologyError) -> [[LatticeToken]] {
        try Array(line.utf8).withUnsafeBufferPointer { bytes throws(MorphologyError) in
            try alternatives(of: bytes, count: count, worker: &worker)
        }
    }
}
