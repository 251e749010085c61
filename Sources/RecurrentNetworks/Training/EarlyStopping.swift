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
