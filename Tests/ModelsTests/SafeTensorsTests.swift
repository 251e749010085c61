import Models
import RecurrentNetworks
import Testing
import TextAnalysis

/// Through the door: a model directory whose model.safetensors is written by hand.
@Suite struct `Safetensors files` {
    /// Embedding (4, 2) → mean → Dense 2: "embedding/embeddings" 8, "dense/kernel" 4 and "dense/bias" 2 values.
    static func directory(in folder: TemporaryFolder, embeddingRows: Int = 4) throws -> String {
        let layers = NetworkConfiguration(layers: [
            .embedding(inputDimension: embeddingRows, outputDimension: 2), .globalPooling([.mean]),
            .dense(units: 2, activation: .softmax),
        ])
        var weights: [String: Tensor] = [:]
        for (name, shape) in try Network.expectedWeights(of: layers) {
            weights[name] = Tensor(shape: shape, values: .float32(Array(repeating: 0, count: shape.reduce(1, *))))
        }
        let pipeline = try TextPipeline(
            configuration: TextPipelineConfiguration(
                normalization: NormalizationOptions(), segmentation: .character, maximumLength: 9),
            vocabulary: Vocabulary(words: (2..<embeddingRows).map { "word\($0)" }))
        let model = try Model(
            name: "hand", labels: ["a", "b"], pipeline: pipeline,
            network: Network(configuration: layers, weights: weights))
        try ModelDirectory.write(model, to: folder.path + "/hand")
        return folder.path + "/hand"
    }

    static func open(_ file: [UInt8]) throws -> Model {
        let folder = try TemporaryFolder()
        let path = try directory(in: folder)
        try TemporaryFolder.write(file, to: path + "/model.safetensors")
        return try ModelDirectory.open(path)
    }

