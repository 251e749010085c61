package import JSON
package import RecurrentNetworks

/// Layers in Keras's vocabulary, for config.json and recipes:
///
///     [{"class_name": "Embedding", "config": {"input_dim": 20000, "output_dim": 64, "mask_zero": true}},
///      {"class_name": "Bidirectional", "config": {"layer": {"class_name": "LSTM", "config": {"units": 64}}}},
///      {"class_name": "Dense", "config": {"units": 2, "activation": "softmax"}}]
///
/// Names and defaults are those of Keras 3, but for `mask_zero`, which is true by default, and three of our own:
/// `GlobalPooling1D` with `{"modes": ["max", "mean", "last", "attention"]}`, the pools concatenated in that order, an
/// `Embedding` that sums the several ids of a step, and a `CRF` over the scores of a linear Dense. One layer differs:
/// `GlobalMaxPooling1D` leaves masked steps out,
/// where Keras's takes no notice of the mask and pools padding too. Unknown names are refused with the nearest known
/// one. Options of Keras's that are fixed here (`"axis": -1`, …) may be written with their fixed value. Two options are our own: `weight_drop` of the recurrent layers, and `dropout` of an
/// Embedding.
package enum LayerCoding {
    /// What a recipe may leave out because the data decides it.
    package struct Defaults: Sendable {
        /// `input_dim` of an Embedding: the pipeline's `idCount`.
        package var inputDimension: Int?
        /// `units` of a Dense with softmax, or before a CRF: how many labels there are. In a decoder they are as many
        /// as the Embedding's rows.
        package var outputs: Int?
        /// Whether the last layer of all, a Dense of any activation, has that many units too.
        package var areNumbers: Bool

        package init(inputDimension: Int? = nil, outputs: Int? = nil, areNumbers: Bool = false) {
            self.inputDimension = inputDimension
            self.outputs = outputs
            self.areNumbers = areNumbers
        }
    }

    private enum ClassName: String, CaseIterable {
        case embedding = "Embedding"
        case simpleRNN = "SimpleRNN"
        case gru = "GRU"
        case lstm = "LSTM"
        case bidirectional = "Bidirectional"
        case dense = "Dense"
        case timeDistributed = "TimeDistributed"
        case layerNormalization = "LayerNormalization"
        case activation = "Activation"
        case dropout = "Dropout"
        case globalMaxPooling = "GlobalMaxPooling1D"
        case globalAveragePooling = "GlobalAveragePooling1D"
        case globalPooling = "GlobalPooling1D"
        case attention = "Attention"
        case crf = "CRF"
        case input = "InputLayer"
    }

    /// `decoder` is the decoder's array, where there is one.
    package static func decode(
        _ value: JSONValue?, decoder: JSONValue? = nil, defaults: Defaults = Defaults()
    ) throws(FieldError) -> NetworkConfiguration {
        let layers = try layers(value, at: "layers", defaults: defaults)
        guard let decoder else { return NetworkConfiguration(layers: layers) }
        guard decoder.array?.isEmpty != true else {
            throw FieldError(
                field: "decoder", reason: "no layers came; expected a recurrent layer and what follows it")
        }
        // What is written is read again: an output for each row of the table.
        let entries = layers.first?.embeddingOptions?.inputDimension
        return NetworkConfiguration(
            layers: layers, decoder: try self.layers(decoder, at: "decoder", defaults: Defaults(outputs: entries)))
    }

    private static func layers(
        _ value: JSONValue?, at path: String, defaults: Defaults
    ) throws(FieldError) -> [LayerConfiguration] {
        guard let array = value?.array else {
            throw FieldError(field: path, reason: "\(value?.kind ?? "nothing") came; expected an array of layers")
        }
        var layers: [LayerConfiguration] = []
        for (index, element) in array.enumerated() {
            let next = array.indices.contains(index + 1) ? array[index + 1]["class_name"]?.string : nil
            let place = "\(path)[\(index)]"
            let isLast = index == array.count - 1
            let decoded = try layer(
                element, at: place, defaults: defaults, depth: 0,
                givesOutputs: next == ClassName.crf.rawValue || defaults.areNumbers && isLast)
            if isTimeDistributed(element), let before = try? NetworkPlan(NetworkConfiguration(layers: layers)),
                !before.output.isSequence
            {
                throw FieldError(
                    field: place,
                    reason: "TimeDistributed came on \(before.output); expected a sequence: set return_sequences to "
                        + "true in the recurrent layer before, or take the wrapper away")
            }
            layers.append(decoded)
        }
        return layers
    }

    private static func isTimeDistributed(_ layer: JSONValue) -> Bool {
        layer.object?["class_name"]?.string == ClassName.timeDistributed.rawValue
    }

    private static func layer(
        _ value: JSONValue, at path: String, defaults: Defaults, depth: Int, givesOutputs: Bool = false
    ) throws(FieldError) -> LayerConfiguration {
        let outer = try Fields(value, at: path)
        try outer.allowOnly(["class_name", "config"])
        let name = try outer.string("class_name")
        guard let className = ClassName(rawValue: name) else {
            throw outer.refusal(of: name, in: "class_name", known: ClassName.allCases.map(\.rawValue))
        }
        let config =
            try outer.has("config")
            ? outer.fields("config") : Fields(.object(JSONObject()), at: outer.path(of: "config"))
        switch className {
        case .input:
            return try input(config)
        case .embedding:
            try config.allowOnly(["input_dim", "output_dim", "mask_zero", "dropout", "embeddings_initializer"])
            return .embedding(
                inputDimension: try positive("input_dim", of: config, default: defaults.inputDimension),
                outputDimension: try positive("output_dim", of: config),
                maskZero: try config.bool("mask_zero", default: true), dropout: try share("dropout", of: config),
                initialiser: try InitialiserCoding.decode("embeddings_initializer", of: config, default: .embeddings))
        case .simpleRNN:
            return .simpleRNN(try recurrent(config))
        case .gru:
            let options = try recurrent(config, more: ["reset_after"], hasGates: true)
            return .gru(options, resetAfter: try config.bool("reset_after", default: true))
        case .lstm:
            var options = try recurrent(config, more: ["unit_forget_bias"], hasGates: true)
            options.unitForgetBias = try config.bool("unit_forget_bias", default: true)
            return .lstm(options)
        case .bidirectional:
            try config.allowOnly(["layer", "merge_mode"])
            // One level is all that a network takes; more would only cost stack.
            guard depth == 0 else {
                throw FieldError(
                    field: outer.path(of: "class_name"),
                    reason: "Bidirectional came within Bidirectional; expected SimpleRNN, GRU or LSTM")
            }
            let inner = try layer(
                try config.value("layer"), at: config.path(of: "layer"), defaults: defaults, depth: depth + 1)
            return .bidirectional(inner, merge: try mergeMode(config))
        case .dense:
            try config.allowOnly(["units", "activation", "use_bias"])
            try hold(["use_bias": true], in: config)
            let activation = try activation(config, default: .linear)
            return .dense(
                units: try positive(
                    "units", of: config,
                    default: activation == .softmax || givesOutputs ? defaults.outputs : nil),
                activation: activation)
        case .timeDistributed:
            return try timeDistributed(config, at: outer, defaults: defaults, depth: depth)
        case .layerNormalization:
            let fixed: [String: JSONValue] = ["axis": -1, "center": true, "scale": true]
            try config.allowOnly(["epsilon"] + fixed.keys.sorted())
            try hold(fixed, in: config)
            return .layerNormalization(epsilon: try config.has("epsilon") ? Float(config.number("epsilon")) : 1e-3)
        case .activation:
            try config.allowOnly(["activation"])
            return .activation(try activation(config, default: nil))
        case .dropout:
            return try dropout(config)
        case .globalMaxPooling:
            try config.allowOnly([])
            return .globalPooling([.max])
        case .globalAveragePooling:
            try config.allowOnly([])
            return .globalPooling([.mean])
        case .globalPooling:
            return try globalPooling(config)
        case .attention:
            try config.allowOnly([])
            return .attention
        case .crf:
            try config.allowOnly([])
            return .conditionalRandomField
        }
    }

    /// `shape` is [null, features] of a sequence, [features] of one vector.
    private static func input(_ config: Fields) throws(FieldError) -> LayerConfiguration {
        try config.allowOnly(["shape"])
        let shape = try config.array("shape")
        guard shape.count == 1 || shape.count == 2 && shape[0].isNull,
            let features = shape.last?.integer, (1...LayerConfiguration.maximumSize).contains(features)
        else {
            throw FieldError(
                field: config.path(of: "shape"),
                reason: "\(JSONValue.array(shape).prettyPrinted()) came; expected [null, numbers a step] or [numbers]")
        }
        return .input(features: features, isSequence: shape.count == 2)
    }

    private static func recurrent(
        _ config: Fields, more: [String] = [], hasGates: Bool = false
    ) throws(FieldError) -> RecurrentOptions {
        try config.allowOnly(
            [
                "units", "return_sequences", "go_backwards", "zero_output_for_mask", "use_bias", "dropout",
                "recurrent_dropout", "weight_drop", "kernel_initializer", "recurrent_initializer", "activation",
            ] + more + (hasGates ? ["recurrent_activation"] : []))
        var options = RecurrentOptions(
            units: try positive("units", of: config),
            returnSequences: try config.bool("return_sequences", default: false),
            goBackwards: try config.bool("go_backwards", default: false))
        options.zeroOutputForMask = try config.bool("zero_output_for_mask", default: false)
        options.useBias = try config.bool("use_bias", default: true)
        options.activation = try activation(config, default: .tanh)
        if hasGates {
            options.recurrentActivation = try activation(config, "recurrent_activation", default: .sigmoid)
        }
        options.dropout = try share("dropout", of: config)
        options.recurrentDropout = try share("recurrent_dropout", of: config)
        options.weightDrop = try share("weight_drop", of: config)
        options.kernelInitialiser = try InitialiserCoding.decode(
            "kernel_initializer", of: config, default: .glorotUniform)
        options.recurrentInitialiser = try InitialiserCoding.decode(
            "recurrent_initializer", of: config, default: .orthogonal)
        return options
    }

    /// What is dropped, 0 where nothing is said.
    private static func share(_ name: String, of config: Fields) throws(FieldError) -> Float {
        guard config.has(name) else { return 0 }
        let rate = try config.number(name)
        guard rate >= 0, rate < 1 else {
            throw FieldError(field: config.path(of: name), reason: "\(rate) came; expected 0 or more and less than 1")
        }
        return Float(rate)
    }

    /// Refuses any other value of an option that is fixed here.
    private static func hold(_ fixed: [String: JSONValue], in config: Fields) throws(FieldError) {
        for (name, only) in fixed.sorted(by: { $0.key < $1.key }) where config.has(name) {
            guard try config.value(name) != only else { continue }
            throw FieldError(
                field: config.path(of: name),
                reason: "\(try text(of: config.value(name))) came; only \(text(of: only)) is supported")
        }
    }

    private static func text(of value: JSONValue) -> String { String(decoding: value.serialized(), as: UTF8.self) }

    /// Keras writes linear as null too, and knows silu as swish.
    private static func activation(
        _ config: Fields, _ name: String = "activation", default missing: Activation?
    ) throws(FieldError) -> Activation {
        guard config.has(name) || missing == nil else { return missing ?? .linear }
        let value = try config.value(name, expected: "the name of an activation")
        if value.isNull { return .linear }
        if value == "swish" { return .silu }
        return try config.choice(name, default: .linear)
    }

    /// A Dense takes every step of a sequence by itself: it is what Keras's wrapper makes of it.
    private static func timeDistributed(
        _ config: Fields, at outer: Fields, defaults: Defaults, depth: Int
    ) throws(FieldError) -> LayerConfiguration {
        try config.allowOnly(["layer"])
        guard depth == 0 else {
            throw FieldError(
                field: outer.path(of: "class_name"),
                reason: "TimeDistributed came within another layer; expected it in the stack itself")
        }
        let inner = try layer(
            try config.value("layer"), at: config.path(of: "layer"), defaults: defaults, depth: depth + 1)
        guard case .dense = inner else {
            throw FieldError(
                field: config.path(of: "layer"), reason: "\(inner.kerasName) came; only Dense is supported")
        }
        return inner
    }

    private static func mergeMode(_ config: Fields) throws(FieldError) -> MergeMode {
        // Keras writes the mode that does not merge as null.
        if config.has("merge_mode"), try config.value("merge_mode").isNull { return .none }
        return try config.choice("merge_mode", default: MergeMode.concat)
    }

    private static func dropout(_ config: Fields) throws(FieldError) -> LayerConfiguration {
        try config.allowOnly(["rate", "noise_shape"])
        _ = try config.value("rate", expected: "a number")
        let rate = try share("rate", of: config)
        guard config.has("noise_shape"), try !config.value("noise_shape").isNull else {
            return .dropout(rate: rate)
        }
        guard try config.value("noise_shape") == [nil, 1, nil] else {
            throw FieldError(
                field: config.path(of: "noise_shape"),
                reason: "only [null, 1, null] (one mask for all steps) or null is supported")
        }
        return .dropout(rate: rate, sharedOverTime: true)
    }

    private static func globalPooling(_ config: Fields) throws(FieldError) -> LayerConfiguration {
        try config.allowOnly(["modes"])
        var modes: [PoolingMode] = []
        for (index, value) in try config.array("modes").enumerated() {
            guard let name = value.string, let mode = PoolingMode(rawValue: name) else {
                throw config.refusal(
                    of: value.string ?? value.kind, in: "modes[\(index)]", known: PoolingMode.allCases.map(\.rawValue))
            }
            guard !modes.contains(mode) else {
                throw FieldError(field: config.path(of: "modes[\(index)]"), reason: "'\(name)' came twice")
            }
            modes.append(mode)
        }
        guard !modes.isEmpty else {
            throw FieldError(field: config.path(of: "modes"), reason: "no modes came; expected at least one")
        }
        return .globalPooling(modes)
    }

    private static func positive(
        _ name: String, of config: Fields, default missing: Int? = nil
    ) throws(FieldError) -> Int {
        if let missing, !config.has(name) { return missing }
        let value = try config.integer(name)
        let most = LayerConfiguration.maximumSize
        guard (1...most).contains(value) else {
            throw FieldError(field: config.path(of: name), reason: "\(value) came; expected 1 to \(most)")
        }
        return value
    }
}

