import Numerics

/// finalfusion's format (`.fifu`, version 0): chunks of a vocabulary, of a storage and of norms.
///
/// finalfusion stores unit vectors and their norms apart: the product, which is what was trained, is the row here.
struct FinalfusionReader: VectorReader {
    let dimensions: Int
    let expectedCount: Int?
    let subwords: SubwordScheme?
    private let file: MappedFile
    private let storage: Storage
    /// Where the norms of words begin.
    private let norms: Int?
    private let wordCount: Int
    /// Of the vocabulary's words.
    private var cursor: ByteCursor
    private var read = 0
    private var given = 0

    private static let longestWord = 1 << 16
    private static let float32: UInt32 = 10
    private static let byte: UInt32 = 1

    init(_ file: MappedFile) throws(WordVectorsError) {
        self.file = file
        var cursor = ByteCursor(file)
        try cursor.skip(4, "magic")
        let version: UInt32 = try cursor.read("version")
        guard version == 0 else { throw .invalid(field: "version", reason: "\(version) came; expected 0") }
        let chunks = try cursor.count("chunks", as: UInt32.self, 1...64)
        try cursor.skip(4 * chunks, "chunks")
        var vocabulary: Vocabulary?
        var storage: Storage?
        var norms: (start: Int, count: Int)?
        for _ in 0..<chunks {
            let kind: UInt32 = try cursor.read("chunk")
            let length = try cursor.count("chunk \(kind)", as: UInt64.self, 0...file.count)
            let body = try cursor.skip(length, "chunk \(kind)")
            var part = ByteCursor(file, at: body.lowerBound)
            let isKnown =
                switch kind {
                case 1, 3, 7: vocabulary != nil
                case 2, 4: storage != nil
                case 6: norms != nil
                default: false
                }
            guard !isKnown else {
                throw .invalid(
                    field: "chunk \(kind)",
                    reason: "came after one that holds the same; expected one vocabulary, one storage, and norms once: "
                        + "the file is damaged")
            }
            switch kind {
            case 1, 3, 7: vocabulary = try Vocabulary(&part, kind)
            case 2: storage = try Storage(matrix: &part)
            case 4: storage = try Storage(quantized: &part)
            case 5: part = cursor
            case 6:
                let count = try part.count("norms", as: UInt64.self, 0...WordList.greatestCount)
                try Self.expect(Self.float32, &part, "norms")
                norms = (try Self.padded(&part, [4, count], "norms"), count)
            case 8, 9:
                let name = kind == 8 ? "listed n-grams" : "floret"
                throw .invalid(
                    field: "chunk \(kind)",
                    reason: "a vocabulary with \(name) came, which is not read: convert the file to one with hashed "
                        + "n-grams, or to text")
            default:
                throw .invalid(field: "chunk", reason: "the kind \(kind) came; expected 1 to 9: the file is damaged")
            }
            guard part.position == body.upperBound else {
                throw .invalid(
                    field: "chunk \(kind)",
                    reason:
                        "has \(length) bytes, of which \(part.position - body.lowerBound) are what it says: the file is "
                        + "damaged")
            }
        }
        guard cursor.rest == 0 else {
            throw .invalid(field: "chunks", reason: "\(cursor.rest) bytes follow \(chunks) chunks: the file is damaged")
        }
        guard let vocabulary, let storage else {
            throw .invalid(
                field: "chunks", reason: "expected a vocabulary and a storage: this file holds no vectors of words")
        }
        let rows = vocabulary.scheme?.rowCount ?? 0
        guard storage.rows == vocabulary.count + rows else {
            throw .invalid(
                field: "storage",
                reason: "\(storage.rows) rows came; expected \(vocabulary.count) of words and \(rows) of n-grams")
        }
        guard norms.map({ $0.count == vocabulary.count }) ?? true else {
            throw .invalid(
                field: "norms", reason: "\(norms?.count ?? 0) came; expected one for each of \(vocabulary.count) words")
        }
        self.storage = storage
        self.norms = norms?.start
        self.cursor = ByteCursor(file, at: vocabulary.start)
        dimensions = storage.columns
        wordCount = vocabulary.count
        expectedCount = vocabulary.count
        subwords = vocabulary.scheme
    }

    private static func expect(
        _ type: UInt32, _ cursor: inout ByteCursor, _ field: String
    ) throws(WordVectorsError) {
        let came: UInt32 = try cursor.read(field)
        guard came == type else {
            throw .invalid(
                field: field,
                reason: "the type \(came) came; expected \(type), which is "
                    + (type == float32 ? "float32" : "bytes"))
        }
    }

    /// Numbers after 1 to 4 bytes that bring them to a multiple of 4; where they begin.
    private static func padded(
        _ cursor: inout ByteCursor, _ sizes: [Int], _ field: String
    ) throws(WordVectorsError) -> Int {
        try cursor.skip(4 - cursor.position % 4, field)
        return try cursor.skip(sizes, field).lowerBound
    }

    private struct Vocabulary {
        var count: Int
        var scheme: SubwordScheme?
        var start: Int

