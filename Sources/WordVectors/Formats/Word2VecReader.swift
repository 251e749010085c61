import Numerics

/// word2vec's binary format: a line `N D`, then for each word its bytes, a space and D float32. The C program writes a
/// line feed after each vector, which is no part of the next word. Words may be cut in the middle of a character.
struct Word2VecReader: VectorReader {
    let dimensions: Int
    let expectedCount: Int?
    private let count: Int
    private var read = 0
    private var cursor: ByteCursor

    private static let longestWord = 1 << 16

    init(_ file: MappedFile) throws(WordVectorsError) {
        guard let header = TextVectorReader.header(of: file) else {
            throw .invalid(
                field: "line 1", reason: "expected the numbers of words and of dimensions, such as 3000000 300")
        }
        dimensions = try TextVectorReader.checked(dimensions: header.dimensions)
        count = try TextVectorReader.checked(count: header.count)
        expectedCount = count
        // A word takes a byte at least.
        let needed = count.multipliedReportingOverflow(by: 4 * dimensions + 2)
        guard !needed.overflow, needed.partialValue <= file.count - header.end else {
            throw .invalid(
                field: "line 1",
                reason: "\(count) words of \(dimensions) numbers came, but the file has \(file.count) bytes: it is cut "
                    + "short, or this is another format")
        }
        cursor = ByteCursor(file, at: header.end)
    }

    var position: Int { cursor.position }

    mutating func next(_ batch: inout VectorBatch) throws(WordVectorsError) -> Bool {
        batch.clear()
        batch.first = read + 1
        let file = cursor.file
        while read < count, batch.count < batchSize {
            let name = "word \(read + 1)"
            var word = try cursor.skip(to: UInt8(ascii: " "), atMost: Self.longestWord, name)
            let values = try cursor.skip([4, dimensions], name)
            file.withUnsafeBytes { bytes in
                if word.lowerBound < word.upperBound, bytes[word.lowerBound] == UInt8(ascii: "\n") {
                    word = word.lowerBound + 1..<word.upperBound
                }
                batch.append(word: bytes[word])
            }
            file.appendFloats(values, to: &batch.values)
            read += 1
        }
        if batch.count == 0 {
            let isClean = file.withUnsafeBytes { $0[cursor.position...].prefix(2).allSatisfy { $0 == 10 || $0 == 13 } }
            guard cursor.rest <= 2, isClean else {
                throw .invalid(
                    field: "line 1",
                    reason:
                        "\(count) words came, but \(cursor.rest) bytes follow them: the header is wrong or the file "
                        + "damaged")
            }
        }
        return batch.count > 0
    }
}
