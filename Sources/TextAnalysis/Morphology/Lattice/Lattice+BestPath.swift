extension LatticeModel {
    /// Builds the lattice of a line and fills `path` with the nodes of the cheapest path, from the last to the first;
    /// returns its cost, the end of the line included.
    ///
    /// Of paths that cost the same, MeCab's is taken: nodes are linked in the reverse order of look-up, those that end
    /// at a position are met from the latest on, and only a lower cost replaces what was met before.
    func findBestPath(of text: UnsafePointer<UInt8>, count: Int, in lattice: inout Lattice) -> Int {
        begin(count: count, in: &lattice)
        for position in 0..<count where lattice.endings.pointer[position] >= 0 {
            let (match, start) = lookUp(at: position, of: text, count: count, in: &lattice)
            guard match >= 0 else { continue }
            gatherEndings(at: position, in: &lattice)
            findPreceding(from: match, in: &lattice)
            appendNodes(from: match, start: start, isAfterSpace: start != position, in: &lattice)
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
        lattice.block = 0..<0
        reservePlaces(&lattice.placeOfRightID, rightIDs)
        reservePlaces(&lattice.placeOfLeftID, leftIDs)
    }

    /// What they hold does not matter, but must be something.
    @inline(__always)
    private func reservePlaces(_ places: inout GrowingBuffer<UInt16>, _ count: Int) {
        guard places.count < count else { return }
        places.reserve(count)
        places.pointer.update(repeating: 0, count: count)
        places.count = count
    }

    /// Of the nodes that end at a position the cheapest of each right id: what costs more and is followed in the same
    /// way cannot win. In a tie the latest node stands, which comes first in the list.
    @inline(__always)
    private func gatherEndings(at position: Int, in lattice: inout Lattice) {
        lattice.gathered.count = 0
        let places = lattice.placeOfRightID.pointer
        var index = lattice.endings.pointer[position]
        while index >= 0 {
            let node = lattice.nodes.pointer[Int(index)]
            let ending = Lattice.Ending(cost: node.cost, rightID: Int32(node.rightID), node: index)
            index = node.next
            let place = Int(places[Int(node.rightID)])
            if place < lattice.gathered.count, lattice.gathered.pointer[place].rightID == ending.rightID {
                if ending.cost < lattice.gathered.pointer[place].cost { lattice.gathered.pointer[place] = ending }
            } else {
                places[Int(node.rightID)] = UInt16(truncatingIfNeeded: lattice.gathered.count)
                lattice.gathered.append(ending)
            }
        }
    }

    /// For each left id of the words that begin here, the cheapest of the gathered nodes to be followed by it; in a tie
    /// the latest node. Words with one left id share it, since nothing else of them counts.
    ///
    /// First all are compared with the cheapest node, so that the waits for the matrix overlap.
    @inline(__always)
    private func findPreceding(from match: Int32, in lattice: inout Lattice) {
        lattice.preceding.count = 0
        let cheapest = takeCheapest(in: &lattice)
        let places = lattice.placeOfLeftID.pointer
        var match = match
        while match >= 0 {
            let found = lattice.matches.pointer[Int(match)]
            let entries = tables(of: found.lexicon).entries + Int(found.firstEntry)
            lattice.preceding.reserve(lattice.preceding.count + Int(found.count))
            for offset in 0..<Int(found.count) {
                let leftID = Int(entries[offset].leftID)
                // Checked when the file was opened, and again, since it may have been written over since.
                guard leftID < leftIDs else { continue }
                let place = Int(places[leftID])
                if place < lattice.preceding.count, Int(lattice.preceding.pointer[place].leftID) == leftID { continue }
                let new = lattice.preceding.count
                places[leftID] = UInt16(truncatingIfNeeded: new)
                lattice.preceding.pointer[new] = preceding(leftID, cheapest)
                lattice.preceding.count = new + 1
            }
            match = found.next
        }
        compareOthers(in: &lattice)
    }

    @inline(__always)
    private func preceding(_ leftID: Int, _ ending: Lattice.Ending) -> Lattice.Preceding {
        Lattice.Preceding(
            cost: ending.cost &+ Int64(matrix[rightIDs * leftID + Int(ending.rightID)]),
            leftID: Int32(truncatingIfNeeded: leftID), node: ending.node)
    }

    /// Takes the cheapest node out of the gathered ones; there is one at least.
    @inline(__always)
    private func takeCheapest(in lattice: inout Lattice) -> Lattice.Ending {
        let gathered = lattice.gathered.pointer
        var best = 0
        for index in 1..<max(lattice.gathered.count, 1) where gathered[index].cost < gathered[best].cost {
            best = index
        }
        let cheapest = gathered[best]
        lattice.gathered.count -= 1
        gathered[best] = gathered[lattice.gathered.count]
        return cheapest
    }

    /// Compares every left id with those of the gathered nodes that could still win with one of them.
    @inline(__always)
    private func compareOthers(in lattice: inout Lattice) {
        guard lattice.gathered.count > 0 else { return }
        let preceding = lattice.preceding.pointer
        let count = lattice.preceding.count
        var limit = Int64.min
        for index in 0..<count {
            limit = max(limit, preceding[index].cost &- leastCosts[Int(preceding[index].leftID)])
        }
        for other in 0..<lattice.gathered.count {
            let ending = lattice.gathered.pointer[other]
            if ending.cost > limit { continue }
            let column = matrix + Int(ending.rightID)
            for index in 0..<count {
                let best = preceding[index]
                let cost = ending.cost &+ Int64(column[rightIDs &* Int(best.leftID)])
                let isBetter = cost < best.cost || cost == best.cost && ending.node > best.node
                preceding[index].cost = isBetter ? cost : best.cost
                preceding[index].node = isBetter ? ending.node : best.node
            }
        }
    }

    @inline(__always)
    private func appendNodes(from match: Int32, start: Int, isAfterSpace: Bool, in lattice: inout Lattice) {
        var match = match
        while match >= 0 {
            let found = lattice.matches.pointer[Int(match)]
            let entries = tables(of: found.lexicon).entries
            let count = Int(found.count)
            lattice.nodes.reserve(lattice.nodes.count + count)
            for offset in stride(from: count - 1, through: 0, by: -1) {
                let entry = entries[Int(found.firstEntry) + offset]
                guard Int(entry.leftID) < leftIDs, Int(entry.rightID) < rightIDs else { continue }
                let place = Int(lattice.placeOfLeftID.pointer[Int(entry.leftID)])
                guard place < lattice.preceding.count else { continue }
                let best = lattice.preceding.pointer[place]
                var cost = best.cost &+ Int64(entry.cost)
                if isAfterSpace { cost &+= Int64(spacePenalty(entry.partOfSpeechID)) }
                let index = lattice.nodes.count
                lattice.nodes.pointer[index] = Lattice.Node(
                    cost: cost, entry: UInt32(truncatingIfNeeded: Int(found.firstEntry) + offset),
                    rightID: entry.rightID, lexicon: found.lexicon, start: Int32(truncatingIfNeeded: start),
                    end: found.end, previous: best.node, next: lattice.endings.pointer[Int(found.end)])
                lattice.endings.pointer[Int(found.end)] = Int32(truncatingIfNeeded: index)
                lattice.nodes.count = index + 1
            }
            match = found.next
        }
    }

    /// The end of the line follows what ends last; spaces behind that are left out.
    private func end(count: Int, in lattice: inout Lattice) -> Int {
        var position = count
        while position > 0, lattice.endings.pointer[position] < 0 { position -= 1 }
        gatherEndings(at: position, in: &lattice)
        lattice.preceding.count = 1
        lattice.preceding.pointer[0] = preceding(0, takeCheapest(in: &lattice))
        compareOthers(in: &lattice)
        let best = lattice.preceding.pointer[0]
        lattice.path.count = 0
        var index = best.node
        while index > 0 {
            lattice.path.append(index)
            index = lattice.nodes.pointer[Int(index)].previous
        }
        return Int(best.cost)
    }
}
