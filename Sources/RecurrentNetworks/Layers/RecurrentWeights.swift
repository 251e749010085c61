import Numerics

/// The weights of one recurrent layer and direction as its shards share them.
final class RecurrentWeights {
    enum Cell {
        case simple, gru, gruResetBefore, lstm
    }

    let cell: Cell
    /// nil for tanh and the sigmoid.
    let otherActivations: CellActivations?
    let features: Int
    let units: Int
    /// The columns of the kernel: gates · units.
    let width: Int
    let kernelOffset: Int
    let recurrentOffset: Int
    /// nil without `use_bias`.
    let biasOffset: Int?
    let input: PackedMatrix
    let inputTransposed: PackedMatrix
    /// All gates; only z and r of a GRU that resets before.
    let recurrent: PackedMatrix
    let recurrentTransposed: PackedMatrix
    /// h̃ of a GRU that resets before.
    let candidate: PackedMatrix?
    let candidateTransposed: PackedMatrix?

    var packed: [PackedMatrix] {
        [input, inputTransposed, recurrent, recurrentTransposed] + [candidate, candidateTransposed].compactMap { $0 }
    }

    /// nil for a layer that is not recurrent.
    init?(_ kernels: Kernels, _ layer: LayerConfiguration, prefix: String, features: Int, layout: ParameterLayout) {
        guard let (options, gates) = layer.recurrent else { return nil }
        switch layer {
        case .lstm: cell = .lstm
        case .gru(_, let resetAfter): cell = resetAfter ? .gru : .gruResetBefore
        default: cell = .simple
        }
        otherActivations = CellActivations(other: options)
        self.features = features
        let u = options.units
        let w = gates * u
        units = u
        width = w
        kernelOffset = layout.offset(of: prefix + "/kernel")
        let recurrentStart = layout.offset(of: prefix + "/recurrent_kernel")
        recurrentOffset = recurrentStart
        biasOffset = options.useBias ? layout.offset(of: prefix + "/bias") : nil
        input = PackedMatrix(kernels, offset: kernelOffset, stride: w, k: features, n: w)
        inputTransposed = PackedMatrix(kernels, offset: kernelOffset, stride: w, k: w, n: features, transposed: true)
        let together = cell == .gruResetBefore ? 2 * u : w
        recurrent = PackedMatrix(kernels, offset: recurrentStart, stride: w, k: u, n: together)
        recurrentTransposed = PackedMatrix(
            kernels, offset: recurrentStart, stride: w, k: together, n: u, transposed: true)
        if cell == .gruResetBefore {
            candidate = PackedMatrix(kernels, offset: recurrentStart + 2 * u, stride: w, k: u, n: u)
            candidateTransposed = PackedMatrix(
                kernels, offset: recurrentStart + 2 * u, stride: w, k: u, n: u, transposed: true)
        } else {
            candidate = nil
            candidateTransposed = nil
        }
    }

    /// nil where nothing is dropped.
    func drop(_ kernels: Kernels, rate: Float, part: Int) -> WeightDrop? {
        guard rate > 0 else { return nil }
        return WeightDrop(
            kernels, rate: rate, offset: recurrentOffset, count: units * width,
            key: UInt64(truncatingIfNeeded: part),
            matrices: [recurrent, recurrentTransposed] + [candidate, candidateTransposed].compactMap { $0 })
    }
}
