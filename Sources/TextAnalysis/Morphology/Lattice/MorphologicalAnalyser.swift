/// Cuts text into the words of a dictionary: the cheapest path through the lattice of all words that a line may be made
/// of, exactly as MeCab and mecab-ko find it, ties included.
///
/// As in the `mecab` command a line is analysed by itself. A line's time grows with its length; its memory, besides
/// the text's and the answer's, has a limit. Immutable and cheap to copy; any number of threads may use it, each with a
/// worker of its own.
package struct MorphologicalAnalyser: Sendable {
    let model: LatticeModel

    package var dictionary: MorphologicalDictionary { model.dictionary }

    package init(_ dictionary: MorphologicalDictionary) {
        model = LatticeModel(dictionary)
    }

    /// With words of a user's, besides those of the dictionary. `lines` number them in errors, by default from 1 on.
    /// Throws the first that is wrong or has no place in the dictionary.
    package init(
        _ dictionary: MorphologicalDictionary, userWords: [UserWord], lines: [Int]? = nil
    ) throws(UserWordError) {
        let lines = lines ?? Array(1...(userWords.count + 1))
        model = LatticeModel(
            dictionary,
            userLexicon: userWords.isEmpty ? nil : try UserLexicon(userWords, lines: lines, for: dictionary))
    }

    /// The tokens of a text, in order.
    package func tokens(of text: String, worker: inout LatticeWorker) throws(MorphologyError) -> [LatticeToken] {
        try Array(text.utf8).withUnsafeBufferPointer { bytes throws(MorphologyError) in
            try tokens(of: bytes, worker: &worker)
        }
    }

    /// The same of bytes, which need not be good UTF-8.
    package func tokens(
        of text: UnsafeBufferPointer<UInt8>, worker: inout LatticeWorker
    ) throws(MorphologyError) -> [LatticeToken] {
        try Self.check(text.count)
        var tokens: [LatticeToken] = []
        Self.forEachLine(of: text) { line in
            guard let start = text.baseAddress else { return }
            model.findBestPath(of: start + line.lowerBound, count: line.count, in: &worker.lattice)
            append(lattice: worker.lattice, lineStart: line.lowerBound, to: &tokens)
        }
        try checkDictionary()
        return tokens
    }

    /// The feature of a token's entry: columns of comma-separated values, which the kind of
    /// the dictionary tells apart. It is read from the dictionary at each call.
    package func feature(of token: LatticeToken) -> String {
        String(decoding: featureBytes(of: token), as: UTF8.self)
    }

    /// The ids of a token's entry: of its connections to the left and the right, and of its part of speech.
    package func ids(of token: LatticeToken) -> (left: Int, right: Int, partOfSpeech: Int) {
        let entry = model.tables(of: token.lexicon).entries[Int(token.entry)]
        return (Int(entry.leftID), Int(entry.rightID), Int(entry.partOfSpeechID))
    }

    private func featureBytes(of token: LatticeToken) -> [UInt8] {
        if token.isUnknown, let feature = dictionary.settings.unknownFeature { return feature }
        return Array(model.tables(of: token.lexicon).feature(of: Int(token.entry)))
    }

    /// Positions are 32-bit numbers.
    static let greatestText = Int(Int32.max) - 1
    /// Where every node is kept, a line takes some hundred times its size.
    static let greatestKeptLine = 1 << 20

    static func check(_ count: Int, maximum: Int = greatestText) throws(MorphologyError) {
        guard count <= maximum else { throw .tooLarge(bytes: count, maximum: maximum) }
    }

    /// Builds the lattice of a line, all nodes being kept; returns the cost of the best path.
    func keepLattice(
        of line: UnsafeBufferPointer<UInt8>, in lattice: inout Lattice
    ) throws(MorphologyError) -> Int {
        try Self.check(line.count, maximum: Self.greatestKeptLine)
        guard let text = line.baseAddress else { return 0 }
        guard let cost = model.findBestPath(of: text, count: line.count, keepsAll: true, in: &lattice) else {
            throw .tooManyWords(maximum: LatticeModel.greatestKeptNodes)
        }
        return cost
    }

    func checkDictionary() throws(MorphologyError) {
        if dictionary.isPoisoned { throw .dictionaryCutShort }
    }

    static func forEachLine(of text: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>) -> Void) {
        var start = 0
        while start < text.count {
            var end = start
            while end < text.count, text[end] != UInt8(ascii: "\n") { end += 1 }
            body(start..<end)
            start = end + 1
        }
    }

    private func append(lattice: borrowing Lattice, lineStart: Int, to tokens: inout [LatticeToken]) {
        var path = PathTokens(model)
        for index in 0..<lattice.answer.count {
            var token = path.next(lattice.answer.pointer[index])
            token.start += lineStart
            token.end += lineStart
            tokens.append(token)
        }
    }

    /// The tokens of a path of nodes in order of the line, with positions in the line.
    func tokens(_ path: some Sequence<Int32>, lattice: borrowing Lattice) -> [LatticeToken] {
        var tokens: [LatticeToken] = []
        var made = PathTokens(model)
        for index in path { tokens.append(made.next(lattice.node(index))) }
        return tokens
    }
}

/// Makes tokens of the nodes of a path, one after the other.
private struct PathTokens {
    private let model: LatticeModel
    private var sum = 0
    private var end = 0
    private var rightID = 0

    init(_ model: LatticeModel) { self.model = model }

    mutating func next(_ node: Lattice.Node) -> LatticeToken {
        let entry = model.entry(of: node)
        let connection = model.connectionCost(rightID: rightID, leftID: Int(entry.leftID))
        let penalty = Int(node.start) > end ? model.spacePenalty(entry.partOfSpeechID) : 0
        sum += Int(entry.cost) + connection + penalty
        (end, rightID) = (Int(node.end), Int(node.rightID))
        return LatticeToken(
            start: Int(node.start), end: Int(node.end), isUnknown: node.lexicon == LatticeModel.unknown,
            isUser: node.lexicon > 0 && node.lexicon != LatticeModel.unknown, wordCost: Int(entry.cost),
            connectionCost: connection, spacePenalty: penalty, cumulativeCost: sum, lexicon: node.lexicon,
            entry: UInt32(bitPattern: node.entry))
    }
}
