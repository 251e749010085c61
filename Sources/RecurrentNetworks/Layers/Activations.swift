import Numerics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension Activation {
    /// a(x) in place, over rows of `count` numbers. Both engines compute with this one.
    func apply(_ kernels: Kernels, _ x: Floats, rows: Int, _ count: Int) {
        let all = rows * count
        switch self {
        case .linear: break
        case .tanh: kernels.tanh(all, x, into: x)
        case .sigmoid: kernels.sigmoid(all, x, into: x)
        case .relu: for i in 0..<all { x[i] = x[i] < 0 ? 0 : x[i] }
        case .softmax: for row in 0..<rows { RecurrentNetworks.softmax(count, x + row * count) }
        case .elu: for i in 0..<all where x[i] < 0 { x[i] = expm1f(x[i]) }
        case .selu:
            for i in 0..<all { x[i] = Self.seluScale * (x[i] < 0 ? Self.seluAlpha * expm1f(x[i]) : x[i]) }
        case .gelu: for i in 0..<all { x[i] *= Self.normalDistribution(x[i]) }
        case .softplus: for i in 0..<all { x[i] = max(x[i], 0) + log1pf(expf(-abs(x[i]))) }
        case .softsign: for i in 0..<all { x[i] /= 1 + abs(x[i]) }
        case .silu: for i in 0..<all { x[i] *= Self.logistic(x[i]) }
        case .hardSigmoid: for i in 0..<all { x[i] = min(max(x[i] + 3, 0), 6) / 6 }
        case .leakyReLU: for i in 0..<all { x[i] = x[i] < 0 ? Self.leak * x[i] : x[i] }
        case .exponential: for i in 0..<all { x[i] = expf(x[i]) }
        }
    }

    /// The slope is computed from x; of the others a(x) is enough.
    fileprivate var slopeNeedsInput: Bool { self == .gelu || self == .silu }

    /// d, which is ∂L/∂a(x), becomes ∂L/∂x. `y` is a(x); `x` is read where `slopeNeedsInput`.
    func applySlope(
        _ kernels: Kernels, y: ConstantFloats, x: ConstantFloats, to d: Floats, rows: Int, _ count: Int
    ) {
        let all = rows * count
        switch self {
        case .linear: break
        case .tanh: kernels.tanhBackward(all, y, d)
        case .sigmoid: kernels.sigmoidBackward(all, y, d)
        case .relu: for i in 0..<all { d[i] = y[i] <= 0 ? 0 : d[i] }
        case .softmax:
            for row in 0..<rows {
                let (p, g) = (y + row * count, d + row * count)
                let inner = kernels.dot(count, p, g)
                for i in 0..<count { g[i] = p[i] * (g[i] - inner) }
            }
        case .elu: for i in 0..<all where y[i] < 0 { d[i] *= y[i] + 1 }
        case .selu:
            let floor = Self.seluScale * Self.seluAlpha
            for i in 0..<all { d[i] *= y[i] < 0 ? y[i] + floor : Self.seluScale }
        case .gelu:
            for i in 0..<all {
                let density = expf(-0.5 * x[i] * x[i]) * 0.398_942_28  // 1/√(2π)
                d[i] *= Self.normalDistribution(x[i]) + x[i] * density
            }
        case .softplus: for i in 0..<all { d[i] *= -expm1f(-y[i]) }
        case .softsign: for i in 0..<all { d[i] *= (1 - abs(y[i])) * (1 - abs(y[i])) }
        case .silu:
            for i in 0..<all {
                let share = Self.logistic(x[i])
                d[i] *= share * (1 + x[i] * (1 - share))
            }
        case .hardSigmoid: for i in 0..<all { d[i] = y[i] > 0 && y[i] < 1 ? d[i] / 6 : 0 }
        case .leakyReLU: for i in 0..<all where y[i] < 0 { d[i] *= Self.leak }
        case .exponential: kernels.multiply(all, y, into: d)
        }
    }

    /// Klambauer et al. 2017.
    private static let seluAlpha: Float = 1.673_263_2
    private static let seluScale: Float = 1.050_701
    /// Keras's `negative_slope`.
    private static let leak: Float = 0.2

    /// Φ(x), without cancellation where x is far below 0.
    private static func normalDistribution(_ x: Float) -> Float { 0.5 * erfcf(-x * 0.707_106_77) }

    private static func logistic(_ x: Float) -> Float { 1 / (1 + expf(-x)) }
}

/// exp(xᵢ − max)/Σ in place.
func softmax(_ count: Int, _ x: Floats) {
    var top = -Float.infinity
    for i in 0..<count { top = max(top, x[i]) }
    var sum: Float = 0
    for i in 0..<count {
        x[i] = expf(x[i] - top)
        sum += x[i]
    }
    for i in 0..<count { x[i] /= sum }
}

/// An activation at work on one shard: it keeps what its slope is computed from.
struct ActivationStep {
    let activation: Activation
    private let before = Scratch<Float>()

    init(_ activation: Activation) {
        self.activation = activation
    }

    /// In place; what `y` becomes must stand until `backward`.
    func forward(_ kernels: Kernels, _ y: Floats, rows: Int, _ count: Int) {
        if activation.slopeNeedsInput { before.room(for: rows * count).update(from: y, count: rows * count) }
        activation.apply(kernels, y, rows: rows, count)
    }

    func backward(_ kernels: Kernels, _ y: ConstantFloats, _ d: Floats, rows: Int, _ count: Int) {
        activation.applySlope(kernels, y: y, x: before.start, to: d, rows: rows, count)
    }
}

/// `keras.layers.Activation`, on a vector or on every step.
final class ActivationLayer: ShardLayer {
    private let step: ActivationStep
    private let shape: LayerShape
    private let kernels: Kernels
    private let output = Scratch<Float>()

    init(_ kernels: Kernels, _ activation: Activation, shape: LayerShape) {
        self.kernels = kernels
        self.shape = shape
        step = ActivationStep(activation)
    }

    func forward(_ context: ShardContext, _ input: ConstantFloats) -> Floats {
        let rows = context.rows(of: shape)
        let y = output.room(for: rows * shape.features)
        y.update(from: input, count: rows * shape.features)
        step.forward(kernels, y, rows: rows, shape.features)
        return y
    }

    func backward(_ context: ShardContext, _ dOutput: Floats) -> Floats {
        step.backward(kernels, output.start, dOutput, rows: context.rows(of: shape), shape.features)
        return dOutput
    }
}
