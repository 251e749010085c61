import JSON

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Standard output for answers, standard error for everything else. Nothing is held back.
enum Output {
    static func write(_ text: String) {
        write(Array(text.utf8), to: 1)
    }

    static func write(_ bytes: [UInt8]) {
        write(bytes, to: 1)
    }

    /// As one line.
    static func json(_ value: JSONValue) {
        var line: [UInt8] = []
        value.serialize(into: &line)
        write(line + [0x0a])
    }

    static func note(_ text: String) {
        write(Array((text + "\n").utf8), to: 2)
    }

    /// To standard error, as it is.
    static func raw(_ text: String) {
        write(Array(text.utf8), to: 2)
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer -> Int in
                guard let base = buffer.baseAddress else { return 0 }
                return systemWrite(descriptor, base + sent, buffer.count - sent)
            }
            if count > 0 {
                sent += count
            } else if errno == EAGAIN || errno == EWOULDBLOCK {
                // Somebody made our terminal or pipe non-blocking: wait for it.
                var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&entry, 1, -1)
            } else if errno != EINTR {
                // A full disk or a closed descriptor: the answer is lost, which has to show in the status.
                if descriptor == 1 {
                    note("sluice: cannot write to standard output: \(String(cString: strerror(errno)))")
                    exit(1)
                }
                return
            }
        }
    }

    /// One line, one field: a tab or a line end inside a text would make two of it.
    static func field(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            let breaks =
                scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value) || scalar.value == 0x2028
                || scalar.value == 0x2029
            result.unicodeScalars.append(breaks ? " " : scalar)
        }
        return result
    }

    /// `value` with six decimals.
    static func probability(_ value: Double) -> String {
        let millionths = Int((min(max(value, 0), 1) * 1_000_000).rounded())
        let digits = String(millionths % 1_000_000)
        return "\(millionths / 1_000_000)." + String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// `value`, which may be below 0 or above 1, with six decimals.
    static func similarity(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e12 else { return String(value) }
        let millionths = Int((abs(value) * 1_000_000).rounded())
        let digits = String(millionths % 1_000_000)
        let sign = value < 0 && millionths > 0 ? "-" : ""
        return "\(sign)\(millionths / 1_000_000)." + String(repeating: "0", count: 6 - digits.count) + digits
    }

    private static func systemWrite(_ descriptor: Int32, _ base: UnsafeRawPointer, _ count: Int) -> Int {
        #if canImport(Darwin)
            Darwin.write(descriptor, base, count)
        #elseif canImport(Musl)
            Musl.write(descriptor, base, count)
        #else
            Glibc.write(descriptor, base, count)
        #endif
    }
}

/// The system's `exit`, under a name that ArgumentParser's own does not hide.
func endProcess(_ status: Int32) -> Never {
    exit(status)
}
