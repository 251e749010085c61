import JSON
import Server
import ServerProtocol
import Synchronization
import Testing
import Transports

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#else
    import Musl
#endif

@Suite(.serialized) struct `On the socket` {
    private func refusal(_ folder: TestFolder, lock: Int32? = nil) async throws -> TransportError? {
        let server = SluiceServer(configuration: .testing)
        let location = try SocketLocation(path: folder.path + "/s.sock")
        return await #expect(throws: TransportError.self) { try await server.runSocket(location, inheritedLock: lock) }
    }

    @Test func `A second daemon is refused, and the first goes on`() async throws {
        let running = try await RunningServer()
        let error = try await refusal(running.folder)
        #expect(error?.reason == "another daemon already has the socket \(running.path)")
        #expect(try running.client().call("daemon/ping") == ["jsonrpc": "2.0", "id": 1, "result": [:]])
        try await running.stop()
    }

    @Test func `What a killed daemon left behind is no obstacle, and a stop leaves no socket`() async throws {
        let folder = TestFolder()
        let first = try await RunningServer(folder: folder)
        // A copy of the socket's name stays, as after SIGKILL, and nobody listens.
        rename(first.path, folder.path + "/file")
        try await first.stop()
        rename(folder.path + "/file", first.path)
        #expect(access(first.path, F_OK) == 0)
        let second = try await RunningServer(folder: folder)
        #expect(try second.client().call("daemon/ping")["result"] == [:])
        try await second.stop()
        #expect(access(second.path, F_OK) != 0)
    }

    @Test func `A file that is no socket is not removed`() async throws {
        let folder = TestFolder()
        fclose(fopen(folder.path + "/s.sock", "w"))
        let error = try await refusal(folder)
        #expect(error?.reason.contains("is no socket") == true)
        #expect(access(folder.path + "/s.sock", F_OK) == 0)
    }

    @Test(arguments: [0o777, 0o770, 0o705, 0o720] as [mode_t])
    func `A folder that others can enter is refused`(mode: mode_t) async throws {
        let error = try await refusal(TestFolder(mode: mode))
        #expect(error?.reason.contains("open to others") == true)
        #expect(error?.hint.contains("chmod 700") == true)
    }

    @Test func `A folder of another user is refused`() async throws {
        let folder = TestFolder()
        guard getuid() == 0, chown(folder.path, 65_534, 65_534) == 0 else { return }
        let error = try await refusal(folder)
        #expect(error?.reason.contains("belongs to user 65534") == true)
    }

    @Test(
        .enabled(if: getuid() != 0, "root may enter and write every folder"), arguments: [0o500, 0o600, 0] as [mode_t])
    func `A folder that we cannot enter or write is refused`(mode: mode_t) async throws {
        let folder = TestFolder(mode: mode)
        let error = try await refusal(folder)
        chmod(folder.path, 0o700)
        #expect(error?.reason.contains("Permission denied") == true, "\(error?.reason ?? "")")
        #expect(error?.hint.contains("--socket") == true)
    }

    @Test func `The socket is for its user alone`() async throws {
        let running = try await RunningServer()
        var status = stat()
        #expect(lstat(running.path, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
        try await running.stop()
    }

    @Test func `A lock that was handed on is taken over`() async throws {
        let folder = TestFolder()
        let lock = open(folder.path + "/s.sock.lock", O_RDWR | O_CREAT, 0o600)
        #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
        #expect(try await refusal(folder)?.reason.contains("another daemon") == true)
        let other = open("/dev/null", O_RDWR)
        #expect(try await refusal(folder, lock: other)?.reason.contains("is not the lock") == true)
        close(other)

        let server = SluiceServer(configuration: .testing)
        let location = try SocketLocation(path: folder.path + "/s.sock")
        let task = Task { try await server.runSocket(location, inheritedLock: lock) }
        while access(location.path, F_OK) != 0 { try await Task.sleep(for: .milliseconds(2)) }
        server.requestStop()
        try await task.value
        // The server closed the descriptor, so the lock is free again.
        let again = open(folder.path + "/s.sock.lock", O_RDWR)
        #expect(flock(again, LOCK_EX | LOCK_NB) == 0)
        close(again)
    }

