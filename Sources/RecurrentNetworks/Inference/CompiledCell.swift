import Numerics

/// One direction of a recurrent layer: its weights, packed and arranged as the sequence kernels want them.
struct CompiledCell: Sendable {
    enum Kind: Sendable {
        case simpleRNN
        case gru
        case gruResetBefore(candidate: AlignedBuffer)
        case lstm
        /// Any of them, with other activations than the sequence kernels compute.
        case plain(PlainCell)
    }

    let kind: Kind
    let features: Int
    let units: Int
    let gates: Int
    /// Whether it is an LSTM.
    let hasCell: Bool
    /// Units rounded up to whole vectors; of a plain cell the units, and what is arranged is as Keras has it.
    let padded: Int
    private let kernels: Kernels
    private let precision: Kernels.Precision
    /// The kernel (features, gates · padded), arranged and packed for a product.
    private let input: AlignedBuffer
    /// (gates · padded), arranged: what is added once a step.
    private let bias: AlignedBuffer
    /// The recurrent kernel's panels; those of z and r alone where the reset comes before the product.
    private let recurrent: AlignedBuffer
    /// (gates · padded), arranged: the recurrent bias of a GRU that resets after the product.
    private let recurrentBias: AlignedBuffer

    init(
        _ layer: LayerConfiguration, prefix: String, features: Int, _ reader: WeightReader, _ kernels: Kernels,
        _ wanted: Kernels.Precision
    ) {
        let (options, gates) = layer.recurrent ?? (RecurrentOptions(units: 0), 1)
        let units = options.units
        let lanes = kernels.lanes
        let plain = PlainCell(layer, prefix: prefix, reader, kernels)
        let padded = plain == nil ? (units + lanes - 1) / lanes * lanes : units
        self.features = features
        self.units = units
        self.gates = gates
        self.padded = padded
        hasCell = if case .lstm = layer { true } else { false }
        self.kernels = kernels
        let precision = plain == nil && max(features, units) < Kernels.int8Limit ? wanted : .float32
        self.precision = precision

        func arranged(_ values: [Float], rows: Int) -> AlignedBuffer {
            let out = AlignedBuffer(count: rows * gates * padded)
            values.withUnsafeBufferPointer { values in
                guard let start = values.baseAddress, values.count >= rows * gates * units else { return }
                if plain == nil {
                    kernels.arrangeGates(out.pointer, start, rows: rows, gates: gates, units: units)
                } else {
                    out.pointer.update(from: start, count: rows * gates * units)
                }
            }
            return out
        }
        func panels(_ values: [Float], gates: Int) -> AlignedBuffer {
            let out = AlignedBuffer(count: kernels.recurrentCount(gates: gates, units: units, precision))
            values.withUnsafeBufferPointer { values in
                guard let start = values.baseAddress, values.count >= units * gates * units else { return }
                kernels.packRecurrent(out.pointer, start, gates: gates, units: units, precision)
            }
            return out
        }

        switch precision {
        case .float32:
            let kernel = arranged(reader(prefix + "/kernel"), rows: features)
            input = AlignedBuffer(count: kernels.packedCount(k: features, n: gates * padded))
            kernels.pack(input.pointer, kernel.pointer, stride: gates * padded, k: features, n: gates * padded)
        case .int8:
            let kernel = AlignedBuffer(reader(prefix + "/kernel"))
            input = AlignedBuffer(count: kernels.input8Count(features: features, gates: gates, units: units))
            kernels.packInput8(input.pointer, kernel.pointer, features: features, gates: gates, units: units)
        }

        let biases = reader(prefix + "/bias")
        bias = arranged(Array(biases.prefix(gates * units)), rows: 1)
        recurrentBias = arranged(Array(biases.dropFirst(gates * units)), rows: 1)

        if let plain {
            kind = .plain(plain)
            recurrent = AlignedBuffer(count: 0)
            return
        }
        let matrix = reader(prefix + "/recurrent_kernel")
        /// The columns of some of the three gates.
        func columns(_ range: Range<Int>) -> [Float] {
            (0..<units).flatMap { row in
                matrix[(row * 3 + range.lowerBound) * units..<(row * 3 + range.upperBound) * units]
            }
        }
        switch layer {
        case .lstm:
            kind = .lstm
            recurrent = panels(matrix, gates: 4)
        case .gru(_, resetAfter: true):
            kind = .gru
            recurrent = panels(matrix, gates: 3)
        case .gru(_, resetAfter: false):
            kind = .gruResetBefore(candidate: panels(columns(2..<3), gates: 1))
            recurrent = panels(columns(0..<2), gates: 2)
        default:
            kind = .simpleRNN
            recurrent = panels(matrix, gates: 1)
        }
    }

