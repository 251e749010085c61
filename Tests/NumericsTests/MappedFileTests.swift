import Numerics
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

struct MappedFileTests {
    private static let page = Int(sysconf(Int32(_SC_PAGESIZE)))

    @Test(arguments: [0, 1, 4096, 100_001])
    func `a file's bytes are mapped whole`(count: Int) throws {
        try withFile(count) { path, bytes in
            let file = try MappedFile(path: path)
            #expect(file.count == count)
            #expect(file.withUnsafeBytes { Array($0) } == bytes)
            #expect(!file.isPoisoned)
        }
    }

    @Test
    func `a file that is cut short while it is mapped reads as zeros, and is poisoned`() throws {
        try withFile(4 * Self.page) { path, bytes in
            let file = try MappedFile(path: path)
            #expect(file.withUnsafeBytes { $0[0] } == bytes[0])
            #expect(truncate(path, off_t(Self.page)) == 0)
            // What is still there is still read.
            #expect(file.withUnsafeBytes { Array($0[..<Self.page]) } == Array(bytes[..<Self.page]))
            #expect(!file.isPoisoned)
            #expect(file.withUnsafeBytes { $0[(2 * Self.page)...].allSatisfy { $0 == 0 } })
            #expect(file.isPoisoned)
            #expect(file.withUnsafeBytes { Array($0[..<Self.page]) } == Array(bytes[..<Self.page]))
        }
    }

    @Test
    func `only the file that was cut short is poisoned, and its place is free for another`() throws {
        for _ in 0..<20 {
            try withFile(2 * Self.page) { path, _ in
                try withFile(2 * Self.page) { other, bytes in
                    let file = try MappedFile(path: path)
                    let whole = try MappedFile(path: other)
                    #expect(!file.isPoisoned)
                    #expect(truncate(path, 0) == 0)
                    #expect(file.withUnsafeBytes { $0[Self.page + 1] } == 0)
                    #expect(file.isPoisoned)
                    #expect(whole.withUnsafeBytes { Array($0) } == bytes)
                    #expect(!whole.isPoisoned)
                }
            }
        }
    }

    @Test
    func `many tasks may meet the missing pages at once`() async throws {
        let path = temporaryPath()
        try write([UInt8](repeating: 7, count: 64 * Self.page), to: path)
        defer { unlink(path) }
        let file = try MappedFile(path: path)
        #expect(truncate(path, 0) == 0)
        let sums = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    file.withUnsafeBytes { bytes in
                        stride(from: bytes.count - 1, to: 0, by: -Self.page).reduce(0) { $0 + Int(bytes[$1]) }
                    }
                }
            }
            return await group.reduce(into: [Int]()) { $0.append($1) }
        }
        #expect(sums == [Int](repeating: 0, count: 8))
        #expect(file.isPoisoned)
    }

    @Test
    func `bytes of its own outlive the array, and are never poisoned`() {
        let file = MappedFile(copying: [1, 2, 3])
        #expect(file.withUnsafeBytes { Array($0) } == [1, 2, 3])
        #expect(!file.isPoisoned)
    }

    @Test
    func `what cannot be mapped says why`() throws {
        #expect(throws: FileError.notFound(path: "/no/such/file")) { try MappedFile(path: "/no/such/file") }
        #expect(throws: FileError.notARegularFile(path: "/")) { try MappedFile(path: "/") }
        try withFile(3) { path, _ in
            #expect(throws: FileError.tooLarge(path: path, count: 3, maximum: 2)) {
                try MappedFile(path: path, maximum: 2)
            }
        }
    }

    private func temporaryPath() -> String {
        "/tmp/sluice-mapped-\(getpid())-\(UInt64.random(in: 0 ... .max))"
    }

    private func withFile(_ count: Int, _ body: (String, [UInt8]) throws -> Void) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ 1) }
        let path = temporaryPath()
        try write(bytes, to: path)
        defer { unlink(path) }
        try body(path, bytes)
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        let file = try #require(fopen(path, "wb"))
        defer { fclose(file) }
        #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
    }
}
