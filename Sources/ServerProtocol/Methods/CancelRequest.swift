package import JSON
package import JSONRPC

/// `$/cancelRequest` (LSP 3.17): a request of this session is no longer needed. It is still answered.
package enum CancelRequest: RemoteMethod {
    package static let method = "$/cancelRequest"
    package static let parameters: [Field] = [.required("id", .identifier)]
    package static let ignoresUnknownParameters = true
    package static let isNotification = true

    package struct Parameters: ParameterShape {
        package var id: RequestID

        package init(id: RequestID) {
            self.id = id
        }

        package init(_ reader: ParameterReader) throws(ShapeError) {
            guard let id = reader["id"].flatMap(RequestID.init) else {
                throw ShapeError("the id is neither an integer nor a string", hint: "give the id of the request")
            }
            self.id = id
        }

        package var json: JSONValue { ["id": id.json] }
    }

    package typealias Result = NullResult
}
