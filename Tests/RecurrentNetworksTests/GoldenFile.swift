import RecurrentNetworks
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A case of a golden file, as the scripts in `Tests/Goldens` write them; `file` is named from there.
struct GoldenCase: CustomTestStringConvertible, Sendable {
    var name = ""
    var layers: [String] = []
    var decoder: [String] = []
    var seed: UInt64 = 0
    var scale = 1.0
    var ids: [[Int32]] = []
    /// What follows other keywords, line by line.
    var numbers: [String: [[Double]]] = [:]

    var testDescription: String { name }

    var configuration: NetworkConfiguration {
        NetworkConfiguration(layers: layers.compactMap(Self.layer), decoder: decoder.compactMap(Self.layer))
    }

    func first(_ keyword: String) -> [Double] { numbers[keyword]?.first ?? [] }

    func network() throws -> Network {
        try #require(configuration.layers.count == layers.count, "an unknown layer in \(layers)")
        var stream = GoldenStream(seed: seed)
        var weights: [String: Tensor] = [:]
        for (name, shape) in try Network.expectedWeights(of: configuration) {
            let count = shape.reduce(1, *)
            weights[name] = Tensor(shape: shape, values: .float32(stream.draw(count, scale: scale).map(Float.init)))
        }
        return try Network(configuration: configuration, weights: weights)
    }

    /// A layer from its golden line: `bidirectional concat lstm 5 sequences`.
    static func layer(_ text: String) -> LayerConfiguration? {
        let words = text.split(separator: " ").map(String.init)
        guard let kind = words.first else { return nil }
        let size = words.count > 1 ? Int(words[1]) : nil
        var options = RecurrentOptions(
            units: size ?? 0, returnSequences: words.contains("sequences"), goBackwards: words.contains("backwards"))
        options.zeroOutputForMask = words.contains("zero_masked")
        options.useBias = !words.contains("no_bias")
        func activation(_ option: String) -> Activation? {
            words.first { $0.hasPrefix(option + "=") }.flatMap {
                Activation(rawValue: String($0.dropFirst(option.count + 1)))
            }
        }
        options.activation = activation("activation") ?? .tanh
        options.recurrentActivation = activation("recurrent_activation") ?? .sigmoid
        switch kind {
        case "input": return size.map { .input(features: $0, isSequence: !words.contains("vector")) }
        case "embedding":
            guard let size, let columns = Int(words[2]) else { return nil }
            return .embedding(inputDimension: size, outputDimension: columns, maskZero: words.contains("mask"))
        case "simple_rnn": return .simpleRNN(options)
        case "gru": return .gru(options, resetAfter: !words.contains("before"))
        case "lstm": return .lstm(options)
        case "bidirectional":
            guard let merge = MergeMode(rawValue: words[1]),
                let inner = layer(words[2...].joined(separator: " "))
            else { return nil }
            return .bidirectional(inner, merge: merge)
        case "dense":
            guard let size, let activation = Activation(rawValue: words[2]) else { return nil }
            return .dense(units: size, activation: activation)
        case "normalization": return .layerNormalization()
        case "activation": return Activation(rawValue: words[1]).map { .activation($0) }
        case "attention": return .globalPooling([.attention])
        case "dot_attention": return .attention
        case "mean": return .globalPooling([.mean])
        case "max": return .globalPooling([.max])
        case "last": return .globalPooling([.last])
        case "dropout": return .dropout(rate: 0.5, sharedOverTime: words.contains("shared"))
        case "crf": return .conditionalRandomField
        default: return nil
        }
    }

    static func all(in file: String) -> [GoldenCase] {
        var cases: [GoldenCase] = []
        var current = GoldenCase()
        for line in text(of: file).split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            let rest = line.drop { $0 != " " }.dropFirst()
            switch words.first {
            case "case": current = GoldenCase(name: String(rest))
            case "layer": current.layers.append(String(rest))
            case "decoder": current.decoder.append(String(rest))
            case "weights":
                current.seed = UInt64(words[1]) ?? 0
                current.scale = Double(words[2]) ?? 0
            case "ids": current.ids.append(words.dropFirst().compactMap { Int32($0) })
            case "end": cases.append(current)
            default: current.numbers[words[0], default: []].append(words.dropFirst().compactMap { Double($0) })
            }
        }
        return cases
    }

    private static func text(of file: String) -> String {
        let tests = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
        guard let stream = fopen("/\(tests)/Goldens/\(file)", "r") else { return "" }
        defer { fclose(stream) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&buffer, 1, buffer.count, stream)
            if count == 0 { break }
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// The stream from which the goldens draw weights and gradients: splitmix64 in steps of 2⁻²⁴.
struct GoldenStream {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func draw(_ count: Int, scale: Double) -> [Double] {
        (0..<count).map { _ in
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            z ^= z >> 31
            return (Double(z >> 40) * 0x1p-24 - 0.5) * scale
        }
    }
}

/// The largest difference of two rows of numbers; infinite when they are not as many, or one is no number.
func difference(_ a: some Collection<Float>, _ b: some Collection<Double>) -> Double {
    guard a.count == b.count else { return .infinity }
    return zip(a, b).reduce(0) { worst, pair in
        let distance = abs(Double(pair.0) - pair.1)
        return distance.isNaN ? .infinity : max(worst, distance)
    }
}

/// The same in units of the numbers that are larger than 1.
func relativeDifference(_ a: some Collection<Float>, _ b: some Collection<Double>) -> Double {
    difference(zip(a, b).map { $0 / max(1, Float(abs($1))) }, a.count == b.count ? b.map { $0 / max(1, abs($0)) } : [])
}
