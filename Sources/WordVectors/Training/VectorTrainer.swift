import Dispatch
package import Numerics
import Synchronization

/// Trains word vectors with negative sampling (Mikolov et al., Distributed Representations of Words and Phrases, 2013),
/// of n-grams too (Bojanowski et al., Enriching Word Vectors with Subword Information, 2017).
///
/// The corpus is read in pieces, in another order each epoch. Every piece draws its own numbers, whoever takes it. On
/// one thread the pieces follow each other, and the same seed gives the same bits. Several threads take the next piece
/// when they are done with one and move the same rows at once, which leaves the last digits to chance. With
/// `isDeterministic` they work in rounds: eight pieces are learned from side by side, each on copies of the rows it
/// touches, and what it moved them by is added in the pieces' order (`RowCopies.merge`); so the bits are the same for
/// any number of threads.
package struct VectorTrainer: Sendable {
    package struct Progress: Sendable {
        /// From 0; of `epochs`.
        package var epoch: Int
        package var epochs: Int
        /// Words read so far, of all epochs, and how many there will be.
        package var words: Int
        package var total: Int
        package var wordsPerSecond: Double
        /// Mean of −log σ over pairs of an input and its targets, since the last report.
        package var loss: Double
    }

    private let plan: TrainingPlan

    package init(_ corpus: TrainingCorpus, _ options: VectorTrainingOptions) throws(WordVectorsError) {
        try options.check()
        plan = TrainingPlan(corpus, options)
        guard plan.memory <= options.memoryLimit else {
            let rows = 2 * corpus.words.count + (options.subwords?.rowCount ?? 0)
            throw .invalid(
                field: "dimensions",
                reason: "\(rows) rows of \(options.dimensions) numbers and their copies take "
                    + "\(plan.memory >> 20) MB, of \(options.memoryLimit >> 20) MB that there are; take fewer "
                    + "dimensions or buckets, or a greater minimum count")
        }
    }

    /// - Parameters:
    ///   - progress: is told now and then, and between epochs; false ends the training there.
    /// - Returns: nil where it was ended.
    package func train(
        threads: Int, kernels: Kernels = .active, _ progress: (Progress) -> Bool = { _ in true }
    ) throws(WordVectorsError) -> TrainedVectors? {
        let options = plan.options
        let subwordCount = options.subwords?.rowCount ?? 0
        let inputs = TrainingRows(count: plan.rows.words + subwordCount, dimensions: options.dimensions)
        let outputs = TrainingRows(count: plan.rows.words, dimensions: options.dimensions)
        start(inputs)
        let crew: any Crew =
            options.isDeterministic
            ? RoundsCrew(plan, inputs, outputs, kernels, threads: threads)
            : SharedCrew(plan, inputs, outputs, kernels, threads: threads)
        let clock = ContinuousClock()
        let began = clock.now
        let pieces = plan.pieces
        let part = crew.piecesAtATime
        // Words that were read for a piece, on average: rare words count as read.
        let wordsPerToken = Double(plan.corpus.readCount) / Double(max(1, plan.corpus.tokens.count))
        var sum = 0.0
        var pairs = 0
        var told = began
        for epoch in 0..<options.epochs {
            let order = plan.order(epoch: epoch)
            for first in stride(from: 0, to: pieces, by: part) {
                let last = min(first + part, pieces)
                let loss = crew.run(epoch: epoch, order[first..<last])
                sum += loss.sum
                pairs += loss.pairs
                guard last == pieces || clock.now - told > .milliseconds(100) else { continue }
                told = clock.now
                let tokens = epoch * plan.corpus.tokens.count + plan.read(pieces: last)
                let words = Int(Double(tokens) * wordsPerToken)
                let seconds = (told - began) / .seconds(1)
                let report = Progress(
                    epoch: epoch, epochs: options.epochs, words: words,
                    total: plan.corpus.readCount * options.epochs,
                    wordsPerSecond: seconds > 0 ? Double(words) / seconds : 0,
                    loss: pairs > 0 ? sum / Double(pairs) : 0)
                (sum, pairs) = (0, 0)
                if !progress(report) { return nil }
            }
        }
        return try result(inputs, kernels)
    }

    /// Small numbers drawn for the rows of words and for those of n-grams that a word has; the others stay zero.
    private func start(_ rows: TrainingRows) {
        let dimensions = plan.options.dimensions
        var stream = SampleStream(plan.options.seed, .max, 0)
        let used = plan.rows.used(count: rows.count - plan.rows.words)
        for row in 0..<rows.count where row < plan.rows.words || used[row - plan.rows.words] {
            for place in 0..<dimensions { rows[row][place] = stream.uniform(0.5 / Float(dimensions)) }
        }
    }

    private func result(_ inputs: TrainingRows, _ kernels: Kernels) throws(WordVectorsError) -> TrainedVectors {
        let dimensions = plan.options.dimensions
        let words = plan.rows.words
        let mean = AlignedBuffer(count: inputs.stride)
        var isFinite = true
        let rows = SharedElements<Float>(count: words * dimensions) { target in
            for word in 0..<words {
                var row = UnsafePointer(inputs[word])
                if plan.rows.hasSubwords {
                    plan.rows.withRows(of: word) { rows in
                        guard let start = rows.baseAddress else { return }
                        kernels.gatherSum(
                            inputs.stride, rows: inputs.start, ids: start, count: rows.count, into: mean.pointer)
                        kernels.scale(inputs.stride, by: 1 / Float(rows.count), mean.pointer)
                    }
                    row = UnsafePointer(mean.pointer)
                }
                for place in 0..<dimensions {
                    target[word * dimensions + place] = row[place]
                    isFinite = isFinite && row[place].isFinite
                }
            }
        }
        guard isFinite else {
            throw .invalid(
                field: "learning_rate", reason: "\(plan.options.learningRate) made the vectors infinite: lower it")
        }
        var subwords: SubwordTable?
        if let scheme = plan.options.subwords {
            let rows = SharedElements<Float>(count: scheme.rowCount * dimensions) { target in
                for row in 0..<scheme.rowCount {
                    for place in 0..<dimensions { target[row * dimensions + place] = inputs[words + row][place] }
                }
            }
            subwords = try SubwordTable(scheme: scheme, rows: .float32(rows), dimensions: dimensions)
        }
        return TrainedVectors(
            words: plan.corpus.words, counts: plan.corpus.counts, dimensions: dimensions, rows: rows,
            subwords: subwords)
    }
}

