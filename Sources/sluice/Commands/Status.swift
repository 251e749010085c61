import ArgumentParser
import JSON
import ServerProtocol
import SluiceClient
import TrainingRuns

struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say how the daemon is. Starts nothing: fails where none runs.")

    @Flag(help: "Print the answer of daemon/status as it is.")
    var json = false

    @Option(help: ArgumentHelp("The daemon's socket.", valueName: "path"))
    var socket: String?

    func run() throws {
        var daemon = DaemonOptions()
        daemon.socket = socket
        let connection = try Connection(daemon.connectionOptions(Configuration.load(), mayStart: false))
        let answer = try Endpoint.daemon(connection).ask(DaemonStatus.self, .init())
        if json {
            Output.write(answer.raw.serialized() + [0x0a])
            return
        }
        let status = answer.result
        var facts = Table(columns: [.left, .left])
        facts.add(["health", status.health.rawValue])
        facts.add(["process", String(status.processId)])
        facts.add(["socket", connection.socketPath])
        facts.add(["version", status.version])
        facts.add(["build", status.buildId])
        facts.add(["up", Self.duration(status.uptime)])
        facts.add(["sessions", String(status.sessions)])
        facts.add(["memory", Quantity.bytes(status.residentMemory)])
        for model in status.models { facts.add(["  " + Output.field(model.name), Quantity.bytes(model.bytes)]) }
        Output.write(facts.description)

        guard !status.methods.isEmpty else { return }
        var table = Table(columns: [.left, .right, .right, .right, .right, .right])
        table.add(["method", "calls", "errors", "p50 µs", "p99 µs", "max µs"])
        for method in status.methods {
            let latency = [method.p50, method.p99, method.maximum].map { Quantity.short($0) }
            table.add([method.method, String(method.count), String(method.errors)] + latency)
        }
        Output.write("\n" + table.description)
    }

    private static func duration(_ seconds: Double) -> String {
        let whole = Int(min(max(0, seconds), 1e12))
        let (days, hours, minutes) = (whole / 86_400, whole / 3600 % 24, whole / 60 % 60)
        if days > 0 { return "\(days) d \(hours) h" }
        if hours > 0 { return "\(hours) h \(minutes) min" }
        return minutes > 0 ? "\(minutes) min \(whole % 60) s" : "\(whole) s"
    }
}
