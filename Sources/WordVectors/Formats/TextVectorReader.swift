internal import Dispatch
import Numerics

/// Vectors as text, a word a line: word2vec's `.txt` and fastText's `.vec`, which begin with a line `N D`, and GloVe's,
/// which has none.
///
/// Fields are split at spaces (U+0020) only: other white space occurs in words. The last D fields are numbers, and the
/// word is what stands before them, spaces included. Without a header D is what most of the first lines have. The last
/// line ends too: one that does not was cut short.
struct TextVectorReader: VectorReader {
    let dimensions: Int
    let expectedCount: Int?
    private let file: MappedFile
    private let threads: Int
    private(set) var position: Int
    /// Lines before `position`, the header among them.
    private var lines: Int
    private var read = 0
    /// The last first.
    private var pending: [VectorBatch] = []

    private static let pieceSize = 1 << 19
    /// 65,536 numbers of 24 digits, and a word.
    private static let longestLine = 1 << 21

    init(_ file: MappedFile, threads: Int = 1) throws(WordVectorsError) {
        self.file = file
        self.threads = max(1, threads)
        guard file.withUnsafeBytes({ $0.last == UInt8(ascii: "\n") }) else { throw Self.endless }
        if let header = Self.header(of: file) {
            dimensions = try Self.checked(dimensions: header.dimensions)
            expectedCount = try Self.checked(count: header.count)
            // Each takes a word, and a space and a digit for each number.
            let needed = header.count.multipliedReportingOverflow(by: 2 * dimensions + 1)
            guard !needed.overflow, needed.partialValue <= file.count - header.end else {
                throw .invalid(
                    field: "line 1",
                    reason:
                        "\(header.count) words of \(dimensions) numbers came, but the file has \(file.count) bytes: "
                        + "it is cut short")
            }
            position = header.end
            lines = 1
        } else {
            guard let dimensions = Self.likelyDimensions(of: file) else {
                throw .invalid(
                    field: "line 1",
                    reason: "expected a word and its numbers with spaces between them: this is no file of word vectors "
                        + "that is known")
            }
            self.dimensions = try Self.checked(dimensions: dimensions)
            expectedCount = nil
            position = 0
            lines = 0
        }
    }

    mutating func next(_ batch: inout VectorBatch) throws(WordVectorsError) -> Bool {
        batch.clear()
        while pending.isEmpty, position < file.count { try readPieces() }
        guard let next = pending.popLast() else {
            guard read == expectedCount ?? read else {
                throw .invalid(
                    field: "line 1",
                    reason: "\(expectedCount ?? 0) words came, but \(read) follow: the file is cut short; get it again")
            }
            return false
        }
        batch = next
        batch.first = read + 1
        read += batch.count
        guard read <= expectedCount ?? read else {
            throw .invalid(
                field: "line 1",
                reason: "\(expectedCount ?? 0) words came, but more follow: mend the header or take it away")
        }
        return true
    }

    /// Some pieces of whole lines, side by side.
    private mutating func readPieces() throws(WordVectorsError) {
        var ranges: [Range<Int>] = []
        for _ in 0..<threads where position < file.count {
            let end = try endOfLines()
            ranges.append(position..<end)
            position = end
        }
        var pieces = [Piece](repeating: Piece(), count: ranges.count)
        file.withUnsafeBytes { bytes in
            let source = Source(bytes: bytes, ranges: ranges, dimensions: dimensions)
            pieces.withUnsafeMutableBufferPointer { target in
                let target = Target(pieces: target)
                DispatchQueue.concurrentPerform(iterations: ranges.count) { target.pieces[$0] = source.piece($0) }
            }
        }
        for piece in pieces {
            if let problem = piece.problem {
                throw .invalid(field: "line \(lines + problem.line)", reason: problem.reason)
            }
            lines += piece.lines
            if piece.batch.count > 0 { pending.insert(piece.batch, at: 0) }
        }
    }

