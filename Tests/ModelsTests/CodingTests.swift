import JSON
import Models
import RecurrentNetworks
import Testing
import TextAnalysis

@Suite struct `Layers and pipelines as JSON` {
    /// An option at a time that is not the default.
    static let options: [RecurrentOptions] = {
        let changes: [(inout RecurrentOptions) -> Void] = [
            { $0.zeroOutputForMask = true }, { $0.useBias = false }, { $0.dropout = 0.2 },
            { $0.recurrentDropout = 0.3 }, { $0.activation = .relu }, { $0.weightDrop = 0.4 },
            { $0.kernelInitialiser = .orthogonal },
            { $0.kernelInitialiser = .zeros }, { $0.recurrentInitialiser = .glorotUniform },
            { $0.recurrentInitialiser = .randomUniform(minimum: -0.25, maximum: 0.5) },
            { $0.recurrentInitialiser = .randomNormal(deviation: 0.125) },
        ]
        return changes.map { change in
            var options = RecurrentOptions(units: 4, returnSequences: true)
            change(&options)
            return options
        }
    }()

    static let withoutForgetBias: RecurrentOptions = {
        var options = RecurrentOptions(units: 4)
        options.unitForgetBias = false
        return options
    }()

    static let withHardGates: RecurrentOptions = {
        var options = RecurrentOptions(units: 4)
        (options.activation, options.recurrentActivation) = (.linear, .hardSigmoid)
        return options
    }()

    static let everyLayer: [LayerConfiguration] =
        [
            .lstm(withHardGates), .bidirectional(.gru(withHardGates, resetAfter: false)),
            .embedding(inputDimension: 2, outputDimension: 3, dropout: 0.1, initialiser: .ones),
            .lstm(withoutForgetBias),
            .embedding(inputDimension: 30, outputDimension: 4),
            .embedding(inputDimension: 1, outputDimension: 1, maskZero: false),
            .simpleRNN(RecurrentOptions(units: 5, returnSequences: true, goBackwards: true)),
            .gru(RecurrentOptions(units: 6)), .gru(RecurrentOptions(units: 6), resetAfter: false),
            .lstm(RecurrentOptions(units: 7, goBackwards: true)), .dropout(rate: 0.3),
            .dropout(rate: 0, sharedOverTime: true),
            .globalPooling([.max]), .globalPooling([.mean]), .globalPooling([.last]),
            .globalPooling([.mean, .max, .last, .attention]), .globalPooling([.attention]), .layerNormalization(),
            .layerNormalization(epsilon: 0.5), .activation(.hardSigmoid),
        ] + Activation.allCases.map { .dense(units: 3, activation: $0) }
        + options.flatMap { [.lstm($0), .gru($0, resetAfter: false), .bidirectional(.simpleRNN($0))] }
        + MergeMode.allCases.map { .bidirectional(.lstm(RecurrentOptions(units: 2)), merge: $0) }

    @Test(arguments: everyLayer)
    func `layers come back as they were`(layer: LayerConfiguration) throws {
        let configuration = NetworkConfiguration(layers: [layer])
        let text = LayerCoding.encode(configuration).prettyPrinted()
        #expect(try LayerCoding.decode(JSONValue(parsing: text)) == configuration)
    }

    @Test func `layers are written in Keras's vocabulary`() {
        let layer = LayerConfiguration.bidirectional(.gru(RecurrentOptions(units: 64, returnSequences: true)))
        let expected: JSONValue = [
            [
                "class_name": "Bidirectional",
                "config": [
                    "layer": [
                        "class_name": "GRU",
                        "config": ["units": 64, "return_sequences": true, "go_backwards": false, "reset_after": true],
                    ],
                    "merge_mode": "concat",
                ],
            ]
        ]
        #expect(LayerCoding.encode(NetworkConfiguration(layers: [layer])) == expected)
    }

