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
        if context.wantsWeightGradients {
            let gradient = context.gradient.start
            kernels.multiplyTransposed(
                gradient + weights.kernelOffset, stride: units, x, stride: features, dOutput, stride: units,
                m: features, n: units, k: rows)
            kernels.sumRows(rows: rows, units, dOutput, into: gradient + weights.biasOffset)
        }
        let dx = dInput.room(for: rows * features)
        weights.transposed.multiply(dx, stride: features, dOutput, stride: units, rows: rows)
        return dx
    }
}

/// `keras.layers.Dropout`.
final class DropoutLayer: ShardLayer {
    private let shared: Bool
    private let shape: LayerShape
    private let index: Int
    private let kernels: Kernels
    private let output = Scratch<Float>()
    private let factors: DropoutFactors

    init(_ kernels: Kernels, rate: Float, sharedOverTime: Bool, shape: LayerShape, index: Int) {
        self.kernels = kernels
        shared = sharedOverTime
        self.shape = shape
        self.index = index
        factors = DropoutFactors(rate: rate)
    }

    func forward(_ context: ShardContext, _ input: ConstantFloats) -> Floats {
        // Layers only read their input, whatever its type says; the copy is made where there is something to drop.
        guard context.training, factors.rate > 0 else { return Floats(mutating: input) }
        let features = shape.features
        let count = context.rows(of: shape) * features
        let y = output.room(for: count)
        y.update(from: input, count: count)
        factors.draw(shared ? context.batch.rows * features : count, from: context.stream(.dropout, index))
        apply(context, to: y)
        return y
    }

    func backward(_ context: ShardContext, _ dOutput: Floats) -> Floats {
        if context.training, factors.rate > 0 { apply(context, to: dOutput) }
        return dOutput
    }

    private func apply(_ context: ShardContext, to values: Floats) {
        if shared {
            factors.apply(kernels, toEveryStepOf: context.batch, values, features: shape.features)
        } else {
            factors.apply(kernels, to: values, count: context.rows(of: shape) * shape.features)
        }
    }
}
