internal import Dispatch
import Numerics

/// fastText's binary format (`.bin`, `.ftz`): settings, dictionary, input matrix, output matrix. Dense or quantised,
/// pruned or not, versions 11 and 12 and those before them, which begin without a magic number.
///
/// A word's vector is the mean of its own row and its n-grams' rows, added in that order and multiplied by 1 / count:
/// the bits that fastText has, since it does the same. Labels of a classifier are no words.
struct FastTextReader: VectorReader {
    let dimensions: Int
    let expectedCount: Int?
    let subwords: SubwordScheme?
    private let file: MappedFile
    private let matrix: FastTextMatrix
    private let wordCount: Int
    /// Of the dictionary's entries.
    private var cursor: ByteCursor
    private var read = 0
    private var given = 0

    private static let magic: Int32 = 793_712_314
    private static let newestVersion: Int32 = 12
    private static let supervised: Int32 = 3
    private static let longestWord = 1 << 16

    static func begins(_ start: [UInt8]) -> Bool {
        func number(_ index: Int) -> Int32 {
            (0..<4).reversed().reduce(0) { $0 << 8 | Int32(start[4 * index + $1]) }
        }
        guard start.count >= 8 + 12 * 4 else { return false }
        if number(0) == magic { return true }
        // The settings of files without it: dimensions, window, …, loss, model, buckets, shortest, longest.
        return (1...VectorTable.greatestDimensions).contains(Int(number(0))) && (1...1000).contains(number(1))
            && (1...4).contains(number(6)) && (1...3).contains(number(7)) && number(8) >= 0
            && (0...64).contains(number(9)) && (0...64).contains(number(10))
    }

    init(_ file: MappedFile) throws(WordVectorsError) {
        self.file = file
        var cursor = ByteCursor(file)
        let magic: Int32 = try cursor.read("magic")
        var version: Int32 = 0
        if magic == Self.magic {
            version = try cursor.read("version")
            guard (1...Self.newestVersion).contains(version) else {
                throw .invalid(
                    field: "version", reason: "\(version) came; expected at most \(Self.newestVersion)")
            }
        } else {
            cursor = ByteCursor(file)
        }
        let dimensions = try cursor.count("dim", as: Int32.self, 1...VectorTable.greatestDimensions)
        // Window, epochs, least count, negatives, n-grams of words, loss.
        try cursor.skip(6 * 4, "settings")
        let model: Int32 = try cursor.read("model")
        let buckets = try cursor.count("bucket", as: Int32.self, 0...Int(Int32.max))
        let shortest = try cursor.count("minn", as: Int32.self, 0...SubwordScheme.greatestLength)
        var longest = try cursor.count("maxn", as: Int32.self, 0...SubwordScheme.greatestLength)
        if version == 11, model == Self.supervised { longest = 0 }
        try cursor.skip(4 + 8, "settings")

        let size = try cursor.count("size", as: Int32.self, 0...Int(Int32.max))
        let words = try cursor.count("nwords", as: Int32.self, 0...min(size, WordList.greatestCount))
        let labels: Int32 = try cursor.read("nlabels")
        guard Int(labels) == size - words else {
            throw .invalid(
                field: "nlabels",
                reason: "\(labels) came; expected \(size - words), since \(words) of \(size) are words")
        }
        try cursor.skip(8, "ntokens")
        // Files without a magic number are older than pruning.
        let pruned: Int64 = magic == Self.magic ? try cursor.read("pruneidx_size") : -1
        self.cursor = cursor
        for index in 0..<size {
            let field = "entry \(index + 1)"
            try cursor.skip(to: 0, atMost: Self.longestWord, field)
            try cursor.skip(8, field)
            let type: Int8 = try cursor.read(field)
            guard type == (index < words ? 0 : 1) else {
                throw .invalid(
                    field: field, reason: "the type \(type) came; expected the words (0), then the labels (1)")
            }
        }
        let kept = try Self.kept(&cursor, count: pruned, buckets: buckets)
        var isQuantized = false
        if magic == Self.magic {
            let flag: UInt8 = try cursor.read("quant")
            isQuantized = flag != 0
        }
        matrix = try FastTextMatrix(&cursor, isQuantized: isQuantized, name: "input")
        let rows = kept?.count ?? (matrix.rows - words)
        guard matrix.columns == dimensions, matrix.rows >= words else {
            throw .invalid(
                field: "input",
                reason:
                    "\(matrix.rows) rows of \(matrix.columns) numbers came; expected \(words) or more of \(dimensions)")
        }
        let hasSubwords = longest > 0 && max(1, shortest) <= longest && buckets > 0 && rows > 0
        if hasSubwords {
            guard matrix.rows >= words + (kept?.count ?? buckets) else {
                throw .invalid(
                    field: "input",
                    reason:
                        "\(matrix.rows) rows came; expected \(words) of words and \(kept?.count ?? buckets) of n-grams")
            }
            let scheme = SubwordScheme.fastText(lengths: max(1, shortest)...longest, buckets: buckets, kept: kept)
            try scheme.check()
            subwords = scheme
        } else {
            subwords = nil
        }
        try Self.checkOutput(&cursor, isQuantized: isQuantized, isNew: magic == Self.magic)
        self.dimensions = dimensions
        wordCount = words
        expectedCount = words
    }

