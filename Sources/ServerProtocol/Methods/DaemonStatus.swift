package import JSON

/// `daemon/status`: how the daemon is.
package enum DaemonStatus: RemoteMethod {
    package static let method = "daemon/status"
    package static let parameters: [Field] = []

    package typealias Parameters = NoParameters

    package enum Health: String, Sendable, CaseIterable {
        case ok, draining
    }

    package struct MethodFigures: Sendable, Equatable {
        package var method: String
        /// Requests answered, errors among them.
        package var count: Int
        package var errors: Int
        /// Microseconds from the request's last byte to the answer.
        package var p50: Double
        package var p90: Double
        package var p99: Double
        package var maximum: Double

        package init(
            method: String, count: Int, errors: Int, p50: Double, p90: Double, p99: Double, maximum: Double
        ) {
            self.method = method
            self.count = count
            self.errors = errors
            self.p50 = p50
            self.p90 = p90
            self.p99 = p99
            self.maximum = maximum
        }
    }

    package struct ModelMemory: Sendable, Equatable {
        package var name: String
        package var bytes: Int

        package init(name: String, bytes: Int) {
            self.name = name
            self.bytes = bytes
        }
    }

    package struct Result: ResultShape {
        package var version: String
        /// Differs between two builds.
        package var buildId: String
        package var processId: Int
        /// Seconds.
        package var uptime: Double
        package var health: Health
        /// Open connections, the one that asks among them.
        package var sessions: Int
        /// Nil on standard streams and in process.
        package var socket: String?
        /// By name.
        package var methods: [MethodFigures]
        /// Bytes of the process in memory.
        package var residentMemory: Int
        /// Each model in memory.
        package var models: [ModelMemory]

        package init(
            version: String, buildId: String, processId: Int, uptime: Double, health: Health, sessions: Int,
            socket: String?, methods: [MethodFigures], residentMemory: Int, models: [ModelMemory]
        ) {
            self.version = version
            self.buildId = buildId
            self.processId = processId
            self.uptime = uptime
            self.health = health
            self.sessions = sessions
            self.socket = socket
            self.methods = methods
            self.residentMemory = residentMemory
            self.models = models
        }

        package init(_ json: JSONValue) throws(ShapeError) {
            let reader = try ResultReader(json, "result")
            version = try reader.string("version")
            buildId = try reader.string("buildId")
            processId = try reader.integer("processId")
            uptime = try reader.number("uptime")
            health = Health(rawValue: try reader.string("health")) ?? .ok
            sessions = try reader.integer("sessions")
            socket = reader["socket"]?.string
            methods = try reader.array("methods") { json, path throws(ShapeError) in
                let figures = try ResultReader(json, path)
                let latency = try figures.object("latency")
                return MethodFigures(
                    method: try figures.string("method"), count: try figures.integer("count"),
                    errors: try figures.integer("errors"), p50: try latency.number("p50"),
                    p90: try latency.number("p90"), p99: try latency.number("p99"),
                    maximum: try latency.number("maximum"))
            }
            let memory = try reader.object("memory")
            residentMemory = try memory.integer("resident")
            models = try memory.array("models") { json, path throws(ShapeError) in
                let model = try ResultReader(json, path)
                return ModelMemory(name: try model.string("name"), bytes: try model.integer("bytes"))
            }
        }

        package var json: JSONValue {
            let memory = JSONValue.members(
                ("resident", .integer(residentMemory)),
                ("models", .array(models.map { .members(("name", .string($0.name)), ("bytes", .integer($0.bytes))) })))
            return .members(
                ("version", .string(version)), ("buildId", .string(buildId)), ("processId", .integer(processId)),
                ("uptime", .number(uptime)), ("health", .string(health.rawValue)), ("sessions", .integer(sessions)),
                ("socket", socket.json ?? .null), ("methods", .array(methods.map(\.json))), ("memory", memory))
        }
    }
}

extension DaemonStatus.MethodFigures {
    fileprivate var json: JSONValue {
        let latency = JSONValue.members(
            ("p50", .number(p50)), ("p90", .number(p90)), ("p99", .number(p99)), ("maximum", .number(maximum)))
        return .members(
            ("method", .string(method)), ("count", .integer(count)), ("errors", .integer(errors)),
            ("latency", latency))
    }
}
