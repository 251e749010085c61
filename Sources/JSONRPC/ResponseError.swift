package import JSON

/// The error object of a response (JSON-RPC 2.0, section 5.1).
package struct ResponseError: Error, Sendable, Equatable {
    package var code: Code
    /// One sentence: what came and what was expected.
    package var message: String
    package var data: JSONValue?

    package init(code: Code, message: String, data: JSONValue? = nil) {
        self.code = code
        self.message = message
        self.data = data
    }

    /// A code of JSON-RPC 2.0, of LSP 3.17 or of the application.
    package struct Code: RawRepresentable, Hashable, Sendable {
        package let rawValue: Int

        package init(rawValue: Int) { self.rawValue = rawValue }

        package static let parseError = Code(rawValue: -32700)
        package static let invalidRequest = Code(rawValue: -32600)
        package static let methodNotFound = Code(rawValue: -32601)
        package static let invalidParams = Code(rawValue: -32602)
        package static let internalError = Code(rawValue: -32603)
        package static let serverNotInitialized = Code(rawValue: -32002)
        package static let requestCancelled = Code(rawValue: -32800)
        package static let contentModified = Code(rawValue: -32801)
        package static let serverCancelled = Code(rawValue: -32802)
    }

    package var json: JSONValue {
        var object = JSONObject([("code", .integer(Int64(code.rawValue))), ("message", .string(message))])
        object["data"] = data
        return .object(object)
    }
}
