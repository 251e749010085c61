import Numerics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Trains on pieces of the corpus, one after another, with scratch of its own.
///
/// The words of a window share their negatives, so that a step is a small product of matrices: inputs · targetsᵀ and
/// back (Ji et al., Parallelizing Word2Vec in Shared and Distributed Memory, 2016). Stretches of a line are copied,
/// each word's input vector once however many windows have it; the copies are moved, and in the end what they were
/// moved by is added to the rows that they are the means of: with n-grams that is a sixth of the memory that pairs
/// would touch.
final class SamplingWorker {
    /// Middles of windows in a stretch.
    private static let stretch = 128

    private let plan: TrainingPlan
    private let kernels: Kernels
    private let inputs: TrainingRows
    private let outputs: TrainingRows
    private let copies: (inputs: RowCopies, outputs: RowCopies)?
    private let width: Int
    private let groups: Int

    /// The stretch's input vectors, (stretch + 2 · window, width), and what they were.
    private let local: AlignedBuffer
    private let before: AlignedBuffer
    /// The mean of a window and what it was (2, width).
    private let middle: AlignedBuffer
    private let errors: AlignedBuffer
    private var line: [Int32] = []
    private var places: [Int32] = []
    /// (stretch, 1 + negative): the row that is right, then those that are not.
    private var targets: [UnsafeMutablePointer<Float>]
    private var window: [UnsafeMutablePointer<Float>] = []

    /// Of some windows, for whoever watches: the sum of −log σ over pairs of an input and its targets, and the pairs.
    private(set) var loss = (sum: 0.0, pairs: 0)

    init(
        _ plan: TrainingPlan, inputs: TrainingRows, outputs: TrainingRows,
        copies: (inputs: RowCopies, outputs: RowCopies)? = nil, kernels: Kernels
    ) {
        self.plan = plan
        self.kernels = kernels
        self.inputs = inputs
        self.outputs = outputs
        self.copies = copies
        width = inputs.stride
        let reach = Self.stretch + 2 * plan.options.window
        local = AlignedBuffer(count: reach * width)
        before = AlignedBuffer(count: reach * width)
        middle = AlignedBuffer(count: 2 * width)
        errors = AlignedBuffer(count: 2 * plan.options.window * Kernels.samplingTargets)
        groups = (1 + plan.options.negative + Kernels.samplingTargets - 1) / Kernels.samplingTargets
        targets = Array(repeating: outputs.start, count: Self.stretch * (1 + plan.options.negative))
    }

    func takeLoss() -> (sum: Double, pairs: Int) {
        defer { loss = (0, 0) }
        return loss
    }

    /// - Parameter read: tokens of the epoch's pieces before this one.
    func run(epoch: Int, piece index: Int, read: Int) {
        let piece = plan.piece(index)
        func rate(at place: Int) -> Float { plan.rate(epoch: epoch, read: read + place - piece.lowerBound) }
        var stream = SampleStream(
            plan.options.seed, UInt64(truncatingIfNeeded: epoch), UInt64(truncatingIfNeeded: index))
        line.removeAll(keepingCapacity: true)
        plan.corpus.tokens.withUnsafeBufferPointer { tokens in
            plan.kept.withUnsafeBufferPointer { kept in
                for place in piece {
                    let token = tokens[place]
                    if token == TrainingCorpus.lineEnd {
                        train(rate: rate(at: place), &stream)
                        continue
                    }
                    let threshold = kept[Int(token)]
                    if threshold == .max || UInt32(truncatingIfNeeded: stream.next() >> 32) < threshold {
                        line.append(Int32(truncatingIfNeeded: token))
                    }
                }
            }
        }
        train(rate: rate(at: piece.upperBound), &stream)
    }

    /// Trains on the line and empties it.
    private func train(rate: Float, _ stream: inout SampleStream) {
        if line.count > 1 {
            for start in Swift.stride(from: 0, to: line.count, by: Self.stretch) {
                train(start..<min(start + Self.stretch, line.count), rate: rate, &stream)
            }
        }
        line.removeAll(keepingCapacity: true)
    }

    /// Trains on the windows around a stretch of the line.
    private func train(_ middles: Range<Int>, rate: Float, _ stream: inout SampleStream) {
        let reach = plan.options.window
        let words = max(0, middles.lowerBound - reach)..<min(line.count, middles.upperBound + reach)
        load(words)
        drawTargets(middles, &stream)
        let targetCount = 1 + plan.options.negative
        targets.withUnsafeBufferPointer { targets in
            guard let targets = targets.baseAddress else { return }
            for (place, index) in middles.enumerated() {
                if place + 2 < middles.count {
                    for target in 0..<targetCount {
                        Kernels.prefetch(targets[(place + 2) * targetCount + target], width)
                    }
                }
                let reach = 1 + stream.below(plan.options.window)
                let around = max(0, index - reach)..<min(line.count, index + reach + 1)
                let isWatched = place == 0
                let row = targets + place * targetCount
                switch plan.options.model {
                case .skipGram:
                    window.removeAll(keepingCapacity: true)
                    for other in around where other != index {
                        window.append(local.pointer + (other - words.lowerBound) * width)
                    }
                    step(row, rate: rate, isWatched: isWatched)
                case .continuousBagOfWords:
                    foretellFromMean(around, without: index, from: words.lowerBound, row, rate, isWatched)
                }
            }
        }
        unload(words)
    }

