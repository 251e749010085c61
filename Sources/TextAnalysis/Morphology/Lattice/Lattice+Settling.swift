extension Lattice {
    /// Appends the path from the first node, which it leaves out, to a node.
    mutating func answerPath(to node: Int32) {
        path.count = 0
        var index = node
        while index > 0 {
            path.append(index)
            index = nodes.links[Int(index)].previous
        }
        answer.reserve(answer.count + path.count)
        for step in stride(from: path.count - 1, through: 0, by: -1) {
            answer.append(self.node(path.pointer[step]))
        }
    }

    /// Finds the last node that the best paths to all ends from `position` on share, answers the path to it, and makes
    /// it the first node. Those before it are forgotten; nodes keep their order, and so ties go as they would.
    @inline(never)
    mutating func settle(before position: Int) {
        let shared = lastShared(from: position)
        guard shared > 0 else { return }
        answerPath(to: shared)
        let run = nodes.links[Int(shared)].run
        nodes.forget(before: Int(shared), run: run)
        runs.count -= Int(run)
        for index in 0..<runs.count {
            var moved = runs.pointer[Int(run) + index]
            // Of the first run nodes may be left out; then no list leads to it.
            moved.count -= UInt16(truncatingIfNeeded: max(shared - moved.firstNode, 0))
            moved.cheapest = max(moved.cheapest - shared, 0)
            moved.firstNode = max(moved.firstNode - shared, 0)
            moved.next = max(moved.next - run, -1)
            runs.pointer[index] = moved
        }
        for place in position...max(position, greatestEnd) where endings.pointer[place] >= 0 {
            endings.pointer[place] -= run
        }
    }

    /// Answers the cheapest path to `position`, where some node ends, and makes its last node the first and only one.
    @inline(never)
    mutating func cut(at position: Int) {
        let ending = nodes(endingAt: position)
        guard var cheapest = ending.first else { return }
        for index in ending where nodes.costs[Int(index)] < nodes.costs[Int(cheapest)] { cheapest = index }
        answerPath(to: cheapest)
        let last = node(cheapest)
        begin(
            Run(
                leastCost: last.cost, cheapest: 0, firstNode: 0, next: -1, start: last.start, end: last.end,
                firstEntry: last.entry, count: 1, lexicon: last.lexicon), rightID: last.rightID)
        for place in position...max(position, greatestEnd) { endings.pointer[place] = -1 }
        endings.pointer[position] = 0
        greatestEnd = position
    }

    /// Makes the one node of a run the first and only one.
    mutating func begin(_ run: Run, rightID: UInt16) {
        runs.count = 0
        runs.append(run)
        nodes.costs[0] = run.leastCost
        nodes.links[0] = LatticeNodes.Links(previous: -1, run: 0)
        nodes.rightIDs[0] = rightID
        nodes.count = 1
    }

    /// Goes back from all ends at once, always from the latest node, until one is left.
    private mutating func lastShared(from position: Int) -> Int32 {
        marks.reserve(nodes.count)
        marks.pointer.update(repeating: false, count: nodes.count)
        var marked = 0
        for place in position...max(position, greatestEnd) {
            var index = endings.pointer[place]
            while index >= 0 {
                let run = runs.pointer[Int(index)]
                (marks.pointer + Int(run.firstNode)).update(repeating: true, count: Int(run.count))
                marked += Int(run.count)
                index = run.next
            }
        }
        var index = nodes.count - 1
        while index > 0 {
            if marks.pointer[index] {
                if marked == 1 { break }
                let previous = Int(nodes.links[index].previous)
                if marks.pointer[previous] { marked -= 1 } else { marks.pointer[previous] = true }
            }
            index -= 1
        }
        return Int32(truncatingIfNeeded: index)
    }
}
