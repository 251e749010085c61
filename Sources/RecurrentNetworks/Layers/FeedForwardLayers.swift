import Numerics

/// The packed kernel of a Dense layer as its shards share it.
final class DenseWeights {
    let features: Int
    let units: Int
    let kernelOffset: Int
    let biasOffset: Int
    let kernel: PackedMatrix
    let transposed: PackedMatrix

    init(_ kernels: Kernels, name: String, features: Int, units: Int, layout: ParameterLayout) {
        self.features = features
        self.units = units
        kernelOffset = layout.offset(of: name + "/kernel")
        biasOffset = layout.offset(of: name + "/bias")
        kernel = PackedMatrix(kernels, offset: kernelOffset, stride: units, k: features, n: units)
        transposed = PackedMatrix(
            kernels, offset: kernelOffset, stride: units, k: units, n: features, transposed: true)
    }
}

/// activation(x·W + b), on a vector or on every step.
final class DenseLayer: ShardLayer {
    private let weights: DenseWeights
    private let activation: ActivationStep
    private let shape: LayerShape
    private let kernels: Kernels
    private let output = Scratch<Float>()
    private let dInput = Scratch<Float>()
    private var x: ConstantFloats

    /// `activation` is linear for the last layer of a classifier, whose loss takes the logits.
    init(_ kernels: Kernels, _ weights: DenseWeights, activation: Activation, shape: LayerShape) {
        self.kernels = kernels
        self.weights = weights
        self.activation = ActivationStep(activation)
        self.shape = shape
        x = ConstantFloats(output.start)
    }

    func forward(_ context: ShardContext, _ input: ConstantFloats) -> Floats {
        let (rows, units) = (context.rows(of: shape), weights.units)
        x = input
        let y = output.room(for: rows * units)
        weights.kernel.multiply(
            y, stride: units, input, stride: weights.features, bias: context.dense + weights.biasOffset, rows: rows)
        activation.forward(kernels, y, rows: rows, units)
        return y
    }

    func backward(_ context: ShardContext, _ dOutput: Floats) -> Floats {
        let (rows, units, features) = (context.rows(of: shape), weights.units, weights.features)
        activation.backward(kernels, output.start, dOutput, rows: rows, units)
        let gradient = context.gradient.start
        kernels.multiplyTransposed(
            gradient + weights.kernelOffset, stride: units, x, stride: features, dOutput, stride: units, m: features,
            n: units, k: rows)
        kernels.sumRows(rows: rows, units, dOutput, into: gradient + weights.biasOffset)
        let dx = dInput.room(for: rows * features)
        weights.transposed.multiply(dx, stride: features, dOutput, stride: units, rows: rows)
        return dx
    }
}

/// Inverted dropout: what is kept is divided by the share that is kept.
final class DropoutLayer: ShardLayer {
    private let rate: Float
    private let shared: Bool
    private let shape: LayerShape
    private let index: Int
    private let kernels: Kernels
    private let output = Scratch<Float>()
    private let factors = Scratch<Float>()

    init(_ kernels: Kernels, rate: Float, sharedOverTime: Bool, shape: LayerShape, index: Int) {
        self.kernels = kernels
        self.rate = rate
        shared = sharedOverTime
        self.shape = shape
        self.index = index
    }

    func forward(_ context: ShardContext, _ input: ConstantFloats) -> Floats {
        // Layers only read their input, whatever its type says; the copy is made where there is something to drop.
        guard context.training, rate > 0 else { return Floats(mutating: input) }
        let batch = context.batch
        let features = shape.features
        let count = context.rows(of: shape) * features
        let y = output.room(for: count)
        y.update(from: input, count: count)
        draw(shared ? batch.rows * features : count, from: context.stream(for: index))
        apply(batch, to: y, count: count)
        return y
    }

    func backward(_ context: ShardContext, _ dOutput: Floats) -> Floats {
        if context.training, rate > 0 {
            apply(context.batch, to: dOutput, count: context.rows(of: shape) * shape.features)
        }
        return dOutput
    }

    private func apply(_ batch: PackedBatch, to values: Floats, count: Int) {
        guard shared else { return kernels.multiply(count, factors.start, into: values) }
        // The rows of a step are the first rows of the batch, and so are their factors.
        for t in 0..<batch.steps {
            kernels.multiply(
                batch.active.start[t] * shape.features, factors.start,
                into: values + batch.offset.start[t] * shape.features)
        }
    }

    /// Four factors from each draw: a rate is exact to 1/65536.
    private func draw(_ count: Int, from stream: RandomStream) {
        var stream = stream
        let f = factors.room(for: count + 3)
        let threshold = UInt64((rate * 65536).rounded())
        let kept = 1 / (1 - rate)
        var i = 0
        while i < count {
            var bits = stream.next()
            for j in 0..<4 {
                f[i + j] = bits & 0xFFFF < threshold ? 0 : kept
                bits >>= 16
            }
            i += 4
        }
    }
}
