import Documents
import JSON
import JSONRPC
import LanguageFeatures
import ServerProtocol
import Settings
import Synchronization
import Transports

/// What a session that follows LSP has beside its requests: a client that can be asked, open documents, settings.
///
/// Notifications come one after another, in the order in which they were sent; everything else may come from any thread.
final class EditingSession: Sendable {
    let server: SluiceServer
    let client: ClientCapabilities
    let unit: PositionUnit
    let requests: ClientRequests
    let settings: SessionSettings
    private let output: any MessageSender
    private let state = Mutex(State())

    private struct State {
        /// By their URIs, byte for byte.
        var documents: [TextBytes: OpenDocument] = [:]
        var progresses: [(token: JSONValue, progress: SessionProgress)] = []
        var lastToken = 0
        /// What was complained of: once is enough.
        var complaints: Set<String> = []
        var tracing = SetTrace.Value.off
        /// Languages whose analysers and vectors have been opened.
        var warm: Set<String> = []
    }

    init(_ server: SluiceServer, _ parameters: Initialize.Parameters, _ unit: PositionUnit, output: any MessageSender) {
        self.server = server
        self.unit = unit
        self.output = output
        client = ClientCapabilities(parameters.capabilities)
        requests = ClientRequests(output: output)
        settings = SessionSettings(parameters, environment: server.configuration.settingsEnvironment)
        state.withLock { $0.tracing = parameters.trace }
    }

    func capabilities(_ encoding: PositionEncoding) -> ServerCapabilities {
        ServerCapabilities(
            positionEncoding: encoding, tokenTypes: WordKind.allCases.map(\.name), tokenModifiers: ["unknown"],
            commands: EditorCommand.allCases.map(\.rawValue), hasCodeActionLiterals: client.takesCodeActions)
    }

    // MARK: - To the client

    func notify(_ notification: Notification) { output.send(.message(.notification(notification))) }

    /// Tells the person of an error, once.
    func complain(_ error: ResponseError, about subject: String) {
        let hint = error.data?["hint"]?.string.map { ": \($0)" } ?? ""
        complain("\(subject): \(error.message)\(hint)")
    }

    func complain(_ message: String) {
        guard state.withLock({ $0.complaints.count < 1_000 && $0.complaints.insert(message).inserted }) else { return }
        notify(ClientMessages.show(.warning, "sluice: " + message))
    }

    /// Tells whoever looks at the log.
    func log(_ message: String) { notify(ClientMessages.log(.warning, message)) }

    /// Asks the client to ask again for all that depends on settings and models.
    func refresh() {
        for method in client.refreshes { requests.ask(method) }
    }

    /// The last part of a URI.
    func name(of uri: String) -> String {
        let name = uri.split(separator: "/").last.map(String.init) ?? uri
        return FileURI.decoded(name) ?? name
    }

    // MARK: - Progress

    /// One of our own.
    func progress(_ title: String) -> SessionProgress { SessionProgress(self, title) }

    /// Calls back once the client has agreed: LSP lets nothing be sent under a token before that.
    func askForProgressToken(_ agreed: @escaping @Sendable (JSONValue) -> Void) {
        let token = state.withLock { state in
            state.lastToken += 1
            return JSONValue.string("sluice-progress-\(state.lastToken)")
        }
        requests.ask(ClientMessages.createProgress, ["token": token]) { answer in
            if case .success = answer { agreed(token) }
        }
    }

    func begin(_ progress: SessionProgress, _ token: JSONValue) {
        state.withLock { $0.progresses.append((token, progress)) }
    }

    func end(_ progress: SessionProgress) {
        state.withLock { $0.progresses.removeAll { $0.progress === progress } }
    }

    private func cancel(_ token: JSONValue) {
        let cancelled = state.withLock { $0.progresses.filter { $0.token == token } }
        for each in cancelled { each.progress.cancel() }
    }

    // MARK: - Documents

