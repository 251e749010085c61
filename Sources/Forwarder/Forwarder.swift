package import JSONRPC
import ServerProtocol
import SluiceClient
import Synchronization
package import Transports

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Stands between an editor and a server: passes on what they say, and finds another server when the daemon dies.
///
/// One thread does it all and waits in one place, so that whatever ends first is noticed: the editor's input, its
/// process, the daemon. Only a search for a server, which may take seconds, has a thread of its own.
package final class Forwarder {
    /// Bytes that may wait for one side before the other is no longer read.
    private static let mostPending = 8 << 20
    /// How long what the editor has asked before the end of its input may still be answered; before its `exit`.
    private static let longestEnd = Duration.seconds(10)
    private static let farewell = Duration.seconds(2)
    private static let processInterval = Duration.seconds(2)

    private let sides: Sides
    private let conversation: Conversation
    private let daemon: (any Link)?
    private let local: any Link
    private let note: (String) -> Void
    private let limits: FrameDecoder.Limits
    private let mailbox: Mailbox

    private var usesDaemon: Bool
    private var policy = RestartPolicy()
    /// When the next search begins, where one is put off.
    private var searchTime: ContinuousClock.Instant?
    private var isSearching = false
    /// There has been a server.
    private var hasConnected = false
    /// The editor's input has ended.
    private var editorEnded = false {
        didSet { conversation.hasInputEnded = editorEnded }
    }
    /// The editor has gone, or nobody cares any more.
    private var hasLostEditor = false
    private var hasGivenUp = false
    /// The server has been told that nothing more comes.
    private var isHalfClosed = false
    /// When to end at the latest, once the end has begun.
    private var deadline: ContinuousClock.Instant?
    /// The editor's, as our caller knows it.
    private let givenProcess: Int?
    private var process: WatchedProcess?
    private var nextLook = ContinuousClock.now
    private var chunk = [UInt8](repeating: 0, count: 1 << 16)

    /// - Parameters:
    ///   - daemon: the shared daemon; nil to do without.
    ///   - local: the server for when there is no daemon. It is opened at most once.
    ///   - editorProcess: which has to stay alive, where the editor says so before it says anything else.
    ///   - note: told what a person may want to know, as sentences.
    package init(
        input: Int32, output: Int32, daemon: (any Link)?, local: any Link, limits: FrameDecoder.Limits = .init(),
        editorProcess: Int? = nil, trace: TraceFile? = nil, note: @escaping (String) -> Void
    ) throws(TransportError) {
        mailbox = try Mailbox()
        sides = Sides(editor: Channel(input: input, output: output, limits: limits), trace: trace)
        conversation = Conversation(output: sides)
        self.daemon = daemon
        self.local = local
        self.limits = limits
        givenProcess = editorProcess
        self.note = note
        usesDaemon = daemon != nil
    }

    /// May be called from any thread: ends `run` as the end of the editor's process does.
    package var stop: @Sendable () -> Void {
        { [mailbox] in mailbox.put(.stop) }
    }

    /// Forwards until the editor has gone; returns the status that the process should end with. Blocks.
    package func run() -> Int32 {
        search()
        while true {
            wait()
            if isOver { return hasGivenUp ? 1 : conversation.exitCode }
        }
    }

    // MARK: - The loop

    private func wait() {
        let server = sides.server
        let readsEditor =
            !editorEnded && conversation.waitingBytes <= Conversation.mostWaiting
            && (server?.pendingCount ?? 0) <= Self.mostPending
        let readsServer = sides.editor.pendingCount <= Self.mostPending
        // An entry without events still tells of hang-ups, one with a negative descriptor is passed over.
        var entries = [
            entry(mailbox.descriptor, POLLIN),
            entry(editorEnded ? -1 : sides.editor.input, readsEditor ? POLLIN : 0),
            entry(sides.editor.output, sides.editor.pendingCount > 0 ? POLLOUT : 0),
            entry(server?.input ?? -1, (readsServer ? POLLIN : 0) | ((server?.pendingCount ?? 0) > 0 ? POLLOUT : 0)),
            entry(process?.descriptor ?? -1, POLLIN),
        ]
        let count = poll(&entries, nfds_t(entries.count), timeout)
        guard count > 0 else { return tick() }

        if entries[2].has(POLLOUT) { sides.editor.flush() }
        if entries[2].has(POLLERR | POLLHUP | POLLNVAL) { hasLostEditor = true }
        if entries[3].has(POLLOUT) { sides.server?.flush() }
        // The server first: what the editor says after its death need not be lost. After a hang-up what is left is
        // little, and is read whether there is room for it or not.
        if entries[3].has(POLLIN | POLLERR | POLLHUP) { readServer() }
        if entries[1].has(POLLIN | POLLERR | POLLHUP | POLLNVAL) { readEditor() }
        if entries[0].has(POLLIN) { takeMail() }
        if entries[4].has(POLLIN) { hasLostEditor = true }
        tick()
    }

    /// What is due by the time, whatever happened.
    private func tick() {
        let now = ContinuousClock.now
        if let time = searchTime, time <= now { search() }
        if process == nil, let number = conversation.editorProcess ?? givenProcess, let found = WatchedProcess(number) {
            process = found
            nextLook = now + Self.processInterval
        }
        if let process, now >= nextLook {
            nextLook = now + Self.processInterval
            if !process.isAlive { hasLostEditor = true }
        }
        let isLast = conversation.hasExited || (editorEnded && conversation.isSettled)
        guard isLast else { return }
        if deadline == nil { deadline = now + (conversation.hasExited ? Self.farewell : Self.longestEnd) }
        // The server answers what it has, then closes in its turn.
        if let server = sides.server, server.pendingCount == 0, !isHalfClosed {
            isHalfClosed = true
            shutdown(server.output, Int32(SHUT_WR))
        }
    }

    private var isOver: Bool {
        if hasLostEditor || sides.editor.isOutputBroken { return true }
        guard let deadline else { return false }
        if ContinuousClock.now >= deadline { return true }
        guard sides.server == nil, sides.editor.pendingCount == 0 else { return false }
        return editorEnded || !hasGivenUp
    }

    /// Milliseconds until something is due; -1 for never.
    private var timeout: Int32 {
        let times = [searchTime, deadline, process == nil ? nil : nextLook].compactMap { $0 }
        guard let next = times.min() else { return -1 }
        let (seconds, attoseconds) = (next - ContinuousClock.now).components
        return Int32(clamping: max(0, seconds * 1000 + attoseconds / 1_000_000_000_000_000 + 1))
    }

    private func entry(_ descriptor: Int32, _ events: Int32) -> pollfd {
        pollfd(fd: descriptor, events: Int16(events), revents: 0)
    }

    // MARK: - The editor

    private func readEditor() {
        switch sides.editor.read(into: &chunk) {
        case .nothingYet: return
        case .some: break
        case .ended: editorEnded = true
        }
        while !conversation.hasExited, let frame = nextFrame() {
            if let framing = sides.editor.decoder.framing { sides.framing = framing }
            switch frame {
            case .message(let message): conversation.editorSent(message)
            case .tooLong:
                conversation.refuse(
                    ResponseError(
                        .tooLarge, "the message is longer than \(limits.message) bytes",
                        hint: "send at most \(limits.message) bytes in a message"))
            case .broken(let reason):
                conversation.refuse(
                    ResponseError(
                        .parseError, "the frame cannot be read: \(reason)",
                        hint: "begin with Content-Length: N, an empty line and N bytes of JSON, or send one JSON value "
                            + "a line; nothing more is read"))
                editorEnded = true
            }
        }
        if conversation.needsServer, searchTime == nil, !hasGivenUp { search() }
    }

    /// Nil when there is no whole one.
    private func nextFrame() -> FrameDecoder.Frame? {
        sides.editor.decoder.next() ?? (editorEnded ? sides.editor.decoder.finish() : nil)
    }

    // MARK: - The server

    private func readServer() {
        guard let server = sides.server else { return }
        switch server.read(into: &chunk) {
        case .nothingYet: return
        case .some: break
        case .ended: return lost()
        }
        while let frame = server.decoder.next() {
            guard case .message(let message) = frame, conversation.serverSent(message) else { return lost() }
        }
    }

    private func lost() {
        let wasStopped = conversation.isStopping
        sides.closeServer()
        conversation.serverLost()
        guard deadline == nil, conversation.needsServer else { return }
        guard usesDaemon else {
            return giveUp(LinkError("the server within this process has ended"))
        }
        // It did not die.
        if wasStopped { return search() }
        switch policy.died(at: .now) {
        case .startAgain(let pause): searchTime = .now + pause
        case .doWithout:
            doWithout("the daemon died again and again" + (DaemonLog.path.map { "; its log is \($0)" } ?? ""))
        }
    }

    /// From here on the server is in this process.
    private func doWithout(_ reason: String) {
        usesDaemon = false
        let text = "Sluice works without its shared daemon here: \(reason)"
        note(text)
        conversation.warn(text)
        search()
    }

    private func giveUp(_ error: LinkError) {
        note(error.reason)
        conversation.giveUp(error)
        hasGivenUp = true
        // The editor is told why, also if it has not said anything yet.
        deadline = .now + Self.farewell
    }

    private func search() {
        searchTime = nil
        guard !isSearching else { return }
        isSearching = true
        let link = usesDaemon ? daemon ?? local : local
        let hasStarted = startThread { [mailbox, hasConnected] in
            do throws(LinkError) {
                mailbox.put(.found(try link.open(again: hasConnected)))
            } catch {
                mailbox.put(.notFound(error))
            }
        }
        if !hasStarted { mailbox.put(.notFound(LinkError(TransportError.noThread.reason))) }
    }

    private func takeMail() {
        for letter in mailbox.take() {
            switch letter {
            case .stop: hasLostEditor = true
            case .found(let descriptor):
                isSearching = false
                hasConnected = true
                // What the editor may send a server may send, and more.
                sides.openServer(Channel(input: descriptor, output: descriptor, limits: .init(message: .max)))
                conversation.serverFound()
            case .notFound(let error):
                isSearching = false
                if usesDaemon { doWithout(error.reason) } else { giveUp(error) }
            }
        }
    }
}

