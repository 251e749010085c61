package import JSON
import JSONRPC
import Synchronization
import Transports

/// A server in the caller's own process, asked as over the socket: the same bytes go in and come out.
package final class InProcessConnection: Sendable {
    private let server: SluiceServer
    private let link: InProcess
    /// What came behind the last response.
    private let rest = Mutex<[UInt8]>([])

    package init(_ server: SluiceServer) {
        self.server = server
        link = InProcess(limits: server.limits) { server.session(output: $0) }
    }

    private static let notificationStart = Array(#"{"jsonrpc":"2.0","method":"#.utf8)

    deinit {
        link.disconnect()
    }

    /// The response as the socket would give it with line framing, without the line feed. Blocks until it is there.
    /// One call at a time.
    ///
    /// - Parameter notified: gets the messages that come ahead of the response.
    package func call(
        _ method: String, _ params: JSONValue? = nil, id: Int64 = 1, notified: ([UInt8]) -> Void = { _ in }
    ) -> [UInt8] {
        let request = Message.request(Request(id: .integer(id), method: method, params: params))
        link.put(request.json.serialized() + [UInt8(ascii: "\n")])
        var received = rest.withLock { rest in
            defer { rest = [] }
            return rest
        }
        while true {
            while let end = received.firstIndex(of: UInt8(ascii: "\n")) {
                let line = Array(received[..<end])
                received.removeSubrange(...end)
                // What is sent by us begins with the version, and a notification goes on with its method.
                guard line.starts(with: Self.notificationStart) else {
                    rest.withLock { $0 = received }
                    return line
                }
                notified(line)
            }
            guard let bytes = link.take() else { return received }
            received += bytes
        }
    }

    /// Sends what nobody answers.
    package func notify(_ method: String, _ params: JSONValue) {
        let notification = Message.notification(Notification(method: method, params: params))
        link.put(notification.json.serialized() + [UInt8(ascii: "\n")])
    }
}
