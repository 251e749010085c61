import JSON
import JSONRPC
import Testing
import Transports

/// Says every message back, and ends with its input.
private final class Echo: MessageReceiver {
    private let output: any MessageSender

    init(_ output: any MessageSender) { self.output = output }

    func receive(_ frame: FrameDecoder.Frame) -> Bool {
        guard case .message(let bytes) = frame else { return true }
        output.send(.response(Response(id: .null, outcome: .success(.document(bytes)))))
        return true
    }

    func inputEnded() { output.close() }
    func disconnected() {}
}

/// Takes one frame, and the next only when it is told to.
private final class Slow: MessageReceiver {
    private let output: any MessageSender

    init(_ output: any MessageSender) { self.output = output }

    func receive(_ frame: FrameDecoder.Frame) -> Bool {
        _ = startThread { [output] in
            output.send(.response(Response(id: .null, outcome: .success(.value(true)))))
            output.resume()
        }
        return false
    }

    func inputEnded() { output.close() }
    func disconnected() {}
}

@Suite struct `A connection within the process` {
    private func output(_ link: InProcess) -> String {
        var bytes: [UInt8] = []
        while let more = link.take(atMost: .seconds(60)) { bytes += more }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func `Gives back what comes, and ends with its input`() {
        let link = InProcess { Echo($0) }
        link.put(Array("[1]\n[2".utf8))
        link.put(Array("]\n[3]".utf8))
        link.endInput()
        #expect(
            output(link) == (1...3).map { "{\"jsonrpc\":\"2.0\",\"id\":null,\"result\":[\($0)]}\n" }.joined())
        link.disconnect()
    }

    @Test func `Waits for a receiver that is busy`() {
        let link = InProcess { Slow($0) }
        link.put(Array("1\n2\n3\n".utf8))
        link.endInput()
        #expect(output(link).split(separator: "\n").count == 3)
        link.disconnect()
    }

    @Test func `Is silent once it is closed`() {
        let link = InProcess { Echo($0) }
        link.close()
        link.put(Array("[1]\n".utf8))
        #expect(link.take(atMost: .seconds(1)) == nil)
        link.disconnect()
    }
}

@Suite struct `A monitor` {
    @Test func `Wakes who waits`() {
        let monitor = Monitor(0)
        #expect(startThread { for _ in 0..<1_000 { monitor.change { $0 += 1 } } })
        #expect(monitor.wait(atMost: .seconds(60)) { $0 == 1_000 ? $0 : nil } == 1_000)
        #expect(monitor.wait(atMost: .milliseconds(20)) { $0 == 1_001 ? $0 : nil } == nil)
    }
}
