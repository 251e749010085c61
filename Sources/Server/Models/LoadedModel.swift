import LanguageFeatures
import Models
import RecurrentNetworks
import Synchronization
import TextAnalysis

/// A model in memory, and how long it stays there.
final class LoadedModel: Sendable {
    /// Where it came from: the absolute path of its directory, or the name of a built-in model.
    let key: String
    let classifier: Classifier
    /// Where the model's task is to tag, to translate.
    let tagger: Tagger?
    let translator: Translator?
    /// Seconds after the last use: 0 until it is answered, -1 for ever.
    private let keepAlive: Mutex<Double>
    private let uses = Mutex((count: 0, last: ContinuousClock.now, wasUsed: false))
    /// How often the files are looked at, while the model is used.
    private static let interval = Duration.seconds(1)
    private let files: Mutex<(stamp: [Int64], seen: ContinuousClock.Instant, haveChanged: Bool)>

    /// `stamp` is that of the files before they were read; empty for a built-in model.
    init(key: String, model: Model, stamp: [Int64], keepAlive: Double) {
        self.key = key
        files = Mutex((stamp, .now, false))
        classifier = Classifier(model: model)
        tagger = model.task == .tag ? Tagger(model: model) : nil
        translator = model.task == .translate ? Translator(model: model) : nil
        self.keepAlive = Mutex(keepAlive)
    }

    var model: Model { classifier.model }
    var name: String { model.name }
    /// Bytes: the network and the vocabulary, which are nearly all of it.
    var memory: Int { model.network.memory + model.pipeline.vocabulary.memory }

    func keep(_ seconds: Double) { keepAlive.withLock { $0 = seconds } }
    var keepAliveSeconds: Double { keepAlive.withLock { $0 } }

    /// Whether the files are others than those that were read, as after a training. Noticed within a second.
    func isOutdated(at now: ContinuousClock.Instant = .now) -> Bool {
        files.withLock { files in
            guard !files.stamp.isEmpty, !files.haveChanged, files.seen.duration(to: now) >= Self.interval else {
                return files.haveChanged
            }
            files.seen = now
            let stamp = DescriptionCache.stamp(of: key)
            // Where there are none the model was taken away: what is in memory stays.
            files.haveChanged = !stamp.isEmpty && stamp != files.stamp
            return files.haveChanged
        }
    }

    /// The files cannot be opened as they are: they are tried again when they have changed once more.
    func giveUp(on stamp: [Int64]) {
        files.withLock { $0 = (stamp, .now, false) }
    }

    func beginUse() {
        uses.withLock { $0.count += 1 }
    }

    func endUse() {
        uses.withLock { uses in
            uses.count -= 1
            uses.last = .now
            uses.wasUsed = true
        }
    }

    /// Nobody uses it, and nobody has for as long as it was to be kept.
    func isExpired(at now: ContinuousClock.Instant = .now) -> Bool {
        let seconds = keepAliveSeconds
        guard seconds >= 0 else { return false }
        return uses.withLock { uses in
            // One that is kept until it is answered has to be asked first; a minute is long enough to wait for that.
            let limit = seconds == 0 && !uses.wasUsed ? 60 : seconds
            return uses.count == 0 && uses.last.duration(to: now) >= .seconds(min(limit, 1e9))
        }
    }
}
