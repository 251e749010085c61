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
        /// What the client can do, as it came.
        package var capabilities: JSONValue
        /// Settings; null for none.
        package var options: JSONValue
        /// URIs of the workspace's folders.
        package var folders: [String]

        package init(
            processId: Int? = nil, positionEncodings: [PositionEncoding] = [], trace: SetTrace.Value = .off,
            options: JSONValue = .null, folders: [String] = []
        ) {
            self.processId = processId
            self.positionEncodings = positionEncodings
            self.trace = trace
            self.options = options
            self.folders = folders
            capabilities = ["general": ["positionEncodings": .strings(positionEncodings.map(\.rawValue))]]
        }

        package init(_ reader: ParameterReader) {
            processId = reader.integer("processId")
            let offered = reader["capabilities"]?["general"]?["positionEncodings"]?.array ?? []
            positionEncodings = offered.compactMap { $0.string.flatMap(PositionEncoding.init) }
            trace = reader.string("trace").flatMap(SetTrace.Value.init) ?? .off
            capabilities = reader["capabilities"] ?? [:]
            options = reader["initializationOptions"] ?? .null
            folders = reader["workspaceFolders"]?.array?.compactMap { $0["uri"]?.string } ?? []
            if folders.isEmpty {
                let root = reader.string("rootUri") ?? reader.string("rootPath").map { "file://" + $0 }
                folders = [root].compactMap { $0 }
            }
        }

        package var json: JSONValue {
            .members(
                ("processId", processId.json ?? .null), ("rootUri", folders.first.json ?? .null),
                ("capabilities", capabilities), ("trace", .string(trace.rawValue)),
                ("initializationOptions", options.isNull ? Optional.none : options),
                (
                    "workspaceFolders",
                    folders.isEmpty ? Optional.none : .array(folders.map { ["uri": .string($0), "name": .string($0)] })
                ))
        }
    }

    package struct Result: ResultShape {
        package var positionEncoding: PositionEncoding
        /// As LSP has them.
        package var capabilities: JSONValue
        package var serverName: String
        package var serverVersion: String

        package init(_ capabilities: ServerCapabilities, serverName: String, serverVersion: String) {
            positionEncoding = capabilities.positionEncoding
            self.capabilities = capabilities.json
            self.serverName = serverName
            self.serverVersion = serverVersion
        }

        package init(_ json: JSONValue) throws(ShapeError) {
            let reader = try ResultReader(json, "result")
            let capabilities = try reader.object("capabilities")
            positionEncoding = PositionEncoding(rawValue: try capabilities.string("positionEncoding")) ?? .utf16
            self.capabilities = json["capabilities"] ?? [:]
            let info = try reader.object("serverInfo")
            serverName = try info.string("name")
            serverVersion = try info.string("version")
        }

        package var json: JSONValue {
            [
                "capabilities": capabilities,
                "serverInfo": ["name": .string(serverName), "version": .string(serverVersion)],
            ]
        }
    }
}
