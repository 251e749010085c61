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
    let kind = weight.name.split(separator: "/").last ?? ""
    let rows = weight.shape[0]
    let columns = weight.shape.count > 1 ? weight.shape[1] : 1
    switch kind {
    case "embeddings": return uniform(weight.count, limit: 0.05, from: &stream)
    case "kernel":
        // glorot_uniform (Glorot, Bengio 2010) over the whole matrix, all gates together, as Keras does.
        return uniform(weight.count, limit: (6 / Double(rows + columns)).squareRoot(), from: &stream)
    case "recurrent_kernel": return orthogonal(rows: rows, columns: columns, from: &stream)
    case "gamma": return [Float](repeating: 1, count: weight.count)
    // Attention that starts at 0 starts as the mean.
    case "attention", "beta": return [Float](repeating: 0, count: weight.count)
    default:
        var bias = [Float](repeating: 0, count: weight.count)
        var inner = layer
        if case .bidirectional(let wrapped, _) = layer { inner = wrapped }
        if case .lstm(let options) = inner {
            // unit_forget_bias (Jozefowicz et al. 2015): gates i f c o.
            for i in options.units..<2 * options.units { bias[i] = 1 }
        }
        return bias
    }
}

private func uniform(_ count: Int, limit: Double, from stream: inout RandomStream) -> [Float] {
    var values = [Float](repeating: 0, count: count)
    for i in values.indices { values[i] = Float((2 * stream.uniform() - 1) * limit) }
    return values
}

/// Keras's Orthogonal: Q of a normal matrix (max, min) with the signs that make R's diagonal positive, transposed
/// when rows < columns. Gram–Schmidt gives just these signs; each vector is projected twice, which is enough to
/// keep them orthogonal to rounding (Giraud et al. 2005).
private func orthogonal(rows: Int, columns: Int, from stream: inout RandomStream) -> [Float] {
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
