package import JSON

/// Our answer to a request.
package struct Response: Sendable, Equatable {
    package var id: RequestID
    package var outcome: Result<Payload, ResponseError>

    package enum Payload: Sendable, Equatable {
        case value(JSONValue)
        /// JSON text on one line.
        case text([UInt8])
        /// JSON text on several lines, which goes out byte for byte as it is, as far as the framing allows.
        case document([UInt8])
    }

    package init(id: RequestID, outcome: Result<Payload, ResponseError>) {
        self.id = id
        self.outcome = outcome
    }

    /// Appends the response as JSON text. With `singleLine` the line breaks of a document are left out: they
    /// can only stand between tokens, since a JSON string holds none.
    package func serialize(into output: inout [UInt8], singleLine: Bool) {
        // Not behind others: room for exactly one more would be made for each, and all be copied each time.
        if output.isEmpty, case .success(.text(let text)) = outcome { output.reserveCapacity(text.count + 128) }
        output.append(contentsOf: #"{"jsonrpc":"2.0","id":"#.utf8)
        id.json.serialize(into: &output)
        switch outcome {
        case .success(.value(let value)):
            output.append(contentsOf: #","result":"#.utf8)
            value.serialize(into: &output)
        case .success(.text(let text)):
            output.append(contentsOf: #","result":"#.utf8)
            output.append(contentsOf: text)
        case .success(.document(let text)):
            output.append(contentsOf: #","result":"#.utf8)
            if singleLine {
                output.append(contentsOf: text.lazy.filter { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") })
            } else {
                output.append(contentsOf: text)
            }
        case .failure(let error):
            output.append(contentsOf: #","error":"#.utf8)
            error.json.serialize(into: &output)
        }
        output.append(UInt8(ascii: "}"))
    }
}

/// Everything that goes out in one frame.
package enum Outgoing: Sendable, Equatable {
    case response(Response)
    /// The answers to a batch, in the order in which they were finished. Never empty.
    case batch([Response])
    /// A request or notification of ours.
    case message(Message)

    package func serialize(into output: inout [UInt8], singleLine: Bool) {
        switch self {
        case .response(let response): response.serialize(into: &output, singleLine: singleLine)
        case .message(let message): message.json.serialize(into: &output)
        case .batch(let responses):
            output.append(UInt8(ascii: "["))
            for (index, response) in responses.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                response.serialize(into: &output, singleLine: singleLine)
            }
            output.append(UInt8(ascii: "]"))
        }
    }
}
