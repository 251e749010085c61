import JSON
import Models
import RecurrentNetworks
import Testing
import TextAnalysis

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A directory that was right until somebody did this to it.
struct Damage: CustomTestStringConvertible, Sendable {
    var testDescription: String
    /// The file that is changed.
    var file: String
    /// The file that the error must name.
    var blamed: String
    /// What the error must say.
    var says: [String]
    /// nil takes the file away.
    var change: @Sendable ([UInt8]) -> [UInt8]?

    init(_ what: String, _ file: String, says: [String], change: @escaping @Sendable ([UInt8]) -> [UInt8]?) {
        testDescription = what
        self.file = file
        blamed = file
        self.says = says
        self.change = change
    }

    /// Replaces text in a file.
    static func replacing(
        _ old: String, by new: String, in file: String, says: [String], blamed: String? = nil
    ) -> Damage {
        var damage = Damage("\(file) with \(new) for \(old)", file, says: says) { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            guard let range = text.range(of: old) else { return bytes }
            return Array(text.replacingCharacters(in: range, with: new).utf8)
        }
        damage.blamed = blamed ?? file
        return damage
    }

    static func config(_ old: String, _ new: String, says: String...) -> Damage {
        replacing(old, by: new, in: "config.json", says: says)
    }
}

extension String {
    /// The first place where the text stands, without Foundation.
    fileprivate func range(of text: String) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text), let end = index(start, offsetBy: text.count, limitedBy: endIndex) {
                return start..<end
            }
            start = index(after: start)
        }
        return nil
    }

    fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}

@Suite struct `Bad model directories` {
    static let damages: [Damage] =
        ["config.json", "model.safetensors", "vocab.txt"].flatMap { file in
            [
                Damage("\(file) is missing", file, says: ["is missing"]) { _ in nil },
                Damage("\(file) is empty", file, says: ["expected"]) { _ in [] },
                Damage("\(file) is cut in half", file, says: []) { Array($0.prefix($0.count / 2)) },
                Damage("\(file) is no text", file, says: []) { bytes in
                    [0xff, 0xfe, 0x00, 0x01] + bytes.dropFirst(4)
                },
            ]
        } + [
            .config(
                "\"task\": \"classify\"", "\"task\": \"clasify\"", says: "task", "'clasify'", "did you mean 'classify'"),
            .config("\"task\": \"classify\",", "", says: "task", "is missing; expected a string"),
            .config("\"format_version\": 1", "\"format_version\": 0", says: "format_version", "0 came"),
            .config("\"format_version\": 1", "\"format_version\": \"1\"", says: "format_version", "a string came"),
            .config("\"1\": \"좋음\"", "\"1\": \"좋음\", \"2\": \"?\"", says: "3 labels", "2 outputs"),
            .config("\"1\": \"좋음\"", "\"2\": \"좋음\"", says: "id2label", "'2'"),
            .config("\"1\": \"좋음\"", "\"1\": \"나쁨\"", says: "'나쁨' came twice"),
            .config("\"1\": \"좋음\"", "\"1\": 5", says: "id2label.1", "expected a label"),
            .config("\"maximum_length\": 12", "\"maximum_length\": 0", says: "pipeline.maximum_length", "0"),
            .config("\"maximum_length\"", "\"maximal_length\"", says: "pipeline.maximal_length", "'maximum_length'"),
            .config("\"character_n_grams\"", "\"characters\"", says: "segmentation.method", "'character'"),
            .config("\"LSTM\"", "\"LTSM\"", says: "layers[2].config.layer.class_name", "did you mean 'LSTM'"),
            .config("\"return_sequences\": true", "\"return_sequences\": false", says: "layers:", "'gru'"),
            .config("\"return_sequences\": true", "\"return_sequence\": true", says: "did you mean 'return_sequences'"),
            .config("\"units\": 3", "\"units\": -3", says: "units", "-3 came"),
            .config("\"units\": 3", "\"units\": 3000000000", says: "units", "3000000000 came"),
            .config("\"softmax\"", "\"linear\"", says: "softmax"),
            .replacing(
                "\"units\": 5", by: "\"units\": 6", in: "config.json", says: ["gru/kernel", "(6, 15)", "(6, 18)"],
                blamed: "model.safetensors"),
            Damage("a vocabulary of another size", "vocab.txt", says: ["10 tokens", "34 ids", "33 rows"]) { bytes in
                bytes + Array("라\n".utf8)
            },
            Damage("a token twice", "vocab.txt", says: ["line 10", "가"]) { $0 + Array("가\n".utf8) },
        ]

