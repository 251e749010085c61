import Numerics
import RecurrentNetworks
import Testing

/// The compiled form against the reference in double precision, on every instruction set of this machine.
struct CompiledNetworkTests {
    private static let kernels = Kernels.available

    @Test(arguments: kernels)
    func `recurrent layers of odd sizes answer as the reference does, whatever is masked`(kernels: Kernels) throws {
        for units in [1, 7, 16, 33, 65] {
            for layer in RecurrentKind.allCases {
                for (sequences, backwards) in [(false, false), (true, false), (false, true), (true, true)] {
                    let options = RecurrentOptions(
                        units: units, returnSequences: sequences, goBackwards: backwards)
                    try check([.embedding(inputDimension: 9, outputDimension: 5), layer.layer(options)], kernels)
                }
            }
        }
    }

    @Test(arguments: kernels, MergeMode.allCases)
    func `bidirectional layers answer as the reference does in every merge mode`(
        kernels: Kernels, merge: MergeMode
    ) throws {
        for layer in RecurrentKind.allCases {
            for sequences in [false, true] {
                let inner = layer.layer(RecurrentOptions(units: 7, returnSequences: sequences))
                try check(
                    [.embedding(inputDimension: 9, outputDimension: 18), .bidirectional(inner, merge: merge)], kernels)
            }
        }
    }

    @Test(arguments: kernels, Activation.allCases)
    func `dense layers answer as the reference does, on vectors and on sequences`(
        kernels: Kernels, activation: Activation
    ) throws {
        for sequences in [false, true] {
            let lstm = LayerConfiguration.lstm(RecurrentOptions(units: 17, returnSequences: sequences))
            try check(
                [
                    .embedding(inputDimension: 9, outputDimension: 5), lstm, .dropout(rate: 0.5),
                    .dense(units: 19, activation: activation), .dense(units: 3, activation: activation),
                ], kernels)
        }
        // Where the sequence comes straight from the embedding, masked steps have rows of their own.
        try check(
            [.embedding(inputDimension: 9, outputDimension: 5), .dense(units: 4, activation: activation)], kernels)
    }

    @Test(arguments: kernels)
    func `stacks, pools and turned sequences answer as the reference does`(kernels: Kernels) throws {
        let embedding = LayerConfiguration.embedding(inputDimension: 9, outputDimension: 12)
        let sequence = RecurrentOptions(units: 10, returnSequences: true)
        let turned = RecurrentOptions(units: 6, returnSequences: true, goBackwards: true)
        let stacks: [[LayerConfiguration]] = [
            [
                embedding, .bidirectional(.simpleRNN(sequence)), .bidirectional(.simpleRNN(sequence)),
                .simpleRNN(RecurrentOptions(units: 10)), .dense(units: 4, activation: .softmax),
            ],
            [embedding, .lstm(turned), .gru(RecurrentOptions(units: 5))],
            [embedding, .lstm(turned), .lstm(turned), .globalPooling([.last, .max])],
            [embedding, .lstm(sequence), .globalPooling([.max, .attention, .mean, .last]), .dense(units: 2)],
            [embedding, .layerNormalization(), .lstm(sequence), .layerNormalization(epsilon: 0.1), .activation(.gelu)],
            [embedding, .activation(.softsign), .globalPooling([.attention]), .layerNormalization()],
            [embedding, .globalPooling([.mean])],
            [
                .embedding(inputDimension: 9, outputDimension: 12, maskZero: false), .gru(sequence),
                .globalPooling([.max]),
            ],
            [
                embedding, .bidirectional(.gru(sequence), merge: .sum),
                .bidirectional(.lstm(turned.forwards), merge: .none),
            ],
        ]
        for layers in stacks { try check(layers, kernels) }
    }

    @Test(arguments: kernels, [1, 3])
    func `embeddings of several ids a step, float and 8-bit, are summed without padding`(
        kernels: Kernels, width: Int
    ) throws {
        for maskZero in [true, false] {
            let layers: [LayerConfiguration] = [
                .embedding(inputDimension: 9, outputDimension: 21, maskZero: maskZero),
                .lstm(RecurrentOptions(units: 8)),
            ]
            try check(layers, kernels, width: width)
            try check(layers, kernels, width: width, eightBits: true)
        }
    }

    @Test(arguments: kernels)
    func `a sequence longer than a block keeps its state from block to block`(kernels: Kernels) throws {
        let random = Noise(seed: 5)
        let ids = (0..<1100).map { _ in Int32(random.below(9)) }
        for layer in RecurrentKind.allCases {
            for backwards in [false, true] {
                let options = RecurrentOptions(units: 5, returnSequences: true, goBackwards: backwards)
                try check(
                    [.embedding(inputDimension: 9, outputDimension: 3), layer.layer(options)], kernels,
                    sequences: [ids])
            }
        }
    }

