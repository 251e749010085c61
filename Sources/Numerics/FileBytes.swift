#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The bytes of a file, or of static memory, read-only and shared by all copies of the value.
///
/// A file is read, never mapped: the pages of a mapped file go when somebody shortens it, and who touches them then
/// is ended by a signal. Nothing is lost by it, since whoever reads a model copies what it keeps.
package struct FileBytes: Sendable {
    private let storage: Storage

    /// Reads a regular file of at most `maximum` bytes; a larger one is refused before any memory is taken, whatever
    /// of it is really on the disk. Throws what stands in the way, with the path.
    package init(path: String, maximum: Int = .max) throws(FileError) {
        storage = try Storage(reading: RegularFile(path: path, maximum: maximum))
    }

    /// Borrows memory that lives as long as the process: a model that is compiled in.
    package init(staticMemory: UnsafeRawBufferPointer) {
        storage = Storage(borrowing: staticMemory)
    }

    package var count: Int { storage.bytes.count }

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
    let bytes: UnsafeRawBufferPointer
    private let isOwned: Bool

    init(borrowing bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        isOwned = false
    }

    init(reading file: consuming RegularFile) throws(FileError) {
        let count = file.count
        let memory = UnsafeMutableRawBufferPointer.allocate(
            byteCount: count, alignment: AlignedBuffer.alignment)
        bytes = UnsafeRawBufferPointer(memory)
        isOwned = true
        var done = 0
        while done < count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: memory[done...])
            let got = read(file.descriptor, rest.baseAddress, rest.count)
            if got > 0 {
                done += got
            } else if got == 0 {
                throw FileError.truncated(path: file.path, expected: count, found: done)
            } else if errno != EINTR {
                throw FileError(path: file.path, operation: "read", code: errno)
            }
        }
    }

    deinit {
        if isOwned { bytes.deallocate() }
    }
}
