/// Keras's EarlyStopping with `restore_best_weights`, and best weights restored at a full run's end too.
package struct EarlyStopping {
    let patience: Int?
    /// Smaller is better.
    private var best = Double.infinity
    package private(set) var bestEpoch: Int?
    private var wait = 0

    package init(patience: Int?) {
        self.patience = patience
    }

    func save(in state: inout TrainingState) {
        state.numbers["stopping/best"] = best
        state.numbers["stopping/best_epoch"] = Double(bestEpoch ?? 0)
        state.numbers["stopping/wait"] = Double(wait)
    }

    mutating func restore(from state: TrainingState, epochs: Int) throws(TrainingError) {
        best = try state.number("stopping/best")
        let epoch = try state.integer("stopping/best_epoch", 0...epochs)
        bestEpoch = epoch == 0 ? nil : epoch
        wait = try state.integer("stopping/wait", 0...epochs)
    }

    package enum Verdict: Equatable {
        case improved, worse, stop
    }

    /// `epoch` from 1, `value` the smaller the better; one that is no number is never better.
    package mutating func after(epoch: Int, value: Double) -> Verdict {
        if value < best {
            best = value
            bestEpoch = epoch
            wait = 0
            return .improved
        }
        wait += 1
        if let patience, wait >= patience, epoch > 1 { return .stop }
        return .worse
    }
}

/// Keras's ReduceLROnPlateau with its min_delta of 1e-4, no cooldown and no least rate.
package struct PlateauReduction {
    let factor: Double
    let patience: Int
    /// What the learning rate is multiplied by.
    package private(set) var scale = 1.0
    private var best = Double.infinity
    private var wait = 0

    package init(factor: Double, patience: Int) {
        self.factor = factor
        self.patience = patience
    }

    /// The smaller the better.
    package mutating func after(value: Double) {
        if value < best - 1e-4 {
            best = value
            wait = 0
            return
        }
        wait += 1
        guard wait >= patience else { return }
        scale *= factor
        wait = 0
    }

    func save(in state: inout TrainingState) {
        state.numbers["plateau/scale"] = scale
        state.numbers["plateau/best"] = best
        state.numbers["plateau/wait"] = Double(wait)
    }

    mutating func restore(from state: TrainingState, epochs: Int) throws(TrainingError) {
        scale = try state.number("plateau/scale")
        best = try state.number("plateau/best")
        wait = try state.integer("plateau/wait", 0...epochs)
    }
}
