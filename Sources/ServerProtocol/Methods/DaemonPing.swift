/// `daemon/ping`: the smallest round trip.
package enum DaemonPing: RemoteMethod {
    package static let method = "daemon/ping"
    package static let parameters: [Field] = []

    package typealias Parameters = NoParameters
    package typealias Result = EmptyResult
}
