import Numerics

/// A cell step by step, with any activations: what the sequence kernels, which know tanh and the sigmoid alone, cannot
/// compute. Its numbers lie as Keras has them, gate after gate.
struct PlainCell: Sendable {
    let units: Int
    let gates: Int
    private let activations: CellActivations
    private let kernels: Kernels
    /// (units, gates · units) packed for a product; of a GRU that resets before its product z and r alone.
    private let recurrent: AlignedBuffer
    /// (units, units) packed: h̃ of such a GRU.
    private let candidate: AlignedBuffer
    /// (gates · units): of a GRU that resets after its product.
    private let recurrentBias: AlignedBuffer
    private let kind: Kind

    private enum Kind {
        case simpleRNN, gru, gruResetBefore, lstm
    }

    /// nil for a layer that the sequence kernels compute.
    init?(_ layer: LayerConfiguration, prefix: String, _ reader: WeightReader, _ kernels: Kernels) {
        guard let (options, gates) = layer.recurrent, let activations = CellActivations(other: options) else {
            return nil
        }
        let units = options.units
        let width = gates * units
        self.units = units
        self.gates = gates
        self.activations = activations
        self.kernels = kernels
        switch layer {
        case .lstm: kind = .lstm
        case .gru(_, let resetAfter): kind = resetAfter ? .gru : .gruResetBefore
        default: kind = .simpleRNN
        }
        let matrix = AlignedBuffer(reader(prefix + "/recurrent_kernel"))
        func packed(from column: Int, columns: Int) -> AlignedBuffer {
            let out = AlignedBuffer(count: kernels.packedCount(k: units, n: columns))
            kernels.pack(out.pointer, matrix.pointer + column, stride: width, k: units, n: columns)
            return out
        }
        let together = kind == .gruResetBefore ? 2 * units : width
        recurrent = packed(from: 0, columns: together)
        candidate = kind == .gruResetBefore ? packed(from: together, columns: units) : AlignedBuffer(count: 0)
        let bias = AlignedBuffer(count: width)
        for (index, value) in reader(prefix + "/bias").dropFirst(width).prefix(width).enumerated() {
            bias.pointer[index] = value
        }
        recurrentBias = bias
    }

    var bytes: Int { recurrent.bytes + candidate.bytes + recurrentBias.bytes }

    /// The gates of a step, and the recurrent product of a GRU.
    var scratchCount: Int { 2 * gates * units }

    /// As the sequence kernels do it.
    ///
    /// - Parameters:
    ///   - input: x·W + b of the first step, and the stride to the next.
    ///   - h, c: (units) the state; c of an LSTM alone.
    ///   - scratch: (scratchCount).
    ///   - outputs: the row of the first step, and the stride to the next; nil for none.
    func run(
        steps: Int, input: UnsafePointer<Float>, inputStride: Int, h: UnsafeMutablePointer<Float>,
        c: UnsafeMutablePointer<Float>, scratch: UnsafeMutablePointer<Float>, outputs: UnsafeMutablePointer<Float>?,
        outputStride: Int
    ) {
        let (u, width) = (units, gates * units)
        let (z, sums) = (scratch, scratch + width)
        let (main, gate) = (activations.main, activations.gates)
        func product(_ out: UnsafeMutablePointer<Float>, _ matrix: AlignedBuffer, columns: Int, accumulate: Bool) {
            kernels.multiplyPacked(
                out, stride: columns, h, stride: u, packed: matrix.pointer, m: 1, n: columns, k: u,
                accumulate: accumulate)
        }
        func apply(_ activation: Activation, _ values: UnsafeMutablePointer<Float>, gates: Int = 1) {
            activation.apply(kernels, values, rows: gates, u)
        }
        for step in 0..<steps {
            z.update(from: input + step * inputStride, count: width)
            switch kind {
            case .simpleRNN:
                product(z, recurrent, columns: u, accumulate: true)
                apply(main, z)
                h.update(from: z, count: u)
            case .lstm:
                product(z, recurrent, columns: width, accumulate: true)
                apply(gate, z, gates: 2)
                apply(main, z + 2 * u)
                apply(gate, z + 3 * u)
                for i in 0..<u { c[i] = z[u + i] * c[i] + z[i] * z[2 * u + i] }
                h.update(from: c, count: u)
                apply(main, h)
                kernels.multiply(u, z + 3 * u, into: h)
            case .gru:
                sums.update(from: recurrentBias.pointer, count: width)
                product(sums, recurrent, columns: width, accumulate: true)
                kernels.add(2 * u, sums, to: z)
                apply(gate, z, gates: 2)
                for i in 2 * u..<width { z[i] += z[i - u] * sums[i] }
                apply(main, z + 2 * u)
                for i in 0..<u { h[i] = z[i] * h[i] + (1 - z[i]) * z[2 * u + i] }
            case .gruResetBefore:
                product(z, recurrent, columns: 2 * u, accumulate: true)
                apply(gate, z, gates: 2)
                for i in 0..<u { sums[i] = z[u + i] * h[i] }
                kernels.multiplyPacked(
                    z + 2 * u, stride: u, sums, stride: u, packed: candidate.pointer, m: 1, n: u, k: u,
                    accumulate: true)
                apply(main, z + 2 * u)
                for i in 0..<u { h[i] = z[i] * h[i] + (1 - z[i]) * z[2 * u + i] }
            }
            if let outputs { (outputs + step * outputStride).update(from: h, count: u) }
        }
    }
}