    @Test(arguments: kernels)
    func `a folded input product answers as a computed one`(kernels: Kernels) throws {
        for layer in RecurrentKind.allCases {
            for backwards in [false, true] {
                let options = RecurrentOptions(units: 7, returnSequences: true, goBackwards: backwards)
                try check(
                    [.embedding(inputDimension: 9, outputDimension: 5), layer.layer(options), .dense(units: 2)],
                    kernels, inputProduct: .folded)
            }
            let both = LayerConfiguration.bidirectional(layer.layer(RecurrentOptions(units: 7, returnSequences: true)))
            try check([.embedding(inputDimension: 9, outputDimension: 5), both], kernels, inputProduct: .folded)
        }
    }

    @Test(arguments: kernels, [CompiledNetwork.InputProduct.computed, .folded])
    func `more sequences than go together, of any lengths, are answered in their order`(
        kernels: Kernels, inputProduct: CompiledNetwork.InputProduct
    ) throws {
        let noise = Noise(seed: 3)
        let sequences = (0..<75).map { _ in (0..<noise.below(40)).map { _ in Int32(noise.below(9)) } }
        for layer in RecurrentKind.allCases {
            for (backwards, activation) in [(false, Activation.tanh), (true, .tanh), (false, .softsign)] {
                var options = RecurrentOptions(units: 20, goBackwards: backwards)
                options.activation = activation
                let network = try randomNetwork([
                    .embedding(inputDimension: 9, outputDimension: 5), layer.layer(options), .dense(units: 2),
                ])
                let compiled = CompiledNetwork(
                    plan: network.plan, weights: network.weights, kernels: kernels, inputProduct: inputProduct)
                let alone = sequences.map { $0.withUnsafeBufferPointer { compiled.predict(ids: $0, width: 1) } }
                #expect(compiled.predict(sequences, width: 1) == alone)
                #expect(compiled.predict([[Int32]](), width: 1) == [])
            }
        }
    }

    @Test(arguments: kernels)
    func `8-bit weights answer nearly as those of 32 bits do, and take less room`(kernels: Kernels) throws {
        for layer in RecurrentKind.allCases {
            for units in [1, 7, 33] {
                let options = RecurrentOptions(units: units, returnSequences: true)
                let network = try randomNetwork([
                    .embedding(inputDimension: 9, outputDimension: 5), .bidirectional(layer.layer(options)),
                    layer.layer(options), .dense(units: 2, activation: .softmax),
                ])
                func compiled(
                    _ precision: Kernels.Precision, _ product: CompiledNetwork.InputProduct
                ) -> CompiledNetwork {
                    CompiledNetwork(
                        plan: network.plan, weights: network.weights, kernels: kernels, inputProduct: product,
                        precision: precision)
                }
                let (exact, small) = (compiled(.float32, .computed), compiled(.int8, .computed))
                let folded = compiled(.int8, .folded)
                if units == 33 { #expect(small.memory < exact.memory) }
                for ids in maskedSequences {
                    let (wanted, got, same) = ids.withUnsafeBufferPointer { ids in
                        (
                            exact.predict(ids: ids, width: 1), small.predict(ids: ids, width: 1),
                            folded.predict(ids: ids, width: 1)
                        )
                    }
                    // Measured up to 0.011.
                    #expect(zip(got, wanted).allSatisfy { abs($0 - $1) < 0.03 }, "\(layer), \(units), ids \(ids)")
                    #expect(same == got)
                }
            }
        }
    }

    @Test
    func `ids outside the table add nothing`() throws {
        let network = try randomNetwork(
            [
                .embedding(inputDimension: 9, outputDimension: 5, maskZero: false),
                .globalPooling([.max]),
            ])
        let compiled = CompiledNetwork(plan: network.plan, weights: network.weights)
        for outside in [Int32.min, -1, 9, .max] {
            #expect([outside].withUnsafeBufferPointer { compiled.predict(ids: $0, width: 1) } == [0, 0, 0, 0, 0])
            let one = [Int32(4), 5].withUnsafeBufferPointer { compiled.predict(ids: $0, width: 2) }
            let more = [outside, 4, 5].withUnsafeBufferPointer { compiled.predict(ids: $0, width: 3) }
            #expect(one == more)
        }
    }

    @Test
    func `many threads at once get the answers of one`() async throws {
        let network = try randomNetwork([
            .embedding(inputDimension: 9, outputDimension: 20),
            .bidirectional(.lstm(RecurrentOptions(units: 24, returnSequences: true))), .globalPooling([.max, .mean]),
        ])
        let compiled = CompiledNetwork(plan: network.plan, weights: network.weights)
        let sequences = (1..<40).map { length in
            (0..<length * 7).map { Int32(($0 * length + 3) % 9) }
        }
        @Sendable func answer(_ ids: [Int32]) -> [Float] {
            ids.withUnsafeBufferPointer { compiled.predict(ids: $0, width: 1) }
        }
        let alone = sequences.map(answer)
        let together = await withTaskGroup(of: (Int, [Float]).self) { group in
            for (index, ids) in sequences.enumerated() {
                for _ in 0..<4 { group.addTask { (index, answer(ids)) } }
            }
            var same = true
            for await (index, values) in group { same = same && values == alone[index] }
            return same
        }
        #expect(together)
    }

    @Test
    func `memory counts packed weights and, where folded, the table`() throws {
        let network = try randomNetwork([
            .embedding(inputDimension: 9, outputDimension: 5), .lstm(RecurrentOptions(units: 16)),
        ])
        let computed = CompiledNetwork(plan: network.plan, weights: network.weights)
        let folded = CompiledNetwork(plan: network.plan, weights: network.weights, inputProduct: .folded)
        #expect(computed.memory >= 4 * network.parameterCount && computed.memory < network.memory)
        #expect(folded.memory - computed.memory == 10 * 4 * 16 * 4)
    }
}

// MARK: - What the tests compare

enum RecurrentKind: CaseIterable {
    case simpleRNN, gru, gruResetBefore, lstm

