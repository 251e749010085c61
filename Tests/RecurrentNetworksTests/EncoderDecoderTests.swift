import Numerics
import RecurrentNetworks
import Testing

/// Encoders and decoders against Keras 3 in float64; `Tests/Goldens/keras/make_decoders.py` made the file.
struct EncoderDecoderTests {
    static let goldens = GoldenCase.all(in: "keras/decoders.txt")
    static let start: Int32 = 2

    @Test func `the golden file is there`() {
        #expect(Self.goldens.count == 7)
    }

    private func targets(_ golden: GoldenCase) -> [[Int32]] {
        (golden.numbers["target"] ?? []).map { $0.map(Int32.init) }
    }

    @Test(arguments: goldens)
    func `a decoder answers as Keras's does`(golden: GoldenCase) throws {
        let network = try golden.network()
        for kernels in Kernels.available {
            let outputs = BatchPass(network, kernels: kernels)
                .outputs(of: golden.ids, width: 1, targets: (Self.start, targets(golden)))
            for (output, wanted) in zip(outputs, golden.numbers["output"] ?? []) {
                #expect(difference(output, wanted) <= (kernels.name == "scalar" ? 1e-6 : 3e-6), "\(kernels.name)")
            }
        }
    }

    @Test(arguments: goldens)
    func `ten steps from the same weights come to the losses of Keras`(golden: GoldenCase) throws {
        var set = TrainingSet(width: 1, targets: .sequences(start: Self.start))
        for (ids, target) in zip(golden.ids, targets(golden)) { set.append(ids, labels: target) }
        let options = TrainerTests.options {
            $0.epochs = 10
            $0.clipping = nil
        }
        for kernels in Kernels.available {
            let trainer = try Trainer(
                configuration: golden.configuration, options: options, isStepwise: true,
                weights: golden.network().weights, kernels: kernels)
            let losses = try trainer.train(on: set).history.map { Float($0.loss) }
            #expect(difference(losses, golden.first("losses")) <= 1e-5, "\(kernels.name) \(losses)")
        }
    }

    /// Rows of all lengths, the longest sources with the shortest targets.
    static let sources: [[Int32]] = [[3, 1, 4, 1, 5, 9], [2, 6], [5, 0, 3, 5], [], [8, 9, 7, 9, 3, 2, 3], [0, 0]]
    static let targets: [[Int32]] = [[4], [1, 5, 9, 2, 6], [5], [3, 5, 8], [], [9, 7]]

