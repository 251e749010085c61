import Numerics

/// Inverted dropout: 0 where a value is dropped, and what the kept ones are divided by the share that is kept.
final class DropoutFactors {
    let rate: Float
    private let factors = Scratch<Float>()

    init(rate: Float) {
        self.rate = rate
    }

    var start: ConstantFloats { ConstantFloats(factors.start) }

    /// Four factors from each draw: a rate is exact to 1/65536.
    func draw(_ count: Int, from stream: RandomStream) {
        var stream = stream
        let f = factors.room(for: count + 3)
        let threshold = Self.threshold(of: rate)
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

    /// What 16 random bits must reach for a value to be kept.
    static func threshold(of rate: Float) -> UInt64 { UInt64((rate * 65536).rounded()) }

    /// Multiplies the first `count` values.
    func apply(_ kernels: Kernels, to values: Floats, count: Int) { kernels.multiply(count, start, into: values) }

    /// The factors are (rows, features), the values (places, features): every step of a row has the same.
    func apply(_ kernels: Kernels, toEveryStepOf batch: PackedBatch, _ values: Floats, features: Int) {
        // The rows of a step are the first rows of the batch, and so are their factors.
        for t in 0..<batch.steps {
            apply(
                kernels, to: values + batch.offset.start[t] * features, count: batch.active.start[t] * features)
        }
    }
}

/// DropConnect on a recurrent kernel (Wan et al. 2013; the weight drop of AWD-LSTM, Merity et al. 2018): a part of its
/// weights is 0 during a batch, the same for all rows and steps.
final class WeightDrop {
    private let kernels: Kernels
    private let offset: Int
    private let count: Int
    private let key: UInt64
    private let matrices: [PackedMatrix]
    private let factors: DropoutFactors
    /// (count): what is left of the kernel.
    private let kernel: Scratch<Float>
    private var isDropping = false

    /// `matrices` are packed from the `count` dense weights at `offset`. `key` tells kernels apart.
    init(_ kernels: Kernels, rate: Float, offset: Int, count: Int, key: UInt64, matrices: [PackedMatrix]) {
        self.kernels = kernels
        self.offset = offset
        self.count = count
        self.key = key
        self.matrices = matrices
        factors = DropoutFactors(rate: rate)
        kernel = Scratch(count)
    }

    /// Packs what the next batch computes with: a part of the kernel while training, else all of it.
    func prepare(training: Bool, seed: UInt64, step: UInt64, _ dense: ConstantFloats) {
        guard training else {
            if isDropping { for matrix in matrices { matrix.refresh(from: dense) } }
            isDropping = false
            return
        }
        isDropping = true
        factors.draw(count, from: RandomStream(seed, 0xD3, step, key))
        kernel.start.update(from: dense + offset, count: count)
        factors.apply(kernels, to: kernel.start, count: count)
        for matrix in matrices { matrix.refresh(from: kernel.start, first: offset) }
    }

    /// The gradient of the kernel from that of what was left of it.
    func apply(to gradient: Floats) {
        if isDropping { factors.apply(kernels, to: gradient + offset, count: count) }
    }
}
