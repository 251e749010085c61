import JSON
import Testing

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The shared daemon's life, with the program as it was built.
struct `The shared daemon` {
    @Test func `starts with the first command, serves the next, and stops`() throws {
        let sandbox = try Sandbox()
        #expect(try sandbox.run("status").status == 1)
        #expect(try sandbox.run("call", "daemon/ping").output == "{}\n")
        let process = try #require(try sandbox.daemonProcess())
        #expect(try sandbox.run("call", "daemon/ping").output == "{}\n")
        #expect(try sandbox.daemonProcess() == process)
        #expect(try sandbox.run("start").output == "process \(process) listens on \(sandbox.path)/run/s\n")
        #expect(try sandbox.run("status").output.contains("daemon/ping"))
        #expect(access(sandbox.path + "/state/sluice/sluice.log", R_OK) == 0)

        let stopped = try sandbox.run("stop")
        #expect(stopped.status == 0, "\(stopped.errors)")
        #expect(try sandbox.run("status").status == 1)
        #expect(access(sandbox.path + "/run/s", F_OK) != 0)
        #expect(!sandbox.isRunning(process))
        let again = try sandbox.run("stop")
        #expect(again.status == 0)
        #expect(again.errors.contains("no daemon runs"))
    }

    @Test func `of many clients at once one starts it`() throws {
        let sandbox = try Sandbox()
        let clients = try (0..<8).map { _ in try sandbox.start(["call", "daemon/status"]) }
        let processes = try clients.map { client in
            let outcome = try client.outcome()
            #expect(outcome.status == 0, "\(outcome.errors)")
            return try JSONValue(parsing: outcome.output)["processId"]?.integer
        }
        #expect(Set(processes).count == 1)
    }

