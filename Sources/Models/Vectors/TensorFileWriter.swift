import JSON

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A safetensors file that is too large to be put together in memory: where each tensor goes is settled first, then
/// they are written there in any order and any pieces.
///
/// Every tensor starts at a multiple of 64; the format lets no holes be, so what lies between them are tensors too,
/// called `padding_1` and so on.
struct TensorLayout {
    struct Tensor {
        var name: String
        var type: SafeTensors.ElementType
        var shape: [Int]

        var size: Int { shape.reduce(type.size, *) }
    }

    /// Where the tensors begin.
    let start: Int
    let header: [UInt8]
    /// Of each tensor, within the file.
    let offsets: [String: Int]
    /// Of the file.
    let size: Int

    /// - Parameter start: a multiple of 64 that leaves room for the header; nil: as soon as it ends.
    init(_ tensors: [Tensor], start: Int? = nil) {
        var members: [(name: String, value: JSONValue)] = []
        var places: [(name: String, offset: Int)] = []
        var end = 0
        func append(_ tensor: Tensor) {
            members.append(
                (
                    tensor.name,
                    .object(
                        JSONObject([
                            ("dtype", .string(tensor.type.rawValue)),
                            ("shape", .array(tensor.shape.map { .integer(Int64($0)) })),
                            ("data_offsets", .array([.integer(Int64(end)), .integer(Int64(end + tensor.size))])),
                        ]))
                ))
            end += tensor.size
        }
        for tensor in tensors {
            let padding = -end & 63
            if padding > 0 { append(Tensor(name: "padding_\(places.count)", type: .uint8, shape: [padding])) }
            places.append((tensor.name, end))
            append(tensor)
        }
        var header = JSONValue.object(JSONObject(members)).serialized()
        let least = (8 + header.count + 63) / 64 * 64
        let start = max(start ?? 0, least)
        header += [UInt8](repeating: UInt8(ascii: " "), count: start - 8 - header.count)
        self.start = start
        size = start + end
        self.header = (0..<8).map { UInt8(truncatingIfNeeded: header.count >> (8 * $0)) } + header
        offsets = Dictionary(places.map { ($0.name, start + $0.offset) }) { first, _ in first }
    }
}

/// A new file that is written in pieces, and on the disk when it is finished.
final class PieceFile {
    let path: String
    /// −1 when it is closed.
    private var descriptor: Int32

    init(_ path: String) throws(ModelError) {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw FileSystem.failure(path, "cannot be made") }
    }

    func write<Value: BitwiseCopyable>(_ values: [Value], at offset: Int) throws(ModelError) {
        try values.withUnsafeBufferPointer { (values) throws(ModelError) in
            try write(UnsafeRawBufferPointer(values), at: offset)
        }
    }

    /// What is not written before it reads as zeros.
    func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(ModelError) {
        var written = 0
        while written < bytes.count {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
            let count = pwrite(descriptor, rest.baseAddress, rest.count, off_t(offset + written))
            if count >= 0 {
                written += count
            } else if errno != EINTR {
                throw FileSystem.failure(path, "cannot be written")
            }
        }
    }

    func setSize(_ size: Int) throws(ModelError) {
        guard ftruncate(descriptor, off_t(size)) == 0 else { throw FileSystem.failure(path, "cannot be written") }
    }

    /// Nothing can be written afterwards. A disk may say only here that it is full or broken.
    func finish() throws(ModelError) {
        defer { descriptor = -1 }
        var trouble: ModelError?
        if fsync(descriptor) != 0 { trouble = FileSystem.failure(path, "cannot be written") }
        if close(descriptor) != 0, trouble == nil { trouble = FileSystem.failure(path, "cannot be written") }
        if let trouble { throw trouble }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }
}
