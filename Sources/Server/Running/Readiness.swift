#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The pipe on which whoever started the daemon waits: one line, `ready` or why not, then its end.
package struct Readiness: Sendable {
    private let descriptor: Int32?

    package init(descriptor: Int32?) {
        self.descriptor = descriptor
        if let descriptor { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    }

    package func ready() { say("ready") }

    package func failed(_ reason: String) { say(reason.split(whereSeparator: \.isNewline).joined(separator: " ")) }

    private func say(_ line: String) {
        guard let descriptor else { return }
        let bytes = Array((line + "\n").utf8)
        _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        close(descriptor)
    }
}