    /// Throws where the client has not opened it.
    func document(_ uri: String) throws(ResponseError) -> OpenDocument {
        if let document = state.withLock({ $0.documents[TextBytes(text: uri)] }) { return document }
        throw ResponseError(
            .invalidParams, "the document \"\(uri.prefix(200))\" is not open",
            hint: "send textDocument/didOpen first, and name the document as there")
    }

    var documents: [OpenDocument] { state.withLock { Array($0.documents.values) } }

    private func open(_ parameters: DidOpen.Parameters) {
        // What the editor's settings and the files say may come later than its first documents.
        let known = settings.known(of: parameters.uri, whereEditor: client.hasConfiguration)
        let limit = known?.documentBytesLimit ?? SettingsKeys.documentBytes.upperBound
        let document = OpenDocument(
            parameters, limit: limit, cache: server.readings, vocabularies: server.vocabularies)
        let old = state.withLock { $0.documents.updateValue(document, forKey: TextBytes(text: parameters.uri)) }
        if let old {
            old.close()
            log("\(parameters.uri) was opened a second time: what was open is forgotten")
        }
        analyse(document)
    }

    private func change(_ parameters: DidChange.Parameters) {
        guard let document = try? document(parameters.uri) else {
            return log("\(parameters.uri) was changed, but it is not open: the change is not looked at")
        }
        if let version = parameters.version, version < document.number {
            log("the version of \(parameters.uri) went from \(document.number) back to \(version)")
        }
        document.change(parameters.changes, version: parameters.version, in: unit)
        analyse(document)
    }

    private func close(_ uri: String) {
        guard let document = state.withLock({ $0.documents.removeValue(forKey: TextBytes(text: uri)) }) else {
            return log("\(uri) was closed, but it is not open")
        }
        document.close()
        if !client.pullsDiagnostics { notify(PublishDiagnostics.notification(uri: uri, version: nil, [])) }
    }

    /// Lets go of a document that is not looked at, and says why it is not.
    private func judge(_ document: OpenDocument) {
        let current = settings.settings(of: document.uri)
        if settings.known(of: document.uri, whereEditor: client.hasConfiguration) != nil {
            document.limit(to: current.documentBytesLimit)
        }
        guard case .refused(let refusal) = document.content(current) else { return }
        let uri = document.uri
        switch refusal {
        case .tooLarge(let bytes, let limit):
            complain(
                "\(name(of: uri)) is not looked at: at most \(limit) bytes are read (setting limits.documentBytes); "
                    + "it has \(bytes / 1_000_000) MB")
        case .notText: complain("\(name(of: uri)) is not looked at: it is no text")
        case .notProse: break
        }
    }

    // MARK: - Analysis

    /// Has a thread find what the rules find in the document as it is then. What waits already is not queued twice: it
    /// looks at the newest text when its turn comes.
    func analyse(_ document: OpenDocument) {
        guard !client.pullsDiagnostics else {
            _ = server.reading.submit { [self] in
                judge(document)
                warmUp(for: document)
            }
            return
        }
        guard document.schedule() else { return }
        if server.reading.submit({ [self] in runAnalysis(of: document) }) != nil { _ = document.endAnalysis() }
    }

    func analyseAll() {
        for document in documents { analyse(document) }
    }

    private func runAnalysis(of document: OpenDocument) {
        defer { warmUp(for: document) }
        repeat {
            judge(document)
            let settings = settings.settings(of: document.uri)
            switch document.beginAnalysis(settings) {
            case .text(let version):
                let analysis = DocumentAnalysis(
                    reader: PassageReader(server, settings), session: self, document: document)
                // What a rule's model cannot read is told on the way.
                let findings = try? analysis.findings(in: version) { !document.isStale }
                guard let findings else { continue }
                let message = PublishDiagnostics.notification(
                    uri: document.uri, version: version.number, findings)
                document.unlessStale { notify(message) }
            case .refused:
                let message = PublishDiagnostics.notification(uri: document.uri, version: document.number, [])
                document.unlessStale { notify(message) }
            case nil: break
            }
        } while document.endAnalysis()
    }

