import CZlib

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

struct TroubleWithTheTest: Error {
    var what: String
}

/// A folder that goes when the test ends.
final class TemporaryFolder {
    let path: String

    init() throws {
        var name = Array("/tmp/sluice-test-XXXXXX".utf8CString)
        guard mkdtemp(&name) != nil else { throw TroubleWithTheTest(what: "mkdtemp") }
        path = name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    }

    deinit {
        var process = pid_t()
        var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("rm"), strdup("-rf"), strdup(path), nil]
        if posix_spawnp(&process, "rm", nil, nil, &arguments, environ) == 0 { waitpid(process, nil, 0) }
        for argument in arguments { free(argument) }
    }

    func write(_ text: String, to name: String, packed: Bool = false) throws -> String {
        let bytes = Array(text.utf8)
        return try write(packed ? gzip(bytes) : bytes, to: name)
    }

    func write(_ bytes: [UInt8], to name: String) throws -> String {
        let file = path + "/" + name
        guard let stream = fopen(file, "wb") else { throw TroubleWithTheTest(what: file) }
        defer { fclose(stream) }
        guard fwrite(bytes, 1, bytes.count, stream) == bytes.count else { throw TroubleWithTheTest(what: file) }
        return file
    }
}

/// One gzip member.
func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard deflateInit2_(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK
    else { throw TroubleWithTheTest(what: "deflateInit2") }
    defer { deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
    let code = input.withUnsafeMutableBufferPointer { source in
        output.withUnsafeMutableBufferPointer { target in
            stream.next_in = source.baseAddress
            stream.avail_in = UInt32(source.count)
            stream.next_out = target.baseAddress
            stream.avail_out = UInt32(target.count)
            return deflate(&stream, Z_FINISH)
        }
    }
    guard code == Z_STREAM_END else { throw TroubleWithTheTest(what: "deflate") }
    return Array(output.prefix(Int(stream.total_out)))
}

func contents(of path: String) throws -> [UInt8] {
    guard let stream = fopen(path, "rb") else { throw TroubleWithTheTest(what: path) }
    defer { fclose(stream) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, stream)
    return Array(bytes[..<count])
}