    @Test func `Nobody coming ends it`() async throws {
        var configuration = ServerConfiguration.testing
        configuration.idleTimeout = .seconds(2)
        let running = try await RunningServer(configuration)
        let client = try running.client()
        try await Task.sleep(for: .seconds(3))
        #expect(try client.call("daemon/ping")["result"] == [:])
        client.endInput()
        #expect(try client.rest() == [])
        let start = ContinuousClock.now
        while access(running.path, F_OK) == 0, start.duration(to: .now) < .seconds(60) {
            try await Task.sleep(for: .milliseconds(10))
        }
        #expect(access(running.path, F_OK) != 0)
        try await running.stop()
    }

    @Test func `A client that says that it is done still gets its answers`() async throws {
        let running = try await RunningServer()
        let client = try running.client()
        let texts = JSONValue.array(Array(repeating: "좋다 나쁘다", count: 5_000))
        client.send(request("text/classify", ["texts": texts, "model": .string(tinyModel)]))
        client.send(Array(request("daemon/ping", id: 2).dropLast()))
        client.endInput()
        let lines = try client.rest().split(separator: UInt8(ascii: "\n"))
        #expect(Set(try lines.map { try JSONValue(parsing: Array($0))["id"]?.integer }) == [1, 2])
        try await running.stop()
    }

    @Test func `Clients that go away at any moment do no harm`() async throws {
        let running = try await RunningServer()
        let whole = request(
            "text/classify", ["texts": .array(Array(repeating: "좋다", count: 2_000)), "model": .string(tinyModel)])
        for round in 0..<60 {
            let client = try running.client()
            client.send(Array(whole.prefix(whole.count * (round % 4 + 1) / 4)))
            if round % 3 == 0 { try await Task.sleep(for: .milliseconds(1)) }
        }
        let client = try running.client()
        #expect(try client.call("daemon/ping")["result"] == [:])
        let start = ContinuousClock.now
        while start.duration(to: .now) < .seconds(60) {
            if try client.call("daemon/status")["result"]?["sessions"] == 1 { break }
            try await Task.sleep(for: .milliseconds(10))
        }
        #expect(try client.call("daemon/status")["result"]?["sessions"] == 1)
        try await running.stop()
    }

    @Test func `A client that never reads is not read from, and others do not notice`() async throws {
        var configuration = ServerConfiguration.testing
        configuration.pendingOutputLimit = 4 << 20
        let running = try await RunningServer(configuration)
        let greedy = try running.client()
        let line = request("rpc.discover")
        func resident() throws -> Int {
            try greedy.call("daemon/status")["result"]?["memory"]?["resident"]?.integer ?? .max
        }
        // Other tests use memory of this process, too.
        let before = try resident()
        let sent = Atomic(0)
        let isDone = Atomic(false)
        let sender = Task.detached { [path = running.path] in
            let client = try TestClient(path: path)
            // 40,000 answers of 40 KB are 1.6 GB: far more than anybody should keep.
            for _ in 0..<40_000 {
                guard client.send(line) else { break }
                sent.add(1, ordering: .relaxed)
                if isDone.load(ordering: .relaxed) { break }
            }
        }
        // Nothing more is sent once it is not read from.
        var early = -1
        let start = ContinuousClock.now
        while case let now = sent.load(ordering: .relaxed), now == 0 || now > early,
            start.duration(to: .now) < .seconds(60)
        {
            early = now
            try await Task.sleep(for: .milliseconds(500))
        }
        #expect(early < 40_000)
        #expect(sent.load(ordering: .relaxed) - early < 2_000)
        #expect(try resident() - before < 1 << 30)
        #expect(try greedy.call("daemon/ping")["result"] == [:])
        isDone.store(true, ordering: .relaxed)
        try await running.stop()
        _ = try? await sender.value
    }

