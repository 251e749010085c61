import Numerics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Dense on a vector, or on every step of a sequence: masked steps are computed too, and the mask goes on.
struct CompiledDense: Sendable {
    let features: Int
    let units: Int
    let activation: Activation
    private let kernels: Kernels
    private let kernel: AlignedBuffer
    private let bias: AlignedBuffer

    init(
        name: String, features: Int, units: Int, activation: Activation, _ reader: WeightReader, _ kernels: Kernels
    ) {
        self.features = features
        self.units = units
        self.activation = activation
        self.kernels = kernels
        kernel = AlignedBuffer(count: kernels.packedCount(k: features, n: units))
        bias = AlignedBuffer(reader(name + "/bias"))
        let values = AlignedBuffer(reader(name + "/kernel"))
        kernels.pack(kernel.pointer, values.pointer, stride: units, k: features, n: units)
    }

    var bytes: Int { kernel.bytes + bias.bytes }

    func run(_ flow: inout Flow) {
        let out = flow.workspace.output
        let rows = flow.rows
        kernels.multiplyPacked(
            out, stride: units, flow.workspace.input, stride: features, packed: kernel.pointer,
            bias: bias.pointer, m: rows, n: units, k: features)
        activation.apply(kernels, out, rows: rows, units)
        flow.turn()
    }
}

/// Layer normalisation of a vector, or of every step of a sequence.
struct CompiledNormalization: Sendable {
    let features: Int
    let epsilon: Float
    private let kernels: Kernels
    private let gamma: AlignedBuffer
    private let beta: AlignedBuffer

    init(name: String, features: Int, epsilon: Float, _ reader: WeightReader, _ kernels: Kernels) {
        self.features = features
        self.epsilon = epsilon
        self.kernels = kernels
        gamma = AlignedBuffer(reader(name + "/gamma"))
        beta = AlignedBuffer(reader(name + "/beta"))
    }

    var bytes: Int { gamma.bytes + beta.bytes }

    func run(_ flow: inout Flow) {
        for row in 0..<flow.rows {
            let out = flow.workspace.output + row * features
            normalise(features, flow.workspace.input + row * features, epsilon: epsilon, into: out)
            kernels.multiply(features, gamma.pointer, into: out)
            kernels.add(features, beta.pointer, to: out)
        }
        flow.turn()
    }
}

extension CompiledNetwork {
    /// (T, features) → (modes · features) over the steps that count; 0 where there is none.
    func pool(_ modes: [PoolingMode], features: Int, attention: AlignedBuffer, _ flow: inout Flow) {
        let workspace = flow.workspace
        let kernels = embedding.kernels
        for (index, mode) in modes.enumerated() {
            let out = workspace.output + index * features
            out.update(repeating: 0, count: features)
            if mode == .attention {
                attend(attention.pointer, features, flow, into: out)
                continue
            }
            var seen = 0
            for step in 0..<flow.steps where !flow.isMasked || workspace.mask[step] != 0 {
                let row = workspace.input + step * features
                if seen == 0 || mode == .last {
                    out.update(from: row, count: features)
                } else if mode == .max {
                    kernels.maximum(features, row, into: out)
                } else {
                    kernels.add(features, row, to: out)
                }
                seen += 1
            }
            if mode == .mean, seen > 1 { kernels.scale(features, by: 1 / Float(seen), out) }
        }
        flow.turnToVector()
    }

    /// Adds Σ aₜ xₜ in one pass: what has been summed is scaled down whenever a larger score comes.
    private func attend(
        _ weights: UnsafePointer<Float>, _ features: Int, _ flow: Flow, into out: UnsafeMutablePointer<Float>
    ) {
        let kernels = embedding.kernels
        var top = -Float.infinity
        var sum: Float = 0
        for step in 0..<flow.steps where !flow.isMasked || flow.workspace.mask[step] != 0 {
            let row = flow.workspace.input + step * features
            let score = kernels.dot(features, row, weights)
            if score > top {
                let rest = expf(top - score)
                kernels.scale(features, by: rest, out)
                sum *= rest
                top = score
            }
            let share = expf(score - top)
            kernels.multiplyAdd(features, share, row, to: out)
            sum += share
        }
        if sum != 0 { kernels.scale(features, by: 1 / sum, out) }
    }
}
