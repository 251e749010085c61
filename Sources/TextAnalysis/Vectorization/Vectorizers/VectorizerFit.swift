import Dispatch

/// What texts teach a vectoriser: which terms have a column, and what they weigh.
///
/// Texts are counted in as many pieces as there are threads, and what the pieces have is put together in their order:
/// the result is the same for any number of threads.
struct VectorizerFit {
    let terms: TokenList
    /// In how many texts each is.
    let documentCounts: [Int]
    let documents: Int
    let weights: InverseFrequencies?
    /// One for each text, where they were asked for.
    private(set) var rows: SparseRows?

    private struct Chosen {
        var nodes: [UInt32]
        var terms: TokenList
    }

    /// - Parameters:
    ///   - vocabulary: the terms, in order of their columns; nil for those that the texts have.
    ///   - source: of the terms where the analyzer is `morpheme`.
    init(
        _ configuration: VectorizerConfiguration, texts: [String], vocabulary: [String]?, source: (any TermSource)?,
        threads: Int, keepsRows: Bool
    ) throws(VectorizerError) {
        let pieces = Self.pieces(of: texts, threads: threads)
        var counters = try Self.count(texts, pieces, configuration, source, keepsRows: keepsRows)
        guard !counters.isEmpty else { throw .noTerms(reason: "no texts came; expected at least one to learn from") }
        var all = counters[0]
        counters[0] = TermCounter(configuration, source: nil, keepsRows: false)
        var nodes: [[UInt32]?] = [nil]
        for counter in counters.dropFirst() { nodes.append(try all.merge(counter)) }
        documents = all.documents
        let chosen =
            if let vocabulary {
                try Self.given(vocabulary, among: &all, configuration)
            } else {
                try Self.select(all, configuration)
            }
        terms = chosen.terms
        documentCounts = chosen.nodes.map { $0 == TermTrie.none ? 0 : Int(all.count(at: $0).documents) }
        weights =
            configuration.method == .tfIdf
            ? InverseFrequencies(documents: documentCounts, of: documents, configuration) : nil
        guard keepsRows else { return }
        let rules = VectorizerRules(configuration)
        var columns: [Int32] = Array(repeating: -1, count: all.trie.count)
        for (index, node) in chosen.nodes.enumerated() where node != TermTrie.none {
            columns[Int(node)] = Int32(truncatingIfNeeded: rules.firstColumn + index)
        }
        let builder = RowBuilder(configuration, terms: terms.count, weights: weights)
        counters[0] = all
        let parts = Self.parallel(counters.count) { index in
            Self.rows(of: counters[index], nodes[index], columns, builder)
        }
        var rows = builder.emptyRows
        for part in parts { rows.append(part) }
        builder.finish(&rows)
        self.rows = rows
    }

    // MARK: - Counting

    /// Of about as many bytes each.
    private static func pieces(of texts: [String], threads: Int) -> [Range<Int>] {
        let bytes = texts.reduce(0) { $0 + $1.utf8.count + 1 }
        let share = max(1 << 14, bytes / max(1, threads) + 1)
        var pieces: [Range<Int>] = []
        var start = 0
        var size = 0
        for index in texts.indices {
            size += texts[index].utf8.count + 1
            if size >= share {
                pieces.append(start..<index + 1)
                (start, size) = (index + 1, 0)
            }
        }
        if start < texts.count { pieces.append(start..<texts.count) }
        return pieces
    }

    private static func count(
        _ texts: [String], _ pieces: [Range<Int>], _ configuration: VectorizerConfiguration,
        _ source: (any TermSource)?, keepsRows: Bool
    ) throws(VectorizerError) -> [TermCounter] {
        let outcomes = parallel(pieces.count) { index in
            Result { () throws(VectorizerError) -> TermCounter in
                var counter = TermCounter(configuration, source: source, keepsRows: keepsRows)
                for text in texts[pieces[index]] { try counter.add(text) }
                return counter
            }
        }
        var counters: [TermCounter] = []
        for outcome in outcomes { counters.append(try outcome.get()) }
        return counters
    }

    private static func rows(
        of counter: TermCounter, _ nodes: [UInt32]?, _ columns: [Int32], _ builder: RowBuilder
    ) -> SparseRows {
        var rows = builder.emptyRows
        var row: [Int32] = []
        for index in 0..<counter.documents(kept: true) {
            row.removeAll(keepingCapacity: true)
            for node in counter.rows[counter.rowStarts[index]..<counter.rowStarts[index + 1]] {
                row.append(columns[Int(nodes.map { $0[Int(node)] } ?? node)])
            }
            builder.append(&row, to: &rows)
        }
        return rows
    }

    /// What `make` makes of 0 ..< count, in this order.
    private static func parallel<Value>(_ count: Int, _ make: (Int) -> Value) -> [Value] {
        guard count > 1 else { return (0..<count).map(make) }
        var values: [Value?] = Array(repeating: nil, count: count)
        values.withUnsafeMutableBufferPointer { values in
            withoutActuallyEscaping(make) { make in
                // Each writes its own place, and concurrentPerform waits for them all.
                nonisolated(unsafe) let make = make
                nonisolated(unsafe) let values = values
                DispatchQueue.concurrentPerform(iterations: count) { values[$0] = make($0) }
            }
        }
        return values.compactMap { $0 }
    }

