import JSON
import Numerics

/// A safetensors file, its header read and held against its size: every tensor's bytes are there.
///
/// The format: the header's length N as a little-endian 64-bit integer, N bytes of JSON
/// (`{"name": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]}, …, "__metadata__": {"key": "text"}}`), then
/// the tensors' bytes, row-major and little-endian, without holes or overlaps up to the end of the file.
struct SafeTensors {
    /// A hundred thousand tensors; a header is parsed whole, which takes many times its size.
    static let maximumHeader = 10_000_000

    enum ElementType: String, CaseIterable {
        case float32 = "F32"
        case float16 = "F16"
        case bfloat16 = "BF16"
        case int8 = "I8"
        // Of checkpoints and word vectors alone.
        case float64 = "F64"
        case int32 = "I32"
        case int64 = "I64"
        case uint8 = "U8"
        case uint32 = "U32"

        var size: Int {
            switch self {
            case .float64, .int64: 8
            case .float32, .int32, .uint32: 4
            case .float16, .bfloat16: 2
            case .int8, .uint8: 1
            }
        }
    }

    struct Entry: Equatable {
        var type: ElementType
        var shape: [Int]
        /// Within the file.
        var bytes: Range<Int>

        var count: Int { bytes.count / type.size }
    }

    let entries: [String: Entry]
    let metadata: [String: String]

    init(_ file: UnsafeRawBufferPointer) throws(FieldError) {
        guard file.count >= 8 else {
            throw FieldError(
                field: "header", reason: "the file has \(file.count) bytes; expected at least 8: it is cut short")
        }
        let length = UInt64(littleEndian: file.loadUnaligned(as: UInt64.self))
        guard length <= Self.maximumHeader else {
            throw FieldError(
                field: "header",
                reason:
                    "a length of \(length) bytes came; expected at most \(Self.maximumHeader): this is no safetensors file"
            )
        }
        let dataStart = 8 + Int(length)
        guard dataStart <= file.count else {
            throw FieldError(
                field: "header",
                reason: "a length of \(length) bytes came, but the file has \(file.count): it is cut short or damaged")
        }
        let header: JSONValue
        do {
            header = try JSONValue(parsing: UnsafeRawBufferPointer(rebasing: file[8..<dataStart]), maximumDepth: 16)
        } catch {
            throw FieldError(field: "header", reason: "is no JSON: \(error)")
        }
        entries = try Self.entries(of: header, dataStart: dataStart, fileSize: file.count)
        metadata = Dictionary(
            (header["__metadata__"]?.object?.members ?? []).map { ($0.name, $0.value.string ?? "") }
        ) { first, _ in first }
    }

    private static func entries(
        of header: JSONValue, dataStart: Int, fileSize: Int
    ) throws(FieldError) -> [String: Entry] {
        guard let members = header.object?.members else {
            throw FieldError(field: "header", reason: "\(header.kind) came; expected an object")
        }
        var entries: [String: Entry] = [:]
        for member in members {
            let (name, value) = (member.name, member.value)
            if name == "__metadata__" {
                guard let metadata = value.object, metadata.members.allSatisfy({ $0.value.string != nil }) else {
                    throw FieldError(field: name, reason: "expected an object of strings")
                }
                continue
            }
            // Two names may differ in bytes and yet be one to Swift.
            guard entries[name] == nil else { throw FieldError(field: name, reason: "came twice") }
            entries[name] = try entry(Fields(value, at: name), dataStart: dataStart, fileSize: fileSize)
        }
        try checkContiguous(entries, dataStart: dataStart, fileSize: fileSize)
        return entries
    }

