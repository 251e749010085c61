internal import CMappedFiles

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The bytes of a whole file, mapped read-only, so that all processes that map it share one copy in memory and opening
/// it reads nothing: for files that are too large to be read by each.
///
/// The file may change while it is mapped. Where it is shortened, the missing bytes read as zeros from then on, and
/// `isPoisoned` says so: who has used the bytes asks, and throws away what was made of them. Where it is overwritten,
/// the new bytes are seen: what is read of the bytes is checked at each use.
@usableFromInline
package struct MappedFile: Sendable {
    private let storage: Mapping

    /// Maps a regular file of at most `maximum` bytes. Throws what stands in the way, with the path.
    package init(path: String, maximum: Int = .max) throws(FileError) {
        storage = try Mapping(RegularFile(path: path, maximum: maximum))
    }

    /// The same face over memory of its own, which is never poisoned: for what is made at run time.
    package init(copying bytes: [UInt8]) {
        storage = Mapping(copying: bytes)
    }

    package var count: Int { storage.bytes.count }

    /// Whether a read has met bytes that were gone: an answer made of them is nonsense.
    package var isPoisoned: Bool { storage.isPoisoned }

    /// Says that these bytes will not be read again soon, so that the process holds less memory; they stay readable.
    package func release(_ bytes: Range<Int>) {
        storage.release(bytes)
    }

    /// Asks for pages as large as there are, for what is read from end to end again and again: the processor looks up
    /// fewer. Reading a byte for the first time then reads those around it too.
    package func preferLargePages() {
        storage.preferLargePages()
    }

    /// The bytes, valid within `body` and as long as a copy of this value is alive. They start at a 64-byte boundary.
    package func withUnsafeBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        defer { withExtendedLifetime(storage) {} }
        return try body(storage.bytes)
    }
}

/// Owns the pages until the last copy of its `MappedFile` is gone. Nothing is written after `init`.
private final class Mapping: @unchecked Sendable {
    let bytes: UnsafeRawBufferPointer
    /// Nil for memory of our own, and for an empty file.
    private let range: OpaquePointer?

    init(_ file: consuming RegularFile) throws(FileError) {
        let count = file.count
        guard count > 0 else {
            bytes = UnsafeRawBufferPointer(start: nil, count: 0)
            range = nil
            return
        }
        guard let start = mmap(nil, count, PROT_READ, MAP_SHARED, file.descriptor, 0), start != MAP_FAILED else {
            throw FileError(path: file.path, operation: "mmap", code: errno)
        }
        guard let range = sluice_mapped_range_add(start, count) else {
            munmap(start, count)
            throw FileError(path: file.path, operation: "watching the mapping", code: ENOMEM)
        }
        bytes = UnsafeRawBufferPointer(start: start, count: count)
        self.range = range
    }

    init(copying source: [UInt8]) {
        let memory = UnsafeMutableRawBufferPointer.allocate(
            byteCount: source.count, alignment: AlignedBuffer.alignment)
        memory.copyBytes(from: source)
        bytes = UnsafeRawBufferPointer(memory)
        range = nil
    }

    func release(_ part: Range<Int>) {
        // Of memory of our own the bytes would be lost.
        guard range != nil, let start = bytes.baseAddress else { return }
        let page = Int(sysconf(Int32(_SC_PAGESIZE)))
        let first = (max(0, part.lowerBound) + page - 1) / page * page
        let last = min(part.upperBound, bytes.count) / page * page
        guard page > 0, first < last else { return }
        // Of a file that is only read, pages that are dropped come back as they are in it.
        _ = madvise(UnsafeMutableRawPointer(mutating: start + first), last - first, MADV_DONTNEED)
    }

    func preferLargePages() {
        #if os(Linux)
            guard range != nil, let start = bytes.baseAddress else { return }
            // A kernel that cannot do it for files says so, and nothing is lost.
            _ = madvise(UnsafeMutableRawPointer(mutating: start), bytes.count, MADV_HUGEPAGE)
        #endif
    }

    var isPoisoned: Bool { range.map { sluice_mapped_range_is_poisoned($0) } ?? false }

    deinit {
        if let range {
            sluice_mapped_range_remove(range)
            munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
        } else if bytes.baseAddress != nil {
            bytes.deallocate()
        }
    }
}
