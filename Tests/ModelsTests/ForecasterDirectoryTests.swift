import JSON
import Models
import RecurrentNetworks
import Testing
import TimeSeries

@Suite struct `Directories of forecasters` {
    enum Kind: CaseIterable {
        case direct, quantiles, autoregressive, stateful, labels
    }

    /// Random weights for two columns of numbers and the calendar.
    private static func sample(_ kind: Kind) throws -> StoredForecaster {
        var configuration = SeriesConfiguration(
            dateColumn: "date", targets: ["기온", "rain"], inputs: ["wind"], calendar: [.dayOfYear, .dayOfWeek],
            window: 5, horizon: 3, transforms: [.log1p, .difference], scaler: .robust, season: 7,
            repair: SeriesRepair(missing: .carry, repeated: .mean, sorts: true), interval: .seconds(86_400),
            coverage: 0.9)
        switch kind {
        case .direct: break
        case .quantiles: configuration.quantiles = [0.05, 0.5, 0.95]
        case .autoregressive:
            configuration.mode = .autoregressive
            configuration.inputs = []
        case .stateful: configuration.mode = .stateful
        case .labels:
            configuration.targets = ["weather"]
            configuration.transforms = []
            configuration.labels = ["sun", "비", "fog \"thick\""]
        }
        let count = configuration.numericTargets.count
        let columns = count + configuration.inputs.count
        let encoder = try SeriesEncoder(
            configuration: configuration,
            scalers: (0..<columns).map {
                try Scaler(kind: .robust, center: 0.1 * Double($0), scale: 1 / Double($0 + 3))
            },
            ranges: (0..<columns).map { -Double($0)...Double.pi })
        let layers = NetworkConfiguration {
            InputLayer(encoder.featureCount)
            GRU(4, returnSequences: kind == .stateful)
            Dense(configuration.outputCount, activation: kind == .labels ? .softmax : .linear)
        }
        var generator = SeededGenerator(state: 5)
        var weights: [String: Tensor] = [:]
        for (name, shape) in try Network.expectedWeights(of: layers) {
            let values = (0..<shape.reduce(1, *)).map { _ in Float.random(in: -1...1, using: &generator) }
            weights[name] = Tensor(shape: shape, values: .float32(values))
        }
        let outputs = count * configuration.horizon
        let linear = LinearBaseline(
            window: 4, targets: count, horizon: 3,
            kernel: (0..<4 * count * outputs).map { _ in Double.random(in: -1...1, using: &generator) },
            bias: (0..<outputs).map { Double($0) / 3 })
        return try StoredForecaster(
            name: "sample", encoder: encoder, network: Network(configuration: layers, weights: weights),
            linear: kind == .labels ? nil : linear,
            residuals: kind == .direct
                ? ResidualIntervals(lower: [[-1, -2, -3], [-0.1, -0.2, -0.3]], upper: [[1, 2, 3], [0, 0, 0]]) : nil,
            naiveScale: (0..<count).map { 0.7 + Double($0) }, card: Samples.card)
    }

    private static func opened(_ path: String) throws -> StoredForecaster {
        guard case .forecaster(let stored) = try ModelDirectory.openAny(path) else {
            throw TroubleWithTheTest(what: "it is no forecaster")
        }
        return stored
    }

