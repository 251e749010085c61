import Numerics
import RecurrentNetworks
import Testing

/// Reading a part of a sequence at a time, against one run and against the reference.
struct StepwiseReadingTests {
    private static let kernels = Kernels.available
    private static let embedding = LayerConfiguration.embedding(inputDimension: 9, outputDimension: 5)

    @Test(arguments: kernels, RecurrentKind.allCases)
    func `a recurrent layer gives the same bits however its sequence is split`(
        kernels: Kernels, kind: RecurrentKind
    ) throws {
        for units in [1, 7, 16, 33, 64, 96] {
            for sequences in [false, true] {
                for activation in [Activation.tanh, .softsign] {
                    var options = RecurrentOptions(units: units, returnSequences: sequences)
                    options.activation = activation
                    let layer = kind.layer(options)
                    try check([Self.embedding, layer, .dense(units: 3, activation: .softmax)], kernels)
                }
            }
        }
    }

    @Test(arguments: kernels)
    func `stacks and pools give the same bits however their sequence is split`(kernels: Kernels) throws {
        let sequence = RecurrentOptions(units: 10, returnSequences: true)
        let stacks: [[LayerConfiguration]] = [
            [Self.embedding, .lstm(sequence), .dropout(rate: 0.4), .globalPooling([.max, .mean]), .dense(units: 2)],
            [Self.embedding, .globalPooling([.last, .mean, .max])],
            [Self.embedding, .dense(units: 4, activation: .tanh), .globalPooling([.mean]), .dense(units: 2)],
            [
                Self.embedding, .gru(sequence), .dense(units: 7, activation: .relu), .lstm(sequence),
                .simpleRNN(RecurrentOptions(units: 6)), .dense(units: 4), .dense(units: 3, activation: .softmax),
            ],
            [Self.embedding, .lstm(sequence), .gru(sequence, resetAfter: false), .globalPooling([.last, .max])],
            [Self.embedding, .lstm(sequence), .lstm(sequence)],
            [
                Self.embedding, .layerNormalization(), .gru(sequence), .activation(.elu), .layerNormalization(),
                .globalPooling([.attention, .max]), .activation(.tanh), .dense(units: 2, activation: .softmax),
            ],
            [Self.embedding, .lstm(sequence), .layerNormalization(), .dense(units: 4), .activation(.softmax)],
        ]
        for layers in stacks { try check(layers, kernels) }
        var zeroMasked = sequence
        zeroMasked.zeroOutputForMask = true
        for ends in [LayerConfiguration.dense(units: 2), .globalPooling([.mean])] {
            try check([Self.embedding, .gru(sequence), .lstm(zeroMasked), ends], kernels)
        }
    }

    @Test(arguments: kernels, [1, 3])
    func `embeddings of one id and of several, float and 8-bit, masked or not, do so too`(
        kernels: Kernels, width: Int
    ) throws {
        for maskZero in [true, false] {
            for eightBits in [true, false] {
                try check(
                    [
                        .embedding(inputDimension: 9, outputDimension: 21, maskZero: maskZero),
                        .lstm(RecurrentOptions(units: 8, returnSequences: true)), .globalPooling([.max, .mean]),
                    ], kernels, width: width, eightBits: eightBits)
            }
        }
    }

    @Test(arguments: kernels)
    func `a folded input product does so too`(kernels: Kernels) throws {
        for kind in RecurrentKind.allCases {
            let layer = kind.layer(RecurrentOptions(units: 7, returnSequences: true))
            try check([Self.embedding, layer, .dense(units: 2)], kernels, inputProduct: .folded)
        }
    }

    @Test(arguments: kernels)
    func `products in 8 bits do so too`(kernels: Kernels) throws {
        for kind in RecurrentKind.allCases {
            let layer = kind.layer(RecurrentOptions(units: 33, returnSequences: true))
            try check([Self.embedding, layer, .globalPooling([.max])], kernels, precision: .int8)
        }
    }

    @Test(arguments: kernels, [1, 3, 5])
    func `a sequence of numbers does so too`(kernels: Kernels, width: Int) throws {
        let sequence = RecurrentOptions(units: 9, returnSequences: true)
        for ends in [LayerConfiguration.gru(RecurrentOptions(units: 4)), .globalPooling([.mean, .last])] {
            let network = try compiled([.input(features: width), .lstm(sequence), ends, .dense(units: 2)], kernels)
            let noise = Noise(seed: 2)
            let numbers = (0..<width * 30).map { _ in noise.unit() }
            var (state, outputs) = (network.initialState, [Float]())
            while state.steps < 30 {
                let end = min(30, state.steps + 1 + noise.below(7))
                Array(numbers[state.steps * width..<end * width]).withUnsafeBufferPointer {
                    outputs += network.outputs(reading: .features($0, width: width), &state)
                }
            }
            let expected = (1...30).flatMap { steps in
                numbers[..<(width * steps)].withUnsafeBufferPointer { network.answer(features: $0).tensors[0] }
            }
            #expect(outputs == expected)
            #expect(output(network, state) == expected.suffix(2))
        }
        #expect(!(try randomNetwork([.input(features: 3, isSequence: false), .dense(units: 2)]).plan.readsForwards))
    }

