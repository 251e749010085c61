import Numerics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// (T, D) → (T, 2 · D): what each step attends to in the flow's memory, then the step. See `AttentionLayer`.
struct CompiledAttention: Sendable {
    let features: Int
    let kernels: Kernels

    func run(_ flow: inout Flow) {
        let d = features
        let steps = flow.memory.count / d
        withUnsafeTemporaryAllocation(of: Float.self, capacity: max(steps, 1)) { shares in
            for step in 0..<flow.steps {
                let (q, out) = (flow.workspace.input + step * d, flow.workspace.output + step * 2 * d)
                out.update(repeating: 0, count: d)
                (out + d).update(from: q, count: d)
                guard let memory = flow.memory.baseAddress else { continue }
                var top = -Float.infinity
                for s in 0..<steps {
                    shares[s] = kernels.dot(d, q, memory + s * d)
                    top = max(top, shares[s])
                }
                var sum: Float = 0
                for s in 0..<steps {
                    shares[s] = expf(shares[s] - top)
                    sum += shares[s]
                }
                for s in 0..<steps {
                    shares[s] /= sum
                    kernels.multiplyAdd(d, shares[s], memory + s * d, to: out)
                }
                guard let seen = flow.shares, let start = shares.baseAddress else { continue }
                (seen + step * steps).update(from: start, count: steps)
            }
        }
        flow.turn()
    }
}
