package import JSON
package import JSONRPC

/// `$/progress` (LSP 3.17, "Progress Support"): a part of a result that is still being made, under the
/// `partialResultToken` of its request. It goes from the daemon to its client.
package enum Progress {
    package static let method = "$/progress"

    /// The text that came since the last one.
    package static func notification(_ token: JSONValue, text: String) -> Notification {
        Notification(
            method: method, params: .members(("token", token), ("value", .members(("text", .string(text))))))
    }

    /// The text of a message that is such a notification under this token, else nil.
    package static func text(of message: JSONValue, _ token: JSONValue) -> String? {
        guard message["method"]?.string == method, message["params"]?["token"] == token else { return nil }
        return message["params"]?["value"]?["text"]?.string
    }
}
