/// The terms that a trie's nodes spell, in order of their code points.
struct TermOrder {
    /// Those that were asked for.
    private(set) var nodes: [UInt32] = []
    /// Beside `nodes`.
    private(set) var spellings = TokenList()

    /// - Parameters:
    ///   - words: what units are the numbers of; nil where they are scalars.
    ///   - isWanted: whether a node's term is asked for.
    init(_ trie: TermTrie, words: WordTable?, _ isWanted: (UInt32) -> Bool) {
        let ranks = words.map(Self.ranks)
        let families = Families(trie, ranks: ranks?.rankOfWord)
        // Depth first, children by their units: an n-gram stands before those that go on from it, as its text does.
        var stack: [(child: Int, end: Int, length: Int)] = [families.children(of: TermTrie.root)]
        var spelling: [UInt8] = []
        while let top = stack.popLast() {
            guard top.child < top.end else { continue }
            stack.append((top.child + 1, top.end, top.length))
            let (node, unit) = families[top.child]
            spelling.removeSubrange(top.length...)
            if let words, let ranks {
                if top.length > 0 { spelling.append(0x20) }
                spelling += words.words[Int(ranks.wordOfRank[Int(unit)])]
            } else if let scalar = Unicode.Scalar(unit) {
                spelling += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            }
            if isWanted(node) {
                nodes.append(node)
                spellings.append(spelling)
            }
            var children = families.children(of: node)
            children.length = spelling.count
            if children.child < children.end { stack.append(children) }
        }
    }

    private static func ranks(_ words: WordTable) -> (rankOfWord: [UInt32], wordOfRank: [UInt32]) {
        var wordOfRank = (0..<words.count).map { UInt32(truncatingIfNeeded: $0) }
        words.words.withUnsafeTokens { word in
            wordOfRank.sort { word(Int($0)).lexicographicallyPrecedes(word(Int($1))) }
        }
        var rankOfWord = wordOfRank
        for (rank, word) in wordOfRank.enumerated() { rankOfWord[Int(word)] = UInt32(truncatingIfNeeded: rank) }
        return (rankOfWord, wordOfRank)
    }

    /// The nodes of a trie, those of one parent together and in order of their units.
    private struct Families {
        private var starts: [Int]
        /// Unit << 32 | node.
        private var members: [UInt64]

        init(_ trie: TermTrie, ranks: [UInt32]?) {
            let count = trie.count
            starts = Array(repeating: 0, count: count + 1)
            members = Array(repeating: 0, count: max(0, count - 1))
            for node in 1..<max(1, count) { starts[Int(trie.nodes[node].parent) + 1] += 1 }
            for parent in 1..<count + 1 { starts[parent] += starts[parent - 1] }
            var next = starts
            for node in 1..<max(1, count) {
                let key = trie.nodes[node]
                let unit = ranks.map { $0[Int(key.unit)] } ?? key.unit
                let parent = Int(key.parent)
                members[next[parent]] = UInt64(unit) << 32 | UInt64(node)
                next[parent] += 1
            }
            members.withUnsafeMutableBufferPointer { members in
                for parent in 0..<count where starts[parent + 1] - starts[parent] > 1 {
                    var family = UnsafeMutableBufferPointer(rebasing: members[starts[parent]..<starts[parent + 1]])
                    family.sort()
                }
            }
        }

        func children(of node: UInt32) -> (child: Int, end: Int, length: Int) {
            (starts[Int(node)], starts[Int(node) + 1], 0)
        }

        subscript(index: Int) -> (node: UInt32, unit: UInt32) {
            (UInt32(truncatingIfNeeded: members[index]), UInt32(truncatingIfNeeded: members[index] >> 32))
        }
    }
}