/// What a training ends with.
package struct TrainedVectors: Sendable {
    package let words: WordList
    package let counts: [UInt64]
    package let dimensions: Int
    /// (words, dimensions): with n-grams the mean of the word's own row and theirs.
    package let rows: SharedElements<Float>
    /// Rows of n-grams that no word has are zero.
    package let subwords: SubwordTable?
}

/// Threads that learn from pieces of an epoch.
private protocol Crew {
    /// After how many `run` may return, so that somebody can be told.
    var piecesAtATime: Int { get }
    /// Returns when all are done.
    ///
    /// - Parameter pieces: some that follow each other in the epoch's order, by their places there.
    func run(epoch: Int, _ pieces: ArraySlice<Int>) -> (sum: Double, pairs: Int)
}

/// Runs 0..<count on threads of their own, and waits for them.
private func concurrently(_ count: Int, _ body: (Int) -> Void) {
    guard count > 1 else { return Kernels.withDenormalsAsZero { for index in 0..<count { body(index) } } }
    withoutActuallyEscaping(body) { body in
        // Sent to other threads, but not beyond this call.
        nonisolated(unsafe) let body = body
        DispatchQueue.concurrentPerform(iterations: count) { index in Kernels.withDenormalsAsZero { body(index) } }
    }
}

/// All move the same rows.
private struct SharedCrew: Crew {
    private let plan: TrainingPlan
    private let workers: [SamplingWorker]

    init(_ plan: TrainingPlan, _ inputs: TrainingRows, _ outputs: TrainingRows, _ kernels: Kernels, threads: Int) {
        self.plan = plan
        workers = (0..<max(1, min(threads, plan.pieces))).map { _ in
            SamplingWorker(plan, inputs: inputs, outputs: outputs, kernels: kernels)
        }
    }

    var piecesAtATime: Int { 16 * workers.count }

    func run(epoch: Int, _ pieces: ArraySlice<Int>) -> (sum: Double, pairs: Int) {
        let next = Atomic<Int>(pieces.startIndex)
        concurrently(workers.count) { thread in
            while true {
                let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard place < pieces.endIndex else { return }
                workers[thread].run(epoch: epoch, piece: pieces[place], read: plan.read(pieces: place))
            }
        }
        return workers.reduce((0, 0)) { sum, worker in
            let loss = worker.takeLoss()
            return (sum.0 + loss.sum, sum.1 + loss.pairs)
        }
    }
}

/// Each shard moves copies; what comes of them does not hang on who was first.
private struct RoundsCrew: Crew {
    private struct Shard {
        let worker: SamplingWorker
        let inputs: RowCopies
        let outputs: RowCopies
    }

    private let plan: TrainingPlan
    private let shards: [Shard]
    private let threads: Int
    private let kernels: Kernels

    init(_ plan: TrainingPlan, _ inputs: TrainingRows, _ outputs: TrainingRows, _ kernels: Kernels, threads: Int) {
        self.plan = plan
        let dimensions = plan.options.dimensions
        let touched = plan.touched
        shards = (0..<TrainingPlan.shards).map { _ in
            let copies = (
                inputs: RowCopies(of: inputs, dimensions: dimensions, capacity: touched.inputs),
                outputs: RowCopies(of: outputs, dimensions: dimensions, capacity: touched.outputs)
            )
            return Shard(
                worker: SamplingWorker(plan, inputs: inputs, outputs: outputs, copies: copies, kernels: kernels),
                inputs: copies.inputs, outputs: copies.outputs)
        }
        self.threads = max(1, threads)
        self.kernels = kernels
    }

    var piecesAtATime: Int { TrainingPlan.shards }

    func run(epoch: Int, _ pieces: ArraySlice<Int>) -> (sum: Double, pairs: Int) {
        let next = Atomic<Int>(0)
        let workers = min(threads, shards.count)
        concurrently(workers) { _ in
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < pieces.count else { return }
                let place = pieces.startIndex + index
                shards[index].worker.run(epoch: epoch, piece: pieces[place], read: plan.read(pieces: place))
                shards[index].inputs.finish(kernels)
                shards[index].outputs.finish(kernels)
            }
        }
        concurrently(workers) { part in
            RowCopies.merge(shards.map(\.inputs), part: part, of: workers, kernels)
            RowCopies.merge(shards.map(\.outputs), part: part, of: workers, kernels)
        }
        concurrently(workers) { part in
            for index in stride(from: part, to: shards.count, by: workers) {
                shards[index].inputs.forget()
                shards[index].outputs.forget()
            }
        }
        return shards.reduce((0, 0)) { sum, shard in
            let loss = shard.worker.takeLoss()
            return (sum.0 + loss.sum, sum.1 + loss.pairs)
        }
    }
}
