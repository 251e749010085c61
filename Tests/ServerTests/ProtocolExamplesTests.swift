import Foundation
import JSON
import JSONRPC
import Models
import Server
import Testing
import Transports

private let dataFolder = FileManager.default.temporaryDirectory.appending(path: "sluice-examples-\(getpid())").path()

/// Runs protocol/examples in process. `Tests/Protocol` runs them against the program, over its socket and its
/// standard streams.
@Suite struct `The protocol's examples` {
    static let server = SluiceServer(configuration: configuration)
    private static let configuration = {
        var configuration = ServerConfiguration()
        configuration.feedbackFolder = dataFolder + "/feedback"
        // Nobody is the last to use it.
        atexit { try? FileManager.default.removeItem(atPath: dataFolder) }
        return configuration
    }()

    @Test(arguments: try ExampleRun.all())
    func `an example goes as it says`(run: ExampleRun) throws {
        let server = run.example.stops ? SluiceServer(configuration: Self.configuration) : Self.server
        var conversation = Conversation(with: server, framing: run.framing)
        defer { conversation.connection.disconnect() }
        for (index, step) in run.example.steps.enumerated() {
            conversation.put(step.payload, framed: step.framed)
            if run.example.ends, index == run.example.steps.count - 1 { conversation.connection.endInput() }
            let answers = try step.expected.map { _ in
                try #require(try conversation.next(), "an answer was expected, the connection was closed")
            }
            for answer in answers { checkEnvelope(answer) }
            #expect(ProtocolPattern.mismatch(all: step.expected, answers) == nil)
            if step.silent { try conversation.expectSilence() }
        }
        if run.example.stops {
            // Ending connections is the work of whoever runs the server; here nobody does.
        } else if run.example.closes {
            let extra = try conversation.next()
            #expect(extra == nil, "the connection should have been closed")
        } else if !run.example.leaves, !run.example.ends {
            try conversation.expectSilence()
        }
    }

    @Test func `the daemon has the models that examples need`() throws {
        let lacking = Set(try ProtocolExample.all().compactMap(\.needs)).subtracting(BuiltInModels.names)
        #expect(lacking.isEmpty, "the examples that need one of these were not run")
    }

    private func checkEnvelope(_ answer: JSONValue) {
        for message in answer.array ?? [answer] {
            #expect(message["jsonrpc"] == "2.0")
            #expect(message["id"] != nil)
            #expect((message["result"] == nil) != (message["error"] == nil))
            if let error = message["error"] {
                #expect(error["code"]?.integer != nil)
                #expect(error["message"]?.string?.isEmpty == false)
                #expect(error["data"]?["kind"]?.string?.isEmpty == false)
                #expect(error["data"]?["hint"]?.string != nil)
            }
        }
    }
}

struct ExampleRun: Sendable, CustomTestStringConvertible {
    var example: ProtocolExample
    var framing: Framing

    var testDescription: String { "\(example.testDescription) (\(framing))" }

    /// Each example in each framing; bytes as they stand have a framing already.
    static func all() throws -> [ExampleRun] {
        try ProtocolExample.all()
            .filter { example in example.needs.map { BuiltInModels.names.contains($0) } ?? true }
            .flatMap { example in
                let own = example.steps.first { !$0.framed }.map { framing(of: $0.payload) }
                return (own.map { [$0] } ?? Framing.allCases).map { ExampleRun(example: example, framing: $0) }
            }
    }

    private static func framing(of bytes: [UInt8]) -> Framing {
        let first = bytes.first { !" \t\r\n".utf8.contains($0) }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[") ? .lines : .headers
    }
}

/// One session, seen from the client's side.
private struct Conversation {
    let connection: InProcess
    private let framing: Framing
    private var decoder = FrameDecoder()

    init(with server: SluiceServer, framing: Framing) {
        connection = InProcess(limits: server.limits) { server.session(output: $0) }
        self.framing = framing
    }

    func put(_ payload: [UInt8], framed: Bool) {
        switch (framed, framing) {
        case (false, _): connection.put(payload)
        case (true, .lines): connection.put(payload + [UInt8(ascii: "\n")])
        case (true, .headers): connection.put(Array("Content-Length: \(payload.count)\r\n\r\n".utf8) + payload)
        }
    }

    /// The next message, or nil when the connection was closed.
    mutating func next() throws -> JSONValue? {
        let patience = Duration.seconds(60)
        let start = ContinuousClock.now
        while true {
            if let frame = decoder.next() {
                guard case .message(let bytes) = frame else { throw Trouble(description: "\(frame) is no answer") }
                return try JSONValue(parsing: bytes)
            }
            guard let bytes = connection.take(atMost: patience) else {
                guard start.duration(to: .now) < patience else { throw Trouble(description: "no answer in time") }
                return nil
            }
            decoder.append(bytes)
        }
    }

    /// The session goes on, and has said nothing that it was not asked for.
    mutating func expectSilence() throws {
        put(Array(#"{"jsonrpc":"2.0","id":"still there?","method":"daemon/ping"}"#.utf8), framed: true)
        let answer = try next()
        #expect(answer?["id"] == "still there?", "no answer was expected")
    }

    private struct Trouble: Error, CustomStringConvertible {
        var description: String
    }
}
