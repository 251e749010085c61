extension LatticeModel {
    /// Builds the lattice of a line and fills `answer` with the nodes of the cheapest path; returns its cost, the end of
    /// the line included.
    ///
    /// Of paths that cost the same, MeCab's is taken: nodes are made in the reverse order of look-up, and of those that
    /// end at a position and lead on equally well the latest is followed.
    ///
    /// In a long line, what all paths have in common is settled on the way, and its nodes are forgotten, unless
    /// `keepsAll`; then `path` holds the nodes' numbers, too, and nil is returned where there are more than can be kept.
    /// Where all paths have so little in common that `greatestLiveNodes` are not settled, the line is cut: the best path
    /// to where it stands is taken. There alone the answer may differ from MeCab's.
    @discardableResult
    func findBestPath(
        of text: UnsafePointer<UInt8>, count: Int, keepsAll: Bool = false, in lattice: inout Lattice
    ) -> Int? {
        begin(count: count, in: &lattice)
        var limit = keepsAll ? Self.greatestKeptNodes : Self.settledNodes
        var last = 0
        for position in 0..<count {
            if lattice.endings.pointer[position] < 0 {
                guard hasForcedWords, beginsForcedWord(at: position, of: text, count: count, in: &lattice) else {
                    continue
                }
                bridge(from: last, to: position, of: text, count: count, in: &lattice)
                guard lattice.endings.pointer[position] >= 0 else { continue }
            }
            last = position
            if lattice.nodes.count > limit {
                guard !keepsAll else { return nil }
                lattice.settle(before: position)
                if lattice.nodes.count > Self.greatestLiveNodes { lattice.cut(at: position) }
                // What was kept is gone over again when as much has come to it.
                limit = lattice.nodes.count + max(lattice.nodes.count, Self.settledNodes)
            }
            let (match, start) = lookUp(at: position, of: text, count: count, in: &lattice)
            guard match >= 0 else { continue }
            append(match, start: start, after: position, in: &lattice)
        }
        return end(count: count, in: &lattice)
    }

    /// How many nodes are made before it is looked what can be settled.
    private static let settledNodes = 1 << 17
    /// 72 MB, and 40 bytes for each run of them.
    private static let greatestLiveNodes = 1 << 22
    /// Twice as much: some times what an ordinary line of the greatest size needs.
    static let greatestKeptNodes = 1 << 23

    private func begin(count: Int, in lattice: inout Lattice) {
        lattice.begin(
            Lattice.Run(
                leastCost: 0, cheapest: 0, firstNode: 0, next: -1, start: 0, end: 0, firstEntry: 0, count: 1,
                lexicon: Self.unknown), rightID: 0)
        lattice.endings.count = 0
        lattice.endings.reserve(count + 1)
        lattice.endings.pointer.update(repeating: -1, count: count + 1)
        lattice.endings.pointer[0] = 0
        lattice.greatestEnd = 0
        lattice.block = 0..<0
        lattice.answer.count = 0
    }

    /// Appends the nodes of the words that begin at `start`, behind the spaces after `position`, where others end.
    @inline(__always)
    private func append(_ match: Int32, start: Int, after position: Int, in lattice: inout Lattice) {
        let (base, cheapest) = cheapestNode(endingAt: position, in: lattice)
        let limit = findRows(from: match, cheapest, in: &lattice)
        compareOthers(at: position, base, cheapest, limit: limit, in: &lattice)
        appendNodes(from: match, start: start, isAfterSpace: start != position, base, in: &lattice)
    }

    /// Of those that cost the same the latest.
    @inline(__always)
    private func cheapestNode(endingAt position: Int, in lattice: borrowing Lattice) -> (cost: Int64, node: Int32) {
        let runs = lattice.runs.pointer
        var run = runs + Int(lattice.endings.pointer[position])
        var cheapest = (cost: run.pointee.leastCost, node: run.pointee.cheapest)
        while run.pointee.next >= 0 {
            run = runs + Int(run.pointee.next)
            if run.pointee.leastCost < cheapest.cost { cheapest = (run.pointee.leastCost, run.pointee.cheapest) }
        }
        return cheapest
    }

    /// Fills `rows` and `keys`: for each entry of the words that begin here the key of the cheapest node to be followed
    /// by it. Returns the most by which its connections cost more than the cheapest there are.
    @inline(never)
    private func findRows(from match: Int32, _ cheapest: Int32, in lattice: inout Lattice) -> Int64 {
        let matches = lattice.matches.pointer
        var words = 0
        var runs = 0
        var next = match
        while next >= 0 {
            words &+= Int(matches[Int(next)].count)
            runs &+= 1
            next = matches[Int(next)].next
        }
        lattice.rows.reserve(words)
        lattice.keys.reserve(words)
        lattice.runs.reserve(lattice.runs.count &+ runs)
        lattice.nodes.reserve(lattice.nodes.count &+ words)
        let column = matrix + Int(lattice.nodes.rightIDs[Int(cheapest)])
        let ownKey = Self.key(0, cheapest)
        var (rows, keys) = (lattice.rows.pointer, lattice.keys.pointer)
        var limit = Int64.min
        next = match
        var (lastEntry, lastLexicon) = (Int32(-1), UInt8(0))
        while next >= 0 {
            let found = matches[Int(next)]
            next = found.next
            // Unknown words of several lengths have the same entries.
            if found.firstEntry == lastEntry, found.lexicon == lastLexicon { continue }
            (lastEntry, lastLexicon) = (found.firstEntry, found.lexicon)
            var entry = entries(of: found.lexicon) + Int(found.firstEntry)
            let end = entry + Int(found.count)
            while entry < end {
                // Checked when the file was opened, and again, since it may have been written over since.
                let leftID = min(Int(entry.pointee.leftID), leftIDs &- 1)
                let row = rightIDs &* leftID
                let cost = Int64(column[row])
                rows.pointee = UInt32(truncatingIfNeeded: row)
                keys.pointee = ownKey &+ cost << 32
                limit = max(limit, cost &- Int64(leastCosts[leftID]))
                entry += 1
                rows += 1
                keys += 1
            }
        }
        lattice.keys.count = keys - lattice.keys.pointer
        return limit
    }

    /// Compares every row with the nodes that end at `position` but the cheapest. One that costs more than that by more
    /// than `limit` cannot win.
    @inline(never)
    private func compareOthers(
        at position: Int, _ base: Int64, _ cheapest: Int32, limit: Int64, in lattice: inout Lattice
    ) {
        let limit = base &+ limit
        let costs = lattice.nodes.costs
        var kept = 0
        var next = lattice.endings.pointer[position]
        while next >= 0 {
            let run = lattice.runs.pointer[Int(next)]
            next = run.next
            guard run.leastCost <= limit else { continue }
            lattice.gathered.count = kept
            lattice.gathered.reserve(kept &+ Int(run.count))
            let gathered = lattice.gathered.pointer
            var node = run.firstNode
            let end = node &+ Int32(run.count)
            while node < end {
                let cost = costs[Int(node)]
                gathered[kept] = Self.key(cost &- base, node)
                kept &+= (cost <= limit ? 1 : 0) & (node != cheapest ? 1 : 0)
                node &+= 1
            }
        }
        let (rows, keys) = (lattice.rows.pointer, lattice.keys.pointer)
        let count = lattice.keys.count
        for other in 0..<kept {
            let key = lattice.gathered.pointer[other]
            let column = matrix + Int(lattice.nodes.rightIDs[Int(Self.node(of: key))])
            for index in 0..<count {
                keys[index] = min(keys[index], key &+ Int64(column[Int(rows[index])]) << 32)
            }
        }
    }

    @inline(never)
    private func appendNodes(
        from match: Int32, start: Int, isAfterSpace: Bool, _ base: Int64, in lattice: inout Lattice
    ) {
        let endings = lattice.endings.pointer
        let isPenalised = isAfterSpace && penaltyCount > 0
        var greatestEnd = lattice.greatestEnd
        var next = match
        var (lastEntry, lastLexicon) = (Int32(-1), UInt8(0))
        // The keys of a match, and where those of the next one begin.
        var (keys, keysEnd) = (lattice.keys.pointer, lattice.keys.pointer)
        while next >= 0 {
            let found = lattice.matches.pointer[Int(next)]
            next = found.next
            let count = Int(found.count)
            if found.firstEntry != lastEntry || found.lexicon != lastLexicon {
                (lastEntry, lastLexicon) = (found.firstEntry, found.lexicon)
                keys = keysEnd
                keysEnd += count
            }
            let entries = entries(of: found.lexicon) + Int(found.firstEntry)
            let first = lattice.nodes.count
            let run = Int32(truncatingIfNeeded: lattice.runs.count)
            lattice.nodes.count = first &+ count
            lattice.runs.count &+= 1
            let costs = lattice.nodes.costs + first
            let links = lattice.nodes.links + first
            let rightIDs = lattice.nodes.rightIDs + first
            let base = found.lexicon == forced ? base &- Self.bonus(bytes: Int(found.end) &- start) : base
            let greatest = UInt16(truncatingIfNeeded: self.rightIDs &- 1)
            var cheapest = (cost: Int64.max, index: 0)
            var offset = count
            for index in 0..<count {
                offset &-= 1
                let (entry, key) = (entries[offset], keys[offset])
                var cost = base &+ key >> 32 &+ Int64(entry.cost)
                if isPenalised { cost &+= Int64(spacePenalty(entry.partOfSpeechID)) }
                if cost <= cheapest.cost { cheapest = (cost, index) }
                costs[index] = cost
                links[index] = LatticeNodes.Links(previous: Self.node(of: key), run: run)
                rightIDs[index] = min(entry.rightID, greatest)
            }
            lattice.runs.pointer[Int(run)] = Lattice.Run(
                leastCost: cheapest.cost, cheapest: Int32(truncatingIfNeeded: first &+ cheapest.index),
                firstNode: Int32(truncatingIfNeeded: first), next: endings[Int(found.end)],
                start: Int32(truncatingIfNeeded: start), end: found.end, firstEntry: found.firstEntry,
                count: found.count, lexicon: found.lexicon)
            endings[Int(found.end)] = run
            greatestEnd = max(greatestEnd, Int(found.end))
        }
        lattice.greatestEnd = greatestEnd
    }

    @inline(__always)
    private static func key(_ cost: Int64, _ node: Int32) -> Int64 { cost << 32 | Int64(~UInt32(bitPattern: node)) }

    @inline(__always)
    private static func node(of key: Int64) -> Int32 { Int32(bitPattern: ~UInt32(truncatingIfNeeded: key)) }

    /// The end of the line follows what ends last; spaces behind that are left out.
    private func end(count: Int, in lattice: inout Lattice) -> Int {
        let position = lattice.end(of: count)
        let (base, cheapest) = cheapestNode(endingAt: position, in: lattice)
        lattice.rows.pointer[0] = 0
        lattice.keys.pointer[0] = Self.key(Int64(matrix[Int(lattice.nodes.rightIDs[Int(cheapest)])]), cheapest)
        lattice.keys.count = 1
        compareOthers(at: position, base, cheapest, limit: 1 << 40, in: &lattice)
        let key = lattice.keys.pointer[0]
        lattice.path.count = 0
        lattice.answerPath(to: Self.node(of: key))
        return Int(base &+ key >> 32)
    }

    // MARK: - Forced words

    private func beginsForcedWord(
        at position: Int, of text: UnsafePointer<UInt8>, count: Int, in lattice: inout Lattice
    ) -> Bool {
        if !lattice.block.contains(position) { findWords(from: position, of: text, count: count, in: &lattice) }
        var match = lattice.lastMatches.pointer[position - lattice.block.lowerBound]
        while match >= 0 {
            let found = lattice.matches.pointer[Int(match)]
            if found.lexicon == forced { return true }
            match = found.next
        }
        return false
    }

    /// A forced word may begin where no word ends: an unknown word from the last such place leads there.
    private func bridge(
        from position: Int, to end: Int, of text: UnsafePointer<UInt8>, count: Int, in lattice: inout Lattice
    ) {
        let (start, properties) = skipSpaces(from: position, end: end, of: text)
        guard start < end else { return }
        var proposal = unknownEntries[min(properties.category, dictionary.unknownEntries.count - 1)]
        proposal.end = Int32(truncatingIfNeeded: end)
        proposal.next = -1
        let match = Int32(truncatingIfNeeded: lattice.matches.count)
        lattice.matches.append(proposal)
        append(match, start: start, after: position, in: &lattice)
    }
}
