import Models
import RecurrentNetworks

/// Keeps what an interrupted training can go on from, in one file beside the place of the model.
struct Checkpoints {
    let path: String
    /// Seconds from one to the next; one more is kept at each epoch's end.
    let interval: Double
    private var last = ContinuousClock.now
    private var hasFailed = false

    init(output: String, interval: Double) {
        path = FileSystem.withoutTrailingSlash(output) + ".checkpoint"
        self.interval = interval
    }

    func read() throws(TrainingRunError) -> TrainingState? {
        do { return try CheckpointFile.read(path) } catch { throw .model(error) }
    }

    /// Keeps the state where it is time to. Returns why it could not be, the first time that it could not.
    mutating func keep(_ progress: TrainingProgress, isLast: Bool) -> String? {
        guard isLast || progress.finished != nil || last.duration(to: .now) >= .seconds(interval) else { return nil }
        do throws(ModelError) {
            defer { last = .now }
            try CheckpointFile.write(progress.state(), to: path)
            return nil
        } catch {
            // The training goes on: the older one is still there, and room may be made until the next.
            defer { hasFailed = true }
            return hasFailed ? nil : error.description
        }
    }

    /// The model is written: there is nothing to go on with.
    func remove() { CheckpointFile.remove(path) }
}
