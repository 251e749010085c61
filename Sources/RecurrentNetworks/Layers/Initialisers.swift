/// The initial weights of a network, drawn as Keras's initialisers draw them (not the same numbers: the same
/// distributions). Each weight has a stream of its own, so that a layer more leaves the others as they were.
package func initialWeights(of plan: NetworkPlan, seed: UInt64) -> [String: Tensor] {
    var weights: [String: Tensor] = [:]
    for layer in plan.layers {
        for weight in layer.weights {
            var stream = RandomStream(seed, purpose, hash(of: weight.name))
            weights[weight.name] = Tensor(
                shape: weight.shape,
                values: .float32(initialValues(of: weight, in: layer.configuration, from: &stream)))
        }
    }
    return weights
}

private let purpose: UInt64 = 0x1717

/// FNV-1a: Swift's own hash differs from run to run.
private func hash(of name: String) -> UInt64 {
    name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
}

private func initialValues(
    of weight: WeightPlan, in layer: LayerConfiguration, from stream: inout RandomStream
) -> [Float] {
    var inner = layer
    if case .bidirectional(let wrapped, _) = layer { inner = wrapped }
    let initialiser: Initialiser
    switch weight.name.split(separator: "/").last {
    case "embeddings": initialiser = layer.embeddingOptions?.initialiser ?? .embeddings
    case "kernel": initialiser = inner.recurrent?.options.kernelInitialiser ?? .glorotUniform
    case "recurrent_kernel": initialiser = inner.recurrent?.options.recurrentInitialiser ?? .orthogonal
    case "gamma": initialiser = .ones
    // Biases; and attention, which so starts as the mean.
    default: initialiser = .zeros
    }
    var values = initialiser.values(
        rows: weight.shape[0], columns: weight.shape.count > 1 ? weight.shape[1] : 1, from: &stream)
    if case .lstm(let options) = inner, options.unitForgetBias, weight.name.hasSuffix("/bias") {
        // Gates i f c o.
        for i in options.units..<2 * options.units { values[i] = 1 }
    }
    return values
}

/// How a weight's first values are drawn, by Keras's classes.
package enum Initialiser: Sendable, Equatable {
    case zeros, ones
    /// U(−l, l) with l = √(6 / (rows + columns)) over the whole matrix, all gates together (Glorot, Bengio 2010).
    case glorotUniform
    /// Orthonormal rows, or columns where these are fewer (Saxe et al. 2014).
    case orthogonal
    case randomUniform(minimum: Double = -0.05, maximum: Double = 0.05)
    /// N(0, deviation²).
    case randomNormal(deviation: Double = 0.05)

    /// Keras's `"uniform"`, the default of its Embedding.
    package static let embeddings = Initialiser.randomUniform()

    /// What came, and what is needed; nil where nothing is wrong.
    var fault: (came: String, needed: String)? {
        switch self {
        case .zeros, .ones, .glorotUniform, .orthogonal: nil
        case .randomUniform(let minimum, let maximum):
            minimum <= maximum && (maximum - minimum).isFinite
                ? nil : ("minval \(minimum) and maxval \(maximum)", "two numbers, the smaller first")
        case .randomNormal(let deviation):
            deviation >= 0 && deviation.isFinite ? nil : ("stddev \(deviation)", "a number of 0 or more")
        }
    }

    func values(rows: Int, columns: Int, from stream: inout RandomStream) -> [Float] {
        let count = rows * columns
        switch self {
        case .zeros: return [Float](repeating: 0, count: count)
        case .ones: return [Float](repeating: 1, count: count)
        case .glorotUniform:
            let limit = (6 / Double(rows + columns)).squareRoot()
            return uniform(count, middle: 0, limit: limit, from: &stream)
        case .orthogonal: return orthogonalMatrix(rows: rows, columns: columns, from: &stream)
        case .randomUniform(let minimum, let maximum):
            return uniform(count, middle: (minimum + maximum) / 2, limit: (maximum - minimum) / 2, from: &stream)
        case .randomNormal(let deviation):
            var values = [Float](repeating: 0, count: count)
            for i in values.indices { values[i] = Float(stream.normal() * deviation) }
            return values
        }
    }
}

private func uniform(
    _ count: Int, middle: Double, limit: Double, from stream: inout RandomStream
) -> [Float] {
    var values = [Float](repeating: 0, count: count)
    for i in values.indices { values[i] = Float(middle + (2 * stream.uniform() - 1) * limit) }
    return values
}

/// Keras's Orthogonal: Q of a normal matrix (max, min) with the signs that make R's diagonal positive, transposed
/// when rows < columns. Gram–Schmidt gives just these signs; each vector is projected twice, which is enough to
/// keep them orthogonal to rounding (Giraud et al. 2005).
private func orthogonalMatrix(rows: Int, columns: Int, from stream: inout RandomStream) -> [Float] {
    let length = max(rows, columns)
    let count = min(rows, columns)
    var vectors: [[Double]] = []
    for _ in 0..<count {
        var vector = [Double](repeating: 0, count: length)
        for i in vector.indices { vector[i] = stream.normal() }
        for _ in 0..<2 {
            for other in vectors {
                var projection = 0.0
                for i in 0..<length { projection += other[i] * vector[i] }
                for i in 0..<length { vector[i] -= projection * other[i] }
            }
        }
        var squares = 0.0
        for value in vector { squares += value * value }
        let scale = 1 / squares.squareRoot()
        for i in vector.indices { vector[i] *= scale }
        vectors.append(vector)
    }
    var values = [Float](repeating: 0, count: rows * columns)
    for (v, vector) in vectors.enumerated() {
        for (i, value) in vector.enumerated() {
            values[rows <= columns ? v * columns + i : i * columns + v] = Float(value)
        }
    }
    return values
}
