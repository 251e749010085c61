import ArgumentParser
import JSON
import ServerProtocol
import SluiceClient

struct Start: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Start the daemon, where it does not run yet.")

    @Flag(help: "Print one line of JSON: socket and processId.")
    var json = false

    @Option(help: ArgumentHelp("The daemon's socket.", valueName: "path"))
    var socket: String?

    func run() throws {
        var daemon = DaemonOptions()
        daemon.socket = socket
        let connection = try daemon.connection(Configuration.load(), mayStart: true)
        let process = try connection.status().processID
        if json {
            let answer: JSONValue = .object(
                JSONObject([("socket", .string(connection.socketPath)), ("processId", .integer(Int64(process)))]))
            Output.write(answer.serialized() + [0x0a])
        } else {
            Output.write("process \(process) listens on \(connection.socketPath)\n")
        }
    }
}

struct Stop: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Stop the daemon: it answers what it has begun, then ends. No daemon is no failure.")

    @Flag(help: "Print one line of JSON: socket, and whether a daemon was stopped.")
    var json = false

    @Option(help: ArgumentHelp("The daemon's socket.", valueName: "path"))
    var socket: String?

    func run() throws {
        var daemon = DaemonOptions()
        daemon.socket = socket
        let connection: Connection
        let process: Int
        do {
            connection = try Connection(daemon.connectionOptions(Configuration.load(), mayStart: false))
            process = try connection.status().processID
            _ = try connection.call(DaemonShutdown.self, .init())
        } catch ClientError.noDaemon(let socket) {
            if json { write(socket, isStopped: false) } else { Output.note("no daemon runs on \(socket)") }
            return
        }
        guard connection.waitForEnd(atMost: .seconds(30)),
            connection.waitForRelease(by: process, atMost: .seconds(30))
        else {
            throw Failure(
                "the daemon on \(connection.socketPath) is still answering after 30 seconds",
                hint: "it ends when it has; sluice status shows it")
        }
        if json {
            write(connection.socketPath, isStopped: true)
        } else {
            Output.write("stopped the daemon on \(connection.socketPath)\n")
        }
    }

    private func write(_ socket: String, isStopped: Bool) {
        let answer: JSONValue = .object(JSONObject([("socket", .string(socket)), ("stopped", .bool(isStopped))]))
        Output.write(answer.serialized() + [0x0a])
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