        init(_ cursor: inout ByteCursor, _ kind: UInt32) throws(WordVectorsError) {
            count = try cursor.count("vocabulary", as: UInt64.self, 0...WordList.greatestCount)
            if kind != 1 {
                let shortest = try cursor.count("min_n", as: UInt32.self, 1...SubwordScheme.greatestLength)
                let longest = try cursor.count("max_n", as: UInt32.self, shortest...SubwordScheme.greatestLength)
                let buckets = try cursor.count("buckets", as: UInt32.self, 0...Int(Int32.max))
                let scheme: SubwordScheme =
                    kind == 3
                    ? .finalfusion(lengths: shortest...longest, exponent: buckets)
                    : .fastText(lengths: shortest...longest, buckets: buckets, kept: nil)
                try scheme.check()
                self.scheme = scheme
            }
            start = cursor.position
            for index in 0..<count {
                let length: UInt32 = try cursor.read("word \(index + 1)")
                guard length <= FinalfusionReader.longestWord else {
                    throw .invalid(
                        field: "word \(index + 1)",
                        reason:
                            "\(length) bytes came; expected at most \(FinalfusionReader.longestWord): the file is damaged"
                    )
                }
                try cursor.skip(Int(length), "word \(index + 1)")
            }
        }
    }

    /// Rows where they lie, whole or as codes of a product quantiser, which may have been turned by a matrix.
    private struct Storage {
        var rows: Int
        var columns: Int
        private var kind: Kind

        private enum Kind {
            case matrix(Int)
            case quantized(parts: Int, centroids: Int, quantizers: Int, codes: Int, norms: Int?, projection: Int?)
        }

        init(matrix cursor: inout ByteCursor) throws(WordVectorsError) {
            rows = try cursor.count("rows", as: UInt64.self, 0...1 << 40)
            columns = try cursor.count("columns", as: UInt32.self, 1...VectorTable.greatestDimensions)
            try FinalfusionReader.expect(FinalfusionReader.float32, &cursor, "array")
            kind = .matrix(try FinalfusionReader.padded(&cursor, [4, rows, columns], "array"))
        }

        init(quantized cursor: inout ByteCursor) throws(WordVectorsError) {
            let isTurned: UInt32 = try cursor.read("projection")
            let hasNorms: UInt32 = try cursor.read("norms")
            let parts = try cursor.count("quantized_len", as: UInt32.self, 1...VectorTable.greatestDimensions)
            columns = try cursor.count("reconstructed_len", as: UInt32.self, 1...VectorTable.greatestDimensions)
            let centroids = try cursor.count("centroids", as: UInt32.self, 1...256)
            rows = try cursor.count("rows", as: UInt64.self, 0...1 << 40)
            try FinalfusionReader.expect(FinalfusionReader.byte, &cursor, "codes")
            try FinalfusionReader.expect(FinalfusionReader.float32, &cursor, "quantizers")
            guard columns % parts == 0 else {
                throw .invalid(
                    field: "quantized_len", reason: "\(parts) parts came, of which \(columns) columns are no multiple")
            }
            try cursor.skip(4 - cursor.position % 4, "quantizers")
            let projection = isTurned == 0 ? nil : try cursor.skip([4, columns, columns], "projection").lowerBound
            let quantizers = try cursor.skip([4, columns, centroids], "quantizers").lowerBound
            let norms = hasNorms == 0 ? nil : try cursor.skip([4, rows], "norms").lowerBound
            let codes = try cursor.skip([rows, parts], "codes")
            let file = cursor.file
            let fits = file.withUnsafeBytes { bytes in
                centroids == 256 || bytes[codes].allSatisfy { Int($0) < centroids }
            }
            guard fits else {
                throw .invalid(field: "codes", reason: "one is beyond the \(centroids) centroids: the file is damaged")
            }
            kind = .quantized(
                parts: parts, centroids: centroids, quantizers: quantizers, codes: codes.lowerBound, norms: norms,
                projection: projection)
        }

        /// Appends a row, which is there.
        func append(_ row: Int, of file: MappedFile, to values: inout [Float]) {
            switch kind {
            case .matrix(let start):
                let first = start + 4 * row * columns
                file.appendFloats(first..<first + 4 * columns, to: &values)
            case .quantized(let parts, let centroids, let quantizers, let codes, let norms, let projection):
                let width = columns / parts
                var turned: [Float] = []
                for part in 0..<parts {
                    let code = file.withUnsafeBytes { Int($0[codes + row * parts + part]) }
                    // Held against its bound once more: a mapped file may have changed.
                    let first = quantizers + 4 * width * (part * centroids + min(code, centroids - 1))
                    file.appendFloats(first..<first + 4 * width, to: &turned)
                }
                if let projection {
                    let source = turned
                    for index in 0..<columns {
                        var sum: Float = 0
                        for column in 0..<columns {
                            sum += source[column] * file.float(at: projection + 4 * (index * columns + column))
                        }
                        turned[index] = sum
                    }
                }
                let norm = norms.map { file.float(at: $0 + 4 * row) } ?? 1
                values += turned.map { $0 * norm }
            }
        }
    }

    var position: Int { cursor.position }

    mutating func next(_ batch: inout VectorBatch) throws(WordVectorsError) -> Bool {
        batch.clear()
        batch.first = read + 1
        while read < wordCount, batch.count < batchSize {
            let length: UInt32 = try cursor.read("word \(read + 1)")
            let word = try cursor.skip(Int(length), "word \(read + 1)")
            file.withUnsafeBytes { batch.append(word: $0[word]) }
            let first = batch.values.count
            storage.append(read, of: file, to: &batch.values)
            if let norms {
                let norm = file.float(at: norms + 4 * read)
                for place in first..<batch.values.count { batch.values[place] *= norm }
            }
            read += 1
        }
        return batch.count > 0
    }

    mutating func nextSubwords(_ rows: inout [Float]) throws(WordVectorsError) -> Bool {
        rows.removeAll(keepingCapacity: true)
        let count = min(batchSize, (subwords?.rowCount ?? 0) - given)
        guard count > 0 else { return false }
        for index in 0..<count { storage.append(wordCount + given + index, of: file, to: &rows) }
        given += count
        return true
    }
}
