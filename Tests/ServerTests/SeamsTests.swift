import JSON
import JSONRPC
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

@Suite struct `The same bytes come back through every seam` {
    /// What goes in, in one stream; and how many messages come back.
    static let conversations: [(name: String, input: [UInt8], answers: Int)] = [
        ("a ping", request("daemon/ping"), 1),
        ("a text", request("text/classify", ["text": "좋다 나쁘다", "model": .string(tinyModel)]), 1),
        (
            "several texts", request("text/classify", ["texts": ["좋다", "", "\0", "😀"], "model": .string(tinyModel)]),
            1
        ),
        ("an unknown model", request("text/classify", ["text": "a", "model": "none"]), 1),
        ("a vocabulary", request("models/vocabulary", ["model": .string(tinyModel)]), 1),
        ("a description", request("models/describe", ["model": .string(tinyModel)]), 1),
        ("an unknown method", request("no/such"), 1),
        ("a wrong parameter", request("text/classify", ["text": 1]), 1),
        ("the document", request("rpc.discover"), 1),
        ("a batch", Array("[1,{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"daemon/ping\"}]\n".utf8), 1),
        ("no JSON", Array("{\n".utf8), 1),
        ("invalid UTF-8", [0x7B, 0x22, 0xFF, 0x22, 0x7D, 0x0A], 1),
        (
            "3,000 levels",
            Array((String(repeating: "[", count: 3_000) + String(repeating: "]", count: 3_000) + "\n").utf8), 1
        ),
        ("10 MB of text", request("text/classify", ["text": .string(tenMegabytes), "model": .string(tinyModel)]), 1),
        (
            "headers",
            Array("Content-Length: 47\r\n\r\n{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"daemon/ping\"}".utf8), 1
        ),
        ("a broken header", Array("Content-Length: many\r\n\r\n{}".utf8), 1),
        ("a header without end", Array(("X: " + String(repeating: "y", count: 20_000)).utf8), 1),
        ("10 GB", Array("Content-Length: 10000000000\r\n\r\n{".utf8), 1),
        ("nothing", [], 0),
        ("a notification", Array("{\"jsonrpc\":\"2.0\",\"method\":\"daemon/ping\"}\n".utf8), 0),
    ]

    private static let tenMegabytes = String(repeating: "좋다 ", count: 1_500_000)

    @Test(arguments: conversations.indices)
    func `in process, over a socket, over pipes and over files`(index: Int) async throws {
        let (name, input, answers) = Self.conversations[index]
        let inProcess = Self.inProcess(input)
        #expect(inProcess.isEmpty == (answers == 0), "\(name)")

        let running = try await RunningServer()
        let client = try running.client()
        client.send(input)
        client.endInput()
        #expect(try client.rest() == inProcess, "\(name), socket")
        try await running.stop()

        #expect(try Self.streams(input, files: false) == inProcess, "\(name), pipes")
        #expect(try Self.streams(input, files: true) == inProcess, "\(name), files")
    }

    private static func inProcess(_ input: [UInt8]) -> [UInt8] {
        let server = SluiceServer(configuration: .testing)
        let link = InProcess(limits: server.limits) { server.session(output: $0) }
        link.put(input)
        link.endInput()
        var output: [UInt8] = []
        while let bytes = link.take(atMost: .seconds(60)) { output += bytes }
        link.disconnect()
        return output
    }

    private static func streams(_ input: [UInt8], files: Bool) throws -> [UInt8] {
        let folder = TestFolder()
        let names = [folder.path + "/in", folder.path + "/out"]
        if files {
            let file = try #require(fopen(names[0], "wb"))
            fwrite(input, 1, input.count, file)
            fclose(file)
        } else {
            for name in names { mkfifo(name, 0o600) }
        }
        let output = Monitor<[UInt8]?>(nil)
        if !files {
            _ = startThread {
                let descriptor = open(names[0], O_WRONLY)
                var sent = 0
                while sent < input.count {
                    let count = input.withUnsafeBytes {
                        write(descriptor, $0.baseAddress?.advanced(by: sent), input.count - sent)
                    }
                    if count <= 0 { break }
                    sent += count
                }
                close(descriptor)
            }
            _ = startThread { output.change { $0 = contents(of: names[1]) } }
        }
        let reading = open(names[0], O_RDONLY)
        let writing = open(names[1], O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        let server = SluiceServer(configuration: .testing)
        let code = try server.run(StandardStreams(input: reading, output: writing, limits: server.limits))
        close(reading)
        close(writing)
        #expect(code == 0)
        return files ? contents(of: names[1]) : try #require(output.wait(atMost: .seconds(60)) { $0 })
    }

    private static func contents(of path: String) -> [UInt8] {
        guard let file = fopen(path, "rb") else { return [] }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&piece, 1, piece.count, file), count > 0 { bytes += piece[..<count] }
        return bytes
    }

    @Test func `A call in process gives the line that the socket gives`() async throws {
        let parameters: JSONValue = ["texts": ["좋다", "나쁘다"], "model": .string(tinyModel)]
        let running = try await RunningServer()
        let client = try running.client()
        client.send(request("text/classify", parameters))
        let overSocket = try #require(try client.line())
        let connection = InProcessConnection(SluiceServer(configuration: .testing))
        #expect(connection.call("text/classify", parameters) == overSocket)
        #expect(connection.call("text/classify", parameters) == overSocket)
        try await running.stop()
    }

    @Test func `rpc.discover gives the document byte for byte where the framing allows it`() throws {
        let server = SluiceServer(configuration: .testing)
        let link = InProcess { server.session(output: $0) }
        let body = #"{"jsonrpc":"2.0","id":1,"method":"rpc.discover"}"#
        link.put(Array("Content-Length: \(body.utf8.count)\r\n\r\n\(body)".utf8))
        let output = try #require(link.take(atMost: .seconds(60)))
        let document = OpenRPCDocument.bytes
        #expect(output.suffix(document.count + 1).dropLast().elementsEqual(document))
        link.disconnect()
        let line = InProcessConnection(server).call("rpc.discover")
        #expect(!line.contains(UInt8(ascii: "\n")))
        #expect(try JSONValue(parsing: line)["result"] == JSONValue(parsing: document))
    }
}
