package import Numerics

/// Words and their rows as a reader hands them on, some at a time.
package struct VectorBatch: Sendable {
    /// The words' bytes one after the other; they need not be UTF-8.
    package internal(set) var text: [UInt8] = []
    /// Where each word ends in them.
    package internal(set) var ends: [Int] = []
    /// (words, dimensions).
    package internal(set) var values: [Float] = []
    /// One for each word, or none.
    package internal(set) var counts: [UInt64] = []
    /// The number of the first one in the file, from 1 on.
    package internal(set) var first = 1

    package init() {}

    package var count: Int { ends.count }

    package func word(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

    mutating func clear() {
        text.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
        counts.removeAll(keepingCapacity: true)
    }

    mutating func append(word: some Collection<UInt8>) {
        text.append(contentsOf: word)
        ends.append(text.count)
    }
}

/// A file of word vectors that is read once from its beginning to its end, a few megabytes at a time. What its header
/// promises has been held against its size when it was opened.
package protocol VectorReader {
    var dimensions: Int { get }
    /// How many words the file says it has; nil where it does not say.
    var expectedCount: Int? { get }
    /// What the rows that `nextSubwords` gives are of.
    var subwords: SubwordScheme? { get }
    /// The byte before which nothing is read again.
    var position: Int { get }

    /// Fills the batch with the next words; false where there are no more.
    mutating func next(_ batch: inout VectorBatch) throws(WordVectorsError) -> Bool
    /// The next rows of n-grams, (any number, dimensions); false where there are no more. Asked when all words were
    /// read.
    mutating func nextSubwords(_ rows: inout [Float]) throws(WordVectorsError) -> Bool
}

extension VectorReader {
    package var subwords: SubwordScheme? { nil }
    package mutating func nextSubwords(_ rows: inout [Float]) throws(WordVectorsError) -> Bool { false }

    /// How many rows a batch takes.
    var batchSize: Int { max(1, (1 << 19) / dimensions) }
}

/// The formats that are read.
package enum VectorFormat: String, Sendable, CaseIterable {
    case word2vec
    case text
    case fasttext
    case finalfusion
    case floret
    case npy
}

/// Opens a file of word vectors.
package enum VectorFile {
    /// - Parameters:
    ///   - vocabulary: a word a line, for the formats that have no words of their own.
    ///   - format: nil: told by the bytes.
    ///   - threads: for text.
    package static func reader(
        of file: MappedFile, vocabulary: MappedFile? = nil, format: VectorFormat? = nil, threads: Int = 1
    ) throws(WordVectorsError) -> any VectorReader {
        let found: VectorFormat
        if let format { found = format } else { found = try self.format(of: file) }
        switch found {
        case .word2vec: return try Word2VecReader(file)
        case .text: return try TextVectorReader(file, threads: threads)
        case .fasttext: return try FastTextReader(file)
        case .finalfusion: return try FinalfusionReader(file)
        case .floret: return try FloretReader(file, words: try lines(of: vocabulary, for: found))
        case .npy: return try NumPyReader(file, words: try lines(of: vocabulary, for: found))
        }
    }

    private static func lines(
        of vocabulary: MappedFile?, for format: VectorFormat
    ) throws(WordVectorsError) -> VocabularyLines {
        guard let vocabulary else {
            throw .invalid(
                field: "vocabulary",
                reason:
                    "is missing: a file of the format \(format.rawValue) has no words; give a file with a word a line "
                    + "with --vocabulary")
        }
        return VocabularyLines(vocabulary)
    }

    /// Judged by the first bytes.
    package static func format(of file: MappedFile) throws(WordVectorsError) -> VectorFormat {
        let start = file.withUnsafeBytes { Array($0.prefix(1 << 12)) }
        if start.isEmpty { throw .invalid(field: "file", reason: "is empty; expected word vectors") }
        if start.starts(with: NumPyReader.magic) { return .npy }
        if start.starts(with: "FiFu".utf8) { return .finalfusion }
        if FastTextReader.begins(start) { return .fasttext }
        if let (kind, mend) = refused(start) {
            throw .invalid(field: "file", reason: "is \(kind), which is not read: \(mend)")
        }
        if FloretReader.begins(file) { return .floret }
        let hasHeader = TextVectorReader.header(of: file) != nil
        guard hasHeader || !start.contains(0) else {
            throw .invalid(
                field: "file",
                reason: "is of no format that is known; expected "
                    + VectorFormat.allCases.map(\.rawValue).joined(separator: ", "))
        }
        if !hasHeader || TextVectorReader.isText(file) { return .text }
        return .word2vec
    }

    private static func refused(_ start: [UInt8]) -> (kind: String, mend: String)? {
        if start[0] == 0x80, start.count > 1, (2...5).contains(start[1]) {
            return (
                "a Python pickle (gensim's own format)",
                "a pickle may run any program. Give the file beside it that ends in .vectors.npy, with its words a line "
                    + "each as --vocabulary, or save with save_word2vec_format"
            )
        }
        if start.starts(with: [0x1f, 0x8b]) { return ("compressed by gzip", "unpack it with gunzip first") }
        if start.starts(with: [0x42, 0x5a, 0x68]) { return ("compressed by bzip2", "unpack it with bunzip2 first") }
        if start.starts(with: [0x50, 0x4b, 0x03, 0x04]) { return ("a zip archive", "unpack it first") }
        if start.starts(with: "SQLite format 3".utf8) { return ("a database", "export its vectors as text") }
        return nil
    }
}

/// A file with a word a line, read from its beginning to its end.
struct VocabularyLines {
    private var cursor: ByteCursor
    private(set) var read = 0

    init(_ file: MappedFile) { cursor = ByteCursor(file) }

    /// How many there are, of which the last need not end.
    var count: Int {
        cursor.file.withUnsafeBytes { bytes in
            let ends = bytes.reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
            return ends + (bytes.last.map { $0 == UInt8(ascii: "\n") } ?? true ? 0 : 1)
        }
    }

    /// The next word, without a carriage return at its end; false where there is none.
    mutating func next(_ batch: inout VectorBatch) -> Bool {
        guard cursor.rest > 0 else { return false }
        let (file, start) = (cursor.file, cursor.position)
        let length = file.withUnsafeBytes { bytes in
            let rest = bytes[start...]
            let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            batch.append(word: end > start && bytes[end - 1] == 13 ? rest[start..<end - 1] : rest[start..<end])
            return min(end + 1, bytes.count) - start
        }
        cursor = ByteCursor(file, at: start + length)
        read += 1
        return true
    }
}
