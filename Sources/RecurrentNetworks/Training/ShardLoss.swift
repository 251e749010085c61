import Numerics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The loss of one shard's outputs, and its slope.
struct ShardLoss {
    let loss: Loss
    /// y (1 − s) + s / classes, in the cross-entropies.
    let labelSmoothing: Float
    private let kernels: Kernels
    /// Over the outputs that count, each times its weight.
    private(set) var sum = 0.0
    /// Outputs whose largest unit is that of the target; of binary targets the share of the units that are right.
    private(set) var correct = 0.0

    init(_ loss: Loss, labelSmoothing: Float, _ kernels: Kernels) {
        self.loss = loss
        self.labelSmoothing = labelSmoothing
        self.kernels = kernels
    }

    /// Adds what a CRF's own loss came to.
    mutating func add(_ chain: (sum: Double, correct: Double)) {
        sum += chain.sum
        correct += chain.correct
    }

    /// output (batch.outputs, width): logits of a cross-entropy become probabilities, estimates stay what they are.
    /// Where `gradientScale` is given all become ∂/∂output of the sum, multiplied by it.
    mutating func callAsFunction(_ output: Floats, _ batch: PackedBatch, width: Int, gradientScale: Float?) {
        for index in 0..<batch.outputs {
            let z = output + index * width
            let weight = batch.weights.start[index]
            let values = batch.values.start + index * width
            let scale = gradientScale.map { $0 * weight }
            switch loss {
            case .crossEntropy:
                if batch.hasLabels {
                    let label = Int(batch.labels.start[index])
                    if width >= Self.manyClasses {
                        crossEntropy(z, width, weight, scale, label: label)
                    } else {
                        crossEntropy(z, width, weight, scale, largest: label) { $0 == label ? 1 : 0 }
                    }
                } else {
                    let largest = (0..<width).max { values[$0] < values[$1] } ?? 0
                    crossEntropy(z, width, weight, scale, largest: largest) { values[$0] }
                }
            case .binaryCrossEntropy: binaryCrossEntropy(z, values, width, weight, scale)
            case .meanSquaredError: estimate(z, values, width, weight, scale) { error, _ in (error * error, 2 * error) }
            case .meanAbsoluteError:
                estimate(z, values, width, weight, scale) { error, _ in
                    (abs(error), error > 0 ? 1 : error < 0 ? -1 : 0)
                }
            case .huber(let delta):
                estimate(z, values, width, weight, scale) { error, _ in
                    let size = abs(error)
                    return size <= delta
                        ? (error * error / 2, error) : (delta * size - delta * delta / 2, error > 0 ? delta : -delta)
                }
            case .quantile(let quantiles):
                estimate(z, values, width, weight, scale) { error, unit in
                    let quantile = quantiles[unit % quantiles.count]
                    let slope = error > 0 ? 1 - quantile : error < 0 ? -quantile : 0
                    return (slope * error, slope)
                }
            }
        }
    }

    /// From logits, as Keras computes it after a final softmax.
    @inline(__always)
    private mutating func crossEntropy(
        _ z: Floats, _ classes: Int, _ weight: Float, _ scale: Float?, largest: Int, _ target: (Int) -> Float
    ) {
        let (rest, share) = (labelSmoothing / Float(classes), 1 - labelSmoothing)
        var best = 0
        var top = -Float.infinity
        for c in 0..<classes where z[c] > top {
            top = z[c]
            best = c
        }
        var exponentials = 0.0
        for c in 0..<classes { exponentials += exp(Double(z[c] - top)) }
        let logSum = log(exponentials)
        if weight > 0 {
            var (all, hit) = (0.0, 0.0)
            for c in 0..<classes {
                let y = Double(target(c) * share + rest)
                if y != 0 {
                    all += y
                    hit += y * Double(z[c] - top)
                }
            }
            sum += (all * logSum - hit) * Double(weight)
            if best == largest, top > -.infinity { correct += 1 }
        }
        for c in 0..<classes {
            let probability = Float(exp(Double(z[c] - top) - logSum))
            z[c] = scale.map { (probability - (target(c) * share + rest)) * $0 } ?? probability
        }
    }

    /// From so many on the kernels compute what few classes have in double: of 2,000 the loss takes a twentieth of the
    /// time.
    static let manyClasses = 64

    /// The same for many classes, with a label: −1 where there is none.
    private mutating func crossEntropy(
        _ z: Floats, _ classes: Int, _ weight: Float, _ scale: Float?, label: Int
    ) {
        let (rest, share) = (labelSmoothing / Float(classes), 1 - labelSmoothing)
        let top = kernels.largest(classes, z)
        // Of equals, the first is the largest.
        let isRight = label >= 0 && z[label] == top && top > -.infinity && !(0..<label).contains { z[$0] == top }
        var hit = 0.0
        if weight > 0, label >= 0 {
            hit = Double(share) * Double(z[label] - top)
            if rest != 0 { for c in 0..<classes { hit += Double(rest) * Double(z[c] - top) } }
        }
        let exponentials = kernels.exponentials(classes, minus: top, z, into: z)
        if weight > 0 {
            sum += (log(exponentials) - hit) * Double(weight)
            if isRight { correct += 1 }
        }
        kernels.scale(classes, by: Float(Double(scale ?? 1) / exponentials), z)
        guard let scale, label >= 0 else { return }
        if rest != 0 { for c in 0..<classes { z[c] -= rest * scale } }
        z[label] -= share * scale
    }

    /// From logits, as Keras computes it after a final sigmoid.
    private mutating func binaryCrossEntropy(
        _ z: Floats, _ values: ConstantFloats, _ units: Int, _ weight: Float, _ scale: Float?
    ) {
        var (all, right) = (0.0, 0)
        for i in 0..<units {
            let x = Double(z[i])
            let y = values[i] * (1 - labelSmoothing) + labelSmoothing / 2
            all += max(x, 0) - x * Double(y) + log1p(exp(-abs(x)))
            if (x > 0) == (values[i] > 0.5) { right += 1 }
            let probability = Float(1 / (1 + exp(-x)))
            z[i] = scale.map { (probability - y) / Float(units) * $0 } ?? probability
        }
        sum += all / Double(units) * Double(weight)
        if weight > 0 { correct += Double(right) / Double(units) }
    }

    /// `measure`: the loss of an error, estimate − target, and its slope.
    @inline(__always)
    private mutating func estimate(
        _ z: Floats, _ values: ConstantFloats, _ units: Int, _ weight: Float, _ scale: Float?,
        _ measure: (_ error: Float, _ unit: Int) -> (loss: Float, slope: Float)
    ) {
        var all = 0.0
        for i in 0..<units {
            let (loss, slope) = measure(z[i] - values[i], i)
            all += Double(loss)
            if let scale { z[i] = slope / Float(units) * scale }
        }
        sum += all / Double(units) * Double(weight)
    }
}
