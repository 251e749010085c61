import JSON
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#else
    import Musl
#endif

/// A copy of a model directory that a test may spoil.
final class ModelCopy {
    let path: String
    private let original: String
    private static let files = ["config.json", "model.safetensors", "vocab.txt"]

    init(of original: String) {
        self.original = original
        var template = Array("/tmp/sluice-model-XXXXXX".utf8CString)
        path = mkdtemp(&template).map { String(cString: $0) } ?? "/tmp/sluice-model"
        for file in Self.files { restore(file) }
    }

    deinit {
        for file in Self.files { unlink(path + "/" + file) }
        rmdir(path)
    }

    func restore(_ file: String) {
        guard let source = fopen(original + "/" + file, "rb") else { return }
        defer { fclose(source) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = fread(&bytes, 1, bytes.count, source)
        write(file, Array(bytes.prefix(count)))
    }

    func replace(_ old: String, with new: String, in file: String) {
        guard let source = fopen(path + "/" + file, "rb") else { return }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = fread(&bytes, 1, bytes.count, source)
        fclose(source)
        write(file, Array(String(decoding: bytes.prefix(count), as: UTF8.self).replacing(old, with: new).utf8))
    }

    /// Sets values of a tensor: those in `range`, counted from its first, else all.
    func set(_ value: Float, of tensor: String, in range: Range<Int>? = nil) throws {
        guard let source = fopen(path + "/model.safetensors", "rb") else { return }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let size = fread(&bytes, 1, bytes.count, source)
        bytes.removeLast(bytes.count - size)
        fclose(source)
        let length = bytes.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
        let header = try JSONValue(parsing: Array(bytes[8..<8 + length]))
        let offsets = try #require(header[tensor]?["data_offsets"]?.array)
        let start = try #require(offsets.first?.integer)
        let count = (try #require(offsets.last?.integer) - start) / 4
        for index in range ?? 0..<count {
            let place = 8 + length + start + 4 * index
            withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.replaceSubrange(place..<place + 4, with: $0) }
        }
        write("model.safetensors", bytes)
    }

    func truncate(_ file: String) { write(file, [1, 2, 3]) }

    private func write(_ file: String, _ bytes: [UInt8]) {
        // Under another name first: who has the old file mapped keeps it.
        guard let target = fopen(path + "/new", "wb") else { return }
        fwrite(bytes, 1, bytes.count, target)
        fclose(target)
        rename(path + "/new", path + "/" + file)
    }
}