    @Test(arguments: goldens)
    func `rows of different lengths together have the answers and the gradients that they have alone`(
        golden: GoldenCase
    ) throws {
        let pass = BatchPass(try golden.network())
        var stream = GoldenStream(seed: 17)
        let factors = Self.targets.map { stream.draw($0.count * 11, scale: 2).map(Float.init) }
        let together = pass.gradients(
            of: Self.sources, width: 1, targets: (Self.start, Self.targets), dOutputs: factors)
        var sums: [String: [Double]] = [:]
        for row in Self.sources.indices {
            let alone = pass.gradients(
                of: [Self.sources[row]], width: 1, targets: (Self.start, [Self.targets[row]]),
                dOutputs: [factors[row]])
            #expect(difference(together.outputs[row], alone.outputs[0].map(Double.init)) < 1e-6)
            for (name, values) in alone.weights {
                let before = sums[name] ?? [Double](repeating: 0, count: values.count)
                sums[name] = zip(before, values).map { $0 + Double($1) }
            }
        }
        for (name, sum) in sums { #expect(difference(together.weights[name] ?? [], sum) < 1e-5, "\(name)") }
    }

    @Test(arguments: goldens)
    func `what is written is what the trained layers find most probable, step by step`(golden: GoldenCase) throws {
        let network = try golden.network()
        let pass = BatchPass(network)
        for source in Self.sources where source.contains(where: { $0 != 0 }) {
            var wanted: [Int32] = []
            var probability = 1.0
            while wanted.count < 7 {
                // The target's last id is not read: any will do.
                let rows = pass.outputs(of: [source], width: 1, targets: (Self.start, [wanted + [0]]))[0].suffix(11)
                let best = rows.indices.max { rows[$0] < rows[$1] } ?? 0
                probability *= Double(rows[best])
                let id = Int32(best - rows.startIndex)
                if id == Self.start { break }
                wanted.append(id)
            }
            let written = try #require(try network.write(for: source, width: 1, boundary: Self.start, limit: 7))
            #expect(written.ids == wanted)
            if written.isComplete { #expect(abs(written.probability - probability) < 1e-4 * probability) }
            // More hypotheses find nothing less probable.
            let beam = try #require(
                try network.write(for: source, width: 1, boundary: Self.start, limit: 7, beam: 4))
            if written.isComplete { #expect(beam.probability >= written.probability * 0.9999) }
        }
    }

    /// Every sequence of at most `limit` ids that comes to its end, by the trained layers.
    private func mostProbable(
        _ pass: BatchPass, for source: [Int32], limit: Int, from written: [Int32] = [], _ before: Double = 1
    ) -> (ids: [Int32], probability: Double) {
        let rows = pass.outputs(of: [source], width: 1, targets: (Self.start, [written + [0]]))[0].suffix(11)
        var best = (ids: written, probability: before * Double(rows[rows.startIndex + Int(Self.start)]))
        guard written.count < limit else { return best }
        for id in Int32(0)..<11 where id != Self.start {
            let probability = before * Double(rows[rows.startIndex + Int(id)])
            guard probability > best.probability else { continue }
            let other = mostProbable(pass, for: source, limit: limit, from: written + [id], probability)
            if other.probability > best.probability { best = other }
        }
        return best
    }

    @Test(arguments: goldens)
    func `a search that forgets nothing finds the most probable sequence of all`(golden: GoldenCase) throws {
        let network = try golden.network()
        let best = mostProbable(BatchPass(network), for: [3, 1, 4], limit: 2)
        let written = try #require(
            try network.write(for: [3, 1, 4], width: 1, boundary: Self.start, limit: 2, beam: 121))
        #expect(written.isComplete && written.ids == best.ids)
        #expect(abs(written.probability - best.probability) < 1e-5 * best.probability)
    }

    @Test(arguments: goldens)
    func `only what is allowed is written, no more than the limit, and nothing when it is no longer wanted`(
        golden: GoldenCase
    ) throws {
        let network = try golden.network()
        for beam in [1, 3] {
            func write(_ isAllowed: (Int32) -> Bool, while isWanted: () -> Bool = { true }) throws -> WrittenSequence? {
                try network.write(
                    for: [3, 1, 4], width: 1, boundary: Self.start, limit: 5, beam: beam, where: isAllowed,
                    while: isWanted)
            }
            let without = try #require(try write { $0 == 7 || $0 == 9 })
            #expect(without.ids.count == 5 && Set(without.ids).isSubset(of: [7, 9]) && !without.isComplete)
            #expect(without.probability > 0 && without.probability < 1)
            let only = try #require(try write { $0 == Self.start })
            #expect(only.ids.isEmpty && only.isComplete)
            #expect(try write({ _ in false })?.ids.isEmpty == true)
            var asked = 0
            let stopped = try write(
                { $0 == 7 },
                while: {
                    asked += 1
                    return asked < 3
                })
            #expect(stopped == nil && asked == 3)
        }
    }

    @Test(arguments: goldens)
    func `where the decoder looked is a share of each step that counts, and the context that it saw`(
        golden: GoldenCase
    ) throws {
        let network = try golden.network()
        let attends = golden.configuration.decoder.contains(.attention)
        for source in Self.sources {
            let written = try #require(
                try network.write(
                    for: source, width: 1, boundary: Self.start, limit: 4, attention: true, where: { $0 != 0 }))
            let plain = try #require(
                try network.write(for: source, width: 1, boundary: Self.start, limit: 4, where: { $0 != 0 }))
            #expect(plain.attention == nil && plain.ids == written.ids && plain.probability == written.probability)
            guard attends else {
                #expect(written.attention == nil)
                continue
            }
            let columns = source.count { $0 != 0 }
            let shares = try #require(written.attention)
            #expect(shares.count == written.ids.count * columns && shares.allSatisfy { (0...1).contains($0) })
            guard columns > 0 else { continue }
            for row in written.ids.indices {
                let sum = shares[row * columns..<(row + 1) * columns].reduce(0, +)
                #expect(abs(sum - 1) < 1e-5)
            }
        }
    }

    @Test(arguments: goldens)
    func `a seed gives the same bits for any number of threads, and wherever it was interrupted`(
        golden: GoldenCase
    ) throws {
        var set = TrainingSet(width: 1, targets: .sequences(start: Self.start))
        for repeats in 0..<4 {
            for (source, target) in zip(Self.sources, Self.targets) {
                set.append(source, labels: target + target.prefix(repeats) + [Self.start])
            }
        }
        func train(_ threads: Int, from state: TrainingState? = nil) throws -> (TrainingResult, [TrainingState]) {
            let options = TrainerTests.options {
                $0.epochs = 3
                $0.batchSize = 10
                $0.averaging = 0.9
                $0.threads = threads
            }
            let trainer = try Trainer(configuration: golden.configuration, options: options, isStepwise: true)
            var states: [TrainingState] = []
            let result = try trainer.train(on: set, validation: set, from: state) {
                states.append($0.state())
                return true
            }
            return (result, states)
        }
        let (whole, states) = try train(1)
        #expect(states.count >= 9)
        #expect(try train(3).0.network.weights == whole.network.weights)
        for state in states.dropLast() {
            #expect(try train(2, from: state).0.network.weights == whole.network.weights)
        }
    }

    @Test func `encoders and decoders that do not fit are refused with the mend`() {
        let embedding = LayerConfiguration.embedding(inputDimension: 9, outputDimension: 3)
        let steps = RecurrentOptions(units: 4, returnSequences: true)
        let end = LayerConfiguration.dense(units: 9, activation: .softmax)
        let wrong: [([LayerConfiguration], [LayerConfiguration], String)] = [
            ([embedding, .lstm(steps)], [.gru(steps), end], "take the same kind of layer, with 4 units"),
            ([embedding, .lstm(steps)], [.lstm(.init(units: 5, returnSequences: true)), end], "with 4 units"),
            ([embedding, .bidirectional(.lstm(steps))], [.lstm(steps), end], "with 8 units"),
            ([embedding, .lstm(steps), .dense(units: 4)], [.lstm(steps), end], "end the encoder with"),
            ([embedding, .lstm(.init(units: 4))], [.lstm(steps), .attention, end], "return_sequences"),
            ([embedding, .lstm(steps)], [.lstm(.init(units: 4)), end], "set return_sequences to true"),
            ([embedding, .lstm(steps)], [.attention, end], "behind one"),
            ([embedding, .lstm(steps)], [.lstm(steps), .globalPooling([.max]), end], "take it out"),
            ([embedding, .lstm(steps)], [.lstm(steps), .bidirectional(.lstm(steps)), end], "take it out"),
            ([embedding, .lstm(steps)], [.lstm(steps), .dense(units: 8, activation: .softmax)], "Dense(9, softmax)"),
            ([.input(features: 3), .lstm(steps)], [.lstm(steps), end], "start the encoder with an Embedding"),
        ]
        for (layers, decoder, mend) in wrong {
            let error = #expect(throws: NetworkError.self) {
                try NetworkPlan(NetworkConfiguration(layers: layers, decoder: decoder))
            }
            #expect(error?.description.contains(mend) == true, "\(error.map { "\($0)" } ?? "")")
        }
        #expect(throws: NetworkError.self) { try NetworkPlan(NetworkConfiguration(layers: [embedding, .attention])) }
    }
}
