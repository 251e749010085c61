/// `daemon/shutdown`: answers what was accepted, then stops the daemon.
package enum DaemonShutdown: RemoteMethod {
    package static let method = "daemon/shutdown"
    package static let parameters: [Field] = []

    package typealias Parameters = NoParameters
    package typealias Result = EmptyResult
}