    /// The 56 bytes of all tensors as F32.
    static let good = #"""
        {"embedding/embeddings":{"dtype":"F32","shape":[4,2],"data_offsets":[0,32]},
         "dense/kernel":{"dtype":"F32","shape":[2,2],"data_offsets":[32,48]},
         "dense/bias":{"dtype":"F32","shape":[2],"data_offsets":[48,56]}}
        """#

    static func replaced(_ old: String, _ new: String) -> String {
        let parts = good.components(separatedBy: old)
        return parts.joined(separator: new)
    }

    @Test func `8-bit rows without their scales are refused`() {
        let header = #"""
            {"embedding/embeddings":{"dtype":"I8","shape":[4,2],"data_offsets":[0,8]},
             "dense/kernel":{"dtype":"F32","shape":[2,2],"data_offsets":[8,24]},
             "dense/bias":{"dtype":"F32","shape":[2],"data_offsets":[24,32]}}
            """#
        #expect {
            try Self.open(safeTensors(header: header, data: Array(repeating: 0, count: 32)))
        } throws: { "\($0)".contains("without 'embedding/embeddings.scales'") }
    }

    @Test(arguments: [good, good + "      ", replaced("{\"emb", "{\"__metadata__\":{\"format\":\"pt\"},\"emb")])
    func `padding and metadata are read over`(header: String) throws {
        let model = try Self.open(safeTensors(header: header, data: Array(repeating: 0, count: 56)))
        #expect(model.network.weights.count == 3)
    }

    @Test(arguments: [
        ("not JSON", "no JSON"), ("[]", "an array came"), ("{", "no JSON"), (good + good, "no JSON"), ("{}", "56"),
        (replaced("[0,32]", "[0,33]"), "needs 32 bytes"), (replaced("[0,32]", "[0,31]"), "needs 32 bytes"),
        (replaced("[0,32]", "[32,0]"), "data_offsets"), (replaced("[0,32]", "[-32,0]"), "data_offsets"),
        (replaced("[48,56]", "[56,64]"), "within the 56"), (replaced("[48,56]", "[40,48]"), "starts at"),
        (replaced("[32,48]", "[0,16]"), "starts at"), (replaced("[0,32]", "[0,32,64]"), "data_offsets"),
        (replaced("[0,32]", "[0]"), "data_offsets"), (replaced("[0,32]", "[0.5,32]"), "whole numbers"),
        (replaced("[0,32]", "null"), "expected an array"),
        (replaced("[0,32]", "[0,18446744073709551616]"), "whole numbers"),
        (replaced("[4,2]", "[4,2,0]"), "needs 0 bytes"), (replaced("[4,2]", "[4294967296,4294967296]"), "no memory"),
        (replaced("[4,2]", "[9223372036854775807,2]"), "no memory"), (replaced("[4,2]", "[-4,-2]"), "whole numbers"),
        (replaced("[4,2]", "[2,4]"), "is needed"), (replaced("[4,2]", "8"), "expected an array"),
        (replaced("\"shape\":[4,2],", ""), "is missing"),
        (replaced("\"dtype\":\"F32\",\"shape\":[2],", ""), "is missing"),
        (replaced("\"F32\",\"shape\":[2]", "\"C64\",\"shape\":[2]"), "'C64' came"),
        (
            replaced("\"dtype\":\"F32\",\"shape\":[2]", "\"dtype\":\"F32\",\"strides\":[1],\"shape\":[2]"),
            "no such field"
        ),
        (replaced("dense/bias", "dense/kernel"), "no JSON"), (replaced("dense/bias", "dense/bios"), "dense/bias"),
        (replaced("{\"emb", "{\"__metadata__\":{\"format\":1},\"emb"), "__metadata__"),
        (replaced("\"F32\",\"shape\":[2]", "\"I8\",\"shape\":[8]"), "(2) is needed"),
        (String(repeating: "[", count: 3000), "no JSON"),
    ])
    func `lying headers are refused`(header: String, says: String) throws {
        #expect {
            try Self.open(safeTensors(header: header, data: Array(repeating: 0, count: 56)))
        } throws: { error in
            guard case .invalid(_, "model.safetensors", let reason) = error as? ModelError else { return false }
            return reason.contains(says)
        }
    }

    @Test(
        arguments: [
            ([], "0 bytes"), ([1, 2, 3, 4, 5, 6, 7], "7 bytes"),
            (Array(repeating: 0xff, count: 8), "at most 10000000"),
            ([1, 0, 0, 0, 0, 0, 0, 0x80], "at most"), ([0xe1, 0xf5, 0x05, 0, 0, 0, 0, 0].map { $0 }, "cut short"),
            (Array(repeating: 0, count: 8), "no JSON"), ([2, 0, 0, 0, 0, 0, 0, 0, 0x7b], "cut short"),
        ] as [([UInt8], String)])
    func `lying lengths are refused`(file: [UInt8], says: String) throws {
        #expect {
            try Self.open(file)
        } throws: { error in
            guard case .invalid(_, "model.safetensors", let reason) = error as? ModelError else { return false }
            return reason.contains(says)
        }
    }

    @Test func `every length that a cut file can have is refused`() throws {
        let file = safeTensors(header: Self.good, data: Array(repeating: 0, count: 56))
        let folder = try TemporaryFolder()
        let path = try Self.directory(in: folder)
        for count in 0..<file.count {
            try TemporaryFolder.write(Array(file.prefix(count)), to: path + "/model.safetensors")
            #expect(throws: ModelError.self, "\(count) bytes") { try ModelDirectory.open(path) }
        }
        try TemporaryFolder.write(file + [0], to: path + "/model.safetensors")
        #expect(throws: ModelError.self) { try ModelDirectory.open(path) }
    }

    @Test(arguments: [[0, 0, 0xc0, 0x7f], [0, 0, 0x80, 0x7f], [0, 0, 0x80, 0xff], [1, 0, 0x80, 0x7f]] as [[UInt8]])
    func `values that are not finite are refused`(value: [UInt8]) throws {
        var data = [UInt8](repeating: 0, count: 56)
        data.replaceSubrange(36..<40, with: value)
        #expect {
            try Self.open(safeTensors(header: Self.good, data: data))
        } throws: { error in
            guard case .invalid(_, "model.safetensors", let reason) = error as? ModelError else { return false }
            return reason.contains("dense/kernel") && reason.contains("finite")
        }
    }

    @Test func `written data starts at a multiple of 64`() throws {
        let folder = try TemporaryFolder()
        for format in WeightFormat.allCases {
            let path = folder.path + "/\(format)"
            try ModelDirectory.write(try Samples.model(), weights: format, to: path)
            let file = try TemporaryFolder.read(path + "/model.safetensors")
            let length = file.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
            #expect((8 + length) % 64 == 0)
            #expect(file[8] == UInt8(ascii: "{"))
        }
    }

    // Swift has no Float16 on Intel Macs.
    #if !(os(macOS) && arch(x86_64))
        @Test func `every finite half float is read as its value`() throws {
            let halves = (UInt16.min...UInt16.max).filter { Float16(bitPattern: $0).isFinite }
            let read = try Self.read(halves, "F16")
            #expect(read.map(\.bitPattern) == halves.map { Float(Float16(bitPattern: $0)).bitPattern })
        }

        @Test func `half floats are written rounded to even`() throws {
            var generator = SeededGenerator(state: 3)
            var values = (0..<20_000).map { _ in
                Float(bitPattern: UInt32.random(in: 0...UInt32.max, using: &generator))
            }.filter { $0.magnitude < 65_520 }
            values += (0..<20_000).map { _ in Float.random(in: -1e-4...1e-4, using: &generator) }
            // Halves and what lies exactly between two of them.
            for bits in stride(from: UInt16(0), to: 0x7bff, by: 7) {
                let low = Float(Float16(bitPattern: bits))
                let high = Float(Float16(bitPattern: bits + 1))
                values += [low, (low + high) / 2, -(low + high) / 2]
            }
            if values.count % 2 != 0 { values.removeLast() }
            let folder = try TemporaryFolder()
            let path = try Self.directory(in: folder, embeddingRows: values.count / 2)
            var model = try ModelDirectory.open(path)
            var weights = model.network.weights
            weights["embedding/embeddings"] = Tensor(shape: [values.count / 2, 2], values: .float32(values))
            model = try Model(
                name: "hand", labels: model.labels, pipeline: model.pipeline,
                network: Network(configuration: model.network.configuration, weights: weights))
            try ModelDirectory.write(model, weights: .float16, to: path)
            guard
                case .float32(let read) = try ModelDirectory.open(path).network.weights["embedding/embeddings"]?.values
            else {
                Issue.record("no embedding")
                return
            }
            #expect(read.map(\.bitPattern) == values.map { Float(Float16($0)).bitPattern })
        }
    #endif

    @Test func `bfloat16 is the upper half of a float`() throws {
        let uppers: [UInt16] = [0, 0x8000, 0x3f80, 0xbf80, 0x0001, 0x7f7f, 0x4049, 0x3eaa]
        let read = try Self.read(uppers, "BF16")
        #expect(read.map(\.bitPattern) == uppers.map { UInt32($0) << 16 })
    }

    /// An embedding of two columns stored in 16 bits, as it is read.
    static func read(_ bits: [UInt16], _ type: String) throws -> [Float] {
        let folder = try TemporaryFolder()
        let path = try directory(in: folder, embeddingRows: bits.count / 2)
        let end = 2 * bits.count
        let header = #"""
            {"embedding/embeddings":{"dtype":"\#(type)","shape":[\#(bits.count / 2),2],"data_offsets":[0,\#(end)]},
             "dense/kernel":{"dtype":"F32","shape":[2,2],"data_offsets":[\#(end),\#(end + 16)]},
             "dense/bias":{"dtype":"F32","shape":[2],"data_offsets":[\#(end + 16),\#(end + 24)]}}
            """#
        let data = bits.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        try TemporaryFolder.write(
            safeTensors(header: header, data: data + Array(repeating: 0, count: 24)), to: path + "/model.safetensors")
        guard case .float32(let values) = try ModelDirectory.open(path).network.weights["embedding/embeddings"]?.values
        else { return [] }
        return values
    }
}

extension String {
    fileprivate func components(separatedBy separator: String) -> [String] {
        var parts = [""]
        var rest = self[...]
        while let first = rest.first {
            if rest.hasPrefix(separator) {
                parts.append("")
                rest = rest.dropFirst(separator.count)
            } else {
                parts[parts.count - 1].append(first)
                rest = rest.dropFirst()
            }
        }
        return parts
    }
}
