package import JSON
import ServerProtocol

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A connection to the user's Sluice daemon, which is started when it does not run.
///
/// ```swift
/// let connection = try Connection()
/// let answer = try connection.classify("정말 재미있어요")
/// print(answer.label, answer.probability)
/// ```
///
/// Calls block until the answer is there. A connection is one session and serves one thread: where several work at
/// once, give each its own.
public final class Connection {
    /// How a connection finds its daemon.
    public struct Options: Sendable {
        /// The daemon's socket. Nil: `SLUICE_SOCKET`, else `$XDG_RUNTIME_DIR/sluice/sluice.sock`, else
        /// `sluice-<uid>/sluice.sock` in the temporary folder.
        public var socket: String?
        /// Whether to start a daemon where nobody listens.
        public var startsDaemon = true
        /// The program to start. Nil: `SLUICE_EXECUTABLE`, else `sluice`, looked for in `PATH`.
        public var executable: String?
        /// The longest wait for an answer; nil waits for ever.
        public var timeout: Duration? = .seconds(60)
        /// The longest wait for a daemon to start, or for one that stops to make room, which takes up to 15 seconds:
        /// ten for what it has begun, five to close.
        public var startTimeout: Duration = .seconds(20)
        /// The longest wait for an answer that costs no work: `daemon/ping`, `daemon/status`, `daemon/shutdown`.
        package var quickTimeout: Duration = .seconds(5)
        /// More arguments for `sluice serve`.
        package var daemonArguments: [String] = []

        public init() {}
    }

    /// The socket's absolute path.
    public let socketPath: String

    private let options: Options
    private let location: SocketLocation
    /// Nil after a failure that left half a message in it: the next call connects anew.
    private var socket: LineSocket?
    private var lastID: Int64 = 0
    /// Of the next call.
    var nextID: Int64 { lastID + 1 }
    private var hasBeenAnswered = false

    /// Makes another connection to where this one leads.
    package var more: @Sendable () throws(ClientError) -> Connection {
        var options = options
        options.socket = socketPath
        options.startsDaemon = false
        return { [options] () throws(ClientError) in try Connection(options) }
    }

    /// Connects, after starting a daemon where that is needed and allowed.
    ///
    /// Of several clients that find no daemon at once, one starts it and the others wait for it.
    public init(_ options: Options = Options()) throws(ClientError) {
        do { location = try SocketLocation.discover(chosen: options.socket) } catch {
            throw .unusableSocket(reason: error.description, hint: error.hint)
        }
        self.options = options
        socketPath = location.path
        socket = try Self.connect(to: location, options)
    }

    private static func connect(to location: SocketLocation, _ options: Options) throws(ClientError) -> LineSocket {
        if let socket = try location.connect() { return socket }
        guard options.startsDaemon else { throw .noDaemon(socket: location.path) }
        let executable = options.executable ?? getenv("SLUICE_EXECUTABLE").map { String(cString: $0) } ?? "sluice"
        return try DaemonStarter(
            location: location, executable: executable.isEmpty ? "sluice" : executable,
            arguments: options.daemonArguments, timeout: options.startTimeout
        ).connect()
    }

    // MARK: - Any method

    /// Calls a method by its name; both sides in JSON text, for methods that have no typed call here.
    ///
    /// - Parameter parameters: a JSON object or array; nil for none.
    /// - Returns: the result as one line of JSON.
    public func call(_ method: String, parameters: String?) throws(ClientError) -> String {
        var value: JSONValue?
        if let parameters {
            do { value = try JSONValue(parsing: parameters) } catch {
                throw .invalidParameters(reason: error.description)
            }
        }
        return String(decoding: try call(method, value).serialized(), as: UTF8.self)
    }

