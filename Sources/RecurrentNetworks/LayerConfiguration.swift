/// A layer as it is configured, under its Keras 3 name and with Keras's defaults.
///
/// Shapes are written without the batch dimension: (T, D) is a sequence of T steps of D features, (D) one vector.
package indirect enum LayerConfiguration: Sendable, Equatable {
    /// `keras.layers.InputLayer` of numbers, where no Embedding begins the stack: (T, features), or one vector
    /// (features).
    case input(features: Int, isSequence: Bool = true)
    /// (T, K) ids → (T, outputDimension). The embedding of a step is the sum over its K ids; K = 1 is
    /// `keras.layers.Embedding`, K > 1 an embedding bag. Id 0 is padding: a step whose ids are all 0 is masked
    /// when `maskZero` is true, and id 0 adds nothing to a sum when K > 1.
    case embedding(EmbeddingOptions)
    /// `keras.layers.SimpleRNN`.
    case simpleRNN(RecurrentOptions)
    /// `keras.layers.GRU`, gates z r h.
    case gru(RecurrentOptions, resetAfter: Bool = true)
    /// `keras.layers.LSTM`, gates i f c o.
    case lstm(RecurrentOptions)
    /// `keras.layers.Bidirectional` around one of the three recurrent layers.
    case bidirectional(LayerConfiguration, merge: MergeMode = .concat)
    /// `keras.layers.Dense`, on a vector or on every step of a sequence.
    case dense(units: Int, activation: Activation = .linear)
    /// `keras.layers.Dropout`: inverted, training only; `noise_shape` [null, 1, null] when `sharedOverTime`.
    case dropout(rate: Float, sharedOverTime: Bool = false)
    /// `keras.layers.LayerNormalization` over the last axis, on a vector or on every step of a sequence.
    case layerNormalization(epsilon: Float = 1e-3)
    /// `keras.layers.Activation`, on a vector or on every step of a sequence.
    case activation(Activation)
    /// (T, D) → (modes.count · D): the pools named, over the unmasked steps, concatenated in order.
    /// `[.mean]` is `GlobalAveragePooling1D`. `[.max]` is `GlobalMaxPooling1D` but for the mask, of which Keras 3's
    /// takes no notice: padding is pooled there, so that an answer depends on how far a batch was padded.
    case globalPooling([PoolingMode])
    /// Within a decoder: `keras.layers.Attention` (dot products; Luong et al. 2015) of each step over the encoder's
    /// outputs, beside the step itself: (T, D) → (T, 2 · D), context first.
    case attention
    /// A linear-chain conditional random field over the scores (T, L) of a linear Dense, as the last layer: what comes is
    /// answered, and `LinearChain` finds the labels. Its weights are those of pytorch-crf: "transitions" (L, L), from the
    /// label before to the label after, "start_transitions" and "end_transitions" (L).
    case conditionalRandomField
}

package struct EmbeddingOptions: Sendable, Equatable {
    package var inputDimension: Int
    package var outputDimension: Int
    package var maskZero = true
    /// Our own (Gal, Ghahramani 2016): that share of the table's rows is 0 during a batch of training.
    package var dropout: Float = 0
    package var initialiser = Initialiser.embeddings
}

extension LayerConfiguration {
    package static func embedding(
        inputDimension: Int, outputDimension: Int, maskZero: Bool = true, dropout: Float = 0,
        initialiser: Initialiser = .embeddings
    ) -> LayerConfiguration {
        .embedding(
            EmbeddingOptions(
                inputDimension: inputDimension, outputDimension: outputDimension, maskZero: maskZero, dropout: dropout,
                initialiser: initialiser))
    }
}

/// The options of SimpleRNN, GRU and LSTM. What is dropped is dropped while training alone.
package struct RecurrentOptions: Sendable, Equatable {
    package var units: Int
    package var returnSequences: Bool
    package var goBackwards: Bool
    /// Outputs of masked steps are 0, not those of the step before. Only with `returnSequences`; within
    /// Bidirectional always so, as in Keras.
    package var zeroOutputForMask = false
    /// Without it there is no weight of that name.
    package var useBias = true
    /// LSTM: the forget gate's bias starts at 1 (Jozefowicz et al. 2015).
    package var unitForgetBias = true
    /// What the candidate goes through, and an LSTM's cell on its way out; of a SimpleRNN the state. Others than tanh, and
    /// gates of others than the sigmoid, are computed step by step without the fused kernels.
    package var activation = Activation.tanh
    /// What the gates of GRU and LSTM go through.
    package var recurrentActivation = Activation.sigmoid
    /// The share of the inputs that is dropped, one draw a row for all steps and gates.
    package var dropout: Float = 0
    /// The same of h₋₁ where the recurrent kernel multiplies it; a GRU's own way from h₋₁ to h drops nothing.
    package var recurrentDropout: Float = 0
    /// Our own: the share of the recurrent kernel's weights that is dropped, one draw a batch (Merity et al. 2018).
    package var weightDrop: Float = 0
    package var kernelInitialiser = Initialiser.glorotUniform
    package var recurrentInitialiser = Initialiser.orthogonal

    package init(units: Int, returnSequences: Bool = false, goBackwards: Bool = false) {
        self.units = units
        self.returnSequences = returnSequences
        self.goBackwards = goBackwards
    }
}

package enum MergeMode: String, Sendable, CaseIterable {
    case concat, sum, ave, mul
    /// Both outputs, forward first, as two tensors. Only as the last layer.
    case none
}

/// Keras 3's activations under their names there, with its defaults: `elu` has alpha 1, `leaky_relu` a negative slope
/// of 0.2, `gelu` is the exact one.
package enum Activation: String, Sendable, CaseIterable {
    case linear, tanh, sigmoid, relu, softmax
    case elu, selu, gelu, softplus, softsign, silu, exponential
    case hardSigmoid = "hard_sigmoid"
    case leakyReLU = "leaky_relu"
}

package enum PoolingMode: String, Sendable, CaseIterable {
    case max, mean, last
    /// Σ aₜ xₜ, where a is the softmax over the steps of xₜ · w, and w (D) is learned.
    case attention
}

/// A stack of layers (`keras.Sequential`), or an encoder and a decoder (Sutskever et al. 2014).
package struct NetworkConfiguration: Sendable, Equatable {
    /// Of an encoder–decoder the encoder: an Embedding, which both share, up to a recurrent layer in whose last state
    /// the decoder begins.
    package var layers: [LayerConfiguration]
    /// From a recurrent layer to a Dense with softmax over the ids of the Embedding; empty where there is no decoder.
    package var decoder: [LayerConfiguration]

    package init(layers: [LayerConfiguration], decoder: [LayerConfiguration] = []) {
        self.layers = layers
        self.decoder = decoder
    }
}
