#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file of a person's that grows by a line at a time, and may lose lines again. Several processes may write to one file.
package struct LineFile: Sendable {
    package let path: String
    /// Bytes that it may have.
    package let limit: Int

    /// How long another process is waited for.
    private static let patience = 2.0

    package init(path: String, limit: Int) {
        self.path = path
        self.limit = limit
    }

    /// Makes the file and its folders where they are not there, for their owner alone. Either the whole line is written
    /// or nothing.
    ///
    /// - Parameter line: without a line end in it.
    /// - Returns: how many lines the file has now.
    package func append(_ line: [UInt8]) throws(LineFileError) -> Int {
        try Self.makeFolders(Self.parent(of: path))
        let (descriptor, size) = try open(O_APPEND | O_CREAT)
        // Ends the lock, too.
        defer { close(descriptor) }

        var (lines, isWhole) = try count(descriptor)
        var line = line + [0x0a]
        // Somebody's editor left the last line without an end.
        if !isWhole {
            line.insert(0x0a, at: 0)
            lines += 1
        }
        guard size + line.count <= limit else { throw .full(path: path, limit: limit) }
        let written = line.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        guard written == line.count else {
            let error = written < 0 ? Self.failure(path, "cannot be written") : .io(path: path, reason: "has no room")
            _ = ftruncate(descriptor, off_t(size))
            throw error
        }
        return lines + 1
    }

    /// Takes lines out; those that are left stay in order, and none is lost where the process ends meanwhile. Who reads
    /// the file finds it as it was or as it is to be, since another takes its place.
    ///
    /// - Parameter isUnwanted: asked of each line, without its end.
    /// - Returns: how many are gone; 0 where there is no file.
    package func remove(where isUnwanted: (ArraySlice<UInt8>) -> Bool) throws(LineFileError) -> Int {
        guard access(path, F_OK) == 0 else { return 0 }
        let (descriptor, size) = try open()
        defer { close(descriptor) }
        guard size <= limit else { throw .full(path: path, limit: limit) }
        var bytes = [UInt8](repeating: 0, count: size)
        guard read(descriptor, &bytes, size) == size else { throw Self.failure(path, "cannot be read") }
        var kept: [UInt8] = []
        var removed = 0
        // The last line may have no end.
        for line in bytes.split(separator: 0x0a, omittingEmptySubsequences: false) {
            if isUnwanted(line) { removed += 1 } else { kept += line + [0x0a] }
        }
        guard removed > 0 else { return 0 }
        kept.removeLast(bytes.last == 0x0a && !kept.isEmpty ? 1 : 0)
        try replace(descriptor, with: kept)
        return removed
    }

    /// Puts another file, of the same permissions, in the place of the one that is open, of which we have the lock.
    private func replace(_ descriptor: Int32, with content: [UInt8]) throws(LineFileError) {
        var status = stat()
        // The file that a link names, so that it stays one.
        guard fstat(descriptor, &status) == 0, let resolved = realpath(path, nil) else {
            throw Self.failure(path, "cannot be read")
        }
        defer { free(resolved) }
        let target = String(cString: resolved)
        let draft = target + ".new"
        let new = systemOpen(draft, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o600)
        guard new >= 0 else { throw Self.failure(draft, "cannot be written") }
        defer { close(new) }
        guard write(new, content, content.count) == content.count, fchmod(new, status.st_mode & 0o777) == 0,
            fsync(new) == 0, rename(draft, target) == 0
        else {
            let error = Self.failure(draft, "cannot be written")
            unlink(draft)
            throw error
        }
    }

    /// Opens the file, which has to be a regular one, and takes its lock.
    private func open(_ flags: Int32 = 0) throws(LineFileError) -> (descriptor: Int32, size: Int) {
        // While the lock was waited for another file may have taken its place.
        for _ in 0..<100 {
            // Not blocking: at the other end of a pipe nobody may be.
            let descriptor = systemOpen(path, O_RDWR | O_CLOEXEC | O_NONBLOCK | flags, 0o600)
            guard descriptor >= 0 else { throw Self.failure(path, "cannot be opened") }
            do throws(LineFileError) {
                try lock(descriptor)
                var (status, named) = (stat(), stat())
                guard fstat(descriptor, &status) == 0 else { throw Self.failure(path, "cannot be read") }
                guard status.st_mode & S_IFMT == S_IFREG else { throw .io(path: path, reason: "is no regular file") }
                if stat(path, &named) == 0, named.st_ino == status.st_ino, named.st_dev == status.st_dev {
                    return (descriptor, Int(status.st_size))
                }
                close(descriptor)
            } catch {
                close(descriptor)
                throw error
            }
        }
        throw .busy(path: path)
    }

    private func lock(_ descriptor: Int32) throws(LineFileError) {
        let start = ContinuousClock.now
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            if errno == EINTR { continue }
            guard errno == EWOULDBLOCK else { throw Self.failure(path, "cannot be locked") }
            guard start.duration(to: .now) < .seconds(Self.patience) else { throw .busy(path: path) }
            usleep(5_000)
        }
    }

    /// Ends of lines, and whether the last line has one.
    private func count(_ descriptor: Int32) throws(LineFileError) -> (lines: Int, isWhole: Bool) {
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        var lines = 0
        var last: UInt8 = 0x0a
        while true {
            let count = read(descriptor, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Self.failure(path, "cannot be read") }
            if count == 0 { return (lines, last == 0x0a) }
            for byte in piece[..<count] where byte == 0x0a { lines += 1 }
            last = piece[count - 1]
        }
    }

    private static func makeFolders(_ path: String) throws(LineFileError) {
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return }
        if path != "/", path != "." { try makeFolders(parent(of: path)) }
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw failure(path, "cannot be made") }
    }

    private static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func failure(_ path: String, _ what: String) -> LineFileError {
        .io(path: path, reason: "\(what): \(String(cString: strerror(errno)))")
    }
}

private func systemOpen(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 { open(path, flags, mode) }

/// Why a line is not kept.
package enum LineFileError: Error, Sendable, Equatable, CustomStringConvertible {
    case io(path: String, reason: String)
    case full(path: String, limit: Int)
    /// Another process holds the file's lock.
    case busy(path: String)

    package var description: String {
        switch self {
        case .io(let path, let reason): return "\(path) \(reason)"
        case .full(let path, let limit): return "\(path) would have more than \(limit) bytes"
        case .busy(let path): return "\(path) is locked by another process"
        }
    }

    package var hint: String {
        switch self {
        case .io: return "see to it that the daemon's user may write there and that there is room"
        case .full: return "train with it (sluice train --feedback), then move it away"
        case .busy: return "ask again in a moment"
        }
    }
}
