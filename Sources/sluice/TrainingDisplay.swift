import RecurrentNetworks
import TrainingRuns

/// What a person sees of the training of a network, and how it is stopped.
struct TrainingDisplay {
    private var display = ProgressDisplay { Output.raw($0) }
    private let interruption = Interruption()
    private var wasInterrupted = false

    /// From here on there are weights to keep when Ctrl-C comes.
    func listen() { interruption.listen() }

    mutating func finish() { display.finish() }

    mutating func note(_ text: String) {
        if !text.isEmpty { display.note(text) }
    }

    mutating func show(_ done: Int, of all: Int, what: String) {
        display.show(done, of: all, what: what)
    }

    /// False where the training is to end.
    mutating func show(_ event: NetworkFit.Event) -> Bool {
        switch event {
        case .progress(let progress):
            display.show(progress)
            if interruption.hasCome, !wasInterrupted {
                wasInterrupted = true
                display.note("stopping; the best weights so far are kept (Ctrl-C again ends at once)")
            }
            return !wasInterrupted
        case .nothingToResume: note("there is no checkpoint to go on from: beginning anew")
        case .checkpointIgnored(let path):
            note("an interrupted training left \(path), which this one will replace; --resume goes on with it")
        case .resumed(let epochs, let batches):
            note("going on after epoch \(epochs) and \(Quantity.count(batches)) batches of the next")
        case .checkpointFailed(let reason): note("warning: no checkpoint could be written: \(reason)")
        }
        return true
    }

    /// How a training ended, and which weights were kept.
    static func text(of ending: TrainingResult.Ending, bestEpoch: Int?) -> String {
        let ended =
            switch ending {
            case .allEpochs: ""
            case .early: "stopped early: it got no better\n"
            case .stopped: "stopped by Ctrl-C; the same command with --resume goes on\n"
            case .diverged(let divergence): "ended early: \(divergence)\n"
            }
        return ended + (bestEpoch.map { "kept the weights of epoch \($0)\n" } ?? "")
    }
}
