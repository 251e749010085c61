import Models
package import RecurrentNetworks

/// The training of a network with checkpoints beside the place of its model: what all trainings of networks share.
package struct NetworkFit: Sendable {
    /// The model directory that is going to be.
    package var output: String
    /// Go on from the checkpoint of an interrupted training of the same, where there is one.
    package var resumes = false
    /// Seconds between checkpoints; one more is kept at each epoch's end.
    package var checkpointInterval = 60.0
    /// Whether a training that is stopped writes the best weights so far, and checkpoints to go on from. Else it ends
    /// at the next event, and the output is as it was.
    package var keepsStopped = true

    package enum Event {
        /// There was no checkpoint to go on from, or there is one that was not asked for.
        case nothingToResume
        case checkpointIgnored(path: String)
        /// Epochs done, and batches of the next.
        case resumed(epochs: Int, batches: Int)
        /// Why a checkpoint could not be written; the training goes on.
        case checkpointFailed(reason: String)
        case progress(TrainingProgress)
    }

    /// - Parameter report: false, in answer to `.progress`, ends the training.
    func train(
        _ trainer: Trainer, on set: TrainingSet, validation: TrainingSet, _ report: (Event) -> Bool
    ) throws(TrainingRunError) -> TrainingResult {
        var checkpoints = Checkpoints(output: output, interval: checkpointInterval)
        let state = try resumedState(checkpoints, report)
        let result: TrainingResult
        do {
            result = try trainer.train(on: set, validation: validation.count > 0 ? validation : nil, from: state) {
                let goOn = report(.progress($0))
                if keepsStopped, let reason = checkpoints.keep($0, isLast: !goOn) {
                    _ = report(.checkpointFailed(reason: reason))
                }
                return goOn
            }
        } catch {
            throw .training(error)
        }
        if result.ending == .stopped, !keepsStopped { throw .stopped }
        return result
    }

    /// The model is written. Where the training was stopped there is something to go on with.
    func removeCheckpoint(after ending: TrainingResult.Ending) {
        if ending != .stopped { Checkpoints(output: output, interval: checkpointInterval).remove() }
    }

    private func resumedState(
        _ checkpoints: Checkpoints, _ report: (Event) -> Bool
    ) throws(TrainingRunError) -> TrainingState? {
        guard resumes else {
            if CheckpointFile.exists(checkpoints.path) { _ = report(.checkpointIgnored(path: checkpoints.path)) }
            return nil
        }
        guard let state = try checkpoints.read() else {
            _ = report(.nothingToResume)
            return nil
        }
        _ = report(
            .resumed(
                epochs: state.numbers["epoch"].flatMap { Int(exactly: $0) } ?? 0,
                batches: state.numbers["batch"].flatMap { Int(exactly: $0) } ?? 0))
        return state
    }
}
