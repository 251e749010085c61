package import SluiceClient

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The way to a server: a daemon's socket, or a server within the process.
package protocol Link: Sendable {
    /// Connects; blocks until that is done.
    ///
    /// - Parameter again: after another server has died.
    /// - Returns: a connected stream socket, which the caller closes.
    func open(again: Bool) throws(LinkError) -> Int32
}

/// Why there is no server to be had.
package struct LinkError: Error, Sendable, Equatable, CustomStringConvertible {
    package var reason: String
    /// What to do.
    package var hint: String?

    package init(_ reason: String, hint: String? = nil) {
        self.reason = reason
        self.hint = hint
    }

    package var description: String { reason }
}

/// The user's daemon: joined, or started where there is none.
package struct DaemonLink: Link {
    private let options: Connection.Options
    private let note: @Sendable (String) -> Void

    /// - Parameter note: told, as a sentence, what a person may want to know of the daemon that is used.
    package init(_ options: Connection.Options, note: @escaping @Sendable (String) -> Void) {
        self.options = options
        self.note = note
    }

    package func open(again: Bool) throws(LinkError) -> Int32 {
        var pause: useconds_t = 10_000
        while true {
            do throws(ClientError) {
                // Of several who look for a daemon after a death each takes the one that is there: of different builds,
                // they would go on replacing each other's.
                let connection = try Connection.toThisBuild(options, replaces: !again) { others in
                    note("the daemon is of another build, and \(others) others use it; it is used as it is")
                }
                return try connection.openStream()
            } catch {
                // A daemon that ends just now is no reason to do without one.
                guard error.isPassing, pause < Self.longestPause else {
                    throw LinkError(error.description, hint: error.hint)
                }
                usleep(pause)
                pause *= 2
            }
        }
    }

    /// Microseconds.
    private static let longestPause: useconds_t = 500_000
}

extension ClientError {
    fileprivate var isPassing: Bool {
        switch self {
        case .disconnected, .connectionFailed: true
        default: false
        }
    }
}
