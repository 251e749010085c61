/// What flows between layers. The batch dimension is left out, as everywhere.
package enum LayerShape: Sendable, Equatable, CustomStringConvertible {
    /// (T, K) ids.
    case ids
    /// (T, features).
    case sequence(Int)
    /// (features).
    case vector(Int)
    /// Two of (T, features): a bidirectional layer that does not merge.
    case sequencePair(Int)
    /// Two of (features): a bidirectional layer that does not merge.
    case vectorPair(Int)

    package var description: String {
        switch self {
        case .ids: "ids (T, K)"
        case .sequence(let features): "a sequence (T, \(features))"
        case .vector(let features): "a vector (\(features))"
        case .sequencePair(let features): "two sequences (T, \(features))"
        case .vectorPair(let features): "two vectors (\(features))"
        }
    }

    /// The floats of one step of a sequence, or of the vector; of both when there are two.
    package var features: Int {
        switch self {
        case .ids: 0
        case .sequence(let features), .vector(let features): features
        case .sequencePair(let features), .vectorPair(let features): 2 * features
        }
    }

    package var isSequence: Bool {
        switch self {
        case .ids, .sequence, .sequencePair: true
        case .vector, .vectorPair: false
        }
    }
}

/// A layer in its place: its Keras name, its shapes and the weights it needs.
package struct LayerPlan: Sendable, Equatable {
    /// Snake case with a number from the second of a kind on: "lstm", "lstm_1".
    package var name: String
    package var configuration: LayerConfiguration
    package var input: LayerShape
    package var output: LayerShape
    /// Full names ("lstm/kernel") and shapes, in Keras's order.
    package var weights: [WeightPlan]
}

package struct WeightPlan: Sendable, Equatable {
    package var name: String
    package var shape: [Int]

    package var count: Int { shape.reduce(1, *) }
}

