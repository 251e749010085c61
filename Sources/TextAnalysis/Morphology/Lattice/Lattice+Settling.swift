extension Lattice {
    /// Appends the path from the first node, which it leaves out, to a node.
    mutating func answerPath(to node: Int32) {
        path.count = 0
        var index = node
        while index > 0 {
            path.append(index)
            index = nodes.pointer[Int(index)].previous
        }
        answer.reserve(answer.count + path.count)
        for step in stride(from: path.count - 1, through: 0, by: -1) {
            answer.append(nodes.pointer[Int(path.pointer[step])])
        }
    }

    /// Finds the last node that the best paths to all ends from `position` on share, answers the path to it, and makes
    /// it the first node. Those before it are forgotten; nodes keep their order, and so ties go as they would.
    @inline(never)
    mutating func settle(before position: Int) {
        let shared = Int(lastShared(from: position))
        guard shared > 0 else { return }
        answerPath(to: Int32(truncatingIfNeeded: shared))
        let kept = nodes.count - shared
        for index in 0..<kept {
            let node = nodes.pointer[shared + index]
            // What was not on any of the paths may point to forgotten nodes: nothing leads there any more.
            nodes.pointer[index] = node.moved(by: Int32(truncatingIfNeeded: shared))
        }
        nodes.count = kept
        for place in position...max(position, greatestEnd) where endings.pointer[place] >= 0 {
            endings.pointer[place] -= Int32(truncatingIfNeeded: shared)
        }
    }

    /// Answers the cheapest path to `position`, where some node ends, and makes its last node the first and only one.
    @inline(never)
    mutating func cut(at position: Int) {
        var cheapest = endings.pointer[position]
        var index = cheapest
        while index >= 0 {
            let node = nodes.pointer[Int(index)]
            if node.cost < nodes.pointer[Int(cheapest)].cost { cheapest = index }
            index = node.next
        }
        answerPath(to: cheapest)
        nodes.pointer[0] = nodes.pointer[Int(cheapest)].alone
        nodes.count = 1
        for place in position...max(position, greatestEnd) { endings.pointer[place] = -1 }
        endings.pointer[position] = 0
        greatestEnd = position
    }

    /// Goes back from all ends at once, always from the latest node, until one is left.
    private mutating func lastShared(from position: Int) -> Int32 {
        marks.reserve(nodes.count)
        marks.pointer.update(repeating: false, count: nodes.count)
        var marked = 0
        for place in position...max(position, greatestEnd) {
            var index = endings.pointer[place]
            while index >= 0 {
                marks.pointer[Int(index)] = true
                marked += 1
                index = nodes.pointer[Int(index)].next
            }
        }
        var index = nodes.count - 1
        while index > 0 {
            if marks.pointer[index] {
                if marked == 1 { break }
                let previous = Int(nodes.pointer[index].previous)
                if marks.pointer[previous] { marked -= 1 } else { marks.pointer[previous] = true }
            }
            index -= 1
        }
        return Int32(truncatingIfNeeded: index)
    }
}

extension Lattice.Node {
    /// Without links to others.
    fileprivate var alone: Lattice.Node {
        Lattice.Node(
            cost: cost, span: Self.span(start, end), links: Self.links(previous: -1, next: -1),
            word: Self.word(entry: Int(entry), rightID: rightID, lexicon: lexicon))
    }

    fileprivate func moved(by count: Int32) -> Lattice.Node {
        Lattice.Node(
            cost: cost, span: Self.span(start, end),
            links: Self.links(previous: max(previous - count, 0), next: max(next - count, -1)),
            word: Self.word(entry: Int(entry), rightID: rightID, lexicon: lexicon))
    }
}