    @Test(arguments: Model.Task.allCases.filter { $0 != .translate })
    func `with a decoder for a task that reads none are refused though its units are as many as the labels`(
        task: Model.Task
    ) throws {
        let pipeline = try Samples.pipeline()
        let steps = RecurrentOptions(units: 4, returnSequences: true)
        let configuration = NetworkConfiguration(
            layers: [.embedding(inputDimension: pipeline.idCount, outputDimension: 3), .lstm(steps)],
            decoder: [.lstm(steps), .dense(units: pipeline.idCount, activation: .softmax)])
        var weights: [String: Tensor] = [:]
        for (name, shape) in try Network.expectedWeights(of: configuration) {
            let zeros = [Float](repeating: 0, count: shape.reduce(1, *))
            weights[name] = Tensor(shape: shape, values: .float32(zeros))
        }
        let network = try Network(configuration: configuration, weights: weights)
        let error = #expect(throws: ModelError.self) {
            try Model(
                name: "sample", task: task, labels: (0..<pipeline.idCount).map { "label \($0)" }, pipeline: pipeline,
                network: network)
        }
        #expect(error?.description.contains("config.json: decoder: came") == true, "\(error.map { "\($0)" } ?? "")")
    }

    static let translatorDamages: [Damage] = [
        .config("\"task\": \"translate\"", "\"task\": \"tag\"", says: "decoder: came", "mend the task"),
        .replacing(
            "\"decoder\":", by: "\"decodre\":", in: "config.json", says: ["'dense/bias' belongs to no layer"],
            blamed: "model.safetensors"),
        .config("\"id2label\": {}", "\"id2label\": {\"0\": \"a\"}", says: "id2label", "has none"),
        .config("\"method\": \"character\"", "\"method\": \"jamo\"", says: "pipeline.segmentation", "character"),
        .config("\"maximum_length\": 12", "\"maximum_length\": 2001", says: "pipeline.maximum_length", "at most 2000"),
        .config("\"units\": 4", "\"units\": 5", says: "take the same kind of layer, with 5 units"),
        .config("\"units\": 10,", "\"units\": 9,", says: "Dense(10, softmax)"),
        Damage("a weight of the decoder under another name", "model.safetensors", says: ["gru_1/kernel"]) { bytes in
            var bytes = bytes
            let name = Array("gru_1/kernel".utf8)
            let place = bytes.indices.first { bytes[$0...].starts(with: name) } ?? 0
            bytes[place + 4] = UInt8(ascii: "7")
            return bytes
        },
        Damage("a vocabulary of another size", "vocab.txt", says: ["10 ids, and one for where", "10 rows"]) { bytes in
            bytes + Array("라\n".utf8)
        },
    ]

    @Test(arguments: translatorDamages)
    func `of a translator are refused, naming the file and the trouble`(damage: Damage) throws {
        try expectRefusal(of: try Samples.translator(), damage)
    }

    @Test(arguments: damages)
    func `are refused, naming the file and the trouble`(damage: Damage) throws {
        try expectRefusal(of: try Samples.model(), damage)
    }

    private func expectRefusal(of model: Model, _ damage: Damage) throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/sample"
        try ModelDirectory.write(model, to: path)
        let target = path + "/" + damage.file
        let bytes = try TemporaryFolder.read(target)
        let changed = damage.change(bytes)
        #expect(changed != bytes, "the damage did nothing")
        TemporaryFolder.remove(target)
        if let changed { try TemporaryFolder.write(changed, to: target) }
        do {
            _ = try ModelDirectory.open(path)
            Issue.record("it opened")
        } catch .invalid(let place, let file, let reason) {
            #expect(place == path)
            #expect(file == damage.blamed)
            for text in damage.says { #expect(reason.contains(text), "\(reason)") }
        } catch {
            Issue.record("\(error)")
        }
    }

    @Test func `of a newer format say so`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/sample"
        try ModelDirectory.write(try Samples.model(), to: path)
        let newer = Damage.config("\"format_version\": 1", "\"format_version\": 2").change(
            try TemporaryFolder.read(path + "/config.json"))
        try TemporaryFolder.write(try #require(newer), to: path + "/config.json")
        #expect(throws: ModelError.newerFormat(path: path, version: 2, supported: 1)) { try ModelDirectory.open(path) }
    }

    @Test func `that are none at all say so`() throws {
        let folder = try TemporaryFolder()
        try TemporaryFolder.write([], to: folder.path + "/file")
        for path in [folder.path + "/nothing", folder.path + "/file", ""] {
            #expect {
                try ModelDirectory.open(path)
            } throws: {
                guard case .io(_, let reason) = $0 as? ModelError else { return false }
                return reason.contains("no directory")
            }
        }
        #expect {
            try ModelDirectory.open(folder.path)
        } throws: {
            guard case .invalid(_, "config.json", let reason) = $0 as? ModelError else { return false }
            return reason.contains("is missing")
        }
    }

    /// A file of zeros up to this size takes nothing of the disk, and more memory than there is.
    @Test(arguments: ["config.json", "model.safetensors", "vocab.txt"])
    func `with a file larger than any memory are refused before it is read`(file: String) throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/sample"
        try ModelDirectory.write(try Samples.model(), to: path)
        if file == "model.safetensors" {
            let count = 275_000_000_000
            try TemporaryFolder.write(
                safeTensors(
                    header: #"{"x": {"dtype": "F32", "shape": [\#(count)], "data_offsets": [0, \#(4 * count)]}}"#,
                    data: []), to: path + "/" + file)
        }
        #expect(truncate(path + "/" + file, 1_100_000_000_000) == 0)
        #expect {
            try ModelDirectory.open(path)
        } throws: { error in
            guard case .invalid(path, file, let reason) = error as? ModelError else { return false }
            return reason.contains("has 1100000000000 bytes; expected at most")
        }
    }

    @Test func `with a tensor that no layer needs are refused by its name`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/sample"
        try ModelDirectory.write(try Samples.model(), to: path)
        let header = #"{"gru/kernel": {"dtype": "F32", "shape": [2000000], "data_offsets": [0, 8000000]}}"#
        try TemporaryFolder.write(
            safeTensors(header: header, data: [UInt8](repeating: 0xff, count: 8_000_000)),
            to: path + "/model.safetensors")
        // Not that its values are no numbers: they are not looked at.
        #expect {
            try ModelDirectory.open(path)
        } throws: { "\($0)".contains("missing") || "\($0)".contains("(2000000) came") }
    }

    @Test func `for which one text takes too much memory are refused`() throws {
        let layers = NetworkConfiguration(layers: [
            .embedding(inputDimension: 9, outputDimension: 64), .globalPooling([.mean]),
            .dense(units: 2, activation: .softmax),
        ])
        func model(maximumLength: Int) throws -> Model {
            var weights: [String: Tensor] = [:]
            for (name, shape) in try Network.expectedWeights(of: layers) {
                let count = shape.reduce(1, *)
                weights[name] = Tensor(shape: shape, values: .float32([Float](repeating: 0, count: count)))
            }
            let pipeline = try TextPipeline(
                configuration: TextPipelineConfiguration(
                    normalization: NormalizationOptions(), segmentation: .character, maximumLength: maximumLength),
                vocabulary: try Vocabulary(words: Samples.words))
            return try Model(
                name: "long", labels: ["a", "b"], pipeline: pipeline,
                network: try Network(configuration: layers, weights: weights))
        }
        #expect(Samples.predict(try model(maximumLength: 300_000), "가").count == 2)
        #expect {
            try model(maximumLength: 1_000_000)
        } throws: {
            "\($0)".contains("maximum_length: 1000000 steps through these layers take 732 MiB")
        }
    }
}
