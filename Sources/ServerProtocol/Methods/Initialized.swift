/// `initialized` (LSP 3.17): the client has read the answer to `initialize`.
package enum Initialized: RemoteMethod {
    package static let method = "initialized"
    package static let parameters: [Field] = []
    package static let ignoresUnknownParameters = true
    package static let isNotification = true

    package typealias Parameters = NoParameters
    package typealias Result = NullResult
}
