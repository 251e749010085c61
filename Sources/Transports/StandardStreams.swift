package import JSONRPC
import Synchronization

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A connection over a pair of descriptors that may be pipes, regular files, a terminal or sockets. Reading blocks
/// the thread that calls `run`; writes block whoever sends, one after another, so a reader that is slow slows us.
package final class StandardStreams: MessageSender {
    private let input: Int32
    private let output: Int32
    private let framing = Mutex<Framing?>(nil)
    private let writing = Mutex(Writing())
    private let held = Monitor(false)
    private let closed = Mutex<@Sendable () -> Void>({})
    private let limits: FrameDecoder.Limits

    private struct Writing {
        var isClosed = false
        var buffer: [UInt8] = []
    }

    package init(input: Int32, output: Int32, limits: FrameDecoder.Limits = .init()) {
        self.input = input
        self.output = output
        self.limits = limits
    }

    /// Takes the process's standard output for the protocol alone: from here on whatever prints, prints to standard
    /// error, where it cannot spoil a frame.
    package static func claim(limits: FrameDecoder.Limits = .init()) throws(TransportError) -> StandardStreams {
        let (input, output) = try claimDescriptors()
        return StandardStreams(input: input, output: output, limits: limits)
    }

    /// The same for who reads and writes by themselves.
    package static func claimDescriptors() throws(TransportError) -> (input: Int32, output: Int32) {
        signal(SIGPIPE, SIG_IGN)
        let output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
        guard output >= 0, dup2(STDERR_FILENO, STDOUT_FILENO) >= 0 else {
            throw TransportError(
                "standard output cannot be used: \(String(cString: strerror(errno)))",
                hint: "start with standard output and standard error open")
        }
        return (STDIN_FILENO, output)
    }

    /// Reads until the input ends or `close` was called; returns when no more will be read.
    package func run(_ receiver: any MessageReceiver) {
        var decoder = FrameDecoder(limits: limits)
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while !isClosed, let count = read(into: &chunk) {
            chunk.withUnsafeBytes { decoder.append(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            while !isClosed, let frame = decoder.next() { deliver(frame, decoder, to: receiver) }
        }
        if !isClosed, let frame = decoder.finish() { deliver(frame, decoder, to: receiver) }
        if !isClosed { receiver.inputEnded() }
    }

    private func deliver(_ frame: FrameDecoder.Frame, _ decoder: FrameDecoder, to receiver: any MessageReceiver) {
        framing.withLock { $0 = decoder.framing }
        held.change { $0 = true }
        if receiver.receive(frame) { return resume() }
        _ = held.wait { $0 ? nil : true }
    }

    /// The bytes that came, or nil at the end.
    private func read(into chunk: inout [UInt8]) -> Int? {
        while true {
            let count = systemRead(input, &chunk, chunk.count)
            if count > 0 { return count }
            if count == 0 { return nil }
            switch errno {
            case EINTR: continue
            // Somebody else made the descriptor non-blocking, as shells do with terminals that they share.
            case EAGAIN: waitFor(input, POLLIN)
            default: return nil
            }
        }
    }

    private var isClosed: Bool { writing.withLock { $0.isClosed } }

    package func send(_ message: Outgoing) {
        let framing = framing.withLock { $0 } ?? .lines
        writing.withLock { writing in
            guard !writing.isClosed else { return }
            writing.buffer.removeAll(keepingCapacity: writing.buffer.capacity <= 1 << 16)
            FrameEncoder.append(message, framing: framing, to: &writing.buffer)
            if !write(writing.buffer) { writing.isClosed = true }
        }
    }

    private func write(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { bytes in
            var written = 0
            while written < bytes.count {
                let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
                let count = systemWrite(output, rest.baseAddress, rest.count)
                if count >= 0 {
                    written += count
                } else if errno == EAGAIN {
                    waitFor(output, POLLOUT)
                } else if errno != EINTR {
                    return false
                }
            }
            return true
        }
    }

    package func resume() {
        held.change { $0 = false }
    }

    package func close() {
        writing.withLock { $0.isClosed = true }
        resume()
        closed.withLock { $0 }()
    }

    /// Called when this end closes, while a thread may still wait for input.
    package func onClose(_ action: @escaping @Sendable () -> Void) {
        closed.withLock { $0 = action }
    }

    private func waitFor(_ descriptor: Int32, _ event: Int32) {
        var entry = pollfd(fd: descriptor, events: Int16(event), revents: 0)
        poll(&entry, 1, -1)
    }
}

private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int {
    read(descriptor, bytes, count)
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