/// A configuration whose layers fit each other: names and shapes all known.
package struct NetworkPlan: Sendable, Equatable {
    /// More than this is refused before anything is allocated.
    package static let maximumParameters = 500_000_000

    /// All layers; those of a decoder follow the encoder's.
    package let layers: [LayerPlan]
    /// The first of the decoder's layers; nil where there is no decoder.
    package let decoderStart: Int?
    package let parameterCount: Int

    /// The shape of what the network reads: ids, or numbers.
    package var input: LayerShape { layers.first?.input ?? .ids }

    /// The shape of what the network answers.
    package var output: LayerShape { layers.last?.output ?? .ids }

    package var weights: [WeightPlan] { layers.flatMap(\.weights) }

    /// More memory than this for one sequence on its way through the layers is refused.
    package static let maximumWorkspace = 256 << 20

    /// The numbers of a step where the layers are widest, in or out.
    var widest: Int {
        layers.reduce(1) { widest, layer in
            var widest = max(widest, layer.input.features, layer.output.features)
            if case .bidirectional(let inner, _) = layer.configuration, let options = inner.recurrent?.options {
                // Both directions are written side by side before they are merged.
                widest = max(widest, 2 * options.units)
            }
            return widest
        }
    }

    /// The bytes that one sequence of so many steps takes on its way: what a layer reads, what it writes, and the
    /// steps that count, together.
    package func workspace(steps: Int) -> Int {
        let (bytes, overflow) = widest.multipliedReportingOverflow(by: 3 * 4 * steps)
        return overflow ? .max : bytes
    }

    package init(_ configuration: NetworkConfiguration) throws(NetworkError) {
        var shape = LayerShape.ids
        switch configuration.layers.first {
        case .embedding: break
        case .input(let features, let isSequence): shape = isSequence ? .sequence(features) : .vector(features)
        case let first:
            throw .invalidConfiguration(
                layer: first?.kerasName ?? "none", came: first == nil ? "no layers" : "ids (T, K)",
                needed: "an Embedding as the first layer, or an InputLayer for numbers",
                mend: "start the stack with an Embedding")
        }
        var names: [String: Int] = [:]
        var plans: [LayerPlan] = []
        var parameters = 0
        for (index, layer) in (configuration.layers + configuration.decoder).enumerated() {
            if index == configuration.layers.count {
                // The decoder reads its own answers, by the same table.
                guard let shared = configuration.layers.first?.embeddingOptions else {
                    throw .invalidConfiguration(
                        layer: plans.first?.name ?? "none", came: shape.description,
                        needed: "ids in front of a decoder",
                        mend: "start the encoder with an Embedding, which the decoder shares")
                }
                try Self.checkDecoder(of: configuration, encoder: plans, entries: shared.inputDimension)
                shape = .sequence(shared.outputDimension)
            }
            if layer == .attention, index < configuration.layers.count {
                throw .invalidConfiguration(
                    layer: layer.kerasName, came: "an Attention layer outside a decoder",
                    needed: "an encoder whose steps it attends to", mend: "move it to the decoder")
            }
            if layer == .attention, shape.features != plans[configuration.layers.count - 1].output.features {
                let needed = plans[configuration.layers.count - 1].output.features
                throw .invalidConfiguration(
                    layer: "decoder's attention", came: shape.description,
                    needed: "steps of \(needed) features, as the encoder's are, whose products are the scores",
                    mend: "put it behind a layer of \(needed) units")
            }
            let seen = names[layer.kerasName, default: 0]
            names[layer.kerasName] = seen + 1
            let name = seen == 0 ? layer.kerasName : "\(layer.kerasName)_\(seen)"
            let (output, weights) = try layer.plan(name: name, input: shape)
            for weight in weights {
                parameters = Self.saturatingSum(parameters, weight.saturatingCount)
            }
            plans.append(
                LayerPlan(name: name, configuration: layer, input: shape, output: output, weights: weights))
            shape = output
        }
        for plan in plans.dropLast() where plan.configuration == .conditionalRandomField {
            throw .invalidConfiguration(
                layer: plan.name, came: "layers after it", needed: "the end of the stack",
                mend: "put the CRF last, after a Dense with one unit for each label")
        }
        guard parameters <= Self.maximumParameters else {
            throw .tooLarge(parameters: parameters, limit: Self.maximumParameters)
        }
        layers = plans
        decoderStart = configuration.decoder.isEmpty ? nil : configuration.layers.count
        parameterCount = parameters
    }

    /// A part of a plan.
    private init(layers: [LayerPlan]) {
        self.layers = layers
        decoderStart = nil
        parameterCount = layers.reduce(0) { $0 + $1.weights.reduce(0) { $0 + $1.count } }
    }

    /// The encoder by itself; the whole plan where there is no decoder.
    package var encoder: NetworkPlan { decoderStart.map { NetworkPlan(layers: Array(layers[..<$0])) } ?? self }

    /// The decoder by itself, which begins with the encoder's Embedding.
    package var decoder: NetworkPlan? {
        decoderStart.map { NetworkPlan(layers: Array(layers[..<1] + layers[$0...])) }
    }

    /// What holds between encoder and decoder; what holds from layer to layer is checked with the layers.
    private static func checkDecoder(
        of configuration: NetworkConfiguration, encoder: [LayerPlan], entries: Int
    ) throws(NetworkError) {
        let attends = configuration.decoder.contains(.attention)
        guard let last = encoder.last, let state = last.configuration.endState, attends ? last.output.isSequence : true
        else {
            throw .invalidConfiguration(
                layer: encoder.last?.name ?? "none", came: encoder.last?.output.description ?? "no layers",
                needed: "a recurrent layer, or a Bidirectional one that concatenates, at the encoder's end"
                    + (attends ? ", with return_sequences, since the decoder attends to its steps" : ""),
                mend: "end the encoder with LSTM, GRU or SimpleRNN")
        }
        for (index, layer) in configuration.decoder.enumerated() {
            func refusal(_ came: String, _ needed: String, _ mend: String) -> NetworkError {
                .invalidConfiguration(layer: "decoder's \(layer.kerasName)", came: came, needed: needed, mend: mend)
            }
            switch layer {
            case .simpleRNN(let options), .gru(let options, _), .lstm(let options):
                guard options.returnSequences, !options.goBackwards else {
                    throw refusal(
                        options.goBackwards ? "go_backwards" : "return_sequences false",
                        "every step, from the first to the last, since a decoder writes step by step",
                        "set return_sequences to true and go_backwards to false")
                }
                if index == 0, layer.endState != state {
                    throw refusal(
                        layer.endState?.description ?? "", "\(state), as '\(last.name)' of the encoder ends in",
                        "take the same kind of layer, with \(state.units) units")
                }
            case .attention:
                guard index > 0 else {
                    throw refusal("nothing to attend with", "a recurrent layer before it", "move it behind one")
                }
                if let backwards = encoder.first(where: { $0.configuration.recurrent?.options.goBackwards == true }) {
                    throw refusal(
                        "'\(backwards.name)' of the encoder, which goes backwards", "steps in the order of the text",
                        "set go_backwards to false, or use a Bidirectional")
                }
            case .dense, .dropout, .layerNormalization, .activation: break
            case .input, .embedding, .bidirectional, .globalPooling, .conditionalRandomField:
                throw refusal(
                    "a \(layer.kerasName) layer", "layers that write step by step", "take it out of the decoder")
            }
            if index == 0, layer.recurrent == nil {
                throw refusal(
                    "a \(layer.kerasName) layer first", "a recurrent layer that begins in the encoder's state",
                    "begin the decoder with \(state)")
            }
        }
        guard case .dense(let units, .softmax)? = configuration.decoder.last, units == entries else {
            throw .invalidConfiguration(
                layer: "decoder's \(configuration.decoder.last?.kerasName ?? "end")", came: "the decoder's end",
                needed: "Dense(\(entries), softmax), one unit for each id that can be written",
                mend: "end the decoder with it")
        }
    }

    private static func saturatingSum(_ a: Int, _ b: Int) -> Int {
        let (sum, overflow) = a.addingReportingOverflow(b)
        return overflow ? .max : sum
    }
}