    @Test(arguments: Kind.allCases)
    func `come back as they were written`(kind: Kind) throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/sample"
        let model = try Self.sample(kind)
        try ModelDirectory.write(model, history: ["epochs": [1, 2]], to: path)
        let stored = try Self.opened(path)
        #expect(stored.encoder == model.encoder)
        #expect(stored.network.configuration == model.network.configuration)
        #expect(stored.network.weights == model.network.weights)
        #expect(stored.linear == model.linear && (stored.linear == nil) == (kind == .labels))
        #expect(stored.residuals == model.residuals && stored.naiveScale == model.naiveScale)
        #expect(stored.card == model.card && stored.name == "sample" && stored.path == path)
        #expect(try stored.history() == ["epochs": [1, 2]])
        #expect(
            TemporaryFolder.names(in: path) == ["README.md", "config.json", "history.json", "model.safetensors"])
        let readMe = String(decoding: try TemporaryFolder.read(path + "/README.md"), as: UTF8.self)
        #expect(readMe.contains("pipeline_tag: time-series-forecasting") && readMe.contains("Reads: 5 rows of"))
        #expect(readMe.contains("type: time-series}") && !readMe.contains("type: text}"))
        let first = try TemporaryFolder.read(path + "/config.json")
        try ModelDirectory.write(stored, to: path)
        #expect(try TemporaryFolder.read(path + "/config.json") == first)
    }

    @Test func `are named by their task, and refuse to be read as a model of texts`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/sample"
        try ModelDirectory.write(Self.sample(.direct), to: path)
        let stored = try ModelDirectory.openAny(path)
        #expect(stored.task == "forecast" && stored.name == "sample" && stored.path == path && stored.memory > 0)
        #expect(stored.card == Samples.card)
        let error = #expect(throws: ModelError.self) { try ModelDirectory.open(path) }
        #expect(error?.description.contains("sluice forecast") == true)
        #expect(try ModelCatalog(searchPaths: [folder.path]).openAny("sample").task == "forecast")
    }

    @Test func `are refused wherever they are cut, and no flip of bytes ends the process`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/sample"
        try ModelDirectory.write(Self.sample(.direct), to: path)
        var generator = SeededGenerator(state: 3)
        for file in ["config.json", "model.safetensors"] {
            let whole = try TemporaryFolder.read(path + "/" + file)
            for count in stride(from: 0, to: whole.count - 1, by: max(1, whole.count / 60)) {
                try TemporaryFolder.write(Array(whole[..<count]), to: path + "/" + file)
                #expect(throws: ModelError.self, "\(file) cut after \(count)") { try ModelDirectory.openAny(path) }
            }
            for _ in 0..<400 {
                var flipped = whole
                for _ in 0...Int.random(in: 0..<3, using: &generator) {
                    flipped[Int.random(in: 0..<whole.count, using: &generator)] ^=
                        1 << UInt8.random(in: 0..<8, using: &generator)
                }
                try TemporaryFolder.write(flipped, to: path + "/" + file)
                if let model = try? Self.opened(path) {
                    let features = [Float](repeating: 1, count: 5 * model.encoder.featureCount)
                    #expect(model.network.predict(features: features).count == model.configuration.outputCount)
                }
            }
            try TemporaryFolder.write(whole, to: path + "/" + file)
        }
        _ = try Self.opened(path)
    }

    /// A part of config.json, what stands there instead, and what the refusal says.
    static let damages: [(of: String, by: String, says: [String])] = [
        (#""window": 5"#, #""window": 0"#, ["series", "window 0", "1 to 100000"]),
        (#""window": 5"#, #""window": 5.5"#, ["series.window", "a whole number"]),
        (#""window": 5"#, #""window": 100000"#, []),
        (#""window": 5"#, #""window": 3"#, ["linear baseline", "at most 3"]),
        (#""horizon": 3"#, #""horizon": 4"#, ["baseline/linear/kernel", "to 8 values"]),
        (#""mode": "direct""#, #""mode": "directly""#, ["series.mode", "did you mean 'direct'"]),
        (#""mode": "direct""#, #""mode": "stateful""#, ["layers", "a sequence (T, 6)", "return_sequences"]),
        (#""mode": "direct""#, #""mode": "autoregressive""#, ["inputs wind of an autoregressive model"]),
        (#""transforms": ["#, #""transforms": ["logarithm", "#, ["series.transforms[0]", "log1p"]),
        (#""calendar": ["#, #""calendar": ["month_of_year", "#, ["reads a sequence (T, 7)", "9 numbers"]),
        (#""scaler": "robust""#, #""scaler": "standard""#, ["series.scalers", "scaler of another kind"]),
        (#""kind": "robust""#, #""kind": "none""#, ["series.scalers"]),
        (#""scale": 0.25"#, #""scale": 0"#, ["series.scalers[1]", "scale"]),
        (#""scale": 0.25"#, #""scale": "NaN""#, ["series.scalers[1].scale", "a string came"]),
        (#""scale": 0.25"#, #""scale": null"#, ["series.scalers[1].scale", "expected a number"]),
        (#""minimum": -1"#, #""minimum": 4"#, ["series.scalers[1].minimum", "at most the maximum"]),
        (#""column": "rain""#, #""column": "snow""#, ["series.scalers[1].column", "'snow'", "'rain'"]),
        (#""naive_scale": ["#, #""naive_scale": [1, "#, ["series.naive_scale", "each of 2 targets"]),
        (#""naive_scale""#, #""naive_scales""#, ["did you mean 'naive_scale'"]),
        (#""lower": ["#, #""lower": [[0, 0, 0], "#, ["series.residuals", "as many steps"]),
        (#""sort": true"#, #""sort": 1"#, ["series.sort", "true or false"]),
        (#""interval": "1d""#, #""interval": "1 day""#, ["series.interval", "such as 1d"]),
        (#""quantiles": []"#, #""quantiles": [0.9, 0.1]"#, ["quantiles 0.9, 0.1", "ascending"]),
        (
            #""quantiles": []"#, #""quantiles": [0.1, 0.5, 0.9]"#,
            ["layers", "a vector (6)", "a vector (18)", "Dense of 18 units"]
        ),
        (#""coverage": 0.9"#, #""coverage": 90"#, ["coverage 90"]),
        (#""labels": []"#, #""labels": ["a", "b"]"#, ["labels"]),
        (#""units": 4"#, #""units": 5"#, ["gru/kernel"]),
        (#""class_name": "GRU""#, #""class_name": "GURU""#, ["layers[1].class_name", "did you mean 'GRU'"]),
        (#""layers": ["#, #""decoder": [{"class_name": "Attention"}], "layers": ["#, ["Embedding"]),
        (#""series""#, #""serious""#, ["series: is missing"]),
    ]

    @Test(arguments: damages)
    func `are refused with what came, what was expected and what to do`(
        part: String, instead: String, says: [String]
    ) throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/sample"
        try ModelDirectory.write(Self.sample(.direct), to: path)
        var text = String(decoding: try TemporaryFolder.read(path + "/config.json"), as: UTF8.self)
        let place = try #require(text.firstRange(of: part), "there is no \(part)")
        text.replaceSubrange(place, with: instead)
        try TemporaryFolder.write(Array(text.utf8), to: path + "/config.json")
        if says.isEmpty {
            _ = try Self.opened(path)
            return
        }
        let error = #expect(throws: ModelError.self) { try ModelDirectory.openAny(path) }
        for words in says {
            #expect(error?.description.contains(words) == true, "\(words) is not in: \(error?.description ?? "")")
        }
    }

    @Test(arguments: [
        ("baseline/linear/bias", "F64", [6], [Double.nan], "baseline/linear/kernel"),
        ("baseline/linear/bias", "F64", [5], [1], "baseline/linear/kernel"),
        ("baseline/linear/kernel", "F64", [48], [1], "F64 of 2 dimensions"),
        ("baseline/linear/kernel", "F64", [7, 6], [1], "baseline/linear/kernel"),
        ("baseline/linear/kernel", "F64", [0, 6], [], "baseline/linear/kernel"),
        ("baseline/linear/weights", "F64", [1], [1], "'baseline/linear/weights' belongs to no layer"),
    ])
    func `are refused where the baseline's numbers are not what they should be`(
        name: String, type: String, shape: [Int], value: [Double], says: String
    ) throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/sample"
        try ModelDirectory.write(Self.sample(.direct), to: path)
        let file = try TemporaryFolder.read(path + "/model.safetensors")
        let length = (0..<8).reduce(0) { $0 + Int(file[$1]) << (8 * $1) }
        let header = try #require(
            try JSONValue(parsing: String(decoding: file[8..<8 + length], as: UTF8.self)).object)
        var data = Array(file[(8 + length)...])
        var members = header.members.filter { $0.name != name }
        // What went is still there, so that the tensors have no hole, under a name that is let through nowhere else.
        if let old = header.members.first(where: { $0.name == name }) {
            let offsets = (old.value["data_offsets"]?.array ?? []).compactMap(\.integer)
            let removed = offsets[1] - offsets[0]
            data.removeSubrange(offsets[0]..<offsets[1])
            members = members.map { member in
                let moved = (member.value["data_offsets"]?.array ?? []).compactMap(\.integer).map {
                    JSONValue.integer(Int64($0 >= offsets[1] ? $0 - removed : $0))
                }
                return JSONObject.Member(
                    name: member.name,
                    value: [
                        "dtype": member.value["dtype"] ?? .null, "shape": member.value["shape"] ?? .null,
                        "data_offsets": .array(moved),
                    ])
            }
        }
        let count = shape.reduce(1, *)
        let numbers = [Double](repeating: value.first ?? 0, count: count)
        members.append(
            JSONObject.Member(
                name: name,
                value: [
                    "dtype": .string(type), "shape": .array(shape.map { .integer(Int64($0)) }),
                    "data_offsets": [.integer(Int64(data.count)), .integer(Int64(data.count + 8 * count))],
                ]))
        data += numbers.withUnsafeBytes(Array.init)
        let text = String(decoding: JSONValue.object(JSONObject(members: members)).serialized(), as: UTF8.self)
        try TemporaryFolder.write(safeTensors(header: text, data: data), to: path + "/model.safetensors")
        let error = #expect(throws: ModelError.self) { try ModelDirectory.openAny(path) }
        #expect(error?.description.contains(says) == true, "\(error?.description ?? "")")
    }

    @Test func `are not written where a weight is no number`() throws {
        let folder = try TemporaryFolder()
        let model = try Self.sample(.direct)
        var weights = model.network.weights
        weights["dense/bias"] = Tensor(shape: [6], values: .float32([Float](repeating: .infinity, count: 6)))
        let broken = try StoredForecaster(
            name: "broken", encoder: model.encoder,
            network: Network(configuration: model.network.configuration, weights: weights), naiveScale: [1, 1])
        #expect(throws: ModelError.self) { try ModelDirectory.write(broken, to: folder.path + "/broken") }
        #expect(TemporaryFolder.names(in: folder.path) == [])
    }

    @Test func `of labels end in probabilities`() throws {
        let model = try Self.sample(.labels)
        var layers = model.network.configuration
        layers.layers[layers.layers.count - 1] = .dense(units: 3, activation: .linear)
        let network = try Network(configuration: layers, weights: model.network.weights)
        let error = #expect(throws: ModelError.self) {
            try StoredForecaster(name: "sample", encoder: model.encoder, network: network, naiveScale: [])
        }
        #expect(error?.description.contains("a Dense with softmax") == true)
    }

    @Test func `say why a network cannot go on from row to row`() throws {
        let model = try Self.sample(.stateful)
        let layers = NetworkConfiguration {
            InputLayer(model.encoder.featureCount)
            Bidirectional(GRU(2, returnSequences: true))
            Dense(6)
        }
        var weights: [String: Tensor] = [:]
        for (name, shape) in try Network.expectedWeights(of: layers) {
            weights[name] = Tensor(shape: shape, values: .float32([Float](repeating: 0, count: shape.reduce(1, *))))
        }
        let network = try Network(configuration: layers, weights: weights)
        let error = #expect(throws: ModelError.self) {
            try StoredForecaster(name: "sample", encoder: model.encoder, network: network, naiveScale: [1, 1])
        }
        #expect(error?.description.contains("its way back begins with the last step") == true)
    }
}
