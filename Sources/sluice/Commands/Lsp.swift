import ArgumentParser
import Forwarder
import Server
import Settings
import SluiceClient
import Transports

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

struct Lsp: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The language server that an editor starts, on standard input and output.",
        discussion: """
            It forwards to the shared daemon, which it starts where none runs, and when the daemon dies it finds another \
            without the editor's noticing. Where no daemon can run, it serves by itself.
            """)

    @Flag(help: "Does nothing: it is what editors say, and what is done anyway.")
    var stdio = false

    @Option(
        name: .customLong("clientProcessId"),
        help: ArgumentHelp("End when this process does: the editor's, as some editors say.", valueName: "number"))
    var clientProcess: Int?

    @Option(help: ArgumentHelp("The daemon's socket.", valueName: "path"))
    var socket: String?

    @Flag(help: "Serve in this process, without the daemon.")
    var noDaemon = false

    @Option(
        help: ArgumentHelp(
            "Append a line of JSON to this file for each message: when, to whom, which method.", valueName: "path"))
    var traceFile: String?

    @Flag(help: "Put into the trace what the messages say, too: the texts that are edited are among it.")
    var traceText = false

    func validate() throws {
        if traceText, traceFile == nil { throw ValidationError("Give --trace-text together with --trace-file.") }
    }

    func run() throws {
        // A daemon that we started and that has died is nobody's child to wait for.
        signal(SIGCHLD, SIG_IGN)
        // An editor is not left without a server because of a file with a mistake in it.
        // What it needs of them is the user's to say; the workspace's file is read by the server.
        let (settings, problems) = Configuration.read(workspace: false)
        problems.forEach(Self.note)
        let status: Int32
        do {
            let (input, output) = try StandardStreams.claimDescriptors()
            let trace = try traceFile.map { try TraceFile(path: Path.absolute($0), hasTexts: traceText) }
            let forwarder = try Forwarder(
                input: input, output: output, daemon: noDaemon ? nil : daemon(settings), local: LocalLink(),
                editorProcess: clientProcess, trace: trace, note: Self.note)
            try TerminationSignals.watch(forwarder.stop)
            status = forwarder.run()
        } catch let error as TransportError {
            throw Failure(error.reason, hint: error.hint)
        } catch let error as LinkError {
            throw Failure(error.reason, hint: error.hint)
        }
        endProcess(status)
    }

    private func daemon(_ settings: Settings) -> DaemonLink {
        var options = DaemonOptions()
        options.socket = socket
        return DaemonLink(options.connectionOptions(settings, mayStart: true), note: Self.note)
    }

    @Sendable private static func note(_ text: String) {
        Output.note("sluice: \(text)")
    }
}

/// A server in this process, behind a pair of sockets: to the forwarder it is as a daemon is.
private struct LocalLink: Link {
    func open(again: Bool) throws(LinkError) -> Int32 {
        do { try InstructionSet.check() } catch { throw LinkError(error.message, hint: error.hint) }
        MemoryAllocator.returnLargeBuffers()
        // What a daemon would know, and no more.
        let shared = Configuration.read(workspace: false).settings
        let server = LocalServer.make(
            models: shared.models, shared, model: nil, idleExit: nil, logger: LocalServer.logger)
        var ends: [Int32] = [-1, -1]
        #if canImport(Darwin) || canImport(Musl)
            let kind = SOCK_STREAM
        #else
            let kind = Int32(SOCK_STREAM.rawValue)
        #endif
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
            throw LinkError("the system gives no pair of sockets: \(String(cString: strerror(errno)))")
        }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let theirs = ends[1]
        let hasStarted = startThread {
            let streams = StandardStreams(input: theirs, output: theirs, limits: server.limits)
            _ = try? server.run(streams)
            // Whoever still reads is woken first.
            shutdown(theirs, Int32(SHUT_RDWR))
            close(theirs)
        }
        guard hasStarted else {
            for end in ends { close(end) }
            throw LinkError(TransportError.noThread.reason, hint: TransportError.noThread.hint)
        }
        return ends[0]
    }
}
