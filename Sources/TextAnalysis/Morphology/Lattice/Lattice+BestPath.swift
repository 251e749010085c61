extension LatticeModel {
    /// Builds the lattice of a line and fills `answer` with the nodes of the cheapest path; returns its cost, the end of
    /// the line included.
    ///
    /// Of paths that cost the same, MeCab's is taken: nodes are linked in the reverse order of look-up, those that end
    /// at a position are met from the latest on, and only a lower cost replaces what was met before.
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
            let base = gatherEndings(at: position, in: &lattice)
            findPreceding(from: match, in: &lattice)
            appendNodes(from: match, start: start, isAfterSpace: start != position, base, in: &lattice)
        }
        return end(count: count, in: &lattice)
    }

    /// How many nodes are made before it is looked what can be settled.
    private static let settledNodes = 1 << 17
    /// 128 MB.
    private static let greatestLiveNodes = 1 << 22
    /// 256 MB, some times what an ordinary line of the greatest size needs.
    static let greatestKeptNodes = 1 << 23

    private func begin(count: Int, in lattice: inout Lattice) {
        lattice.nodes.count = 0
        lattice.nodes.append(
            Lattice.Node(
                cost: 0, span: Lattice.Node.span(0, 0), links: Lattice.Node.links(previous: -1, next: -1),
                word: Lattice.Node.word(entry: 0, rightID: 0, lexicon: Self.unknown)))
        lattice.endings.count = 0
        lattice.endings.reserve(count + 1)
        lattice.endings.pointer.update(repeating: -1, count: count + 1)
        lattice.endings.pointer[0] = 0
        lattice.greatestEnd = 0
        lattice.block = 0..<0
        lattice.answer.count = 0
        reservePlaces(&lattice.placeOfRightID)
        reservePlaces(&lattice.placeOfLeftID)
    }

    /// What they hold does not matter, but must be something; there is room for every id that a file could name.
    @inline(__always)
    private func reservePlaces(_ places: inout GrowingBuffer<UInt16>) {
        guard places.count == 0 else { return }
        places.reserve(1 << 16)
        places.pointer.update(repeating: 0, count: 1 << 16)
        places.count = 1 << 16
    }

    /// Of the nodes that end at a position the cheapest of each right id: what costs more and is followed in the same
    /// way cannot win. The first is the cheapest of all. Returns the cost that keys are above.
    @inline(__always)
    private func gatherEndings(at position: Int, in lattice: inout Lattice) -> Int64 {
        let nodes = lattice.nodes.pointer
        var index = lattice.endings.pointer[position]
        let latest = nodes[Int(index)].cost
        var gathered = lattice.gathered.pointer
        let places = lattice.placeOfRightID.pointer
        var count = 0
        var cheapest = (key: Int64.max, place: 0)
        while index >= 0 {
            let node = nodes + Int(index)
            let rightID = node.pointee.rightID
            let key = (node.pointee.cost &- latest) << 32 | Int64(~UInt32(bitPattern: index))
            index = node.pointee.next
            var place = Int(places[Int(rightID)])
            if place >= count || gathered[place].rightID != Int32(rightID) {
                if count == lattice.gathered.capacity {
                    lattice.gathered.count = count
                    lattice.gathered.reserve(count + 1)
                    gathered = lattice.gathered.pointer
                }
                place = count
                places[Int(rightID)] = UInt16(truncatingIfNeeded: place)
                gathered[place] = Lattice.Ending(key: key, rightID: Int32(rightID))
                count += 1
            } else if key < gathered[place].key {
                gathered[place].key = key
            }
            if key < cheapest.key { cheapest = (key, place) }
        }
        let first = gathered[0]
        gathered[0] = gathered[cheapest.place]
        gathered[cheapest.place] = first
        lattice.gathered.count = count
        return latest
    }

    /// Fills `leftIDs`, `rows` and `keys`: for each left id of the words that begin here the key of the cheapest of the
    /// gathered nodes to be followed by it. Words with one left id share it, since nothing else of them counts.
    ///
    /// First all are compared with the cheapest node, so that the waits for the matrix overlap; then with those of the
    /// others that can still win.
    @inline(__always)
    private func findPreceding(from match: Int32, in lattice: inout Lattice) {
        let matches = lattice.matches.pointer
        var words = 0
        var next = match
        while next >= 0 {
            words += Int(matches[Int(next)].count)
            next = matches[Int(next)].next
        }
        lattice.leftIDs.reserve(words)
        lattice.rows.reserve(words)
        lattice.keys.reserve(words)
        lattice.nodes.reserve(lattice.nodes.count + words)
        let (leftIDs, rows, keys) = (lattice.leftIDs.pointer, lattice.rows.pointer, lattice.keys.pointer)
        let places = lattice.placeOfLeftID.pointer
        let cheapest = lattice.gathered.pointer[0]
        let column = matrix + Int(cheapest.rightID)
        var count = 0
        var limit = Int64.min
        next = match
        while next >= 0 {
            let found = matches[Int(next)]
            next = found.next
            let entries = entries(of: found.lexicon) + Int(found.firstEntry)
            for offset in 0..<Int(found.count) {
                let leftID = Int(entries[offset].leftID)
                let place = Int(places[leftID])
                if place < count, leftIDs[place] == Int32(truncatingIfNeeded: leftID) { continue }
                // Checked when the file was opened, and again, since it may have been written over since.
                guard leftID < self.leftIDs else { continue }
                places[leftID] = UInt16(truncatingIfNeeded: count)
                let row = rightIDs &* leftID
                let cost = Int64(column[row])
                leftIDs[count] = Int32(truncatingIfNeeded: leftID)
                rows[count] = UInt32(truncatingIfNeeded: row)
                keys[count] = cheapest.key &+ cost << 32
                limit = max(limit, cost &- Int64(leastCosts[leftID]))
                count += 1
            }
        }
        lattice.keys.count = count
        compareOthers(limit: limit, in: &lattice)
    }

    /// Compares every left id with the gathered nodes but the first. One that costs more than the first by more than
    /// `limit` cannot win: that is the most by which the first's connections cost more than the cheapest there are.
    @inline(__always)
    private func compareOthers(limit: Int64, in lattice: inout Lattice) {
        let (rows, keys) = (lattice.rows.pointer, lattice.keys.pointer)
        let count = lattice.keys.count
        let gathered = lattice.gathered.pointer
        let limit = limit &+ gathered[0].key >> 32
        for other in stride(from: 1, to: lattice.gathered.count, by: 1) {
            let ending = gathered[other]
            if ending.key >> 32 > limit { continue }
            let column = matrix + Int(ending.rightID)
            for index in 0..<count {
                keys[index] = min(keys[index], ending.key &+ Int64(column[Int(rows[index])]) << 32)
            }
        }
    }

    @inline(__always)
    private func appendNodes(
        from match: Int32, start: Int, isAfterSpace: Bool, _ base: Int64, in lattice: inout Lattice
    ) {
        let matches = lattice.matches.pointer
        let endings = lattice.endings.pointer
        let nodes = lattice.nodes.pointer
        let keys = lattice.keys.pointer
        let places = lattice.placeOfLeftID.pointer
        let known = lattice.keys.count
        var count = lattice.nodes.count
        var next = match
        while next >= 0 {
            let found = matches[Int(next)]
            next = found.next
            let entries = entries(of: found.lexicon) + Int(found.firstEntry)
            var latest = endings[Int(found.end)]
            let span = Lattice.Node.span(start, Int(found.end))
            for offset in stride(from: Int(found.count) - 1, through: 0, by: -1) {
                let entry = entries[offset]
                let place = Int(places[Int(entry.leftID)])
                guard place < known, Int(entry.rightID) < rightIDs else { continue }
                let key = keys[place]
                var cost = base &+ key >> 32 &+ Int64(entry.cost)
                if found.lexicon == forced { cost &-= Self.bonus(bytes: Int(found.end) &- start) }
                if isAfterSpace { cost &+= Int64(spacePenalty(entry.partOfSpeechID)) }
                nodes[count] = Lattice.Node(
                    cost: cost, span: span, links: Lattice.Node.links(previous: Self.node(of: key), next: latest),
                    word: Lattice.Node.word(
                        entry: Int(found.firstEntry) &+ offset, rightID: entry.rightID, lexicon: found.lexicon))
                latest = Int32(truncatingIfNeeded: count)
                count &+= 1
            }
            endings[Int(found.end)] = latest
            lattice.greatestEnd = max(lattice.greatestEnd, Int(found.end))
        }
        lattice.nodes.count = count
    }

    @inline(__always)
    private static func node(of key: Int64) -> Int32 { Int32(bitPattern: ~UInt32(truncatingIfNeeded: key)) }

    /// The end of the line follows what ends last; spaces behind that are left out.
    private func end(count: Int, in lattice: inout Lattice) -> Int {
        let base = gatherEndings(at: lattice.end(of: count), in: &lattice)
        lattice.rows.pointer[0] = 0
        let first = lattice.gathered.pointer[0]
        lattice.keys.pointer[0] = first.key &+ Int64(matrix[Int(first.rightID)]) << 32
        lattice.keys.count = 1
        compareOthers(limit: 1 << 40, in: &lattice)
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
        let base = gatherEndings(at: position, in: &lattice)
        findPreceding(from: match, in: &lattice)
        appendNodes(from: match, start: start, isAfterSpace: start != position, base, in: &lattice)
    }
}
