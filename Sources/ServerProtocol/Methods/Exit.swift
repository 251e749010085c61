/// `exit` (LSP 3.17): ends the session.
package enum Exit: RemoteMethod {
    package static let method = "exit"
    package static let parameters: [Field] = []
    package static let ignoresUnknownParameters = true
    package static let isNotification = true

    package typealias Parameters = NoParameters
    package typealias Result = NullResult
}