extension WeightPlan {
    /// Sizes come from recipes and files: the product must not trap.
    fileprivate var saturatingCount: Int {
        var product = 1
        for size in shape {
            let (next, overflow) = product.multipliedReportingOverflow(by: size)
            if overflow { return .max }
            product = next
        }
        return product
    }
}

extension LayerConfiguration {
    /// Keras's snake-case class name.
    package var kerasName: String {
        switch self {
        case .input: "input_layer"
        case .embedding: "embedding"
        case .simpleRNN: "simple_rnn"
        case .gru: "gru"
        case .lstm: "lstm"
        case .bidirectional: "bidirectional"
        case .dense: "dense"
        case .dropout: "dropout"
        case .layerNormalization: "layer_normalization"
        case .activation: "activation"
        case .globalPooling: "global_pooling"
        case .attention: "attention"
        case .conditionalRandomField: "crf"
        }
    }

    /// The options and the gate count of a recurrent layer; nil for the others.
    package var recurrent: (options: RecurrentOptions, gates: Int)? {
        switch self {
        case .simpleRNN(let options): (options, 1)
        case .gru(let options, _): (options, 3)
        case .lstm(let options): (options, 4)
        default: nil
        }
    }

    /// The options of an Embedding; nil for the others.
    package var embeddingOptions: EmbeddingOptions? {
        if case .embedding(let options) = self { return options }
        return nil
    }

    /// The state that a recurrent layer ends in, which another may begin in; both directions of a Bidirectional that
    /// concatenates together.
    struct EndState: Equatable, CustomStringConvertible {
        var kind: String
        var units: Int
        var description: String { "\(kind)(\(units))" }
    }

    var endState: EndState? {
        switch self {
        case .simpleRNN(let options): EndState(kind: "SimpleRNN", units: options.units)
        case .gru(let options, _): EndState(kind: "GRU", units: options.units)
        case .lstm(let options): EndState(kind: "LSTM", units: options.units)
        case .bidirectional(let inner, .concat): inner.endState.map { EndState(kind: $0.kind, units: 2 * $0.units) }
        default: nil
        }
    }

