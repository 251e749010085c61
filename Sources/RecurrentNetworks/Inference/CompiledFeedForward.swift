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

/// (T, features) → (modes · features) over the steps that count; 0 where there is none.
struct CompiledPooling: Sendable {
    let modes: [PoolingMode]
    let features: Int
    /// (features) the weights that steps are scored with, where a mode is attention.
    let attention: AlignedBuffer
    let kernels: Kernels

    /// The floats of what is gathered: for each mode (features), the maximum, the sum, the last or the sum by shares;
    /// then, where a mode is attention, the largest score and the sum of the shares.
    static func carriedCount(_ modes: [PoolingMode], features: Int) -> Int {
        modes.count * features + (modes.contains(.attention) ? 2 : 0)
    }

    var carriedCount: Int { Self.carriedCount(modes, features: features) }

    private var outputs: Int { modes.count * features }

    func run(_ flow: inout Flow) {
        let workspace = flow.workspace
        let out = workspace.output
        withUnsafeTemporaryAllocation(of: Float.self, capacity: carriedCount) { own in
            guard let start = own.baseAddress else { return }
            let carried = flow.takeCarried(carriedCount)
            let gathered = carried ?? start
            if carried == nil { gathered.update(repeating: 0, count: carriedCount) }
            var seen = flow.before
            for step in 0..<flow.steps {
                if !flow.isMasked || workspace.mask[step] != 0 {
                    gather(workspace.input + step * features, seen: seen, into: gathered)
                    seen += 1
                }
                if flow.everyStep { finish(gathered, seen: seen, into: out + step * outputs) }
            }
            if !flow.everyStep { finish(gathered, seen: seen, into: out) }
        }
        if flow.everyStep { flow.turn() } else { flow.turnToVector() }
    }

    /// Takes a step's row (features) into what `seen` steps before it have left.
    private func gather(_ row: UnsafePointer<Float>, seen: Int, into gathered: UnsafeMutablePointer<Float>) {
        for (index, mode) in modes.enumerated() {
            let pool = gathered + index * features
            if mode == .attention {
                attend(row, seen: seen, pool, scores: gathered + outputs)
            } else if seen == 0 || mode == .last {
                pool.update(from: row, count: features)
            } else if mode == .max {
                kernels.maximum(features, row, into: pool)
            } else {
                kernels.add(features, row, to: pool)
            }
        }
    }

    /// pool += e^(score − top) · row: what has been summed is scaled down whenever a larger score comes.
    private func attend(
        _ row: UnsafePointer<Float>, seen: Int, _ pool: UnsafeMutablePointer<Float>,
        scores: UnsafeMutablePointer<Float>
    ) {
        let score = kernels.dot(features, row, attention.pointer)
        if seen == 0 || score > scores[0] {
            let rest = seen == 0 ? 0 : expf(scores[0] - score)
            kernels.scale(features, by: rest, pool)
            scores[0] = score
            scores[1] *= rest
        }
        let share = expf(score - scores[0])
        kernels.multiplyAdd(features, share, row, to: pool)
        scores[1] += share
    }

    /// What the pools are after `seen` steps.
    func finish(_ gathered: UnsafePointer<Float>, seen: Int, into out: UnsafeMutablePointer<Float>) {
        out.update(from: gathered, count: outputs)
        guard seen > 0 else { return }
        for (index, mode) in modes.enumerated() {
            switch mode {
            case .mean where seen > 1: kernels.scale(features, by: 1 / Float(seen), out + index * features)
            case .attention: kernels.scale(features, by: 1 / gathered[outputs + 1], out + index * features)
            default: break
            }
        }
    }
}
