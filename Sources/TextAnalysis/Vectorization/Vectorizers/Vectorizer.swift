/// Texts in, rows of numbers out: a configuration, and the terms that have a column. Immutable and shared; made by
/// `fit`, or from what was stored.
package struct Vectorizer: Sendable {
    package let configuration: VectorizerConfiguration
    /// How many texts it was fitted on.
    package let documents: Int
    /// Of the terms where the analyzer is `morpheme`: what it was fitted with.
    package let sourceName: String?
    /// In order of their columns, without those that are reserved.
    let terms: TokenList
    /// In how many of the texts each was.
    let documentCounts: [Int]
    package let weights: InverseFrequencies?
    private let index: TermIndex
    private let words: WordTable
    private let trie: TermTrie
    /// By node.
    private let columns: [Int32]
    private let builder: RowBuilder

    /// - Parameters:
    ///   - vocabulary: the terms in order of their columns, each once; nil for those of the texts.
    ///   - source: of the terms where the analyzer is `morpheme`.
    package static func fit(
        _ configuration: VectorizerConfiguration, on texts: [String], vocabulary: [String]? = nil,
        source: (any TermSource)? = nil, threads: Int = 1
    ) throws(VectorizerError) -> Vectorizer {
        try configuration.validate()
        let fit = try VectorizerFit(
            configuration, texts: texts, vocabulary: vocabulary, source: source, threads: threads, keepsRows: false)
        return try Vectorizer(
            configuration, terms: fit.terms, documentCounts: fit.documentCounts, documents: fit.documents,
            weights: fit.weights, sourceName: configuration.analyzer == .morpheme ? source?.name : nil)
    }

    /// What `fit` and then `rows(of:)` of the same texts give, in less time.
    package static func fitRows(
        _ configuration: VectorizerConfiguration, of texts: [String], vocabulary: [String]? = nil,
        source: (any TermSource)? = nil, threads: Int = 1
    ) throws(VectorizerError) -> (rows: SparseRows, vocabulary: [String]) {
        try configuration.validate()
        let fit = try VectorizerFit(
            configuration, texts: texts, vocabulary: vocabulary, source: source, threads: threads, keepsRows: true)
        return (fit.rows ?? SparseRows(width: 0), Self.vocabulary(fit.terms, configuration))
    }

    init(
        _ configuration: VectorizerConfiguration, terms: TokenList, documentCounts: [Int], documents: Int,
        weights: InverseFrequencies?, sourceName: String?
    ) throws(VectorizerError) {
        self.configuration = configuration
        self.terms = terms
        self.documentCounts = documentCounts
        self.documents = documents
        self.weights = weights
        self.sourceName = sourceName
        index = try TermIndex(terms)
        let rules = VectorizerRules(configuration)
        var words = WordTable()
        var trie = TermTrie()
        var columnOfNode: [(node: UInt32, column: Int32)] = []
        terms.withUnsafeTokens { term in
            for index in 0..<terms.count {
                var node = TermTrie.root
                if rules.unitsAreCharacters {
                    for scalar in String(decoding: term(index), as: UTF8.self).unicodeScalars {
                        node = trie.child(of: node, by: scalar.value)
                    }
                } else {
                    for word in term(index).split(separator: 0x20, omittingEmptySubsequences: false) {
                        node = trie.child(of: node, by: words.add(UnsafeBufferPointer(rebasing: word)))
                    }
                }
                columnOfNode.append((node, Int32(truncatingIfNeeded: rules.firstColumn + index)))
            }
        }
        var columns: [Int32] = Array(repeating: -1, count: trie.count)
        for (node, column) in columnOfNode { columns[Int(node)] = column }
        self.words = words
        self.trie = trie
        self.columns = columns
        builder = RowBuilder(configuration, terms: terms.count, weights: weights)
    }

    package var termCount: Int { terms.count }
    /// With what is reserved.
    package var vocabularySize: Int { VectorizerRules(configuration).firstColumn + terms.count }
    /// What the column with that id is called, and in how many of the texts that it was fitted on the term was; nil
    /// where there is no such column.
    package func entry(at id: Int) -> Vocabulary.Entry? {
        let reserved = VectorizerRules(configuration).reserved
        let index = id - reserved.count
        if reserved.indices.contains(id) { return Vocabulary.Entry(word: reserved[id], id: id, count: nil) }
        guard index >= 0, index < terms.count else { return nil }
        return Vocabulary.Entry(
            word: String(decoding: terms[index], as: UTF8.self), id: id, count: documentCounts[index])
    }

    /// The columns of those ids, as far as there are any.
    package func entries(from first: Int, count: Int) -> [Vocabulary.Entry] {
        let start = min(max(0, first), vocabularySize)
        return (start..<start + min(max(0, count), vocabularySize - start)).compactMap { entry(at: $0) }
    }

    /// The column of a term, nil where it has none.
    package func id(of term: String) -> Int? {
        var term = term
        return term.withUTF8 { index.term($0) }.map { VectorizerRules(configuration).firstColumn + $0 }
    }

    /// By column.
    package var vocabulary: [String] { Self.vocabulary(terms, configuration) }

    private static func vocabulary(_ terms: TokenList, _ configuration: VectorizerConfiguration) -> [String] {
        VectorizerRules(configuration).reserved
            + (0..<terms.count).map { String(decoding: terms[$0], as: UTF8.self) }
    }
    /// Of a row; of sequences without an output length that of the longest of a call.
    package var width: Int? {
        configuration.method == .sequence ? configuration.outputLength : builder.emptyRows.width
    }
    /// Bytes, nearly all of it.
    package var memory: Int { terms.memory + words.memory + trie.memory + 4 * columns.count + 16 * terms.count }

    /// One row for each text.
    package func rows(of texts: [String], source: (any TermSource)? = nil) throws(VectorizerError) -> SparseRows {
        var reader = UnitReader(configuration, source: source)
        var walk = NGramWalk(configuration)
        var units = TextUnits()
        var nodes: [UInt32] = []
        var row: [Int32] = []
        var rows = builder.emptyRows
        for text in texts {
            try reader.read(text, into: &units) { words.find($0) }
            guard walk.termCount(of: units.units.count) <= VectorizerLimits.terms else {
                throw .tooLarge(reason: "a text has more than \(VectorizerLimits.terms) terms; give less of it")
            }
            nodes.removeAll(keepingCapacity: true)
            walk.read(units, into: &nodes) { path, units in trie.advance(path, by: units) }
            row.removeAll(keepingCapacity: true)
            for node in nodes { row.append(node == TermTrie.none ? -1 : columns[Int(node)]) }
            builder.append(&row, to: &rows)
        }
        builder.finish(&rows)
        return rows
    }
}
