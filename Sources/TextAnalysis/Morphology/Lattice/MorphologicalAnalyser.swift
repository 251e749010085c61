/// Cuts text into the words of a dictionary: the cheapest path through the lattice of all words that a line may be made
/// of, exactly as MeCab and mecab-ko find it, ties included.
///
/// As in the `mecab` command a line is analysed by itself. Immutable and cheap to copy; any number of threads may use it, each with a worker of its own.
package struct MorphologicalAnalyser: Sendable {
    let model: LatticeModel

    package var dictionary: MorphologicalDictionary { model.dictionary }

    package init(_ dictionary: MorphologicalDictionary) {
        model = LatticeModel(dictionary)
    }

    /// The morphemes of a text, in order.
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
        var morphemes: [LatticeToken] = []
        Self.forEachLine(of: text) { line in
            guard let start = text.baseAddress else { return }
            _ = model.findBestPath(of: start + line.lowerBound, count: line.count, in: &worker.lattice)
            append(to: &morphemes, lineStart: line.lowerBound, lattice: worker.lattice)
        }
        try checkDictionary()
        return morphemes
    }

    /// The feature of a morpheme's entry: columns of comma-separated values, which `MorphologicalDictionary.Kind`
    /// tells apart. It is read from the dictionary at each call.
    package func feature(of morpheme: LatticeToken) -> String {
        String(decoding: featureBytes(of: morpheme), as: UTF8.self)
    }

    private func featureBytes(of morpheme: LatticeToken) -> [UInt8] {
        if morpheme.isUnknown, let feature = dictionary.settings.unknownFeature { return feature }
        return Array(model.tables(of: morpheme.lexicon).feature(of: Int(morpheme.entry)))
    }

    /// Positions are 32-bit numbers.
    static func check(_ count: Int) throws(MorphologyError) {
        guard count < Int(Int32.max) else {
            throw .tooLarge(bytes: count, maximum: Int(Int32.max) - 1)
        }
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

    private func append(to morphemes: inout [LatticeToken], lineStart: Int, lattice: borrowing Lattice) {
        var sum = 0
        var previous = lattice.nodes.pointer[0]
        for step in stride(from: lattice.path.count - 1, through: 0, by: -1) {
            let node = lattice.nodes.pointer[Int(lattice.path.pointer[step])]
            var morpheme = morpheme(node, after: previous)
            sum += morpheme.wordCost + morpheme.connectionCost + morpheme.spacePenalty
            morpheme.cumulativeCost = sum
            morpheme.start += lineStart
            morpheme.end += lineStart
            morphemes.append(morpheme)
            previous = node
        }
    }

    /// A node with the terms of its cost; the sum is left to the caller.
    func morpheme(_ node: Lattice.Node, after previous: Lattice.Node) -> LatticeToken {
        let entry = model.tables(of: node.lexicon).entries[Int(node.entry)]
        let leftID = min(Int(entry.leftID), model.leftIDs - 1)
        return LatticeToken(
            start: node.start, end: node.end, isUnknown: node.lexicon == LatticeModel.unknown,
            isUser: node.lexicon > 0 && node.lexicon != LatticeModel.unknown, wordCost: Int(entry.cost),
            connectionCost: model.connectionCost(rightID: Int(previous.rightID), leftID: leftID),
            spacePenalty: node.start > previous.end ? model.spacePenalty(entry.partOfSpeechID) : 0,
            cumulativeCost: 0, lexicon: node.lexicon, entry: node.entry)
    }
}