    @Test func `ends by itself when nobody comes, and comes back when somebody does`() throws {
        let sandbox = try Sandbox()
        mkdir(sandbox.path + "/config", 0o700)
        mkdir(sandbox.path + "/config/sluice", 0o700)
        try sandbox.write(#"{"idleExit": 0.005}"#, to: "config/sluice/config.json")
        #expect(try sandbox.run("call", "daemon/ping").status == 0)
        try waitUntil("the daemon is gone") { access(sandbox.path + "/run/s", F_OK) != 0 }
        #expect(try sandbox.run("call", "daemon/ping").status == 0)
    }

    @Test func `answers what it has begun when it is told to stop`() throws {
        let sandbox = try Sandbox()
        try sandbox.train()
        #expect(try sandbox.run("classify", "--model", "models/small", "a").status == 0)
        let process = try #require(try sandbox.daemonProcess())
        let texts = Array(repeating: #""오늘 하늘이 맑고 따뜻해요 the sky is clear""#, count: 40_000).joined(separator: ",")
        let request =
            #"{"jsonrpc":"2.0","id":1,"method":"text/classify","params":{"model":""#
            + sandbox.path + #"/models/small","texts":["# + texts + "]}}\n"
        let connection = try RawConnection(sandbox.path + "/run/s")
        try connection.send(request + #"{"jsonrpc":"2.0","id":2,"method":"daemon/ping"}"# + "\n")
        // A ping is answered at once when its turn comes: what stands before it has been accepted.
        let first = try JSONValue(parsing: connection.line())
        kill(process, SIGTERM)
        let answer = first["id"] == 1 ? first : try JSONValue(parsing: connection.line())
        #expect(answer["result"]?["results"]?.array?.count == 40_000, "\(answer["error"].map { "\($0)" } ?? "")")
        if first["id"] == 2 { #expect(connection.hasEnded()) }
        try waitUntil("the process has ended") { !sandbox.isRunning(process) }
        #expect(access(sandbox.path + "/run/s", F_OK) != 0)
    }

    @Test func `may be killed: the next command starts another`() throws {
        let sandbox = try Sandbox()
        #expect(try sandbox.run("call", "daemon/ping").status == 0)
        let process = try #require(try sandbox.daemonProcess())
        kill(process, SIGKILL)
        try waitUntil("the process has ended") { !sandbox.isRunning(process) }
        #expect(access(sandbox.path + "/run/s", F_OK) == 0)
        #expect(try sandbox.run("call", "daemon/ping").output == "{}\n")
        #expect(try sandbox.daemonProcess() != process)
    }

    @Test func `lets no second one onto its socket`() throws {
        let sandbox = try Sandbox()
        #expect(try sandbox.run("call", "daemon/ping").status == 0)
        let process = try sandbox.daemonProcess()
        let second = try sandbox.run("serve", "--socket", sandbox.path + "/run/s")
        #expect(second.status == 1)
        #expect(second.errors.contains("another daemon"))
        #expect(try sandbox.daemonProcess() == process)
    }

    @Test func `of another build is replaced when idle, and used when others use it`() throws {
        let sandbox = try Sandbox()
        #expect(try sandbox.run("call", "daemon/ping").status == 0)
        let old = try #require(try sandbox.daemonProcess())

        sandbox.environment["SLUICE_BUILD_ID"] = "another"
        let other = try RawConnection(sandbox.path + "/run/s")
        try other.send(#"{"jsonrpc":"2.0","id":1,"method":"daemon/ping"}"# + "\n")
        _ = try other.line()
        let busy = try sandbox.run("call", "daemon/ping")
        #expect(busy.status == 0)
        #expect(busy.errors.contains("of another build"))
        #expect(try sandbox.daemonProcess() == old)

        other.close()
        try waitUntil("the daemon is replaced") {
            _ = try sandbox.run("call", "daemon/ping")
            return try sandbox.daemonProcess() != old
        }
        let status = try JSONValue(parsing: sandbox.run("call", "daemon/status").output)
        #expect(status["buildId"] == "another")
    }

    @Test func `keeps nothing of its starter's open`() throws {
        let sandbox = try Sandbox()
        let lock = sandbox.path + "/lock"
        let script = #"exec 9>"$1"; flock -n 9 && "$0" call daemon/ping"#
        let shell = try Process.start(
            ["/bin/sh", "-c", script, sandbox.program, lock], in: sandbox.path, environment: sandbox.environment,
            input: "/dev/null", output: "/dev/null", errors: "/dev/null")
        #expect(shell.wait() == 0)
        #expect(try sandbox.daemonProcess() != nil)
        let descriptor = open(lock, O_RDWR)
        defer { close(descriptor) }
        #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    }

    @Test func `knows nothing of the folder and the variables of who started it`() throws {
        let sandbox = try Sandbox()
        try sandbox.train()
        try sandbox.write(#"{"models": "models", "model": "small"}"#, to: "sluice.json")
        sandbox.environment["SLUICE_MODELS"] = sandbox.path + "/models"
        #expect(try sandbox.run("call", "daemon/ping").status == 0)
        unlink(sandbox.path + "/sluice.json")
        sandbox.environment["SLUICE_MODELS"] = nil
        let answer = try sandbox.run("classify", "--json", "정말 재미있어요")
        #expect(try JSONValue(parsing: answer.output)["model"] == "sentiment-ko", "\(answer.errors)")
        #expect(try sandbox.run("classify", "--model", "small", "국수").status == 1)
        #expect(try !sandbox.run("models").output.contains("small"))
    }

    @Test func `answers with models that only the command knows of`() throws {
        let sandbox = try Sandbox()
        try sandbox.train()
        #expect(try sandbox.run("call", "daemon/ping").status == 0)
        func check(_ arguments: String...) throws {
            let shared = try sandbox.start(["classify", "--json", "국수"] + arguments).outcome()
            let own = try sandbox.start(["classify", "--json", "국수", "--no-daemon"] + arguments).outcome()
            #expect(shared.output == own.output)
            #expect(try JSONValue(parsing: shared.output)["label"] == "음식", "\(shared.errors)")
        }
        #expect(try sandbox.run("models", "--models", "models").output.contains("small"))
        try check("--models", "models", "--model", "small")
        // Which model answers where none is named is the daemon's to say.
        let unnamed = ["classify", "--json", "--models", "models", "the sky"]
        #expect(
            try sandbox.start(unnamed).outcome().output == sandbox.start(unnamed + ["--no-daemon"]).outcome().output)
        sandbox.environment["SLUICE_MODELS"] = "models"
        try check("--model", "small")
        #expect(try sandbox.run("models").output.contains("small"))
        sandbox.environment["SLUICE_MODELS"] = nil
        try sandbox.write(#"{"models": "models", "model": "small"}"#, to: "sluice.json")
        try check()
        try sandbox.write(#"{"model": "./models/small"}"#, to: "sluice.json")
        try check()
    }

    @Test func `takes a bare name for a name, not for a folder that happens to be there`() throws {
        let sandbox = try Sandbox()
        try sandbox.train()
        for name in ["sentiment-ko", "mine"] { #expect(symlink("models/small", sandbox.path + "/" + name) == 0) }
        for arguments in [["classify", "--model", "mine", "a"], ["evaluate", "mine", "small.tsv"]] {
            let missed = try sandbox.start(arguments).outcome()
            #expect(missed.status == 1)
            #expect(missed.errors.contains("write ./mine"), "\(missed.errors)")
        }
        let builtIn = try sandbox.run("classify", "--json", "--model", "sentiment-ko", "국수")
        #expect(try JSONValue(parsing: builtIn.output)["label"] != "음식")
        let own = try sandbox.run("classify", "--json", "--model", "./sentiment-ko", "국수")
        #expect(try JSONValue(parsing: own.output)["label"] == "음식", "\(own.errors)")
    }

    @Test func `that is stuck is reported, not waited for`() throws {
        let sandbox = try Sandbox()
        #expect(try sandbox.run("call", "daemon/ping").status == 0)
        let process = try #require(try sandbox.daemonProcess())
        kill(process, SIGSTOP)
        defer { kill(process, SIGCONT) }
        for arguments in [["status"], ["stop"], ["classify", "a"]] {
            let outcome = try sandbox.start(arguments).outcome()
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains("within 5 seconds"), "\(outcome.errors)")
        }
    }

    @Test func `that is on its way out is waited for by the next command`() throws {
        let sandbox = try Sandbox()
        try sandbox.train()
        #expect(try sandbox.run("classify", "--model", "./models/small", "a").status == 0)
        let process = try #require(try sandbox.daemonProcess())
        let texts = Array(repeating: #""오늘 하늘이 맑고 따뜻해요 the sky is clear""#, count: 40_000).joined(separator: ",")
        let connection = try RawConnection(sandbox.path + "/run/s")
        try connection.send(
            #"{"jsonrpc":"2.0","id":1,"method":"text/classify","params":{"model":""# + sandbox.path
                + #"/models/small","texts":["# + texts + "]}}\n")
        usleep(20_000)
        kill(process, SIGTERM)
        let next = try sandbox.run("classify", "--model", "./models/small", "a")
        #expect(next.status == 0, "\(next.errors)")
        #expect(try sandbox.daemonProcess() != process)
    }

    @Test func `is started and stopped for programs too`() throws {
        let sandbox = try Sandbox()
        let started = try JSONValue(parsing: sandbox.run("start", "--json").output)
        #expect(started["socket"]?.string == sandbox.path + "/run/s")
        #expect(try started["processId"]?.integer.map { pid_t($0) } == sandbox.daemonProcess())
        let began = ContinuousClock.now
        #expect(try JSONValue(parsing: sandbox.run("stop", "--json").output)["stopped"] == true)
        // A daemon waits five seconds for connections that do not end.
        #expect(ContinuousClock.now - began < .seconds(4))
        #expect(try JSONValue(parsing: sandbox.run("stop", "--json").output)["stopped"] == false)
    }

    @Test func `is not started where the command says so`() throws {
        let sandbox = try Sandbox()
        let outcome = try sandbox.run("call", "daemon/ping", "--no-spawn")
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("no daemon listens"))
        #expect(try sandbox.daemonProcess() == nil)
    }

    @Test func `trusts no folder that is open, another user's, or no folder`() throws {
        let sandbox = try Sandbox()
        chmod(sandbox.path + "/run", 0o755)
        let open = try sandbox.run("call", "daemon/ping")
        #expect(open.status == 1)
        #expect(open.errors.contains("mode 0755, expected 0700"))
        #expect(open.errors.contains("chmod 700"))
        #expect(try sandbox.run("serve").errors.contains("chmod 700"))

        sandbox.environment["SLUICE_SOCKET"] = sandbox.path + "/no/such/folder/s"
        #expect(try sandbox.run("call", "daemon/ping").errors.contains("cannot make the socket's folder"))
        sandbox.environment["SLUICE_SOCKET"] = try sandbox.write("", to: "file") + "/s"
        #expect(try sandbox.run("call", "daemon/ping").errors.contains("is not a folder"))
        sandbox.environment["SLUICE_SOCKET"] = "/" + String(repeating: "l", count: 120)
        #expect(try sandbox.run("call", "daemon/ping").errors.contains("a Unix socket allows"))
    }

    @Test(.enabled(if: getuid() == 0, "only root can give a folder away"))
    func `trusts no folder of another user`() throws {
        let sandbox = try Sandbox()
        mkdir(sandbox.path + "/theirs", 0o700)
        #expect(chown(sandbox.path + "/theirs", 12_345, 12_345) == 0)
        sandbox.environment["SLUICE_SOCKET"] = sandbox.path + "/theirs/s"
        let outcome = try sandbox.run("call", "daemon/ping")
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("belongs to user 12345"))
    }

    @Test func `tells whoever started it why it cannot serve`() throws {
        let sandbox = try Sandbox()
        try sandbox.write("not a socket", to: "run/s")
        let outcome = try sandbox.run("call", "daemon/ping")
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("is there and is no socket"), "\(outcome.errors)")
    }

    @Test func `is found as the environment says, and the settings where it says nothing`() throws {
        let sandbox = try Sandbox()
        func socket() throws -> String? {
            try JSONValue(parsing: sandbox.run("sockname").output)["socket"]?.string
        }
        #expect(try socket() == sandbox.path + "/run/s")
        try sandbox.write(#"{"socket": "run/user"}"#, to: "config/sluice/config.json")
        #expect(try socket() == sandbox.path + "/run/s")
        sandbox.environment["SLUICE_SOCKET"] = nil
        #expect(try socket() == sandbox.path + "/config/sluice/run/user")
        try sandbox.write(#"{"socket": "run/workspace"}"#, to: "sluice.json")
        #expect(try sandbox.run("sockname").errors.contains("'socket' is not for a workspace to say"))
        try sandbox.write(#"{"sokcet": "x"}"#, to: "sluice.json")
        #expect(try sandbox.run("sockname").errors.contains("'sokcet' is unknown; expected 'socket'"))
        unlink(sandbox.path + "/sluice.json")
        unlink(sandbox.path + "/config/sluice/config.json")
        sandbox.environment["XDG_RUNTIME_DIR"] = sandbox.path
        #expect(try socket() == sandbox.path + "/sluice/sluice.sock")
        sandbox.environment["XDG_RUNTIME_DIR"] = nil
        sandbox.environment["TMPDIR"] = sandbox.path + "/"
        #expect(try socket() == sandbox.path + "/sluice-\(getuid())/sluice.sock")
    }

    @Test func `serves standard streams from a file`() throws {
        let sandbox = try Sandbox()
        let outcome = try sandbox.run(
            "serve", "--stdio", input: #"{"jsonrpc":"2.0","id":"가","method":"daemon/ping"}"# + "\n")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output == #"{"jsonrpc":"2.0","id":"가","result":{}}"# + "\n")
    }

    @Test func `on standard streams stops at a signal also when its input has ended`() throws {
        let sandbox = try Sandbox()
        let row = "정말 재미있게 봤어요 다시 보고 싶은 영화예요\tpositive\n"
        let data = try sandbox.write("text\tlabel\n" + String(repeating: row, count: 400_000), to: "rows.tsv")
        let evaluate =
            #"{"jsonrpc":"2.0","id":1,"method":"models/evaluate","params":{"model":"sentiment-ko","data":"\#(data)"}}"#
        let running = try sandbox.start(
            ["serve", "--stdio"], input: evaluate + "\n" + #"{"jsonrpc":"2.0","id":2,"method":"daemon/ping"}"# + "\n")
        try waitUntil("the ping is answered") { try text(of: running.output).contains(#""id":2"#) }
        usleep(100_000)
        kill(running.process.id, SIGTERM)
        let outcome = try running.outcome()
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.lines.last?.contains("-32013") == true, "\(outcome.output)")
    }
}

/// A client that sends bytes and reads lines.
final class RawConnection {
    private var descriptor: Int32

    init(_ path: String) throws {
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let code = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard code == 0 else { throw TroubleWithTheTest(what: "connect to \(path)") }
    }

    deinit {
        close()
    }

    func close() {
        if descriptor >= 0 { Glibc.close(descriptor) }
        descriptor = -1
    }

    func send(_ text: String) throws {
        let bytes = Array(text.utf8)
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress.map { $0 + sent }, bytes.count - sent, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw TroubleWithTheTest(what: "send") }
            sent += count
        }
    }

    func line() throws -> [UInt8] {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 20)
        while bytes.last != 0x0a {
            let count = read(descriptor, &piece, piece.count)
            guard count > 0 else { throw TroubleWithTheTest(what: "the connection ended after \(bytes.count) bytes") }
            bytes += piece[..<count]
        }
        return bytes
    }

    func hasEnded() -> Bool {
        var byte: UInt8 = 0
        return read(descriptor, &byte, 1) == 0
    }
}
