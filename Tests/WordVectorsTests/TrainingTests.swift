import Numerics
import Testing
import WordVectors

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Lines of eight words, each line of one of two topics that share no word but one.
private func twoTopics(lines: Int, seed: UInt64 = 7) throws -> TrainingCorpus {
    let topics = [
        ["강아지", "고양이", "토끼", "다람쥐", "여우", "사슴"] + (0..<20).map { "짐승\($0)" },
        ["piano", "violin", "cello", "flute", "oboe", "harp"] + (0..<20).map { "sound\($0)" },
    ]
    var stream = SampleStream(seed, 0, 0)
    var builder = TrainingCorpusBuilder()
    for _ in 0..<lines {
        let topic = topics[Int(stream.next() % 2)]
        let words = (0..<7).map { _ in topic[Int(stream.next() % 26)] } + ["and"]
        builder.append(words.joined(separator: " "))
    }
    return try builder.finish(minimumCount: 5)
}

extension TrainingCorpusBuilder {
    fileprivate mutating func append(_ line: String) {
        var line = line
        line.withUTF8 { append(line: UnsafeRawBufferPointer($0)) }
    }
}

extension TrainedVectors {
    fileprivate var values: [Float] { rows.withUnsafeElements { Array($0) } }

    fileprivate func vector(_ word: String) throws -> [Float] {
        let start = try #require(words.index(of: word)) * dimensions
        return Array(values[start..<start + dimensions])
    }

    fileprivate func cosine(_ a: String, _ b: String) throws -> Double { try cosine(vector(a), b) }

    fileprivate func cosine(_ x: [Float], _ word: String) throws -> Double {
        let y = try vector(word)
        func product(_ x: [Float], _ y: [Float]) -> Double { zip(x, y).reduce(0) { $0 + Double($1.0) * Double($1.1) } }
        return product(x, y) / (product(x, x) * product(y, y)).squareRoot()
    }
}

@Suite struct TrainingTests {
    private static func options(
        _ change: (inout VectorTrainingOptions) -> Void = { _ in }
    ) -> VectorTrainingOptions {
        var options = VectorTrainingOptions()
        options.dimensions = 20
        options.subsampling = 0
        options.learningRate = 0.05
        change(&options)
        return options
    }

    // MARK: - The corpus

    @Test func `words are numbered by how often they come, rare ones drop out, and lines stay apart`() throws {
        var builder = TrainingCorpusBuilder()
        builder.append("b a\tb  c\r")
        builder.append("")
        builder.append("rare")
        builder.append("a b d")
        builder.append("d c")
        let corpus = try builder.finish(minimumCount: 2)
        let end = TrainingCorpus.lineEnd
        #expect((0..<corpus.words.count).map { corpus.words[$0] } == ["b", "a", "c", "d"])
        #expect(corpus.counts == [3, 2, 2, 2])
        #expect(corpus.tokens == [0, 1, 0, 2, end, 1, 0, 3, end, 3, 2, end])
        #expect((corpus.tokenCount, corpus.readCount) == (9, 10))
    }

    @Test func `a text without two words that come often enough is refused`() {
        var builder = TrainingCorpusBuilder()
        builder.append("a a a b")
        #expect(throws: WordVectorsError.self) { try builder.finish(minimumCount: 2) }
        #expect(throws: WordVectorsError.self) { try TrainingCorpusBuilder().finish(minimumCount: 1) }
    }

    @Test func `pairs that come together more than by chance become words, pass by pass`() throws {
        var builder = TrainingCorpusBuilder()
        var stream = SampleStream(1, 2, 3)
        let others = (0..<50).map { "w\($0)" }
        for _ in 0..<400 {
            func other() -> String { others[Int(stream.next() % 50)] }
            builder.append([other(), other(), "new", "york", "times", other(), "york", other()].joined(separator: " "))
        }
        // (n(new york) − 5) · N / (n(new) · n(york)) = 395 · 3200 / (400 · 800) = 3.95; of two others about 0.1.
        var once = builder
        once.joinPhrases(minimumCount: 5, threshold: 3.9)
        let first = try once.finish(minimumCount: 1)
        #expect(first.counts[try #require(first.words.index(of: "new_york"))] == 400)
        #expect(first.words.index(of: "new") == nil)
        // What is left of york comes alone.
        #expect(first.counts[try #require(first.words.index(of: "york"))] == 400)
        #expect(first.words.count == 50 + 3)
        var none = builder
        none.joinPhrases(minimumCount: 5, threshold: 7.95)
        #expect(try none.finish(minimumCount: 1).words.index(of: "new_york") == nil)
        builder.joinPhrases(minimumCount: 5, threshold: 3.9)
        builder.joinPhrases(minimumCount: 5, threshold: 3.9)
        let second = try builder.finish(minimumCount: 1)
        #expect(second.words.index(of: "new_york_times") != nil)
    }

    // MARK: - What chance draws