    /// - Parameter notified: gets the messages that come ahead of the answer.
    package func call(
        _ method: String, _ parameters: JSONValue? = nil, notified: (JSONValue) -> Void = { _ in }
    ) throws(ClientError) -> JSONValue {
        lastID = nextID
        var members: [(name: String, value: JSONValue)] = [
            ("jsonrpc", "2.0"), ("id", .integer(lastID)), ("method", .string(method)),
        ]
        if let parameters { members.append(("params", parameters)) }
        var message = JSONValue.object(JSONObject(members)).serialized()
        message.append(0x0a)

        let timeout = timeout(of: method)
        let deadline = Deadline(after: timeout)
        do {
            return try answer(to: message, deadline, notified)
        } catch .closed where !hasBeenAnswered {
            // A daemon that was on its way out may still have taken the connection: the next one answers.
            socket = nil
            do { return try answer(to: message, deadline, notified) } catch {
                throw clientError(error, method, timeout)
            }
        } catch {
            throw clientError(error, method, timeout)
        }
    }

    /// Sends what nobody answers.
    package func notify(_ method: String, _ parameters: JSONValue) throws(ClientError) {
        let members: [(name: String, value: JSONValue)] = [
            ("jsonrpc", "2.0"), ("method", .string(method)), ("params", parameters),
        ]
        let message = JSONValue.object(JSONObject(members)).serialized() + [0x0a]
        do { try send(message, Deadline(after: options.timeout)) } catch {
            throw clientError(error, method, options.timeout)
        }
    }

    private static let quickMethods: Set<String> = [
        DaemonPing.method, DaemonStatus.method, DaemonShutdown.method,
    ]

    /// A daemon that is stuck must not hold up those who only ask how it is.
    private func timeout(of method: String) -> Duration? {
        guard Self.quickMethods.contains(method) else { return options.timeout }
        return min(options.timeout ?? options.quickTimeout, options.quickTimeout)
    }

    /// Connects anew, to whichever daemon there is now or is started.
    package func reconnect() throws(ClientError) {
        socket = nil
        socket = try Self.connect(to: location, options)
        hasBeenAnswered = false
    }

    /// From here on a connection that closes counts as one that never answered: the call is made once more, on a new
    /// one. For those who have asked how the daemon is before their own first question.
    package func startOver() { hasBeenAnswered = false }

    private enum CallFailure: Error {
        case closed, timedOut
        case system(Int32)
        case client(ClientError)

        init(_ failure: LineSocket.Failure) {
            self =
                switch failure {
                case .nobody, .closed: .closed
                case .timedOut: .timedOut
                case .system(let code): .system(code)
                }
        }
    }

    private func answer(
        to message: [UInt8], _ deadline: Deadline, _ notified: (JSONValue) -> Void
    ) throws(CallFailure) -> JSONValue {
        let socket = try send(message, deadline)
        while true {
            let line: [UInt8]
            do { line = try socket.receive(until: deadline) } catch { throw CallFailure(error) }
            hasBeenAnswered = true
            do {
                let value = try Answer.parsed(line)
                if value["method"] != nil {
                    notified(value)
                    continue
                }
                // A late answer to a call that was given up on is not ours.
                if let id = value["id"]?.integer, id < lastID { continue }
                return try Answer.result(of: value, id: lastID)
            } catch {
                throw .client(error)
            }
        }
    }

    @discardableResult private func send(_ message: [UInt8], _ deadline: Deadline) throws(CallFailure) -> LineSocket {
        let socket = try connected()
        do { try socket.send(message, until: deadline) } catch {
            // What was sent of the message would swallow the start of the next one.
            self.socket = nil
            throw CallFailure(error)
        }
        return socket
    }

    private func connected() throws(CallFailure) -> LineSocket {
        if let socket { return socket }
        do {
            let new = try Self.connect(to: location, options)
            socket = new
            return new
        } catch { throw .client(error) }
    }

    private func clientError(_ failure: CallFailure, _ method: String, _ timeout: Duration?) -> ClientError {
        switch failure {
        case .closed: .disconnected(socket: socketPath)
        case .timedOut:
            .timedOut(method: method, seconds: timeout.map { $0 / .seconds(1) } ?? 0)
        case .system(let code): .connectionFailed(socket: socketPath, reason: text(of: code))
        case .client(let error): error
        }
    }

