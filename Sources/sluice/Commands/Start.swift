import ArgumentParser
import JSON
import ServerProtocol
import SluiceClient

struct Start: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Start the daemon, where it does not run yet.")

    @Option(help: ArgumentHelp("The daemon's socket.", valueName: "path"))
    var socket: String?

    func run() throws {
        var daemon = DaemonOptions()
        daemon.socket = socket
        let connection = try daemon.connection(Configuration.load(), mayStart: true)
        Output.write("process \(try connection.status().processID) listens on \(connection.socketPath)\n")
    }
}

struct Stop: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Stop the daemon: it answers what it has begun, then ends. No daemon is no failure.")

    @Option(help: ArgumentHelp("The daemon's socket.", valueName: "path"))
    var socket: String?

    func run() throws {
        var daemon = DaemonOptions()
        daemon.socket = socket
        let connection: Connection
        do {
            connection = try Connection(daemon.connectionOptions(Configuration.load(), mayStart: false))
        } catch ClientError.noDaemon(let socket) {
            Output.note("no daemon runs on \(socket)")
            return
        }
        _ = try connection.call(DaemonShutdown.self, .init())
        guard connection.waitForEnd(atMost: .seconds(30)), connection.waitForRelease(atMost: .seconds(30)) else {
            throw Failure(
                "the daemon on \(connection.socketPath) is still answering after 30 seconds",
                hint: "it ends when it has; sluice status shows it")
        }
        Output.write("stopped the daemon on \(connection.socketPath)\n")
    }
}

struct SocketName: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sockname", abstract: "Print where the daemon's socket is, as JSON. Starts nothing.")

    @Option(help: ArgumentHelp("The daemon's socket.", valueName: "path"))
    var socket: String?

    func run() throws {
        var daemon = DaemonOptions()
        daemon.socket = socket
        let options = daemon.connectionOptions(try Configuration.load(), mayStart: false)
        let location: SocketLocation
        do { location = try SocketLocation.discover(chosen: options.socket) } catch {
            throw Failure(error.description, hint: error.hint)
        }
        let description: JSONValue = .object(
            JSONObject([
                ("socket", .string(location.path)), ("version", .string(BuildIdentity.version)),
                ("buildId", .string(BuildIdentity.current)),
            ]))
        Output.write(description.serialized() + [0x0a])
    }
}
