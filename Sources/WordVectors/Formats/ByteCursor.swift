import Numerics

/// Reads little-endian numbers one after the other, each within the file.
struct ByteCursor {
    let file: MappedFile
    private(set) var position: Int

    init(_ file: MappedFile, at position: Int = 0) {
        self.file = file
        self.position = position
    }

    var rest: Int { file.count - position }

    /// - Parameter field: for the error.
    mutating func read<Number: FixedWidthInteger>(_ field: String) throws(WordVectorsError) -> Number {
        let bytes = try skip(MemoryLayout<Number>.size, field)
        return file.withUnsafeBytes {
            Number(littleEndian: $0.loadUnaligned(fromByteOffset: bytes.lowerBound, as: Number.self))
        }
    }

    /// A number of things, as a file states it.
    /// - Parameter number: its type there.
    mutating func count<Number: FixedWidthInteger>(
        _ field: String, as number: Number.Type, _ range: ClosedRange<Int>
    ) throws(WordVectorsError) -> Int {
        let value: Number = try read(field)
        guard let count = Int(exactly: value), range.contains(count) else {
            throw .invalid(
                field: field,
                reason:
                    "\(value) came; expected \(range.lowerBound) to \(range.upperBound): this is another format, or "
                    + "the file is damaged")
        }
        return count
    }

    /// Where so many bytes lie that are stepped over.
    @discardableResult
    mutating func skip(_ count: Int, _ field: String) throws(WordVectorsError) -> Range<Int> {
        guard count >= 0, count <= rest else {
            throw .invalid(
                field: field,
                reason:
                    "needs \(count) bytes from byte \(position) on, but the file has \(file.count): it is cut short "
                    + "or damaged; get it again")
        }
        defer { position += count }
        return position..<position + count
    }

    /// The same of a product of sizes, which a file may have chosen to overflow.
    @discardableResult
    mutating func skip(_ sizes: [Int], _ field: String) throws(WordVectorsError) -> Range<Int> {
        var count = 1
        for size in sizes {
            let (product, overflow) = count.multipliedReportingOverflow(by: size)
            guard !overflow, size >= 0 else {
                throw .invalid(field: field, reason: "\(sizes) bytes came, which no file holds: it is damaged")
            }
            count = product
        }
        return try skip(count, field)
    }

    /// Up to a byte, which is stepped over too.
    @discardableResult
    mutating func skip(to end: UInt8, atMost: Int, _ field: String) throws(WordVectorsError) -> Range<Int> {
        let start = position
        let length = file.withUnsafeBytes { bytes in
            bytes[start..<min(bytes.count, start + atMost + 1)].firstIndex(of: end).map { $0 - start }
        }
        guard let length else {
            throw .invalid(
                field: field,
                reason: "does not end within \(atMost) bytes from byte \(start) on: the file is cut short or damaged")
        }
        position = start + length + 1
        return start..<start + length
    }
}

extension MappedFile {
    /// A float32 that may lie at any byte.
    /// - Precondition: its bytes are within the file.
    func float(at position: Int) -> Float {
        withUnsafeBytes {
            Float(bitPattern: UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: position, as: UInt32.self)))
        }
    }

    /// Appends float32 numbers that may lie at any byte.
    /// - Precondition: `bytes` is within the file and a multiple of 4 long.
    func appendFloats(_ range: Range<Int>, to values: inout [Float]) {
        withUnsafeBytes { bytes in
            let part = UnsafeRawBufferPointer(rebasing: bytes[range])
            let first = values.count
            values.append(contentsOf: repeatElement(0, count: part.count / 4))
            values.withUnsafeMutableBytes { values in
                UnsafeMutableRawBufferPointer(rebasing: values[(4 * first)...]).copyMemory(from: part)
            }
        }
    }
}
