#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A regular file that is open to be read, and the size that it had then. Closed when the value goes.
struct RegularFile: ~Copyable {
    let path: String
    let descriptor: Int32
    let count: Int

    /// Throws what stands in the way, with the path: a file of more than `maximum` bytes, too, and what is no regular
    /// file; a pipe is not waited for.
    init(path: String, maximum: Int) throws(FileError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw FileError(path: path, operation: "open", code: errno) }
        do throws(FileError) {
            count = try Self.count(of: descriptor, path: path, maximum: maximum)
        } catch {
            close(descriptor)
            throw error
        }
        self.path = path
        self.descriptor = descriptor
    }

    private static func count(of descriptor: Int32, path: String, maximum: Int) throws(FileError) -> Int {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw FileError(path: path, operation: "stat", code: errno)
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw FileError.notARegularFile(path: path) }
        let count = Int(status.st_size)
        guard count <= maximum else { throw FileError.tooLarge(path: path, count: count, maximum: maximum) }
        return count
    }

    deinit { close(descriptor) }
}
