import Numerics

/// What all threads read and none changes.
struct TrainingPlan: Sendable {
    /// Words of a piece: what a thread takes at a time. A window does not reach from one into the next.
    static let pieceSize = 8192
    /// The same in rounds, where others' steps wait for its end.
    static let roundPieceSize = 512
    /// Pieces of a round, for any number of threads.
    static let shards = 8

    let corpus: TrainingCorpus
    let options: VectorTrainingOptions
    let rows: WordRows
    let sampler: NegativeSampler
    let kept: [UInt32]
    let pieceSize: Int

    init(_ corpus: TrainingCorpus, _ options: VectorTrainingOptions) {
        self.corpus = corpus
        self.options = options
        rows = WordRows(corpus.words, subwords: options.subwords)
        sampler = NegativeSampler(counts: corpus.counts, power: options.negativePower)
        kept = Subsampling.thresholds(counts: corpus.counts, sample: options.subsampling)
        pieceSize = options.isDeterministic ? Self.roundPieceSize : Self.pieceSize
    }

    /// Of an epoch.
    var pieces: Int { (corpus.tokens.count + pieceSize - 1) / pieceSize }

    func piece(_ index: Int) -> Range<Int> {
        read(pieces: index)..<read(pieces: index + 1)
    }

    /// The pieces of an epoch as they are read, shuffled (Fisher and Yates): a corpus is put together of books, and
    /// n-grams, which all words share, would end as the last of them has them.
    func order(epoch: Int) -> [Int] {
        var order = Array(0..<pieces)
        var stream = SampleStream(options.seed, UInt64(truncatingIfNeeded: epoch), .max)
        for last in order.indices.dropFirst().reversed() { order.swapAt(last, stream.below(last + 1)) }
        return order
    }

    /// The most rows that a piece touches.
    var touched: (inputs: Int, outputs: Int) {
        (min(inputCount, pieceSize * rows.longest), min(rows.words, pieceSize * (1 + options.negative)))
    }

    private var inputCount: Int { rows.words + (options.subwords?.rowCount ?? 0) }

    /// Bytes of the rows that are trained, of the shards' copies in rounds, and of what comes of it, which is made
    /// while they are there.
    var memory: Int {
        let size = MemoryLayout<Float>.size * TrainingRows.stride(of: options.dimensions)
        let trained = inputCount + rows.words
        // A place for each row, and the rows that a piece touches.
        let shard = 4 * trained + size * (touched.inputs + touched.outputs)
        return size * trained + 4 * options.dimensions * inputCount
            + (options.isDeterministic ? Self.shards * shard : 0)
    }

    /// Tokens of so many pieces.
    func read(pieces: Int) -> Int { min(pieces * pieceSize, corpus.tokens.count) }

    /// Falls in a line with what was read, over all epochs.
    ///
    /// - Parameter read: tokens of this epoch.
    func rate(epoch: Int, read: Int) -> Float {
        let length = Double(corpus.tokens.count)
        let done = (Double(epoch) * length + Double(read)) / (Double(options.epochs) * length)
        return options.learningRate * Float(max(1e-4, 1 - done))
    }
}
