package import JSONRPC
package import Logging
import Models
import ServerProtocol
import Synchronization
package import Transports

/// The server: what sessions share. A session comes with each connection, whatever the transport.
package final class SluiceServer: Sendable {
    package let configuration: ServerConfiguration
    let logger: Logger
    let models: ModelStore
    let analysers: AnalyserStore
    let statistics = MethodStatistics(methods: Routes.names)
    let sessions = SessionRegistry()
    /// Work that takes a while, and work that takes very long: neither may wait for the other.
    let workers: WorkerPool
    let longWorkers: WorkerPool
    /// As many searches as a pass over vectors serves at once.
    let joint = JointQueue(most: 8)
    /// Long messages are read here, so that what cancels the work before them is not held up by it.
    let readers = WorkerPool(threads: 2, capacity: .max)
    /// Long documents that editors have open are read here, and what is known of their paragraphs is kept.
    let reading: SharedWork
    let readings = ReadingCache()
    let vocabularies = DocumentVocabularies()
    let recentMorphemes = RecentMorphemes()
    let ignored: IgnoredFindings
    let ownWords: OwnWords
    let started = ContinuousClock.now
    private let isStopping = Atomic(false)
    private let underWay = Monitor(0)
    private let stopRequest = AsyncStream.makeStream(of: Void.self)
    private let socket = Mutex<String?>(nil)

    package init(
        configuration: ServerConfiguration = ServerConfiguration(), logger: Logger = Logger(label: "sluice")
    ) {
        self.configuration = configuration
        self.logger = logger
        let cores = Processor.usableCores
        workers = WorkerPool(
            threads: configuration.workers ?? min(max(cores, 2), 8), capacity: configuration.queueLimit)
        models = ModelStore(
            catalog: ModelCatalog(searchPaths: configuration.modelSearchPaths),
            defaultModel: configuration.defaultModel, vectors: configuration.defaultVectors, workers: workers)
        analysers = AnalyserStore(configuration: configuration, models: models)
        reading = SharedWork(threads: max(cores, 2))
        ignored = IgnoredFindings(folder: configuration.dataFolder)
        ownWords = OwnWords(folder: configuration.dataFolder)
        longWorkers = WorkerPool(threads: 1, capacity: configuration.longQueueLimit)
    }

    /// A new session that answers on `output`. It is given frames, and must be told when the connection is gone.
    package func session(output: any MessageSender) -> any MessageReceiver {
        Session(server: self, output: output)
    }

    package var limits: FrameDecoder.Limits {
        FrameDecoder.Limits(message: configuration.messageLimit, header: configuration.headerLimit)
    }

    /// Where the daemon listens; nil on standard streams and in process.
    var socketPath: String? {
        get { socket.withLock { $0 } }
        set { socket.withLock { $0 = newValue } }
    }

    // MARK: - Stopping

    /// From here on nothing new is begun.
    var isDraining: Bool { isStopping.load(ordering: .relaxed) }

    /// Stops the server as SIGTERM does: what was accepted is answered first.
    package func requestStop() {
        if !isDraining { for session in sessions.all { session.editing?.notify(ClientMessages.stop) } }
        isStopping.store(true, ordering: .relaxed)
        // Whoever waits for requests under way waits for a limited time from here on.
        underWay.change { _ in }
        stopRequest.continuation.finish()
    }

    /// Returns when a stop is requested.
    func stopRequested() async {
        for await _ in stopRequest.stream {}
    }

    /// Whether requests are under way.
    package var isBusy: Bool { underWay.read { $0 > 0 } }

    /// Whether at most one request is under way: the one that asks.
    var isAlmostIdle: Bool { underWay.read { $0 <= 1 } }

    func begin() { underWay.change { $0 += 1 } }
    func end() { underWay.change { $0 -= 1 } }

    /// Waits until every request under way is answered: without limit until a stop is requested, then for as long as
    /// a stop may take; false when that was too short. Blocks.
    func drain() -> Bool {
        _ = underWay.wait { $0 == 0 || isDraining ? true : nil }
        return underWay.wait(atMost: configuration.drainTimeout) { $0 == 0 ? true : nil } ?? false
    }

    /// The same without blocking one of Swift's own threads, as long as there are others to be had.
    func drainAside() async -> Bool {
        await withCheckedContinuation { continuation in
            let hasStarted = startThread { [self] in continuation.resume(returning: drain()) }
            if !hasStarted { continuation.resume(returning: drain()) }
        }
    }

    /// Ends the threads. Nothing may be asked any more.
    func finish() {
        workers.stop()
        longWorkers.stop()
        readers.stop()
        reading.stop()
    }
}
