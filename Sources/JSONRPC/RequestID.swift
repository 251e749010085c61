package import JSON

/// What ties an answer to its request (JSON-RPC 2.0, section 4).
///
/// An explicit `null` is an id like another: only a request without the member is a notification.
package enum RequestID: Hashable, Sendable {
    case integer(Int64)
    case string(String)
    case null

    /// Nil for what cannot be an id. Numbers with a fraction are refused: they would not come back as they went.
    package init?(_ value: JSONValue) {
        switch value {
        case .integer(let number): self = .integer(number)
        case .number:
            guard let number = value.integer else { return nil }
            self = .integer(Int64(number))
        case .string(let text): self = .string(text)
        case .null: self = .null
        default: return nil
        }
    }

    package var json: JSONValue {
        switch self {
        case .integer(let number): .integer(number)
        case .string(let text): .string(text)
        case .null: .null
        }
    }
}
