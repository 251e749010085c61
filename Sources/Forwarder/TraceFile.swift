import JSON
import JSONRPC

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A file that tells what passed, for who looks for a fault: one line of JSON a message, as it was sent.
///
/// `time` (seconds since 1970), `to` (`editor` or `server`), `method` (of an answer: of what it answers), `id`, `bytes`,
/// and of an error its `code`. What the messages say, which may be private, is left out unless asked for: then it is
/// `message`.
package final class TraceFile {
    enum Receiver: String {
        case editor, server
    }

    private let descriptor: Int32
    private let hasTexts: Bool
    /// The methods of requests that each has been sent.
    private var asked: [Receiver: [RequestID: String]] = [.editor: [:], .server: [:]]

    /// Goes on at the end of a file that is there; one that is made is its owner's alone.
    package init(path: String, hasTexts: Bool) throws(LinkError) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw LinkError(
                "cannot write \(path): \(String(cString: strerror(errno)))",
                hint: "name a file in a folder that you may write to")
        }
        self.hasTexts = hasTexts
    }

    deinit { close(descriptor) }

    func record(_ message: [UInt8], to receiver: Receiver) {
        var members: [(name: String, value: JSONValue)] = [
            ("time", .number(Self.now)), ("to", .string(receiver.rawValue)),
        ]
        if let envelope = Envelope(message) {
            if let method = method(envelope, to: receiver) { members.append(("method", .string(method))) }
            if let id = envelope.id { members.append(("id", id.json)) }
            if envelope.isAnswer, let code = Self.code(of: message) { members.append(("code", code)) }
        }
        members.append(("bytes", .integer(Int64(message.count))))
        var line = JSONValue.object(JSONObject(members)).serialized()
        // What is no JSON would spoil the line.
        if hasTexts, (try? JSONValue(parsing: message)) != nil {
            line.removeLast()
            line.append(contentsOf: #","message":"#.utf8)
            // Line breaks can only stand between tokens.
            line.append(contentsOf: message.lazy.filter { $0 != 0x0a && $0 != 0x0d })
            line.append(UInt8(ascii: "}"))
        }
        line.append(0x0a)
        write(line)
    }

    private func method(_ envelope: Envelope, to receiver: Receiver) -> String? {
        if let method = envelope.method {
            if let id = envelope.id { asked[receiver, default: [:]][id] = method }
            return method
        }
        guard envelope.isAnswer, let id = envelope.id else { return nil }
        return asked[receiver == .editor ? .server : .editor, default: [:]].removeValue(forKey: id)
    }

    private static func code(of message: [UInt8]) -> JSONValue? {
        // An answer of megabytes is no error.
        guard message.count <= 1 << 16, let error = (try? JSONValue(parsing: message))?["error"] else { return nil }
        return error["code"]
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec / 1000) / 1e6
    }

    /// A disk that is full costs the trace, nothing else.
    private func write(_ line: [UInt8]) {
        line.withUnsafeBytes { bytes in
            var written = 0
            while written < bytes.count {
                let count = systemWrite(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { return }
                written += count
            }
        }
    }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
