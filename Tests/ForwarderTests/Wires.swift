import Forwarder
import JSON
import JSONRPC
import Synchronization
import Transports

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

struct TroubleWithTheTest: Error {
    var what: String
}

/// One end of a connection. Blocking, with patience.
final class Wire: Sendable {
    private let input: Int32
    private let output: Int32
    private let framing: Framing
    private let decoder = Mutex(FrameDecoder(limits: .init(message: .max)))

    init(input: Int32, output: Int32, _ framing: Framing) {
        (self.input, self.output, self.framing) = (input, output, framing)
    }

    /// False when nobody reads.
    @discardableResult
    func send(_ text: String) -> Bool {
        let bytes =
            framing == .lines
            ? Array((text + "\n").utf8) : Array("Content-Length: \(text.utf8.count)\r\n\r\n\(text)".utf8)
        return sendBytes(bytes)
    }

    @discardableResult
    func sendBytes(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                systemWrite(output, $0.baseAddress.map { $0 + sent }, bytes.count - sent)
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    /// The next message; nil at the end.
    func receive() throws -> JSONValue? {
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            if let frame = decoder.withLock({ $0.next() }) {
                guard case .message(let bytes) = frame else { throw TroubleWithTheTest(what: "\(frame)") }
                return try JSONValue(parsing: bytes)
            }
            var entry = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
            guard poll(&entry, 1, 60_000) > 0 else { throw TroubleWithTheTest(what: "nothing came") }
            let count = systemRead(input, &chunk, chunk.count)
            guard count > 0 else { return nil }
            decoder.withLock { $0.append(Array(chunk[..<count])) }
        }
    }

    func receive(method: String) throws -> JSONValue {
        while let message = try receive() {
            if message["method"]?.string == method { return message }
        }
        throw TroubleWithTheTest(what: "the end came before \(method)")
    }

    func receive(id: JSONValue) throws -> JSONValue {
        while let message = try receive() {
            if message["id"] == id, message["method"] == nil { return message }
        }
        throw TroubleWithTheTest(what: "the end came before the answer")
    }

    func close() {
        systemClose(output)
        if input != output { systemClose(input) }
    }

    func endOutput() { systemClose(output) }
}

/// A server that does what a script says, once for each time that it is opened; there is none when they are used up.
final class ScriptedLink: Link {
    typealias Script = @Sendable (Wire) throws -> Void

    private let scripts: Mutex<[Script]>
    private let framing: Framing

    init(_ framing: Framing, _ scripts: [Script]) {
        self.scripts = Mutex(scripts)
        self.framing = framing
    }

    var unused: Int { scripts.withLock { $0.count } }

    func open(again: Bool) throws(LinkError) -> Int32 {
        let next = scripts.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        guard let next else { throw LinkError("there is no other server", hint: "end the test") }
        var ends: [Int32] = [-1, -1]
        socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends)
        let wire = Wire(input: ends[1], output: ends[1], framing)
        _ = startThread {
            try? next(wire)
            wire.close()
        }
        return ends[0]
    }
}

/// A forwarder between an editor, which is the test, and servers by script.
final class Session {
    let editor: Wire
    private let status = Monitor<Int32?>(nil)
    private let notes = Monitor<[String]>([])
    let stop: @Sendable () -> Void

    init(
        _ framing: Framing = .headers, daemon: ScriptedLink?, local: ScriptedLink? = nil,
        limits: FrameDecoder.Limits = .init(), editorProcess: Int? = nil,
        trace: (path: String, hasTexts: Bool)? = nil
    ) throws {
        var toForwarder: [Int32] = [-1, -1]
        var toEditor: [Int32] = [-1, -1]
        guard pipe(&toForwarder) == 0, pipe(&toEditor) == 0 else { throw TroubleWithTheTest(what: "pipe") }
        signal(SIGPIPE, SIG_IGN)
        editor = Wire(input: toEditor[0], output: toForwarder[1], framing)
        let (input, output) = (toForwarder[0], toEditor[1])
        let local = local ?? ScriptedLink(framing, [])
        let stops = Monitor<(@Sendable () -> Void)?>(nil)
        _ = startThread { [status, notes] in
            let trace = trace.flatMap { try? TraceFile(path: $0.path, hasTexts: $0.hasTexts) }
            let forwarder = try? Forwarder(
                input: input, output: output, daemon: daemon, local: local, limits: limits,
                editorProcess: editorProcess, trace: trace,
                note: { text in notes.change { $0.append(text) } })
            stops.change { $0 = forwarder?.stop }
            let code = forwarder?.run()
            systemClose(input)
            systemClose(output)
            status.change { $0 = code ?? -1 }
        }
        guard let stop = stops.wait(atMost: .seconds(60), { $0 }) else {
            throw TroubleWithTheTest(what: "no forwarder")
        }
        self.stop = stop
    }

    /// The status that it ends with; nil when it does not end.
    func end(atMost timeout: Duration = .seconds(60)) -> Int32? { status.wait(atMost: timeout) { $0 } }

    var noted: [String] { notes.read { $0 } }

    func initialize(processId: Int? = nil) throws -> JSONValue {
        let process = processId.map(String.init) ?? "null"
        editor.send(
            #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":\#(process),"capabilities":{}}}"#)
        let answer = try editor.receive(id: 1)
        editor.send(#"{"jsonrpc":"2.0","method":"initialized","params":{}}"#)
        return answer
    }
}

/// Answers requests with the name of the server, until one whose method begins with `die`, or the end.
func serve(_ name: String) -> ScriptedLink.Script {
    { wire in
        while let message = try wire.receive() {
            guard let method = message["method"]?.string, method != "exit", !method.hasPrefix("die") else { return }
            guard let id = message["id"] else { continue }
            let result: JSONValue = ["server": .string(name), "method": .string(method)]
            let answer: JSONValue = ["jsonrpc": "2.0", "id": id, "result": result]
            wire.send(String(decoding: answer.serialized(), as: UTF8.self))
        }
    }
}

func contents(of path: String) -> String {
    guard let stream = fopen(path, "r") else { return "" }
    defer { fclose(stream) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    return String(decoding: bytes[..<fread(&bytes, 1, bytes.count, stream)], as: UTF8.self)
}

func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int {
    read(descriptor, bytes, count)
}
func systemClose(_ descriptor: Int32) { _ = close(descriptor) }
