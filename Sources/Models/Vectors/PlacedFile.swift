import Numerics

/// A file that is read where it lies: mapped, or compiled in.
enum PlacedFile {
    case mapped(MappedFile)
    case builtIn(FileBytes)

    var count: Int {
        switch self {
        case .mapped(let file): file.count
        case .builtIn(let bytes): bytes.count
        }
    }

    /// Nil where they are no whole number of elements or not aligned as these have to be.
    func elements<Element>(_ bytes: Range<Int>) -> SharedElements<Element>? {
        switch self {
        case .mapped(let file): SharedElements(file, bytes: bytes)
        case .builtIn(let all):
            // Lives as long as the process.
            all.withUnsafeBytes { all in
                guard bytes.lowerBound >= 0, bytes.upperBound <= all.count else { return nil }
                return SharedElements(staticMemory: UnsafeRawBufferPointer(rebasing: all[bytes]))
            }
        }
    }

    func withUnsafeBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        switch self {
        case .mapped(let file): try file.withUnsafeBytes(body)
        case .builtIn(let bytes): try bytes.withUnsafeBytes(body)
        }
    }
}

/// The tensors of a safetensors file where they lie.
struct PlacedTensors {
    private let file: PlacedFile
    private let entries: [String: SafeTensors.Entry]

    init(_ file: PlacedFile) throws(FieldError) {
        self.file = file
        entries = try file.withUnsafeBytes { (bytes) throws(FieldError) in try SafeTensors(bytes).entries }
    }

    func has(_ name: String) -> Bool { entries[name] != nil }

    func type(of name: String) -> SafeTensors.ElementType? { entries[name]?.type }

    /// - Parameter shape: nil lets any come.
    func elements<Element>(
        _ name: String, _ type: SafeTensors.ElementType, _ shape: [Int]? = nil
    ) throws(FieldError) -> SharedElements<Element> {
        let expected = shape.map { "\(type.rawValue) of the shape \($0)" } ?? type.rawValue
        guard let entry = entries[name] else {
            throw FieldError(field: name, reason: "is missing; expected \(expected): import the vectors again")
        }
        guard entry.type == type, shape == nil || entry.shape == shape else {
            throw FieldError(
                field: name,
                reason: "\(entry.type.rawValue) of the shape \(entry.shape) came; expected \(expected): import the "
                    + "vectors again")
        }
        guard let elements: SharedElements<Element> = file.elements(entry.bytes) else {
            throw FieldError(
                field: name,
                reason: "starts at byte \(entry.bytes.lowerBound); expected a multiple of \(type.size): import the "
                    + "vectors again")
        }
        return elements
    }
}