    @Test func `what a text says first of a word counts as much as what it says last`() throws {
        // The word stands among animals in the first half, among instruments in the second, alone with neither.
        var builder = TrainingCorpusBuilder()
        var stream = SampleStream(5, 0, 0)
        for line in 0..<20_000 {
            let topic = line < 10_000 ? "animal" : "sound"
            builder.append((0..<8).map { $0 == 4 ? "word" : "\(topic)\(stream.next() % 40)" }.joined(separator: " "))
        }
        let corpus = try builder.finish(minimumCount: 5)
        // Of smaller pieces, of which there are enough here.
        let options = Self.options {
            $0.epochs = 2
            $0.isDeterministic = true
        }
        let trained = try #require(try VectorTrainer(corpus, options).train(threads: 1))
        func nearness(_ topic: String) throws -> Double {
            try (0..<40).map { try trained.cosine("word", "\(topic)\($0)") }.reduce(0, +) / 40
        }
        let (first, last) = (try nearness("animal"), try nearness("sound"))
        // Read in order 0.33 and 0.78.
        #expect(abs(first - last) < 0.2, "\(first), \(last)")
    }

    @Test(arguments: [0.75, 0.5, 0])
    func `negatives come as their counts to the power that is asked for`(power: Double) {
        let counts: [UInt64] = [100_000, 5_000, 5_000, 300, 1, 70_000, 12]
        let sampler = NegativeSampler(counts: counts, power: power)
        var stream = SampleStream(3, 1, 4)
        let draws = 400_000
        var seen = [Int](repeating: 0, count: counts.count)
        for _ in 0..<draws { seen[sampler.draw(&stream)] += 1 }
        let weights = counts.map { pow(Double($0), power) }
        for (index, weight) in weights.enumerated() {
            let expected = Double(draws) * weight / weights.reduce(0, +)
            // Five standard deviations of a binomial.
            #expect(abs(Double(seen[index]) - expected) < 5 * expected.squareRoot() + 1, "word \(index)")
        }
    }

    @Test func `frequent words are kept as word2vec keeps them`() {
        // f = 0.9, 0.09 and 0.01 with t = 0.01: √(t/f) + t/f = 0.11652, 0.44444 and 2.
        let thresholds = Subsampling.thresholds(counts: [900, 90, 10], sample: 0.01)
        #expect(abs(Double(thresholds[0]) * 0x1p-32 - 0.11652) < 1e-5)
        #expect(abs(Double(thresholds[1]) * 0x1p-32 - 0.44444) < 1e-5)
        #expect(thresholds[2] == .max)
        #expect(Subsampling.thresholds(counts: [900, 90], sample: 0) == [.max, .max])
    }

    // MARK: - A step

    @Test(arguments: Kernels.available)
    func `a step goes down the gradient of the loss, as differences in double have it`(kernels: Kernels) {
        let (d, inputs, targets, rate) = (19, 3, 6, Float(1e-3))
        var stream = SampleStream(5, 5, 5)
        func number() -> Float { Float(stream.next() >> 40) * 0x1p-23 - 1 }
        let rows = AlignedBuffer((0..<(inputs + targets) * d).map { _ in number() })
        let before = rows.array.map(Double.init)
        /// −Σ log σ(±x·w) over all pairs, the first target being right.
        func loss(_ rows: [Double]) -> Double {
            var sum = 0.0
            for i in 0..<inputs {
                for t in 0..<targets {
                    let product = (0..<d).reduce(0) { $0 + rows[i * d + $1] * rows[(inputs + t) * d + $1] }
                    sum += log(1 + exp(t == 0 ? -product : product))
                }
            }
            return sum
        }
        let all = (0..<inputs + targets).map { rows.pointer + $0 * d }
        let errors = AlignedBuffer(count: inputs * targets)
        all.withUnsafeBufferPointer { all in
            if let first = all.baseAddress {
                kernels.negativeSampling(
                    d, inputs: inputs, first, targets: targets, right: 1, first + inputs, rate: rate,
                    errors: errors.pointer)
            }
        }
        for (index, moved) in rows.array.enumerated() {
            var (high, low) = (before, before)
            high[index] += 1e-5
            low[index] -= 1e-5
            let slope = (loss(high) - loss(low)) / 2e-5
            #expect(abs((Double(moved) - before[index]) / Double(rate) + slope) < 2e-3, "place \(index)")
        }
    }

    // MARK: - Training

