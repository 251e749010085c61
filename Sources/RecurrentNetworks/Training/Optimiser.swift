/// How gradients move weights, by Keras 3's definitions and with its defaults.
package enum Optimiser: Sendable, Equatable {
    /// `keras.optimizers.SGD`: m ← momentum·m − rate·g, w ← w + m; with `nesterov` w ← w + momentum·m − rate·g.
    case sgd(momentum: Float = 0, nesterov: Bool = false)
    /// `keras.optimizers.RMSprop` (Hinton 2012), not centred: v ← rho·v + (1 − rho)·g², w ← w − rate·g / √(v + epsilon).
    case rmsprop(rho: Float = 0.9, epsilon: Float = 1e-7)
    /// `keras.optimizers.Adam` (Kingma, Ba 2015); AdamW is this one with weight decay.
    case adam(beta1: Float = 0.9, beta2: Float = 0.999, epsilon: Float = 1e-7)

    /// Whether it keeps a mean of gradients, and one of their squares.
    var moments: (first: Bool, second: Bool) {
        switch self {
        case .sgd(let momentum, _): (momentum > 0, false)
        case .rmsprop: (false, true)
        case .adam: (true, true)
        }
    }
}

/// What is done with gradients that are too long. Keras takes one of the three, or none.
package enum Clipping: Sendable, Equatable {
    /// `global_clipnorm`: all gradients together are scaled down to this norm.
    case globalNorm(Float)
    /// `clipnorm`: the gradient of each weight is.
    case norm(Float)
    /// `clipvalue`: every number is brought into −value…value.
    case value(Float)

    /// Keras's name, and the number.
    var option: (name: String, limit: Float) {
        switch self {
        case .globalNorm(let limit): ("global_clipnorm", limit)
        case .norm(let limit): ("clipnorm", limit)
        case .value(let limit): ("clipvalue", limit)
        }
    }
}
