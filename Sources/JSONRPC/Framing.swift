/// How messages are told apart on a stream. A connection keeps the one it began with, in both directions.
package enum Framing: Sendable, Equatable, CaseIterable {
    /// One JSON text a line.
    case lines
    /// `Content-Length: N`, an empty line, N bytes of JSON text (LSP 3.17, "Base Protocol").
    case headers
}

package enum FrameEncoder {
    /// Appends a frame that holds `message`.
    package static func append(_ message: Outgoing, framing: Framing, to output: inout [UInt8]) {
        switch framing {
        case .lines:
            message.serialize(into: &output, singleLine: true)
            output.append(UInt8(ascii: "\n"))
        case .headers:
            var text: [UInt8] = []
            message.serialize(into: &text, singleLine: false)
            output.append(contentsOf: "Content-Length: \(text.count)\r\n\r\n".utf8)
            output.append(contentsOf: text)
        }
    }
}
