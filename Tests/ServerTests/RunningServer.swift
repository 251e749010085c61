import JSON
import Server
import ServerProtocol
import Testing
import Transports

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#else
    import Musl
#endif

/// The folder of models whose weights were chosen by hand.
let exampleModels = ProtocolExample.folder + "/models"
let exampleDictionaries = ProtocolExample.folder + "/dictionaries"
let tinyModel = exampleModels + "/tiny"

/// A folder of its own for each test, removed at the end.
final class TestFolder {
    let path: String

    init(mode: mode_t = 0o700) {
        var template = Array("/tmp/sluice-test-XXXXXX".utf8CString)
        path = mkdtemp(&template).map { String(cString: $0) } ?? "/tmp"
        chmod(path, mode)
    }

    deinit {
        for name in ["s.sock", "s.sock.lock", "file", "in", "out"] { unlink(path + "/" + name) }
        rmdir(path)
    }
}

/// A server on a socket of its own.
final class RunningServer {
    let server: SluiceServer
    let folder: TestFolder
    let path: String
    private let task: Task<Void, any Error>

    init(_ configuration: ServerConfiguration = .testing, folder: TestFolder = TestFolder()) async throws {
        var ends: [Int32] = [0, 0]
        pipe(&ends)
        let server = SluiceServer(configuration: configuration)
        let location = try SocketLocation(path: folder.path + "/s.sock")
        let readiness = Readiness(descriptor: ends[1])
        self.server = server
        self.folder = folder
        path = location.path
        task = Task { try await server.runSocket(location, readiness: readiness) }
        // Without blocking: the server starts on the same threads that tests run on.
        var entry = pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)
        while poll(&entry, 1, 0) == 0 { try await Task.sleep(for: .milliseconds(1)) }
        var bytes = [UInt8](repeating: 0, count: 1_000)
        let count = read(ends[0], &bytes, bytes.count)
        close(ends[0])
        try #require(String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self) == "ready\n")
    }

    func stop() async throws {
        server.requestStop()
        try await task.value
    }

    func client() throws -> TestClient { try TestClient(path: path) }
}

extension ServerConfiguration {
    static var testing: ServerConfiguration {
        var configuration = ServerConfiguration()
        configuration.leavesFolder = false
        configuration.warmsUp = false
        configuration.modelSearchPaths = []
        return configuration
    }
}

/// The other end of a socket: plain and blocking, with 60 seconds of patience.
final class TestClient {
    private let descriptor: Int32
    private var buffer: [UInt8] = []

    struct NoAnswer: Error {}

    init(path: String) throws {
        #if canImport(Darwin)
            descriptor = socket(AF_UNIX, SOCK_STREAM, 0)
        #else
            descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        #endif
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let code = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(code == 0, "\(String(cString: strerror(errno)))")
        var patience = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close(descriptor) }

    /// False where the other side does not take them.
    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                write(descriptor, $0.baseAddress?.advanced(by: sent), bytes.count - sent)
            }
            if count <= 0 { return false }
            sent += count
        }
        return true
    }

    @discardableResult
    func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    func endInput() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// The next bytes up to a line feed, without it; nil at the end.
    func line() throws -> [UInt8]? {
        while true {
            if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
                defer { buffer.removeSubrange(...end) }
                return Array(buffer[..<end])
            }
            guard try more() else { return nil }
        }
    }

    /// Everything up to the end.
    func rest() throws -> [UInt8] {
        while try more() {}
        defer { buffer = [] }
        return buffer
    }

    /// What came first, and no more of it.
    func some() throws -> [UInt8] {
        _ = try more()
        return buffer
    }

    private func more() throws -> Bool {
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        let count = read(descriptor, &piece, piece.count)
        if count == 0 || (count < 0 && errno == ECONNRESET) { return false }
        guard count > 0 else { throw NoAnswer() }
        buffer += piece[..<count]
        return true
    }

    func call(_ method: String, _ params: JSONValue? = nil, id: JSONValue = 1) throws -> JSONValue {
        send(request(method, params, id: id))
        return try JSONValue(parsing: #require(try line()))
    }
}

/// A request as one line.
func request(_ method: String, _ params: JSONValue? = nil, id: JSONValue = 1) -> [UInt8] {
    var object = JSONObject([("jsonrpc", "2.0"), ("id", id), ("method", .string(method))])
    object["params"] = params
    return JSONValue.object(object).serialized() + [UInt8(ascii: "\n")]
}