    @Test(
        arguments: VectorTrainingOptions.Model.allCases,
        [
            nil, .fastText(lengths: 3...6, buckets: 500, kept: nil),
            SubwordScheme.jamo(characters: 1...4, jamo: 3...5, buckets: 500),
        ])
    func `words of a topic come near each other and far from another's, and the loss falls`(
        model: VectorTrainingOptions.Model, subwords: SubwordScheme?
    ) throws {
        let corpus = try twoTopics(lines: 3000)
        // On several threads that do not wait for each other, chance has a hand in it: in a table as small as this one they
        // move the same rows all the time.
        for (threads, isDeterministic) in [(1, false), (2, true), (2, false)] {
            let isByChance = threads > 1 && !isDeterministic
            let trainer = try VectorTrainer(
                corpus,
                Self.options {
                    $0.model = model
                    $0.subwords = subwords
                    $0.isDeterministic = isDeterministic
                    $0.negative = 8
                    $0.epochs = 12
                })
            var losses: [Double] = []
            let trained = try trainer.train(threads: threads) { progress in
                losses.append(progress.loss)
                return true
            }
            let vectors = try #require(trained)
            // With nothing learned each of nine targets costs ln 2.
            #expect(try #require(losses.last) < 0.7 * 9 * log(2))
            let across = try vectors.cosine("강아지", "harp")
            let margin = isByChance ? 0 : 0.05
            #expect(try vectors.cosine("강아지", "사슴") > across + margin)
            #expect(try vectors.cosine("piano", "harp") > across + margin)
            #expect((vectors.subwords == nil) == (subwords == nil))
            guard !isByChance, let table = vectors.subwords else { continue }
            // A form that was never seen is near what shares its n-grams.
            let unseen = try #require(table.vector(of: "강아지를"))
            #expect(try vectors.cosine(unseen, "강아지") > vectors.cosine(unseen, "violin") + 0.1)
        }
    }

    @Test func `the same seed gives the same bits on one thread, another seed others`() throws {
        let corpus = try twoTopics(lines: 500)
        func train(seed: UInt64) throws -> [Float] {
            let trainer = try VectorTrainer(
                corpus,
                Self.options {
                    $0.seed = seed
                    $0.epochs = 2
                })
            return try #require(try trainer.train(threads: 1)).values
        }
        let first = try train(seed: 1)
        #expect(try train(seed: 1) == first)
        #expect(try train(seed: 2) != first)
    }

    @Test(
        arguments: [
            nil, SubwordScheme.jamo(characters: 1...4, jamo: 3...5, buckets: 300),
            .fastText(lengths: 3...6, buckets: 300, kept: nil),
        ])
    func `a deterministic training gives the same bits on one, two and three threads`(subwords: SubwordScheme?) throws {
        let corpus = try twoTopics(lines: 3000)
        func train(threads: Int) throws -> [Float] {
            let trainer = try VectorTrainer(
                corpus,
                Self.options {
                    $0.isDeterministic = true
                    $0.epochs = 2
                    $0.subwords = subwords
                })
            let vectors = try #require(try trainer.train(threads: threads))
            return vectors.values
        }
        let one = try train(threads: 1)
        for threads in 2...3 { #expect(try train(threads: threads) == one, "\(threads) threads") }
    }

    @Test func `a training that is told to stop gives nothing`() throws {
        let trainer = try VectorTrainer(try twoTopics(lines: 100), Self.options())
        var reports = 0
        let vectors = try trainer.train(threads: 1) { _ in
            reports += 1
            return false
        }
        #expect(vectors == nil)
        #expect(reports == 1)
    }

    @Test func `two words are enough, however rare one of them is`() throws {
        var builder = TrainingCorpusBuilder()
        for _ in 0..<200 { builder.append("a a a a a a a a a b") }
        let trainer = try VectorTrainer(try builder.finish(minimumCount: 1), Self.options { $0.negative = 13 })
        #expect(try #require(try trainer.train(threads: 1)).values.allSatisfy(\.isFinite))
    }

    @Test(
        arguments: [
            { $0.dimensions = 0 }, { $0.window = 0 }, { $0.negative = 101 }, { $0.epochs = 0 },
            { $0.learningRate = .nan }, { $0.subsampling = -1 }, { $0.negativePower = .nan },
            { $0.negativePower = 1.1 },
            { $0.subwords = .fastText(lengths: 3...6, buckets: 0, kept: nil) },
        ] as [@Sendable (inout VectorTrainingOptions) -> Void])
    func `settings that nothing can be trained with are refused`(
        change: @Sendable (inout VectorTrainingOptions) -> Void
    ) throws {
        let corpus = try twoTopics(lines: 100)
        #expect(throws: WordVectorsError.self) { try VectorTrainer(corpus, Self.options(change)) }
    }

    // 53 words of 20 numbers, which lie in 32 places: 2 · 53 · 128 bytes of rows, 53 · 80 of what comes of them; in
    // rounds eight times the copies of all rows, and a number for each.
    @Test(arguments: [(false, 13_568 + 4_240), (true, 13_568 + 4_240 + 8 * (13_568 + 424))])
    func `what takes more memory than there is is refused, all copies counted`(isDeterministic: Bool, bytes: Int) throws
    {
        let corpus = try twoTopics(lines: 1000)
        try #require(corpus.words.count == 53)
        var options = Self.options { $0.isDeterministic = isDeterministic }
        options.memoryLimit = bytes
        _ = try VectorTrainer(corpus, options)
        options.memoryLimit = bytes - 1
        #expect(throws: WordVectorsError.self) { try VectorTrainer(corpus, options) }
    }
}
