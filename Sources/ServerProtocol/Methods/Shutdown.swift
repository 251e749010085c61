/// `shutdown` (LSP 3.17): ends the work of the session, not the daemon.
package enum Shutdown: RemoteMethod {
    package static let method = "shutdown"
    package static let parameters: [Field] = []
    package static let ignoresUnknownParameters = true
    package static let needsInitialize = true

    package typealias Parameters = NoParameters
    package typealias Result = NullResult
}
