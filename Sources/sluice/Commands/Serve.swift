import ArgumentParser
import Logging
import Models
import Server
import ServerProtocol
import Settings
import Transports

struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve requests, on a socket or on standard streams, until told to stop.",
        discussion: """
            Without an option this is the shared daemon, in the foreground, on the user's socket. Other commands start \
            one in the background by themselves. With --stdio one session is served on standard input and output:

              sluice serve --stdio < requests.jsonl
            """)

    @Flag(help: "Serve one session on standard input and output.")
    var stdio = false

    @Option(help: ArgumentHelp("The socket to listen on.", valueName: "path"))
    var socket: String?

    @Option(help: ArgumentHelp("A folder of models to look in first. May be repeated.", valueName: "folder"))
    var models: [String] = []

    @Option(help: ArgumentHelp("The model of requests that name none.", valueName: "name|path"))
    var model: String?

    @Option(help: ArgumentHelp("End after so many minutes without a session; 0: never.", valueName: "minutes"))
    var idleExit: Double?

    enum LogLevel: String, ExpressibleByArgument, CaseIterable {
        case debug, info, notice, warning, error
    }

    @Option(help: "The least serious events to tell of on standard error.")
    var log = LogLevel.notice

    @Option(help: .hidden)
    var readyFd: Int32?

    @Option(help: .hidden)
    var lockFd: Int32?

    func validate() throws {
        if stdio, socket != nil { throw ValidationError("Give --stdio or --socket, not both.") }
        if let idleExit, !SettingsKeys.idleExit.contains(idleExit) {
            throw ValidationError("--idle-exit must be \(SettingsKeys.idleExitText).")
        }
    }

    func run() throws {
        if let readyFd { InheritedDescriptors.closeAll(except: [0, 1, 2, readyFd] + (lockFd.map { [$0] } ?? [])) }
        let readiness = Readiness(descriptor: readyFd)
        let server: SluiceServer
        let location: SocketLocation
        do {
            try InstructionSet.check()
            MemoryAllocator.returnLargeBuffers()
            let configuration = try settings()
            server = LocalServer.make(
                models: try ModelOptions.folders(models, configuration), configuration, model: model,
                idleExit: idleExit,
                logger: logger)
            if stdio { endProcess(try server.runStandardStreams()) }
            let chosen = socket ?? (Path.environment("SLUICE_SOCKET") == nil ? configuration.socket : nil)
            location = try SocketLocation.discover(chosen: chosen)
        } catch {
            // Whoever started us waits for a word, whatever went wrong.
            let failure = Self.failure(error)
            readiness.failed(failure.message + (failure.hint.map { "; \($0)" } ?? ""))
            throw failure
        }
        try listen(server, at: location, readiness)
    }

    /// A daemon that a command has started is everybody's: the command's folder says nothing about it. It, and a session
    /// on standard streams, may be an editor's, which is not left without a server because of a mistake in a file.
    private func settings() throws(Failure) -> Settings {
        guard stdio || readyFd != nil else { return try Configuration.load() }
        let (settings, problems) = Configuration.read(workspace: readyFd == nil)
        for problem in problems { Output.note("sluice: \(problem)") }
        return settings
    }

    /// Blocks until the server has stopped.
    private func listen(_ server: SluiceServer, at location: SocketLocation, _ readiness: Readiness) throws {
        let outcome = Monitor<Result<Void, TransportError>?>(nil)
        Task {
            do throws(TransportError) {
                try await server.runSocket(location, inheritedLock: lockFd, readiness: readiness)
                outcome.change { $0 = .success(()) }
            } catch {
                outcome.change { $0 = .failure(error) }
            }
        }
        if case .failure(let error) = outcome.wait({ $0 }) { throw Self.failure(error) }
    }

    private static func failure(_ error: any Error) -> Failure {
        switch error {
        case let error as Failure: error
        case let error as TransportError: Failure(error.reason, hint: error.hint)
        case let error as SocketLocationError: Failure(error.description, hint: error.hint)
        default: Failure("\(error)")
        }
    }

    private var logger: Logger {
        let level = Logger.Level(rawValue: log.rawValue) ?? .notice
        return Logger(label: "sluice") { _ in ServerLog(level: level) }
    }
}
