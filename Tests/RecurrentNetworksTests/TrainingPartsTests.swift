import RecurrentNetworks
import Testing

struct TrainingPartsTests {
    // MARK: Initial weights

    static func initial(_ layers: LayerConfiguration..., seed: UInt64 = 1) throws -> [String: [Float]] {
        let plan = try NetworkPlan(NetworkConfiguration(layers: layers))
        return initialWeights(of: plan, seed: seed).mapValues { tensor in
            if case .float32(let values) = tensor.values { values } else { [] }
        }
    }

    static let embedding = LayerConfiguration.embedding(inputDimension: 500, outputDimension: 12)

    @Test func `embeddings and kernels are uniform within Keras's limits`() throws {
        let weights = try Self.initial(Self.embedding, .lstm(.init(units: 40)))
        let table = try #require(weights["embedding/embeddings"])
        #expect(table.allSatisfy { abs($0) <= 0.05 } && (table.max() ?? 0) > 0.0499)
        let kernel = try #require(weights["lstm/kernel"])
        let limit = Float((6.0 / Double(12 + 160)).squareRoot())
        #expect(kernel.allSatisfy { abs($0) <= limit } && (kernel.max() ?? 0) > 0.99 * limit)
        let mean = kernel.reduce(0, +) / Float(kernel.count)
        #expect(abs(mean) < 0.01)
    }

    @Test func `initialisers draw what they are asked for`() throws {
        var options = RecurrentOptions(units: 40, returnSequences: true)
        options.kernelInitialiser = .randomNormal(deviation: 0.25)
        options.recurrentInitialiser = .randomUniform(minimum: 0.5, maximum: 0.75)
        options.unitForgetBias = false
        let weights = try Self.initial(
            .embedding(inputDimension: 500, outputDimension: 12, initialiser: .ones), .lstm(options),
            .layerNormalization(), .globalPooling([.attention]))
        #expect(weights["embedding/embeddings"]?.allSatisfy { $0 == 1 } == true)
        let kernel = try #require(weights["lstm/kernel"])
        let squares = kernel.reduce(0) { $0 + $1 * $1 } / Float(kernel.count)
        #expect(abs(squares.squareRoot() - 0.25) < 0.01 && (kernel.max() ?? 0) > 0.6)
        let recurrent = try #require(weights["lstm/recurrent_kernel"])
        #expect((recurrent.min() ?? 0) >= 0.5 && (recurrent.max() ?? 1) <= 0.75 && Set(recurrent).count > 1000)
        #expect(weights["lstm/bias"]?.allSatisfy { $0 == 0 } == true)
        #expect(weights["layer_normalization/gamma"] == [Float](repeating: 1, count: 40))
        #expect(weights["layer_normalization/beta"] == [Float](repeating: 0, count: 40))
        #expect(weights["global_pooling/attention"] == [Float](repeating: 0, count: 40))
    }

    @Test(arguments: [1, 2, 7, 40])
    func `recurrent kernels have orthonormal rows over all gates`(units: Int) throws {
        let weights = try Self.initial(
            Self.embedding, .gru(.init(units: units, returnSequences: true)), .lstm(.init(units: units)))
        for (name, width) in [("gru", 3 * units), ("lstm", 4 * units)] {
            let kernel = try #require(weights[name + "/recurrent_kernel"])
            for a in 0..<units {
                for b in 0...a {
                    let product = (0..<width).reduce(Float(0)) { $0 + kernel[a * width + $1] * kernel[b * width + $1] }
                    #expect(abs(product - (a == b ? 1 : 0)) < 1e-5)
                }
            }
        }
    }

    @Test func `the forget gate starts open and other biases at zero`() throws {
        let weights = try Self.initial(
            Self.embedding, .bidirectional(.lstm(.init(units: 2, returnSequences: true))), .gru(.init(units: 2)),
            .dense(units: 2))
        #expect(weights["bidirectional/forward/bias"] == [0, 0, 1, 1, 0, 0, 0, 0])
        #expect(weights["bidirectional/backward/bias"] == [0, 0, 1, 1, 0, 0, 0, 0])
        #expect(weights["gru/bias"] == [Float](repeating: 0, count: 12))
        #expect(weights["dense/bias"] == [0, 0])
        #expect(weights["bidirectional/forward/kernel"] != weights["bidirectional/backward/kernel"])
    }

