#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Lines of bytes, ended by LF or CR LF, counted from 1. A byte-order mark at the start is skipped.
struct LineReader {
    /// Far above any text; a file without line ends (something binary) stops here rather than in swap.
    static let maximumLength = 64 << 20

    let file: String
    private let source: InputBytes
    private var buffer: [UInt8] = []
    private var start = 0
    private var hasEnded = false
    /// The number of the line that `next` gave last.
    private(set) var number = 0

    init(file: String) throws(DataError) {
        self.file = file
        source = try InputBytes(file: file)
        while buffer.count < 3, try source.read(into: &buffer) {}
        if buffer.starts(with: [0xef, 0xbb, 0xbf]) {
            start = 3
        } else if buffer.starts(with: [0xff, 0xfe]) || buffer.starts(with: [0xfe, 0xff]) {
            throw DataError(
                .invalidUTF8, file: file, line: 1, came: "a UTF-16 byte-order mark", expected: "UTF-8",
                hint: "convert it: iconv -f UTF-16 -t UTF-8 FILE")
        }
    }

    /// Replaces `line` with the next line, without its end; false after the last.
    mutating func next(into line: inout [UInt8]) throws(DataError) -> Bool {
        line.removeAll(keepingCapacity: true)
        var searched = start
        while true {
            if let end = newline(from: searched) {
                line.append(contentsOf: buffer[start..<end])
                start = end + 1
                break
            }
            searched = buffer.count
            if hasEnded {
                guard start < buffer.count else { return false }
                line.append(contentsOf: buffer[start...])
                start = buffer.count
                break
            }
            guard buffer.count - start <= Self.maximumLength else {
                throw DataError(
                    .tooLong, file: file, line: number + 1, came: "a line of more than \(Self.maximumLength >> 20) MB",
                    expected: "one text a line", hint: "is this a file of texts?")
            }
            searched -= start
            buffer.removeSubrange(..<start)
            start = 0
            hasEnded = try !source.read(into: &buffer)
        }
        number += 1
        if line.last == 0x0d { line.removeLast() }
        return true
    }

    private func newline(from index: Int) -> Int? {
        buffer.withUnsafeBytes { bytes in
            guard index < bytes.count, let base = bytes.baseAddress,
                let found = memchr(base + index, 0x0a, bytes.count - index)
            else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }
}

/// Text from bytes, or an error that names the line and the byte.
func decode(_ bytes: some Sequence<UInt8>, file: String, line: Int) throws(DataError) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    scan: while true {
        switch parser.parseScalar(from: &iterator) {
        case .valid(let scalar): offset += scalar.count
        case .error, .emptyInput: break scan
        }
    }
    throw DataError(
        .invalidUTF8, file: file, line: line, came: "byte \(offset + 1) of the field or line is not UTF-8",
        expected: "UTF-8 text",
        hint: "convert the file; Korean files are often CP949: iconv -f CP949 -t UTF-8 FILE")
}