    /// Waits until the daemon has closed this connection, as it does when it stops; false if it has not in time.
    package func waitForEnd(atMost timeout: Duration) -> Bool {
        let deadline = Deadline(after: timeout)
        while let socket {
            do { _ = try socket.receive(until: deadline) } catch {
                if case .timedOut = error { return false }
                // Our own end, which a daemon that stops waits for.
                self.socket = nil
            }
        }
        return true
    }
}

extension Connection {
    /// A connection to a daemon of this build, which is started where none runs: an idle one of another build is
    /// replaced, a busy one is used as it is.
    ///
    /// - Parameters:
    ///   - replaces: false to use an idle one of another build as well.
    ///   - busy: told how many others use a daemon of another build.
    package static func toThisBuild(
        _ options: Options, replaces: Bool = true, busy: (Int) -> Void
    ) throws(ClientError) -> Connection {
        let connection = try Connection(options)
        var status = try connection.status()
        if status.isDraining {
            try connection.waitForNext(after: status)
            status = try connection.status()
        }
        guard replaces, status.buildID != BuildIdentity.current else {
            // It may still end of idleness before the first question proper.
            connection.startOver()
            return connection
        }
        guard status.sessions <= 1 else {
            busy(status.sessions - 1)
            return connection
        }
        _ = try connection.call(DaemonShutdown.self, .init())
        try connection.waitForNext(after: status)
        return connection
    }

    /// Waits for the end of a daemon that stops, then connects to the next one. One that stops may take a connection
    /// and close it again, until it has let go of the socket.
    private func waitForNext(after status: DaemonSummary) throws(ClientError) {
        _ = waitForEnd(atMost: options.startTimeout)
        _ = waitForRelease(by: status.processID, atMost: options.startTimeout)
        try reconnect()
    }

    /// Another connection to the same daemon, or to the one that is there by now: a connected stream socket, which the
    /// caller speaks over, in whichever framing, and closes.
    package func openStream() throws(ClientError) -> Int32 {
        let socket = try Self.connect(to: location, options)
        do { return try socket.duplicate() } catch {
            throw clientError(CallFailure(error), "connect", nil)
        }
    }
}

extension Connection {
    /// Waits until the daemon that is this process has let go of the socket: nobody holds it any more, or another
    /// daemon, which somebody has started meanwhile, answers there. False if neither was so in time.
    package func waitForRelease(by process: Int, atMost timeout: Duration) -> Bool {
        let deadline = Deadline(after: timeout)
        let lock = open(location.lockPath, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
        guard lock >= 0 else { return true }
        defer { close(lock) }
        var pause: useconds_t = 1_000
        while flock(lock, LOCK_EX | LOCK_NB) != 0 {
            if let other = daemonProcess, other != process { return true }
            if deadline.hasPassed { return false }
            usleep(pause)
            pause = min(pause * 2, 100_000)
        }
        return true
    }

    /// The daemon that answers on the socket now; nil where none does.
    private var daemonProcess: Int? {
        var options = self.options
        options.startsDaemon = false
        return try? Connection(options).status().processID
    }
}

/// What a response says (JSON-RPC 2.0, section 5).
package enum Answer {
    package static func result(of response: [UInt8], id: Int64?) throws(ClientError) -> JSONValue {
        try result(of: parsed(response), id: id)
    }

    static func parsed(_ response: [UInt8]) throws(ClientError) -> JSONValue {
        do { return try JSONValue(parsing: response) } catch { throw .invalidAnswer(reason: error.description) }
    }

    static func result(of value: JSONValue, id: Int64?) throws(ClientError) -> JSONValue {
        if let error = value["error"], let code = error["code"]?.integer {
            let data = error["data"]
            throw .refused(
                code: code, message: error["message"]?.string ?? "error \(code)", kind: data?["kind"]?.string,
                hint: data?["hint"]?.string)
        }
        guard let result = value["result"] else { throw .invalidAnswer(reason: "it has no result and no error") }
        if let id, value["id"]?.integer != Int(exactly: id) {
            throw .invalidAnswer(reason: "it answers another request")
        }
        return result
    }
}
