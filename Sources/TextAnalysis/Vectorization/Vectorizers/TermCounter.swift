/// The terms of texts as nodes of a trie, and how often each occurs.
struct TermCounter {
    struct Count: Sendable {
        var occurrences = 0
        var documents: UInt32 = 0
        /// The last text that had it, from 1.
        var lastDocument: UInt32 = 0
    }

    private var reader: UnitReader
    private var walk: NGramWalk
    private var units = TextUnits()
    private var terms: [UInt32] = []
    private let keepsRows: Bool
    private(set) var words = WordTable()
    private(set) var trie = TermTrie()
    /// By node; a node that only leads to longer n-grams has none.
    private(set) var counts: [Count] = []
    private(set) var documents = 0
    private(set) var termCount = 0
    /// The terms of text i are at `rowStarts[i] ..< rowStarts[i + 1]` of `rows`, where they are kept.
    private(set) var rows: [UInt32] = []
    private(set) var rowStarts = [0]

    init(_ configuration: VectorizerConfiguration, source: (any TermSource)?, keepsRows: Bool) {
        reader = UnitReader(configuration, source: source)
        walk = NGramWalk(configuration)
        self.keepsRows = keepsRows
    }

    mutating func add(_ text: String) throws(VectorizerError) {
        try reader.read(text, into: &units) { words.add($0) }
        try checkRoom(walk.termCount(of: units.units.count))
        terms.removeAll(keepingCapacity: true)
        walk.read(units, into: &terms) { path, units in trie.advanceAdding(path, by: units) }
        termCount += terms.count
        documents += 1
        count()
        guard keepsRows else { return }
        rows += terms
        rowStarts.append(rows.count)
    }

    private func checkRoom(_ more: Int) throws(VectorizerError) {
        guard termCount + more <= VectorizerLimits.terms, trie.count + more <= VectorizerLimits.differentTerms else {
            throw .tooLarge(
                reason:
                    "the texts have more than \(VectorizerLimits.terms) terms, or \(VectorizerLimits.differentTerms) "
                    + "different ones; give fewer texts or shorter n-grams")
        }
    }

    private mutating func count() {
        if counts.count < trie.count {
            counts.append(contentsOf: repeatElement(Count(), count: trie.count - counts.count))
        }
        let document = UInt32(truncatingIfNeeded: documents)
        counts.withUnsafeMutableBufferPointer { counts in
            for node in terms {
                let index = Int(node)
                counts[index].occurrences += 1
                if counts[index].lastDocument != document {
                    counts[index].lastDocument = document
                    counts[index].documents += 1
                }
            }
        }
    }

    /// Adds what another has counted, of the texts after these. The result is the node here of each node there.
    mutating func merge(_ other: TermCounter) throws(VectorizerError) -> [UInt32] {
        guard trie.count + other.trie.count <= VectorizerLimits.differentTerms else {
            try checkRoom(VectorizerLimits.differentTerms)
            return []
        }
        var numbers: [UInt32] = []
        other.words.words.withUnsafeTokens { word in
            for number in 0..<other.words.count { numbers.append(words.add(word(number))) }
        }
        var nodes: [UInt32] = Array(repeating: TermTrie.root, count: other.trie.count)
        for node in 1..<max(1, other.trie.count) {
            let key = other.trie.nodes[node]
            let unit = numbers.isEmpty ? key.unit : numbers[Int(key.unit)]
            nodes[node] = trie.child(of: nodes[Int(key.parent)], by: unit)
        }
        counts.append(contentsOf: repeatElement(Count(), count: trie.count - counts.count))
        for node in 0..<min(nodes.count, other.counts.count) {
            counts[Int(nodes[node])].occurrences += other.counts[node].occurrences
            counts[Int(nodes[node])].documents += other.counts[node].documents
        }
        documents += other.documents
        termCount += other.termCount
        return nodes
    }
}