    /// Larger sizes are mistakes, and their products could overflow.
    package static var maximumSize: Int { 1 << 30 }

    fileprivate func plan(
        name: String, input: LayerShape
    ) throws(NetworkError) -> (output: LayerShape, weights: [WeightPlan]) {
        func refusal(_ came: String, _ needed: String, _ mend: String) -> NetworkError {
            .invalidConfiguration(layer: name, came: came, needed: needed, mend: mend)
        }
        func check(_ size: Int, _ option: String) throws(NetworkError) {
            guard size >= 1, size <= Self.maximumSize else {
                throw refusal("\(option) \(size)", "at least 1 and at most \(Self.maximumSize)", "set \(option)")
            }
        }
        func checkShare(_ rate: Float, _ option: String) throws(NetworkError) {
            guard rate >= 0, rate < 1 else {
                throw refusal("\(option) \(rate)", "0 ≤ \(option) < 1", "set the share of values to drop")
            }
        }
        func checkInitialiser(_ initialiser: Initialiser, _ option: String) throws(NetworkError) {
            if let (came, needed) = initialiser.fault {
                throw refusal("\(option) with \(came)", needed, "leave \(option) out for Keras's default")
            }
        }
        func check(_ options: RecurrentOptions) throws(NetworkError) {
            try check(options.units, "units")
            try checkShare(options.dropout, "dropout")
            try checkShare(options.recurrentDropout, "recurrent_dropout")
            try checkShare(options.weightDrop, "weight_drop")
            try checkInitialiser(options.kernelInitialiser, "kernel_initializer")
            try checkInitialiser(options.recurrentInitialiser, "recurrent_initializer")
        }
        switch input {
        case .sequencePair, .vectorPair:
            throw refusal(
                input.description, "one tensor", "choose a merge mode (concat, sum, ave, mul) for the layer before")
        default: break
        }

        switch self {
        case .input(let features, let isSequence):
            guard input == (isSequence ? .sequence(features) : .vector(features)) else {
                throw refusal(input.description, "nothing before it", "put the InputLayer first")
            }
            try check(features, "shape")
            return (input, [])

        case .embedding(let options):
            guard input == .ids else {
                throw refusal(input.description, "ids (T, K)", "use one Embedding, as the first layer")
            }
            try check(options.inputDimension, "input_dim")
            try check(options.outputDimension, "output_dim")
            try checkShare(options.dropout, "dropout")
            try checkInitialiser(options.initialiser, "embeddings_initializer")
            return (
                .sequence(options.outputDimension),
                [WeightPlan(name: name + "/embeddings", shape: [options.inputDimension, options.outputDimension])]
            )

        case .simpleRNN(let options), .gru(let options, _), .lstm(let options):
            let features = try sequenceFeatures(name: name, input: input)
            try check(options)
            guard options.returnSequences || !options.zeroOutputForMask else {
                throw refusal(
                    "zero_output_for_mask without return_sequences",
                    "a sequence, since the last output would be 0 wherever a text is padded",
                    "set return_sequences to true, or zero_output_for_mask to false")
            }
            return (
                options.returnSequences ? .sequence(options.units) : .vector(options.units),
                recurrentWeights(prefix: name, features: features)
            )

        case .bidirectional(let layer, let merge):
            guard let recurrent = layer.recurrent else {
                throw refusal(
                    "a \(layer.kerasName) layer inside", "SimpleRNN, GRU or LSTM inside",
                    "wrap a recurrent layer, or take Bidirectional away")
            }
            let features = try sequenceFeatures(name: name, input: input)
            try check(recurrent.options)
            guard !recurrent.options.goBackwards else {
                throw refusal(
                    "a layer that goes backwards", "one that goes forwards, since Bidirectional runs both ways",
                    "set go_backwards to false in the layer inside")
            }
            let units = recurrent.options.units
            let weights =
                layer.recurrentWeights(prefix: name + "/forward", features: features)
                + layer.recurrentWeights(prefix: name + "/backward", features: features)
            let sequences = recurrent.options.returnSequences
            switch merge {
            case .concat: return (sequences ? .sequence(2 * units) : .vector(2 * units), weights)
            case .sum, .ave, .mul: return (sequences ? .sequence(units) : .vector(units), weights)
            case .none: return (sequences ? .sequencePair(units) : .vectorPair(units), weights)
            }

        case .dense(let units, _):
            try check(units, "units")
            try checkNumbers(name: name, input: input)
            let weights = [
                WeightPlan(name: name + "/kernel", shape: [input.features, units]),
                WeightPlan(name: name + "/bias", shape: [units]),
            ]
            return (input.isSequence ? .sequence(units) : .vector(units), weights)

        case .dropout(let rate, let sharedOverTime):
            try checkShare(rate, "rate")
            if sharedOverTime, !input.isSequence {
                throw refusal(
                    input.description, "a sequence (T, D), since noise_shape [null, 1, null] is one mask for all steps",
                    "set noise_shape to null, or move the Dropout before the sequence ends")
            }
            return (input, [])

        case .attention:
            return (.sequence(2 * (try sequenceFeatures(name: name, input: input))), [])

        case .globalPooling(let modes):
            let features = try sequenceFeatures(name: name, input: input)
            guard !modes.isEmpty else {
                throw refusal("no pooling modes", "at least one of max, mean, last, attention", "name a mode")
            }
            let attention = WeightPlan(name: name + "/attention", shape: [features])
            return (.vector(modes.count * features), modes.contains(.attention) ? [attention] : [])

        case .layerNormalization(let epsilon):
            guard epsilon > 0, epsilon.isFinite else {
                throw refusal("epsilon \(epsilon)", "a number above 0", "leave it out for Keras's 0.001")
            }
            try checkNumbers(name: name, input: input)
            return (input, ["gamma", "beta"].map { WeightPlan(name: "\(name)/\($0)", shape: [input.features]) })

        case .conditionalRandomField:
            let labels = try sequenceFeatures(name: name, input: input)
            return (
                input,
                [
                    WeightPlan(name: name + "/transitions", shape: [labels, labels]),
                    WeightPlan(name: name + "/start_transitions", shape: [labels]),
                    WeightPlan(name: name + "/end_transitions", shape: [labels]),
                ]
            )

        case .activation:
            try checkNumbers(name: name, input: input)
            return (input, [])
        }
    }

