import Numerics
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

struct BytesTests {
    @Test(arguments: [0, 1, 4095, 4096, 70_000])
    func `a file's bytes are read whole`(count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try withFile(bytes) { path in
            let file = try FileBytes(path: path)
            #expect(file.count == count)
            #expect(file.withUnsafeBytes { Array($0) } == bytes)
        }
    }

    @Test
    func `a file that is cut short after it was read keeps its bytes`() throws {
        let bytes = [UInt8](repeating: 7, count: 65 << 20)
        try withFile(bytes) { path in
            let file = try FileBytes(path: path)
            #expect(truncate(path, 0) == 0)
            #expect(file.withUnsafeBytes { $0.allSatisfy { $0 == 7 } })
        }
    }

    @Test
    func `a file above the limit is refused before memory is taken for it`() throws {
        try withFile([1, 2, 3]) { path in
            let whole = try FileBytes(path: path, maximum: 3)
            #expect(whole.count == 3)
            // A hole, which takes nothing of the disk.
            #expect(truncate(path, 1 << 40) == 0)
            #expect(throws: FileError.tooLarge(path: path, count: 1 << 40, maximum: 3)) {
                try FileBytes(path: path, maximum: 3)
            }
        }
    }

    @Test
    func `bytes outlive the file's name and the value they were taken from`() throws {
        var copy: FileBytes?
        try withFile([1, 2, 3]) { path in
            let file = try FileBytes(path: path)
            copy = file
        }
        #expect(copy?.withUnsafeBytes { Array($0) } == [1, 2, 3])
    }

    @Test
    func `what is no readable file says why`() throws {
        #expect(throws: FileError.notFound(path: "/no/such/file")) { try FileBytes(path: "/no/such/file") }
        #expect(throws: FileError.notARegularFile(path: "/")) { try FileBytes(path: "/") }
        #expect(throws: FileError.notARegularFile(path: "/dev/null")) { try FileBytes(path: "/dev/null") }
        try withFile([1]) { path in
            #expect(throws: FileError.notFound(path: path + "/below")) { try FileBytes(path: path + "/below") }
        }
    }

    @Test
    func `a pipe without a writer is refused, not waited for`() throws {
        let path = temporaryPath()
        #expect(mkfifo(path, 0o600) == 0)
        defer { unlink(path) }
        #expect(throws: FileError.notARegularFile(path: path)) { try FileBytes(path: path) }
    }

    @Test(arguments: [0, 1, 15, 1000])
    func `a buffer is aligned and starts with zeros`(count: Int) {
        let buffer = AlignedBuffer(count: count)
        #expect(UInt(bitPattern: buffer.pointer) % 64 == 0)
        #expect(buffer.array == [Float](repeating: 0, count: count))
        #expect(buffer.bytes == 4 * count)
    }

    private func temporaryPath() -> String {
        "/tmp/sluice-bytes-\(getpid())-\(UInt64.random(in: 0 ... .max))"
    }

    private func withFile(_ bytes: [UInt8], _ body: (String) throws -> Void) throws {
        let path = temporaryPath()
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        #expect(descriptor >= 0)
        defer { unlink(path) }
        #expect(bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) } == bytes.count)
        close(descriptor)
        try body(path)
    }
}
