import CZlib
import Models

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The bytes of a file or of standard input, piece by piece; gzip (RFC 1952) is recognised by its first two bytes
/// and unpacked on the way, whatever the file is called.
final class InputBytes {
    private static let pieceSize = 256 * 1024

    let file: String
    private let descriptor: Int32
    private var inflater: Inflater?
    private var packed: [UInt8] = []
    private var packedStart = 0
    private var hasStarted = false

    /// What people call it.
    static func name(of file: String) -> String {
        file == "-" ? "standard input" : FileSystem.lastComponent(of: file)
    }

    /// Where something is wrong, as compilers say it.
    static func place(of file: String, line: Int?) -> String {
        (file == "-" ? "standard input" : file) + (line.map { ":\($0)" } ?? "")
    }

    /// - Parameter file: a path, or `-` for standard input.
    init(file: String) throws(DataError) {
        self.file = file
        guard file != "-" else {
            descriptor = 0
            return
        }
        descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.unreadable(file, errno) }
        var status = stat()
        if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            // `deinit` closes it.
            throw Self.unreadable(file, EISDIR)
        }
    }

    deinit {
        if descriptor > 0 { close(descriptor) }
    }

    /// Appends the next piece to `bytes`; false at the end.
    func read(into bytes: inout [UInt8]) throws(DataError) -> Bool {
        if !hasStarted {
            hasStarted = true
            while packed.count < 2, try readRaw(into: &packed) {}
            if packed.starts(with: [0x1f, 0x8b]) {
                inflater = try Inflater(file: file)
            } else {
                bytes += packed
                let hasAny = !packed.isEmpty
                packed = []
                return hasAny
            }
        }
        guard let inflater else { return try readRaw(into: &bytes) }
        let before = bytes.count
        while bytes.count == before {
            if packedStart == packed.count {
                packed.removeAll(keepingCapacity: true)
                packedStart = 0
                guard try readRaw(into: &packed) else {
                    try inflater.finish()
                    return false
                }
            }
            packedStart += try inflater.inflate(packed[packedStart...], into: &bytes)
        }
        return true
    }

    private func readRaw(into bytes: inout [UInt8]) throws(DataError) -> Bool {
        let before = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: Self.pieceSize))
        var count = -1
        repeat {
            count = bytes.withUnsafeMutableBytes { pointer in
                #if canImport(Darwin)
                    Darwin.read(descriptor, pointer.baseAddress?.advanced(by: before), Self.pieceSize)
                #elseif canImport(Musl)
                    Musl.read(descriptor, pointer.baseAddress?.advanced(by: before), Self.pieceSize)
                #else
                    Glibc.read(descriptor, pointer.baseAddress?.advanced(by: before), Self.pieceSize)
                #endif
            }
        } while count < 0 && errno == EINTR
        bytes.removeLast(Self.pieceSize - max(0, count))
        guard count >= 0 else { throw Self.unreadable(file, errno) }
        return count > 0
    }

    private static func unreadable(_ file: String, _ code: Int32) -> DataError {
        let hint =
            switch code {
            case ENOENT: "check the path; '-' reads standard input"
            case EISDIR: "name one file: TSV, CSV, JSON lines or __label__ lines, plain or gzip"
            default: "check that the file can be read"
            }
        return DataError(
            .unreadable, file: file, came: String(cString: strerror(code)), expected: "a file that can be read",
            hint: hint)
    }
}

/// zlib's inflate over as many gzip members as there are, one after another.
private final class Inflater {
    private let file: String
    private var stream = z_stream()
    private var memberEnded = false

    init(file: String) throws(DataError) {
        self.file = file
        // 15 bits of window, + 16: a gzip header and trailer, whose checksum zlib then verifies.
        let code = inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard code == Z_OK else { throw damaged("zlib would not start (code \(code))") }
    }

    deinit {
        inflateEnd(&stream)
    }

    /// Unpacks some of `input`; returns how many of its bytes were used.
    func inflate(_ input: ArraySlice<UInt8>, into output: inout [UInt8]) throws(DataError) -> Int {
        if memberEnded {
            // Tapes and block devices pad with zeros; gzip itself ignores them.
            if input.first == 0 { return input.prefix { $0 == 0 }.count }
            inflateReset(&stream)
            memberEnded = false
        }
        let room = 256 * 1024
        let before = output.count
        output.append(contentsOf: repeatElement(0, count: room))
        var code = Z_OK
        let available = input.count
        input.withUnsafeBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                stream.avail_in = UInt32(available)
                stream.next_out = target.baseAddress?.advanced(by: before)
                stream.avail_out = UInt32(room)
                code = CZlib.inflate(&stream, Z_NO_FLUSH)
            }
        }
        output.removeLast(Int(stream.avail_out))
        switch code {
        case Z_OK, Z_BUF_ERROR: break
        case Z_STREAM_END: memberEnded = true
        default:
            throw damaged(stream.msg.map { String(cString: $0) } ?? "zlib's code \(code)")
        }
        return available - Int(stream.avail_in)
    }

    /// - Throws: when the file ended inside a member.
    func finish() throws(DataError) {
        guard memberEnded else { throw damaged("the compressed data end early") }
    }

    private func damaged(_ came: String) -> DataError {
        DataError(
            .damagedGzip, file: file, came: came, expected: "whole gzip data",
            hint: "fetch or make the file again; gzip -t FILE checks it")
    }
}
