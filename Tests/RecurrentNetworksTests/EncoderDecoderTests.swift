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
            let written = try network.write(for: source, width: 1, boundary: Self.start, limit: 7)
            #expect(written.ids == wanted)
            if written.isComplete { #expect(abs(written.probability - probability) < 1e-4 * probability) }
            // More hypotheses find nothing less probable.
            let beam = try network.write(for: source, width: 1, boundary: Self.start, limit: 7, beam: 4)
            if written.isComplete { #expect(beam.probability >= written.probability * 0.9999) }
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
