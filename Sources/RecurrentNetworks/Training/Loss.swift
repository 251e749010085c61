/// What training minimises, by Keras 3's definitions: the mean over the outputs that count, each times its row's weight.
package enum Loss: Sendable, Equatable, CustomStringConvertible {
    /// Of a last layer with softmax. Targets are classes (`SparseCategoricalCrossentropy`) or distributions
    /// (`CategoricalCrossentropy`). Of a last layer that is a CRF it is −log p of the whole sequence of classes.
    case crossEntropy
    /// Of a last layer with sigmoid, each unit a question of its own; targets are 0 … 1 (`BinaryCrossentropy`).
    case binaryCrossEntropy
    /// `MeanSquaredError`, `MeanAbsoluteError`.
    case meanSquaredError, meanAbsoluteError
    /// Squared up to `delta`, straight beyond it (`Huber`).
    case huber(delta: Float = 1)
    /// Of quantiles (Koenker, Bassett 1978): unit i estimates quantile i % count, so the number that is to be estimated
    /// stands in the targets once for each of them. A unit's loss is max(τ · e, (τ − 1) · e) of e = target − estimate.
    case quantile([Float])

    package var description: String {
        switch self {
        case .crossEntropy: "cross-entropy"
        case .binaryCrossEntropy: "binary cross-entropy"
        case .meanSquaredError: "the mean squared error"
        case .meanAbsoluteError: "the mean absolute error"
        case .huber(let delta): "the Huber loss with delta \(delta)"
        case .quantile(let quantiles):
            "the loss of the quantiles \(quantiles.map(\.description).joined(separator: ", "))"
        }
    }

    /// What the last layer must end in; nil: any.
    var activation: Activation? {
        switch self {
        case .crossEntropy: .softmax
        case .binaryCrossEntropy: .sigmoid
        case .meanSquaredError, .meanAbsoluteError, .huber, .quantile: nil
        }
    }
}
