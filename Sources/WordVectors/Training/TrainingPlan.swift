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
        index * pieceSize..<min((index + 1) * pieceSize, corpus.tokens.count)
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

    /// Falls in a line with the place in the text, counted over all epochs.
    func rate(epoch: Int, token: Int) -> Float {
        let length = Double(corpus.tokens.count)
        let done = (Double(epoch) * length + Double(token)) / (Double(options.epochs) * length)
        return options.learningRate * Float(max(1e-4, 1 - done))
    }
}