    /// Opens what hovers and completions of the document's languages will want: the first would wait for it.
    private func warmUp(for document: OpenDocument) {
        let settings = settings.settings(of: document.uri)
        guard let version = document.version(settings) else { return }
        for passage in version.passages.prefix(100) {
            let reading = passage.reading
            guard let language = reading.language,
                state.withLock({ $0.warm.insert(language).inserted && $0.warm.count < 100 })
            else { continue }
            try? PassageReader(server, settings).use(language: language) { _ in }
            _ = related(to: String(reading.text.prefix(20)), settings, count: 1) { !document.isStale }
            try? server.models.use(vectors: settings.vectors, for: [reading.text]) { (name, _) in
                server.models.ready(name)?.completion?.prepare()
            }
        }
        _ = document.words(of: version)
    }

    // MARK: - Notifications

    /// False where the notification is none of the language server's.
    func take(_ notification: Notification) -> Bool {
        do throws(ShapeError) {
            switch notification.method {
            case DidOpen.method: open(try DidOpen.read(notification.params))
            case DidChange.method: change(try DidChange.read(notification.params))
            case DidClose.method: close(try DidClose.read(notification.params).uri)
            case DidSave.method: break
            case Initialized.method: begin()
            case SetTrace.method:
                guard let value = try? SetTrace.read(notification.params).value else { break }
                state.withLock { $0.tracing = value }
            case DidChangeConfiguration.method:
                let parameters = try DidChangeConfiguration.read(notification.params)
                if client.hasConfiguration {
                    askForSettings()
                } else {
                    settings.set(editor: parameters.settings["sluice"] ?? parameters.settings)
                    applySettings()
                }
            case DidChangeWatchedFiles.method: _ = server.reading.submit { [self] in lookAtFiles() }
            case DidChangeWorkspaceFolders.method:
                let parameters = try DidChangeWorkspaceFolders.read(notification.params)
                settings.change(added: parameters.added, removed: parameters.removed)
                applySettings()
            case WorkDoneProgressCancel.method: cancel(try WorkDoneProgressCancel.read(notification.params).token)
            default: return false
            }
        } catch {
            log("\(notification.method) is not looked at: \(error.reason); \(error.hint)")
        }
        return true
    }

    /// After the client has read what we can do.
    private func begin() {
        applySettings()
        if client.hasConfiguration { askForSettings() }
        guard client.watchesFiles else { return }
        let watchers = ["sluice.json", "sluice.toml"].map { name -> JSONValue in ["globPattern": .string("**/" + name)]
        }
        requests.ask(
            ClientMessages.registerCapability,
            [
                "registrations": [
                    [
                        "id": "sluice-settings", "method": .string(DidChangeWatchedFiles.method),
                        "registerOptions": ["watchers": .array(watchers)],
                    ]
                ]
            ])
    }

    func trace(_ message: @autoclosure () -> String) {
        guard state.withLock({ $0.tracing }) != .off else { return }
        notify(ClientMessages.trace(message()))
    }

    // MARK: - Settings

    private func askForSettings() {
        requests.ask(ClientMessages.configuration, ["items": [["section": "sluice"]]]) { [self] answer in
            guard case .success(let values) = answer else { return }
            settings.set(editor: values.array?.first ?? .null)
            applySettings()
        }
    }

    /// Files are read for it, on a thread that may wait.
    private func applySettings() {
        _ = server.reading.submit { [self] in apply(settings.change()) }
    }

    /// Looks whether files of settings have changed. May wait for a disk.
    func lookAtFiles() {
        if let change = settings.lookAtFiles() { apply(change) }
    }

    /// Tells what is wrong with new settings, and does everything by the rest.
    private func apply(_ change: SessionSettings.Change) {
        for problem in change.problems { complain(problem) }
        for document in documents { judge(document) }
        guard change.isNew else { return }
        analyseAll()
        refresh()
    }

    /// The files of settings are read again, and what was complained of may be complained of anew.
    func reload() {
        state.withLock { $0.complaints = [] }
        apply(settings.change(always: true))
    }

    func end() {
        requests.end()
        let documents = state.withLock { state in
            defer { state.documents = [:] }
            return Array(state.documents.values)
        }
        for document in documents { document.close() }
    }
}
