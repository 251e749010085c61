package import JSON

/// `rpc.discover`: the protocol's own description (OpenRPC, "Service Discovery Method").
package enum Discover: RemoteMethod {
    package static let method = "rpc.discover"
    package static let parameters: [Field] = []

    package typealias Parameters = NoParameters

    package struct Result: ResultShape {
        package var document: JSONValue

        package init(_ json: JSONValue) { document = json }
        package var json: JSONValue { document }
    }
}
