import Models
import RecurrentNetworks
import TextAnalysis

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

struct TroubleWithTheTest: Error {
    var what: String
}

/// A folder that goes, with what is in it, when the test ends.
final class TemporaryFolder {
    let path: String

    init() throws {
        var name = Array("/tmp/sluice-models-XXXXXX".utf8CString)
        guard mkdtemp(&name) != nil else { throw TroubleWithTheTest(what: "mkdtemp") }
        path = name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    }

    deinit { Self.remove(path) }

    static func remove(_ path: String) {
        for name in names(in: path) { remove(path + "/" + name) }
        if unlink(path) != 0 { rmdir(path) }
    }

    static func names(in path: String) -> [String] {
        guard let directory = opendir(path) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    static func read(_ path: String) throws -> [UInt8] {
        guard let file = fopen(path, "rb") else { throw TroubleWithTheTest(what: path) }
        defer { fclose(file) }
        fseek(file, 0, SEEK_END)
        var bytes = [UInt8](repeating: 0, count: ftell(file))
        rewind(file)
        guard fread(&bytes, 1, bytes.count, file) == bytes.count else { throw TroubleWithTheTest(what: path) }
        return bytes
    }

    /// As a new file, since cutting one short and filling it again waits for the disk on some file systems.
    static func write(_ bytes: [UInt8], to path: String) throws {
        unlink(path)
        guard let file = fopen(path, "wb") else { throw TroubleWithTheTest(what: path) }
        defer { fclose(file) }
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw TroubleWithTheTest(what: path) }
    }

    func makeFolder(_ name: String) -> String {
        mkdir(path + "/" + name, 0o777)
        return path + "/" + name
    }
}

/// Small models with random weights.
enum Samples {
    static let words = ["가", "나", "다", " ", "\\", "\n", "👍🏽"]

    static let layers = NetworkConfiguration(layers: [
        .embedding(inputDimension: 9 + 11 + 13, outputDimension: 4),
        .dropout(rate: 0.3, sharedOverTime: true),
        .bidirectional(.lstm(RecurrentOptions(units: 3, returnSequences: true))),
        .gru(RecurrentOptions(units: 5, returnSequences: true)),
        .globalPooling([.max, .mean]),
        .dense(units: 2, activation: .softmax),
    ])

    static let card = ModelCard(
        description: "A model \"of tests\": 가\nsecond line", languages: ["ko", "en"], data: "none: at all",
        license: "CC0-1.0",
        metrics: [ModelCard.Metric(name: "accuracy", value: 0.875, measuredOn: "eight rows")])

    static func model(
        name: String = "sample", layers: NetworkConfiguration = layers, seed: UInt64 = 1
    ) throws -> Model {
        var generator = SeededGenerator(state: seed)
        var weights: [String: Tensor] = [:]
        for (name, shape) in try Network.expectedWeights(of: layers) {
            let values = (0..<shape.reduce(1, *)).map { _ in Float.random(in: -1...1, using: &generator) }
            weights[name] = Tensor(shape: shape, values: .float32(values))
        }
        return try Model(
            name: name, labels: ["나쁨", "좋음"], pipeline: pipeline(),
            network: try Network(configuration: layers, weights: weights), card: card)
    }

    /// Nine ids of characters, and the boundary.
    static func translator(seed: UInt64 = 1) throws -> Model {
        let steps = RecurrentOptions(units: 4, returnSequences: true)
        let configuration = NetworkConfiguration(
            layers: [.embedding(inputDimension: 10, outputDimension: 3), .gru(steps)],
            decoder: [.gru(steps), .attention, .dense(units: 10, activation: .softmax)])
        var generator = SeededGenerator(state: seed)
        var weights: [String: Tensor] = [:]
        for (name, shape) in try Network.expectedWeights(of: configuration) {
            let values = (0..<shape.reduce(1, *)).map { _ in Float.random(in: -1...1, using: &generator) }
            weights[name] = Tensor(shape: shape, values: .float32(values))
        }
        let pipeline = try TextPipeline(
            configuration: TextPipelineConfiguration(
                normalization: NormalizationOptions(lowercase: false, foldRepeats: nil), segmentation: .character,
                maximumLength: 12),
            vocabulary: try Vocabulary(words: words))
        return try Model(
            name: "sample", task: .translate, labels: [], pipeline: pipeline,
            network: try Network(configuration: configuration, weights: weights), card: card)
    }

    static func pipeline() throws -> TextPipeline {
        try TextPipeline(
            configuration: TextPipelineConfiguration(
                normalization: NormalizationOptions(lowercase: false, foldRepeats: nil),
                segmentation: .characterNGrams(buckets: [11, 13]), maximumLength: 12),
            vocabulary: try Vocabulary(words: words))
    }

    static func predict(_ model: Model, _ text: String) -> [Float] {
        let encoded = model.pipeline.encode(text)
        return encoded.ids.withUnsafeBufferPointer { model.network.predict(ids: $0, width: encoded.width) }
    }
}

/// Repeatable random numbers: splitmix64.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}

/// A safetensors file with whatever header one likes.
func safeTensors(header: String, data: [UInt8]) -> [UInt8] {
    let length = UInt64(header.utf8.count)
    return (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) } + Array(header.utf8) + data
}
