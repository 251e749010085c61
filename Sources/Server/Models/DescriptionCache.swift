import Models
import RecurrentNetworks
import ServerProtocol
import Synchronization
import TextAnalysis
import TimeSeries
import WordVectors

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// What the files of models say that are not in memory. Reading them takes as long as loading, so it is done once
/// for each state that the files have been in.
final class DescriptionCache: Sendable {
    private struct Entry {
        var stamp: [Int64]
        var outcome: Result<ModelDescription, ModelError>
    }

    private let entries = Mutex<[String: Entry]>([:])

    /// - Parameter path: nil for a built-in model.
    func description(
        of key: String, path: String?, _ catalog: ModelCatalog
    ) -> Result<ModelDescription, ModelError> {
        let stamp = path.map(Self.stamp) ?? []
        if let entry = entries.withLock({ $0[key] }), entry.stamp == stamp { return entry.outcome }
        let outcome = Result { () throws(ModelError) in ModelDescription(try catalog.openAny(path ?? key)) }
        entries.withLock { entries in
            // Whoever asks for paths without end must not fill our memory with them.
            if entries.count >= 1_000 { entries = [:] }
            entries[key] = Entry(stamp: stamp, outcome: outcome)
        }
        return outcome
    }

    /// Changes when one of the files of a model directory does.
    static func stamp(of path: String) -> [Int64] {
        ModelFileName.allCases.flatMap { FileStamp.of(path + "/" + $0.rawValue) }
    }
}

/// Numbers that change when a file does.
enum FileStamp {
    /// Empty where there is no such file.
    static func of(_ path: String) -> [Int64] {
        var status = stat()
        guard stat(path, &status) == 0 else { return [] }
        #if canImport(Darwin)
            let times = [status.st_mtimespec, status.st_ctimespec]
        #else
            // The second changes with the file's permissions, too.
            let times = [status.st_mtim, status.st_ctim]
        #endif
        return [Int64(truncatingIfNeeded: status.st_ino), Int64(status.st_size)]
            + times.flatMap { [Int64($0.tv_sec), Int64($0.tv_nsec)] }
    }
}

extension ModelDescription {
    /// As it is when it is not in memory.
    init(_ stored: StoredModel) {
        let card = stored.card
        let (labels, parameters, vocabulary, maximumLength): ([String], Int, Int, Int?) =
            switch stored {
            case .network(let model):
                (
                    model.labels, model.network.parameterCount, model.pipeline.vocabulary.count,
                    model.pipeline.configuration.maximumLength
                )
            case .vectorizer(let stored):
                ([], stored.vectorizer.weights?.values.count ?? 0, stored.vectorizer.vocabularySize, nil)
            case .vectors(let stored): ([], stored.table.count * stored.table.dimensions, stored.table.count, nil)
            case .forecaster(let stored): (stored.configuration.labels, stored.network.parameterCount, 0, nil)
            }
        self.init(
            name: stored.name, source: stored.path ?? "built-in", readiness: .unloaded, memory: 0,
            contents: Contents(
                task: stored.task, labels: labels, parameters: parameters, vocabulary: vocabulary,
                maximumLength: maximumLength, description: card.description, languages: card.languages,
                data: card.data, license: card.license,
                metrics: card.metrics.map { Metric(name: $0.name, value: $0.value, measuredOn: $0.measuredOn) },
                series: Self.series(of: stored)))
    }

    private static func series(of stored: StoredModel) -> Series? {
        guard case .forecaster(let stored) = stored else { return nil }
        let configuration = stored.configuration
        return Series(
            dateColumn: configuration.dateColumn, targets: configuration.targets, inputs: configuration.inputs,
            calendar: configuration.calendar.map(\.rawValue), window: configuration.window,
            horizon: configuration.horizon, mode: configuration.mode.rawValue)
    }
}
