import SluiceClient
import Testing

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

struct `A connection` {
    private func options(_ folder: PrivateFolder) -> Connection.Options {
        var options = Connection.Options()
        options.socket = folder.socket
        options.startsDaemon = false
        options.timeout = .seconds(60)
        return options
    }

    @Test func `gives the result of the method that was called`() throws {
        let folder = try PrivateFolder()
        let daemon = try FakeDaemon(
            folder.socket,
            [
                [
                    { request in
                        request.contains(#""method":"words/similar","params":{"word":"물"}"#)
                            ? #"{"jsonrpc":"2.0","id":1,"result":{"neighbours":["비"]}}"# + "\n" : "wrong request\n"
                    },
                    { _ in #"{"jsonrpc":"2.0","id":2,"result":{}}"# + "\n" },
                ]
            ])
        let connection = try Connection(options(folder))
        #expect(try connection.call("words/similar", parameters: #"{"word": "물"}"#) == #"{"neighbours":["비"]}"#)
        try connection.ping()
        withExtendedLifetime(daemon) {}
    }

    @Test func `reads a classification`() throws {
        let folder = try PrivateFolder()
        let one =
            #"{"model":"m","label":"긍정","probability":0.75,"labels":[{"label":"긍정","probability":0.75}],"#
            + #""tokens":3,"unknown":1,"truncated":false,"later":"is no error"}"#
        let daemon = try FakeDaemon(
            folder.socket,
            [
                [
                    { _ in "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\(one)}\n" },
                    { _ in "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{\"results\":[\(one),\(one)]}}\n" },
                    { _ in "{\"jsonrpc\":\"2.0\",\"id\":3,\"result\":{\"results\":[\(one)]}}\n" },
                ]
            ])
        let connection = try Connection(options(folder))
        let answer = try connection.classify("좋아요", top: 1)
        #expect(answer.label == "긍정")
        #expect(answer.probability == 0.75)
        #expect(answer.labels == [.init(label: "긍정", probability: 0.75)])
        #expect((answer.tokens, answer.unknown, answer.isTruncated) == (3, 1, false))
        #expect(try connection.classify(["a", "b"]).map(\.label) == ["긍정", "긍정"])
        #expect(throws: ClientError.invalidAnswer(reason: "not as many results as texts")) {
            try connection.classify(["a", "b"])
        }
        withExtendedLifetime(daemon) {}
    }

    @Test func `reads a tagging, with offsets into the text's UTF-8`() throws {
        let folder = try PrivateFolder()
        let answer =
            #"{"model":"m","tokens":[{"text":"리오","start":0,"end":6,"tag":"B-city","probability":0.5}],"#
            + #""spans":[{"type":"city","start":0,"end":6,"text":"리오","probability":0.25}],"unknown":1,"truncated":true}"#
        let daemon = try FakeDaemon(
            folder.socket,
            [
                [
                    { request in
                        // Where it asked for other offsets, what it gets is no answer.
                        let result = request.contains(#""positionEncoding":"utf-8""#) ? answer : "{}"
                        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\(result)}\n"
                    }
                ]
            ])
        let tagging = try Connection(options(folder)).tag("리오", model: "m")
        #expect(tagging.tokens == [.init(text: "리오", range: 0..<6, tag: "B-city", probability: 0.5)])
        #expect(tagging.spans == [.init(type: "city", range: 0..<6, text: "리오", probability: 0.25)])
        #expect((tagging.respaced, tagging.unknown, tagging.isTruncated) == (nil, 1, true))
        withExtendedLifetime(daemon) {}
    }

    @Test func `gives a text in pieces as it is written, and the answer after them`() throws {
        let folder = try PrivateFolder()
        let answer =
            #"{"model":"m","text":"cat","label":"animal","seed":7,"tokens":2,"unknown":0,"ended":true,"#
            + #""logProbability":-0.5}"#
        func piece(_ text: String) -> String {
            #"{"jsonrpc":"2.0","method":"$/progress","params":{"token":1,"value":{"text":""# + text + "\"}}}\n"
        }
        let pieces = piece("c") + piece("a") + piece("t")
        let daemon = try FakeDaemon(
            folder.socket,
            [
                [
                    { request in
                        let asked = request.contains(#""partialResultToken":1"#) ? pieces : "nobody asked\n"
                        return asked + "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\(answer)}\n"
                    },
                    { _ in "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":\(answer)}\n" },
                ]
            ])
        let connection = try Connection(options(folder))
        var shown: [String] = []
        let generation = try connection.generate("c", label: "animal", seed: 7) { shown.append($0) }
        #expect(shown == ["c", "a", "t"])
        #expect((generation.text, generation.label, generation.seed) == ("cat", "animal", 7))
        #expect((generation.tokens, generation.hasEnded, generation.logProbability) == (2, true, -0.5))
        #expect(try connection.generate("c") == generation)
        withExtendedLifetime(daemon) {}
    }

    @Test func `turns an error response into an error with its hint`() throws {
        let folder = try PrivateFolder()
        let daemon = try FakeDaemon(
            folder.socket,
            [
                [
                    { _ in
                        #"{"jsonrpc":"2.0","id":1,"error":{"code":-32010,"message":"no model 'x'","#
                            + #""data":{"kind":"modelNotFound","hint":"there is y"}}}"# + "\n"
                    }
                ]
            ])
        let connection = try Connection(options(folder))
        let error = ClientError.refused(
            code: -32010, message: "no model 'x'", kind: "modelNotFound", hint: "there is y")
        #expect(throws: error) { try connection.classify("a", model: "x") }
        #expect(error.hint == "there is y")
        withExtendedLifetime(daemon) {}
    }

    @Test(arguments: ["no JSON", "{}", "[]", #"{"jsonrpc":"2.0","id":7,"result":{}}"#, #"{"jsonrpc":"2.0","id":1}"#])
    func `refuses what is no answer`(line: String) throws {
        let folder = try PrivateFolder()
        let daemon = try FakeDaemon(folder.socket, [[{ _ in line + "\n" }]])
        let connection = try Connection(options(folder))
        let error = #expect(throws: ClientError.self) { try connection.ping() }
        guard case .invalidAnswer? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        withExtendedLifetime(daemon) {}
    }

    @Test func `tries once more when a daemon on its way out took it`() throws {
        let folder = try PrivateFolder()
        let daemon = try FakeDaemon(folder.socket, [[], [{ _ in #"{"jsonrpc":"2.0","id":1,"result":{}}"# + "\n" }]])
        try Connection(options(folder)).ping()
        withExtendedLifetime(daemon) {}
    }

    @Test func `says so when the daemon goes without an answer`() throws {
        let folder = try PrivateFolder()
        let daemon = try FakeDaemon(folder.socket, [[{ _ in "" }], [{ _ in "" }]])
        let connection = try Connection(options(folder))
        #expect(throws: ClientError.disconnected(socket: folder.socket)) { try connection.ping() }
        withExtendedLifetime(daemon) {}
    }

    @Test func `gives up when its time is over, and leaves a late answer alone`() throws {
        let folder = try PrivateFolder()
        let daemon = try FakeDaemon(
            folder.socket,
            [
                [
                    { _ in "" },
                    { _ in
                        #"{"jsonrpc":"2.0","id":1,"result":{"late":true}}"# + "\n"
                            + #"{"jsonrpc":"2.0","id":2,"result":{"late":false}}"# + "\n"
                    },
                ]
            ])
        var options = options(folder)
        options.timeout = .seconds(2)
        let connection = try Connection(options)
        #expect(throws: ClientError.timedOut(method: "daemon/ping", seconds: 2)) { try connection.ping() }
        #expect(try connection.call("daemon/ping", parameters: nil) == #"{"late":false}"#)
        withExtendedLifetime(daemon) {}
    }

    @Test func `shows no more of a text that was given up on`() throws {
        let folder = try PrivateFolder()
        func piece(_ token: Int, _ text: String) -> String {
            #"{"jsonrpc":"2.0","method":"$/progress","params":{"token":\#(token),"value":{"text":"\#(text)"}}}"# + "\n"
        }
        let answer =
            #"{"jsonrpc":"2.0","id":2,"result":{"model":"m","text":"new","seed":1,"tokens":3,"unknown":0,"#
            + #""ended":true,"logProbability":-1}}"# + "\n"
        let rest = piece(1, "old") + piece(2, "new") + answer
        let daemon = try FakeDaemon(
            folder.socket,
            [
                [
                    { line in line.contains(#""partialResultToken":1"#) ? "" : "no" },
                    { line in line.contains(#""partialResultToken":2"#) ? rest : "no" },
                ]
            ])
        var options = options(folder)
        options.timeout = .seconds(2)
        let connection = try Connection(options)
        #expect(throws: ClientError.timedOut(method: "text/generate", seconds: 2)) {
            try connection.generate { _ in }
        }
        var pieces: [String] = []
        #expect(try connection.generate { pieces.append($0) }.text == "new")
        #expect(pieces == ["new"])
        withExtendedLifetime(daemon) {}
    }

    @Test func `leaves half a message behind, and asks the next question on a new connection`() throws {
        let folder = try PrivateFolder()
        let daemon = try FakeDaemon(
            folder.socket, [[{ _ in "" }], [{ _ in #"{"jsonrpc":"2.0","id":2,"result":{}}"# + "\n" }]])
        var options = options(folder)
        options.timeout = .seconds(1)
        let connection = try Connection(options)
        // The other side reads a byte at a time.
        let long = #"[""# + String(repeating: "a", count: 16 << 20) + #""]"#
        #expect(throws: ClientError.timedOut(method: "text/classify", seconds: 1)) {
            try connection.call("text/classify", parameters: long)
        }
        try connection.ping()
        withExtendedLifetime(daemon) {}
    }

    @Test func `waits less long for what costs no work`() throws {
        let folder = try PrivateFolder()
        let daemon = try FakeDaemon(folder.socket, [[{ _ in "" }, { _ in "" }]])
        var options = options(folder)
        options.timeout = nil
        options.quickTimeout = .milliseconds(50)
        let connection = try Connection(options)
        #expect(throws: ClientError.timedOut(method: "daemon/ping", seconds: 0.05)) { try connection.ping() }
        #expect(throws: ClientError.timedOut(method: "daemon/status", seconds: 0.05)) { try connection.status() }
        withExtendedLifetime(daemon) {}
    }

    @Test func `that was answered only how the daemon is tries once more too`() throws {
        let folder = try PrivateFolder()
        let daemon = try FakeDaemon(
            folder.socket,
            [
                [{ _ in #"{"jsonrpc":"2.0","id":1,"result":{}}"# + "\n" }],
                [{ _ in #"{"jsonrpc":"2.0","id":2,"result":{}}"# + "\n" }],
            ])
        let connection = try Connection(options(folder))
        try connection.ping()
        connection.startOver()
        try connection.ping()
        withExtendedLifetime(daemon) {}
    }

    @Test func `finds no daemon where there is none`() throws {
        let folder = try PrivateFolder()
        #expect(throws: ClientError.noDaemon(socket: folder.socket)) { try Connection(options(folder)) }
    }

    @Test func `refuses parameters that are no JSON before it sends anything`() throws {
        let folder = try PrivateFolder()
        let daemon = try FakeDaemon(folder.socket, [[{ _ in #"{"jsonrpc":"2.0","id":1,"result":{}}"# + "\n" }]])
        let connection = try Connection(options(folder))
        let error = #expect(throws: ClientError.self) { try connection.call("daemon/ping", parameters: "{") }
        guard case .invalidParameters? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        try connection.ping()
        withExtendedLifetime(daemon) {}
    }

    @Test func `trusts no folder that others can write to`() throws {
        let folder = try PrivateFolder()
        chmod(folder.path, 0o770)
        let error = #expect(throws: ClientError.self) { try Connection(options(folder)) }
        guard case .unusableSocket(_, let hint)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(hint.contains("chmod 700"))
    }
}

struct `Starting a daemon` {
    private func options(_ folder: PrivateFolder, _ program: String) -> Connection.Options {
        var options = Connection.Options()
        options.socket = folder.socket
        options.executable = program
        options.startTimeout = .seconds(10)
        return options
    }

    @Test func `gives the reason that a daemon writes before it ends`() throws {
        let folder = try PrivateFolder()
        let program = try folder.program("echo 'no room; make some' >&3; exit 1")
        let error = #expect(throws: ClientError.self) { try Connection(options(folder, program)) }
        guard case .cannotStart("no room; make some", _)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test(arguments: [("exit 3", "it ended with status 3"), ("kill -9 $$", "signal 9 ended it")])
    func `says how a daemon ended that said nothing`(script: String, reason: String) throws {
        let folder = try PrivateFolder()
        let error = #expect(throws: ClientError.self) {
            try Connection(options(folder, try folder.program(script)))
        }
        guard case .cannotStart(let said, _)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(said == reason)
    }

    @Test func `names the program that cannot be run`() throws {
        let folder = try PrivateFolder()
        let error = #expect(throws: ClientError.self) { try Connection(options(folder, folder.path + "/none")) }
        #expect("\(error.map { "\($0)" } ?? "")".contains(folder.path + "/none"))
    }

    @Test func `hands over the socket, the pipe and the lock, in a new session`() throws {
        let folder = try PrivateFolder()
        // The lock cannot be taken by name while the descriptor holds it; field 6 of stat is the session.
        let program = try folder.program(
            """
            session=$(cut -d' ' -f6 /proc/$$/stat)
            flock -n "\(folder.socket).lock" true && free=yes || free=no
            echo "$1 $2 $3 $4 $5 $6 $7 lock-free=$free own-session=$([ $session = $$ ] && echo yes)" >&3
            exit 1
            """)
        let error = #expect(throws: ClientError.self) { try Connection(options(folder, program)) }
        guard case .cannotStart(let said, _)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(said.hasPrefix("serve --socket \(folder.socket) --ready-fd 3 --lock-fd 4 lock-free=no own-session=yes"))
    }

    @Test func `hints at the lock where it cannot be opened`() throws {
        let folder = try PrivateFolder()
        mkdir(folder.socket + ".lock", 0o700)
        let error = #expect(throws: ClientError.self) { try Connection(options(folder, folder.path + "/none")) }
        guard case .unusableSocket(let reason, let hint)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(reason.contains(folder.socket + ".lock"))
        #expect(hint.contains("SLUICE_SOCKET"))
    }

    @Test func `waits for whoever holds the lock, and says so when that takes too long`() throws {
        let folder = try PrivateFolder()
        let lock = open(folder.socket + ".lock", O_RDWR | O_CREAT, 0o600)
        defer { close(lock) }
        #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
        var options = options(folder, try folder.program("touch '\(folder.path)/started'"))
        options.startTimeout = .milliseconds(60)
        let error = #expect(throws: ClientError.self) { try Connection(options) }
        #expect("\(error.map { "\($0)" } ?? "")".contains("\(folder.socket).lock"))
        #expect(access(folder.path + "/started", F_OK) != 0)
    }
}
