extension LatticeModel {
    /// Builds the lattice of a line and fills `path` with the nodes of the cheapest path, from the last to the first;
    /// returns its cost, the end of the line included.
    ///
    /// Of paths that cost the same, MeCab's is taken: nodes are linked in the reverse order of look-up, those that end
    /// at a position are met from the latest on, and only a lower cost replaces what was met before.
    func findBestPath(of text: UnsafePointer<UInt8>, count: Int, in lattice: inout Lattice) -> Int {
        begin(count: count, in: &lattice)
        for position in 0..<count where lattice.endings.pointer[position] >= 0 {
            let start = lookUp(at: position, of: text, count: count, into: &lattice)
            guard lattice.candidates.count > 0 else { continue }
            gatherEndings(at: position, in: &lattice)
            appendNodes(start: start, isAfterSpace: start != position, in: &lattice)
        }
        return end(count: count, in: &lattice)
    }

    private func begin(count: Int, in lattice: inout Lattice) {
        lattice.nodes.count = 0
        lattice.nodes.append(
            Lattice.Node(
                cost: 0, entry: 0, rightID: 0, lexicon: Self.unknown, start: 0, end: 0, previous: -1, next: -1))
        lattice.endings.count = 0
        lattice.endings.reserve(count + 1)
        lattice.endings.pointer.update(repeating: -1, count: count + 1)
        lattice.endings.pointer[0] = 0
    }

    /// The nodes that end at a position, side by side.
    @inline(__always)
    private func gatherEndings(at position: Int, in lattice: inout Lattice) {
        lattice.gathered.count = 0
        var index = lattice.endings.pointer[position]
        while index >= 0 {
            let node = lattice.nodes.pointer[Int(index)]
            lattice.gathered.append(
                Lattice.Ending(cost: node.cost, rightID: Int32(node.rightID), node: index))
            index = node.next
        }
    }

    /// The cheapest of the gathered nodes to be followed by a word with `leftID`; the first of them in a tie.
    @inline(__always)
    private func cheapest(
        before leftID: Int, in lattice: borrowing Lattice
    ) -> (cost: Int64, node: Int32) {
        let row = matrix + rightIDs * leftID
        let gathered = lattice.gathered.pointer
        var best = (cost: Int64.max, index: 0)
        for index in 0..<lattice.gathered.count {
            let cost = gathered[index].cost &+ Int64(row[Int(gathered[index].rightID)])
            let isLess = cost < best.cost
            best.cost = isLess ? cost : best.cost
            best.index = isLess ? index : best.index
        }
        return (best.cost, gathered[best.index].node)
    }

    @inline(__always)
    private func appendNodes(start: Int, isAfterSpace: Bool, in lattice: inout Lattice) {
        var leftID = -1
        var best = (cost: Int64(0), node: Int32(0))
        for group in stride(from: lattice.candidates.count - 1, through: 0, by: -1) {
            let candidates = lattice.candidates.pointer[group]
            let entries = tables(of: candidates.lexicon).entries
            let count = Int(candidates.count)
            lattice.nodes.reserve(lattice.nodes.count + count)
            for offset in stride(from: count - 1, through: 0, by: -1) {
                let entry = entries[Int(candidates.firstEntry) + offset]
                // Checked when the file was opened, and again, since it may have been written over since.
                guard Int(entry.leftID) < leftIDs, Int(entry.rightID) < rightIDs else { continue }
                // What precedes depends on the left id alone, and neighbours often have the same.
                if Int(entry.leftID) != leftID {
                    leftID = Int(entry.leftID)
                    best = cheapest(before: leftID, in: lattice)
                }
                var cost = best.cost &+ Int64(entry.cost)
                if isAfterSpace { cost &+= Int64(spacePenalty(entry.partOfSpeechID)) }
                let index = lattice.nodes.count
                lattice.nodes.pointer[index] = Lattice.Node(
                    cost: cost, entry: UInt32(truncatingIfNeeded: Int(candidates.firstEntry) + offset),
                    rightID: entry.rightID, lexicon: candidates.lexicon, start: Int32(truncatingIfNeeded: start),
                    end: candidates.end, previous: best.node, next: lattice.endings.pointer[Int(candidates.end)])
                lattice.endings.pointer[Int(candidates.end)] = Int32(truncatingIfNeeded: index)
                lattice.nodes.count = index + 1
            }
        }
    }

    /// The end of the line follows what ends last; spaces behind that are left out.
    private func end(count: Int, in lattice: inout Lattice) -> Int {
        var position = count
        while position > 0, lattice.endings.pointer[position] < 0 { position -= 1 }
        gatherEndings(at: position, in: &lattice)
        let best = cheapest(before: 0, in: lattice)
        lattice.path.count = 0
        var index = best.node
        while index > 0 {
            lattice.path.append(index)
            index = lattice.nodes.pointer[Int(index)].previous
        }
        return Int(best.cost)
    }
}
