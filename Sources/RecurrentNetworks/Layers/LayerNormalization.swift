import Numerics

/// y = (x − mean) / √(variance + epsilon), the mean and the variance those of these `count` numbers (Ba, Kiros,
/// Hinton 2016). Returns 1/√(variance + epsilon).
@discardableResult
func normalise(_ count: Int, _ x: ConstantFloats, epsilon: Float, into y: Floats) -> Float {
    let mean = sum8(count, { x.load8($0) }, { x[$0] }) / Float(count)
    let squares = sum8(
        count,
        {
            let distance = x.load8($0) - mean
            return distance * distance
        }, { (x[$0] - mean) * (x[$0] - mean) })
    let inverse = 1 / (squares / Float(count) + epsilon).squareRoot()
    let eights = count & ~7
    var i = 0
    while i < eights {
        y.store8((x.load8(i) - mean) * inverse, i)
        i += 8
    }
    for i in eights..<count { y[i] = (x[i] - mean) * inverse }
    return inverse
}

/// Σ over 0..<count, eight at a time.
@inline(__always)
private func sum8(_ count: Int, _ eight: (Int) -> Floats8, _ one: (Int) -> Float) -> Float {
    var sums = Floats8.zero
    let eights = count & ~7
    var i = 0
    while i < eights {
        sums += eight(i)
        i += 8
    }
    var sum = sums.sum()
    for i in eights..<count { sum += one(i) }
    return sum
}

/// `keras.layers.LayerNormalization` over the last axis, on a vector or on every step: gamma ⊙ normalised + beta.
final class LayerNormalizationLayer: ShardLayer {
    private let epsilon: Float
    private let shape: LayerShape
    private let gammaOffset: Int
    private let betaOffset: Int
    private let kernels: Kernels
    private let output = Scratch<Float>()
    /// (rows, features), and (rows) 1/√(variance + epsilon).
    private let normalised = Scratch<Float>()
    private let inverse = Scratch<Float>()

    init(_ kernels: Kernels, name: String, epsilon: Float, shape: LayerShape, layout: ParameterLayout) {
        self.kernels = kernels
        self.epsilon = epsilon
        self.shape = shape
        gammaOffset = layout.offset(of: name + "/gamma")
        betaOffset = layout.offset(of: name + "/beta")
    }

    func forward(_ context: ShardContext, _ input: ConstantFloats) -> Floats {
        let (rows, count) = (context.rows(of: shape), shape.features)
        let (gamma, beta) = (context.dense + gammaOffset, context.dense + betaOffset)
        let n = normalised.room(for: rows * count)
        let r = inverse.room(for: rows)
        let y = output.room(for: rows * count)
        for row in 0..<rows {
            let at = row * count
            r[row] = normalise(count, input + at, epsilon: epsilon, into: n + at)
            (y + at).update(from: n + at, count: count)
            kernels.multiply(count, gamma, into: y + at)
            kernels.add(count, beta, to: y + at)
        }
        return y
    }

    func backward(_ context: ShardContext, _ dOutput: Floats) -> Floats {
        let (rows, count) = (context.rows(of: shape), shape.features)
        let gamma = context.dense + gammaOffset
        let (dGamma, dBeta) = (context.gradient.start + gammaOffset, context.gradient.start + betaOffset)
        kernels.sumRows(rows: rows, count, dOutput, into: dBeta)
        for row in 0..<rows {
            let (d, n) = (dOutput + row * count, normalised.start + row * count)
            for i in 0..<count { dGamma[i] += d[i] * n[i] }
            kernels.multiply(count, gamma, into: d)
            let mean = sum8(count, { d.load8($0) }, { d[$0] }) / Float(count)
            let inner = kernels.dot(count, d, n) / Float(count)
            let r = inverse.start[row]
            for i in 0..<count { d[i] = (d[i] - mean - n[i] * inner) * r }
        }
        return dOutput
    }
}
