import ArgumentParser

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The texts of a command: its arguments, or the lines of a file or of standard input.
enum TextInput {
    /// - Parameter what: what the command asks about.
    static func validate(_ texts: [String], file: String?, what: String = "texts") throws {
        guard texts.isEmpty != (file == nil) else {
            throw ValidationError(
                texts.isEmpty
                    ? "Give \(what), --file PATH, or '-' for standard input." : "Give \(what) or --file, not both.")
        }
    }

    /// Lines are given as they come.
    static func forEachBatch(_ texts: [String], file: String?, _ body: ([String]) throws -> Void) throws {
        guard file != nil || texts == ["-"] else { return try body(texts) }
        var lines = try LineInput(file: file ?? "-")
        while let batch = try lines.next() { try body(batch) }
        lines.reportRepairs()
    }
}

/// Lines from a pipe, a file or a terminal, in batches: as many as have come, never waiting for more than one.
struct LineInput {
    /// Enough to make the round trip small beside the work, few enough to answer early.
    private static let largestBatch = 256
    private static let longestLine = 100 << 20
    /// What some editors put before UTF-8; it is no part of the first line.
    private static let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]

    private let file: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var start = 0
    private var hasBegun = false
    private var hasEnded = false
    private var number = 0
    private var repaired: (count: Int, first: Int) = (0, 0)

    /// - Parameter file: a path, or `-` for standard input.
    init(file: String) throws(Failure) {
        self.file = file == "-" ? "standard input" : file
        descriptor = file == "-" ? 0 : open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw Failure("cannot read \(file): \(String(cString: strerror(errno)))", hint: "check the path")
        }
    }

    /// The next lines, without their ends; nil after the last.
    mutating func next() throws(Failure) -> [String]? {
        var searched = start
        while !hasEnded, !buffer[searched...].contains(0x0a) {
            if start > 0 {
                buffer.removeSubrange(..<start)
                start = 0
            }
            searched = buffer.count
            guard buffer.count <= Self.longestLine else {
                throw Failure(
                    "\(file): line \(number + 1) is longer than \(Self.longestLine >> 20) MB",
                    hint: "put one text on each line")
            }
            try fill()
        }
        dropByteOrderMark()
        var batch: [String] = []
        while batch.count < Self.largestBatch, let end = buffer[start...].firstIndex(of: 0x0a) {
            batch.append(text(buffer[start..<end]))
            start = end + 1
        }
        if batch.isEmpty, hasEnded, start < buffer.count {
            batch.append(text(buffer[start...]))
            start = buffer.count
        }
        return batch.isEmpty ? nil : batch
    }

    /// The next whole lines as they stand, `size` bytes or a little more where there are as many; nil after the last. What
    /// is no UTF-8 is up to the caller, who tells of it by `wasRepaired`.
    mutating func nextBlock(of size: Int) throws(Failure) -> ArraySlice<UInt8>? {
        buffer.removeSubrange(..<start)
        start = 0
        while !hasEnded, buffer.count < size || !buffer[max(0, buffer.count - size)...].contains(0x0a) {
            guard buffer.count <= Self.longestLine else {
                throw Failure(
                    "\(file): a line is longer than \(Self.longestLine >> 20) MB", hint: "put one text on each line")
            }
            try fill()
        }
        dropByteOrderMark()
        let end = hasEnded ? buffer.count : (buffer.lastIndex(of: 0x0a) ?? -1) + 1
        start = end
        return end == 0 ? nil : buffer[..<end]
    }

    /// - Parameter line: from 1.
    mutating func wasRepaired(line: Int) {
        repaired = (repaired.count + 1, repaired.count == 0 ? line : repaired.first)
    }

    /// Says what was read although it was no UTF-8.
    func reportRepairs() {
        guard repaired.count > 0 else { return }
        Output.note(
            "sluice: \(repaired.count) line\(repaired.count == 1 ? " is" : "s are") not UTF-8 (the first is line "
                + "\(repaired.first)); what could not be read was taken as U+FFFD")
        Output.note("  Korean files are often CP949: iconv -f CP949 -t UTF-8 FILE")
    }

    /// Once, and with the first line in the buffer.
    private mutating func dropByteOrderMark() {
        if !hasBegun, buffer.starts(with: Self.byteOrderMark) { buffer.removeFirst(Self.byteOrderMark.count) }
        hasBegun = true
    }

    private mutating func text(_ line: ArraySlice<UInt8>) -> String {
        number += 1
        let line = line.last == 0x0d ? line.dropLast() : line
        if let text = String(validating: line, as: UTF8.self) { return text }
        repaired = (repaired.count + 1, repaired.count == 0 ? number : repaired.first)
        return String(decoding: line, as: UTF8.self)
    }

    private mutating func fill() throws(Failure) {
        let room = max(64 * 1024, min(buffer.count, 1 << 20))
        let before = buffer.count
        buffer.append(contentsOf: repeatElement(0, count: room))
        var count = -1
        repeat {
            count = buffer.withUnsafeMutableBytes { bytes in
                guard let base = bytes.baseAddress else { return -1 }
                return systemRead(descriptor, base + before, room)
            }
        } while count < 0 && errno == EINTR
        let code = errno
        buffer.removeLast(room - max(0, count))
        guard count >= 0 else {
            throw Failure("cannot read \(file): \(String(cString: strerror(code)))", hint: "give a file of texts")
        }
        hasEnded = count == 0
    }
}

private func systemRead(_ descriptor: Int32, _ base: UnsafeMutableRawPointer, _ count: Int) -> Int {
    #if canImport(Darwin)
        Darwin.read(descriptor, base, count)
    #elseif canImport(Musl)
        Musl.read(descriptor, base, count)
    #else
        Glibc.read(descriptor, base, count)
    #endif
}

/// Standard input as a whole.
enum StandardInput {
    /// - Parameter count: no more are read, since nobody will look at as many.
    static func bytes(atMost count: Int) throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while bytes.count < count {
            let got = piece.withUnsafeMutableBytes { buffer in
                buffer.baseAddress.map { systemRead(0, $0, buffer.count) } ?? 0
            }
            if got < 0 && errno == EINTR { continue }
            guard got >= 0 else { throw Failure("cannot read standard input: \(String(cString: strerror(errno)))") }
            if got == 0 { break }
            bytes += piece[..<got]
        }
        return bytes
    }
}
