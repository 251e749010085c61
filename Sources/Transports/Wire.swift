package import JSONRPC

/// What stands behind a connection: it is given the frames that come in, one after another and never two at once.
package protocol MessageReceiver: AnyObject, Sendable {
    /// - Returns: true when it is ready for the next frame; false when it will say so by `MessageSender.resume`.
    func receive(_ frame: FrameDecoder.Frame) -> Bool
    /// The other side sends nothing more; it may still read. Called once, after the last frame.
    func inputEnded()
    /// The connection is gone. Called once, last of all.
    func disconnected()
}

/// The way back to the other side. All of it may be called from any thread.
package protocol MessageSender: AnyObject, Sendable {
    /// Sends in the connection's framing. What cannot be sent any more is dropped.
    func send(_ message: Outgoing)
    /// After `receive` returned false: the next frame may come.
    func resume()
    /// Ends the connection once everything sent before has gone out.
    func close()
}

/// Why a transport cannot start.
package struct TransportError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What came and what was expected.
    package var reason: String
    /// What to do.
    package var hint: String

    package init(_ reason: String, hint: String) {
        self.reason = reason
        self.hint = hint
    }

    package var description: String { reason }
}