// MARK: - Writing

extension LayerCoding {
    package static func encode(_ configuration: NetworkConfiguration) -> JSONValue {
        .array(configuration.layers.map(encode))
    }

    /// nil where there is no decoder.
    package static func encodeDecoder(_ configuration: NetworkConfiguration) -> JSONValue? {
        configuration.decoder.isEmpty ? Optional.none : .some(.array(configuration.decoder.map(encode)))
    }

    private static func encode(_ layer: LayerConfiguration) -> JSONValue {
        switch layer {
        case .input(let features, let isSequence):
            named(.input, [("shape", isSequence ? [nil, .integer(Int64(features))] : [.integer(Int64(features))])])
        case .embedding(let options):
            named(
                .embedding,
                [
                    ("input_dim", .integer(Int64(options.inputDimension))),
                    ("output_dim", .integer(Int64(options.outputDimension))),
                    ("mask_zero", .bool(options.maskZero)),
                ] + written("dropout", options.dropout)
                    + written("embeddings_initializer", options.initialiser, .embeddings))
        case .simpleRNN(let options): named(.simpleRNN, encode(options))
        case .gru(let options, let resetAfter):
            named(.gru, encode(options) + [("reset_after", .bool(resetAfter))])
        case .lstm(let options):
            named(.lstm, encode(options) + (options.unitForgetBias ? [] : [("unit_forget_bias", false)]))
        case .bidirectional(let inner, let merge):
            named(
                .bidirectional,
                [("layer", encode(inner)), ("merge_mode", merge == .none ? .null : .string(merge.rawValue))])
        case .dense(let units, let activation):
            named(.dense, [("units", .integer(Int64(units))), ("activation", .string(activation.rawValue))])
        case .layerNormalization(let epsilon): named(.layerNormalization, [("epsilon", .shortest(epsilon))])
        case .activation(let activation): named(.activation, [("activation", .string(activation.rawValue))])
        case .dropout(let rate, let sharedOverTime):
            named(
                .dropout,
                [("rate", .shortest(rate)), ("noise_shape", sharedOverTime ? [nil, 1, nil] : nil)])
        case .conditionalRandomField: named(.crf, [])
        case .globalPooling([.max]): named(.globalMaxPooling, [])
        case .globalPooling([.mean]): named(.globalAveragePooling, [])
        case .attention: named(.attention, [])
        case .globalPooling(let modes):
            named(.globalPooling, [("modes", .array(modes.map { .string($0.rawValue) }))])
        }
    }

