import LanguageFeatures
import Models
import RecurrentNetworks
import Synchronization
import TextAnalysis

/// A network that answers, and what answers with it.
struct LoadedNetwork: Sendable {
    let model: Model
    /// See `LoadedModel.key`.
    let key: String
    let classifier: Classifier
    /// Where the model's task is to tag.
    let tagger: Tagger?
    /// Where its tags are those of Korean morphemes.
    let morphemeTagger: MorphemeTagger?
    /// Where they say where spaces belong.
    let spaceRestorer: SpaceRestorer?

    init(_ model: Model, key: String) {
        self.model = model
        self.key = key
        classifier = Classifier(model: model)
        tagger = model.task == .tag ? Tagger(model: model) : nil
        morphemeTagger = MorphemeTagger(model: model)
        spaceRestorer = SpaceRestorer(model: model)
    }

    var name: String { model.name }
}

/// A model in memory, and how long it stays there.
final class LoadedModel: Sendable {
    /// Where it came from: the absolute path of its directory, or the name of a built-in model.
    let key: String
    /// No other model that was ever loaded has it.
    let serial = LoadedModel.last.wrappingAdd(1, ordering: .relaxed).newValue
    private static let last = Atomic(0)
    let stored: StoredModel
    /// Nil of what reads no texts.
    let network: LoadedNetwork?
    /// Nil of all but a forecaster.
    let forecaster: Forecaster?
    /// Made of a network's own embedding when that is first asked for.
    private let related: Mutex<RelatedWords??>
    /// Made when it is first asked for: it sorts all words.
    private let completing = Mutex<WordCompletion??>(nil)
    /// Seconds after the last use: 0 until it is answered, -1 for ever.
    private let keepAlive: Mutex<Double>
    private let uses = Mutex((count: 0, last: ContinuousClock.now, wasUsed: false))
    /// How often the files are looked at, while the model is used.
    private static let interval = Duration.seconds(1)
    private let files: Mutex<(stamp: [Int64], seen: ContinuousClock.Instant)>

    /// `stamp` is that of the files before they were read.
    init(key: String, stored: StoredModel, stamp: [Int64], keepAlive: Double) {
        self.key = key
        self.stored = stored
        files = Mutex((stamp, .now))
        network = if case .network(let model) = stored { LoadedNetwork(model, key: key) } else { nil }
        forecaster = if case .forecaster(let model) = stored { Forecaster(model) } else { nil }
        related =
            switch stored {
            case .vectors(let vectors): Mutex(.some(RelatedWords(vectors.table)))
            case .vectorizer, .forecaster: Mutex(.some(nil))
            case .network: Mutex(nil)
            }
        self.keepAlive = Mutex(keepAlive)
    }

    /// What finds related words in its vectors; nil where it has none.
    var relatedWords: RelatedWords? {
        related.withLock { related in
            if let related { return related }
            // One that is too wide to be a table is as good as none.
            let made = network.flatMap { try? StoredVectors.embedding(of: $0.model) }.map { RelatedWords($0.table) }
            related = .some(made)
            return made
        }
    }

    /// What goes on with words that are begun; nil where there are no vectors.
    var completion: WordCompletion? {
        completing.withLock { completing in
            if let completing { return completing }
            let made = relatedWords.map(WordCompletion.init)
            completing = .some(made)
            return made
        }
    }

    var name: String { stored.name }
    var task: String { stored.task }
    var memory: Int { stored.memory }

    func keep(_ seconds: Double) { keepAlive.withLock { $0 = seconds } }
    var keepAliveSeconds: Double { keepAlive.withLock { $0 } }

    /// Whether the files are others than those that were read, as after a training. They are looked at once a second, and
    /// what is new is told once: to the one who then has them read.
    func hasNewFiles(at now: ContinuousClock.Instant = .now) -> Bool {
        // A built-in model has none.
        guard stored.path != nil else { return false }
        return files.withLock { files in
            guard files.seen.duration(to: now) >= Self.interval else { return false }
            files.seen = now
            let stamp = DescriptionCache.stamp(of: key)
            // Where there are none the model was taken away: what is in memory stays.
            guard !stamp.isEmpty, stamp != files.stamp else { return false }
            files.stamp = stamp
            return true
        }
    }

    /// The new files were not read after all: they are told again.
    func lookAgain() { files.withLock { $0.stamp = [] } }

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