    /// The end of the lines of about a piece.
    private func endOfLines() throws(WordVectorsError) -> Int {
        let start = min(position + Self.pieceSize, file.count)
        let limit = min(start + Self.longestLine, file.count)
        let end = file.withUnsafeBytes { bytes in
            bytes[(start - 1)..<limit].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
        }
        if let end { return end }
        guard limit == file.count else {
            throw .invalid(
                field: "line \(lines + 1)",
                reason: "or one after it does not end within \(Self.longestLine) bytes: this is no text of vectors")
        }
        return limit
    }

    private struct Piece: Sendable {
        var batch = VectorBatch()
        var lines = 0
        var problem: (line: Int, reason: String)?
    }

    /// Each thread writes its own place.
    private struct Target: @unchecked Sendable {
        let pieces: UnsafeMutableBufferPointer<Piece>
    }

    private struct Source: @unchecked Sendable {
        let bytes: UnsafeRawBufferPointer
        let ranges: [Range<Int>]
        let dimensions: Int

        func piece(_ index: Int) -> Piece {
            let bytes = UnsafeRawBufferPointer(rebasing: bytes[ranges[index]]).bindMemory(to: UInt8.self)
            guard let start = bytes.baseAddress else { return Piece() }
            var piece = Piece()
            let lines = bytes.reduce(1) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
            // A row takes a space and a digit for each number, so that blank lines take no room.
            let count = min(lines, bytes.count / (2 * dimensions) + 1)
            piece.batch.ends.reserveCapacity(count)
            piece.batch.values = [Float](unsafeUninitializedCapacity: count * dimensions) { values, initialized in
                var line = 0
                while line < bytes.count, piece.problem == nil {
                    let end = bytes[line...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
                    piece.lines += 1
                    let row = UnsafeMutableBufferPointer(
                        rebasing: values[initialized..<min(initialized + dimensions, values.count)])
                    do throws(WordVectorsError) {
                        if let word = try VectorLine.read(start, line..<end, into: row) {
                            piece.batch.append(word: bytes[word])
                            initialized += dimensions
                        }
                    } catch {
                        piece.problem = (piece.lines, error.reason)
                    }
                    line = end + 1
                }
            }
            return piece
        }
    }
}

/// A line of a word and its numbers.
enum VectorLine {
    /// Where the word lies; nil for a blank line.
    /// - Parameter row: as many places as numbers are expected.
    static func read(
        _ bytes: UnsafePointer<UInt8>, _ line: Range<Int>, into row: UnsafeMutableBufferPointer<Float>
    ) throws(WordVectorsError) -> Range<Int>? {
        var index = line.lowerBound
        while index < line.upperBound, bytes[index] != space { index += 1 }
        let word = line.lowerBound..<index
        if readNumbers(bytes, index..<line.upperBound, into: row) { return word }
        return try readFromEnd(bytes, line, into: row)
    }

    /// Whether there are just as many as places.
    @inline(__always)
    private static func readNumbers(
        _ bytes: UnsafePointer<UInt8>, _ range: Range<Int>, into row: UnsafeMutableBufferPointer<Float>
    ) -> Bool {
        var index = range.lowerBound
        let end = range.upperBound
        for place in row.indices {
            guard index < end, bytes[index] == space else { return false }
            repeat { index += 1 } while index < end && bytes[index] == space
            guard let value = DecimalNumber.read(bytes, &index, end: end) else { return false }
            row[place] = value
        }
        while index < end, isBlank(bytes[index]) { index += 1 }
        return index == end
    }

    private static func readFromEnd(
        _ bytes: UnsafePointer<UInt8>, _ line: Range<Int>, into row: UnsafeMutableBufferPointer<Float>
    ) throws(WordVectorsError) -> Range<Int>? {
        var end = line.upperBound
        while end > line.lowerBound, isBlank(bytes[end - 1]) { end -= 1 }
        guard end > line.lowerBound else { return nil }
        var index = end
        for found in 0..<row.count {
            while index > line.lowerBound, bytes[index - 1] != space { index -= 1 }
            // What stands before the numbers is a word, of one character at least or of none.
            guard index > line.lowerBound else {
                throw .invalid(
                    field: "", reason: "\(found) numbers came; expected a word and \(row.count) numbers")
            }
            while index > line.lowerBound, bytes[index - 1] == space { index -= 1 }
        }
        let word = line.lowerBound..<index
        guard readNumbers(bytes, index..<end, into: row) else {
            let rest = UnsafeBufferPointer(start: bytes + index, count: min(end - index, 60))
            throw .invalid(
                field: "",
                reason: "'\(String(decoding: rest, as: UTF8.self))' came; expected \(row.count) numbers after a word")
        }
        return word
    }