    func layer(_ options: RecurrentOptions) -> LayerConfiguration {
        switch self {
        case .simpleRNN: .simpleRNN(options)
        case .gru: .gru(options)
        case .gruResetBefore: .gru(options, resetAfter: false)
        case .lstm: .lstm(options)
        }
    }
}

extension RecurrentOptions {
    fileprivate var forwards: RecurrentOptions {
        RecurrentOptions(units: units, returnSequences: returnSequences)
    }
}

/// Reproducible noise.
final class Noise {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    }

    func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }

    /// In −1 ..< 1.
    func unit() -> Float { Float(below(1 << 20)) / Float(1 << 19) - 1 }
}

func randomNetwork(_ layers: [LayerConfiguration], eightBits: Bool = false) throws -> Network {
    let configuration = NetworkConfiguration(layers: layers)
    let noise = Noise(seed: 42)
    var weights: [String: Tensor] = [:]
    for needed in try NetworkPlan(configuration).weights {
        if eightBits, needed.name.hasSuffix("/embeddings") {
            let rows = (0..<needed.count).map { _ in Int8(noise.below(255) - 127) }
            let scales = (0..<needed.shape[0]).map { _ in abs(noise.unit()) / 100 }
            weights[needed.name] = Tensor(shape: needed.shape, values: .int8(rows: rows, scales: scales))
        } else {
            let scale: Float = needed.name.hasSuffix("kernel") ? 0.4 : 0.8
            weights[needed.name] = Tensor(
                shape: needed.shape, values: .float32((0..<needed.count).map { _ in noise.unit() * scale }))
        }
    }
    return try Network(configuration: configuration, weights: weights)
}

/// None, one and several steps; nothing masked, the end, the start, the middle, all.
private let maskedSequences: [[Int32]] = [
    [], [3], [0], [1, 2], [4, 5, 6, 7, 8], [1, 2, 3, 0, 0], [0, 0, 4, 5], [1, 0, 2, 0, 0, 3, 8], [0, 0, 0],
    [0, 7, 0, 1, 0],
]

private func check(
    _ layers: [LayerConfiguration], _ kernels: Kernels, width: Int = 1, eightBits: Bool = false,
    inputProduct: CompiledNetwork.InputProduct = .computed, sequences: [[Int32]] = maskedSequences,
    location: SourceLocation = #_sourceLocation
) throws {
    let network = try randomNetwork(layers, eightBits: eightBits)
    let compiled = CompiledNetwork(
        plan: network.plan, weights: network.weights, kernels: kernels, inputProduct: inputProduct)
    let reference = ReferenceForward(network)
    // Each id with others beside it, or a step that is all padding.
    let sequences = sequences.map { steps in
        steps.flatMap { id in (0..<Int32(width)).map { id == 0 || $0 == 1 ? 0 : (id + $0) % 9 } }
    }
    var alone: [[Float]] = []
    for ids in sequences {
        let expected = reference(ids: ids, width: width)
        let answer = ids.withUnsafeBufferPointer { compiled.answer(ids: $0, width: width) }
        #expect(answer.tensors.map(\.count) == expected.map(\.count), "\(layers), ids \(ids)", sourceLocation: location)
        let difference = zip(answer.tensors.joined(), expected.joined()).map { abs(Double($0) - $1) }.max() ?? 0
        #expect(difference < 2e-5, "\(layers), ids \(ids), \(kernels.name)", sourceLocation: location)
        let flat = ids.withUnsafeBufferPointer { compiled.predict(ids: $0, width: width) }
        #expect(flat == Array(answer.tensors.joined()), sourceLocation: location)
        alone.append(flat)
    }
    #expect(compiled.predict(sequences, width: width) == alone, "\(layers) together", sourceLocation: location)
}