    private static func kept(
        _ cursor: inout ByteCursor, count: Int64, buckets: Int
    ) throws(WordVectorsError) -> [Int32: Int32]? {
        guard count >= 0 else { return nil }
        guard let count = Int(exactly: count), count <= cursor.rest / 8 else {
            throw .invalid(
                field: "pruneidx_size",
                reason: "\(count) came, but the file has \(cursor.rest) bytes more: it is cut short")
        }
        var kept: [Int32: Int32] = [:]
        kept.reserveCapacity(count)
        for _ in 0..<count {
            let bucket: Int32 = try cursor.read("pruneidx")
            kept[bucket] = try cursor.read("pruneidx")
        }
        guard kept.count == count else {
            throw .invalid(field: "pruneidx", reason: "a bucket came twice: the file is damaged")
        }
        return kept
    }

    /// What answers a classifier is not needed, but a file that is cut short has less of it.
    private static func checkOutput(
        _ cursor: inout ByteCursor, isQuantized: Bool, isNew: Bool
    ) throws(WordVectorsError) {
        var isOutputQuantized = false
        if isNew {
            let flag: UInt8 = try cursor.read("qout")
            isOutputQuantized = isQuantized && flag != 0
        }
        _ = try FastTextMatrix(&cursor, isQuantized: isOutputQuantized, name: "output")
        guard cursor.rest == 0 else {
            throw .invalid(field: "output", reason: "\(cursor.rest) bytes follow it: the file is damaged")
        }
    }

    var position: Int { cursor.position }

    mutating func next(_ batch: inout VectorBatch) throws(WordVectorsError) -> Bool {
        batch.clear()
        let first = read
        batch.first = first + 1
        while read < wordCount, batch.count < batchSize {
            let field = "entry \(read + 1)"
            let word = try cursor.skip(to: 0, atMost: Self.longestWord, field)
            file.withUnsafeBytes { batch.append(word: $0[word]) }
            let count: Int64 = try cursor.read(field)
            batch.counts.append(UInt64(max(0, count)))
            try cursor.skip(1, field)
            read += 1
        }
        let count = batch.count
        guard count > 0 else { return false }
        let (text, words) = (batch.text, (0..<count).map { batch.word($0) })
        let (dimensions, wordCount, matrix, subwords) = (dimensions, wordCount, matrix, subwords)
        batch.values = [Float](unsafeUninitializedCapacity: count * dimensions) { values, initialized in
            values.initialize(repeating: 0)
            let target = Rows(values: values)
            let piece = 256
            DispatchQueue.concurrentPerform(iterations: (count + piece - 1) / piece) { number in
                for index in number * piece..<min(count, (number + 1) * piece) {
                    let row = UnsafeMutableBufferPointer(
                        rebasing: target.values[index * dimensions..<(index + 1) * dimensions])
                    matrix.add(first + index, to: row)
                    let ngrams =
                        subwords.map { scheme in
                            text.withUnsafeBytes { scheme.rows(of: UnsafeRawBufferPointer(rebasing: $0[words[index]])) }
                        } ?? []
                    for ngram in ngrams { matrix.add(wordCount + ngram, to: row) }
                    let factor = Float(1 / Double(ngrams.count + 1))
                    for place in row.indices { row[place] *= factor }
                }
            }
            initialized = count * dimensions
        }
        return true
    }

    /// Each thread writes its own rows.
    private struct Rows: @unchecked Sendable {
        let values: UnsafeMutableBufferPointer<Float>
    }

    mutating func nextSubwords(_ rows: inout [Float]) throws(WordVectorsError) -> Bool {
        let count = min(batchSize, (subwords?.rowCount ?? 0) - given)
        guard count > 0 else { return false }
        rows = [Float](repeating: 0, count: count * dimensions)
        rows.withUnsafeMutableBufferPointer { rows in
            for index in 0..<count {
                matrix.add(
                    wordCount + given + index,
                    to: UnsafeMutableBufferPointer(rebasing: rows[index * dimensions..<(index + 1) * dimensions]))
            }
        }
        given += count
        return true
    }
}