    private static func entry(_ fields: Fields, dataStart: Int, fileSize: Int) throws(FieldError) -> Entry {
        try fields.allowOnly(["dtype", "shape", "data_offsets"])
        let name = try fields.string("dtype")
        guard let type = ElementType(rawValue: name) else {
            throw fields.refusal(of: name, in: "dtype", known: ElementType.allCases.map(\.rawValue))
        }
        let shape = try sizes(fields, "shape")
        let offsets = try sizes(fields, "data_offsets")
        guard offsets.count == 2, offsets[0] <= offsets[1], offsets[1] <= fileSize - dataStart else {
            throw FieldError(
                field: fields.path(of: "data_offsets"),
                reason: "\(offsets) came; expected a start and an end within the \(fileSize - dataStart) bytes of data")
        }
        var size = type.size
        for dimension in shape {
            let (product, overflow) = size.multipliedReportingOverflow(by: dimension)
            guard !overflow else {
                throw FieldError(field: fields.path(of: "shape"), reason: "\(shape) came, which no memory holds")
            }
            size = product
        }
        guard size == offsets[1] - offsets[0] else {
            throw FieldError(
                field: fields.path.isEmpty ? "shape" : fields.path,
                reason: "\(shape) of \(name) needs \(size) bytes, but data_offsets gives \(offsets[1] - offsets[0])")
        }
        return Entry(type: type, shape: shape, bytes: dataStart + offsets[0]..<dataStart + offsets[1])
    }

    private static func sizes(_ fields: Fields, _ name: String) throws(FieldError) -> [Int] {
        var sizes: [Int] = []
        for value in try fields.array(name) {
            guard case .integer(let size) = value, size >= 0, let size = Int(exactly: size) else {
                throw FieldError(field: fields.path(of: name), reason: "expected whole numbers from 0 on")
            }
            sizes.append(size)
        }
        return sizes
    }

    private static func checkContiguous(
        _ entries: [String: Entry], dataStart: Int, fileSize: Int
    ) throws(FieldError) {
        var end = dataStart
        for (name, entry) in entries.sorted(by: {
            ($0.value.bytes.lowerBound, $0.value.bytes.upperBound) < (
                $1.value.bytes.lowerBound, $1.value.bytes.upperBound
            )
        }) {
            guard entry.bytes.lowerBound == end else {
                throw FieldError(
                    field: "\(name).data_offsets",
                    reason: "starts at \(entry.bytes.lowerBound - dataStart); expected \(end - dataStart), "
                        + "where the tensor before it ends")
            }
            end = entry.bytes.upperBound
        }
        guard end == fileSize else {
            throw FieldError(
                field: "data_offsets",
                reason: "the tensors end after \(end - dataStart) bytes, the file after \(fileSize - dataStart): "
                    + "it is cut short or damaged")
        }
    }

    /// A file of these tensors: their bytes row-major and little-endian, in this order. The header is padded with
    /// spaces, so that the data starts at a multiple of 64; order them by falling element size to align all of them.
    static func file(
        of tensors: [(name: String, type: ElementType, shape: [Int], bytes: [UInt8])],
        metadata: [(name: String, value: String)] = []
    ) -> [UInt8] {
        var members: [(name: String, value: JSONValue)] = []
        if !metadata.isEmpty {
            let texts = metadata.map { (name: $0.name, value: JSONValue.string($0.value)) }
            members.append(("__metadata__", .object(JSONObject(texts))))
        }
        var offset = 0
        for tensor in tensors {
            let end = offset + tensor.bytes.count
            members.append(
                (
                    tensor.name,
                    .object(
                        JSONObject([
                            ("dtype", .string(tensor.type.rawValue)),
                            ("shape", .array(tensor.shape.map { .integer(Int64($0)) })),
                            ("data_offsets", .array([.integer(Int64(offset)), .integer(Int64(end))])),
                        ]))
                ))
            offset = end
        }
        var header = JSONValue.object(JSONObject(members)).serialized()
        while (8 + header.count) % 64 != 0 { header.append(UInt8(ascii: " ")) }
        var file: [UInt8] = []
        file.reserveCapacity(8 + header.count + offset)
        for shift in 0..<8 { file.append(UInt8(truncatingIfNeeded: header.count >> (8 * shift))) }
        file += header
        for tensor in tensors { file += tensor.bytes }
        return file
    }
}
