package import JSON
import JSONRPC
import Transports

/// A server in the caller's own process, asked as over the socket: the same bytes go in and come out.
package final class InProcessConnection: Sendable {
    private let server: SluiceServer
    private let link: InProcess

    package init(_ server: SluiceServer) {
        self.server = server
        link = InProcess(limits: server.limits) { server.session(output: $0) }
    }

    deinit {
        link.disconnect()
    }

    /// The response as the socket would give it with line framing, without the line feed. Blocks until it is there.
    /// One call at a time.
    package func call(_ method: String, _ params: JSONValue? = nil, id: Int64 = 1) -> [UInt8] {
        let request = Message.request(Request(id: .integer(id), method: method, params: params))
        link.put(request.json.serialized() + [UInt8(ascii: "\n")])
        var response: [UInt8] = []
        while response.last != UInt8(ascii: "\n"), let bytes = link.take() { response += bytes }
        return response.dropLast()
    }
}