/// A matrix of a fastText file where it lies: float32, or the codes of a product quantiser (Jégou et al., 2011), whose
/// rows are put together of 256 centroids for each part of the columns.
struct FastTextMatrix: Sendable {
    let rows: Int
    let columns: Int
    private let file: MappedFile
    private let storage: Storage

    private enum Storage {
        /// Where the numbers begin.
        case dense(Int)
        case quantized(codes: Int, Quantizer, norms: (codes: Int, Quantizer)?)
    }

    /// Of `columns` numbers in parts of `width` each, the last of `lastWidth`.
    private struct Quantizer {
        var parts: Int
        var width: Int
        var lastWidth: Int
        /// Where the centroids begin.
        var centroids: Int

        init(_ cursor: inout ByteCursor, _ name: String) throws(WordVectorsError) {
            let columns = try cursor.count("\(name).dim", as: Int32.self, 1...VectorTable.greatestDimensions)
            parts = try cursor.count("\(name).nsubq", as: Int32.self, 1...columns)
            width = try cursor.count("\(name).dsub", as: Int32.self, 1...columns)
            lastWidth = try cursor.count("\(name).lastdsub", as: Int32.self, 1...width)
            guard (parts - 1) * width + lastWidth == columns else {
                throw .invalid(
                    field: "\(name).dsub",
                    reason:
                        "\(parts) parts of \(width), the last of \(lastWidth), came for \(columns) columns: the file "
                        + "is damaged")
            }
            centroids = try cursor.skip([4, 256, columns], "\(name).centroids").lowerBound
        }

        var columns: Int { (parts - 1) * width + lastWidth }

        func centroid(_ part: Int, _ code: UInt8) -> (start: Int, count: Int) {
            let isLast = part == parts - 1
            let width = isLast ? lastWidth : width
            return (centroids + 4 * (part * 256 * self.width + Int(code) * width), width)
        }
    }

    init(_ cursor: inout ByteCursor, isQuantized: Bool, name: String) throws(WordVectorsError) {
        file = cursor.file
        let hasNorms: UInt8 = isQuantized ? try cursor.read("\(name).qnorm") : 0
        rows = try cursor.count("\(name).m", as: Int64.self, 0...1 << 40)
        columns = try cursor.count("\(name).n", as: Int64.self, 0...VectorTable.greatestDimensions)
        guard isQuantized else {
            storage = .dense(try cursor.skip([4, rows, columns], name).lowerBound)
            return
        }
        let codeCount = try cursor.count("\(name).codesize", as: Int32.self, 0...Int(Int32.max))
        let codes = try cursor.skip(codeCount, "\(name).codes").lowerBound
        let quantizer = try Quantizer(&cursor, name)
        let needed = rows.multipliedReportingOverflow(by: quantizer.parts)
        guard quantizer.columns == columns, !needed.overflow, needed.partialValue == codeCount else {
            throw .invalid(
                field: "\(name).codesize",
                reason:
                    "\(codeCount) codes of \(quantizer.parts) parts came for \(rows) rows of \(columns) numbers: the "
                    + "file is damaged")
        }
        var norms: (codes: Int, Quantizer)?
        if hasNorms != 0 {
            let codes = try cursor.skip(rows, "\(name).norms").lowerBound
            let quantizer = try Quantizer(&cursor, "\(name).norms")
            guard quantizer.columns == 1 else {
                throw .invalid(field: "\(name).norms.dim", reason: "\(quantizer.columns) came; expected 1")
            }
            norms = (codes, quantizer)
        }
        storage = .quantized(codes: codes, quantizer, norms: norms)
    }

    /// - Precondition: there is such a row, and `sum` has as many places as there are columns.
    func add(_ row: Int, to sum: UnsafeMutableBufferPointer<Float>) {
        file.withUnsafeBytes { bytes in
            func float(_ place: Int) -> Float {
                Float(bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
            }
            switch storage {
            case .dense(let start):
                let first = start + 4 * row * columns
                for column in 0..<columns { sum[column] += float(first + 4 * column) }
            case .quantized(let codes, let quantizer, let norms):
                let norm = norms.map { float($0.1.centroid(0, bytes[$0.codes + row]).start) } ?? 1
                for part in 0..<quantizer.parts {
                    let (start, count) = quantizer.centroid(part, bytes[codes + row * quantizer.parts + part])
                    for index in 0..<count {
                        sum[part * quantizer.width + index] += norm * float(start + 4 * index)
                    }
                }
            }
        }
    }
}