    @Test(arguments: kernels)
    func `a sequence longer than a block does so too`(kernels: Kernels) throws {
        let noise = Noise(seed: 5)
        let ids = (0..<1100).map { _ in Int32(noise.below(9)) }
        for kind in RecurrentKind.allCases {
            let layer = kind.layer(RecurrentOptions(units: 5, returnSequences: true))
            let network = try compiled([Self.embedding, layer, .globalPooling([.mean])], kernels)
            var state = network.initialState
            var done = 0
            while done < ids.count {
                let part = ids[done..<min(ids.count, done + 1 + noise.below(600))]
                Array(part).withUnsafeBufferPointer { network.read(.ids($0, width: 1), &state) }
                done += part.count
            }
            #expect(state.steps == 1100)
            #expect(output(network, state) == ids.withUnsafeBufferPointer { network.predict(ids: $0, width: 1) })
        }
    }

    @Test(arguments: kernels)
    func `a state goes on as the reference does, where it was taken out and put in again`(kernels: Kernels) throws {
        let (first, second): ([Int32], [Int32]) = ([4, 0, 7, 1, 8], [2, 3, 0, 5])
        for kind in RecurrentKind.allCases {
            let options = RecurrentOptions(units: 6, returnSequences: true)
            let network = try randomNetwork([Self.embedding, kind.layer(options), kind.layer(options)])
            let ended = first.withUnsafeBufferPointer { network.recurrentStates(.ids($0, width: 1)) }
            #expect(ended.count == 2)
            let expected = ReferenceForward(network)(ids: first, width: 1)[0]
            #expect(ended[1].hidden.isClose(to: Array(expected.suffix(6))))
            #expect((ended[1].cell != nil) == (kind == .lstm))

            var state = try network.initialState(ended)
            let outputs = second.withUnsafeBufferPointer { network.outputs(reading: .ids($0, width: 1), &state) }
            let whole = ReferenceForward(network)(ids: first + second, width: 1)[0]
            #expect(outputs.isClose(to: Array(whole.suffix(6 * second.count))))
            #expect(
                state.recurrent
                    == (first + second).withUnsafeBufferPointer {
                        network.recurrentStates(.ids($0, width: 1))
                    })
            // A decoder may have a state for its first layer alone.
            #expect(try network.initialState([ended[0]]).recurrent[1].hidden == [Float](repeating: 0, count: 6))
        }
    }

    @Test(arguments: GoldenCase.all(in: "keras/states.txt"))
    func `states go out, and in again, as Keras's do`(golden: GoldenCase) throws {
        let network = try golden.network()
        let split = Int(golden.first("split")[0])
        for (row, ids) in golden.ids.enumerated() {
            var states: [RecurrentState] = []
            var outputs: [Float] = []
            for (piece, part) in [Array(ids[..<split]), Array(ids[split...])].enumerated() {
                var state = try network.initialState(states)
                outputs = part.withUnsafeBufferPointer { network.outputs(reading: .ids($0, width: 1), &state) }
                states = state.recurrent
                #expect(difference(states[0].hidden, golden.numbers["hidden"]?[2 * row + piece] ?? []) < 2e-6)
                #expect(difference(states[0].cell ?? [], golden.numbers["cell"]?[2 * row + piece] ?? []) < 2e-6)
            }
            #expect(difference(outputs, golden.numbers["output"]?[row] ?? []) < 2e-6)
        }
        #expect(golden.ids.count == 4)
    }

    @Test
    func `the golden file is there`() {
        #expect(GoldenCase.all(in: "keras/states.txt").count == 4)
    }

    @Test(arguments: RecurrentKind.allCases)
    func `a bidirectional layer ends in the states of its two ways`(kind: RecurrentKind) throws {
        let ids: [Int32] = [3, 1, 0, 8, 5]
        let network = try randomNetwork([Self.embedding, .bidirectional(kind.layer(RecurrentOptions(units: 4)))])
        let states = ids.withUnsafeBufferPointer { network.recurrentStates(.ids($0, width: 1)) }
        let answer = ids.withUnsafeBufferPointer { network.predict(ids: $0, width: 1) }
        #expect(states.map(\.hidden) == [Array(answer.prefix(4)), Array(answer.suffix(4))])
        #expect(states.allSatisfy { ($0.cell?.count == 4) == (kind == .lstm) })
    }

    @Test
    func `a copy of a state is a place to come back to`() throws {
        let network = try randomNetwork([Self.embedding, .lstm(RecurrentOptions(units: 8)), .dense(units: 2)])
        var state = try network.initialState()
        [Int32(3), 4].withUnsafeBufferPointer { network.read(.ids($0, width: 1), &state) }
        let kept = state
        [Int32(5), 6].withUnsafeBufferPointer { network.read(.ids($0, width: 1), &state) }
        let further = network.output(of: state)
        #expect(kept != state)
        #expect((kept.steps, state.steps) == (2, 4))
        #expect(network.output(of: kept) != further)
        state = kept
        [Int32(5), 6].withUnsafeBufferPointer { network.read(.ids($0, width: 1), &state) }
        #expect(network.output(of: state) == further)
        #expect(state.bytes == 2 * 8 * 4)
    }

    @Test
    func `networks that begin with the last step, or remember nothing, say so`() throws {
        let backwards = RecurrentOptions(units: 4, goBackwards: true)
        let cases: [([LayerConfiguration], String)] = [
            ([Self.embedding, .bidirectional(.lstm(RecurrentOptions(units: 4)))], "bidirectional"),
            ([Self.embedding, .lstm(RecurrentOptions(units: 4, returnSequences: true)), .gru(backwards)], "gru"),
            ([Self.embedding, .dense(units: 4)], "dense"),
        ]
        for (layers, name) in cases {
            let network = try randomNetwork(layers)
            #expect(!network.plan.readsForwards)
            let error = #expect(throws: NetworkError.self) { try network.initialState() }
            #expect(error?.description.hasPrefix("layer '\(name)'") == true)
        }
        #expect(try randomNetwork([Self.embedding, .globalPooling([.max])]).plan.readsForwards)
    }

    @Test
    func `states that do not fit are refused`() throws {
        let network = try randomNetwork([Self.embedding, .lstm(RecurrentOptions(units: 4))])
        let four: [Float] = [1, 2, 3, 4]
        let unsuitable: [[RecurrentState]] = [
            [RecurrentState(hidden: four)], [RecurrentState(hidden: [1], cell: four)],
            [RecurrentState(hidden: four, cell: [])],
            [RecurrentState(hidden: four, cell: four), RecurrentState(hidden: four, cell: four)],
        ]
        for states in unsuitable {
            #expect(throws: NetworkError.self) { try network.initialState(states) }
        }
        let suitable = [RecurrentState(hidden: four, cell: four)]
        #expect(try network.initialState(suitable).recurrent == suitable)
    }
}

