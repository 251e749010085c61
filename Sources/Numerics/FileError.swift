#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Why the bytes of a file cannot be had.
package enum FileError: Error, Sendable, Equatable, CustomStringConvertible {
    case notFound(path: String)
    case notPermitted(path: String)
    /// A directory, a device, a pipe: nothing with a size.
    case notARegularFile(path: String)
    /// Larger than any file of its kind.
    case tooLarge(path: String, count: Int, maximum: Int)
    /// The file became shorter while it was read.
    case truncated(path: String, expected: Int, found: Int)
    case system(path: String, operation: String, code: Int32)

    package var path: String {
        switch self {
        case .notFound(let path), .notPermitted(let path), .notARegularFile(let path), .tooLarge(let path, _, _),
            .truncated(let path, _, _), .system(let path, _, _):
            return path
        }
    }

    package var description: String {
        switch self {
        case .notFound(let path): return "\(path): no such file"
        case .notPermitted(let path): return "\(path): not permitted to read"
        case .notARegularFile(let path): return "\(path): not a regular file"
        case .tooLarge(let path, let count, let maximum):
            return "\(path): has \(count) bytes; expected at most \(maximum): is it the file you mean?"
        case .truncated(let path, let expected, let found):
            return "\(path): ends after \(found) bytes of \(expected); it was changed while it was read"
        case .system(let path, let operation, let code):
            return "\(path): \(operation) failed: \(String(cString: strerror(code)))"
        }
    }

    init(path: String, operation: String, code: Int32) {
        switch code {
        case ENOENT, ENOTDIR: self = .notFound(path: path)
        case EACCES, EPERM: self = .notPermitted(path: path)
        default: self = .system(path: path, operation: operation, code: code)
        }
    }
}
