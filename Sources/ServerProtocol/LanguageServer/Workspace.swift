package import JSON
package import JSONRPC

/// `workspace/didChangeConfiguration` (LSP 3.17): the settings, or that they should be asked for.
package enum DidChangeConfiguration: RemoteMethod {
    package static let method = "workspace/didChangeConfiguration"
    package static let parameters: [Field] = [.optional("settings", .any)]
    package static let ignoresUnknownParameters = true
    package static let isNotification = true
    package static let needsInitialize = true

    package struct Parameters: ParameterShape {
        package var settings: JSONValue

        package init(settings: JSONValue) {
            self.settings = settings
        }

        package init(_ reader: ParameterReader) {
            settings = reader["settings"] ?? .null
        }

        package var json: JSONValue { ["settings": settings] }
    }

    package typealias Result = NullResult
}

/// `workspace/didChangeWatchedFiles` (LSP 3.17): a file of settings may have changed.
package enum DidChangeWatchedFiles: RemoteMethod {
    package static let method = "workspace/didChangeWatchedFiles"
    package static let parameters: [Field] = [.required("changes", .array)]
    package static let ignoresUnknownParameters = true
    package static let isNotification = true
    package static let needsInitialize = true

    package typealias Parameters = NoParameters
    package typealias Result = NullResult
}

/// `workspace/didChangeWorkspaceFolders` (LSP 3.17).
package enum DidChangeWorkspaceFolders: RemoteMethod {
    package static let method = "workspace/didChangeWorkspaceFolders"
    package static let parameters: [Field] = [.required("event", .object)]
    package static let ignoresUnknownParameters = true
    package static let isNotification = true
    package static let needsInitialize = true

    package struct Parameters: ParameterShape {
        package var added: [String]
        package var removed: [String]

        package init(added: [String], removed: [String]) {
            self.added = added
            self.removed = removed
        }

        package init(_ reader: ParameterReader) {
            let event = reader["event"]
            added = event?["added"]?.array?.compactMap { $0["uri"]?.string } ?? []
            removed = event?["removed"]?.array?.compactMap { $0["uri"]?.string } ?? []
        }

        package var json: JSONValue {
            func folders(_ uris: [String]) -> JSONValue {
                .array(uris.map { ["uri": .string($0), "name": .string($0)] })
            }
            return ["event": ["added": folders(added), "removed": folders(removed)]]
        }
    }

    package typealias Result = NullResult
}

/// `window/workDoneProgress/cancel` (LSP 3.17).
package enum WorkDoneProgressCancel: RemoteMethod {
    package static let method = "window/workDoneProgress/cancel"
    package static let parameters: [Field] = [.required("token", .identifier)]
    package static let ignoresUnknownParameters = true
    package static let isNotification = true
    package static let needsInitialize = true

    package struct Parameters: ParameterShape {
        package var token: JSONValue

        package init(token: JSONValue) {
            self.token = token
        }

        package init(_ reader: ParameterReader) {
            token = reader["token"] ?? .null
        }

        package var json: JSONValue { ["token": token] }
    }

    package typealias Result = NullResult
}

/// What the server asks its client, and tells it (LSP 3.17).
package enum ClientMessages {
    package static let configuration = "workspace/configuration"
    package static let registerCapability = "client/registerCapability"
    package static let createProgress = "window/workDoneProgress/create"
    package static let applyEdit = "workspace/applyEdit"
    package static let showMessage = "window/showMessage"
    /// Ours: the server ends because somebody wants it to. It answers what it has been asked, and nothing after that.
    package static let stopping = "$/sluice/stopping"
    /// Requests to ask again for what has changed without an edit, by the capability that a client says it has them by.
    package static let refreshes: [(capability: String, method: String)] = [
        ("semanticTokens", "workspace/semanticTokens/refresh"), ("inlayHint", "workspace/inlayHint/refresh"),
        ("codeLens", "workspace/codeLens/refresh"), ("diagnostics", "workspace/diagnostic/refresh"),
    ]

    /// LSP's `MessageType`.
    package enum Kind: Int, Sendable {
        case error = 1
        case warning, info, log
    }

    package static func show(_ kind: Kind, _ message: String) -> Notification {
        Notification(
            method: showMessage, params: ["type": .integer(kind.rawValue), "message": .string(message)])
    }

    package static func log(_ kind: Kind, _ message: String) -> Notification {
        Notification(
            method: "window/logMessage", params: ["type": .integer(kind.rawValue), "message": .string(message)])
    }

    package static let stop = Notification(method: stopping, params: nil)

    package static func trace(_ message: String) -> Notification {
        Notification(method: "$/logTrace", params: ["message": .string(message)])
    }
}

/// The parts of a work-done progress (LSP 3.17, "Work Done Progress").
package enum WorkDoneProgress {
    /// - Parameter hasPercentage: whether reports will say how much is done.
    package static func begin(
        _ token: JSONValue, title: String, isCancellable: Bool, hasPercentage: Bool = true
    ) -> Notification {
        let percentage: JSONValue? = hasPercentage ? .integer(0) : .none
        return notification(
            token,
            .members(
                ("kind", "begin"), ("title", .string(title)), ("cancellable", .bool(isCancellable)),
                ("percentage", percentage)))
    }

    /// - Parameter percentage: 0 ... 100.
    package static func report(_ token: JSONValue, percentage: Int, message: String? = nil) -> Notification {
        notification(
            token,
            .members(("kind", "report"), ("percentage", .integer(percentage)), ("message", message.json)))
    }

    package static func end(_ token: JSONValue, message: String? = nil) -> Notification {
        notification(token, .members(("kind", "end"), ("message", message.json)))
    }

    private static func notification(_ token: JSONValue, _ value: JSONValue) -> Notification {
        Notification(method: Progress.method, params: ["token": token, "value": value])
    }
}
