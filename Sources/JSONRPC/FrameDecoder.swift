/// Cuts a stream of bytes into messages. It reads nothing itself: bytes are put in, frames are taken out.
///
/// The framing is told by the first byte that is not white space: a letter begins a header, anything else a line.
package struct FrameDecoder: Sendable {
    package enum Frame: Sendable, Equatable {
        /// The bytes of a message, not yet looked at.
        case message([UInt8])
        /// A message longer than allowed begins here. It is skipped; what follows it is read again.
        case tooLong
        /// The header cannot be understood, so nobody knows where the next message begins. Nothing follows.
        case broken(reason: String)
    }

    package struct Limits: Sendable, Equatable {
        /// Bytes of a message.
        package var message: Int
        /// Bytes of a header, all its fields together.
        package var header: Int

        package init(message: Int = 128 << 20, header: Int = 8 << 10) {
            self.message = message
            self.header = header
        }
    }

    /// Nil until the first byte that is not white space.
    package private(set) var framing: Framing?
    private let limits: Limits
    private var buffer: [UInt8] = []
    /// What lies before this index of `buffer` has been used.
    private var start = 0
    /// No end of a line or header lies between `start` and here, so nothing is searched twice.
    private var searched = 0
    private var state = State.between

    private enum State {
        case between
        case body(length: Int)
        case skippingBody(remaining: Int)
        case skippingLine
        case ended
    }

    package init(limits: Limits = Limits()) {
        self.limits = limits
    }

    /// The bytes that wait for the rest of their message.
    package var pendingCount: Int { buffer.count - start }

    package mutating func append(_ bytes: UnsafeRawBufferPointer) {
        if case .ended = state { return }
        if start == buffer.count {
            buffer.removeAll(keepingCapacity: buffer.capacity <= 1 << 16)
            (start, searched) = (0, 0)
        } else if start > 1 << 16, start > buffer.count / 2 {
            buffer.removeSubrange(..<start)
            searched -= start
            start = 0
        }
        buffer.append(contentsOf: bytes)
    }

    package mutating func append(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { append($0) }
    }

    /// The next frame, or nil until more bytes come.
    package mutating func next() -> Frame? {
        while true {
            switch state {
            case .ended:
                return nil
            case .skippingBody(let remaining):
                let step = min(remaining, pendingCount)
                start += step
                searched = start
                guard step == remaining else {
                    state = .skippingBody(remaining: remaining - step)
                    return nil
                }
                state = .between
            case .skippingLine:
                guard let end = lineEnd() else {
                    start = buffer.count
                    searched = start
                    return nil
                }
                start = end + 1
                searched = start
                state = .between
            case .body(let length):
                guard pendingCount >= length else { return nil }
                state = .between
                return .message(take(through: start + length))
            case .between:
                skipWhiteSpace()
                guard start < buffer.count else { return nil }
                switch framing {
                case .lines?:
                    return nextLine()
                case .headers?:
                    guard let frame = nextHeader() else { return nil }
                    if case .success(let length) = frame {
                        if length > limits.message {
                            state = .skippingBody(remaining: length)
                            return .tooLong
                        }
                        state = .body(length: length)
                    } else if case .failure(let problem) = frame {
                        return broken(problem.reason)
                    }
                case nil:
                    let isLetter = 0x61...0x7A ~= buffer[start] | 0x20
                    framing = isLetter ? .headers : .lines
                }
            }
        }
    }

    /// The frame that the end of the stream ends: a last line without a line break, or a report that one was cut.
    package mutating func finish() -> Frame? {
        guard pendingCount > 0 else { return nil }
        switch (state, framing) {
        case (.between, .lines?): return .message(take(through: buffer.count))
        case (.between, .headers?): return broken("the stream ended within a header")
        case (.body(let length), _):
            return broken("the stream ended after \(pendingCount) of the \(length) bytes that Content-Length promised")
        default: return nil
        }
    }

    // MARK: - Lines

    private mutating func nextLine() -> Frame? {
        guard let end = lineEnd() else {
            if pendingCount > limits.message {
                state = .skippingLine
                return .tooLong
            }
            return nil
        }
        if end - start > limits.message {
            start = end + 1
            searched = start
            return .tooLong
        }
        return .message(take(through: end + 1))
    }

    /// The index of the next line feed.
    private mutating func lineEnd() -> Int? {
        let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n"))
        searched = end ?? buffer.count
        return end
    }

    // MARK: - Headers

    private struct HeaderProblem: Error {
        var reason: String
    }

    /// The length that the header at `start` promises; nil while the header is not complete.
    private mutating func nextHeader() -> Result<Int, HeaderProblem>? {
        // A header is short, so it is searched from its beginning each time.
        var length: Int?
        var line = start
        while let end = buffer[line...].firstIndex(of: UInt8(ascii: "\n")), end - start <= limits.header {
            var last = end
            if last > line, buffer[last - 1] == UInt8(ascii: "\r") { last -= 1 }
            if last == line {
                start = end + 1
                searched = start
                guard let length else { return .failure(HeaderProblem(reason: "the header has no Content-Length")) }
                return .success(length)
            }
            switch Self.field(buffer[line..<last]) {
            case .failure(let problem): return .failure(problem)
            case .success(nil): break
            case .success(let value?):
                if let length, length != value {
                    return .failure(HeaderProblem(reason: "two values of Content-Length, \(length) and \(value)"))
                }
                length = value
            }
            line = end + 1
        }
        guard pendingCount <= limits.header else {
            return .failure(HeaderProblem(reason: "the header does not end within \(limits.header) bytes"))
        }
        return nil
    }

    /// Content-Length's value, or nil for another field.
    private static func field(_ line: ArraySlice<UInt8>) -> Result<Int?, HeaderProblem> {
        let text = String(decoding: line.prefix(80), as: UTF8.self)
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
            return .failure(
                HeaderProblem(reason: "found \"\(text)\", expected a header field such as Content-Length: 2"))
        }
        let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
        let value = String(decoding: line[(colon + 1)...], as: UTF8.self).trimmingSpaces
        switch name {
        case "content-length":
            guard !value.isEmpty, value.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let length = Int(value) else {
                return .failure(HeaderProblem(reason: "Content-Length is \"\(value.prefix(40))\", expected bytes"))
            }
            return .success(length)
        case "content-type":
            if let charset = value.lowercased().split(separator: ";").lazy.map({ String($0).trimmingSpaces })
                .first(where: { $0.hasPrefix("charset=") })?.dropFirst(8).filter({ $0 != "\"" }),
                charset != "utf-8", charset != "utf8"
            {
                return .failure(HeaderProblem(reason: "the charset is \(charset.prefix(40)), expected utf-8"))
            }
            return .success(nil)
        default:
            return .success(nil)
        }
    }

    // MARK: - The buffer

    private mutating func take(through end: Int) -> [UInt8] {
        // A long message that fills the buffer is handed over as it is, not copied.
        if start == 0, end == buffer.count, end > 1 << 16 {
            let whole = buffer
            buffer = []
            searched = 0
            return whole
        }
        let message = Array(buffer[start..<end])
        start = end
        searched = end
        return message
    }

    private mutating func skipWhiteSpace() {
        while start < buffer.count {
            switch buffer[start] {
            case 0x20, 0x09, 0x0A, 0x0D: start += 1
            default:
                searched = max(searched, start)
                return
            }
        }
        searched = start
    }

    private mutating func broken(_ reason: String) -> Frame {
        state = .ended
        buffer = []
        (start, searched) = (0, 0)
        return .broken(reason: reason)
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        let isSpace = { (character: Character) in character == " " || character == "\t" }
        return String(drop(while: isSpace).reversed().drop(while: isSpace).reversed())
    }
}
