/// How to train. The defaults are Keras's where it has one.
package struct TrainingOptions: Sendable, Equatable {
    package var epochs = 10
    /// Sequences a step.
    package var batchSize = 64
    package var loss = Loss.crossEntropy
    package var optimiser = Optimiser.adam()
    package var learningRate: Float = 0.001
    package var schedule = LearningRateSchedule.constant
    package var clipping: Clipping? = .globalNorm(1)
    /// Decoupled weight decay (Keras's `weight_decay`); 0 is none.
    package var weightDecay: Float = 0
    /// 0 ≤ s < 1: the share of the label spread over all classes.
    package var labelSmoothing: Float = 0
    /// Truncated back-propagation through time (Williams, Peng 1990): gradients go back through at most so many steps
    /// of a layer, to the start of the piece of that length that a step is in, while the state is carried on from
    /// piece to piece. nil: through whole sequences.
    package var truncation: Int?
    /// Epochs without improvement after which training stops; nil: never. The best weights are kept either way.
    package var patience: Int? = 3
    package var monitor = Monitor.validationLoss
    /// Decay per step of an exponential moving average of the weights; the averages are then what is evaluated
    /// and kept. nil: no averaging.
    package var averaging: Float?
    package var seed: UInt64 = 1
    /// How many threads; the weights do not depend on it.
    package var threads = 1

    /// What tells a better epoch. Without a validation set it is the same of the training rows.
    package enum Monitor: String, Sendable, CaseIterable {
        case validationLoss, validationAccuracy
    }

    package init() {}

    /// Options are called as recipes call them.
    func check() throws(TrainingError) {
        func refuse(_ name: String, _ came: some CustomStringConvertible, _ needed: String) -> TrainingError {
            .invalidOption(name: name, came: came.description, needed: needed)
        }
        guard epochs >= 1 else { throw refuse("epochs", epochs, "at least 1") }
        guard batchSize >= 1, batchSize <= 1 << 20 else { throw refuse("batch_size", batchSize, "1 to 1048576") }
        guard learningRate > 0, learningRate.isFinite else {
            throw refuse("learning_rate", learningRate, "a number above 0")
        }
        if let (name, limit) = clipping?.option, !(limit > 0) { throw refuse(name, limit, "a number above 0") }
        guard weightDecay >= 0, weightDecay.isFinite else { throw refuse("weight_decay", weightDecay, "at least 0") }
        guard labelSmoothing >= 0, labelSmoothing < 1 else {
            throw refuse("label_smoothing", labelSmoothing, "0 ≤ s < 1")
        }
        if case .reduceOnPlateau(let factor, let patience) = schedule {
            guard factor > 0, factor < 1 else { throw refuse("factor", factor, "a number between 0 and 1") }
            guard patience >= 1 else { throw refuse("plateau_patience", patience, "at least 1 epoch") }
        }
        if let truncation, truncation < 1 { throw refuse("truncate", truncation, "at least 1 step") }
        if case .huber(let delta) = loss, !(delta > 0) { throw refuse("delta", delta, "a number above 0") }
        if case .quantile(let quantiles) = loss, quantiles.isEmpty || !quantiles.allSatisfy({ $0 > 0 && $0 < 1 }) {
            throw refuse("quantiles", quantiles, "one or more numbers between 0 and 1")
        }
        if let patience, patience < 0 { throw refuse("patience", patience, "at least 0") }
        if let averaging, !(averaging > 0 && averaging < 1) {
            throw refuse("ema_momentum", averaging, "a decay between 0 and 1, say 0.999")
        }
        guard threads >= 1 else { throw refuse("threads", threads, "at least 1") }
    }

    /// Into how many parts a batch is cut. It depends on the batch size alone, since sums of floats depend on how
    /// they are grouped: the same parts for any number of threads give the same bits.
    static func shards(batchSize: Int) -> Int { min(max((batchSize + 15) / 16, 1), 8) }
}

/// The learning rate as a factor of the one that was set.
package enum LearningRateSchedule: Sendable, Equatable {
    case constant
    /// Rises in a straight line over the first share of all steps, then falls along half a cosine to 0.
    case warmUpCosine(warmUp: Double)
    /// Rises in a straight line over the first share of all steps, then falls in a straight line to 0.
    case warmUpLinear(warmUp: Double)
    /// Keras's ReduceLROnPlateau: times `factor` after `patience` epochs without improvement.
    case reduceOnPlateau(factor: Double = 0.1, patience: Int = 10)

    /// `step` from 0.
    package func factor(at step: Int, of total: Int) -> Double {
        let warmUp: Double
        switch self {
        case .constant, .reduceOnPlateau: return 1
        case .warmUpCosine(let share), .warmUpLinear(let share): warmUp = min(max(share, 0), 1) * Double(total)
        }
        let position = Double(step) + 1
        if position < warmUp { return position / warmUp }
        let rest = Double(total) + 1 - warmUp
        let progress = rest > 0 ? min(max((position - warmUp) / rest, 0), 1) : 1
        if case .warmUpCosine = self { return (1 + cosine(.pi * progress)) / 2 }
        return 1 - progress
    }
}

/// What one epoch came to.
package struct EpochRecord: Sendable, Equatable {
    /// From 1.
    package var epoch: Int
    /// Means over the rows as they were trained on, dropout included.
    package var loss: Double
    /// nil where nothing is right or wrong: numbers are estimated.
    package var accuracy: Double?
    package var validationLoss: Double?
    package var validationAccuracy: Double?
    /// Of the last step.
    package var learningRate: Double
    /// Wall time, validation included.
    package var seconds: Double

    package init(
        epoch: Int, loss: Double, accuracy: Double?, validationLoss: Double? = nil,
        validationAccuracy: Double? = nil, learningRate: Double, seconds: Double
    ) {
        self.epoch = epoch
        self.loss = loss
        self.accuracy = accuracy
        self.validationLoss = validationLoss
        self.validationAccuracy = validationAccuracy
        self.learningRate = learningRate
        self.seconds = seconds
    }
}

package struct TrainingProgress {
    /// From 1.
    package var epoch: Int
    package var epochs: Int
    /// Batches done in this epoch.
    package var batch: Int
    package var batches: Int
    /// Means over this epoch so far.
    package var loss: Double
    package var accuracy: Double?
    package var textsPerSecond: Double
    /// What the training can go on from, as of this call; it is not good for later.
    package var state: () -> TrainingState
    /// Set on the call that ends an epoch.
    package var finished: EpochRecord?
}

package struct TrainingResult: Sendable {
    package enum Ending: Sendable, Equatable {
        case allEpochs
        /// No improvement for as many epochs as patience allows.
        case early
        /// The progress callback said so.
        case stopped
        case diverged(Divergence)
    }

    /// With the best weights.
    package var network: Network
    package var history: [EpochRecord]
    /// The epoch (from 1) whose weights these are; nil where none was finished.
    package var bestEpoch: Int?
    package var ending: Ending
}