private func compiled(
    _ layers: [LayerConfiguration], _ kernels: Kernels, eightBits: Bool = false,
    inputProduct: CompiledNetwork.InputProduct = .computed, precision: Kernels.Precision = .float32
) throws -> CompiledNetwork {
    let network = try randomNetwork(layers, eightBits: eightBits)
    return CompiledNetwork(
        plan: network.plan, weights: network.weights, kernels: kernels, inputProduct: inputProduct,
        precision: precision)
}

private func output(_ network: CompiledNetwork, _ state: NetworkState) -> [Float] {
    var output: [Float] = [-1]
    network.output(of: state, into: &output)
    return output
}

/// Every prefix by a run of its own, against random splits that give all outputs, and random splits that give the last.
private func check(
    _ layers: [LayerConfiguration], _ kernels: Kernels, width: Int = 1, eightBits: Bool = false,
    inputProduct: CompiledNetwork.InputProduct = .computed, precision: Kernels.Precision = .float32,
    location: SourceLocation = #_sourceLocation
) throws {
    let network = try compiled(
        layers, kernels, eightBits: eightBits, inputProduct: inputProduct, precision: precision)
    let noise = Noise(seed: 11)
    for round in 0..<6 {
        let steps = round == 0 ? 1 : 2 + noise.below(40)
        // A third of the steps is padding, those at the beginning too.
        let ids = (0..<steps).flatMap { _ -> [Int32] in
            let masked = noise.below(3) == 0
            return (0..<width).map { _ in masked ? 0 : Int32(noise.below(9)) }
        }
        let whole = ids.withUnsafeBufferPointer { network.answer(ids: $0, width: width) }
        let features = (whole.tensors.first?.count ?? 0) / (whole.steps ?? 1)
        func fresh(_ steps: Int) -> [Float] {
            let answer = ids[..<(steps * width)].withUnsafeBufferPointer { network.predict(ids: $0, width: width) }
            return Array(answer.suffix(features))
        }
        if whole.steps == nil {
            #expect(output(network, network.initialState) == fresh(0), "\(layers)", sourceLocation: location)
        }

        var (state, following) = (network.initialState, network.initialState)
        var outputs: [Float] = []
        while state.steps < steps {
            let end = min(steps, state.steps + 1 + noise.below(9))
            let part = Array(ids[(state.steps * width)..<(end * width)])
            outputs += part.withUnsafeBufferPointer { network.outputs(reading: .ids($0, width: width), &following) }
            part.withUnsafeBufferPointer { network.read(.ids($0, width: width), &state) }
            #expect(state == following, "\(layers)", sourceLocation: location)
            #expect(output(network, state) == fresh(end), "\(layers), \(ids)", sourceLocation: location)
        }
        let expected = whole.steps == nil ? (1...steps).flatMap(fresh) : whole.tensors[0]
        #expect(outputs == expected, "\(layers), \(ids), \(kernels.name)", sourceLocation: location)
    }
}

extension [Float] {
    fileprivate func isClose(to expected: [Double]) -> Bool {
        count == expected.count && zip(self, expected).allSatisfy { abs(Double($0) - $1) < 2e-5 }
    }
}
