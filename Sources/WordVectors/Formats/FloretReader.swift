import Numerics

/// floret's text format: a line `buckets dimensions shortest longest hashes seed start end`, then a line for each
/// bucket with its number and its vector. It holds no words: those that are given have the means of their n-grams as
/// rows.
struct FloretReader: VectorReader {
    let dimensions: Int
    let expectedCount: Int?
    let subwords: SubwordScheme?
    /// Its rows are in memory when it is open.
    let position: Int
    private let table: SubwordTable
    private var words: VocabularyLines
    private var given = 0

    static func begins(_ file: MappedFile) -> Bool { fields(of: file) != nil }

    init(_ file: MappedFile, words: VocabularyLines) throws(WordVectorsError) {
        guard let header = Self.fields(of: file) else {
            throw .invalid(
                field: "line 1",
                reason:
                    "expected 'buckets dimensions shortest longest hashes seed start end': this is no file of floret")
        }
        let numbers = header.numbers
        let dimensions = try TextVectorReader.checked(dimensions: numbers[1])
        guard numbers[2] <= numbers[3], let seed = UInt32(exactly: numbers[5]) else {
            throw .invalid(
                field: "line 1",
                reason:
                    "n-grams of \(numbers[2]) to \(numbers[3]) characters and the seed \(numbers[5]) came; expected "
                    + "the shortest first, and a seed of 32 bits")
        }
        guard file.withUnsafeBytes({ $0.last == UInt8(ascii: "\n") }) else { throw TextVectorReader.endless }
        let scheme = SubwordScheme.floret(
            lengths: numbers[2]...numbers[3], buckets: numbers[0], hashes: numbers[4], seed: seed, start: header.start,
            end: header.closing)
        try scheme.check()
        let buckets = numbers[0]
        let size = buckets.multipliedReportingOverflow(by: 2 * dimensions + 1)
        guard !size.overflow, size.partialValue <= file.count - header.end else {
            throw .invalid(
                field: "line 1",
                reason: "\(buckets) buckets of \(dimensions) numbers came, but the file has \(file.count) bytes: it is "
                    + "cut short")
        }
        let rows = try SharedElements<Float>(count: buckets * dimensions) { (target) throws(WordVectorsError) in
            try Self.read(file, from: header.end, buckets: buckets, dimensions: dimensions, into: target)
        }
        table = try SubwordTable(scheme: scheme, rows: .float32(rows), dimensions: dimensions)
        self.dimensions = dimensions
        self.words = words
        expectedCount = words.count
        subwords = scheme
        position = file.count
    }

    private static func fields(
        of file: MappedFile
    ) -> (numbers: [Int], start: String, closing: String, end: Int)? {
        file.withUnsafeBytes { bytes in
            guard let end = bytes.prefix(1 << 10).firstIndex(of: UInt8(ascii: "\n")) else { return nil }
            let fields = String(decoding: bytes[..<end], as: UTF8.self).split(separator: " ")
            let numbers = fields.prefix(6).compactMap { Int($0) }
            guard fields.count == 8, numbers.count == 6 else { return nil }
            return (numbers, String(fields[6]), String(fields[7]), end + 1)
        }
    }

    private static func read(
        _ file: MappedFile, from start: Int, buckets: Int, dimensions: Int,
        into target: UnsafeMutableBufferPointer<Float>
    ) throws(WordVectorsError) {
        target.initialize(repeating: 0)
        try file.withUnsafeBytes { (bytes) throws(WordVectorsError) in
            let bytes = bytes.bindMemory(to: UInt8.self)
            guard let base = bytes.baseAddress else { return }
            var line = start
            for bucket in 0..<buckets {
                let end = bytes[min(line, bytes.count)...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
                let row = UnsafeMutableBufferPointer(
                    rebasing: target[(bucket * dimensions)..<((bucket + 1) * dimensions)])
                let word: Range<Int>?
                do throws(WordVectorsError) {
                    word = line < end ? try VectorLine.read(base, line..<end, into: row) : nil
                } catch {
                    throw .invalid(field: "line \(bucket + 2)", reason: error.reason)
                }
                guard let word, String(decoding: bytes[word], as: UTF8.self) == String(bucket),
                    row.allSatisfy(\.isFinite)
                else {
                    throw .invalid(
                        field: "line \(bucket + 2)",
                        reason:
                            "expected the bucket \(bucket) and \(dimensions) finite numbers: the file is cut short or "
                            + "damaged")
                }
                line = end + 1
            }
            guard line >= bytes.count else {
                throw .invalid(
                    field: "line \(buckets + 2)", reason: "came after \(buckets) buckets, which are all: it is damaged")
            }
        }
    }

    mutating func next(_ batch: inout VectorBatch) throws(WordVectorsError) -> Bool {
        batch.clear()
        batch.first = words.read + 1
        while batch.count < batchSize, words.next(&batch) {
            let word = String(decoding: batch.text[batch.word(batch.count - 1)], as: UTF8.self)
            batch.values += table.vector(of: word) ?? [Float](repeating: 0, count: dimensions)
        }
        return batch.count > 0
    }

    mutating func nextSubwords(_ rows: inout [Float]) throws(WordVectorsError) -> Bool {
        rows.removeAll(keepingCapacity: true)
        let count = min(batchSize, (subwords?.rowCount ?? 0) - given)
        guard count > 0 else { return false }
        rows = [Float](repeating: 0, count: count * dimensions)
        rows.withUnsafeMutableBufferPointer { rows in
            guard let start = rows.baseAddress else { return }
            for index in 0..<count {
                table.rows.copy(given + index, dimensions: dimensions, to: start + index * dimensions)
            }
        }
        given += count
        return true
    }
}