    /// Moves the rows of `window` and the targets.
    private func step(_ targets: UnsafePointer<UnsafeMutablePointer<Float>>, rate: Float, isWatched: Bool) {
        guard !window.isEmpty else { return }
        window.withUnsafeBufferPointer { window in
            guard let rows = window.baseAddress else { return }
            for group in 0..<groups {
                let first = group * Kernels.samplingTargets
                let count = min(Kernels.samplingTargets, 1 + plan.options.negative - first)
                kernels.negativeSampling(
                    width, inputs: window.count, rows, targets: count, right: group == 0 ? 1 : 0, targets + first,
                    rate: rate, errors: errors.pointer)
                guard isWatched else { continue }
                for place in 0..<(window.count * count) {
                    // An error is the rate times what is missing of the probability 1.
                    loss.sum -= log(max(1e-7, 1 - Double(abs(errors.pointer[place] / rate))))
                }
            }
            if isWatched { loss.pairs += window.count }
        }
    }

    private func foretellFromMean(
        _ around: Range<Int>, without index: Int, from first: Int,
        _ targets: UnsafePointer<UnsafeMutablePointer<Float>>, _ rate: Float, _ isWatched: Bool
    ) {
        let mean = middle.pointer
        let moved = middle.pointer + width
        let start = local.pointer + (around.lowerBound - first) * width
        mean.update(repeating: 0, count: width)
        kernels.sumRows(rows: around.count, width, start, into: mean)
        kernels.multiplyAdd(width, -1, local.pointer + (index - first) * width, to: mean)
        kernels.scale(width, by: 1 / Float(max(1, around.count - 1)), mean)
        moved.update(from: mean, count: width)
        window.removeAll(keepingCapacity: true)
        if around.count > 1 { window.append(moved) }
        step(targets, rate: rate, isWatched: isWatched)
        kernels.multiplyAdd(width, -1, mean, to: moved)
        for other in around where other != index {
            kernels.add(width, moved, to: local.pointer + (other - first) * width)
        }
    }

    // MARK: - Rows

    private func drawTargets(_ middles: Range<Int>, _ stream: inout SampleStream) {
        var target = 0
        for index in middles {
            let right = Int(line[index])
            targets[target] = output(right)
            target += 1
            for _ in 0..<plan.options.negative {
                var wrong = plan.sampler.draw(&stream)
                // Where one word is nearly all there is, the draws end too.
                var tries = 16
                while wrong == right, tries > 0 {
                    wrong = plan.sampler.draw(&stream)
                    tries -= 1
                }
                targets[target] = output(wrong == right ? (right + 1) % plan.rows.words : wrong)
                target += 1
            }
        }
    }

    private func output(_ word: Int) -> UnsafeMutablePointer<Float> {
        guard let copies else { return outputs[word] }
        return copies.outputs.start + copies.outputs.place(of: word) * width
    }

    /// Copies the input vectors of the words at these places of the line.
    private func load(_ words: Range<Int>) {
        for (place, index) in words.enumerated() {
            let target = local.pointer + place * width
            let word = Int(line[index])
            guard plan.rows.hasSubwords else {
                target.update(from: input(word), count: width)
                continue
            }
            prefetchRows(of: index + 1)
            plan.rows.withRows(of: word) { rows in
                guard let start = rows.baseAddress else { return }
                if let copies {
                    places.removeAll(keepingCapacity: true)
                    for row in rows {
                        places.append(Int32(truncatingIfNeeded: copies.inputs.place(of: Int(row))))
                    }
                    places.withUnsafeBufferPointer { places in
                        guard let start = places.baseAddress else { return }
                        kernels.gatherSum(
                            width, rows: copies.inputs.start, ids: start, count: places.count, into: target)
                    }
                } else {
                    kernels.gatherSum(width, rows: inputs.start, ids: start, count: rows.count, into: target)
                }
                kernels.scale(width, by: 1 / Float(rows.count), target)
            }
        }
        before.pointer.update(from: local.pointer, count: words.count * width)
    }

    /// Asks for the rows of the word at this place of the line, where there is one.
    private func prefetchRows(of index: Int) {
        guard copies == nil, index < line.count else { return }
        plan.rows.withRows(of: Int(line[index])) { rows in
            for row in rows { Kernels.prefetch(inputs[Int(row)], width) }
        }
    }

    /// Adds to each row what the vectors that it is part of were moved by.
    private func unload(_ words: Range<Int>) {
        kernels.multiplyAdd(words.count * width, -1, before.pointer, to: local.pointer)
        for (place, index) in words.enumerated() {
            let moved = local.pointer + place * width
            let word = Int(line[index])
            guard plan.rows.hasSubwords else {
                kernels.add(width, moved, to: input(word))
                continue
            }
            plan.rows.withRows(of: word) { rows in
                for row in rows { kernels.add(width, moved, to: input(Int(row))) }
            }
        }
    }

    private func input(_ row: Int) -> UnsafeMutablePointer<Float> {
        guard let copies else { return inputs[row] }
        return copies.inputs.start + copies.inputs.place(of: row) * width
    }
}
