package import JSON

/// `initialize` (LSP 3.17): from here on the session follows LSP.
package enum Initialize: RemoteMethod {
    package static let method = "initialize"
    package static let ignoresUnknownParameters = true
    package static let parameters: [Field] = [
        .optional("processId", .integerOrNull), .optional("clientInfo", .object), .optional("locale", .string),
        .optional("rootPath", .stringOrNull), .optional("rootUri", .stringOrNull),
        .optional("initializationOptions", .any), .optional("capabilities", .object),
        .optional("trace", .oneOf(SetTrace.Value.allCases.map(\.rawValue))),
        .optional("workspaceFolders", .arrayOrNull), .optional("workDoneToken", .identifier),
    ]

    package struct Parameters: ParameterShape {
        /// The session ends when this process is dead.
        package var processId: Int?
        /// As the client prefers them; those that we do not know left out.
        package var positionEncodings: [PositionEncoding]
        package var trace: SetTrace.Value

        package init(
            processId: Int? = nil, positionEncodings: [PositionEncoding] = [], trace: SetTrace.Value = .off
        ) {
            self.processId = processId
            self.positionEncodings = positionEncodings
            self.trace = trace
        }

        package init(_ reader: ParameterReader) {
            processId = reader.integer("processId")
            let offered = reader["capabilities"]?["general"]?["positionEncodings"]?.array ?? []
            positionEncodings = offered.compactMap { $0.string.flatMap(PositionEncoding.init) }
            trace = reader.string("trace").flatMap(SetTrace.Value.init) ?? .off
        }

        package var json: JSONValue {
            let encodings = JSONValue.strings(positionEncodings.map(\.rawValue))
            return .members(
                ("processId", processId.json ?? .null), ("rootUri", .null),
                ("capabilities", ["general": ["positionEncodings": encodings]]), ("trace", .string(trace.rawValue)))
        }
    }

    package struct Result: ResultShape {
        package var positionEncoding: PositionEncoding
        package var serverName: String
        package var serverVersion: String

        package init(positionEncoding: PositionEncoding, serverName: String, serverVersion: String) {
            self.positionEncoding = positionEncoding
            self.serverName = serverName
            self.serverVersion = serverVersion
        }

        package init(_ json: JSONValue) throws(ShapeError) {
            let reader = try ResultReader(json, "result")
            let capabilities = try reader.object("capabilities")
            positionEncoding = PositionEncoding(rawValue: try capabilities.string("positionEncoding")) ?? .utf16
            let info = try reader.object("serverInfo")
            serverName = try info.string("name")
            serverVersion = try info.string("version")
        }

        package var json: JSONValue {
            [
                "capabilities": ["positionEncoding": .string(positionEncoding.rawValue)],
                "serverInfo": ["name": .string(serverName), "version": .string(serverVersion)],
            ]
        }
    }
}