    private static let space = UInt8(ascii: " ")

    private static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == 13 }
}

// MARK: - The first lines

extension TextVectorReader {
    /// A first line of two whole numbers, and where it ends.
    static func header(of file: MappedFile) -> (count: Int, dimensions: Int, end: Int)? {
        file.withUnsafeBytes { bytes in
            // A file that was cut short may end in it.
            guard
                let end = bytes.prefix(64).firstIndex(of: UInt8(ascii: "\n")) ?? (bytes.count < 64 ? bytes.count : nil)
            else { return nil }
            let fields = String(decoding: bytes[..<end], as: UTF8.self).split(separator: " ")
                .map { $0.hasSuffix("\r") ? $0.dropLast() : $0 }.filter { !$0.isEmpty }
            guard fields.count == 2, let count = Int(fields[0]), let dimensions = Int(fields[1]) else { return nil }
            return (count, dimensions, min(end + 1, bytes.count))
        }
    }

    /// Whether what follows a header is text.
    static func isText(_ file: MappedFile) -> Bool {
        guard let header = header(of: file), let dimensions = try? checked(dimensions: header.dimensions) else {
            return false
        }
        // A table without a word is either.
        guard header.end < file.count else { return true }
        var row = [Float](repeating: 0, count: dimensions)
        return file.withUnsafeBytes { bytes in
            let rest = bytes[header.end..<min(bytes.count, header.end + longestLine)]
            let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
            guard let start = bytes.bindMemory(to: UInt8.self).baseAddress else { return false }
            return row.withUnsafeMutableBufferPointer { row in
                (try? VectorLine.read(start, header.end..<end, into: row)) ?? nil != nil
            }
        }
    }

    static let endless = WordVectorsError.invalid(
        field: "last line",
        reason: "does not end in a line feed: the file is cut short; get it again, or add one if it is whole")

    static func checked(dimensions: Int) throws(WordVectorsError) -> Int {
        guard (1...VectorTable.greatestDimensions).contains(dimensions) else {
            throw .invalid(
                field: "dimensions", reason: "\(dimensions) came; expected 1 to \(VectorTable.greatestDimensions)")
        }
        return dimensions
    }

    static func checked(count: Int) throws(WordVectorsError) -> Int {
        guard (0...WordList.greatestCount).contains(count) else {
            throw .invalid(field: "words", reason: "\(count) came; expected 0 to \(WordList.greatestCount)")
        }
        return count
    }

    /// The number of numbers that most of the first hundred lines end in; of two as frequent the larger: what was cut
    /// short has fewer.
    private static func likelyDimensions(of file: MappedFile) -> Int? {
        var frequencies: [Int: Int] = [:]
        file.withUnsafeBytes { bytes in
            var start = 0
            for _ in 0..<100 where start < bytes.count {
                let limit = min(bytes.count, start + longestLine)
                guard
                    let end = bytes[start..<limit].firstIndex(of: UInt8(ascii: "\n"))
                        ?? (limit == bytes.count ? limit : nil)
                else { break }
                let fields = bytes[start..<end].split(separator: UInt8(ascii: " ")).dropFirst()
                let numbers = fields.reversed().prefix { isNumber($0) || $0.elementsEqual([13]) }
                    .count { !$0.elementsEqual([13]) }
                if numbers > 0 { frequencies[numbers, default: 0] += 1 }
                start = end + 1
            }
        }
        return frequencies.min { ($1.value, $1.key) < ($0.value, $0.key) }?.key
    }

    private static func isNumber(_ field: Slice<UnsafeRawBufferPointer>) -> Bool {
        let field = Array(field)
        var index = 0
        return field.withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return false }
            guard DecimalNumber.read(start, &index, end: bytes.count) != nil else { return false }
            return index == bytes.count || index == bytes.count - 1 && bytes[index] == 13
        }
    }
}
