import Numerics

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
        switch activation {
        case .linear: break
        case .tanh: kernels.tanh(rows * units, out, into: out)
        case .sigmoid: kernels.sigmoid(rows * units, out, into: out)
        case .relu: for i in 0..<(rows * units) where out[i] < 0 { out[i] = 0 }
        case .softmax: for row in 0..<rows { softmax(units, out + row * units) }
        }
        flow.turn()
    }
}

/// (T, features) → (modes · features) over the steps that count; 0 where there is none.
struct CompiledPooling: Sendable {
    let modes: [PoolingMode]
    let features: Int
    let kernels: Kernels

    /// The floats of what is gathered: for each mode (features), the maximum, the sum or the last.
    var carriedCount: Int { modes.count * features }

    func run(_ flow: inout Flow) {
        let workspace = flow.workspace
        let out = workspace.output
        let carried = flow.takeCarried(carriedCount)
        let gathered = carried ?? out
        if carried == nil { gathered.update(repeating: 0, count: carriedCount) }
        var seen = flow.before
        for step in 0..<flow.steps {
            if !flow.isMasked || workspace.mask[step] != 0 {
                gather(workspace.input + step * features, seen: seen, into: gathered)
                seen += 1
            }
            if flow.everyStep { finish(gathered, seen: seen, into: out + step * carriedCount) }
        }
        if flow.everyStep { return flow.turn() }
        finish(gathered, seen: seen, into: out)
        flow.turnToVector()
    }

    /// Takes a step's row (features) into what `seen` steps before it have left.
    private func gather(_ row: UnsafePointer<Float>, seen: Int, into gathered: UnsafeMutablePointer<Float>) {
        for (index, mode) in modes.enumerated() {
            let pool = gathered + index * features
            if seen == 0 || mode == .last {
                pool.update(from: row, count: features)
            } else if mode == .max {
                kernels.maximum(features, row, into: pool)
            } else {
                kernels.add(features, row, to: pool)
            }
        }
    }

    /// What the pools are after `seen` steps; `out` may be what was gathered.
    func finish(_ gathered: UnsafePointer<Float>, seen: Int, into out: UnsafeMutablePointer<Float>) {
        out.update(from: gathered, count: carriedCount)
        guard seen > 1 else { return }
        for (index, mode) in modes.enumerated() where mode == .mean {
            kernels.scale(features, by: 1 / Float(seen), out + index * features)
        }
    }
}
