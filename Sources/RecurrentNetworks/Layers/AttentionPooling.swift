import Numerics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Attention pooling (Yang et al. 2016, without their hidden layer): Σ aₜ xₜ, with a the softmax of xₜ · w over the
/// unmasked steps of a row.
final class AttentionPool {
    private let kernels: Kernels
    private let features: Int
    private let offset: Int
    /// (places): a.
    private let shares = Scratch<Float>()
    /// (rows): the largest score and the sum of a row, or the mean of ∂L/∂a.
    private let tops = Scratch<Float>()
    private let sums = Scratch<Float>()
    private let slopes = Scratch<Float>()

    /// w is the dense weight at `offset`.
    init(_ kernels: Kernels, features: Int, offset: Int) {
        self.kernels = kernels
        self.features = features
        self.offset = offset
    }

    /// Adds to the rows of `y`, `stride` floats from each other.
    func forward(_ context: ShardContext, _ input: ConstantFloats, to y: Floats, stride: Int) {
        let batch = context.batch
        let w = context.dense + offset
        let (a, top, sum) = (shares.room(for: batch.places), tops.room(for: batch.rows), sums.zeros(batch.rows))
        top.update(repeating: -.infinity, count: batch.rows)
        batch.eachValid { row, place in
            a[place] = kernels.dot(features, input + place * features, w)
            top[row] = max(top[row], a[place])
        }
        batch.eachValid { row, place in
            a[place] = expf(a[place] - top[row])
            sum[row] += a[place]
        }
        batch.eachValid { row, place in
            a[place] /= sum[row]
            kernels.multiplyAdd(features, a[place], input + place * features, to: y + row * stride)
        }
    }

    /// Adds to `dx` (places, features) and to the gradient of w.
    func backward(_ context: ShardContext, _ input: ConstantFloats, _ d: ConstantFloats, stride: Int, to dx: Floats) {
        let batch = context.batch
        let (w, dw) = (context.dense + offset, context.gradient.start + offset)
        let (a, slope, mean) = (shares.start, slopes.room(for: batch.places), sums.zeros(batch.rows))
        batch.eachValid { row, place in
            slope[place] = kernels.dot(features, input + place * features, d + row * stride)
            mean[row] += a[place] * slope[place]
        }
        batch.eachValid { row, place in
            let dScore = a[place] * (slope[place] - mean[row])
            kernels.multiplyAdd(features, a[place], d + row * stride, to: dx + place * features)
            kernels.multiplyAdd(features, dScore, w, to: dx + place * features)
            kernels.multiplyAdd(features, dScore, input + place * features, to: dw)
        }
    }
}
