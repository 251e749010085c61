#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The softmax cross-entropy of one shard, from logits as Keras computes it after a final softmax.
struct SoftmaxCrossEntropy {
    /// y (1 − s) + s / classes.
    var labelSmoothing: Float
    /// Sums over the rows.
    private(set) var loss = 0.0
    private(set) var correct = 0

    init(labelSmoothing: Float) {
        self.labelSmoothing = labelSmoothing
    }

    /// logits (rows, classes) become probabilities. Where `gradientScale` is given they become ∂L/∂logits of the
    /// loss summed over the rows, each times its weight, and multiplied by it.
    mutating func callAsFunction(
        _ logits: Floats, rows: Int, classes: Int, labels: UnsafePointer<Int32>, weights: ConstantFloats,
        gradientScale: Float?
    ) {
        let rest = labelSmoothing / Float(classes)
        for row in 0..<rows {
            let z = logits + row * classes
            let label = Int(labels[row])
            var best = 0
            var top = -Float.infinity
            var sum = 0.0
            for c in 0..<classes where z[c] > top {
                top = z[c]
                best = c
            }
            for c in 0..<classes { sum += exp(Double(z[c] - top)) }
            let logSum = log(sum)
            var target = Double(z[label] - top) * Double(1 - labelSmoothing)
            if rest > 0 { for c in 0..<classes { target += Double(z[c] - top) * Double(rest) } }
            loss += (logSum - target) * Double(weights[row])
            if best == label, top > -.infinity { correct += 1 }
            for c in 0..<classes {
                let probability = Float(exp(Double(z[c] - top) - logSum))
                guard let scale = gradientScale.map({ $0 * weights[row] }) else {
                    z[c] = probability
                    continue
                }
                z[c] = (probability - rest - (c == label ? 1 - labelSmoothing : 0)) * scale
            }
        }
    }
}
