#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The few calls that model directories need, each failing as `ModelError.io` with the path and what to do.
package enum FileSystem {
    static func exists(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0
    }

    static func isDirectory(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Which file or directory is at a path now; another one after it was replaced.
    static func identity(of path: String) -> [UInt64] {
        var status = stat()
        return stat(path, &status) == 0 ? [UInt64(status.st_dev), UInt64(status.st_ino)] : []
    }

    /// Sorted, without "." and "..".
    static func names(in path: String) throws(ModelError) -> [String] {
        guard let directory = opendir(path) else { throw failure(path, "cannot be read") }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    static func makeDirectories(_ path: String) throws(ModelError) {
        guard !isDirectory(path) else { return }
        if path != "/", path != "." { try makeDirectories(parent(of: path)) }
        guard mkdir(path, 0o777) == 0 || errno == EEXIST && isDirectory(path) else {
            throw failure(path, "cannot be made")
        }
    }

    /// A new directory with the permissions of any other, on the same file system as `path`.
    static func makeTemporaryDirectory(beside path: String) throws(ModelError) -> String {
        let prefix = (parent(of: path) == "/" ? "" : parent(of: path)) + "/." + lastComponent(of: path)
        for _ in 0..<100 {
            let candidate = prefix + ".new-\(UInt32.random(in: 0 ... .max))"
            if mkdir(candidate, 0o777) == 0 { return candidate }
            guard errno == EEXIST else { break }
        }
        throw failure(parent(of: path), "cannot be written to")
    }

    /// A new file, on the disk when this returns.
    static func write(_ bytes: [UInt8], to path: String) throws(ModelError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw failure(path, "cannot be made") }
        var written = 0
        var trouble: ModelError?
        bytes.withUnsafeBytes { bytes in
            while written < bytes.count {
                let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
                #if canImport(Darwin)
                    let count = Darwin.write(descriptor, rest.baseAddress, rest.count)
                #elseif canImport(Musl)
                    let count = Musl.write(descriptor, rest.baseAddress, rest.count)
                #else
                    let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
                #endif
                if count >= 0 {
                    written += count
                } else if errno != EINTR {
                    trouble = failure(path, "cannot be written")
                    return
                }
            }
        }
        if trouble == nil, fsync(descriptor) != 0 { trouble = failure(path, "cannot be written") }
        if close(descriptor) != 0, trouble == nil { trouble = failure(path, "cannot be written") }
        if let trouble { throw trouble }
    }

    /// Puts a file in the place of an older one, if there is one, when it is whole: one that cannot be written, as on a
    /// full disk, leaves the older one as it was.
    package static func replace(_ path: String, with bytes: [UInt8]) throws(ModelError) {
        var status = stat()
        guard stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG else {
            throw .io(path: path, reason: "is no regular file; give the path of one, or of none yet")
        }
        let new = path + ".sluice-new"
        removeFile(new)
        do throws(ModelError) {
            try write(bytes, to: new)
            try rename(new, path)
        } catch {
            removeFile(new)
            throw error
        }
    }

    static func rename(_ old: String, _ new: String) throws(ModelError) {
        #if canImport(Darwin)
            let result = Darwin.rename(old, new)
        #elseif canImport(Musl)
            let result = Musl.rename(old, new)
        #else
            let result = Glibc.rename(old, new)
        #endif
        guard result == 0 else { throw failure(new, "cannot be put in place") }
    }

    /// Swaps two directories at once, so that there is one at `old` at any time. A file system that cannot has none
    /// there for an instant; if that instant goes wrong, it is put back.
    static func exchange(_ new: String, _ old: String) throws(ModelError) {
        if swap(new, old) { return }
        try exchangeByTurns(new, old)
    }

    private static func swap(_ a: String, _ b: String) -> Bool {
        #if canImport(Darwin)
            return renamex_np(a, b, UInt32(RENAME_SWAP)) == 0
        #else
            // The C library's module does not declare it.
            typealias Function =
                @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
            guard let address = dlsym(nil, "renameat2") else { return false }
            let renameExchange: UInt32 = 2
            return unsafeBitCast(address, to: Function.self)(AT_FDCWD, a, AT_FDCWD, b, renameExchange) == 0
        #endif
    }

    private static func exchangeByTurns(_ new: String, _ old: String) throws(ModelError) {
        let aside = try makeTemporaryDirectory(beside: old)
        removeDirectory(aside)
        try rename(old, aside)
        do throws(ModelError) {
            try rename(new, old)
        } catch {
            try rename(aside, old)
            throw error
        }
        try rename(aside, new)
    }

    /// What was renamed in a directory stays renamed after a loss of power, as far as the file system can see to it.
    static func flushDirectory(_ path: String) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        _ = fsync(descriptor)
        close(descriptor)
    }

    static func removeFile(_ path: String) {
        _ = unlink(path)
    }

    /// Only an empty one.
    static func removeDirectory(_ path: String) {
        _ = rmdir(path)
    }

    static func failure(_ path: String, _ what: String) -> ModelError {
        let code = errno
        let mend =
            switch code {
            case EACCES, EPERM, EROFS: "; choose a place that you may write to"
            case ENOSPC: "; make room or choose another place"
            default: ""
            }
        return .io(path: path, reason: "\(what): \(String(cString: strerror(code)))\(mend)")
    }
}

// MARK: - Paths

extension FileSystem {
    /// Where links lead; the path itself where nothing is there.
    package static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return withoutTrailingSlash(path) }
        defer { free(real) }
        return String(cString: real)
    }

    package static func withoutTrailingSlash(_ path: String) -> String {
        var path = Substring(path)
        while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
        return String(path)
    }

    package static func lastComponent(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    package static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
