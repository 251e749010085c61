import JSON
import LanguageFeatures
import Logging
import Models
import Server
import ServerProtocol
import Settings
import SluiceClient

/// The daemon's server in this process, for `--no-daemon`: the same code answers the same messages.
final class LocalServer {
    private let server: SluiceServer
    private let connection: InProcessConnection
    private var lastID: Int64 = 0

    convenience init(models: [String], _ configuration: Settings) {
        self.init(Self.make(models: models, configuration, model: nil, idleExit: nil, logger: Self.logger))
    }

    private init(_ server: SluiceServer) {
        self.server = server
        connection = InProcessConnection(server)
    }

    /// Makes another session of the same server.
    var more: @Sendable () -> LocalServer {
        { [server] in LocalServer(server) }
    }

    /// What finds the morphemes of Korean with one of these dictionaries, or with what a server would take.
    func terms(_ dictionaries: [String]) throws -> EngineTerms? {
        do { return try server.terms(dictionaries) } catch {
            throw Failure(error.description, hint: error.hint)
        }
    }

    /// What finds the words that Korean texts are about, likewise.
    func contentWords(_ dictionaries: [String]) throws -> ContentWords? {
        do { return try server.contentWords(dictionaries) } catch {
            throw Failure(error.description, hint: error.hint)
        }
    }

    func lineSeparator(_ parameters: TextAnalyze.Parameters) -> LineSeparator { server.lineSeparator(parameters) }

    func call(
        _ method: String, _ parameters: JSONValue?, notified: (JSONValue) -> Void
    ) throws(ClientError) -> JSONValue {
        lastID += 1
        let response = connection.call(method, parameters, id: lastID) { bytes in
            if let message = try? JSONValue(parsing: bytes) { notified(message) }
        }
        return try Answer.result(of: response, id: lastID)
    }

    func notify(_ method: String, _ parameters: JSONValue) { connection.notify(method, parameters) }

    /// Of a server that nobody started as one: what goes wrong, and nothing else.
    static var logger: Logger { Logger(label: "sluice") { _ in ServerLog(level: .error) } }

    /// A server as flags, environment and files want it, in this order.
    static func make(
        models: [String], _ configuration: Settings, model: String?, idleExit: Double?, logger: Logger
    ) -> SluiceServer {
        var settings = ServerConfiguration()
        let environment = Path.environment(of: ["XDG_DATA_HOME", "HOME"])
        settings.modelSearchPaths = ModelCatalog.searchPaths(options: models, environment: environment)
        settings.dataFolder = ModelCatalog.dataFolder(environment: environment)
        settings.feedbackFolder = settings.dataFolder.map { $0 + "/feedback" }
        settings.settingsEnvironment = Path.environment(of: ["XDG_CONFIG_HOME", "HOME"])
        settings.defaultModel = (model ?? configuration.model).map { ModelOptions.resolved($0, folders: models) }
        settings.defaultVectors = configuration.vectors.map { ModelOptions.resolved($0, folders: models) }
        settings.dictionaries = DictionaryOptions.catalog
        settings.wordNetFolder = WordNetFolder.path(environment: Path.environment(of: ["WNSEARCHDIR", "WNHOME"]))
        settings.dictionary = configuration.dictionary ?? DictionaryOptions.catalog.preferred
        settings.userDictionary = configuration.userDictionary
        settings.stopWords = (configuration.stopWords.add, configuration.stopWords.remove)
        if let minutes = idleExit ?? configuration.idleExit {
            settings.idleTimeout = minutes == 0 ? nil : .seconds(minutes * 60)
        }
        return SluiceServer(configuration: settings, logger: logger)
    }
}
