import ServerProtocol
package import SluiceClient

/// The way to a server: a daemon's socket, or a server within the process.
package protocol Link: Sendable {
    /// Connects; blocks until that is done.
    ///
    /// - Returns: a connected stream socket, which the caller closes.
    func open() throws(LinkError) -> Int32
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

    package func open() throws(LinkError) -> Int32 {
        do throws(ClientError) {
            let connection = try Connection.toThisBuild(options) { others in
                note("the daemon is of another build, and \(others) others use it; it is used as it is")
            }
            return try connection.openStream()
        } catch {
            throw LinkError(error.description, hint: error.hint)
        }
    }
}
