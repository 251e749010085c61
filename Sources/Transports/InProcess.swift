package import JSONRPC

/// A connection within the process: bytes go in, bytes come out, with nothing in between.
package final class InProcess: MessageSender {
    private struct State {
        var output: [UInt8] = []
        var isClosed = false
        /// The receiver said that it is not ready.
        var isHeld = false
    }

    private let state = Monitor(State())
    private let input: Monitor<FrameDecoder>
    private let link = Monitor<(any MessageReceiver)?>(nil)

    package init(limits: FrameDecoder.Limits = .init(), _ makeReceiver: (any MessageSender) -> any MessageReceiver) {
        input = Monitor(FrameDecoder(limits: limits))
        let receiver = makeReceiver(self)
        link.change { $0 = receiver }
    }

    /// Takes bytes in, as if they had come over a socket. One thread at a time.
    package func put(_ bytes: [UInt8]) {
        input.change { $0.append(bytes) }
        while let frame = input.change({ $0.next() }) { deliver(frame) }
    }

    /// Nothing more will be put.
    package func endInput() {
        if let frame = input.change({ $0.finish() }) { deliver(frame) }
        receiver?.inputEnded()
    }

    package func disconnect() {
        close()
        receiver?.disconnected()
        // The receiver holds us: without this neither would ever be freed.
        link.change { $0 = nil }
    }

    /// Waits for output and takes all there is; nil at the end, or when none came in time.
    package func take(atMost timeout: Duration? = nil) -> [UInt8]? {
        state.wait(atMost: timeout) { state -> [UInt8]?? in
            if !state.output.isEmpty {
                defer { state.output = [] }
                return .some(state.output)
            }
            return state.isClosed ? .some(nil) : nil
        } ?? nil
    }

    private var receiver: (any MessageReceiver)? { link.read { $0 } }

    private func deliver(_ frame: FrameDecoder.Frame) {
        guard let receiver else { return }
        state.change { $0.isHeld = true }
        if receiver.receive(frame) { return resume() }
        _ = state.wait { $0.isHeld ? nil : true }
    }

    // MARK: - The receiver's side

    package func send(_ message: Outgoing) {
        let framing = input.read { $0.framing } ?? .lines
        var bytes: [UInt8] = []
        FrameEncoder.append(message, framing: framing, to: &bytes)
        state.change { state in
            if !state.isClosed { state.output += bytes }
        }
    }

    package func resume() {
        state.change { $0.isHeld = false }
    }

    package func close() {
        state.change { $0.isClosed = true }
    }
}
