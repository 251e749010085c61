#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The bytes of a file, or of static memory, read-only and shared by all copies of the value.
///
/// A file below `mappingThreshold` is read into memory; a larger one is mapped, so that opening it costs
/// nothing and its pages are shared with other processes. Who shortens a file that is mapped takes the pages
/// away from under its readers: model files are replaced by renaming, never rewritten in place.
package struct FileBytes: Sendable {
    package static let mappingThreshold = 64 << 20

    private let storage: Storage

    /// Reads or maps a regular file. Throws what stands in the way, with the path.
    package init(path: String) throws(FileError) {
        try self.init(path: path, mappingThreshold: Self.mappingThreshold)
    }

    /// The same with another threshold, in bytes.
    package init(path: String, mappingThreshold: Int) throws(FileError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw FileError(path: path, operation: "open", code: errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw FileError(path: path, operation: "stat", code: errno)
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw FileError.notARegularFile(path: path) }
        let count = Int(status.st_size)
        if count >= mappingThreshold, count > 0 {
            storage = try Storage(mapping: descriptor, count: count, path: path)
        } else {
            storage = try Storage(reading: descriptor, count: count, path: path)
        }
    }

    /// Borrows memory that lives as long as the process: a model that is compiled in.
    package init(staticMemory: UnsafeRawBufferPointer) {
        storage = Storage(borrowing: staticMemory)
    }

    package var count: Int { storage.bytes.count }

    /// Whether the bytes are pages of the file itself.
    package var isMapped: Bool { storage.ownership == .mapped }

    /// The bytes, valid within `body`. They start at a 64-byte boundary, except static memory, which starts
    /// where its owner put it.
    package func withUnsafeBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        defer { withExtendedLifetime(storage) {} }
        return try body(storage.bytes)
    }
}

/// Owns the memory until the last copy of its `FileBytes` is gone. Nothing is written after `init`.
private final class Storage: @unchecked Sendable {
    enum Ownership {
        case allocated, mapped, borrowed
    }

    let bytes: UnsafeRawBufferPointer
    let ownership: Ownership

    init(borrowing bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        ownership = .borrowed
    }

    init(reading descriptor: Int32, count: Int, path: String) throws(FileError) {
        let memory = UnsafeMutableRawBufferPointer.allocate(
            byteCount: count, alignment: AlignedBuffer.alignment)
        bytes = UnsafeRawBufferPointer(memory)
        ownership = .allocated
        var done = 0
        while done < count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: memory[done...])
            let got = read(descriptor, rest.baseAddress, rest.count)
            if got > 0 {
                done += got
            } else if got == 0 {
                throw FileError.truncated(path: path, expected: count, found: done)
            } else if errno != EINTR {
                throw FileError(path: path, operation: "read", code: errno)
            }
        }
    }

    init(mapping descriptor: Int32, count: Int, path: String) throws(FileError) {
        let address = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
        guard let address, address != MAP_FAILED else {
            throw FileError(path: path, operation: "map", code: errno)
        }
        bytes = UnsafeRawBufferPointer(start: address, count: count)
        ownership = .mapped
    }

    deinit {
        switch ownership {
        case .allocated: bytes.deallocate()
        case .mapped: munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
        case .borrowed: break
        }
    }
}
