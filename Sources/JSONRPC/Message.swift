package import JSON

/// One message of JSON-RPC 2.0.
package enum Message: Sendable, Equatable {
    case request(Request)
    case notification(Notification)
    /// An answer to a request of ours.
    case response(id: RequestID, Result<JSONValue, ResponseError>)
}

package struct Request: Sendable, Equatable {
    package var id: RequestID
    package var method: String
    /// An object or an array; nil when there are none.
    package var params: JSONValue?

    package init(id: RequestID, method: String, params: JSONValue? = nil) {
        self.id = id
        self.method = method
        self.params = params
    }
}

package struct Notification: Sendable, Equatable {
    package var method: String
    package var params: JSONValue?

    package init(method: String, params: JSONValue? = nil) {
        self.method = method
        self.params = params
    }
}

/// What is JSON but no message: answered with `error` under `id`, which is null where none can be told.
package struct InvalidMessage: Error, Sendable, Equatable {
    package var id: RequestID
    package var error: ResponseError
}

/// What one frame holds.
package enum Incoming: Sendable, Equatable {
    case single(Result<Message, InvalidMessage>)
    /// Never empty: an empty array is a single invalid message.
    case batch([Result<Message, InvalidMessage>])

    package init(_ value: JSONValue) {
        guard case .array(let elements) = value else {
            self = .single(Message.parse(value))
            return
        }
        if elements.isEmpty {
            self = .single(.failure(.invalid("the batch is empty", id: .null)))
        } else {
            self = .batch(elements.map(Message.parse))
        }
    }
}

extension InvalidMessage {
    static func invalid(_ reason: String, id: RequestID) -> InvalidMessage {
        InvalidMessage(id: id, error: ResponseError(code: .invalidRequest, message: "Invalid request: \(reason)"))
    }
}

extension Message {
    static func parse(_ value: JSONValue) -> Result<Message, InvalidMessage> {
        guard case .object(let object) = value else {
            return .failure(.invalid("expected an object, found \(value.kind)", id: .null))
        }
        // One pass: a message has few members, and this is on every request's way.
        var version: JSONValue?
        var idValue: JSONValue?
        var methodValue: JSONValue?
        var params: JSONValue?
        var result: JSONValue?
        var error: JSONValue?
        for member in object.members {
            switch member.name {
            case "jsonrpc": version = member.value
            case "id": idValue = member.value
            case "method": methodValue = member.value
            case "params": params = member.value
            case "result": result = member.value
            case "error": error = member.value
            default: break
            }
        }

        var id: RequestID?
        if let idValue {
            id = RequestID(idValue)
            guard id != nil else {
                return .failure(.invalid("the id is \(idValue.kind), expected an integer or a string", id: .null))
            }
        }
        guard version == .string("2.0") else {
            return .failure(.invalid("expected \"jsonrpc\": \"2.0\"", id: id ?? .null))
        }
        if methodValue == nil, let id, result != nil || error != nil {
            return parseResponse(id: id, result: result, error: error)
        }
        guard case .string(let method)? = methodValue else {
            let found = methodValue.map { "is \($0.kind)" } ?? "is missing"
            return .failure(.invalid("the method \(found), expected a string", id: id ?? .null))
        }
        switch params {
        case .object?, .array?, nil: break
        // LSP clients write null for none.
        case .null?: params = nil
        case let other?:
            return .failure(.invalid("the params are \(other.kind), expected an object", id: id ?? .null))
        }
        if let id { return .success(.request(Request(id: id, method: method, params: params))) }
        return .success(.notification(Notification(method: method, params: params)))
    }

    private static func parseResponse(
        id: RequestID, result: JSONValue?, error: JSONValue?
    ) -> Result<Message, InvalidMessage> {
        if let result {
            guard error == nil else { return .failure(.invalid("both a result and an error", id: id)) }
            return .success(.response(id: id, .success(result)))
        }
        guard let code = error?["code"]?.integer, let message = error?["message"]?.string else {
            return .failure(.invalid("an error without a code and a message", id: id))
        }
        let failure = ResponseError(
            code: ResponseError.Code(rawValue: code), message: message, data: error?["data"])
        return .success(.response(id: id, .failure(failure)))
    }

    package var json: JSONValue {
        var object = JSONObject([("jsonrpc", "2.0")])
        switch self {
        case .request(let request):
            object["id"] = request.id.json
            object["method"] = .string(request.method)
            object["params"] = request.params
        case .notification(let notification):
            object["method"] = .string(notification.method)
            object["params"] = notification.params
        case .response(let id, .success(let result)):
            object["id"] = id.json
            object["result"] = result
        case .response(let id, .failure(let error)):
            object["id"] = id.json
            object["error"] = error.json
        }
        return .object(object)
    }
}
