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

extension CompiledNetwork {
    /// (T, features) → (modes · features) over the steps that count; 0 where there is none.
    func pool(_ modes: [PoolingMode], features: Int, _ flow: inout Flow) {
        let workspace = flow.workspace
        let kernels = embedding.kernels
        for (index, mode) in modes.enumerated() {
            let out = workspace.output + index * features
            out.update(repeating: 0, count: features)
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
}