    @Test func `another seed draws other weights, and a layer more leaves those before it as they were`() throws {
        let one = try Self.initial(Self.embedding, .gru(.init(units: 3)))
        #expect(try Self.initial(Self.embedding, .gru(.init(units: 3))) == one)
        #expect(try Self.initial(Self.embedding, .gru(.init(units: 3)), seed: 2)["gru/kernel"] != one["gru/kernel"])
        let more = try Self.initial(Self.embedding, .gru(.init(units: 3)), .dense(units: 2))
        #expect(more["gru/kernel"] == one["gru/kernel"])
    }

    // MARK: Optimisers on a table

    static let optimisers: [Optimiser] = [
        .adam(), .sgd(momentum: 0.95), .sgd(momentum: 0.9, nesterov: true), .rmsprop(),
    ]

    /// Steps of which each touches a few rows of a table of ten: row 0 always, row 9 never, the others ever more
    /// rarely. Gradients of 1e-6 are near Adam's epsilon.
    @Test(arguments: [Float(0), 0.05], optimisers)
    func `rows that a step does not touch move as the dense optimiser moves them`(decay: Float, optimiser: Optimiser) {
        for size in [Float(1), 1e-6] {
            var stream = GoldenStream(seed: 17)
            let start = stream.draw(30, scale: 1).map(Float.init)
            let steps = (0..<900).map { t -> UpdateTrajectory.Step in
                let rows = (0..<9).filter { t % (1 << $0) == 0 }
                return (
                    dense: [0],
                    rows: rows.map { (row: Int32($0), gradient: stream.draw(3, scale: 2).map { Float($0) * size }) }
                )
            }
            let wanted = Self.textbook(optimiser, decay: decay, start: start, steps: steps)
            for settling in [true, false] {
                var updates = UpdateTrajectory(optimiser, rate: 0.01)
                updates.weightDecay = decay
                updates.settlesEachStep = settling
                let last = updates.weights(dense: [0], table: start, dimension: 3, steps: steps).last
                #expect(
                    difference(last?.table ?? [], wanted) < 1e-5 * max(3, wanted.map(abs).max() ?? 0),
                    "\(settling ? "at once" : "late"), size \(size)")
            }
        }
    }

    /// In double precision, every weight in every step, at a rate of 0.01.
    private static func textbook(
        _ optimiser: Optimiser, decay: Float, start: [Float], steps: [UpdateTrajectory.Step]
    ) -> [Double] {
        let nothing = [Double](repeating: 0, count: start.count)
        var (w, m, v) = (start.map(Double.init), nothing, nothing)
        var (power1, power2) = (1.0, 1.0)
        for step in steps {
            var g = nothing
            for (row, gradient) in step.rows { for i in 0..<3 { g[Int(row) * 3 + i] = Double(gradient[i]) } }
            if case .adam(let beta1, let beta2, _) = optimiser {
                power1 *= Double(beta1)
                power2 *= Double(beta2)
            }
            for i in w.indices {
                // The factor as a float has it, since its rounding comes back nine hundred times.
                w[i] *= Double(1 - decay * 0.01 as Float)
                switch optimiser {
                case .adam(let beta1, let beta2, let epsilon):
                    m[i] = Double(beta1) * m[i] + (1 - Double(beta1)) * g[i]
                    v[i] = Double(beta2) * v[i] + (1 - Double(beta2)) * g[i] * g[i]
                    let alpha = 0.01 * (1 - power2).squareRoot() / (1 - power1)
                    w[i] -= alpha * m[i] / (v[i].squareRoot() + Double(epsilon))
                case .sgd(let momentum, let nesterov):
                    m[i] = Double(momentum) * m[i] - 0.01 * g[i]
                    w[i] += nesterov ? Double(momentum) * m[i] - 0.01 * g[i] : m[i]
                case .rmsprop(let rho, let epsilon):
                    v[i] = Double(rho) * v[i] + (1 - Double(rho)) * g[i] * g[i]
                    w[i] -= 0.01 * g[i] / (v[i] + Double(epsilon)).squareRoot()
                }
            }
        }
        return w
    }

    // MARK: Batches

    @Test func `each row comes once an epoch, with rows of about its length`() {
        var stream = GoldenStream(seed: 5)
        let lengths = stream.draw(5000, scale: 100).map { Int32($0 + 50) }
        let order = BatchOrder(lengths: lengths, batchSize: 32, seed: 1, epoch: 0)
        let batches = (0..<order.count).map { Array(order[$0]) }
        #expect(batches.flatMap { $0 }.sorted() == Array(0..<5000))
        #expect(order.count == (5000 + 31) / 32)
        var places = 0
        var padded = 0
        for batch in batches {
            let own = batch.map { Int(lengths[$0]) }
            #expect(own == own.sorted(by: >))
            places += own.reduce(0, +)
            padded += own.count * (own.max() ?? 0)
        }
        #expect(Double(places) / Double(padded) > 0.97)
        // Batches of all lengths in no order.
        #expect(batches.map { lengths[$0[0]] } != batches.map { lengths[$0[0]] }.sorted(by: >))
    }

    @Test func `seed and epoch decide the order alone`() {
        let lengths = (0..<300).map { Int32($0 % 17) }
        func rows(_ seed: UInt64, _ epoch: Int) -> [Int] {
            let order = BatchOrder(lengths: lengths, batchSize: 16, seed: seed, epoch: epoch)
            return (0..<order.count).flatMap { Array(order[$0]) }
        }
        #expect(rows(1, 0) == rows(1, 0))
        #expect(rows(1, 0) != rows(1, 1))
        #expect(rows(1, 0) != rows(2, 0))
    }

    // MARK: Schedules and stopping

    @Test func `a schedule warms up in a line and falls to nothing`() {
        for schedule in [LearningRateSchedule.warmUpCosine(warmUp: 0.1), .warmUpLinear(warmUp: 0.1)] {
            let factors = (0..<1000).map { schedule.factor(at: $0, of: 1000) }
            #expect(abs(factors[49] - 0.5) < 1e-9)
            #expect(abs(factors[99] - 1) < 1e-9)
            #expect(abs(factors[549] - 0.5) < 0.01)
            #expect(factors[999] > 0 && factors[999] < 0.002)
            #expect(zip(factors[99...], factors[100...]).allSatisfy { $0 > $1 })
        }
        #expect(LearningRateSchedule.constant.factor(at: 7, of: 9) == 1)
        #expect(LearningRateSchedule.warmUpCosine(warmUp: 0).factor(at: 0, of: 1).isFinite)
        #expect(LearningRateSchedule.warmUpLinear(warmUp: 1).factor(at: 9, of: 10) == 1)
    }

    @Test func `stopping waits as many epochs as it is told, and begins anew with each improvement`() {
        var stopping = EarlyStopping(patience: 2)
        let verdicts = [5.0, 4, 4.5, 3, 3, .nan, 2].enumerated().map {
            stopping.after(epoch: $0.offset + 1, value: $0.element)
        }
        #expect(verdicts == [.improved, .improved, .worse, .improved, .worse, .stop, .improved])
        #expect(stopping.bestEpoch == 7)
        var lost = EarlyStopping(patience: nil)
        #expect(
            [Double.nan, 2, 1].enumerated().map { lost.after(epoch: $0 + 1, value: $1) } == [
                .worse, .improved, .improved,
            ])
        var endless = EarlyStopping(patience: nil)
        #expect((1...20).map { endless.after(epoch: $0, value: Double($0)) }.dropFirst().allSatisfy { $0 == .worse })
    }

    // MARK: Dropout

    /// The mean over time of dropped-out ones, and the gradient of the table, of which each step has a row.
    private func dropped(_ rate: Float, shared: Bool) throws -> (output: [Float], table: [Float]) {
        let configuration = NetworkConfiguration(layers: [
            .embedding(inputDimension: 101, outputDimension: 40), .dropout(rate: rate, sharedOverTime: shared),
            .globalPooling([.mean]),
        ])
        let ones = Tensor(shape: [101, 40], values: .float32([Float](repeating: 1, count: 101 * 40)))
        let network = try Network(configuration: configuration, weights: ["embedding/embeddings": ones])
        let pass = BatchPass(network).gradients(
            of: [(1...100).map { Int32($0) }], width: 1, dOutputs: [[Float](repeating: 1, count: 40)])
        return (pass.outputs[0], pass.weights["embedding/embeddings"] ?? [])
    }

    @Test(arguments: [Float(0.1), 0.5, 0.8])
    func `dropout drops its share, makes up for it, and passes gradients where it passed values`(rate: Float) throws {
        let (output, table) = try dropped(rate, shared: false)
        let mean = output.reduce(0, +) / 40
        #expect(abs(mean - 1) < 0.15 * rate / (1 - rate))
        let zeros = table[40...].count { $0 == 0 }
        #expect(abs(Float(zeros) / 4000 - rate) < 0.03)
        for i in 0..<40 {
            let slope = (1...100).reduce(Float(0)) { $0 + table[$1 * 40 + i] }
            #expect(abs(slope - output[i]) < 1e-4)
        }
    }

    @Test func `dropout shared over time drops a feature in every step or in none`() throws {
        let (output, table) = try dropped(0.5, shared: true)
        #expect(Set(output.map { ($0 * 1000).rounded() }) == [0, 2000])
        for i in 0..<40 {
            #expect((1...100).allSatisfy { abs(table[$0 * 40 + i] - output[i] / 100) < 1e-6 })
        }
    }

    // MARK: Sets and options that cannot work

    @Test func `sets and options that cannot work are refused with what came`() throws {
        let configuration = ToyTexts.classifier(.gru(.init(units: 3)))
        func train(_ set: TrainingSet, _ change: (inout TrainingOptions) -> Void = { _ in }) throws {
            _ = try Trainer(configuration: configuration, options: TrainerTests.options(change), classCount: 3)
                .train(on: set)
        }
        #expect(throws: TrainingError.emptySet) { try train(TrainingSet(width: 1)) }
        #expect(throws: TrainingError.labelOutOfRange(row: 1, label: 3, classes: 3)) {
            try train(TrainingSet(ids: [1, 2], offsets: [0, 1, 2], width: 1, labels: [0, 3]))
        }
        #expect(throws: TrainingError.idOutOfRange(row: 1, id: 16, entries: 16)) {
            try train(TrainingSet(ids: [1, 2, 16], offsets: [0, 1, 3], width: 1, labels: [0, 1]))
        }
        #expect(throws: TrainingError.idOutOfRange(row: 0, id: -1, entries: 16)) {
            try train(TrainingSet(ids: [-1, 2], offsets: [0, 1, 2], width: 1, labels: [0, 1]))
        }
        for offsets in [[0, 2], [0, 3, 2], [1, 1, 2], [0, 1, .max]] {
            #expect(throws: TrainingError.self) {
                try train(TrainingSet(ids: [1, 2], offsets: offsets, width: 1, labels: [0, 1]))
            }
        }
        let good = ToyTexts.marked(10, seed: 1)
        let changes: [(String, (inout TrainingOptions) -> Void)] = [
            ("epochs", { $0.epochs = 0 }), ("batch_size", { $0.batchSize = 0 }),
            ("learning_rate", { $0.learningRate = -1 }), ("learning_rate", { $0.learningRate = .nan }),
            ("global_clipnorm", { $0.clipping = .globalNorm(0) }), ("label_smoothing", { $0.labelSmoothing = 1 }),
            ("patience", { $0.patience = -1 }), ("ema_momentum", { $0.averaging = 1 }), ("threads", { $0.threads = 0 }),
            ("weight_decay", { $0.weightDecay = -0.1 }),
        ]
        for (name, change) in changes {
            let error = #expect(throws: TrainingError.self) { try train(good, change) }
            #expect(error?.description.contains(name) == true)
        }
    }

    @Test func `texts that are all empty, and one example, train without a fault`() throws {
        let configuration = ToyTexts.classifier(.bidirectional(.gru(.init(units: 3))))
        for set in [
            TrainingSet(ids: [], offsets: [0, 0, 0], width: 1, labels: [0, 2]),
            TrainingSet(ids: [1], offsets: [0, 1], width: 1, labels: [1]),
            TrainingSet(ids: [0, 0, 0], offsets: [0, 3], width: 1, labels: [1]),
        ] {
            let result = try Trainer(configuration: configuration, options: TrainerTests.options(), classCount: 3)
                .train(on: set)
            #expect(result.history.count == 3)
        }
    }

    @Test func `a network that is no classifier of these classes is refused before training`() {
        let stacks: [(NetworkConfiguration, String)] = [
            (ToyTexts.classifier(.gru(.init(units: 3)), classes: 2), "set units to 3"),
            (NetworkConfiguration(layers: [Self.embedding, .gru(.init(units: 3))]), "Dense(3, softmax)"),
            (
                NetworkConfiguration(layers: [Self.embedding, .gru(.init(units: 3)), .dense(units: 3)]),
                "Dense(3, softmax)"
            ),
            (ToyTexts.classifier(.gru(.init(units: 3, returnSequences: true))), "on a vector"),
        ]
        for (configuration, mend) in stacks {
            let error = #expect(throws: NetworkError.self) {
                try Trainer(configuration: configuration, options: TrainingOptions(), classCount: 3)
            }
            #expect(error?.description.contains(mend) == true)
        }
        #expect(throws: NetworkError.self) {
            try Trainer(
                configuration: ToyTexts.classifier(.gru(.init(units: 3)), classes: 1), options: TrainingOptions(),
                classCount: 1)
        }
    }
}
