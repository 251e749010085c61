import JSON
package import JSONRPC
import ServerProtocol

/// Where what is said goes. Messages are without their framing.
package protocol ConversationOutput: AnyObject {
    func toEditor(_ message: [UInt8])
    /// - Returns: false when the server has gone, and has not seen anything of the message.
    @discardableResult
    func toServer(_ message: [UInt8]) -> Bool
}

/// What an editor and its server say to each other, and what another server must be told when the first one dies.
///
/// Messages pass as they came. Of each it is read which it is; in full are read only those that change what is kept.
package final class Conversation {
    private enum Stage {
        /// There is no server. What the editor says waits.
        case searching
        /// A new server has been sent the editor's `initialize`. What the editor says waits.
        case replaying
        case connected
        /// The server has gone after `shutdown`, and needs no other; or there is none to be had.
        case over
    }

    private struct Initialization {
        var message: [UInt8]
        var id: RequestID
        /// By a server that accepted it.
        var isAnswered = false
    }

    /// A request of the editor that is not answered yet.
    private struct Pending {
        var number: Int
        var method: String
    }

    private let output: any ConversationOutput
    private var stage = Stage.searching

    private var initialization: Initialization?
    private var initialized: [UInt8]?
    /// Notifications that a server has to be told again, in order.
    private var kept: [(method: String, message: [UInt8])] = []
    private var documents = OpenDocuments()

    /// Bytes that may wait for a server before the editor is no longer read.
    package static let mostWaiting = 64 << 20
    private var waiting: [[UInt8]] = []
    /// Bytes of messages that wait for a server.
    package private(set) var waitingBytes = 0

    /// An id that is used twice at once is answered twice.
    private var inFlight: [RequestID: [Pending]] = [:]
    private var requests = 0

    /// Servers that there have been.
    private var servers = 0
    /// Requests of the server that the editor has not answered, by the id that the editor knows, with the server's own
    /// where that is another.
    private var asked: [RequestID: [UInt8]?] = [:]
    /// Far from where servers begin to count.
    private var lastOwnID: Int64 = 1_000_000_000
    /// Tokens of progress that the server began and has not ended.
    private var progress: [JSONValue] = []
    /// What the server has registered: id and method.
    private var registrations: [(id: String, method: String)] = []
    /// Warnings and errors that a person has been shown: by servers that have gone, and by this one.
    private var shownBefore: Set<[UInt8]> = []
    private var shown: Set<[UInt8]> = []

    /// The server has said that it ends because somebody wants it to: what the editor says from then on waits.
    package private(set) var isStopping = false
    /// Such a server has gone, and nothing has come since that another is needed for.
    private var isResting = false

    private var hasShutDown = false
    /// What is answered when it is over.
    private var refusal = ResponseError(
        .invalidRequest, "a request came after shutdown", hint: "only exit may follow; start the server again")
    /// `exit` has gone to the server: nothing more is to be said.
    package private(set) var hasExited = false
    /// The editor sends nothing more, so it answers nothing either.
    package var hasInputEnded = false
    /// The process that has to stay alive, where the editor said which it is.
    package private(set) var editorProcess: Int?

    package init(output: any ConversationOutput) {
        self.output = output
    }

    /// With which the editor's program should end: LSP 3.17, `exit`. A client that never sent `initialize` has no order
    /// to keep.
    package var exitCode: Int32 { hasShutDown || initialization == nil ? 0 : 1 }

    package var needsServer: Bool { stage == .searching && !isResting }
    /// A server has it all; nothing waits that needs one.
    package var isSettled: Bool { isResting || (waiting.isEmpty && (stage == .connected || stage == .over)) }

    // MARK: - From the editor

    package func editorSent(_ message: [UInt8]) {
        switch stage {
        case .searching, .replaying:
            // Whatever happens to the server, these are looked at: they say how long to stay.
            if editorProcess == nil, initialization == nil { noteProcess(message) }
            if !isResting || !endsAtRest(message) { wait(message) }
        case .connected: forward(message)
        case .over: refuse(message)
        }
    }

    private func wait(_ message: [UInt8]) {
        waiting.append(message)
        waitingBytes += message.count
        // Where there is no room for more, what needs a server would not be read.
        if Self.needsServer(message) || waitingBytes > Self.mostWaiting { isResting = false }
    }

    /// No server is started to be told that nothing more comes: whether that is what the message says.
    private func endsAtRest(_ message: [UInt8]) -> Bool {
        guard let envelope = Envelope(message) else { return false }
        switch (envelope.method, envelope.id) {
        case (Shutdown.method, let id?):
            hasShutDown = true
            answer(id, .success(.value(.null)))
        case (Exit.method, nil): hasExited = true
        default: return false
        }
        isResting = false
        stage = .over
        refuseWaiting()
        return true
    }

    /// The same while the server still answers what it has.
    private func endsWhileStopping(_ envelope: Envelope) -> Bool {
        switch (envelope.method, envelope.id) {
        case (Shutdown.method, let id?) where initialization?.isAnswered == true && !hasShutDown:
            for envelope in takeWaiting().compactMap(Envelope.init) where envelope.method != nil {
                if let id = envelope.id { answer(id, .failure(.serverLost(true))) }
            }
            hasShutDown = true
            answer(id, .success(.value(.null)))
            return true
        case (Exit.method, nil):
            _ = takeWaiting()
            hasExited = true
            return true
        default: return false
        }
    }

    /// Whether it calls off what the server has still to do, for which one that stops need not be waited for.
    private func endsWork(_ method: String?, _ message: [UInt8]) -> Bool {
        switch method {
        case CancelRequest.method:
            return Self.params(message)?["id"].flatMap(RequestID.init).map { inFlight[$0] != nil } ?? false
        case WorkDoneProgressCancel.method: return Self.params(message)?["token"].map(progress.contains) ?? false
        default: return false
        }
    }

    /// Whether anybody is to do something: what is only to be known can wait.
    private static func needsServer(_ message: [UInt8]) -> Bool {
        guard let envelope = Envelope(message) else { return true }
        switch envelope.method {
        case "textDocument/didOpen", "textDocument/didChange": return true
        default: return envelope.id != nil && !envelope.isAnswer
        }
    }

    private func forward(_ message: [UInt8]) {
        guard !hasExited else { return }
        guard let envelope = Envelope(message) else { return isStopping ? wait(message) : forwardBatch(message) }
        if envelope.isAnswer, let id = envelope.id {
            // Nobody waits for an answer to what a dead server asked.
            guard let original = asked.removeValue(forKey: id) else { return }
            output.toServer(original.map { message.replacing(envelope.idRange, with: $0) } ?? message)
            return
        }
        if isStopping, !endsWork(envelope.method, message) {
            if endsWhileStopping(envelope) { return }
            return hasShutDown ? refuse(message) : wait(message)
        }
        // First of all the message goes on: what is kept is for later. One that came too late for this server is for the
        // next one, like those that follow it.
        guard output.toServer(message) else { return wait(message) }
        guard let method = envelope.method else { return }
        if stage == .connected { noteChange(method) }
        guard let id = envelope.id else { return notified(method, message) }
        began(id, method)
        if method == Initialize.method, initialization == nil {
            initialization = Initialization(message: message, id: id)
            noteProcess(message)
        } else if method == Shutdown.method, initialization != nil {
            hasShutDown = true
        }
    }

    private func notified(_ method: String, _ message: [UInt8]) {
        switch method {
        case "textDocument/didOpen", "textDocument/didChange", "textDocument/didClose":
            documents.apply(method, Self.params(message))
        case Initialized.method: initialized = message
        case "workspace/didChangeConfiguration", SetTrace.method:
            kept.removeAll { $0.method == method }
            kept.append((method, message))
        case "workspace/didChangeWorkspaceFolders": kept.append((method, message))
        case Exit.method: hasExited = true
        default: break
        }
    }

    /// What a server that has all that was said before warns of after a change is news.
    private func noteChange(_ method: String) {
        switch method {
        case "workspace/didChangeConfiguration", "workspace/didChangeWatchedFiles", ExecuteCommand.method:
            shownBefore = []
        default: break
        }
    }

    /// Before `initialize` a batch may come.
    private func forwardBatch(_ message: [UInt8]) {
        guard output.toServer(message) else { return wait(message) }
        for element in Self.batch(message) {
            if let method = element["method"]?.string, let id = element["id"].flatMap(RequestID.init) {
                began(id, method)
            }
        }
    }

    private func noteProcess(_ message: [UInt8]) {
        guard let envelope = Envelope(message), envelope.method == Initialize.method else { return }
        editorProcess = Self.params(message)?["processId"]?.integer
    }

    private func began(_ id: RequestID, _ method: String) {
        requests += 1
        inFlight[id, default: []].append(Pending(number: requests, method: method))
    }

    /// The method of the request that is answered.
    private func answered(_ id: RequestID) -> String? {
        guard var pending = inFlight.removeValue(forKey: id) else { return nil }
        let first = pending.removeFirst()
        if !pending.isEmpty { inFlight[id] = pending }
        return first.method
    }

    // MARK: - From the server

    /// - Returns: false when this server is of no use, because it refuses what the one before it accepted.
    package func serverSent(_ message: [UInt8]) -> Bool {
        guard let envelope = Envelope(message) else {
            for element in Self.batch(message) { _ = element["id"].flatMap(RequestID.init).flatMap(answered) }
            output.toEditor(message)
            return true
        }
        if let method = envelope.method {
            // An answer may still be owed to one who has sent `exit`, but nothing else.
            if hasExited || (envelope.id != nil && hasInputEnded) { return true }
            if envelope.id != nil {
                askEditor(method, envelope, message)
            } else {
                tellEditor(method, message)
            }
            return true
        }
        guard envelope.isAnswer, let id = envelope.id else {
            output.toEditor(message)
            return true
        }
        if stage == .replaying, id == initialization?.id { return replayed(message) }
        let method = answered(id)
        output.toEditor(message)
        if method == Initialize.method, initialization?.id == id { initializeAnswered(message) }
        return true
    }

    /// Two servers may give two requests the same id, of which the editor must not hear: what the first asks passes as it
    /// is, what those after it ask gets an id of ours.
    private func askEditor(_ method: String, _ envelope: Envelope, _ message: [UInt8]) {
        guard let id = envelope.id else { return }
        noteRegistrations(method, message)
        if servers <= 1 {
            asked[id] = .some(nil)
            output.toEditor(message)
        } else {
            let own = nextOwnID()
            asked[own] = Array(message[envelope.idRange])
            output.toEditor(message.replacing(envelope.idRange, with: own.json.serialized()))
        }
    }

    private func tellEditor(_ method: String, _ message: [UInt8]) {
        switch method {
        case CancelRequest.method where servers > 1:
            // The server knows its request by another id than the editor does.
            guard let id = Self.params(message)?["id"]?.serialized(), let own = asked.first(where: { $0.value == id })
            else { return }
            say(.notification(Notification(method: method, params: ["id": own.key.json])))
        case Progress.method:
            output.toEditor(message)
            noteProgress(Self.params(message))
        case ClientMessages.showMessage:
            if isNew(Self.params(message)) { output.toEditor(message) }
        case ClientMessages.stopping: isStopping = true
        default:
            output.toEditor(message)
        }
    }

    /// Whether a person has to be shown it. What one server has warned of the next one finds again; a server that warns
    /// of it once more has been asked to.
    private func isNew(_ params: JSONValue?) -> Bool {
        // Errors and warnings; the others answer to something.
        guard let params, let type = params["type"]?.integer, type <= 2 else { return true }
        let key = params.serialized()
        let isRepeated = shownBefore.remove(key) != nil
        if shown.count < 1_000 { shown.insert(key) }
        return !isRepeated
    }

    private func noteProgress(_ params: JSONValue?) {
        guard let token = params?["token"] else { return }
        switch params?["value"]?["kind"]?.string {
        case "begin": progress.append(token)
        case "end": progress.removeAll { $0 == token }
        default: break
        }
    }

    private func noteRegistrations(_ method: String, _ message: [UInt8]) {
        switch method {
        case "client/registerCapability":
            for registration in Self.params(message)?["registrations"]?.array ?? [] {
                guard let id = registration["id"]?.string, let method = registration["method"]?.string else { continue }
                registrations.append((id, method))
            }
        case "client/unregisterCapability":
            // The misspelling is the protocol's.
            let gone = (Self.params(message)?["unregisterations"]?.array ?? []).compactMap { $0["id"]?.string }
            registrations.removeAll { gone.contains($0.id) }
        default: break
        }
    }

    private func initializeAnswered(_ message: [UInt8]) {
        guard let result = Self.parsed(message)?["result"] else {
            // Refused: the editor may try again, and until it does there is nothing to replay.
            initialization = nil
            return
        }
        initialization?.isAnswered = true
        let named = result["capabilities"]?["positionEncoding"]?.string.flatMap(PositionEncoding.init)
        documents.encoding = named ?? .utf16
    }

    // MARK: - Servers come and go

    /// There is a server, which knows nothing yet.
    package func serverFound() {
        guard stage == .searching else { return }
        isStopping = false
        servers += 1
        guard let initialization else { return settle() }
        guard initialization.isAnswered else {
            // The editor has not had an answer yet: this server gives it.
            output.toServer(initialization.message)
            return catchUp()
        }
        stage = .replaying
        output.toServer(replay(of: initialization.message))
    }

    /// `initialize` again, which leaves no choice where something was agreed on.
    private func replay(of message: [UInt8]) -> [UInt8] {
        guard case .object(var whole)? = Self.parsed(message), case .object(var params)? = whole["params"] else {
            return message
        }
        var capabilities = params["capabilities"]?.object ?? JSONObject()
        var general = capabilities["general"]?.object ?? JSONObject()
        general["positionEncodings"] = [.string(documents.encoding.rawValue)]
        capabilities["general"] = .object(general)
        params["capabilities"] = .object(capabilities)
        // The progress under it has ended.
        params["workDoneToken"] = nil
        whole["params"] = .object(params)
        return JSONValue.object(whole).serialized()
    }

    private func replayed(_ message: [UInt8]) -> Bool {
        guard Self.parsed(message)?["result"] != nil else { return false }
        catchUp()
        return true
    }

    /// Says again what was said after `initialize`.
    private func catchUp() {
        if let initialized { output.toServer(initialized) }
        for (_, message) in kept { output.toServer(message) }
        for opening in documents.openings { output.toServer(opening.json.serialized()) }
        settle()
    }

    /// Sends what has waited.
    private func settle() {
        for message in takeWaiting() { forward(message) }
        stage = .connected
    }

    /// The server has gone. What it left open towards the editor is brought to an end.
    package func serverLost() {
        guard stage == .connected || stage == .replaying else { return }
        asked.removeAll()
        if !hasShutDown && !hasExited && !hasInputEnded {
            endProgress()
            unregister()
        }
        shownBefore.formUnion(shown)
        shown = []
        stage = hasShutDown ? .over : .searching
        for (id, method) in takeInFlight() {
            if method == Initialize.method, initialization?.id == id, initialization?.isAnswered == false {
                // The next server answers.
                if stage == .searching { began(id, method) }
            } else if method == Shutdown.method {
                answer(id, .success(.value(.null)))
            } else {
                answer(id, .failure(.serverLost(isStopping)))
            }
        }
        if stage == .over { return refuseWaiting() }
        guard isStopping, !hasExited, initialization?.isAnswered == true else { return }
        isResting = true
        for message in takeWaiting() { editorSent(message) }
        guard isResting else { return }
        say(
            .notification(
                ClientMessages.log(.info, "sluice: the daemon was stopped; another is started when it is needed")))
    }

    private func endProgress() {
        for token in progress {
            let end: JSONValue = ["kind": "end", "message": "the daemon has ended"]
            say(.notification(Notification(method: Progress.method, params: ["token": token, "value": end])))
        }
        progress = []
    }

    /// What a dead server registered would be registered twice with the next one.
    private func unregister() {
        guard !registrations.isEmpty else { return }
        let gone = registrations.map { registration -> JSONValue in
            ["id": .string(registration.id), "method": .string(registration.method)]
        }
        registrations = []
        // Nobody waits for the answer.
        say(
            .request(
                Request(
                    id: nextOwnID(), method: "client/unregisterCapability", params: ["unregisterations": .array(gone)]))
        )
    }

    /// There is no server and will be none.
    package func giveUp(_ error: LinkError) {
        stage = .over
        refusal = ResponseError(
            .internalError, "there is no server: \(error.reason)", hint: error.hint ?? "start the editor's server again"
        )
        for (id, _) in takeInFlight() { answer(id, .failure(refusal)) }
        refuseWaiting()
    }

    /// Shows a person a warning, where the editor is ready for it.
    package func warn(_ text: String) {
        guard initialization?.isAnswered == true else { return }
        say(.notification(ClientMessages.show(.warning, text)))
    }

    /// There is nobody left to answer.
    private func refuse(_ message: [UInt8]) {
        guard let envelope = Envelope(message), let method = envelope.method else { return }
        if method == Exit.method { hasExited = true }
        if let id = envelope.id { answer(id, .failure(refusal)) }
    }

    private func refuseWaiting() {
        for message in takeWaiting() { refuse(message) }
    }

    private func takeWaiting() -> [[UInt8]] {
        defer { (waiting, waitingBytes) = ([], 0) }
        return waiting
    }

    // MARK: - Our own words

    private func takeInFlight() -> [(id: RequestID, method: String)] {
        defer { inFlight = [:] }
        return inFlight.flatMap { id, pending in pending.map { (id: id, pending: $0) } }
            .sorted { $0.pending.number < $1.pending.number }
            .map { ($0.id, $0.pending.method) }
    }

    private func nextOwnID() -> RequestID {
        lastOwnID += 1
        return .integer(lastOwnID)
    }

    private func say(_ message: Message) {
        output.toEditor(message.json.serialized())
    }

    private func answer(_ id: RequestID, _ outcome: Result<Response.Payload, ResponseError>) {
        var bytes: [UInt8] = []
        Response(id: id, outcome: outcome).serialize(into: &bytes, singleLine: true)
        output.toEditor(bytes)
    }

    /// Answers what cannot be read as a message at all.
    package func refuse(_ error: ResponseError) {
        answer(.null, .failure(error))
    }

    private static func parsed(_ message: [UInt8]) -> JSONValue? { try? JSONValue(parsing: message) }
    private static func params(_ message: [UInt8]) -> JSONValue? { parsed(message)?["params"] }
    private static func batch(_ message: [UInt8]) -> [JSONValue] { parsed(message)?.array ?? [] }
}

extension ResponseError {
    /// LSP 3.17, `ServerCancelled`; `retriggerRequest` is for requests of diagnostics. Where somebody has stopped the
    /// daemon, no editor is told to start another.
    fileprivate static func serverLost(_ wasStopped: Bool) -> ResponseError {
        ResponseError(
            code: Code(rawValue: -32802), message: "the daemon ended before it answered",
            data: [
                "kind": "serverCancelled",
                "hint": wasStopped
                    ? "the daemon was stopped: ask again, which starts another"
                    : "ask again: another daemon is on its way",
                "retriggerRequest": .bool(!wasStopped),
            ])
    }
}

extension [UInt8] {
    fileprivate func replacing(_ range: Range<Int>, with bytes: [UInt8]) -> [UInt8] {
        self[..<range.lowerBound] + bytes + self[range.upperBound...]
    }
}
