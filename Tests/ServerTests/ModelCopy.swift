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

    func truncate(_ file: String) { write(file, [1, 2, 3]) }

    private func write(_ file: String, _ bytes: [UInt8]) {
        // Under another name first: who has the old file mapped keeps it.
        guard let target = fopen(path + "/new", "wb") else { return }
        fwrite(bytes, 1, bytes.count, target)
        fclose(target)
        rename(path + "/new", path + "/" + file)
    }
}
