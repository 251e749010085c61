import JSON
package import JSONRPC

/// What tells a message from others, read without making values of the rest: a text of megabytes is only passed over.
package struct Envelope: Sendable, Equatable {
    package private(set) var method: String?
    package private(set) var id: RequestID?
    /// Where the id stands in the message's bytes; empty where there is none.
    package private(set) var idRange = 0..<0
    /// It has a result or an error.
    private var hasOutcome = false

    package var isAnswer: Bool { method == nil && id != nil && hasOutcome }

    /// Nil for what is no JSON object, such as a batch. What is accepted here need not be JSON: whoever reads the
    /// message in full will say so.
    package init?(_ message: [UInt8]) {
        let isObject = message.withUnsafeBufferPointer { bytes in
            var skimmer = Skimmer(bytes: bytes)
            return skimmer.members { name, value in
                if bytes.holds("method", at: name) {
                    method = Self.parsed(bytes, value)?.string
                } else if bytes.holds("id", at: name) {
                    id = Self.parsed(bytes, value).flatMap(RequestID.init)
                    idRange = value
                } else if bytes.holds("result", at: name) || bytes.holds("error", at: name) {
                    hasOutcome = true
                }
            }
        }
        guard isObject else { return nil }
    }

    private static func parsed(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> JSONValue? {
        try? JSONValue(parsing: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[range])), maximumDepth: 1)
    }
}

/// Passes over JSON text. It asks no more of the text than it needs to find where values end.
private struct Skimmer {
    let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// Calls `body` with where the names (without their quotes) and values of the outermost object are.
    ///
    /// - Returns: false for what is no object, or ends within one.
    mutating func members(_ body: (Range<Int>, Range<Int>) -> Void) -> Bool {
        guard next() == UInt8(ascii: "{") else { return false }
        position += 1
        if next() == UInt8(ascii: "}") { return true }
        while next() == UInt8(ascii: "\"") {
            let name = position
            skipString()
            let nameEnd = position - 1
            guard nameEnd > name, next() == UInt8(ascii: ":") else { return false }
            position += 1
            _ = next()
            let value = position
            skipValue()
            guard position > value else { return false }
            body(name + 1..<nameEnd, value..<position)
            switch next() {
            case UInt8(ascii: ","): position += 1
            case UInt8(ascii: "}"): return true
            default: return false
            }
            _ = next()
        }
        return false
    }

    /// The next byte that is not white space, at `position`; nil at the end.
    private mutating func next() -> UInt8? {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            case let byte: return byte
            }
        }
        return nil
    }

    /// From an opening quote to after the closing one.
    private mutating func skipString() {
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\"") { return }
            if byte == UInt8(ascii: "\\") { position = min(position + 1, bytes.count) }
        }
    }

    private mutating func skipValue() {
        var depth = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                skipString()
                if depth == 0 { return }
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                position += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                // The end of what the value stands in.
                if depth == 0 { return }
                depth -= 1
                position += 1
                if depth == 0 { return }
            case UInt8(ascii: ","), 0x20, 0x09, 0x0A, 0x0D:
                if depth == 0 { return }
                position += 1
            default:
                position += 1
            }
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func holds(_ text: StaticString, at range: Range<Int>) -> Bool {
        range.count == text.utf8CodeUnitCount
            && zip(self[range], UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
                .allSatisfy { $0 == $1 }
    }
}