    private func checkNumbers(name: String, input: LayerShape) throws(NetworkError) {
        guard input != .ids else {
            throw .invalidConfiguration(
                layer: name, came: input.description, needed: "a vector or a sequence",
                mend: "put an Embedding before it")
        }
    }

    private func sequenceFeatures(name: String, input: LayerShape) throws(NetworkError) -> Int {
        guard case .sequence(let features) = input else {
            throw .invalidConfiguration(
                layer: name, came: input.description, needed: "a sequence (T, D)",
                mend: input == .ids
                    ? "put an Embedding before it"
                    : "set return_sequences to true in the recurrent layer before, or take this layer away")
        }
        return features
    }

    /// kernel (D, g·u), recurrent_kernel (u, g·u), bias (g·u), or (2, g·u) for a GRU with reset_after;
    /// no bias without use_bias.
    private func recurrentWeights(prefix: String, features: Int) -> [WeightPlan] {
        guard let (options, gates) = recurrent else { return [] }
        let width = gates * options.units
        var bias = [width]
        if case .gru(_, resetAfter: true) = self { bias = [2, width] }
        return [
            WeightPlan(name: prefix + "/kernel", shape: [features, width]),
            WeightPlan(name: prefix + "/recurrent_kernel", shape: [options.units, width]),
        ] + (options.useBias ? [WeightPlan(name: prefix + "/bias", shape: bias)] : [])
    }
}
