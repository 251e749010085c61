import ArgumentParser
import JSON
import Models
import ServerProtocol
import Settings
import SluiceClient

/// Which daemon a command asks, or none.
struct DaemonOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The daemon's socket.", valueName: "path"))
    var socket: String?

    @Flag(help: "Answer in this process. The answers are the same, byte for byte.")
    var noDaemon = false

    @Flag(help: "Fail where no daemon runs, rather than start one.")
    var noSpawn = false

    func endpoint(_ configuration: Settings) throws -> Endpoint {
        if noDaemon {
            try InstructionSet.check()
            // What a daemon would know, and no more: the answers would differ otherwise.
            let shared = try Configuration.load(workspace: false)
            return .inProcess(LocalServer(models: shared.models, shared))
        }
        return .daemon(try connection(configuration, mayStart: !noSpawn))
    }

    /// A connection to a daemon of this build: an idle one of another build is replaced, a busy one is used.
    func connection(_ configuration: Settings, mayStart: Bool) throws(ClientError) -> Connection {
        let options = connectionOptions(configuration, mayStart: mayStart)
        guard mayStart else { return try Connection(options) }
        return try Connection.toThisBuild(options) { others in
            Output.note("sluice: the daemon is of another build, and \(others) others use it; it is asked as it is")
        }
    }

    func connectionOptions(_ configuration: Settings, mayStart: Bool) -> Connection.Options {
        var options = Connection.Options()
        // The environment stands between flag and file, and the client itself knows SLUICE_SOCKET.
        options.socket = socket ?? (Path.environment("SLUICE_SOCKET") == nil ? configuration.socket : nil)
        options.startsDaemon = mayStart
        options.executable = Path.executable
        options.timeout = nil
        options.daemonArguments = configuration.idleExit.map { ["--idle-exit", String($0)] } ?? []
        return options
    }
}

/// Which model a command asks for.
struct ModelOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The model: a name, or the path of its folder. A path has a '/' in it, such as ./reviews.",
            valueName: "name|path"))
    var model: String?

    @Option(
        help: ArgumentHelp("A folder in which to look for --model first. May be repeated.", valueName: "folder"))
    var models: [String] = []

    /// Folders of models in the order in which they are searched.
    static func folders(_ models: [String], _ configuration: Settings) throws(Failure) -> [String] {
        for folder in models where !Path.exists(Path.absolute(folder)) {
            throw Failure("--models \(folder): there is no such folder", hint: "check the path")
        }
        let fromEnvironment =
            Path.environment("SLUICE_MODELS")?.split(separator: ":").map { Path.absolute(String($0)) } ?? []
        return models.map { Path.absolute($0) } + fromEnvironment + configuration.models
    }

    func folders(_ configuration: Settings) throws(Failure) -> [String] {
        try Self.folders(models, configuration)
    }

    /// What to send as `model`: an absolute path where the folder can be seen from here, because the daemon knows
    /// neither our working folder nor our settings; else the name.
    func resolved(_ configuration: Settings) throws(Failure) -> String? {
        let folders = try folders(configuration)
        return (model ?? configuration.model).map { Self.resolved($0, folders: folders) }
    }

    /// What a person is told where a question about this model is refused.
    static func failure(_ error: ClientError, model name: String?) -> any Error {
        guard case .refused(_, _, "modelNotFound", _) = error else { return error }
        return Failure(error.description, hint: hint(for: name) ?? error.hint)
    }

    /// For somebody whose model was not found, and who meant the folder beside them.
    static func hint(for name: String?) -> String? {
        guard let name, !Path.isPath(name), Path.exists(name + "/config.json") else { return nil }
        return "for the folder of this name here, write ./\(name)"
    }

    /// The model itself, for a command that works without the daemon.
    static func open(_ name: String, folders: [String]) throws -> Model {
        do { return try openAny(name, folders: folders).network() } catch let error as ModelError {
            throw Failure("\(error)")
        }
    }

    /// The same of whatever has that name.
    static func openAny(_ name: String, folders: [String]) throws -> StoredModel {
        let folders = try Self.folders(folders, Configuration.load())
        let catalog = ModelCatalog(
            searchPaths: ModelCatalog.searchPaths(
                options: folders, environment: Path.environment(of: ["XDG_DATA_HOME", "HOME"])))
        do { return try catalog.openAny(resolved(name, folders: folders)) } catch {
            throw Failure("\(error)", hint: hint(for: name) ?? "sluice models lists the models there are")
        }
    }

    static func resolved(_ name: String, folders: [String]) -> String {
        if Path.isPath(name) { return Path.absolute(name) }
        for folder in folders where Path.exists(folder + "/" + name + "/config.json") {
            return folder + "/" + name
        }
        return name
    }
}

/// Where a command's questions go. Both ways run the same server on the same messages.
enum Endpoint {
    case daemon(Connection)
    case inProcess(LocalServer)

    /// Makes another session with the same server, on any thread.
    var more: @Sendable () throws -> Endpoint {
        switch self {
        case .daemon(let connection):
            let more = connection.more
            return { .daemon(try more()) }
        case .inProcess(let server):
            let more = server.more
            return { .inProcess(more()) }
        }
    }

    /// - Parameter notified: gets the messages that come ahead of the answer.
    func call(
        _ method: String, _ parameters: JSONValue? = nil, notified: (JSONValue) -> Void = { _ in }
    ) throws(ClientError) -> JSONValue {
        switch self {
        case .daemon(let connection): try connection.call(method, parameters, notified: notified)
        case .inProcess(let server): try server.call(method, parameters, notified: notified)
        }
    }

    /// Sends what nobody answers.
    func notify<Method: RemoteMethod>(_ method: Method.Type, _ parameters: Method.Parameters) throws(ClientError) {
        switch self {
        case .daemon(let connection): try connection.notify(method.method, parameters.json)
        case .inProcess(let server): server.notify(method.method, parameters.json)
        }
    }

    /// The answer both as it came, for `--json`, and read.
    func ask<Method: RemoteMethod>(
        _ method: Method.Type, _ parameters: Method.Parameters, notified: (JSONValue) -> Void = { _ in }
    ) throws(ClientError) -> (raw: JSONValue, result: Method.Result) where Method.Result: ResultShape {
        let raw = try call(method.method, parameters.json, notified: notified)
        do { return (raw, try Method.Result(raw)) } catch { throw .invalidAnswer(reason: error.reason) }
    }
}