    var bytes: Int {
        var bytes = input.bytes + bias.bytes + recurrent.bytes + recurrentBias.bytes
        switch kind {
        case .gruResetBefore(let candidate): bytes += candidate.bytes
        case .plain(let cell): bytes += cell.bytes
        case .simpleRNN, .gru, .lstm: break
        }
        return bytes
    }

    /// hidden (2 · padded), then what the kind needs besides.
    var stateCount: Int {
        switch kind {
        case .simpleRNN, .gru: 2 * padded
        case .lstm: 3 * padded
        case .gruResetBefore: 4 * padded
        case .plain(let cell): 3 * padded + cell.scratchCount
        }
    }

    /// out (steps, gates · padded) = rows · W + b, arranged.
    func project(
        _ rows: UnsafePointer<Float>, stride: Int, steps: Int, into out: UnsafeMutablePointer<Float>
    ) {
        let columns = gates * padded
        switch precision {
        case .float32:
            kernels.multiplyPacked(
                out, stride: columns, rows, stride: stride, packed: input.pointer, bias: bias.pointer, m: steps,
                n: columns, k: features)
        case .int8:
            kernels.multiplyInput8(
                out, rows, stride: stride, packed: input.pointer, bias: bias.pointer, rows: steps,
                features: features, gates: gates, units: units)
        }
    }

    func clear(_ state: UnsafeMutablePointer<Float>) {
        state.update(repeating: 0, count: stateCount)
    }

    /// The floats that a sequence hands on to its next piece: hidden (units), then, of an LSTM, cell (units). Nothing
    /// else matters: a sequence in pieces gives the bits of the whole.
    var carriedCount: Int {
        hasCell ? 2 * units : units
    }

    /// Begins with what an earlier piece left.
    func restore(_ state: UnsafeMutablePointer<Float>, from carried: UnsafePointer<Float>) {
        clear(state)
        state.update(from: carried, count: units)
        if hasCell { (state + 2 * padded).update(from: carried + units, count: units) }
    }

    /// What a later piece begins with.
    func save(_ state: UnsafePointer<Float>, into carried: UnsafeMutablePointer<Float>) {
        carried.update(from: state, count: units)
        if hasCell { (carried + units).update(from: state + 2 * padded, count: units) }
    }

    /// Runs over projected steps, from the first to the last or the other way, and leaves the state.
    ///
    /// - Parameters:
    ///   - projection: (steps, gates · padded).
    ///   - outputs: the row of the first step in the order of running, and the stride to the next; nil for none.
    func run(
        steps: Int, projection: UnsafePointer<Float>, backwards: Bool, state: UnsafeMutablePointer<Float>,
        outputs: UnsafeMutablePointer<Float>?, outputStride: Int
    ) {
        guard steps > 0 else { return }
        let columns = gates * padded
        let (input, inputStride) = backwards ? (projection + (steps - 1) * columns, -columns) : (projection, columns)
        let sequence = Kernels.Steps(
            count: steps, units: units, input: input, inputStride: inputStride, hidden: state, outputs: outputs,
            outputStride: outputStride,
            precision: precision)
        let beside = state + 2 * padded
        switch kind {
        case .simpleRNN: kernels.simpleRNN(sequence, packed: recurrent.pointer)
        case .gru: kernels.gru(sequence, packed: recurrent.pointer, recurrentBias: recurrentBias.pointer)
        case .gruResetBefore(let candidate):
            kernels.gruResetBefore(
                sequence, packedGates: recurrent.pointer, packedCandidate: candidate.pointer, scratch: beside)
        case .lstm: kernels.lstm(sequence, packed: recurrent.pointer, cell: beside)
        case .plain(let cell):
            cell.run(
                steps: steps, input: input, inputStride: inputStride, h: state, c: beside, scratch: beside + padded,
                outputs: outputs, outputStride: outputStride)
        }
    }

    /// Whether `step` can be used.
    var takesRows: Bool {
        switch kind {
        case .gruResetBefore, .plain: false
        case .simpleRNN, .gru, .lstm: precision == .float32
        }
    }

    /// One step of several rows, each as `run` does it alone; U is `padded`.
    ///
    /// - Parameters:
    ///   - inputs: (rows) where each row's x·W + b lies, arranged.
    ///   - before, after: (rows, U) hidden. cell: (rows, U), of an LSTM.
    func step(
        rows: Int, inputs: UnsafePointer<UnsafePointer<Float>>, before: UnsafePointer<Float>,
        after: UnsafeMutablePointer<Float>, cell: UnsafeMutablePointer<Float>
    ) {
        let rows = Kernels.Rows(count: rows, units: units, inputs: inputs, before: before, after: after)
        switch kind {
        case .lstm: kernels.lstm(rows, packed: recurrent.pointer, cell: cell)
        case .gru: kernels.gru(rows, packed: recurrent.pointer, recurrentBias: recurrentBias.pointer)
        case .simpleRNN: kernels.simpleRNN(rows, packed: recurrent.pointer)
        case .gruResetBefore, .plain: break
        }
    }
}
