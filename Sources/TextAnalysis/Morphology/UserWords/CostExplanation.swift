/// Why a word won or lost: the cheapest analysis of a line, and the cheapest of those that take the word, term by term.
package struct CostExplanation: Sendable, Equatable {
    /// The analysis that is the answer, and its cost, the end of the line included.
    package var best: [LatticeToken]
    package var bestCost: Int
    /// The cheapest that goes through the word, and where the word is in it.
    package var through: [LatticeToken]
    package var throughCost: Int
    package var index: Int
    /// Whether the word is in the answer.
    package var wins: Bool
    /// The greatest cost of its own with which the word would be sure to win; nil where it wins, or no cost that can be
    /// given is low enough: then it can be forced.
    package var winningCost: Int?
}

extension MorphologicalAnalyser {
    /// Explains the word that covers exactly `span`, in bytes of the line: of several the one that comes nearest to
    /// winning, a user's before the dictionary's where `ofUser` is true. Nil where no word covers the span, or none can,
    /// since no word ends before it.
    package func explainCosts(
        of line: UnsafeBufferPointer<UInt8>, span: Range<Int>, ofUser: Bool = false, worker: inout LatticeWorker
    ) throws(MorphologyError) -> CostExplanation? {
        try Self.check(line.count, maximum: Self.greatestKeptLine)
        guard let text = line.baseAddress else { return nil }
        let bestCost = model.findBestPath(of: text, count: line.count, keepsAll: true, in: &worker.lattice)
        let explanation = explain(span, ofUser: ofUser, bestCost: bestCost, count: line.count, worker.lattice)
        try checkDictionary()
        return explanation
    }

    /// Explains every occurrence of a word in a line, a user's entry where there is one, in order.
    package func explainCosts(
        of line: String, word: String, worker: inout LatticeWorker
    ) throws(MorphologyError) -> [CostExplanation] {
        let (text, word) = (Array(line.utf8), Array(word.utf8))
        guard !word.isEmpty, word.count <= text.count else { return [] }
        var explanations: [CostExplanation] = []
        for start in 0...(text.count - word.count) where text[start..<(start + word.count)].elementsEqual(word) {
            let span = start..<(start + word.count)
            let explanation = try text.withUnsafeBufferPointer { bytes throws(MorphologyError) in
                let own = try explainCosts(of: bytes, span: span, ofUser: true, worker: &worker)
                return if own != nil { own } else { try explainCosts(of: bytes, span: span, worker: &worker) }
            }
            if let explanation { explanations.append(explanation) }
        }
        return explanations
    }

    private func explain(
        _ span: Range<Int>, ofUser: Bool, bestCost: Int, count: Int, _ lattice: borrowing Lattice
    ) -> CostExplanation? {
        let best = lattice.pathInOrder
        let following = costsToEnd(of: lattice, count: count)
        var chosen: (node: Int32, cost: Int64)?
        for index in 1..<max(lattice.nodes.count, 1) {
            let node = lattice.nodes.pointer[index]
            guard node.start == span.lowerBound, node.end == span.upperBound, let rest = following[index]?.cost,
                !ofUser || isUser(node.lexicon)
            else { continue }
            let cost = node.cost &+ rest
            if cost < chosen?.cost ?? .max { chosen = (Int32(truncatingIfNeeded: index), cost) }
        }
        guard let chosen else { return nil }
        var through: [Int32] = []
        var node = chosen.node
        while node > 0 {
            through.append(node)
            node = lattice.nodes.pointer[Int(node)].previous
        }
        through.reverse()
        let index = through.count - 1
        node = chosen.node
        while let next = following[Int(node)]?.next, next >= 0 {
            through.append(next)
            node = next
        }
        let (bestTokens, throughTokens) = (tokens(best, lattice: lattice), tokens(through, lattice: lattice))
        let wins = best.contains(chosen.node)
        // What other paths are cheaper by; a tie may go either way.
        let surplus = Int(chosen.cost) - bestCost
        let winningCost = Int16(exactly: throughTokens[index].wordCost - surplus - 1).map(Int.init)
        return CostExplanation(
            best: bestTokens, bestCost: cost(of: bestTokens), through: throughTokens,
            throughCost: cost(of: throughTokens), index: index, wins: wins,
            winningCost: wins ? nil : winningCost)
    }

    private func isUser(_ lexicon: UInt8) -> Bool { lexicon > 0 && lexicon != LatticeModel.unknown }

    /// What a whole analysis costs, the connection to the end of the line included.
    package func cost(of tokens: [LatticeToken]) -> Int {
        var rightID = 0
        if let last = tokens.last {
            rightID = min(
                Int(model.tables(of: last.lexicon).entries[Int(last.entry)].rightID), model.rightIDs - 1)
        }
        return (tokens.last?.cumulativeCost ?? 0) + model.connectionCost(rightID: rightID, leftID: 0)
    }

    /// For each node what the cheapest way from it to the end of the line costs, without the node itself, and the node
    /// that follows on it, -1 being the end; nil where no way leads there.
    private func costsToEnd(of lattice: borrowing Lattice, count: Int) -> [(cost: Int64, next: Int32)?] {
        let end = lattice.end(of: count)
        var following = [(cost: Int64, next: Int32)?](repeating: nil, count: lattice.nodes.count)
        // A node begins where those end that may precede it, which were made before it.
        for index in stride(from: lattice.nodes.count - 1, through: 0, by: -1) {
            let node = lattice.nodes.pointer[index]
            if node.end == end {
                let cost = Int64(model.connectionCost(rightID: Int(node.rightID), leftID: 0))
                if cost < following[index]?.cost ?? .max { following[index] = (cost, -1) }
            }
            guard index > 0, let rest = following[index]?.cost else { continue }
            let position = lattice.nodes.pointer[Int(node.previous)].end
            let leftID = Int(model.entry(of: node).leftID)
            let own = model.ownCost(of: node, from: position) &+ rest
            var preceding = lattice.endings.pointer[position]
            while preceding >= 0 {
                let before = lattice.nodes.pointer[Int(preceding)]
                let cost = own &+ Int64(model.connectionCost(rightID: Int(before.rightID), leftID: leftID))
                if cost < following[Int(preceding)]?.cost ?? .max {
                    following[Int(preceding)] = (cost, Int32(truncatingIfNeeded: index))
                }
                preceding = before.next
            }
        }
        return following
    }
}