    @Test func `what is left out has Keras's default`() throws {
        let json: JSONValue = [
            ["class_name": "Embedding", "config": ["input_dim": 9, "output_dim": 2]],
            ["class_name": "LSTM", "config": ["units": 3, "activation": "tanh", "unit_forget_bias": true]],
            ["class_name": "Dropout", "config": ["rate": 0.25, "noise_shape": nil]],
            ["class_name": "GlobalMaxPooling1D"],
            ["class_name": "Dense", "config": ["units": 4, "use_bias": true]],
        ]
        #expect(
            try LayerCoding.decode(json).layers == [
                .embedding(inputDimension: 9, outputDimension: 2, maskZero: true), .lstm(RecurrentOptions(units: 3)),
                .dropout(rate: 0.25), .globalPooling([.max]), .dense(units: 4, activation: .linear),
            ])
    }

    @Test func `Keras's other names for the same are read`() throws {
        let json: JSONValue = [
            ["class_name": "Embedding", "config": ["input_dim": 9, "output_dim": 2]],
            ["class_name": "LayerNormalization", "config": ["axis": -1, "center": true, "scale": true]],
            ["class_name": "Activation", "config": ["activation": "swish"]],
            [
                "class_name": "TimeDistributed",
                "config": ["layer": ["class_name": "Dense", "config": ["units": 3, "activation": nil]]],
            ],
        ]
        #expect(
            try LayerCoding.decode(json).layers.dropFirst() == [
                .layerNormalization(), .activation(.silu), .dense(units: 3, activation: .linear),
            ])
    }

    @Test func `a recipe may leave to the data what the data decides`() throws {
        let json: JSONValue = [
            ["class_name": "Embedding", "config": ["output_dim": 2]],
            ["class_name": "Dense", "config": ["units": 8, "activation": "softmax"]],
            ["class_name": "Dense", "config": ["activation": "softmax"]],
        ]
        let defaults = LayerCoding.Defaults(inputDimension: 77, outputs: 5)
        #expect(
            try LayerCoding.decode(json, defaults: defaults).layers == [
                .embedding(inputDimension: 77, outputDimension: 2), .dense(units: 8, activation: .softmax),
                .dense(units: 5, activation: .softmax),
            ])
        #expect(throws: FieldError(field: "layers[0].config.input_dim", reason: "is missing; expected a whole number"))
        {
            try LayerCoding.decode(json)
        }
    }

    @Test(arguments: [
        (#"{}"#, "layers", "an array of layers"), (#"[3]"#, "layers[0]", "expected an object"),
        (#"[{"class_name": "Lstm", "config": {"units": 3}}]"#, "layers[0].class_name", "did you mean 'LSTM'"),
        (#"[{"class_name": "Conv1D"}]"#, "layers[0].class_name", "expected one of Embedding, SimpleRNN"),
        (#"[{"class_name": "LSTM", "config": {"unit": 3}}]"#, "layers[0].config.unit", "did you mean 'units'"),
        (#"[{"class_name": "LSTM", "config": {}}]"#, "layers[0].config.units", "is missing"),
        (#"[{"class_name": "LSTM"}]"#, "layers[0].config.units", "is missing"),
        (#"[{"class_name": "LSTM", "config": {"units": 1.5}}]"#, "layers[0].config.units", "expected a whole number"),
        (
            #"[{"class_name": "LSTM", "config": {"units": 3, "return_sequences": 1}}]"#,
            "layers[0].config.return_sequences", "true or false"
        ),
        (
            #"[{"class_name": "LSTM", "config": {"units": 3, "activation": "rleu"}}]"#, "layers[0].config.activation",
            "did you mean 'relu'"
        ),
        (
            #"[{"class_name": "Dense", "config": {"units": 3, "activation": "sofmax"}}]"#,
            "layers[0].config.activation", "did you mean 'softmax'"
        ),
        (#"[{"class_name": "Dense", "config": {"units": 0}}]"#, "layers[0].config.units", "0 came"),
        (#"[{"class_name": "Dropout", "config": {"rate": 1}}]"#, "layers[0].config.rate", "less than 1"),
        (
            #"[{"class_name": "Dropout", "config": {"rate": 0.5, "noise_shape": [1]}}]"#,
            "layers[0].config.noise_shape", "[null, 1, null]"
        ),
        (
            #"[{"class_name": "TimeDistributed", "config": {"layer": {"class_name": "Dropout", "config": {"rate": 0}}}}]"#,
            "layers[0].config.layer", "only Dense"
        ),
        (
            #"[{"class_name": "Embedding", "config": {"input_dim": 2, "output_dim": 2}}, {"class_name": "LSTM", "config": {"units": 2}}, {"class_name": "TimeDistributed", "config": {"layer": {"class_name": "Dense", "config": {"units": 2}}}}]"#,
            "layers[2]", "set return_sequences to true"
        ),
        (
            #"[{"class_name": "LayerNormalization", "config": {"axis": 1}}]"#, "layers[0].config.axis",
            "only -1 is supported"
        ),
        (
            #"[{"class_name": "GRU", "config": {"units": 3, "dropout": 1}}]"#, "layers[0].config.dropout", "less than 1"
        ),
        (
            #"[{"class_name": "GRU", "config": {"units": 3, "unit_forget_bias": true}}]"#,
            "layers[0].config.unit_forget_bias", "no such field"
        ),
        (
            #"[{"class_name": "GRU", "config": {"units": 3, "kernel_initializer": "glorot_unifrom"}}]"#,
            "layers[0].config.kernel_initializer", "did you mean 'glorot_uniform'"
        ),
        (
            #"[{"class_name": "GRU", "config": {"units": 3, "kernel_initializer": {"class_name": "RandomNormal", "config": {"mean": 2}}}}]"#,
            "layers[0].config.kernel_initializer.config.mean", "no such field"
        ),
        (#"[{"class_name": "Activation", "config": {}}]"#, "layers[0].config.activation", "is missing"),
        (#"[{"class_name": "GlobalPooling1D", "config": {"modes": []}}]"#, "layers[0].config.modes", "at least one"),
        (
            #"[{"class_name": "GlobalPooling1D", "config": {"modes": ["max", "max"]}}]"#, "layers[0].config.modes[1]",
            "twice"
        ),
        (
            #"[{"class_name": "GlobalPooling1D", "config": {"modes": ["sum"]}}]"#, "layers[0].config.modes[0]",
            "expected one of max, mean, last, attention"
        ),
        (
            #"[{"class_name": "Bidirectional", "config": {"layer": {"class_name": "Bidirectional", "config": {}}}}]"#,
            "layers[0].config.layer.class_name", "within Bidirectional"
        ),
        (
            #"[{"class_name": "Bidirectional", "config": {"layer": {"class_name": "LSTM", "config": {"units": 2}}, "merge_mode": "max"}}]"#,
            "layers[0].config.merge_mode", "expected one of concat"
        ),
    ])
    func `layers that cannot be are refused by field`(json: String, field: String, says: String) throws {
        let value = try JSONValue(parsing: json)
        #expect {
            try LayerCoding.decode(value)
        } throws: {
            guard let error = $0 as? FieldError else { return false }
            return error.field == field && error.reason.contains(says)
        }
    }

    @Test(arguments: [
        Segmentation.whiteSpace, .character, .jamo, .characterNGrams(buckets: [16000]),
        .characterNGrams(buckets: [1, 2, 3]),
    ])
    func `pipelines come back as they were`(segmentation: Segmentation) throws {
        for repeats in [nil, 1, 3] {
            let configuration = TextPipelineConfiguration(
                normalization: NormalizationOptions(
                    nfc: repeats == 1, lowercase: repeats == nil, foldWhiteSpace: repeats == 3, foldRepeats: repeats),
                segmentation: segmentation, maximumLength: 321)
            let text = PipelineCoding.encode(configuration).prettyPrinted()
            #expect(try PipelineCoding.decode(JSONValue(parsing: text)) == configuration)
        }
    }

    @Test func `normalisation has defaults`() throws {
        let json: JSONValue = ["segmentation": ["method": "jamo"], "maximum_length": 7]
        #expect(
            try PipelineCoding.decode(json)
                == TextPipelineConfiguration(
                    normalization: NormalizationOptions(), segmentation: .jamo, maximumLength: 7))
    }

    @Test(arguments: [
        (#"7"#, "pipeline", "expected an object"),
        (#"{"segmentation": {"method": "jamo"}}"#, "pipeline.maximum_length", "is missing"),
        (#"{"maximum_length": 7}"#, "pipeline.segmentation", "is missing"),
        (
            #"{"segmentation": {"method": "bytes"}, "maximum_length": 7}"#, "pipeline.segmentation.method",
            "white_space, character, jamo"
        ),
        (
            #"{"segmentation": {"method": "jamo", "buckets": [3]}, "maximum_length": 7}"#,
            "pipeline.segmentation.buckets", "no such field"
        ),
        (
            #"{"segmentation": {"method": "character_n_grams"}, "maximum_length": 7}"#, "pipeline.segmentation.buckets",
            "is missing"
        ),
        (
            #"{"segmentation": {"method": "character_n_grams", "buckets": ["x"]}, "maximum_length": 7}"#,
            "pipeline.segmentation.buckets[0]", "a string came"
        ),
        (
            #"{"segmentation": {"method": "character_n_grams", "buckets": [-1]}, "maximum_length": 7}"#,
            "pipeline.segmentation.buckets", "-1 for n-grams of 2"
        ),
        (
            #"{"segmentation": {"method": "jamo"}, "maximum_length": 7, "normalization": {"lower": true}}"#,
            "pipeline.normalization.lower", "no such field"
        ),
        (
            #"{"segmentation": {"method": "jamo"}, "maximum_length": 7, "normalization": {"fold_repeats": 0}}"#,
            "pipeline.normalization.fold_repeats", "at least 1"
        ),
    ])
    func `pipelines that cannot be are refused by field`(json: String, field: String, says: String) throws {
        let value = try JSONValue(parsing: json)
        #expect {
            try PipelineCoding.decode(value)
        } throws: {
            guard let error = $0 as? FieldError else { return false }
            return error.field == field && error.reason.contains(says)
        }
    }
}