extension pollfd {
    fileprivate func has(_ events: Int32) -> Bool { Int32(revents) & events != 0 }
}

/// Both sides as the conversation sees them.
private final class Sides: ConversationOutput {
    let editor: Channel
    private(set) var server: Channel?
    private let trace: TraceFile?
    /// The editor's, which the server is spoken to in too.
    var framing = Framing.lines

    init(editor: Channel, trace: TraceFile?) {
        self.editor = editor
        self.trace = trace
    }

    deinit { closeServer() }

    func openServer(_ channel: Channel) {
        closeServer()
        server = channel
    }

    func closeServer() {
        if let server { close(server.input) }
        server = nil
    }

    func toEditor(_ message: [UInt8]) {
        guard editor.send(message, framing) else { return }
        trace?.record(message, to: .editor)
    }

    func toServer(_ message: [UInt8]) -> Bool {
        guard let server, server.send(message, framing) else { return false }
        trace?.record(message, to: .server)
        return true
    }
}

/// What other threads tell the one that waits in `poll`.
private final class Mailbox: Sendable {
    enum Letter: Sendable {
        case found(Int32)
        case notFound(LinkError)
        case stop
    }

    /// There is something to read while there is mail.
    let descriptor: Int32
    private let signalling: Int32
    private let letters = Mutex<[Letter]>([])

    init() throws(TransportError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else {
            throw TransportError(
                "the system gives no pipe: \(String(cString: strerror(errno)))",
                hint: "close other programs of yours, or raise the limit of open files (ulimit -n)")
        }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (descriptor, signalling) = (ends[0], ends[1])
    }

    deinit {
        for case .found(let unused) in letters.withLock({ $0 }) { close(unused) }
        close(descriptor)
        close(signalling)
    }

    func put(_ letter: Letter) {
        letters.withLock { $0.append(letter) }
        var byte: UInt8 = 0
        _ = write(signalling, &byte, 1)
    }

    func take() -> [Letter] {
        var byte: UInt8 = 0
        _ = read(descriptor, &byte, 1)
        return letters.withLock { letters in
            defer { letters = [] }
            return letters
        }
    }
}
