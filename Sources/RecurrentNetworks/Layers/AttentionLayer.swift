import Numerics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Dot-product attention of a decoder's steps over the encoder's outputs (Luong et al. 2015):
/// (places, D) → (places, 2 · D), Σ aₛ vₛ beside the step q, where a is the softmax over the encoder's unmasked steps
/// of q · vₛ. The context is 0 where there are none.
final class AttentionLayer: ShardLayer {
    private let features: Int
    private let output = Scratch<Float>()
    private let dInput = Scratch<Float>()
    /// (places, the encoder's steps)
    private let shares = Scratch<Float>()
    private let scores = Scratch<Float>()
    private var queries: ConstantFloats

    /// What is attended to: the encoder's batch, its outputs (places there, D), and which of its rows belongs to each of
    /// the decoder's. Set before a forward pass.
    var memory: (batch: PackedBatch, values: ConstantFloats, rows: Scratch<Int>)?
    /// (places there, D): ∂L/∂values, added up. Set before a backward pass.
    var dValues: Floats?

    init(features: Int) {
        self.features = features
        queries = ConstantFloats(output.start)
    }

    func forward(_ context: ShardContext, _ input: ConstantFloats) -> Floats {
        let batch = context.batch
        let d = features
        queries = input
        let y = output.zeros(batch.places * 2 * d)
        guard let memory else { return y }
        let most = memory.batch.steps
        let a = shares.zeros(batch.places * max(most, 1))
        batch.eachPlace { place, row, _ in
            let q = input + place * d
            let share = a + place * most
            var top = -Float.infinity
            eachValue(memory, row) { step, at in
                share[step] = context.kernels.dot(d, q, memory.values + at * d)
                top = max(top, share[step])
            }
            var sum: Float = 0
            eachValue(memory, row) { step, _ in
                share[step] = expf(share[step] - top)
                sum += share[step]
            }
            let out = y + place * 2 * d
            eachValue(memory, row) { step, at in
                share[step] /= sum
                context.kernels.multiplyAdd(d, share[step], memory.values + at * d, to: out)
            }
            (out + d).update(from: q, count: d)
        }
        return y
    }

    func backward(_ context: ShardContext, _ dOutput: Floats) -> Floats {
        let batch = context.batch
        let d = features
        let dq = dInput.room(for: batch.places * d)
        guard let memory, let dValues else { return dInput.zeros(batch.places * d) }
        let most = memory.batch.steps
        let slopes = scores.room(for: max(most, 1))
        batch.eachPlace { place, row, _ in
            let (share, dContext) = (shares.start + place * most, dOutput + place * 2 * d)
            (dq + place * d).update(from: dContext + d, count: d)
            var mean: Float = 0
            eachValue(memory, row) { step, at in
                slopes[step] = context.kernels.dot(d, dContext, memory.values + at * d)
                mean += share[step] * slopes[step]
            }
            eachValue(memory, row) { step, at in
                let slope = share[step] * (slopes[step] - mean)
                context.kernels.multiplyAdd(d, slope, memory.values + at * d, to: dq + place * d)
                context.kernels.multiplyAdd(d, slope, queries + place * d, to: dValues + at * d)
                context.kernels.multiplyAdd(d, share[step], dContext, to: dValues + at * d)
            }
        }
        return dq
    }

    /// The encoder's steps that the decoder's row may attend to.
    private func eachValue(
        _ memory: (batch: PackedBatch, values: ConstantFloats, rows: Scratch<Int>), _ row: Int,
        _ body: (_ step: Int, _ place: Int) -> Void
    ) {
        let source = memory.rows.start[row]
        for step in 0..<memory.batch.lengths.start[source] {
            let place = memory.batch.offset.start[step] + source
            if memory.batch.mask.start[place] != 0 { body(step, place) }
        }
    }
}
