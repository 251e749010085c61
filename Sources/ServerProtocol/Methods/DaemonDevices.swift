package import JSON

/// `daemon/devices`: what the daemon computes on.
package enum DaemonDevices: RemoteMethod {
    package static let method = "daemon/devices"
    package static let parameters: [Field] = []

    package typealias Parameters = NoParameters

    package struct CPU: Sendable, Equatable {
        package var model: String
        package var architecture: String
        /// Logical cores that this process may use.
        package var cores: Int
        /// The kernels in use, and those that would work here.
        package var instructionSet: String
        package var instructionSets: [String]

        package init(
            model: String, architecture: String, cores: Int, instructionSet: String, instructionSets: [String]
        ) {
            self.model = model
            self.architecture = architecture
            self.cores = cores
            self.instructionSet = instructionSet
            self.instructionSets = instructionSets
        }
    }

    package struct GPU: Sendable, Equatable {
        package var name: String
        /// Bytes.
        package var memory: Int
        package var driver: String

        package init(name: String, memory: Int, driver: String) {
            self.name = name
            self.memory = memory
            self.driver = driver
        }
    }

    package struct Result: ResultShape {
        package var cpu: CPU
        /// Bytes.
        package var totalMemory: Int
        package var availableMemory: Int
        package var gpus: [GPU]
        /// Why there are no GPUs, where there are none.
        package var gpuReason: String?

        package init(cpu: CPU, totalMemory: Int, availableMemory: Int, gpus: [GPU], gpuReason: String?) {
            self.cpu = cpu
            self.totalMemory = totalMemory
            self.availableMemory = availableMemory
            self.gpus = gpus
            self.gpuReason = gpuReason
        }

        package init(_ json: JSONValue) throws(ShapeError) {
            let reader = try ResultReader(json, "result")
            let processor = try reader.object("cpu")
            cpu = CPU(
                model: try processor.string("model"), architecture: try processor.string("architecture"),
                cores: try processor.integer("cores"), instructionSet: try processor.string("instructionSet"),
                instructionSets: try processor.strings("instructionSets"))
            let memory = try reader.object("memory")
            totalMemory = try memory.integer("total")
            availableMemory = try memory.integer("available")
            gpus = try reader.array("gpus") { json, path throws(ShapeError) in
                let gpu = try ResultReader(json, path)
                return GPU(
                    name: try gpu.string("name"), memory: try gpu.integer("memory"), driver: try gpu.string("driver"))
            }
            gpuReason = reader["gpuReason"]?.string
        }

        package var json: JSONValue {
            let processor = JSONValue.members(
                ("model", .string(cpu.model)), ("architecture", .string(cpu.architecture)),
                ("cores", .integer(cpu.cores)), ("instructionSet", .string(cpu.instructionSet)),
                ("instructionSets", .strings(cpu.instructionSets)))
            let gpus = gpus.map { gpu -> JSONValue in
                .members(
                    ("name", .string(gpu.name)), ("memory", .integer(gpu.memory)), ("driver", .string(gpu.driver)))
            }
            return .members(
                ("cpu", processor),
                ("memory", .members(("total", .integer(totalMemory)), ("available", .integer(availableMemory)))),
                ("gpus", .array(gpus)), ("gpuReason", gpuReason.json))
        }
    }
}
