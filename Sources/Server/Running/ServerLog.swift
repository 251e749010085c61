package import Logging
import Synchronization

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// One line an event, on a descriptor: standard error, or a file. Texts of users never come here, only methods,
/// models, sizes, codes and times.
package struct ServerLog: LogHandler {
    package var logLevel: Logger.Level
    package var metadata: Logger.Metadata = [:]
    private let descriptor: Int32

    package init(descriptor: Int32 = STDERR_FILENO, level: Logger.Level = .notice) {
        self.descriptor = descriptor
        logLevel = level
    }

    /// Appends to a file, which is made with mode 0600; nil where it cannot be opened.
    package init?(path: String, level: Logger.Level = .notice) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return nil }
        self.init(descriptor: descriptor, level: level)
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        var line = "\(Self.timestamp()) \(event.level) \(event.message)"
        for (key, value) in all.sorted(by: { $0.key < $1.key }) { line += " \(key)=\(value)" }
        // One write a line: several processes may share the file.
        let bytes = Array((line.map { $0.isNewline ? " " : $0 } + "\n").map(String.init).joined().utf8)
        _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    }

    /// UTC, as RFC 3339 writes it.
    private static func timestamp() -> String {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        var parts = tm()
        gmtime_r(&now.tv_sec, &parts)
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32) { buffer in
            guard let start = buffer.baseAddress else { return "" }
            buffer.initialize(repeating: 0)
            let length = strftime(start, 32, "%Y-%m-%dT%H:%M:%S", &parts)
            guard length > 0 else { return "" }
            let milliseconds = String(now.tv_nsec / 1_000_000)
            return String(cString: start) + "." + String(repeating: "0", count: 3 - milliseconds.count) + milliseconds
                + "Z"
        }
    }
}
