/// Why a call got no result.
public enum ClientError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Nothing listens on the socket, and this connection may not start a daemon.
    case noDaemon(socket: String)
    /// The socket's path or folder cannot be used; `hint` says what to do.
    case unusableSocket(reason: String, hint: String)
    /// The daemon could not be started. `reason` holds what it said; `log` is the file that has the rest.
    case cannotStart(reason: String, log: String?)
    /// Connecting or talking failed; `reason` is the system's text.
    case connectionFailed(socket: String, reason: String)
    /// The daemon closed the connection before it answered.
    case disconnected(socket: String)
    /// No answer within the time allowed.
    case timedOut(method: String, seconds: Double)
    /// What came is no answer to what was asked.
    case invalidAnswer(reason: String)
    /// What was to be sent is no JSON.
    case invalidParameters(reason: String)
    /// The daemon answered with an error (JSON-RPC 2.0, section 5.1). `kind` and `hint` come from its `data`: the
    /// hint says what to do, with the names that exist.
    case refused(code: Int, message: String, kind: String?, hint: String?)

    public var description: String {
        switch self {
        case .noDaemon(let socket): "no daemon listens on \(socket)"
        case .unusableSocket(let reason, _): reason
        case .cannotStart(let reason, let log):
            "the daemon did not start: \(reason)" + (log.map { " (its log: \($0))" } ?? "")
        case .connectionFailed(let socket, let reason): "cannot talk to the daemon on \(socket): \(reason)"
        case .disconnected(let socket): "the daemon on \(socket) closed the connection before it answered"
        case .timedOut(let method, let seconds): "no answer to \(method) within \(Self.text(of: seconds)) seconds"
        case .invalidAnswer(let reason): "the daemon's answer cannot be read: \(reason)"
        case .invalidParameters(let reason): "the parameters are no JSON: \(reason)"
        case .refused(_, let message, _, _): message
        }
    }

    private static func text(of seconds: Double) -> String {
        seconds == seconds.rounded() && seconds < 1e9 ? String(Int(seconds)) : String(seconds)
    }

    /// What to do about it, where there is something to say.
    public var hint: String? {
        switch self {
        case .noDaemon: "start one: sluice start"
        case .unusableSocket(_, let hint): hint
        case .cannotStart: "run it in the foreground to see more: sluice serve --socket PATH"
        case .connectionFailed, .disconnected: "try again; sluice status says how the daemon is"
        case .timedOut:
            "the daemon is busy or stuck: try again, or end its process (pgrep -f 'sluice serve' finds it) and the "
                + "next command starts another"
        case .invalidAnswer: "the daemon may be of another build: sluice stop, then try again"
        case .invalidParameters: nil
        case .refused(_, _, _, let hint): hint
        }
    }
}