    private typealias Members = [(name: String, value: JSONValue)]

    private static func encode(_ options: RecurrentOptions) -> Members {
        let always: Members = [
            ("units", .integer(Int64(options.units))), ("return_sequences", .bool(options.returnSequences)),
            ("go_backwards", .bool(options.goBackwards)),
        ]
        return always + (options.zeroOutputForMask ? [("zero_output_for_mask", true)] : [])
            + (options.useBias ? [] : [("use_bias", false)])
            + (options.activation == .tanh ? [] : [("activation", .string(options.activation.rawValue))])
            + (options.recurrentActivation == .sigmoid
                ? [] : [("recurrent_activation", .string(options.recurrentActivation.rawValue))])
            + written("dropout", options.dropout)
            + written("recurrent_dropout", options.recurrentDropout) + written("weight_drop", options.weightDrop)
            + written("kernel_initializer", options.kernelInitialiser, .glorotUniform)
            + written("recurrent_initializer", options.recurrentInitialiser, .orthogonal)
    }

    /// What is not the default.
    private static func written(_ name: String, _ rate: Float) -> Members {
        rate == 0 ? [] : [(name, .shortest(rate))]
    }

    private static func written(_ name: String, _ initialiser: Initialiser, _ usual: Initialiser) -> Members {
        initialiser == usual ? [] : [(name, InitialiserCoding.encode(initialiser))]
    }

    private static func named(_ name: ClassName, _ config: Members) -> JSONValue {
        .object(JSONObject([("class_name", .string(name.rawValue)), ("config", .object(JSONObject(config)))]))
    }
}
