import JSONRPC

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// One side of the forwarder: where it is read from and written to. Nothing here ever waits, and no descriptor's flags
/// are changed, which others may share: who uses it asks `poll` first.
final class Channel {
    /// What a pipe surely takes where `poll` says that it can be written to (POSIX, PIPE_BUF).
    private static let pipeWrite = 512 * 8

    let input: Int32
    let output: Int32
    var decoder: FrameDecoder
    private let isSocket: Bool

    private var pending: [UInt8] = []
    private var written = 0
    /// Bytes written since the beginning.
    private var total = 0
    /// Nobody reads what is written.
    private(set) var isOutputBroken = false

    init(input: Int32, output: Int32, limits: FrameDecoder.Limits = .init()) {
        self.input = input
        self.output = output
        decoder = FrameDecoder(limits: limits)
        var status = stat()
        isSocket = fstat(output, &status) == 0 && status.st_mode & S_IFMT == S_IFSOCK
    }

    var pendingCount: Int { pending.count - written }

    enum Reading {
        /// So many bytes went to the decoder.
        case some(Int)
        case nothingYet
        case ended
    }

    /// To be called when there is something to read, or an end.
    func read(into chunk: inout [UInt8]) -> Reading {
        let count = systemRead(input, &chunk, chunk.count)
        if count > 0 {
            chunk.withUnsafeBytes { decoder.append(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            return .some(count)
        }
        if count < 0, errno == EAGAIN || errno == EINTR { return .nothingYet }
        return .ended
    }

    /// Writes as much as can be written now, and keeps the rest for `flush`.
    ///
    /// - Returns: false when nobody can have read any of it.
    func send(_ message: [UInt8], _ framing: Framing) -> Bool {
        guard !isOutputBroken else { return false }
        if written == pending.count {
            pending.removeAll(keepingCapacity: pending.capacity <= 1 << 16)
            written = 0
        }
        let start = total + pendingCount
        switch framing {
        case .headers:
            pending.append(contentsOf: "Content-Length: \(message.count)\r\n\r\n".utf8)
            pending.append(contentsOf: message)
        case .lines:
            pending.append(contentsOf: message)
            pending.append(UInt8(ascii: "\n"))
        }
        flush()
        return !isOutputBroken || total > start
    }

    func flush() {
        pending.withUnsafeBytes { bytes in
            while written < bytes.count {
                let count = write(UnsafeRawBufferPointer(rebasing: bytes[written...]))
                guard count >= 0 else {
                    if errno == EINTR { continue }
                    isOutputBroken = errno != EAGAIN
                    return
                }
                written += count
                total += count
            }
        }
        // A buffer that once held megabytes is not kept for small messages; what is written is let go now and then.
        if isOutputBroken || written == pending.count {
            pending.removeAll(keepingCapacity: !isOutputBroken && pending.capacity <= 1 << 16)
            written = 0
        } else if written > 1 << 20 {
            pending.removeSubrange(..<written)
            written = 0
        }
    }

    private func write(_ bytes: UnsafeRawBufferPointer) -> Int {
        if isSocket { return systemSend(output, bytes.baseAddress, bytes.count) }
        var entry = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
        guard poll(&entry, 1, 0) > 0 else {
            errno = EAGAIN
            return -1
        }
        return systemWrite(output, bytes.baseAddress, min(bytes.count, Self.pipeWrite))
    }
}

private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int {
    read(descriptor, bytes, count)
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}

private func systemSend(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Darwin)
        send(descriptor, bytes, count, Int32(MSG_DONTWAIT))
    #else
        send(descriptor, bytes, count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
    #endif
}