    @Test func `A client that never reads is let go before its answers fill the memory`() async throws {
        var configuration = ServerConfiguration.testing
        configuration.pendingOutputLimit = 4 << 20
        let running = try await RunningServer(configuration)
        let other = try running.client()
        let client = try running.client()
        // Begun all at once, so that nothing holds them back: 20 answers of more than 1 MB each.
        let one = request(
            "text/classify", ["texts": .array(Array(repeating: "좋다", count: 5_000)), "model": .string(tinyModel)])
        let batch = (0..<20).flatMap { _ in one }
        client.send(batch)
        let start = ContinuousClock.now
        var sessions: JSONValue?
        repeat {
            try await Task.sleep(for: .milliseconds(10))
            sessions = try other.call("daemon/status")["result"]?["sessions"]
        } while sessions != 1 && start.duration(to: .now) < .seconds(60)
        #expect(sessions == 1)
        #expect(try client.rest().count < 20 << 20)
        other.endInput()
        try await running.stop()
    }

    @Test func `One answer alone may be longer than what may wait`() async throws {
        var configuration = ServerConfiguration.testing
        configuration.pendingOutputLimit = 1 << 20
        let running = try await RunningServer(configuration)
        let client = try running.client()
        let texts = JSONValue.array(Array(repeating: "좋다", count: 20_000))
        let answer = try client.call("text/classify", ["texts": texts, "model": .string(tinyModel)])
        #expect(answer["result"]?["results"]?.array?.count == 20_000)
        client.endInput()
        try await running.stop()
    }

    @Test func `A client that leaves in the middle of a long answer does no harm`() async throws {
        let running = try await RunningServer()
        let texts = JSONValue.array(Array(repeating: "좋다", count: 20_000))
        for _ in 0..<10 {
            let client = try running.client()
            client.send(request("text/classify", ["texts": texts, "model": .string(tinyModel)]))
            #expect(try client.some().count > 0)
        }
        let client = try running.client()
        let start = ContinuousClock.now
        while try client.call("daemon/status")["result"]?["sessions"] != 1, start.duration(to: .now) < .seconds(60) {
            try await Task.sleep(for: .milliseconds(10))
        }
        #expect(try client.call("daemon/status")["result"]?["sessions"] == 1)
        client.endInput()
        try await running.stop()
    }

    @Test func `What comes after a close is not kept`() async throws {
        let running = try await RunningServer()
        let client = try running.client()
        client.send("Content-Length: many\r\n\r\n")
        // Without an end of a line it would all wait for one.
        let piece = [UInt8](repeating: 0x78, count: 1 << 20)
        for _ in 0..<64 { if !client.send(piece) { break } }
        client.endInput()
        #expect(String(decoding: try client.rest(), as: UTF8.self).contains("-32700"))
        try await running.stop()
    }

    @Test func `A stop answers what was accepted`() async throws {
        let running = try await RunningServer()
        let client = try running.client()
        let texts = JSONValue.array(Array(repeating: "좋다 나쁘다 좋다", count: 30_000))
        client.send(request("text/classify", ["texts": texts, "model": .string(tinyModel)]))
        while running.server.isBusy == false { try await Task.sleep(for: .milliseconds(1)) }
        running.server.requestStop()
        let answer = try JSONValue(parsing: #require(try client.line()))
        #expect(answer["result"]?["results"]?.array?.count == 30_000)
        #expect(try client.line() == nil)
        try await running.stop()
    }

    @Test func `Many clients at once are all answered`() async throws {
        let running = try await RunningServer()
        let path = running.path
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<64 {
                group.addTask {
                    let client = try TestClient(path: path)
                    for round in 0..<20 {
                        let id = JSONValue.integer(Int64(number * 100 + round))
                        let answer = try client.call(
                            "text/classify", ["text": "좋다", "model": .string(tinyModel)], id: id)
                        #expect(answer["id"] == id)
                        #expect(answer["result"]?["label"] != nil)
                    }
                }
            }
            try await group.waitForAll()
        }
        try await running.stop()
    }
}
