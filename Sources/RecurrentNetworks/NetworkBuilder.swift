/// A stack of layers written as one:
///
///     let configuration = NetworkConfiguration {
///         Embedding(10_000, 64)
///         Bidirectional(LSTM(64))
///         Dense(4, activation: .softmax)
///     }
///
/// Names, order and defaults of the arguments are those of Keras; what they mean is said at `LayerConfiguration`.
/// Nothing is checked here: `NetworkPlan` and `Network` refuse what does not fit.
extension NetworkConfiguration {
    package init(@LayerBuilder _ layers: () -> [any LayerDescription]) {
        self.init(layers: layers().map(\.layer))
    }
}

/// What can stand in a stack.
package protocol LayerDescription {
    var layer: LayerConfiguration { get }
}

extension LayerConfiguration: LayerDescription {
    package var layer: LayerConfiguration { self }
}

@resultBuilder
package enum LayerBuilder {
    package static func buildExpression(_ layer: some LayerDescription) -> [any LayerDescription] { [layer] }
    package static func buildBlock(_ parts: [any LayerDescription]...) -> [any LayerDescription] {
        parts.flatMap { $0 }
    }
    package static func buildOptional(_ part: [any LayerDescription]?) -> [any LayerDescription] { part ?? [] }
    package static func buildEither(first part: [any LayerDescription]) -> [any LayerDescription] { part }
    package static func buildEither(second part: [any LayerDescription]) -> [any LayerDescription] { part }
    package static func buildArray(_ parts: [[any LayerDescription]]) -> [any LayerDescription] {
        parts.flatMap { $0 }
    }
}

package struct InputLayer: LayerDescription {
    package let layer: LayerConfiguration

    /// A sequence of steps of `features` numbers, or one vector of them.
    package init(_ features: Int, isSequence: Bool = true) {
        layer = .input(features: features, isSequence: isSequence)
    }
}

package struct Embedding: LayerDescription {
    package let layer: LayerConfiguration

    package init(
        _ inputDimension: Int, _ outputDimension: Int, maskZero: Bool = true, dropout: Float = 0,
        initialiser: Initialiser = .embeddings
    ) {
        layer = .embedding(
            inputDimension: inputDimension, outputDimension: outputDimension, maskZero: maskZero, dropout: dropout,
            initialiser: initialiser)
    }
}

/// SimpleRNN, GRU or LSTM: what Bidirectional goes around.
package protocol RecurrentDescription: LayerDescription {}

package struct SimpleRNN: RecurrentDescription {
    package let layer: LayerConfiguration

    /// Other options are set by `change`.
    package init(_ units: Int, returnSequences: Bool = false, _ change: (inout RecurrentOptions) -> Void = { _ in }) {
        layer = .simpleRNN(RecurrentOptions(units, returnSequences, change))
    }
}

package struct GRU: RecurrentDescription {
    package let layer: LayerConfiguration

    /// Other options are set by `change`.
    package init(
        _ units: Int, returnSequences: Bool = false, resetAfter: Bool = true,
        _ change: (inout RecurrentOptions) -> Void = { _ in }
    ) {
        layer = .gru(RecurrentOptions(units, returnSequences, change), resetAfter: resetAfter)
    }
}

package struct LSTM: RecurrentDescription {
    package let layer: LayerConfiguration

    /// Other options are set by `change`: `LSTM(64) { $0.dropout = 0.2 }`.
    package init(_ units: Int, returnSequences: Bool = false, _ change: (inout RecurrentOptions) -> Void = { _ in }) {
        layer = .lstm(RecurrentOptions(units, returnSequences, change))
    }
}

extension RecurrentOptions {
    fileprivate init(_ units: Int, _ returnSequences: Bool, _ change: (inout RecurrentOptions) -> Void) {
        self.init(units: units, returnSequences: returnSequences)
        change(&self)
    }
}

package struct Bidirectional: LayerDescription {
    package let layer: LayerConfiguration

    package init(_ inner: some RecurrentDescription, merge: MergeMode = .concat) {
        layer = .bidirectional(inner.layer, merge: merge)
    }
}

package struct Dense: LayerDescription {
    package let layer: LayerConfiguration

    package init(_ units: Int, activation: Activation = .linear) {
        layer = .dense(units: units, activation: activation)
    }
}

package struct Dropout: LayerDescription {
    package let layer: LayerConfiguration

    package init(_ rate: Float, sharedOverTime: Bool = false) {
        layer = .dropout(rate: rate, sharedOverTime: sharedOverTime)
    }
}

package struct LayerNormalization: LayerDescription {
    package let layer: LayerConfiguration

    package init(epsilon: Float = 1e-3) {
        layer = .layerNormalization(epsilon: epsilon)
    }
}

package struct GlobalPooling: LayerDescription {
    package let layer: LayerConfiguration

    package init(_ modes: PoolingMode...) {
        layer = .globalPooling(modes)
    }
}
