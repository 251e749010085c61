import Numerics

/// A NumPy file of a matrix, (words, dimensions), and the words in a file of their own.
///
/// The format (NEP 1): `\x93NUMPY`, version, the length of a header that is a Python literal, the header, the numbers.
struct NumPyReader: VectorReader {
    static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

    let dimensions: Int
    let expectedCount: Int?
    private let file: MappedFile
    private let count: Int
    private let start: Int
    private let isDouble: Bool
    /// Whether a column's numbers lie side by side.
    private let isTransposed: Bool
    private var words: VocabularyLines

    init(_ file: MappedFile, words: VocabularyLines) throws(WordVectorsError) {
        self.file = file
        self.words = words
        var cursor = ByteCursor(file)
        let magic = try cursor.skip(Self.magic.count, "magic")
        guard file.withUnsafeBytes({ $0[magic].elementsEqual(Self.magic) }) else {
            throw .invalid(field: "magic", reason: "expected a file of NumPy, such as numpy.save writes")
        }
        let version: UInt8 = try cursor.read("version")
        let _: UInt8 = try cursor.read("version")
        let length =
            version == 1
            ? try cursor.count("header", as: UInt16.self, 0...1 << 16)
            : try cursor.count("header", as: UInt32.self, 0...1 << 20)
        let range = try cursor.skip(length, "header")
        let header = file.withUnsafeBytes { String(decoding: $0[range], as: UTF8.self) }
        let shape = try Self.shape(header)
        dimensions = try TextVectorReader.checked(dimensions: shape[1])
        count = try TextVectorReader.checked(count: shape[0])
        expectedCount = count
        switch Self.value("descr", in: header) {
        case "<f4": isDouble = false
        case "<f8": isDouble = true
        case let type?:
            let reason =
                type.contains("O")
                ? "Python objects came, which are a pickle and never read" : "the type \(type.prefix(20)) came"
            throw .invalid(
                field: "descr", reason: "\(reason); expected <f4 or <f8: save the matrix with astype(\"float32\")")
        case nil:
            throw .invalid(field: "descr", reason: "is missing; expected the type <f4: the file is damaged")
        }
        switch Self.value("fortran_order", in: header) {
        case "False": isTransposed = false
        case "True": isTransposed = true
        default: throw .invalid(field: "fortran_order", reason: "expected False or True: the file is damaged")
        }
        start = cursor.position
        try cursor.skip([isDouble ? 8 : 4, count, dimensions], "shape")
        guard cursor.rest == 0 else {
            throw .invalid(
                field: "shape", reason: "\(cursor.rest) bytes follow the numbers that \(shape) takes: it is damaged")
        }
        let lines = words.count
        guard lines == count else {
            throw .invalid(
                field: "vocabulary", reason: "\(lines) words came; expected one a line for each of \(count) rows")
        }
    }

    var position: Int { isTransposed ? 0 : start + (isDouble ? 8 : 4) * words.read * dimensions }

    /// What a header has for a name, up to the next comma, brace or parenthesis, without quotes.
    private static func value(_ name: String, in header: String) -> String? {
        guard let end = end(of: name, in: header) else { return nil }
        let rest = header[end...].drop { $0 == ":" || $0 == " " }
        return String(rest.prefix { $0 != "," && $0 != "}" && $0 != ")" }).filter { !"'\" ".contains($0) }
    }

    /// Where a name ends, which stands in quotes of either kind.
    private static func end(of name: String, in header: String) -> String.Index? {
        for quoted in ["'\(name)'", "\"\(name)\""] {
            if let range = header.firstRange(of: quoted) { return range.upperBound }
        }
        return nil
    }

    private static func shape(_ header: String) throws(WordVectorsError) -> [Int] {
        let open = end(of: "shape", in: header).map { header[$0...].drop { $0 != "(" } } ?? ""
        let sizes = open.dropFirst().prefix { $0 != ")" }.split(separator: ",")
            .compactMap { Int($0.filter { $0 != " " && $0 != "L" }) }
        guard sizes.count == 2 else {
            throw .invalid(
                field: "shape", reason: "\(sizes.isEmpty ? "none" : "\(sizes)") came; expected (words, dimensions)")
        }
        return sizes
    }

    mutating func next(_ batch: inout VectorBatch) throws(WordVectorsError) -> Bool {
        batch.clear()
        let first = words.read
        batch.first = first + 1
        while batch.count < batchSize, words.read < count, words.next(&batch) {}
        let size = isDouble ? 8 : 4
        let (rowStep, columnStep) = isTransposed ? (size, size * count) : (size * dimensions, size)
        batch.values = file.withUnsafeBytes { bytes in
            var values = [Float](repeating: 0, count: batch.count * dimensions)
            for column in 0..<dimensions {
                for row in 0..<batch.count {
                    let place = start + (first + row) * rowStep + column * columnStep
                    values[row * dimensions + column] =
                        isDouble
                        ? Float(Double(bitPattern: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
                        : Float(bitPattern: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
                }
            }
            return values
        }
        return batch.count > 0
    }
}