    // MARK: - Choosing

    private static func given(
        _ vocabulary: [String], among counter: inout TermCounter, _ configuration: VectorizerConfiguration
    ) throws(VectorizerError) -> Chosen {
        var terms = TokenList()
        for term in vocabulary { terms.append(term.utf8) }
        let index = try TermIndex(terms)
        // The nodes of the texts, by the term that each spells.
        let words = VectorizerRules(configuration).unitsAreCharacters ? nil : counter.words
        var nodes: [UInt32] = Array(repeating: TermTrie.none, count: terms.count)
        let counts = counter.counts
        let order = TermOrder(counter.trie, words: words) { node in
            Int(node) < counts.count && counts[Int(node)].occurrences > 0
        }
        order.spellings.withUnsafeTokens { spelling in
            for (place, node) in order.nodes.enumerated() {
                if let term = index.term(spelling(place)) { nodes[term] = node }
            }
        }
        return Chosen(nodes: nodes, terms: terms)
    }

    private static func text(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? String(number) }

    /// Which bounds are not those that hold by themselves.
    private static func given(_ configuration: VectorizerConfiguration) -> (least: Bool, most: Bool) {
        (configuration.minimumDocuments != .count(1), configuration.maximumDocuments != .fraction(1))
    }

    private static func mend(_ given: (least: Bool, most: Bool)) -> String {
        ((given.most ? ["max_df larger"] : []) + (given.least ? ["min_df smaller"] : [])).joined(separator: " or ")
    }

    /// Names a bound that was given.
    private static func contradiction(
        _ configuration: VectorizerConfiguration, _ least: Double, _ most: Double, of documents: Int
    ) -> VectorizerError {
        let given = Self.given(configuration)
        let wanted = "a term has to be in at least \(text(least)) of the texts"
        let reason =
            given.most
            ? "a term may be in at most \(text(most)) of the \(documents) texts that came, and \(wanted)"
            : "\(wanted), and \(documents) came"
        return .configuration(field: given.most ? "max_df" : "min_df", reason: "\(reason); make \(mend(given))")
    }

    private static func select(
        _ counter: TermCounter, _ configuration: VectorizerConfiguration
    ) throws(VectorizerError) -> Chosen {
        let rules = VectorizerRules(configuration)
        let least = configuration.minimumDocuments.documents(of: counter.documents)
        let most = configuration.maximumDocuments.documents(of: counter.documents)
        guard least <= most else { throw Self.contradiction(configuration, least, most, of: counter.documents) }
        guard counter.termCount > 0 else {
            throw .noTerms(
                reason:
                    "the texts have no terms; give texts with words, leave out stop words, or take the analyzer char")
        }
        let counts = counter.counts
        let order = TermOrder(counter.trie, words: rules.unitsAreCharacters ? nil : counter.words) { node in
            guard Int(node) < counts.count, counts[Int(node)].occurrences > 0 else { return false }
            let documents = Double(counts[Int(node)].documents)
            return documents >= least && documents <= most
        }
        guard !order.nodes.isEmpty else {
            let given = Self.given(configuration)
            let bounds = [
                given.least ? "at least \(Self.text(least))" : nil, given.most ? "at most \(Self.text(most))" : nil,
            ].compactMap(\.self).joined(separator: " and ")
            throw .noTerms(
                reason: "no term is in \(bounds) of the \(counter.documents) texts; make \(Self.mend(given))")
        }
        var chosen = Array(order.nodes.indices)
        let isByCount: Bool = if case .term = rules.order { false } else { true }
        let limit = rules.maximumTerms ?? .max
        guard isByCount || chosen.count > limit else { return Chosen(nodes: order.nodes, terms: order.spellings) }
        order.spellings.withUnsafeTokens { spelling in
            chosen.sort { a, b in
                let (x, y) = (order.nodes[a], order.nodes[b])
                let (n, m) = (counts[Int(x)].occurrences, counts[Int(y)].occurrences)
                guard n == m else { return n > m }
                switch rules.order {
                case .term, .countThenTerm: return a < b
                case .countThenTermDescending: return spelling(b).lexicographicallyPrecedes(spelling(a))
                case .countThenFirstSeen: return x < y
                }
            }
        }
        chosen = Array(chosen.prefix(limit))
        if !isByCount { chosen.sort() }
        var terms = TokenList()
        for index in chosen { terms.append(order.spellings[index]) }
        return Chosen(nodes: chosen.map { order.nodes[$0] }, terms: terms)
    }
}

extension TermCounter {
    func count(at node: UInt32) -> Count {
        Int(node) < counts.count ? counts[Int(node)] : Count()
    }

    /// The texts whose terms were kept here, not those of a counter that was merged into this one.
    func documents(kept: Bool) -> Int { rowStarts.count - 1 }
}
