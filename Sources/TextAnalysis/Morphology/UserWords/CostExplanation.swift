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
    /// Explains for each of `spans`, in bytes of the line, the word that covers exactly this: of several the one that
    /// comes nearest to winning, with `ofUser` of a user's words alone. Nil where no word covers the span, or none can,
    /// since no word ends before it.
    package func explainCosts(
        of line: UnsafeBufferPointer<UInt8>, spans: [Range<Int>], ofUser: Bool = false, worker: inout LatticeWorker
    ) throws(MorphologyError) -> [CostExplanation?] {
        guard line.baseAddress != nil, !spans.isEmpty else { return spans.map { _ in nil } }
        let bestCost = try keepLattice(of: line, in: &worker.lattice)
        let following = costsToEnd(of: worker.lattice, count: line.count)
        let best = worker.lattice.pathInOrder
        var explanations: [CostExplanation?] = []
        for span in spans {
            guard span.upperBound <= line.count else {
                explanations.append(nil)
                continue
            }
            explanations.append(
                explain(
                    span, ofUser: ofUser, best: best, bestCost: bestCost, following: following, worker.lattice))
        }
        try checkDictionary()
        return explanations
    }

    /// Explains every occurrence of a word in a line, a user's entry where there is one, in order.
    package func explainCosts(
        of line: String, word: String, worker: inout LatticeWorker
    ) throws(MorphologyError) -> [CostExplanation] {
        let (text, word) = (Array(line.utf8), Array(word.utf8))
        guard !word.isEmpty, word.count <= text.count else { return [] }
        let spans = (0...(text.count - word.count)).map { $0..<($0 + word.count) }
            .filter { text[$0].elementsEqual(word) }
        return try text.withUnsafeBufferPointer { bytes throws(MorphologyError) in
            let own = try explainCosts(of: bytes, spans: spans, ofUser: true, worker: &worker)
            let all = try explainCosts(of: bytes, spans: spans, worker: &worker)
            return zip(own, all).compactMap { $0 ?? $1 }
        }
    }

    private func explain(
        _ span: Range<Int>, ofUser: Bool, best: [Int32], bestCost: Int, following: [(cost: Int64, next: Int32)?],
        _ lattice: borrowing Lattice
    ) -> CostExplanation? {
        var chosen: (node: Int32, cost: Int64)?
        for index in lattice.nodes(endingAt: span.upperBound) where index > 0 {
            let node = lattice.node(index)
            guard Int(node.start) == span.lowerBound, let rest = following[Int(index)]?.cost,
                !ofUser || isUser(node.lexicon)
            else { continue }
            let cost = node.cost &+ rest
            // They come from the latest on; of those that cost the same the first is taken.
            if cost <= chosen?.cost ?? .max { chosen = (index, cost) }
        }
        guard let chosen else { return nil }
        var through: [Int32] = []
        var node = chosen.node
        while node > 0 {
            through.append(node)
            node = lattice.node(node).previous
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
            let node = lattice.node(Int32(truncatingIfNeeded: index))
            if Int(node.end) == end {
                let cost = Int64(model.connectionCost(rightID: Int(node.rightID), leftID: 0))
                if cost < following[index]?.cost ?? .max { following[index] = (cost, -1) }
            }
            guard index > 0, let rest = following[index]?.cost else { continue }
            let position = Int(lattice.node(node.previous).end)
            let leftID = Int(model.entry(of: node).leftID)
            let own = model.ownCost(of: node, from: position) &+ rest
            for preceding in lattice.nodes(endingAt: position) {
                let rightID = Int(lattice.nodes.rightIDs[Int(preceding)])
                let cost = own &+ Int64(model.connectionCost(rightID: rightID, leftID: leftID))
                if cost < following[Int(preceding)]?.cost ?? .max {
                    following[Int(preceding)] = (cost, Int32(truncatingIfNeeded: index))
                }
            }
        }
        return following
    }
}
